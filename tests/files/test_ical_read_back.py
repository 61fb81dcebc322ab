"""The calendar file, read by libraries of others, says just what the days of the plan are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from ics_text import all_day, vevents
from strategies import plans

from heartplanner.core.edits import edits
from heartplanner.core.plan.change import Training
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import Assignment, Plan, Rotation
from heartplanner.core.schedule.changes import DayOffKind
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar import ical
from heartplanner.files.plan import planfile
from tests.examples import tries

SPECIMEN = Path(__file__).parents[1] / "plans" / "v1.json"
NOW = datetime(2025, 7, 1, tzinfo=UTC)
DAY = timedelta(days=1)
EVERY_DAY = Rotation("S" * 42)

# By the law of 2007: the second Sunday of March, the first of November.
SPRING = [
    date(2026 + number, 3, day) for number, day in enumerate([8, 14, 12, 11, 10, 9, 14, 13, 12, 11])
]
AUTUMN = [
    date(2025 + number, 11, day) for number, day in enumerate([2, 1, 7, 5, 4, 3, 2, 7, 6, 5, 4])
]

Span = tuple[datetime, datetime]
Reader = Callable[[bytes, date, date], list[Span]]


def spans_of(found: list[object]) -> list[Span]:
    """The events that have hours, in UTC."""
    timed = [each for each in found if isinstance(each["DTSTART"].dt, datetime)]
    return sorted((e["DTSTART"].dt.astimezone(UTC), e["DTEND"].dt.astimezone(UTC)) for e in timed)


def by_icalendar(data: bytes, *_: date) -> list[Span]:
    return spans_of(Calendar.from_ical(data).walk("VEVENT"))


def by_recurring_ical_events(data: bytes, first: date, last: date) -> list[Span]:
    calendar = Calendar.from_ical(data)
    return spans_of(recurring_ical_events.of(calendar).between(first, last + 2 * DAY))


def by_its_own_time_zone(data: bytes, *_: date) -> list[Span]:
    """By the file's VTIMEZONE alone: under this name the library knows no zone of its own."""
    return by_icalendar(data.replace(b"America/New_York", b"Bull City"))


READERS = [by_icalendar, by_recurring_ical_events, by_its_own_time_zone]


def expected(plan: Plan, first: date, last: date) -> list[Span]:
    blocks = [block for day in Schedule(plan).days(first, last) for block in day.blocks]
    return sorted((block.start.astimezone(UTC), block.end.astimezone(UTC)) for block in blocks)


def utc(day: date, hour: int, offset: int) -> datetime:
    return datetime.combine(day, time(0), UTC) + timedelta(hours=hour - offset)


def around(sunday: date, band: Band, before: int, after: int) -> list[Span]:
    """The shifts from Friday to Monday, worked out by hand from the offsets before and after."""
    start = 9 if band is Band.DAY else 12
    found = []
    for number in (-2, -1, 0, 1):
        starts = utc(sunday + number * DAY, start, after if number >= 0 else before)
        found.append((starts, starts + timedelta(hours=12)))
    return found


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("band", Band)
def test_every_clock_change_leaves_the_instants_right(band: Band, read: Reader) -> None:
    plan = edits.new_plan("p", Assignment(date(2025, 7, 28), EVERY_DAY, band=band), NOW)
    changes = [(day, -5, -4) for day in SPRING] + [(day, -4, -5) for day in AUTUMN]
    for sunday, before, after in changes:
        first, last = sunday - 2 * DAY, sunday + DAY
        found = read(ical.calendar(Schedule(plan), first, last), first, last)
        assert found == around(sunday, band, before, after)
        assert found == expected(plan, first, last)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    ("sunday", "starts", "ends"),
    [(day, -5, -4) for day in SPRING[:3]] + [(day, -4, -5) for day in AUTUMN[:3]],
)
def test_work_through_the_change_has_its_real_instants(
    sunday: date, starts: int, ends: int, read: Reader
) -> None:
    plan = edits.new_plan("p", Assignment(date(2025, 7, 28), EVERY_DAY), NOW)
    plan = edits.add_change(plan, Training(sunday, Hours(time(1), time(4))), NOW)
    training = (utc(sunday, 1, starts), utc(sunday, 4, ends))
    assert training in read(ical.calendar(Schedule(plan), sunday, sunday), sunday, sunday)


# An appointment may have hours too, and is no block of a day: test_entry_events.py has what is sent of it.
SHIFTS_ALONE = plans().map(lambda plan: plan._replace(entries=()))


@settings(max_examples=tries(24, 40))
@given(SHIFTS_ALONE, st.integers(0, 60), st.integers(0, 40))
def test_read_back_are_exactly_the_blocks_of_the_days(plan: Plan, later: int, more: int) -> None:
    first = plan.start + later * DAY
    last = first + more * DAY
    data = ical.calendar(Schedule(plan), first, last)
    blocks = expected(plan, first, last)
    assert by_icalendar(data) == blocks
    assert by_recurring_ical_events(data, first, last) == blocks


@settings(max_examples=tries(9, 15))
@given(SHIFTS_ALONE, st.sampled_from([SPRING[0], SPRING[1], AUTUMN[0], AUTUMN[1]]))
def test_read_back_are_the_blocks_of_a_night_of_change(plan: Plan, sunday: date) -> None:
    first, last = sunday - 3 * DAY, sunday + 3 * DAY
    data = ical.calendar(Schedule(plan), first, last)
    for read in READERS:
        assert read(data, first, last) == expected(plan, first, last)


def test_block_planned_in_the_hour_that_is_left_out_ends_after_it_begins() -> None:
    """Admin time at 2:30 am for half an hour, on the Sunday whose clocks go from 2 to 3."""
    letters = Rotation("------A" * 6)
    assignment = Assignment(date(2026, 3, 2), letters, admin_start=time(2, 30), admin_minutes=30)
    plan = edits.new_plan("p", assignment, NOW)
    for starts, ends in by_icalendar(ical.calendar(Schedule(plan), SPRING[0], SPRING[0])):
        assert starts < ends


def free_days(data: bytes) -> list[tuple[date, str]]:
    """Each date that an all-day event covers, with the first words of its title."""
    return sorted((day, e["SUMMARY"].split(",")[0]) for e in vevents(data) for day in all_day(e))


TITLES = {
    DayOffKind.BREAK: "Break",
    DayOffKind.LEAVE: "Leave",
    DayOffKind.SICK: "Sick",
    DayOffKind.CALLED_OFF: "Called off",
}


@settings(max_examples=tries(24, 40))
@given(plans(), st.integers(0, 60), st.integers(0, 40))
def test_all_day_events_cover_exactly_the_days_off(plan: Plan, later: int, more: int) -> None:
    first = plan.start + later * DAY
    last = first + more * DAY
    # A break at an edge is one event, whole: the days before and after that belong to it are there too.
    begin, end = first, last
    while begin > plan.start and _is_break(plan, begin) and _is_break(plan, begin - DAY):
        begin -= DAY
    while _is_break(plan, end) and _is_break(plan, end + DAY):
        end += DAY
    off = [
        (day.date, TITLES[day.off]) for day in Schedule(plan).days(begin, end) if day.off in TITLES
    ]
    assert free_days(ical.calendar(Schedule(plan), first, last)) == off


def _is_break(plan: Plan, day: date) -> bool:
    return Schedule(plan).days(day, day)[0].off is DayOffKind.BREAK


def test_all_day_events_are_dates_for_the_library_too() -> None:
    plan = planfile.load(SPECIMEN).plan
    data = ical.calendar(Schedule(plan), date(2025, 8, 1), date(2025, 10, 31))
    whole = [
        e for e in Calendar.from_ical(data).walk("VEVENT") if "TZID" not in e["DTSTART"].params
    ]
    found = [(str(e["SUMMARY"]), e["DTSTART"].dt, e["DTEND"].dt) for e in whole]
    assert found == [
        ("Sick", date(2025, 8, 16), date(2025, 8, 17)),
        ("Called off", date(2025, 8, 17), date(2025, 8, 18)),
        # An extra shift on August 30, one on September 1: the break is in three pieces.
        ("Break, day 1 of 6", date(2025, 8, 29), date(2025, 8, 30)),
        ("Break, day 3 of 6", date(2025, 8, 31), date(2025, 9, 1)),
        ("Break, days 5 to 6 of 6", date(2025, 9, 2), date(2025, 9, 4)),
        *(("Leave", date(2025, 10, day), date(2025, 10, day + 1)) for day in (6, 7, 8, 9)),
        ("Break, 6 days", date(2025, 10, 10), date(2025, 10, 16)),
    ]


def test_break_is_one_event_with_the_day_after_as_its_end(example: Plan) -> None:
    data = ical.calendar(Schedule(example), date(2025, 7, 28), date(2025, 9, 30))
    (event,) = [e for e in vevents(data) if e["SUMMARY"] == "Break, 6 days"]
    assert event["DTSTART;VALUE=DATE"] == "20250829"
    assert event["DTEND;VALUE=DATE"] == "20250904"
    assert event["X-MICROSOFT-CDO-ALLDAYEVENT"] == "TRUE"
