"""The legend of a sheet with nights: what S stands for, and what +1 means."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from heartplanner.core.edits.edits import add_change, assign, new_plan, with_assigned_hours
from heartplanner.core.plan.change import OtherHours
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import EXAMPLE_ROTATION, Assignment, Plan
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.sheets.kinds import SheetKind, SheetRef, sheet_of
from heartplanner.core.sheets.month import PaperDay, SheetOptions, month_sheet
from heartplanner.core.sheets.paper_block import paper_block
from heartplanner.pages.layout.legend import entries
from heartplanner.pages.layout.month_page import month_page
from heartplanner.pages.page import Setting, TextItem
from heartplanner.pages.render import page_of
from tests.block_kinds import FREE_DAY, with_block

NOW = datetime(2025, 7, 1, tzinfo=UTC)
NIGHT = Hours(time(19), time(7))


def plan() -> Plan:
    first = Assignment(date(2025, 7, 28), EXAMPLE_ROTATION, confirmed=True, shift_hours=NIGHT)
    return new_plan("night", first, NOW)


def shown(over: Plan, month: int) -> list[PaperDay]:
    sheet = month_sheet(Schedule(over), Month(2025, month), {}, SheetOptions(date(2025, 8, 1)))
    return [day for row in sheet.rows for day in row.days]


def test_s_is_named_with_its_hours_and_the_next_day_in_words() -> None:
    lines = [
        (line.mark, line.text) for line in entries(shown(plan(), 9), numbered=False, next_day=True)
    ]
    assert lines[:3] == [
        ("S", "Shift, 7 pm-7 am the next day"),
        ("A", "Admin"),
        ("+1", "Ends the next day"),
    ]


@pytest.mark.usefixtures("qapp")
def test_a_sign_is_named_only_where_it_stands() -> None:
    """There is room for "7p-7a next day", and not for "7p-8:30a next day"."""

    def words(over: Plan) -> list[str]:
        sheet = month_sheet(Schedule(over), Month(2025, 9), {}, SheetOptions(date(2025, 8, 1)))
        return [
            item.text for item in month_page(sheet, Setting()).items if isinstance(item, TextItem)
        ]

    assert "7p-7a next day" in words(plan())
    assert "Ends the next day" not in words(plan())
    late = OtherHours(date(2025, 9, 10), Hours(time(19), time(8, 30)))
    longer = words(add_change(plan(), late, NOW))
    assert "7p-8:30a +1" in longer
    assert "Ends the next day" in longer


def test_a_month_with_two_sorts_of_hours_names_both() -> None:
    later = with_assigned_hours(
        plan().assignments[0]._replace(start=date(2025, 9, 15), cycle_week=2),
        Hours(time(8), time(20)),
    )
    lines = entries(shown(assign(plan(), later, NOW), 9), numbered=False)
    assert [line.text for line in lines if line.mark == "S"] == [
        "Shift, 7 pm-7 am the next day",
        "Shift, 8 am-8 pm",
    ]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", Kind)
def test_each_kind_of_block_is_laid_out_and_named(kind: Kind) -> None:
    schedule, block = with_block(kind)
    printed = paper_block(block)
    for sheet in (SheetKind.MONTH, SheetKind.YEAR):
        content = sheet_of(schedule, SheetRef(sheet, FREE_DAY), {}, SheetOptions(FREE_DAY))
        words = [
            item.text for item in page_of(content, Setting()).items if isinstance(item, TextItem)
        ]
        assert {printed.letter, printed.meaning} <= {*words}, sheet


def test_a_letter_that_no_rotation_has_stands_after_those_that_it_has() -> None:
    """A kind of block that is new is named like any other."""
    (day,) = [day for day in shown(plan(), 9) if day.cell.date == date(2025, 9, 9)]
    (block,) = day.blocks
    blocks = tuple(block._replace(letter=letter) for letter in "XBSTAED")
    lines = entries([day._replace(blocks=blocks)], numbered=False)
    assert [line.mark for line in lines] == list("DESABTX")
