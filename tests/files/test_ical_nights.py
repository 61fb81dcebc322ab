"""Nights in the calendar file: two independent readers, both clock changes, and read back from a server."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
import recurring_ical_events
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from ics_text import vevents
from strategies import SHIFT_HOURS

from heartplanner.core.calendar.delivery import DeliveredState
from heartplanner.core.calendar.events import events
from heartplanner.core.calendar.sync_plan import plan_sync
from heartplanner.core.edits.edits import add_change, new_plan
from heartplanner.core.plan.change import Extra
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import EXAMPLE_ROTATION, Assignment, Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar import ical, readback
from heartplanner.files.calendar.receipt import receipt
from heartplanner.files.disk import FileError
from heartplanner.share.caldav.event_reader import parse_event
from tests.examples import tries

NOW = datetime(2025, 7, 1, tzinfo=UTC)
AUTUMN = (date(2025, 10, 31), date(2025, 11, 2))
SPRING = (date(2026, 3, 6), date(2026, 3, 8))
Span = tuple[date, date]
Moments = list[tuple[datetime, datetime]]

# Friday to Sunday; in the night to Sunday the clocks change.
AUTUMN_NIGHTS = [
    (datetime(2025, 10, 31, 23, tzinfo=UTC), datetime(2025, 11, 1, 11, tzinfo=UTC)),
    (datetime(2025, 11, 1, 23, tzinfo=UTC), datetime(2025, 11, 2, 12, tzinfo=UTC)),
    (datetime(2025, 11, 3, 0, tzinfo=UTC), datetime(2025, 11, 3, 12, tzinfo=UTC)),
]
SPRING_NIGHTS = [
    (datetime(2026, 3, 7, 0, tzinfo=UTC), datetime(2026, 3, 7, 12, tzinfo=UTC)),
    (datetime(2026, 3, 8, 0, tzinfo=UTC), datetime(2026, 3, 8, 11, tzinfo=UTC)),
    (datetime(2026, 3, 8, 23, tzinfo=UTC), datetime(2026, 3, 9, 11, tzinfo=UTC)),
]


NIGHT = Hours(time(19), time(7))


def plan(hours: Hours = NIGHT) -> Plan:
    """In week 2 of the example rotation on July 28, 2025: both nights of the clock changes are worked."""
    first = Assignment(
        date(2025, 7, 28), EXAMPLE_ROTATION, cycle_week=2, confirmed=True, shift_hours=hours
    )
    return new_plan("night", first, NOW)


def by_library(data: bytes) -> Moments:
    """As recurring-ical-events expands it."""
    found = recurring_ical_events.of(Calendar.from_ical(data)).between((2025, 1, 1), (2027, 1, 1))
    return sorted((_utc(each["DTSTART"].dt), _utc(each["DTEND"].dt)) for each in found)


def by_vobject(data: bytes) -> Moments:
    """As vobject reads it, with the zone that the file defines."""
    shown = vobject.readOne(data.decode()).contents["vevent"]
    return sorted((_utc(each.dtstart.value), _utc(each.dtend.value)) for each in shown)


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


def test_nights_end_on_the_next_day_for_every_reader_over_both_clock_changes() -> None:
    for span, nights in ((AUTUMN, AUTUMN_NIGHTS), (SPRING, SPRING_NIGHTS)):
        data = ical.calendar(Schedule(plan()), *span)
        assert by_library(data) == nights
        assert by_vobject(data) == nights


def test_a_night_over_a_clock_change_is_written_in_utc_and_others_in_the_zone() -> None:
    autumn = vevents(ical.calendar(Schedule(plan()), *AUTUMN))
    assert [(each["SUMMARY"]) for each in autumn] == ["HEART 7 pm-7 am"] * 3
    friday, saturday, sunday = autumn
    assert friday["DTEND;TZID=America/New_York"] == "20251101T070000"
    assert (saturday["DTSTART"], saturday["DTEND"]) == ("20251101T230000Z", "20251102T120000Z")
    assert sunday["DTSTART;TZID=America/New_York"] == "20251102T190000"


def test_an_end_in_the_hour_that_comes_twice_is_written_in_utc() -> None:
    """2 pm-1:30 am: the first of the two, at 1:30 in summer time."""
    data = ical.calendar(Schedule(plan(Hours(time(14), time(1, 30)))), date(2025, 11, 1), AUTUMN[1])
    saturday = vevents(data)[0]
    assert (saturday["DTSTART"], saturday["DTEND"]) == ("20251101T180000Z", "20251102T053000Z")


@pytest.mark.parametrize(
    ("day", "hours", "written"),
    [
        # 1:30 am comes twice: the first one, in summer time (UTC-4).
        (date(2025, 11, 1), Hours(time(17), time(1, 30)), ("20251101T210000Z", "20251102T053000Z")),
        # 2:30 am is no time of that night: it is 3:30 am of summer time, twelve hours later.
        (
            date(2026, 3, 7),
            Hours(time(14, 30), time(2, 30)),
            ("20260307T193000Z", "20260308T073000Z"),
        ),
    ],
)
def test_an_extra_shift_into_a_clock_change_is_the_same_for_every_reader(
    example: Plan, day: date, hours: Hours, written: tuple[str, str]
) -> None:
    schedule = Schedule(add_change(example, Extra(day, None, hours), NOW))
    data = ical.calendar(schedule, day, day)
    (event,) = (one for one in vevents(data) if "extra" in one["UID"])
    assert (event["DTSTART"], event["DTEND"]) == written
    moments = tuple(datetime.strptime(f"{one[:-1]}+0000", "%Y%m%dT%H%M%S%z") for one in written)
    assert moments in by_library(data)
    assert moments in by_vobject(data)
    proof = receipt(Path("a.ics"), readback.read(data), schedule, (day, day))
    assert "clock changes checked" in proof.text


def test_the_receipt_counts_them_and_says_where_clock_changes_were_checked() -> None:
    schedule = Schedule(plan())
    data = ical.calendar(schedule, *AUTUMN)
    proof = receipt(Path("a.ics"), readback.read(data), schedule, AUTUMN)
    assert (proof.shifts, proof.late, proof.clock_changes) == (3, 3, 1)
    assert "3 end on the next day, clock changes checked)" in proof.text
    days = Schedule(plan(Hours(time(9), time(21))))
    proof = receipt(Path("a.ics"), readback.read(ical.calendar(days, *AUTUMN)), days, AUTUMN)
    assert "clock changes" not in proof.text


def test_a_night_over_a_clock_change_that_is_written_in_the_zone_is_refused() -> None:
    schedule = Schedule(plan())
    data = ical.calendar(schedule, *AUTUMN)
    in_zone = data.replace(
        b"DTSTART:20251101T230000Z", b"DTSTART;TZID=America/New_York:20251101T190000"
    ).replace(b"DTEND:20251102T120000Z", b"DTEND;TZID=America/New_York:20251102T070000")
    assert in_zone != data
    with pytest.raises(FileError, match="in a time zone: a clock change moves it"):
        receipt(Path("a.ics"), readback.read(in_zone), schedule, AUTUMN)


@given(SHIFT_HOURS, st.sampled_from([AUTUMN, SPRING, (date(2026, 1, 1), date(2026, 2, 15))]))
@settings(max_examples=tries(36, 60))
def test_a_server_gives_back_what_was_sent(hours: Hours, span: Span) -> None:
    """Each event by itself, as a server has it; then nothing is to do there."""
    schedule = Schedule(plan(hours))
    sent = events(schedule, *span)
    found = [parse_event(ical.calendar_of([each], named=False).decode()) for each in sent]
    back = tuple(each for each in found if each is not None)
    assert [(each.start, each.end, each.day) for each in back] == [
        (each.start, each.end, each.day) for each in sent
    ]
    known = DeliveredState("server", span[0], events=back)
    assert plan_sync(schedule, known, *span).total == 0


@given(SHIFT_HOURS, st.sampled_from([AUTUMN, SPRING]))
@settings(max_examples=tries(36, 60))
def test_any_hours_agree_with_two_readers(hours: Hours, span: Span) -> None:
    schedule = Schedule(plan(hours))
    data = ical.calendar(schedule, *span)
    blocks = [block for day in schedule.days(*span) for block in day.blocks]
    moments = sorted((_utc(block.start), _utc(block.end)) for block in blocks)
    assert by_library(data) == moments
    assert by_vobject(data) == moments
