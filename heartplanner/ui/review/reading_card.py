"""The line of the review that the keys are on: all that it says, and how it is corrected or dropped."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from heartplanner.core.explain.rosters.line_kinds import (
    ADDED,
    BY_NAME,
    SWAPS,
    TIMED,
    kind_of,
    line_kinds,
    said_reading,
)
from heartplanner.core.explain.rosters.review_text import (
    change_hint,
    difference_words,
    row_note,
    understood_instead,
)
from heartplanner.core.finder.repair.differences import DayAnswer
from heartplanner.core.finder.repair.repair_text import CHOOSE, answer_text
from heartplanner.core.plan.hours import Hours
from heartplanner.core.roster.review import RowState
from heartplanner.core.roster.roster import DayReading, Unread
from heartplanner.core.roster.shapes.lines import NO_DATE
from heartplanner.core.roster.swap_colleague import swap_colleague
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.ui.fields.date_field import OptionalDateField
from heartplanner.ui.fields.hours_field import HoursField
from heartplanner.ui.fields.plain_fields import ChoiceField, TextField, add_row
from heartplanner.ui.review.review_rows import ShownRow
from heartplanner.ui.widgets.cards import Card, keep_place, label
from heartplanner.ui.widgets.elided_label import ElidedLabel
from heartplanner.ui.widgets.flow_layout import flow

NIGHT = Hours(time(19), time(7))
"""What stands in the fields for own hours until others are typed."""
USE, DROP, RESTORE = "Use this reading", "Drop this line", "As it was read"
NO_DIFFERENCE = "It is as the rotation has it"
NOT_SAID = ""
NO_LINE = "No line names this day."
DATE_WANTED = "Type the date of the day that this line is about, or drop the line."
KINDS_SEEN = 16
"""Of what a line may be, all are in sight at once."""


class ReadingCard(Card):
    """Shows a row, and tells what becomes of it.

    `corrected`: the DayReading that the line is to be, None where it is dropped; `restored`: it is to be as
    it was read; `answered`: the date of a day that differs, and the DayAnswer that was chosen.
    """

    corrected = Signal(object)
    restored = Signal()
    answered = Signal(object, object)

    def __init__(
        self,
        start: date,
        today: date,
        usual: Hours,
        display: DisplayFormat,
        *,
        changes: bool = False,
    ) -> None:
        """`usual`: the hours of a shift; `changes`: the days are compared, as in a RosterQuestion."""
        super().__init__("A line")
        self._start, self._usual, self._display = start, usual, display
        self._changes = changes
        self._shown: ShownRow | None = None
        self._has_hours = False
        self._kind_shown = ""  # what the line is by now, whatever is being chosen
        self._text = ElidedLabel(lines=2, verbatim=True)
        self._date = OptionalDateField(None, today, start)
        self._kind = ChoiceField((), self._show_hours)
        self._kind.setMaxVisibleItems(KINDS_SEEN)
        self._hours = HoursField(NIGHT, display)
        self._colleague = TextField("", "Colleague", lambda: None)
        self._use, self._drop, self._restore = map(QPushButton, (USE, DROP, RESTORE))
        self._why, self._instead, self._hint = label("loud"), label("muted"), label("muted")
        self._answer_title, self._answer = label("loud", NO_DIFFERENCE), ChoiceField(())
        self._answer_title.setBuddy(self._answer)
        self._build()
        self._answer.activated.connect(self._tell_answer)
        self._use.clicked.connect(self._tell)
        self._drop.clicked.connect(lambda: self.corrected.emit(None))
        self._restore.clicked.connect(self.restored)

    def _build(self) -> None:
        """Fields and buttons stand above all that is said: no line moves them under the pointer."""
        self._fields = QWidget()
        form = QFormLayout(self._fields)
        form.setContentsMargins(0, 0, 0, 0)
        add_row(form, "Date", self._date)
        add_row(form, "It is", self._kind)
        add_row(form, "With", self._colleague)
        form.addRow("", self._room_for_hours())
        said = (self._why, self._instead, self._answer_title, self._answer, self._hint)
        buttons = flow([self._use, self._drop, self._restore])
        for part in (self._text, self._fields, buttons, *said):
            self.add(part)
        self._column.addStretch(1)  # room that is left over stands below, also for a moment

    def _room_for_hours(self) -> QWidget:
        """The hours are asked of some kinds only: their place stays, so that no button moves."""
        keep_place(self._hours)
        holder = QWidget()
        place = QVBoxLayout(holder)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self._hours)
        return holder

    def show_row(self, shown: ShownRow | None, answer: DayAnswer | None) -> None:
        """Show a row; `answer`: what is chosen for it, where a rotation is offered that differs."""
        self._shown = shown
        self.setVisible(shown is not None)
        if shown is None:
            return
        row = shown.row
        self.set_heading("A day" if row.line is None else f"Line {row.line}")
        self._text.setText(row.text or NO_LINE)
        unread = row.of if isinstance(row.of, Unread) and row.state is RowState.UNREAD else None
        changes, beside = self._changes, shown.beside
        instead = (
            understood_instead(unread, self._start, changes=changes, beside=beside)
            if unread and not shown.holds  # what becomes of it is said above the table
            else ""
        )
        _put(self._why, row_note(row) if unread else "")
        _put(self._instead, instead)
        self._show_answers(shown, answer)
        self._show_reading(shown)
        self._fields.setVisible(shown.of_roster)
        self._use.setVisible(shown.of_roster)
        self._drop.setVisible(shown.of_roster and row.state is not RowState.DROPPED)
        self._restore.setVisible(row.state in (RowState.CORRECTED, RowState.DROPPED))

    def show_usual(self, usual: Hours) -> None:
        """The hours that a shift has which was taken from a colleague, until others are typed."""
        self._usual = usual

    def edit(self) -> None:
        """Put the keys where the reading is corrected, or, where a day differs, answered."""
        if self._answer.isVisible():
            self._answer.setFocus()
        elif self._date.day() is None:
            self._date.select()
        else:
            self._kind.setFocus()

    def _show_answers(self, shown: ShownRow, answer: DayAnswer | None) -> None:
        """What a day may have been that differs from the rotation."""
        difference = shown.difference
        self._answer_title.setText(difference_words(difference) if difference else NO_DIFFERENCE)
        self._answer_title.setVisible(difference is not None)
        self._answer.setVisible(answer is not None)
        self._answer.clear()
        if difference is not None and answer is not None:
            if shown.asks:
                self._answer.addItem(CHOOSE, NOT_SAID)
            for possible in difference.answers:
                self._answer.addItem(answer_text(difference, possible), possible.value)
            self._answer.put(NOT_SAID if shown.asks else answer.value)

    def _show_reading(self, shown: ShownRow) -> None:
        """The fields as the row has them; of a line that is not understood, what is known of its day."""
        row = shown.row
        reading = row.reading or (row.of if isinstance(row.of, DayReading) else None)
        # The days that a line without a date leaves open are not its own.
        days = row.of.dates if isinstance(row.of, Unread) and row.of.why != NO_DATE else ()
        self._kind.blockSignals(True)
        self._kind.clear()
        for value, words in line_kinds(reading, self._display, changes=self._changes):
            self._kind.addItem(words, value)
        self._kind_shown = kind_of(reading)
        # What a line itself names waits to be confirmed: "Use this reading" is all that is left to do.
        likely = row.of.names if isinstance(row.of, Unread) and reading is None else None
        self._kind.put(kind_of(likely) or self._kind_shown)
        self._kind.blockSignals(False)
        day = reading.date if reading else max(days[0], self._start) if days else None
        if day:
            self._date.put(day)
        else:  # today would be a guess
            self._date.clear()
            self._date.apply()
        named = reading.colleague if reading and reading.change else swap_colleague(row.text)
        self._colleague.setText(named)
        self._has_hours = bool(reading and reading.start and reading.end)
        if reading and reading.start and reading.end:
            self._hours.put(Hours(reading.start.time(), reading.end.time()))
        self._show_hours()

    def _show_hours(self) -> None:
        kind = self._kind.value()
        if kind in TIMED and not self._has_hours:
            self._hours.put(self._usual if kind in ADDED else NIGHT)
        self._hours.setVisible(kind in TIMED)
        # Its place stays, like that of the hours: no button moves.
        self._colleague.setEnabled(kind in SWAPS)
        unread = bool(self._shown and isinstance(self._shown.row.of, Unread))
        hinted = not self._changes and (unread or kind in BY_NAME)
        contradicts = self._shown.contradicts if self._shown and kind == self._kind_shown else ""
        hint = change_hint(BY_NAME.get(kind), kind) if hinted else ""
        _put(self._hint, contradicts or hint)
        self._use.setEnabled(bool(kind))

    def _tell(self) -> None:
        """Tell the reading that the fields say, once each of them is right."""
        fields = (self._date, self._hours.begin, self._hours.end)
        if self._shown is None or not all(field.apply() for field in fields):
            return
        kind, day = self._kind.value(), self._date.day()
        if day is None:
            _put(self._hint, DATE_WANTED)
            self._date.setFocus()
            return
        hours = self._hours.value() if kind in TIMED else None
        of = self._shown.row.of
        name, changes = self._colleague.value(), self._changes
        self.corrected.emit(said_reading(of, day, kind, hours, changes=changes, colleague=name))

    def _tell_answer(self) -> None:
        if self._shown and self._shown.difference and self._answer.value() != NOT_SAID:
            answer = DayAnswer(self._answer.value())
            self.answered.emit(self._shown.difference.date, answer)


def _put(words: QLabel, text: str) -> None:
    """Show a text; a label without one takes no room."""
    words.setText(text)
    words.setVisible(bool(text))
