"""Questions to ask instead of one that is not understood: such as are near to what it seems to be about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from heartplanner.core.ask.asked_days import AskedDays, phrase
from heartplanner.core.ask.colleagues.people_phrases import calendar_names, spoken_names
from heartplanner.core.ask.days.month_phrases import MONTH, read_month
from heartplanner.core.ask.question import Context
from heartplanner.core.ask.refused.examples import examples
from heartplanner.core.ask.refused.named_days import named_days
from heartplanner.core.people.keeping import near_plan
from heartplanner.core.plan.model import LAST_DATE, ONE_DAY
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import month_ends
from heartplanner.core.words.english import month_title

LEAST, MOST = 3, 6
"""How many questions are offered: at least so many, and at most."""
SOON = timedelta(days=14)
"""Within so many days there is a shift in any rotation, but for leave."""
HOUR = re.compile(r" (?:at|by|until|till|before|after|around) \d{1,2}(?::\d\d)?(?= on |$)")
"""An hour without am or pm, beside the days that a question names."""
IN_MONTH = re.compile(
    rf"\b(?:in|of|during|over|for) ({MONTH})( \d{{4}})?\b(?! (?:and|or|to|through|until|till|-))"
)
WEEKENDS = frozenset({"weekend", "weekends"})
HOLIDAYS = frozenset({"holiday", "holidays"})
ADMIN = frozenset({"admin", "administrative"})
BREAKS = frozenset({"break", "breaks"})
PAID = frozenset({"check", "paid", "pay", "paycheck", "payday", "paydays", "stub"})
HOURS = frozenset({"hour", "hours", "overtime", "timesheet", "worked"})
LEAVE = frozenset({"afford", "leave", "pto", "sick", "vacation"})
SHIFTS = frozenset({"cover", "give", "shift", "shifts", "swap", "swaps", "trade"})
FREE = frozenset({"day", "days", "free", "off", "time"})
ROWS = frozenset({"longest", "row", "straight", "stretch", "week", "weeks"})
WORK = frozenset({"work", "working"})


def nearby(text: str, context: Context, *, with_days: bool = True) -> tuple[str, ...]:
    """Three to six questions that have an answer, the nearest first: the days alone that the text names.

    `text`: the question in small letters. Where nothing in it is known, six questions of six kinds.
    `with_days`: False where the days that it names are what is wrong with it.
    """
    days = named_days(HOUR.sub("", text), context) if with_days else None
    usual = tuple(_with_shift(one, context) for one in examples(context.plan))
    near = list(dict.fromkeys(_near(text, days, context)))
    if not near:
        return usual
    more = [one for one in usual if one not in near][: max(LEAST - len(near), 0)]
    return (*near[:MOST], *more)


def _near(text: str, days: AskedDays | None, context: Context) -> Iterator[str]:
    words = set(re.findall(r"[a-z]+", text))
    when = _named(days._replace(part=None)) if days else ""
    several = days is not None and days.length > 1
    to_come = days is not None and days.last >= context.today
    in_when = f"in {when}" if several and to_come else _month_of(text, context) or "next month"
    if days:
        yield _named(days)
    yield from _of_people(text, when, in_when, context)
    if words & SHIFTS:
        if shift := _shift_day(context, None if several else days):
            yield f"who can take my shift {_named(AskedDays(shift, shift))}"
        yield "next shift"
    yield from _of_kinds(words, in_when)
    yield from _of_books(words, when, days, context)
    if words & ROWS:
        yield f"four days in a row {in_when}"
    if words & FREE:
        yield f"days off {in_when}"
    if words & WORK and days:
        yield f"am I working {when}"


def _month_of(text: str, context: Context) -> str:
    """In July: the one month that a text names as the time in which it looks; else empty."""
    named = set(IN_MONTH.findall(text))
    reading = read_month(" ".join(*named).strip(), context) if len(named) == 1 else None
    if reading is None or reading.taken.last < context.today:
        return ""
    return f"in {_named(reading.taken)}"


def _with_shift(offered: str, context: Context) -> str:
    """A question about tomorrow's shift, or about the next one where tomorrow has none."""
    about = offered.removesuffix(" tomorrow")
    shift = _shift_day(context, None) if about.endswith(" my shift") else None
    if shift is None or shift == context.today + ONE_DAY:
        return offered
    return f"{about} {_named(AskedDays(shift, shift))}"


def _shift_day(context: Context, days: AskedDays | None) -> date | None:
    """The day that is named, or else the first from tomorrow on, if there is a shift to give away."""
    first = days.first if days else context.today + ONE_DAY
    last = min(days.last if days else first + SOON, LAST_DATE)
    # Only the changes near it are replayed: a question is refused at each key until it is whole.
    for day in Schedule(near_plan(context.plan, first, last)).days(first, last):
        if day.date >= context.today and any(block.kind is Kind.SHIFT for block in day.blocks):
            return day.date
    return None


def _named(days: AskedDays) -> str:
    """May 2027; any other days as their answer has them."""
    if (days.first, days.last) == month_ends(days.first.year, days.first.month):
        return month_title(days.first.year, days.first.month)
    return phrase(days)


def _of_people(text: str, when: str, in_when: str, context: Context) -> Iterator[str]:
    """Of each colleague or calendar whose name is in the question."""
    names = spoken_names(context.plan) | calendar_names(context.plan)
    for spoken, name in names.items():
        if f" {spoken} " in f" {text} ":
            yield f"is {name} off {when or 'tomorrow'}"
            yield f"when are {name} and I both off {in_when}"


def _of_kinds(words: set[str], in_when: str) -> Iterator[str]:
    if words & WEEKENDS:
        yield f"working weekends {in_when}"
        yield f"free weekends {in_when}"
    if words & HOLIDAYS:
        yield "which holidays do I work this year"
    if words & ADMIN:
        yield "next admin day"
    if words & BREAKS:
        yield "when is my next break"


def _is_payday(day: date, context: Context) -> bool:
    pay = context.plan.pay
    return pay is not None and bool(pay.paydays(context.plan.start, day, day))


def _of_books(
    words: set[str], when: str, days: AskedDays | None, context: Context
) -> Iterator[str]:
    """Of pay and leave only what has been stated has an answer."""
    if words & PAID and context.plan.pay:
        yield "when is payday"
        paid_on = days is not None and days.length == 1 and _is_payday(days.first, context)
        yield f"what should be on my pay stub {f'on {when}' if paid_on else 'for the last pay period'}"
    if words & LEAVE and context.plan.leave:
        yield f"do I have enough leave for {when or 'next week'}"
        yield "how much leave do I have left"
    if words & HOURS:
        yield f"hours {when or 'this month'}"
        yield "hours so far this month"
