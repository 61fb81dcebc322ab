"""A question that is not understood, and where in the program stands what it may be about."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from heartplanner.core.plan.model import PlanError


class NotUnderstoodError(PlanError):
    """A question that the grammar does not know.

    `reason` names the words that are not understood, or what is wrong; `examples` are questions that can be
    answered; `place` is where the program says what was asked, if it does. The error's text has all but the
    place, which window and command line call by different names.
    """

    def __init__(
        self, reason: str, examples: Sequence[str] = (), place: Place | None = None
    ) -> None:
        self.reason, self.examples, self.place = reason, tuple(examples), place
        super().__init__(self.text())

    def text(self, elsewhere: str = "") -> str:
        """What is wrong, a sentence on where it stands, and what can be asked."""
        can_ask = f"You can ask: {'; '.join(self.examples)}." if self.examples else ""
        return " ".join(filter(None, (self.reason, elsewhere, can_ask)))


class Place(StrEnum):
    """Where in the program stands what is no question to the calendar, or where one says what it lacks.

    LEAVE and PAY: one has not said yet what leave one has, or when one is paid. ENTRY: where an
    appointment is entered.
    """

    HOURS = "hours"
    LEAVE = "leave"
    PAY = "pay"
    COLLEAGUES = "colleagues"
    SWAPS = "swaps"
    CALENDARS = "calendars"
    CALENDAR_NAMES = "calendar names"
    ENTRY = "entry"
