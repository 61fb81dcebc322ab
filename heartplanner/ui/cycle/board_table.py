"""The rotation's board as a table that is also the editor: letters typed, days stepped and dragged."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from heartplanner.core.cells.rotation_board import LETTERS
from heartplanner.core.plan.model import ADMIN, FREE
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.weeks.letter_table import LetterTable

TYPED = {"S": "S", "A": ADMIN, "D": "D", "E": "E", FREE: FREE, " ": FREE, ".": FREE}


class BoardTable(LetterTable):
    """The rotation's board; a day dragged onto another, or moved with Ctrl and an arrow, changes places.

    A click chooses a day, and one on the day that is chosen steps it.
    """

    day_moved = Signal(int, int)

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__(theme, today, TYPED, FREE)
        self.offer(LETTERS)
        self.setAccessibleName("Rotation")
        self.setAccessibleDescription(
            "Type S for a shift, A for admin, - for a day off; Enter goes through them;"
            " Ctrl and an arrow moves a day."
        )

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event)
        dragging = self._pressed >= 0 and day not in (-1, self._pressed)
        self._mark_target(day if dragging else -1)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        from_, to = self._pressed, self._day_at(event)
        self._pressed = -1
        self._mark_target(-1)
        if event.button() != Qt.MouseButton.LeftButton or from_ < 0 or to < 0:
            return
        if from_ != to:
            self._move(from_, to)
        elif self._was_chosen:  # the click that only chooses where one types changes nothing
            self.day_stepped.emit(to)

    @override
    def _go(self, to: int, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and to != self.current:
            self._move(self.current, to)
        else:
            self.go_to(to)

    def _move(self, from_: int, to: int) -> None:
        self.day_moved.emit(from_, to)
        self.go_to(to)

    def _mark_target(self, day: int) -> None:
        """Mark where a dragged day would come to lie; -1: nowhere."""
        index = self._model.index(*divmod(day, 7)) if day >= 0 else QModelIndex()
        self._delegate.target = QPersistentModelIndex(index)
        shape = Qt.CursorShape.ClosedHandCursor if day >= 0 else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()
