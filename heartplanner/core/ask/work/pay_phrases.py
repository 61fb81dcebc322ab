"""Questions about what one is paid for: on a payday, or with the next paycheck."""

from __future__ import annotations

import re
from datetime import date, timedelta

from heartplanner.core.ask.asked_days import AskedDays, days_text
from heartplanner.core.ask.days.day_phrases import read_days
from heartplanner.core.ask.not_understood import NotUnderstoodError
from heartplanner.core.ask.question import Context, HoursAsked
from heartplanner.core.hours.figures import Figure
from heartplanner.core.hours.units import Unit, pay_of
from heartplanner.core.plan.model import ONE_DAY, Plan, PlanError
from heartplanner.core.plan.pay import PayPeriod, PaySchedule
from heartplanner.core.words.english import full_date, listed, sentence_case

AHEAD = timedelta(days=366)
CHECK = r"(?:pay ?stub|pay ?check|check)"
ON_PAYDAY = tuple(
    re.compile(form)
    for form in (
        r"(?:how many hours|what|which hours) (?:will|do|did|am) i (?:be |get |getting )?paid(?: for)? on"
        r" (?P<day>.+)",
        rf"(?:how many )?hours (?:are |will be |were |should be )?on (?:my |the )?(?P<day>.+?)(?:'s)?"
        rf" {CHECK}",
        rf"how many hours (?:does|did|will) my (?P<day>.+?)(?:'s)? (?:pay ?day|{CHECK})"
        r" (?:cover|have|pay(?: for)?)",
        rf"(?:how many )?hours (?:are |will be |were |should be )?on my {CHECK} (?:on|of|for) (?P<day>.+)",
        rf"what (?:is|was) on my (?P<day>last|next) {CHECK}",
        rf"what (?:will|does|did) (?:my|the) {CHECK} (?:on|of) (?P<day>.+) (?:cover|pay(?: for)?)",
        rf"what (?:will|does|did) (?:my|the) (?P<day>.+?)(?:'s)? {CHECK} (?:cover|pay(?: for)?)",
    )
)
NEAR_CHECKS = ("next", "last")
NEXT_CHECK = re.compile(
    rf"what (?:should|will|would) (?:(?:be on|i see on) my next {CHECK}"
    rf"|my next (?:{CHECK}|pay) (?:be|say|show|have))"
)
POSSESSIVE = re.compile(r"\b(yesterday|today|tomorrow)s$")
PAYDAYS_UNKNOWN = "your paydays are not known yet"


def read_pay(text: str, context: Context) -> HoursAsked | None:
    """How many hours will I be paid on Dec 11; what should my next paycheck be: hours, never money."""
    form = next(filter(None, (one.fullmatch(text) for one in ON_PAYDAY)), None)
    if form and form["day"] not in NEAR_CHECKS:
        # Of yesterday's paycheck people leave out the mark.
        day = form["day"].removesuffix("'s")
        return paid_of(POSSESSIVE.sub(r"\1", day), context)
    if form and form["day"] == "last":
        return _stub(_last_period(context), context)
    if form or NEXT_CHECK.fullmatch(text):
        day = _next_payday(context, context.today)
        return _stub(need_pay(context.plan).paid_for(day), context)
    return None


def paid_of(named: str, context: Context) -> HoursAsked:
    """The pay period that is paid on a payday, or that these days are; of both readings of a phrase.

    Raises NotUnderstoodError, with the paydays nearby, where the days are neither.
    """
    reading = read_days(named, context)
    need_pay(context.plan)
    read = [_period(days, context) for days in (reading.taken, reading.other) if days]
    if periods := [period for period in read if period]:
        return _stub(periods[0], context, *periods[1:])
    asked = reading.taken
    kind = "pay period" if asked.length > 1 else "payday"
    raise NotUnderstoodError(f"{days_text(asked)} is no {kind}: {nearby_paydays(asked, context)}.")


def need_pay(plan: Plan) -> PaySchedule:
    """How one is paid. Raises NotUnderstoodError where that is not stated."""
    try:
        return pay_of(plan)
    except PlanError as error:
        # The command that tells them is for the command line; the place to do so stands below.
        told = str(error).partition(":")[0]
        raise NotUnderstoodError(f"{sentence_case(told)}.") from None


def _last_period(context: Context) -> PayPeriod:
    """What the last payday paid for. Raises NotUnderstoodError where there was none."""
    pay, over = need_pay(context.plan), paydays_before(context.plan, context.today + ONE_DAY)
    if not over:
        raise NotUnderstoodError(f"{sentence_case(PAYDAYS_UNKNOWN)}.")
    return pay.paid_for(over[-1])


def _period(days: AskedDays, context: Context) -> PayPeriod | None:
    """The pay period that is paid on a day, or that some days are; None where it is neither."""
    pay = need_pay(context.plan)
    if days.length == 1:
        paydays = pay.paydays(context.plan.start, days.first, days.first)
        return pay.paid_for(days.first) if paydays else None
    period = pay.period_of(days.first)
    return period if period == (days.first, days.last) else None


def _stub(period: PayPeriod, context: Context, other: PayPeriod | None = None) -> HoursAsked:
    first, last = period
    return HoursAsked(
        AskedDays(max(first, context.plan.start), last),
        Unit.PERIOD,
        Figure.CREDITED,
        AskedDays(*other) if other else None,
    )


def nearby_paydays(asked: AskedDays, context: Context) -> str:
    """The paydays on either side of the first of some days. Raises NotUnderstoodError."""
    following = _next_payday(context, asked.first)
    before = paydays_before(context.plan, asked.first)[-1:]
    days = [full_date(day) for day in (*before, following)]
    return f"the {'paydays nearby are' if before else 'next payday is'} {listed(days)}"


def paydays_before(plan: Plan, day: date) -> list[date]:
    """The paydays of the year before a day; none where they are not known."""
    return plan.pay.paydays(plan.start, day - AHEAD, day - ONE_DAY) if plan.pay else []


def _next_payday(context: Context, first: date) -> date:
    """The first payday from a day on. Raises NotUnderstoodError where paydays are not known."""
    days = need_pay(context.plan).paydays(context.plan.start, first, first + AHEAD)
    if not days:
        raise NotUnderstoodError(f"{sentence_case(PAYDAYS_UNKNOWN)}.")
    return days[0]
