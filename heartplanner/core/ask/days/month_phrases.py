"""Months as one names them, and the weeks and weekdays in them: October, the first week of March."""

from __future__ import annotations

import re
from datetime import date, timedelta

from heartplanner.core.ask.asked_days import AskedDays, DatePhrase
from heartplanner.core.ask.days.single_days import MONTH_WORDS, WEEK, WEEKDAY_WORDS, span_of
from heartplanner.core.ask.days.which_year import NamedDays, of_years, which
from heartplanner.core.ask.not_understood import NotUnderstoodError
from heartplanner.core.ask.question import Context
from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE, ONE_DAY, monday
from heartplanner.core.schedule.days import SATURDAY
from heartplanner.core.schedule.totals import month_ends

ORDINALS = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2}
ORDINALS |= {"fourth": 3, "4th": 3, "last": -1}
NTH = re.compile(
    rf"(?:the )?(?P<nth>{'|'.join(ORDINALS)}) (?P<unit>day|week|weekend|{'|'.join(WEEKDAY_WORDS)})"
    r" (?:of|in) (?P<month>.+)"
)

MONTH = "|".join(sorted(MONTH_WORDS, key=len, reverse=True))
MONTHS_ROW = re.compile(
    rf"(?:between (?=.* and )|(?:from )?(?!.* and ))(?P<first>{MONTH})"
    rf"(?: ?- ?| to | through | thru | and )(?P<last>{MONTH})(?: (?P<year>\d{{4}}))?",
    re.ASCII,
)
REST = re.compile(r"(?:the )?rest of (?:the|this|my) (?P<what>week|month|year)")


def read_month(text: str, context: Context) -> DatePhrase | None:
    """October, October 2026, last month, this month, next month."""
    return which(_months(text, context), context)


def read_months(text: str, context: Context) -> DatePhrase | None:
    """June to August, between November and January 2027: whole months, at most a year of them."""
    form = MONTHS_ROW.fullmatch(text)
    if form is None:
        return None
    first, last = (MONTH_WORDS[form[name]] for name in ("first", "last"))

    def in_year(year: int) -> AskedDays:
        return AskedDays(date(year, first, 1), month_ends(year + (last < first), last)[1])

    if form["year"]:
        check_year(int(form["year"]))
        return DatePhrase(in_year(int(form["year"]) - (last < first)))
    return which(of_years(context, 1, in_year), context)


def _months(text: str, context: Context) -> NamedDays:
    """The months that a phrase may name: of a name without a year, that of several years."""
    today = context.today
    this = today.year, today.month
    if text == "last month":
        before = date(*this, 1) - ONE_DAY
        return NamedDays((AskedDays(*month_ends(before.year, before.month)),))
    after = (today.year + today.month // 12, today.month % 12 + 1)
    if text in ("this month", "next month"):
        return NamedDays((AskedDays(*month_ends(*(after if text == "next month" else this))),))
    named = re.fullmatch(r"(?P<name>[a-z]+)\.?(?: (?P<year>\d{4}))?", text, re.ASCII)
    month = MONTH_WORDS.get(named["name"]) if named else None
    if named is None or month is None:
        return NamedDays(())
    if named["year"]:
        check_year(int(named["year"]))
        return NamedDays((AskedDays(*month_ends(int(named["year"]), month)),))
    return of_years(context, 1, lambda year: AskedDays(*month_ends(year, month)))


def check_year(number: int) -> None:
    """Raises NotUnderstoodError for a year that no schedule may have."""
    if not FIRST_DATE.year <= number <= LAST_DATE.year:
        raise NotUnderstoodError(f"Dates lie from {FIRST_DATE.year} to {LAST_DATE.year}.")


def year_days(number: int) -> AskedDays:
    """The days of a year. Raises NotUnderstoodError for one that no schedule may have."""
    check_year(number)
    return AskedDays(date(number, 1, 1), date(number, 12, 31))


def read_in_month(text: str, context: Context) -> DatePhrase | None:
    """The first week of March, the second Saturday in May, the last weekend of June.

    A weekend is Saturday and Sunday, whole within the month. Weeks are counted in sevens from the month's
    first day, or back from its last: so every day of it is in one. The second reading is the week, Monday
    to Sunday, that has most of these days.
    """
    form = NTH.fullmatch(text)
    months = _whole(re.sub("^the ", "this ", form["month"]), context) if form else NamedDays(())
    if form is None or not months.spans:
        return None
    unit, nth = form["unit"], ORDINALS[form["nth"]]
    found = tuple(_within(month, unit, nth) for month in months.spans)
    reading = which(NamedDays(found), context)
    if reading is None or unit != "week":
        return reading
    seven = reading.taken
    whole = span_of(monday(seven.first + timedelta(WEEK.days // 2)), WEEK.days).taken
    return reading if whole == seven else DatePhrase(seven, whole)


def read_rest(text: str, context: Context) -> DatePhrase | None:
    """The rest of this week, of the month or of the year: from today on; to some from tomorrow on."""
    form = REST.fullmatch(text)
    if form is None:
        return None
    today = context.today
    if form["what"] == "week":
        last = monday(today) + timedelta(WEEK.days - 1)
    else:
        (whole,) = _whole(f"this {form['what']}", context).spans
        last = whole.last
    taken = AskedDays(today, last)
    return DatePhrase(taken, AskedDays(today + ONE_DAY, last) if today < last else None)


def _whole(text: str, context: Context) -> NamedDays:
    """The months or the year of which a week or a day is counted."""
    if text in ("this year", "next year"):
        text = str(context.today.year + (text == "next year"))
    if re.fullmatch(r"\d{4}", text, re.ASCII):
        return NamedDays((year_days(int(text)),))
    return _months(text, context)


def _within(month: AskedDays, unit: str, nth: int) -> AskedDays:
    """The nth seven days or day, and the nth weekend or day of this name that lies whole within a month."""
    if unit in ("day", "week"):
        days = WEEK.days if unit == "week" else 1
        last = month.last - timedelta(days - 1)
        return span_of(last if nth < 0 else month.first + timedelta(nth * days), days).taken
    weekday = SATURDAY if unit == "weekend" else WEEKDAY_WORDS[unit]
    days = 2 if unit == "weekend" else 1
    return span_of(_nth(weekday, nth, month.first, month.last - timedelta(days - 1)), days).taken


def _nth(weekday: int, nth: int, first: date, last: date) -> date:
    """The day of this weekday between two dates that is the nth of them, from 0 on; -1 is the last."""
    begin = first + timedelta((weekday - first.weekday()) % 7)
    return begin + nth * WEEK if nth >= 0 else last - timedelta((last.weekday() - weekday) % 7)
