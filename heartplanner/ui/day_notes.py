"""What a date is beside its shifts, in words: holiday, milestones due, payday, events, asked swaps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from heartplanner.core.cells.day_marks import CellNote, NoteKind
from heartplanner.core.cells.event_notes import with_events
from heartplanner.core.events.entry_occurrences import entry_occurrences
from heartplanner.core.events.occurrence import NO_EVENTS, EventIndex
from heartplanner.core.explain.pay_text import payday_notes
from heartplanner.core.explain.pending_text import pending_notes, pending_sentences
from heartplanner.core.plan.milestones import milestones, reason
from heartplanner.core.plan.milestones import words as milestone_words
from heartplanner.core.schedule.holidays import holidays
from heartplanner.core.schedule.holidays import words as holiday_words
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat

MARGIN = timedelta(days=7)


class DayNotes:
    """Public holidays by year, as far as they are loaded, beside what the plan itself holds."""

    def __init__(self) -> None:
        self._public: dict[date, str] = {}
        self._years: set[int] = set()
        # What other calendars have, as far as it was read.
        self.events = NO_EVENTS

    def load(self, year: int) -> bool:
        """Load the names of three years around: slow the first time, then kept on the disk.

        Returns whether any were still to be loaded.
        """
        from heartplanner.files import public_holidays

        needed = {year - 1, year, year + 1} - self._years
        for missing in needed:
            self._public.update(public_holidays.names(missing))
            self._years.add(missing)
        return bool(needed)

    def load_kept(self, year: int) -> bool:
        """Load the names of three years around if all are kept on the disk; whether they are."""
        from heartplanner.files import public_holidays

        return public_holidays.are_kept(range(year - 1, year + 2)) and self.load(year)

    @property
    def known(self) -> tuple[int, EventIndex]:
        """How many years are loaded, and the events: it tells whether there may be something new."""
        return len(self._years), self.events

    @property
    def is_loaded(self) -> bool:
        """Whether any holidays are."""
        return bool(self._years)

    def events_in(
        self, schedule: Schedule, first: date, last: date, display: DisplayFormat
    ) -> dict[date, list[CellNote]]:
        """One's own entries and other calendars' events alone, as notes."""
        entries = entry_occurrences(schedule.plan.entries, first, last)
        own = EventIndex(entries, first, last).days(first, last)
        noted = with_events({}, own, display)
        return with_events(noted, self.events.days(first, last), display)

    def missing(self, year: int) -> bool:
        """Whether the holidays of a year are still to be loaded."""
        return year not in self._years

    @property
    def public(self) -> dict[date, str]:
        """The public holidays loaded so far."""
        return dict(self._public)

    def of_month(
        self,
        schedule: Schedule,
        month: Month,
        today: date,
        display: DisplayFormat = DEFAULT_FORMAT,
    ) -> dict[date, list[CellNote]]:
        """The notes of a month's page, its neighbors' days included."""
        return self._noted(schedule, month.first - MARGIN, month.last + MARGIN, today, display)

    def by_date(
        self,
        schedule: Schedule,
        first: date,
        last: date,
        today: date,
        display: DisplayFormat = DEFAULT_FORMAT,
    ) -> dict[date, list[str]]:
        """The notes of the days from first to last, both included, in words."""
        noted = self._noted(schedule, first, last, today, display)
        return {day: [note.in_full for note in notes] for day, notes in noted.items()}

    def of_day(
        self,
        schedule: Schedule,
        day: date,
        today: date,
        display: DisplayFormat = DEFAULT_FORMAT,
    ) -> Sequence[str]:
        """The notes of a day, why a date is there that nobody entered, and what was asked of whom."""
        plan = schedule.plan
        reasons = [reason(due).rstrip(".") for due in milestones(plan, day, day)]
        notes = self._noted(schedule, day, day, today, display).get(day, ())
        texts = [note.in_full for note in notes if note.kind is not NoteKind.PENDING]
        return [*texts, *filter(None, reasons), *pending_sentences(plan, day)]

    def _noted(
        self, schedule: Schedule, first: date, last: date, today: date, display: DisplayFormat
    ) -> dict[date, list[CellNote]]:
        plan = schedule.plan
        named = holidays(plan, self._public, first, last)
        notes: dict[date, list[CellNote]] = {}
        if named:
            on = {day.date: day for day in schedule.days(min(named), max(named))}
            for date_, name in named.items():
                holiday = CellNote(NoteKind.HOLIDAY, holiday_words(name, on[date_]))
                notes.setdefault(date_, []).append(holiday)
        for milestone in milestones(plan, first, last):
            duty = CellNote(NoteKind.REMINDER, milestone_words(plan, milestone, today))
            notes.setdefault(milestone.date, []).append(duty)
        for date_, payday in payday_notes(plan, first, last).items():
            notes.setdefault(date_, []).append(CellNote(NoteKind.PAYDAY, payday))
        for date_, pending in pending_notes(plan, first, last).items():
            asked = (CellNote(NoteKind.PENDING, text) for text in pending)
            notes.setdefault(date_, []).extend(asked)
        for date_, beside in self.events_in(schedule, first, last, display).items():
            notes.setdefault(date_, []).extend(beside)
        return notes
