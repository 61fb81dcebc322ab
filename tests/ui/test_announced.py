"""What a screen reader is told of changes that its focus is not on: each once, in whole words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from forms import opened
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Note
from heartplanner.core.plan.model import EXAMPLE_ROTATION
from heartplanner.style.qss import style_sheet
from heartplanner.style.theme import light
from heartplanner.ui.cycle.board_table import BoardTable
from heartplanner.ui.edit.effects_list import EffectsList
from heartplanner.ui.fields.date_field import DateField
from heartplanner.ui.finder.finder_table import FinderTable
from heartplanner.ui.month.month_table import MonthTable
from heartplanner.ui.view_list import View
from heartplanner.ui.widgets import announce as announcing
from heartplanner.ui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("one_window")

Open = Callable[..., MainWindow]
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of all announcements from now on."""
    texts: list[str] = []

    monkeypatch.setattr(announcing, "speak", lambda _, text: texts.append(text))
    return texts


def note(window: MainWindow) -> None:
    store = window.session.store
    after = add_change(store.plan, Note(date(2025, 9, 16), "cake"), store.moment())
    store.change("note on Tue, Sep 16", after)


def test_what_was_undone_is_told_and_not_the_step_that_remains(
    open_window: Open, announced: list[str]
) -> None:
    window = open_window()
    store = window.session.store
    note(window)
    store.undo()
    store.redo()
    assert announced == [
        "Saved: note on Tue, Sep 16",
        "Undone: note on Tue, Sep 16",
        "Done again: note on Tue, Sep 16",
    ]
    store.undo()
    store.undo()  # there is nothing left: nothing is told
    assert announced[3:] == ["Undone: note on Tue, Sep 16"]


def test_a_change_that_is_taken_back_is_told_in_a_sentence(
    open_window: Open, announced: list[str]
) -> None:
    window = open_window()
    store = window.session.store
    note(window)
    window.user_actions.days.remove((date(2025, 9, 16), date(2025, 9, 16)))
    store.undo()
    store.redo()
    title = "ote, Tuesday, September 16, 2025: cake"
    assert announced[1:] == [
        f"Taken back: n{title}.",
        f"N{title} is there again",
        f"Done again: take back n{title}",
    ]


def test_a_message_is_told_when_it_appears(open_window: Open, announced: list[str]) -> None:
    window = open_window()
    window.session.store.file_changed.emit()
    assert len(announced) == 1
    assert announced == [window.message_bar.text()]
    window.session.store.save_failed.emit("the disk is full")
    assert announced[1].startswith("Not saved. Your last change is in this window only: ")
    assert announced[1].endswith(" the disk is full.")


def test_a_range_is_told_as_it_is_chosen(
    qtbot: QtBot, open_window: Open, announced: list[str]
) -> None:
    window = open_window()
    (month,) = window.findChildren(MonthTable)
    qtbot.keyClick(month, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(month, Qt.Key.Key_Right, SHIFT)
    assert announced == [
        "2 days chosen, Thu, Sep 11 to Fri, Sep 12",
        "3 days chosen, Thu, Sep 11 to Sat, Sep 13",
    ]
    qtbot.keyClick(month, Qt.Key.Key_Right)  # one day alone is the focus, which is told as such
    assert len(announced) == 2


def test_chosen_days_and_no_others_have_the_selected_state(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    (month,) = window.findChildren(MonthTable)

    def selected() -> list[str]:
        role = Qt.ItemDataRole.AccessibleTextRole
        chosen = sorted(month.selectionModel().selectedIndexes())
        return [index.data(role).split(",")[1] for index in chosen]

    facts = QAccessible.queryAccessibleInterface(month)
    cells = (facts.child(number) for number in range(facts.childCount()))
    named = [cell.text(QAccessible.Text.Name) for cell in cells if cell.state().selected]
    assert named == ["Thursday, September 11, 2025, today: admin, 9 am-1 pm."]
    assert selected() == [" September 11"]
    qtbot.keyClick(month, Qt.Key.Key_Down, SHIFT)
    assert selected() == [f" September {day}" for day in range(11, 19)]
    window.session.turn(1)
    assert selected() == [" October 18"]


def test_the_finder_tells_the_mark_and_how_many_are_left(
    qtbot: QtBot, open_window: Open, announced: list[str]
) -> None:
    window = open_window()
    window.session.show_view(View.FINDER)
    (board,) = window.findChildren(FinderTable)
    board.go_to(1)
    qtbot.keyClicks(board, "S")
    assert announced[0].endswith("marked as shift")
    assert announced[1].endswith("rotations still fit")
    assert len(announced) == 2


def test_the_finder_tells_which_days_differ_once(
    qtbot: QtBot, open_window: Open, announced: list[str]
) -> None:
    window = open_window()
    window.session.show_view(View.FINDER)
    (board,) = window.findChildren(FinderTable)
    board.go_to(0)
    qtbot.keyClicks(board, f"{EXAMPLE_ROTATION.letters[:5]}S{EXAMPLE_ROTATION.letters[6:]}")
    told = "41 of 42 days fit one rotation; September 13 differs."
    qtbot.waitUntil(lambda: told in announced)
    assert announced.count(told) == 1


def test_the_cycle_tells_the_letter_just_typed(
    qtbot: QtBot, open_window: Open, announced: list[str]
) -> None:
    window = open_window()
    window.session.show_view(View.CYCLE)
    (board,) = window.findChildren(BoardTable)
    board.go_to(0)
    qtbot.keyClicks(board, "A")
    assert len(announced) == 1
    assert announced[0].startswith("Week 1, Monday")
    assert announced[0].endswith("admin")


def test_a_wrong_date_and_the_calendars_dates_are_told(qtbot: QtBot, announced: list[str]) -> None:
    field = DateField(date(2025, 9, 11), date(2025, 9, 11))
    qtbot.addWidget(field)
    field.show()
    field.select()
    qtbot.keyClicks(field, "Feb 30")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert announced == [field.feedback.text()]
    assert announced[0]
    field.revert()
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert popup.accessibleName() == "Choose a date"
    (calendar,) = popup.findChildren(QCalendarWidget)
    calendar.setSelectedDate(QDate(2025, 9, 12))
    assert announced[1:] == ["Friday, September 12, 2025"]
    popup.close()


def test_the_drop_down_calendar_shows_all_of_six_weeks_and_no_red(qtbot: QtBot) -> None:
    field = DateField(date(2026, 11, 28), date(2026, 11, 28))
    qtbot.addWidget(field)
    field.setStyleSheet(style_sheet(light(), 1.0))
    field.show()
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    (calendar,) = popup.findChildren(QCalendarWidget)
    (days,) = calendar.findChildren(QTableView)
    qtbot.waitUntil(lambda: days.verticalHeader().length() > 0)
    assert days.verticalHeader().length() <= days.viewport().height()
    picture = days.viewport().grab().toImage()
    colors = {
        picture.pixelColor(x, y).getRgb()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert not any(red > 200 and max(green, blue) < 80 for red, green, blue, _ in colors)
    popup.close()


def test_a_notice_is_one_to_a_screen_reader_and_goes_by_itself(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Orca of Debian 12 reads what comes on show as a notification, and hears no announcement."""
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(announcing.sys, "platform", "linux")
    monkeypatch.setattr(announcing, "STAYS", 50)
    announcing.offer_notices()
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    announcing.announce(window, "3 days chosen")
    announcing.announce(window, "4 days chosen")
    notices = window.findChildren(announcing.Notice)
    facts = [QAccessible.queryAccessibleInterface(each) for each in notices]
    assert [each.text(QAccessible.Text.Name) for each in facts] == [
        "3 days chosen",
        "4 days chosen",
    ]
    assert {each.role() for each in facts} == {QAccessible.Role.Notification}
    assert all(each.isVisible() for each in notices)
    del facts, notices
    qtbot.waitUntil(lambda: not window.findChildren(announcing.Notice))


def test_the_day_is_told_on_each_page_also_in_the_place_of_another(
    open_window: Open, announced: list[str]
) -> None:
    """Sunday, February 7 and Sunday, March 7, 2027 stand in one place: nothing moves but the words."""
    window = open_window()
    (month,) = window.findChildren(MonthTable)
    window.session.go_to(date(2027, 2, 7))
    before = month.currentIndex()
    announced.clear()
    cells: list[int] = []
    month.model().modelReset.connect(lambda: cells.append(1))
    window.session.turn(1)
    assert (month.currentIndex().row(), month.currentIndex().column()) == (
        before.row(),
        before.column(),
    )
    assert announced == ["Sunday, March 7, 2027: day shift, 9 am-9 pm, working weekend."]
    assert cells == []  # cells that are taken away silence a screen reader
    window.session.turn(-1)
    assert announced[1].startswith("Sunday, February 7, 2027")


def test_what_follows_is_announced_and_not_read_again_with_the_form(
    open_window: Open, announced: list[str]
) -> None:
    """A screen reader reads the words of a form that comes on show, but for those that label something."""
    window = open_window()
    card = opened(window, "leave", date(2025, 9, 12))
    (said,) = announced
    for words in card.findChild(EffectsList).findChildren(QLabel):
        if words.isVisible() and len(words.text().split()) > 2:
            assert words.text().replace("\u2013", "-") in said
            facts = QAccessible.queryAccessibleInterface(words)
            assert [kind for _, kind in facts.relations()] == [QAccessible.RelationFlag.Labelled]


@pytest.mark.usefixtures("qapp")
def test_a_field_is_not_told_of_as_typed_before_the_keys_are_in_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its date was said without its name first, since it had been put into a field without a text."""
    texts: list[str] = []

    monkeypatch.setattr(DateField, "setText", lambda _, text: texts.append(text))
    field = DateField(date(2025, 9, 12), date(2025, 9, 11))
    assert field.text() == "Fri, Sep 12, 2025"
    assert texts == []


def test_a_pane_is_named_once(qtbot: QtBot, open_window: Open, announced: list[str]) -> None:
    window = open_window()
    window.message_bar.say("Reprint September 2025.")
    announced.clear()
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F6)
    # The message's own frame is called so, and is told of as the keys come into it.
    assert window.message_bar.accessibleName() == "Message"
    assert announced == ["Side panel", "Calendar"]
