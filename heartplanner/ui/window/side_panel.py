"""The panel beside every view: at a glance, the chosen day and why it is so, the month's sums."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from heartplanner.core.explain.day_text import describe, month_words, unsure
from heartplanner.core.explain.upcoming import Fact, upcoming
from heartplanner.typed import override
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.cards import Card, label
from heartplanner.ui.widgets.flow_layout import ActionButton, flow

WIDTHS = (220, 300)
WIDEST = 1.5
TOP = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
ANSWER_SHARE = 2.6
"""How many times as wide as its longest question the card is, where the answers stand beside them."""


class GlanceCard(Card):
    """The facts one asks for first, each on a line of its own; where it is narrow, on two."""

    def __init__(self) -> None:
        super().__init__("At a glance")
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self.add(holder)
        self._lines = [(label("muted"), label("loud")) for _ in range(6)]
        self._narrow: bool | None = None
        for about, answer in self._lines:
            about.setWordWrap(False)
            answer.setAlignment(TOP)
            about.setAlignment(TOP)
        self._arrange(narrow=False)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        for (about, answer), fact in zip(self._lines, facts, strict=True):
            about.setText(fact.about)
            distance = f", {fact.distance}" if fact.distance else ""
            answer.setText(f"{fact.answer}{distance}")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widest = max(about.sizeHint().width() for about, _ in self._lines)
        self._arrange(narrow=self.width() < ANSWER_SHARE * widest)

    def _arrange(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for row, (about, answer) in enumerate(self._lines):
            if narrow:
                self._grid.addWidget(about, row * 2, 0, 1, 2)
                self._grid.addWidget(answer, row * 2 + 1, 0, 1, 2)
            else:
                self._grid.addWidget(about, row, 0)
                self._grid.addWidget(answer, row, 1)
        self._grid.setColumnStretch(1, 1)


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


class PanelActions(NamedTuple):
    """The actions that have buttons here: of days, those under More, and those that end a doubt."""

    days: Sequence[QAction]
    more: Sequence[QAction]
    sure: Sequence[QAction]


class SidePanel(QScrollArea):
    """Says what the session has on show; each part is worded anew only where its facts are others."""

    def __init__(self, session: Session, actions: PanelActions) -> None:
        super().__init__()
        self._session = session
        self._said: dict[str, tuple[object, ...]] = {}
        session.minute_passed.connect(self._show_glance)
        self._glance = GlanceCard()
        self._words = DayWords()
        self._sums, self._coming = label(), label()
        self._day = Card("Selected", self._words, _buttons(actions.days, actions.more))
        self._month = Card("", self._sums, self._coming)
        self._unsure_text = label()
        buttons = flow([ActionButton(each) for each in actions.sure])
        self._unsure = Card("Not sure yet", self._unsure_text, buttons)
        inner = QWidget()
        inner.setObjectName("scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(10)
        for card in (self._glance, self._day, self._month, self._unsure):
            column.addWidget(card)
        column.addStretch()
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_scale(self, scale: float) -> None:
        """As wide as its text asks for, but not half the window."""
        least, most = (round(each * min(scale, WIDEST)) for each in WIDTHS)
        self.setMinimumWidth(least)
        self.setMaximumWidth(most)

    def refresh(self, *, asked: bool) -> None:
        """Say what is other than what is said; `asked`: a doubt is being asked about elsewhere."""
        session = self._session
        schedule, month, display = session.schedule, session.month, session.display
        self._show_unsure("" if asked else unsure(schedule.plan))
        if self._other("glance", schedule, display, session.today):
            self._show_glance()
        if self._other("month", schedule, month, session.today):
            self._show_month(month.title, *month_words(schedule, month, session.now()))
        if self._other("day", schedule, session.selection, display, session.day_notes.years):
            self._show_day()

    def _other(self, part: str, *facts: object) -> bool:
        """Whether a part was said of other facts before."""
        other = self._said.get(part) != facts
        self._said[part] = facts
        return other

    def _show_glance(self) -> None:
        session = self._session
        self._glance.show_facts(upcoming(session.schedule, session.now(), session.display))

    def _show_day(self) -> None:
        session = self._session
        first, last = session.span
        notes = session.day_notes.of_day(session.schedule, first, session.today)
        words = describe(session.schedule, first, last, display=session.display, day_notes=notes)
        self._words.show_words(*words)

    def _show_month(self, title: str, sums: str, coming: str) -> None:
        self._month.set_heading(title)
        self._sums.setText(sums)
        self._coming.setText(coming)
        self._coming.setVisible(bool(coming))

    def _show_unsure(self, text: str) -> None:
        """What of the rotation is not sure yet; nothing if all is."""
        self._unsure_text.setText(text)
        self._unsure.setVisible(bool(text))


def _buttons(actions: Sequence[QAction], more: Sequence[QAction]) -> QWidget:
    menu = QMenu()
    menu.addActions(list(more))
    return flow([*(ActionButton(action) for action in actions), ActionButton.of_menu("More", menu)])
