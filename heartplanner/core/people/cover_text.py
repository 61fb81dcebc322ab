"""What a colleague's rotation card says of a swap with them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from heartplanner.core.edits.colleagues import same_name, schedule_of
from heartplanner.core.people.colleague_day import state_text
from heartplanner.core.people.cover import covers
from heartplanner.core.plan.change import Swap
from heartplanner.core.plan.model import Colleague, PlanError
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import listed, weekday_date


def card_text(schedule: Schedule, swap: Swap, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """By the card, Lee could take Fri, Dec 18; empty where there is no such card.

    `schedule`: one's own without the swap.
    """
    for colleague in schedule.plan.colleagues:
        if same_name(colleague.name, swap.colleague):
            facts = list(_facts(schedule, colleague, swap, display))
            return f"By the card, {colleague.name} {listed(facts)}." if facts else ""
    return ""


def _facts(
    schedule: Schedule, colleague: Colleague, swap: Swap, display: DisplayFormat
) -> Iterator[str]:
    if swap.give:
        theirs = _day(colleague, swap.give)
        try:
            able = [cover.name for cover in covers(schedule, swap.give)]
        except PlanError:  # no shift to give
            able = []
        if colleague.name in able:
            yield f"could take {weekday_date(swap.give)}"
        elif theirs.at is not None:
            yield _why_not(theirs, display)
    if swap.take:
        theirs = _day(colleague, swap.take)
        if any(block.kind is Kind.SHIFT for block in theirs.blocks):
            yield f"has a shift to give on {weekday_date(swap.take)}"
        elif theirs.at is not None:
            yield f"has no shift to give on {weekday_date(swap.take)}"


def _why_not(theirs: Day, display: DisplayFormat) -> str:
    """Why a colleague had better not take a shift of this day of theirs."""
    day = weekday_date(theirs.date)
    if theirs.blocks:
        return f"works on {day} ({state_text(theirs, display)})"
    if theirs.in_break:
        return f"is in the break on {day}"
    return f"is off on {day}, but would have less than 11 hours of rest beside it"


def _day(colleague: Colleague, day: date) -> Day:
    return schedule_of(colleague).days(day, day)[0]
