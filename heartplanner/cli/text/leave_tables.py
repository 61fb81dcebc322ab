"""Leave on the command line, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from heartplanner.core.leave.balances import Outlook
from heartplanner.core.leave.leave_text import (
    LeaveLine,
    account_text,
    leave_hours,
    short_text,
)
from heartplanner.core.plan.leave import LEAVE_NAMES
from heartplanner.core.plan.leave_hours import written_hours
from heartplanner.core.words.english import full_date, sentence_case


def line_texts(line: LeaveLine) -> Iterator[str]:
    """A balance as it is stated; then what there is today, what is planned, and what is left."""
    yield f"{sentence_case(account_text(line.account))}."
    on, last = full_date(line.today.on), full_date(line.last)
    left = f"{leave_hours(line.outlook.hours)} left on {last}"
    yield f"  {leave_hours(line.today.hours)} on {on}, {leave_hours(line.planned)} planned, {left}."
    if line.outlook.short_on:
        yield f"  Take care: {short_text(line.outlook)}."


def line_json(line: LeaveLine) -> dict[str, Any]:
    """The same, hours exact as texts, and as numbers to hundredths."""
    account = line.account
    accrual = account.accrual
    return {
        "kind": str(account.kind),
        "known_on": account.on.isoformat(),
        "known": _hours(account.hours),
        "accrues": _hours(accrual.hours) if accrual else None,
        "per": str(accrual.per) if accrual else None,
        "cap": None if account.cap is None else _hours(account.cap),
        "today": _hours(line.today.hours),
        "planned": _hours(line.planned),
        **_left(line.outlook),
    }


def balance_json(found: Outlook) -> dict[str, Any]:
    """What is left of one kind, and how it came about."""
    return {
        "kind": str(found.kind),
        "name": LEAVE_NAMES[found.kind],
        "accrued": _hours(found.accrued),
        "taken": _hours(found.taken),
        **_left(found),
    }


def _left(found: Outlook) -> dict[str, Any]:
    return {
        "on": found.on.isoformat(),
        "left": _hours(found.hours),
        "short": _hours(found.short),
        "short_on": found.short_on and found.short_on.isoformat(),
    }


def _hours(amount: Fraction) -> dict[str, Any]:
    return {"hours": round(float(amount), 2), "exact": written_hours(amount)}
