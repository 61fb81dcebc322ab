"""Paydays: the next one, the last one, those of a range, and whether a day is one."""

from __future__ import annotations

from heartplanner.core.ask.asked_days import AskedDays, DatePhrase, one_day
from heartplanner.core.ask.not_understood import Place
from heartplanner.core.ask.question import Answer, Context, IsPayday
from heartplanner.core.ask.work.pay_phrases import (
    AHEAD,
    PAYDAYS_UNKNOWN,
    nearby_paydays,
    paydays_before,
)
from heartplanner.core.words.english import days_ago, in_days, listed, long_date, span, weekday_date

FEW = 3
"""So many paydays are counted at a glance; of more their number is said."""


def next_payday(context: Context) -> Answer:
    """The next payday, and what it pays for."""
    plan, today = context.plan, context.today
    days = plan.pay.paydays(plan.start, today, today + AHEAD) if plan.pay else []
    if plan.pay is None or not days:
        return _unknown("Next payday", context)
    period = plan.pay.paid_for(days[0])
    text = f"Next payday: {long_date(days[0])}, {in_days(days[0], today)}."
    facts = (f"It pays for {span(*period)}.",)
    return Answer(one_day(days[0]), text, facts, (), Place.HOURS)


def last_payday(context: Context) -> Answer:
    """The last payday before today, and what it paid for."""
    plan, today = context.plan, context.today
    if plan.pay is None or plan.pay.lag is None:
        return _unknown("Last payday", context)
    over = paydays_before(plan, today)
    if not over:
        return Answer(one_day(today), "Last payday: none yet.", (), (), Place.HOURS)
    day = over[-1]
    text = f"Last payday: {long_date(day)}, {days_ago(day, today)}."
    facts = (f"It paid for {span(*plan.pay.paid_for(day))}.",)
    return Answer(one_day(day), text, facts, (), Place.HOURS)


def is_payday(asked: IsPayday, context: Context) -> Answer:
    """Whether a day is a payday: what it pays for, or the paydays nearby."""
    plan, day = context.plan, asked.reading.taken.first
    if plan.pay is None or plan.pay.lag is None:
        return _unknown(long_date(day), context)
    if plan.pay.paydays(plan.start, day, day):
        facts = (f"It pays for {span(*plan.pay.paid_for(day))}.",)
        text = f"{long_date(day)}: yes, it is a payday."
        return Answer(asked.reading, text, facts, (), Place.HOURS)
    nearby = nearby_paydays(asked.reading.taken, context)
    text = f"{long_date(day)}: no, it is no payday; {nearby}."
    return Answer(asked.reading, text, (), (), Place.HOURS)


def paydays(within: AskedDays, context: Context) -> Answer:
    """Every payday of a range, with the period that each pays for."""
    plan, pay = context.plan, context.plan.pay
    if pay is None or pay.lag is None:
        return next_payday(context)
    days = pay.paydays(plan.start, within.first, within.last)
    named = listed([weekday_date(day) for day in days]) or "none"
    named += f", {len(days)} in all" if len(days) > FEW else ""
    facts = [f"{weekday_date(day)} pays for {span(*pay.paid_for(day))}." for day in days]
    text = f"Paydays, {span(within.first, within.last)}: {named}."
    return Answer(DatePhrase(within), text, tuple(facts), (), Place.HOURS)


def _unknown(about: str, context: Context) -> Answer:
    return Answer(one_day(context.today), f"{about}: {PAYDAYS_UNKNOWN}.", (), (), Place.PAY)
