"""A new rotation that is being written: its week 1 is that of its first day, and its days go on."""

from __future__ import annotations

from datetime import UTC, date, datetime

from heartplanner.core.cells.draft_board import draft_board
from heartplanner.core.cells.rotation_draft import begun, continuing, differs
from heartplanner.core.edits.edits import assign, confirm, new_plan
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import Assignment, Plan, Rotation
from heartplanner.core.schedule.schedule import Schedule

JUNE, FEBRUARY, LATER = date(2026, 6, 1), date(2027, 2, 15), date(2027, 3, 1)
TODAY = date(2026, 11, 28)
NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
SHEET = Rotation.parse("SSSA--- ---ASSS -SSAS-- -SSAS-- ---ASSS -SSAS--")


def own() -> Plan:
    return confirm(new_plan("p", Assignment(JUNE, band=Band.EVENING), NOW), NOW)


def test_the_first_row_of_a_new_rotation_is_the_week_of_its_first_day() -> None:
    # A newcomer met "Week 1 Mar 22" above "Week 2 Feb 15", and typed the sheet's first week into row two.
    plan = own()
    draft = begun(plan, FEBRUARY, TODAY)
    titles = [row.title for row in draft_board(plan, draft, TODAY).rows]
    assert titles[:2] == ["Week 1\nFeb 15", "Week 2\nFeb 22"]
    # February 15 is in week 2 of the cycle from June 1: the rows are turned by one, the days stay.
    assert draft.rotation.text == "-SSAS-- ---ASSS -SSAS-- SSSA--- ---ASSS -SSAS--"
    assert not differs(plan, draft)
    after = assign(plan, draft._replace(rotation=SHEET).assignment, NOW)
    letters = "".join(
        day.at.letter if day.at else "?"
        for day in Schedule(after).days(FEBRUARY, date(2027, 3, 28))
    )
    assert letters == "".join(SHEET.weeks)


def test_as_long_as_no_day_is_entered_another_first_day_turns_the_rows() -> None:
    plan = own()
    draft = begun(plan, FEBRUARY, TODAY)._replace(band=Band.DAY)
    moved = continuing(plan, draft, draft._replace(start=LATER), TODAY)
    assert moved.band is Band.DAY
    assert moved.rotation.text == "-SSAS-- SSSA--- ---ASSS -SSAS-- -SSAS-- ---ASSS"
    assert not differs(plan, moved._replace(band=Band.EVENING))
    written = draft._replace(rotation=SHEET)
    assert continuing(plan, written, written._replace(start=LATER), TODAY).rotation == SHEET


def test_days_that_are_not_confirmed_keep_their_dates() -> None:
    unsure = own().assignments[0]._replace(guesses=(8, 42))
    plan = assign(own(), unsure, NOW)
    draft = begun(plan, FEBRUARY, TODAY)
    # Monday of week 2 and Sunday of week 6: February 15 itself, and March 21.
    assert draft.assignment.guesses == (1, 35)
    assert not differs(plan, draft)
