"""Single days as one names them: today, Friday, next Friday, Oct 17."""

from __future__ import annotations

import re
from datetime import date, timedelta

from heartplanner.core.ask.days.holiday_phrases import read_holiday
from heartplanner.core.ask.question import AskedDays, Context, DatePhrase, NotUnderstoodError
from heartplanner.core.plan.model import monday
from heartplanner.core.words.english import MONTHS, WEEKDAYS, long_date, weekday
from heartplanner.core.words.typed_dates import EXAMPLES, LOOKING_BACK, TypedDateError, read_date

WEEK = timedelta(days=7)
NEAR = {
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
}
WEEKDAY_WORDS = {
    word: number
    for number, name in enumerate(WEEKDAYS)
    for word in (name.lower(), name[:3].lower(), f"{name.lower()}s")
} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
MONTH_WORDS = {
    word: number
    for number, name in enumerate(MONTHS, 1)
    for word in (name.lower(), name[:3].lower())
} | {"sept": 9}


def one_day(day: date) -> DatePhrase:
    return DatePhrase(AskedDays(day, day))


def span_of(first: date, days: int) -> DatePhrase:
    return DatePhrase(AskedDays(first, first + timedelta(days - 1)))


def with_other(first: date, other: date, days: int) -> DatePhrase:
    """The span that begins on `first`; the one that begins on `other` is the second reading."""
    taken, second = span_of(first, days).taken, span_of(other, days).taken
    return DatePhrase(taken, None if taken == second else second)


def next_of(coming: date, today: date, days: int) -> DatePhrase:
    """The day or weekend of next week, Monday to Sunday; `coming`: the first such day from today on.

    On Wednesday, October 8, "next Friday" is October 17, and the second reading is October 10, which some
    mean. On Saturday, October 11, it is October 17, and the second reading is the 24th. On a Friday it is
    the Friday a week on, and nobody means another.
    """
    taken = coming if coming >= monday(today) + WEEK else coming + WEEK
    if coming <= today:
        return span_of(taken, days)
    return with_other(taken, coming if coming < taken else taken + WEEK, days)


def read_single(text: str, context: Context) -> DatePhrase | None:
    """A single day: today, Friday, next Friday, Oct 17."""
    today = context.today
    if text in NEAR:
        return one_day(today + timedelta(NEAR[text]))
    which, _, name = text.rpartition(" ")
    if name in WEEKDAY_WORDS and not name.endswith("days"):
        coming = today + timedelta((WEEKDAY_WORDS[name] - today.weekday()) % 7)
        if which in ("", "this", "coming", "this coming", "the coming"):
            return one_day(coming)
        if which == "next":
            return next_of(coming, today, 1)
        return None
    return _date(text, today) if re.search(r"\d", text) else None


def _date(text: str, today: date) -> DatePhrase | None:
    """A date; without a year the coming one, and one of the last 60 days as the second reading."""
    plain = text.removeprefix("the ")
    try:
        day, late = read_date(plain, today + LOOKING_BACK), read_date(plain, today)
    except TypedDateError as error:
        if str(error) == EXAMPLES:
            return None
        raise NotUnderstoodError(str(error)) from None
    first = plain.split()[0].rstrip(".")
    # In a field an old weekday may be left standing beside a new date; in a question it is a contradiction.
    if first in WEEKDAY_WORDS and day.weekday() != WEEKDAY_WORDS[first]:
        raise NotUnderstoodError(f"{long_date(day)[len(weekday(day)) + 2 :]} is a {weekday(day)}.")
    return with_other(day, late, 1)


def read_single_or_holiday(text: str, context: Context) -> DatePhrase | None:
    """A single day by its date or its name; of a holiday also its week or weekend."""
    return read_holiday(text, context) or read_single(text, context)


def plain_day(text: str, context: Context) -> date | None:
    """The one day that a text names; None where it names several, or none."""
    reading = read_single_or_holiday(text, context)
    return reading.taken.first if reading and reading.taken.length == 1 else None
