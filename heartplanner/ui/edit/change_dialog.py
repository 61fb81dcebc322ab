"""Entering a change: its fields, and what it does, said before it is accepted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from heartplanner.core.edits.edits import add_change
from heartplanner.core.explain.change_effects import cost, effects
from heartplanner.core.plan.model import (
    BAND_HOURS,
    Absence,
    AbsenceKind,
    Band,
    Extra,
    Hours,
    MovedAdmin,
    Note,
    OtherHours,
    Plan,
    PlanError,
    Swap,
    Training,
    What,
)
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.schedule.cycle import assignment_at
from heartplanner.core.schedule.totals import weeks
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.ui.widgets.date_field import NO_DATE, DateField
from heartplanner.ui.widgets.fields import ChoiceField, TextField, TimeField, switch
from heartplanner.ui.widgets.message_boxes import plain

TITLES = {
    "leave": "Leave",
    "sick": "Sick",
    "called-off": "Called off",
    "swap": "Swap",
    "extra": "Extra shift",
    "hours": "Other hours",
    "admin": "Move admin",
    "training": "Training",
    "note": "Note",
}
BANDS = ((str(Band.DAY), "9 am - 9 pm"), (str(Band.EVENING), "Noon - midnight"))
OWN_HOURS = ("", "Other hours")
MINE = ("", "My own band")
WIDTH = 460
PREVIEW_HEIGHT = 120


class ChangeDialog(QDialog):
    """Asks for one kind of change on the days chosen; `what` is the change once it is accepted."""

    def __init__(
        self,
        plan: Plan,
        kind: str,
        span: tuple[date, date],
        moment: datetime,
        display: DisplayFormat,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._plan, self._span, self._moment, self._display = plan, span, moment, display
        self._form = QFormLayout()
        self._preview = QLabel()
        self._preview.setTextFormat(Qt.TextFormat.PlainText)
        self._preview.setWordWrap(True)
        self._preview.setMinimumHeight(PREVIEW_HEIGHT)
        self._preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._buttons = QDialogButtonBox()
        self._accept = self._buttons.addButton("Enter it", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._accept.setObjectName("primary")
        plain(self._buttons.buttons())
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.setWindowTitle(TITLES[kind])
        self.setMinimumWidth(WIDTH)
        layout = QVBoxLayout(self)
        layout.addLayout(self._form)
        layout.addWidget(self._preview, 1)
        layout.addWidget(self._buttons)
        self._make: Callable[[], What] | None = None
        self._make = self._fields(kind)
        self._first_field(kind).setFocus()
        self._show_effects()

    def what(self) -> What:
        """The change as the fields have it now."""
        assert self._make is not None
        return self._make()

    def _first_field(self, kind: str) -> QWidget:
        """Where one begins to type: at the words of a note, else at the top."""
        rows = self._form.rowCount()
        at = self._form.itemAt(rows - 1 if kind == "note" else 0, QFormLayout.ItemRole.FieldRole)
        found = at.widget() if at else None
        assert found is not None
        return found

    def _fields(self, kind: str) -> Callable[[], What]:
        """Build the fields of a kind; returns what makes the change of them."""
        match kind:
            case "leave" | "sick":
                return self._absence(AbsenceKind(kind))
            case "called-off":
                day = self._date("On")
                return lambda: Absence(AbsenceKind.CALLED_OFF, day.value(), day.value())
            case "swap":
                return self._swap()
            case "extra":
                return self._extra()
            case "admin":
                return self._admin()
            case "note":
                day, text = self._date("On"), self._text("Note", "Only you will read it")
                return lambda: Note(day.value(), text.value())
            case _:
                return self._timed(Training if kind == "training" else OtherHours)

    def _absence(self, kind: AbsenceKind) -> Callable[[], What]:
        first, last = self._date("From"), self._date("To", self._span[1])
        first.dateChanged.connect(lambda: last.put(max(first.value(), last.value())))
        return lambda: Absence(kind, first.value(), last.value())

    def _swap(self) -> Callable[[], What]:
        give, take = DateField(self._span[0], self._show), DateField(self._span[1], self._show)
        planned = cost(self._plan, self._span[0], self._span[0])
        worked = "shift" in planned
        giving = switch(self._form, "I give my shift on", give, on=worked)
        taking = switch(self._form, "I take one on", take, on=not worked)
        band = ChoiceField((MINE, *BANDS), self._show)
        self._form.addRow("Its hours", band)
        colleague = self._text("With", "A colleague's name, if you like")
        for box in (giving, taking):
            box.toggled.connect(self._show)
        return lambda: Swap(
            give.value() if giving.isChecked() else None,
            take.value() if taking.isChecked() else None,
            Band(band.value()) if band.value() else None,
            colleague.value(),
        )

    def _extra(self) -> Callable[[], What]:
        day = self._date("On")
        kind = ChoiceField((*BANDS, OWN_HOURS), self._show)
        assigned = assignment_at(self._plan, self._span[0])
        kind.put(str(assigned.band) if assigned else "")
        self._form.addRow("Hours", kind)
        start, end = self._time("Begins", time(9)), self._time("Ends", time(13))
        for field in (start, end):
            field.setEnabled(False)
            kind.currentIndexChanged.connect(lambda _, f=field: f.setEnabled(not kind.value()))

        def make() -> What:
            if kind.value():
                band = Band(kind.value())
                return Extra(day.value(), band, BAND_HOURS[band])
            return Extra(day.value(), None, Hours(start.value(), end.value()))

        return make

    def _admin(self) -> Callable[[], What]:
        day = self._date("The admin time of", self._admin_day())
        to = self._date("is worked on", self._span[1])
        start = TimeField(time(9), self._display, self._show)
        other = switch(self._form, "at another time", start, on=False)
        other.toggled.connect(self._show)
        return lambda: MovedAdmin(
            day.value(), to.value(), start.value() if other.isChecked() else None
        )

    def _admin_day(self) -> date:
        """The day chosen if it has admin, else the one of its week that has."""
        (week,) = weeks(self._plan, self._span[0], self._span[0])
        admin = [day.date for day in week.days if any(b.kind is Kind.ADMIN for b in day.blocks)]
        return self._span[0] if self._span[0] in admin or not admin else admin[0]

    def _timed(self, make: Callable[[date, Hours], What]) -> Callable[[], What]:
        day = self._date("On")
        start, end = self._time("Begins", time(9)), self._time("Ends", time(17))
        return lambda: make(day.value(), Hours(start.value(), end.value()))

    def _date(self, words: str, day: date | None = None) -> DateField:
        field = DateField(day or self._span[0], self._show)
        self._form.addRow(words, field)
        return field

    def _time(self, words: str, clock: time) -> TimeField:
        field = TimeField(clock, self._display, self._show)
        self._form.addRow(words, field)
        return field

    def _text(self, words: str, hint: str) -> TextField:
        field = TextField("", hint, self._show)
        self._form.addRow(words, field)
        return field

    def _show(self, *_: object) -> None:
        """A field changed."""
        if self._make is not None:  # and they are all there
            self._show_effects()

    def _show_effects(self) -> None:
        """What the change does; or why it cannot be, and then it cannot be entered."""
        if not all(each.right for each in self.findChildren(DateField) if each.isEnabled()):
            self._accept.setEnabled(False)
            self._say(NO_DATE)
            return
        what = self.what()
        try:
            after = add_change(self._plan, what, self._moment)
        except PlanError as error:
            self._accept.setEnabled(False)
            self._say(_sentence(str(error).split(": ", 1)[-1]))
            return
        lines = effects(self._plan, after, what)
        if isinstance(what, Absence):
            lines.insert(0, f"this takes off {cost(self._plan, what.first, what.last)}")
        if isinstance(what, Note):
            lines = [] if what.text else ["write something"]
        self._accept.setEnabled(not isinstance(what, Note) or bool(what.text))
        self._say("\n".join(map(_sentence, lines)))

    def _say(self, text: str) -> None:
        """Show a text in full: the dialog grows with it."""
        self._preview.setText(text)
        wanted = self.heightForWidth(self.width())
        if wanted > self.height():
            self.resize(self.width(), wanted)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
