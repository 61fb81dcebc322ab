"""The plan's reminder dates: which there are, and how many days each leaves."""

from __future__ import annotations

from datetime import date, timedelta

from heartplanner.core.plan.model import EXAMPLE_MADE, LAST_DATE, Milestone, Plan
from heartplanner.core.words.english import counted

LICENSE, EARLIER_LICENSE = "Driver's license", "North Carolina driver's license"
"""What the license is called; and in plans that were made when it had the longer name."""
LICENSE_DAYS = timedelta(days=60)
"""P8: within 60 days of hire."""
LICENSE_REASON = (
    "HEART's job posting asks for a North Carolina driver's license within 60 days of the first day."
    " Edit > Reminder dates has this date; mark it done there."
)


def first_milestones(start: date) -> tuple[Milestone, ...]:
    """Those that a new plan begins with: the license, unless that is due after the last year of plans."""
    if start > LAST_DATE - LICENSE_DAYS:
        return ()
    return (Milestone(1, start + LICENSE_DAYS, LICENSE),)


def milestones(plan: Plan, first: date, last: date) -> list[Milestone]:
    """The milestones from first to last, both included, in the order of their dates."""
    within = [milestone for milestone in plan.milestones if first <= milestone.date <= last]
    return sorted(within, key=lambda milestone: (milestone.date, milestone.id))


def state(plan: Plan, milestone: Milestone, today: date) -> str:
    """15 days left, today, 3 days late, was due, or done.

    A date that had passed when the responder made the plan was never theirs to keep, so it is not late.
    """
    if milestone.done:
        return "done"
    left = (milestone.date - today).days
    if left == 0:
        return "today"
    if left < 0 and milestone.date < _made_on(plan, today):
        return "was due"
    return f"{counted(abs(left), 'day')} {'left' if left > 0 else 'late'}"


def words(plan: Plan, milestone: Milestone, today: date) -> str:
    """Driver's license: 15 days left."""
    return f"{milestone.title}: {state(plan, milestone, today)}"


def reason(milestone: Milestone) -> str:
    """Why a date is there that the responder did not enter; "" of one that they did."""
    return LICENSE_REASON if milestone.title in (LICENSE, EARLIER_LICENSE) else ""


def _made_on(plan: Plan, today: date) -> date:
    """The day on which the responder first stated something of this plan; today if they have not yet."""
    # The example begins with a moment of its own, which is nobody's: a newcomer of 2026 may still keep it.
    own = [revision.at.date() for revision in plan.history if revision.at != EXAMPLE_MADE]
    return own[0] if own else today
