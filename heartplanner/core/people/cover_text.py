"""What a colleague's rotation card says of a swap with them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

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


class CardText(NamedTuple):
    """What a card says of a swap, empty where there is none; `fits`: whether the swap can be by it."""

    text: str
    fits: bool


def card_text(schedule: Schedule, swap: Swap, display: DisplayFormat = DEFAULT_FORMAT) -> CardText:
    """By the card, Lee could take Fri, Dec 18. `schedule`: one's own without the swap."""
    for colleague in schedule.plan.colleagues:
        if same_name(colleague.name, swap.colleague):
            facts = list(_facts(schedule, colleague, swap, display))
            said = listed([fact.text for fact in facts])
            text = f"By the card, {colleague.name} {said}." if facts else ""
            return CardText(text, all(fact.fits for fact in facts))
    return CardText("", fits=True)


def _facts(
    schedule: Schedule, colleague: Colleague, swap: Swap, display: DisplayFormat
) -> Iterator[CardText]:
    if swap.give:
        theirs = _day(colleague, swap.give)
        try:
            able = [cover.name for cover in covers(schedule, swap.give)]
        except PlanError:  # no shift to give
            able = []
        if colleague.name in able:
            yield CardText(f"could take {weekday_date(swap.give)}", fits=True)
        elif theirs.at is not None:
            yield CardText(_why_not(theirs, display), fits=False)
    if swap.take:
        theirs = _day(colleague, swap.take)
        if any(block.kind is Kind.SHIFT for block in theirs.blocks):
            yield CardText(f"has a shift to give on {weekday_date(swap.take)}", fits=True)
        elif theirs.at is not None:
            yield CardText(f"has no shift to give on {weekday_date(swap.take)}", fits=False)


def why_not(colleague: Colleague, day: date, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """Lee is in the break on Thu, Dec 25: why by the card a colleague takes no shift of a day.

    Empty of a day before the card begins.
    """
    theirs = _day(colleague, day)
    return f"{colleague.name} {_why_not(theirs, display)}." if theirs.at is not None else ""


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
