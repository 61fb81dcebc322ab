"""The days that are chosen: one, or several in a row."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE
from heartplanner.core.schedule.ranges.month import Month


class Chosen(NamedTuple):
    """The days chosen: a first and a last, and the one of the two that the keys move."""

    first: date
    last: date
    current: date

    @classmethod
    def one(cls, day: date) -> Chosen:
        """One day alone, held within the years that dates may have."""
        day = min(max(day, FIRST_DATE), LAST_DATE)
        return cls(day, day, day)

    def to(self, day: date) -> Chosen:
        """All days from the one that was chosen first to this one."""
        day = Chosen.one(day).current
        # The end that is not moved is the anchor: keys that go back over it turn the range around.
        anchor = self.last if self.current == self.first else self.first
        return Chosen(min(day, anchor), max(day, anchor), day)

    def in_month(self, month: Month) -> Chosen:
        """The same day of another month, or its last."""
        day = min(self.current.day, month.last.day)
        return Chosen.one(month.first.replace(day=day))

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last
