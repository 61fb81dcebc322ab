"""A sheet of hours: all of it on the paper, nothing over anything else, and only what may be handed in."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from itertools import takewhile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heartplanner.core.edits.edits import add_change
from heartplanner.core.edits.example import example_plan
from heartplanner.core.edits.pay import with_pay
from heartplanner.core.hours.book import hours_book
from heartplanner.core.hours.units import HoursSpan, Unit
from heartplanner.core.plan.change import Note
from heartplanner.core.plan.model import Plan
from heartplanner.core.plan.pay import PaySchedule
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.sheets.hours_sheet import HoursSheet, hours_sheet
from heartplanner.core.sheets.month import SheetOptions
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.pages.layout.hours_page import hours_page
from heartplanner.pages.page import SIZES, Box, Fill, Frame, Hatch, Page, Paper, Setting
from heartplanner.pages.render import left_out
from tests.examples import tries
from tests.strategies import plans
from tests.ui.paper_plans import TEN_MM, full_plan, meet

AT = datetime(2025, 7, 28, tzinfo=UTC)
TODAY = date(2025, 9, 11)
NOW = datetime(2025, 9, 11, 12, tzinfo=ZONE)
SEPTEMBER = HoursSpan(date(2025, 9, 1), date(2025, 9, 30))
RANGES = {
    "a day": (HoursSpan(TODAY, TODAY), None),
    "a pay period": (HoursSpan(date(2025, 9, 8), date(2025, 9, 21)), None),
    "a month": (SEPTEMBER, Unit.MONTH),
    "six weeks": (HoursSpan(date(2025, 9, 8), date(2025, 10, 19)), Unit.CYCLE),
    "a year": (SEPTEMBER, Unit.YEAR),
    "the next year": (HoursSpan(date(2026, 1, 1), date(2026, 1, 1)), Unit.YEAR),
    "four years": (HoursSpan(date(2025, 7, 28), date(2029, 7, 27)), None),
    "ten years": (HoursSpan(date(2025, 7, 28), date(2035, 7, 27)), None),
    "before the start": (HoursSpan(date(2025, 1, 1), date(2025, 3, 1)), None),
}


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    """Fonts can be measured."""


def sheet(
    plan: Plan, stretch: HoursSpan, unit: Unit | None = None, options: SheetOptions | None = None
) -> HoursSheet:
    schedule = Schedule(plan)
    book = hours_book(schedule, stretch, unit, {}, NOW)
    return hours_sheet(schedule, book, {}, options or SheetOptions(TODAY))


def faults(page: Page) -> list[str]:
    """What is not on the paper, or stands over other words."""
    paper = Box(0, 0, *SIZES[page.paper]).inset(TEN_MM)
    found = [f"{word.text} is off the paper" for word in page.words if not paper.holds(word.box)]
    drawn = [item.box for item in page.items if isinstance(item, Fill | Frame | Hatch)]
    found += [f"{box} is off the paper" for box in drawn if not paper.holds(box)]
    # A quarter of a line: boxes are as tall as the highest and lowest letters that there are.
    words = sorted(page.words, key=lambda word: word.box.y)
    for n, one in enumerate(words):
        for two in takewhile(lambda word: word.box.y < one.box.bottom, words[n + 1 :]):  # noqa: B023
            if meet(one.box, two.box, slack=min(one.box.height, two.box.height) / 4):
                found.append(f"{one.text} meets {two.text}")
    return found


@pytest.mark.parametrize("name", RANGES)
def test_everything_is_on_the_paper_and_nothing_on_anything_else(name: str) -> None:
    options = SheetOptions(TODAY, DisplayFormat(hours24=True), "Jo Rivera-Santiago")
    made = sheet(full_plan(), *RANGES[name], options)
    for paper in Paper:
        page = hours_page(made, Setting(paper))
        assert faults(page) == []
        assert left_out([page]) == []


@settings(max_examples=tries(10, 60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plans(), st.integers(0, 60), st.sampled_from(Unit))
def test_so_it_is_with_any_plan(plan: Plan, later: int, unit: Unit) -> None:
    day = date.fromordinal(plan.start.toordinal() + later)
    if unit is not Unit.PERIOD:
        page = hours_page(sheet(plan, HoursSpan(day, day), unit), Setting())
        assert faults(page) == []


def test_a_book_of_several_units_has_a_line_for_each_of_them() -> None:
    plan = with_pay(example_plan(), PaySchedule(date(2025, 9, 8), 14), AT)
    # Weeks of 40 h: a pay period has 80 h, and twelve of them touch July 28 to December 31.
    made = sheet(plan, HoursSpan(date(2025, 7, 28), date(2025, 12, 31)), Unit.PERIOD)
    assert made.title == "Hours, pay periods, July 28, 2025 - January 11, 2026"
    assert made.columns == ("So far", "To come", "Time off", "Overtime", "Rotation")
    assert len(made.rows) == 12
    assert [tuple(row) for row in made.rows[:4]] == [
        ("Jul 28 - Aug 10, 2025", "", ("80 h", "0 h", "0 h", "0 h", "80 h"), False),
        ("Aug 11-24, 2025", "", ("80 h", "0 h", "0 h", "0 h", "80 h"), False),
        ("Aug 25 - Sep 7, 2025", "", ("80 h", "0 h", "0 h", "0 h", "80 h"), False),
        ("Sep 8-21, 2025", "", ("24 h", "56 h", "0 h", "0 h", "80 h"), False),
    ]
    months = sheet(plan, HoursSpan(date(2025, 8, 1), date(2025, 10, 31)), Unit.MONTH)
    assert [row.title for row in months.rows] == ["August 2025", "September 2025", "October 2025"]
    cycles = sheet(plan, HoursSpan(date(2025, 7, 28), date(2025, 9, 8)), Unit.CYCLE)
    assert [row.title for row in cycles.rows] == ["Jul 28 - Sep 7, 2025", "Sep 8 - Oct 19, 2025"]


def test_a_line_a_day_with_the_sum_of_each_work_week() -> None:
    made = sheet(example_plan(), HoursSpan(date(2025, 9, 8), date(2025, 9, 21)))
    assert made.title == "Hours, September 8-21, 2025"
    assert made.notes == ("So far: what ended by noon on Thursday, September 11, 2025",)
    assert [tuple(row) for row in made.rows[:8]] == [
        ("Mon Sep  8", "Day off", ("", "", ""), False),
        ("Tue Sep  9", "Day shift 9-9", ("12 h", "", ""), False),
        ("Wed Sep 10", "Day shift 9-9", ("12 h", "", ""), False),
        ("Thu Sep 11", "Admin 9 am-1 pm", ("", "4 h", ""), False),
        ("Fri Sep 12", "Day shift 9-9", ("", "12 h", ""), False),
        ("Sat Sep 13", "Day off", ("", "", ""), False),
        ("Sun Sep 14", "Day off", ("", "", ""), False),
        ("Sep 8-14", "", ("24 h", "16 h", ""), True),
    ]
    assert len(made.rows) == 14 + 2
    assert made.bars == ()


@pytest.mark.parametrize(
    ("name", "first", "lines", "bars"),
    [
        ("six weeks", "Mon Sep  8", 42 + 6, 6),
        ("a year", "Jul 28 - Aug 3, 2025", 23, 23),
        ("the next year", "Jan 1-4, 2026", 53, 53),
        ("four years", "July 2025", 49, 0),
        ("ten years", "2025", 11, 0),
    ],
)
def test_longer_ranges_have_a_line_a_week_a_month_or_a_year(
    name: str, first: str, lines: int, bars: int
) -> None:
    made = sheet(example_plan(), *RANGES[name])
    assert (made.rows[0].title, len(made.rows), len(made.bars)) == (first, lines, bars)


def test_the_lines_add_up_to_the_figures() -> None:
    """In every kind of table: the first column of its lines is what was worked so far."""
    for stretch, unit in (RANGES["a month"], RANGES["a year"], RANGES["four years"]):
        made = sheet(full_plan(), stretch, unit)
        shown = [row for row in made.rows if not row.strong]
        for column in (0, 1):
            minutes = sum(_minutes(row.amounts[column]) for row in shown)
            (worked,) = [line for line in made.figures if line.title == "Worked"]
            assert minutes == _minutes(worked.amounts[column])


def _minutes(text: str) -> int:
    found = re.fullmatch(r"(?:(\d+)(?:\.(\d))? h(?: (\d+) min)?)?", text)
    assert found is not None
    whole, tenth, minutes = (int(part or 0) for part in found.groups())
    return whole * 60 + tenth * 6 + minutes


def test_what_is_private_is_not_on_it() -> None:
    """Notes, a colleague's name, and what asks for care stay with the responder."""
    plan = add_change(full_plan(), Note(date(2025, 9, 9), "call the union"), AT)
    page = hours_page(sheet(plan, SEPTEMBER, Unit.MONTH), Setting())
    text = "\n".join(word.text for word in page.words)
    for private in ("union", "Lee", "Care", "rest"):
        assert private not in text
