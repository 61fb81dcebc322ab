"""Bars over the days of events that go on: what stands for days, where it begins and ends, and its lane."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from heartplanner.core.cells.cells import Cell, cell
from heartplanner.core.cells.event_bars import event_bars
from heartplanner.core.cells.event_notes import with_events
from heartplanner.core.events.entry_occurrences import entry_on
from heartplanner.core.events.occurrence import EventIndex, Occurrence
from heartplanner.core.plan.model import Plan
from heartplanner.core.plan.other_calendars import CalendarColor
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.schedule import Schedule
from tests.entry_examples import TRIP

MONDAY = date(2026, 12, 14)
SUNDAY = MONDAY + timedelta(6)


def sam(title: str, first: int, last: int, start: int = 0, end: int = 0) -> Occurrence:
    """Of December 2026: all-day from one day to another, or with hours."""
    begin = datetime(2026, 12, first, start, tzinfo=ZONE)
    over = datetime(2026, 12, last, end, tzinfo=ZONE) + timedelta(not end)
    return Occurrence(begin, over, title, not end, "Sam", CalendarColor.TEAL, letter="S")


def week(plan: Plan, *events: Occurrence) -> list[Cell]:
    """December 14-20, 2026."""
    days = EventIndex(events, MONDAY, SUNDAY).days(MONDAY, SUNDAY)
    notes = with_events({}, days)
    return [
        cell(day, day_notes=notes.get(day.date, ())) for day in Schedule(plan).days(MONDAY, SUNDAY)
    ]


def told(plan: Plan, *events: Occurrence) -> list[tuple[str, int, int, int, bool, bool]]:
    return [
        (bar.span.words[0], bar.first, bar.last, bar.lane, bar.begins, bar.ends)
        for bar in event_bars(week(plan, *events))
    ]


def test_a_bar_is_over_all_days_of_its_row_and_open_where_it_goes_on(example: Plan) -> None:
    assert told(example, sam("beach trip", 17, 20)) == [("Sam: beach trip", 3, 6, 0, True, True)]
    assert told(example, sam("away", 10, 14)) == [("Sam: away", 0, 0, 0, False, True)]
    assert told(example, sam("away", 12, 30)) == [("Sam: away", 0, 6, 0, False, False)]
    trip = entry_on(TRIP, TRIP.first, TRIP.last)
    assert told(example, trip) == [("Trip", 4, 6, 0, True, True)]


def test_days_are_a_bar_and_a_night_or_a_day_is_not(example: Plan) -> None:
    night, day = sam("night", 15, 16, 19, 7), sam("fair", 15, 15)
    assert told(example, night, day) == []
    # From 3 pm to 5 pm two days later, and for exactly a day.
    course = told(example, sam("course", 15, 17, 15, 17))
    assert course == [("Sam: 3 pm course", 1, 3, 0, True, True)]
    assert told(example, sam("duty", 15, 16, 8, 8)) == [("Sam: 8 am duty", 1, 2, 0, True, True)]
    two = sam("duty", 15, 16, 8, 7)
    assert told(example, two) == []


def test_bars_that_meet_have_lanes_and_one_that_comes_after_takes_a_free_one(example: Plan) -> None:
    events = [sam("c", 17, 18), sam("a", 14, 16), sam("b", 15, 17), sam("d", 19, 20)]
    lanes = {words: lane for words, _, _, lane, *_ in told(example, *events)}
    assert lanes == {"Sam: a": 0, "Sam: b": 1, "Sam: c": 0, "Sam: d": 0}


def test_a_bar_says_what_the_notes_of_its_days_say_and_no_other(example: Plan) -> None:
    shown = week(example, sam("trip", 15, 17), sam("trip", 16, 18), sam("fair", 16, 16))
    first, second = event_bars(shown)
    said = [[note.text for note in day.notes if first.shows(note)] for day in shown]
    assert said[:5] == [[], ["trip, day 1 of 3"], ["trip, day 2 of 3"], ["trip, day 3 of 3"], []]
    wednesday = shown[2].notes
    assert sum(map(second.shows, wednesday)) == 1
    assert [
        note.text for note in wednesday if not first.shows(note) and not second.shows(note)
    ] == ["fair"]
