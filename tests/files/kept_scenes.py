"""A plan with a calendar file that is kept up to date, and what whoever reads that file must find there."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

import icalendar

from heartplanner.core.calendar.export_options import DEFAULT_OPTIONS, ExportOptions
from heartplanner.core.edits.edits import add_change
from heartplanner.core.edits.example import example_plan
from heartplanner.core.plan.change import Absence, AbsenceKind, ChangeDetail
from heartplanner.core.schedule.changes import DayOffKind
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import Document
from heartplanner.files.calendar.kept import keep, write_kept
from heartplanner.files.plan import planfile

TODAY = date(2025, 8, 1)
NOON = datetime(2025, 8, 1, 16, tzinfo=UTC)
ONE_MONTH = DEFAULT_OPTIONS._replace(months=1)
TUESDAY, FREE = date(2025, 8, 5), date(2025, 8, 10)
LEAVE = Absence(AbsenceKind.LEAVE, TUESDAY, TUESDAY)

Stamp = tuple[int, datetime]


class Shown(NamedTuple):
    """What a calendar shows: when its timed events are, in UTC, and how many events each whole day has."""

    timed: list[tuple[datetime, datetime]]
    whole: Counter[date]


class Kept:
    """A saved plan, a shared folder and the calendar file in it; `today` and `moment` go on."""

    def __init__(self, folder: Path, options: ExportOptions = ONE_MONTH) -> None:
        self.shared = folder / "shared"
        self.shared.mkdir(parents=True)
        self.path = self.shared / "HEART.ics"
        self.today, self.moment = TODAY, NOON
        plan = planfile.own(example_plan())
        self.document = Document(folder / "plan.json", Schedule(plan), None)
        self.document.save(self.moment)
        keep(self.document.path, self.path, options)

    def write(self) -> list[str]:
        return write_kept(self.document.schedule, self.document.path, self.today)

    def edit(self, what: ChangeDetail) -> None:
        self.moment += timedelta(seconds=1)
        plan = add_change(self.document.plan, what, self.moment)
        self.document.change("change", plan, self.moment)

    def planned(self, months: int = 1) -> Shown:
        """The plan's days, from its start until the day before this one in so many months.

        A break that the last of them lies in is whole.
        """
        last = date(2025, self.today.month + months, self.today.day) - timedelta(1)
        over = self.document.schedule.days(self.document.plan.start, last)
        blocks = [block for day in over for block in day.blocks]
        on = self.document.schedule.days(last, last + timedelta(9))
        over += list(takewhile(lambda day: day.off is DayOffKind.BREAK, on))[1:]
        return Shown(
            sorted((block.start.astimezone(UTC), block.end.astimezone(UTC)) for block in blocks),
            Counter(day.date for day in over if day.off not in (None, DayOffKind.DAY_OFF)),
        )


def shown(data: bytes) -> Shown:
    timed, whole = [], Counter[date]()
    for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        if isinstance(start, datetime):
            timed.append((start.astimezone(UTC), end.astimezone(UTC)))
        else:
            whole.update(start + timedelta(number) for number in range((end - start).days))
    return Shown(sorted(timed), whole)


class Stamps:
    """A program that goes by stamps: each event must keep them, or have greater ones if it changed."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Stamp, bytes]] = {}

    def read(self, data: bytes) -> None:
        for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
            stamp = int(event["SEQUENCE"]), event["LAST-MODIFIED"].dt
            for name in ("SEQUENCE", "LAST-MODIFIED", "DTSTAMP"):
                del event[name]
            content, uid = event.to_ical(), str(event["UID"])
            before, was = self._known.get(uid, ((-1, datetime.min.replace(tzinfo=UTC)), b""))
            if content == was:
                assert stamp >= before, uid
            else:
                assert stamp[0] > before[0], uid
                assert stamp[1] > before[1], uid
            self._known[uid] = stamp, content
