"""Handing a calendar over: its file, a receipt for it, and what is remembered of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from heartplanner.core.choices import Choices
from heartplanner.core.events import events
from heartplanner.core.handover import (
    Changes,
    Handed,
    after_update,
    after_whole,
    changes,
    since,
    update,
)
from heartplanner.core.horizon import last_day
from heartplanner.core.plan import Plan
from heartplanner.files import ical, ledger
from heartplanner.files.receipt import receipt

Span = tuple[date, date]
WHOLE = "the calendar"
"""What is not written to a file yet."""


class Done(NamedTuple):
    """What was handed over, in words: the receipt, what had changed, what the place does not promise."""

    receipt: str
    since: str
    notes: list[str]


class Handing(NamedTuple):
    """What is to be handed over to a target of a plan; no target: nothing is remembered.

    `choices`: none are those that were last made for the target.
    """

    plan: Plan
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
        found = events(self.plan, *self.span, handed.choices)
        return handed, changes(handed, found, *self.span)

    def data(self) -> tuple[bytes, str]:
        """The whole calendar, read back and equal to the screen; with the receipt. Raises FileError."""
        return self._whole(Path(WHOLE))[:2]

    def whole(self, path: Path, today: date) -> Done:
        """Write the whole calendar, once it is read back and equal to the screen. Raises FileError."""
        data, found, handed, done = self._whole(path)
        notes = ical.write(path, data, plan_file=self.plan_file)
        if not self.target:
            return Done(found, "", notes)
        notes += ledger.save(self.plan_file, after_whole(handed, done, today))
        return Done(found, since(handed, done), notes)

    def update(self, path: Path, today: date) -> Done:
        """Write only what is new, changed or cancelled for the target. Raises FileError."""
        _, found, handed, done = self._whole(path)
        data = ical.calendar_of(update(done), handed.choices, named=False)
        notes = ical.write(path, data, plan_file=self.plan_file)
        notes += ledger.save(self.plan_file, after_update(handed, done, today))
        return Done(found, since(handed, done), notes)

    def taken(self, today: date) -> list[str]:
        """Remember that the target took the whole calendar. Raises FileError."""
        handed, done = self._compared()
        return ledger.save(self.plan_file, after_whole(handed, done, today))

    def _whole(self, path: Path) -> tuple[bytes, str, Handed, Changes]:
        """The whole calendar for `path`, its receipt, what the target has, and what is different."""
        handed, done = self._compared()
        data = ical.calendar_of(done.now, handed.choices)
        found = receipt(path, data, self.plan, self.span, handed.choices)
        return data, found.text, handed, done


def for_target(plan: Plan, plan_file: Path, first: date, target: str) -> Handing:
    """A hand-over from `first` on, with the choices last made for the target. Raises FileError."""
    found = Handing(plan, plan_file, (first, first), target)
    return found.chosen(ledger.load(plan_file, target).choices)


def choose(plan_file: Path, target: str, choices: Choices) -> list[str]:
    """Remember choices for a target, whatever it has. Raises FileError."""
    return ledger.save(plan_file, ledger.load(plan_file, target)._replace(choices=choices))
