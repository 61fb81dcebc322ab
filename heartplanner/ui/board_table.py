"""The rotation's board as a table that is also the editor: its keys, clicks and drags."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent

from heartplanner.core.plan import ADMIN, CYCLE_DAYS, FREE
from heartplanner.typed import override
from heartplanner.ui.theme import Theme
from heartplanner.ui.weeks_table import TOTAL, WeeksTable

ARROWS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
    Qt.Key.Key_Home: -CYCLE_DAYS,
    Qt.Key.Key_End: CYCLE_DAYS,
}
"""How many days a key goes; the board ends where it ends."""
TYPED = {"S": "S", "A": ADMIN, "D": "D", "E": "E", FREE: FREE, " ": FREE, ".": FREE}
OTHER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class BoardTable(WeeksTable):
    """The rotation's board. Days are told by their index, 0 to 41."""

    letter_put = Signal(int, str)
    day_stepped = Signal(int)
    day_moved = Signal(int, int)
    text_pasted = Signal(str)

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__(theme, today, small=False)
        self.setAccessibleName("Rotation")
        self.setAccessibleDescription(
            "Type S for a shift, A for admin, - for a day off; Enter goes through them;"
            " Ctrl and an arrow moves a day."
        )
        self._pressed = -1

    @property
    def current(self) -> int:
        """The day in hand."""
        index = self.currentIndex()
        return index.row() * 7 + min(index.column(), TOTAL - 1) if index.isValid() else 0

    def go_to(self, day: int) -> None:
        row, column = divmod(min(max(day, 0), CYCLE_DAYS - 1), 7)
        self.setCurrentIndex(self._model.index(row, column))
        self.viewport().update()

    def type_letter(self, letter: str) -> None:
        """Put a letter on the day in hand and go on to the next."""
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
            self.letter_put.emit(day, FREE)
        elif key == Qt.Key.Key_Backspace:
            self.go_to(day - 1)
            self.letter_put.emit(self.current, FREE)
        else:
            self.type_letter(TYPED[event.text().upper()])

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._day_at(event)
        if event.button() == Qt.MouseButton.LeftButton and self._pressed >= 0:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.go_to(self._pressed)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event)
        dragging = self._pressed >= 0 and day not in (-1, self._pressed)
        self._mark(day if dragging else -1)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        from_, to = self._pressed, self._day_at(event)
        self._pressed = -1
        self._mark(-1)
        if event.button() != Qt.MouseButton.LeftButton or from_ < 0 or to < 0:
            return
        if from_ == to:
            self.day_stepped.emit(to)
        else:
            self._move(from_, to)

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
        return not held and (key in OTHER_KEYS or event.text().upper() in TYPED)

    def _go(self, to: int, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and to != self.current:
            self._move(self.current, to)
        else:
            self.go_to(to)

    def _move(self, from_: int, to: int) -> None:
        self.day_moved.emit(from_, to)
        self.go_to(to)

    def _day_at(self, event: QMouseEvent) -> int:
        index = self.indexAt(event.position().toPoint())
        return index.row() * 7 + index.column() if 0 <= index.column() < TOTAL else -1

    def _mark(self, day: int) -> None:
        """Mark where a dragged day would come to lie; -1: nowhere."""
        index = self._model.index(*divmod(day, 7)) if day >= 0 else QModelIndex()
        self._delegate.target = QPersistentModelIndex(index)
        shape = Qt.CursorShape.ClosedHandCursor if day >= 0 else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()
