"""What goes into the calendar that is handed over: for the phone, or as a copy for the family."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from heartplanner.core.choices import (
    AS_USUAL,
    COLOURS,
    LONGEST_WORD,
    Choices,
    Language,
    Part,
    Privacy,
    check_choices,
)
from heartplanner.core.events import events
from heartplanner.core.plan import PlanError
from heartplanner.core.words import brief_day, clock_span, counted, weekday
from heartplanner.files.disk import FileError
from heartplanner.ui.ask import plain, say
from heartplanner.ui.cards import Card, label
from heartplanner.ui.fields import ChoiceField, TextField

if TYPE_CHECKING:
    from heartplanner.files.handing import Handing

WIDTH = 560
SHOWN = 5
"""How many events the preview has."""
TARGETS = (("my phone", "My phone"), ("family", "My family: a copy for others"))
PARTS = {
    Part.SHIFTS: "Shifts, extra shifts, training",
    Part.ADMIN: "Admin",
    Part.BREAK: "The break",
    Part.LEAVE: "Leave, sick, called off",
    Part.DAYS_OFF: "Days off, as free days",
    Part.MILESTONES: "Milestones",
}
COPIES = (
    (Privacy.NO, "Everything: it is for me"),
    (Privacy.BUSY, "Only when I am busy"),
    (Privacy.HOME, "Only when I am home"),
)
LANGUAGES = ((Language.ENGLISH, "English"), (Language.SPANISH, "Español"))
ALARMS = (None, 30, 60, 120, 12 * 60)
MONTHS = (3, 6, 12, 24)


class ChoicesDialog(QDialog):
    """`handing` gives what a target would get now; `keep` remembers its choices. Both raise FileError."""

    file_wanted = Signal(str)

    def __init__(
        self,
        handing: Callable[[str], Handing],
        keep: Callable[[str, Choices], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("What goes into the calendar")
        self.setMinimumWidth(WIDTH)
        self._handing_of = handing
        self._keep = keep
        self._filling = True
        self._target = ChoiceField(TARGETS, self._fill)
        self._parts = {part: QCheckBox(words) for part, words in PARTS.items()}
        self._privacy = ChoiceField(COPIES, self._show)
        self._language = ChoiceField(LANGUAGES, self._show)
        self._word = TextField("", "", self._show)
        self._alarm = ChoiceField([], self._show)
        self._name = TextField("", "", self._show)
        self._colour = ChoiceField([("", "As the phone likes"), *_colours()], self._show)
        self._months = ChoiceField([], self._show)
        self._preview = label()
        self._build()
        self._fill()

    def _build(self) -> None:
        for index, name in enumerate(COLOURS, 1):
            self._colour.setItemIcon(index, _swatch(COLOURS[name]))
        for field in (self._word, self._name):
            field.setMaxLength(LONGEST_WORD)
        form, grid = QFormLayout(), QGridLayout()
        form.addRow("For", self._target)
        form.addRow("It says", self._privacy)
        form.addRow("In", self._language)
        for n, box in enumerate(self._parts.values()):
            box.toggled.connect(self._show)
            grid.addWidget(box, n // 2, n % 2)
        form.addRow("It holds", grid)
        form.addRow("Titles begin with", self._word)
        form.addRow("An alarm", self._alarm)
        form.addRow("Its name", self._name)
        form.addRow("Its colour", self._colour)
        form.addRow("How far ahead", self._months)
        role = QDialogButtonBox.ButtonRole
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        save = buttons.addButton("Save the file...", role.ActionRole)
        plain(buttons.buttons())
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        save.clicked.connect(self._save)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(Card("The first of it", self._preview))
        column.addWidget(buttons)

    def value(self) -> Choices:
        """The choices as they stand."""
        alarm = self._alarm.value()
        return Choices(
            parts=frozenset(part for part, box in self._parts.items() if box.isChecked()),
            word=self._word.value(),
            alarm=int(alarm) if alarm else None,
            privacy=Privacy(self._privacy.value()),
            language=Language(self._language.value()),
            name=self._name.value(),
            colour=self._colour.value(),
            months=int(self._months.value()),
        )

    def _fill(self) -> None:
        """Show the choices of the target."""
        try:
            handing = self._handing_of(self._target.value())
        except FileError as error:
            say(self, "It cannot be read", str(error))
            return
        self._filling = True
        self._handing = handing
        choices = handing.choices or AS_USUAL
        for part, box in self._parts.items():
            box.setChecked(part in choices.parts)
        self._privacy.put(choices.privacy)
        self._language.put(choices.language)
        self._word.setText(choices.word)
        self._name.setText(choices.name)
        self._colour.put(choices.colour)
        _refill(self._alarm, ALARMS, choices.alarm, _alarm_words)
        _refill(self._months, MONTHS, choices.months, lambda n: counted(n or 0, "month"))
        self._filling = False
        self._show()

    def _show(self) -> None:
        """Let only be chosen what counts, and show the first events as they would be."""
        if self._filling:
            return
        choices = self.value()
        own = choices.privacy is Privacy.NO
        home = choices.privacy is Privacy.HOME
        self._language.setEnabled(not own)
        self._word.setEnabled(own)
        self._alarm.setEnabled(not home)
        for part, box in self._parts.items():
            box.setEnabled(not home and (own or part not in (Part.LEAVE, Part.MILESTONES)))
        self._name.setPlaceholderText(choices._replace(name="").title)
        self._preview.setText("\n".join(_preview(self._handing, choices)) or "Nothing.")

    def _kept(self) -> bool:
        try:
            check_choices(self.value())
            self._keep(self._target.value(), self.value())
        except (PlanError, FileError) as error:
            say(self, "It cannot be so", str(error))
            return False
        return True

    def _accept(self) -> None:
        if self._kept():
            self.accept()

    def _save(self) -> None:
        if self._kept():
            self.accept()
            self.file_wanted.emit(self._target.value())


def _preview(handing: Handing, choices: Choices) -> list[str]:
    """The first events as a phone would list them."""
    span = handing.chosen(choices).span
    lines = []
    for event in events(handing.plan, *span, choices)[:SHOWN]:
        hours = "" if event.all_day else f", {clock_span(event.start, event.end)}"  # type: ignore[arg-type]
        lines.append(f"{weekday(event.day)[:3]} {brief_day(event.day)}{hours}: {event.title}")
    return lines


def _refill(
    field: ChoiceField,
    usual: tuple[int | None, ...],
    value: int | None,
    words: Callable[[int | None], str],
) -> None:
    """The usual numbers to choose from, with the one in force among them."""
    numbers = sorted({*usual, value}, key=lambda number: number or 0)
    field.clear()
    for number in numbers:
        field.addItem(words(number), "" if number is None else str(number))
    field.put("" if value is None else str(value))


def _alarm_words(minutes: int | None) -> str:
    if minutes is None:
        return "None"
    whole, rest = divmod(minutes, 60)
    length = counted(minutes, "minute") if rest or not whole else counted(whole, "hour")
    return f"{length} before each shift"


def _colours() -> list[tuple[str, str]]:
    words = {"royalblue": "Royal blue", "darkorange": "Dark orange", "seagreen": "Sea green"}
    more = {"rebeccapurple": "Purple", "slategray": "Slate grey"}
    return [(name, (words | more).get(name, name.capitalize())) for name in COLOURS]


def _swatch(number: str) -> QIcon:
    picture = QPixmap(14, 14)
    picture.fill(QColor(number))
    return QIcon(picture)
