"""Days, or a part of a single one: tonight, Friday evening, the evening of Oct 17."""

from __future__ import annotations

import re

from heartplanner.core.ask.asked_days import MEALS, DatePhrase, DayPart, Part
from heartplanner.core.ask.days.day_phrases import read_days
from heartplanner.core.ask.days.single_days import WEEKDAY_WORDS, later
from heartplanner.core.ask.days.time_phrases import TimeReading, read_times
from heartplanner.core.ask.not_understood import NotUnderstoodError
from heartplanner.core.ask.question import Context
from heartplanner.core.plan.model import LAST_DATE, ONE_DAY

PARTS = {
    "evening": Part.EVENING,
    "night": Part.NIGHT,
    "morning": Part.MORNING,
    "afternoon": Part.AFTERNOON,
    "daytime": Part.DAY,
    "during the day": Part.DAY,
}
TODAYS = {
    "tonight": "today night",
    "last night": "yesterday night",
    "this evening": "today evening",
    "this morning": "today morning",
    "this afternoon": "today afternoon",
}


DATE_BEHIND = re.compile(
    rf"^(?P<weekday>{'|'.join(WEEKDAY_WORDS)}) (?P<part>evening|night|morning|afternoon)"
    r" (?:of |on )?(?P<date>(?!.* [ap]m)(?=.*\d).+)$"
)
"""Friday night, December 18: the part may stand between the weekday and its date."""


def read_part(text: str, context: Context) -> DatePhrase:
    """The days that a phrase in small letters names, or their part. Raises NotUnderstoodError."""
    text = TODAYS.get(text, text)
    for meal, time_of_day in MEALS.items():
        if text.endswith(f" {meal}"):
            return part_of(
                read_days(text.removesuffix(f" {meal}").removeprefix("on "), context), time_of_day
            )
    if times := read_times(text):
        return _at_times(times, context)
    text = DATE_BEHIND.sub(r"\g<weekday> \g<date> \g<part>", text)
    part = None
    for word, kind in PARTS.items():
        if text.endswith(f" {word}"):
            text, part = re.sub(r" (?:at|in the)$", "", text.removesuffix(f" {word}")), kind
            break
        if before := re.match(rf"(?:the )?{word} of ", text):
            text, part = text[before.end() :], kind
            break
    reading = read_days(text.removeprefix("on "), context)
    return part_of(reading, part) if part else reading


def _at_times(times: TimeReading, context: Context) -> DatePhrase:
    """The times of the day that stands beside them; of the day the first reading alone has other times."""
    reading = part_of(read_days(times.day, context), times.taken)
    if times.ends and not reading.other and reading.taken.last < LAST_DATE:
        # Most say it of the night that follows the day: it is the next day's beginning.
        return DatePhrase(later(reading.taken, ONE_DAY), reading.taken)
    if times.other and not reading.other:
        return reading._replace(other=reading.taken._replace(part=times.other))
    return reading


def part_of(reading: DatePhrase, part: DayPart) -> DatePhrase:
    """Only this part of the day that is read.

    Of a night the evening comes first: "tonight" is the time for dinner to most, and the second reading is
    the night after it.
    """
    if reading.taken.length > 1:
        named = f'"{part}"' if isinstance(part, Part) else "A time"
        raise NotUnderstoodError(f"{named} goes with one day.")
    first = Part.EVENING if part is Part.NIGHT else part
    taken, other = reading.taken._replace(part=first), None
    if reading.other and reading.other.length == 1:
        other = reading.other._replace(part=first)
    elif part is Part.NIGHT:
        other = reading.taken._replace(part=part)
    return DatePhrase(taken, other)
