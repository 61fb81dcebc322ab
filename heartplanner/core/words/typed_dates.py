"""Dates as people type them: July 24, 7/24, 24 jul 2026, Fri, July 24, 2026-07-24, today.

Numbers are read as Americans write them, the month first. A date that names the wrong weekday is refused.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from heartplanner.core.words.english import MONTHS, WEEKDAYS, full_date, weekday

LOOK_BACK = timedelta(days=60)
"""How far back a date without a year may lie: a late end of last month is still entered now."""
LEAP_YEARS_APART = 8
"""February 29 comes again after eight years at most, over 1900 and 2100."""
RELATIVE = {"yesterday": -1, "today": 0, "tomorrow": 1}
HOW = "type a date such as July 24 or 7/24"

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
AMERICAN = re.compile(r"(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?")
MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? ?(\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?")
DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ?([a-z]{3,9})\.?(?: (\d{4}))?")
WEEKDAY_FIRST = re.compile(r"([a-z]{3,9})\.? (.*\d.*)")


def typed_date(text: str, today: date) -> date:
    """The date that a person typed, in any case and with any spaces and commas.

    Without a year it is the first such day from 60 days before `today` on. Raises ValueError with
    a sentence that says what is wrong and what to type.
    """
    plain = " ".join(text.replace(",", " ").lower().split())
    if plain in RELATIVE:
        return today + timedelta(days=RELATIVE[plain])
    named = WEEKDAY_FIRST.fullmatch(plain)
    wanted = _named(named[1], WEEKDAYS) if named else None
    if named and wanted is not None:
        plain = named[2]
    day = _day(text.strip(), plain, today)
    if wanted is not None and day.weekday() != wanted:
        raise ValueError(f"{full_date(day)} is a {weekday(day)}, not a {WEEKDAYS[wanted]}")
    return day


def _day(text: str, plain: str, today: date) -> date:
    """The date in `plain`, which has no weekday; `text` is what errors quote."""
    if match := ISO.fullmatch(plain):
        return _dated(text, match[1], int(match[2]), int(match[3]), today)
    if match := AMERICAN.fullmatch(plain):
        return _dated(text, match[3], int(match[1]), int(match[2]), today)
    if match := MONTH_FIRST.fullmatch(plain):
        month, day, year = match[1], match[2], match[3]
    elif match := DAY_FIRST.fullmatch(plain):
        day, month, year = match[1], match[2], match[3]
    else:
        raise ValueError(f"{text!r} is not a date: {HOW}" if text else f"there is no date: {HOW}")
    index = _named(month, MONTHS)
    if index is None:
        raise ValueError(f"{month!r} is not a month: {HOW}")
    return _dated(text, year, index + 1, int(day), today)


def _named(word: str, names: tuple[str, ...]) -> int | None:
    """Which of the names a word of three letters or more begins; None for any other word."""
    word = "sep" if word == "sept" else word
    return next((n for n, name in enumerate(names) if name.lower().startswith(word)), None)


def _dated(text: str, year: str | None, month: int, day: int, today: date) -> date:
    earliest = today - LOOK_BACK
    if year is None:
        years = range(earliest.year, earliest.year + LEAP_YEARS_APART + 1)
    else:
        typed = int(year) + (2000 if len(year) == 2 else 0)
        years = range(typed, typed + 1)
    for number in years:
        try:
            found = date(number, month, day)
        except ValueError:
            continue  # the month has no such day, or this February has no 29th
        if year is not None or found >= earliest:
            return found
    raise ValueError(f"{text!r} is not in the calendar: {HOW}")
