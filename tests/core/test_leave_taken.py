"""Leave taken and planned: sick on Friday, August 15, and leave on October 7-9, two shifts and admin."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from heartplanner.core.ask.ask import ask
from heartplanner.core.ask.not_understood import NotUnderstoodError
from heartplanner.core.ask.question import Context
from heartplanner.core.edits.edits import add_change, confirm
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule

AT = datetime(2025, 9, 1, tzinfo=UTC)
TODAY = date(2025, 9, 10)


@pytest.fixture
def plan(example: Plan) -> Plan:
    sick = Absence(AbsenceKind.SICK, date(2025, 8, 15), date(2025, 8, 15))
    leave = Absence(AbsenceKind.LEAVE, date(2025, 10, 7), date(2025, 10, 9))
    called_off = Absence(AbsenceKind.CALLED_OFF, date(2025, 8, 16), date(2025, 8, 16))
    return add_change(
        add_change(add_change(confirm(example, AT), sick, AT), leave, AT), called_off, AT
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "how many sick days did I take this year",
            "July 28 - December 31, 2025: 1 day of sick leave, 12 h, so far.",
        ),
        ("did I take any leave in August", "August 1-31, 2025: 1 day of leave, 12 h, so far."),
        ("did I take any vacation in August", "August 1-31, 2025: no vacation."),
        (
            "leave planned in October",
            "October 1-31, 2025: 3 days of leave, 28 h, from today on.",
        ),
        (
            "leave taken this year",
            "July 28 - December 31, 2025: 1 day of leave, 12 h, so far; 3 days of leave, 28 h, from"
            " today on.",
        ),
    ],
)
def test_leave_is_summed_by_kind_and_by_what_is_over(plan: Plan, text: str, sentence: str) -> None:
    assert ask(Schedule(plan), text, Context(plan, TODAY, {})).sentence == sentence


def test_the_days_are_named(plan: Plan) -> None:
    told = ask(Schedule(plan), "leave taken this year", Context(plan, TODAY, {}))
    assert told.facts == ("Taken: Aug 15, 12 h.", "Planned: Oct 7, 12 h; Oct 8, 12 h; Oct 9, 4 h.")


def test_before_the_start_date_there_is_none(plan: Plan) -> None:
    with pytest.raises(NotUnderstoodError, match="before your start date"):
        ask(Schedule(plan), "leave taken last year", Context(plan, TODAY, {}))
