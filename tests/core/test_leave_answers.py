"""What accrues on the last day of a pay period comes too late for leave on that day, and is said to.

Pay periods have fourteen days from September 8, 2025 on, so one ends on Sunday, September 21. The rotation
has shifts on the 16th, 17th and 19th, and three in a row from Friday, October 17 to Sunday, October 19,
which is the last day of another.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from heartplanner.core.ask.ask import ask
from heartplanner.core.ask.question import Answer, Context
from heartplanner.core.edits.edits import add_change, confirm
from heartplanner.core.edits.pay import with_pay
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.plan.leave import Accrual, LeaveAccount, LeaveKind, Per
from heartplanner.core.plan.model import Plan
from heartplanner.core.plan.pay import PaySchedule
from heartplanner.core.schedule.schedule import Schedule

AT = datetime(2025, 9, 10, tzinfo=UTC)
TODAY = date(2025, 9, 10)
LATE = "4 h of vacation accrue at the end of {}: leave on that day cannot use them."
SEPTEMBER_21, OCTOBER_19 = LATE.format("September 21, 2025"), LATE.format("October 19, 2025")


def with_leave(example: Plan, hours: int, per: Per = Per.PERIOD) -> Plan:
    plan = with_pay(confirm(example, AT), PaySchedule(date(2025, 9, 8), 14, 5), AT)
    account = LeaveAccount(LeaveKind.VACATION, date(2025, 9, 8), Fraction(hours))
    return plan._replace(leave=(account._replace(accrual=Accrual(Fraction(4), per)),))


def asked(plan: Plan, text: str) -> Answer:
    return ask(Schedule(plan), text, Context(plan, TODAY, {}))


@pytest.mark.parametrize(
    ("hours", "text", "said", "late"),
    [
        (20, "leave left on Sep 21", "24 h of vacation left.", SEPTEMBER_21),
        (20, "leave left on Sep 20", "20 h of vacation left.", ""),
        (20, "leave left on Sep 22", "24 h of vacation left.", ""),
        (
            20,
            "do I have enough leave for Sep 19-21",
            "yes, it takes 12 h of vacation, and 12 h are left on September 21, 2025.",
            SEPTEMBER_21,
        ),
        (
            20,
            "do I have enough leave for Sep 19-20",
            "yes, it takes 12 h of vacation, and 8 h are left on September 20, 2025.",
            "",
        ),
        # On October 5 and on September 21 eight hours have come, and on the 19th it is four too late.
        (
            24,
            "do I have enough leave for Oct 17-19",
            "no, it takes 36 h of vacation, and 4 h are missing from October 19, 2025 on.",
            OCTOBER_19,
        ),
        (
            28,
            "do I have enough leave for Oct 17-19",
            "yes, it takes 36 h of vacation, and 4 h are left on October 19, 2025.",
            OCTOBER_19,
        ),
    ],
)
def test_what_comes_too_late_is_said_of_its_day(
    example: Plan, hours: int, text: str, said: str, late: str
) -> None:
    told = asked(with_leave(example, hours), text)
    assert told.sentence.endswith(f": {said}")
    assert [fact for fact in told.facts if "cannot use them" in fact] == [late] * bool(late)


def test_of_what_accrues_by_the_hour_nothing_is_said(example: Plan) -> None:
    told = asked(with_leave(example, 40, Per.HOUR), "do I have enough leave for Oct 17-19")
    assert not any("cannot use them" in fact for fact in told.facts)


@pytest.mark.parametrize(
    "text",
    [
        "do I have enough leave to take October off",
        "enough leave to take all of October off",
        "can I afford to take October off",
    ],
)
def test_who_wants_a_whole_month_off_asks_of_all_of_it(example: Plan, text: str) -> None:
    """October 2025 has 14 shifts (1, 3, 6-8, 17-19, 21, 22, 24, 28, 29, 31) and five admin blocks."""
    friday = Absence(AbsenceKind.LEAVE, date(2025, 10, 17), date(2025, 10, 17))
    plan = add_change(with_leave(example, 40), friday, AT)
    assert "it takes 188 h of vacation" in asked(plan, text).sentence
    planned = asked(plan, "do I have enough leave for October").sentence
    assert "it takes 12 h of vacation" in planned
