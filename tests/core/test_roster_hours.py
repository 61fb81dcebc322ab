"""A roster's hours: those of the rotation that is used from its date on, and of no day before."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heartplanner.core.compare.rotation_change import with_changed_rotation
from heartplanner.core.edits.edits import assign, confirm, new_plan
from heartplanner.core.explain.rosters.roster_hours_text import kept_hours_words, roster_hours_words
from heartplanner.core.finder.found import found_rotation
from heartplanner.core.finder.search import search_of, use, with_roster, with_search
from heartplanner.core.finder.use_start import keeps_before
from heartplanner.core.plan.hours import BAND_HOURS, Band, Hours, RosterHours
from heartplanner.core.plan.model import (
    EXAMPLE_ROTATION,
    Assignment,
    Mark,
    Plan,
    Rotation,
)
from heartplanner.core.roster.roster import DayReading, Roster
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.plan import planfile
from tests.examples import tries

JUNE, FEBRUARY = date(2026, 6, 1), date(2027, 2, 15)
LAST = date(2027, 6, 30)
NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
ONE_DAY = timedelta(days=1)
OTHER = Rotation.parse("SSSA--- ---ASSS -SSAS-- -SSAS-- ---ASSS -SSAS--")
"""A rotation of a later sheet, which keeps the rules too."""
DAY, EVENING = BAND_HOURS[Band.DAY], BAND_HOURS[Band.EVENING]
SEVENS = Hours(time(7), time(19))
FIRSTS = st.integers(1, 40).map(lambda weeks: JUNE + timedelta(weeks=weeks))


def evenings(confirmed: bool = True) -> Plan:
    """Evening shifts from June on, as a person's own rotation, or as the sample."""
    plan = new_plan("p", Assignment(JUNE, band=Band.EVENING), NOW)
    return confirm(plan, NOW) if confirmed else plan


def sheet(first: date, hours: Hours, letters: str = OTHER.letters) -> Roster:
    """Six weeks from a Monday on, each shift with its hours, as a sheet states them."""
    readings = []
    for number, letter in enumerate(letters):
        day = first + timedelta(days=number)
        span = Hours(time(9), time(13)) if letter == "A" else hours
        ends = day + ONE_DAY if span.end <= span.start else day
        start, end = datetime.combine(day, span.start), datetime.combine(ends, span.end)
        worked = letter != "-"
        readings.append(
            DayReading(day, letter, start if worked else None, end if worked else None, number + 1)
        )
    return Roster(tuple(readings), ())


def worked(plan: Plan, first: date, last: date) -> list[tuple[datetime, datetime]]:
    days = Schedule(plan).days(first, last)
    return [(block.start, block.end) for day in days for block in day.blocks]


def starts(plan: Plan, first: date, last: date) -> set[time]:
    """When the shifts of some days begin; admin blocks aside."""
    return {
        start.time() for start, end in worked(plan, first, last) if end - start > timedelta(hours=4)
    }


def test_days_that_are_used_change_nothing_and_their_rotation_from_its_date_on() -> None:
    # A newcomer's sheet from February 15 with 9-9: all evening shifts were at nine at once.
    before = evenings()
    marked = with_roster(before, sheet(FEBRUARY, DAY), NOW, replaces=True)
    assert marked.history == before.history
    assert worked(marked, JUNE, LAST) == worked(before, JUNE, LAST)
    search = search_of(marked)
    assert search.hours == RosterHours(FEBRUARY, DAY, Hours(time(9), time(13)))
    assert planfile.parse(planfile.dump(marked)) == marked
    after = use(marked, search, OTHER, NOW, FEBRUARY)
    eve = FEBRUARY - ONE_DAY
    assert worked(after, JUNE, eve) == worked(before, JUNE, eve)
    assert starts(after, JUNE, eve) == {time(12)}
    assert starts(after, FEBRUARY, LAST) == {time(9)}
    assert search_of(after).hours is None


def test_used_for_the_whole_calendar_the_hours_still_begin_with_their_sheet() -> None:
    marked = with_roster(evenings(), sheet(FEBRUARY, SEVENS), NOW)
    after = use(marked, search_of(marked), OTHER, NOW)
    assert [(spell.start, spell.rotation) for spell in after.assignments] == [
        (JUNE, OTHER),
        (FEBRUARY, OTHER),
    ]
    assert starts(after, JUNE, FEBRUARY - ONE_DAY) == {time(12)}
    assert starts(after, FEBRUARY, LAST) == {time(7)}


def test_a_rotation_that_is_entered_for_later_keeps_its_hours() -> None:
    april = date(2027, 4, 12)
    later = Assignment(april, OTHER, confirmed=True)
    plan = with_roster(assign(evenings(), later, NOW), sheet(april, SEVENS), NOW)
    after = use(plan, search_of(plan), OTHER, NOW, FEBRUARY)
    assert starts(after, FEBRUARY, april - ONE_DAY) == {time(12)}
    assert starts(after, april, LAST) == {time(9)}


def test_the_same_rotation_with_other_hours_waits_to_be_used() -> None:
    weeks = EXAMPLE_ROTATION.letters
    marked = with_roster(evenings(), sheet(JUNE + timedelta(weeks=36), DAY, weeks), NOW)
    assert found_rotation(marked) == EXAMPLE_ROTATION
    after = use(marked, search_of(marked), EXAMPLE_ROTATION, NOW)
    assert found_rotation(after) is None


def test_a_first_rotation_has_the_hours_of_its_roster_at_once() -> None:
    marked = with_roster(evenings(confirmed=False), sheet(JUNE, SEVENS), NOW)
    assert search_of(marked).hours is None
    assert starts(marked, JUNE, LAST) == {time(7)}
    words = roster_hours_words(evenings(confirmed=False), sheet(JUNE, SEVENS), None)
    assert words == "Its hours become yours too: shifts 7 am-7 pm."


def test_it_is_said_from_when_on_the_hours_hold() -> None:
    words = roster_hours_words(evenings(), sheet(FEBRUARY, DAY), FEBRUARY)
    since = "Its hours come with the rotation, once you use it, from February 15, 2027 on"
    assert words == f"{since}: shifts 9 am-9 pm."
    assert roster_hours_words(evenings(), sheet(FEBRUARY, EVENING), FEBRUARY) == ""
    marked = with_roster(evenings(), sheet(FEBRUARY, DAY), NOW)
    words = "Its hours come with it, from February 15, 2027 on: shifts 9 am-9 pm."
    assert kept_hours_words(marked, search_of(marked)) == f"{words} The days before keep theirs."


def test_hours_go_with_the_marks_of_their_roster() -> None:
    marked = with_roster(evenings(), sheet(FEBRUARY, DAY), NOW)
    assert with_search(marked, search_of(marked)._replace(marks=()), NOW).search is None
    replaced = with_roster(marked, sheet(FEBRUARY, EVENING), NOW, replaces=True)
    assert search_of(replaced).hours is None


@settings(max_examples=tries(12, 300))
@given(FIRSTS, st.sampled_from([DAY, EVENING, SEVENS]), st.booleans(), st.booleans())
def test_no_day_before_a_rotation_that_is_used_changes(
    first: date, hours: Hours, replaces: bool, by_comparing: bool
) -> None:
    before = with_search(evenings(), search_of(evenings())._replace(marks=(Mark(JUNE, "-"),)), NOW)
    roster = sheet(first, hours)
    if by_comparing:
        marked = with_changed_rotation(before, roster, first, NOW)
    else:
        marked = with_roster(before, roster, NOW, replaces=replaces)
    assert worked(marked, JUNE, LAST) == worked(before, JUNE, LAST)
    after = use(marked, search_of(marked), OTHER, NOW, first)
    eve = first - ONE_DAY
    assert worked(after, JUNE, eve) == worked(before, JUNE, eve)
    assert starts(after, first, LAST) == {hours.start}


@pytest.mark.parametrize("hours", [DAY, EVENING])
def test_a_sheet_to_come_doubts_no_day_that_is_there(hours: Hours) -> None:
    # The first rotation was found by its days, and those of a later sheet took their place.
    weeks = EXAMPLE_ROTATION.letters
    plan = with_roster(evenings(confirmed=False), sheet(JUNE, EVENING, weeks), NOW)
    mine = use(plan, search_of(plan), EXAMPLE_ROTATION, NOW)
    assert mine.assignments[0].guesses == ()
    marked = with_roster(mine, sheet(FEBRUARY, hours), NOW, replaces=True)
    assert marked.assignments == mine.assignments
    assert marked.history == mine.history
    # So what is offered first leaves the days before as they are.
    assert keeps_before(marked, FEBRUARY, search_of(marked), OTHER)
    after = use(marked, search_of(marked), OTHER, NOW, FEBRUARY)
    assert after.assignments[0] == mine.assignments[0]
