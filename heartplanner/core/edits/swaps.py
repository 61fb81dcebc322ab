"""The edits of the book of swaps. Each raises PlanError, a sentence for the user.

An agreed swap is a change like any other, and stands in the book because it is one. Only a swap that is in
no calendar is kept beside the changes.
"""

from __future__ import annotations

from datetime import datetime

from heartplanner.core.edits.checks import check_change
from heartplanner.core.edits.colleagues import same_name
from heartplanner.core.edits.edits import remove_change, with_change
from heartplanner.core.edits.history import history_after
from heartplanner.core.edits.overtaken import MOST_PENDING
from heartplanner.core.plan.change import Change, PendingSwap, Swap, dates_of
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.schedule.changes import ChangeError
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.plain_text import without_unseen

NOT_ASKED = "a swap that is not agreed has nothing to settle: agree it first, or take it back"


def ask_swap(plan: Plan, swap: Swap, at: datetime) -> Plan:
    """The plan with a swap that is only asked yet, if it could be one now: no day changes.

    A colleague whose rotation card one has is named as on it.
    """
    swap = swap._replace(colleague=without_unseen(swap.colleague))
    with_change(plan, swap, at)  # refuses what could not be agreed
    if len(plan.pending) >= MOST_PENDING:
        raise PlanError(f"the book holds at most {MOST_PENDING} open swaps: remove old ones first")
    names = (one.name for one in plan.colleagues if same_name(one.name, swap.colleague))
    named = swap._replace(colleague=next(names, swap.colleague), settled=False)
    return plan._replace(pending=(*plan.pending, PendingSwap(plan.next_id, named)))


def agree_swap(plan: Plan, swap_id: int, at: datetime) -> Schedule:
    """The schedule in which a pending swap is a change of the same number, the last of all."""
    pending = pending_of(plan, swap_id)
    if pending is None:
        swap_of(plan, swap_id)  # refuses a number that no swap has
        raise PlanError(f"swap {swap_id} is agreed already")
    history = history_after(plan, at, dates_of(pending.swap))
    after = plan._replace(
        changes=(*plan.changes, Change(swap_id, pending.swap)),
        pending=tuple(other for other in plan.pending if other is not pending),
        history=history,
    )
    try:
        return Schedule(after)
    except ChangeError as error:
        raise PlanError(f"it does not fit your days: {error.reason}") from None


def with_pending(plan: Plan, swap_id: int, swap: Swap) -> Plan:
    """The plan in which the pending swap of this number is this one."""
    pending = (one._replace(swap=swap) if one.id == swap_id else one for one in plan.pending)
    return plan._replace(pending=tuple(pending))


def settle_swap(plan: Plan, swap_id: int, *, settled: bool = True) -> Plan:
    """The plan in which nobody owes anything for an agreed swap; with `settled` False, they do again."""
    swap = swap_of(plan, swap_id)
    if pending_of(plan, swap_id):
        raise PlanError(NOT_ASKED)
    now = Change(swap_id, swap._replace(settled=settled))
    changes = (now if change.id == swap_id else change for change in plan.changes)
    return plan._replace(changes=tuple(changes))


def remove_swap(plan: Plan, swap_id: int, at: datetime) -> Plan:
    """The plan without this swap, pending or agreed."""
    swap_of(plan, swap_id)
    if pending_of(plan, swap_id) is None:
        return remove_change(plan, swap_id, at)
    return plan._replace(pending=tuple(other for other in plan.pending if other.id != swap_id))


def swap_of(plan: Plan, swap_id: int) -> Swap:
    """The swap of this number, whether it is agreed or not. Raises PlanError."""
    if pending := pending_of(plan, swap_id):
        return pending.swap
    for change in plan.changes:
        if change.id == swap_id and isinstance(change.what, Swap):
            return change.what
    raise PlanError(f"there is no swap {swap_id}")


def pending_of(plan: Plan, swap_id: int) -> PendingSwap | None:
    """The swap of this number that is in no calendar; None where there is none."""
    return next((pending for pending in plan.pending if pending.id == swap_id), None)


def check_pending(pending: PendingSwap) -> None:
    """Refuse, with a PlanError, what a pending swap cannot be by itself."""
    check_change(pending.swap)
    if pending.swap.settled and not pending.overtaken:  # it was agreed once, and settled then
        raise PlanError(NOT_ASKED)
