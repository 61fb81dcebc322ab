"""The line above the rotation's board: that it is a sample, or that one's own was saved just now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton

from heartplanner.core.edits.example import SAMPLE
from heartplanner.ui.widgets.cards import label


class SampleNotice(QFrame):
    """While one works on the board it neither comes nor goes: nothing may move under the pointer."""

    confirmed = Signal()
    """The sample is the person's own rotation."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._text = label("", SAMPLE)
        self._mine = QPushButton("This is my rotation")
        self._mine.clicked.connect(self.confirmed)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(12, 6, 8, 6)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._mine)

    def arrange(self, direction: QBoxLayout.Direction) -> None:
        """Whether its button stands beside the words or below them."""
        self._row.setDirection(direction)

    def say(self, *, sample: bool, saved: str, editing: bool) -> None:
        """`saved`: what was saved just now; `editing`: another rotation than the sample is on the board."""
        self.setVisible(sample or (bool(saved) and self.isVisible()))
        self._text.setText(SAMPLE if sample else saved)
        # A button that goes would let the line shrink, and the board below it move.
        self._mine.setEnabled(sample and not editing)
