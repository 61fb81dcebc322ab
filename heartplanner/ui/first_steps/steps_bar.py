"""A line above the calendar while the first steps are open: what is on show, and the way back to them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from heartplanner.ui.widgets.cards import label

BELOW = 8
SAMPLE = "This is a sample calendar. It follows your answers; you can change all of it later."
OWN = "This calendar follows your answers; you can change all of it later."
FINDING = (
    "First steps, step 3: mark the days that you are sure of, then use a schedule that fits. The last"
    " step follows."
)


class StepsBar(QWidget):
    """Hidden while no steps are open. `back_wanted`: the finder is to be left for the steps."""

    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        strip = QFrame()
        strip.setObjectName("strip")
        self._text = label()
        self._back = QPushButton("Back to the steps")
        self._back.clicked.connect(self.back_wanted)
        row = QHBoxLayout(strip)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._text, 1)
        row.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, BELOW)
        column.addWidget(strip)
        self.hide()

    def say(self, *, sample: bool, away: bool) -> None:
        """`away`: a view is on show that has no room for the steps beside it."""
        self._text.setText(FINDING if away else SAMPLE if sample else OWN)
        self._back.setVisible(away)
        self.show()
