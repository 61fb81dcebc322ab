"""How one calendar is called and shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QVBoxLayout, QWidget

from heartplanner.core.cells.day_marks import EventBadge
from heartplanner.core.edits.calendars import with_trait
from heartplanner.core.plan.other_calendars import CalendarColor, CalendarTrait, OtherCalendar
from heartplanner.core.words.plain_text import plain_text
from heartplanner.style.theme import Theme
from heartplanner.ui.day_icons import swatch
from heartplanner.ui.fields.named_form import name_form
from heartplanner.ui.fields.plain_fields import ChoiceField, TextField, add_row

TRAITS = {
    CalendarTrait.SHOWN: "Beside my shifts",
    CalendarTrait.BUSY: "They take my time: warn where they meet my shifts (else to know only)",
    CalendarTrait.ON_PAPER: "On the months that I print",
    CalendarTrait.ON_OPENING: "Fetch the link whenever I open my schedule",
}


class CalendarFields(QWidget):
    """Name, color and traits of a calendar. `changed`: the calendar as it is to be."""

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._calendar: OtherCalendar | None = None
        self.name = TextField("", "Such as: Sam")
        self.color = ChoiceField([(color, color.capitalize()) for color in CalendarColor])
        self.traits = {trait: QCheckBox(words) for trait, words in TRAITS.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        form = QFormLayout()
        add_row(form, "Name", self.name)
        add_row(form, "Color", self.color)
        column.addLayout(form)
        for box in self.traits.values():
            column.addWidget(box)
        self.name.editingFinished.connect(self._tell)
        self.color.activated.connect(lambda _: self._tell())
        for box in self.traits.values():
            box.clicked.connect(lambda _: self._tell())

    def show_calendar(self, calendar: OtherCalendar) -> None:
        """Show a calendar as it is."""
        self._calendar = calendar
        # What is typed here is about this calendar alone: it does not come back into another one's fields.
        name_form(self, "calendar", calendar.name, lambda: self.name.value() != calendar.name)
        self.name.setText(calendar.name)
        for row, color in enumerate(CalendarColor):
            self.color.setItemIcon(row, swatch(EventBadge(calendar.letter, color), self._theme))
        self.color.put(calendar.color)
        for trait, box in self.traits.items():
            box.setChecked(bool(getattr(calendar, trait)))
        self.traits[CalendarTrait.ON_OPENING].setVisible(calendar.is_link)

    def _tell(self) -> None:
        if self._calendar is None:
            return
        color = CalendarColor(self.color.value())
        calendar = self._calendar._replace(name=plain_text(self.name.value()), color=color)
        for trait, box in self.traits.items():
            calendar = with_trait(calendar, trait, on=box.isChecked())
        if calendar != self._calendar:
            self.changed.emit(calendar)
