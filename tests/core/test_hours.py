"""Shifts of one's own hours, over midnight and over both clock changes; days and hours are written by hand.

From Monday, July 28, 2025, in week 2 of the example rotation. So the weekends of November 1, 2025 and of
March 7, 2026 are worked: in both of these nights the clocks change.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from heartplanner.core.cells.cells import Tone, cell
from heartplanner.core.cells.day_marks import BlockMark
from heartplanner.core.edits.checks import check_assignment
from heartplanner.core.edits.edits import add_change, assign, new_plan
from heartplanner.core.edits.edits import with_assigned_hours as with_hours
from heartplanner.core.explain.changes.change_effects import Severity, effects
from heartplanner.core.explain.day_text import describe
from heartplanner.core.explain.reasons import day_line, why
from heartplanner.core.explain.upcoming import upcoming
from heartplanner.core.plan.change import Absence, AbsenceKind, Extra, OtherHours, Swap
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import EXAMPLE_ROTATION, Assignment, Plan, PlanError, Rotation
from heartplanner.core.rules.posting_rules import check
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.rest import cares
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import weeks

NOW = datetime(2025, 7, 1, tzinfo=UTC)
START = date(2025, 7, 28)
NIGHT = Hours(time(19), time(7))
FRIDAY, AUTUMN, SPRING = date(2025, 10, 31), date(2025, 11, 1), date(2026, 3, 7)


def plan(hours: Hours = NIGHT, rotation: Rotation = EXAMPLE_ROTATION) -> Plan:
    first = Assignment(START, rotation, cycle_week=2, confirmed=True, shift_hours=hours)
    return new_plan("night", first, NOW)


def day_of(over: Plan, day: date) -> Day:
    return Schedule(over).days(day, day)[0]


def test_s_has_the_hours_of_ones_own_and_d_and_e_have_theirs() -> None:
    mixed = plan(rotation=Rotation("SDE----" * 6))
    first, second, third = Schedule(mixed).days(START, date(2025, 7, 30))
    assert [each.blocks[0].band for each in (first, second, third)] == [
        None,
        Band.DAY,
        Band.EVENING,
    ]
    assert [day_line(each) for each in (first, second, third)] == [
        "Shift 7 pm-7 am",
        "Day shift 9-9",
        "Evening shift noon-midnight",
    ]


def test_a_night_belongs_to_the_day_on_which_it_begins() -> None:
    friday, saturday = Schedule(plan()).days(FRIDAY, AUTUMN)
    assert (friday.minutes, friday.blocks[0].ends_next_day) == (12 * 60, True)
    assert friday.blocks[0].end == datetime(2025, 11, 1, 7, tzinfo=ZONE)
    assert len(saturday.blocks) == 1
    assert why(friday) == (
        "Week 3 of 6. The rotation has a shift, 7 pm-7 am, on this Friday; it ends on Saturday."
    )


@pytest.mark.parametrize(
    ("day", "minutes", "change", "week_hours"),
    [
        (AUTUMN, 13 * 60, "The clocks go back during this shift: it has 13 h.", 41),
        (SPRING, 11 * 60, "The clocks go forward during this shift: it has 11 h.", 39),
    ],
)
def test_a_night_over_a_clock_change_has_its_real_hours(
    day: date, minutes: int, change: str, week_hours: int
) -> None:
    over = Schedule(plan())
    worked = day_of(plan(), day)
    assert worked.minutes == minutes
    assert why(worked).endswith(f"it ends on Sunday. {change}")
    (week,) = weeks(over, day, day)
    assert week.totals.minutes == week_hours * 60


def test_only_p5_differs_once_and_no_clock_change_is_a_fault() -> None:
    verdicts = check(Schedule(plan()), START, date(2026, 7, 26))
    assert [verdict.rule for verdict in verdicts if not verdict.holds] == ["P5"]
    (own,) = [verdict for verdict in verdicts if verdict.rule == "P5"]
    assert own.where == (START,)
    assert own.text == (
        "Your shift hours: differs. From July 28, 2025 your shifts are 7 pm-7 am;"
        " the job posting has 9 am-9 pm and noon-midnight."
    )


def test_nights_of_ten_hours_differ_in_length_said_once() -> None:
    verdicts = {
        verdict.rule: verdict
        for verdict in check(Schedule(plan(Hours(time(21), time(7)))), START, date(2026, 7, 26))
    }
    assert verdicts["P3"].where == (START,)
    assert verdicts["P3"].text == (
        "Three shifts a week: differs. The rotation from July 28, 2025: a shift has 10 h."
    )
    assert "week 1 has 34 h" in verdicts["P2"].text


def test_changed_hours_still_differ_on_their_day() -> None:
    longer = add_change(plan(), OtherHours(FRIDAY, Hours(time(17, 30), time(7))), NOW)
    verdicts = {v.rule: v for v in check(Schedule(longer), date(2025, 10, 27), date(2025, 11, 2))}
    assert verdicts["P5"].where == (START, FRIDAY)
    assert "has a shift of 13.5 h" in verdicts["P3"].text


@pytest.mark.parametrize("moment", [time(9), time(0)])
def test_hours_without_a_length_are_refused_in_one_line(moment: time) -> None:
    with pytest.raises(PlanError, match="24 hours are not possible") as refused:
        check_assignment(Assignment(START, shift_hours=Hours(moment, moment)))
    assert "\n" not in str(refused.value)


def test_the_hours_of_a_band_are_that_band() -> None:
    night = Assignment(START, shift_hours=NIGHT)
    day = with_hours(night, Hours(time(9), time(21)))
    assert (day.band, day.shift_hours) == (Band.DAY, None)
    evening = with_hours(night, Hours(time(12), time(0)))
    assert (evening.band, evening.shift_hours) == (Band.EVENING, None)
    # A file may state them all the same: they are worked as that band.
    stated = plan(Hours(time(9), time(21)))
    assert day_of(stated, FRIDAY).blocks[0].band is Band.DAY
    assert check(Schedule(stated), START, FRIDAY)[3].holds


def test_a_shift_taken_has_the_usual_hours_and_leave_takes_a_night_off() -> None:
    monday = date(2025, 11, 3)  # week 4 of the cycle: free
    taken = day_of(add_change(plan(), Swap(None, monday), NOW), monday)
    assert (taken.blocks[0].hours, taken.blocks[0].band) == (NIGHT, None)
    other = day_of(add_change(plan(), Swap(None, monday, Band.DAY), NOW), monday)
    assert other.blocks[0].band is Band.DAY
    away = day_of(add_change(plan(), Absence(AbsenceKind.LEAVE, AUTUMN, AUTUMN), NOW), AUTUMN)
    assert [off.block.minutes for off in away.taken_off] == [13 * 60]


def test_a_night_that_ended_late_ends_on_the_next_morning() -> None:
    late = add_change(plan(), OtherHours(FRIDAY, Hours(time(19), time(8, 30))), NOW)
    shown = cell(day_of(late, FRIDAY))
    (chip,) = shown.chips
    assert (chip.tone, chip.detail[0], chip.mark) == (
        Tone.OWN, "7 pm\u20138:30 am", BlockMark.ENDED_LATE,
    )  # fmt: skip
    assert (chip.begin, chip.end, chip.goes_on) == (19 / 24, 1, True)
    assert "was 7 pm\u20137 am" in [note.text for note in shown.notes]
    assert "shift, 7 pm-8:30 am the next day" in shown.name


def test_the_day_after_says_what_ends_on_it() -> None:
    monday = date(2025, 11, 3)
    said = describe(Schedule(plan()), monday, monday)
    assert said.what == "day off"
    assert said.care.splitlines()[0] == "The shift of Sun, Nov 2 ends on this day, at 7 am."


def test_a_night_that_goes_on_is_todays_and_the_next_shift_is_the_one_that_begins() -> None:
    at_three = datetime(2025, 11, 3, 3, tzinfo=ZONE)
    facts = {fact.about: fact for fact in upcoming(Schedule(plan()), at_three)}
    assert facts["Today"].answer == "Shift until 7 am, then day off"
    assert facts["Next shift"].answer == "Tue, Nov 4, 7 pm-7 am"
    assert facts["Next shift"].distance == "in 40 h"
    at_eight = datetime(2025, 11, 3, 8, tzinfo=ZONE)
    later = {fact.about: fact for fact in upcoming(Schedule(plan()), at_eight)}
    assert later["Today"].answer == "Day off"
    assert later["Next shift"].answer == "Tue, Nov 4, 7 pm-7 am"


def test_other_hours_from_a_date_on() -> None:
    spring = Assignment(SPRING, EXAMPLE_ROTATION, 3, confirmed=True)
    both = assign(plan(), with_hours(spring, Hours(time(20), time(8))), NOW)
    before, after = Schedule(both).days(date(2026, 3, 6), SPRING)
    assert (before.blocks[0].hours, after.blocks[0].hours) == (NIGHT, Hours(time(20), time(8)))
    own = check(Schedule(both), START, date(2026, 7, 26))[3]
    assert own.where == (START, SPRING)


@pytest.mark.parametrize(("end", "rests"), [(time(22), []), (time(22, 1), ["10 h 59 min of rest"])])
def test_rest_under_eleven_hours_asks_for_care(end: time, rests: list[str]) -> None:
    """A day shift follows at 9 am."""
    days = plan(Hours(time(9), time(21)), Rotation("SS-----" * 6))
    late = add_change(days, OtherHours(START, Hours(time(9), end)), NOW)
    found = cares(Schedule(late), START, START)
    assert [care.kind for care in found] == rests


def test_fewer_than_two_days_off_after_three_long_shifts_are_mentioned_once() -> None:
    def quiet(letters: str, last: date = date(2025, 8, 3), hours: Hours = NIGHT) -> list[date]:
        found = cares(Schedule(plan(hours, Rotation(letters * 6))), START, last)
        return [care.mention for care in found if care.mention]

    wednesday = date(2025, 7, 30)
    assert quiet("SSS-S--") == [wednesday]  # one day off
    assert quiet("SSSA---") == [wednesday]  # admin is no day off
    assert quiet("SSS--S-") == []
    assert quiet("SS-SS--") == []
    assert quiet("SSSS-S-") == [date(2025, 7, 31)]  # after the last of them, and not twice
    assert quiet("SSS-S--", hours=Hours(time(21), time(7))) == []  # no 12-hour shifts


def test_an_extra_night_is_a_long_shift_too() -> None:
    over = plan(rotation=Rotation("SS-----" * 6))
    extra = add_change(over, Extra(date(2025, 7, 30), None, NIGHT), NOW)
    extra = add_change(extra, Extra(date(2025, 8, 1), None, NIGHT), NOW)
    found = cares(Schedule(extra), START, date(2025, 8, 3))
    assert [(care.first, care.last, care.mention) for care in found if care.quiet] == [
        (START, date(2025, 8, 1), date(2025, 7, 30))
    ]


def test_what_a_change_does_to_rest_is_said_before_it_is_made() -> None:
    """An extra night joins Friday to Sunday with Tuesday and Wednesday; on Thursday is admin time."""
    before = Schedule(plan())
    extra = Extra(date(2025, 11, 3), None, NIGHT)
    after = Schedule(add_change(plan(), extra, NOW))
    said = [(effect.severity, effect.text) for effect in effects(before, after, extra)]
    assert (
        Severity.INFO,
        "Fewer than two days off after three or more 12-hour shifts in a row,"
        " Wednesday, November 5, 2025.",
    ) in said
    assert [text for severity, text in said if severity is Severity.WARNING] == [
        "Take care: nine worked days in a row, October 30 - November 7, 2025."
    ]
    assert "Week of November 3: 52 h (40 h planned)." in [text for _, text in said]
    late = OtherHours(FRIDAY, Hours(time(19), time(8, 30)))
    after = Schedule(add_change(plan(), late, NOW))
    warned = [e.text for e in effects(before, after, late) if e.severity is Severity.WARNING]
    assert warned == ["Take care: 10.5 h of rest, Friday, October 31, 2025 to Saturday."]
