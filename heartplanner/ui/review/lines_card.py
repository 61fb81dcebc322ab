"""The lines of a roster under tabs, and the line in hand, which is corrected or dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from heartplanner.core.finder.repair.differences import DayAnswer
from heartplanner.core.plan.hours import Hours
from heartplanner.core.roster.holding import Holding, drop_words, holding_words
from heartplanner.core.roster.review import RosterLine
from heartplanner.core.roster.roster import DayReading, Unread
from heartplanner.ui.review.filter_tabs import FilterTabs
from heartplanner.ui.review.reading_card import ReadingCard
from heartplanner.ui.review.review_list import HINT, ReviewList
from heartplanner.ui.review.review_rows import Filter, ShownRow, counts
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.flow_layout import flow


class LinesCard(QFrame):
    """Shows rows, and tells what a person makes of the lines; their `reading` card stands elsewhere.

    `corrected`: the line, and the DayReading that it is to be, or None where it is dropped; `restored`: the
    line that is to be as it was read; `answered`: the date of a day that differs, and its DayAnswer;
    `dropped`: lines that are all dropped at once; `row_marked`: another line is in hand;
    `filter_chosen`: the Filter.
    """

    corrected = Signal(object, object)
    restored = Signal(object)
    answered = Signal(object, object)
    dropped = Signal(object)
    row_marked = Signal()
    filter_chosen = Signal(object)

    def __init__(self, session: Session, usual: Hours, differences: QWidget | None = None) -> None:
        """`differences`: what is shown in place of the lines that differ, where days are compared."""
        super().__init__()
        self.setObjectName("card")
        plan, display, compares = session.plan, session.display, differences is not None
        self._filter = Filter.ALL
        self._rows: Sequence[ShownRow] = ()
        self._answers: Mapping[date, DayAnswer] = {}
        self._differences = differences
        self._tabs, self._hint = FilterTabs(), label("muted", HINT)
        self._holding: Holding | None = None
        self._waiting, self._drop = label("loud"), QPushButton()
        self._drop.setObjectName("primary")  # before it is decided nothing else can be done
        self._list = ReviewList(display, session.theme, session.scale, compares=compares)
        self.reading = ReadingCard(plan.start, session.today, usual, display, changes=compares)
        self._build()
        self._drop.clicked.connect(self._tell_dropped)
        self._tabs.chosen.connect(self._choose_filter)
        self._list.row_marked.connect(self._show_row)
        self._list.edit_wanted.connect(self.reading.edit)
        self._list.drop_wanted.connect(lambda: self._tell_corrected(None))
        self.reading.corrected.connect(self._take_corrected)
        self.reading.restored.connect(self._tell_restored)
        self.reading.answered.connect(self.answered)

    def show_rows(self, rows: Sequence[ShownRow], answers: Mapping[date, DayAnswer]) -> None:
        """Show these rows; `answers`: what is chosen of those that differ from a rotation."""
        self._rows, self._answers = rows, answers
        self._show_rows()

    def show_holding(self, holding: Holding | None) -> None:
        """Say once, above all lines, which of them hold back many others, and offer to drop these."""
        self._holding = holding
        self._waiting.setText(holding_words(holding) if holding else "")
        self._drop.setText(drop_words(holding) if holding else "")
        for part in (self._waiting, self._drop):
            part.setVisible(holding is not None)

    def show_name(self, name: str) -> None:
        """Say which roster it is."""
        self._hint.setText(f"From {name}. {HINT}")

    def choose(self, way: Filter) -> None:
        """Show the rows of a tab."""
        self._tabs.choose(way)

    @property
    def filter(self) -> Filter:
        """Which rows are shown."""
        return self._filter

    def focus_first(self) -> None:
        """Put the keys on the table."""
        self._table.setFocus()

    @property
    def has_keys(self) -> bool:
        """Whether the keys are on the table, and not in a field."""
        return self._table.hasFocus()

    @property
    def _table(self) -> QWidget:
        return self._differences if self._differences and self._shows_differences else self._list

    @property
    def _shows_differences(self) -> bool:
        return self._differences is not None and self._filter is Filter.DIFFERING

    def _choose_filter(self, way: Filter) -> None:
        self._filter = way
        self._show_rows()
        self.filter_chosen.emit(way)

    def _show_rows(self) -> None:
        self._tabs.show_counts(counts(self._rows))
        self._hint.setVisible(not self._shows_differences)
        self._list.setVisible(not self._shows_differences)
        if self._differences is not None:
            self._differences.setVisible(self._shows_differences)
        # What differs has its own table; the list keeps the line in hand meanwhile.
        self._list.show_rows([shown for shown in self._rows if self._filter.passes(shown)])

    def _show_row(self, shown: ShownRow | None) -> None:
        day = shown.difference.date if shown and shown.difference else None
        in_hand = None if self._shows_differences else shown
        self.reading.show_row(in_hand, self._answers.get(day) if day else None)
        self.row_marked.emit()

    def _take_corrected(self, reading: DayReading | None) -> None:
        """The keys go back to the table; where there is another line to answer, they go on to it."""
        self._list.setFocus()
        line = self._line_in_hand()
        self._tell_corrected(reading)
        if isinstance(line, Unread) and reading is not None:
            self._list.step_to_unclear()

    def _tell_corrected(self, reading: DayReading | None) -> None:
        line = self._line_in_hand()
        if line is not None:
            self.corrected.emit(line, reading)
            if reading is None and not (isinstance(line, Unread) and self._list.step_to_unclear()):
                self._list.step()

    def _tell_dropped(self) -> None:
        """The keys go back to the table, since the button is gone, and on to what is left to answer."""
        self._list.setFocus()
        if self._holding:
            self.dropped.emit(self._holding.lines)
            self._list.leave_dropped()

    def _tell_restored(self) -> None:
        line = self._line_in_hand()
        if line is not None:
            self.restored.emit(line)

    def _line_in_hand(self) -> RosterLine | None:
        shown = self._list.current
        return shown.row.of if shown and shown.of_roster else None

    def _build(self) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(8, 8, 1, 8)
        inside.setSpacing(6)
        inside.addWidget(flow([self._tabs]))
        inside.addWidget(self._waiting)
        inside.addWidget(flow([self._drop]))
        inside.addWidget(self._hint)
        inside.addWidget(self._list, 1)
        if self._differences is not None:
            inside.addWidget(self._differences, 1)
            self._differences.hide()
