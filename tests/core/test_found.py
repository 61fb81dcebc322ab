"""What the finder knows and the calendar does not show: marks against it, and a rotation found."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from heartplanner.core.edits.edits import add_change, confirm, new_plan
from heartplanner.core.explain.day_text import unsure
from heartplanner.core.finder.contradicting_marks import contradicting_marks
from heartplanner.core.finder.counting.marks import read_marks
from heartplanner.core.finder.found import FOUND, NONE_FITS, found_rotation, waiting_words
from heartplanner.core.finder.search import search_of, use, with_search
from heartplanner.core.finder.use_start import keeps_before
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.plan.model import EXAMPLE_ROTATION, Assignment, Mark, Plan, Rotation, Search
from heartplanner.core.schedule.blocks import ZONE

START, TODAY = date(2025, 7, 28), date(2025, 9, 1)
NOW = datetime(2025, 9, 1, 12, tzinfo=ZONE)
SIX_WEEKS = EXAMPLE_ROTATION.letters
OPEN = date(2025, 8, 1)
"""A Friday of which the first ten marks below say nothing for certain."""


def plan_of(marks: int) -> Plan:
    """A plan that works by the example rotation, found from the first of its days."""
    search = Search(START, tuple(read_marks(SIX_WEEKS[:marks], START)))
    return use(new_plan("p", Assignment(START), NOW), search, EXAMPLE_ROTATION, NOW)


def test_a_mark_that_contradicts_a_day_not_confirmed_is_named_in_its_place() -> None:
    plan = plan_of(3)
    day = (OPEN - START).days
    assert SIX_WEEKS[day] == "S"
    assert day + 1 in plan.assignments[0].guesses
    assert contradicting_marks(plan, TODAY) == ()
    assert unsure(plan, TODAY).endswith("not confirmed yet.")
    mark = Mark(OPEN, "A")
    search = search_of(plan)
    other = with_search(plan, search._replace(marks=(*search.marks, mark)), NOW)
    assert contradicting_marks(other, TODAY) == (mark,)
    assert unsure(other, TODAY) == "You marked Fri, Aug 1 as admin in Find my rotation."
    both = (Mark(OPEN, "A"), Mark(date(2025, 8, 2), "S"))
    more = with_search(plan, search._replace(marks=(*search.marks, *both)), NOW)
    assert unsure(more, TODAY) == (
        "You marked Fri, Aug 1 as admin in Find my rotation; 1 more differs."
    )
    assert contradicting_marks(confirm(other, NOW), TODAY) == ()


def test_a_rotation_that_is_found_is_not_in_the_calendar_before_it_is_used() -> None:
    plan = plan_of(3)
    assert found_rotation(plan) is None
    whole = Search(START, tuple(read_marks(SIX_WEEKS, START)))
    marked = with_search(new_plan("p", Assignment(START), NOW), whole, NOW)
    found = found_rotation(marked)
    assert found is not None
    assert found.letters == SIX_WEEKS
    assert found_rotation(use(marked, whole, found, NOW)) is None


def test_the_same_days_written_from_another_week_on_are_in_the_calendar() -> None:
    # Its week 6 is the sample's week 1, and the first day lies in it.
    turned = Rotation(SIX_WEEKS[7:] + SIX_WEEKS[:7])
    plan = confirm(new_plan("p", Assignment(START, turned, cycle_week=6), NOW), NOW)
    whole = Search(START, tuple(read_marks(SIX_WEEKS, START)))
    assert found_rotation(with_search(plan, whole, NOW)) is None


def test_days_to_come_that_the_calendar_has_otherwise_wait() -> None:
    plan = confirm(new_plan("p", Assignment(START), NOW), NOW)
    # From October 20 on the sample has week 1 again: the second day is a shift there.
    later = date(2025, 10, 20)
    four = Search(START, tuple(read_marks("---ASSS" + "-SSAS--" * 2, later)))
    waits = with_search(plan, four, NOW)
    assert re.fullmatch(
        r"[\d,]+ schedules fit the days that you marked\. None of them is in your calendar yet\.",
        waiting_words(waits, TODAY),
    )
    assert waiting_words(plan, TODAY) == ""
    assert waiting_words(waits, later + timedelta(weeks=3)) == ""  # what is over misleads nobody
    as_worked = Search(START, tuple(read_marks(SIX_WEEKS, later)))
    assert waiting_words(with_search(plan, as_worked, NOW), TODAY) == ""
    other = SIX_WEEKS[7:] + SIX_WEEKS[:7]
    one = with_search(plan, Search(START, tuple(read_marks(other, later))), NOW)
    assert waiting_words(one, TODAY) == FOUND
    none = with_search(plan, Search(START, tuple(read_marks("S" * 21, later))), NOW)
    assert waiting_words(none, TODAY) == NONE_FITS
    # One day that is otherwise, and a change says why.
    day = date(2025, 10, 21)
    leave = Absence(AbsenceKind.LEAVE, day, day)
    off = Search(START, (Mark(day, "-"),))
    assert waiting_words(with_search(plan, off, NOW), TODAY)
    assert waiting_words(with_search(add_change(plan, leave, NOW), off, NOW), TODAY) == ""


def test_days_before_that_are_guesses_of_the_same_rotation_follow_what_is_found() -> None:
    plan = plan_of(20)
    whole = Search(START, tuple(read_marks(SIX_WEEKS, START)))
    first = date(2025, 9, 8)
    assert plan.assignments[0].guesses
    assert not keeps_before(plan, first, whole, EXAMPLE_ROTATION)
    # Another rotation may well begin then, and days that are confirmed are the person's own.
    other = Rotation.parse(SIX_WEEKS[7:] + SIX_WEEKS[:7])
    assert keeps_before(plan, first, whole, other)
    assert keeps_before(confirm(plan, NOW), first, whole, EXAMPLE_ROTATION)
