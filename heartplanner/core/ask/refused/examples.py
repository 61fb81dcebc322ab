"""Questions to offer: what this person can ask, by whom and what the program knows of them."""

from __future__ import annotations

from heartplanner.core.ask.calendars import busy_calendars
from heartplanner.core.plan.model import Plan


def examples(plan: Plan) -> tuple[str, ...]:
    """Six questions of six kinds, each of which has an answer in this plan."""
    names = [colleague.name for colleague in plan.colleagues]
    others = names or busy_calendars(plan)
    shared = f"when are {others[0]} and I both free next month" if others else ""
    return (
        "Oct 17",
        shared or "four days in a row in October",
        "stretch 32 hours of leave in December",
        "do I have enough leave for next week" if plan.leave else "my next free weekend",
        "what should be on my pay stub for the last pay period"
        if plan.pay
        else "how many hours next month",
        "who can take my shift tomorrow" if names else "when is my next break",
    )
