"""Somebody who does anything at all: keys in every view, dialogs opened and left, undo and redo."""

from __future__ import annotations

import random
from datetime import timedelta

from dialogs import DIALOGS, with_dialog
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from heartplanner.ui.ask.ask_field import AskField
from heartplanner.ui.edit.forms.appointment_form import APPOINTMENT
from heartplanner.ui.edit.forms.change_kinds import CHANGE_KINDS
from heartplanner.ui.view_list import VIEWS
from heartplanner.ui.window.main_window import MainWindow

KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Home,
)
TYPED = ("7/24", "noon", "-", "S", "9:30a", "x")
QUESTIONS = ("Oct 17", "next Friday", "two days in a row", "stretch 16 h", "lunch")
ANSWERED = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Escape)


class RandomUser:
    """The same seed does the same."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._window = window
        self._random = random.Random(seed)

    def act(self) -> None:
        """Do one thing."""
        chance = self._random
        session = self._window.session
        match chance.randrange(10):
            case 0:
                session.show_view(chance.choice(VIEWS).id)
            case 1:
                session.turn(chance.choice((-1, 1)))
            case 2:
                session.choose(session.plan.start + timedelta(days=chance.randrange(400)))
            case 3:
                chance.choice((session.store.undo, session.store.redo))()
            case 4:
                with_dialog(self._window, chance.choice(DIALOGS), self._fumble)
            case 5:
                session.zoom(chance.choice((-1, 0, 1)))
            case 6:
                self._fill_form()
            case 7:
                self._ask()
            case _:
                QTest.keyClick(QApplication.focusWidget() or self._window, chance.choice(KEYS))
        QApplication.processEvents()

    def _fill_form(self) -> None:
        """Open a form, type into it, and save or leave it."""
        days, chance = self._window.user_actions.days, self._random
        kind = chance.choice([*(one.id for one in CHANGE_KINDS), APPOINTMENT])
        if kind == APPOINTMENT:
            days.enter_appointment()
        else:
            days.enter(kind)
        if card := days.entry.card:
            self._fumble(card)
            chance.choice((card.save, card.left.emit))()

    def _ask(self) -> None:
        """Type a question, and go on from its answer in some way."""
        (field,) = self._window.findChildren(AskField)
        field.begin()
        QTest.keyClicks(field, self._random.choice(QUESTIONS))
        for _ in range(self._random.randrange(4)):
            QTest.keyClick(
                QApplication.focusWidget() or self._window, self._random.choice(ANSWERED)
            )

    def _fumble(self, place: QWidget) -> None:
        """Type something into a field of a dialog or a form."""
        lines = [each for each in place.findChildren(QLineEdit) if each.isVisible()]
        if lines:
            line = self._random.choice(lines)
            line.setFocus()
            QTest.keyClicks(line, self._random.choice(TYPED))
