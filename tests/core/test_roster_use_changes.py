"""A roster with leave and a swap in it, as an e-mail has them: they say nothing of the rotation."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from heartplanner.core.edits.edits import confirm
from heartplanner.core.edits.example import example_plan
from heartplanner.core.explain.rosters.review_text import told_words
from heartplanner.core.finder.contradiction_text import contradiction_text
from heartplanner.core.finder.counting.marks import cycle_day
from heartplanner.core.finder.repair.day_answers import (
    change_counts,
    likeliest_answers,
    unsaid,
    with_answer,
)
from heartplanner.core.finder.repair.differences import DayAnswer
from heartplanner.core.finder.repair.repair_text import answer_text
from heartplanner.core.finder.roster_use import (
    RosterOutcome,
    roster_outcome,
    use_roster,
)
from heartplanner.core.finder.use_start import first_of_roster, keeps_before
from heartplanner.core.plan.change import Absence, AbsenceKind, Note, Swap
from heartplanner.core.plan.hours import BAND_HOURS, Band
from heartplanner.core.plan.model import Plan
from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.review import (
    Review,
    RowState,
    corrected_reading,
    with_free_rest,
)
from heartplanner.core.roster.roster import DayChange, RosterQuestion, SwapSide
from heartplanner.core.roster.source import TextSource
from heartplanner.core.schedule.blocks import ZONE, Kind
from heartplanner.core.schedule.schedule import Schedule

NOW = datetime(2026, 11, 28, 12, tzinfo=ZONE)
EMAIL = """From: Denise Walker
Subject: FW: Nov schedule Squad 2

Hi all,
here are the days for Nov 2 - Nov 29. Reminder: potluck on Friday Nov 20, bring a dish!

Week of Nov 2
Thu 11/5 admin 9am-1pm
Fri 11/6 12pm-12am
Sat 11/7 12pm-12am
Sun 11/8 12pm-12am
Week of Nov 9
Tue 11/10 12pm-12am
Wed 11/11 12pm-12am
Thu 11/12 admin 9am-1pm
Fri 11/13 off, swapped with Lee
Sat 11/14 12pm-12am (for Lee)
Week of Nov 16
Mon 11/16 12pm-12am
Tue 11/17 vacation
Wed 11/18 12pm-12am
Thu 11/19 admin 9am-1pm
Week of Nov 23
Thu 11/26 admin 9am-1pm
Fri 11/27 12pm-12am
Sat 11/28 12pm-12am
Sun 11/29 12pm-12am

Thanks, Denise"""
HEADING, GIVEN, TAKEN, VACATION = 5, 16, 17, 20
NOVEMBER = "---ASSS-SSAS--SSSA------ASSS"
"""What the rotation has from November 2 to 29: Lee's Friday and the Tuesday of vacation are its shifts."""


def review(text: str = EMAIL) -> Review:
    return Review(read_roster(TextSource(text), RosterQuestion(date(2025, 7, 28), NOW.date())))


def said(before: Review, line: int, day: date, change: DayChange) -> Review:
    """With a line that a person says is this change."""
    of = next(row.of for row in before.rows if row.line == line)
    hours = BAND_HOURS[Band.EVENING] if change in (SwapSide.TAKEN, Kind.EXTRA) else None
    letter = "W" if hours else "-"
    return before.corrected(of, corrected_reading(of, day, letter, hours, change))


def corrected() -> Review:
    """All of the e-mail, as a person corrects it; the rest is free, and the potluck's line is dropped."""
    after = said(review(), GIVEN, date(2026, 11, 13), SwapSide.GIVEN)
    after = said(after, TAKEN, date(2026, 11, 14), SwapSide.TAKEN)
    after = said(after, VACATION, date(2026, 11, 17), AbsenceKind.LEAVE)
    heading = next(row.of for row in after.rows if row.line == HEADING)
    after = after.corrected(heading, None)
    return after._replace(roster=with_free_rest(after.roster, after.corrections))


def test_the_colleague_of_a_swap_is_kept_and_two_of_them_are_two_swaps() -> None:
    before = corrected()

    def swaps(given: str, taken: str) -> list[Swap]:
        names = {SwapSide.GIVEN: given, SwapSide.TAKEN: taken}
        reading = before.used.readings
        roster = before.used._replace(
            readings=tuple(
                one._replace(colleague=names[one.change]) if one.change in names else one
                for one in reading
            )
        )
        what = roster_outcome(example_plan(), roster, replaces=False)
        plan = use_roster(example_plan(), roster, what, {}, NOW)
        return [change.what for change in plan.changes if isinstance(change.what, Swap)]

    friday, saturday = date(2026, 11, 13), date(2026, 11, 14)
    assert swaps("Lee", "") == [Swap(friday, saturday, Band.EVENING, "Lee")]
    assert swaps("Lee", "Kim") == [
        Swap(friday, None, None, "Lee"),
        Swap(None, saturday, Band.EVENING, "Kim"),
    ]


def outcome(plan: Plan | None = None) -> RosterOutcome:
    return roster_outcome(plan or example_plan(), corrected().used, replaces=False)


def letters(plan: Plan, first: date, last: date) -> str:
    """What is worked each day by the rotation alone."""
    names = {Kind.SHIFT: "S", Kind.ADMIN: "A"}
    days = Schedule(plan._replace(changes=())).days(first, last)
    return "".join(names[day.blocks[0].kind] if day.blocks else "-" for day in days)


def test_the_dates_of_the_whole_roster_leave_no_day_open() -> None:
    before = review()
    states = {row.line: row.state for row in before.rows}
    assert [line for line, state in states.items() if state is RowState.ASIDE] == [1, 2, 4, 29]
    free = [day.date.day for day in with_free_rest(before.roster, ()).readings if day.line is None]
    assert free == [9, 15, 21, 22, 23, 24, 25]


def test_a_heading_alone_is_no_line_that_tells_of_days() -> None:
    (heading,) = review(
        "Squad 2, Dec 14 - Jan 3\n12/17 9a-9p\n12/18 9a-9p\n12/20 off"
    ).roster.unread
    assert heading.aside
    assert heading.dates == ()


def test_a_range_that_speaks_of_leave_keeps_its_days_open() -> None:
    read = review(
        "vacation for Squad 2, Dec 14 - Dec 20\n12/15 9a-9p\n12/18 9a-9p\n12/22 off"
    ).roster
    assert not read.unread[0].aside
    free = [day.date.day for day in with_free_rest(read, ()).readings if day.line is None]
    assert free == [21]


def test_leave_that_is_dropped_does_not_make_its_day_free() -> None:
    before = review()
    vacation = next(row.of for row in before.rows if row.line == VACATION)
    potluck = next(row.of for row in before.rows if row.line == HEADING)
    dropped = before.corrected(vacation, None).corrected(potluck, None)
    whole = with_free_rest(dropped.roster, dropped.corrections)
    free = {day.date.day for day in whole.readings if day.line is None}
    assert 20 in free
    assert 17 not in free


def test_leave_and_a_shift_taken_say_nothing_of_the_rotation_and_one_given_is_its_own() -> None:
    marked = {mark.date.day: mark.letter for mark in outcome().search.marks}
    assert {14, 17}.isdisjoint(marked)
    assert marked[13] == "S"
    assert {9, 15, 20} <= {*marked}


def test_the_rotation_of_an_email_with_leave_and_a_swap() -> None:
    seen = outcome()
    assert seen.repair is None
    assert seen.offers_rotation
    assert sum(change_counts(seen.said({})).values()) == 2
    first = first_of_roster(corrected().used, seen.search)
    assert first == date(2026, 11, 2)
    plan = example_plan()
    after = use_roster(plan, corrected().used, seen, {}, NOW, first)
    assert letters(after, date(2026, 11, 2), date(2026, 11, 29)) == NOVEMBER
    assert [change.what for change in after.changes] == [
        Swap(date(2026, 11, 13), date(2026, 11, 14), Band.EVENING),
        Absence(AbsenceKind.LEAVE, date(2026, 11, 17), date(2026, 11, 17)),
    ]
    days = Schedule(after).days(date(2026, 11, 13), date(2026, 11, 17))
    assert [bool(day.blocks) for day in days] == [False, True, False, True, False]


def test_the_days_before_the_roster_stay_where_they_are_the_persons_own() -> None:
    own = confirm(example_plan(), NOW)
    used, seen = corrected().used, outcome(own)
    first = first_of_roster(used, seen.search)
    assert keeps_before(own, first, seen.search, seen.rotation)
    assert not keeps_before(example_plan(), first, seen.search, seen.rotation)
    before = date(2025, 7, 28), date(2026, 11, 1)
    kept = use_roster(own, used, seen, {}, NOW, first)
    assert Schedule(kept).days(*before) == Schedule(own).days(*before)
    assert [assignment.start for assignment in kept.assignments] == [before[0], first]
    whole = use_roster(own, used, seen, {}, NOW)
    assert letters(whole, date(2026, 11, 2), date(2026, 11, 29)) == NOVEMBER
    assert letters(whole, *before) != letters(own, *before)


def test_what_does_not_fit_the_rotation_changes_nothing() -> None:
    # On Monday, November 9 the rotation has nothing: there is no shift to take leave from.
    text = EMAIL.replace("Tue 11/10 12pm-12am", "Mon 11/9 vacation\nTue 11/10 12pm-12am")
    before = said(review(text), 13, date(2026, 11, 9), AbsenceKind.LEAVE)
    before = said(before, GIVEN + 1, date(2026, 11, 13), SwapSide.GIVEN)
    whole = before._replace(roster=with_free_rest(before.roster, before.corrections))
    seen = roster_outcome(example_plan(), whole.used, replaces=False)
    assert [(each.difference.date.day, each.fits) for each in seen.told] == [(9, False), (13, True)]
    assert sum(change_counts(seen.said({})).values()) == 1
    assert told_words(seen.told[0]) == "Changes nothing: free in the rotation"
    assert told_words(seen.told[1]) == "Off; a shift in the rotation"


def test_two_days_that_differ_like_a_swap_are_one_change() -> None:
    lines = EMAIL.replace("Fri 11/13 off, swapped with Lee", "Fri 11/13 off")
    lines = lines.replace("12pm-12am (for Lee)", "12pm-12am").replace(
        "Tue 11/17 vacation", "Tue 11/17 12pm-12am"
    )
    used = review(lines.replace("Tue 11/17 vacation", "Tue 11/17 12pm-12am"))
    used = used._replace(roster=with_free_rest(used.roster, ()))
    seen = roster_outcome(example_plan(), used.used, replaces=False)
    assert {day.date.day: day.marked for day in seen.differences} == {13: "-", 14: "S"}
    answers = likeliest_answers(seen.differing, {})
    day, other = seen.differences
    assert answer_text(other, DayAnswer.SWAP) == "Keep as a swap with Fri, Nov 13"
    # A day off and a shift more in one week are a swap before they cost leave.
    assert {*answers.values()} == {DayAnswer.SWAP}
    assert unsaid(seen.differing, answers, ()) == ()
    apart = with_answer(answers, seen.differing, other.date, DayAnswer.EXTRA)
    assert apart[day.date] is DayAnswer.LEAVE
    answers = with_answer(apart, seen.differing, other.date, DayAnswer.SWAP)
    assert answers[day.date] is DayAnswer.SWAP
    assert change_counts(seen.said(answers)) == {DayAnswer.SWAP: 1}
    after = use_roster(example_plan(), used.used, seen, answers, NOW)
    assert [change.what for change in after.changes] == [Swap(day.date, other.date)]
    apart = with_answer(answers, seen.differing, other.date, DayAnswer.EXTRA)
    assert apart[day.date] is DayAnswer.LEAVE


def kim_of_november_17() -> RosterOutcome:
    """The e-mail, where Tuesday, November 17 is said to be a shift taken from Kim.

    That week has two more shifts and four hours of admin: without the Tuesday it is 28 hours, which no
    rotation has.
    """
    before = said(review(), GIVEN, date(2026, 11, 13), SwapSide.GIVEN)
    before = said(before, TAKEN, date(2026, 11, 14), SwapSide.TAKEN)
    before = said(before, VACATION, date(2026, 11, 17), SwapSide.TAKEN)
    heading = next(row.of for row in before.rows if row.line == HEADING)
    before = before.corrected(heading, None)
    used = before._replace(roster=with_free_rest(before.roster, before.corrections)).used
    readings = tuple(
        one._replace(colleague="Kim") if one.date == date(2026, 11, 17) else one
        for one in used.readings
    )
    return roster_outcome(example_plan(), used._replace(readings=readings), replaces=False)


def test_a_swap_that_the_rotation_contradicts_is_told_and_its_day_is_never_sure() -> None:
    seen = kim_of_november_17()
    assert seen.offers_rotation
    (contradicting,) = seen.contradicting
    text = contradiction_text(contradicting)
    assert text.startswith("Tue, Nov 17: you said that you took this shift in a swap with Kim.")
    assert "the day stays a shift, not confirmed yet in every cycle" in text
    roster = corrected().used
    after = use_roster(example_plan(), roster, seen, {}, NOW, date(2026, 11, 2))
    # The Tuesday of that week comes again every six weeks: December 29 and February 9.
    tuesdays = [date(2026, 11, 17), date(2026, 12, 29), date(2027, 2, 9)]
    days = [Schedule(after).days(day, day)[0] for day in (*tuesdays, date(2026, 11, 18))]
    assert [day.guess for day in days] == [True, True, True, False]
    assert [day.blocks[0].kind for day in days] == [Kind.SHIFT] * 4
    notes = [change.what for change in after.changes if isinstance(change.what, Note)]
    assert notes == [
        Note(
            date(2026, 11, 17),
            "From your roster: you took this shift in a swap with Kim. Your rotation has the day as"
            " a shift: ask which is right.",
        )
    ]
    again = use_roster(after, roster, seen, {}, NOW, date(2026, 11, 2))
    assert [change.what for change in again.changes if isinstance(change.what, Note)] == notes


def test_of_the_rotations_that_fit_one_is_taken_that_fits_what_was_said() -> None:
    # In the sample Tuesdays of the first week are worked, and so they are in the likeliest schedule.
    plain = review("Thu 11/5 admin 9am-1pm\nTue 11/10 12pm-12am\nMon 11/16 12pm-12am")
    likeliest = roster_outcome(example_plan(), plain.used, replaces=False).rotation
    assert likeliest is not None
    monday = date(2026, 11, 30)
    worked = next(
        monday + timedelta(days=n)
        for n in range(42)
        if likeliest.letters[cycle_day(date(2025, 7, 28), monday + timedelta(days=n)) - 1] == "S"
        and monday + timedelta(days=n) not in (date(2026, 12, 22), date(2026, 12, 28))
    )
    text = f"Thu 11/5 admin 9am-1pm\nTue 11/10 12pm-12am\nMon 11/16 12pm-12am\n{worked:%-m/%-d} Kim"
    seen = roster_outcome(
        example_plan(), said(review(text), 4, worked, SwapSide.TAKEN).used, replaces=False
    )
    assert [(told.difference.date, told.fits) for told in seen.told] == [(worked, True)]
