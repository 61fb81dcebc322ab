"""Questions about what one is paid for: on a payday, or with the next paycheck."""

from __future__ import annotations

import re
from datetime import date, timedelta

from heartplanner.core.ask.days.day_phrases import read_days
from heartplanner.core.ask.question import AskedDays, Context, HoursAsked, NotUnderstoodError
from heartplanner.core.hours.figures import Figure
from heartplanner.core.hours.units import Unit, pay_of
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.plan.pay import PaySchedule
from heartplanner.core.words.english import full_date, long_date, sentence_case

AHEAD = timedelta(days=366)
ON_PAYDAY = re.compile(
    r"(?:how many hours|what|which hours) (?:will|do|did|am) i (?:be |get |getting )?paid(?: for)? on"
    r" (?P<day>.+)"
)
NEXT_CHECK = re.compile(
    r"what (?:should|will|would) (?:(?:be on|i see on) my next (?:pay ?stub|pay ?check|check)"
    r"|my next (?:pay ?stub|pay ?check|check|pay) (?:be|say|show|have))"
)
PAYDAYS_UNKNOWN = "Your paydays are not known yet."


def read_pay(text: str, context: Context) -> HoursAsked | None:
    """How many hours will I be paid on Dec 11; what should my next paycheck be: hours, never money."""
    if form := ON_PAYDAY.fullmatch(text):
        return _paid_on(read_days(form["day"], context).taken, context)
    if NEXT_CHECK.fullmatch(text):
        day = _next_payday(context, context.today)
        return _paid_on(AskedDays(day, day), context)
    return None


def need_pay(plan: Plan) -> PaySchedule:
    """How one is paid. Raises NotUnderstoodError where that is not stated."""
    try:
        return pay_of(plan)
    except PlanError as error:
        # The command that tells them is for the command line; the place to do so stands below.
        told = str(error).partition(":")[0]
        raise NotUnderstoodError(f"{sentence_case(told)}.") from None


def _paid_on(days: AskedDays, context: Context) -> HoursAsked:
    """What a payday pays for. Raises NotUnderstoodError for a day that is none."""
    pay, day, start = need_pay(context.plan), days.first, context.plan.start
    following = _next_payday(context, day)
    if days.length > 1 or following != day:
        raise NotUnderstoodError(
            f"{long_date(day)} is no payday: the next one is {full_date(following)}."
            if days.length == 1
            else "Ask for one payday."
        )
    period = pay.paid_for(day)
    return HoursAsked(
        AskedDays(max(period.first, start), period.last), Unit.PERIOD, Figure.CREDITED
    )


def _next_payday(context: Context, first: date) -> date:
    """The first payday from a day on. Raises NotUnderstoodError where paydays are not known."""
    days = need_pay(context.plan).paydays(context.plan.start, first, first + AHEAD)
    if not days:
        raise NotUnderstoodError(PAYDAYS_UNKNOWN)
    return days[0]
