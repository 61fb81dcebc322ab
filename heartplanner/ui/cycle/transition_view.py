"""The transition: the real weeks before and after the date of a new assignment, side by side."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from heartplanner.core.cells.transition import Transition
from heartplanner.core.words.english import long_date
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.weeks.weeks_table import WeeksTable
from heartplanner.ui.widgets.cards import Card, label

WIDE = 620
"""The width, at the usual size of text, from which the two boards stand side by side."""
LEGEND = (
    "D day shift, E evening shift, A admin; hatched: break. The bold line is the first new day."
)


class TransitionView(Card):
    """Shows what it is given: two boards of real days, and what is to be said of them."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__("Before and after")
        self._scale = 1.0
        self._before = WeeksTable(theme, today, small=True)
        self._after = WeeksTable(theme, today, small=True)
        self._before_title, self._after_title = label("what"), label("what")
        self._warnings, self._words = label("warning"), label()
        self._boards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._boards.setContentsMargins(0, 0, 0, 0)
        self._boards.setSpacing(20)
        self._left = _titled(self._before_title, self._before)
        for widget in (self._left, _titled(self._after_title, self._after)):
            self._boards.addWidget(widget, 1)
        holder = QWidget()
        holder.setLayout(self._boards)
        for widget in (self._warnings, holder, label("muted", LEGEND), self._words):
            self.add(widget)

    def show_transition(self, transition: Transition | None) -> None:
        """Show a transition; there is nothing to see where there is none."""
        self.setVisible(transition is not None)
        if transition is None:
            return
        day = long_date(transition.start)
        self.set_heading(f"The days around {day}")
        self._before_title.setText(f"Before {day}")
        self._after_title.setText(f"From {day} on")
        self._before.setAccessibleName(f"Six weeks before {day}")
        self._after.setAccessibleName(f"Six weeks from {day}")
        self._left.setVisible(bool(transition.before))
        self._before.show_rows(transition.before, None)
        self._after.show_rows(transition.after, transition.start)
        warnings = (*transition.foremost, *transition.warnings)
        self._warnings.setText("\n".join(warnings))
        self._warnings.setVisible(bool(warnings))
        self._words.setText("\n".join(transition.sentences))

    def set_theme(self, theme: Theme) -> None:
        for board in (self._before, self._after):
            board.set_theme(theme)

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        for board in (self._before, self._after):
            board.set_scale(scale)
        self._turn()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        wide = self.width() >= WIDE * self._scale
        direction = QBoxLayout.Direction
        self._boards.setDirection(direction.LeftToRight if wide else direction.TopToBottom)


def _titled(title: QWidget, board: WeeksTable) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(title)
    column.addWidget(board)
    column.addStretch()
    return holder
