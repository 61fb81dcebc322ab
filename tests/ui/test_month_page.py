"""A page's layout: nothing leaves its cell, nothing lies on another, nothing is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heartplanner.core.edits import edits
from heartplanner.core.events.occurrence import EventIndex, Occurrence
from heartplanner.core.plan.change import Absence, AbsenceKind, Note, Swap
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.plan.other_calendars import CalendarColor
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.ranges.month import Month, month_rows
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import month_ends, total
from heartplanner.core.sheets.kinds import DEFAULT_STYLE, SheetKind, SheetRef, sheet_options
from heartplanner.core.sheets.kinds import sheet_of as kind_of_sheet
from heartplanner.core.sheets.month import MonthSheet
from heartplanner.core.sheets.printed import printed_sheet, sheet_status
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import hours
from heartplanner.pages.layout.month_page import Setting, month_page
from heartplanner.pages.page import SIZES, Fill, Frame, Page, Paper, TextItem
from tests.examples import tries
from tests.strategies import plans
from tests.ui.paper_plans import (
    AT,
    LONG,
    SEPTEMBER,
    evening_plan,
    faults,
    full_plan,
    said,
    sept,
    sheet_of,
    squeezed,
)

LETTER = Setting()
SETTINGS = st.builds(Setting, st.sampled_from(Paper), st.booleans())


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    """Fonts can be measured."""


def missing(plan: Plan, month: Month, page: Page) -> Iterator[str]:
    """What the plan says of the month's days, and the page does not."""
    text = said(page) + squeezed("".join(page.left_out))
    sums = total(Schedule(plan).days(*month_ends(month.year, month.number)))
    expected = [hours(sums.minutes), f"{sums.shifts} shift"]
    for row in month_rows(Schedule(plan), month):
        begun = [week.totals.credited_minutes for week in row.weeks if week.days[-1].at]
        # Of a row with three part weeks or more only their sum has room.
        shown = begun if len(begun) < 3 else [sum(begun)]
        expected += [hours(minutes).removesuffix(" h") for minutes in shown]
        for day in row.days:
            expected.append(str(day.date.day))
            expected += [
                f"{each.start:%I}".lstrip("0") for each in day.blocks if each.start.hour % 12
            ]
            expected += [str(day.off).capitalize()] if day.off in ("leave", "sick") else []
            if day.in_break:
                expected.append(f"{day.in_break.day} of {day.in_break.of}")
            for change in day.changes:
                if isinstance(change.what, Note):
                    expected.append(change.what.text)
    for each in expected:
        if squeezed(each) not in text:
            yield each


def page_of(plan: Plan, month: Month, setting: Setting = LETTER, **wishes: object) -> Page:
    return month_page(sheet_of(plan, month, **wishes), setting)


@pytest.mark.parametrize("paper", Paper)
def test_no_text_leaves_its_cell_in_fifty_years(paper: Paper) -> None:
    """A sample of the 600 months, odd ones on Letter, even ones on A4."""
    for plan, step in ((evening_plan(), tries(10, 4)), (full_plan(), tries(14, 6))):
        for number in range(0, 50 * 12, step):
            month = Month(2025, 8).plus(number + (paper is Paper.A4))
            page = page_of(plan, month, Setting(paper))
            assert [*faults(page), *missing(plan, month, page), *page.left_out] == [], month


@given(plans(), st.integers(-1, 3), SETTINGS, st.booleans(), st.booleans())
@settings(max_examples=tries(50, 120))
def test_every_kind_of_change_has_its_place(
    plan: Plan, months: int, setting: Setting, hours24: bool, sunday_first: bool
) -> None:
    month = Month.of(plan.start).plus(months)
    page = page_of(plan, month, setting, display=DisplayFormat(hours24, sunday_first))
    assert list(faults(page)) == []
    assert hours24 or sunday_first or list(missing(plan, month, page)) == []


def test_a_month_of_every_change_says_them_all() -> None:
    page = page_of(full_plan(), SEPTEMBER)
    text = " ".join(word.text for word in page.words)
    assert page.left_out == ()
    for each in (
        "noon-midnight", "10a-6p", "was 9–9", "2p-5:30p", "T 1p-3p", "6p-10:15p", "Given to Lee",
        "Leave", "Sick", "Called off", "Break, day 4 of 6", "Labor Day", "52 h", "23.5 h",
        "12 shifts, 155.5 h this month.", "Working weekends: 6-7, 20 and 27-28.",
        "Break: August 29 - September 1 and September 3.", "Evening, noon-midnight", "Extra evening shift",
        f"September 18: {LONG}",
    ):  # fmt: skip
        assert each in text, each
    assert "swap with Lee" in re.sub(r"\s+", " ", text)


def test_what_has_no_room_in_its_cell_is_numbered_in_order() -> None:
    page = page_of(full_plan(), SEPTEMBER)
    listed = [word for word in page.words if re.match(r"\d September \d+: ", word.text)]
    markers = [word for word in page.words if word.size == 7.5 and word.text.isdigit()]
    assert [word.text[0] for word in listed] == ["1", "2", "3"]
    assert sorted(word.text for word in markers) == [
        "1",
        "1",
        "2",
        "3",
    ]  # one of them in the legend


def test_a_list_too_long_for_the_page_is_told() -> None:
    plan = full_plan()
    for day in range(1, 30):
        plan = edits.add_change(plan, Note(sept(day), f"{day} " + "word " * 100), AT)
    page = page_of(plan, SEPTEMBER)
    assert list(faults(page)) == []
    assert list(missing(plan, SEPTEMBER, page)) == []
    assert page.left_out
    assert all(line.startswith("September 2025: there is no room") for line in page.left_out)
    assert "Noroomfor" in said(page)


def test_a_list_takes_the_place_of_the_small_months_before_anything_is_left_out() -> None:
    plan = full_plan()
    for day in range(3, 13):
        plan = edits.add_change(plan, Note(sept(day), "word " * 25), AT)
    page = page_of(plan, SEPTEMBER)
    assert page.left_out == ()
    assert "August2025" not in said(page)
    assert "August2025" in said(page_of(full_plan(), SEPTEMBER))


@pytest.mark.parametrize(
    ("month", "rows"), [(Month(2027, 2), 4), (SEPTEMBER, 5), (Month(2026, 8), 6)]
)
@pytest.mark.parametrize("paper", Paper)
def test_rows_fill_the_same_height_with_large_type(month: Month, rows: int, paper: Paper) -> None:
    page = page_of(evening_plan(), month, Setting(paper))
    cells = {word.room for word in page.words if word.size >= 20 and word.text.isdigit()}
    other = page_of(full_plan(), SEPTEMBER, Setting(paper))
    same = {word.room for word in other.words if word.size >= 20 and word.text.isdigit()}
    assert len(cells) == rows * 7
    for edge in (min(cell.y for cell in cells), max(cell.bottom for cell in cells)):
        assert any(edge == pytest.approx(each) for cell in same for each in (cell.y, cell.bottom))
    assert {round(cell.height, 3) for cell in cells} == {round(min(cells).height, 3)}
    numbers = [word for word in page.words if word.room in cells and word.text.isdigit()]
    letters = [word for word in page.words if word.room in cells and word.text in ("E", "A")]
    spans = [word for word in page.words if word.text in ("noon-midnight", "9a-1p")]
    assert page.words[0].text == month.title
    assert 36 <= page.words[0].size <= 48
    assert all(20 <= word.size <= 25 and word.bold for word in numbers)
    assert all(word.size >= 28 and word.bold for word in letters)
    assert all(word.size >= 11 for word in spans)
    assert len(spans) >= len(letters) > 0


def test_weekends_are_as_black_as_other_days() -> None:
    page = page_of(full_plan(), SEPTEMBER)
    inks = {word.color for word in page.words if word.size >= 20 and word.text in ("6", "8", "13")}
    assert inks == {"#000000"}


def test_a_worked_weekend_has_a_bar_and_a_free_day_is_plain_paper() -> None:
    page = page_of(full_plan(), SEPTEMBER)
    cell = {word.text: word.room for word in page.words if word.size == 23 and word.text.isdigit()}
    fills = [item for item in page.items if isinstance(item, Fill)]

    def in_cell(number: int) -> list[Fill]:
        return [each for each in fills if cell[str(number)].holds(each.box)]

    assert [each.color for each in in_cell(6)][-1] == "#000000"
    assert in_cell(6)[0].box == cell["6"]
    assert in_cell(14) == in_cell(24) == []


def test_the_break_is_one_band_over_the_edges_of_cells() -> None:
    page = page_of(evening_plan(), Month(2026, 8))
    band = [
        item.box
        for item in page.items
        if isinstance(item, Fill) and item.box.height == pytest.approx(19)
    ]
    first, second = (sorted(box for box in band if box.y == y) for y in sorted({b.y for b in band}))
    for row in (first, second):
        assert [one.right for one in row[:-1]] == pytest.approx([two.x for two in row[1:]])
    body = SIZES[Paper.LETTER][0] - 29 - 43
    assert first[-1].right == pytest.approx(body)
    assert second[0].x == pytest.approx(29)


WINTER_BREAK = Occurrence(
    datetime(2026, 12, 21, tzinfo=ZONE),
    datetime(2027, 1, 4, tzinfo=ZONE),
    "Winter break",
    all_day=True,
    source="school",
    color=CalendarColor.PLUM,
)
DECEMBER = Month(2026, 12)


def with_break(plan: Plan, title: str = "Winter break") -> Page:
    days = date(2026, 11, 1), date(2027, 2, 1)
    events = EventIndex([WINTER_BREAK._replace(title=title)], *days)
    return page_of(plan, DECEMBER, events=events)


def test_an_event_that_goes_on_is_one_bar_in_each_of_its_weeks(example: Plan) -> None:
    page = with_break(example)
    assert [*faults(page), *missing(example, DECEMBER, page), *page.left_out] == []
    bars = [word for word in page.words if word.text == "school: Winter break"]
    assert len(bars) == 2
    assert "of14" not in said(page)
    # Both go from Monday to Sunday, over all seven days.
    days = {word.text: word.room for word in page.words if word.size > 20 and word.text.isdigit()}
    for bar, monday, sunday in zip(bars, ("21", "28"), ("27", "3"), strict=True):
        box, last = bar.room, days[sunday]
        assert (box.x, box.right) == pytest.approx((days[monday].x, last.right), abs=4)
        assert days[monday].y < box.y
        assert box.bottom < days[monday].bottom


def test_where_a_week_has_no_room_for_its_bar_one_footnote_has_its_days(example: Plan) -> None:
    """Leave on December 22: its frame takes the room. December 21-27 and 28-January 3 are its weeks."""
    day, title = date(2026, 12, 22), "Winter break of all schools, those of the whole year too"
    plan = edits.add_change(example, Absence(AbsenceKind.LEAVE, day, day), AT)
    page = with_break(plan, title)
    assert [*faults(page), *missing(plan, DECEMBER, page), *page.left_out] == []
    text = " ".join(word.text for word in page.words)
    assert text.count(f"December 21 - January 3: school: {title}") == 1
    assert [word.text for word in page.words].count(f"school: {title}") == 1  # the week after
    marked = re.search(r"(\d+) December 21 - January 3: ", text)
    assert marked
    # Days that have nothing else below have the number of that one note.
    numbers = [word.text for word in page.words if word.size == 7.5 and word.bold]
    assert numbers.count(marked[1]) >= 2


def test_a_guess_is_dashed_and_named() -> None:
    page = page_of(evening_plan(), Month(2026, 8))
    dashed = [item for item in page.items if isinstance(item, Frame) and item.dashed]
    assert [word.text for word in page.words].count("?") == 3 + 1
    assert len(dashed) == 3 + 1  # and the legend's


def test_the_legend_has_only_what_is_on_the_sheet() -> None:
    texts = {word.text for word in page_of(evening_plan(), Month(2026, 8)).words}
    assert {
        "Evening, noon-midnight",
        "Admin",
        "Break",
        "Working weekend",
        "Not confirmed yet",
    } <= texts
    assert not {"Day, 9 am-9 pm", "Training", "Not worked", "See below"} & texts


def test_the_neighbors_days_are_paler_and_named() -> None:
    page = page_of(full_plan(), SEPTEMBER)
    words: list[TextItem] = page.words
    october = next(word.room for word in words if word.text == "October")
    assert {word.color for word in words if word.room == october} == {"#595959"}
    assert {word.text for word in words if word.room == october} == {"1", "October", "D", "9a-9p"}


def test_a_name_is_there_only_when_asked_for() -> None:
    assert "R. Alvarez" in [
        w.text for w in page_of(full_plan(), SEPTEMBER, name="R. Alvarez").words
    ]
    page = page_of(full_plan(), SEPTEMBER, name="x" * 300)
    assert page.left_out == (
        "September 2025: the name is too long for the sheet, so it is left out",
    )
    assert list(faults(page)) == []


def test_the_first_and_the_last_months_that_a_plan_may_have_are_laid_out() -> None:
    first = edits.new_plan("x", full_plan().assignments[0]._replace(start=date(1950, 1, 2)), AT)
    for month in (Month(1950, 1), Month(2200, 12)):
        assert list(faults(page_of(first, month))) == []


def test_the_sheet_of_a_month_half_before_the_start_says_nothing_of_it() -> None:
    page = page_of(full_plan(), Month.of(date(2025, 7, 28) + timedelta(days=0)))
    assert list(faults(page)) == []
    assert "3shifts" not in said(page)
    assert "2shifts,28hthismonth." in said(page)


@pytest.mark.parametrize("day", [date(2026, 12, 27), date(2026, 12, 28), date(2027, 1, 1)])
def test_a_month_is_to_be_reprinted_exactly_where_its_paper_would_be_another(
    example: Plan, day: date
) -> None:
    """December 28, 2026 is a Monday: its week stands on January's sheet too, December 27 does not."""
    months = [
        SheetRef(SheetKind.MONTH, date(2026 + number // 12, number % 12 + 1, 1))
        for number in (11, 12, 13)
    ]

    def drawn(plan: Plan, ref: SheetRef) -> Page:
        month = kind_of_sheet(Schedule(plan), ref, {}, sheet_options(DEFAULT_STYLE, AT.date()))
        assert isinstance(month, MonthSheet)
        return month_page(month._replace(neighbors=(), footer=""), LETTER)

    before = [printed_sheet(Schedule(example), ref, AT.date()) for ref in months]
    for what in (
        Absence(AbsenceKind.LEAVE, day, day),
        Note(day, "x"),
        Swap(None, day, None, "Lee"),
    ):
        try:
            plan = edits.add_change(example, what, AT)
        except PlanError:
            continue  # leave on a day off, or a shift taken on a day that has one
        old = sheet_status(Schedule(plan), before, AT.date()).old
        assert list(old) == [ref for ref in months if drawn(plan, ref) != drawn(example, ref)]
        assert {ref.first.month for ref in old} == ({12} if day.day == 27 else {12, 1})
