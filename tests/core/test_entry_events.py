"""Appointments on the phone: those that are ticked, under names that last, and as RRULE would give them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import recurring_ical_events
from entry_examples import DENTIST, FIRST, THERAPY, TRIP
from examples import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar import Event as VEvent
from strategies import own_entries

from heartplanner.core.calendar.delivery import DeliveredState, calendar_diff
from heartplanner.core.calendar.event import Event
from heartplanner.core.calendar.events import events
from heartplanner.core.calendar.export_options import (
    DEFAULT_OPTIONS,
    FAMILY_OPTIONS,
    ExportOptions,
    Privacy,
)
from heartplanner.core.edits.example import example_plan
from heartplanner.core.edits.own_entries import (
    add_entry,
    entry_of,
    remove_entry,
    replace_entry,
    settled,
    skip_entry,
)
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import Plan
from heartplanner.core.plan.own_entry import OwnEntry, WeeklyRepeat
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar import export, ical

AT = datetime(2026, 11, 28, 12, tzinfo=UTC)
LATER = AT + timedelta(days=1)
LAST = date(2027, 2, 28)
EXAMPLE = example_plan()
TICKED_TRIP = TRIP._replace(on_phone=True)


def own(plan: Plan, first: date = FIRST, last: date = LAST) -> list[Event]:
    return [event for event in events(Schedule(plan), first, last) if "-entry-" in event.uid]


def days(plan: Plan) -> list[date]:
    return [event.day for event in own(plan)]


def test_only_what_is_ticked_goes_to_the_phone_and_nothing_into_copies(example: Plan) -> None:
    plan = add_entry(example, THERAPY._replace(on_phone=False), AT)
    shown = add_entry(plan, DENTIST._replace(on_phone=True), AT)
    assert days(plan) == []
    assert [(event.title, event.day) for event in own(shown)] == [("Dentist", DENTIST.first)]
    for options in (FAMILY_OPTIONS, ExportOptions(privacy=Privacy.BUSY)):
        assert events(Schedule(shown), FIRST, LAST, options) == events(
            Schedule(example), FIRST, LAST, options
        )


def test_an_appointment_that_is_not_ticked_makes_no_phone_out_of_date(example: Plan) -> None:
    had = events(Schedule(example), FIRST, LAST)
    state = DeliveredState("my phone", FIRST, tuple(had))
    quiet = add_entry(example, DENTIST, AT)
    loud = add_entry(example, DENTIST._replace(on_phone=True), AT)
    assert not calendar_diff(state, events(Schedule(quiet), FIRST, LAST), FIRST, LAST).any
    assert calendar_diff(state, events(Schedule(loud), FIRST, LAST), FIRST, LAST).total == 1


def test_uids_last_while_an_appointment_changes(example: Plan) -> None:
    plan = add_entry(add_entry(example, THERAPY, AT), DENTIST._replace(on_phone=True), AT)
    before = {event.uid: event for event in own(plan)}
    later = entry_of(plan, 1)._replace(hours=Hours(time(18), time(19)))
    moved = entry_of(plan, 2)._replace(first=date(2026, 12, 9), last=date(2026, 12, 9))
    after = replace_entry(replace_entry(plan, later, LATER), moved, LATER)
    assert {event.uid for event in own(after)} == set(before)
    assert {(event.sequence, event.changed) for event in own(after)} == {(1, LATER)}
    assert {(event.sequence, event.changed) for event in before.values()} == {(0, AT)}
    # Only the day that is left out goes; the others keep their names.
    without = skip_entry(plan, 1, date(2026, 12, 15), LATER)
    gone = set(before) - {event.uid for event in own(without)}
    assert [before[uid].day for uid in gone] == [date(2026, 12, 15)]


def test_another_appointment_with_a_number_that_was_used_has_another_uid(example: Plan) -> None:
    plan = add_entry(example, DENTIST._replace(on_phone=True), AT)
    again = add_entry(remove_entry(plan, 1, AT), DENTIST._replace(on_phone=True), LATER)
    assert entry_of(again, 1).id == 1
    assert own(plan)[0].uid != own(again)[0].uid


def test_a_trip_is_one_event_whole_at_the_edge_too_and_two_where_a_day_is_left_out(
    example: Plan,
) -> None:
    plan = add_entry(example, TICKED_TRIP, AT)
    (whole,) = own(plan)
    assert (whole.start, whole.end, whole.all_day) == (TRIP.first, date(2026, 12, 21), True)
    assert own(plan, date(2026, 12, 19)) == own(plan, FIRST, date(2026, 12, 19)) == [whole]
    longer = TICKED_TRIP._replace(last=date(2026, 12, 22))
    plan = skip_entry(add_entry(example, longer, AT), 1, date(2026, 12, 20), AT)
    assert [(event.start, event.end) for event in own(plan)] == [
        (date(2026, 12, 18), date(2026, 12, 20)),
        (date(2026, 12, 21), date(2026, 12, 23)),
    ]


def test_the_clock_keeps_its_hour_through_both_changes_of_the_clocks(example: Plan) -> None:
    """Sundays at 1:30 am: on November 1, 2026 that comes twice, on March 14, 2027 2:30 am not at all."""
    sunday = date(2026, 10, 25)
    night = OwnEntry(
        0, "Call", sunday, sunday, Hours(time(1, 30), time(2, 30)), WeeklyRepeat(1, (6,))
    )
    plan = add_entry(example, night._replace(on_phone=True), AT)
    starts = [event.start for event in own(plan, sunday, date(2027, 3, 14))]
    moments = [start.astimezone(UTC) for start in starts if isinstance(start, datetime)]
    clocks = {f"{moment:%m-%d}": f"{moment:%H:%M}" for moment in moments}
    assert [clocks[day] for day in ("10-25", "11-01", "11-08", "03-14")] == [
        "05:30",
        "05:30",
        "06:30",
        "06:30",
    ]


def test_a_file_is_written_with_them_and_checked(example: Plan, tmp_path: Path) -> None:
    """The receipt counts an appointment on each of its days, and would refuse a file that lacks one."""
    plan = add_entry(add_entry(example, THERAPY, AT), TICKED_TRIP, AT)
    path = tmp_path / "heart.ics"
    nobody = DeliveredState("")
    prepared = export.prepare(Schedule(plan), tmp_path / "plan.json", (FIRST, LAST), nobody)
    assert "10 appointments" in prepared.whole(path, FIRST).receipt
    assert path.read_text("utf-8").count("SUMMARY:Therapy") == 7


def by_rrule(entry: OwnEntry, first: date, last: date) -> set[tuple[object, object]]:
    """Starts and ends as a calendar program expands a single event with RRULE and EXDATE."""
    event = VEvent()
    event.add("UID", "one")
    event.add("DTSTAMP", AT)

    def moment(day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, ZONE)

    if entry.hours:
        start, end = entry.hours
        over = timedelta(days=1 if end <= start else 0)
        event.add("DTSTART", moment(entry.first, start))
        event.add("DTEND", moment(entry.first + over, end))
        event.add("EXDATE", [moment(day, start) for day in entry.skipped])
    else:
        event.add("DTSTART", entry.first)
        event.add("DTEND", entry.first + timedelta(1))
        event.add("EXDATE", list(entry.skipped))
    if entry.repeat:
        names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
        rule: dict[str, object] = {
            "FREQ": "WEEKLY",
            "INTERVAL": entry.repeat.weeks,
            "BYDAY": [names[day] for day in entry.repeat.weekdays],
            "WKST": "MO",
        }
        if entry.repeat.until:
            end_of = moment(entry.repeat.until, time(23, 59)).astimezone(UTC)
            rule["UNTIL"] = end_of if entry.hours else entry.repeat.until
        event.add("RRULE", rule)
    calendar = Calendar()
    calendar.add_component(event)
    found = recurring_ical_events.of(calendar).between(first, last + timedelta(1))
    return {(one["DTSTART"].dt, one["DTEND"].dt) for one in found}


@settings(max_examples=tries(40, 400), deadline=None)
@given(own_entries(date(2026, 10, 20)), st.integers(0, 60))
def test_events_are_those_that_a_recurring_event_would_give(drawn: OwnEntry, begin: int) -> None:
    """The one with RRULE and EXDATE is not sent, but expands to the same."""
    # Of hours that are skipped or come twice the library says nothing of its own.
    hours = Hours(time(17), time(1)) if drawn.hours else None
    entry = settled(drawn._replace(hours=hours, on_phone=True))
    if not entry.repeat:
        entry = entry._replace(last=entry.first)
    try:
        plan = add_entry(EXAMPLE, entry, AT)
    except ValueError:  # all of its days are left out
        return
    first = entry.first + timedelta(begin)
    last = first + timedelta(100)
    found = own(plan, first, last)
    expected = {
        (start, end)
        for start, end in by_rrule(plan.entries[0], first, last)
        if isinstance(start, date)
        and first <= (start.date() if isinstance(start, datetime) else start) <= last
    }
    assert {(event.start, event.end) for event in found} == expected
    assert len({event.uid for event in found}) == len(found)


def test_what_is_read_back_is_what_was_written(example: Plan) -> None:
    plan = add_entry(example, THERAPY, AT)
    data = ical.calendar(Schedule(plan), FIRST, LAST, DEFAULT_OPTIONS)
    texts = data.decode().split("BEGIN:VEVENT")
    (first, *_) = [text for text in texts if "SUMMARY:Therapy" in text]
    assert "DTSTART;TZID=America/New_York:20261201T170000" in first
    assert "RRULE" not in first
