"""What is typed for an option: times with and without a leading zero."""

from __future__ import annotations

from datetime import time

import pytest

from heartplanner.cli.argument_types import time_of_day
from heartplanner.core.plan.model import PlanError


@pytest.mark.parametrize(
    ("text", "meant"), [("9:00", time(9)), ("09:00", time(9)), ("0:30", time(0, 30))]
)
def test_a_time_needs_no_leading_zero(text: str, meant: time) -> None:
    assert time_of_day(text) == meant


@pytest.mark.parametrize("text", ["9", "9:5", "9:60", "24:00", "9:00 am", "009:00", "٩:00"])
def test_what_is_no_time_is_refused_as_it_was_typed(text: str) -> None:
    with pytest.raises(PlanError, match="expected a time such as 09:00"):
        time_of_day(text)
