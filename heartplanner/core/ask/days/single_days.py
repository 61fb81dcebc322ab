"""Single days as one names them: today, Friday, next Friday, Oct 17."""

from __future__ import annotations

import re
from datetime import date, timedelta

from heartplanner.core.ask.asked_days import AskedDays, DatePhrase, one_day
from heartplanner.core.ask.days.holiday_phrases import holidays_named, read_holiday
from heartplanner.core.ask.days.which_year import NamedDays, moved, of_years, which
from heartplanner.core.ask.not_understood import NotUnderstoodError
from heartplanner.core.ask.question import Context, Tense
from heartplanner.core.plan.model import monday
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.words.english import MONTHS, WEEKDAYS, full_date, weekday
from heartplanner.core.words.typed_dates import EXAMPLES, LEAP_YEARS, TypedDateError, read_date

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
DAY_NAMES = "|".join(name for name in WEEKDAY_WORDS if not name.endswith("days"))
MONTH_WORDS = {
    word: number
    for number, name in enumerate(MONTHS, 1)
    for word in (name.lower(), name[:3].lower())
} | {"sept": 9}

WEEKDAY_FIRST = re.compile(
    rf"(?P<name>{'|'.join(rf'{name[:3].lower()}[a-z]*' for name in WEEKDAYS)})\.? (?=.*\d)"
)
FRIDAY = 4
THE_4TH = re.compile(r"(?:the )?4th")
NEAR_JULY = timedelta(days=61)
"""So long before July 4 "the 4th" may be that day."""
FRIDAY_13 = re.compile(r"fri(?:day)? the 13th")
OF = re.compile(r"(\d(?:st|nd|rd|th)?) of (?=[a-z])")
DAY_OF_MONTH = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)", re.ASCII)
HAS_YEAR = re.compile(r"(?:^|[ a-z])\d{4}$|^\d{4}-|\d/\d{1,2}/(?:\d\d|\d{4})$", re.ASCII)
"""A date with a year of its own."""
MONTHS_AROUND = 2
"""Of three months in a row at least one has each day of the month."""


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
    far = text.removeprefix("the ").removesuffix(" after next")
    if far != text and far in WEEKDAY_WORDS:
        return moved(read_single(f"next {far}", context), lambda day: later(day, WEEK))
    before, _, name = text.rpartition(" ")
    if name in WEEKDAY_WORDS and not name.endswith("days"):
        coming = today + timedelta((WEEKDAY_WORDS[name] - today.weekday()) % 7)
        if not before:
            reading = which(weekly(span_of(coming, 1).taken), context)
            # On a Saturday "Saturday" is today, and to some the one of next week.
            near = coming == today and context.tense is Tense.COMING
            return with_other(today, today + WEEK, 1) if near else reading
        if before in ("this", "coming", "this coming", "the coming"):
            return one_day(coming)
        if before == "next":
            return next_of(coming, today, 1)
        if before == "last":
            late = coming - WEEK
            # Said in the same week, it is the day of this week to some, and to others that of the last.
            return with_other(late, late - WEEK if late >= monday(today) else late, 1)
        return None
    return _date(text, context)


def later(days: AskedDays, by: timedelta) -> AskedDays:
    """Some days moved by a time."""
    return days._replace(first=days.first + by, last=days.last + by)


def weekly(coming: AskedDays) -> NamedDays:
    """The coming day or weekend and the last one, which is no plausible reading of what is to come."""
    before = coming._replace(first=coming.first - WEEK, last=coming.last - WEEK)
    return NamedDays((before, coming), timedelta(-1))


def _date(text: str, context: Context) -> DatePhrase | None:
    """A date, or a day of the month, with its weekday or without."""
    form = WEEKDAY_FIRST.match(text)
    if FRIDAY_13.fullmatch(text):  # of these there is one to three a year, and that one is meant
        return which(_fridays_13(context.today), context)
    reading = which(dates(text[form.end() :] if form else text, context), context)
    if reading is None or form is None:
        return _or_july(reading, context) if reading and THE_4TH.fullmatch(text) else reading
    number = next(n for n, name in enumerate(WEEKDAYS) if name.lower().startswith(form["name"][:3]))
    day, other = reading.taken.first, reading.other
    # In a field an old weekday may be left standing beside a new date; in a question it is a contradiction.
    if day.weekday() != number:
        raise NotUnderstoodError(f"{full_date(day)} is a {weekday(day)}.")
    return DatePhrase(reading.taken, other if other and other.first.weekday() == number else None)


def _or_july(reading: DatePhrase, context: Context) -> DatePhrase:
    """The fourth of this month or the next; in the two months before July 4 that day is the other one."""
    july = date(context.today.year, 7, 4)
    near = timedelta(0) <= july - context.today <= NEAR_JULY
    if not near or context.tense is Tense.PAST or reading.taken.first == july:
        return reading
    return DatePhrase(reading.taken, AskedDays(july, july))


def dates(text: str, context: Context) -> NamedDays:
    """The days that a date may name; none where the text is no date."""
    plain = OF.sub(r"\1 ", text.removeprefix("the "))
    if of_month := DAY_OF_MONTH.fullmatch(plain):
        return _of_months(int(of_month["day"]), context.today)
    if not re.search(r"\d", plain):
        return NamedDays(())
    try:
        day = read_date(plain, context.today)
    except TypedDateError as error:
        if str(error) == EXAMPLES:
            return NamedDays(())
        raise NotUnderstoodError(str(error)) from None
    if HAS_YEAR.search(plain):
        return NamedDays((AskedDays(day, day),))
    return of_years(context, LEAP_YEARS, lambda year: _in_year(plain, year))


def in_year(text: str, year: int | str) -> str:
    """A date with a year behind it."""
    return f"{text}/{year}" if "/" in text else f"{text} {year}"


def _in_year(plain: str, year: int) -> AskedDays | None:
    try:
        day = read_date(in_year(plain, year), date(year, 1, 1))
    except TypedDateError:  # February 29
        return None
    return AskedDays(day, day)


def _of_months(day: int, today: date) -> NamedDays:
    """A day of the months around; of what is over only one of this month is plausible."""
    months = [Month.of(today).plus(n) for n in range(-MONTHS_AROUND, MONTHS_AROUND + 1)]
    days = [month.first.replace(day=day) for month in months if 1 <= day <= month.last.day]
    return NamedDays(tuple(AskedDays(day, day) for day in days), timedelta(today.day - 1))


def _fridays_13(today: date) -> NamedDays:
    """The Fridays that are a 13th, of a year around; at most 14 months lie between two."""
    days = [Month.of(today).plus(n).first.replace(day=13) for n in range(-14, 15)]
    fridays = [day for day in days if day.weekday() == FRIDAY]
    return NamedDays(tuple(AskedDays(day, day) for day in fridays), timedelta(-1))


def read_single_or_holiday(text: str, context: Context) -> DatePhrase | None:
    """A single day by its date or its name; of a holiday also its week or weekend."""
    return read_holiday(text, context) or read_single(text, context)


def one_day_of(text: str, context: Context) -> DatePhrase | None:
    """The one day that a text names; None where it names several, or none."""
    reading = read_single_or_holiday(text, context)
    return reading if reading and reading.taken.length == 1 else None


def plain_day(text: str, context: Context) -> date | None:
    """The first reading of the one day that a text names."""
    reading = one_day_of(text, context)
    return reading.taken.first if reading else None


def starts(text: str, context: Context) -> NamedDays:
    """The days that the beginning of a range may be: of a date without a year, that of several years."""
    days = holidays_named(text, context)
    if not days.spans and not WEEKDAY_FIRST.match(text):
        days = dates(text, context)
    if not days.spans and (reading := one_day_of(text, context)):
        days = NamedDays((reading.taken,))
        if context.tense is Tense.EITHER and text in WEEKDAY_WORDS:
            # Hours from Monday to Friday may be those of the week that is just over.
            coming = plain_day(text, context._replace(tense=Tense.COMING))
            days = weekly(AskedDays(coming, coming)) if coming else days
    return days._replace(spans=tuple(one for one in days.spans if one.length == 1))
