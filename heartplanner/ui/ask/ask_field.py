"""The field in the header that takes a question."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from heartplanner.typed import override

NARROWEST, WIDEST = 64, 360
LONGEST = 200
"""Characters of a question."""
DOWNWARD = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AskField(QLineEdit):
    """A question as it is typed. `left`: Escape; `entered`: the keys are to go to the answers."""

    left = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Ask: Oct 17")
        self.setAccessibleName("Ask the calendar")
        self.setToolTip("Ask: Oct 17; four days in a row in October; stretch 32 hours (Ctrl+K)")
        self.setMaxLength(LONGEST)

    def set_scale(self, scale: float) -> None:
        self.setMinimumWidth(round(NARROWEST * scale))
        self.setMaximumWidth(round(WIDEST * scale))

    def begin(self) -> None:
        """Give it the keys, with what is in it chosen."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, super().minimumSizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in DOWNWARD:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
