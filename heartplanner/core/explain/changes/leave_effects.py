"""What a change does to leave: what is left after it, and what would be missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from heartplanner.core.leave.balances import Outlook, account_of, outlook
from heartplanner.core.leave.leave_text import amount_text, short_text
from heartplanner.core.plan.change import Absence
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import full_date


class _Compared(NamedTuple):
    """A balance without the change and with it, both at the end of its last day."""

    was: Outlook
    now: Outlook


def leave_warnings(before: Schedule, after: Schedule, absences: Iterable[Absence]) -> Iterator[str]:
    """What leave is missing with these absences, on their days or later, and was not without them."""
    for compared in _compared(before, after, absences):
        if compared.now.short > compared.was.short:
            yield f"Take care: {short_text(compared.now)}."


def leave_facts(before: Schedule, after: Schedule, absences: Iterable[Absence]) -> Iterator[str]:
    """What is left after each absence, where the balance is known."""
    for compared in _compared(before, after, absences):
        if compared.now.hours < 0:
            continue  # what is missing is said as a warning
        left = amount_text(compared.now.kind, compared.now.hours)
        yield f"Left on {full_date(compared.now.on)}: {left}."


def _compared(
    before: Schedule, after: Schedule, absences: Iterable[Absence]
) -> Iterator[_Compared]:
    for absence in absences:
        account = account_of(after.plan, absence.balance) if absence.balance else None
        if account is not None and absence.last >= account.on:
            schedules = (before, after)
            yield _Compared(*(outlook(one, account, absence.last) for one in schedules))
