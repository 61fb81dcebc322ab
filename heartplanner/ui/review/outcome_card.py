"""What a roster leaves of the rotations: how many fit, which is the likeliest, and what is not certain."""

from __future__ import annotations

from heartplanner.core.cells.cells import usual_tone
from heartplanner.core.cells.dated_weeks import dated_weeks
from heartplanner.core.cells.finder_board import shown_cycle
from heartplanner.core.finder.counting.marks import first_marked
from heartplanner.core.finder.roster_hours import roster_assignment
from heartplanner.core.finder.roster_use import RosterOutcome
from heartplanner.core.finder.use_start import roster_start
from heartplanner.core.plan.model import CYCLE_DAYS, Plan
from heartplanner.core.roster.roster import Roster
from heartplanner.style.theme import Theme
from heartplanner.ui.weeks.rotation_picture import RotationPicture
from heartplanner.ui.widgets.cards import Card, label

DASHED = "Dashed days are not confirmed yet."
ONE, LIKELY, NONE = "The schedule that fits", "The likeliest schedule", "No rotation fits"


class OutcomeCard(Card):
    """Shows a RosterOutcome; nothing while it is not worked out yet."""

    def __init__(self, theme: Theme, scale: float) -> None:
        super().__init__(NONE)
        self._dashed = label("muted", DASHED)
        self._weeks = RotationPicture(theme)
        self._weeks.set_looks(theme, scale)
        self.add(self._weeks)
        self.add(self._dashed)

    def show_outcome(self, plan: Plan, outcome: RosterOutcome, roster: Roster) -> None:
        """`roster`: what the outcome is of; its hours become the person's own."""
        rotation, search = outcome.rotation, outcome.search
        only = outcome.left.total == 1
        self.set_heading(NONE if rotation is None else ONE if only else LIKELY)
        self._weeks.setVisible(rotation is not None)
        self._dashed.setVisible(rotation is not None and len(outcome.sure) < CYCLE_DAYS)
        if rotation is not None:
            cycle = shown_cycle(search, first_marked(search))
            weeks = dated_weeks(plan, search, cycle, outcome.sure)
            since = roster_start(roster, search)
            shift = usual_tone(roster_assignment(plan, roster, since))
            self._weeks.show_rotation(rotation, weeks._replace(shift=shift))
