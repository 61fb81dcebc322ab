"""A roster gets in, is looked through line by line, and only then used."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QFormLayout,
    QWidget,
)

from heartplanner.core.cells.rotation_draft import in_force
from heartplanner.core.explain.rosters.entered_lines import not_entered
from heartplanner.core.explain.rosters.left_out_text import left_out_question, named_unread
from heartplanner.core.explain.rosters.review_text import (
    review_summary,
    unanswered_changes,
)
from heartplanner.core.explain.rosters.roster_hours_text import roster_hours_words
from heartplanner.core.explain.rosters.use_text import (
    MarkedBefore,
    marked_before,
    not_entered_words,
    outcome_said,
    use_words,
)
from heartplanner.core.finder.contradiction_text import (
    contradictions_text,
    contradictions_title,
)
from heartplanner.core.finder.repair.day_answers import (
    change_counts,
    likeliest_answers,
    unsaid,
    with_answer,
)
from heartplanner.core.finder.repair.differences import DayAnswer
from heartplanner.core.finder.repair.repair_text import changes_text
from heartplanner.core.finder.repair.repair_use import Answers
from heartplanner.core.finder.roster_use import (
    RosterOutcome,
    planned_minutes,
    replaces_marks,
    roster_outcome,
)
from heartplanner.core.finder.search import search_of
from heartplanner.core.finder.use_start import first_of_roster
from heartplanner.core.roster.review import Review
from heartplanner.core.roster.roster import Roster, RosterQuestion, Unread
from heartplanner.core.words.english import counted
from heartplanner.typed import override
from heartplanner.ui.fields.plain_fields import ChoiceField, add_row
from heartplanner.ui.review.review_pane import ReviewPane
from heartplanner.ui.review.review_rows import DayChoices, Filter
from heartplanner.ui.review.roster_dialog import Role, RosterDialog
from heartplanner.ui.review.since_row import SinceRow
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.announce import announce
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.message_boxes import agreed

TITLE = "My rotation from a roster"
PURPOSE = (
    "Your rotation is found from this roster. If you know your rotation and only want to compare a new"
    " roster with your schedule, choose File > Check a roster."
)
ADD, REPLACE = "add", "replace"


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


class ReviewDialog(RosterDialog):
    """Shows how to give a roster until one is read, then its review. `use` is what was decided."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        start = search_of(session.plan).start
        own = in_force(session.plan, start).shift_hours
        question = RosterQuestion(start, session.now().date(), shift_hours=own)
        pane = ReviewPane(session)
        super().__init__(session, parent, TITLE, PURPOSE, question, pane.lines)
        self._pane, self._plan, self._display = pane, session.plan, session.display
        self._outcome: RosterOutcome | None = None
        self._answers: dict[date, DayAnswer] = {}
        self._told: set[date] = set()
        self.use: RosterUse | None = None
        self._since = SinceRow()
        self._before, self._marked = ChoiceField(()), QWidget()
        self._chosen: str | None = None
        self._said = label("loud")
        # It stands at the other end, since it comes and goes: the main button stays where it is.
        self._mark = self._box.addButton("Only mark the days", Role.ResetRole)
        self._use = self._box.addButton(use_words(None, ""), Role.AcceptRole)
        # What follows takes a moment to work out: the rows are drawn before it begins.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show_outcome)
        self._build()
        self._connect()
        self._show_state(is_read=False)

    def _answer(self, day: date, answer: DayAnswer) -> None:
        assert self._outcome is not None, "only a day that differs has an answer"
        differing = self._outcome.differing
        before, self._answers = (
            self._answers,
            with_answer(self._answers, differing, day, answer),
        )
        # The other half of a pair is said with it.
        self._told |= {day, *(one for one in differing if before[one] != self._answers[one])}
        self._show_pane()

    @override
    def _show_review(self, review: Review) -> None:
        """Show the rows at once, and what follows from them as soon as it is worked out."""
        self._outcome = None
        self._said.setText(review_summary(review))
        self._show_pane()
        self._later.start(0)

    def _show_outcome(self) -> None:
        self._outcome = self._outcome_of(self._review.used)
        differing = self._outcome.differing if self._outcome.offers_rotation else {}
        told = {day: self._answers[day] for day in self._told if day in self._answers}
        self._answers = likeliest_answers(differing, told)
        self._told = {day for day in self._told if self._answers.get(day) == told.get(day)}
        said = review_summary(self._review)
        if self._review.used.readings:
            said = f"{said} {outcome_said(self._outcome)}"
        said = f"{said} {not_entered_words(self._review, self._outcome)}".rstrip()
        if self._outcome.offers_rotation and self._outcome.contradicting:
            said = f"{said} {contradictions_text(self._outcome.contradicting)}"
        first = first_of_roster(self._review.used, self._outcome.search)
        offered = first if self._outcome.asks_since else None
        self._since.keep_room(kept=first is not None)
        self._since.offer(self._plan, offered, self._outcome.search, self._outcome.rotation)
        used = self._review.used
        hours = roster_hours_words(self._plan, used, self._since.first, self._display)
        said = f"{said} {hours}".rstrip()
        self._said.setText(said)
        announce(self, said)
        self._show_pane()

    def _show_pane(self) -> None:
        outcome = self._outcome
        asked, counts = self._unsaid, change_counts(outcome.said(self._answers) if outcome else [])
        minutes = planned_minutes(self._plan, outcome) if outcome else {}
        self._pane.show_review(
            self._review, self._plan, outcome, DayChoices(self._answers, asked, minutes)
        )
        changes, open_ = changes_text(counts), unanswered_changes(self._not_entered)
        self._use.setText(use_words(outcome, changes, asks=bool(asked), unanswered=open_))
        self._use.setEnabled(bool(outcome and self._review.used.readings))
        self._mark.setVisible(outcome is not None and outcome.offers_rotation)

    def _decide(self, *, only_mark: bool) -> None:
        if self._outcome is None or not self._leaves_out():
            return
        uses_rotation = self._outcome.offers_rotation and not only_mark
        if uses_rotation and not self._contradicts(self._outcome):
            return
        if uses_rotation and not self._all_said():
            return
        answers = self._answers if uses_rotation else None
        first = self._since.first
        self.use = RosterUse(self._review.used, self._replaces, self._outcome, answers, first)
        self.accept()

    def _leaves_out(self) -> bool:
        """Whether the roster may be used without the lines about some day that are not understood.

        A line that names no day is told of once the roster is used; a day's is not lost unasked.
        """
        unread = named_unread(self._not_entered, self._plan.start)
        if not unread:
            return True
        title = f"Use the roster without {counted(len(unread), 'line')}?"
        text = left_out_question(unread)
        if agreed(self, title, text, "Leave them out", "Look at them"):
            return True
        self._lines.choose(Filter.UNCLEAR)
        return False

    @property
    def _not_entered(self) -> list[Unread]:
        """The lines that are not understood, but those whose change is in the calendar already."""
        return not_entered(self._plan, self._review.used.unread)

    def _contradicts(self, outcome: RosterOutcome) -> bool:
        """Whether the rotation may be used although it contradicts what was said of some day."""
        contradicting = outcome.contradicting
        if not contradicting:
            return True
        title, text = contradictions_title(contradicting), contradictions_text(contradicting)
        if agreed(self, title, text, "Use it", "Look at them"):
            return True
        self._lines.choose(Filter.DIFFERING)
        return False

    @property
    def _unsaid(self) -> tuple[date, ...]:
        """The days that would cost leave, of which the person said nothing."""
        outcome = self._outcome
        if outcome is None or not outcome.offers_rotation:
            return ()
        return unsaid(outcome.differing, self._answers, self._told)

    def _all_said(self) -> bool:
        """Ask what the days were that would cost leave; whether that is said by now."""
        asked, outcome = self._unsaid, self._outcome
        if not asked or outcome is None:
            return True
        from heartplanner.ui.review.repair_dialog import RepairDialog

        said = {day: answer for day, answer in self._answers.items() if day not in asked}
        dialog = RepairDialog(outcome.differences, self, said)
        dialog.add_told([(told.difference, told.answer) for told in outcome.told if told.fits])
        if not dialog.run():
            return False
        self._answers = dialog.answers()
        self._told = {*self._answers}
        return True

    @property
    def _replaces(self) -> bool:
        return self._before.value() == REPLACE

    def _outcome_of(self, roster: Roster) -> RosterOutcome:
        """What a roster comes to with what was marked before, or without it, as is chosen or likelier."""
        ways = marked_before(self._plan, roster)
        replaces = ways.keep is None or self._chosen == REPLACE
        outcome = roster_outcome(self._plan, roster, replaces=replaces)
        is_open = not replaces and self._chosen is None
        if is_open and replaces_marks(self._plan, roster, outcome):
            replaces = True
            outcome = roster_outcome(self._plan, roster, replaces=True)
        self._offer_marks(ways, REPLACE if replaces else ADD)
        return outcome

    def _offer_marks(self, ways: MarkedBefore, chosen: str) -> None:
        """Offer what may become of the days that were marked before."""
        self._before.blockSignals(True)
        self._before.clear()
        for value, words in ((ADD, ways.keep), (REPLACE, ways.replace)):
            if words is not None:
                self._before.addItem(words, value)
        self._before.put(chosen)
        self._before.setEnabled(ways.keep is not None)
        self._before.blockSignals(False)

    def _choose_marks(self) -> None:
        self._chosen = self._before.value()
        self._show_review(self._review)

    @override
    def _show_state(self, *, is_read: bool) -> None:
        super()._show_state(is_read=is_read)
        for part in (self._pane, self._said, self._use):
            part.setVisible(is_read)
        self._mark.hide()
        self._since.keep_room(kept=False)
        self._since.hide()

    def _build(self) -> None:
        self._use.setObjectName("primary")
        self._use.setDefault(False)
        self._build_roster(self._pane, self._since)
        form = QFormLayout(self._marked)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        add_row(form, "Days that you marked before", self._before)
        self._marked.setVisible(bool(search_of(self._plan).marks))
        self._add_option(self._marked)
        self.lay_out(self._body_of_roster, self._box, self._said)
        self._intake.field.setFocus()

    def _connect(self) -> None:
        self._lines.answered.connect(self._answer)
        self._before.currentIndexChanged.connect(lambda _: self._choose_marks())
        self._mark.clicked.connect(lambda: self._decide(only_mark=True))
        self._box.accepted.connect(lambda: self._decide(only_mark=False))
