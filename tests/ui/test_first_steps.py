"""The first steps, with the pointer and the keys: to the phone, back and forth, left, opened again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from drops import entering
from phone_hands import PhoneHands
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot
from settled import idle, settle

from heartplanner.core.edits.edits import assign
from heartplanner.core.edits.history import facts
from heartplanner.core.finder.search import search_of
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import EXAMPLE_ROTATION, Assignment, Rotation
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.ui.fields.date_field import DateField
from heartplanner.ui.fields.line_field import is_for_menus
from heartplanner.ui.fields.rotation_field import RotationField
from heartplanner.ui.fields.work_week_field import WorkWeekField
from heartplanner.ui.first_steps.first_steps import FirstSteps
from heartplanner.ui.first_steps.shift_board import ShiftBoard
from heartplanner.ui.first_steps.step_head import StepHead
from heartplanner.ui.first_steps.steps_bar import StepsBar
from heartplanner.ui.panel.side_panel import SidePanel
from heartplanner.ui.review.review_dialog import ReviewDialog
from heartplanner.ui.view_list import View
from heartplanner.ui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("one_window")

Open = Callable[..., MainWindow]
OWN = "SSSA---\n----SSS\n-SSAS--\n-SSAS--\n---ASSS\n-SSAS--"

TO_PHONE = ("Next", "Next", "Like the sample", "Use these days")


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    window = open_window()
    window.first_steps()
    QApplication.processEvents()
    return window


def steps(window: MainWindow) -> FirstSteps:
    return window.findChildren(FirstSteps)[0]


def shown(window: MainWindow) -> bool:
    return steps(window).isVisible()


def press(qtbot: QtBot, window: MainWindow, words: str) -> None:
    """Press the one button of the steps that says this."""
    buttons = [*steps(window).findChildren(QPushButton), *steps(window).findChildren(QRadioButton)]
    (button,) = [each for each in buttons if each.text() == words and each.isVisible()]
    scroll = steps(window).findChildren(QScrollArea)[0]
    if scroll.isAncestorOf(button):
        scroll.ensureWidgetVisible(button)
    at = QPoint(12, button.height() // 2)
    assert button.window().childAt(button.mapTo(button.window(), at)) is button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=at)
    idle()


def head(window: MainWindow, number: int) -> StepHead:
    return steps(window).findChildren(StepHead)[number - 1]


def field(window: MainWindow) -> QLineEdit:
    (found,) = [each for each in steps(window).findChildren(QLineEdit) if each.isVisible()]
    return found


def type_date(qtbot: QtBot, window: MainWindow, text: str) -> None:
    line = field(window)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def own_keys(qtbot: QtBot, *keys: Qt.Key) -> None:
    """Keys that go to whatever has the focus, as on a keyboard."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)
        QApplication.processEvents()


def saved_to(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> list[str]:
    """Answer the file dialog with this path; what it was called with shows that it was opened."""
    asked: list[str] = []

    def answer(*arguments: object) -> tuple[str, str]:
        asked.append(str(arguments[1]))
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return asked


def test_four_clicks_lead_from_nothing_to_the_phone_and_three_to_a_saved_calendar(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    path = own_folder / "phone.ics"
    asked = saved_to(monkeypatch, path)
    for words in TO_PHONE:
        press(qtbot, window, words)
    assert said(window, "Put it on your phone")
    press(qtbot, window, "Put it on my phone")
    page = PhoneHands(window, qtbot)
    page.click("A file, now")
    page.click("Save the file...")
    assert len(asked) == 1
    assert b"HEART 9-9" in path.read_bytes()
    assert not window.session.plan.example
    assert window.session.store.undo_name == "days like the sample"
    assert head(window, 3).accessibleName() == "Step 3 of 4: Days, like the sample"
    assert not shown(window)
    page.click("Back to the calendar")
    assert window.session.view is View.MONTH
    assert window.findChildren(SidePanel)[0].isVisible()


def test_by_keys_alone(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    """Enter goes on, the arrows choose among the hours, and the calendar is saved."""
    path = own_folder / "phone.ics"
    saved_to(monkeypatch, path)
    own_keys(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Down)
    assert window.session.plan.assignments[0].band is Band.EVENING
    # Nothing is chosen in the third step: Enter alone does not take the sample's days.
    own_keys(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert said(window, "Which days do you work?")
    assert window.session.plan.example
    own_keys(qtbot, *[Qt.Key.Key_Down] * 3, Qt.Key.Key_Space)
    own_keys(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Return)
    # On the page the keys are at the first way; the file is the fourth.
    own_keys(qtbot, *[Qt.Key.Key_Down] * 3, Qt.Key.Key_Return)
    assert b"HEART noon-midnight" in path.read_bytes()


def test_each_answer_is_in_the_calendar_at_once_and_one_undo_takes_a_step_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    store = window.session.store
    before = store.plan
    press(qtbot, window, "Next")
    for words in ("Noon-midnight", "Both", "Noon-midnight"):
        press(qtbot, window, words)
    assert store.plan.assignments[0].band is Band.EVENING
    assert store.undo_name == "usual hours, noon-midnight"
    store.undo()
    assert facts(store.plan) == facts(before)
    assert store.undo_name == ""
    (day_shifts,) = [
        each for each in steps(window).findChildren(QRadioButton) if each.text() == "9 am–9 pm"
    ]
    assert day_shifts.isChecked()


def test_an_answer_that_is_taken_back_by_another_leaves_no_edit(
    qtbot: QtBot, window: MainWindow
) -> None:
    press(qtbot, window, "Next")
    press(qtbot, window, "Noon-midnight")
    press(qtbot, window, "9 am–9 pm")
    assert window.session.store.undo_name == ""


def test_the_work_week_is_an_answer_too_and_tells_no_day_anew(
    qtbot: QtBot, window: MainWindow
) -> None:
    store = window.session.store
    history = store.plan.history
    steps(window).findChildren(WorkWeekField)[0].put_day(6)
    assert store.plan.assignments[0].work_week == 6
    press(qtbot, window, "Next")
    press(qtbot, window, "Back")
    assert steps(window).findChildren(WorkWeekField)[0].currentText() == "Sunday"
    assert store.plan.history == history
    assert store.undo_name == "work week from Sunday"
    store.undo()
    assert store.plan.assignments[0].work_week == 0
    assert steps(window).findChildren(WorkWeekField)[0].currentText() == "Monday"


def test_a_later_first_day_with_its_own_reminder_date(qtbot: QtBot, window: MainWindow) -> None:
    type_date(qtbot, window, "1/5/2026")
    assert field(window).text() == "1/5/2026"
    own_keys(qtbot, Qt.Key.Key_Return)
    plan = window.session.plan
    assert plan.start == date(2026, 1, 5)
    assert [each.date for each in plan.milestones] == [date(2026, 3, 6)]
    assert window.session.month.title == "January 2026"
    assert head(window, 1).accessibleName().startswith("Step 1 of 4: First day")


def test_a_first_day_without_a_year_is_near_today_and_both_years_are_named(
    qtbot: QtBot, window: MainWindow
) -> None:
    # Today is September 11, 2025: the last June 20 is nearer than the next, though more than 60 days ago.
    type_date(qtbot, window, "6/20")
    assert said(window, "Friday, June 20, 2025. For 2026, type the year too.")
    qtbot.keyClick(field(window), Qt.Key.Key_Return)
    assert window.session.plan.start == date(2025, 6, 20)
    assert said(window, "Friday, June 20, 2025")
    assert said(window, "That was 2 months ago. For 2026, type the year too.")
    type_date(qtbot, window, "6/20/26")
    qtbot.keyClick(field(window), Qt.Key.Key_Return)
    assert window.session.plan.start == date(2026, 6, 20)
    assert said(window, "That is 282 days from now.")


def test_what_is_no_date_is_said_and_changes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    before = window.session.plan
    type_date(qtbot, window, "soon")
    own_keys(qtbot, Qt.Key.Key_Return)
    (onward,) = [each for each in steps(window).findChildren(QPushButton) if each.text() == "Next"]
    assert window.session.plan == before
    assert head(window, 1).accessibleName().endswith("this step")
    assert not onward.isEnabled()


def test_a_first_day_that_cannot_be_is_refused_in_words(qtbot: QtBot, window: MainWindow) -> None:
    store = window.session.store
    second = Assignment(date(2025, 12, 1), EXAMPLE_ROTATION, confirmed=True)
    store.change("a second rotation", assign(store.plan, second, store.moment()))
    QGuiApplication.clipboard().setText("1/5/2026")
    field(window).selectAll()
    qtbot.keyClick(field(window), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    own_keys(qtbot, Qt.Key.Key_Return)
    assert store.plan.start == date(2025, 7, 28)
    assert said(window, "Your rotation changes on December 1, 2025: choose a day before it.")


def said(window: MainWindow, text: str) -> bool:
    from PySide6.QtWidgets import QLabel

    return any(
        each.isVisible() and text in each.text() for each in steps(window).findChildren(QLabel)
    )


def test_the_sample_is_a_choice_and_its_days_are_not_confirmed(
    qtbot: QtBot, window: MainWindow
) -> None:
    press(qtbot, window, "Next")
    press(qtbot, window, "Next")
    radios = [each for each in steps(window).findChildren(QRadioButton) if each.isVisible()]
    assert [each.text() for each in radios if each.isChecked()] == []
    (onward,) = [
        each for each in steps(window).findChildren(QPushButton) if each.text() == "Use these days"
    ]
    assert not onward.isEnabled()
    qtbot.mouseClick(head(window, 1), Qt.MouseButton.LeftButton)
    assert head(window, 3).accessibleName() == "Step 3 of 4: Days, not said yet"
    qtbot.mouseClick(head(window, 3), Qt.MouseButton.LeftButton)
    press(qtbot, window, "Like the sample")
    press(qtbot, window, "Use these days")
    assert window.session.plan.assignments[0].guesses == tuple(range(1, 43))
    assert said(window, "42 of 42 days of your rotation are not confirmed yet.")
    press(qtbot, window, "Back")
    press(qtbot, window, "Use these days")  # used again they are not any surer
    assert window.session.plan.assignments[0].guesses == tuple(range(1, 43))


def test_back_and_forth_by_the_heads(qtbot: QtBot, window: MainWindow) -> None:
    assert not head(window, 2).isEnabled()
    press(qtbot, window, "Next")
    press(qtbot, window, "Next")
    qtbot.mouseClick(head(window, 1), Qt.MouseButton.LeftButton)
    assert said(window, "When did you start?")
    assert head(window, 3).isEnabled()
    assert not head(window, 4).isEnabled()
    head(window, 3).setFocus()
    own_keys(qtbot, Qt.Key.Key_Return)
    assert said(window, "Which days do you work?")
    press(qtbot, window, "Back")
    assert said(window, "Which hours do you work?")


@pytest.mark.parametrize("step", [1, 2, 3, 4])
def test_it_can_be_left_at_each_step_and_the_program_works(
    qtbot: QtBot, window: MainWindow, step: int
) -> None:
    for words in TO_PHONE if step == 4 else TO_PHONE[: step - 1]:
        press(qtbot, window, words)
    ways: tuple[Callable[[], None], ...] = (
        lambda: own_keys(qtbot, Qt.Key.Key_Escape),
        lambda: press(qtbot, window, "Close" if step == 4 else "Not now"),
    )
    for leave in ways:
        leave()
        month = window.session.month.number
        assert not shown(window)
        assert not window.findChildren(StepsBar)[0].isVisible()
        own_keys(qtbot, Qt.Key.Key_PageDown)
        assert window.session.month.number == month + 1
        assert window.session.plan.example == (step < 4)
        window.first_steps()
        QApplication.processEvents()
        head(window, step).click()


def test_opened_again_from_the_menu_it_shows_what_was_answered(
    qtbot: QtBot, window: MainWindow
) -> None:
    press(qtbot, window, "Next")
    press(qtbot, window, "Noon-midnight")
    press(qtbot, window, "Next")
    press(qtbot, window, "Like the sample")
    press(qtbot, window, "Use these days")
    press(qtbot, window, "Close")
    window._binder.actions["first-steps"].trigger()
    assert shown(window)
    assert said(window, "When did you start?")
    assert head(window, 2).accessibleName() == "Step 2 of 4: Hours, noon-midnight"
    assert head(window, 4).isEnabled()


def test_both_hours_are_marked_in_the_six_weeks(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, "Next")
    press(qtbot, window, "Both")
    press(qtbot, window, "Next")
    (onward,) = [
        each for each in steps(window).findChildren(QPushButton) if each.text() == "Use these days"
    ]
    assert not onward.isEnabled()
    board = steps(window).findChildren(ShiftBoard)[0]
    tuesday = board.visualRect(board.model().index(0, 1)).center()
    qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=tuesday)
    assert window.session.plan.assignments[0].rotation.weeks[0] == "-EDAD--"
    qtbot.keyClick(board, Qt.Key.Key_E)
    qtbot.keyClick(board, Qt.Key.Key_E)
    assert window.session.plan.assignments[0].rotation.weeks[0] == "-EEAD--"
    press(qtbot, window, "Use these days")
    assert window.session.store.undo_name == "days like the sample"
    window.session.store.undo()
    assert window.session.plan.assignments[0].rotation.weeks[0] == "-DDAD--"


def test_typed_days_are_shown_once_they_are_whole_and_are_ones_own_once_used(
    qtbot: QtBot, window: MainWindow
) -> None:
    press(qtbot, window, "Next")
    press(qtbot, window, "Next")
    window.resize(1366, 700)
    press(qtbot, window, "Type it")
    typed = steps(window).findChildren(RotationField)[0]
    changes: list[object] = []
    window.session.store.plan_changed.connect(changes.append)
    assert typed.hasFocus()
    qtbot.keyClicks(typed, "SSSA--")
    # Why the button is gray is in sight, also on the screen of a small laptop, and moves no letter.
    settle(window)
    (wrong,) = (part for part in steps(window).findChildren(QLabel) if "6 letters" in part.text())
    assert "6 letters, expected 42" in wrong.text()
    assert wrong.visibleRegion().boundingRect() == wrong.rect()
    place = typed.mapTo(window, QPoint())
    assert said(
        window, "Line 1 is the week from Monday, July 28, 2025, and again the week from Monday,"
    )
    typed.selectAll()
    heard = []
    for line in OWN.splitlines():
        qtbot.keyClicks(typed, line)
        heard.append(len(changes))
        qtbot.keyClick(typed, Qt.Key.Key_Return)
    assert heard == [0, 0, 0, 0, 0, 1]  # half of it changes nothing
    assert typed.hasFocus()
    assert not said(window, "expected 42")
    assert typed.mapTo(window, QPoint()) == place
    assert window.session.plan.assignments[0].rotation == Rotation.parse(OWN)
    assert window.session.plan.example
    press(qtbot, window, "Use these days")
    assert not window.session.plan.example
    assert head(window, 3).accessibleName() == "Step 3 of 4: Days, your own"
    window.session.store.undo()
    assert window.session.plan.assignments[0].rotation == EXAMPLE_ROTATION


def test_letters_that_are_not_used_are_taken_back_and_evenings_are_kept(
    qtbot: QtBot, window: MainWindow
) -> None:
    press(qtbot, window, "Next")
    press(qtbot, window, "Both")
    press(qtbot, window, "Next")
    board = steps(window).findChildren(ShiftBoard)[0]
    board.go_to(1)
    qtbot.keyClick(board, Qt.Key.Key_Return)
    press(qtbot, window, "Mark a few days")
    press(qtbot, window, "Like the sample")
    assert window.session.plan.assignments[0].rotation.weeks[0] == "-EDAD--"
    press(qtbot, window, "Type it")
    typed = steps(window).findChildren(RotationField)[0]
    assert typed.toPlainText().startswith("-EDAD--\n")
    typed.setPlainText(OWN.replace("SSSA", "DEEA"))
    assert said(window, "Write D for a day shift") is False
    qtbot.keyClick(typed, Qt.Key.Key_Tab)
    assert window.session.plan.assignments[0].rotation.weeks[0] == "DEEA---"
    press(qtbot, window, "Like the sample")
    assert window.session.plan.assignments[0].rotation.weeks[0] == "-DDAD--"


def test_from_the_finder_one_comes_to_the_last_step(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, "Next")
    press(qtbot, window, "Next")
    press(qtbot, window, "Mark a few days")
    press(qtbot, window, "Mark my days")
    assert window.session.view is View.FINDER
    assert not shown(window)
    window.user_actions.finder.use(search_of(window.session.plan), Rotation.parse(OWN))
    assert window.session.view is View.MONTH
    assert shown(window)
    assert said(window, "Put it on your phone")
    assert head(window, 4).accessibleName() == "Step 4 of 4: Phone, this step"


def test_the_finder_may_be_opened_from_the_menu_too(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert window.session.view is View.FINDER
    window.user_actions.finder.use(search_of(window.session.plan), Rotation.parse(OWN))
    assert said(window, "Put it on your phone")


def test_the_way_back_from_the_finder_without_a_rotation(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, "Next")
    press(qtbot, window, "Next")
    press(qtbot, window, "Mark a few days")
    press(qtbot, window, "Mark my days")
    (back,) = [
        each
        for each in window.findChildren(StepsBar)[0].findChildren(QPushButton)
        if each.isVisible()
    ]
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert shown(window)
    assert said(window, "Which days do you work?")


def test_both_hours_are_asked_for_after_a_rotation_that_does_not_tell_them(
    qtbot: QtBot, window: MainWindow
) -> None:
    press(qtbot, window, "Next")
    press(qtbot, window, "Both")
    press(qtbot, window, "Next")
    press(qtbot, window, "Mark a few days")
    press(qtbot, window, "Mark my days")
    window.user_actions.finder.use(search_of(window.session.plan), Rotation.parse(OWN))
    assert said(window, "Click each shift that is an evening shift")
    assert window.session.plan.assignments[0].rotation.weeks[0] == "DDDA---"
    guesses = window.session.plan.assignments[0].guesses
    qtbot.keyClick(steps(window).findChildren(ShiftBoard)[0], Qt.Key.Key_E)
    press(qtbot, window, "Use these days")
    assert window.session.plan.assignments[0].rotation.weeks[0] == "EDDA---"
    assert window.session.plan.assignments[0].guesses == guesses != ()
    assert said(window, "Put it on your phone")


def accept_roster() -> None:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, ReviewDialog) and dialog._use.isVisible() and dialog._use.isEnabled():
        dialog._use.click()
    else:
        QTimer.singleShot(10, accept_roster)


def dropped(window: MainWindow, data: QMimeData) -> None:
    """Drop something on the steps, as the window system would."""
    target = steps(window)
    enter = entering(data)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(target, drop)
    QApplication.processEvents()


@pytest.mark.parametrize("way", ["file", "text", "paste"])
def test_a_roster_dropped_or_pasted_anywhere_leads_to_the_finder(
    qtbot: QtBot, window: MainWindow, own_folder: Path, way: str
) -> None:
    press(qtbot, window, "Next")
    QTimer.singleShot(10, accept_roster)
    text, data = "8/12/2025 9a-9p\n8/13/2025 off", QMimeData()
    if way == "paste":
        QGuiApplication.clipboard().setText(text)
        focused = QApplication.focusWidget()
        assert isinstance(focused, QRadioButton)
        qtbot.keyClick(focused, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    elif way == "text":
        data.setText(text)
        dropped(window, data)
    else:
        path = own_folder / "roster.txt"
        path.write_text(text, encoding="utf-8")
        data.setUrls([QUrl.fromLocalFile(str(path))])
        dropped(window, data)
    assert [mark.letter for mark in search_of(window.session.plan).marks] == ["S", "-"]
    assert window.session.view is View.FINDER


def test_a_roster_whose_rotation_is_used_leads_to_the_last_step(
    qtbot: QtBot, window: MainWindow
) -> None:
    press(qtbot, window, "Next")
    worked = {"S": "9a-9p", "A": "admin", "-": "off"}
    august = "S---SSASS----ASSS-SSAS--SSSA-S-"  # the example's, but for the 9th and 30th
    days = enumerate(august, 1)
    data = QMimeData()
    data.setText("\n".join(f"8/{day}/2025 {worked[letter]}" for day, letter in days))
    QTimer.singleShot(10, accept_roster)
    dropped(window, data)
    assert not window.session.plan.example
    assert len(window.session.plan.changes) == 2
    assert window.session.view is View.MONTH
    assert said(window, "Put it on your phone")
    # What goes to the phone is what comes: the days around today are beside it, not the roster's.
    assert window.session.month == Month(2025, 9)
    # Days that are still open are confirmed here too, and which they are is asked.
    assert said(window, "not confirmed yet")
    asked: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        asked.append(dialog.windowTitle())
        dialog.accept()

    QTimer.singleShot(10, answer)
    press(qtbot, window, "They are right")
    assert asked == ["Are these days right?"]
    assert not window.session.plan.assignments[0].guesses
    assert not said(window, "not confirmed yet")


def test_a_letter_held_with_alt_is_typed_into_no_field(qtbot: QtBot, window: MainWindow) -> None:
    """Alt+N for Next put an n in the place of the date."""
    before = field(window).text()
    qtbot.keyClick(field(window), Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert field(window).text() == before
    qtbot.keyClick(field(window), Qt.Key.Key_8, Qt.KeyboardModifier.ShiftModifier)
    assert field(window).text() == "8"
    # On most keyboards of Europe a letter is typed with AltGr, which is both of these.
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
    assert not is_for_menus(
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_At, both, "@"),
    )


def test_a_roster_that_is_not_taken_leaves_the_step_open(window: MainWindow) -> None:
    def reject() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ReviewDialog):
            dialog.reject()
        else:
            QTimer.singleShot(10, reject)

    QTimer.singleShot(10, reject)
    data = QMimeData()
    data.setText("8/2/2025 9a-9p")
    dropped(window, data)
    assert shown(window)
    assert window.session.plan.search is None


def test_a_plan_file_is_left_to_the_window(window: MainWindow, own_folder: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(own_folder / "plan.json"))])
    enter = entering(data)
    steps(window).dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_whoever_changed_rotations_is_told_which_one_this_is_about(open_window: Open) -> None:
    window = open_window(datetime(2026, 5, 1, 12, tzinfo=ZONE))
    store = window.session.store
    second = Assignment(date(2026, 3, 2), Rotation.parse(OWN), confirmed=True)
    store.change("a second rotation", assign(store.plan, second, store.moment()))
    window.first_steps()
    QApplication.processEvents()
    assert said(window, "until March 2, 2026")


@pytest.mark.parametrize(("width", "height", "scale"), [(1024, 640, 1.0), (1366, 768, 2.0)])
def test_everything_can_be_reached(
    qtbot: QtBot, window: MainWindow, width: int, height: int, scale: float
) -> None:
    """What the page has is within its width, and scrolls; the heads and the buttons below stand whole."""
    window.session.set_habits(window.session.habits._replace(scale=scale))
    window.resize(width, height)
    settle(window)
    panel = steps(window)
    assert window.size().toTuple() == (width, height)
    assert window.findChildren(StepsBar)[0].width() < width // 2 + 80
    for words in ("Next", "Next", "Use these days", ""):
        for each in panel.findChildren(QWidget):
            if each.isVisible() and isinstance(each, QPushButton | QRadioButton | StepHead):
                scroll = panel.findChildren(QScrollArea)[0]
                if scroll.isAncestorOf(each):
                    scroll.ensureWidgetVisible(each)
                    idle()
                    corner = each.mapTo(scroll.viewport(), QPoint(each.width(), 0))
                    assert corner.x() <= scroll.viewport().width(), each.text()
                    assert each.width() >= each.minimumSizeHint().width(), each.text()
                else:
                    corner = each.mapTo(window, QPoint(each.width(), each.height()))
                    assert window.rect().contains(corner), each.text()
        if words:
            press(qtbot, window, words)
            settle(window)
    assert panel.width() <= width // 2


def test_a_first_day_is_said_as_it_is_typed_and_applied_on_enter(
    qtbot: QtBot, window: MainWindow
) -> None:
    field = steps(window).findChildren(DateField)[0]
    field.select()
    qtbot.keyClicks(field, "1/5/2026")
    said = [each.text() for each in steps(window).findChildren(QLabel) if each.isVisible()]
    assert "Monday, January 5, 2026" in said
    assert "Monday, July 28, 2025" not in said
    assert window.session.plan.start == date(2025, 7, 28)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.session.plan.start == date(2026, 1, 5)
