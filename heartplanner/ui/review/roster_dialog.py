"""The base of the two windows that a roster gets into: to find a rotation from it, or to compare it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heartplanner.core.explain.rosters.left_out_text import rest_free_question, rest_free_words
from heartplanner.core.plan.model import each_date
from heartplanner.core.roster.holding import holding_of_review
from heartplanner.core.roster.review import Review, RosterLine, with_free_rest
from heartplanner.core.roster.roster import DayReading, Roster, RosterQuestion, covered_days
from heartplanner.core.words.english import counted
from heartplanner.typed import override
from heartplanner.ui.review.lines_card import LinesCard
from heartplanner.ui.roster.roster_input import RosterInput
from heartplanner.ui.roster.roster_intake import RosterIntake
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.message_boxes import agreed
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

LETTERS, LINES = 176, 40
TYPED = "What you typed is not kept if you close the roster now."
ALL = 1000
"""The share of the field in which a roster is given, beside that of the room below it."""
Role = QDialogButtonBox.ButtonRole


class RosterDialog(ScrollDialog):
    """Shows how to give a roster until one is read, then what its subclass makes of that.

    It keeps what is corrected and dropped in `lines`.
    """

    def __init__(
        self,
        session: Session,
        parent: QWidget,
        title: str,
        purpose: str,
        question: RosterQuestion,
        lines: LinesCard,
    ) -> None:
        """`purpose`: what the roster is for, in a sentence; `question`: how it is read."""
        super().__init__(parent, title, LETTERS, LINES)
        self._read = Roster()
        self._none = Review(Roster(), changes=question.changes)
        self._review = self._none
        self._is_read, self._lines = False, lines
        self._intake = RosterIntake(session.theme, question, purpose)
        self._rest_free, self._freed = QCheckBox(rest_free_question(None)), label("muted")
        self._options = QWidget()
        self._box = QDialogButtonBox()
        self._again = self._box.addButton("Another roster", Role.ResetRole)
        self._cancel = self._box.addButton("Cancel", Role.RejectRole)

    def take(self, given: RosterInput) -> None:
        """Begin with this roster."""
        self._intake.take(given)

    def _show_review(self, review: Review) -> None:
        """Show what was read, with what is corrected of it."""
        raise NotImplementedError

    def _show_state(self, *, is_read: bool) -> None:
        """Show how to give a roster, or what was read of it."""
        self._is_read = is_read
        self._options.setVisible(is_read)
        self._again.setVisible(is_read)
        # While a roster is given its field has all the room; then only its question stands there.
        self._column.setStretchFactor(self._intake, 0 if is_read else ALL)

    def _take_read(self, roster: Roster) -> None:
        """Show what was read; corrections hold for the same lines read by another answer."""
        self._read = roster
        self._show_state(is_read=True)
        self._lines.show_name(self._intake.name)
        self._show_free(self._review)
        self._lines.focus_first()
        self.fit()

    def _give_again(self) -> None:
        self._review = self._none
        self._rest_free.setChecked(False)
        self._show_state(is_read=False)

    def _correct(self, line: RosterLine, reading: DayReading | None) -> None:
        self._show_free(self._review.corrected(line, reading))

    def _drop(self, lines: Sequence[RosterLine]) -> None:
        review = self._review
        for line in lines:
            review = review.corrected(line, None)
        self._show_free(review)

    def _restore(self, line: RosterLine) -> None:
        self._show_free(self._review.restored(line))

    def _show_free(self, review: Review) -> None:
        """Show a review with the days free that no line names, where that is so."""
        on = self._rest_free.isChecked()
        whole = with_free_rest(self._read, review.corrections) if on else self._read
        self._review = review._replace(roster=whole)
        self._rest_free.setText(rest_free_question(covered_days(self._review.used)))
        self._freed.setText(_freed_words(self._review) if on else "")
        self._lines.show_holding(holding_of_review(self._review))
        self._show_review(self._review)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape in a field only leaves the field; at the table, or at a button, it closes the window."""
        in_field = not (self._lines.has_keys or isinstance(self.focusWidget(), QPushButton | None))
        if event.key() == Qt.Key.Key_Escape and self._is_read and in_field:
            self._lines.focus_first()
        else:
            super().keyPressEvent(event)

    @override
    def reject(self) -> None:
        """Closing asks first where lines were typed or corrected: that is work, and would be lost."""
        corrected = len(self._review.standing)
        text = f"What you said of {counted(corrected, 'line')} is not kept if you close the roster now."
        if not corrected:
            text = TYPED if self._intake.has_typed else ""
        if not text or agreed(self, "Close the roster?", text, "Close", "Keep working"):
            super().reject()

    def _add_option(self, option: QWidget) -> None:
        """Put one more of what is asked of a roster above what was read of it."""
        layout = self._options.layout()
        assert layout is not None
        layout.addWidget(option)

    def _build_roster(self, pane: QWidget, *below: QWidget) -> None:
        """Lay out how a roster is given, the options, the pane with the lines, and what stands below it."""
        for button in self._box.findChildren(QPushButton):
            button.setAutoDefault(False)
        tick = QHBoxLayout()
        tick.addWidget(self._rest_free)
        tick.addWidget(self._freed, 1)
        options = QVBoxLayout(self._options)
        options.setContentsMargins(0, 0, 0, 0)
        options.addLayout(tick)
        self._body_of_roster = QWidget()
        self._column = QVBoxLayout(self._body_of_roster)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.addWidget(self._intake, ALL)
        self._column.addWidget(self._options)
        self._column.addWidget(pane, 1)
        for part in below:
            self._column.addWidget(part)
        self._lines.corrected.connect(self._correct)
        self._lines.dropped.connect(self._drop)
        self._lines.restored.connect(self._restore)
        self._intake.take_drops(self)
        self._intake.roster_read.connect(self._take_read)
        self._intake.given_again.connect(self._give_again)
        self._rest_free.toggled.connect(lambda _: self._show_free(self._review))
        self._again.clicked.connect(self._intake.give_again)
        self._box.rejected.connect(self.reject)


def _freed_words(review: Review) -> str:
    """What the tick did, and which days stay open all the same."""
    readings = review.used.readings
    free = sum(reading.line is None for reading in readings)
    days = {reading.date for reading in readings}
    first, last = min(days, default=date.max), max(days, default=date.min)
    return rest_free_words(free, [day for day in each_date(first, last) if day not in days])
