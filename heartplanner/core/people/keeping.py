"""Whether a schedule with a change keeps HEART's schedule rules and the rest as far as it did before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from heartplanner.core.explain.change_effects import NEIGHBOURS, Span, new_cares
from heartplanner.core.plan.change import Change, dates_of
from heartplanner.core.plan.model import Plan
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


def keeps_rest(before: Schedule, after: Schedule, spans: Sequence[Span]) -> bool:
    """Whether nothing around these days asks for care that did not before: rest, worked days in a row."""
    return all(care.quiet for care in new_cares(before, after, spans))


def near_plan(plan: Plan, first: date, last: date) -> Plan:
    """The plan with those of its changes alone on which the days around these depend.

    A change touches its own dates only. So the others may be left out where they share no date with
    any that is kept, also by way of a third: the kept ones then find the days that they always found.
    """
    spans = [(first - REACH, last + REACH)]
    far = list(plan.changes)
    kept: set[int] = set()
    while spans:
        touching = [change for change in far if _on(change, spans)]
        kept |= {change.id for change in touching}
        far = [change for change in far if change.id not in kept]
        spans = [span for change in touching for span in dates_of(change.what)]
    return plan._replace(changes=tuple(change for change in plan.changes if change.id in kept))


def _on(change: Change, spans: Sequence[tuple[date, date]]) -> bool:
    return any(
        first <= end and last >= begin
        for first, last in dates_of(change.what)
        for begin, end in spans
    )
