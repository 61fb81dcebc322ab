"""Exporting a calendar: its file, a receipt for it, and what is remembered of it.

What a target has is read once, the events are computed once, and each file that is made is read back
once; all that is said and written of one export comes from these.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from heartplanner.core.calendar.delivery import (
    CalendarDiff,
    DeliveredState,
    after_update,
    after_whole,
    calendar_diff,
    update_events,
)
from heartplanner.core.calendar.delivery_text import changes_text, delivered_text
from heartplanner.core.calendar.events import events
from heartplanner.core.calendar.export_options import ExportOptions
from heartplanner.core.plan.model import DateSpan
from heartplanner.core.schedule.ranges.default_range import file_days, first_day, last_day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files import disk
from heartplanner.files.calendar import ical, ledger, readback
from heartplanner.files.calendar.receipt import receipt
from heartplanner.files.disk import FileError

REREAD = timedelta(hours=1)
"""How long a program that follows a file may go on with what it read of it last."""
NO_FILE_YET = "the calendar"
"""What messages name in place of a path, where the calendar is not written to a file."""


class ExportResult(NamedTuple):
    """What was exported, in words: the receipt, what had changed, what the drive does not promise.

    `written`: how many events. An update with 0 of them wrote no file, since nothing had changed.
    """

    receipt: str
    changes_text: str
    notes: list[str]
    written: int
    again: bool = False
    """Whether the target had a calendar before."""


class Export(NamedTuple):
    """A calendar that is ready to be exported. `prepare` makes it.

    `delivered`: what its target has, and the options for it. Of a target without a name nothing is
    remembered. `diff`: the events as they are to be now, and how they differ from what the target has.
    `begin`: the day from which its months count, where its days begin earlier.
    """

    schedule: Schedule
    plan_file: Path
    span: DateSpan
    delivered: DeliveredState
    diff: CalendarDiff
    begin: date

    @property
    def target(self) -> str:
        return self.delivered.target

    @property
    def options(self) -> ExportOptions:
        return self.delivered.options

    @property
    def is_new(self) -> bool:
        """Whether the target would have other events than it has, or a file for the first time."""
        return self.diff.first or self.diff.now != self.delivered.events

    def changes_text(self, today: date) -> str:
        """What has changed for the target, in words."""
        return changes_text(self.delivered, self.diff, today)

    def data(self) -> tuple[bytes, str]:
        """The whole calendar, read back and equal to the screen; with the receipt. Raises FileError."""
        return self._proved(Path(NO_FILE_YET))

    def feed(self, path: Path) -> tuple[bytes, str]:
        """The whole calendar as a file that programs read again and again, with the receipt.

        `path`: what messages name. Raises FileError.
        """
        return self._proved(path, REREAD)

    def whole(self, path: Path, today: date) -> ExportResult:
        """Write the whole calendar, once it is read back and equal to the screen. Raises FileError."""
        # Checked before anything is written: a wrong file never takes the place of a right one.
        data, checked = self._proved(path)
        notes = ical.write(path, data, plan_file=self.plan_file)
        words = delivered_text(self.delivered, self.diff, today) if self.target else ""
        if self.target:
            notes += self._remember(path, after_whole(self.delivered, self.diff, today))
        return ExportResult(checked, words, notes, len(self.diff.now), again=not self.diff.first)

    def update(self, path: Path, today: date) -> ExportResult:
        """Write only what is new, changed or canceled for the target. Raises FileError.

        Where nothing is, no file is written.
        """
        if not self.diff.any:
            return ExportResult("", self.changes_text(today), [], 0)
        self._proved(path)  # the calendar that the update makes must be right, too
        # An update alone cannot be compared with days: it is compared event by event.
        some = update_events(self.diff)
        data = ical.calendar_of(some, self.options, named=False)
        checked = readback.check(path, readback.read(data), some)
        notes = ical.write(path, data, plan_file=self.plan_file)
        notes += self._remember(path, after_update(self.delivered, self.diff, today))
        return ExportResult(
            checked, delivered_text(self.delivered, self.diff, today), notes, len(some)
        )

    def _remember(self, path: Path, delivered: DeliveredState) -> list[str]:
        """Remember what the target has, once the file is written. Returns what went wrong, as sentences."""
        try:
            # No error leaves here: it would look as if the file had not been written.
            return ledger.save(self.plan_file, delivered)
        except FileError as error:
            what = f"{path} is saved, but the program cannot remember what {self.target} has"
            return [f"{what}: {disk.cause(error)}"]

    def taken(self, today: date) -> list[str]:
        """Remember that the target took the whole calendar. Raises FileError."""
        return ledger.save(self.plan_file, after_whole(self.delivered, self.diff, today))

    def _proved(self, path: Path, reread: timedelta | None = None) -> tuple[bytes, str]:
        """The whole calendar for `path`, read back, and its receipt. Raises FileError."""
        data = ical.calendar_of(self.diff.now, self.options, reread=reread)
        calendar = readback.read(data)
        checked = receipt(path, calendar, self.schedule, self.span, self.options)
        readback.check(path, calendar, self.diff.now)
        return data, checked.text


def prepare(
    schedule: Schedule,
    plan_file: Path,
    span: DateSpan,
    delivered: DeliveredState,
    begin: date | None = None,
) -> Export:
    """The export of these days, both included, to a target that has this. Raises FileError.

    `begin`: the day from which its months count, if that is not its first.
    """
    ical.check_range(span[0])
    # The one place where an export computes its events: all else is derived from them.
    now = events(schedule, *span, delivered.options)
    diff = calendar_diff(delivered, now, *span)
    return Export(schedule, plan_file, span, delivered, diff, begin or span[0])


def for_target(
    schedule: Schedule, plan_file: Path, today: date, target: str, *, remembered: bool = True
) -> Export:
    """The export of a file's usual days, with the options last made for the target. Raises FileError.

    `remembered` False: a file with the target's options that goes to no target.
    """
    delivered = ledger.load(plan_file, target)
    if not remembered:
        delivered = DeliveredState("", options=delivered.options)
    plan = schedule.plan
    days = file_days(plan, today, delivered.options.months)
    return prepare(schedule, plan_file, days, delivered, first_day(plan, today))


def of_delivered_days(
    schedule: Schedule, plan_file: Path, first: date, delivered: DeliveredState
) -> Export:
    """An export to a target that has this, of no later days than it has events of. Raises FileError."""
    last = days_from(first, delivered.options)[1]
    # Without the events of later days, which the target never had, nothing counts as new.
    until = min(last, max((event.day for event in delivered.events), default=first))
    return prepare(schedule, plan_file, (first, max(first, until)), delivered)


def days_from(first: date, options: ExportOptions) -> DateSpan:
    """The days of an export from `first` on, both included."""
    return first, last_day(first, options.months)
