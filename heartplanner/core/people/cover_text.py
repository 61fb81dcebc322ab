"""What a colleague's rotation card, and the swaps with them, say of another swap with them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from heartplanner.core.edits.colleagues import same_name
from heartplanner.core.edits.edits import with_change
from heartplanner.core.people.colleague_day import state_text, taken_band
from heartplanner.core.people.colleague_schedule import colleague_schedule, gave_away
from heartplanner.core.people.cover import cover_of, shift_to_give
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
            theirs = colleague_schedule(schedule, colleague)
            given, taken = (day and theirs.days(day, day)[0] for day in (swap.give, swap.take))
            facts = [
                *(_of_given(schedule, colleague, swap, given, display) if given else ()),
                *(_of_taken(schedule.plan, swap, taken, display) if taken else ()),
            ]
            said = listed([fact.text for fact in facts])
            # What a swap changed on these days is on no card.
            changed = any(day and day.changes for day in (given, taken))
            known = "card and your swaps" if changed else "card"
            text = f"By the {known}, {colleague.name} {said}." if facts else ""
            return CardText(text, all(fact.fits for fact in facts))
    return CardText("", fits=True)


def _of_given(
    schedule: Schedule, colleague: Colleague, swap: Swap, theirs: Day, display: DisplayFormat
) -> Iterator[CardText]:
    """Whether they could take the shift that a swap gives; `theirs`: their day then."""
    day = theirs.date
    theirs_taken = _with_theirs_taken(schedule, swap._replace(colleague=colleague.name))
    try:
        hours = shift_to_give(theirs_taken, day).hours
    except PlanError:  # no shift to give
        able = None
    else:
        able = cover_of(colleague.name, colleague_schedule(theirs_taken, colleague), day, hours)
    if able:
        yield CardText(f"could take {weekday_date(day)}", fits=True)
    elif theirs.at is not None:
        yield CardText(_why_not(theirs, display), fits=False)


def _of_taken(plan: Plan, swap: Swap, theirs: Day, display: DisplayFormat) -> Iterator[CardText]:
    """Whether they have the shift that a swap takes; `theirs`: their day then."""
    shifts = [block for block in theirs.blocks if block.kind is Kind.SHIFT]
    if shifts:
        yield _to_give(plan, shifts[0], swap, display)
    elif theirs.at is not None:
        yield CardText(f"has no shift to give on {weekday_date(theirs.date)}", fits=False)


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


def why_not(name: str, theirs: Day, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """Lee is in the break on Thu, Dec 25: why, as far as is known, a colleague takes no shift of a day.

    `theirs`: their day. Empty of a day before the card begins.
    """
    return f"{name} {_why_not(theirs, display)}." if theirs.at is not None else ""


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
