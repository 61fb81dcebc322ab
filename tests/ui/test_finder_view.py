"""The finder in the window: marking, what follows, using it, and undoing all of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from heartplanner.core.finder.search import counts_of, search_of
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import Mark
from heartplanner.ui.finder.finder_cards import CountCard, OptionsCard, QuestionCard, UseCard
from heartplanner.ui.finder.finder_table import FinderTable
from heartplanner.ui.finder.finder_view import FinderView
from heartplanner.ui.finder.roster_dialog import RosterDialog
from heartplanner.ui.window.main_window import MainWindow

Open = Callable[..., MainWindow]
CYCLE = date(2025, 9, 8)
"""The cycle of the window's today begins on this Monday."""


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    found_ = open_window()
    found_.session.show_view("finder")
    return found_


def board(window: MainWindow) -> FinderTable:
    return window.findChildren(FinderTable)[0]


def texts(window: MainWindow) -> str:
    return "\n".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())


def names(window: MainWindow, *days: int) -> list[str]:
    model, role = board(window).model(), Qt.ItemDataRole.AccessibleTextRole
    return [model.index(*divmod(day - 1, 7)).data(role) for day in days]


def marks(window: MainWindow) -> tuple[Mark, ...]:
    return search_of(window.session.store.plan).marks


def button(window: MainWindow, words: str) -> QPushButton:
    return next(each for each in window.findChildren(QPushButton) if each.text() == words)


def shown_buttons(window: MainWindow) -> list[str]:
    return [each.text() for each in window.findChildren(QPushButton) if each.isVisible()]


def test_letters_mark_days_and_the_rest_follows(qtbot: QtBot, window: MainWindow) -> None:
    table = board(window)
    table.go_to(0)
    qtbot.keyClicks(table, "-SSAS---S")
    table.go_to(19)
    qtbot.keyClicks(table, "s")
    assert marks(window)[0] == Mark(CYCLE, "-")
    assert marks(window)[-1] == Mark(date(2025, 9, 27), "S")
    shown = texts(window)
    assert "9,600" in shown
    assert "of 7,526,400. You marked 10 days; 19 are still open." in shown
    assert "Monday, September 22: do you work?" in shown
    assert "Your break: October 10-15, six days." in shown
    assert names(window, 1, 10, 21, 15) == [
        "Monday, September 8, 2025: free, you marked it",
        "Wednesday, September 17, 2025: a shift in 67% of the rotations left, open",
        "Sunday, September 28, 2025: shift, follows for certain",
        "Monday, September 22, 2025: a shift in 20% of the rotations left, open, next question",
    ]


def test_clicks_step_and_dragging_marks_alike(qtbot: QtBot, window: MainWindow) -> None:
    table = board(window)
    view = table.viewport()

    def at(day: int) -> QPoint:
        return table.visualRect(table.model().index(*divmod(day, 7))).center()

    for letter in ("S", "A", "-", ""):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(1))
        assert [mark.letter for mark in marks(window)] == list(letter)
    for first, letters in ((1, ["S", "S", "S"]), (2, ["S", "S", "S", "S"])):
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=at(first))
        for day in (first + 1, first + 2):
            table.mouseMoveEvent(moved(at(day)))
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at(first + 2))
        assert [mark.letter for mark in marks(window)] == letters


def drag(qtbot: QtBot, table: FinderTable, *days: int) -> None:
    """Press on the first of these days of the cycle, 0 to 41, and let go on the last."""

    def at(day: int) -> QPoint:
        return table.visualRect(table.model().index(*divmod(day, 7))).center()

    qtbot.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=at(days[0]))
    for day in days[1:]:
        table.mouseMoveEvent(moved(at(day)))
    qtbot.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=at(days[-1]))


def test_an_open_days_drag_passes_over_marks_and_is_one_step(
    qtbot: QtBot, window: MainWindow
) -> None:
    table = board(window)
    table.go_to(9)
    qtbot.keyClicks(table, "A")
    drag(qtbot, table, 8, 9, 10)
    assert {mark.date.day: mark.letter for mark in marks(window)} == {16: "S", 17: "A", 18: "S"}
    assert window.session.store.undo_name == "2 days marked as shift"
    window.session.store.undo()
    assert [mark.letter for mark in marks(window)] == ["A"]


def test_a_marked_days_drag_makes_others_like_it(qtbot: QtBot, window: MainWindow) -> None:
    table = board(window)
    table.go_to(8)
    qtbot.keyClicks(table, "AS")
    drag(qtbot, table, 8, 9, 10)
    assert [mark.letter for mark in marks(window)] == ["A", "A", "A"]
    window.session.store.undo()
    assert [mark.letter for mark in marks(window)] == ["A", "S"]


def test_half_a_date_of_week_one_drops_no_mark(qtbot: QtBot, window: MainWindow) -> None:
    table = board(window)
    table.go_to(1)
    qtbot.keyClicks(table, "SS")
    field = window.findChildren(FinderView)[0]._start
    field.select()
    qtbot.keyClicks(field, "1/5")
    assert len(marks(window)) == 2
    assert search_of(window.session.store.plan).start == date(2025, 7, 28)
    assert field.feedback.text() == "Monday, January 5, 2026"
    qtbot.keyClicks(field, "/2026")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert search_of(window.session.store.plan).start == date(2026, 1, 5)


def moved(to: QPoint) -> QMouseEvent:
    """The pointer goes on with its left button held."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return QMouseEvent(QEvent.Type.MouseMove, QPointF(to), QPointF(to), left, left, none)


def test_answers_lead_to_one_rotation_and_undo_leads_back(qtbot: QtBot, window: MainWindow) -> None:
    before = window.session.store.plan
    truth = "-SSAS---SSAS-----ASSS-SSAS--SSSA------ASSS"
    steps = 0
    while (day := counts_of(search_of(window.session.store.plan)).ask_next) is not None:
        window.findChildren(QuestionCard)[0].answered.emit(truth[day - 1])
        steps += 1
    assert steps < 20
    qtbot.waitUntil(lambda: "Your schedule" in texts(window))
    assert not window.findChildren(QuestionCard)[0].isVisible()
    for _ in range(steps):
        window.session.store.undo()
    assert window.session.store.plan == before


def test_a_contradiction_is_named_and_shown(qtbot: QtBot, window: MainWindow) -> None:
    table = board(window)
    for day in (5, 12):
        table.go_to(day)
        qtbot.keyClicks(table, "S")
    shown = texts(window)
    assert "These cannot all be true" in shown
    assert "Saturday, September 13 and Saturday, September 20 are both worked" in shown
    assert all("conflicts with another day" in name for name in names(window, 6, 13))
    qtbot.waitUntil(lambda: "No rotation fits." in texts(window))
    assert not button(window, "Use this rotation").isEnabled()


@pytest.mark.parametrize(
    ("words", "kept", "rules"),
    [
        ("Unmark Sat, Sep 13", [20], {"P3", "P4", "P6", "P7"}),
        ("Unmark Sat, Sep 20", [13], {"P3", "P4", "P6", "P7"}),
        ('Drop "one weekend in three"', [13, 20], {"P3", "P4", "P7"}),
    ],
)
def test_a_contradiction_is_resolved_by_a_button_and_undone(
    qtbot: QtBot, window: MainWindow, words: str, kept: list[int], rules: set[str]
) -> None:
    table = board(window)
    for day in (5, 12):
        table.go_to(day)
        qtbot.keyClicks(table, "S")
    before = window.session.store.plan
    qtbot.waitUntil(lambda: words in shown_buttons(window))
    button(window, words).click()
    search = search_of(window.session.store.plan)
    assert [mark.date.day for mark in search.marks] == kept
    assert search.options.rules == rules
    assert "These cannot all be true" not in texts(window)
    assert not [each for each in shown_buttons(window) if each.startswith(("Unmark", "Drop"))]
    window.session.store.undo()
    assert window.session.store.plan == before
    qtbot.waitUntil(lambda: words in shown_buttons(window))


def test_using_one_of_many_shows_what_is_a_guess(qtbot: QtBot, window: MainWindow) -> None:
    table = board(window)
    table.go_to(0)
    qtbot.keyClicks(table, "-SSAS---S")
    qtbot.waitUntil(button(window, "Use this rotation").isEnabled)
    button(window, "Use this rotation").click()
    assert window.session.habits.view == "month"
    assert "31 days of your rotation are not confirmed yet." in texts(window)
    window.session.choose(date(2025, 9, 17))
    assert "That is not confirmed yet." in texts(window)
    window.session.store.undo()
    assert window.session.store.plan.example
    assert "example rotation" in texts(window)


def test_another_one_and_the_first_again(qtbot: QtBot, window: MainWindow) -> None:
    table = board(window)
    table.go_to(0)
    qtbot.keyClicks(table, "-SSAS---SSAS-----ASSS-SSAS--")
    assert counts_of(search_of(window.session.store.plan)).total == 8
    card = window.findChildren(UseCard)[0]

    def shown() -> str:
        return card.findChildren(QLabel)[1].text()

    qtbot.waitUntil(lambda: shown().count("\n") == 5)
    assert "Dashed days are not confirmed yet." in texts(window)
    first = shown()
    assert first.startswith("-SSAS--\n-SSAS--\n---ASSS\n-SSAS--\n")
    seen = [first]
    for _ in range(7):
        button(window, "Another one").click()
        assert shown() not in seen
        seen.append(shown())
    button(window, "Another one").click()
    assert shown() == first


def test_options_change_what_is_left(window: MainWindow) -> None:
    card = window.findChildren(OptionsCard)[0]
    card._admin.put("flexible")
    assert "153,408,000" in texts(window)
    card._breaks.put("7")
    assert "17,164,800" in texts(window)
    card._rules["P7"].setChecked(False)
    assert search_of(window.session.store.plan).options.rules == {"P3", "P4", "P6"}


def test_other_cycles_have_other_dates_and_the_same_marks(qtbot: QtBot, window: MainWindow) -> None:
    table = board(window)
    table.go_to(0)
    qtbot.keyClicks(table, "S")
    window.session.turn(-1)
    assert names(window, 1) == ["Monday, July 28, 2025: shift, you marked it"]
    window.session.turn(-1)
    assert names(window, 1) == ["Monday, July 28, 2025: shift, you marked it"]
    window.session.turn(2)
    assert names(window, 1)[0].startswith("Monday, October 20, 2025")


def test_counts_go_down_step_by_step(qtbot: QtBot, window: MainWindow) -> None:
    table = board(window)
    table.go_to(0)
    qtbot.keyClicks(table, "SSSA-")
    way = window.findChildren(CountCard)[0]._way.text().split(" → ")
    assert way[-1] == "496,640"
    counts = [int(each.replace(",", "")) for each in way]
    assert counts == sorted(counts, reverse=True)


def in_roster(act: Callable[[RosterDialog], None]) -> None:
    def found_() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, RosterDialog):
            QTimer.singleShot(2000, dialog, dialog.reject)
            act(dialog)
        else:
            QTimer.singleShot(10, found_)

    QTimer.singleShot(10, found_)


def test_a_roster_from_text_fills_in_days_and_their_band(window: MainWindow) -> None:
    def fill(dialog: RosterDialog) -> None:
        text, unread = dialog.findChildren(QPlainTextEdit)
        text.setPlainText("9/9 noon-midnight\n9/10 noon-midnight\n9/11 admin\nlunch\n")
        assert unread.toPlainText() == "Line 4, lunch: it has no date"
        assert "3 days understood, September 9-11, 2025." in [
            each.text() for each in dialog.findChildren(QLabel)
        ]
        dialog.accept()

    in_roster(fill)
    window.user_actions.finder.roster("text")
    assert [mark.letter for mark in marks(window)] == ["S", "S", "A"]
    assert window.session.store.plan.assignments[0].band is Band.EVENING
    assert window.session.store.undo_name == "3 days from a roster"
    window.session.store.undo()
    assert marks(window) == ()


def test_before_a_roster_is_pasted_nothing_is_said_to_be_unread(window: MainWindow) -> None:
    def look(dialog: RosterDialog) -> None:
        text, unread = dialog.findChildren(QPlainTextEdit)
        assert unread.isHidden()
        text.setPlainText("Your schedule:\n9/9 noon-midnight\n")
        assert unread.toPlainText() == "Line 1, Your schedule: it has no date"
        assert not unread.isHidden()
        dialog.reject()

    in_roster(look)
    window.user_actions.finder.roster("text")


def test_a_roster_that_cannot_be_read_is_said(window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "photo.txt"
    file.write_bytes(b"\x89PNG\r\n\x1a\n")
    window.user_actions.finder.roster_file(file)
    shown = QApplication.activeModalWidget()
    assert shown is not None
    assert "a photo is not read" in shown.text()  # type: ignore[attr-defined]
    shown.close()
