"""Days as one names them in a question: Oct 17, next Friday, Thanksgiving week, the weekend after my break.

A small finite grammar. A phrase that it does not hold is refused, never guessed: general libraries for
dates read "Dec 12-14" as the year 2114, and "lunch with Lee" as today.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from heartplanner.core.ask.asked_days import AskedDays, DatePhrase
from heartplanner.core.ask.days.counted_days import read_counted
from heartplanner.core.ask.days.month_phrases import (
    MONTH,
    read_in_month,
    read_month,
    read_months,
    read_rest,
)
from heartplanner.core.ask.days.season_phrases import read_season
from heartplanner.core.ask.days.single_days import (
    DAY_NAMES,
    HAS_YEAR,
    WEEK,
    WEEKDAY_WORDS,
    in_year,
    later,
    next_of,
    one_day_of,
    plain_day,
    read_single_or_holiday,
    span_of,
    starts,
    weekly,
)
from heartplanner.core.ask.days.which_year import NamedDays, moved, which
from heartplanner.core.ask.not_understood import NotUnderstoodError
from heartplanner.core.ask.question import Context, Tense
from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE, ONE_DAY, monday
from heartplanner.core.schedule.breaks import breaks, next_break
from heartplanner.core.schedule.days import SATURDAY, SUNDAY
from heartplanner.core.schedule.totals import month_ends
from heartplanner.core.words.typed_dates import LOOKING_BACK

LONGEST = 366
"""Days that one phrase may name."""
MOST_ROUND = 183
"""Days of the longest range without a year that goes over New Year: half a year."""
ENDS = re.compile(r" ?- ?| to | through | thru | until | till | and |\.\.")
NUMBER = re.compile(r"(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: (?P<year>\d{4}))?", re.ASCII)
BESIDE = re.compile(
    rf"(?:the )?(?:(?P<nth>first|last) )?(?P<unit>day|week|weekend|{DAY_NAMES})"
    r" (?P<side>after|before) (?P<what>.+)"
)
NEIGHBOR = {"first": "after", "last": "before"}
"""On which side of a day the first and the last of something are the ones that are next to it."""
OF_YEAR = re.compile(r"(?<=[a-z\d] )(?<!of )(?:in )?(last|this|next) year$")
"""A year that is counted from this one, behind a day or a month."""
WHOLE = re.compile(r"^(?:all|the whole) of ")
YEARS = {"last": -1, "this": 0, "next": 1}
WEEKS = {
    "week before last": -2,
    "last week": -1,
    "this week": 0,
    "next week": 1,
    "week after next": 2,
}
BREAK = re.compile(
    r"(?:(?:my|the) )?(?:(?P<next>next) break|break (?P<far>after next))|(?:my|the) break"
    rf"|(?:my|the) (?P<month>{MONTH}) break"
)
SIDE_BY_SIDE = "Ask for one day, or for days in a row."


def read_days(text: str, context: Context) -> DatePhrase:
    """The days that a phrase in small letters names. Raises NotUnderstoodError."""
    this = context.today.year
    text = WHOLE.sub("", text)
    text = OF_YEAR.sub(lambda form: f"{this + YEARS[form[1]]}", text)
    for read in (
        *(_near_weekend, _week, read_month, read_months, read_in_month, read_rest, _break, _beside),
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
    between = begin is not None and begin[0] == "between "
    found: dict[str, NamedDays] = {}
    for sep in ENDS.finditer(body):
        days = _ends(body[: sep.start()], body[sep.end() :], context)
        if days.spans and (sep[0] == " and " if between else not begin or sep[0] != " and "):
            found[sep[0].strip()] = days
    if len({days.spans for days in found.values()}) != 1:
        return None
    between_them, days = next(iter(found.items()))
    beside = between_them == "and" and not between
    most = LONGEST if len(days.spans) > 1 else date.max.toordinal()
    # Of the first and the last years holidays are not known: the end that is found there is of another.
    days = days._replace(spans=tuple(one for one in days.spans if 1 <= one.length <= most))
    if beside:  # the days are named, and not those between them
        days = days._replace(spans=tuple(one for one in days.spans if one.length == 2))
    if not days.spans:
        raise NotUnderstoodError(SIDE_BY_SIDE if beside else _backward(text))
    reading = which(days, context)
    if (
        reading
        and between_them in ("until", "till")
        and not reading.other
        and reading.taken.length > 1
    ):
        taken = reading.taken
        return DatePhrase(taken, taken._replace(last=taken.last - ONE_DAY))
    return reading


def _ends(left: str, right: str, context: Context) -> NamedDays:
    """The ranges that these texts of a first and a last day may name; none where they cannot be read."""
    number = NUMBER.fullmatch(right)
    if number and not re.search(r"[a-z]", left):
        return NamedDays(())
    year = number["year"] if number else HAS_YEAR.search(right) and right
    if number and year and not HAS_YEAR.search(left):
        left = in_year(left, year)
    elif year and not HAS_YEAR.search(left):
        return _in_year_of_end(left, right, context)
    if right.startswith(("next", "this", "last")):
        return NamedDays(())
    days = starts(left, context)
    most = MOST_ROUND if len(days.spans) > 1 else LONGEST - LOOKING_BACK.days
    ends = (_end(one.first, right, number, context) for one in days.spans)
    if not year:
        ends = (_not_round(one.first, end, most) for one, end in zip(days.spans, ends, strict=True))
    spans = [AskedDays(one.first, end) for one, end in zip(days.spans, ends, strict=True) if end]
    return days._replace(spans=tuple(spans))


def _end(start: date, right: str, number: re.Match[str] | None, context: Context) -> date | None:
    """The first such day from the start on; a number is a day of the month of the start."""
    if number is None:
        return plain_day(right, context._replace(today=start, tense=Tense.COMING))
    day = int(number["day"])
    return (
        start.replace(day=day) if 1 <= day <= month_ends(start.year, start.month)[1].day else None
    )


def _not_round(start: date, end: date | None, most: int) -> date | None:
    """The end, if it is in the year of the start or within so many days; else one before the start.

    Dec 30 to Jan 2 goes over New Year. Dec 9 to Dec 5 is a slip, and hardly ever means all but a year.
    """
    if end is None or end.year == start.year or (end - start).days < most:
        return end
    return start - ONE_DAY


def _backward(text: str) -> str:
    """What is wrong with a range whose end lies before its beginning."""
    wrong = f'"{text}" ends before it begins.'
    # A year behind a mere number would be that of both ends.
    if NUMBER.fullmatch(ENDS.split(text)[-1]):
        return wrong
    return f"{wrong} If it ends in another year, say which."


def _in_year_of_end(left: str, right: str, context: Context) -> NamedDays:
    """Dec 30 to Jan 2, 2027: the year holds for both ends, but over New Year for the last alone."""
    last = plain_day(right, context)
    for year in (last.year, last.year - 1) if last else ():
        start = plain_day(in_year(left, year), context)
        if start is not None and last is not None and start <= last:
            return NamedDays((AskedDays(start, last),))
    return NamedDays(())


def _near_weekend(text: str, context: Context) -> DatePhrase | None:
    """The weekend, next weekend, the weekend of Oct 17."""
    sunday = context.today + timedelta((SUNDAY - context.today.weekday()) % 7)
    coming = sunday - ONE_DAY
    if text == "the weekend":
        return which(weekly(span_of(coming, 2).taken), context)
    if text in ("this weekend", "this coming weekend", "the coming weekend"):
        return span_of(coming, 2)
    if text == "last weekend":
        return span_of(coming - WEEK, 2)
    if text == "next weekend":
        return next_of(coming, context.today, 2)
    if text in ("weekend after next", "the weekend after next"):
        return moved(next_of(coming, context.today, 2), lambda days: later(days, WEEK))
    of = re.fullmatch(r"(?:the )?weekend of (?P<day>.+)", text)
    whole = _range(of["day"], context) if of else None
    if whole and whole.taken.length == 2 and whole.taken.first.weekday() == SATURDAY:
        return whole
    reading = one_day_of(of["day"], context) if of else None
    if reading is None or reading.taken.first.weekday() < SATURDAY - 1:
        return None
    if reading.other and reading.other.first.weekday() < SATURDAY - 1:
        reading = DatePhrase(reading.taken)
    return moved(reading, lambda day: span_of(monday(day.first) + timedelta(SATURDAY), 2).taken)


def _week(text: str, context: Context) -> DatePhrase | None:
    """The week: next week, the week of Oct 17: Monday to Sunday."""
    if (plain := text.removeprefix("the ")) in WEEKS:
        return span_of(monday(context.today) + WEEK * WEEKS[plain], 7)
    of = re.fullmatch(r"(?:the )?week of (?P<day>.+)", text)
    reading = one_day_of(of["day"], context) if of else None
    return moved(reading, lambda day: span_of(monday(day.first), 7).taken)


def _break(text: str, context: Context) -> DatePhrase | None:
    """My break: the one that is under way, or else the next one."""
    form = BREAK.fullmatch(text)
    if form is None:
        return None
    plan, today = context.plan, context.today
    if form["month"]:
        return _break_in(form["month"], context)
    under_way = [] if form["next"] or form["far"] else breaks(plan, today, today)
    run = under_way[0] if under_way else next_break(plan, max(today, plan.start))
    if run and form["far"]:
        run = next_break(plan, run.last + ONE_DAY)
    if run is None:
        raise NotUnderstoodError("Your rotation has no break to come.")
    return DatePhrase(AskedDays(run.first, run.last))


def _break_in(month: str, context: Context) -> DatePhrase:
    """My July break: the one that touches that month. Raises NotUnderstoodError where it is not one."""
    reading = read_month(month, context)
    assert reading is not None, "the pattern has months alone"
    runs = breaks(context.plan, *reading.taken[:2])
    if len(runs) != 1:
        raise NotUnderstoodError("Say which break: there is not just one in that month.")
    return DatePhrase(AskedDays(runs[0].first, runs[0].last))


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
    if reading and reading.other and named.startswith("next "):
        return None  # of four days none is plain
    unit, side = form["unit"], form["side"]
    return moved(reading, lambda days: _next_to(days, unit, side))


def _next_to(days: AskedDays, unit: str, side: str) -> AskedDays:
    """The day, week, weekend or weekday before or after some days."""
    first, last = days.first, days.last
    match unit, side:
        case "day", _:
            day, length = last + ONE_DAY if side == "after" else first - ONE_DAY, 1
        case "week", _:
            day, length = monday(last) + WEEK if side == "after" else monday(first) - WEEK, 7
        case "weekend", "after":
            day, length = _after(last, SATURDAY), 2
        case "weekend", _:
            day, length = _before(first, SUNDAY) - ONE_DAY, 2
        case _, "after":
            day, length = _after(last, WEEKDAY_WORDS[unit]), 1
        case _:
            day, length = _before(first, WEEKDAY_WORDS[unit]), 1
    return span_of(day, length).taken


def _after(day: date, weekday: int) -> date:
    """The first such day of the week after a day, 0 for Monday."""
    return day + timedelta((weekday - day.weekday() - 1) % 7 + 1)


def _before(day: date, weekday: int) -> date:
    """The last such day of the week before a day."""
    return day - timedelta((day.weekday() - weekday - 1) % 7 + 1)
