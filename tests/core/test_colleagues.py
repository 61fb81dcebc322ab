"""The list of colleagues: added to, taken from, and told in what differs between two plans."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from heartplanner.core.calendar.events import events
from heartplanner.core.calendar.export_options import FAMILY_OPTIONS, ExportOptions
from heartplanner.core.edits.colleagues import (
    MOST_CARDS,
    MOST_COLLEAGUES,
    add_colleague,
    colleague_of,
    remove_colleague,
    schedule_of,
)
from heartplanner.core.explain.plan_diff import plan_differences
from heartplanner.core.plan.model import EXAMPLE_ROTATION, Assignment, Plan, PlanError, Rotation
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.sheets.kinds import PrintStyle, SheetKind, SheetRef, sheet_of, sheet_options
from heartplanner.pages.page import Paper

AT = datetime(2030, 1, 1, tzinfo=UTC)
OWN = Assignment(date(2025, 7, 28), confirmed=True)
WINTER = Assignment(date(2026, 1, 5), Rotation("SSSA---" * 6), confirmed=True)


def names(plan: Plan) -> list[str]:
    return [colleague.name for colleague in plan.colleagues]


def test_colleagues_stand_in_the_order_of_their_names(example: Plan) -> None:
    plan = example
    for name in ("sam", "Ann", "Lee"):
        plan = add_colleague(plan, name, OWN, AT)
    assert names(plan) == ["Ann", "Lee", "sam"]
    assert names(remove_colleague(plan, "ANN", AT)) == ["Lee", "sam"]
    assert plan._replace(colleagues=()) == example


def test_a_later_card_goes_on_from_an_earlier_one(example: Plan) -> None:
    plan = add_colleague(example, "Lee", OWN, AT)
    plan = add_colleague(plan, " lee ", WINTER, AT)
    (lee,) = plan.colleagues
    assert (lee.name, lee.assignments) == ("lee", (OWN, WINTER))
    before, after = schedule_of(lee).days(date(2026, 1, 4), date(2026, 1, 5))
    assert before.at
    assert before.at.assignment.rotation == EXAMPLE_ROTATION
    assert after.at
    assert after.at.assignment.rotation == WINTER.rotation
    # One of an earlier date takes the place of all from there on.
    again = OWN._replace(cycle_week=2)
    assert add_colleague(plan, "Lee", again, AT).colleagues[0].assignments == (again,)


def test_names_are_found_in_any_case_and_in_a_phones_marks(example: Plan) -> None:
    plan = add_colleague(example, "Anne\u2014Marie  O\u2019Brien", OWN, AT)
    assert names(plan) == ["Anne-Marie O'Brien"]
    assert colleague_of(plan, "anne-marie o\u2019brien").name == "Anne-Marie O'Brien"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "has a name"),
        ("  \u200b ", "has a name"),
        ("x" * 41, "at most 40 characters"),
        ("Lee\u202eeeL", "one line"),
        ("Lee\x07", "one line"),
    ],
)
def test_what_cannot_be_a_name_is_refused(example: Plan, name: str, why: str) -> None:
    with pytest.raises(PlanError, match=why):
        add_colleague(example, name, OWN, AT)


def test_an_unknown_name_is_refused_with_those_that_are_known(example: Plan) -> None:
    with pytest.raises(PlanError, match="you have no cards yet"):
        colleague_of(example, "Lee")
    plan = add_colleague(add_colleague(example, "Lee", OWN, AT), "Sam", OWN, AT)
    with pytest.raises(PlanError, match="no card of 'Kim': you have Lee and Sam"):
        remove_colleague(plan, "Kim", AT)


def test_there_are_no_more_than_a_file_holds(example: Plan) -> None:
    plan = example
    for number in range(MOST_COLLEAGUES):
        plan = add_colleague(plan, f"P{number}", OWN, AT)
    with pytest.raises(PlanError, match=f"at most {MOST_COLLEAGUES} colleagues"):
        add_colleague(plan, "one more", OWN, AT)
    for number in range(1, MOST_CARDS):
        plan = add_colleague(plan, "P1", OWN._replace(start=OWN.start + timedelta(number)), AT)
    with pytest.raises(PlanError, match=f"at most {MOST_CARDS} cards"):
        add_colleague(plan, "P1", WINTER, AT)


def test_what_differs_names_the_card(example: Plan) -> None:
    plan = add_colleague(example, "Lee", OWN, AT)
    assert plan_differences(example, plan) == ["Added: rotation card of Lee from July 28, 2025."]
    assert plan_differences(plan, example) == ["Removed: rotation card of Lee from July 28, 2025."]


def test_colleagues_are_in_no_calendar_and_on_no_sheet(example: Plan) -> None:
    known = add_colleague(example, "Lee", OWN, AT)
    first, last = date(2025, 8, 1), date(2025, 9, 30)
    for options in (ExportOptions(), FAMILY_OPTIONS):
        assert events(Schedule(known), first, last, options) == events(
            Schedule(example), first, last, options
        )
    asked = sheet_options(PrintStyle(Paper.LETTER, light=False), first)
    for kind in SheetKind:
        ref = SheetRef(kind, date(2025, 9, 1))
        assert sheet_of(Schedule(known), ref, {}, asked) == sheet_of(
            Schedule(example), ref, {}, asked
        )
