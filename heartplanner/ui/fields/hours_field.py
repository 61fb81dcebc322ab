"""The hours of a shift: when it begins, when it ends, and what they come to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from heartplanner.core.plan.hours import Hours
from heartplanner.core.schedule.cycle import length_of, next_day
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import hours as length_text
from heartplanner.ui.fields.time_field import TimeField
from heartplanner.ui.widgets.cards import label


class HoursField(QWidget):
    """Two times, side by side, over a line that says how long they are and whether they end the next day.

    `changed` is called once a time was taken over, or could not be.
    """

    def __init__(
        self, hours: Hours, display: DisplayFormat, changed: Callable[[], None] | None = None
    ) -> None:
        super().__init__()
        self.begin = TimeField(hours.start, display, changed)
        self.end = TimeField(hours.end, display, changed)
        self._length = label("muted")
        for field, words in ((self.begin, "Shifts begin at"), (self.end, "Shifts end at")):
            field.setAccessibleName(words)
            field.applied.connect(self._say)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        for column, field in ((0, self.begin), (2, self.end)):
            grid.addWidget(field, 0, column)
            grid.addWidget(field.feedback, 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(QLabel("to"), 0, 1)
        grid.addWidget(self._length, 2, 0, 1, 3)
        self.setFocusProxy(self.begin)
        self._say()

    def value(self) -> Hours:
        """The hours that were last taken over."""
        return Hours(self.begin.value(), self.end.value())

    def put(self, hours: Hours) -> None:
        """Show other hours; `changed` is not called."""
        for field, moment in ((self.begin, hours.start), (self.end, hours.end)):
            field.blockSignals(True)
            field.put(moment)
            field.blockSignals(False)
        self._say()

    def revert(self) -> None:
        """Show the last hours in place of what is typed."""
        self.begin.revert()
        self.end.revert()

    @property
    def wrong(self) -> str:
        """Why what stands here cannot be taken over; "" if it can."""
        return next(
            (field.feedback.text() for field in (self.begin, self.end) if not field.right), ""
        )

    def _say(self) -> None:
        hours = self.value()
        ends = ", ends on the next day" if next_day(hours) else ""
        same = hours.start == hours.end
        self._length.setText("" if same else f"{length_text(length_of(hours))}{ends}")
