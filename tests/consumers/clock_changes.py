"""One file with blocks on both nights on which the clocks change, for every year from 2025 to 2035.

Each kind of block comes from a plan of its own, since nobody works two at once; the file has them all.
What has to be seen is written by hand: when each block begins and ends in UTC, and the Sundays of the law
of 2007 as the almanac has them. Nothing here asks a time zone's data.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from scenario import Shown

from heartplanner.core.calendar.event import Event
from heartplanner.core.calendar.events import events
from heartplanner.core.calendar.export_options import CalendarPart, ExportOptions
from heartplanner.core.edits.edits import add_change, new_plan
from heartplanner.core.plan.change import Extra
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import Assignment, Rotation
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar import ical

SPRING = (
    date(2025, 3, 9), date(2026, 3, 8), date(2027, 3, 14), date(2028, 3, 12), date(2029, 3, 11),
    date(2030, 3, 10), date(2031, 3, 9), date(2032, 3, 14), date(2033, 3, 13), date(2034, 3, 12),
    date(2035, 3, 11),
)  # fmt: skip
"""The Sundays on which 2 am is followed by 3 am."""
AUTUMN = (
    date(2025, 11, 2), date(2026, 11, 1), date(2027, 11, 7), date(2028, 11, 5), date(2029, 11, 4),
    date(2030, 11, 3), date(2031, 11, 2), date(2032, 11, 7), date(2033, 11, 6), date(2034, 11, 5),
    date(2035, 11, 4),
)  # fmt: skip
"""The Sundays on which 1 am comes twice."""
EVE, DAY = -1, 0
"""The Saturday before, and the Sunday itself."""

# A block's hours and its day, then its start and its end in UTC by hours from that Sunday's midnight in
# UTC: Durham is 5 hours behind in winter and 4 in summer.
Row = tuple[str, int, float, float]
SPRING_BLOCKS: tuple[Row, ...] = (
    ("9-9", EVE, -10, 2),
    ("9-9", DAY, 13, 25),
    ("noon-midnight", EVE, -7, 5),
    ("noon-midnight", DAY, 16, 28),
    ("7 pm-7 am", EVE, 0, 11),
    ("7 pm-7 am", DAY, 23, 35),
    ("2:30 pm-2:30 am", EVE, -4.5, 7.5),
    ("1:30 am-9:30 am", DAY, 6.5, 13.5),
)
AUTUMN_BLOCKS: tuple[Row, ...] = (
    ("9-9", EVE, -11, 1),
    ("9-9", DAY, 14, 26),
    ("noon-midnight", EVE, -8, 4),
    ("noon-midnight", DAY, 17, 29),
    ("7 pm-7 am", EVE, -1, 12),
    ("7 pm-7 am", DAY, 24, 36),
    ("5 pm-1:30 am", EVE, -3, 5.5),  # the first 1:30 am
    ("1:30 am-9:30 am", DAY, 5.5, 14.5),
)
HOURS = {
    "9-9": Hours(time(9), time(21)),
    "noon-midnight": Hours(time(12), time(0)),
    "7 pm-7 am": Hours(time(19), time(7)),
    "2:30 pm-2:30 am": Hours(time(14, 30), time(2, 30)),
    "5 pm-1:30 am": Hours(time(17), time(1, 30)),
    "1:30 am-9:30 am": Hours(time(1, 30), time(9, 30)),
}
TITLES = {"2:30 pm-2:30 am": "2:30 pm-3:30 am"}
"""What the clock shows as 2:30 am would come is 3:30 am, and the title says so."""
NIGHTS = ((SPRING, SPRING_BLOCKS), (AUTUMN, AUTUMN_BLOCKS))
ZONES = ("America/New_York", "Asia/Tokyo")
"""Where one looks at it: at home, and where the clocks never change."""
START, LAST = date(2025, 1, 6), date(2035, 12, 31)
NOW = datetime(2025, 1, 2, tzinfo=UTC)
FREE = Rotation("-" * 42)
OPTIONS = ExportOptions(parts=frozenset({CalendarPart.SHIFTS}))


def write(path: Path) -> list[Shown]:
    """Write the file; returns what has to be seen."""
    path.write_bytes(ical.calendar_of(planned(), OPTIONS))
    return by_hand()


def by_hand() -> list[Shown]:
    """What has to be seen, from the tables above alone."""
    return sorted(
        (f"HEART extra {TITLES.get(hours, hours)}", _utc(sunday, begins), _utc(sunday, ends), False)
        for sundays, blocks in NIGHTS
        for sunday in sundays
        for hours, _, begins, ends in blocks
    )


def planned() -> list[Event]:
    """The program's own events, of a plan for each kind of block."""
    found = []
    for number, (words, hours) in enumerate(HOURS.items()):
        plan = new_plan(f"clock-changes-{number}", Assignment(START, FREE), NOW)
        for sundays, blocks in NIGHTS:
            for sunday in sundays:
                for block, day, *_ in blocks:
                    if block == words:
                        extra = Extra(sunday + timedelta(days=day), None, hours)
                        plan = add_change(plan, extra, NOW)
        found += events(Schedule(plan), START, LAST, OPTIONS)
    return found


def _utc(sunday: date, hours: float) -> str:
    moment = datetime(sunday.year, sunday.month, sunday.day, tzinfo=UTC) + timedelta(hours=hours)
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
