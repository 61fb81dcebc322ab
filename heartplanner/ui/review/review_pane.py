"""The table of the review beside the line in hand and what follows for the rotation."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from heartplanner.core.cells.rotation_draft import in_force
from heartplanner.core.explain.rosters.use_text import outcome_words
from heartplanner.core.finder.roster_use import RosterOutcome
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import Plan
from heartplanner.core.roster.review import Review
from heartplanner.core.roster.roster import only_hours
from heartplanner.core.schedule.cycle import assigned_hours
from heartplanner.typed import override
from heartplanner.ui.review.beside import BesideCards
from heartplanner.ui.review.day_strip import DayStrip
from heartplanner.ui.review.lines_card import LinesCard
from heartplanner.ui.review.outcome_card import OutcomeCard
from heartplanner.ui.review.review_rows import DayChoices, shown_rows
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.cards import column, label

WIDE, CARDS = 850, 344
"""In pixels at the usual size of text: from which width on the cards stand beside the table, and theirs."""
TALL = 480
"""From this height on, at the usual size of text, the days are drawn above the table."""
EDGE = 16


class ReviewPane(BesideCards):
    """Shows a review, whose `lines` tell what a person makes of them; the review it never changes."""

    def __init__(self, session: Session) -> None:
        scale = session.scale
        super().__init__(round(WIDE * scale), round(CARDS * scale))
        self._display, self._scale = session.display, scale
        self._year = session.today.year
        self._usual = usual_hours(session)
        self.lines = LinesCard(session, self._usual)
        self._outcome = OutcomeCard(session.theme, scale)
        self._headline = label("what")
        self._strip, self._top = DayStrip(session.theme, scale), QFrame()
        self._top.setObjectName("card")
        above = QVBoxLayout(self._top)
        above.setContentsMargins(EDGE, 10, EDGE, 10)
        above.setSpacing(6)
        above.addWidget(self._headline)
        above.addWidget(self._strip)
        self.lay_out([self._top, self.lines], column(self.lines.reading, self._outcome))
        self.lines.row_marked.connect(self.show_top)

    def show_review(
        self,
        review: Review,
        plan: Plan,
        outcome: RosterOutcome | None,
        choices: DayChoices,
    ) -> None:
        """Show the rows of a review and what follows; `outcome` None: it is not worked out yet."""
        readings = review.used.readings
        self.lines.reading.show_usual(only_hours(review.used) or self._usual)
        self._outcome.setVisible(bool(outcome and readings))
        self._strip.show_days(readings, {*outcome.differing} if outcome else frozenset())
        if outcome is not None:
            self._outcome.show_outcome(plan, outcome, review.used)
            self._headline.setText(outcome_words(outcome))
        self._top.setVisible(bool(readings))
        self._fit_strip()
        rows = shown_rows(review, outcome, self._display, self._year, choices)
        self.lines.show_rows(rows, choices.answers)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_strip()

    def _fit_strip(self) -> None:
        """The picture of the days is shown where the table keeps enough room below it."""
        roomy = self.is_beside and self.height() >= TALL * self._scale
        self._strip.setVisible(roomy and self._strip.fits(self._top.width() - 2 * EDGE))


def usual_hours(session: Session) -> Hours:
    """The hours that are assigned today."""
    plan = session.plan
    return assigned_hours(in_force(plan, max(session.today, plan.start)))
