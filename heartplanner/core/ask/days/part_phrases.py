"""Days, or a part of a single one: tonight, Friday evening, the evening of Oct 17."""

from __future__ import annotations

import re
from datetime import time

from heartplanner.core.ask.days.day_phrases import read_days
from heartplanner.core.ask.question import Context, DatePhrase, NotUnderstoodError, Part
from heartplanner.core.words.typed_times import read_time

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
    "this evening": "today evening",
    "this morning": "today morning",
    "this afternoon": "today afternoon",
}
CLOCK = r"(?:(?:1[0-2]|[1-9])(?::[0-5]\d)? ?[ap]m|(?:[01]\d|2[0-3]):[0-5]\d|noon)"
AT_TIME = re.compile(
    rf"(?:(?P<day>.+) at (?P<late>{CLOCK})|(?:at )?(?P<early>{CLOCK}) (?:on )?(?P<of>.+))"
)
"""A time that can be meant in one way only: an hour without am or pm and midnight can not."""


def read_part(text: str, context: Context) -> DatePhrase:
    """The days that a phrase in small letters names, or their part. Raises NotUnderstoodError."""
    text = TODAYS.get(text, text)
    if at := AT_TIME.fullmatch(text):
        named, clock = at["day"] or at["of"], at["late"] or at["early"]
        return _part_of(read_days(named.removeprefix("on "), context), read_time(clock))
    part = None
    for word, kind in PARTS.items():
        if text.endswith(f" {word}"):
            text, part = re.sub(r" (?:at|in the)$", "", text.removesuffix(f" {word}")), kind
            break
        if before := re.match(rf"(?:the )?{word} of ", text):
            text, part = text[before.end() :], kind
            break
    reading = read_days(text.removeprefix("on "), context)
    return _part_of(reading, part) if part else reading


def _part_of(reading: DatePhrase, part: Part | time) -> DatePhrase:
    """Only this part of the day that is read. Of a night the second reading is the evening before it."""
    if reading.taken.length > 1:
        raise NotUnderstoodError(f'"{part}" goes with one day.')
    taken, other = reading.taken._replace(part=part), None
    if reading.other:
        other = reading.other._replace(part=part)
    elif part is Part.NIGHT:
        other = reading.taken._replace(part=Part.EVENING)
    return DatePhrase(taken, other)
