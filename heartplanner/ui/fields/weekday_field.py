"""Some days of the week, each a button that is on or off."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from heartplanner.core.words.english import WEEKDAYS

LETTERS = 2
"""Tuesday and Thursday begin with one letter."""


class WeekdayField(QWidget):
    """Seven buttons, Monday first; 0 is Monday and 6 Sunday."""

    def __init__(self, chosen: Collection[int], changed: Callable[[], None]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._buttons = [QPushButton(name[:LETTERS]) for name in WEEKDAYS]
        for name, button in zip(WEEKDAYS, self._buttons, strict=True):
            button.setObjectName("day")
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            row.addWidget(button, 1)
        self.setFocusProxy(self._buttons[0])
        self.put(chosen)
        for button in self._buttons:
            button.toggled.connect(changed)

    def value(self) -> tuple[int, ...]:
        return tuple(day for day, button in enumerate(self._buttons) if button.isChecked())

    def put(self, chosen: Collection[int]) -> None:
        for day, button in enumerate(self._buttons):
            button.setChecked(day in chosen)
