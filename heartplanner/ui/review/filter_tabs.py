"""Which rows of the review are shown: tabs, each with how many rows it has."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton

from heartplanner.ui.review.review_rows import Filter

WORDS = {Filter.ALL: "All", Filter.DIFFERING: "Differ", Filter.UNCLEAR: "To answer"}
TAB_PAD = 13


class FilterTabs(QFrame):
    """Radio buttons that look like one row of tabs. `chosen`: the Filter."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("segments")
        self.setAccessibleName("Which lines are shown")
        self._buttons: dict[Filter, QRadioButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for way in Filter:
            self._buttons[way] = button = QRadioButton()
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.toggled.connect(lambda on, way=way: self.chosen.emit(way) if on else None)
            row.addWidget(button)
        self._buttons[Filter.ALL].setChecked(True)

    def choose(self, way: Filter) -> None:
        """Show the rows of a tab."""
        self._buttons[way].setChecked(True)

    def show_counts(self, counts: Mapping[Filter, int]) -> None:
        """Say how many rows each has; one without any is not offered, unless it is on show."""
        for way, button in self._buttons.items():
            button.setText(f"{WORDS[way]} {counts[way]}")
            button.setVisible(bool(counts[way]) or way is Filter.ALL or button.isChecked())
            width = button.fontMetrics().horizontalAdvance(button.text())
            button.setMinimumWidth(width + 2 * TAB_PAD)
