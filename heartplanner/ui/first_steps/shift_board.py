"""The six weeks drawn small; where both hours are worked, a press turns a shift into the other."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent

from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.weeks.letter_table import LetterTable
from heartplanner.ui.weeks.weeks_table import TOTAL

TYPED = {"D": "D", "E": "E"}


class ShiftBoard(LetterTable):
    """A press or Enter tells `day_stepped`, D and E tell `letter_put`."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__(theme, today, TYPED, "", small=True)
        self.setColumnHidden(TOTAL, True)  # the month beside it has the hours
        self.setAccessibleName("Your six weeks")

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day, pressed = self._day_at(event), self._pressed
        self._pressed = -1
        if event.button() == Qt.MouseButton.LeftButton and day >= 0 and day == pressed:
            self.day_stepped.emit(day)
