"""What a colleague's rotation card, and the swaps with them, say of another swap with them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from heartplanner.core.edits.colleagues import same_name
from heartplanner.core.edits.edits import with_change
from heartplanner.core.people.colleague_day import day_of, state_text, taken_band
from heartplanner.core.people.colleague_schedule import gave_away
from heartplanner.core.people.cover import covers
from heartplanner.core.plan.change import Swap
from heartplanner.core.plan.hours import BAND_HOURS
from heartplanner.core.plan.model import EXAMPLE_MADE, Colleague, Plan, PlanError
from heartplanner.core.schedule.blocks import Block, Kind
from heartplanner.core.schedule.cycle import assigned_hours, assignment_at
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import clock_span, listed, weekday_date


class CardText(NamedTuple):
    """What a card says of a swap, empty where there is none; `fits`: whether the swap can be by it."""

    text: str
    fits: bool


def card_text(schedule: Schedule, swap: Swap, display: DisplayFormat = DEFAULT_FORMAT) -> CardText:
    """By the card, Lee could take Fri, Dec 18. `schedule`: one's own without the swap."""
    for colleague in schedule.plan.colleagues:
        if same_name(colleague.name, swap.colleague):
            theirs = [day_of(schedule, colleague, day) for day in (swap.give, swap.take) if day]
            facts = list(_facts(schedule, colleague, swap, display))
            said = listed([fact.text for fact in facts])
            # What a swap changed on these days is on no card.
            known = "card and your swaps" if any(day.changes for day in theirs) else "card"
            text = f"By the {known}, {colleague.name} {said}." if facts else ""
            return CardText(text, all(fact.fits for fact in facts))
    return CardText("", fits=True)


def _facts(
    schedule: Schedule, colleague: Colleague, swap: Swap, display: DisplayFormat
) -> Iterator[CardText]:
    if swap.give:
        theirs = day_of(schedule, colleague, swap.give)
        try:
            theirs_taken = _with_theirs_taken(schedule, swap._replace(colleague=colleague.name))
            able = [cover.name for cover in covers(theirs_taken, swap.give)]
        except PlanError:  # no shift to give
            able = []
        if colleague.name in able:
            yield CardText(f"could take {weekday_date(swap.give)}", fits=True)
        elif theirs.at is not None:
            yield CardText(_why_not(theirs, display), fits=False)
    if swap.take:
        theirs = day_of(schedule, colleague, swap.take)
        shifts = [block for block in theirs.blocks if block.kind is Kind.SHIFT]
        if shifts:
            yield _to_give(schedule.plan, shifts[0], swap, display)
        elif theirs.at is not None:
            yield CardText(f"has no shift to give on {weekday_date(swap.take)}", fits=False)


def _with_theirs_taken(schedule: Schedule, swap: Swap) -> Schedule:
    """The schedule once one works the shift that a swap takes: they then need no rest from it."""
    if swap.take is None:
        return schedule
    try:
        return with_change(schedule.plan, swap._replace(give=None), EXAMPLE_MADE)
    except PlanError:  # it fits only together with what is given
        return schedule


def as_on_card(schedule: Schedule, swap: Swap) -> Swap:
    """The swap with the colleague's name, and where it states no hours with theirs, by what is known."""
    names = (one.name for one in schedule.plan.colleagues if same_name(one.name, swap.colleague))
    named = swap._replace(colleague=next(names, swap.colleague))
    if swap.take is None or swap.band:
        return named
    return named._replace(band=taken_band(schedule, swap.colleague, swap.take))


def partner_lines(schedule: Schedule, entered: Swap, swap: Swap, *, warn: bool) -> list[str]:
    """What there is to say of a swap's colleague: `swap` is the one entered, made `as_on_card`.

    `schedule`: one's own without the swap; `warn`: only what speaks against it.
    """
    lines = []
    if swap.band and not entered.band:
        hours = clock_span(*BAND_HOURS[swap.band])
        lines.append(f"The shift that you take has {swap.colleague}'s hours, {hours}.")
    card = card_text(schedule, swap)
    if card.text and not (warn and card.fits):
        lines.append(card.text)
    return lines


def _to_give(plan: Plan, shift: Block, swap: Swap, display: DisplayFormat) -> CardText:
    """The shift of theirs that a swap takes, with its hours; the swap's own where they are others."""
    day = shift.start.date()
    assignment = assignment_at(plan, day)
    text = f"has a shift to give on {weekday_date(day)}, {clock_span(*shift.hours, display)}"
    if assignment is None:  # a day before one's start date, which is refused
        return CardText(text, fits=True)
    hours = BAND_HOURS[swap.band] if swap.band else assigned_hours(assignment)
    fits = hours == shift.hours
    return CardText(text if fits else f"{text}, not {clock_span(*hours, display)}", fits)


def why_not(
    schedule: Schedule, colleague: Colleague, day: date, display: DisplayFormat = DEFAULT_FORMAT
) -> str:
    """Lee is in the break on Thu, Dec 25: why, as far as is known, a colleague takes no shift of a day.

    Empty of a day before the card begins.
    """
    theirs = day_of(schedule, colleague, day)
    return f"{colleague.name} {_why_not(theirs, display)}." if theirs.at is not None else ""


def _why_not(theirs: Day, display: DisplayFormat) -> str:
    """Why a colleague had better not take a shift of this day of theirs."""
    day = weekday_date(theirs.date)
    if theirs.blocks:
        return f"works on {day} ({state_text(theirs, display)})"
    if gave_away(theirs):
        return f"gave you the shift of {day}"
    if theirs.in_break:
        return f"is in the break on {day}"
    return f"is off on {day}, but would have less than 11 hours of rest beside it"
