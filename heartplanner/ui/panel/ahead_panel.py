"""On a wide screen, a second panel: these six weeks, and what comes that is not as usual."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from heartplanner.core.cells.rotation_board import rows
from heartplanner.core.explain.agenda import entries
from heartplanner.core.explain.break_text import free_runs, worked_days
from heartplanner.core.plan.model import LAST_DATE, ONE_DAY, monday
from heartplanner.core.schedule.breaks import breaks
from heartplanner.core.schedule.cycle import ONE_CYCLE
from heartplanner.core.schedule.ranges.rows import calendar_rows
from heartplanner.core.words.english import brief_day, sentence_case, span_brief, weekday
from heartplanner.style.theme import Theme
from heartplanner.ui.session import Session
from heartplanner.ui.weeks.weeks_table import WeeksTable
from heartplanner.ui.widgets.cards import Card, label
from heartplanner.ui.widgets.elided_label import ElidedLabel

LINES = 12
AHEAD = timedelta(days=120)
NOTHING = "Only your usual rotation in the next four months."


class AheadPanel(QWidget):
    """Says of the session's plan what lies ahead of today; nothing of the day or month on show."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[object, ...] = ()
        self._board = WeeksTable(session.theme, session.today, small=True)
        self._board.setAccessibleName("These six weeks")
        self._lines = [(label("muted"), ElidedLabel("loud")) for _ in range(LINES)]
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, (when, what) in enumerate(self._lines):
            when.setWordWrap(False)
            grid.addWidget(when, row, 0)
            grid.addWidget(what, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Card("These six weeks", self._board))
        column.addWidget(Card("Coming up", holder))
        column.addStretch()

    def set_looks(self, theme: Theme, scale: float) -> None:
        self._board.set_theme(theme)
        self._board.set_scale(scale)

    def refresh(self) -> None:
        """Say what is other than what is said."""
        session = self._session
        facts = session.schedule, session.today, session.display, session.day_notes.known
        if facts == self._shown:
            return
        self._shown = facts
        first = max(session.today, session.plan.start)
        begin = monday(first)
        shown_rows = calendar_rows(session.schedule, begin, begin + ONE_CYCLE - ONE_DAY)
        self._board.show_rows(rows(shown_rows))
        coming = sorted(self._coming(first))[:LINES] or [(first, "", NOTHING)]
        for row, (when, what) in enumerate(self._lines):
            shown = row < len(coming)
            when.setText(coming[row][1] if shown else "")
            what.setText(coming[row][2] if shown else "")

    def _coming(self, first: date) -> Iterator[tuple[date, str, str]]:
        """The days ahead on which something is changed, noted or due, and the breaks."""
        session, last = self._session, min(first + AHEAD, LAST_DATE)
        schedule, display = session.schedule, session.display
        notes = session.day_notes.by_date(schedule, first, last, session.today, display)
        for entry in entries(schedule, first, last, display, notes):
            said = (entry.what, *entry.notes) if entry.changes else entry.notes
            if said:
                text = "; ".join(said)
                when = f"{weekday(entry.date)[:3]}, {brief_day(entry.date)}"
                yield entry.date, when, sentence_case(text)
        for run in breaks(session.plan, first, last):
            worked = worked_days(schedule, run)
            length = f"Break of {run.length} days"
            text = f"{length}; {worked}" if worked else length
            free = free_runs(schedule, run)
            shown = free[0] if len(free) == 1 else run  # its column has room for one span
            yield shown.first, span_brief(shown.first, shown.last), text
