"""The line of the review that the keys are on: all that it says, and how it is corrected or dropped."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QPushButton, QWidget

from heartplanner.core.explain.review_text import (
    CHANGES,
    KINDS,
    change_hint,
    difference_words,
    reading_words,
    understood_instead,
    why,
)
from heartplanner.core.finder.repair.differences import DayAnswer
from heartplanner.core.finder.repair.repair_text import answer_text
from heartplanner.core.plan.hours import BAND_HOURS, Band, Hours
from heartplanner.core.plan.model import ADMIN, FREE, LETTER_BANDS
from heartplanner.core.roster.asides import speaks_of_change
from heartplanner.core.roster.review import RowState, corrected_reading
from heartplanner.core.roster.roster import DayChange, Reading, SwapSide, Unread
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import clock_span, print_dash
from heartplanner.typed import override
from heartplanner.ui.fields.date_field import OptionalDateField
from heartplanner.ui.fields.plain_fields import ChoiceField, add_row
from heartplanner.ui.fields.time_field import TimeField
from heartplanner.ui.review.review_rows import ShownRow
from heartplanner.ui.widgets.cards import Card, column, label, verbatim_label
from heartplanner.ui.widgets.flow_layout import flow

OWN_HOURS = "own"
HOURS_ROWS = (2, 3)
"""Where these fields stand in the form."""
NIGHT = Hours(time(19), time(7))
"""What stands in the fields for own hours until others are typed."""
USE, DROP, RESTORE = "Use this reading", "Drop this line", "As it was read"
NO_DIFFERENCE = "It is as the rotation has it"
NO_LINE = "No line names this day."
NO_DATE = "Type the date of the day that this line is about, or drop the line."
OFFERED = tuple(change for change in CHANGES if change is not Kind.TRAINING)
BY_NAME: dict[str, DayChange] = {str(change): change for change in OFFERED}
"""The changes that a line may be, by their values."""
ADDED = (str(SwapSide.TAKEN), str(Kind.EXTRA))
"""Of these the hours are asked."""
TIMED = (OWN_HOURS, *ADDED)
KINDS_SEEN = 16
"""Of what a line may be, all are in sight at once."""


class ReadingCard(Card):
    """Shows a row, and tells what becomes of it.

    `corrected`: the Reading that the line is to be, None where it is dropped; `restored`: it is to be as
    it was read; `answered`: the date of a day that differs, and the DayAnswer that was chosen; `left`: the
    keys are to go back to the table.
    """

    corrected = Signal(object)
    restored = Signal()
    answered = Signal(object, object)
    left = Signal()

    def __init__(self, start: date, today: date, usual: Hours, display: DisplayFormat) -> None:
        super().__init__("A line")
        self._start, self._usual, self._display = start, usual, display
        self._shown: ShownRow | None = None
        self._text = verbatim_label()
        self._why, self._instead = label("loud"), label("muted")
        self._date = OptionalDateField(None, today, start)
        self._kind = ChoiceField((), self._show_hours)
        self._kind.setMaxVisibleItems(KINDS_SEEN)
        self._begin, self._end = (TimeField(moment, display) for moment in NIGHT)
        self._answer_title = label("loud", NO_DIFFERENCE)
        self._answer = ChoiceField(())
        self._answer.activated.connect(self._tell_answer)
        self._hint = label("muted")
        self._use, self._drop, self._restore = map(QPushButton, (USE, DROP, RESTORE))
        self._use.clicked.connect(self._tell)
        self._drop.clicked.connect(lambda: self.corrected.emit(None))
        self._restore.clicked.connect(self.restored)
        self._said = column(self._text, self._why, self._instead)
        self.add(self._said)
        self.add(self._answer_title)
        self._answer_title.setBuddy(self._answer)
        self.add(self._answer)
        self._fields = QWidget()
        self._form = QFormLayout(self._fields)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        add_row(self._form, "Date", self._date)
        add_row(self._form, "It is", self._kind)
        add_row(self._form, "From", self._begin)
        add_row(self._form, "To", self._end)
        self.add(self._fields)
        self.add(flow([self._use, self._drop, self._restore]))
        self.add(self._hint)

    def show_row(self, shown: ShownRow | None, answer: DayAnswer | None) -> None:
        """Show a row; `answer`: what is chosen for it, where a rotation is offered that differs."""
        self._shown = shown
        self.setVisible(shown is not None)
        if shown is None:
            return
        row = shown.row
        self.set_heading("A day" if row.line is None else f"Line {row.line}")
        _put(self._text, row.text or NO_LINE)
        unread = row.of if isinstance(row.of, Unread) and row.state is RowState.UNREAD else None
        _put(self._why, why(unread) if unread else "")
        _put(self._instead, understood_instead(unread, self._start) if unread else "")
        self._keep_place()
        self._show_answers(shown, answer)
        self._show_reading(shown)
        self._fields.setVisible(shown.of_roster)
        self._use.setVisible(shown.of_roster)
        self._drop.setVisible(shown.of_roster and row.state is not RowState.DROPPED)
        self._restore.setVisible(row.state in (RowState.CORRECTED, RowState.DROPPED))

    def _keep_place(self) -> None:
        """The fields below stay where they are from line to line: what is said above only grows."""
        layout = self._said.layout()
        assert layout is not None
        layout.activate()
        tall = layout.totalHeightForWidth(self._said.width())
        self._said.setMinimumHeight(max(tall, self._said.minimumHeight()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape only leaves the fields: what was corrected in the whole roster is not lost by it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def show_usual(self, usual: Hours) -> None:
        """The hours that a shift has which was taken from a colleague, until others are typed."""
        self._usual = usual

    def edit(self) -> None:
        """Put the keys where the reading is corrected, or, where a day differs, answered."""
        if self._answer.isVisible():
            self._answer.setFocus()
        elif isinstance(self._shown and self._shown.row.of, Reading):
            self._kind.setFocus()
        else:
            self._date.select()

    def _show_answers(self, shown: ShownRow, answer: DayAnswer | None) -> None:
        """What a day may have been that differs from the rotation."""
        difference = shown.difference
        self._answer_title.setText(difference_words(difference) if difference else NO_DIFFERENCE)
        self._answer_title.setVisible(difference is not None)
        self._answer.setVisible(answer is not None)
        self._answer.clear()
        if difference is not None and answer is not None:
            for possible in difference.answers:
                self._answer.addItem(answer_text(difference, possible), possible.value)
            self._answer.put(answer.value)

    def _show_reading(self, shown: ShownRow) -> None:
        """The fields as the row has them; of a line that is not understood, what is known of its day."""
        row = shown.row
        reading = row.reading or (row.of if isinstance(row.of, Reading) else None)
        days = row.of.dates if isinstance(row.of, Unread) else ()
        kind = _kind_of(reading) if reading else ""
        self._kind.blockSignals(True)
        self._kind.clear()
        for value, words in self._kinds(reading, kind):
            self._kind.addItem(words, value)
        self._kind.put(kind)
        self._kind.blockSignals(False)
        day = reading.date if reading else max(days[0], self._start) if days else None
        if day:
            self._date.put(day)
        else:  # today would be a guess
            self._date.clear()
            self._date.apply()
        stated = bool(reading and reading.start and reading.end)
        if reading and reading.start and reading.end:
            self._begin.put(reading.start.time())
            self._end.put(reading.end.time())
        self._has_hours = stated
        self._show_hours()

    def _kinds(self, reading: Reading | None, kind: str) -> list[tuple[str, str]]:
        """What a line may be; what it was read as is among it."""
        kinds = {
            "D": f"Day shift, {self._hours(Band.DAY)}",
            "E": f"Evening shift, {self._hours(Band.EVENING)}",
            OWN_HOURS: "Shift of other hours",
            ADMIN: KINDS[ADMIN],
            FREE: "Free in your rotation",
        }
        changes = {name: CHANGES[change] for name, change in BY_NAME.items()}
        # "Off, swapped" is a swap: what is most likely meant stands first.
        changed = self._shown is not None and speaks_of_change(self._shown.row.text)
        kinds = {**changes, **kinds} if changed else {**kinds, **changes}
        # Nothing is chosen for what was not understood: that would be a guess.
        first = {} if reading else {"": "Choose..."}
        other = {} if kind in (*kinds, "") or reading is None else {kind: reading_words(reading)}
        return [*first.items(), *other.items(), *kinds.items()]

    def _hours(self, band: Band) -> str:
        return print_dash(clock_span(*BAND_HOURS[band], self._display))

    def _show_hours(self) -> None:
        kind = self._kind.value()
        hours = self._usual if kind in ADDED else NIGHT
        if kind in TIMED and not self._has_hours:
            self._begin.put(hours.start)
            self._end.put(hours.end)
        for number in HOURS_ROWS:
            self._form.setRowVisible(number, kind in TIMED)
        unread = bool(self._shown and isinstance(self._shown.row.of, Unread))
        _put(self._hint, change_hint(BY_NAME.get(kind), kind) if unread or kind in BY_NAME else "")
        self._use.setEnabled(bool(kind))

    def _tell(self) -> None:
        """Tell the reading that the fields say, once each of them is right."""
        fields = (self._date, self._begin, self._end)
        if self._shown is None or not all(field.apply() for field in fields):
            return
        kind, of, day = self._kind.value(), self._shown.row.of, self._date.day()
        if day is None:
            _put(self._hint, NO_DATE)
            self._date.setFocus()
            return
        hours, change = None, BY_NAME.get(kind)
        if kind in TIMED:
            hours = Hours(self._begin.value(), self._end.value())
        elif kind in LETTER_BANDS:
            hours = _band_hours(kind)
        if change is not None:
            kind = "W" if kind in ADDED else FREE
        elif kind == OWN_HOURS and hours is not None:
            # The hours of a band are a shift of that band, whichever way they were stated.
            kind = next((letter for letter in LETTER_BANDS if _band_hours(letter) == hours), "S")
        reading = corrected_reading(of, day, kind, hours, change)
        as_read = isinstance(of, Reading) and of[:2] == reading[:2] and of.change is change
        self.corrected.emit(of if as_read and kind != "S" else reading)

    def _tell_answer(self) -> None:
        if self._shown and self._shown.difference:
            answer = DayAnswer(self._answer.value())
            self.answered.emit(self._shown.difference.date, answer)


def _put(words: QLabel, text: str) -> None:
    """Show a text; a label without one takes no room."""
    words.setText(text)
    words.setVisible(bool(text))


def _kind_of(reading: Reading) -> str:
    if reading.change:
        return str(reading.change)
    return OWN_HOURS if reading.letter == "S" and reading.start else reading.letter


def _band_hours(letter: str) -> Hours:
    return BAND_HOURS[LETTER_BANDS[letter]]
