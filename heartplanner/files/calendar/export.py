"""Handing a calendar over: its file, a receipt for it, and what is remembered of it."""

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
    """What was handed over, in words: the receipt, what had changed, what the place does not promise.

    `written`: how many events; none of an update: nothing had changed, and no file was written.
    """

    receipt: str
    since: str
    notes: list[str]
    written: int
    again: bool = False
    """Whether the target had a calendar before."""


class Handing(NamedTuple):
    """What is to be handed over to a target of a plan; no target: nothing is remembered.

    `choices`: none are those that were last made for the target.
    """

    schedule: Schedule
    plan_file: Path
    span: Span
    target: str = ""
    choices: Choices | None = None

    def chosen(self, choices: Choices) -> Handing:
        """The same with other choices, and the days that go with them."""
        first = self.span[0]
        return self._replace(choices=choices, span=(first, last_day(first, choices.months)))

    def changes(self) -> tuple[Changes, str]:
        """What has changed for the target, and that in words. Raises FileError."""
        handed, done = self._compared()
        return done, since(handed, done)

    def _compared(self) -> tuple[Handed, Changes]:
        ical.check_range(self.span[0])
        handed = ledger.load(self.plan_file, self.target) if self.target else Handed("")
        if self.choices is not None:
            handed = handed._replace(choices=self.choices)
        found = events(self.schedule, *self.span, handed.choices)
        return handed, changes(handed, found, *self.span)

    def data(self) -> tuple[bytes, str]:
        """The whole calendar, read back and equal to the screen; with the receipt. Raises FileError."""
        return self._proved(Path(WHOLE), *self._compared())

    def whole(self, path: Path, today: date) -> Done:
        """Write the whole calendar, once it is read back and equal to the screen. Raises FileError."""
        handed, done = self._compared()
        data, found = self._proved(path, handed, done)
        notes = ical.write(path, data, plan_file=self.plan_file)
        words = told(handed, done) if self.target else ""
        if self.target:
            notes += self._remember(path, after_whole(handed, done, today))
        return Done(found, words, notes, len(done.now), again=not done.first)

    def update(self, path: Path, today: date) -> Done:
        """Write only what is new, changed or cancelled for the target. Raises FileError.

        Where nothing is, no file is written.
        """
        handed, done = self._compared()
        if not done.any:
            return Done("", since(handed, done), [], 0)
        self._proved(path, handed, done)  # the calendar that the update makes must be right, too
        some = update(done)
        data = ical.calendar_of(some, handed.choices, named=False)
        found = readback.check(path, data, some)
        notes = ical.write(path, data, plan_file=self.plan_file)
        notes += self._remember(path, after_update(handed, done, today))
        return Done(found, told(handed, done), notes, len(some))

    def _remember(self, path: Path, handed: Handed) -> list[str]:
        """Remember what the target has once the file is written: that it is counts, whatever follows."""
        try:
            return ledger.save(self.plan_file, handed)
        except FileError as error:
            why = str(error).removesuffix("; nothing was changed")
            return [f"{path} is saved, but what {self.target} has cannot be remembered: {why}"]

    def taken(self, today: date) -> list[str]:
        """Remember that the target took the whole calendar. Raises FileError."""
        handed, done = self._compared()
        return ledger.save(self.plan_file, after_whole(handed, done, today))

    def _proved(self, path: Path, handed: Handed, done: Changes) -> tuple[bytes, str]:
        """The whole calendar for `path`, read back, and its receipt. Raises FileError."""
        data = ical.calendar_of(done.now, handed.choices)
        found = receipt(path, data, self.schedule, self.span, handed.choices)
        readback.check(path, data, done.now)
        return data, found.text


def for_target(schedule: Schedule, plan_file: Path, first: date, target: str) -> Handing:
    """A hand-over from `first` on, with the choices last made for the target. Raises FileError."""
    found = Handing(schedule, plan_file, (first, first), target)
    return found.chosen(ledger.load(plan_file, target).choices)


def choose(plan_file: Path, target: str, choices: Choices) -> list[str]:
    """Remember choices for a target, whatever it has. Raises FileError."""
    return ledger.save(plan_file, ledger.load(plan_file, target)._replace(choices=choices))
