"""Dates as a person types them: 8/2, Aug 2, Saturday August 2 2025, 2025-08-02, today.

A date that cannot be read for certain is refused with a sentence: a wrong day costs a missed shift.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from heartplanner.core.words.english import MONTHS, WEEKDAYS, full_date, month_day, weekday

LOOKING_BACK = timedelta(days=60)
"""A date without a year is the coming one, counted from so long before today: late entries are usual."""
LEAP_YEARS = 8
"""February 29 comes again after at most so many years (1896 to 1904)."""
EXAMPLES = "Type a date like 8/2, Aug 2 or 2025-08-02."

NAMES = "|".join(name[:3].lower() for name in MONTHS)
DAY_NAMES = "|".join(name[:3].lower() for name in WEEKDAYS)
FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<month>\d{1,2})/(?P<day>\d{1,2})(?:/(?P<year>\d{4}|\d\d))?",
        rf"(?P<name>(?:{NAMES})[a-z]*)\.? ?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: (?P<year>\d{{4}}))?",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<name>(?:{NAMES})[a-z]*)\.?(?: (?P<year>\d{{4}}))?",
    )
)
WEEKDAY = re.compile(rf"(?P<name>(?:{DAY_NAMES})[a-z]*)\.?(?: |$)")
NEAR_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
WithoutYear = Callable[[int, int, date], date]
"""Which date a month and a day mean, by the date of today."""


class TypedDateError(ValueError):
    """Why a text is no date: a sentence for whoever typed it."""


def read_date(text: str, today: date, *, nearest: bool = False) -> date:
    """The date that a text names; without a year the first from 60 days before `today` on.

    `nearest`: without a year it is the one nearest to `today` instead, which is more often past than to
    come. A weekday alone is the coming one, today included. Raises TypedDateError.
    """
    named, rest = _apart(text)
    if named is None and rest in NEAR_DAYS:
        return today + timedelta(days=NEAR_DAYS[rest])
    if named is not None and not rest:
        return today + timedelta(days=(named - today.weekday()) % 7)
    if match := _in_form(rest):
        return _date(match, named, today, _nearest if nearest else _coming)
    raise TypedDateError(EXAMPLES)


def _apart(text: str) -> tuple[int | None, str]:
    """The weekday that a text begins with, or None, and the rest of it in small letters."""
    plain = " ".join(text.replace(",", " ").lower().split())
    named = _weekday(plain)
    return named, plain if named is None else WEEKDAY.sub("", plain, count=1)


def _in_form(rest: str) -> re.Match[str] | None:
    return next((match for form in FORMS if (match := form.fullmatch(rest))), None)


def _weekday(text: str) -> int | None:
    """The weekday that a text begins with, 0 for Monday; its name may be cut short: Sat, Thurs."""
    match = WEEKDAY.match(text)
    if match is None:
        return None
    names = [name.lower() for name in WEEKDAYS]
    return next((n for n, name in enumerate(names) if name.startswith(match["name"])), None)


def _date(match: re.Match[str], named: int | None, today: date, without_year: WithoutYear) -> date:
    """The date of a match. `named`: the weekday typed before it, if one was."""
    parts = match.groupdict()
    month = _month(parts)
    day, year = int(parts["day"]), parts["year"]
    if not 1 <= month <= 12:
        raise TypedDateError(f"There is no month {month}. {EXAMPLES}")
    if year:
        # A person who changes the day in "Sat, Aug 2, 2025" leaves the old weekday where it stands.
        return _existing(int(year) + 2000 * (len(year) == 2), month, day)
    meant = without_year(month, day, today)
    if named is not None and meant.weekday() != named:
        raise TypedDateError(f"{full_date(meant)} is a {weekday(meant)}. Type the year too.")
    return meant


def _month(parts: dict[str, str]) -> int:
    """The month's number; a name may be cut short but not wrong: Sept, not Sepple."""
    name = parts.get("name")
    if name is None:
        return int(parts["month"])
    for number, known in enumerate(MONTHS, 1):
        if known.lower().startswith(name):
            return number
    raise TypedDateError(EXAMPLES)


def _existing(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise TypedDateError(f"{MONTHS[month - 1]} {year} has no day {day}.") from None


def _coming(month: int, day: int, today: date) -> date:
    """The first date of this month and day from a while before today on."""
    earliest = today - LOOKING_BACK
    years = range(earliest.year, earliest.year + LEAP_YEARS + 2)
    return min(_in_years(month, day, years, earliest))


def _nearest(month: int, day: int, today: date) -> date:
    """The date of this month and day that is nearest to today."""
    years = range(today.year - LEAP_YEARS, today.year + LEAP_YEARS + 1)
    return min(_in_years(month, day, years), key=lambda possible: abs(possible - today))


def _in_years(month: int, day: int, years: range, earliest: date = date.min) -> list[date]:
    """The dates of a month and day in these years, none before the earliest. Raises TypedDateError."""
    possible = []
    for year in years:
        try:
            candidate = date(year, month, day)
        except ValueError:  # February 29, or a day that no year has
            continue
        if candidate >= earliest:
            possible.append(candidate)
    if not possible:
        raise TypedDateError(f"{MONTHS[month - 1]} has no day {day}.")
    return possible


def other_year(text: str, today: date) -> int | None:
    """The year on the other side of `today` that a date without a year may mean; None where it has one.

    `text` is one that `read_date` takes for the nearest date.
    """
    day = read_date(text, today, nearest=True)
    match = _in_form(_apart(text)[1])
    if match is None or match["year"] or day == today:
        return None
    return day.year + 1 if day < today else day.year - 1


def short_date(day: date) -> str:
    """Sat, Aug 2, 2025."""
    month, number = month_day(day).split()
    return f"{weekday(day)[:3]}, {month[:3]} {number}, {day.year}"
