"""The year's page: what it shows, what it tells a screen reader, and what keys and clicks do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from forms import day_rect
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from heartplanner.core.cells.cells import Tone
from heartplanner.core.edits import edits
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.style.theme import Theme, dark, light
from heartplanner.ui.view_list import View
from heartplanner.ui.window.main_window import MainWindow
from heartplanner.ui.year.year_legend import LegendMark
from heartplanner.ui.year.year_table import YearTable
from heartplanner.ui.year.year_view import YearView

pytestmark = pytest.mark.usefixtures("one_window")

TODAY = date(2025, 9, 11)
ROLE = Qt.ItemDataRole.AccessibleTextRole
Show = Callable[..., YearView]


@pytest.fixture
def show_year(qtbot: QtBot, example: Plan) -> Show:
    def show_it(
        year: int = 2025, *, plan: Plan = example, theme: Theme | None = None,
        sunday_first: bool = False, size: tuple[int, int] = (940, 720),
    ) -> YearView:  # fmt: skip
        view = YearView(theme or light(), TODAY)
        qtbot.addWidget(view)
        view.resize(*size)
        view.show_year(Schedule(plan), year, DisplayFormat(sunday_first=sunday_first))
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        return view

    return show_it


def tables(view: YearView) -> list[YearTable]:
    return view.findChildren(YearTable)


def names(table: YearTable) -> list[str]:
    model = table.model()
    return [
        model.index(row, column).data(ROLE)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]


def sums(view: YearView) -> str:
    return next(each.text() for each in view.findChildren(QLabel) if each.text().startswith("20"))


def picture_of(view: YearView, day: date) -> QImage:
    table = tables(view)[day.month - 1]
    return table.viewport().grab(day_rect(table, day)).toImage()


def colors(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


def test_every_day_of_the_year_is_named_once(show_year: Show) -> None:
    said = [name for table in tables(show_year(2028)) for name in names(table) if name]
    assert len(said) == 366
    assert len(set(said)) == 366
    assert said[0].startswith("Saturday, January 1, 2028: ")
    assert said[59].startswith("Tuesday, February 29, 2028: ")
    assert said[-1].startswith("Sunday, December 31, 2028: ")


def test_days_stand_under_their_weekdays(show_year: Show) -> None:
    for sunday_first, before, weekday in ((False, 0, "Monday"), (True, 1, "Sunday")):
        september = tables(show_year(sunday_first=sunday_first))[8]
        assert names(september)[before] == "Monday, September 1, 2025: break, day 4 of 6."
        assert names(september)[:before] == [""] * before
        assert september.model().headerData(0, Qt.Orientation.Horizontal, ROLE) == weekday
        assert names(september)[before + 5].endswith("day shift, 9 am-9 pm, working weekend.")


def test_empty_places_cannot_be_reached(show_year: Show) -> None:
    model = tables(show_year())[7].model()  # August 1, 2025 is a Friday
    flags = [model.flags(model.index(0, column)) for column in range(7)]
    assert [bool(each) for each in flags] == [False] * 4 + [True] * 3


def test_the_years_sums(show_year: Show, example: Plan) -> None:
    """From July 28 on 22 whole weeks of three shifts and 40 h, and of a fifth week SSS; less one's 40 h."""
    begun = sums(show_year())
    assert begun.startswith("2025, from July 28 on: 69 shifts, 916 h, ")
    assert begun.endswith(", 3 breaks, 0 days of leave")
    leave = Absence(AbsenceKind.LEAVE, date(2025, 10, 6), date(2025, 10, 9))
    plan = edits.add_change(example, leave, datetime(2025, 9, 1, tzinfo=UTC))
    taken = sums(show_year(plan=plan))
    assert taken.startswith("2025, from July 28 on: 66 shifts, 876 h, ")
    assert taken.endswith(", 4 days of leave")


def test_a_click_on_a_day_and_enter_choose_it(qtbot: QtBot, show_year: Show) -> None:
    view = show_year()
    chosen: list[date] = []
    view.day_chosen.connect(chosen.append)
    table = tables(view)[9]
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.LeftButton):
        qtbot.mouseClick(table.viewport(), button, pos=day_rect(table, date(2025, 10, 14)).center())
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert chosen == [date(2025, 10, 14)]
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert chosen == [date(2025, 10, 14), date(2025, 10, 21)]


def test_a_click_beside_the_days_chooses_nothing(qtbot: QtBot, show_year: Show) -> None:
    view = show_year()
    table = tables(view)[9]  # October 1, 2025 is a Wednesday
    with qtbot.assertNotEmitted(view.day_chosen):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))


def test_arrows_go_on_into_the_next_month_and_back(qtbot: QtBot, show_year: Show) -> None:
    view = show_year()
    september, october = tables(view)[8:10]
    september.go_to(date(2025, 9, 30))
    qtbot.keyClick(september, Qt.Key.Key_Right)
    assert october.hasFocus()
    assert october.current == date(2025, 10, 1)
    qtbot.keyClick(october, Qt.Key.Key_Up)
    assert september.hasFocus()
    assert september.current == date(2025, 9, 24)


def test_arrows_end_with_the_year(qtbot: QtBot, show_year: Show) -> None:
    december = tables(show_year())[11]
    december.go_to(date(2025, 12, 31))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(december, key)
    assert (december.hasFocus(), december.current) == (True, date(2025, 12, 31))


def test_only_the_day_that_the_keys_are_on_has_the_focus(qtbot: QtBot, show_year: Show) -> None:
    """A current cell is told to screen readers as the focus, in every table that has one."""
    view = show_year()
    tables(view)[8].go_to(date(2025, 9, 11))
    qtbot.keyClick(tables(view)[8], Qt.Key.Key_Tab)
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Tab)
    current = [table.currentIndex().data(ROLE) for table in tables(view)]
    assert [each for each in current if each] == [
        "Wednesday, October 1, 2025: day shift, 9 am-9 pm."
    ]


def test_tab_goes_from_month_to_month(qtbot: QtBot, show_year: Show) -> None:
    view = show_year()
    view.findChildren(QPushButton)[0].setFocus()
    visited = []
    for _ in range(4):
        visited.append(view.focusWidget().accessibleName())
        qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Tab)
    assert visited == ["January 2025", "January 2025", "February 2025", "February 2025"]


def test_a_months_name_opens_the_month(qtbot: QtBot, show_year: Show) -> None:
    view = show_year(2026)
    chosen: list[Month] = []
    view.month_chosen.connect(chosen.append)
    (button,) = (b for b in view.findChildren(QPushButton) if b.accessibleName() == "May 2026")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert chosen == [Month(2026, 5)] * 2


def test_another_year_is_shown_in_place(show_year: Show, example: Plan) -> None:
    view = show_year()
    view.show_year(Schedule(example), 2027)
    assert view.year == 2027
    assert tables(view)[0].accessibleName() == "January 2027"
    assert tables(view)[0].current == date(2027, 1, 1)


@pytest.mark.parametrize("theme", [light(), dark()], ids=["light", "dark"])
def test_days_are_told_apart_by_tone_and_mark(show_year: Show, theme: Theme) -> None:
    view = show_year(theme=theme)
    shift, admin, rest, free = (
        colors(picture_of(view, date(2025, *day))) for day in ((9, 10), (9, 18), (9, 2), (9, 8))
    )
    for seen, tone in ((shift, Tone.DAY), (admin, Tone.ADMIN)):
        assert {theme.tones[tone].fill.rgb(), theme.tones[tone].edge.rgb()} <= seen
    assert theme.rest.fill.rgb() in rest
    assert theme.rest.edge.rgb() in rest
    assert not {theme.rest.fill.rgb(), theme.tones[Tone.DAY].fill.rgb()} & free


def test_the_bar_lies_where_the_block_lies_in_the_day(show_year: Show) -> None:
    """9 am-1 pm: from 9/24 to 13/24 of the width, give or take the cell's margins."""
    image = picture_of(show_year(), date(2025, 9, 18))
    edge = light().tones[Tone.ADMIN].edge.rgb()
    xs = [
        x
        for x in range(image.width())
        for y in range(image.height() // 2, image.height())
        if image.pixel(x, y) == edge
    ]
    assert abs(min(xs) / image.width() - 9 / 24) < 0.06
    assert abs(max(xs) / image.width() - 13 / 24) < 0.06


def test_today_is_ringed_in_the_accent(show_year: Show) -> None:
    view = show_year()
    accent = light().accent.rgb()
    assert accent in colors(picture_of(view, TODAY))
    assert accent not in colors(picture_of(view, date(2025, 9, 12)))


def test_focus_is_seen(show_year: Show) -> None:
    view = show_year()
    day = date(2025, 9, 8)
    table = tables(view)[8]
    table.go_to(day)
    with_focus = picture_of(view, day)
    tables(view)[0].setFocus()
    assert with_focus != picture_of(view, day)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(690, 480), (940, 720), (1500, 900)])
def test_nothing_is_cut_off(show_year: Show, size: tuple[int, int], scale: float) -> None:
    """The months lie side by side within the width, none over another; what is lower is scrolled to."""
    view = show_year(size=size)
    view.set_scale(scale)
    (area,) = view.findChildren(QScrollArea)
    for _ in range(3):
        QApplication.processEvents()  # the area lays itself out, then what it holds
    cards = [table.parentWidget().geometry() for table in tables(view)]
    page = tables(view)[0].parentWidget().parentWidget().rect()
    assert page.width() <= area.viewport().width()
    assert all(page.contains(card) for card in cards)
    assert not any(a.intersects(b) for a in cards for b in cards if a is not b)
    smallest = min(day_rect(tables(view)[0], date(2025, 1, d)).height() for d in range(1, 32))
    assert smallest >= 16 * scale


def test_the_year_fits_on_one_page(show_year: Show) -> None:
    view = show_year()
    (area,) = view.findChildren(QScrollArea)
    view.grab()
    assert area.verticalScrollBar().maximum() == 0
    tops = {table.parentWidget().y() for table in tables(view)}
    assert len(tops) == 3


def test_the_legend_has_what_the_year_has_in_its_own_color(show_year: Show, example: Plan) -> None:
    view = show_year()
    marks = {mark.text() for mark in view.findChildren(LegendMark) if mark.isVisible()}
    assert marks == {"Day shift", "Admin", "Break", "Working weekend", "Today"}
    evening = example.assignments[0]._replace(band=Band.EVENING, confirmed=True)
    view.show_year(Schedule(example._replace(assignments=(evening,))), 2027)
    marks = {mark.text() for mark in view.findChildren(LegendMark) if mark.isVisible()}
    assert marks == {"Evening shift", "Admin", "Break", "Working weekend"}
    (weekend,) = [m for m in view.findChildren(LegendMark) if m.text() == "Working weekend"]
    assert weekend._sample.chips[0].tone is Tone.EVENING


def test_opened_with_large_text_it_shows_the_chosen_days_month(
    qtbot: QtBot, open_window: Callable[..., MainWindow]
) -> None:
    """It opened at its foot: the months did not stand in their places yet when January got the keys."""
    window = open_window()
    window.session.set_habits(window.session.habits._replace(scale=1.3))
    window.resize(1366, 722)
    window.session.go_to(date(2026, 1, 15))
    window.session.show_view(View.YEAR)
    (view,) = window.findChildren(YearView)
    january = tables(view)[0]
    seen = january.viewport()
    qtbot.waitUntil(lambda: seen.visibleRegion().boundingRect() == seen.rect())
