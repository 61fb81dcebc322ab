"""Times of a day as one names them: at 7 pm, 10 am to 4 pm, after 6, before noon."""

from __future__ import annotations

import re
from typing import NamedTuple

from heartplanner.core.ask.asked_days import MIDNIGHT, DayPart
from heartplanner.core.ask.days.single_days import MONTH_WORDS
from heartplanner.core.plan.hours import Hours
from heartplanner.core.words.typed_times import read_time

CLOCK = r"(?:(?:1[0-2]|[1-9])(?::[0-5]\d)? ?[ap]m|(?:[01]\d|2[0-3]):[0-5]\d|0:[0-5]\d|noon)"
"""A time that can be meant in one way only: an hour without am or pm and midnight can not."""
HALF = r"(?:1[0-2]|[1-9])(?::[0-5]\d)?"
"""A time whose am or pm is not written."""
LATER = r"(?:1[01]|[1-9])(?::[0-5]\d)?"
"""The same without 12: after 12 at night begins another day."""
FORMS = (
    rf"at (?P<at>{CLOCK}|midnight)",
    rf"(?:from |between )?(?P<begin>{CLOCK}|{HALF})(?: ?- ?| to | until | till | through )"
    rf"(?P<end>{CLOCK}|midnight)",
    rf"between (?P<one>{CLOCK}|{HALF}) and (?P<two>{CLOCK}|midnight)",
    rf"(?:after|from) (?P<after>{CLOCK})(?: on(?! \w))?",
    rf"after (?P<later>{LATER})",
    rf"(?:before|until|till) (?P<before>{CLOCK})",
)
TIMES = tuple(
    re.compile(pattern)
    for form in FORMS
    for pattern in (rf"(?P<day>.+?) {form}", rf"{form} (?:on )?(?P<day>.+)")
)
BARE = (
    re.compile(rf"(?P<at>{CLOCK}|midnight) (?:on )?(?P<day>.+)"),
    re.compile(rf"(?P<day>.+?) (?P<at>{CLOCK}|midnight)"),
)
"""A time needs no "at": noon on Oct 17, Friday 6 pm. Looked for last: it may be the end of a span."""
LONGEST_NIGHT = 12
"""Hours that a span over midnight may have: a longer one is more likely a slip."""


class TimeReading(NamedTuple):
    """The times that a phrase names, their second common reading, and the text of their day.

    `ends`: it is that of the next day, and this one's to some: a day's midnight is that at which it ends.
    """

    taken: DayPart
    day: str
    other: DayPart | None = None
    ends: bool = False


def read_times(text: str) -> TimeReading | None:
    """The times of a day in a phrase in small letters; None where it has none.

    "After 6" is after 6 pm, and after 6 am is its second reading.
    """
    for form in (*TIMES, *BARE):
        if match := form.fullmatch(text):
            named = {key: value for key, value in match.groupdict().items() if value}
            day = named.pop("day").removeprefix("on ")
            # In "Dec 2 until noon" the 2 is a day of that month and no time.
            if day not in MONTH_WORDS:
                return _read(named, day)
    return None


def _read(named: dict[str, str], day: str) -> TimeReading | None:
    match named:
        case {"at": "midnight"}:
            return TimeReading(MIDNIGHT, day, ends=True)
        case {"at": at}:
            return TimeReading(read_time(at), day)
        case {"begin": begin, "end": end} | {"one": begin, "two": end}:
            hours = _between(begin, end)
            return TimeReading(hours, day) if hours else None
        case {"after": begin}:
            return TimeReading(Hours(read_time(begin), MIDNIGHT), day)
        case {"later": hour}:
            late, early = (Hours(read_time(f"{hour} {half}"), MIDNIGHT) for half in ("pm", "am"))
            return TimeReading(late, day, early)
        case {"before": end}:
            return TimeReading(Hours(MIDNIGHT, read_time(end)), day)
        case _:
            raise AssertionError(named)


def _between(begin: str, end: str) -> Hours | None:
    """From 10 am to 4 pm; the begin of "2 to 4 pm" has the half of the day that lies before the end.

    None where they are the same time or far apart over midnight, and where no such begin is before the end.
    """
    ends = read_time(end)
    if not re.fullmatch(HALF, begin) or re.fullmatch(r"\d\d:\d\d", end):
        begins = read_time(begin)
        over = (ends.hour - begins.hour) % 24
        return Hours(begins, ends) if begins < ends or 0 < over <= LONGEST_NIGHT else None
    if end.startswith("12") and ends == MIDNIGHT:  # "8 to 12 am" is said of both halves of a day
        return None
    halves = [read_time(f"{begin} {half}") for half in ("am", "pm")]
    # The one nearer to the end is meant: "10 to 4 pm" begins in the morning, "2 to 4 pm" after noon.
    earlier = [one for one in halves if ends == MIDNIGHT or one < ends]
    return Hours(earlier[-1], ends) if earlier else None
