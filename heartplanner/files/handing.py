"""Handing a calendar over: its file, a receipt for it, and what is remembered of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

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
from heartplanner.core.plan import Plan
from heartplanner.files import ical, ledger
from heartplanner.files.receipt import receipt

Span = tuple[date, date]


class Done(NamedTuple):
    """What was handed over, in words: the receipt, what had changed, what the place does not promise."""

    receipt: str
    since: str
    notes: list[str]


class Handing(NamedTuple):
    """What is to be handed over to a target of a plan; no target: nothing is remembered."""

    plan: Plan
    plan_file: Path
    span: Span
    target: str = ""

    def changes(self) -> tuple[Changes, str]:
        """What has changed for the target, and that in words. Raises FileError."""
        handed, done = self._compared()
        return done, since(handed, done)

    def _compared(self) -> tuple[Handed, Changes]:
        ical.check_range(self.span[0])
        handed = ledger.load(self.plan_file, self.target)
        return handed, changes(handed, events(self.plan, *self.span), *self.span)

    def whole(self, path: Path, today: date) -> Done:
        """Write the whole calendar, once it is read back and equal to the screen. Raises FileError."""
        if not self.target:
            data = ical.calendar(self.plan, *self.span)
            found = receipt(path, data, self.plan, *self.span)
            return Done(found.text, "", ical.write(path, data, plan_file=self.plan_file))
        handed, done = self._compared()
        data = ical.calendar_of(done.now)
        found = receipt(path, data, self.plan, *self.span)
        notes = ical.write(path, data, plan_file=self.plan_file)
        notes += ledger.save(self.plan_file, after_whole(handed, done, today))
        return Done(found.text, since(handed, done), notes)

    def update(self, path: Path, today: date) -> Done:
        """Write only what is new, changed or cancelled for the target. Raises FileError."""
        handed, done = self._compared()
        found = receipt(path, ical.calendar_of(done.now), self.plan, *self.span)
        data = ical.calendar_of(update(done), name="")
        notes = ical.write(path, data, plan_file=self.plan_file)
        notes += ledger.save(self.plan_file, after_update(handed, done, today))
        return Done(found.text, since(handed, done), notes)
