"""The plan's milestones: which there are, and how many days each leaves."""

from __future__ import annotations

from datetime import date, timedelta

from heartplanner.core.plan.model import LAST_DATE, Milestone, Plan
from heartplanner.core.words.english import counted

LICENCE = "North Carolina driver's licence"
LICENCE_DAYS = timedelta(days=60)
"""P8: within 60 days of hire."""


def first_milestones(start: date) -> tuple[Milestone, ...]:
    """Those that a new plan begins with: the licence, unless that is due after the last year of plans."""
    if start > LAST_DATE - LICENCE_DAYS:
        return ()
    return (Milestone(1, start + LICENCE_DAYS, LICENCE),)


def milestones(plan: Plan, first: date, last: date) -> list[Milestone]:
    """The milestones from first to last, both included, in the order of their dates."""
    found = [each for each in plan.milestones if first <= each.date <= last]
    return sorted(found, key=lambda each: (each.date, each.id))


def state(milestone: Milestone, today: date) -> str:
    """15 days left, today, 3 days late, or done."""
    if milestone.done:
        return "done"
    left = (milestone.date - today).days
    if left == 0:
        return "today"
    return f"{counted(abs(left), 'day')} {'left' if left > 0 else 'late'}"


def words(milestone: Milestone, today: date) -> str:
    """North Carolina driver's licence: 15 days left."""
    return f"{milestone.title}: {state(milestone, today)}"
