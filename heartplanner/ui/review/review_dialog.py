"""A roster gets in, is looked through line by line, and only then used."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heartplanner.core.cells.rotation_board import in_force
from heartplanner.core.explain.review_text import outcome_said, review_summary, use_words
from heartplanner.core.finder.repair.day_answers import change_count, likeliest_answers, with_answer
from heartplanner.core.finder.repair.differences import DayAnswer
from heartplanner.core.finder.repair.repair_use import Answers
from heartplanner.core.finder.roster_use import RosterOutcome, roster_outcome
from heartplanner.core.finder.search import search_of
from heartplanner.core.roster.review import Review, RosterLine
from heartplanner.core.roster.roster import Reading, Roster, RosterQuestion, with_rest_free
from heartplanner.core.words.english import counted
from heartplanner.ui.fields.plain_fields import ChoiceField, add_row
from heartplanner.ui.review.review_pane import ReviewPane
from heartplanner.ui.roster.roster_input import RosterInput
from heartplanner.ui.roster.roster_intake import RosterIntake
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.announce import announce
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

TITLE = "Check your roster"
LETTERS, LINES = 176, 40
REST_FREE = "Days between the first and the last that no line names are free"
ADD, REPLACE = "add", "replace"
Role = QDialogButtonBox.ButtonRole


class RosterUse(NamedTuple):
    """What was decided: the roster to use, whether it replaces what was marked before, and how.

    `answers` None: its days are marked; else the outcome's rotation is used, with these answers.
    """

    roster: Roster
    replaces: bool
    outcome: RosterOutcome
    answers: Answers | None


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
        self._intake = RosterIntake(session.theme, question)
        self._pane = ReviewPane(session)
        self._rest_free = QCheckBox(REST_FREE)
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
        self._show_state(is_read=False)

    def _apply_rest_free(self) -> None:
        whole = with_rest_free(self._read) if self._rest_free.isChecked() else self._read
        self._show(self._review._replace(roster=whole))

    def _correct(self, line: RosterLine, reading: Reading | None) -> None:
        self._show(self._review.corrected(line, reading))

    def _restore(self, line: RosterLine) -> None:
        self._show(self._review.restored(line))

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
        self._said.setText(said)
        announce(self, said)
        self._show_pane()

    def _show_pane(self) -> None:
        outcome = self._outcome
        self._pane.show_review(self._review, self._plan, outcome, self._answers)
        self._use.setText(use_words(outcome, change_count(self._answers)))
        self._use.setEnabled(bool(outcome and self._review.used.readings))
        self._mark.setVisible(outcome is not None and outcome.offers_rotation)

    def _decide(self, *, only_mark: bool) -> None:
        if self._outcome is None:
            return
        answers = self._answers if self._outcome.offers_rotation and not only_mark else None
        self.use = RosterUse(self._review.used, self._replaces, self._outcome, answers)
        self.accept()

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

    def _build(self) -> None:
        self._use.setObjectName("primary")
        self._use.setDefault(False)
        for button in self._box.findChildren(QPushButton):
            button.setAutoDefault(False)
        options = QVBoxLayout(self._options)
        options.setContentsMargins(0, 0, 0, 0)
        options.addWidget(self._rest_free)
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
        column.addWidget(self._intake)
        column.addWidget(self._pane, 1)
        column.addWidget(self._options)
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
