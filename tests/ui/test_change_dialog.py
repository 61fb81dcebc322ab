"""Changing days in the window: choosing several, the dialogs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Absence, AbsenceKind, Note, OtherHours, Swap
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import Plan
from heartplanner.ui.edit.change_dialog import ChangeDialog
from heartplanner.ui.fields.plain_fields import ChoiceField
from heartplanner.ui.fields.time_field import TimeField
from heartplanner.ui.month.month_table import MonthTable
from heartplanner.ui.window.main_window import MainWindow

Open = Callable[..., MainWindow]
NOTE = Note(date(2025, 9, 12), "cake")
LEAVE = Absence(AbsenceKind.LEAVE, date(2025, 9, 16), date(2025, 9, 18))


def table(window: MainWindow) -> MonthTable:
    return window.findChildren(MonthTable)[0]


def centre(grid: MonthTable, row: int, column: int) -> QPoint:
    return grid.visualRect(grid.model().index(row, column)).center()


def in_dialog(act: Callable[[ChangeDialog], None]) -> None:
    """Act on the change dialog once it is open, from within its own event loop."""

    def found() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ChangeDialog):
            act(dialog)
        else:
            QTimer.singleShot(10, found)

    QTimer.singleShot(10, found)


def preview(dialog: ChangeDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_dragging_chooses_all_days_between(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    grid = table(window)
    view = grid.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=centre(grid, 2, 1))
    qtbot.mouseMove(view, centre(grid, 2, 2))
    grid.day_chosen.emit(date(2025, 9, 18), True)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=centre(grid, 2, 3))
    assert window.session.span == (date(2025, 9, 16), date(2025, 9, 18))


def test_shift_and_arrows_choose_several_and_say_what_they_hold(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    grid = table(window)
    window.session.choose(date(2025, 9, 16))
    grid.setFocus()
    for _ in range(2):
        qtbot.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert window.session.span == (date(2025, 9, 16), date(2025, 9, 18))
    shown = "\n".join(label.text() for label in window.findChildren(QLabel))
    assert "September 16-18, 2025" in shown
    assert "3 days: 2 shifts and 1 admin block, 28 h" in shown
    qtbot.keyClick(grid, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert window.session.span == (date(2025, 9, 16), date(2025, 9, 17))


def test_leave_says_what_it_costs_before_it_is_accepted_and_can_be_undone(
    open_window: Open, example: Plan
) -> None:
    window = open_window()
    window.session.choose(LEAVE.first)
    window.session.choose(LEAVE.last, extend=True)
    said: list[str] = []

    def accept(dialog: ChangeDialog) -> None:
        said.append(preview(dialog))
        assert dialog.what() == LEAVE
        dialog.accept()

    in_dialog(accept)
    window.user_actions.days.enter("leave", window.session.span)
    assert "This takes off 2 shifts and 1 admin block, 28 h" in said[0]
    assert "Week of September 15: 40 h (28 h leave)" in said[0]
    assert [change.what for change in window.session.store.plan.changes] == [LEAVE]
    assert window.session.store.undo_name == "leave, September 16-18, 2025"
    window.session.store.undo()
    assert window.session.store.plan == example


def test_what_cannot_be_is_said_and_cannot_be_entered(open_window: Open) -> None:
    window = open_window()
    monday = date(2025, 9, 8)

    def look(dialog: ChangeDialog) -> None:
        primary = [b for b in dialog.findChildren(QPushButton) if b.objectName() == "primary"]
        assert "Nothing is worked on September 8, 2025" in preview(dialog)
        assert not primary[0].isEnabled()
        dialog.reject()

    in_dialog(look)
    window.user_actions.days.enter("sick", (monday, monday))
    assert window.session.store.plan.changes == ()


def test_a_reason_with_a_colon_in_it_is_said_whole(open_window: Open) -> None:
    window = open_window()
    sunday = date(2026, 3, 8)  # from 2 am to 3 am there is nothing, the clocks go on
    said: list[str] = []

    def look(dialog: ChangeDialog) -> None:
        start, end = dialog.findChildren(TimeField)
        end.put(time(3))
        start.put(time(2))
        said.append(preview(dialog))
        dialog.reject()

    in_dialog(look)
    window.user_actions.days.enter("training", (sunday, sunday))
    assert "The clocks change on Sunday, March 8, 2026: these hours have no length" in said[0]


def test_an_edit_is_the_plan_that_was_previewed(open_window: Open) -> None:
    window = open_window()
    made: list[object] = []

    def accept(dialog: ChangeDialog) -> None:
        made.append(dialog.after)
        dialog.accept()

    in_dialog(accept)
    window.user_actions.days.enter("leave", (LEAVE.first, LEAVE.last))
    assert window.session.schedule is made[0]


def test_an_edit_is_made_of_the_plan_as_it_is_when_accepted(open_window: Open) -> None:
    window = open_window()
    store = window.session.store

    def accept(dialog: ChangeDialog) -> None:
        store.change("note", add_change(store.plan, NOTE, store.moment()))
        dialog.accept()

    in_dialog(accept)
    window.user_actions.days.enter("leave", (LEAVE.first, LEAVE.last))
    assert [change.what for change in store.plan.changes] == [NOTE, LEAVE]


@pytest.mark.parametrize(
    ("kind", "day", "what"),
    [
        ("swap", date(2025, 9, 9), Swap(date(2025, 9, 9), None)),
        ("swap", date(2025, 9, 8), Swap(None, date(2025, 9, 8))),
        ("called-off", date(2025, 9, 9), Absence(AbsenceKind.CALLED_OFF, *[date(2025, 9, 9)] * 2)),
    ],
)
def test_dialogs_begin_with_what_is_likely(
    open_window: Open, kind: str, day: date, what: object
) -> None:
    window = open_window()
    in_dialog(lambda dialog: dialog.accept())
    window.user_actions.days.enter(kind, (day, day))
    assert [change.what for change in window.session.store.plan.changes] == [what]


@pytest.mark.parametrize("kind", ["extra", "hours", "admin", "training", "note"])
def test_every_kind_has_a_dialog_with_named_fields(open_window: Open, kind: str) -> None:
    window = open_window()
    seen: list[str] = []

    def look(dialog: ChangeDialog) -> None:
        seen.append(dialog.windowTitle())
        dialog.reject()

    in_dialog(look)
    window.user_actions.days.enter(kind, (date(2025, 9, 12), date(2025, 9, 12)))
    assert seen


def test_a_note_is_taken_back_without_a_question(open_window: Open) -> None:
    window = open_window()
    day = date(2025, 9, 12)

    def write(dialog: ChangeDialog) -> None:
        dialog._form.itemAt(3).widget().setText("cake")
        dialog.accept()

    in_dialog(write)
    window.user_actions.days.enter("note", (day, day))
    assert window.session.store.plan.changes[0].what == Note(day, "cake")
    window.user_actions.days.remove((day, day))
    assert window.session.store.plan.changes == ()


def test_what_is_typed_can_be_saved_by_the_pointer_alone(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    tuesday = date(2025, 9, 9)

    def late(dialog: ChangeDialog) -> None:
        QTimer.singleShot(2000, dialog, dialog.reject)
        (save,) = [b for b in dialog.findChildren(QPushButton) if b.objectName() == "primary"]
        (end,) = dialog.findChildren(TimeField)
        height = end.feedback.height()
        assert not save.isEnabled()
        qtbot.keyClicks(end, "11p")
        QApplication.processEvents()
        assert "are this shift's hours now" not in preview(dialog)
        assert abs(end.feedback.height() - height) <= 1  # Qt rounds a line with letters up
        end.apply()
        QApplication.processEvents()
        assert abs(end.feedback.height() - height) <= 1  # Qt rounds a line with letters up
        qtbot.keyClicks(end, "x")
        assert not save.isEnabled()
        end.selectAll()
        qtbot.keyClicks(end, "11:30p")
        qtbot.mouseClick(save, Qt.MouseButton.LeftButton)

    in_dialog(late)
    window.user_actions.days.enter("ended-at", (tuesday, tuesday))
    (change,) = window.session.store.plan.changes
    assert change.what == OtherHours(tuesday, Hours(time(9), time(23, 30)))


def test_a_swaps_hours_are_asked_of_the_shift_that_is_taken(open_window: Open) -> None:
    window = open_window()
    friday = date(2025, 9, 12)

    def look(dialog: ChangeDialog) -> None:
        (hours,) = dialog.findChildren(ChoiceField)
        take = dialog.findChildren(QCheckBox)[1]
        assert not hours.isEnabled()
        take.click()
        assert hours.isEnabled()
        dialog.reject()

    in_dialog(look)
    window.user_actions.days.enter("swap", (friday, friday))
