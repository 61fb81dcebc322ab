"""The edits of leave balances, and what leave may be taken from."""

from __future__ import annotations

from datetime import datetime

from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.plan.leave import MOST_HOURS, LeaveAccount, LeaveKind, Per
from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE, Plan, PlanError

LONGEST_ABSENCE = 366
NOT_VACATION = (LeaveKind.HOLIDAY, LeaveKind.COMP)
"""What leave can be taken from in place of vacation; sick days always come from sick leave."""
NO_PAY_PERIODS = (
    "your pay periods are not known yet: say when one begins before leave accrues with them"
)


def with_leave(plan: Plan, account: LeaveAccount, _at: datetime) -> Plan:
    """The plan with this balance, in place of one of the same kind. Nothing that is worked changes."""
    check_account(account)
    kinds = list(LeaveKind)
    others = [other for other in plan.leave if other.kind is not account.kind]
    in_order = sorted([*others, account], key=lambda one: kinds.index(one.kind))
    after = plan._replace(leave=tuple(in_order))
    check_leave(after)
    return after


def without_leave(plan: Plan, kind: LeaveKind, _at: datetime) -> Plan:
    """The plan without the balance of this kind; what is taken from it stays."""
    others = tuple(other for other in plan.leave if other.kind is not kind)
    if others == plan.leave:
        raise PlanError(f"no balance of {kind} is known, so there is nothing to remove")
    return plan._replace(leave=others)


def accrues_by_period(plan: Plan) -> bool:
    """Whether some leave accrues each pay period, so that these must be known."""
    return any(one.accrual and one.accrual.per is Per.PERIOD for one in plan.leave)


def check_leave(plan: Plan) -> None:
    """Refuse, with a PlanError, balances that the rest of the plan does not go with."""
    if plan.pay is None and accrues_by_period(plan):
        raise PlanError(NO_PAY_PERIODS)


def check_account(account: LeaveAccount) -> None:
    """Refuse, with a PlanError, what a balance cannot be by itself."""
    if not FIRST_DATE <= account.on <= LAST_DATE:
        raise PlanError(f"dates lie from {FIRST_DATE.year} to {LAST_DATE.year}")
    if abs(account.hours) > MOST_HOURS:
        raise PlanError(f"a balance has at most {MOST_HOURS} hours")
    if account.accrual and not 0 < account.accrual.hours <= MOST_HOURS:
        raise PlanError(f"what accrues is more than 0 hours and at most {MOST_HOURS}")
    if account.cap is not None and not 0 <= account.cap <= MOST_HOURS:
        raise PlanError(f"a cap is 0 to {MOST_HOURS} hours")


def check_absence(absence: Absence) -> None:
    """Refuse, with a PlanError, what an absence cannot be by itself."""
    if (absence.last - absence.first).days >= LONGEST_ABSENCE:
        raise PlanError(f"an absence covers at most {LONGEST_ABSENCE} days")
    if absence.taken_from is None:
        return
    if absence.kind is not AbsenceKind.LEAVE or absence.taken_from not in NOT_VACATION:
        raise PlanError("only leave is taken from holiday or comp time")
