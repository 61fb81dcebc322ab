"""Days that a phrase names, and parts of them."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum
from typing import NamedTuple

from heartplanner.core.plan.hours import Hours
from heartplanner.typed import distinct


class Part(StrEnum):
    """A part of a day: 6 am-5 pm, its two parts, 5 pm-10 pm, 10 pm-6 am of the next day."""

    DAY = "day"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


DayPart = Part | time | Hours
"""A part of a day by its name, a time of it, or the hours between two times, the end not included."""


@distinct
class AskedDays(NamedTuple):
    """The days that a phrase names, both included; `part`: only this part of each of them."""

    first: date
    last: date
    part: DayPart | None = None

    @property
    def length(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1


class DatePhrase(NamedTuple):
    """What a phrase is taken for; `other`: its second common reading, where it has one."""

    taken: AskedDays
    other: AskedDays | None = None
