"""What is said of the chosen days and of a month. Hours were counted by hand on the example."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from heartplanner.core.edits.edits import add_change, assign, confirm, new_plan
from heartplanner.core.edits.example import SAMPLE
from heartplanner.core.edits.first_answers import with_sample_days
from heartplanner.core.explain.day_text import (
    confirmed_text,
    describe,
    month_words,
    unsure,
    unsure_days,
)
from heartplanner.core.finder.search import follows_from_marks, use
from heartplanner.core.plan.change import Absence, AbsenceKind, Note, OtherHours, Swap
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import EXAMPLE_ROTATION, Assignment, Mark, Plan, Search
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.schedule import Schedule

NOW = datetime(2025, 8, 15, 13, tzinfo=ZONE)
START = date(2025, 7, 28)
LEAVE = Absence(AbsenceKind.LEAVE, date(2025, 10, 6), date(2025, 10, 9))


@pytest.mark.parametrize(
    ("month", "sums", "run"),
    [
        # Shifts on the 1st, 5th, 6th and 8th and two admin blocks are over; the 15th is under way.
        (
            Month(2025, 8),
            "13 shifts, 56 h worked so far, 116 h to come, 1 working weekend",
            "Break: August 29 - September 3, 2025",
        ),
        (Month(2025, 7), "2 shifts, 28 h worked, no working weekend", "Next break: "),
        (Month(2025, 10), "", "Break: October 10-15, 2025"),
        (Month(2025, 12), "", "Next break: January 2-7, 2026"),
    ],
)
def test_a_month_says_what_its_hours_count_and_its_own_break(
    example: Plan, month: Month, sums: str, run: str
) -> None:
    said = month_words(Schedule(example), month, NOW)
    assert said[0].startswith(sums)
    assert said[1].startswith(run)


def test_a_month_with_leave_says_how_much(example: Plan) -> None:
    """October 2025 has 14 shifts and 5 admin blocks, of which October 6 to 9 takes 3 and 1."""
    plan = add_change(example, LEAVE, NOW.astimezone(UTC))
    assert month_words(Schedule(plan), Month(2025, 10), NOW)[0] == (
        "11 shifts, 148 h to come, 40 h leave, 1 working weekend"
    )


def test_a_month_counts_the_shifts_that_are_not_confirmed() -> None:
    guessed = Assignment(START, confirmed=True, guesses=(2, 4))  # Tuesday and Thursday of week 1
    plan = new_plan("p", guessed, NOW.astimezone(UTC))
    sums, _ = month_words(Schedule(plan), Month(2025, 9), NOW)
    assert sums.startswith("13 shifts, not all confirmed, 172 h to come, 2 working weekends")


def test_warnings_come_first_and_rest_is_told_in_days(example: Plan) -> None:
    swap = Swap(None, date(2025, 8, 31), Band.EVENING)
    plan = add_change(example, swap, NOW.astimezone(UTC))
    words = describe(Schedule(plan), date(2025, 8, 31), date(2025, 8, 31))
    assert words.care == "3 full days off after it.\nWeek of August 25: 52 h (40 h planned)."
    early = add_change(plan, Swap(None, date(2025, 9, 1), Band.DAY), NOW.astimezone(UTC))
    words = describe(Schedule(early), date(2025, 8, 31), date(2025, 8, 31))
    assert words.warnings == ("Take care: 9 h of rest, Sunday, August 31, 2025 to Monday.",)
    assert words.care.splitlines() == [
        "9 h of rest after it.",
        "Week of August 25: 52 h (40 h planned).",
    ]


def several(plan: Plan, first: date, last: date) -> str:
    return describe(Schedule(plan), first, last).what


def test_several_days_say_what_they_are(example: Plan) -> None:
    plan = add_change(example, LEAVE, NOW.astimezone(UTC))  # October 6-9
    assert several(plan, date(2025, 10, 7), date(2025, 10, 9)) == "3 days: leave"
    assert several(example, date(2025, 9, 13), date(2025, 9, 15)) == "3 days: days off"
    mixed = add_change(
        example,
        Absence(AbsenceKind.SICK, date(2025, 9, 16), date(2025, 9, 16)),
        NOW.astimezone(UTC),
    )
    assert several(mixed, date(2025, 9, 16), date(2025, 9, 17)) == "2 days: 1 shift, 12 h; sick"
    given = add_change(example, Swap(date(2025, 9, 9), None, None, "Lee"), NOW.astimezone(UTC))
    assert several(given, date(2025, 9, 8), date(2025, 9, 9)) == "2 days: days off and given to Lee"
    assert describe(Schedule(plan), date(2025, 10, 7), date(2025, 10, 9)).changed
    assert not describe(Schedule(example), date(2025, 10, 7), date(2025, 10, 9)).changed


def test_a_late_end_says_on_which_day_it_is(example: Plan) -> None:
    late = OtherHours(date(2025, 9, 12), Hours(time(9), time(1, 30)))
    plan = add_change(example, late, NOW.astimezone(UTC))
    care = describe(Schedule(plan), date(2025, 9, 12), date(2025, 9, 12)).care
    assert care.splitlines()[0] == "It ends on Sat, Sep 13, at 1:30 am."


def test_a_week_of_leave_says_so_beside_its_days(example: Plan) -> None:
    plan = add_change(example, LEAVE, NOW.astimezone(UTC))
    words = describe(Schedule(plan), date(2025, 10, 7), date(2025, 10, 7))
    assert words.care == "Week of October 6: 40 h (40 h leave)."


def test_what_is_not_confirmed_is_said_in_two_lines_of_the_panel() -> None:
    guesses = tuple(range(1, 18))
    plan = new_plan("p", Assignment(START, confirmed=True, guesses=guesses), NOW.astimezone(UTC))
    assert unsure(plan, START) == "17 of 42 days of your rotation are not confirmed yet."
    second = Assignment(date(2025, 9, 8), confirmed=True, guesses=guesses)
    two = assign(plan, second, NOW.astimezone(UTC))
    both = "17 days from Jul 28 and 17 from Sep 8 are not confirmed yet."
    assert unsure(two, START) == both
    assert unsure(two, date(2024, 12, 31)) == (
        "17 days from Jul 28, 2025 and 17 from Sep 8, 2025 are not confirmed yet."
    )
    assert unsure(two, date(2025, 9, 7)) == both
    over = "17 of 42 days from September 8, 2025 on are not confirmed yet."
    assert (
        unsure(two, date(2025, 9, 8)) == over
    )  # nobody looks after days of a rotation that is over
    assert confirmed_text(two) == (
        "Confirmed: all 42 days of your rotations from July 28, 2025 and September 8, 2025."
    )
    sure = assign(plan, second._replace(guesses=()), NOW.astimezone(UTC))
    assert unsure(sure, START) == "17 of 42 days from July 28, 2025 on are not confirmed yet."
    one = new_plan("p", Assignment(START, confirmed=True, guesses=(2,)), NOW.astimezone(UTC))
    assert unsure(one, START) == "1 of 42 days of your rotation is not confirmed yet."
    assert unsure(confirm(one, NOW.astimezone(UTC)), START) == ""


def test_the_days_that_confirming_makes_sure_of_are_named_with_what_they_are() -> None:
    plan = new_plan("p", Assignment(START, confirmed=True, guesses=(1, 2, 4)), NOW.astimezone(UTC))
    later = assign(plan, Assignment(date(2025, 8, 11), confirmed=True), NOW.astimezone(UTC))
    days = "Mon, Jul 28, free; Tue, Jul 29, shift; Thu, Jul 31, admin."
    assert [*unsure_days(later, START)] == [f"Your rotation from July 28, 2025: {days}"]
    assert [*unsure_days(later, date(2025, 8, 11))] == []
    # Once a day is past it is named by the date on which it comes again.
    again = (
        "Thu, Jul 31, admin; Mon, Sep 8, free; Tue, Sep 9, shift. The same days of your other cycles are"
        " confirmed with them, such as Mon, Jul 28 and Tue, Jul 29."
    )
    assert [*unsure_days(plan, date(2025, 7, 30))] == [f"Your rotation from July 28, 2025: {again}"]


def test_a_sample_before_ones_own_rotation_is_named_and_confirmed_with_it() -> None:
    sample = new_plan("p", Assignment(START), NOW.astimezone(UTC))
    june, today = date(2026, 6, 1), date(2026, 11, 28)
    own = Assignment(june, confirmed=True, guesses=(1, 2))
    plan = assign(sample, own, NOW.astimezone(UTC))
    before = (
        "Your calendar from July 28, 2025 to May 31, 2026: still the sample's days, which become"
        " yours."
    )
    # June 1 and 2 come again every six weeks, next on December 28 and 29.
    days = (
        "Your rotation from June 1, 2026: Mon, Dec 28, free; Tue, Dec 29, shift. The same days of your"
        " other cycles are confirmed with them, such as Mon, Nov 16 and Tue, Nov 17."
    )
    assert [*unsure_days(plan, today)] == [before, days]
    assert unsure(plan, today) == "2 of 42 days from June 1, 2026 on are not confirmed yet."
    assert (
        confirmed_text(plan)
        == "Confirmed: the rotations from July 28, 2025 and June 1, 2026 are yours."
    )
    sure = assign(sample, own._replace(guesses=()), NOW.astimezone(UTC))
    assert unsure(sure, today) == "Up to May 31, 2026 your calendar is still the sample's."
    assert unsure(sample, today) == SAMPLE


def test_a_day_that_nobody_entered_says_that_it_follows() -> None:
    letters = "-SSAS---SSAS-----ASSS-SSAS--SSSA------ASSS"
    days = [START + timedelta(days=n) for n in range(42)]
    search = Search(START, tuple(map(Mark, days[:35], letters[:35])))
    sample = new_plan("p", Assignment(START), NOW.astimezone(UTC))
    plan = use(sample, search, EXAMPLE_ROTATION, NOW.astimezone(UTC))
    follows = "It follows from the days that you entered"
    assert follows not in describe(Schedule(plan), days[34], days[34]).why
    sure = [day for day in days[35:] if follows_from_marks(plan, day)]
    assert date(2025, 9, 6) in sure  # the weekend that the rules leave
    assert follows in describe(Schedule(plan), date(2025, 9, 6), date(2025, 9, 6)).why
    # What one entered oneself follows from nothing: the sentence is about the rotation's own day.
    noted = add_change(plan, Note(date(2025, 9, 6), "dentist paper"), NOW.astimezone(UTC))
    said = describe(Schedule(noted), date(2025, 9, 6), date(2025, 9, 6)).why
    assert said.index(follows) < said.index("Note: dentist paper")
    assert said.endswith("Note: dentist paper")
    again = date(2025, 10, 18)  # six weeks later
    assert follows in describe(Schedule(plan), again, again).why
    # A day that is confirmed was said.
    mine = confirm(plan, NOW.astimezone(UTC))
    assert plan.assignments[0].guesses
    assert not follows_from_marks(mine, date(2025, 9, 6))


def test_the_day_on_which_a_new_rotation_begins_says_so(example: Plan) -> None:
    plan = assign(example, Assignment(date(2025, 10, 6)), example.history[-1].at)
    texts = [
        describe(Schedule(plan), day, day).why for day in (date(2025, 10, 6), date(2025, 10, 7))
    ]
    assert texts[0].startswith("Your new rotation begins on this day. Week ")
    assert "begins" not in texts[1]
    # The first one begins with the calendar: that is no news.
    assert "begins" not in describe(Schedule(plan), example.start, example.start).why


def test_where_no_day_is_confirmed_the_calendar_shows_them_and_not_a_list(example: Plan) -> None:
    unsure = with_sample_days(example, NOW)
    assert [*unsure_days(unsure, date(2025, 9, 11))] == [
        "Your rotation from July 28, 2025: all its 42 days, as the calendar shows them from"
        " Thu, Sep 11 to Wed, Oct 22."
    ]


def test_a_day_into_which_a_shift_reaches_is_no_full_day_off(example: Plan) -> None:
    # Friday, September 12 is worked, Saturday to Monday are free, Tuesday is worked.
    friday = date(2025, 9, 12)
    for end, said in ((time(0), "3 full days off"), (time(1, 30), "2 full days off")):
        plan = add_change(example, OtherHours(friday, Hours(time(12), end)), NOW.astimezone(UTC))
        assert f"{said} after it." in describe(Schedule(plan), friday, friday).care


def test_days_without_work_are_no_days_off_where_one_is_sick(example: Plan) -> None:
    # Wednesday, September 10 is a shift, Thursday admin, Friday a shift: sick on Thursday.
    wednesday, thursday = date(2025, 9, 10), date(2025, 9, 11)
    sick = Absence(AbsenceKind.SICK, thursday, thursday)
    plan = add_change(example, sick, NOW.astimezone(UTC))
    care = describe(Schedule(plan), wednesday, wednesday).care
    assert "1 full day without work after it." in care
    leave = Absence(AbsenceKind.LEAVE, thursday, thursday)
    other = add_change(example, leave, NOW.astimezone(UTC))
    assert "1 full day off after it." in describe(Schedule(other), wednesday, wednesday).care
