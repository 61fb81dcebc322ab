"""A new roster gets in, is compared with the schedule, and what differs is taken over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from heartplanner.core.compare.choice import first_choice
from heartplanner.core.compare.comparison import compare, question_of
from heartplanner.core.compare.comparison_text import summary, take_words, taken_over_words
from heartplanner.core.plan.model import Plan
from heartplanner.core.roster.review import Review, carried, with_free_rest
from heartplanner.core.roster.roster import Roster
from heartplanner.typed import override
from heartplanner.ui.compare.comparison_pane import ComparisonPane
from heartplanner.ui.review.roster_dialog import Role, RosterDialog
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.announce import announce

TITLE = "Check a roster"
PURPOSE = (
    "The roster is compared with your schedule, day by day. To find your rotation from a roster, choose"
    " View > Find my rotation."
)


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


class CompareDialog(RosterDialog):
    """Shows how to give a roster until one is read, then what differs. `decided` is what to do about it."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        question = question_of(session.plan, session.now().date())
        pane = ComparisonPane(session, session.store.moment)
        super().__init__(session, parent, TITLE, PURPOSE, question, pane.lines)
        self.decided: TakenOver | RotationChanged | None = None
        self._pane, self._schedule = pane, session.schedule
        self._take = self._box.addButton(take_words(first_choice({})), Role.AcceptRole)
        self._take.setObjectName("primary")
        self._build_roster(self._pane)
        self.lay_out(self._body_of_roster, self._box)
        self._intake.field.setFocus()
        self._pane.choice_changed.connect(self._show_choice)
        self._pane.rotation_changed.connect(self._decide_rotation)
        self._box.accepted.connect(self._decide)
        self._show_state(is_read=False)

    @override
    def _take_read(self, roster: Roster) -> None:
        super()._take_read(roster)
        self._pane.show_first()
        self._lines.focus_first()

    @override
    def _give_again(self) -> None:
        self._pane.begin()
        super()._give_again()

    @override
    def _show_review(self, review: Review) -> None:
        comparison = compare(self._schedule, review.used)
        self._pane.show_comparison(review, comparison, self._intake.name)
        self._cancel.setText("Cancel" if comparison.differences else "Close")
        announce(self, summary(comparison))

    def _show_choice(self) -> None:
        choice = self._pane.choice
        self._take.setText(take_words(choice))
        self._take.setVisible(bool(choice.ways))
        self._take.setEnabled(bool(choice.taken))

    def _decide(self) -> None:
        choice = self._pane.choice
        name = taken_over_words(choice)
        self.decided = TakenOver(self._pane.after.plan, name, min(choice.taken))
        self.accept()

    def _decide_rotation(self, first: date) -> None:
        """What was corrected holds for the rotation too."""
        review = carried(self._review, self._intake.read_for_rotation())
        if self._rest_free.isChecked():
            review = review._replace(roster=with_free_rest(review.roster, review.corrections))
        self.decided = RotationChanged(first, review.used)
        self.accept()

    @override
    def _show_state(self, *, is_read: bool) -> None:
        super()._show_state(is_read=is_read)
        self._pane.setVisible(is_read)
        self._take.hide()
