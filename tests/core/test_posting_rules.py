"""HEART's schedule rules, over rotations and over real days; rest; totals."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from heartplanner.core.edits.edits import add_change, assign, new_plan
from heartplanner.core.plan.change import Absence, AbsenceKind, Extra, OtherHours, Swap
from heartplanner.core.plan.hours import BAND_HOURS, Band, Hours
from heartplanner.core.plan.model import Assignment, Plan, Rotation
from heartplanner.core.rules.posting_rules import check
from heartplanner.core.rules.rotation_rules import admin_faults
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.rest import cares, rests
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import month_ends, total, weeks
from heartplanner.typed import override

NOW = datetime(2025, 7, 28, 9, tzinfo=UTC)
START = date(2025, 7, 28)
YEAR_END = date(2026, 7, 26)
SEVEN_DAY_BREAK = "-SSAS-- -SSAS-- ---ASSS ASSAS-- SSSA--- ----SSS"


def plan(letters: str, band: Band = Band.DAY) -> Plan:
    return new_plan("p", Assignment(START, Rotation.parse(letters), 1, band), NOW)


def broken(over: Plan, first: date = START, last: date = YEAR_END) -> dict[str, list[str]]:
    verdicts = check(Schedule(over), first, last)
    assert [each.rule for each in verdicts] == ["P2", "P3", "P4", "P5", "P6", "P7"]
    return {each.rule: [str(day) for day in each.where] for each in verdicts if not each.holds}


def test_example_keeps_every_rule(example: Plan) -> None:
    assert broken(example) == {}


def test_seven_day_break_with_its_moved_admin_block_keeps_every_rule() -> None:
    assert broken(plan(SEVEN_DAY_BREAK)) == {}


@pytest.mark.parametrize(
    ("letters", "rules"),
    [
        # a fourth shift in week 1
        ("SSSAS-- -SSAS-- ---ASSS -SSAS-- SSSA--- ---ASSS", {"P2", "P3"}),
        # no admin block in week 2: 36 h
        ("-SSAS-- -SS-S-- ---ASSS -SSAS-- SSSA--- ---ASSS", {"P2", "P4"}),
        # week 4's weekend is worked too
        ("-SSAS-- -SSAS-- ---ASSS -SA--SS SSSA--- ---ASSS", {"P6"}),
        # only the Saturday of week 3
        ("-SSAS-- -SSAS-- -SSA-S- -SSAS-- SSSA--- ---ASSS", {"P6"}),
        # the worked weekends are those of weeks 2 and 6
        ("-SSAS-- ---ASSS -SSAS-- -SSAS-- SSSA--- ---ASSS", {"P6"}),
        # five free days are no break
        ("-SSAS-- -SSAS-- ---ASSS -SSAS-- SSS-A-- ---ASSS", {"P7"}),
        # eight are too many, and so are the admin blocks that make room for them
        ("ASSAS-- ASSAS-- ---ASSS -SSAS-- SSS---- ----SSS", {"P2", "P4", "P7"}),
    ],
)
def test_a_rotation_breaks_just_these_rules(letters: str, rules: set[str]) -> None:
    assert set(broken(plan(letters))) == rules


@pytest.mark.parametrize("kind", AbsenceKind)
@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2025, 9, 16), date(2025, 9, 17)),  # two shifts of a week
        (date(2025, 9, 15), date(2025, 9, 21)),  # a whole week
        (date(2025, 9, 27), date(2025, 9, 27)),  # the Saturday of a working weekend
        (date(2025, 9, 8), date(2025, 10, 19)),  # a whole cycle
    ],
)
def test_who_is_away_breaks_no_rule(
    example: Plan, kind: AbsenceKind, first: date, last: date
) -> None:
    assert broken(add_change(example, Absence(kind, first, last), NOW)) == {}


def test_leave_in_a_week_of_44_hours_breaks_no_rule_either() -> None:
    away = Absence(AbsenceKind.LEAVE, date(2025, 8, 18), date(2025, 8, 19))
    assert broken(add_change(plan(SEVEN_DAY_BREAK), away, NOW)) == {}


def test_an_extra_shift_on_a_day_of_leave_is_one_too_many(example: Plan) -> None:
    day = date(2025, 9, 16)
    away = add_change(example, Absence(AbsenceKind.LEAVE, day, day), NOW)
    extra = add_change(away, Extra(day, Band.DAY, BAND_HOURS[Band.DAY]), NOW)
    assert broken(extra) == {"P2": ["2025-09-15"], "P3": ["2025-09-15"]}


def test_a_shift_given_away_is_missing_where_leave_is_not(example: Plan) -> None:
    given = add_change(example, Swap(date(2025, 9, 16), None), NOW)
    assert broken(given) == {"P2": ["2025-09-15"], "P3": ["2025-09-15"]}
    verdicts = check(Schedule(given), date(2025, 9, 15), date(2025, 9, 21))
    assert [verdict.text for verdict in verdicts[:3]] == [
        "40 hours a week: differs. The week of September 15, 2025 has 28 h.",
        "Three shifts a week: differs. The week of September 15, 2025 has 2 shifts.",
        "Four admin hours a week: fine, September 15-21, 2025.",
    ]


def test_other_hours_break_the_shift_hours_on_their_day(example: Plan) -> None:
    day = date(2025, 8, 5)
    other = add_change(example, OtherHours(day, Hours(time(10), time(22))), NOW)
    assert broken(other) == {"P5": ["2025-08-05"]}


@pytest.mark.parametrize("end", [time(21, 30), time(23), time(0)])
def test_a_shift_that_ended_late_breaks_no_rule(example: Plan, end: time) -> None:
    day = date(2025, 8, 5)  # 9 am-9 pm in the example
    assert broken(add_change(example, OtherHours(day, Hours(time(9), end)), NOW)) == {}


def test_a_late_end_past_midnight_breaks_no_rule(example: Plan) -> None:
    day = date(2025, 8, 4)  # free in the example's first week
    taken = add_change(example, Swap(date(2025, 8, 5), day, Band.EVENING), NOW)
    late = add_change(taken, OtherHours(day, Hours(time(12), time(1, 30))), NOW)
    assert broken(late) == broken(taken)


def test_a_shift_that_ended_early_is_too_short(example: Plan) -> None:
    day = date(2025, 8, 5)
    early = add_change(example, OtherHours(day, Hours(time(9), time(18))), NOW)
    week = ["2025-08-04"]
    assert broken(early) == {"P2": week, "P3": week, "P5": ["2025-08-05"]}


def test_work_in_the_break_is_named(example: Plan) -> None:
    day = date(2025, 9, 1)
    found = broken(add_change(example, Swap(date(2025, 8, 27), day), NOW))
    assert found["P7"] == ["2025-09-01"]


def test_a_weekend_given_away_leaves_three_weeks_without_one(example: Plan) -> None:
    changed = example
    for day in (date(2025, 9, 6), date(2025, 9, 7)):
        changed = add_change(changed, Swap(day, None), NOW)
    assert broken(changed)["P6"] == ["2025-09-06"]


def test_a_transition_that_puts_breaks_too_far_apart_is_named(example: Plan) -> None:
    later = Assignment(date(2025, 10, 6), cycle_week=1)
    found = broken(assign(example, later, NOW), last=date(2025, 12, 31))
    assert found["P7"] == ["2025-11-07"]


def test_a_range_without_any_break_is_named(example: Plan) -> None:
    plan = example
    for week in range(4, 21, 4):  # before each break the cycle begins anew
        again = Assignment(START + timedelta(weeks=week))
        plan = assign(plan, again, NOW)
    assert broken(plan, last=date(2026, 1, 4))["P7"] == ["2026-01-04"]


@pytest.mark.parametrize(
    ("saturday", "minutes"), [(date(2026, 3, 7), 480), (date(2026, 3, 14), 540)]
)
def test_rest_from_midnight_to_nine_is_in_real_hours(saturday: date, minutes: int) -> None:
    over = plan("-----ED " * 6)
    sunday = saturday.replace(day=saturday.day + 1)
    assert [each.minutes for each in rests(Schedule(over).days(saturday, sunday))] == [minutes]
    assert [(each.first, each.kind) for each in cares(Schedule(over), saturday, sunday)] == [
        (saturday, f"{minutes // 60} h of rest")
    ]


def test_twelve_hours_of_rest_and_four_days_in_a_row_need_no_care() -> None:
    found = cares(Schedule(plan("SSSA--- " * 6)), START, date(2025, 9, 7))
    assert [each for each in found if not each.quiet] == []


@pytest.mark.parametrize(
    ("start", "kinds"),
    [(time(22), ["1 h of rest"]), (time(21), []), (time(21, 30), ["0.5 h of rest"])],
)
def test_rest_between_blocks_of_one_day_is_seen(start: time, kinds: list[str]) -> None:
    day = START + timedelta(days=2)
    over = add_change(plan("--S---- " * 6), Extra(day, None, Hours(start, time(23))), NOW)
    assert [each.kind for each in cares(Schedule(over), day, day)] == kinds


def test_five_worked_days_in_a_row_are_seen_whole_from_any_of_them() -> None:
    over = plan("SSSSA-- " * 6)
    found = cares(Schedule(over), date(2025, 8, 6), date(2025, 8, 6))
    runs = [(each.first, each.last) for each in found if not each.quiet]
    assert runs == [(date(2025, 8, 4), date(2025, 8, 8))]


def test_a_cycle_has_18_shifts_and_240_hours(example: Plan) -> None:
    sums = total(Schedule(example).days(START, date(2025, 9, 7)))
    assert (sums.shifts, sums.minutes, sums.weekends_on) == (18, 240 * 60, 2)
    assert sums.planned_minutes == sums.minutes


def test_month_counts_its_own_days_and_weeks_are_whole(example: Plan) -> None:
    assert total(Schedule(example).days(*month_ends(2025, 8))).minutes == (13 * 12 + 4 * 4) * 60
    whole = weeks(Schedule(example), date(2025, 8, 1), date(2025, 8, 31))
    assert [(each.first.day, each.totals.minutes) for each in whole] == [
        (28, 2400), (4, 2400), (11, 2400), (18, 2400), (25, 2400),
    ]  # fmt: skip


def test_an_extra_shift_counts_in_real_hours_and_not_in_planned_ones(example: Plan) -> None:
    day = date(2025, 8, 4)
    longer = Schedule(add_change(example, Extra(day, None, Hours(time(8), time(10))), NOW))
    sums = total(longer.days(*month_ends(2025, 8)))
    assert (sums.shifts, sums.minutes - sums.planned_minutes) == (14, 120)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2025, 8, 17), date(2025, 8, 23)),  # the week that begins with the weekend's Sunday
        (date(2025, 8, 10), date(2025, 8, 16)),  # the week that ends with its Saturday
    ],
)
def test_a_weekend_that_weeks_from_sunday_cut_is_judged_whole(first: date, last: date) -> None:
    only_saturday = Rotation.parse("-SSAS-- -SSAS-- -SSA-S- -SSAS-- SSSA--- ---ASSS")
    sundays = new_plan("p", Assignment(START, only_saturday, work_week=6), NOW)
    assert broken(sundays, first, last)["P6"] == [
        "2025-07-28",
        "2025-08-16",
    ]  # the rotation, and this place


class AskedSchedule(Schedule):
    """A schedule that remembers for which days it was asked."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self.asked: list[tuple[date, date]] = []

    @override
    def days(self, first: date, last: date) -> list[Day]:
        self.asked.append((first, last))
        return super().days(first, last)


@pytest.mark.parametrize(
    ("work_week", "first", "last", "beside"),
    [
        (0, date(2025, 8, 11), date(2025, 8, 17), []),
        (6, date(2025, 8, 17), date(2025, 8, 23), [date(2025, 8, 16), date(2025, 8, 24)]),
        (5, date(2025, 8, 16), date(2025, 8, 22), []),
        (1, date(2025, 8, 12), date(2025, 8, 18), []),
    ],
    ids=["from Monday", "from Sunday", "from Saturday", "from Tuesday"],
)
def test_a_day_beside_the_weeks_is_asked_for_only_where_they_cut_its_weekend(
    work_week: int, first: date, last: date, beside: list[date]
) -> None:
    letters = Rotation.parse("-SSAS-- -SSAS-- ---ASSS -SSAS-- SSSA--- ---ASSS")
    schedule = AskedSchedule(new_plan("p", Assignment(START, letters, work_week=work_week), NOW))
    check(schedule, first, last)
    assert [begin for begin, end in schedule.asked if begin == end] == beside


def test_just_the_weeks_without_their_one_admin_block_are_told() -> None:
    rotation = Rotation.parse("-SSAA-- -SS-S-- ---SSSS -SSAS-- SSSA--- ---ASSS")
    assert admin_faults(Assignment(START, rotation)) == [
        "week 1 has 2 admin blocks",
        "week 2 has 0 admin blocks",
        "week 3 has 0 admin blocks",
    ]


@pytest.mark.parametrize(
    ("count", "more"), [(3, ""), (4, "; and 1 more place"), (5, "; and 2 more places")]
)
def test_a_sentence_names_three_places_and_counts_the_others(
    example: Plan, count: int, more: str
) -> None:
    over = example
    # These Mondays are free, and their weeks have three shifts.
    mondays = [date(2025, 8, 4), date(2025, 8, 11), date(2025, 8, 18), date(2025, 9, 8)]
    for monday in [*mondays, date(2025, 9, 15)][:count]:
        over = add_change(over, Extra(monday, Band.DAY, BAND_HOURS[Band.DAY]), NOW)
    shifts = check(Schedule(over), START, date(2025, 9, 30))[1]
    assert len(shifts.where) == count
    assert shifts.text == (
        "Three shifts a week: differs. The week of August 4, 2025 has 4 shifts;"
        " the week of August 11, 2025 has 4 shifts;"
        f" the week of August 18, 2025 has 4 shifts{more}."
    )
