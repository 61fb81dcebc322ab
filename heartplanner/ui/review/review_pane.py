"""The table of the review beside the line in hand and what follows for the rotation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from heartplanner.core.cells.rotation_board import in_force
from heartplanner.core.explain.review_text import outcome_words
from heartplanner.core.finder.repair.differences import DayAnswer
from heartplanner.core.finder.roster_use import RosterOutcome
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import Plan
from heartplanner.core.roster.review import Review, RosterLine
from heartplanner.core.roster.roster import Reading, only_hours
from heartplanner.core.schedule.cycle import assigned_hours
from heartplanner.core.words.english import sentence_case
from heartplanner.typed import override
from heartplanner.ui.review.day_strip import DayStrip
from heartplanner.ui.review.filter_tabs import FilterTabs
from heartplanner.ui.review.outcome_card import OutcomeCard
from heartplanner.ui.review.reading_card import ReadingCard
from heartplanner.ui.review.review_list import HINT, ReviewList
from heartplanner.ui.review.review_rows import Filter, ShownRow, counts, shown_rows
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.cards import column, label
from heartplanner.ui.widgets.flow_layout import flow

WIDE = 850
"""From this width on, at the usual size of text, the cards stand beside the table."""
CARDS = 344
TALL = 480
"""From this height on, at the usual size of text, the days are drawn above the table."""
EDGE = 16
ANY_WIDTH = 16777215
"""Qt's own word for no limit."""


class ReviewPane(QWidget):
    """Shows a review, and tells what a person makes of its lines; the review itself it never changes.

    `corrected`: the line, and the Reading that it is to be, or None where it is dropped; `restored`: the
    line that is to be as it was read; `answered`: the date of a day that differs, and its DayAnswer.
    """

    corrected = Signal(object, object)
    restored = Signal(object)
    answered = Signal(object, object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._display, self._scale = session.display, session.scale
        self._filter, self._usual = Filter.ALL, usual_hours(session)
        self._rows: tuple[ShownRow, ...] = ()
        self._answers: Mapping[date, DayAnswer] = {}
        self._tabs, self._hint = FilterTabs(), label("muted", HINT)
        self._list = ReviewList(session.display, session.theme, session.scale)
        self._reading = ReadingCard(session.plan.start, session.today, self._usual, session.display)
        self._outcome = OutcomeCard(session.theme, session.scale)
        self._headline = label("what")
        self._strip, self._top = DayStrip(session.theme, session.scale), QFrame()
        self._cards, self._side = column(self._reading, self._outcome), QScrollArea()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._build()
        self._tabs.chosen.connect(self._choose_filter)
        self._list.row_marked.connect(self._show_row)
        self._list.edit_wanted.connect(self._reading.edit)
        self._list.drop_wanted.connect(lambda: self._tell_corrected(None))
        self._reading.corrected.connect(self._take_corrected)
        self._reading.restored.connect(self._tell_restored)
        self._reading.left.connect(self._list.setFocus)
        self._reading.answered.connect(self.answered)

    def show_review(
        self,
        review: Review,
        plan: Plan,
        outcome: RosterOutcome | None,
        answers: Mapping[date, DayAnswer],
    ) -> None:
        """Show the rows of a review and what follows; `outcome` None: it is not worked out yet."""
        self._answers = answers
        self._rows = shown_rows(review, outcome, self._display)
        readings = review.used.readings
        self._reading.show_usual(only_hours(review.used) or self._usual)
        self._outcome.setVisible(bool(outcome and readings))
        self._strip.show_days(readings, {*outcome.differing} if outcome else frozenset())
        if outcome is not None:
            self._outcome.show_outcome(plan, outcome)
            self._headline.setText(outcome_words(outcome))
        self._top.setVisible(bool(readings))
        self._fit_strip()
        self._show_rows()

    def show_name(self, name: str) -> None:
        """Say which roster it is."""
        self._hint.setText(f"{sentence_case(name)}. {HINT}")

    def focus_first(self) -> None:
        """Put the keys on the table."""
        self._list.setFocus()

    def _choose_filter(self, way: Filter) -> None:
        self._filter = way
        self._show_rows()

    def _show_rows(self) -> None:
        self._tabs.show_counts(counts(self._rows))
        self._list.show_rows([shown for shown in self._rows if self._filter.passes(shown)])

    def _show_row(self, shown: ShownRow | None) -> None:
        day = shown.difference.date if shown and shown.difference else None
        self._reading.show_row(shown, self._answers.get(day) if day else None)
        self._fit_cards()

    def _take_corrected(self, reading: Reading | None) -> None:
        """The keys go back to the table: the next line is one step away."""
        self._list.setFocus()
        self._tell_corrected(reading)

    def _tell_corrected(self, reading: Reading | None) -> None:
        line = self._line_in_hand()
        if line is not None:
            self.corrected.emit(line, reading)
            if reading is None:
                self._list.step()

    def _tell_restored(self) -> None:
        line = self._line_in_hand()
        if line is not None:
            self.restored.emit(line)

    def _line_in_hand(self) -> RosterLine | None:
        shown = self._list.current
        return shown.row.of if shown and shown.of_roster else None

    def _build(self) -> None:
        self._top.setObjectName("card")
        above = QVBoxLayout(self._top)
        above.setContentsMargins(EDGE, 10, EDGE, 10)
        above.setSpacing(6)
        above.addWidget(self._headline)
        above.addWidget(self._strip)
        table = QFrame()
        table.setObjectName("card")
        inside = QVBoxLayout(table)
        inside.setContentsMargins(8, 8, 1, 8)
        inside.setSpacing(6)
        inside.addWidget(flow([self._tabs]))
        inside.addWidget(self._hint)
        inside.addWidget(self._list, 1)
        self._cards.setObjectName("scrolled")
        self._side.setWidget(self._cards)
        self._side.setWidgetResizable(True)
        self._side.setFrameShape(QFrame.Shape.NoFrame)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(12)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._top)
        left.addWidget(table, 1)
        self._body.addLayout(left, 1)
        self._body.addWidget(self._side)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside the table the cards scroll by themselves; below it the whole dialog does."""
        super().resizeEvent(event)
        wide = self.width() >= WIDE * self._scale
        way = QBoxLayout.Direction
        self._body.setDirection(way.LeftToRight if wide else way.TopToBottom)
        if wide:
            self._side.setFixedWidth(round(CARDS * self._scale))
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(ANY_WIDTH)
        self._fit_cards()
        self._fit_strip()

    def _fit_strip(self) -> None:
        """The picture of the days is shown where the table keeps enough room below it."""
        beside = self._body.direction() is QBoxLayout.Direction.LeftToRight
        roomy = beside and self.height() >= TALL * self._scale
        self._strip.setVisible(roomy and self._strip.fits(self._top.width() - 2 * EDGE))

    def _fit_cards(self) -> None:
        """Below the table the cards are never cut: they take all the height that they ask for."""
        below = self._body.direction() is QBoxLayout.Direction.TopToBottom
        layout = self._cards.layout()
        assert layout is not None
        layout.activate()
        self._side.setMinimumHeight(layout.totalHeightForWidth(self.width()) if below else 0)


def usual_hours(session: Session) -> Hours:
    """The hours that are assigned today."""
    plan = session.plan
    return assigned_hours(in_force(plan, max(session.today, plan.start)))
