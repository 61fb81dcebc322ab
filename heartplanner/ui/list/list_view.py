"""The list: what comes next, day by day under the headings of the weeks, and a search in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from heartplanner.core.explain.agenda import Entry, NotesByDate, entries, search
from heartplanner.core.plan.model import ONE_DAY
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import counted
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.list.list_rows import NOTHING, AgendaList
from heartplanner.ui.widgets.announce import announce
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.item_views import ENTER

HINT = "Search: working weekend, leave, Lee ..."
LONGEST_SEARCH = 200


class SearchField(QLineEdit):
    """Where one types what to find. `left`: on into the list."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(HINT)
        self.setAccessibleName("Search the list")
        self.setMaxLength(LONGEST_SEARCH)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        # An empty field leaves Escape to the window.
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (*ENTER, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ListView(QWidget):
    """Shows some days and finds among them. `day_chosen`, `day_marked`: a date, as the rows tell it."""

    day_chosen = Signal(object)
    day_marked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._past: Callable[[], list[Entry]] = list
        self._today = date.min
        self._field = SearchField()
        self._count = label("loud")
        self._count.setWordWrap(False)
        self._list = AgendaList(theme)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._field, 1)
        top.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._list, 1)
        self._list.day_chosen.connect(self.day_chosen)
        self._list.day_marked.connect(self.day_marked)
        self._field.textChanged.connect(self._search)
        self._field.left.connect(self._list.take_keys)
        self.setFocusProxy(self._list)

    def show_plan(
        self,
        schedule: Schedule,
        first: date,
        last: date,
        *,
        today: date,
        display: DisplayFormat = DEFAULT_FORMAT,
        day_notes: NotesByDate | None = None,
    ) -> None:
        """Show the plan's days from first to last; a search, which stays, goes through all before too."""
        self._today = today
        self._entries = entries(schedule, first, last, display, day_notes, today)
        # Past days are made for a search alone: there may be years of them, and nobody looks at them else.
        self._past = lambda: entries(schedule, schedule.plan.start, first - ONE_DAY, display)
        self._fill(stay=True)

    def mark(self, day: date) -> None:
        """The day that is chosen: the keys are on it, or will be."""
        self._list.mark(day)

    def set_theme(self, theme: Theme) -> None:
        self._list.set_theme(theme)

    def set_scale(self, scale: float) -> None:
        self._list.set_scale(scale)

    def focus_search(self) -> None:
        """Put the keys into the search field, what stands in it marked."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _search(self, _text: str) -> None:
        self._fill(stay=False)
        announce(self._count, self._count.text())

    def _fill(self, *, stay: bool) -> None:
        text = self._field.text()
        every = [*self._past(), *self._entries] if text.strip() else self._entries
        shown = search(every, text)
        self._count.setText(counted(len(shown), "day") if shown else NOTHING)
        self._list.show_entries(shown, self._today, stay=stay)
