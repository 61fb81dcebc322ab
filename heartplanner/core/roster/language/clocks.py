"""Times of day: what a spelled time may mean, and which shift a start and an end make."""

from __future__ import annotations

import re
from itertools import product
from typing import NamedTuple

from heartplanner.core.plan.hours import BAND_HOURS, Hours
from heartplanner.core.plan.model import ADMIN, LETTER_BANDS
from heartplanner.core.roster.language.items import Clock, HoursItem
from heartplanner.core.roster.language.tokens import Token, TokenKind
from heartplanner.core.roster.roster import UnreadError
from heartplanner.core.rules.rotation_rules import ADMIN_MINUTES, SHIFT_MINUTES
from heartplanner.core.schedule.cycle import length_of
from heartplanner.core.words.english import hours

DAY_MINUTES = 24 * 60
NOON = 12 * 60
OFFICE = range(6 * 60, 22 * 60 + 1)
"""Admin hours without am or pm lie within these minutes of the day."""
SPELLED = re.compile(
    r"(\d{1,2}?)(?:[:.]?(\d\d))?(?::\d\d(?:\.0+)?)?\s*([ap])?(?:\.?m\.?)?(?:h(?:ou)?r?s?)?", re.I
)


def clock_of(token: Token) -> Clock | None:
    """What a token may mean as a time of day, or None. Noon and midnight are words too."""
    text = token.text.lower()
    if token.kind is TokenKind.TIME and (word := re.search(r"noon|midday|midnight|mid|mn|n", text)):
        return Clock((NOON if word[0] in ("noon", "midday", "n") else 0,))
    spelled = SPELLED.fullmatch(text)
    if token.kind not in (TokenKind.TIME, TokenKind.CLOCK, TokenKind.NUMBER) or not spelled:
        return None
    if token.kind is TokenKind.NUMBER and spelled[2]:
        return None
    return _clock(int(spelled[1]), spelled[2], spelled[3] or "", literal=_is_24_hour(text))


def _is_24_hour(text: str) -> bool:
    """0900 and 09:00 count the hours to 24; 9:00 may be on either side of noon."""
    digits = re.match(r"\d+", text)
    return digits is not None and (digits[0].startswith("0") or len(digits[0]) > 2)


def _clock(hour: int, minute: str | None, half: str, *, literal: bool) -> Clock | None:
    minutes = int(minute or 0)
    if hour > 24 or minutes > 59 or (half and not 1 <= hour <= 12) or (hour == 24 and minutes):
        return None
    full = minute is not None
    if half or (1 <= hour <= 12 and not literal):
        halves = [before for name, before in (("a", 0), ("p", 12)) if half in ("", name)]
        return Clock(tuple((hour % 12 + before) * 60 + minutes for before in halves), full)
    return Clock((hour % 24 * 60 + minutes,), full, by_24_hours=hour > 12)


def literal(item: HoursItem) -> HoursItem:
    """Hours as they are on a clock of 24 hours: 9:00 is in the morning, and 12:00 noon."""
    begin, end = (
        clock._replace(minutes=(NOON if NOON in clock.minutes else clock.minutes[0],))
        for clock in (item.begin, item.end)
    )
    return HoursItem(begin, end)


class Shift(NamedTuple):
    """What hours make: D, E, S or A, and their start and end in minutes of the day, if they are clear."""

    letter: str
    begin: int | None
    end: int | None


def shift_of(item: HoursItem, own: Hours | None = None, *, any_length: bool = False) -> Shift:
    """The shift or admin block of a start and an end. Raises UnreadError for any other length.

    9-9 and 12-12 are the hours of the two bands, whatever else they could be; so are those of one's own,
    if they cannot be an admin block's. `any_length`: other hours too, as W, where it is clear which they
    are.
    """
    # 9-9 may mean four pairs of times: that of a known shift is taken, and else the one of a right length.
    pairs = {(begin, _whole(end)) for begin, end in product(item.begin.minutes, item.end.minutes)}
    for letter, band in LETTER_BANDS.items():
        if (first_last := _minutes(BAND_HOURS[band])) in pairs:
            return Shift(letter, *first_last)
    if own and length_of(own) != ADMIN_MINUTES and _minutes(own) in pairs:
        return Shift("S", *_minutes(own))
    for length, letter in ((SHIFT_MINUTES, "S"), (ADMIN_MINUTES, ADMIN)):
        # Modulo a day, for a shift may end after midnight.
        fitting = [(begin, end) for begin, end in pairs if (end - begin) % DAY_MINUTES == length]
        if letter == ADMIN:
            fitting = [
                pair for pair in fitting if pair[0] in OFFICE and pair[1] in OFFICE
            ] or fitting
        # Where several pairs have the length, as with 8-8, the letter is sure and the hours are not.
        if fitting:
            return Shift(letter, *(fitting[0] if len(fitting) == 1 else (None, None)))
    if any_length:
        return _other_hours(pairs)
    raise UnreadError(_other_length({(end - begin) % DAY_MINUTES for begin, end in pairs}))


def _other_hours(pairs: set[tuple[int, int]]) -> Shift:
    """Hours that are no shift's and no admin block's."""
    if len(pairs) > 1:
        raise UnreadError("its hours may be meant in several ways: write them with am and pm")
    ((begin, end),) = pairs
    if begin == end:
        raise UnreadError("it begins and ends at the same time")
    return Shift("W", begin, end)


def daytime_of(item: HoursItem) -> Shift:
    """The hours of a class: 9-5 is by day. Raises UnreadError where they are not clear."""
    pairs = product(item.begin.minutes, item.end.minutes)
    # Nobody is taught at night: of 9-5 the pair by day is meant, and it must be the only one.
    by_day = [pair for pair in pairs if pair[0] < pair[1] and {*pair} <= {*OFFICE}]
    return Shift("W", *by_day[0]) if len(by_day) == 1 else shift_of(item, any_length=True)


def _minutes(shift_hours: Hours) -> tuple[int, int]:
    begin, end = (clock.hour * 60 + clock.minute for clock in shift_hours)
    return begin, end


def _whole(end: int) -> int:
    """23:59 is how some programs write midnight as an end."""
    return 0 if end == DAY_MINUTES - 1 else end


def _other_length(lengths: set[int]) -> str:
    why = "a shift has 12 hours and an admin block 4"
    if lengths == {0}:
        return f"it begins and ends at the same time; {why}"
    if len(lengths) == 1:
        return f"it has {hours(min(lengths))}; {why}"
    return f"its hours are neither; {why}"


def crosses_midnight(begin: int, end: int) -> bool:
    """Whether the end is on the next day."""
    return end <= begin
