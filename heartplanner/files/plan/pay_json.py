"""Pay periods and paydays as they stand in a plan file."""

from __future__ import annotations

from typing import Any

from heartplanner.core.edits.pay import check_pay
from heartplanner.core.plan.pay import (
    LONGEST_LAG,
    LONGEST_PERIOD,
    SHORTEST_PERIOD,
    PaydayPlace,
    PaySchedule,
)
from heartplanner.files.json_fields import Fields


def pay_in(top: Fields) -> PaySchedule | None:
    """The pay periods of a plan, None where it states none. Raises PlanError, which names the place."""
    if not top.has("pay"):
        return None
    fields = top.within("pay")
    pay = PaySchedule(
        first=fields.date("first"),
        days=fields.integer("days", SHORTEST_PERIOD, LONGEST_PERIOD),
        lag=fields.integer("lag", 0, LONGEST_LAG) if fields.has("lag") else None,
        shown=fields.choice("shown", PaydayPlace),
    )
    fields.end()
    fields.must(check_pay, pay)
    return pay


def pay_out(pay: PaySchedule | None) -> dict[str, Any]:
    """What a plan file has of pay periods: nothing, or one key."""
    if pay is None:
        return {}
    lag = {} if pay.lag is None else {"lag": pay.lag}
    value = {"first": pay.first.isoformat(), "days": pay.days, **lag, "shown": str(pay.shown)}
    return {"pay": value}
