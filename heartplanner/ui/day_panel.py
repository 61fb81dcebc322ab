"""The panel beside the month: the selected day and why it is so, and the month's sums."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from heartplanner.core.month import Month
from heartplanner.core.rest import Care
from heartplanner.core.schedule import Day
from heartplanner.core.stretches import Break
from heartplanner.core.totals import Totals
from heartplanner.core.why import day_line, why
from heartplanner.core.words import counted, full_date, hours, span, weekday

EXAMPLE = (
    "This is an example rotation that keeps the posting's rules."
    " It is not the employer's word: your own may lie differently."
)


def label(name: str = "") -> QLabel:
    """A label for plain text of any length; `name` gives it its looks in the style sheet."""
    found = QLabel()
    found.setObjectName(name)
    found.setTextFormat(Qt.TextFormat.PlainText)
    found.setWordWrap(True)
    return found


class Card(QFrame):
    """A framed group of labels under a heading."""

    def __init__(self, heading: str, *labels: QLabel) -> None:
        super().__init__()
        self.setObjectName("card")
        self._heading = label("heading")
        self._heading.setText(heading)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(7)
        layout.addWidget(self._heading)
        for each in labels:
            layout.addWidget(each)

    def set_heading(self, text: str) -> None:
        self._heading.setText(text)


class DayPanel(QWidget):
    """Shows what it is given: a day, a month's sums, whether the rotation is still the example."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._date, self._what, self._why, self._care = map(label, ("date", "what", "", ""))
        self._sums, self._next = label(), label()
        example = label()
        example.setText(EXAMPLE)
        self._day_card = Card("Selected day", self._date, self._what, self._why, self._care)
        self._month_card = Card("", self._sums, self._next)
        self._example_card = Card("Example", example)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for card in (self._day_card, self._month_card, self._example_card):
            layout.addWidget(card)
        layout.addStretch()

    def show_day(self, day: Day, cares: list[Care]) -> None:
        """Show what a day is, why, and what asks for care around it."""
        self._date.setText(f"{weekday(day.date)}, {full_date(day.date)}")
        line = day_line(day)
        self._what.setText(line[0].upper() + line[1:])
        self._why.setText(why(day))
        self._care.setText("\n".join(f"Take care: {care.kind}, {care.text}." for care in cares))
        self._care.setVisible(bool(cares))

    def show_month(self, month: Month, totals: Totals, coming: Break | None) -> None:
        """Show a month's sums and the first break that begins in it or after it."""
        self._month_card.set_heading(month.title)
        self._sums.setText(
            f"{counted(totals.shifts, 'shift')}, {hours(totals.minutes)} in all,"
            f" {counted(totals.weekends_on, 'weekend')} on"
        )
        self._next.setText(f"Break: {span(coming.first, coming.last)}" if coming else "")
        self._next.setVisible(coming is not None)

    def show_example(self, example: bool) -> None:
        self._example_card.setVisible(example)
