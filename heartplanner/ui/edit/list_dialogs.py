"""The lists that a responder keeps beside the rotation: milestones and holidays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heartplanner.core.edits import edits
from heartplanner.core.plan.milestones import milestones, words
from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE, Milestone, Plan, PlanError
from heartplanner.core.schedule.holidays import holidays
from heartplanner.core.words.english import full_date, long_date
from heartplanner.typed import override
from heartplanner.ui.fields.date_field import DateField
from heartplanner.ui.fields.named_form import name_form
from heartplanner.ui.fields.plain_fields import TextField
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.flow_layout import flow
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

LETTERS, LINES = 78, 24


class ListDialog(ScrollDialog):
    """A list, with a field for a new entry and buttons for the one that is marked."""

    def __init__(self, session: Session, parent: QWidget, title: str, hint: str) -> None:
        super().__init__(parent, title, LETTERS, LINES)
        self._session = session
        self._store = session.store
        self._list = QListWidget()
        self._list.setAccessibleName(title)
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._day = DateField(session.selection.current, session.today)
        self._text = TextField("", hint)
        self._text.returnPressed.connect(self._new)
        self._error = label()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 4, 0)
        column.addWidget(self._list, 1)
        column.addWidget(flow([self._button(words, run) for words, run in self._changes()]))
        column.addLayout(self._entry())
        column.addWidget(self._day.feedback)
        column.addWidget(self._error)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        self.fill()
        self.lay_out(self._body, buttons)

    def _entry(self) -> QHBoxLayout:
        """The fields of a new entry, each after its label."""
        entry = QHBoxLayout()
        for name, field, stretch in (("Date", self._day, 0), ("Name", self._text, 1)):
            title = QLabel(name)
            title.setBuddy(field)
            entry.addWidget(title)
            entry.addWidget(field, stretch)
        entry.addWidget(self._button("Add", self._new))
        return entry

    def _changes(self) -> list[tuple[str, Callable[[], None]]]:
        """What can be done to the entry that is marked: words and what they do."""
        raise NotImplementedError

    def fill(self) -> None:
        """Show the entries as the plan has them now."""
        at = self._list.currentRow()
        self._list.clear()
        self._list.addItems(self._lines())
        self._list.setCurrentRow(min(max(at, 0), self._list.count() - 1))

    def _lines(self) -> list[str]:
        raise NotImplementedError

    def _add(self) -> None:
        raise NotImplementedError

    def _new(self) -> None:
        """Add what is entered, if it has a date."""
        if self._day.apply():
            self._add()

    def _edit(self, name: str, edit: Callable[[Plan], Plan]) -> None:
        """Change the plan through the store; what cannot be is said below the list."""
        try:
            self._store.change(name, edit(self._store.plan))
        except PlanError as error:
            self._error.setText(str(error))
            return
        self._error.setText("")
        self._text.clear()
        self.fill()

    def _button(self, words: str, run: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button


class MilestoneDialog(ListDialog):
    """Dated duties, with the days left."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, "Reminder dates", "Such as: CPR certificate")

    @override
    def _changes(self) -> list[tuple[str, Callable[[], None]]]:
        return [("Mark done or not done", self._finish), ("Remove", self._remove)]

    @override
    def _lines(self) -> list[str]:
        plan, today = self._session.schedule.plan, self._session.today
        return [f"{full_date(entry.date)}: {words(plan, entry, today)}" for entry in self._all()]

    @override
    def _add(self) -> None:
        day, title, at = self._day.value(), self._text.value(), self._store.moment()
        self._edit(f"reminder date {title}", lambda plan: edits.add_milestone(plan, day, title, at))

    def _finish(self) -> None:
        marked, at = self._marked(), self._store.moment()
        if marked:
            self._edit(
                f"reminder date {marked.title}",
                lambda plan: edits.finish_milestone(plan, marked.id, not marked.done, at),
            )

    def _remove(self) -> None:
        marked, at = self._marked(), self._store.moment()
        if marked:
            self._edit(
                f"removing reminder date {marked.title}",
                lambda plan: edits.remove_milestone(plan, marked.id, at),
            )

    def _all(self) -> list[Milestone]:
        return milestones(self._store.plan, FIRST_DATE, LAST_DATE)

    def _marked(self) -> Milestone | None:
        row = self._list.currentRow()
        return self._all()[row] if row >= 0 else None


class HolidayDialog(ListDialog):
    """The public holidays around the month on show, and those of one's own."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, "Holidays", "Such as: Family day")

    @override
    def _changes(self) -> list[tuple[str, Callable[[], None]]]:
        return [("Not a holiday for me", self._remove)]

    @override
    def _lines(self) -> list[str]:
        return [f"{long_date(day)}: {name}" for day, name in self._all()]

    @override
    def _add(self) -> None:
        day, name, at = self._day.value(), self._text.value(), self._store.moment()
        self._edit(f"holiday {name}", lambda plan: edits.add_holiday(plan, day, name, at))

    def _remove(self) -> None:
        row = self._list.currentRow()
        if row < 0:
            return
        day, name = self._all()[row]
        at = self._store.moment()
        self._edit(f"removing holiday {name}", lambda plan: edits.remove_holiday(plan, day, at))

    def _all(self) -> list[tuple[date, str]]:
        year = self._session.month.year
        first, last = date(year, 1, 1), date(year + 1, 12, 31)
        public = self._session.day_notes.public
        return list(holidays(self._store.plan, public, first, last).items())


def edit_milestones(session: Session, parent: QWidget) -> None:
    dialog = MilestoneDialog(session, parent)
    name_form(dialog, "milestones")
    dialog.run()


def edit_holidays(session: Session, parent: QWidget) -> None:
    session.load_holidays()
    dialog = HolidayDialog(session, parent)
    name_form(dialog, "holidays")
    dialog.run()
