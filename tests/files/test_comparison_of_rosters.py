"""A roster compared with the schedule: our own exports, random changes, and taking all of them over."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import edited, plans, spots

from heartplanner.core.calendar.export_options import DEFAULT_OPTIONS, CalendarPart
from heartplanner.core.compare.comparison import compare
from heartplanner.core.compare.take_over import likeliest, take_over
from heartplanner.core.compare.ways import ways
from heartplanner.core.plan.model import ADMIN, Plan
from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.core.schedule.blocks import Block, Kind
from heartplanner.core.schedule.changes import DayOffKind
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar import ical
from heartplanner.files.roster import child
from heartplanner.files.roster.roster_file import source_from
from tests.examples import tries

LENGTH = 27
NOW = datetime(2025, 7, 1, tzinfo=UTC)
ALL_PARTS = DEFAULT_OPTIONS._replace(parts=frozenset(CalendarPart) - {CalendarPart.MILESTONES})
WORDS = {
    Kind.SHIFT: "",
    Kind.ADMIN: " admin",
    Kind.EXTRA: " extra shift",
    Kind.TRAINING: " training",
}
OFF = {
    DayOffKind.DAY_OFF: "off",
    DayOffKind.BREAK: "off",
    DayOffKind.LEAVE: "vacation",
    DayOffKind.SICK: "sick",
    DayOffKind.CALLED_OFF: "called off",
}
Write = Callable[[Schedule, date, date], bytes]


def as_calendar(schedule: Schedule, first: date, last: date) -> bytes:
    return ical.calendar(schedule, first, last, ALL_PARTS)


def clock(moment: time) -> str:
    return moment.strftime("%I:%M %p").lstrip("0")


def said(block: Block) -> str:
    return f"{clock(block.hours.start)} - {clock(block.hours.end)}{WORDS[block.kind]}"


def as_text(schedule: Schedule, first: date, last: date) -> bytes:
    lines = ["My roster", ""]
    for day in schedule.days(first, last):
        if day.off:
            lines.append(f"{day.date:%a %m/%d/%Y} {OFF[day.off]}")
        lines += [f"{day.date:%a %m/%d/%Y} {said(block)}" for block in day.blocks]
    return "\n".join(lines).encode()


def as_csv(schedule: Schedule, first: date, last: date) -> bytes:
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(["Date", "Start", "End", "Shift", "Location"])
    for day in schedule.days(first, last):
        if day.off:
            rows.writerow([f"{day.date:%m/%d/%Y}", "", "", OFF[day.off], ""])
        for block in day.blocks:
            hours = [clock(block.hours.start), clock(block.hours.end)]
            label = WORDS[block.kind].strip() or "shift"
            rows.writerow([f"{day.date:%m/%d/%Y}", *hours, label, "HQ"])
    return out.getvalue().encode()


LAYOUTS = [as_calendar, as_text, as_csv]


def read(data: bytes, start: date, today: date) -> Roster:
    answer = json.loads(json.dumps(child.read(data, start, today)))
    return read_roster(source_from(answer), RosterQuestion(start, today, changes=True))


def span_of(plan: Plan, spot: date) -> tuple[date, date]:
    first = max(plan.start, spot - timedelta(days=7))
    return first, first + timedelta(days=LENGTH)


def unclear(schedule: Schedule, first: date, last: date) -> set[date]:
    """The days that no roster can tell."""
    return {day.date for day in schedule.days(first, last) if any(map(is_unclear, day.blocks))}


def is_unclear(block: Block) -> bool:
    # A start and an end at the same time have no length to any reader, one that the change of the clocks
    # moves past its start seems to be of the same day, and 23:59 is how many write midnight.
    begin, end = block.start, block.end
    whole_day = end.date() > begin.date() and end.time() >= begin.time()
    return whole_day or time(23, 59) in (begin.time(), end.time())


def work(
    schedule: Schedule, first: date, last: date
) -> dict[date, list[tuple[datetime, datetime]]]:
    return {
        day.date: [(block.start.astimezone(UTC), block.end.astimezone(UTC)) for block in day.blocks]
        for day in schedule.days(first, last)
    }


def listed(roster: Roster) -> set[date]:
    return {day for each in roster.unread for day in each.dates}


@pytest.mark.parametrize("write", LAYOUTS)
@settings(max_examples=tries(8, 15), deadline=None)
@given(st.data())
def test_a_roster_of_the_schedule_itself_does_not_differ(write: Write, data: st.DataObject) -> None:
    plan = data.draw(plans())
    first, last = span_of(plan, data.draw(spots(plan)))
    schedule = Schedule(plan)
    roster = read(write(schedule, first, last), plan.start, first)
    found = compare(schedule, roster)
    assert [each.date for each in found.differences] == []
    told = {each.date for each in found.same}
    assert told | listed(roster) == set(work(schedule, first, last))
    if write is as_calendar:
        assert listed(roster) <= unclear(schedule, first, last)


def differing(one: Schedule, two: Schedule, first: date, last: date) -> set[date]:
    before, after = work(one, first, last), work(two, first, last)
    return {day for day in before if before[day] != after[day]}


def training(schedule: Schedule, first: date, last: date) -> set[date]:
    """Days of training: at a shift's hours it is other work all the same."""
    days = schedule.days(first, last)
    return {day.date for day in days for block in day.blocks if block.kind is Kind.TRAINING}


@st.composite
def changed(draw: st.DrawFn, most: int = 6) -> tuple[Plan, Plan, date]:
    """A plan before and after a few more edits near a spot."""
    before = draw(plans(most=3))
    spot = draw(spots(before))
    after = before
    for _ in range(draw(st.integers(1, most))):
        after = draw(edited(after, spot))
    return before, after, spot


@pytest.mark.parametrize("write", LAYOUTS)
@settings(max_examples=tries(8, 15), deadline=None)
@given(st.data())
def test_just_the_changed_days_differ(write: Write, data: st.DataObject) -> None:
    before, after, spot = data.draw(changed())
    first, last = span_of(before, spot)
    old, new = Schedule(before), Schedule(after)
    roster = read(write(new, first, last), before.start, first)
    found = {each.date for each in compare(old, roster).differences}
    expected = differing(old, new, first, last)
    unread = listed(roster)
    assert expected - unread <= found
    assert found <= expected | (training(new, first, last) - unread)
    assert unread <= unclear(new, first, last) | several_of_a_kind(new, first, last)


def several_of_a_kind(schedule: Schedule, first: date, last: date) -> set[date]:
    """Days with two blocks that a text calls alike: it may correct the one by the other."""
    days = schedule.days(first, last)
    kinds = [(day.date, [block.kind for block in day.blocks]) for day in days]
    return {day for day, each in kinds if len(set(each)) < len(each)}


@pytest.mark.parametrize("write", LAYOUTS)
@settings(max_examples=tries(8, 15), deadline=None)
@given(st.data())
def test_taking_all_over_leaves_no_difference(write: Write, data: st.DataObject) -> None:
    before, after, spot = data.draw(changed())
    first, last = span_of(before, spot)
    roster = read(write(Schedule(after), first, last), before.start, first)
    schedule = Schedule(before)
    found = compare(schedule, roster)
    each = ways(schedule, found)
    # Admin that comes from no other day cannot be added.
    without = {day.date for day in found.differences} - each.keys()
    told_admin = {reading.date for reading in roster.readings if reading.letter == ADMIN}
    assert without <= told_admin
    taken = take_over(before, likeliest(each).values(), NOW)
    assert {day.date for day in compare(taken, roster).differences} == without
    # Days of which the roster says nothing, or nothing that is understood, stay as they were.
    rest = set(work(schedule, first, last)) - each.keys()
    assert all(work(schedule, day, day) == work(taken, day, day) for day in rest)


@settings(max_examples=tries(6, 10), deadline=None)
@given(st.data())
def test_every_way_that_is_offered_settles_its_days(data: st.DataObject) -> None:
    before, after, spot = data.draw(changed())
    first, last = span_of(before, spot)
    roster = read(as_text(Schedule(after), first, last), before.start, first)
    schedule = Schedule(before)
    for offered in ways(schedule, compare(schedule, roster)).values():
        for way in offered:
            taken = compare(take_over(before, [way], NOW), roster)
            assert set(way.dates).isdisjoint(each.date for each in taken.differences)
