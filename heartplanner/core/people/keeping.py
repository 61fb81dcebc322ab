"""Whether a schedule with a change keeps HEART's schedule rules and the rest as far as it did before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from heartplanner.core.explain.changes.change_effects import NEIGHBOURS, new_cares
from heartplanner.core.plan.change import dates_of
from heartplanner.core.plan.model import DateSpan, Plan
from heartplanner.core.rules.posting_rules import check
from heartplanner.core.schedule.rest import CONTEXT
from heartplanner.core.schedule.schedule import Schedule

REACH = max(CONTEXT, NEIGHBOURS) + timedelta(days=7)
"""How far from some days the rules and the rest around them look; rules look at whole weeks."""


def differing(schedule: Schedule, first: date, last: date) -> set[tuple[str, date]]:
    """Where HEART's schedule rules differ around these days; a weekend's neighbors are weeks away."""
    begin = max(first - NEIGHBOURS, schedule.plan.start)
    verdicts = check(schedule, begin, last + NEIGHBOURS)
    return {(verdict.rule, day) for verdict in verdicts for day in verdict.where}


def keeps_rest(before: Schedule, after: Schedule, spans: Sequence[DateSpan]) -> bool:
    """Whether nothing around these days asks for care that did not before: rest, worked days in a row."""
    return all(care.quiet for care in new_cares(before, after, spans))


def near_plan(plan: Plan, first: date, last: date) -> Plan:
    """The plan with those of its changes alone on which the days around these depend.

    A change touches its own dates only. So the others may be left out where they share no date with
    any that is kept, also by way of a third: the kept ones then find the days that they always found.
    """
    spans = [(first - REACH, last + REACH)]
    far = [(change, dates_of(change.what)) for change in plan.changes]
    kept: set[int] = set()
    while spans:
        reached = _Reached(spans)
        touching = [(change, dates) for change, dates in far if reached.any_of(dates)]
        kept.update(change.id for change, _ in touching)
        far = (
            [(change, dates) for change, dates in far if change.id not in kept] if touching else []
        )
        spans = [span for _, dates in touching for span in dates]
    return plan._replace(changes=tuple(change for change in plan.changes if change.id in kept))


class _Reached:
    """Spans of days, joined where they overlap: a search tells whether a day is in one, however many."""

    def __init__(self, spans: Sequence[tuple[date, date]]) -> None:
        self._begins: list[date] = []
        self._ends: list[date] = []
        for first, last in sorted(spans):
            if self._ends and first <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], last)
            else:
                self._begins.append(first)
                self._ends.append(last)

    def any_of(self, dates: Iterable[tuple[date, date]]) -> bool:
        """Whether one of these spans shares a day with them."""
        for first, last in dates:
            before = bisect_right(self._begins, last)
            if before and self._ends[before - 1] >= first:
                return True
        return False
