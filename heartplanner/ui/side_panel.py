"""The panel beside every view: at a glance, the chosen day and why it is so, the month's sums."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFormLayout, QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from heartplanner.core.glance import Fact
from heartplanner.ui.cards import Card, label
from heartplanner.ui.flow import ActionButton, flow

EXAMPLE = (
    "This is an example rotation that keeps the posting's rules, not the employer's word:"
    " your own may lie differently."
)


class GlanceCard(Card):
    """The facts one asks for first, each on a line of its own."""

    def __init__(self) -> None:
        super().__init__("At a glance")
        holder = QWidget()
        form = QFormLayout(holder)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(5)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFormAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.add(holder)
        self._lines = [(label("muted"), label("loud")) for _ in range(6)]
        for about, answer in self._lines:
            about.setWordWrap(False)
            form.addRow(about, answer)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        for (about, answer), fact in zip(self._lines, facts, strict=True):
            about.setText(fact.about)
            distance = f", {fact.distance}" if fact.distance else ""
            answer.setText(f"{fact.answer}{distance}")


class DayWords(QWidget):
    """What is said of the chosen day or days."""

    def __init__(self) -> None:
        super().__init__()
        self._date, self._what, self._why, self._care = map(label, ("date", "what", "", ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for each in (self._date, self._what, self._why, self._care):
            column.addWidget(each)

    def show_words(self, title: str, what: str, why: str, care: str) -> None:
        for widget, text in (
            (self._date, title),
            (self._what, what[:1].upper() + what[1:]),
            (self._why, why),
            (self._care, care),
        ):
            widget.setText(text)
            widget.setVisible(bool(text))


class SidePanel(QScrollArea):
    """Shows what it is given; its buttons are the window's actions."""

    def __init__(
        self, day_actions: Sequence[QAction], more: Sequence[QAction], confirm: QAction
    ) -> None:
        super().__init__()
        self._glance = GlanceCard()
        self._words = DayWords()
        self._sums, self._coming = label(), label()
        self._day = Card("Selected", self._words, _buttons(day_actions, more))
        self._month = Card("", self._sums, self._coming)
        confirming = flow([ActionButton(confirm)])
        self._example = Card("Example", label(text=EXAMPLE), confirming)
        inner = QWidget()
        inner.setObjectName("scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(10)
        for card in (self._glance, self._day, self._month, self._example):
            column.addWidget(card)
        column.addStretch()
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_glance(self, facts: Sequence[Fact]) -> None:
        self._glance.show_facts(facts)

    def show_day(self, title: str, what: str, why: str, care: str) -> None:
        self._words.show_words(title, what, why, care)

    def show_month(self, title: str, sums: str, coming: str) -> None:
        self._month.set_heading(title)
        self._sums.setText(sums)
        self._coming.setText(coming)
        self._coming.setVisible(bool(coming))

    def show_example(self, example: bool) -> None:
        self._example.setVisible(example)


def _buttons(actions: Sequence[QAction], more: Sequence[QAction]) -> QWidget:
    menu = QMenu()
    menu.addActions(list(more))
    return flow([*(ActionButton(action) for action in actions), ActionButton.of_menu("More", menu)])
