"""Exporting a calendar: its file, a receipt for it, and what is remembered of it.

What a target has is read once, the events are computed once, and each file that is made is read back
once; all that is said and written of one export comes from these.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from heartplanner.core.calendar.delivery import (
    Changes,
    Handed,
    after_update,
    after_whole,
    changes,
    since,
    told,
    update,
)
from heartplanner.core.calendar.events import events
from heartplanner.core.calendar.export_options import Choices
from heartplanner.core.schedule.default_range import last_day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar import ical, ledger, readback
from heartplanner.files.calendar.receipt import receipt
from heartplanner.files.disk import FileError

Span = tuple[date, date]
WHOLE = "the calendar"
"""What is not written to a file yet."""


class Done(NamedTuple):
    """What was exported, in words: the receipt, what had changed, what the place does not promise.

    `written`: how many events; none of an update: nothing had changed, and no file was written.
    """

    receipt: str
    since: str
    notes: list[str]
    written: int
    again: bool = False
    """Whether the target had a calendar before."""


class Export(NamedTuple):
    """A calendar that is ready to be exported. `prepare` makes it.

    `delivered`: what its target has, with the choices for it; a target without a name: nothing is
    remembered. `changes`: the events as they are to be now, and what of them differs from that.
    """

    schedule: Schedule
    plan_file: Path
    span: Span
    delivered: Handed
    changes: Changes

    @property
    def target(self) -> str:
        return self.delivered.target

    @property
    def choices(self) -> Choices:
        return self.delivered.choices

    @property
    def since(self) -> str:
        """What has changed for the target, in words."""
        return since(self.delivered, self.changes)

    def data(self) -> tuple[bytes, str]:
        """The whole calendar, read back and equal to the screen; with the receipt. Raises FileError."""
        return self._proved(Path(WHOLE))

    def whole(self, path: Path, today: date) -> Done:
        """Write the whole calendar, once it is read back and equal to the screen. Raises FileError."""
        data, counts = self._proved(path)
        notes = ical.write(path, data, plan_file=self.plan_file)
        words = told(self.delivered, self.changes) if self.target else ""
        if self.target:
            notes += self._remember(path, after_whole(self.delivered, self.changes, today))
        return Done(counts, words, notes, len(self.changes.now), again=not self.changes.first)

    def update(self, path: Path, today: date) -> Done:
        """Write only what is new, changed or cancelled for the target. Raises FileError.

        Where nothing is, no file is written.
        """
        if not self.changes.any:
            return Done("", self.since, [], 0)
        self._proved(path)  # the calendar that the update makes must be right, too
        some = update(self.changes)
        data = ical.calendar_of(some, self.choices, named=False)
        counts = readback.check(path, readback.read(data), some)
        notes = ical.write(path, data, plan_file=self.plan_file)
        notes += self._remember(path, after_update(self.delivered, self.changes, today))
        return Done(counts, told(self.delivered, self.changes), notes, len(some))

    def _remember(self, path: Path, delivered: Handed) -> list[str]:
        """Remember what the target has once the file is written: that it is counts, whatever follows."""
        try:
            return ledger.save(self.plan_file, delivered)
        except FileError as error:
            why = str(error).removesuffix("; nothing was changed")
            return [f"{path} is saved, but what {self.target} has cannot be remembered: {why}"]

    def taken(self, today: date) -> list[str]:
        """Remember that the target took the whole calendar. Raises FileError."""
        return ledger.save(self.plan_file, after_whole(self.delivered, self.changes, today))

    def _proved(self, path: Path) -> tuple[bytes, str]:
        """The whole calendar for `path`, read back, and its receipt. Raises FileError."""
        data = ical.calendar_of(self.changes.now, self.choices)
        calendar = readback.read(data)
        counts = receipt(path, calendar, self.schedule, self.span, self.choices)
        readback.check(path, calendar, self.changes.now)
        return data, counts.text


def prepare(schedule: Schedule, plan_file: Path, span: Span, delivered: Handed) -> Export:
    """The export of these days, both included, to a target that has this. Raises FileError."""
    ical.check_range(span[0])
    now = events(schedule, *span, delivered.choices)
    return Export(schedule, plan_file, span, delivered, changes(delivered, now, *span))


def for_target(
    schedule: Schedule, plan_file: Path, first: date, target: str, *, remembered: bool = True
) -> Export:
    """An export from `first` on, with the choices last made for the target. Raises FileError.

    Not `remembered`: just what is chosen for the target, as a file that is nobody's.
    """
    delivered = ledger.load(plan_file, target)
    if not remembered:
        delivered = Handed("", choices=delivered.choices)
    return prepare(schedule, plan_file, days_from(first, delivered.choices), delivered)


def of_delivered_days(schedule: Schedule, plan_file: Path, first: date, target: str) -> Export:
    """The same for those days only that the target has events of. Raises FileError."""
    delivered = ledger.load(plan_file, target)
    last = days_from(first, delivered.choices)[1]
    until = min(last, max((event.day for event in delivered.events), default=first))
    return prepare(schedule, plan_file, (first, max(first, until)), delivered)


def days_from(first: date, choices: Choices) -> Span:
    """The days of an export from `first` on, both included."""
    return first, last_day(first, choices.months)


def choose(plan_file: Path, target: str, choices: Choices) -> list[str]:
    """Remember choices for a target, whatever it has. Raises FileError."""
    return ledger.save(plan_file, ledger.load(plan_file, target)._replace(choices=choices))
