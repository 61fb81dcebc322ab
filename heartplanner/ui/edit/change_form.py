"""The form of a change: rows of fields that begin with the days chosen, and what they are asked on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, time
from typing import TypeVar

from PySide6.QtWidgets import QCheckBox, QFormLayout, QWidget

from heartplanner.core.plan.hours import Band
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.ui.fields.date_field import DateField
from heartplanner.ui.fields.plain_fields import ChoiceField, TextField, add_row, switch
from heartplanner.ui.fields.time_field import TimeField

Field = TypeVar("Field", bound=QWidget)
BANDS = (
    (str(Band.DAY), "Day shift (9 am–9 pm)"),
    (str(Band.EVENING), "Evening shift (noon–midnight)"),
)


class ChangeForm:
    """Adds rows to `rows`; each field tells `changed` of what becomes of it.

    `first` and `last`: the days chosen. `start_at`: the field that one begins to type in. `ready`:
    whether Enter may save at once; else something has to be entered before it does.
    """

    def __init__(
        self,
        schedule: Schedule,
        span: tuple[date, date],
        display: DisplayFormat,
        today: date,
        changed: Callable[[], None],
    ) -> None:
        self.schedule = schedule
        self.first, self.last = span
        self.rows = QFormLayout()
        self.start_at: QWidget | None = None
        self.ready = True
        self._display, self._today, self._changed = display, today, changed

    def day(self, words: str, day: date | None = None) -> DateField:
        return self._row(words, DateField(day or self.first, self._today, self._changed))

    def clock(self, words: str, clock: time) -> TimeField:
        return self._row(words, TimeField(clock, self._display, self._changed))

    def text(self, words: str, hint: str) -> TextField:
        return self._row(words, TextField("", hint, self._changed))

    def choice(self, words: str, options: Sequence[tuple[str, str]]) -> ChoiceField:
        return self._row(words, ChoiceField(options, self._changed))

    def optional_date(self, words: str, day: date, *, on: bool) -> tuple[QCheckBox, DateField]:
        """A date that counts only while its box is ticked."""
        field = DateField(day, self._today, self._changed)
        return self._switch(words, field, on=on), field

    def optional_time(self, words: str, clock: time) -> tuple[QCheckBox, TimeField]:
        """A time that counts only while its box is ticked, which it is not at first."""
        field = TimeField(clock, self._display, self._changed)
        return self._switch(words, field, on=False), field

    def _switch(self, words: str, field: DateField | TimeField, *, on: bool) -> QCheckBox:
        box = switch(self.rows, words, field, on=on)
        self.start_at = self.start_at or (field if on else None)
        box.toggled.connect(self._changed)
        return box

    def _row(self, words: str, field: Field) -> Field:
        add_row(self.rows, words, field)
        self.start_at = self.start_at or field
        return field
