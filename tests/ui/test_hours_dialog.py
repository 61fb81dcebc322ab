"""The book of hours in the window: what is shown, turned to, saved and heard; and pay periods."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from heartplanner.core.edits.edits import add_change
from heartplanner.core.edits.leave import with_leave
from heartplanner.core.edits.pay import with_pay
from heartplanner.core.hours.plot import plot_text
from heartplanner.core.plan.change import Absence, AbsenceKind, Extra, OtherHours
from heartplanner.core.plan.hours import BAND_HOURS, Band, Hours
from heartplanner.core.plan.leave import LeaveAccount, LeaveKind
from heartplanner.core.plan.pay import PaydayPlace, PaySchedule
from heartplanner.core.sheets.month import SheetOptions
from heartplanner.files.calendar import output_file
from heartplanner.files.disk import FileError
from heartplanner.ui.hours.hours_dialog import (
    BACKWARDS,
    BY_FIRST_DAY,
    NO_CARE,
    TOO_LONG,
    HoursDialog,
)
from heartplanner.ui.hours.hours_range import Shown
from heartplanner.ui.hours.pay_dialog import NOT_KNOWN, PayDialog
from heartplanner.ui.view_list import View
from heartplanner.ui.widgets.message_boxes import MessageBox
from heartplanner.ui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("one_window")

Open = Callable[..., MainWindow]
AT = datetime(2025, 7, 28, tzinfo=UTC)
PAY = PaySchedule(date(2025, 9, 8), 14, 5, PaydayPlace.CALENDAR)
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def sept(day: int) -> date:
    return date(2025, 9, day)


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    """At noon of Thursday, September 11: a late end, an extra shift and leave; pay periods are known."""
    window = open_window()
    store = window.session.store
    plan = with_pay(store.plan, PAY, AT)
    for what in (
        OtherHours(sept(10), Hours(time(9), time(22, 30))),
        Extra(sept(13), Band.DAY, BAND_HOURS[Band.DAY]),
        Absence(AbsenceKind.LEAVE, sept(19), sept(19)),
    ):
        plan = add_change(plan, what, AT)
    store.change("all of it", plan)
    return window


def opened(window: MainWindow) -> HoursDialog:
    window._binder.actions["hours-book"].trigger()
    (dialog,) = [each for each in window.findChildren(HoursDialog) if each.isVisible()]
    return dialog


def button(dialog: QWidget, words: str) -> QAbstractButton:
    return next(each for each in dialog.findChildren(QAbstractButton) if each.text() == words)


def rows(dialog: HoursDialog) -> list[list[str]]:
    table = dialog._table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def test_this_pay_period_comes_first(window: MainWindow) -> None:
    dialog = opened(window)
    assert dialog._title.text() == "Pay period September 8–21, 2025"
    assert dialog._sentence.text() == (
        "Together: 25.5 h worked so far, 56 h to come; 12 h leave and 13.5 h overtime."
    )
    assert dialog._beside.text() == (
        "Payday: Friday, September 26, 2025\nSo far: what ended by noon on Thursday, September 11, 2025"
    )
    assert any(each.text() == BY_FIRST_DAY for each in dialog.findChildren(QLabel))
    assert rows(dialog)[:5] == [
        ["Shifts", "24 h", "36 h", "60 h"],
        ["Admin", "0 h", "8 h", "8 h"],
        ["Extra shifts\nSat, Sep 13", "0 h", "12 h", "12 h"],
        ["Shifts, beyond usual hours\nWed, Sep 10", "1.5 h", "0 h", "1.5 h"],
        ["Worked", "25.5 h", "56 h", "81.5 h"],
    ]
    assert "Take care: five worked days in a row: September 9–13, 2025" in dialog._cares.text()


def test_a_cell_is_heard_with_its_row_and_column(window: MainWindow) -> None:
    table = opened(window)._table
    assert table.item(2, 0).data(SPOKEN) == (
        "Extra shifts: so far 0 h, to come 12 h, together 12 h; Sat, Sep 13"
    )
    assert table.item(2, 2).data(SPOKEN) == "Extra shifts, to come: 12 h"


@pytest.mark.parametrize(("view", "title"), [(View.MONTH, "February 2026"), (View.YEAR, "2026")])
def test_another_month_or_year_on_show_comes_first(
    open_window: Open, view: View, title: str
) -> None:
    window = open_window()
    window.session.choose(date(2026, 2, 3))
    window.session.show_view(view)
    assert opened(window)._title.text() == title


@pytest.mark.parametrize(
    ("first", "last", "title"),
    [
        (sept(8), sept(21), "Pay period September 8–21, 2025"),
        (sept(1), sept(7), "Work week September 1–7, 2025"),
        (sept(1), sept(30), "September 2025"),
        (sept(3), sept(5), "September 3–5, 2025"),
    ],
)
def test_several_days_that_are_selected_come_first(
    window: MainWindow, first: date, last: date, title: str
) -> None:
    window.session.choose(last)
    window.session.choose(first, extend=True)
    dialog = opened(window)
    assert dialog._title.text() == title
    if dialog._range.shown is Shown.DATES:
        assert (dialog._from.value(), dialog._to.value()) == (first, last)


def test_without_pay_periods_the_work_week_comes_first(open_window: Open) -> None:
    dialog = opened(open_window())
    assert dialog._title.text() == "Work week September 8–14, 2025"
    values = [dialog._choice.itemData(n) for n in range(dialog._choice.count())]
    assert values == ["week", "month", "cycle", "year", "weeks", "dates"]
    assert dialog._cares.text() != NO_CARE


@pytest.mark.parametrize(
    ("shown", "title", "before", "after"),
    [
        (Shown.WEEK, "Work week September 8–14, 2025", "Work week September 1–7, 2025",
         "Work week September 15–21, 2025"),
        (Shown.MONTH, "September 2025", "August 2025", "October 2025"),
        (Shown.CYCLE, "Cycle September 8 – October 19, 2025", "Cycle July 28 – September 7, 2025",
         "Cycle October 20 – November 30, 2025"),
        (Shown.YEAR, "2025", None, "2026"),
        (Shown.WEEKS, "Work weeks, July 28, 2025 – January 4, 2026", None,
         "Work weeks, December 29, 2025 – January 3, 2027"),
        (Shown.PERIODS, "Pay periods, July 28, 2025 – January 11, 2026", None,
         "Pay periods, December 29, 2025 – January 10, 2027"),
    ],
)  # fmt: skip
def test_each_choice_goes_earlier_and_later(
    window: MainWindow, shown: Shown, title: str, before: str | None, after: str
) -> None:
    dialog = opened(window)
    dialog._choice.put(shown)
    assert dialog._title.text() == title
    assert dialog._back.isEnabled() == (before is not None)
    if before is not None:
        dialog._back.click()
        assert dialog._title.text() == before
        dialog._on.click()
    dialog._on.click()
    assert dialog._title.text() == after
    dialog._back.click()
    assert dialog._title.text() == title


def test_a_line_a_week(window: MainWindow) -> None:
    dialog = opened(window)
    dialog._choice.put(Shown.WEEKS)
    table = dialog._table
    headings = [table.horizontalHeaderItem(n).text() for n in range(table.columnCount())]
    assert headings == ["Days", "So far", "To come", "Time off", "Overtime", "Rotation"]
    assert table.rowCount() == 23
    assert rows(dialog)[6] == ["Sep 8–14, 2025", "25.5 h", "28 h", "0 h", "13.5 h", "40 h"]


def test_other_dates_begin_with_those_on_show_and_are_typed(window: MainWindow) -> None:
    dialog = opened(window)
    assert not dialog._from.isVisible()
    dialog._choice.put(Shown.DATES)
    assert (dialog._from.value(), dialog._to.value()) == (sept(8), sept(21))
    dialog._to.put(sept(14))
    assert dialog._title.text() == "September 8–14, 2025"
    dialog._from.put(sept(20))
    assert dialog._error.isVisible()
    assert dialog._error.text() == BACKWARDS
    dialog._from.put(sept(13))
    assert not dialog._error.isVisible()
    assert dialog._title.text() == "September 13–14, 2025"
    dialog._on.click()
    assert (dialog._from.value(), dialog._to.value()) == (sept(15), sept(16))


def test_the_plot_says_in_words_what_it_shows(window: MainWindow) -> None:
    dialog = opened(window)
    assert dialog._plot.text() == (
        "Hours a work week, July 28 - January 4, 2026: over 40 h in 1 of 23 weeks; the most, 53.5 h,"
        " in the week of September 8, 2025."
    )
    assert dialog._year.accessibleName() == "Hours a work week, 2025"
    bars = dialog._plot._bars
    assert [bar.first for bar in bars if bar.current] == [sept(8)]
    assert (bars[6].so_far, bars[6].to_come, bars[6].time_off) == (1530, 1680, 0)
    assert bars[7].time_off == 720
    assert plot_text([]) == "No week to show."


def test_the_plot_is_drawn_in_every_theme_and_size(window: MainWindow) -> None:
    dialog = opened(window)
    picture = dialog._plot.grab().toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3)
              for y in range(0, picture.height(), 3)}  # fmt: skip
    theme = window.session.theme
    assert {theme.leave.fill.name(), theme.accent.name()} <= colors


def test_a_csv_file_is_written_and_takes_the_place_only_of_another(
    window: MainWindow, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog, path = opened(window), own_folder / "hours.csv"
    offered: list[str] = []

    def where(_parent: QWidget, _title: str, name: str, *_: object) -> tuple[str, str]:
        offered.append(Path(name).name)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", where)
    for _ in range(2):  # again over itself
        button(dialog, "Save as CSV...").click()
    assert offered[0] == "Hours, pay period September 8-21, 2025.csv"  # as the PDF is called
    lines = path.read_text().splitlines()
    assert lines[0].startswith("From,To,Payday,Figure,")
    assert lines[1] == "2025-09-08,2025-09-21,2025-09-26,Shifts,24.00,36.00,60.00,1440,2160,3600"
    path.write_text("somebody's own")
    button(dialog, "Save as CSV...").click()
    assert path.read_text() == "somebody's own"
    told = [box.text() for box in dialog.findChildren(MessageBox)]
    assert any("another kind of file has this name" in text for text in told)


def test_nothing_is_written_where_no_file_is_chosen_or_it_fails(
    window: MainWindow, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(window)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    button(dialog, "Save as CSV...").click()
    button(dialog, "Save as PDF...").click()

    def fail(*_args: object, **_more: object) -> list[str]:
        raise FileError("the disk is full")

    path = str(own_folder / "x.csv")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
    monkeypatch.setattr(output_file, "write", fail)
    button(dialog, "Save as CSV...").click()
    assert [box.text() for box in dialog.findChildren(MessageBox)] == ["the disk is full"]


def test_a_pdf_is_saved_and_not_remembered(
    window: MainWindow, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog, path = opened(window), own_folder / "hours.pdf"
    offered: list[str] = []

    def where(_parent: QWidget, _title: str, name: str, *_: object) -> tuple[str, str]:
        offered.append(Path(name).name)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", where)
    button(dialog, "Save as PDF...").click()
    assert offered == ["Hours, pay period September 8-21, 2025.pdf"]
    assert path.read_bytes().startswith(b"%PDF-")
    assert not (own_folder / "plan.json.wall").exists()


@pytest.mark.parametrize("printers", [[], ["Office"]])
def test_printing_is_offered_where_there_is_a_printer(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, printers: list[str]
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: printers)
    dialog = opened(window)
    words = {each.text() for each in dialog.findChildren(QAbstractButton)}
    assert ("Print..." in words) == bool(printers)


def test_pay_periods_are_entered_as_one_step_and_paydays_stand_in_the_month(
    open_window: Open,
) -> None:
    window = open_window()
    form = PayDialog(window.session, window)
    assert not form._shown.isEnabled()
    # As one types, or Tab would pass the list by.
    form._lag.selectAll()
    QTest.keyClicks(form._lag, "5")
    assert form._shown.isEnabled()
    form._first.put(sept(8))
    form._lag.setValue(5)
    form._shown.put(PaydayPlace.CALENDAR)
    form.save()
    assert window.session.plan.pay == PAY
    notes = window.session.day_notes.by_date(
        window.session.schedule, sept(1), sept(30), window.session.today
    )
    paydays = sorted(day for day, texts in notes.items() if "Payday" in texts)
    assert paydays == [sept(12), sept(26)]
    window.session.store.undo()
    assert window.session.plan.pay is None


def test_what_is_known_is_shown_and_can_be_forgotten(window: MainWindow) -> None:
    form = PayDialog(window.session, window)
    assert (form._first.value(), form._days.value(), form._lag.value()) == (sept(8), 14, 5)
    assert form._shown.value() == "calendar"
    form._lag.setValue(NOT_KNOWN)
    assert form._pay() == PaySchedule(sept(8), 14)
    next(each for each in form.buttons.buttons() if each.text() == "Forget them").click()
    form.save()
    assert window.session.plan.pay is None


def test_the_form_stays_until_its_date_is_understood(window: MainWindow) -> None:
    form = PayDialog(window.session, window)
    form._first.setText("someday")
    form.accept()
    assert not form.result()
    form._first.setText("8/25")
    form.accept()
    assert form.result()
    assert form._pay() == PAY._replace(first=date(2025, 8, 25))


def test_the_choices_follow_the_pay_periods(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(window)
    store = window.session.store

    def forget(*_: object) -> None:
        store.change("pay periods", with_pay(store.plan, None, AT))

    monkeypatch.setattr("heartplanner.ui.hours.hours_dialog.edit_pay", forget)
    button(dialog, "Pay periods...").click()
    assert dialog._choice.value() == "week"
    assert dialog._choice.findData("period") < 0
    assert dialog._title.text() == "Work week September 8–14, 2025"


def test_the_keys_alone_lead_through_it(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened(window)
    reached = set()
    for _ in range(12):
        dialog.focusNextChild()
        reached.add(dialog.focusWidget())
    assert {dialog._choice, dialog._back, dialog._on, dialog._table} <= reached
    dialog._table.setFocus()
    qtbot.keyClick(dialog._table, Qt.Key.Key_Home)
    qtbot.keyClick(dialog._table, Qt.Key.Key_Down)
    assert dialog._table.currentRow() == 1
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_last_and_the_first_days_of_all_can_be_shown(window: MainWindow) -> None:
    dialog = opened(window)
    dialog._choice.put(Shown.DATES)
    dialog._from.put(date(2200, 12, 1))
    dialog._to.put(date(2200, 12, 31))
    assert dialog._title.text() == "December 1–31, 2200"
    assert not dialog._on.isEnabled()
    dialog._from.put(date(1950, 1, 1))
    assert dialog._error.text() == TOO_LONG
    dialog._to.put(date(1950, 1, 2))
    assert not dialog._error.isVisible()
    assert not dialog._back.isEnabled()
    assert dialog._sentence.text() == "Together: 0 h worked."


def test_leave_that_is_left_is_printed_only_if_that_is_ticked(window: MainWindow) -> None:
    dialog = opened(window)
    (box,) = dialog.findChildren(QCheckBox)
    assert not box.isVisible()  # without a balance there is nothing to print
    store = window.session.store
    account = LeaveAccount(LeaveKind.VACATION, sept(1), Fraction(40))
    store.change("leave", with_leave(store.plan, account, store.moment()))
    dialog._refresh()
    made = window.user_actions.hours._maker
    line = "Left at the end of September 21, 2025: 28 h of vacation"
    assert line not in made(dialog)(SheetOptions(sept(11))).notes
    box.click()
    assert line in made(dialog)(SheetOptions(sept(11))).notes
