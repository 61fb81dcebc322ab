"""Pay periods in the plan file: read strictly, written only where they are stated."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import plans

from heartplanner.core.edits.example import example_plan
from heartplanner.core.edits.pay import with_pay
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.plan.pay import PaydayPlace, PaySchedule
from heartplanner.files.plan import planfile
from tests.examples import tries

AT = datetime(2025, 7, 28, tzinfo=UTC)
PAY = PaySchedule(date(2025, 9, 8), 14, 5, PaydayPlace.CALENDAR)


def written(plan: Plan) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(planfile.dump(plan))
    return value


def test_a_plan_without_pay_periods_is_written_as_before() -> None:
    assert "pay" not in written(example_plan())


def test_they_are_written_by_these_words() -> None:
    value = written(with_pay(example_plan(), PAY, AT))
    assert value["version"] == 4
    assert value["pay"] == {"first": "2025-09-08", "days": 14, "lag": 5, "shown": "calendar"}
    unknown = with_pay(example_plan(), PaySchedule(date(2025, 9, 8), 7), AT)
    assert written(unknown)["pay"] == {"first": "2025-09-08", "days": 7, "shown": "nowhere"}


@settings(max_examples=tries(15, 60))
@given(
    plans(most=3),
    st.dates(date(1950, 1, 1), date(2200, 12, 31)),
    st.integers(7, 42),
    st.none() | st.integers(0, 60),
    st.sampled_from(PaydayPlace),
)
def test_what_is_written_is_read(
    plan: Plan, first: date, days: int, lag: int | None, shown: PaydayPlace
) -> None:
    pay = PaySchedule(first, days, lag, PaydayPlace.NOWHERE if lag is None else shown)
    paid = with_pay(plan, pay, AT)
    assert planfile.parse(planfile.dump(paid)) == paid


WRONG: list[tuple[str, Any, str]] = [
    ("first", "9/8/2025", "pay.first: expected a date"),
    ("first", None, "pay.first: expected text"),
    ("days", 6, "pay.days: expected a whole number from 7 to 42"),
    ("days", 14.0, "14.0 is no whole number"),
    ("days", True, "pay.days: expected a whole number"),
    ("lag", -1, "pay.lag: expected a whole number from 0 to 60"),
    ("lag", None, "pay.lag: expected a whole number from 0 to 60"),
    ("shown", "everywhere", "pay.shown: expected nowhere or calendar or paper"),
    ("rate", 20, "pay.rate: unknown key"),
]


@pytest.mark.parametrize(("key", "wrong", "said"), WRONG)
def test_wrong_value_is_one_line_with_its_place(key: str, wrong: Any, said: str) -> None:
    value = written(with_pay(example_plan(), PAY, AT))
    value["pay"][key] = wrong
    with pytest.raises(PlanError) as caught:
        planfile.parse(json.dumps(value).encode())
    assert str(caught.value).startswith(said)


def test_paydays_that_are_not_known_cannot_be_shown() -> None:
    value = written(with_pay(example_plan(), PAY, AT))
    del value["pay"]["lag"]
    with pytest.raises(PlanError, match=r"^pay: paydays can be shown once it is known"):
        planfile.parse(json.dumps(value).encode())


def test_earlier_versions_have_none() -> None:
    value = written(with_pay(example_plan(), PAY, AT))
    value["version"] = 3
    for assignment in value["assignments"]:
        del assignment["work_week"]
    with pytest.raises(PlanError, match=r"^pay: unknown key"):
        planfile.parse(json.dumps(value).encode())
