"""What hangs on the wall: which sheets were printed, and which of them are no longer true."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from heartplanner.core.cells import cell, week_cell
from heartplanner.core.home import home
from heartplanner.core.milestones import milestones
from heartplanner.core.month import Month, month_rows
from heartplanner.core.paper import Wishes
from heartplanner.core.paper_cycle import cycle_card
from heartplanner.core.plan import Plan
from heartplanner.core.schedule import days
from heartplanner.core.sheets import Leaf, Sort
from heartplanner.core.why import day_line
from heartplanner.core.words import listed

MOST_NAMED = 3
"""How many sheets that are still right are named one by one."""


class Hung(NamedTuple):
    """A sheet that was printed: on which day, of which version of the plan, and what it said."""

    leaf: Leaf
    day: date
    version: int
    digest: str


class Wall(NamedTuple):
    """The sheets that are of use from a day on: those to print anew, and those still right."""

    old: tuple[Leaf, ...]
    right: tuple[Leaf, ...]

    @property
    def text(self) -> str:
        """Reprint August 2025; September 2025 on your wall is still right. "" if nothing is old."""
        if not self.old:
            return ""
        again = f"Reprint {listed([leaf.title for leaf in self.old])}"
        if not self.right:
            return f"{again}."
        verb = "is" if len(self.right) == 1 else "are"
        named = listed([leaf.title for leaf in self.right])
        if len(self.right) > MOST_NAMED:
            named = f"the other {len(self.right)} sheets"
        return f"{again}; {named} on your wall {verb} still right."


def hung(plan: Plan, leaf: Leaf, today: date) -> Hung:
    """A sheet as it is printed now."""
    return Hung(leaf, today, len(plan.history), digest(plan, leaf))


def with_printed(before: Sequence[Hung], printed: Sequence[Hung]) -> tuple[Hung, ...]:
    """The wall with these sheets in place of earlier ones of the same; there is one card of the cycle."""
    new = {_place(each.leaf) for each in printed}
    return (*(each for each in before if _place(each.leaf) not in new), *printed)


def _place(leaf: Leaf) -> tuple[Sort, date | None]:
    return leaf.sort, None if leaf.sort is Sort.CYCLE else leaf.first


def wall(plan: Plan, printed: Sequence[Hung], today: date) -> Wall:
    """Which sheets that reach to today or beyond are still right; in the order of their dates."""
    old: list[Leaf] = []
    right: list[Leaf] = []
    for each in sorted(printed, key=lambda each: (each.leaf.first, each.leaf.sort)):
        if each.leaf.last >= today:
            (right if digest(plan, each.leaf) == each.digest else old).append(each.leaf)
    return Wall(tuple(old), tuple(right))


def digest(plan: Plan, leaf: Leaf) -> str:
    """A mark of all that a sheet says of the plan; another if any of it is said differently."""
    return hashlib.sha256("\n".join(_facts(plan, leaf)).encode()).hexdigest()[:32]


def _facts(plan: Plan, leaf: Leaf) -> Iterator[str]:
    match leaf.sort:
        case Sort.MONTH:
            yield from _month_facts(plan, Month.of(leaf.first))
        case Sort.YEAR:
            yield from (day_line(day) for day in days(plan, leaf.first, leaf.last))
        case Sort.CYCLE:
            card = cycle_card(plan, Wishes(leaf.first))
            yield from (day.cell.name for week in card.weeks for day in week.days)
            yield from (str(cycle) for cycle in card.cycles)
        case Sort.FAMILY:
            rows = month_rows(plan, Month.of(leaf.first))
            yield from (str(home(day)) for row in rows for day in row.days)


def _month_facts(plan: Plan, month: Month) -> Iterator[str]:
    """The words of the month's days and weeks, and of what else stands on them."""
    rows = month_rows(plan, month)
    for row in rows:
        yield from (cell(day).name for day in row.days)
        yield week_cell(row.week).name
    first, last = rows[0].days[0].date, rows[-1].days[-1].date
    yield from (str(each) for each in milestones(plan, first, last))
    yield from (str(each) for each in plan.holidays if first <= each.date <= last)
