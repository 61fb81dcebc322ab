"""Saturdays that are worked: in the example rotation those of the cycle's third and sixth week."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.ask.ask import ask
from heartplanner.core.ask.question import Context
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule

TODAY = date(2025, 9, 10)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "how many Saturdays do I work in October",
            "October 1-31, 2025: you work on 1 of 4 Saturdays: Oct 18.",
        ),
        (
            "how many Saturdays do I work in September",
            "September 1-30, 2025: you work on 2 of 4 Saturdays, 1 so far and 1 to come: Sep 6 and Sep 27.",
        ),
        (
            "how many Saturdays did I work in August",
            "August 1-31, 2025: you worked on 1 of 5 Saturdays: Aug 16.",
        ),
        (
            "which Mondays do I work in October",
            "October 1-31, 2025: you work on 1 of 4 Mondays: Oct 6.",
        ),
        ("next Saturday I work", "Next Saturday that you work: Sat, Sep 27, in 17 days."),
        ("next time I work a Saturday", "Next Saturday that you work: Sat, Sep 27, in 17 days."),
    ],
)
def test_days_of_one_name_are_counted_and_named(example: Plan, text: str, sentence: str) -> None:
    assert ask(Schedule(example), text, Context(example, TODAY, {})).sentence == sentence


def test_one_that_is_today_is_said_beside_the_next(example: Plan) -> None:
    """The Saturdays of September 27 and October 18 are three weeks apart."""
    told = ask(Schedule(example), "next Saturday I work", Context(example, date(2025, 9, 27), {}))
    assert told.sentence == "Next Saturday that you work: Sat, Oct 18, in 21 days."
    assert told.facts[-1] == "You work today, Saturday, too."
