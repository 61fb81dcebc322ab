"""What is done to a rotation's cells, and what is said beside them; expected days by hand."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartplanner.core.cells.rotation_board import board, moved, put, stepped
from heartplanner.core.cells.rotation_draft import Draft, differs, in_force, opened, shown_day
from heartplanner.core.cells.rule_lines import rule_lines
from heartplanner.core.edits.edits import assign
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import EXAMPLE_ROTATION, Assignment, Plan, Rotation

TODAY = date(2025, 9, 11)
SHIFTED = Rotation.parse("SSSA--- ---ASSS -SSAS-- -SSAS-- ---ASSS -SSAS--")
letters = st.text("SADE-", min_size=42, max_size=42).map(Rotation)
places = st.integers(0, 41)


def draft_of(plan: Plan, today: date = TODAY) -> Draft:
    return opened(plan, in_force(plan, today), today)


def test_a_letter_is_put_on_one_day() -> None:
    assert put(EXAMPLE_ROTATION, 9, "E").text == ("-SSAS-- -SEAS-- ---ASSS -SSAS-- SSSA--- ---ASSS")


def test_a_click_goes_round_shift_admin_free() -> None:
    assert [stepped(letter) for letter in "SA-DE"] == ["A", "-", "S", "A", "A"]


def test_a_day_moved_is_exchanged_with_the_other() -> None:
    assert moved(EXAMPLE_ROTATION, 3, 40).text == (
        "-SSSS-- -SSAS-- ---ASSS -SSAS-- SSSA--- ---ASAS"
    )


@given(letters, places, places)
def test_a_move_keeps_the_letters_and_undoes_itself(rotation: Rotation, one: int, two: int) -> None:
    there = moved(rotation, one, two)
    assert sorted(there.letters) == sorted(rotation.letters)
    assert moved(there, one, two) == rotation


@pytest.mark.parametrize(
    ("today", "start", "week"),
    [
        (TODAY, date(2025, 9, 15), 2),
        (date(2025, 9, 15), date(2025, 9, 22), 3),
        (date(2025, 7, 1), date(2025, 7, 28), 1),
        (date(2025, 7, 27), date(2025, 7, 28), 1),
    ],
)
def test_the_date_offered_is_next_monday(
    example: Plan, today: date, start: date, week: int
) -> None:
    draft = draft_of(example, today)
    assert (draft.start, draft.assignment.cycle_week) == (start, week)
    assert not differs(example, draft)


def test_the_cycle_week_goes_with_the_date_unless_it_is_chosen(example: Plan) -> None:
    draft = draft_of(example)._replace(start=date(2025, 10, 15))
    assert draft.assignment.cycle_week == 6
    assert not differs(example, draft)
    assert draft._replace(cycle_week=1).assignment.cycle_week == 1
    assert differs(example, draft._replace(cycle_week=1))


@pytest.mark.parametrize(
    "other", [{"rotation": SHIFTED}, {"band": Band.EVENING}, {"admin_start": time(13)}]
)
def test_any_other_field_differs(example: Plan, other: dict[str, object]) -> None:
    assert differs(example, draft_of(example)._replace(**other))


def test_where_another_rotation_follows_an_earlier_date_is_offered(example: Plan) -> None:
    monday = date(2025, 9, 15)
    plan = assign(example, Assignment(monday, SHIFTED), example.history[-1].at)
    assert opened(plan, plan.assignments[0], TODAY).start == date(2025, 9, 12)
    assert opened(plan, plan.assignments[1], TODAY).start == monday
    late = opened(plan, plan.assignments[0], date(2025, 12, 1))
    assert late.start == date(2025, 7, 28)


def test_the_board_is_dated_by_the_cycle_of_today(example: Plan) -> None:
    draft = draft_of(example)
    rows = board(draft.assignment, shown_day(example, draft, TODAY))
    assert [row.title for row in rows] == [
        "Week 1\nSep 8", "Week 2\nSep 15", "Week 3\nSep 22",
        "Week 4\nSep 29", "Week 5\nOct 6", "Week 6\nOct 13",
    ]  # fmt: skip
    assert " ".join("".join(row.letters) for row in rows) == EXAMPLE_ROTATION.text
    assert rows[0].cells[1].name == "Week 1, Tuesday, September 9: shift"
    assert rows[0].cells[3].name == "Week 1, Thursday, September 11: admin"
    assert rows[5].cells[0].name == "Week 6, Monday, October 13: day off, day 4 of 6 of the break"
    assert {row.total.name for row in rows} == {f"Week {n}: 40 h" for n in range(1, 7)}


def test_a_free_day_that_is_not_confirmed_has_a_question_mark() -> None:
    rows = board(Assignment(date(2025, 7, 28), guesses=(1, 2)), TODAY)
    assert [cell.caption for cell in rows[0].cells[:3]] == [("?",), ("S",), ("S",)]


def test_a_break_over_the_end_of_the_cycle_is_seen_at_both_ends() -> None:
    turned = Rotation.parse("---ASSS -SSAS-- -SSAS-- ---ASSS -SSAS-- SSSA---")
    rows = board(Assignment(date(2025, 7, 28), turned), date(2025, 7, 28))
    assert rows[0].cells[2].name.endswith("day 6 of 6 of the break")
    assert rows[5].cells[4].name.endswith("day 1 of 6 of the break")


def test_weeks_that_have_not_40_hours_say_by_how_much() -> None:
    seven = Rotation.parse("-SSAS-- -SSAS-- ---ASSS ASSAS-- SSSA--- ----SSS")
    rows = board(Assignment(date(2025, 7, 28), seven), date(2025, 7, 28))
    assert (rows[3].total.hours, rows[3].total.place) == ("44 h", "4 h over")
    assert rows[5].total.name == "Week 6: 36 h, 4 h under"


def rules_of(text: str) -> dict[str, str]:
    assignment = Assignment(date(2025, 7, 28), Rotation.parse(text))
    found = rule_lines(assignment, assignment.start)
    return {line.rule: line.text for line in found if not line.holds}


def test_the_example_keeps_every_rule() -> None:
    assert rules_of(EXAMPLE_ROTATION.text) == {}


def test_rules_that_do_not_hold_say_where() -> None:
    assert rules_of("SSSAS-- -SSAS-- ---ASSS -SSAS-- SSSA--- ---ASSS") == {
        "P2": "40 hours a week: differs. Week 1 has 52 h.",
        "P3": "Three shifts a week: differs. Week 1 has 4 shifts.",
    }
    assert rules_of("-SSAS-- -SSAS-- ---ASSS -SSAS-- SSSA--- -S-ASS-") == {
        "P6": "One weekend in three: differs. Only one day of week 6's weekend is worked.",
        "P7": "The six-to-seven-day break: differs. It has no run of six free days.",
    }


def test_many_faults_are_counted() -> None:
    text = rules_of("------- " * 6)["P3"]
    assert text.endswith(
        "Week 1 has 0 shifts; week 2 has 0 shifts; week 3 has 0 shifts; and 3 more."
    )
