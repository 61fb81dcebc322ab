"""What is on show, and how: the state that the window's parts share, without a widget in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from heartplanner.core.events.occurrence import EventIndex
from heartplanner.core.events.read_calendar import Contents, index_of
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.ranges.default_range import first_day
from heartplanner.core.schedule.ranges.month import Month, page_dates
from heartplanner.core.schedule.ranges.selection import Chosen
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.store import Store
from heartplanner.style.theme import Theme
from heartplanner.ui.day_notes import DayNotes
from heartplanner.ui.settings import (
    SCALES,
    Habits,
    Settings,
    System,
    display_of,
    scale_of,
    theme_of,
)
from heartplanner.ui.view_list import View, view_spec

MINUTE = 60_000


class ChangeDraft(NamedTuple):
    """A change that is being entered, and that the calendar shows before it is saved.

    `schedule`: the schedule with it, None while the form says no change yet. `marks`: its days, each with
    what the calendar says on it, in wordings that get shorter.
    """

    schedule: Schedule | None = None
    marks: Mapping[date, tuple[str, ...]] = {}


class Session(QObject):
    """The plan in the store, the view, month and days of it on show, and how this person reads them.

    `now` tells the time in Durham. Dialogs and actions are given the session, never the window.
    """

    shown_changed = Signal()
    """Other days, another page or another today; the plan's own changes are told by the store."""
    day_picked = Signal()
    """A day was chosen in the calendar: a form or what was asked may be about another."""
    view_changed = Signal()
    looks_changed = Signal()
    """Colors, size of text, clock or the week's first day."""
    page_turned = Signal(int)
    """So many pages on, in a view that turns pages of its own."""
    search_wanted = Signal()
    """The keys are to go where one types what to find."""
    rotation_wanted = Signal()
    """The keys are to go where a new rotation begins."""
    keys_wanted = Signal()
    """The keys are to go to the days on show."""
    delivered = Signal()
    """The phone was given the calendar as it is now, or a sheet was printed."""
    told = Signal(str)
    """Something was done of which one is to be told, in a sentence."""
    reminded = Signal(str)
    """What is still to be looked after, in sentences that stay in sight until one closes them."""
    minute_passed = Signal()
    day_changed = Signal()
    """A new day has begun."""
    calendars_read = Signal()
    """What other calendars have is known anew."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        now: Callable[[], datetime],
        system: System,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.store, self.settings, self.now = store, settings, now
        self.day_notes = DayNotes()
        self.contents: Contents = {}
        self._system = system
        self._habits = settings.habits()
        self._today = now().date()
        start = first_day(store.plan, self._today)
        shown = settings.shown(self._today) or (Month.of(start), Chosen.one(start))
        self._month, self._selection = shown
        self._draft: ChangeDraft | None = None
        self._pins: Mapping[date, tuple[str, ...]] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)
        # Not once a day: a computer that slept through midnight would go on with yesterday.
        self._timer.start(MINUTE)

    @property
    def plan(self) -> Plan:
        return self.store.plan

    @property
    def schedule(self) -> Schedule:
        """What follows from the plan."""
        return self.store.schedule

    @property
    def draft(self) -> ChangeDraft | None:
        """What is being entered in a form; None where none is open, or a question stands in its place."""
        return self._draft if self._pins is None else None

    @property
    def pins(self) -> Mapping[date, tuple[str, ...]] | None:
        """The days on which the answers to a question begin, each with its number; None: no question."""
        return self._pins

    @property
    def preview(self) -> Schedule:
        """The schedule with what is being entered, where there is something; else as it is."""
        draft = self.draft
        return draft.schedule if draft and draft.schedule else self.schedule

    @property
    def today(self) -> date:
        return self._today

    @property
    def month(self) -> Month:
        return self._month

    @property
    def selection(self) -> Chosen:
        return self._selection

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last of the days chosen."""
        return self._selection.first, self._selection.last

    def situation(self) -> tuple[object, ...]:
        """What is on show, and the schedule: where it is another, something was done."""
        return self.view, self._month, self._selection, self.schedule

    @property
    def view(self) -> View:
        return self._habits.view

    @property
    def habits(self) -> Habits:
        return self._habits

    @property
    def display(self) -> DisplayFormat:
        return display_of(self._habits, self._system)

    @property
    def scale(self) -> float:
        """The size of text, as the system has it and as this person enlarges it; 1 is our usual one."""
        return scale_of(self._habits, self._system)

    @property
    def theme(self) -> Theme:
        return theme_of(self._habits, self._system)

    def set_habits(self, habits: Habits) -> None:
        """Take on colors, clock, week start and size of text, and keep them."""
        self._habits = habits
        self.settings.keep(habits)
        self.looks_changed.emit()

    def keep_shown(self) -> None:
        """Remember what is on show, for the next start on this same day."""
        self.settings.keep_shown(self._month, self._selection, self._today)

    def set_system(self, system: System) -> None:
        """The system changed its colors or its clock."""
        self._system = system
        self.looks_changed.emit()

    def zoom(self, steps: int) -> None:
        """Enlarge the text by a step, or make it smaller; 0: as it was."""
        at = SCALES.index(self._habits.scale) + steps if steps else 0
        scale = SCALES[min(max(at, 0), len(SCALES) - 1)]
        self.set_habits(self._habits._replace(scale=scale))

    def show_view(self, view: str) -> None:
        """Show one of the views of the same days, by its name."""
        # To show the same view again brings its days back into sight, which is no habit to be kept.
        other = View(view) is not self._habits.view
        self._habits = self._habits._replace(view=View(view))
        if other:
            self.settings.keep(self._habits)
            self.view_changed.emit()
        else:
            self.shown_changed.emit()

    def choose(self, day: date, extend: bool = False) -> None:
        """Choose a day; with `extend` all days from the one before to it."""
        self._selection = self._selection.to(day) if extend else Chosen.one(day)
        day = self._selection.current
        first, last = page_dates(self._month, self.display)
        # In the month, a day of the rows that belong to its neighbors turns no page under the pointer.
        if self.view is not View.MONTH or not first <= day <= last:
            self._set_month(Month.of(day))
        self.shown_changed.emit()
        self.day_picked.emit()

    def show_draft(self, draft: ChangeDraft | None) -> None:
        """Let the calendar show a change that is being entered; None: no form is open any more."""
        self._draft = draft
        self.shown_changed.emit()

    def show_pins(self, pins: Mapping[date, tuple[str, ...]] | None) -> None:
        """Let the month number the days on which answers begin; None: there is no question."""
        # A question is answered at each key: the same answer draws nothing again.
        if pins != self._pins:
            self._pins = pins
            self.shown_changed.emit()

    def go_to(self, day: date) -> None:
        """Show a date in the month, or in the year where that is on show."""
        self._show_day(day, View.YEAR if self.view is View.YEAR else View.MONTH)

    def open_day(self, day: date) -> None:
        """Show a date in the month, whatever is on show."""
        self._show_day(day, View.MONTH)
        self.day_picked.emit()

    def open_month(self, month: Month) -> None:
        """Show a month, whatever is on show, with its first day chosen."""
        self._show_day(month.first, View.MONTH)

    def find_in_list(self) -> None:
        self.show_view(View.LIST)
        self.search_wanted.emit()

    def begin_rotation(self) -> None:
        self.show_view(View.CYCLE)
        self.rotation_wanted.emit()

    def go_to_today(self) -> None:
        """Back to today, or to the start date while that is still to come."""
        self.go_to(first_day(self.plan, self._today))

    def turn(self, pages: int) -> None:
        """Turn the view's page; the same day of the month stays chosen."""
        months = view_spec(self.view).months
        if months is None:
            self.page_turned.emit(pages)
        elif months:
            self._set_month(self._month.plus(pages * months))
            self._selection = self._selection.in_month(self._month)
            self.shown_changed.emit()

    def tick(self) -> None:
        """A minute has gone by; perhaps a new day has begun."""
        today = self.now().date()
        if today != self._today:
            self._today = today
            self.shown_changed.emit()
            self.day_changed.emit()
        self.minute_passed.emit()

    def show_calendars(self, contents: Contents, events: EventIndex) -> None:
        """Take what was read of other calendars, and show what is to be shown of it."""
        self.contents = contents
        self.day_notes.events = events
        self.calendars_read.emit()
        self.shown_changed.emit()

    def events_on_paper(self) -> EventIndex:
        """The events of those calendars that printed months are to have."""
        chosen = [calendar for calendar in self.plan.calendars if calendar.on_paper]
        known = self.day_notes.events
        return index_of(chosen, self.contents, known.first, known.last)

    def load_holidays(self, *, kept: bool = False) -> None:
        """Load the names of public holidays, which may take a while; `kept`: only if it takes none."""
        notes, year = self.day_notes, self._month.year
        if notes.load_kept(year) if kept else notes.load(year):
            self.shown_changed.emit()

    def _show_day(self, day: date, view: View) -> None:
        self._selection = Chosen.one(day)
        self._set_month(Month.of(self._selection.current))
        self.show_view(view)

    def _set_month(self, month: Month) -> None:
        self._month = month
        # Not before the first load: the window is to be seen before it, since that takes a while.
        if self.day_notes.is_loaded and self.day_notes.missing(month.year):
            self.day_notes.load(month.year)
