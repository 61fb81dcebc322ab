"""Which shifts an appointment is during: by hand, and minute by minute over random plans."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from entry_examples import DENTIST, FIRST, THERAPY, TRIP
from examples import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import own_entries, plans

from heartplanner.core.edits.own_entries import settled
from heartplanner.core.events.conflicts import conflicts, conflicts_on, entry_conflicts
from heartplanner.core.events.entry_occurrences import entry_occurrences
from heartplanner.core.events.occurrence import NO_EVENTS, EventIndex, Occurrence
from heartplanner.core.explain.appointments import with_appointments
from heartplanner.core.explain.day_text import Words, describe
from heartplanner.core.explain.entry_text import conflict_lines, conflict_text
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.schedule import Schedule

TODAY = date(2026, 11, 28)
MINUTE = timedelta(minutes=1)


def met(plan: Plan, first: date, last: date) -> list[date]:
    found = conflicts(Schedule(plan), entry_occurrences(plan.entries, first, last))
    return sorted({conflict.date for conflict in found})


def test_therapy_each_second_tuesday_is_during_shifts(example: Plan) -> None:
    """The example works on Tuesdays of weeks 1, 2, 4 and 5; December 1 is in week 5."""
    schedule = Schedule(example)
    found = entry_conflicts(schedule, THERAPY, TODAY)
    days = [conflict.date for conflict in found]
    assert days[:4] == [FIRST, date(2026, 12, 15), date(2027, 1, 12), date(2027, 1, 26)]
    # Of 27 Tuesdays two in three are worked.
    assert len(days) == 18
    assert (
        conflict_text(found[0]) == "Tue, Dec 1: Therapy, 5 pm-6 pm, is during your day shift 9-9."
    )
    assert conflict_lines(found) == [
        "It is during your work on 18 days within a year:"
        " Dec 1, Dec 15, Jan 12, Jan 26, Feb 23, Mar 9 and 12 more."
    ]
    # From today on: what is over makes nobody choose another day.
    later = entry_conflicts(schedule, THERAPY, date(2027, 1, 13))
    assert later[0].date == days[3]


def test_admin_is_over_when_the_dentist_begins(example: Plan) -> None:
    assert entry_conflicts(Schedule(example), DENTIST, TODAY) == []


def test_a_trip_is_told_on_its_worked_day_and_in_the_panel_of_it_alone(example: Plan) -> None:
    schedule = Schedule(example._replace(entries=(TRIP,)))
    (conflict,) = entry_conflicts(schedule, TRIP, TODAY)
    assert conflict_text(conflict) == "Fri, Dec 18: Trip, is during your day shift 9-9."
    events = entry_occurrences((TRIP,), TRIP.first, TRIP.last)
    assert [len(conflicts_on(schedule, events, day)) for day in (TRIP.first, TRIP.last)] == [1, 0]
    words = with_appointments(
        describe(schedule, TRIP.first, TRIP.first), schedule, NO_EVENTS, TRIP.first, TRIP.first
    )
    assert words.warnings == ("Trip, is during your day shift 9-9.",)
    assert words.changed
    days = describe(schedule, TRIP.first, TRIP.last)
    several = with_appointments(days, schedule, NO_EVENTS, TRIP.first, TRIP.last)
    assert several.warnings == ("Fri, Dec 18: Trip, is during your day shift 9-9.",)
    none = describe(schedule, date(2026, 12, 22), date(2026, 12, 22))
    later = date(2026, 12, 22)
    assert with_appointments(none, schedule, NO_EVENTS, later, later) == none


def test_a_busy_event_of_another_calendar_is_a_warning_too_and_nothing_to_take_back(
    example: Plan,
) -> None:
    """Wednesday, December 16 is worked 9-9; the next day has admin until 1 pm."""
    schedule, first, last = Schedule(example), date(2026, 12, 1), date(2026, 12, 31)
    class_ = Occurrence(
        datetime(2026, 12, 16, 18, tzinfo=ZONE),
        datetime(2026, 12, 16, 20, tzinfo=ZONE),
        "class",
        source="Sam",
    )
    fair = class_._replace(title="fair", busy=False)
    dinner = class_._replace(
        start=datetime(2026, 12, 17, 18, tzinfo=ZONE), end=datetime(2026, 12, 17, 20, tzinfo=ZONE)
    )
    events = EventIndex([class_, fair, dinner], first, last)

    def panel(first: date, last: date, events: EventIndex = events) -> Words:
        return with_appointments(describe(schedule, first, last), schedule, events, first, last)

    day = date(2026, 12, 16)
    words = panel(day, day)
    assert words.warnings == ("Sam: class, 6 pm-8 pm, is during your day shift 9-9.",)
    assert not words.changed
    assert panel(day + timedelta(1), day + timedelta(1)).warnings == ()
    dated = ("Wed, Dec 16: Sam: class, 6 pm-8 pm, is during your day shift 9-9.",)
    assert panel(day, day + timedelta(1)).warnings == dated
    # Of what goes over midnight, or on for days, it says what the day has of it.
    night = class_._replace(title="night", end=datetime(2026, 12, 17, 7, tzinfo=ZONE))
    said = "Sam: night, from 6 pm, is during your day shift 9-9."
    assert panel(day, day, EventIndex([night], first, last)).warnings == (said,)
    course = class_._replace(title="course", end=datetime(2026, 12, 18, 17, tzinfo=ZONE))
    said = "Sam: course, day 2 of 3, is during your admin 9 am-1 pm."
    thursday = day + timedelta(1)
    assert panel(thursday, thursday, EventIndex([course], first, last)).warnings == (said,)
    many = panel(day, day, EventIndex([class_] * 9, first, last)).warnings
    assert (len(many), many[-1]) == (7, "3 more events during your work.")


@settings(max_examples=tries(25, 300), deadline=None)
@given(plans(most=4), st.data())
def test_conflicts_are_those_of_the_minutes(plan: Plan, data: st.DataObject) -> None:
    entry = settled(data.draw(own_entries(plan.start + timedelta(30))))
    first, last = plan.start, plan.start + timedelta(60)
    schedule = Schedule(plan._replace(entries=(entry,)))
    worked: dict[datetime, date] = {}
    for day in schedule.days(first - timedelta(1), last + timedelta(8)):
        for block in day.blocks:
            at = block.start.astimezone(UTC)
            while at < block.end.astimezone(UTC):
                worked[at] = day.date
                at += MINUTE
    expected = set()
    for event in entry_occurrences((entry,), first, last):
        at = event.start.astimezone(UTC)
        while at < event.end.astimezone(UTC):
            if at in worked:
                expected.add((event.start, worked[at]))
            at += MINUTE
    found = conflicts(schedule, entry_occurrences((entry,), first, last))
    assert {(conflict.event.start, conflict.day.date) for conflict in found} == expected
