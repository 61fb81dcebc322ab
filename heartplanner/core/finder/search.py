"""The search for one's rotation: marking days, what follows from the marks, and using what is found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from heartplanner.core.edits.edits import (
    assign,
    assignment_span,
    confirm,
    continued,
    without_empty_search,
)
from heartplanner.core.edits.history import history_after
from heartplanner.core.finder.conflict import Conflict, find_conflict
from heartplanner.core.finder.counting.counts import RotationCounts, count_rotations
from heartplanner.core.finder.counting.marks import (
    ANY_LETTERS,
    allowed_letters,
    check_search,
    cycle_day,
)
from heartplanner.core.finder.counting.work_week_counts import fitting_work_week
from heartplanner.core.finder.own_rotation import continued_days, own_rotation
from heartplanner.core.finder.roster_hours import (
    has_own_rotation,
    kept_hours,
    with_kept_hours,
    with_roster_hours,
)
from heartplanner.core.plan.model import (
    CYCLE_DAYS,
    Assignment,
    Mark,
    Options,
    Plan,
    PlanError,
    Rotation,
    Search,
    unmarked_search,
)
from heartplanner.core.roster.roster import Roster, SwapSide, only_hours, without_band
from heartplanner.core.schedule.cycle import assignment_at, place, plain_letters
from heartplanner.core.words.english import full_date

STEPS_SHOWN = 4


class Findings(NamedTuple):
    """A search, what its marks leave, and, where that is nothing, why."""

    search: Search
    left: RotationCounts
    conflict: Conflict | None


def search_of(plan: Plan) -> Search:
    """The plan's search, or one in which nothing is marked."""
    return plan.search or unmarked_search(plan.assignments[0])


def counts_of(search: Search) -> RotationCounts:
    """What the marks of a search leave."""
    return count_rotations(allowed_letters(search.marks, search.start), search.options)


def findings(search: Search) -> Findings:
    """What follows from a search."""
    left = counts_of(search)
    conflict = None if left.total else find_conflict(search.marks, search.start, search.options)
    return Findings(search, left, conflict)


def total_rotations(options: Options) -> int:
    """How many rotations keep the rules, with nothing marked."""
    return count_rotations(ANY_LETTERS, options).total


def counts_by_mark(search: Search) -> list[int]:
    """How many rotations were left before the last few marks, and after each."""
    first = max(0, len(search.marks) - STEPS_SHOWN)
    counts = range(first, len(search.marks) + 1)
    return [counts_of(search._replace(marks=search.marks[:n])).total for n in counts]


def marked(search: Search, marks: Sequence[Mark]) -> Search:
    """With these marks, each in place of what was marked on its day of the cycle."""
    days = {cycle_day(search.start, mark.date) for mark in marks}
    return search._replace(marks=(*unmarked(search, days).marks, *marks))


def unmarked(search: Search, days: set[int]) -> Search:
    """Without the marks of these days of the cycle, 1 to 42."""
    kept = (mark for mark in search.marks if cycle_day(search.start, mark.date) not in days)
    return search._replace(marks=tuple(kept))


def begun_on(search: Search, start: date) -> Search:
    """The search from another date on, whose week is week 1; marks before that date go."""
    marks = tuple(mark for mark in search.marks if mark.date >= start)
    return search._replace(start=start, marks=marks)


def confirmed(plan: Plan, at: datetime) -> Plan:
    """The plan with all rotations the person's own; what they confirm of one that was found is marked."""
    after, search = confirm(plan, at), search_of(plan)
    for assignment in plan.assignments:
        # The days of both cycles are to have the same numbers.
        if not search.marks or place(assignment, search.start)[1] != 1:
            continue
        letters = assignment.rotation.letters
        since = max(search.start, assignment.start)
        marks = [
            Mark(_date_from(search, since, day), letters[day - 1]) for day in assignment.guesses
        ]
        known = marked(search, marks)
        if marks and counts_of(known).total:
            return with_search(after, known, at)
    return after


def _date_from(search: Search, since: date, day: int) -> date:
    """The first date from `since` on that falls on this day of the cycle, 1 to 42."""
    return since + timedelta((day - cycle_day(search.start, since)) % CYCLE_DAYS)


def with_search(plan: Plan, search: Search, at: datetime, *, doubts_known: bool = True) -> Plan:
    """The plan with this search. The guesses of a rotation that it found are worked out again.

    `doubts_known`: whether that may make guesses of days that were none.
    """
    check_search(search)
    if not search.marks:  # the hours of a roster go with its days
        search = search._replace(hours=None)
    if search.start < plan.start:
        raise PlanError(f"{search.start} is before your start date, {full_date(plan.start)}")
    before = search_of(plan)
    after = without_empty_search(plan._replace(search=search))
    for index, assignment in enumerate(plan.assignments):
        # A rotation that was typed or confirmed has other guesses than the search would tell.
        by_search = assignment.start == before.start == search.start and assignment.cycle_week == 1
        if by_search and assignment.guesses == guesses(assignment, before):
            now = assignment._replace(guesses=guesses(assignment, search))
            doubted = {*now.guesses} - {*assignment.guesses}
            if now != assignment and (doubts_known or not doubted):
                after = after._replace(
                    assignments=(*plan.assignments[:index], now, *plan.assignments[index + 1 :]),
                    history=history_after(plan, at, [assignment_span(plan, assignment)]),
                )
    return after


def guesses(assignment: Assignment, search: Search) -> tuple[int, ...]:
    """The days of its rotation that are not certain by a search, or certain to be something else."""
    left = counts_of(search)
    # The finder counts rotations by their shifts, whatever the band of each: D and E are S to it.
    letters = plain_letters(assignment.rotation)
    days = range(1, CYCLE_DAYS + 1)
    return tuple(day for day in days if left.letter(day) != letters[day - 1])


def follows_from_marks(plan: Plan, day: date) -> bool:
    """Whether nobody said what the rotation has on a day: it follows from the marks and HEART's rules.

    That is so only where the rotation in force was found by the plan's search, and was neither typed nor
    confirmed since: the days that are open in it are then those that the search leaves open.
    """
    assignment, search = assignment_at(plan, day), plan.search
    if assignment is None or search is None or day < search.start:
        return False
    week = place(assignment, day)[1]
    of_cycle = cycle_day(search.start, day)
    if of_cycle != (week - 1) * 7 + day.weekday() + 1 or of_cycle in assignment.guesses:
        return False
    said = {cycle_day(search.start, mark.date) for mark in search.marks}
    # Days that a person's own words contradict are open beside those that the search leaves open.
    is_found = {*guesses(assignment, search)} <= {*assignment.guesses}
    return bool(said) and of_cycle not in said and is_found


def use(
    plan: Plan,
    search: Search,
    rotation: Rotation,
    at: datetime,
    first: date | None = None,
    doubted: Iterable[int] = (),
) -> Plan:
    """The plan worked by this one of the rotations that are left, from the search's start on.

    Where others are left too, the days on which they differ are guesses, and so are the `doubted` days of
    the cycle, 1 to 42. `first`: the date from which on it is worked, where that is later; the days before
    stay. The hours that the search keeps are assigned from their own date on.
    """
    first = first or search.start
    current = continued(plan, first)
    work_week = fitting_work_week(search.options, rotation, current.work_week)
    assignment = current._replace(
        rotation=rotation,
        cycle_week=(cycle_day(search.start, first) - 1) // 7 + 1,
        confirmed=True,
        work_week=work_week,
    )
    # A rotation that is the person's own already stays as sure as it is.
    own = continued_days(plan, search, rotation, first) or ()
    is_open = {*guesses(assignment, search)}.difference(own).union(doubted)
    assignment = assignment._replace(guesses=tuple(sorted(is_open)))
    if not is_open and own_rotation(plan, search, first) == rotation:
        # The same days may be written from another week of the cycle on: they stay as they are written.
        assignment = current._replace(work_week=work_week)
    # The days before may be of another rotation, and one's own is known: no mark makes them doubtful.
    found = search._replace(hours=None)
    after = with_search(plan, found, at, doubts_known=first == search.start and not own)
    # Where nothing of it is other nothing is assigned; the hours of a roster need a beginning of their own.
    if assignment != current or search.hours:
        after = assign(after, assignment, at)
    return with_kept_hours(after, assignment, search.hours, at) if search.hours else after


def roster_search(plan: Plan, roster: Roster, *, replaces: bool = False) -> Search:
    """The plan's search with the marks of a roster, each in place of what was marked on its day.

    Where all its shifts have the same hours they are shifts of the hours that are assigned. `replaces`:
    nothing that was marked before stays.
    """
    search = search_of(plan)
    before = search._replace(marks=(), hours=None) if replaces else search
    alike = roster if only_hours(roster) is None else without_band(roster)
    changed = {reading.date for reading in roster.readings if reading.change}
    kept = tuple(mark for mark in before.marks if mark.date not in changed)
    hours = kept_hours(plan, roster, before)
    return _with_given(marked(before._replace(marks=kept, hours=hours), alike.marks), roster)


def _with_given(search: Search, roster: Roster) -> Search:
    """With a shift on each day on which one was given away: the rotation had it there.

    Where that fits no rotation the shift given away was one that had been taken or added before.
    """
    known = {cycle_day(search.start, mark.date) for mark in search.marks}
    given = [
        Mark(reading.date, "S")
        for reading in roster.readings
        if reading.change is SwapSide.GIVEN
        and reading.date >= search.start
        and cycle_day(search.start, reading.date) not in known
    ]
    after = marked(search, given)
    return after if given and counts_of(after).total else search


def with_roster(plan: Plan, roster: Roster, at: datetime, *, replaces: bool = False) -> Plan:
    """The plan with a roster's marks.

    Where all its shifts have the same hours, a first rotation gets them; a person's own gets them once the
    rotation that is looked for is used.
    """
    search = roster_search(plan, roster, replaces=replaces)
    with_band = with_roster_hours(plan, roster, search_of(plan).start, at)
    # It may be of a rotation to come: then it says nothing of the one that is there.
    return with_search(with_band, search, at, doubts_known=not has_own_rotation(plan))
