"""Which sheets were printed, and which of them are no longer right.

A sheet is known by a digest of all that it said. It is right for as long as the same sheet, made from
today's schedule, has the same digest; so nothing of the schedule of then need be kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.sheets.cycle import CycleCard
from heartplanner.core.sheets.family import FamilySheet
from heartplanner.core.sheets.kinds import (
    DEFAULT_STYLE,
    PaperSheet,
    PrintStyle,
    SheetKind,
    SheetRef,
    sheet_of,
    sheet_options,
)
from heartplanner.core.sheets.month import MonthSheet, PaperDay
from heartplanner.core.sheets.year import YearSheet
from heartplanner.core.words.display_format import Language
from heartplanner.core.words.english import listed

MOST_NAMED = 3
"""How many sheets that are still right are named one by one."""


class PrintedSheet(NamedTuple):
    """A sheet that was printed: on which day, of which version of the plan, and how.

    `digest`: of all that it says of its own days; `around`: of the small months that it shows.
    """

    ref: SheetRef
    day: date
    version: int
    digest: str
    around: str
    style: PrintStyle = DEFAULT_STYLE


class SheetStatus(NamedTuple):
    """The sheets that are of use from a day on: those to print again, and those still right.

    `beside`: of the right ones those whose small months are not.
    """

    old: tuple[SheetRef, ...]
    right: tuple[SheetRef, ...]
    beside: tuple[SheetRef, ...] = ()

    @property
    def text(self) -> str:
        """Reprint August 2025. Your printed September 2025 is still right. "" if nothing is old."""
        if not self.old:
            return ""
        # Two cards, of the present and of a later rotation, have one name.
        again = f"Reprint {listed(list(dict.fromkeys(ref.title for ref in self.old)))}."
        if not self.right:
            return again
        verb, its = ("is", "its") if len(self.right) == 1 else ("are", "their")
        titles = [ref.title.removeprefix("the ") for ref in self.right]
        named = f"Your printed {listed(list(dict.fromkeys(titles)))}"
        if len(self.right) > MOST_NAMED:
            named = f"Your other {len(self.right)} printed sheets"
        but = f", except {its} small months" if self.beside else ""
        return f"{again} {named} {verb} still right{but}."


def printed_sheet(
    schedule: Schedule,
    ref: SheetRef,
    today: date,
    style: PrintStyle = DEFAULT_STYLE,
    sheet: PaperSheet | None = None,
) -> PrintedSheet:
    """A sheet as it is printed now; `sheet`: what it says, where that is known already."""
    digests = _digests(sheet or _sheet(schedule, ref, today, style))
    return PrintedSheet(ref, today, schedule.plan.version, *digests, style)


def with_printed(
    before: Sequence[PrintedSheet], printed: Sequence[PrintedSheet]
) -> tuple[PrintedSheet, ...]:
    """All printed sheets, with these in place of earlier ones of the same.

    There is one six-week card of the present, and one of each rotation that was printed ahead of its start.
    """
    kept = {_place(sheet): sheet for sheet in before}
    for sheet in printed:
        # Taken out first, so that the newest stands last: what is kept longest is what was printed last.
        kept.pop(_place(sheet), None)
        kept[_place(sheet)] = sheet
    return tuple(kept.values())


def _place(sheet: PrintedSheet) -> tuple[SheetKind, date | None, Language]:
    ref = sheet.ref
    present = ref.kind is SheetKind.CYCLE and ref.first <= sheet.day
    return ref.kind, None if present else ref.first, ref.language


def sheet_status(schedule: Schedule, printed: Sequence[PrintedSheet], today: date) -> SheetStatus:
    """Which sheets that reach to today or beyond are still right; in the order of their dates."""
    old: list[SheetRef] = []
    right: list[SheetRef] = []
    beside: list[SheetRef] = []
    # A sheet of past days is of no use, so whether it is right does not matter.
    for sheet in sorted(printed, key=lambda sheet: (sheet.ref.first, sheet.ref.kind)):
        if sheet.ref.last < today:
            continue
        # With the style and the day of then: the sheet must not be old for its looks or its date of print.
        digest, around = _digests(_sheet(schedule, sheet.ref, sheet.day, sheet.style))
        if digest != sheet.digest:
            old.append(sheet.ref)
        else:
            right.append(sheet.ref)
            beside += [sheet.ref] if around != sheet.around else []
    return SheetStatus(tuple(old), tuple(right), tuple(beside))


def _sheet(schedule: Schedule, ref: SheetRef, day: date, style: PrintStyle) -> PaperSheet:
    """A sheet as it would be printed on a day, without public holidays and other calendars."""
    return sheet_of(schedule, ref, {}, sheet_options(style, day))


def _digests(sheet: PaperSheet) -> tuple[str, str]:
    """Marks of what a sheet says of its own days and of others.

    Either is another if any of that is said differently: words alone count, not their looks, and no public
    holidays, for another version of their list must make no sheet old.
    """
    return _mark(_facts(sheet)), _mark(_around(sheet))


def _mark(facts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:32]


def _facts(sheet: PaperSheet) -> Iterator[str]:
    match sheet:
        case MonthSheet():
            yield from _month_facts(sheet)
        case YearSheet():
            yield from sheet.sums
            for month in sheet.months:
                yield from (_small_fact(day) for row in month.rows for day in row.days)
        case CycleCard():
            yield from (sheet.since, *sheet.later)
            for week in sheet.weeks:
                yield from (week.hours, *map(_small_fact, week.days))
            yield from (text for cycle in sheet.cycles for text in cycle)
        case FamilySheet():
            days = [day for row in sheet.rows for day in row]
            yield from (f"{day.date} {day.lead} {day.main}" for day in days)


def _month_facts(sheet: MonthSheet) -> Iterator[str]:
    yield from sheet.sums
    for row in sheet.rows:
        yield from row.week
        for day in row.days:
            yield from (day.lasting, *(words[0] for words in day.caption), *day.band[:1])


def _small_fact(day: PaperDay) -> str:
    """What a small cell says of a day."""
    letters = "".join(block.letter for block in day.blocks)
    marks = (day.cell.gone, day.cell.break_band, day.cell.worked_weekend, day.cell.guess)
    return f"{day.cell.date} {letters} {[bool(mark) for mark in marks]}"


def _around(sheet: PaperSheet) -> Iterator[str]:
    """The days that a month's small months show as worked."""
    if isinstance(sheet, MonthSheet):
        for month in sheet.neighbors:
            shown = {day for row in month.rows for day in row if day in month.worked}
            yield from sorted(map(str, shown))
