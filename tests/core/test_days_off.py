"""Common days off, against a walk from day to day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from heartplanner.core.edits.colleagues import add_colleague, schedule_of
from heartplanner.core.people.days_off import DaysOff, common_days_off
from heartplanner.core.plan.model import Assignment, Plan
from heartplanner.core.schedule.schedule import Schedule
from tests.strategies import assignments, plans

AT = datetime(2030, 1, 1, tzinfo=UTC)


@given(plans(), st.integers(-30, 30), st.data(), st.integers(0, 90))
def test_runs_are_the_days_that_a_walk_finds(
    plan: Plan, later: int, data: st.DataObject, length: int
) -> None:
    lee = data.draw(assignments(plan.start + timedelta(later)))
    other = schedule_of(add_colleague(plan, "Lee", lee, AT).colleagues[0])
    mine = Schedule(plan)
    first, last = plan.start, plan.start + timedelta(length)
    runs = common_days_off([mine, other], first, last)
    found, day, begun = [], first, None
    while day <= last + timedelta(1):
        both = day <= last and all(
            schedule.plan.start <= day and schedule.days(day, day)[0].blocks == ()
            for schedule in (mine, other)
        )
        if both and begun is None:
            begun = day
        elif not both and begun is not None:
            found.append((day - begun, begun))
            begun = None
        day += timedelta(1)
    in_order = sorted(found, key=lambda run: (-run[0].days, run[1]))
    assert runs == [DaysOff(begin, begin + span - timedelta(1)) for span, begin in in_order]
    assert [run.length for run in runs] == [span.days for span, _ in in_order]


def test_a_week_apart_by_hand(example: Plan) -> None:
    # September 8-14 is -SSAS-- for one of them and, one week on in the cycle, -SSAS-- for the other.
    lee = Assignment(example.start, cycle_week=2, confirmed=True)
    other = schedule_of(add_colleague(example, "Lee", lee, AT).colleagues[0])
    runs = common_days_off([Schedule(example), other], date(2025, 9, 8), date(2025, 9, 14))
    assert runs == [
        DaysOff(date(2025, 9, 13), date(2025, 9, 14)),
        DaysOff(date(2025, 9, 8), date(2025, 9, 8)),
    ]
    assert common_days_off([Schedule(example), other], date(2025, 9, 9), date(2025, 9, 8)) == []
