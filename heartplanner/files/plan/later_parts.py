"""The parts of a plan file that version 4 brought. Few plans have any, and only those load this."""

from __future__ import annotations

from typing import Any

from heartplanner.core.plan.model import Plan
from heartplanner.files.json_fields import Fields
from heartplanner.files.plan.calendar_json import calendars_in, calendars_out
from heartplanner.files.plan.colleague_json import colleagues_in, colleagues_out
from heartplanner.files.plan.leave_json import leave_in, leave_out
from heartplanner.files.plan.own_entry_json import entries_in, entries_out
from heartplanner.files.plan.pay_json import pay_in, pay_out
from heartplanner.files.plan.swap_json import pending_in, pending_out


def with_later_parts(plan: Plan, top: Fields, version: int) -> Plan:
    """The plan with these parts of its file. Raises PlanError, which names the place."""
    return plan._replace(
        pay=pay_in(top),
        leave=leave_in(top),
        colleagues=colleagues_in(top, version),
        pending=pending_in(top, plan.changes),
        calendars=calendars_in(top),
        entries=entries_in(top),
    )


def later_parts_out(plan: Plan) -> dict[str, Any]:
    """What a plan file has of these parts: a key for each that there is."""
    return {
        **pay_out(plan.pay),
        **leave_out(plan.leave),
        **colleagues_out(plan.colleagues),
        **pending_out(plan.pending),
        **calendars_out(plan.calendars),
        **entries_out(plan.entries),
    }
