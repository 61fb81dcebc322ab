"""Single days of an absence are given back; the rest of it stays as it is."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from heartplanner.core.edits.absence_days import emptied_days, restore_days
from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Absence, AbsenceKind, Change, Extra, Training
from heartplanner.core.plan.hours import BAND_HOURS, Band, Hours
from heartplanner.core.plan.leave import LeaveKind
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.schedule.schedule import Schedule

AT = datetime(2025, 9, 1, tzinfo=UTC)
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (date(2025, 9, day) for day in range(8, 13))
"""Of the example's week 1: a free Monday, two shifts, admin, a shift."""
LEAVE = Absence(AbsenceKind.LEAVE, MONDAY, FRIDAY, LeaveKind.COMP)


def worked(plan: Plan) -> list[date]:
    return [day.date for day in Schedule(plan).days(MONDAY, FRIDAY) if day.blocks]


@pytest.fixture
def plan(example: Plan) -> Plan:
    return add_change(example, LEAVE, AT)


@pytest.mark.parametrize(
    ("days", "left"),
    [
        ((TUESDAY, TUESDAY), [Change(1, LEAVE._replace(first=WEDNESDAY))]),
        ((FRIDAY, FRIDAY), [Change(1, LEAVE._replace(last=THURSDAY))]),
        (
            (WEDNESDAY, THURSDAY),
            [Change(1, LEAVE._replace(last=TUESDAY)), Change(2, LEAVE._replace(first=FRIDAY))],
        ),
        ((MONDAY, FRIDAY), []),
    ],
    ids=["the first", "the last", "two within", "all"],
)
def test_the_rest_of_an_absence_stays(
    plan: Plan, days: tuple[date, date], left: list[Change]
) -> None:
    after = restore_days(plan, 1, *days, AT)
    assert list(after.changes) == left
    assert worked(after) == [
        day for day in (TUESDAY, WEDNESDAY, THURSDAY, FRIDAY) if days[0] <= day <= days[1]
    ]


def test_a_later_change_keeps_what_it_builds_on(plan: Plan) -> None:
    extra = Extra(THURSDAY, Band.DAY, BAND_HOURS[Band.DAY])
    plan = add_change(plan, extra, AT)
    after = restore_days(plan, 1, WEDNESDAY, WEDNESDAY, AT)
    # The second part has a new number, and stands where the leave stood: the extra shift is worked.
    assert [(change.id, change.what) for change in after.changes] == [
        (1, LEAVE._replace(last=TUESDAY)),
        (3, LEAVE._replace(first=THURSDAY)),
        (2, extra),
    ]
    assert worked(after) == [WEDNESDAY, THURSDAY]
    with pytest.raises(PlanError, match="change 2 builds on it: take back 2 first"):
        restore_days(plan, 1, THURSDAY, THURSDAY, AT)


def test_what_takes_nothing_off_there_is_refused(plan: Plan) -> None:
    training = add_change(plan, Training(MONDAY, Hours(time(9), time(11))), AT)
    assert emptied_days(Schedule(training), training.changes[1]) == []
    for number, day in ((1, MONDAY), (2, MONDAY), (7, TUESDAY)):
        with pytest.raises(PlanError, match=rf"change {number} takes nothing off on "):
            restore_days(training, number, day, day, AT)
