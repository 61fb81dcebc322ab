"""Swaps that a new rotation overtakes: they leave the calendar, and stay in the book to be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from heartplanner.core.plan.change import Change, PendingSwap, Swap, dates_of
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.schedule.changes import ChangeError
from heartplanner.core.schedule.schedule import Schedule

MOST_PENDING = 100


def without_overtaken(plan: Plan) -> tuple[Plan, list[tuple[date, date]]]:
    """The plan without the swaps that do not fit its rotations any more, and the days of these swaps.

    A half that fits stays a change, for the colleague counts on it. The other half, or the whole swap, is
    pending then. Raises ChangeError where a change of another kind does not fit.
    """
    spans: list[tuple[date, date]] = []
    while True:
        try:
            Schedule(plan)
        except ChangeError as error:
            if not isinstance(error.change.what, Swap):
                raise
            spans += dates_of(error.change.what)
            plan = _set_aside(plan, error.change.id, error.change.what)
        else:
            return plan, spans


def _set_aside(plan: Plan, change_id: int, swap: Swap) -> Plan:
    """The plan with a swap, or a half of it, pending in place of in the calendar."""
    if len(plan.pending) >= MOST_PENDING:
        raise PlanError(f"the book holds at most {MOST_PENDING} open swaps: remove old ones first")
    for kept, overtaken in _halves(swap):
        after = _with_swap(plan, change_id, kept)
        if _fits(after, change_id):
            return _with_pending(after, PendingSwap(plan.next_id, overtaken, overtaken=True))
    return _with_pending(
        _with_swap(plan, change_id, None),
        PendingSwap(change_id, swap, overtaken=True),
    )


def _halves(swap: Swap) -> Iterator[tuple[Swap, Swap]]:
    """The two halves of a swap, each as the one that is kept."""
    if swap.give is None or swap.take is None:
        return
    given = swap._replace(take=None, band=None, settled=False)
    taken = swap._replace(give=None, settled=False)
    yield taken, given
    yield given, taken


def _with_swap(plan: Plan, change_id: int, swap: Swap | None) -> Plan:
    """The plan in which a change is another swap, or is left out."""
    changes = (
        change if change.id != change_id else swap and Change(change_id, swap)
        for change in plan.changes
    )
    return plan._replace(changes=tuple(change for change in changes if change))


def _with_pending(plan: Plan, pending: PendingSwap) -> Plan:
    return plan._replace(pending=(*plan.pending, pending))


def _fits(plan: Plan, change_id: int) -> bool:
    """Whether this change fits; later ones are not asked about."""
    try:
        Schedule(plan)
    except ChangeError as error:
        return error.change.id != change_id
    return True
