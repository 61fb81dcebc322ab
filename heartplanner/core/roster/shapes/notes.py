"""Lines without a date that are about the day directly above, or about a day that they do not name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from heartplanner.core.plan.model import LETTER_BANDS
from heartplanner.core.roster.harmless.harmless import is_harmless, says_rest_free
from heartplanner.core.roster.language.doubts import OTHER_START, is_modifier
from heartplanner.core.roster.language.items import (
    HoursItem,
    Item,
    LabelItem,
    LengthItem,
    MarkItem,
    TimeItem,
    UnknownItem,
    WeekdayItem,
)
from heartplanner.core.roster.language.undated import ORDINAL, WHOLE
from heartplanner.core.roster.shapes.legend import letter_of

LETTERED = re.compile(r"[A-Z]h?")
"""A weekday in capitals alone."""


SENTENCE_WORDS = 5
DAY_OF_MONTH = re.compile(
    r"\b(?:on|of) (?:the )?\d{1,2}(?:st|nd|rd|th)\b(?! (?:half|part|shift|one|of)\b)", re.IGNORECASE
)


def says_of_day(items: Sequence[Item]) -> bool:
    """Whether a line says what a day is, with hours or a word such as "off"."""
    return any(isinstance(item, HoursItem | TimeItem | LabelItem) for item in items)


def may_change(said: str, items: Sequence[Item]) -> bool:
    """Whether a line may be about the day above it, as "Called off" is: then it is not read either."""
    words = [item.text for item in items if isinstance(item, UnknownItem | LabelItem)]
    return any(map(is_modifier, words)) or OTHER_START.search(said) is not None


def names_other_day(said: str) -> bool:
    """Whether a line names a day of the month, so that it is about that one: "come at 10 on the 2nd"."""
    return DAY_OF_MONTH.search(said) is not None


def is_closing(said: str) -> bool:
    """Whether a line is a whole sentence that is known to change nothing: "Call me if it looks off"."""
    known = len(said.split()) >= SENTENCE_WORDS or says_rest_free(said)
    return known and is_harmless(said)


def is_about_one(said: str, items: Sequence[Item], *, taken: bool, below: bool) -> bool:
    """Whether a line without a date is about one day alone: the one above, or one that it does not name.

    `taken`: the day above is not read for it; `below`: it stands directly below a day.
    """
    lone = said.rstrip().endswith(":") or below
    note = taken and _is_note(said, items)
    return note or _only_hours_of_band(items) or (lone and _is_label(items))


def _is_note(said: str, items: Sequence[Item]) -> bool:
    """Whether a line is a few words about the day above: its hours, what it is, "covered"."""
    unknown = [item.text for item in items if isinstance(item, UnknownItem)]
    names_day = any(isinstance(item, WeekdayItem) for item in items)
    strange = any(LETTERED.fullmatch(text) or ORDINAL.fullmatch(text.lower()) for text in unknown)
    numbered = any(isinstance(item, LengthItem) and not item.sure for item in items)
    brief = (len(unknown) <= 1 and not numbered) or OTHER_START.search(said) is not None
    return brief and not (names_day or strange or WHOLE.search(said.lower()))


def _is_label(items: Sequence[Item]) -> bool:
    """Whether a line is a label alone, such as "Off:"."""
    return all(isinstance(item, LabelItem | MarkItem) for item in items)


def _only_hours_of_band(items: Sequence[Item]) -> bool:
    """Whether a line is the hours of a band, such as "9a-9p:": of a day that it does not name.

    Other hours may be those of all days, and so may a word such as "nights".
    """
    hours = [item for item in items if isinstance(item, HoursItem)]
    plain = all(isinstance(item, HoursItem | LabelItem | MarkItem) for item in items)
    return plain and bool(hours) and all(letter_of(item) in LETTER_BANDS for item in hours)
