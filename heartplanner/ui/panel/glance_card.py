"""The card that says at a glance what comes first: today, the next shift, day off, break, this week."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from heartplanner.core.explain.upcoming import Fact
from heartplanner.ui.widgets.cards import Card, label
from heartplanner.ui.widgets.elided_label import ElidedLabel

LINE_GAPS = (0, 6)
FIRST = (0, 1, 4, 2, 5, 3)
"""Which lines stay where there is not room for all, the last of these go first.

Today, the next shift, the next break, the next day off, this week, the free weekend.
"""
LEAST = 3
"""So many lines stay however little room there is."""


class GlanceCard(Card):
    """The facts one asks for first, each on one line: an answer that is too long is said shorter."""

    def __init__(self) -> None:
        super().__init__("At a glance")
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        self._grid, self._stacked, self._count = grid, True, 0
        self._lines = [(label("muted"), ElidedLabel("loud")) for _ in range(6)]
        for about, _ in self._lines:
            about.setWordWrap(False)
        self.add(holder)
        self.stack(on=False)
        self.fit(None)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        for (about, answer), fact in zip(self._lines, facts, strict=True):
            about.setText(fact.about)
            distance = f", {fact.distance}" if fact.distance else ""
            answer.set_wording(f"{fact.answer}{distance}", fact.answer, *fact.shorter)

    def set_small(self, small: bool) -> None:
        """Whether the questions are in small print, so that the answers have room."""
        for about, _ in self._lines:
            about.setObjectName("small" if small else "muted")
            about.style().unpolish(about)
            about.style().polish(about)

    def set_airy(self, airy: bool) -> None:
        """Whether there is room to keep its lines apart."""
        self._grid.setVerticalSpacing(LINE_GAPS[airy])

    def stack(self, *, on: bool) -> None:
        """Whether the answers stand under the questions."""
        if on != self._stacked:
            self._stacked = on
            for row, (about, answer) in enumerate(self._lines):
                self._grid.addWidget(about, 2 * row, 0, 1, 1 + on)
                self._grid.addWidget(answer, 2 * row + on, 1 - on, 1, 1 + on)

    def fit(self, height: int | None) -> None:
        """Show as many lines as have room in so many pixels, the foremost of them; None: all."""
        count = len(FIRST)
        if height is not None:
            line = sum(widget.sizeHint().height() for widget in self._lines[0][not self._stacked :])
            around = self._heading.sizeHint().height() + self._column.spacing()
            margins = self._column.contentsMargins()
            room = height - around - margins.top() - margins.bottom()
            count = min(max(room // (line + self._grid.verticalSpacing()), LEAST), count)
        if count == self._count:
            return
        self._count = count
        for row, line_parts in enumerate(self._lines):
            for widget in line_parts:
                widget.setVisible(row in FIRST[:count])
