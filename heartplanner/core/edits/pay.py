"""The edit of pay periods and paydays."""

from __future__ import annotations

from datetime import datetime

from heartplanner.core.edits.leave import accrues_by_period
from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE, Plan, PlanError
from heartplanner.core.plan.pay import (
    LONGEST_LAG,
    LONGEST_PERIOD,
    SHORTEST_PERIOD,
    PaydayPlace,
    PaySchedule,
)


def with_pay(plan: Plan, pay: PaySchedule | None, _at: datetime) -> Plan:
    """The plan with these pay periods; with None it has none. Nothing that is worked changes."""
    if pay is not None:
        check_pay(pay)
    elif accrues_by_period(plan):
        raise PlanError(
            "leave accrues each pay period, so these stay: change your leave balances first"
        )
    return plan._replace(pay=pay)


def check_pay(pay: PaySchedule) -> None:
    """Refuse, with a PlanError, what pay periods cannot be."""
    if not FIRST_DATE <= pay.first <= LAST_DATE:
        raise PlanError(f"dates lie from {FIRST_DATE.year} to {LAST_DATE.year}")
    if not SHORTEST_PERIOD <= pay.days <= LONGEST_PERIOD:
        raise PlanError(f"a pay period has {SHORTEST_PERIOD} to {LONGEST_PERIOD} days")
    if pay.lag is None:
        if pay.shown is not PaydayPlace.NOWHERE:
            raise PlanError(
                "paydays can be shown once it is known how long after a pay period they are"
            )
    elif not 0 <= pay.lag <= LONGEST_LAG:
        raise PlanError(f"a payday is 0 to {LONGEST_LAG} days after the end of its pay period")
