"""Days as one names them in a question: Oct 17, next Friday, Thanksgiving week, the weekend after my break.

A small finite grammar. A phrase that it does not hold is refused, never guessed: general libraries for
dates read "Dec 12-14" as the year 2114, and "lunch with Lee" as today.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from heartplanner.core.ask.days.counted_days import read_counted
from heartplanner.core.ask.days.month_phrases import read_in_month, read_month
from heartplanner.core.ask.days.season_phrases import read_season
from heartplanner.core.ask.days.single_days import (
    WEEK,
    WEEKDAY_WORDS,
    next_of,
    one_day,
    plain_day,
    read_single_or_holiday,
    span_of,
)
from heartplanner.core.ask.question import AskedDays, Context, DatePhrase, NotUnderstoodError
from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE, ONE_DAY, monday
from heartplanner.core.schedule.breaks import breaks, next_break
from heartplanner.core.schedule.days import SATURDAY, SUNDAY
from heartplanner.core.schedule.totals import month_ends

LONGEST = 366
"""Days that one phrase may name."""
ENDS = re.compile(r" ?- ?| to | through | thru |\.\.")
NUMBER = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: (?P<year>\d{4}))?", re.ASCII)
DAY_NAMES = "|".join(name for name in WEEKDAY_WORDS if not name.endswith("days"))
BESIDE = re.compile(
    rf"(?:the )?(?:(?P<nth>first|last) )?(?P<unit>day|week|weekend|{DAY_NAMES})"
    r" (?P<side>after|before) (?P<what>.+)"
)
NEIGHBOR = {"first": "after", "last": "before"}
"""On which side of a day the first and the last of something are the ones that are next to it."""
OF_YEAR = re.compile(r"(?<=[a-z\d] )(?:in )?(this|next) year$")
"""A year that is counted from this one, behind a day or a month."""
YEAR = re.compile(r"(?:^| )(?:19|20|21)\d\d$|^\d{4}-|/\d\d(?:\d\d)?$", re.ASCII)
"""A date with a year of its own."""


def read_days(text: str, context: Context) -> DatePhrase:
    """The days that a phrase in small letters names. Raises NotUnderstoodError."""
    text = OF_YEAR.sub(lambda form: f"{context.today.year + (form[1] == 'next')}", text)
    for read in (
        *(_near_weekend, _week, read_month, read_in_month, _break, _beside),
        *(read_single_or_holiday, read_counted, read_season, _range),
    ):
        reading = read(text, context)
        if reading is not None:
            taken = reading.taken
            if not FIRST_DATE <= taken.first <= taken.last <= LAST_DATE or taken.length > LONGEST:
                raise NotUnderstoodError(
                    f'"{text}" names more than a year, or no date that a schedule may have.'
                )
            return reading
    raise NotUnderstoodError("")


def _range(text: str, context: Context) -> DatePhrase | None:
    """Dec 12-14, Dec 30 to Jan 2, from Friday to Sunday: the one way in which both ends are read."""
    begin = re.match(r"from |between ", text)
    body = text[begin.end() :] if begin else text
    seps = list(ENDS.finditer(body))
    if begin and begin[0] == "between ":
        seps = list(re.finditer(" and ", body))
    pairs = {_ends(body[: sep.start()], body[sep.end() :], context) for sep in seps} - {None}
    if len(pairs) != 1 or (pair := pairs.pop()) is None:
        return None
    first, last = pair
    if last < first:
        raise NotUnderstoodError(f'"{text}" ends before it begins.')
    return DatePhrase(AskedDays(first, last))


def _ends(left: str, right: str, context: Context) -> tuple[date, date] | None:
    """The first and the last day of a range, where both of its texts can be read."""
    number = NUMBER.fullmatch(right)
    try:
        if number:
            return _to_number(left, int(number["day"]), number["year"] or "", context)
        if YEAR.search(right) and not YEAR.search(left):
            return _in_year_of_end(left, right, context)
        return _from_start(left, right, context)
    except ValueError:  # no such day of this month: not a way to read it
        return None


def _to_number(left: str, day: int, year: str, context: Context) -> tuple[date, date] | None:
    """Dec 12-14, Dec 12-14 2026: the end is a day of the month of the start."""
    if not re.search(r"[a-z]", left):
        return None
    start = plain_day(f"{left} {year}" if year and not YEAR.search(left) else left, context)
    if start is None or day > month_ends(start.year, start.month)[1].day:
        return None
    return start, start.replace(day=day or 1)


def _in_year_of_end(left: str, right: str, context: Context) -> tuple[date, date] | None:
    """Dec 30 to Jan 2, 2027: the year holds for both ends, but over New Year for the last alone."""
    last = plain_day(right, context)
    for year in (last.year, last.year - 1) if last else ():
        start = plain_day(f"{left}/{year}" if "/" in left else f"{left} {year}", context)
        if start is not None and last is not None and start <= last:
            return start, last
    return None


def _from_start(left: str, right: str, context: Context) -> tuple[date, date] | None:
    """Friday to Sunday, Oct 12 to Oct 14: the end is the first such day from the start on."""
    start = plain_day(left, context)
    if start is None or right.startswith(("next", "this")):
        return None
    last = plain_day(right, context._replace(today=start))
    return (start, last) if last is not None else None


def _near_weekend(text: str, context: Context) -> DatePhrase | None:
    """The weekend, next weekend, the weekend of Oct 17."""
    sunday = context.today + timedelta((SUNDAY - context.today.weekday()) % 7)
    coming = sunday - ONE_DAY
    if text in ("this weekend", "the weekend", "this coming weekend", "the coming weekend"):
        return span_of(coming, 2)
    if text == "next weekend":
        return next_of(coming, context.today, 2)
    of = re.fullmatch(r"(?:the )?weekend of (?P<day>.+)", text)
    day = plain_day(of["day"], context) if of else None
    if day is None or day.weekday() < SATURDAY - 1:
        return None
    return span_of(monday(day) + timedelta(SATURDAY), 2)


def _week(text: str, context: Context) -> DatePhrase | None:
    """The week: next week, the week of Oct 17: Monday to Sunday."""
    if text in ("this week", "next week"):
        return span_of(monday(context.today) + WEEK * (text == "next week"), 7)
    of = re.fullmatch(r"(?:the )?week of (?P<day>.+)", text)
    day = plain_day(of["day"], context) if of else None
    return span_of(monday(day), 7) if day else None


def _break(text: str, context: Context) -> DatePhrase | None:
    """My break: the one that is under way, or else the next one."""
    if text not in ("my break", "the break", "my next break", "the next break", "next break"):
        return None
    plan, today = context.plan, context.today
    under_way = [] if "next" in text else breaks(plan, today, today)
    run = under_way[0] if under_way else next_break(plan, max(today, plan.start))
    if run is None:
        raise NotUnderstoodError("Your rotation has no break to come.")
    return DatePhrase(AskedDays(run.first, run.last))


def _beside(text: str, context: Context) -> DatePhrase | None:
    """The day, week or weekend after my break, or before Christmas; the Monday after Thanksgiving."""
    form = BESIDE.fullmatch(text)
    if form is None or (form["nth"] and NEIGHBOR[form["nth"]] != form["side"]):
        return None
    named = form["what"]
    reading = (
        _near_weekend(named, context)
        or _week(named, context)
        or _break(named, context)
        or read_single_or_holiday(named, context)
    )
    if reading is None or reading.other is not None:
        return None
    first, last = reading.taken.first, reading.taken.last
    match form["unit"], form["side"]:
        case "day", side:
            return one_day(last + ONE_DAY if side == "after" else first - ONE_DAY)
        case "week", side:
            return span_of(monday(last) + WEEK if side == "after" else monday(first) - WEEK, 7)
        case "weekend", "after":
            return span_of(_after(last, SATURDAY), 2)
        case "weekend", _:
            return span_of(_before(first, SUNDAY) - ONE_DAY, 2)
        case name, "after":
            return one_day(_after(last, WEEKDAY_WORDS[name]))
        case name, _:
            return one_day(_before(first, WEEKDAY_WORDS[name]))


def _after(day: date, weekday: int) -> date:
    """The first such day of the week after a day, 0 for Monday."""
    return day + timedelta((weekday - day.weekday() - 1) % 7 + 1)


def _before(day: date, weekday: int) -> date:
    """The last such day of the week before a day."""
    return day - timedelta((day.weekday() - weekday - 1) % 7 + 1)
