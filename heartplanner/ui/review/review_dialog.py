"""A roster gets in, is looked through line by line, and only then used."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heartplanner.core.cells.rotation_board import in_force
from heartplanner.core.explain.review_text import (
    not_entered_words,
    outcome_said,
    rest_free_words,
    review_summary,
    since_words,
    use_words,
)
from heartplanner.core.finder.repair.day_answers import change_count, likeliest_answers, with_answer
from heartplanner.core.finder.repair.differences import DayAnswer
from heartplanner.core.finder.repair.repair_use import Answers
from heartplanner.core.finder.roster_use import (
    RosterOutcome,
    first_of_roster,
    keeps_before,
    roster_outcome,
)
from heartplanner.core.finder.search import search_of
from heartplanner.core.plan.model import each_date
from heartplanner.core.roster.review import Review, RosterLine, with_free_rest
from heartplanner.core.roster.roster import Reading, Roster, RosterQuestion
from heartplanner.core.words.english import counted
from heartplanner.typed import override
from heartplanner.ui.fields.plain_fields import ChoiceField, add_row
from heartplanner.ui.review.review_pane import ReviewPane
from heartplanner.ui.roster.roster_input import RosterInput
from heartplanner.ui.roster.roster_intake import RosterIntake
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.announce import announce
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.message_boxes import agreed
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

TITLE = "Check your roster"
PURPOSE = (
    "Your rotation is found from this roster. If you know your rotation and only want to compare a new"
    " roster with your schedule, choose File > Check a roster."
)
LETTERS, LINES = 176, 40
REST_FREE = "Days that the roster leaves out, from its first to its last, are free"
ADD, REPLACE = "add", "replace"
FROM_ROSTER, FROM_START = "roster", "start"
Role = QDialogButtonBox.ButtonRole


class RosterUse(NamedTuple):
    """What was decided: the roster to use, whether it replaces what was marked before, and how.

    `answers` None: its days are marked; else the outcome's rotation is used, with these answers, from
    `first` on, or from the search's start on where that is None.
    """

    roster: Roster
    replaces: bool
    outcome: RosterOutcome
    answers: Answers | None
    first: date | None = None


class ReviewDialog(ScrollDialog):
    """Shows how to give a roster until one is read, then its review. `use` is what was decided."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, TITLE, LETTERS, LINES)
        self._plan = session.plan
        self._read = Roster()
        self._review = Review(Roster())
        self._outcome: RosterOutcome | None = None
        self._answers: dict[date, DayAnswer] = {}
        self.use: RosterUse | None = None
        start = search_of(session.plan).start
        own = in_force(session.plan, start).shift_hours
        question = RosterQuestion(start, session.now().date(), shift_hours=own)
        self._intake = RosterIntake(session.theme, question, PURPOSE)
        self._pane = ReviewPane(session)
        self._rest_free = QCheckBox(REST_FREE)
        self._freed = label("muted")
        self._since = ChoiceField(())
        self._since_row = QWidget()
        self._before = ChoiceField(self._ways_of_adding())
        self._said = label("loud")
        self._options = QWidget()
        self._box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._again = self._box.addButton("Another roster", Role.ResetRole)
        self._mark = self._box.addButton("Only mark the days", Role.ActionRole)
        self._use = self._box.addButton(use_words(None, 0), Role.AcceptRole)
        # What follows takes a moment to work out: the rows are drawn before it begins.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show_outcome)
        self._build()
        self._connect()
        self._show_state(is_read=False)

    def take(self, given: RosterInput) -> None:
        """Begin with this roster."""
        self._intake.take(given)

    def _take_read(self, roster: Roster) -> None:
        """Show what was read; corrections hold for the same lines read by another answer."""
        self._read = roster
        self._pane.show_name(self._intake.name)
        self._show_state(is_read=True)
        self._apply_rest_free()
        self._pane.focus_first()
        self.fit()

    def _give_again(self) -> None:
        self._review = Review(Roster())
        self._rest_free.setChecked(False)
        self._show_state(is_read=False)

    def _apply_rest_free(self) -> None:
        self._show_free(self._review)

    def _show_free(self, review: Review) -> None:
        """Show a review with the days free that no line names, where that is so."""
        on = self._rest_free.isChecked()
        whole = with_free_rest(self._read, review.corrections) if on else self._read
        review = review._replace(roster=whole)
        self._freed.setText(self._freed_words(review) if on else "")
        self._show(review)

    def _freed_words(self, review: Review) -> str:
        readings = review.used.readings
        free = sum(reading.line is None for reading in readings)
        days = {reading.date for reading in readings}
        first, last = min(days, default=date.max), max(days, default=date.min)
        return rest_free_words(free, [day for day in each_date(first, last) if day not in days])

    def _correct(self, line: RosterLine, reading: Reading | None) -> None:
        self._show_free(self._review.corrected(line, reading))

    def _restore(self, line: RosterLine) -> None:
        self._show_free(self._review.restored(line))

    @override
    def reject(self) -> None:
        """Closing asks first where lines were corrected: that is work, and would be lost."""
        corrected = len(self._review.corrections)
        text = f"What you said of {counted(corrected, 'line')} is not kept if you close the roster now."
        if not corrected or agreed(self, "Close the roster?", text, "Close", "Keep working"):
            super().reject()

    def _answer(self, day: date, answer: DayAnswer) -> None:
        assert self._outcome is not None, "only a day that differs has an answer"
        self._answers = with_answer(self._answers, self._outcome.differing, day, answer)
        self._show_pane()

    def _show(self, review: Review) -> None:
        """Show the rows at once, and what follows from them as soon as it is worked out."""
        self._review, self._outcome = review, None
        self._said.setText(review_summary(review))
        self._show_pane()
        self._later.start(0)

    def _show_outcome(self) -> None:
        self._outcome = roster_outcome(self._plan, self._review.used, replaces=self._replaces)
        differing = self._outcome.differing if self._outcome.offers_rotation else {}
        self._answers = likeliest_answers(differing, self._answers)
        said = review_summary(self._review)
        if self._review.used.readings:
            said = f"{said} {outcome_said(self._outcome)}"
        said = f"{said} {not_entered_words(self._review, self._outcome)}".rstrip()
        self._offer_since(self._outcome)
        self._said.setText(said)
        announce(self, said)
        self._show_pane()

    def _show_pane(self) -> None:
        outcome = self._outcome
        self._pane.show_review(self._review, self._plan, outcome, self._answers)
        said = outcome.said(self._answers) if outcome else []
        self._use.setText(use_words(outcome, change_count(said)))
        self._use.setEnabled(bool(outcome and self._review.used.readings))
        self._mark.setVisible(outcome is not None and outcome.offers_rotation)

    def _decide(self, *, only_mark: bool) -> None:
        if self._outcome is None:
            return
        answers = self._answers if self._outcome.offers_rotation and not only_mark else None
        first = first_of_roster(self._review.used, self._outcome.search)
        first = first if self._since.value() == FROM_ROSTER else None
        self.use = RosterUse(self._review.used, self._replaces, self._outcome, answers, first)
        self.accept()

    def _offer_since(self, outcome: RosterOutcome) -> None:
        """Ask from when on the rotation is used, where the roster begins later than the schedule."""
        first = first_of_roster(self._review.used, outcome.search)
        self._since_row.setVisible(outcome.offers_rotation and first is not None)
        if first is None:
            return
        keeps = keeps_before(self._plan, first)
        before = self._since.value() or (FROM_ROSTER if keeps else FROM_START)
        self._since.clear()
        self._since.addItem(since_words(first, stays=True), FROM_ROSTER)
        self._since.addItem(since_words(outcome.search.start, stays=False), FROM_START)
        self._since.put(before)

    @property
    def _replaces(self) -> bool:
        return self._before.value() == REPLACE

    def _ways_of_adding(self) -> list[tuple[str, str]]:
        marked = len({mark.date for mark in search_of(self._plan).marks})
        days = counted(marked, "day")
        return [
            (ADD, f"Keep the {days}, and add these"),
            (REPLACE, f"Use these in place of the {days}"),
        ]

    def _show_state(self, *, is_read: bool) -> None:
        """Show how to give a roster, or what was read of it."""
        for part in (self._pane, self._options, self._said, self._again, self._use):
            part.setVisible(is_read)
        self._mark.hide()
        self._since_row.hide()

    def _build(self) -> None:
        self._use.setObjectName("primary")
        self._use.setDefault(False)
        for button in self._box.findChildren(QPushButton):
            button.setAutoDefault(False)
        options = QVBoxLayout(self._options)
        options.setContentsMargins(0, 0, 0, 0)
        tick = QHBoxLayout()
        tick.addWidget(self._rest_free)
        tick.addWidget(self._freed, 1)
        options.addLayout(tick)
        marked = QWidget()
        form = QFormLayout(marked)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        add_row(form, "Days that you marked before", self._before)
        marked.setVisible(bool(search_of(self._plan).marks))
        options.addWidget(marked)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 4, 0)
        since = QFormLayout(self._since_row)
        since.setContentsMargins(0, 0, 0, 0)
        since.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        add_row(since, "Use the rotation", self._since)
        self._since_row.hide()
        column.addWidget(self._intake)
        column.addWidget(self._options)
        column.addWidget(self._pane, 1)
        column.addWidget(self._since_row)
        self._intake.take_drops(self)
        self.lay_out(body, self._box, self._said)
        self._intake.field.setFocus()

    def _connect(self) -> None:
        self._intake.roster_read.connect(self._take_read)
        self._intake.given_again.connect(self._give_again)
        self._pane.corrected.connect(self._correct)
        self._pane.restored.connect(self._restore)
        self._pane.answered.connect(self._answer)
        self._rest_free.toggled.connect(self._apply_rest_free)
        self._before.currentIndexChanged.connect(lambda _: self._show(self._review))
        self._again.clicked.connect(self._intake.give_again)
        self._mark.clicked.connect(lambda: self._decide(only_mark=True))
        self._box.accepted.connect(lambda: self._decide(only_mark=False))
        self._box.rejected.connect(self.reject)
