"""Pay periods and paydays in words."""

from __future__ import annotations

from datetime import date

from heartplanner.core.plan.model import Plan
from heartplanner.core.plan.pay import PaydayPlace, PayPeriod, PaySchedule
from heartplanner.core.words.english import counted, full_date, long_date, span

PAYDAY = "Payday"
NO_PAY = "none"
PLACES = {
    PaydayPlace.NOWHERE: "paydays are not shown",
    PaydayPlace.CALENDAR: "paydays are in the calendar",
    PaydayPlace.PAPER: "paydays are in the calendar and on paper",
}


def pay_text(pay: PaySchedule | None) -> str:
    """14 days from September 8, 2025, payday 5 days after each; paydays are in the calendar."""
    if pay is None:
        return NO_PAY
    lag = "" if pay.lag is None else f", payday {counted(pay.lag, 'day')} after each"
    # Where no payday is known there is none to be shown.
    shown = "" if pay.lag is None else f"; {PLACES[pay.shown]}"
    return f"{counted(pay.days, 'day')} from {full_date(pay.first)}{lag}{shown}"


def payday_notes(plan: Plan, first: date, last: date, *, on_paper: bool = False) -> dict[date, str]:
    """What the calendar says of paydays from first to last, where they are to be shown in it.

    `on_paper`: where they are to be shown on paper too.
    """
    places = (PaydayPlace.PAPER,) if on_paper else (PaydayPlace.PAPER, PaydayPlace.CALENDAR)
    if plan.pay is None or plan.pay.shown not in places:
        return {}
    return dict.fromkeys(plan.pay.paydays(plan.start, first, last), PAYDAY)


def payday_line(payday: date, period: PayPeriod) -> str:
    """Friday, September 26, 2025, for September 8-21, 2025."""
    return f"{long_date(payday):<29} for {span(*period)}"
