"""The fields of a change: rows in the form that begin with the days chosen, and follow the calendar."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, time, timedelta
from typing import TypeVar

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from heartplanner.core.explain.changes.change_effects import Effect
from heartplanner.core.explain.reasons import day_line
from heartplanner.core.plan.change import ChangeDetail
from heartplanner.core.plan.hours import BAND_HOURS
from heartplanner.core.plan.model import PlanError
from heartplanner.core.schedule.changes import DayOffKind
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import (
    clock,
    clock_span,
    print_dash,
    sentence_case,
    weekday,
)
from heartplanner.ui.fields.date_field import DateField, OptionalDateField
from heartplanner.ui.fields.name_field import NameField
from heartplanner.ui.fields.plain_fields import ChoiceField, TextField
from heartplanner.ui.fields.time_field import TimeField
from heartplanner.ui.fields.typed_field import TypedField
from heartplanner.ui.fields.weekday_field import WeekdayField
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.flow_layout import flow

Field = TypeVar("Field", bound=QWidget)
AnyDateField = TypeVar("AnyDateField", bound=DateField)
FREE = "Until now you are free on this day."
"""Said of a day off below its field: of the break, and of days off by a change, their names are said."""


ALONE = "Of the days you chose, this form takes this one alone."


class IncompleteError(PlanError):
    """Something has still to be entered: nothing is wrong yet. Its text says what."""


class ChangeForm:
    """Adds rows to `rows`; each field tells `changed` of what becomes of it.

    `fields`: what one fills in, from top to bottom. `first` and `last`: the days chosen at the opening.
    `start_at`: the field that one begins to type in. `ready`: whether Enter may save at once; else
    something has to be entered before it does. `takes_all`: it is about both ends of the days chosen.
    `follow` takes the days that were chosen in the calendar
    since; `lead` is told of a date that was typed. `asked`: whether it is only asked yet, and so changes
    nothing; `facts` has what is to be known of a change besides what follows from it.
    """

    def __init__(
        self,
        session: Session,
        span: tuple[date, date],
        changed: Callable[[], None],
        lead: Callable[[date], None],
    ) -> None:
        self._session = session
        self.first, self.last = span
        self.rows = QGridLayout()
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(8)
        for column in (0, 1):
            self.rows.setColumnStretch(column, 1)
        self.fields: list[QWidget] = []
        self.start_at: QWidget | None = None
        self.ready = True
        self.takes_all = False
        self.follow: Callable[[date, date], None] = lambda _first, _last: None
        self.asked: Callable[[], bool] = lambda: False
        self.facts: Callable[[ChangeDetail], Sequence[Effect]] = lambda _: ()
        self._lead, self._tell = lead, changed
        # While fields are changed together, nobody is told of each of them.
        self._held = False

    @property
    def schedule(self) -> Schedule:
        """The schedule without the change, as it is now."""
        return self._session.schedule

    @property
    def display(self) -> DisplayFormat:
        return self._session.display

    def take_chosen(self, first: date, last: date) -> None:
        """Follow the calendar to the days chosen there, as one change of the fields."""
        self.together(lambda: self.follow(first, last))

    def day(
        self, words: str, day: date | None = None, settle: Callable[[], None] | None = None
    ) -> DateField:
        """A date; `settle` brings other fields into line with it. The first one follows the calendar."""
        field = DateField(day or self.first, self._session.today)
        if self.start_at is None:
            self.follow = lambda first, _last: put(field, first)
        return self._dated(words, self._told(field), settle)

    def end_day(self, words: str, day: date, settle: Callable[[], None]) -> DateField:
        """An end of a range, of whose days what follows tells: nothing is told below the field."""
        return self._dated(words, DateField(day, self._session.today), settle)

    def optional_day(self, words: str, day: date | None) -> OptionalDateField:
        """A date that may be left empty."""
        field = OptionalDateField(day, self._session.today, self.first)
        return self._dated(words, self._told(field), None)

    def clock(self, words: str, clock: time, column: int | None = None) -> TimeField:
        """A time of day; `column`: 0 or 1, where it stands beside another one."""
        return self._row(words, TimeField(clock, self.display, self._changed), column)

    def end_clock(
        self,
        words: str,
        end: time,
        begins: tuple[DateField, Callable[[], time]],
        column: int | None = None,
    ) -> TimeField:
        """The end of what begins on a day, at a time; past midnight it says on which day that is."""
        (day, start), field = begins, self.clock(words, end, column)

        def spell(value: time) -> str:
            text = clock(value, self.display)
            if not time() < value <= start():  # midnight still belongs to the evening before it
                return text
            return f"{weekday(day.value() + timedelta(days=1))[:3]}, {text}, the next day"

        def say_again() -> None:
            # What somebody typed stays as it was typed.
            if not field.typed:
                field.revert()

        field.spell = spell
        field.about = lambda value: spell(value) if time() < value <= start() else ""
        day.applied.connect(say_again)
        say_again()
        return field

    def text(self, words: str, hint: str, column: int | None = None) -> TextField:
        return self._row(words, TextField("", hint, self._changed), column)

    def name(self, words: str, hint: str, column: int | None = None) -> NameField:
        """A name, over a row of those that are offered."""
        field = self._row(words, NameField(hint, self._changed), column)
        self.rows.addWidget(field.offered, self.rows.rowCount(), 0, 1, 2)
        return field

    def choice(
        self, words: str, options: Sequence[tuple[str, str]], column: int | None = None
    ) -> ChoiceField:
        return self._row(words, ChoiceField(options, self._changed), column)

    def bands(self) -> list[tuple[str, str]]:
        """The usual hours to choose from: 9 am–9 pm, noon–midnight."""
        return [
            (str(band), print_dash(clock_span(*hours, self.display)))
            for band, hours in BAND_HOURS.items()
        ]

    def optional_time(self, words: str, clock: time) -> tuple[QCheckBox, TimeField]:
        """A time that counts only while its box is ticked, which it is not at first."""
        field = TimeField(clock, self.display, self._changed)
        box = QCheckBox(words)
        field.setEnabled(False)
        field.setAccessibleName(words)
        box.toggled.connect(field.setEnabled)
        box.toggled.connect(self._changed)
        self.fields.append(box)
        self._place(box, field, None)
        return box, field

    def tick(self, words: str, *, on: bool = False) -> QCheckBox:
        """A box that is ticked or not, in a row of its own."""
        box = QCheckBox(words)
        box.setChecked(on)
        box.toggled.connect(self._changed)
        self.fields.append(box)
        self.rows.addWidget(box, self.rows.rowCount(), 0, 1, 2)
        return box

    def ticks(self, *boxes: tuple[str, bool]) -> list[QCheckBox]:
        """Boxes beside each other, where there is room: each with its words, and whether it is ticked."""
        made = []
        for words, on in boxes:
            box = QCheckBox(words)
            box.setChecked(on)
            box.toggled.connect(self._changed)
            made.append(box)
        self.fields += made
        self.rows.addWidget(flow(made), self.rows.rowCount(), 0, 1, 2)
        return made

    def weekdays(self, words: str, chosen: Collection[int]) -> WeekdayField:
        """Days of the week."""
        return self._row(words, WeekdayField(chosen, self._changed), None)

    def together(self, change: Callable[[], None]) -> None:
        """Change several fields as one change of them."""
        with self.quiet():
            change()
        self._changed()

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """While it lasts, nobody is told of what becomes of the fields."""
        held, self._held = self._held, True
        yield
        self._held = held

    def _dated(
        self, words: str, field: AnyDateField, settle: Callable[[], None] | None
    ) -> AnyDateField:
        def applied() -> None:
            # The field's own signal comes also when another field set it.
            if self._held:
                return
            if settle is None:
                self._tell()
            else:
                self.together(settle)
            # An optional day that is emptied leads nowhere.
            if field.text():
                self._lead(field.value())

        field.applied.connect(applied)
        return self._row(words, field, None)

    def _told(self, field: AnyDateField) -> AnyDateField:
        field.about = self._about
        field.revert()
        return field

    def _about(self, day: date) -> str:
        """What a day is without the change, below its field."""
        (found,) = self.schedule.days(day, day)
        free = found.off is DayOffKind.DAY_OFF
        what = FREE if free else f"{sentence_case(day_line(found, self.display))}."
        # Where several days are chosen and the change takes one, that is said before it surprises.
        alone = self.first != self.last and day in (self.first, self.last) and not self.takes_all
        return f"{what} {ALONE}" if alone else what

    def _changed(self) -> None:
        if not self._held:
            self._tell()

    def _row(self, words: str, field: Field, column: int | None) -> Field:
        title = QLabel(words)
        title.setBuddy(field)
        self._place(title, field, column)
        self.start_at = self.start_at or field
        return field

    def _place(self, title: QWidget, field: QWidget, column: int | None) -> None:
        """A field under its title and over what it says, in a row of its own or in half of one."""
        self.fields.append(field)
        if column is not None:  # the halves are alike, whatever they hold
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(title)
        lines.addWidget(field)
        if isinstance(field, TypedField):
            lines.addWidget(field.feedback)
        row = self.rows.rowCount() - (column == 1)
        self.rows.addLayout(lines, row, column or 0, 1, 2 if column is None else 1)


def put(field: DateField, day: date) -> None:
    """Show a day in place of what stands in a field, a text that is none included."""
    field.put(day)
    if field.typed:
        field.revert()
