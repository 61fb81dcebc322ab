"""What a roster leaves of the rotations, and a plan that works by it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from heartplanner.core.edits.edits import new_plan
from heartplanner.core.edits.example import example_plan
from heartplanner.core.explain.rosters.use_text import outcome_said, outcome_words, use_words
from heartplanner.core.finder.repair.day_answers import (
    change_counts,
    likeliest_answers,
    unsaid,
    with_answer,
)
from heartplanner.core.finder.repair.differences import DayAnswer
from heartplanner.core.finder.repair.repair_text import changes_text, entered_text
from heartplanner.core.finder.roster_use import (
    RosterOutcome,
    planned_minutes,
    roster_outcome,
    use_roster,
)
from heartplanner.core.finder.search import search_of, with_roster
from heartplanner.core.plan.change import Absence, AbsenceKind, Extra
from heartplanner.core.plan.model import EXAMPLE_ROTATION, Assignment, Plan
from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.core.roster.source import TextSource
from heartplanner.core.schedule.blocks import ZONE

NOW = datetime(2025, 9, 1, 12, tzinfo=ZONE)
WORKED = {"S": "9a-9p", "E": "noon-midnight", "A": "9a-1p admin", "-": "off"}
NINTH, SEVENTEENTH, THIRTIETH = (date(2025, 8, day) for day in (9, 17, 30))
AUGUST = "S---SSASS----ASS--SSAS--SSSA-S-"
"""The example's August, but for three days: the 9th and the 30th worked, the 17th free."""


def roster(letters: str, first: int = 1) -> Roster:
    lines = [f"8/{day}/2025 {WORKED[letter]}" for day, letter in enumerate(letters, first)]
    question = RosterQuestion(date(2025, 7, 28), NOW.date())
    return read_roster(TextSource("\n".join(lines)), question)


def outcome(letters: str, plan: Plan | None = None, *, replaces: bool = False) -> RosterOutcome:
    return roster_outcome(plan or example_plan(), roster(letters), replaces=replaces)


def test_a_roster_that_fits_leaves_rotations() -> None:
    seen = outcome("S---SSAS-----ASSS-SSAS--SSSA---")
    assert seen.repair is None
    assert seen.rotation == EXAMPLE_ROTATION
    left = f"{seen.left.total:,} different six-week schedules still fit these days; the likeliest is shown."
    assert outcome_words(seen) == left
    assert use_words(seen, "") == "Use these days"


def test_it_is_said_how_many_days_several_schedules_agree_on() -> None:
    # An e-mail as a newcomer pasted it, who was then told of 16 schedules and of 8 days not confirmed.
    shifts = [1, 2, 8, 9, 11, 18, 19, 20, 22, 23, 25]
    lines = [f"12/{day}/2026 12p-12a" for day in shifts]
    lines += [f"12/{day}/2026 admin" for day in (3, 10, 17, 24)]
    start = date(2026, 11, 2)
    read = read_roster(TextSource("\n".join(lines)), RosterQuestion(start, start))
    at = datetime(2026, 11, 2, tzinfo=UTC)
    seen = roster_outcome(new_plan("p", Assignment(start), at), read, replaces=False)
    assert outcome_said(seen) == "16 schedules fit; 34 of 42 days are the same in each."


def test_a_roster_with_changes_names_the_days_that_differ() -> None:
    seen = outcome(AUGUST)
    assert [*seen.differing] == [NINTH, SEVENTEENTH, THIRTIETH]
    assert "August 9, 17 and 30 differ" in outcome_words(seen)
    assert outcome_said(seen) == "3 days differ from the rotation that fits best."
    assert use_words(seen, "1 swap") == "Use the likeliest schedule and enter 1 swap"
    assert use_words(seen, "1 swap", asks=True) == "Use the likeliest schedule..."
    assert use_words(seen, "") == "Use the likeliest schedule"


def test_the_rotation_is_used_with_what_was_said_of_each_day() -> None:
    plan, seen = example_plan(), outcome(AUGUST)
    answers = likeliest_answers(seen.differing, {})
    answers = with_answer(answers, seen.differing, THIRTIETH, DayAnswer.MISREAD)
    assert change_counts(seen.said(answers)) == {DayAnswer.LEAVE: 1, DayAnswer.EXTRA: 1}
    after = use_roster(plan, roster(AUGUST), seen, answers, NOW)
    assert after.assignments[0].rotation == EXAMPLE_ROTATION
    assert [type(change.what) for change in after.changes] == [Extra, Absence]
    assert after.changes[1].what == Absence(AbsenceKind.LEAVE, SEVENTEENTH, SEVENTEENTH)
    assert not after.example


def test_a_day_that_would_cost_leave_is_open_until_a_person_says_what_it_was() -> None:
    # The roster says no more of August 17 than that it is off: that is no word of leave.
    seen = outcome(AUGUST)
    answers = likeliest_answers(seen.differing, {})
    assert unsaid(seen.differing, answers, ()) == (SEVENTEENTH,)
    assert unsaid(seen.differing, answers, {SEVENTEENTH}) == ()
    extra, leave = seen.differing[NINTH], seen.differing[SEVENTEENTH]
    minutes = planned_minutes(example_plan(), seen)
    assert minutes == {SEVENTEENTH: 720}
    assert entered_text(leave, DayAnswer.LEAVE, minutes[SEVENTEENTH]) == "Leave, 12 h"
    assert entered_text(extra, DayAnswer.EXTRA, 0) == "Extra shift"
    counts = change_counts(seen.said(answers))
    assert changes_text(counts) == "1 day of leave and 2 extra shifts"


def test_an_answer_stays_while_it_can_be() -> None:
    seen = outcome(AUGUST)
    before = {SEVENTEENTH: DayAnswer.SICK, NINTH: DayAnswer.LEAVE}
    answers = likeliest_answers(seen.differing, before)
    assert answers[SEVENTEENTH] is DayAnswer.SICK
    assert answers[NINTH] is DayAnswer.EXTRA


def test_admin_that_moved_did_so_on_both_days() -> None:
    # The admin block of August 7 is on the 8th here, and the shift of the 8th on the 7th.
    letters = "S---SS-SA----ASSS-SSAS--SSSA---"
    seen = outcome(letters)
    pairs = {day: each.partner for day, each in seen.differing.items() if each.partner}
    (day, partner), *_ = pairs.items()
    answers = likeliest_answers(seen.differing, {})
    assert answers[day] is answers[partner] is DayAnswer.MOVED
    assert sum(change_counts(seen.said(answers)).values()) == len(answers) - 1
    apart = with_answer(answers, seen.differing, day, DayAnswer.MISREAD)
    assert apart[partner] is not DayAnswer.MOVED
    again = with_answer(apart, seen.differing, partner, DayAnswer.MOVED)
    assert again[day] is DayAnswer.MOVED


def test_a_second_roster_adds_to_the_marks_or_takes_their_place() -> None:
    plan = with_roster(example_plan(), roster("S", 1), NOW)
    added = with_roster(plan, roster("-", 2), NOW)
    assert [(mark.date.day, mark.letter) for mark in search_of(added).marks] == [(1, "S"), (2, "-")]
    replaced = with_roster(plan, roster("-", 2), NOW, replaces=True)
    assert [(mark.date.day, mark.letter) for mark in search_of(replaced).marks] == [(2, "-")]
    one = roster("-", 2)
    assert len(roster_outcome(plan, one, replaces=False).search.marks) == 2
    assert len(roster_outcome(plan, one, replaces=True).search.marks) == 1
