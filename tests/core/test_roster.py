"""What a roster says as a whole: the hours that all its admin days state."""

from __future__ import annotations

from datetime import date, time

import pytest

from heartplanner.core.plan.hours import Hours
from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import RosterQuestion, only_admin_hours
from heartplanner.core.roster.source import TextSource

START = date(2025, 7, 28)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("8/7 admin 10a-2p\n8/14 admin 10a-2p", Hours(time(10), time(14))),
        ("8/7 admin 10a-2p\n8/8 9a-9p", None),  # one day may be other than usual
        ("8/7 admin 10a-2p\n8/14 admin 9a-1p", None),
        ("8/7 admin 10a-2p\n8/14 admin", None),
    ],
)
def test_admin_hours_are_those_that_several_days_state(text: str, hours: Hours | None) -> None:
    roster = read_roster(TextSource(text), RosterQuestion(START, START))
    assert roster.unread == ()
    assert only_admin_hours(roster) == hours
