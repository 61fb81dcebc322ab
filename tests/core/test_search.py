"""The search for one's rotation in a plan: marks, using what is found, and what stays a guess."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from heartplanner.core.calendar.events import events
from heartplanner.core.edits.edits import assign, confirm, continued
from heartplanner.core.explain.reasons import why
from heartplanner.core.finder.counting.marks import check_search, cycle_day, date_of, read_marks
from heartplanner.core.finder.search import (
    begun_on,
    confirmed,
    counts_by_mark,
    findings,
    marked,
    search_of,
    unmarked,
    use,
    with_search,
)
from heartplanner.core.plan.model import (
    EXAMPLE_ROTATION,
    Mark,
    Plan,
    PlanError,
    Rotation,
    Search,
)
from heartplanner.core.schedule.schedule import Schedule

START = date(2025, 7, 28)
NOW = datetime(2025, 8, 1, tzinfo=UTC)
LATER = datetime(2025, 8, 2, tzinfo=UTC)
TEN = (*read_marks("-SSAS---S", START), Mark(date(2025, 8, 16), "S"))
SURE = {1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 14, 20, 21, 27, 28, 33, 34, 35, 36, 37, 38, 41, 42}
"""The ten days marked and those that follow from them: see finder.png."""
FOUND = Rotation.parse("-SSAS-- -SASS-- ---ASSS -SASS-- SSSA--- ---ASSS")


def ten(plan: Plan) -> Search:
    return marked(search_of(plan), TEN)


def test_dates_of_later_cycles_fall_on_the_same_days() -> None:
    assert [cycle_day(START, date(2025, 7, 28)), cycle_day(START, date(2025, 9, 7))] == [1, 42]
    assert [cycle_day(START, date(2025, 9, 8)), cycle_day(START, date(2026, 4, 6))] == [1, 1]
    assert date_of(START, 42) == date(2025, 9, 7)


def test_days_before_a_start_within_the_week_are_those_of_the_next_cycle() -> None:
    wednesday = date(2025, 7, 30)
    assert date_of(wednesday, 3) == wednesday
    assert date_of(wednesday, 1) == date(2025, 9, 8)
    assert cycle_day(wednesday, wednesday) == 3


def test_marks_are_read_from_letters() -> None:
    assert read_marks("s.W", START) == [
        Mark(START, "S"),
        Mark(date(2025, 7, 29), "-"),
        Mark(date(2025, 7, 30), "W"),
    ]
    for wrong, said in (
        ("SX", "'X'"),
        ("", "no letter"),
        ("S" * 43, "43 letters"),
        ("\u017f", "\\u017f"),
    ):
        with pytest.raises(PlanError, match=said.replace("\\", "\\\\")):
            read_marks(wrong, START)


def test_a_mark_takes_the_place_of_another_on_its_day_of_the_cycle(example: Plan) -> None:
    search = marked(search_of(example), [Mark(START, "S")])
    search = marked(search, [Mark(date(2025, 9, 8), "-"), Mark(date(2025, 7, 29), "S")])
    assert search.marks == (Mark(date(2025, 9, 8), "-"), Mark(date(2025, 7, 29), "S"))
    assert unmarked(search, {1, 3}).marks == (Mark(date(2025, 7, 29), "S"),)


def test_the_count_goes_down_with_each_mark(example: Plan) -> None:
    search = marked(search_of(example), read_marks("SSSA-", START))
    assert counts_by_mark(search._replace(marks=())) == [7_526_400]
    counts = counts_by_mark(search)
    assert counts[-1] == 496_640
    assert len(counts) == 5
    assert counts == sorted(counts, reverse=True)


def test_the_search_is_kept_in_the_plan_and_changes_no_day(example: Plan) -> None:
    plan = with_search(example, ten(example), NOW)
    assert search_of(plan).marks == TEN
    assert plan._replace(search=None) == example
    assert with_search(plan, unmarked(search_of(plan), set(range(1, 43))), NOW) == example


def test_using_one_of_many_leaves_guesses(example: Plan) -> None:
    plan = use(example, ten(example), FOUND, NOW)
    (assignment,) = plan.assignments
    assert assignment.rotation == FOUND
    assert assignment.confirmed
    assert not plan.example
    assert set(assignment.guesses) == set(range(1, 43)) - SURE


def test_a_guess_is_told_on_its_days_and_on_no_others(example: Plan) -> None:
    plan = use(example, ten(example), FOUND, NOW)
    told = {
        cycle_day(START, day.date)
        for day in Schedule(plan).days(START, date(2025, 9, 7))
        if "not confirmed yet" in why(day)
    }
    assert told == set(range(1, 43)) - SURE
    titles = {event.title for event in events(Schedule(plan), date(2025, 8, 4), date(2025, 8, 10))}
    assert titles == {
        "HEART 9-9",
        "HEART 9-9 (not confirmed yet)",
        "HEART admin (not confirmed yet)",
    }
    (rest,) = (event for event in events(Schedule(plan), START, date(2025, 9, 7)) if event.all_day)
    assert rest.title == "Break, 6 days"


def test_marking_settles_guesses_and_dates_the_calendar_anew(example: Plan) -> None:
    plan = use(example, ten(example), FOUND, NOW)
    more = marked(search_of(plan), read_marks("S", date(2025, 8, 6)))
    plan = with_search(plan, more, LATER)
    # August 6 is a shift, where FOUND has admin: it stays a guess, and wrong, until used anew.
    assert 10 in plan.assignments[0].guesses
    plan = with_search(plan, marked(more, read_marks("ASS", date(2025, 8, 6))), LATER)
    assert not {10, 11, 12} & set(plan.assignments[0].guesses)
    assert plan.history[-1].at == LATER
    event = events(Schedule(plan), date(2025, 8, 6), date(2025, 8, 6))[0]
    assert (event.title, event.changed) == ("HEART admin", LATER)


def test_all_marked_leaves_no_guess(example: Plan) -> None:
    plan = use(example, ten(example), FOUND, NOW)
    plan = with_search(plan, marked(search_of(plan), read_marks(FOUND.letters, START)), LATER)
    assert plan.assignments[0].guesses == ()


def test_confirming_ends_all_guessing(example: Plan) -> None:
    plan = confirm(use(example, ten(example), FOUND, NOW), LATER)
    assert plan.assignments[0].guesses == ()
    assert plan.history[-1].at == LATER
    sure = use(
        example,
        marked(search_of(example), read_marks(EXAMPLE_ROTATION.letters, START)),
        EXAMPLE_ROTATION,
        NOW,
    )
    assert sure.assignments[0].guesses == ()
    assert confirm(sure, LATER).history == sure.history


def test_a_later_search_makes_a_later_assignment(example: Plan) -> None:
    january = date(2026, 1, 7)
    search = Search(january, tuple(read_marks("AS", january)))
    plan = use(example, search, EXAMPLE_ROTATION, NOW)
    assert [each.start for each in plan.assignments] == [START, january]
    assert plan.assignments[0] == example.assignments[0]
    assert plan.assignments[1].cycle_week == 1
    assert Schedule(plan).days(START, date(2025, 12, 31)) == Schedule(example).days(
        START, date(2025, 12, 31)
    )


def test_later_assignments_keep_their_guesses_when_others_are_settled(example: Plan) -> None:
    plan = use(example, ten(example), FOUND, NOW)
    plan = assign(plan, continued(plan, date(2026, 1, 5)), NOW)
    plan = with_search(plan, marked(search_of(plan), read_marks(FOUND.letters, START)), LATER)
    assert plan.assignments[0].guesses == ()
    assert plan.assignments[1].guesses != ()
    assert plan.history[-1][1:3] == (START, date(2026, 1, 4))


def test_what_cannot_be_searched_for_is_said(example: Plan) -> None:
    with pytest.raises(PlanError, match="before your start date, July 28, 2025"):
        with_search(example, Search(date(2025, 7, 27)), NOW)
    with pytest.raises(PlanError, match="Sunday, July 27, 2025 is before the start"):
        with_search(example, Search(START, (Mark(date(2025, 7, 27), "S"),)), NOW)
    with pytest.raises(PlanError, match="at most 2000"):
        check_search(Search(START, (Mark(START, "S"),) * 2001))


def test_a_passing_mark_takes_no_guess_away(example: Plan) -> None:
    plan = use(example, ten(example), FOUND, NOW)
    before = plan.assignments[0].guesses
    for letter in "SA-":  # August 11 is free in FOUND: shift and admin are wrong
        plan = with_search(
            plan, marked(search_of(plan), read_marks(letter, date(2025, 8, 11))), LATER
        )
    assert 15 not in plan.assignments[0].guesses
    plan = with_search(plan, unmarked(search_of(plan), {15}), LATER)
    assert plan.assignments[0].guesses == before
    wrong = with_search(plan, marked(search_of(plan), read_marks("S", date(2025, 8, 11))), LATER)
    assert 15 in wrong.assignments[0].guesses


def test_marks_that_contradict_each_other_make_all_of_it_a_guess_for_a_while(example: Plan) -> None:
    plan = use(example, ten(example), FOUND, NOW)
    before = plan.assignments[0].guesses
    plan = with_search(plan, marked(search_of(plan), read_marks("S", date(2025, 8, 9))), LATER)
    assert plan.assignments[0].guesses == tuple(range(1, 43))
    plan = with_search(plan, unmarked(search_of(plan), {13}), LATER)
    assert plan.assignments[0].guesses == before


def test_a_rotation_that_was_confirmed_has_no_guess_again(example: Plan) -> None:
    plan = confirm(use(example, ten(example), FOUND, NOW), NOW)
    plan = with_search(plan, marked(search_of(plan), read_marks("S", date(2025, 8, 11))), LATER)
    assert plan.assignments[0].guesses == ()


def test_days_that_are_confirmed_are_open_no_more_in_the_finder(example: Plan) -> None:
    # The finder asked "did you work?" of days of which one had just said "They are right".
    search = ten(example)
    used = use(example, search, FOUND, NOW)
    assert used.assignments[0].guesses
    sure = confirmed(used, LATER)
    assert sure.assignments[0].guesses == ()
    left = findings(search_of(sure)).left
    assert left.known
    assert [mark.letter for mark in search_of(sure).marks[:10]] == [mark.letter for mark in TEN]
    assert counts_by_mark(search_of(sure))[-1] == 1
    # A rotation that was never looked for has no marks.
    assert confirmed(example, LATER).search is None


def test_a_search_from_another_date_keeps_the_marks_after_it(example: Plan) -> None:
    later = begun_on(ten(example), date(2025, 8, 4))
    assert later.marks == tuple(mark for mark in TEN if mark.date >= date(2025, 8, 4))
    assert later.start == date(2025, 8, 4)
