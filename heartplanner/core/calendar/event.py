"""An event of the calendar that a phone gets."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from heartplanner.core.plan.model import ONE_DAY

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


def touches(event: Event, first: date, last: date) -> bool:
    """Whether an event begins in first..last, or an all-day one lies partly in it."""
    if isinstance(event.end, datetime):
        return first <= event.day <= last
    return event.day <= last and event.end - ONE_DAY >= first
