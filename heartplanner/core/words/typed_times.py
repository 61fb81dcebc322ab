"""Times of day as a person types them: 11pm, 9:30a, 2100, noon, midnight."""

from __future__ import annotations

import re
from datetime import time

EXAMPLES = "Type a time like 9:30 pm, 21:30, noon or midnight."
NAMED = {
    "noon": time(12),
    "12 noon": time(12),
    "midnight": time(0),
    "12 midnight": time(0),
}
FORM = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.]?(?P<minute>\d\d))?(?: ?(?P<half>[ap])\.?(?:m\.?)?)?", re.ASCII
)
DAY = 24 * 60
"""Minutes."""


class TypedTimeError(ValueError):
    """Why a text is no time: a sentence for whoever typed it."""


def read_time(text: str, near: time | None = None) -> time:
    """The time that a text names; 24:00 is midnight.

    An hour from 1 to 12 without am or pm is the one nearer to `near`, by the clock's circle; without
    `near`, and where it is written with a leading zero, it is read on a 24-hour clock. Raises
    TypedTimeError.
    """
    plain = " ".join(text.lower().split())
    if plain in NAMED:
        return NAMED[plain]
    match = FORM.fullmatch(plain)
    if match is None:
        raise TypedTimeError(EXAMPLES)
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        raise TypedTimeError(f"There is no time {plain}. {EXAMPLES}")
    if match["half"]:
        return _of_half(hour, minute, match["half"])
    if near is None or not 1 <= hour <= 12 or match["hour"].startswith("0"):
        return time(hour % 24, minute)
    return min(
        (_of_half(hour, minute, half) for half in "ap"),
        key=lambda candidate: _apart(candidate, near),
    )


def _of_half(hour: int, minute: int, half: str) -> time:
    """The time of a 12-hour clock."""
    if not 1 <= hour <= 12:
        raise TypedTimeError(f"There is no {hour} o'clock {half}m. {EXAMPLES}")
    return time(hour % 12 + 12 * (half == "p"), minute)


def _apart(one: time, other: time) -> int:
    """The minutes between two times, the shorter way around the clock."""
    minutes = abs((one.hour - other.hour) * 60 + one.minute - other.minute)
    return min(minutes, DAY - minutes)
