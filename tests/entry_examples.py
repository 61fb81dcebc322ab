"""Three appointments for tests, written by hand."""

from __future__ import annotations

from datetime import date, time

from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.own_entry import OwnEntry, WeeklyRepeat

FIRST = date(2026, 12, 1)
THERAPY = OwnEntry(
    0, "Therapy", FIRST, FIRST, Hours(time(17), time(18)), WeeklyRepeat(2, (1,)), on_phone=True
)
"""Each second Tuesday from December 1, 2026, 5 pm-6 pm."""
DENTIST = OwnEntry(
    0, "Dentist", date(2026, 12, 3), date(2026, 12, 3), Hours(time(15), time(15, 45))
)
TRIP = OwnEntry(0, "Trip", date(2026, 12, 18), date(2026, 12, 20))
