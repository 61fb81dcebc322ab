"""Appointments for tests: three written by hand, and random ones as a person makes them."""

from __future__ import annotations

from datetime import date, time, timedelta

from hypothesis import strategies as st
from strategies import SHIFT_HOURS

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

WEEKDAYS = st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days)))


@st.composite
def own_entries(draw: st.DrawFn, spot: date) -> OwnEntry:
    """An entry that begins within three weeks of a day; dates that it may leave out are drawn near it."""
    first = spot + timedelta(draw(st.integers(-21, 21)))
    hours = draw(st.none() | SHIFT_HOURS)
    on_phone, on_paper = draw(st.booleans()), draw(st.booleans())
    title = draw(st.sampled_from(["Therapy", "a\\b; c, d", "Zoë 😀"]))
    if draw(st.booleans()):
        until = draw(st.none() | st.integers(7, 300).map(lambda days: first + timedelta(days)))
        repeat = WeeklyRepeat(draw(st.integers(1, 7)), draw(WEEKDAYS), until)
        last = first
    else:
        repeat, last = None, first + timedelta(draw(st.integers(0, 5)))
    skipped = draw(st.sets(st.integers(1, 60), max_size=4))
    return OwnEntry(
        0,
        title,
        first,
        last,
        hours,
        repeat,
        tuple(first + timedelta(days) for days in sorted(skipped)),
        on_phone,
        on_paper,
    )
