"""Whether a schedule with a change keeps HEART's schedule rules and the rest as far as it did before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from heartplanner.core.explain.change_effects import NEIGHBOURS, Span, new_cares
from heartplanner.core.rules.posting_rules import check
from heartplanner.core.schedule.schedule import Schedule


def differing(schedule: Schedule, first: date, last: date) -> set[tuple[str, date]]:
    """Where HEART's schedule rules differ around these days; a weekend's neighbors are weeks away."""
    begin = max(first - NEIGHBOURS, schedule.plan.start)
    verdicts = check(schedule, begin, last + NEIGHBOURS)
    return {(verdict.rule, day) for verdict in verdicts for day in verdict.where}


def keeps_rest(before: Schedule, after: Schedule, spans: Sequence[Span]) -> bool:
    """Whether nothing around these days asks for care that did not before: rest, worked days in a row."""
    return all(care.quiet for care in new_cares(before, after, spans))
