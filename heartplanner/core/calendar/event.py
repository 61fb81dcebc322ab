"""An event of the calendar that a phone gets."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

DOMAIN = "heartplanner"
"""What every UID ends with."""


class Event(NamedTuple):
    """One event as a phone shows it.

    `start` and `end` are aware moments, or dates of an all-day event whose `end` is the day after its
    last. `changed`: when its facts last changed (UTC); `sequence` rises when they do. `alarm`: minutes
    before its start, if there is one.
    """

    uid: str
    title: str
    description: str
    start: datetime | date
    end: datetime | date
    all_day: bool
    sequence: int
    changed: datetime
    canceled: bool = False
    alarm: int | None = None

    @property
    def day(self) -> date:
        """The date on which it begins."""
        return self.start.date() if isinstance(self.start, datetime) else self.start
