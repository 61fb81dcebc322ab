"""Questions for hours: so many on some days, in a week, pay period, month or year, so far, since, until."""

from __future__ import annotations

import re
from datetime import timedelta

from heartplanner.core.ask.asked_days import AskedDays
from heartplanner.core.ask.days.count_words import COUNT, count_of
from heartplanner.core.ask.days.day_phrases import read_days
from heartplanner.core.ask.days.month_phrases import year_days
from heartplanner.core.ask.days.range_phrases import until_ends
from heartplanner.core.ask.days.single_days import later
from heartplanner.core.ask.not_understood import NotUnderstoodError
from heartplanner.core.ask.question import Context, HoursAsked, Tense
from heartplanner.core.ask.work.pay_phrases import need_pay, paid_of, paydays_before
from heartplanner.core.hours.figures import Figure
from heartplanner.core.hours.units import HoursSpan, Unit, hours_spans
from heartplanner.core.plan.model import ONE_DAY

AHEAD = re.compile(r"\b(?:will|would|do i have|left|to go|am i)\b")
"""Hours that are to come are asked with such a word; else they may be over."""
IN = "(?:in|on|for|during|over|of)"
PAY_PERIOD = "pay period"
NAMED_UNITS = {
    "week": Unit.WEEK,
    "work week": Unit.WEEK,
    PAY_PERIOD: Unit.PERIOD,
    "month": Unit.MONTH,
    "cycle": Unit.CYCLE,
    "year": Unit.YEAR,
}
WHICH = "this|my|the|last|my last|the last|the past|next|my next|the next|the current|my current|current"
UNITS = "|".join(NAMED_UNITS)
UNIT = re.compile(rf"(?:{IN} )?(?P<which>{WHICH}) (?P<unit>{UNITS})")
FAR = re.compile(rf"(?:{IN} )?(?:the )?(?P<unit>{UNITS}) (?P<which>before last|after next)")
SO_FAR = re.compile(
    rf"(?:so far|to date) (?P<after>(?:this|my|the|current) (?:{UNITS}))"
    rf"|(?P<before>(?:this|my|the|current) (?:{UNITS})) (?:so far|to date)"
    rf"|(?P<unit>{UNITS}) (?:so far|to date)"
)
LAST_DAYS = re.compile(rf"(?:(?:in|over|for) )?the (?:last|past) {COUNT} days")
SINCE = re.compile(r"since (?P<day>.+)")
UNTIL = re.compile(r"(?:(?:from )?(?:now|today) )?(?P<how>until|till|before|through) (?P<day>.+)")
COUNTED = (
    r"(?: (?:do|did|will|would|have) i (?:still )?(?:have|work(?:ed)?|get)?(?: worked)?(?: to work)?"
    r"| am i working| are there| are(?= left)|(?: i(?: have|'ve)?)? worked| i (?:will |have to )?work)?"
    r"(?: left| to go)?"
)
HOURS = (
    (Figure.SHIFT_COUNT, re.compile(rf"(?:how many )?shifts{COUNTED}(?: (?P<days>.+))?")),
    (
        Figure.OVERTIME,
        re.compile(
            rf"(?:(?:how much|how many hours of|any) )?(?:overtime|ot){COUNTED}(?: (?P<days>.+))?"
            r"|(?:will|do|did|would) i (?:get|have|work) (?:any )?overtime(?: (?P<when>.+))?"
        ),
    ),
    (
        Figure.HOLIDAY,
        re.compile(
            rf"(?:how many )?(?:holiday hours|hours on holidays){COUNTED}(?: (?P<days>.+))?"
            r"|how many hours (?:do|did|will|have) i work(?:ed)? on holidays(?: (?P<when>.+))?"
        ),
    ),
    (
        Figure.WORKED,
        re.compile(
            rf"(?:how many )?hours(?! (?:does|would|will) it){COUNTED}(?: (?P<days>.+))?"
            rf"|(?P<before>(?:{WHICH}) (?:{UNITS}))(?:'s|s)? hours"
            r"|how much (?:do|did|will) i work(?: (?P<when>.+))?"
        ),
    ),
    (
        Figure.CREDITED,
        re.compile(
            r"what (?:should|will|would) (?:be on |i see on )?my (?:last )?"
            r"(?:pay ?stub|pay ?check|check|pay)(?: say| show| have)?(?: (?P<days>.+))?"
            r"|(?:my |the )?(?:pay ?stub|pay ?check)(?: (?P<when>.+))?"
            r"|what (?:should|will|would) be on my (?P<payday>.+) (?:pay ?stub|pay ?check|check)"
        ),
    ),
)
YEAR = re.compile(r"(?:(?:in|for|of) )?(?P<year>\d{4})", re.ASCII)


def read_hours(text: str, context: Context) -> HoursAsked | None:
    """Hours, shifts or overtime of some days; None where it is another question."""
    if context.tense is Tense.COMING and not AHEAD.search(text):
        context = context._replace(tense=Tense.EITHER)
    for figure, pattern in HOURS:
        if asked := pattern.fullmatch(text):
            named = next(filter(None, asked.groups()), "")
            return _hours(named, figure, context)
    return None


def _hours(named: str, figure: Figure, context: Context) -> HoursAsked:
    """The days that are named; of a pay stub the last period without a word, of a sum this unit."""
    if not named and figure is Figure.CREDITED:
        named = f"last {PAY_PERIOD}"
    elif not named:
        named = f"this {PAY_PERIOD if context.plan.pay else 'week'}"
    unit = UNIT.fullmatch(named)
    if figure is Figure.CREDITED and (unit is None or unit["unit"] != PAY_PERIOD):
        return paid_of(re.sub(rf"^{IN} ", "", named), context)
    if sum_of := _open_sum(named, figure, context):
        return sum_of
    if unit or (unit := FAR.fullmatch(named)):
        span = _unit_span(context, unit["which"], NAMED_UNITS[unit["unit"]])
        return HoursAsked(AskedDays(*span), NAMED_UNITS[unit["unit"]], figure)
    if year := YEAR.fullmatch(named):
        return HoursAsked(year_days(int(year["year"])), Unit.YEAR, figure)
    # "In two weeks" is within them to whoever counts hours, and no day: it is left to be refused.
    taken, other = read_days(re.sub(rf"^{IN} ", "", named), context)
    month = [HoursSpan(taken.first, taken.last)] == hours_spans(
        context.plan, Unit.MONTH, taken.first, taken.first
    )
    return HoursAsked(taken, Unit.MONTH if month else None, figure, other)


def _open_sum(named: str, figure: Figure, context: Context) -> HoursAsked | None:
    """Of this month so far, since November 1, until Christmas: until today, or from today on."""
    today = context.today
    if form := SO_FAR.fullmatch(named):
        unit = f"this {form['unit']}" if form["unit"] else form["after"] or form["before"]
        begun = _hours(unit, figure, context).days
        return HoursAsked(AskedDays(begun.first, min(begun.last, today)), None, figure)
    if over := LAST_DAYS.fullmatch(named):
        length = timedelta(count_of(over["count"]))
        # To some the day that is not over yet is none of them.
        taken = AskedDays(today - length + ONE_DAY, today)
        return HoursAsked(taken, None, figure, later(taken, -ONE_DAY))
    if since := SINCE.fullmatch(named):
        return _since(since, figure, context)
    until = UNTIL.fullmatch(named)
    return _until(until, figure, context) if until else None


def _since(form: re.Match[str], figure: Figure, context: Context) -> HoursAsked:
    """From the day that is named until today; of both its readings."""
    today = context.today
    if re.fullmatch(r"(?:my |the )?last pay ?day", form["day"]):
        need_pay(context.plan)
        if paid := paydays_before(context.plan, today + ONE_DAY):
            return HoursAsked(AskedDays(paid[-1], today), None, figure)
    reading = read_days(form["day"], context._replace(tense=Tense.PAST))
    begun = [one.first for one in (reading.taken, reading.other) if one and one.first <= today]
    if not begun:
        raise NotUnderstoodError(f'"{form[0]}" is still to come.')
    first, *other = (AskedDays(day, today) for day in begun)
    return HoursAsked(first, None, figure, *other)


def _until(form: re.Match[str], figure: Figure, context: Context) -> HoursAsked:
    """From today until the days that are named: "before" leaves them out, and "through" has them."""
    today, how = context.today, form["how"]
    reading = read_days(form["day"], context._replace(tense=Tense.COMING))
    ends = [one for one in (reading.taken, reading.other) if one and one.first > today]
    if not ends:
        raise NotUnderstoodError(f'"{form[0]}" has no days to come.')
    if how in ("until", "till"):
        last = until_ends(ends)
    else:
        last = [end.last if how == "through" else end.first - ONE_DAY for end in ends]
    taken, *other = (AskedDays(today, day) for day in last)
    return HoursAsked(taken, None, figure, *other)


def _unit_span(context: Context, which: str, unit: Unit) -> HoursSpan:
    """The last pay period, next month, this week. Raises NotUnderstoodError where it is not known."""
    plan, today = context.plan, context.today
    if unit is Unit.PERIOD:
        need_pay(plan)
    spans = hours_spans(plan, unit, today, today)
    for _ in range(2 if which in ("before last", "after next") else 1):
        if spans and which.endswith(("last", "past")):
            spans = hours_spans(plan, unit, spans[0].first - ONE_DAY, spans[0].first - ONE_DAY)
        elif spans and which.endswith("next"):
            spans = hours_spans(plan, unit, spans[0].last + ONE_DAY, spans[0].last + ONE_DAY)
    if not spans:
        raise NotUnderstoodError("That is before your start date.")
    return spans[0]
