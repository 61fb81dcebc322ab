"""Handing a calendar over: its file, a receipt for it, and what is remembered of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from heartplanner.core.events import events
from heartplanner.core.handover import (
    Changes,
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
        ical.check_range(self.span[0])
        handed = ledger.load(self.plan_file, self.target)
        found = changes(handed, events(self.plan, *self.span), *self.span)
        return found, since(handed, found)

    def whole(self, path: Path, today: date) -> Done:
        """Write the whole calendar, once it is read back and equal to the screen. Raises FileError."""
        if not self.target:
            data = ical.calendar(self.plan, *self.span)
            found = receipt(path, data, self.plan, *self.span)
            return Done(found.text, "", ical.write(path, data, plan_file=self.plan_file))
        done, words = self.changes()
        data = ical.calendar_of(done.now)
        found = receipt(path, data, self.plan, *self.span)
        notes = ical.write(path, data, plan_file=self.plan_file)
        handed = after_whole(ledger.load(self.plan_file, self.target), done, today)
        return Done(found.text, words, notes + ledger.save(self.plan_file, handed))

    def update(self, path: Path, today: date) -> Done:
        """Write only what is new, changed or cancelled for the target. Raises FileError."""
        done, words = self.changes()
        receipt(path, ical.calendar_of(done.now), self.plan, *self.span)
        data = ical.calendar_of(update(done), name="")
        notes = ical.write(path, data, plan_file=self.plan_file)
        handed = after_update(ledger.load(self.plan_file, self.target), done, today)
        return Done(done.text, words, notes + ledger.save(self.plan_file, handed))
