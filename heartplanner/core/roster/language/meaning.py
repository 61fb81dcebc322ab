"""What the items beside a date say of it: a letter and hours, or why they are not understood.

Every item must be accounted for: one that is not known leaves the line unread, for a day that is read
wrongly is worse than one that is not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from heartplanner.core.plan.change import AbsenceKind
from heartplanner.core.plan.hours import BAND_HOURS
from heartplanner.core.plan.model import ADMIN, FREE, LETTER_BANDS, MARK_MEANINGS
from heartplanner.core.roster.language.clocks import (
    DAY_MINUTES,
    Shift,
    crosses_midnight,
    daytime_of,
    shift_of,
)
from heartplanner.core.roster.language.item_checks import (
    RosterContext,
    check_alone,
    check_known,
    check_letter,
    is_bracketed,
    item_text,
)
from heartplanner.core.roster.language.items import (
    HarmlessItem,
    HoursItem,
    Item,
    LabelItem,
    LengthItem,
    NextDayItem,
    TimeItem,
    UnknownItem,
)
from heartplanner.core.roster.language.stated_hours import (
    check_clock,
    is_midnight_to_midnight,
    stated_hours,
)
from heartplanner.core.roster.language.vocabulary import NIGHT, Label
from heartplanner.core.roster.roster import DayChange, SwapSide, UnreadError
from heartplanner.core.rules.rotation_rules import ADMIN_MINUTES, SHIFT_MINUTES
from heartplanner.core.schedule.blocks import Kind

LENGTHS = {
    "S": SHIFT_MINUTES,
    "D": SHIFT_MINUTES,
    "E": SHIFT_MINUTES,
    ADMIN: ADMIN_MINUTES,
    FREE: 0,
}
UNPAID = 60
"""Minutes by which a stated length may be shorter than the hours: a meal that is not paid."""
EVENING = 17 * 60
TWO_THINGS = "it says two things"
IN_BRACKETS = "its brackets may mean that it is less sure than the others"
NO_HOURS = "it has a date and no hours"


class Meaning(NamedTuple):
    """What is said of a day. `begin` and `end`: minutes of the day, None where no hours are stated.

    `renamed`: the letter of a label that has other hours here than its band's, or "". `change`: what the
    day is that is none of the rotation.
    """

    letter: str
    begin: int | None = None
    end: int | None = None
    renamed: str = ""
    change: DayChange | None = None


def meaning_of(items: Sequence[Item], context: RosterContext, *, dash: bool = False) -> Meaning:
    """What the items say. `dash`: a dash alone stands for a free day. Raises UnreadError."""
    # First of all: what a code stands for may itself be hours, a label or words that are not known.
    items = list(_explained(items, context))
    check_known(items, context)
    if context.bare and is_bracketed(items):
        raise UnreadError(IN_BRACKETS)
    labels = [item for item in items if isinstance(item, LabelItem)]
    if labels and all(_is_of_whole_days(label.label) for label in labels):
        items = [item for item in items if not is_midnight_to_midnight(item)]
    hours = stated_hours(items)
    if hours and context.by_24_hours:
        check_clock(hours, context.shift_hours, any_length=context.changes)
    if not labels and hours is None:
        if dash and not any(isinstance(item, LengthItem | TimeItem) for item in items):
            return Meaning(FREE)
        raise UnreadError(NO_HOURS)
    check_alone(items)
    for label in labels:
        check_letter(label, context)
    meaning = _said(labels, hours, context)
    _check_lengths(items, meaning)
    _check_next_day(items, meaning)
    return meaning


def _said(labels: Sequence[LabelItem], hours: HoursItem | None, context: RosterContext) -> Meaning:
    """What the labels and the hours say of a day, together."""
    letters = {label.label.letter for label in labels} - {""}
    changes = {label.label.change for label in labels} - {None}
    if changes:
        return _meaning_of_change(changes, letters, hours, context)
    shift = shift_of(hours, context.shift_hours, any_length=context.changes) if hours else None
    if shift and context.changes and letters and ADMIN in {*letters, shift.letter}:
        # Admin time may last a whole day, and a shift four hours. So such hours say no more than that one
        # works ("W"), and the word says which of both it is.
        shift = shift._replace(letter="W")
    return _combined(letters, shift)


def _is_of_whole_days(label: Label) -> bool:
    return label.letter == FREE or isinstance(label.change, AbsenceKind)


def _explained(items: Sequence[Item], context: RosterContext) -> Iterator[Item]:
    """With the legend's meaning in the place of each code."""
    for item in items:
        code = item.text.lower() if isinstance(item, LabelItem | UnknownItem | HarmlessItem) else ""
        if code in context.legend:
            meaning = context.legend[code]
            if meaning is None:
                raise UnreadError(f"{item_text(item)!a} is explained in words that are not known")
            yield from meaning
        else:
            yield item


def _combined(letters: set[str], shift: Shift | None) -> Meaning:
    """What labels and hours say together."""
    begin, end = (shift.begin, shift.end) if shift else (None, None)
    renamed = ""
    if NIGHT in letters:
        letters, (begin, end) = letters - {NIGHT} | {"S"}, _night(shift)
    if shift:
        if shift.letter in "SW" and letters & {"D", "E"}:
            # Where a day shift has other hours than 9-9, "day" is its name and not its band.
            renamed = "".join(sorted(letters & {"D", "E"}))
            letters = letters - {"D", "E"}
        # Hours are one more word that allows some kinds of day.
        letters = letters | {shift.letter}
    # Each word allows some kinds of day. What all of them allow must be what one mark means.
    may_be = [mark for mark in "DEA-" if all(mark in MARK_MEANINGS[letter] for letter in letters)]
    letter = next((letter for letter, may in MARK_MEANINGS.items() if list(may) == may_be), "")
    if not letter:
        raise UnreadError(TWO_THINGS)
    return Meaning(letter, begin, end, renamed)


def _meaning_of_change(
    changes: Set[DayChange | None],
    letters: Set[str],
    hours: HoursItem | None,
    context: RosterContext,
) -> Meaning:
    """What a word such as leave or training says, with the letters and hours beside it."""
    if len(changes) > 1:
        raise UnreadError(TWO_THINGS)
    (change,) = changes
    if isinstance(change, AbsenceKind) or change is SwapSide.GIVEN:
        _check_whole_day(letters, hours, context)
        return Meaning(FREE, change=change)
    # What is taken or extra is a shift; training is none, so that a word for a shift contradicts it.
    worked = {"W"} if change is Kind.TRAINING else {"S", "D", "E", "W", NIGHT}
    if not letters <= worked:
        raise UnreadError(TWO_THINGS)
    bands = [LETTER_BANDS[letter] for letter in letters if letter in LETTER_BANDS]
    if hours:
        shift = (
            daytime_of(hours)
            if change is Kind.TRAINING
            else shift_of(hours, context.shift_hours, any_length=True)
        )
        return Meaning("W", shift.begin, shift.end, change=change)
    if len(bands) != 1:
        raise UnreadError("its hours are not stated")
    begin, end = (clock.hour * 60 + clock.minute for clock in BAND_HOURS[bands[0]])
    return Meaning("W", begin, end, change=change)


def _check_whole_day(letters: Set[str], hours: HoursItem | None, context: RosterContext) -> None:
    """Leave takes a whole day off: hours beside it are those of the shift or of the admin block."""
    if hours is None:
        return
    try:
        letter = shift_of(hours, context.shift_hours).letter
    except UnreadError:
        letter = ""
    if not letter or (letter == ADMIN and ADMIN not in letters):
        raise UnreadError("it may be about a part of the day")


def _night(shift: Shift | None) -> tuple[int | None, int | None]:
    """The hours of a shift that is called a night shift."""
    if shift is None:
        raise UnreadError("the hours of a night shift are not stated")
    if shift.letter != "S" or (shift.begin is not None and shift.begin < EVENING):
        raise UnreadError(TWO_THINGS)
    return shift.begin, shift.end


def _check_next_day(items: Sequence[Item], meaning: Meaning) -> None:
    """An end that is said to be on the next day is on it. Raises UnreadError."""
    past_midnight = (
        meaning.begin is not None
        and meaning.end is not None
        and crosses_midnight(meaning.begin, meaning.end)
    )
    if any(isinstance(item, NextDayItem) for item in items) and not past_midnight:
        raise UnreadError("its end is not on the next day")


def _check_lengths(items: Sequence[Item], meaning: Meaning) -> None:
    """A number of hours must be that of the shift. Raises UnreadError."""
    expected = SHIFT_MINUTES if meaning.change else LENGTHS.get(meaning.letter)
    if meaning.begin is not None and meaning.end is not None:
        expected = (meaning.end - meaning.begin) % DAY_MINUTES
    for item in items:
        if isinstance(item, LengthItem):
            # A program may leave an unpaid meal out of its sum, but never adds to it.
            unpaid = UNPAID if item.sure and expected == SHIFT_MINUTES else 0
            if expected is None or not 0 <= expected - item.minutes <= unpaid:
                raise UnreadError(f"{item.minutes / 60:g} hours do not fit what else it says")
