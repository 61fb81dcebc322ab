"""Balances of leave as they stand in a plan file. Hours are texts: JSON has no exact fractions."""

from __future__ import annotations

from typing import Any

from heartplanner.core.edits.leave import check_account
from heartplanner.core.plan.leave import Accrual, LeaveAccount, LeaveKind, Per
from heartplanner.core.plan.leave_hours import read_hours, written_hours
from heartplanner.core.plan.model import PlanError
from heartplanner.files.json_fields import Fields, list_of


def leave_in(top: Fields) -> tuple[LeaveAccount, ...]:
    """The balances of a plan, in the order of their kinds. Raises PlanError, which names the place."""
    if not top.has("leave"):
        return ()
    by_kind: dict[LeaveKind, LeaveAccount] = {}
    for fields in list_of(top.list("leave", len(LeaveKind))):
        account = LeaveAccount(
            kind=fields.choice("kind", LeaveKind),
            on=fields.date("on"),
            hours=fields.parsed("hours", read_hours),
            accrual=_accrual_in(fields),
            cap=fields.parsed("cap", read_hours) if fields.has("cap") else None,
        )
        fields.end()
        fields.must(check_account, account)
        if account.kind in by_kind:
            raise PlanError(f"{fields.at('kind')}: {account.kind} is there twice")
        by_kind[account.kind] = account
    return tuple(by_kind[kind] for kind in LeaveKind if kind in by_kind)


def _accrual_in(fields: Fields) -> Accrual | None:
    if not fields.has("accrues"):
        return None
    return Accrual(fields.parsed("accrues", read_hours), fields.choice("per", Per))


def leave_out(leave: tuple[LeaveAccount, ...]) -> dict[str, Any]:
    """What a plan file has of leave: nothing, or one key."""
    return {"leave": [account_out(account) for account in leave]} if leave else {}


def account_out(account: LeaveAccount) -> dict[str, Any]:
    """The object that stands for one balance."""
    value: dict[str, Any] = {
        "kind": str(account.kind),
        "on": account.on.isoformat(),
        "hours": written_hours(account.hours),
    }
    if account.accrual:
        value["accrues"] = written_hours(account.accrual.hours)
        value["per"] = str(account.accrual.per)
    if account.cap is not None:
        value["cap"] = written_hours(account.cap)
    return value
