"""The sheets that were printed: which sheets a change makes old, and only those."""

from __future__ import annotations

from datetime import UTC, date, datetime

from examples import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import edited, plans, spots

from heartplanner.core.edits import edits
from heartplanner.core.plan.change import Absence, AbsenceKind, Note
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import Assignment, Plan
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.sheets.kinds import (
    DEFAULT_STYLE,
    SheetKind,
    SheetRef,
    card_refs,
    sheet_of,
    sheet_options,
)
from heartplanner.core.sheets.month import MonthSheet, SheetOptions
from heartplanner.core.sheets.printed import PrintedSheet, printed_sheet, sheet_status, with_printed
from heartplanner.core.words.display_format import Language

NOW = datetime(2025, 8, 1, tzinfo=UTC)
TODAY = date(2025, 8, 1)
AUGUST, SEPTEMBER, OCTOBER = (
    SheetRef(SheetKind.MONTH, date(2025, month, 1)) for month in (8, 9, 10)
)
YEAR = SheetRef(SheetKind.YEAR, date(2025, 1, 1))
CARD = SheetRef(SheetKind.CYCLE, date(2025, 7, 28))
FAMILY = SheetRef(SheetKind.FAMILY, date(2025, 8, 1), Language.SPANISH)


def printed(plan: Plan, *refs: SheetRef) -> tuple[PrintedSheet, ...]:
    return tuple(printed_sheet(Schedule(plan), ref, TODAY) for ref in refs)


def leave(plan: Plan, day: date) -> Plan:
    return edits.add_change(plan, Absence(AbsenceKind.LEAVE, day, day), NOW)


def test_a_change_makes_its_month_old_and_no_other(example: Plan) -> None:
    before = printed(example, AUGUST, SEPTEMBER)
    assert sheet_status(Schedule(example), before, TODAY).text == ""
    after = sheet_status(Schedule(leave(example, date(2025, 8, 15))), before, TODAY)
    assert after.text == (
        "Reprint August 2025. Your printed September 2025 is still right, except its small months."
    )
    assert (after.old, after.right, after.beside) == ((AUGUST,), (SEPTEMBER,), (SEPTEMBER,))


def test_a_note_is_not_in_the_small_months(example: Plan) -> None:
    before = printed(example, AUGUST, SEPTEMBER)
    note = edits.add_change(example, Note(date(2025, 8, 20), "Call Lee"), NOW)
    said = "Reprint August 2025. Your printed September 2025 is still right."
    assert sheet_status(Schedule(note), before, TODAY).text == said


def test_a_day_that_stands_on_two_sheets_makes_both_old(example: Plan) -> None:
    before = printed(example, AUGUST, SEPTEMBER, OCTOBER)
    after = sheet_status(Schedule(leave(example, date(2025, 9, 30))), before, TODAY)
    assert after.old == (SEPTEMBER, OCTOBER)
    assert after.right == (AUGUST,)


def test_what_each_sort_of_sheet_takes_notice_of(example: Plan) -> None:
    before = printed(example, AUGUST, YEAR, CARD, FAMILY)
    note = edits.add_change(example, Note(date(2025, 8, 20), "Call Lee"), NOW)
    assert sheet_status(Schedule(note), before, TODAY).old == (AUGUST,)
    free = leave(example, date(2025, 8, 15))
    assert sheet_status(Schedule(free), before, TODAY).old == (YEAR, FAMILY, AUGUST)
    other = edits.assign(example, Assignment(date(2025, 12, 1), band=Band.EVENING), NOW)
    assert sheet_status(Schedule(other), before, TODAY).old == (YEAR, CARD)
    sooner = edits.assign(example, Assignment(TODAY, cycle_week=1, band=Band.EVENING), NOW)
    assert AUGUST in sheet_status(Schedule(sooner), before, TODAY).old
    rotation = example._replace(assignments=(example.assignments[0]._replace(band=Band.EVENING),))
    assert CARD in sheet_status(Schedule(rotation), before, TODAY).old


def test_holidays_and_milestones_of_ones_own_stand_on_months(example: Plan) -> None:
    before = printed(example, AUGUST, SEPTEMBER)
    feast = edits.add_holiday(example, date(2025, 8, 9), "Feast", NOW)
    duty = edits.add_milestone(example, date(2025, 9, 9), "Uniform", NOW)
    assert sheet_status(Schedule(feast), before, TODAY).old == (AUGUST,)
    assert sheet_status(Schedule(duty), before, TODAY).old == (SEPTEMBER,)


def test_the_next_break_stands_on_a_month_too(example: Plan) -> None:
    march = SheetRef(SheetKind.MONTH, date(2026, 3, 1))
    before = printed(example, march)
    later = edits.assign(example, Assignment(date(2026, 5, 4), cycle_week=1), NOW)
    april = edits.assign(example, Assignment(date(2026, 4, 2), cycle_week=4), NOW)
    assert sheet_status(Schedule(later), before, TODAY).old == ()
    assert sheet_status(Schedule(april), before, TODAY).old == (march,)


def test_a_card_is_right_for_as_long_as_what_it_says(example: Plan) -> None:
    """It stays right in later cycles, and when the assignment that it tells of has begun."""
    later = edits.assign(
        example, Assignment(date(2025, 9, 20), cycle_week=2, band=Band.EVENING), NOW
    )
    before = printed(later, CARD)
    for day in (TODAY, date(2025, 9, 21), date(2025, 12, 24), date(2026, 6, 1)):
        assert sheet_status(Schedule(later), before, day).right == (CARD,)
    assert sheet_status(Schedule(example), before, TODAY).old == (CARD,)


def test_both_languages_of_a_familys_month_hang_side_by_side(example: Plan) -> None:
    english = FAMILY._replace(language=Language.ENGLISH)
    both = with_printed(printed(example, english), printed(example, FAMILY))
    text = sheet_status(Schedule(leave(example, date(2025, 8, 15))), both, TODAY).text
    assert text == "Reprint August 2025 for the family and August 2025 for the family in Spanish."


def test_months_that_are_over_are_let_be(example: Plan) -> None:
    before = printed(example, AUGUST, SEPTEMBER)
    after = sheet_status(Schedule(leave(example, date(2025, 8, 15))), before, date(2025, 9, 1))
    assert after.old == ()
    assert after.right == (SEPTEMBER,)


def test_a_change_taken_back_makes_the_wall_right_again(example: Plan) -> None:
    before = printed(example, AUGUST)
    changed = leave(example, date(2025, 8, 15))
    assert sheet_status(Schedule(edits.remove_change(changed, 1, NOW)), before, TODAY).text == ""


def test_a_reprint_takes_the_place_of_the_earlier_sheet(example: Plan) -> None:
    changed = leave(example, date(2025, 8, 15))
    later = SheetRef(SheetKind.CYCLE, date(2025, 9, 8))
    again = printed_sheet(Schedule(changed), later, date(2025, 9, 9))
    found = with_printed(
        printed(example, AUGUST, SEPTEMBER, CARD), (*printed(changed, AUGUST), again)
    )
    assert [each.ref for each in found] == [SEPTEMBER, AUGUST, later]
    assert sheet_status(Schedule(changed), found, TODAY).text == ""


def test_the_card_of_a_later_rotation_hangs_beside_the_present_one(example: Plan) -> None:
    later = Assignment(date(2025, 12, 17), cycle_week=2, band=Band.EVENING)
    plan = edits.assign(example, later, NOW)
    cards = card_refs(plan, TODAY)
    ahead = SheetRef(SheetKind.CYCLE, date(2025, 12, 17))
    assert cards == {date(2025, 7, 28): CARD, date(2025, 12, 17): ahead}
    both = with_printed(printed(plan, CARD), printed(plan, ahead))
    assert [each.ref for each in both] == [CARD, ahead]
    assert sheet_status(Schedule(plan), both, date(2025, 12, 24)).right == (CARD, ahead)
    gone = sheet_status(Schedule(example), both, TODAY)
    assert gone.text == "Reprint the six-week card."


def test_the_card_that_is_still_right_is_named_in_a_sentence(example: Plan) -> None:
    before = printed(example, AUGUST, CARD)
    after = sheet_status(Schedule(leave(example, date(2025, 8, 15))), before, TODAY)
    assert after.text == "Reprint August 2025. Your printed six-week card is still right."


def test_many_that_are_right_are_counted(example: Plan) -> None:
    before = printed(
        example, *(SheetRef(SheetKind.MONTH, date(2025, month, 1)) for month in range(8, 13))
    )
    after = sheet_status(Schedule(leave(example, date(2025, 8, 15))), before, TODAY)
    assert after.text == (
        "Reprint August 2025. Your other 4 printed sheets are still right,"
        " except their small months."
    )


def test_all_that_is_old_is_said_alone(example: Plan) -> None:
    before = printed(example, AUGUST)
    assert (
        sheet_status(Schedule(leave(example, date(2025, 8, 15))), before, TODAY).text
        == "Reprint August 2025."
    )


@given(st.data())
@settings(max_examples=tries(20, 40))
def test_a_sheet_is_old_exactly_when_it_would_say_something_else(data: st.DataObject) -> None:
    plan = data.draw(plans(most=4))
    changed = data.draw(edited(plan, data.draw(spots(plan))))
    months = [Month.of(plan.start).plus(n) for n in range(3)]
    refs = [
        SheetRef(sort, month.first)
        for month in months
        for sort in (SheetKind.MONTH, SheetKind.FAMILY)
    ]
    before = printed(plan, *refs)
    old = sheet_status(Schedule(changed), before, plan.start).old
    for ref in refs:
        one, two = (_said(each, ref) for each in (plan, changed))
        assert (ref in old) == (one != two), ref


def _said(plan: Plan, ref: SheetRef) -> object:
    """What the sheet has of the plan: not its version, nor the months around."""
    sheet = sheet_of(Schedule(plan), ref, {}, SheetOptions(plan.start))
    if ref.kind is SheetKind.FAMILY:
        return sheet._replace(footer="")
    return sheet._replace(footer="", neighbors=())


def test_public_holidays_on_a_sheet_do_not_make_it_old(example: Plan) -> None:
    schedule, public = Schedule(example), {date(2025, 9, 1): "Labor Day"}
    shown = sheet_of(schedule, SEPTEMBER, public, sheet_options(DEFAULT_STYLE, TODAY))
    assert isinstance(shown, MonthSheet)
    assert "Labor Day" in shown.rows[0].days[0].cell.name
    drawn = printed_sheet(schedule, SEPTEMBER, TODAY, DEFAULT_STYLE, shown)
    assert drawn == printed_sheet(schedule, SEPTEMBER, TODAY)
    assert sheet_status(schedule, [drawn], TODAY).old == ()
