"""Six weeks as a table into which letters are typed: its keys and clicks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from heartplanner.core.plan.model import CYCLE_DAYS
from heartplanner.core.words.english import sentence_case
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.weeks.weeks_table import TOTAL, WeeksTable
from heartplanner.ui.widgets.menu_keys import menu_keys

ARROWS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
    Qt.Key.Key_Home: -CYCLE_DAYS,
    Qt.Key.Key_End: CYCLE_DAYS,
}
"""How many days a key goes; the board ends where it ends."""
OTHER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class LetterMenu(QMenu):
    """Letters to choose from; the key of each is printed beside it, and chooses it. `typed`: as there."""

    def __init__(self, parent: QWidget, typed: Mapping[str, str]) -> None:
        super().__init__(parent)
        self._typed, self._actions = typed, dict[str, QAction]()
        self.setAccessibleName("This day is")

    def add(self, letter: str, word: str) -> QAction:
        """A letter with what it means."""
        action = self._actions[letter] = self.addAction(f"{sentence_case(word)}\t{letter}")
        return action

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._actions.get(self._typed.get(event.text().upper(), ""))
        if action is None:
            super().keyPressEvent(event)
        else:
            self.close()
            action.trigger()


class LetterTable(WeeksTable):
    """Days are told by their index, 0 to 41. `typed`: what the keys stand for; `none`: no letter."""

    letter_put = Signal(int, str)
    day_reached = Signal(int)
    """A day that keys or pointer went to."""
    day_stepped = Signal(int)
    text_pasted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        today: date,
        typed: Mapping[str, str],
        none: str,
        *,
        small: bool = False,
    ) -> None:
        super().__init__(theme, today, small=small)
        self._typed, self._none = typed, none
        self._pressed, self._was_chosen, self._clicked_into = -1, False, False

    @property
    def current(self) -> int:
        """The current day."""
        index = self.currentIndex()
        return index.row() * 7 + min(index.column(), TOTAL - 1) if index.isValid() else 0

    def offer(self, words: Mapping[str, str]) -> None:
        """Letters to choose from in a context menu, each by its words; the menu keys open it too."""
        menu = LetterMenu(self, self._typed)
        for letter, word in words.items():
            menu.add(letter, word).triggered.connect(partial(self._put_current, letter))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        place = self.viewport().mapToGlobal
        self.customContextMenuRequested.connect(lambda at: menu.popup(place(at)))
        menu_keys(self, menu.popup)

    def _put_current(self, letter: str, _checked: bool = False) -> None:
        self.letter_put.emit(self.current, letter)

    def name_of(self, day: int) -> str:
        """What a screen reader says of a day."""
        index = self._model.index(*divmod(day, 7))
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    def go_to(self, day: int) -> None:
        self.mark(day)
        self.day_reached.emit(self.current)

    def mark(self, day: int) -> None:
        """Make a day the current one, without telling of it."""
        row, column = divmod(min(max(day, 0), CYCLE_DAYS - 1), 7)
        self.setCurrentIndex(self._model.index(row, column))
        self.viewport().update()

    def type_letter(self, letter: str) -> None:
        """Put a letter on the current day and go on to the next."""
        day = self.current
        self.letter_put.emit(day, letter)
        self.go_to(day + 1)

    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._takes(event)
        ):
            event.accept()  # within the board its keys are its own
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, day = Qt.Key(event.key()), self.current
        if not self._takes(event):
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.text_pasted.emit(QGuiApplication.clipboard().text())
        elif key in ARROWS:
            self._go(min(max(day + ARROWS[key], 0), CYCLE_DAYS - 1), event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.day_stepped.emit(day)
        elif key == Qt.Key.Key_Delete:
            self.letter_put.emit(day, self._none)
        elif key == Qt.Key.Key_Backspace:
            self.go_to(day - 1)
            self.letter_put.emit(self.current, self._none)
        else:
            self.type_letter(self._typed[event.text().upper()])

    def _go(self, to: int, _event: QKeyEvent) -> None:
        self.go_to(to)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._day_at(event)
        self._was_chosen = not self._clicked_into and self._pressed == self.current
        self._clicked_into = False
        if self._pressed >= 0:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.go_to(self._pressed)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Comes before the press itself: the click that brings the keys here changes nothing.
        self._clicked_into = event.reason() == Qt.FocusReason.MouseFocusReason

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # two quick clicks are two steps

    def _takes(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Paste):
            return True
        key, held = Qt.Key(event.key()), event.modifiers()
        held &= ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if key in ARROWS:
            return held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier)
        return not held and (key in OTHER_KEYS or event.text().upper() in self._typed)

    def _day_at(self, event: QMouseEvent) -> int:
        index = self.indexAt(event.position().toPoint())
        return index.row() * 7 + index.column() if 0 <= index.column() < TOTAL else -1
