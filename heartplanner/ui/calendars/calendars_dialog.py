"""The other calendars: what each is called, how it is shown, where it falls into one's shifts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heartplanner.core.edits.calendars import change_calendar, free_name, remove_calendar
from heartplanner.core.people.calendar_text import conflicts_text, content_text, free_text
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.plan.other_calendars import OtherCalendar
from heartplanner.core.words.english import screen_dashes
from heartplanner.ui.calendars.add_calendar import AddCalendar
from heartplanner.ui.calendars.calendar_fields import CalendarFields
from heartplanner.ui.calendars.calendar_reader import CalendarReader
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.cards import label, verbatim_label
from heartplanner.ui.widgets.flow_layout import flow
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

TITLE = "Other calendars"
LETTERS = 84
LEAST_ROWS, ROWS = 2, 5
ROW_PAD, AROUND = 6, 14
"""What the style puts around the words of a row, and around all rows, in pixels."""
PURPOSE = (
    "A partner's shifts, the children's school, appointments of your own: a calendar file (.ics), a folder"
    " of them or an https link stands beside your shifts. It is in nothing that you hand to others."
)
NONE_YET = "You have no other calendars yet."
READING = "Reading..."


class CalendarsDialog(ScrollDialog):
    """Adds, changes and removes calendars."""

    def __init__(self, session: Session, reader: CalendarReader, parent: QWidget) -> None:
        super().__init__(parent, TITLE, LETTERS)
        self._session, self._store, self._reader = session, session.store, reader
        self.list = QListWidget()
        self._fields = CalendarFields(session.theme)
        self._state, self._conflicts, self._free = verbatim_label(), verbatim_label(), label()
        self._error = label()
        self._just_added = ""
        self.adding = AddCalendar(session)
        self._refresh = self._button("Fetch the link now", self._fetch)
        self._remove = self._button("Remove", self._take_away)
        self._build()
        self.list.currentRowChanged.connect(lambda _: self._show_chosen())
        self._fields.changed.connect(self._change)
        self.adding.added.connect(self._show_added)
        session.calendars_read.connect(self._take_read)
        reader.refreshed.connect(self._say)
        self._fill()
        (self.list if self._calendars else self.adding.link).setFocus()

    @property
    def _calendars(self) -> tuple[OtherCalendar, ...]:
        return self._store.plan.calendars

    @property
    def _chosen(self) -> OtherCalendar | None:
        row = self.list.currentRow()
        return self._calendars[row] if 0 <= row < len(self._calendars) else None

    def _build(self) -> None:
        self.list.setAccessibleName(TITLE)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.ensurePolished()
        self._below = QWidget()
        details = QVBoxLayout(self._below)
        details.setContentsMargins(0, 0, 0, 0)
        details.addWidget(self._fields)
        for text in (self._state, self._conflicts, self._free):
            details.addWidget(text)
        details.addWidget(flow([self._refresh, self._remove]))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(9)
        # Above the list: below it, what is said of a calendar would push it out of sight.
        for widget in (label("muted", PURPOSE), self.adding, self.list, self._below, self._error):
            column.addWidget(widget)
        column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        self.lay_out(body, buttons)

    def _button(self, words: str, run: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button

    def _fill(self, name: str = "") -> None:
        """Show the calendars as the plan has them now, with this one chosen."""
        at = max(self.list.currentRow(), 0)
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItems(
                [one.name if one.shown else f"{one.name}, hidden" for one in self._calendars]
            )
            names = [calendar.name for calendar in self._calendars]
            row = names.index(name) if name in names else min(at, len(names) - 1)
            self.list.setCurrentRow(row)
        rows = min(max(len(self._calendars), LEAST_ROWS), ROWS)
        # With what surrounds the rows: one that is cut looks like one that is missing.
        tall = self.list.fontMetrics().lineSpacing() + ROW_PAD
        self.list.setFixedHeight(rows * tall + AROUND)
        self.list.setVisible(bool(self._calendars))
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Say what is known of the chosen calendar, and where it meets one's shifts."""
        calendar, session = self._chosen, self._session
        self._below.setVisible(calendar is not None)
        if calendar is None:
            self.fit()
            return
        self._fields.show_calendar(calendar)
        self._refresh.setVisible(calendar.is_link)
        content = session.contents.get(calendar.source)
        events, today = session.day_notes.events, session.today
        reading = content is None and self._reader.is_busy
        self._state.setText(READING if reading else content_text(content, self._store.moment()))
        schedule, display = session.schedule, session.display
        conflicts = conflicts_text(schedule, events, calendar, today, display)
        self._conflicts.setText(screen_dashes(conflicts))
        self._free.setText(free_text(schedule, events, calendar, today, display))
        for text in (self._conflicts, self._free):
            text.setVisible(bool(text.text()))
        self.fit()

    def _take_read(self) -> None:
        """Show what was read; a link that was just added is then called what it calls itself."""
        for added in [one for one in self._calendars if one.name == self._just_added]:
            content = self._session.contents.get(added.source)
            if content and content.name:
                self._just_added = ""
                others = remove_calendar(self._store.plan, added.name, self._store.moment())
                self._replace(added, added._replace(name=free_name(others, content.name)))
        self._show_chosen()

    def _edit(self, name: str, edit: Callable[[Plan], Plan]) -> bool:
        """Change the plan through the store; what cannot be is said below the list."""
        try:
            self._store.change(name, edit(self._store.plan))
        except PlanError as error:
            self._error.setText(f"{error}.")
            return False
        self._error.setText("")
        return True

    def _change(self, changed: OtherCalendar) -> None:
        """Take the chosen calendar as its fields have it now."""
        if calendar := self._chosen:
            self._replace(calendar, changed)

    def _replace(self, known: OtherCalendar, changed: OtherCalendar) -> None:
        """Put a calendar in the place of one; the one that is chosen stays chosen."""
        chosen = self._chosen
        if changed == known or chosen is None:
            return
        at = self._store.moment()
        edited = self._edit(
            f"changing the calendar {known.name}",
            lambda plan: change_calendar(plan, known.name, changed, at),
        )
        self._fill(changed.name if edited and chosen == known else chosen.name)

    def _take_away(self) -> None:
        if calendar := self._chosen:
            at = self._store.moment()
            self._edit(
                f"removing the calendar {calendar.name}",
                lambda plan: remove_calendar(plan, calendar.name, at),
            )
            self._fill()

    def _fetch(self) -> None:
        if calendar := self._chosen:
            self._error.setText("Fetching...")
            self._reader.refresh([calendar])

    def _say(self, troubles: list[str]) -> None:
        self._error.setText("\n".join(f"{trouble}." for trouble in troubles))
        self.fit()

    def _show_added(self, name: str) -> None:
        self._error.setText("")
        self._fill(name)
        added = self._chosen
        if added is not None and added.is_link:
            self._just_added = name
            self._fetch()  # whoever types a link asks for what it has
        self.list.setFocus()
