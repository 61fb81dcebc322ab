"""What is said of a rotation beside its board: HEART's schedule rules, and what asks for care."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from heartplanner.core.cells.rotation_board import alone
from heartplanner.core.plan.model import ONE_DAY, Assignment
from heartplanner.core.rules.posting_rules import TITLES, check
from heartplanner.core.rules.rotation_rules import (
    admin_faults,
    band_faults,
    break_faults,
    hours_faults,
    shift_faults,
    weekend_faults,
)
from heartplanner.core.schedule.cycle import ONE_CYCLE
from heartplanner.core.schedule.rest import cares
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import sentence_case

FAULTS = {
    "P2": hours_faults,
    "P3": shift_faults,
    "P4": admin_faults,
    "P5": band_faults,
    "P6": weekend_faults,
    "P7": break_faults,
}
SHOWN = 3
"""How many faults a rule's line names; more are counted."""


class RuleLine(NamedTuple):
    """Whether a rotation keeps one of HEART's schedule rules, in words too.

    `quiet`: it differs, and that is no cause for care: the employer assigned other hours (P5).
    """

    rule: str
    holds: bool
    text: str
    quiet: bool = False


def rule_lines(assignment: Assignment, day: date) -> list[RuleLine]:
    """P2 to P7 for the rotation by itself, over the cycle that holds `day`."""
    plan, first = alone(assignment, day)
    lines = []
    for verdict in check(Schedule(plan), first, first + ONE_CYCLE - ONE_DAY):
        title = TITLES[verdict.rule]
        text = f"{title}: fine."
        if not verdict.holds:
            # Told of the letters where these show it: beside a board "week 2" is found sooner than a date.
            faults_of = FAULTS.get(verdict.rule)
            faults = faults_of(assignment) if faults_of else []
            text = f"{title}: differs. {sentence_case(_some(faults))}." if faults else verdict.text
        quiet = verdict.rule == "P5" and not verdict.holds
        lines.append(RuleLine(verdict.rule, verdict.holds, text, quiet))
    return lines


def care_lines(assignment: Assignment, day: date) -> list[str]:
    """What asks for care in the rotation by itself, over the cycle that holds `day`; no rule forbids it."""
    plan, first = alone(assignment, day)
    every = cares(Schedule(plan), first, first + ONE_CYCLE - ONE_DAY)
    lines = [f"Take care: {care.kind}, {care.text}." for care in every if not care.quiet]
    more = [f"Take care: {len(lines) - SHOWN} more like these."] if len(lines) > SHOWN else []
    return [*lines[:SHOWN], *more]


def _some(faults: Sequence[str]) -> str:
    more = [f"and {len(faults) - SHOWN} more"] if len(faults) > SHOWN else []
    return "; ".join([*faults[:SHOWN], *more])
