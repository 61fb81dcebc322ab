"""Questions about one's own work: when do I work next, when is payday, how many hours last week."""

from __future__ import annotations

import re

from heartplanner.core.ask.days.day_phrases import read_days
from heartplanner.core.ask.days.part_phrases import read_part
from heartplanner.core.ask.days.range_phrases import read_range, year_days
from heartplanner.core.ask.question import (
    AskedDays,
    Coming,
    Context,
    DatePhrase,
    HoursAsked,
    IsFree,
    Part,
    Tense,
    WhenNext,
)
from heartplanner.core.ask.refused.not_understood import NotUnderstoodError
from heartplanner.core.ask.work.pay_phrases import need_pay, paid_of, read_pay
from heartplanner.core.hours.figures import Figure
from heartplanner.core.hours.units import HoursSpan, Unit, hours_spans
from heartplanner.core.plan.model import ONE_DAY

WORDS = frozenset({
    "again", "been", "begin", "check", "did", "doing", "done", "finish", "get", "holiday",
    "holidays", "hours", "last",
    "current", "many", "off", "overtime", "paid", "pay", "paycheck", "payday", "period", "say", "see",
    "shift", "shifts", "should", "start", "stub", "worked", "nights", "evenings", "mornings",
    "afternoons",
})  # fmt: skip
"""The words that such questions have; a refusal names the others."""
TO_HOURS = frozenset({
    "accrue", "accrued", "balance", "balances", "check", "hours", "ot", "overtime", "paid", "pay",
    "paycheck", "payday", "period", "shifts", "stub", "timesheet", "worked",
})  # fmt: skip
"""Words of what the book of hours has, whatever is asked of it."""
TO_COLLEAGUES = frozenset(
    {"both", "colleague", "colleagues", "coworker", "coworkers", "partner", "we", "who", "whom"}
)
MY_NEXT = r"(?:(?:when|what) (?:is|are) )?(?:my |the )?next "
NEXT = {
    Coming.SHIFT: re.compile(
        rf"{MY_NEXT}(?:work ?)?shift|{MY_NEXT}(?:work ?day|day of work)"
        r"|when (?:do|will|am) i (?:next )?(?:work|working|back|back at work|on)(?: next| again)"
        r"|when (?:do|will) i (?:have to )?(?:go|be) back(?: to| at)? work|when do i next work"
    ),
    Coming.BREAK: re.compile(
        r"(?:when (?:is|does|will) )(?:my |the )?(?:next )?(?:(?:six|seven)[- ]day )?break"
        r"(?: (?:start|begin|be))?|(?:my |the )?next (?:six|seven)[- ]day break"
    ),
    Coming.PAYDAY: re.compile(
        r"(?:when (?:is|are) )?(?:my |the )?(?:next )?(?:pay ?day|pay ?check|(?<=next )check)(?: date)?"
        r"|when (?:do|will|am|are) (?:i|we) (?:next )?(?:get(?:ting)? |be )?paid(?: next| again)?"
    ),
}
PAYDAYS = re.compile(
    r"(?:when (?:is|are) )?(?:my |the )?pay ?days? (?P<within>(?:in|before|by) .+)"
)
"""The paydays of a range."""
AHEAD = re.compile(r"\b(?:will|would|do i have|left|to go|am i)\b")
"""Hours that are to come are asked with such a word; else they may be over."""
TIMES = re.compile(
    r"(?:(?:what time|when) (?:do|will|am|must) i (?:have to )?"
    r"(?:start|begin|finish|end|done|get off|get done|go in|come in)(?: work)?"
    r"|what time (?:am|do|will) i (?:be )?(?:off|work|on)"
    r"|what (?:am i (?:doing|working)|do i work|hours do i work|shift do i (?:have|work)"
    r"|shift am i (?:on|working)|(?:shift |hours )?did i work(?! for))"
    r"|when (?:do|did|will) i work|when am i working)"
    r"(?: on)? (?P<days>.+)"
)
NIGHTS = re.compile(
    r"(?:am i working|do i work|will i work|am i on) (?P<part>morning|afternoon|evening|night)s"
    r"(?: (?:in|on|over|during))? (?P<days>.+)"
)
COUNTED = (
    r"(?: (?:do|did|will|would|have) i (?:still )?(?:have|work(?:ed)?|get)?(?: worked)?(?: to work)?"
    r"| am i working| are there)?(?: left| to go)?"
)
HOURS = (
    (Figure.SHIFT_COUNT, re.compile(rf"how many shifts{COUNTED}(?: (?P<days>.+))?")),
    (
        Figure.OVERTIME,
        re.compile(
            rf"(?:(?:how much|how many hours of) )?(?:overtime|ot){COUNTED}(?: (?P<days>.+))?"
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
            rf"(?:how many )?hours{COUNTED}(?: (?P<days>.+))?"
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
PAY_PERIOD = "pay period"
NAMED_UNITS = {
    "week": Unit.WEEK,
    "work week": Unit.WEEK,
    PAY_PERIOD: Unit.PERIOD,
    "month": Unit.MONTH,
    "cycle": Unit.CYCLE,
    "year": Unit.YEAR,
}
UNIT = re.compile(
    rf"(?:(?:in|on|for|during|over|of) )?(?:(?P<which>this|my|the|last|my last|the last|the past"
    rf"|next|my next|the next|the current|my current|current) )(?P<unit>{'|'.join(NAMED_UNITS)})"
)
YEAR = re.compile(r"(?:(?:in|for|of) )?(?P<year>\d{4})", re.ASCII)


def read_work(text: str, context: Context) -> WhenNext | HoursAsked | IsFree | None:
    """What a question in small letters asks of one's own work; None where it is another question."""
    for what, form in NEXT.items():
        if form.fullmatch(text):
            return WhenNext(what)
    if paydays := PAYDAYS.fullmatch(text):
        return WhenNext(Coming.PAYDAY, read_range(paydays["within"], context))
    if times := TIMES.fullmatch(text):
        return IsFree(read_part(times["days"].removeprefix("on "), context))
    if nights := NIGHTS.fullmatch(text):
        taken = read_days(nights["days"], context).taken
        return IsFree(DatePhrase(taken._replace(part=Part(nights["part"]))))
    if paid := read_pay(text, context):
        return paid
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
        return paid_of(re.sub(r"^(?:in|on|for|during|over|of) ", "", named), context)
    if unit:
        span = _unit_span(context, unit["which"], NAMED_UNITS[unit["unit"]])
        return HoursAsked(AskedDays(*span), NAMED_UNITS[unit["unit"]], figure)
    if year := YEAR.fullmatch(named):
        return HoursAsked(AskedDays(*year_days(int(year["year"]))), Unit.YEAR, figure)
    # "In two weeks" is within them to whoever counts hours, and no day: it is left to be refused.
    taken, other = read_days(re.sub(r"^(?:in|on|for|during|over|of) ", "", named), context)
    month = [HoursSpan(taken.first, taken.last)] == hours_spans(
        context.plan, Unit.MONTH, taken.first, taken.first
    )
    return HoursAsked(taken, Unit.MONTH if month else None, figure, other)


def _unit_span(context: Context, which: str, unit: Unit) -> HoursSpan:
    """The last pay period, next month, this week. Raises NotUnderstoodError where it is not known."""
    plan, today = context.plan, context.today
    if unit is Unit.PERIOD:
        need_pay(plan)
    spans = hours_spans(plan, unit, today, today)
    if spans and which.endswith(("last", "past")):
        spans = hours_spans(plan, unit, spans[0].first - ONE_DAY, spans[0].first - ONE_DAY)
    elif spans and which.endswith("next"):
        spans = hours_spans(plan, unit, spans[0].last + ONE_DAY, spans[0].last + ONE_DAY)
    if not spans:
        raise NotUnderstoodError("That is before your start date.")
    return spans[0]
