"""What the use of a roster comes to, in words: the rotation, its changes, from when on, and what waits."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from heartplanner.core.finder.repair.repair_text import headline
from heartplanner.core.finder.roster_use import RosterOutcome
from heartplanner.core.finder.search import roster_search, search_of
from heartplanner.core.plan.model import CYCLE_DAYS, ONE_DAY, Plan
from heartplanner.core.roster.review import Review
from heartplanner.core.roster.roster import Roster
from heartplanner.core.words.english import counted, full_date, long_date


def outcome_words(outcome: RosterOutcome) -> str:
    """24 schedules fit these days. Or which days differ from the rotation that fits best."""
    if outcome.repair:
        return headline(outcome.repair, own=outcome.own)
    if outcome.rotation is None:
        return (
            "No rotation follows HEART's schedule rules with these settings. Find my rotation says what"
            " you can change."
        )
    if outcome.own:
        return "Your own rotation fits these days."
    total = outcome.left.total
    if total == 1:
        return "One rotation fits these days."
    return f"{total:,} different six-week schedules still fit these days; the likeliest is shown."


def outcome_said(outcome: RosterOutcome) -> str:
    """24 schedules fit. Or: 3 days differ from the rotation that fits best."""
    if outcome.repair:
        differ = "differs" if outcome.repair.differing == 1 else "differ"
        days = counted(outcome.repair.differing, "day")
        which = "your own rotation" if outcome.own else "the rotation that fits best"
        return f"{days} {differ} from {which}."
    if outcome.own:
        return "Your own rotation fits."
    total = outcome.left.total
    if total == 1:
        return "1 schedule fits."
    # What it means for one's days that several fit.
    alike = len(outcome.sure)
    same = f"; {alike} of {CYCLE_DAYS} days are the same in each" if alike > 1 else ""
    return f"{total:,} schedules fit{same}."


def use_words(
    outcome: RosterOutcome | None, changes: str, *, asks: bool = False, unanswered: int = 0
) -> str:
    """What the button does: use the days, or the rotation with these changes.

    `changes`: as changes_text names them; `asks`: what some days were is asked first; `unanswered`: lines
    of leave or swaps that are not entered yet; whether they are left out is asked first too.
    """
    which = "Use these days"
    if outcome is not None and outcome.offers_rotation:
        which = "Use this rotation" if outcome.left.known else "Use the likeliest schedule"
        which = "Keep your rotation" if outcome.own else which
    if unanswered:
        return f"{which} without {counted(unanswered, 'change')}..."
    if outcome is None or not outcome.offers_rotation:
        return which
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


class MarkedBefore(NamedTuple):
    """What may become of the days that were marked before a roster, in words; None where none would stay.

    `keep`: those that the roster says nothing of stay; `replace`: none of them does.
    """

    keep: str | None
    replace: str


def marked_before(plan: Plan, roster: Roster) -> MarkedBefore:
    """How many of the days that are marked would stay, and which days they are."""
    before = search_of(plan).marks
    after = {mark.date for mark in roster_search(plan, roster).marks}
    read = {reading.date for reading in roster.readings}
    days = {mark.date for mark in before}
    stay = days & after - read
    every = counted(len(days), "day")
    which = f" ({days_span(days)})" if days else ""
    if not stay:
        return MarkedBefore(None, f"These take the place of all {every} that you marked{which}")
    keep = f"Keep the {every}{which}, and add these"
    if stay != days:
        keep = f"Keep {len(stay)} of the {every}{which}; these take the place of the rest"
    return MarkedBefore(keep, f"Use only these; the marks of the {every} go")


def days_span(days: Collection[date]) -> str:
    """November 23, 2026 to January 3, 2027: the first and the last of some days."""
    first, last = min(days), max(days)
    return full_date(first) if first == last else f"{full_date(first)} to {full_date(last)}"


def not_entered_words(review: Review, outcome: RosterOutcome) -> str:
    """Where no rotation is offered: that leave and swaps wait. Else nothing."""
    changes = sum(reading.change is not None for reading in review.used.readings)
    if not changes or outcome.offers_rotation:
        return ""
    days = (
        "1 day of leave or a swap is" if changes == 1 else f"{changes} days of leave or swaps are"
    )
    return f"{days} not entered yet: check this roster again once your rotation is known."
