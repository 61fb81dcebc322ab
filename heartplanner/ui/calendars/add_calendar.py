"""Adding a calendar: a file, a folder of files or a link."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton

from heartplanner.core.edits.calendars import add_calendar, as_link, free_color, free_name
from heartplanner.core.events.read_calendar import ReadCalendar, reach
from heartplanner.core.plan.model import PlanError
from heartplanner.core.plan.other_calendars import OtherCalendar
from heartplanner.ui.fields.plain_fields import TextField
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.background_task import BackgroundTask
from heartplanner.ui.widgets.cards import Card, label
from heartplanner.ui.widgets.flow_layout import flow

HINT = "https://... (a secret address to subscribe to)"
FILES = "Calendar files (*.ics);;All files (*)"


class AddCalendar(Card):
    """Puts a new calendar into the plan. `added`: its name."""

    added = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__("Add a calendar")
        self._session = session
        self.link = TextField("", HINT)
        self.link.setAccessibleName("Link of a calendar")
        self._error = label()
        self._reading: BackgroundTask | None = None
        self.add(
            flow([self._button("File...", self._file), self._button("Folder...", self._folder)])
        )
        row = QHBoxLayout()
        row.addWidget(self.link, 1)
        row.addWidget(self._button("Add the link", self.add_link))
        self._column.addLayout(row)
        self.add(self._error)
        self.link.returnPressed.connect(self.add_link)

    def add_link(self) -> None:
        """Add the link that is typed."""
        try:
            link = as_link(self.link.value())
            if link is None:
                raise PlanError("a calendar's link begins with https://")
        except PlanError as error:
            self._error.setText(f"{error}.")
            return
        if self.add_source(link, "Calendar"):
            self.link.clear()

    def add_source(self, source: str, name: str) -> bool:
        """Add a calendar of this source, called like this or much like it; whether it was."""
        store = self._session.store
        calendar = OtherCalendar(free_name(store.plan, name), source, free_color(store.plan))
        try:
            after = add_calendar(store.plan, calendar, store.moment())
        except PlanError as error:
            self._error.setText(f"{error}.")
            return False
        self._error.setText("")
        store.change(f"adding the calendar {calendar.name}", after)
        self.added.emit(calendar.name)
        return True

    def _file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, "Add a calendar file", str(Path.home()), FILES
        )
        if chosen:
            self._add_files(Path(chosen).absolute(), Path(chosen).stem)

    def _folder(self) -> None:
        if chosen := QFileDialog.getExistingDirectory(
            self, "Add a folder of calendar files", str(Path.home())
        ):
            self._add_files(Path(chosen).absolute(), Path(chosen).name)

    def _add_files(self, source: Path, name: str) -> None:
        """Add these files once they are found to be a calendar; what is none is refused."""
        from heartplanner.files.events.calendar_source import read_calendar

        if self._reading is not None:
            return  # one at a time, so that what is said is of the one that was chosen
        calendar, days = OtherCalendar(name, str(source)), reach(self._session.today)

        def take(content: ReadCalendar) -> None:
            self._reading = None
            self._error.setText(f"{content.trouble}." if content.trouble else "")
            if not content.trouble:
                self.add_source(calendar.source, content.name or name)

        self._error.setText("Reading...")
        task = self._reading = BackgroundTask(lambda _: read_calendar(calendar, *days))
        task.done.connect(take)
        task.failed.connect(lambda text: take(ReadCalendar(trouble=text.rstrip("."))))
        task.start()

    def _button(self, words: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button
