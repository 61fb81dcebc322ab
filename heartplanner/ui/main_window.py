"""The window: a month, the selected day beside it, and the way onto the phone."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heartplanner.core.horizon import first_day, last_day
from heartplanner.core.month import Month, month_weeks
from heartplanner.core.plan import FIRST_DATE, LAST_DATE, Plan
from heartplanner.core.rest import cares
from heartplanner.core.schedule import days
from heartplanner.core.stretches import next_break
from heartplanner.core.totals import month_totals, total
from heartplanner.core.words import counted, span
from heartplanner.files.disk import FileError
from heartplanner.ui.day_panel import DayPanel
from heartplanner.ui.month_table import MonthTable
from heartplanner.ui.theme import Theme, style_sheet

PANEL_WIDTHS = (214, 292)
SIZE = (1280, 800)
SMALLEST = (900, 560)


class Command(NamedTuple):
    """One thing the window can do: its button's text, its name in full, its keys."""

    text: str
    name: str
    keys: tuple[str, ...]
    run: Callable[[], None]


class MainWindow(QMainWindow):
    """Shows one plan. `plan_file` is where it lies, whether it is written yet or not."""

    def __init__(self, plan: Plan, plan_file: Path, today: date, theme: Theme) -> None:
        super().__init__()
        self._plan = plan
        self._plan_file = plan_file
        self._today = today
        self._selected = first_day(plan, today)
        self._month = Month.of(self._selected)
        self._title = QLabel()
        self._table = MonthTable(theme, today)
        self._panel = DayPanel()
        self._build()
        self._table.day_chosen.connect(self.go_to)
        self._panel.show_example(plan.example)
        self.setStyleSheet(style_sheet(theme))
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        self._show()

    @property
    def month(self) -> Month:
        return self._month

    @property
    def selected(self) -> date:
        return self._selected

    def go_to(self, day: date) -> None:
        """Select a day; the page turns only if the day is not on it."""
        self._selected = min(max(day, FIRST_DATE), LAST_DATE)
        if self._table.shows(self._selected):
            self._table.select(self._selected)
            self._show_day()
        else:
            self._month = Month.of(self._selected)
            self._show()

    def go_to_today(self) -> None:
        """Back to today, or to the start date while that is still to come."""
        self._selected = first_day(self._plan, self._today)
        self._month = Month.of(self._selected)
        self._show()

    def turn(self, months: int) -> None:
        """Turn the page; the same day of the month stays selected, as far as there is one."""
        self._month = self._month.plus(months)
        year, number = self._month.year, self._month.number
        day = min(self._selected.day, monthrange(year, number)[1])
        self._selected = date(year, number, day)
        self._show()

    def save_calendar(self) -> None:
        """Ask where to, and write the twelve months that the command line would write."""
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            "Save calendar file",
            str(Path.home() / "HEART.ics"),
            "Calendar files (*.ics)",
        )
        if chosen:
            path = Path(chosen)
            self._write_calendar(path if path.suffix else path.with_suffix(".ics"))

    def set_theme(self, theme: Theme) -> None:
        self.setStyleSheet(style_sheet(theme))
        self._table.set_theme(theme)

    def _write_calendar(self, path: Path) -> None:
        from heartplanner.files import ical  # slow to import, and not needed for the first picture

        first = first_day(self._plan, self._today)
        last = last_day(first)
        try:
            notes = ical.write(path, self._plan, first, last, plan_file=self._plan_file)
        except FileError as error:
            self._say(QMessageBox.Icon.Warning, "Calendar not saved", str(error))
            return
        sums = total(days(self._plan, first, last))
        text = (
            f"{path.name} holds {counted(sums.shifts, 'shift')}, {span(first, last)}.\n\n"
            "On your phone, import it into a calendar of its own named HEART. To renew it later,"
            " delete that calendar and import the new file: so nothing is there twice."
        )
        self._say(QMessageBox.Icon.Information, "Calendar saved", "\n\n".join([text, *notes]))

    def _say(self, icon: QMessageBox.Icon, title: str, text: str) -> None:
        box = QMessageBox(icon, title, text, QMessageBox.StandardButton.Ok, self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.open()

    def _show(self) -> None:
        weeks = month_weeks(self._plan, self._month)
        self.setWindowTitle(f"{self._month.title} - Heart Planner")
        self._title.setText(self._month.title)
        self._table.show_month(self._month, weeks, self._selected)
        totals = month_totals(self._plan, self._month.year, self._month.number)
        self._panel.show_month(self._month, totals, next_break(self._plan, self._month.first))
        self._show_day()

    def _show_day(self) -> None:
        day = self._selected
        self._panel.show_day(days(self._plan, day, day)[0], cares(self._plan, day, day))

    def _commands(self) -> tuple[Command, ...]:
        """Everything the window can do, with its keys."""
        return (
            Command("‹", "Previous month", ("Left", "PgUp"), lambda: self.turn(-1)),
            Command("Today", "Today", ("Home", "T"), self.go_to_today),
            Command("›", "Next month", ("Right", "PgDown"), lambda: self.turn(1)),
            Command("Save calendar file...", "Save calendar file", ("Ctrl+S",), self.save_calendar),
        )

    def _build(self) -> None:
        header = QWidget()
        header.setObjectName("header")
        header.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(header)
        row.setContentsMargins(18, 10, 18, 10)
        row.setSpacing(8)
        self._title.setObjectName("title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setMinimumWidth(210)
        row.addWidget(self._title)
        *turning, saving = (self._button(command) for command in self._commands())
        for button in turning:
            row.addWidget(button)
        row.addStretch()
        saving.setObjectName("primary")
        row.addWidget(saving)
        self._panel.setMinimumWidth(PANEL_WIDTHS[0])
        self._panel.setMaximumWidth(PANEL_WIDTHS[1])
        body = QHBoxLayout()
        body.setContentsMargins(18, 10, 18, 14)
        body.setSpacing(12)
        body.addWidget(self._table, 3)
        body.addWidget(self._panel, 1)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addLayout(body, 1)
        self.setCentralWidget(centre)
        turning[1].setFocus()

    def _button(self, command: Command) -> QPushButton:
        """A button with its action, which carries the keys; a click leaves the focus where it was."""
        action = QAction(command.name, self)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.triggered.connect(command.run)
        self.addAction(action)
        button = QPushButton(command.text)
        button.setAccessibleName(command.name)
        button.setToolTip(f"{command.name} ({', '.join(command.keys)})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)
        return button
