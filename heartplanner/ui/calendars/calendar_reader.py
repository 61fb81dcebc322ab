"""Keeps what the window shows of other calendars as their files have it, without making it wait."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from heartplanner.core.events.occurrence import NO_EVENTS
from heartplanner.core.events.read_calendar import ReadCalendar, index_of, reach, unread_text
from heartplanner.core.plan.other_calendars import OtherCalendar
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.background_task import BackgroundTask, GoOn


class CalendarReader(QObject):
    """Reads in the background what is new: a calendar, a file that changed, days not looked through yet.

    `refreshed`: links were asked, with a line for each that could not be fetched.
    """

    refreshed = Signal(list)
    read = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._calendars: Sequence[OtherCalendar] = ()
        self._range: tuple[date, date] | None = None
        self._seen: dict[str, object] = {}
        self._task: BackgroundTask | None = None
        self._fetching: BackgroundTask | None = None
        self._again = False
        self._told: list[str] = []
        session.store.plan_changed.connect(lambda _: self.follow())
        session.shown_changed.connect(self.follow)
        if session.plan.calendars:
            # The first picture is not to wait for what stands beside the shifts.
            QTimer.singleShot(0, self, self.look)

    @property
    def is_busy(self) -> bool:
        """Whether something is being fetched or read."""
        return self._task is not None or self._fetching is not None

    def paths(self) -> list[str]:
        """The calendars' files and folders, for whoever watches them: each with the folder around it.

        A program that writes a file anew takes away the one that is watched; its folder tells of that.
        """
        sources = [Path(one.source) for one in self._session.plan.calendars if not one.is_link]
        return [str(path) for source in sources for path in (source, source.parent)]

    def follow(self) -> None:
        """The plan or the page may be another: read what is missing; the disk is not looked at."""
        calendars = self._session.plan.calendars
        if not calendars and not self._calendars:
            return
        new = [one for one in calendars if one.source not in self._seen]
        if new or (calendars and self._range != self._wanted_range()):
            self._read()
        elif calendars != self._calendars:
            self._show(self._session.contents)

    def look(self) -> None:
        """Read the calendars whose files have changed."""
        from heartplanner.files.events.calendar_source import changed_at

        calendars = self._session.plan.calendars
        if any(self._seen.get(one.source, ()) != changed_at(one) for one in calendars):
            self._read()

    def refresh(self, calendars: Sequence[OtherCalendar]) -> None:
        """Fetch the links among these, then read them."""
        from heartplanner.share.links.refresh import refresh

        today = self._session.today

        def work(go_on: GoOn) -> object:
            return refresh(calendars, today, lambda: go_on(0, 0))

        def done(troubles: list[str]) -> None:
            self._fetching = None
            for calendar in calendars:
                self._seen.pop(calendar.source, None)
            self.refreshed.emit(troubles)
            self._read()

        task = self._fetching = BackgroundTask(work)
        task.done.connect(done)
        task.failed.connect(lambda text: done([text]))
        task.start()

    def refresh_on_opening(self) -> None:
        """Fetch the links of which that was chosen; where one gives nothing its old content stands."""
        chosen = [one for one in self._session.plan.calendars if one.on_opening]
        if chosen:
            self.refresh(chosen)

    def _wanted_range(self) -> tuple[date, date]:
        """What has been looked through, or more where what is on show needs more."""
        session = self._session
        now, shown = reach(session.today), session.month
        first, last = self._range or now
        if first <= shown.plus(-1).first and shown.plus(1).last <= last:
            return first, last
        beyond = reach(shown.first)
        return min(first, beyond[0]), max(last, beyond[1])

    def _read(self) -> None:
        """Read in the background; where that is under way, once more after it."""
        from heartplanner.files.events.calendar_source import changed_at, read_calendar

        if self._task is not None:
            self._again = True
            return
        calendars, wanted = self._session.plan.calendars, self._wanted_range()
        known = self._session.contents if wanted == self._range else {}
        seen = {one.source: changed_at(one) for one in calendars}
        self._range, before, self._seen = wanted, self._seen, seen

        def work(_: GoOn) -> object:
            return {
                one.source: known[one.source]
                if one.source in known and before.get(one.source) == seen[one.source]
                else read_calendar(one, *wanted)
                for one in calendars
            }

        self._task = BackgroundTask(work)
        self._task.done.connect(self._take)
        self._task.failed.connect(lambda _: self._take(self._session.contents))
        self._task.start()

    def _take(self, contents: Mapping[str, ReadCalendar]) -> None:
        self._task = None
        self._show(contents)
        self._tell_unread(contents)
        self.read.emit()
        if self._again:
            self._again = False
            self._read()

    def _tell_unread(self, contents: Mapping[str, ReadCalendar]) -> None:
        """Say which calendars are not known whole, once each: without it days would seem free."""
        if self._fetching is not None:
            return  # what is missing may be on its way
        shown = [
            one for one in self._session.plan.calendars if one.shown and one.source in contents
        ]
        said = [f"{why}." for one in shown if (why := unread_text(one, contents[one.source]))]
        if set(said) - set(self._told):
            self._session.reminded.emit("\n".join(said))
        self._told = said

    def _show(self, contents: Mapping[str, ReadCalendar]) -> None:
        calendars = self._session.plan.calendars
        self._calendars = calendars
        if not calendars or self._range is None:
            self._session.show_calendars({}, NO_EVENTS)
            return
        self._session.show_calendars(contents, index_of(calendars, contents, *self._range))
