"""The card that says at a glance what comes first: today, the next shift, day off, break, this week."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from heartplanner.core.explain.upcoming import Fact
from heartplanner.ui.widgets.cards import Card, label
from heartplanner.ui.widgets.elided_label import ElidedLabel

LINE_GAPS = (0, 6)
SHORT_GLANCE = (0, 1, 4)
"""Which lines are left where there is room for three: today, the next shift, the next break."""


class GlanceCard(Card):
    """The facts one asks for first, each on one line: an answer that is too long is said shorter."""

    def __init__(self) -> None:
        super().__init__("At a glance")
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        self._grid, self._stacked = grid, True
        self._lines = [(label("muted"), ElidedLabel("loud")) for _ in range(6)]
        for about, _ in self._lines:
            about.setWordWrap(False)
        self.add(holder)
        self.arrange(short=False, stacked=False)

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

    def arrange(self, *, short: bool, stacked: bool) -> None:
        """`short`: there is room for three lines only; `stacked`: the answers stand under the questions."""
        if stacked != self._stacked:
            self._stacked = stacked
            for row, (about, answer) in enumerate(self._lines):
                self._grid.addWidget(about, 2 * row, 0, 1, 1 + stacked)
                self._grid.addWidget(answer, 2 * row + stacked, 1 - stacked, 1, 1 + stacked)
        for row, line in enumerate(self._lines):
            for widget in line:
                widget.setVisible(not short or row in SHORT_GLANCE)
