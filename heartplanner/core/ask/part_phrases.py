"""Days, or a part of a single one: tonight, Friday evening, the evening of Oct 17."""

from __future__ import annotations

import re

from heartplanner.core.ask.day_phrases import read_days
from heartplanner.core.ask.question import Context, DateReading, NotUnderstoodError, Part

PARTS = {
    "evening": Part.EVENING,
    "night": Part.NIGHT,
    "daytime": Part.DAY,
    "during the day": Part.DAY,
}


def read_part(text: str, context: Context) -> DateReading:
    """The days that a phrase in small letters names, or their part. Raises NotUnderstoodError."""
    text = {"tonight": "today night", "this evening": "today evening"}.get(text, text)
    part = None
    for word, kind in PARTS.items():
        if text.endswith(f" {word}"):
            text, part = re.sub(r" (?:at|in the)$", "", text.removesuffix(f" {word}")), kind
            break
        if before := re.match(rf"(?:the )?{word} of ", text):
            text, part = text[before.end() :], kind
            break
    reading = read_days(text.removeprefix("on "), context)
    if part is None:
        return reading
    if reading.taken.length > 1:
        raise NotUnderstoodError(f'"{part}" goes with one day.')
    other = reading.other._replace(part=part) if reading.other else None
    return DateReading(reading.taken._replace(part=part), other)
