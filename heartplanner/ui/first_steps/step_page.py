"""What every step has: a question, its answers, and the words of the button that goes on."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from heartplanner.core.cells.cells import Wording
from heartplanner.core.schedule.ranges.month import Month, page_dates
from heartplanner.style.theme import Theme
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.cards import label


class StepPage(QWidget):
    """A step as the panel shows it. `turned`: its button says or allows something else."""

    turned = Signal()
    reached = Signal(object)
    """A field has the keys that is to be seen."""

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(8)
        self._column.addWidget(label("date", title))
        if hint:
            self._column.addWidget(label("muted", hint))

    def put(self, *content: QWidget | QLayout) -> None:
        """Put these under the question, at the top of the room that there is."""
        for part in content:
            if isinstance(part, QWidget):
                self._column.addWidget(part)
            else:
                self._column.addLayout(part)
        self._column.addStretch(1)  # all that is left: no card grows beyond what it says

    @property
    def onward(self) -> str:
        """What the button that goes on says."""
        return "Next"

    @property
    def reason(self) -> str:
        """Why one cannot go on; "" if one can."""
        return ""

    @property
    def answer(self) -> Wording:
        """What was answered, in two or three words, and ever shorter."""
        raise NotImplementedError

    def open(self) -> None:
        """The step is asked now: put the keys where one answers."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what the plan says."""
        raise NotImplementedError

    def go_on(self) -> bool:
        """Take the answer that stands there; whether the next step is to follow."""
        return True

    def set_looks(self, theme: Theme, scale: float) -> None:
        """Take on colors and size of text, where something is painted."""


def show_around(session: Session, day: date) -> None:
    """Choose a day in the month that shows most of the weeks after it.

    A first day late in July is on the page of August too, with the whole of the first weeks.
    """
    month = Month.of(day)
    if page_dates(month.plus(1), session.display)[0] <= day:
        month = month.plus(1)
    session.open_month(month)
    session.choose(day)
