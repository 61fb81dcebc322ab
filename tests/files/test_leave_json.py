"""Balances of leave in the plan file: read strictly, exact, written only where they are stated."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heartplanner.core.edits.edits import add_change
from heartplanner.core.edits.example import example_plan
from heartplanner.core.edits.leave import with_leave
from heartplanner.core.edits.pay import with_pay
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.plan.leave import Accrual, LeaveAccount, LeaveKind, Per
from heartplanner.core.plan.leave_hours import read_hours, written_hours
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.plan.pay import PaySchedule
from heartplanner.files.plan import planfile
from tests.examples import tries

AT = datetime(2025, 7, 28, tzinfo=UTC)
DAY = date(2025, 9, 21)
PAID = with_pay(example_plan(), PaySchedule(date(2025, 9, 8), 14), AT)
VACATION = LeaveAccount(
    LeaveKind.VACATION, DAY, Fraction("83.33"), Accrual(Fraction("4.62"), Per.PERIOD), Fraction(240)
)
SICK = LeaveAccount(LeaveKind.SICK, DAY, Fraction(-4), Accrual(Fraction(1, 30), Per.HOUR))


def written(plan: Plan) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(planfile.dump(plan))
    return value


def test_a_plan_without_balances_is_written_as_before() -> None:
    assert "leave" not in written(example_plan())


def test_they_are_written_by_these_words_in_the_order_of_the_kinds() -> None:
    plan = with_leave(with_leave(PAID, SICK, AT), VACATION, AT)
    assert written(plan)["leave"] == [
        {
            "kind": "vacation",
            "on": "2025-09-21",
            "hours": "83.33",
            "accrues": "4.62",
            "per": "period",
            "cap": "240",
        },
        {"kind": "sick", "on": "2025-09-21", "hours": "-4", "accrues": "1/30", "per": "hour"},
    ]
    assert planfile.parse(planfile.dump(plan)) == plan


def test_what_leave_is_taken_from_stands_with_the_change() -> None:
    day = date(2025, 9, 26)
    plan = add_change(PAID, Absence(AbsenceKind.LEAVE, day, day, LeaveKind.COMP), AT)
    (change,) = written(plan)["changes"]
    assert change["taken_from"] == "comp"
    assert planfile.parse(planfile.dump(plan)) == plan


@settings(max_examples=tries(40, 200))
@given(
    st.integers(-99_999, 99_999).map(lambda n: Fraction(n, 100))
    | st.builds(Fraction, st.integers(0, 99_999), st.integers(1, 99_999))
)
def test_hours_are_read_as_they_were_written(hours: Fraction) -> None:
    assert read_hours(written_hours(hours)) == hours


@pytest.mark.parametrize("text", ["", "4,5", "1e3", "1/0", " 4", "4.", ".5", "--4", "٤", "1/-3"])
def test_what_are_no_hours_is_said(text: str) -> None:
    with pytest.raises(PlanError, match=r"expected hours such as 80, 4\.62 or 1/30"):
        read_hours(text)


WRONG: list[tuple[str, Any, str]] = [
    ("kind", "unpaid", "leave[0].kind: expected vacation or sick or holiday or comp"),
    ("on", "9/21/2025", "leave[0].on: expected a date"),
    ("hours", 83, "leave[0].hours: expected text"),
    ("hours", "lots", "leave[0].hours: expected hours such as"),
    ("hours", "10001", "leave[0]: a balance has at most"),
    ("accrues", "0", "leave[0]: what accrues is more than 0 hours"),
    ("per", "year", "leave[0].per: expected hour or period or month"),
    ("cap", "-1", "leave[0]: a cap is 0 to"),
    ("rate", "1", "leave[0].rate: unknown key"),
]


@pytest.mark.parametrize(("key", "wrong", "said"), WRONG)
def test_wrong_value_is_one_line_with_its_place(key: str, wrong: Any, said: str) -> None:
    value = written(with_leave(PAID, VACATION, AT))
    value["leave"][0][key] = wrong
    with pytest.raises(PlanError) as caught:
        planfile.parse(json.dumps(value).encode())
    assert str(caught.value).startswith(said)


def test_a_kind_is_there_once_and_pay_periods_are_known() -> None:
    value = written(with_leave(PAID, VACATION, AT))
    value["leave"] *= 2
    with pytest.raises(PlanError, match=r"^leave\[1\]\.kind: vacation is there twice"):
        planfile.parse(json.dumps(value).encode())
    value = written(with_leave(PAID, VACATION, AT))
    del value["pay"]
    with pytest.raises(PlanError, match="your pay periods are not known yet"):
        planfile.parse(json.dumps(value).encode())
