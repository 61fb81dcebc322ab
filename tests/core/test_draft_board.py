"""The board of a rotation that begins within it, and what is said of when it is worked; dates by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from heartplanner.core.cells.draft_board import draft_board, span_text
from heartplanner.core.cells.rotation_draft import opened
from heartplanner.core.edits.edits import assign, continued
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import Plan

NOW = datetime(2025, 11, 1, tzinfo=UTC)
TODAY = date(2025, 11, 12)
NIGHTS_FROM = date(2026, 1, 7)
"""A Wednesday, in week 6 of a cycle that began on December 1."""


@pytest.fixture
def nights(example: Plan) -> Plan:
    """Day shifts, and nights from January 7, 2026 on."""
    later = continued(example, NIGHTS_FROM)._replace(shift_hours=Hours(time(19), time(7)))
    return assign(example, later, NOW)


def test_days_before_a_new_assignment_have_the_hours_of_the_old_one(nights: Plan) -> None:
    """They were drawn as nights, though each of them is a day shift."""
    later = nights.assignments[1]
    shown = draft_board(nights, opened(nights, later, TODAY), TODAY)
    assert shown.since == NIGHTS_FROM
    tones = {
        cell.date: [chip.tone for chip in cell.chips] for row in shown.rows for cell in row.cells
    }
    assert min(tones) == date(2026, 1, 5)
    assert tones[date(2026, 1, 5)] == tones[date(2026, 1, 6)] == []
    assert tones[date(2026, 1, 8)] == ["admin"]
    assert tones[date(2026, 1, 9)] == tones[date(2026, 1, 10)] == ["own"]
    first = draft_board(nights, opened(nights, nights.assignments[0], TODAY), TODAY)
    assert {chip.tone for row in first.rows for cell in row.cells for chip in cell.chips} == {
        "day",
        "admin",
    }


def test_the_days_before_it_in_its_first_week_have_the_hours_that_are_worked_then(
    example: Plan,
) -> None:
    """Saturday, January 10: the Friday before it is a day shift, and it is the first night."""
    later = continued(example, date(2026, 1, 10))._replace(shift_hours=Hours(time(19), time(7)))
    plan = assign(example, later, NOW)
    row = draft_board(plan, opened(plan, plan.assignments[1], TODAY), TODAY).rows[5]
    assert [chip.tone for cell in row.cells for chip in cell.chips] == [
        "admin",
        "day",
        "own",
        "own",
    ]


def test_a_date_is_found_on_the_board_or_where_the_rotation_has_it(nights: Plan) -> None:
    shown = draft_board(nights, opened(nights, nights.assignments[1], TODAY), TODAY)
    # Week 6 is the first that is worked: weeks 1 to 5 are shown where they come after it.
    assert [shown.date_of(0), shown.date_of(41)] == [date(2026, 1, 12), date(2026, 1, 11)]
    assert shown.index_of(date(2026, 1, 5)) == 35
    assert shown.index_of(date(2026, 1, 21)) == 9
    assert shown.index_of(date(2025, 11, 12)) is None  # before it begins, and not on show
    assert shown.index_of(date(2026, 1, 13)) == 1  # the Tuesday of week 1
    assert shown.index_of(date(2026, 2, 24)) == 1  # and that of the next one


@pytest.mark.parametrize(
    ("today", "first", "second"),
    [
        (
            TODAY,
            "Current since Monday, July 28, 2025, until another follows on Wednesday, January 7, 2026.",
            "Starts Wednesday, January 7, 2026.",
        ),
        (
            NIGHTS_FROM,
            "From Monday, July 28, 2025 to Tuesday, January 6, 2026.",
            "Current since Wednesday, January 7, 2026.",
        ),
        (
            date(2025, 7, 1),
            "Starts Monday, July 28, 2025, until another follows on Wednesday, January 7, 2026.",
            "Starts Wednesday, January 7, 2026.",
        ),
    ],
)
def test_only_what_is_worked_today_is_called_current(
    nights: Plan, today: date, first: str, second: str
) -> None:
    assert [span_text(nights, one, today) for one in nights.assignments] == [first, second]
