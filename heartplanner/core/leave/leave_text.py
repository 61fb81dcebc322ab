"""Leave in words. Hours are rounded nowhere else, never up, and only where "about" says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from heartplanner.core.leave.balances import LeaveBook, Outlook, last_taken
from heartplanner.core.plan.leave import LEAVE_NAMES, LeaveAccount, LeaveKind, Per
from heartplanner.core.plan.leave_hours import written_hours
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import full_date, hours, listed

PER = {Per.HOUR: "for each hour worked", Per.PERIOD: "each pay period", Per.MONTH: "each month"}


class LeaveLine(NamedTuple):
    """A line of a table of leave: what there is today, what is planned after today, and what is then left.

    `last`: the day on which all that is planned is taken; `outlook`: the balance on that day.
    """

    account: LeaveAccount
    today: Outlook
    outlook: Outlook
    last: date

    @property
    def planned(self) -> Fraction:
        return self.outlook.taken


def leave_hours(amount: Fraction) -> str:
    """14 h, 4.62 h, -4 h; what is no hundredth of an hour as 7 h 20 min, or about 83.33 h."""
    if (amount * 100).denominator == 1:
        return f"{written_hours(amount)} h"
    minutes = amount * 60
    sign = "-" if amount < 0 else ""
    if minutes.denominator == 1:
        return f"{sign}{hours(abs(minutes.numerator))}"
    # Rounded down: nobody is told of leave that is not there.
    return f"about {written_hours(Fraction(amount * 100 // 1, 100))} h"


def amount_text(kind: LeaveKind, amount: Fraction) -> str:
    """14 h of vacation."""
    return f"{leave_hours(amount)} of {LEAVE_NAMES[kind]}"


def account_text(account: LeaveAccount) -> str:
    """vacation: 40 h on September 21, 2025; 4.62 h accrue each pay period, up to 240 h."""
    text = f"{LEAVE_NAMES[account.kind]}: {leave_hours(account.hours)}"
    text += f" on {full_date(account.on)}"
    if account.accrual:
        rate = written_hours(account.accrual.hours)
        text += f"; {rate} h accrue {PER[account.accrual.per]}"
    return text + (f", up to {leave_hours(account.cap)}" if account.cap is not None else "")


def leave_lines(schedule: Schedule, today: date) -> Iterator[LeaveLine]:
    """A line for each balance that is known."""
    for account in schedule.plan.leave:
        begin = max(today, account.on)
        last = max(begin, last_taken(schedule.plan, account.kind) or begin)
        book = LeaveBook(schedule, account, last)
        yield LeaveLine(account, book.outlook(begin), book.outlook(last, begin), last)


def short_text(outlook: Outlook) -> str:
    """4 h of vacation are missing from August 7, 2026 on; empty where there is always enough."""
    if outlook.short_on is None:
        return ""
    return f"{amount_text(outlook.kind, outlook.short)} are missing {missing_when(outlook)}"


def missing_when(outlook: Outlook) -> str:
    """When the most hours are missing, and since when some are, if that is another day."""
    assert outlook.short_on, "only asked where hours are missing"
    assert outlook.most_on, "known as soon as any hours are missing"
    if outlook.most_on == outlook.short_on:
        return f"from {full_date(outlook.short_on)} on"
    return f"by {full_date(outlook.most_on)}, the first of them on {full_date(outlook.short_on)}"


def balance_text(found: Outlook) -> str:
    """vacation: 14 h left on August 7, 2026 (55.44 h accrued and 81.44 h taken)."""
    text = f"{LEAVE_NAMES[found.kind]}: {leave_hours(found.hours)} left on {full_date(found.on)}"
    parts = [(found.accrued, "accrued"), (found.taken, "taken")]
    beside = listed([f"{leave_hours(amount)} {what}" for amount, what in parts if amount])
    text += f" ({beside})" if beside else ""
    short = short_text(found)
    return f"{text}; {short}" if short else text
