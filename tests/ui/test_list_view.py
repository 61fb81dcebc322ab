"""The list: its rows, its search, and what keys and clicks do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from heartplanner.core.edits import edits
from heartplanner.core.plan.change import Note, Swap
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.style.theme import dark, light
from heartplanner.ui.list.list_rows import AgendaList
from heartplanner.ui.list.list_view import ListView

TODAY = date(2025, 9, 11)
LAST = date(2025, 10, 19)
NOW = datetime(2025, 9, 1, tzinfo=UTC)
SWAP = Swap(date(2025, 9, 16), date(2025, 9, 22), Band.EVENING, "Lee")
Show = Callable[..., ListView]


@pytest.fixture
def plan(example: Plan) -> Plan:
    return edits.add_change(example, SWAP, NOW)


@pytest.fixture
def show_list(qtbot: QtBot, plan: Plan) -> Show:
    def show_it(*, last: date = LAST, size: tuple[int, int] = (900, 700)) -> ListView:
        view = ListView(light())
        qtbot.addWidget(view)
        view.resize(*size)
        view.show_plan(Schedule(plan), TODAY, last, today=TODAY)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        return view

    return show_it


def rows(view: ListView) -> AgendaList:
    (found,) = view.findChildren(AgendaList)
    return found


def names(view: ListView) -> list[str]:
    model = rows(view).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def field(view: ListView) -> QLineEdit:
    (found,) = view.findChildren(QLineEdit)
    return found


def said(view: ListView) -> str:
    (found,) = view.findChildren(QLabel)
    return found.text()


def current(view: ListView) -> str | None:
    text = rows(view).currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    return text.split(":")[0] if text else None


def test_days_stand_under_their_weeks(show_list: Show) -> None:
    found = names(show_list())
    assert len(found) == 39 + 6
    assert found[0] == "Week of September 8, 2025 - cycle 2, week 1 of 6 - 40 h"
    assert found[1] == "Thursday, September 11, 2025, today: admin, 9 am-1 pm."
    assert found[5] == "Week of September 15, 2025 - cycle 2, week 2 of 6 - 28 h (40 h planned)"


def test_a_day_says_its_week_too(show_list: Show) -> None:
    view = show_list()
    index = rows(view).model().index(1, 0)
    week = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert week == "Week of September 8, 2025 - cycle 2, week 1 of 6 - 40 h"


def test_typing_finds(qtbot: QtBot, show_list: Show) -> None:
    view = show_list()
    assert said(view) == "39 days"
    qtbot.keyClicks(field(view), "lee")
    assert said(view) == "2 days"
    assert [name.split(",")[0] for name in names(view)] == [
        "Week of September 15", "Tuesday", "Week of September 22", "Monday",
    ]  # fmt: skip
    qtbot.keyClicks(field(view), " evening")
    assert said(view) == "1 day"


def test_nothing_found_is_said(qtbot: QtBot, show_list: Show) -> None:
    view = show_list()
    before = rows(view).viewport().grab().toImage()
    qtbot.keyClicks(field(view), "zebra")
    assert (names(view), said(view)) == ([], "Nothing found")
    shown = rows(view).viewport().grab().toImage()
    assert shown != before
    muted = light().muted.rgb()
    middle = shown.width() // 2
    assert any(
        shown.pixel(x, y) == muted for x in range(middle - 60, middle + 60) for y in range(30, 70)
    )


def test_escape_clears_the_search(qtbot: QtBot, show_list: Show) -> None:
    view = show_list()
    qtbot.keyClicks(field(view), "zebra")
    qtbot.keyClick(field(view), Qt.Key.Key_Escape)
    assert (field(view).text(), said(view)) == ("", "39 days")


def test_find_goes_to_the_field_and_marks_what_stands_there(qtbot: QtBot, show_list: Show) -> None:
    view = show_list()
    qtbot.keyClicks(field(view), "leave")
    rows(view).setFocus()
    view.focus_search()
    assert field(view).hasFocus()
    assert field(view).selectedText() == "leave"


def test_down_and_enter_go_on_into_the_list(qtbot: QtBot, show_list: Show) -> None:
    view = show_list()
    chosen: list[date] = []
    view.day_chosen.connect(chosen.append)
    view.focus_search()
    qtbot.keyClicks(field(view), "lee")
    qtbot.keyClick(field(view), Qt.Key.Key_Down)
    assert rows(view).hasFocus()
    assert current(view) == "Tuesday, September 16, 2025"
    qtbot.keyClick(rows(view), Qt.Key.Key_Down)  # past the next week's heading
    assert current(view) == "Monday, September 22, 2025"
    assert chosen == []
    qtbot.keyClick(rows(view), Qt.Key.Key_Return)
    assert chosen == [date(2025, 9, 22)]


def test_a_click_chooses_a_day_and_a_heading_none(qtbot: QtBot, show_list: Show) -> None:
    view = show_list()
    chosen: list[date] = []
    view.day_chosen.connect(chosen.append)
    model = rows(view).model()
    for row in (0, 3):
        where = rows(view).visualRect(model.index(row, 0)).center()
        qtbot.mouseClick(rows(view).viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert chosen == [date(2025, 9, 13)]


def test_while_one_types_no_row_claims_the_focus(qtbot: QtBot, show_list: Show) -> None:
    """A current row is told to screen readers as the focus, and would talk over the typing."""
    view = show_list()
    rows(view).setFocus()
    assert current(view) == "Thursday, September 11, 2025, today"
    view.focus_search()
    assert current(view) is None
    qtbot.keyClicks(field(view), "lee")
    assert current(view) is None


def test_a_changed_plan_is_shown_in_place(show_list: Show, plan: Plan) -> None:
    view = show_list()
    view.grab()
    rows(view).verticalScrollBar().setValue(700)
    field(view).setText("2025")
    rows(view).verticalScrollBar().setValue(700)
    noted = edits.add_change(plan, Note(date(2025, 9, 12), "Ask Kim"), NOW)
    view.show_plan(Schedule(noted), TODAY, LAST, today=TODAY)
    assert field(view).text() == "2025"
    assert rows(view).verticalScrollBar().value() == 700
    assert any("Ask Kim" in name for name in names(view))


def test_the_keys_stay_on_their_day_when_the_plan_changes(show_list: Show, plan: Plan) -> None:
    view = show_list()
    rows(view).setFocus()
    model = rows(view).model()
    rows(view).setCurrentIndex(model.index(4, 0))
    assert current(view) == "Sunday, September 14, 2025"
    view.show_plan(Schedule(plan), date(2025, 9, 9), LAST, today=TODAY)
    assert current(view) == "Sunday, September 14, 2025"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [690, 1200])
def test_rows_grow_with_the_text_and_end_within_the_width(
    show_list: Show, width: int, scale: float
) -> None:
    view = show_list(size=(width, 520))
    model = rows(view).model()
    view.grab()
    before = rows(view).visualRect(model.index(1, 0)).height()
    view.set_scale(scale)
    view.grab()
    row = rows(view).visualRect(model.index(1, 0))
    assert row.height() >= int(before * scale)
    assert row.width() <= rows(view).viewport().width()
    assert rows(view).horizontalScrollBar().maximum() == 0


def test_long_words_are_wrapped_and_not_cut(show_list: Show, plan: Plan) -> None:
    view = show_list()
    text = "bring the keys and the second radio " * 20
    noted = edits.add_change(plan, Note(TODAY, text.strip()), NOW)
    view.show_plan(Schedule(noted), TODAY, LAST, today=TODAY)
    view.grab()
    noted_row, plain_row = (
        rows(view).visualRect(rows(view).model().index(row, 0)).height() for row in (1, 2)
    )
    assert noted_row > plain_row + 3 * 15


def test_light_and_dark_are_different_pictures(show_list: Show) -> None:
    view = show_list()
    for theme in (light(), dark()):
        view.set_theme(theme)
        image = rows(view).viewport().grab().toImage()
        row = rows(view).visualRect(rows(view).model().index(2, 0))
        assert image.pixelColor(row.right() - 5, row.top() + 5) == theme.page


def test_today_is_tagged(show_list: Show) -> None:
    view = show_list()
    image = rows(view).viewport().grab().toImage()
    accent = light().accent.rgb()
    rects = [rows(view).visualRect(rows(view).model().index(row, 0)) for row in (1, 2)]
    assert [
        any(
            image.pixel(x, y) == accent
            for x in range(rect.right() - 60, rect.right())
            for y in range(rect.top(), rect.bottom())
        )
        for rect in rects
    ] == [True, False]


def test_the_field_says_what_it_is_for(show_list: Show) -> None:
    view = show_list()
    assert field(view).accessibleName() == "Search the list"
    assert field(view).placeholderText() == "Search: working weekend, leave, Lee ..."
    assert rows(view).accessibleName() == "Days"
