"""Asking in the window: a question typed, answers in the month, and the change that one leads to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from forms import form, save_button
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from heartplanner.core.plan.change import Absence, AbsenceKind, Swap
from heartplanner.ui.ask.answer_card import AnswerCard
from heartplanner.ui.ask.ask_field import AskField
from heartplanner.ui.month.month_table import MonthTable
from heartplanner.ui.view_list import View
from heartplanner.ui.window.main_window import MainWindow

Open = Callable[..., MainWindow]
CONTROL = Qt.KeyboardModifier.ControlModifier


def asked(qtbot: QtBot, window: MainWindow, text: str) -> AnswerCard:
    (field,) = window.findChildren(AskField)
    field.begin()
    qtbot.keyClicks(field, text)
    QApplication.processEvents()
    (card,) = window.findChildren(AnswerCard)
    return card


def said(card: AnswerCard) -> str:
    return "\n".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def test_ctrl_k_goes_to_the_field_and_escape_back_to_the_calendar(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    field = QApplication.focusWidget()
    assert isinstance(field, AskField)
    assert field.isVisible()
    qtbot.keyClicks(field, "Oct 17")
    (card,) = window.findChildren(AnswerCard)
    assert card.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert field.text() == ""
    assert isinstance(QApplication.focusWidget(), MonthTable)


def test_answers_are_numbered_in_the_month(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    card = asked(qtbot, window, "four days in a row in October")
    assert "Oct 10–15, without leave." in said(card)
    assert window.session.month.title == "October 2025"
    pins = window.session.pins
    assert pins is not None
    assert (pins[date(2025, 10, 10)], pins[date(2025, 10, 24)]) == (("1",), ("4",))
    (table,) = window.findChildren(MonthTable)
    spoken = table.model().index_of(date(2025, 10, 10))
    assert spoken.data(Qt.ItemDataRole.AccessibleTextRole).endswith("An answer begins here.")


def test_down_and_enter_lead_to_the_leave_that_an_answer_takes(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    asked(qtbot, window, "Dec 12-14")
    (field,) = window.findChildren(AskField)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    ways = QApplication.focusWidget()
    assert ways is not None
    assert window.session.span == (date(2025, 12, 12), date(2025, 12, 14))
    qtbot.keyClick(ways, Qt.Key.Key_Return)
    save_button(form(window)).click()
    change = window.session.plan.changes[-1].what
    assert change == Absence(AbsenceKind.LEAVE, date(2025, 12, 12), date(2025, 12, 12))
    assert window.session.pins is None


def test_a_swap_is_offered_with_both_of_its_days(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    card = asked(qtbot, window, "Dec 12-14")
    card._list.setCurrentRow(1)
    card._enter.click()
    save_button(form(window)).click()
    assert window.session.plan.changes[-1].what == Swap(date(2025, 12, 12), date(2025, 12, 8))


def test_what_is_not_understood_is_said_while_one_types(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    card = asked(qtbot, window, "lunch with Lee")
    assert 'Not understood: "lunch" and "lee".' in said(card)
    assert window.session.pins == {}


def test_the_other_reading_is_a_click_away(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    card = asked(qtbot, window, "next Friday")
    assert "September 19, 2025" in said(card)
    card._other.click()
    assert "September 12, 2025" in said(card)


def test_an_answer_takes_the_year_to_no_other_view_until_it_is_chosen(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    window.session.show_view(View.YEAR)
    card = asked(qtbot, window, "Oct 17")
    assert window.session.view is View.YEAR
    card.begin()
    assert window.session.view is View.MONTH


def test_the_field_is_there_in_the_smallest_window(open_window: Open) -> None:
    window = open_window()
    window.resize(720, 480)
    QApplication.processEvents()
    (field,) = window.findChildren(AskField)
    assert field.isVisible()
    assert window.rect().contains(field.mapTo(window, field.rect().bottomRight()))
