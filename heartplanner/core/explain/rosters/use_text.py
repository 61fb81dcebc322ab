"""What the use of a roster comes to, in words: the rotation, its changes, from when on, and what waits."""

from __future__ import annotations

from datetime import date

from heartplanner.core.finder.roster_use import RosterOutcome
from heartplanner.core.plan.model import ONE_DAY
from heartplanner.core.roster.review import Review
from heartplanner.core.words.english import full_date, long_date


def use_words(outcome: RosterOutcome | None, changes: str, *, asks: bool = False) -> str:
    """What the button does: use the days, or the rotation with these changes.

    `changes`: as changes_text names them; `asks`: what some days were is asked first.
    """
    if outcome is None or not outcome.offers_rotation:
        return "Use these days"
    which = "Use this rotation" if outcome.left.known else "Use the likeliest schedule"
    if asks:
        return f"{which}..."
    return f"{which} and enter {changes}" if changes else which


def since_words(first: date, later: date | None, *, stays: bool) -> str:
    """From when on a rotation is used; `stays`: there are days before that stay as they are.

    `later`: the first day of the next rotation that is entered already, which stays too.
    """
    if later is not None:
        until = f"from {long_date(first)}, until {long_date(later - ONE_DAY)}"
        rest = f"your rotation from {full_date(later)}"
        return f"{until}; the days before and {rest} stay" if stays else f"{until}; {rest} stays"
    from_when = f"from {long_date(first)} on"
    return (
        f"{from_when}; the days before stay as they are"
        if stays
        else f"{from_when}; your whole calendar follows it"
    )


def not_entered_words(review: Review, outcome: RosterOutcome) -> str:
    """Where no rotation is offered: that leave and swaps wait. Else nothing."""
    changes = sum(reading.change is not None for reading in review.used.readings)
    if not changes or outcome.offers_rotation:
        return ""
    days = (
        "1 day of leave or a swap is" if changes == 1 else f"{changes} days of leave or swaps are"
    )
    return f"{days} not entered yet: check this roster again once your rotation is known."
