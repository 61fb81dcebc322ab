"""Who could take a shift and whom to ask, against a search that tries everything on the bare days."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from examples import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from heartplanner.core.edits import edits
from heartplanner.core.edits.colleagues import add_colleague, colleague_of, schedule_of
from heartplanner.core.people.cover import Cover, covers, exchanges
from heartplanner.core.plan.change import Absence, AbsenceKind, Swap, Training
from heartplanner.core.plan.hours import BAND_HOURS, Band, Hours
from heartplanner.core.plan.model import Assignment, Plan, PlanError, Rotation
from heartplanner.core.rules.posting_rules import check
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.work_weeks import work_week
from tests.strategies import assignments, plans

AT = datetime(2030, 1, 1, tzinfo=UTC)
ONE = timedelta(days=1)
Span = tuple[datetime, datetime]
NIGHT = Hours(time(19), time(7))


def colleague(plan: Plan, name: str, assignment: Assignment) -> Plan:
    return add_colleague(plan, name, assignment, AT)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Plan, date]:
    """A plan with two colleagues, one of whom has its weeks with other weekdays; and a day with a shift."""
    plan = draw(plans(most=4))
    first = plan.assignments[0]
    weeks = ["".join(draw(st.permutations(week[:5]))) + week[5:] for week in first.rotation.weeks]
    alike = first._replace(
        start=plan.start - timedelta(draw(st.sampled_from([0, 0, 7, -9]))),
        rotation=Rotation("".join(weeks)),
        cycle_week=draw(st.sampled_from([first.cycle_week, first.cycle_week, 4])),
    )
    plan = colleague(colleague(plan, "Lee", alike), "Sam", draw(assignments(plan.start)))
    around = Schedule(plan).days(plan.start, plan.start + timedelta(41))
    shifts = [day.date for day in around if any(block.kind == "shift" for block in day.blocks)]
    return plan, draw(st.sampled_from(shifts) if shifts else st.just(plan.start))


def clock_span(day: date, hours: Hours) -> Span:
    end = day + ONE if hours.end <= hours.start else day
    return (
        datetime.combine(day, hours.start),
        datetime.combine(end, hours.end),
    )


def worked(schedule: Schedule, day: date) -> dict[date, list[Hours]]:
    """The hours worked on each day around, from the start date on."""
    first = max(day - timedelta(40), schedule.plan.start)
    return {
        one.date: [block.hours for block in one.blocks]
        for one in schedule.days(first, day + timedelta(40))
    }


def short_rests(hours_by_day: dict[date, list[Hours]]) -> set[tuple[date, date]]:
    """Where less than eleven hours by the clock lie between the work of two days, or it overlaps."""
    spans = sorted(clock_span(day, hours) for day, each in hours_by_day.items() for hours in each)
    return {
        (one[0].date(), two[0].date())
        for one, two in pairwise(spans)
        if two[0] - one[1] < timedelta(hours=11)
        and (one[1] != two[0] or one[0].date() != two[0].date())
    }


def run_around(hours_by_day: dict[date, list[Hours]], day: date) -> int:
    """How many worked days in a row a worked day is one of."""
    length = 1
    for step in (ONE, -ONE):
        other = day + step
        while hours_by_day.get(other):
            length, other = length + 1, other + step
    return length


def clocks_change_near(day: date) -> bool:
    """Rest by the clock is not the real one in the nights in which the clocks change."""
    return any((day + timedelta(n)).isoformat()[5:7] in ("03", "11") for n in (-2, 2))


def could_take(theirs: Schedule, day: date, hours: Hours) -> bool:
    before = worked(theirs, day)
    (of_day,) = theirs.days(day, day)
    if of_day.at is None or before.get(day) or of_day.in_break:
        return False
    return short_rests({**before, day: [hours]}) <= short_rests(before)


@settings(max_examples=tries(40, 200))
@given(pairs())
def test_those_who_could_take_a_shift_are_just_those_with_the_time_and_the_rest(
    pair: tuple[Plan, date],
) -> None:
    plan, day = pair
    schedule = Schedule(plan)
    if clocks_change_near(day):
        return
    shifts = [block for block in schedule.days(day, day)[0].blocks if block.kind == "shift"]
    if len(shifts) != 1:
        with pytest.raises(PlanError, match="shift on"):
            covers(schedule, day)
        return
    able = {
        one.name for one in plan.colleagues if could_take(schedule_of(one), day, shifts[0].hours)
    }
    offered = covers(schedule, day)
    assert {cover.name for cover in offered} == able
    for cover in offered:
        theirs = worked(schedule_of(colleague_of(plan, cover.name)), day)
        assert cover.in_a_row == run_around(theirs, day)


def broken(schedule: Schedule, around: date) -> set[tuple[str, date]]:
    """Where the rules differ, over much more time than a swap could touch."""
    first = max(around - timedelta(50), schedule.plan.start)
    return {
        (one.rule, day)
        for one in check(schedule, first, around + timedelta(50))
        for day in one.where
        if abs((day - around).days) < 29
    }


def swapped(schedule: Schedule, give: date, take: date, hours: Hours) -> Schedule | None:
    """The schedule after a swap in which the shift taken has just these hours; None if there is none."""
    bands = [band for band, of_band in BAND_HOURS.items() if of_band == hours]
    for band in (None, *bands):
        try:
            after = edits.with_change(schedule.plan, Swap(give, take, band), AT)
        except PlanError:
            continue
        taken = after.days(take, take)[0].blocks
        if [block.hours for block in taken] == [hours]:
            return after
    return None


def keeps(before: Schedule, after: Schedule | None, give: date, take: date) -> bool:
    if after is None or after.days(give, give)[0].blocks:
        return False
    was, now = worked(before, take), worked(after, take)
    return (
        short_rests(now) <= short_rests(was)
        and run_around(now, take) <= 4
        and broken(after, give) <= broken(before, give)
    )


def own_time(schedule: Schedule, day: date) -> bool:
    (found,) = schedule.days(day, day)
    return found.at is not None and not found.blocks and found.off == "day off"


@settings(max_examples=tries(80, 400))
@given(pairs())
def test_swaps_offered_are_just_those_that_both_could_make(pair: tuple[Plan, date]) -> None:
    plan, day = pair
    schedule = Schedule(plan)
    blocks = schedule.days(day, day)[0].blocks
    if [block.kind for block in blocks] != ["shift"] or clocks_change_near(day):
        return
    week = work_week(plan, day)
    wanted = set()
    for one in plan.colleagues:
        theirs = schedule_of(one)
        for number in range((week.last - week.first).days + 1):
            other = week.first + timedelta(number)
            shifts = theirs.days(other, other)[0].blocks
            if (
                [block.kind for block in shifts] == ["shift"]
                and own_time(schedule, other)
                and own_time(theirs, day)
                and keeps(schedule, swapped(schedule, day, other, shifts[0].hours), day, other)
                and keeps(theirs, swapped(theirs, other, day, blocks[0].hours), other, day)
            ):
                wanted.add((one.name, other))
    offered = exchanges(schedule, day, plan.start)
    assert {(one.name, one.swap.take) for one in offered} == wanted
    assert all(one.swap.give == day and one.swap.colleague == one.name for one in offered)


TUESDAY = date(2025, 9, 16)
OWN = Assignment(date(2025, 7, 28), confirmed=True)


def test_a_week_of_the_example_by_hand(example: Plan) -> None:
    # I have -SSAS-- from Monday, September 15; Lee, one cycle week on, has ---ASSS.
    plan = colleague(example, "Lee", OWN._replace(cycle_week=2))
    tuesday, friday = date(2025, 9, 16), date(2025, 9, 19)
    assert covers(Schedule(plan), tuesday) == [Cover("Lee", 52 * 60, 1, weekend=False)]
    assert covers(Schedule(plan), friday) == []
    # On Wednesday, five worked days would follow each other from then to Sunday.
    assert covers(Schedule(plan), tuesday + ONE) == [Cover("Lee", 52 * 60, 5, weekend=False)]
    with pytest.raises(PlanError, match="no shift on Monday, September 15, 2025"):
        covers(Schedule(plan), date(2025, 9, 15))


def test_who_would_lose_a_free_weekend_comes_last(example: Plan) -> None:
    # August 16-17 is my working weekend; that of Ann and Bo is free, and Cy works on the Sunday alone.
    plan = colleague(example, "Ann", OWN._replace(cycle_week=2))
    plan = colleague(plan, "Bo", OWN._replace(rotation=OWN.rotation.parse("SSSA--- " * 6)))
    plan = colleague(plan, "Cy", OWN._replace(rotation=OWN.rotation.parse("-SSA--S " * 6)))
    assert covers(Schedule(plan), date(2025, 8, 16)) == [
        Cover("Cy", 52 * 60, 2, weekend=False),
        Cover("Bo", 52 * 60, 1, weekend=True),
        Cover("Ann", 52 * 60, 5, weekend=True),
    ]


def test_nobody_in_their_break_is_asked(example: Plan) -> None:
    # Lee's break is a week before mine: Friday, August 22 to Wednesday, August 27.
    plan = colleague(example, "Lee", OWN._replace(cycle_week=2))
    assert covers(Schedule(plan), date(2025, 8, 26)) == []


def test_eleven_hours_of_rest_are_kept(example: Plan) -> None:
    # I work 9 am-9 pm on Tuesday; a shift to midnight on Monday leaves nine hours.
    evenings = OWN._replace(band=Band.EVENING, rotation=OWN.rotation.parse("S--ASS- " * 6))
    plan = colleague(example, "Lee", evenings)
    assert covers(Schedule(plan), date(2025, 9, 16)) == []
    assert [one.name for one in covers(Schedule(plan), date(2025, 9, 17))] == ["Lee"]


def test_just_eleven_hours_of_rest_are_enough(example: Plan) -> None:
    late = Hours(time(10), time(22))
    lee = OWN._replace(shift_hours=late, rotation=OWN.rotation.parse("S---S-- " * 6))
    assert [one.name for one in covers(Schedule(colleague(example, "Lee", lee)), TUESDAY)] == [
        "Lee"
    ]
    later = lee._replace(shift_hours=Hours(time(10), time(22, 1)))
    assert covers(Schedule(colleague(example, "Lee", later)), TUESDAY) == []


def test_a_swap_within_a_week_is_found_with_its_day_and_name(example: Plan) -> None:
    # In the week of September 15 I have -SSAS-- and Lee S-SAS--: Tuesday for Monday.
    letters = "-SSAS-- S-SAS-- ---ASSS -SSAS-- SSSA--- ---ASSS"
    plan = colleague(example, "Lee", OWN._replace(rotation=OWN.rotation.parse(letters)))
    tuesday, monday = date(2025, 9, 16), date(2025, 9, 15)
    offered = exchanges(Schedule(plan), tuesday, plan.start)
    assert [one.swap for one in offered] == [Swap(tuesday, monday, None, "Lee")]
    assert exchanges(Schedule(plan), tuesday, tuesday) == []


def test_a_swap_over_the_edge_of_their_work_week_is_not_offered(example: Plan) -> None:
    # Lee has S-SAS-- in each week: of a work week from Tuesday the Monday is the last day.
    lee = OWN._replace(rotation=OWN.rotation.parse("S-SAS-- " * 6))
    assert exchanges(Schedule(colleague(example, "Lee", lee)), TUESDAY, example.start)
    tuesdays = lee._replace(work_week=1)
    assert exchanges(Schedule(colleague(example, "Lee", tuesdays)), TUESDAY, example.start) == []


def test_half_of_a_weekend_is_not_given_away(example: Plan) -> None:
    # I work both days of September 27-28; Lee works that Sunday alone, which the Saturday would mend.
    letters = "-SSAS-- -SSAS-- S--AS-S -SSAS-- SSSA--- ---ASSS"
    lee = OWN._replace(rotation=OWN.rotation.parse(letters))
    saturday = date(2025, 9, 27)
    assert exchanges(Schedule(colleague(example, "Lee", lee)), saturday, example.start) == []


def test_a_day_with_more_than_the_shift_would_not_be_free(example: Plan) -> None:
    mine = edits.assign(example, OWN._replace(rotation=OWN.rotation.parse("-S--S-S " * 6)), AT)
    plan = colleague(mine, "Lee", OWN._replace(rotation=OWN.rotation.parse("S--AS-S " * 6)))
    trained = edits.add_change(plan, Training(TUESDAY, Hours(time(21), time(22))), AT)
    assert exchanges(Schedule(plan), TUESDAY, plan.start)
    assert exchanges(Schedule(trained), TUESDAY, plan.start) == []


def test_leave_of_my_own_is_no_day_to_work_on(example: Plan) -> None:
    lee = OWN._replace(rotation=OWN.rotation.parse("SS-AS-- " * 6))
    plan = colleague(example, "Lee", lee)
    wednesday, monday = date(2025, 9, 17), date(2025, 9, 15)
    assert [one.swap.take for one in exchanges(Schedule(plan), wednesday, plan.start)] == [monday]
    worked_once = edits.add_change(plan, Swap(None, monday), AT)
    away = edits.add_change(worked_once, Absence(AbsenceKind.LEAVE, monday, monday), AT)
    assert exchanges(Schedule(away), wednesday, plan.start) == []


def test_a_night_shift_is_swapped_only_among_those_who_work_nights(example: Plan) -> None:
    lee = OWN._replace(rotation=OWN.rotation.parse("SS--SA- " * 6), shift_hours=NIGHT)
    day = date(2025, 9, 17)
    assert exchanges(Schedule(colleague(example, "Lee", lee)), day, example.start) == []
    nights = edits.assign(example, OWN._replace(shift_hours=NIGHT), AT)
    offered = exchanges(Schedule(colleague(nights, "Lee", lee)), day, example.start)
    assert [one.swap for one in offered] == [Swap(day, date(2025, 9, 15), None, "Lee")]
