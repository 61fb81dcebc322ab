"""The card of leave in the book of hours: what there is today, what is planned, and what is then left."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton

from heartplanner.core.leave.leave_text import (
    PER,
    LeaveLine,
    leave_hours,
    leave_lines,
    short_text,
)
from heartplanner.core.plan.leave import LEAVE_NAMES
from heartplanner.core.words.english import full_date, sentence_case
from heartplanner.ui.hours.hours_table import HoursTable, TableLine
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.cards import Card, label
from heartplanner.ui.widgets.flow_layout import flow

NOT_KNOWN = "Your leave balances are not known yet. Your pay stub has them."
ON_PAPER = "Print what is left on the sheet of hours"
HEADINGS = ("Leave", "Today", "Planned", "Then left")


class LeaveCard(Card):
    """A row for each balance that is known; `edit_wanted`: somebody wants to state one."""

    edit_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("Leave")
        self._unknown = label("muted", NOT_KNOWN)
        self._table = HoursTable("Leave")
        self._edit = QPushButton("Leave balances...")
        self._edit.setAutoDefault(False)
        self._edit.clicked.connect(self.edit_wanted)
        self._on_paper = QCheckBox(ON_PAPER)
        for widget in (self._unknown, self._table, self._on_paper, flow([self._edit])):
            self.add(widget)

    @property
    def on_paper(self) -> bool:
        """Whether the sheet of hours is to say what is left: others may read it."""
        return self._on_paper.isChecked()

    def show_leave(self, session: Session) -> None:
        """Show the balances as of today."""
        lines = [_line(line) for line in leave_lines(session.schedule, session.today)]
        self._unknown.setVisible(not lines)
        self._table.setVisible(bool(lines))
        self._on_paper.setVisible(bool(lines))
        self._table.show_lines(HEADINGS, lines)


def _line(line: LeaveLine) -> TableLine:
    amounts = [leave_hours(each) for each in (line.today.hours, line.planned, line.outlook.hours)]
    notes = [f"Planned until {full_date(line.last)}"] if line.planned else []
    if accrual := line.account.accrual:
        notes.append(f"{leave_hours(accrual.hours)} accrue {PER[accrual.per]}")
    if line.today.on == line.account.on:
        notes.append(f"Known on {full_date(line.account.on)}")
    if short := short_text(line.outlook):
        notes.append(f"Take care: {short}")
    title = sentence_case(LEAVE_NAMES[line.account.kind])
    return TableLine(title, "\n".join(notes), amounts, strong=bool(short))
