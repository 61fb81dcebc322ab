"""The line at the window's foot: the month's sums, and in their place what the program has to say.

Its height is always the same, so that a message never moves the calendar above it.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from heartplanner.core.cells.cells import Wording
from heartplanner.core.explain.day_text import month_words
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import whole_sentence
from heartplanner.typed import override
from heartplanner.ui.calendars.calendar_legend import CalendarLegend
from heartplanner.ui.messages.message_bar import MessageBar
from heartplanner.ui.session import ChangeDraft, Session
from heartplanner.ui.widgets.announce import announce
from heartplanner.ui.widgets.elided_label import ElidedLabel
from heartplanner.ui.widgets.flow_layout import ActionButton

HEIGHT = 48
PREVIEW = (
    "Not saved yet. The calendar shows the change before you save it. Esc leaves it as it was.",
    "Not saved yet. Esc leaves it as it was.",
)
"""What stands in the place of the sums while a form is open that shows a change."""
OPEN_FORM = ("Nothing is changed yet. Esc closes the form.",)
"""The same while the form says no change yet."""


class StatusLine(QWidget):
    """Holds the message bar in front of the sums; before both a button, where there is no room for a panel.

    `panel`: the action that shows the side panel or takes it away. What is said in passing goes as soon as
    something else is on show.
    """

    def __init__(self, bar: MessageBar, panel: QAction, session: Session) -> None:
        super().__init__()
        self._situation = session.situation
        self._passing, self._said_in = "", session.situation()
        self._foot: Wording = ()
        self._draft: Wording = ()
        self._panel = ActionButton(panel)
        self._panel.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._panel.hide()
        self._sums = ElidedLabel()
        behind = QWidget()
        row = QHBoxLayout(behind)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._sums, 1)
        self._legend = CalendarLegend(session)
        row.addWidget(self._legend)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._panel)
        stack = QStackedLayout()
        line.addLayout(stack, 1)
        stack.setStackingMode(QStackedLayout.StackingMode.StackAll)
        stack.addWidget(bar)
        stack.addWidget(behind)
        self._bar = bar
        self._shown: tuple[object, ...] = ()
        bar.hide()

    def offer_panel(self, offered: bool) -> None:
        """Whether the side panel is shown by a button here."""
        self._panel.setVisible(offered)

    def say(self, text: str) -> None:
        """Say in passing what was done, or could not be: until something else is done."""
        self._passing, self._said_in = text, self._situation()
        self._word()
        announce(self, text)

    def clear(self) -> None:
        """Something else is done: what was said in passing goes."""
        self._passing = ""
        self._word()

    def follow(self, draft: ChangeDraft | None) -> None:
        """Something may have been done. `draft`: what the form shows that is open, not saved yet."""
        entered = draft is not None and draft.schedule is not None
        self._draft = PREVIEW if entered else OPEN_FORM if draft is not None else ()
        if self._passing and self._situation() != self._said_in:
            self._passing = ""
        self._word()

    def text(self) -> str:
        """What the line says, where no message stands before it."""
        return self._sums.text()

    def show_text(self, wording: Wording) -> None:
        """Say this while there is nothing else to say, each wording shorter than the one before."""
        if self._shown != wording:
            self._shown = self._foot = wording
            self._word()

    def show_month(self, schedule: Schedule, month: Month, now: datetime) -> None:
        """Say a month's sums as of `now`, unless these are what is said."""
        # The clock ticks every minute, while the sums change with the day, the month or the plan alone.
        if self._shown == (schedule, month, now.date()):
            return
        self._shown = schedule, month, now.date()
        sums, coming = month_words(schedule, month, now)
        name = month.title.split()[0]
        named = f"{name}: {sums}"
        # Where even that is too long, the last of the sums give way as a whole.
        parts = sums.split(", ")
        fewer = (f"{name[:3]}: {', '.join(parts[:count])}" for count in range(len(parts), 0, -1))
        self._foot = (f"{named}. {coming}".rstrip(". "), named, *fewer)
        self._word()

    def _word(self) -> None:
        """Before all else what was just done, and that a form is not saved yet: no message hides these."""
        front = self._passing
        if self._draft:
            done = whole_sentence(self._passing.removesuffix("."))
            front = " ".join(filter(None, (done, self._draft[-1])))
        self._bar.set_before(front)
        if self._draft and not self._passing:
            self._sums.set_wording(*self._draft)
        else:
            self._sums.set_wording(*((front,) if front else self._foot))

    def set_scale(self, scale: float) -> None:
        self.setFixedHeight(round(HEIGHT * scale))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._legend.fit(self.width())
