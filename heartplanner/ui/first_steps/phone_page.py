"""The last step: the calendar goes to the phone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from heartplanner.core.cells.cells import Wording
from heartplanner.core.explain.day_text import unsure
from heartplanner.core.finder.contradicting_marks import contradicting_marks
from heartplanner.typed import override
from heartplanner.ui.first_steps.step_page import StepPage
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.cards import label

HINT = "Your calendar is saved on this computer. Now bring it to where you look at it."
NEXT = (
    "The button below opens the page On my phone. There you say which phone you have and how the calendar"
    " gets there. You choose that once: later changes go the same way, with one click or none."
)
LAST = "last step", "last"
MINE, RIGHT = "This is my rotation", "They are right"
"""What ends the doubt of a sample, and that of single days."""


class PhonePage(StepPage):
    """`phone_wanted`: the page On my phone is to open.

    `confirm_wanted`: the days that are not confirmed yet are right.
    """

    confirm_wanted = Signal()
    phone_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("Put it on your phone", HINT)
        self._session = session
        self._unsure, self._right = label(), QPushButton(RIGHT)
        self._right.clicked.connect(self.confirm_wanted)
        self.put(self._unsure, self._right, label("", NEXT))
        column = self.layout()
        assert column is not None
        column.setAlignment(self._right, Qt.AlignmentFlag.AlignLeft)

    @property
    @override
    def onward(self) -> str:
        return "Put it on my phone"

    @property
    @override
    def answer(self) -> Wording:
        return LAST

    @override
    def open(self) -> None:
        self.refresh()
        self.turned.emit()

    @override
    def refresh(self) -> None:
        """Days that are not confirmed are said here too: the phone will show them as they are."""
        plan, today = self._session.plan, self._session.today
        text = unsure(plan, today)
        self._unsure.setText(text)
        self._unsure.setVisible(bool(text))
        # Days that the person's own marks contradict are not offered as right.
        self._right.setVisible(bool(text) and not contradicting_marks(plan, today))
        self._right.setText(MINE if plan.example else RIGHT)

    @override
    def go_on(self) -> bool:
        self.phone_wanted.emit()
        return False
