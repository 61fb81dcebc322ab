"""Times of day as people type them: 11pm, 23, 9:30a, 0930, noon, midnight."""

from __future__ import annotations

import re
from datetime import time

NAMED = {"noon": time(12), "midnight": time(0)}
HOURS_OF_HALF_DAY, LAST_HOUR, LAST_MINUTE, MIDNIGHT_HOUR = 12, 23, 59, 24
CLOCK = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?([ap]m?)?")
HOW = "type a time such as 9:30 am, 11pm, noon or 21:30"


def typed_time(text: str) -> time:
    """The time that a person typed, in any case and with any spaces.

    A number alone is an hour of the 24-hour clock, so that `9` is 9 am; 24 and 24:00 are midnight. Raises
    ValueError with a sentence that says what is wrong and what to type.
    """
    plain = re.sub(r"\s+|(?<=[apm])\.", "", text.lower())
    if plain in NAMED:
        return NAMED[plain]
    # "12 noon" and "12 midnight" say the hour twice.
    if plain.startswith("12") and plain[2:] in NAMED:
        return NAMED[plain[2:]]
    match = CLOCK.fullmatch(plain)
    if match is None:
        shown = text.strip()
        raise ValueError(f"{shown!r} is not a time: {HOW}" if shown else f"there is no time: {HOW}")
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    if half:
        if not 1 <= hour <= HOURS_OF_HALF_DAY:
            raise ValueError(f"there is no {hour} {half[0]}m: {HOW}")
        # 12 am begins the day and 12 pm its second half.
        hour = hour % HOURS_OF_HALF_DAY + (HOURS_OF_HALF_DAY if half[0] == "p" else 0)
    if (hour, minute) == (MIDNIGHT_HOUR, 0):
        hour = 0
    if hour > LAST_HOUR or minute > LAST_MINUTE:
        raise ValueError(f"there is no {text.strip()} on the clock: {HOW}")
    return time(hour, minute)
