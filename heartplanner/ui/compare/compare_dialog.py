"""A new roster gets in, is compared with the schedule, and what differs is taken over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heartplanner.core.compare.choice import first_choice
from heartplanner.core.compare.comparison import compare, question_of
from heartplanner.core.compare.comparison_text import summary, take_words, taken_over_words
from heartplanner.core.explain.review_text import rest_free_words
from heartplanner.core.plan.model import Plan
from heartplanner.core.roster.roster import Roster, with_rest_free
from heartplanner.core.words.english import counted
from heartplanner.ui.compare.comparison_pane import ComparisonPane
from heartplanner.ui.roster.roster_input import RosterInput
from heartplanner.ui.roster.roster_intake import RosterIntake
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.announce import announce
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

TITLE = "Check a roster"
PURPOSE = (
    "The roster is compared with your schedule, day by day. To find your rotation from a roster, choose"
    " View > Find my rotation."
)
LETTERS, LINES = 172, 38
ALL = 1000
"""The share of the field in which a roster is given, beside that of the room below it."""
UNREAD_LINES = 4
REST_FREE = "Days that the roster leaves out, from its first to its last, are free"
Role = QDialogButtonBox.ButtonRole


@dataclass(frozen=True, slots=True)
class TakenOver:
    """The plan with what was taken over: its name, and the first of its days."""

    plan: Plan
    name: str
    first: date


@dataclass(frozen=True, slots=True)
class RotationChanged:
    """From this date on the rotation is another one: the roster as it was read to find it."""

    first: date
    roster: Roster


class CompareDialog(ScrollDialog):
    """Shows how to give a roster until one is read, then what differs. `decided` is what to do about it."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, TITLE, LETTERS, LINES)
        self.decided: TakenOver | RotationChanged | None = None
        self._schedule = session.schedule
        question = question_of(session.plan, session.now().date())
        self._intake = RosterIntake(session.theme, question, PURPOSE)
        self._read = Roster()
        self._pane = ComparisonPane(session, session.store.moment)
        self._rest_free = QCheckBox(REST_FREE)
        self._freed = label("muted")
        self._options = QWidget()
        tick = QHBoxLayout(self._options)
        tick.setContentsMargins(0, 0, 0, 0)
        tick.addWidget(self._rest_free)
        tick.addWidget(self._freed, 1)
        self._unread_title = label("loud", "Not understood:")
        self._unread = _unread_field()
        self._box = QDialogButtonBox()
        self._again = self._box.addButton("Another roster", Role.ResetRole)
        self._cancel = self._box.addButton("Cancel", Role.RejectRole)
        self._take = self._box.addButton(take_words(first_choice({})), Role.AcceptRole)
        self._build()
        self._connect()
        self._show_state(is_read=False)

    def take(self, given: RosterInput) -> None:
        """Begin with this roster."""
        self._intake.take(given)

    def _take_read(self, roster: Roster) -> None:
        self._read = roster
        self._show_state(is_read=True)
        self._compare()
        self._pane.focus_first()

    def _give_again(self) -> None:
        self._rest_free.setChecked(False)
        self._show_state(is_read=False)

    def _compare(self) -> None:
        on = self._rest_free.isChecked()
        roster = with_rest_free(self._read) if on else self._read
        comparison = compare(self._schedule, roster)
        free = len(roster.readings) - len(self._read.readings)
        open_days = {day for line in roster.unread for day in line.dates}
        open_days -= {reading.date for reading in roster.readings}
        self._freed.setText(rest_free_words(free, sorted(open_days)) if on else "")
        self._pane.show_comparison(comparison, self._intake.name)
        unread = [line for line in roster.unread if not line.aside]
        lines = [f"Line {line.line}, {line.text}: {line.why}" for line in unread]
        self._unread.setPlainText("\n".join(lines))
        self._unread.setVisible(bool(lines))
        self._unread_title.setText(
            f"{counted(len(lines), 'line')} not understood, so not compared:"
        )
        self._unread_title.setVisible(bool(lines))
        self._cancel.setText("Cancel" if comparison.differences else "Close")
        announce(self, summary(comparison))
        self.fit()

    def _show_choice(self) -> None:
        count = len(self._pane.choice.taken)
        self._take.setText(take_words(self._pane.choice))
        self._take.setVisible(bool(self._pane.choice.ways))
        self._take.setEnabled(bool(count))

    def _decide(self) -> None:
        choice = self._pane.choice
        name = taken_over_words(choice)
        self.decided = TakenOver(self._pane.after.plan, name, min(choice.taken))
        self.accept()

    def _decide_rotation(self, first: date) -> None:
        roster = self._intake.read_for_rotation()
        whole = with_rest_free(roster) if self._rest_free.isChecked() else roster
        self.decided = RotationChanged(first, whole)
        self.accept()

    def _show_state(self, *, is_read: bool) -> None:
        """Show how to give a roster, or what differs from it."""
        of_comparison: Sequence[QWidget] = (self._pane, self._options, self._again)
        for part in of_comparison:
            part.setVisible(is_read)
        # While a roster is given its field has all the room; then only its question stands there.
        self._column.setStretchFactor(self._intake, 0 if is_read else ALL)
        shown_at_need: Sequence[QWidget] = (self._unread, self._unread_title, self._take)
        for part in shown_at_need:
            part.hide()

    def _build(self) -> None:
        self._take.setObjectName("primary")
        for button in self._box.findChildren(QPushButton):
            button.setAutoDefault(False)
        body = QWidget()
        self._column = column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 4, 0)
        column.addWidget(self._intake, ALL)
        column.addWidget(self._options)
        for part in (self._pane, self._unread_title, self._unread):
            column.addWidget(part)
        column.addStretch(1)
        self._intake.take_drops(self)
        self.lay_out(body, self._box)
        self._intake.field.setFocus()

    def _connect(self) -> None:
        self._intake.roster_read.connect(self._take_read)
        self._intake.given_again.connect(self._give_again)
        self._pane.choice_changed.connect(self._show_choice)
        self._pane.rotation_changed.connect(self._decide_rotation)
        self._rest_free.toggled.connect(self._compare)
        self._again.clicked.connect(self._intake.give_again)
        self._box.accepted.connect(self._decide)
        self._box.rejected.connect(self.reject)


def _unread_field() -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setAccessibleName("Lines that were not understood")
    field.setReadOnly(True)
    field.setTabChangesFocus(True)
    field.setFixedHeight((UNREAD_LINES + 1) * field.fontMetrics().lineSpacing())
    return field
