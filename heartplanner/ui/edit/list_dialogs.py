"""The lists that a responder keeps beside the rotation: milestones and holidays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from heartplanner.core.edits import edits
from heartplanner.core.plan.milestones import milestones, words
from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE, Milestone, Plan, PlanError
from heartplanner.core.schedule.holidays import holidays
from heartplanner.core.words.english import full_date, long_date
from heartplanner.typed import override
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.date_field import NO_DATE, DateField
from heartplanner.ui.widgets.fields import TextField

SIZE = (520, 460)


class ListDialog(QDialog):
    """A list, with a field for a new entry and buttons for the one that is marked."""

    def __init__(self, session: Session, parent: QWidget, title: str, hint: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(*SIZE)
        self._session = session
        self._store = session.store
        self._list = QListWidget()
        self._list.setAccessibleName(title)
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._day = DateField(session.selection.current)
        self._day.setAccessibleName("Date")
        self._text = TextField("", hint)
        self._text.setAccessibleName("Name")
        self._said = label()
        entry = QHBoxLayout()
        entry.addWidget(self._day)
        entry.addWidget(self._text, 1)
        entry.addWidget(self._button("Add", self._new))
        self._row = QHBoxLayout()
        column = QVBoxLayout(self)
        column.addWidget(self._list, 1)
        column.addLayout(self._row)
        column.addLayout(entry)
        column.addWidget(self._said)
        self._row.addStretch()

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
        if self._day.right:
            self._add()
        else:
            self._said.setText(NO_DATE)

    def _edit(self, name: str, edit: Callable[[Plan], Plan]) -> None:
        """Change the plan through the store; what cannot be is said below the list."""
        try:
            self._store.change(name, edit(self._store.plan))
        except PlanError as error:
            self._said.setText(str(error))
            return
        self._said.setText("")
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
        super().__init__(session, parent, "Milestones", "Such as: CPR certificate")
        self._row.addWidget(self._button("Done or not done", self._finish))
        self._row.addWidget(self._button("Remove", self._remove))
        self.fill()

    @override
    def _lines(self) -> list[str]:
        plan, today = self._session.schedule.plan, self._session.today
        return [f"{full_date(each.date)}: {words(plan, each, today)}" for each in self._all()]

    @override
    def _add(self) -> None:
        day, title, at = self._day.value(), self._text.value(), self._store.moment()
        self._edit(f"milestone {title}", lambda plan: edits.add_milestone(plan, day, title, at))

    def _finish(self) -> None:
        marked, at = self._marked(), self._store.moment()
        if marked:
            self._edit(
                f"milestone {marked.title}",
                lambda plan: edits.finish_milestone(plan, marked.id, not marked.done, at),
            )

    def _remove(self) -> None:
        marked, at = self._marked(), self._store.moment()
        if marked:
            self._edit(
                f"removing milestone {marked.title}",
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
        self._row.addWidget(self._button("Not a holiday for me", self._remove))
        self.fill()

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
    MilestoneDialog(session, parent).exec()


def edit_holidays(session: Session, parent: QWidget) -> None:
    session.load_holidays()
    HolidayDialog(session, parent).exec()
