"""The finder: one marks the days one knows, and sees what follows of the rotation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QCursor, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QToolTip, QWidget

from heartplanner.core.cells.dated_weeks import search_tone
from heartplanner.core.cells.finder_board import (
    WORDS,
    board_date,
    dragged_marks,
    elsewhere,
    finder_rows,
    mark_at,
    mark_date,
    shown_cycle,
    stepped,
    turned_cycle,
)
from heartplanner.core.edits.example import example_plan
from heartplanner.core.finder.repair.repair import Repair
from heartplanner.core.finder.repair.repair_text import headline
from heartplanner.core.finder.search import begun_on, findings, marked, search_of, unmarked
from heartplanner.core.plan.model import Mark, Plan
from heartplanner.core.words.english import counted, full_date, long_date, month_day
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.fields.date_field import DateField
from heartplanner.ui.fields.field_line import FieldLine
from heartplanner.ui.finder.finder_legend import FinderLegend
from heartplanner.ui.finder.finder_panel import FinderPanel
from heartplanner.ui.finder.finder_table import FinderTable
from heartplanner.ui.widgets.announce import announce
from heartplanner.ui.widgets.cards import ANY_WIDTH, column, label
from heartplanner.ui.widgets.flow_layout import flow
from heartplanner.ui.widgets.scroll_areas import PageScroll

WIDE = 720
CARDS = 300
AROUND = 192
"""What stands above and below the board's rows, at the usual size of text."""
HINT = "Mark the days that you are sure of; HEART's schedule rules give the rest."


class FinderView(PageScroll):
    """Shows a plan's search; the plan itself it never changes.

    `searched`: what was done, in words, and the new Search; `rotation_used`: the Search, and the
    Rotation of those left that is to be worked.
    """

    searched = Signal(str, object)
    rotation_used = Signal(object, object)
    typing_wanted = Signal()
    roster_wanted = Signal(str)
    """A roster is to be read: "file", or "text" from the clipboard or typed."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self._theme, self._today = theme, today
        self._scale = 1.0
        self._plan = example_plan()
        self._search = search_of(self._plan)
        self._results = findings(self._search)
        self._shows = False
        self._dragged: set[int] = set()
        self._last_count: int | None = None
        self._last_headline = ""
        self._edit_name = ""
        self._cycle = 0
        self._board = FinderTable(theme, today)
        self._keys = FinderLegend(theme)
        self._panel = FinderPanel(theme, today, self._plan)
        self._start = DateField(self._search.start, today, self._take_start)
        self._line = FieldLine(self._start.feedback)
        self._cycle_name = label("muted")
        self._cycle_name.setWordWrap(False)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._connect()

    def show_plan(self, plan: Plan) -> None:
        """Show the search of a plan."""
        search = search_of(plan)
        came = set(search.marks) - set(search_of(self._plan).marks)
        # A drag shows its days by itself: the page stays under the pointer.
        brought = self._shows and len(came) > 1 and search != self._search
        if not self._shows or search.start != self._search.start:
            self._cycle = shown_cycle(search, self._today)
            self._cycle = turned_cycle(search, self._cycle, search.marks)
        else:  # the marks of a roster are shown on its own dates
            self._cycle = turned_cycle(search, self._cycle, came)
        self._plan, self._search, self._shows = plan, search, True
        if brought:
            self._show_top()
        self._show()
        self._tell_count()

    def _show_top(self) -> None:
        """After a roster: show what it leaves from the top on; the keys go to what is to be done."""
        self.verticalScrollBar().setValue(0)
        self._board.setFocus()
        self._panel.lead_to_use()

    def _tell_count(self) -> None:
        """Let a screen reader say how many rotations are left, where that is another number."""
        left = self._results.left.total
        if self._last_count not in (None, left) and self.isVisible():
            announce(self._panel, f"{left:,} rotations still fit")
        self._last_count = left

    def turn(self, cycles: int) -> None:
        """Show the dates of another cycle; the marks are the same."""
        self._cycle = max(0, self._cycle + cycles)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._board.set_theme(theme)
        self._panel.set_looks(theme, self._scale)
        self._keys.set_looks(theme, self._scale)

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self._board.set_scale(scale)
        self._panel.set_looks(self._theme, scale)
        self._keys.set_looks(self._theme, scale)
        self._turn_to_width()

    def _show(self) -> None:
        """Show all that follows from the search."""
        search = self._search
        self._results = results = findings(search)
        shift = search_tone(self._plan, search)
        self._board.set_shift(shift)
        self._keys.set_shift(shift)
        self._board.show_rows(finder_rows(results, self._cycle, shift))
        self._panel.show_findings(self._plan, results, self._cycle)
        first, last = (board_date(search, self._cycle, day) for day in (1, 42))
        self._cycle_name.setText(f"{full_date(first)} to {full_date(last)}")
        self._line.set_hint(elsewhere(search, self._cycle) or HINT)
        # What the field shows was not typed: it must not answer with a search of its own.
        self._start.blockSignals(True)
        self._start.put(search.start)
        self._start.blockSignals(False)

    def _put(self, index: int, letter: str) -> None:
        """Mark a day, 0 to 41, on the date that is on show; with no letter take its mark away."""
        day = index + 1
        when = mark_date(self._search, self._cycle, day)
        if letter:
            what = f"{month_day(when)} marked as {WORDS[letter].lower()}"
            self.searched.emit(what, marked(self._search, [Mark(when, letter)]))
        elif mark_at(self._search, day):
            self.searched.emit(f"{month_day(when)} not marked", unmarked(self._search, {day}))

    def _step(self, index: int) -> None:
        self._put(index, stepped(mark_at(self._search, index + 1)))

    def _drag(self, from_: int, to: int) -> None:
        """Show the days of a drag marked, and say as what; it is told once the drag ends."""
        # From the plan's search, not from the one on show: there the drag itself has marked its first day.
        before = search_of(self._plan)
        self._dragged.update((from_ + 1, to + 1))
        marks = dragged_marks(before, self._cycle, from_ + 1, self._dragged)
        self._search = marked(before, marks)
        self._edit_name = f"{counted(len(marks), 'day')} marked as {WORDS[marks[0].letter].lower()}"
        self._show()
        QToolTip.showText(QCursor.pos(), self._edit_name, self._board)

    def _end_drag(self) -> None:
        """Tell of all the days of a drag at once: they are one step to undo."""
        dragged = self._search
        self._dragged.clear()
        QToolTip.hideText()
        self.searched.emit(self._edit_name, dragged)
        if search_of(self._plan) != dragged:  # it could not be so, which was said
            self.show_plan(self._plan)

    def _answer(self, day: int, letter: str) -> None:
        self._put(day - 1, letter)

    def _show_repair(self, repair: Repair) -> None:
        """Show on the board what follows from all marks but those that differ, and say which these are."""
        shift = search_tone(self._plan, self._search)
        self._board.show_rows(finder_rows(self._results, self._cycle, shift, repair))
        told = headline(repair)
        if told != self._last_headline and self.isVisible():
            announce(self._panel, told)
        self._last_headline = told

    def _take_start(self) -> None:
        if self._start.right and self._start.value() != self._search.start:
            start = self._start.value()
            name = f"the search from {long_date(start)}"
            self.searched.emit(name, begun_on(self._search, start))

    def _clear(self) -> None:
        self.searched.emit("no day marked", self._search._replace(marks=()))

    def _connect(self) -> None:
        self._board.letter_put.connect(self._put)
        self._board.day_stepped.connect(self._step)
        self._board.day_dragged.connect(self._drag)
        self._board.drag_ended.connect(self._end_drag)
        self._board.text_pasted.connect(lambda _: self.roster_wanted.emit("text"))
        self._panel.answered.connect(self._answer)
        self._panel.repaired.connect(self._show_repair)
        self._panel.searched.connect(self.searched)
        self._panel.rotation_used.connect(self.rotation_used)
        self._panel.keys_taken.connect(self.ensureWidgetVisible)

    def _build(self) -> None:
        ways_in, start = self._ways_in(), self._start_row()
        left = column(start, self._line, self._board, self._keys, ways_in)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(14)
        self._body.addWidget(left, 1)
        self._body.addWidget(self._panel)
        inner = QWidget()
        inner.setObjectName("scrolled")
        inner.setLayout(self._body)
        self.setWidget(inner)
        self.setFocusProxy(self._board)

    def _ways_in(self) -> QWidget:
        """What else there is than to mark day by day."""
        return flow(
            [
                self._button("From a roster file...", lambda: self.roster_wanted.emit("file")),
                self._button("From text...", lambda: self.roster_wanted.emit("typed")),
                self._button("Clear all marks", self._clear),
                self._button("Type all six weeks instead", self.typing_wanted.emit),
            ]
        )

    def _start_row(self) -> QWidget:
        """Which cycle is on show, and when week 1 is."""
        first = label("", "Week 1 is the week of")
        first.setWordWrap(False)
        first.setBuddy(self._start)
        return flow(
            [
                self._button("‹", lambda: self.turn(-1), "The cycle before"),
                self._cycle_name,
                self._button("›", lambda: self.turn(1), "The cycle after"),
                first,
                self._start,
            ]
        )

    def _button(self, words: str, run: Callable[[], object], name: str = "") -> QPushButton:
        button = QPushButton(words)
        button.setAccessibleName(name or words.rstrip("."))
        button.clicked.connect(lambda _: run())
        return button

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Whenever one comes here, the page is at its top."""
        super().showEvent(event)
        self.verticalScrollBar().setValue(0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn_to_width()

    def _turn_to_width(self) -> None:
        wide = self.viewport().width() >= WIDE * self._scale
        direction = QBoxLayout.Direction
        self._body.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._panel.setMaximumWidth(round(CARDS * self._scale) if wide else ANY_WIDTH)
        self._board.set_room(self.viewport().height() - round(AROUND * self._scale))
