"""What the first steps ask: the first day, the usual hours and the days of the first rotation.

Each answer is about the first assignment, from the start date on; later assignments stay as they are.
An answer that is true already is no edit: no day is told anew.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from heartplanner.core.edits.checks import check_assignment
from heartplanner.core.edits.edits import (
    assign,
    assignment_span,
    with_assigned_hours,
    without_empty_search,
)
from heartplanner.core.edits.history import history_after
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.milestones import first_milestones
from heartplanner.core.plan.model import (
    CYCLE_DAYS,
    Assignment,
    Plan,
    PlanError,
    Revision,
    Rotation,
    Search,
)
from heartplanner.core.schedule.changes import ChangeError
from heartplanner.core.schedule.cycle import assigned_band, plain_letters
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import full_date

OTHER_SHIFT = {"D": "E", "E": "D"}


class UsualHours(StrEnum):
    """Which of the two shift hours (P5) a person works, or other ones."""

    DAY = "day"
    EVENING = "evening"
    BOTH = "both"
    OTHER = "other"


def usual_hours(assignment: Assignment) -> UsualHours:
    """Both where the rotation's own letters say which shift it is, else the assigned ones."""
    if set(assignment.rotation.letters) & set(OTHER_SHIFT):
        return UsualHours.BOTH
    return UsualHours(assigned_band(assignment) or UsualHours.OTHER)


def mixed(rotation: Rotation) -> bool:
    """Whether the rotation has shifts of both hours."""
    return set(OTHER_SHIFT) <= set(rotation.letters)


def with_start(plan: Plan, start: date, at: datetime) -> Plan:
    """The plan from another start date on, which falls in the same week of the cycle as the old one.

    The reminder dates that a new plan begins with move along, unless they were changed or done. Raises
    PlanError where a later rotation or a change does not leave room for the date.
    """
    if start == plan.start:
        return plan
    old, *later = plan.assignments
    first = old._replace(start=start)
    check_assignment(first)
    if later and start >= later[0].start:
        raise PlanError(
            f"your rotation changes on {full_date(later[0].start)}: choose a day before it"
        )
    moved_on = dict(zip(first_milestones(plan.start), first_milestones(start), strict=False))
    moved = plan._replace(
        assignments=(first, *later),
        milestones=tuple(moved_on.get(milestone, milestone) for milestone in plan.milestones),
        search=_search_from(plan, start),
        history=_history_from(plan, min(start, plan.start), at),
    )
    after = without_empty_search(moved)
    try:
        Schedule(after)
    except ChangeError as error:
        raise PlanError(
            f"you changed a day that would no longer fit ({error.reason}): take that back first"
        ) from None
    return after


def with_both_hours(plan: Plan, at: datetime) -> Plan:
    """The first rotation with shifts of both hours.

    Each shift gets a letter of its own, so far that of the assigned band; which of them are the other
    ones is then said day by day.
    """
    first = plan.assignments[0]
    if usual_hours(first) is UsualHours.BOTH:
        return plan
    letter = "D" if first.band is Band.DAY else "E"
    lettered = Rotation(first.rotation.letters.replace("S", letter))
    return assign(plan, first._replace(rotation=lettered, shift_hours=None), at)


def with_usual_hours(plan: Plan, hours: Hours, at: datetime) -> Plan:
    """The first rotation with these hours for all its shifts. Raises PlanError for hours of no length."""
    first = plan.assignments[0]
    # D and E would keep the hours of their band: S takes those that are assigned.
    plain = Rotation(plain_letters(first.rotation))
    after = with_assigned_hours(first._replace(rotation=plain), hours)
    return plan if after == first else assign(plan, after, at)


def with_work_week(plan: Plan, first_weekday: int, _at: datetime) -> Plan:
    """The first rotation counted by the work week that begins on this weekday, 0 Monday to 6 Sunday.

    It changes no day, only which of them are summed together: no day is told anew.
    """
    first, *later = plan.assignments
    changed = first._replace(work_week=first_weekday)
    check_assignment(changed)
    return without_empty_search(plan._replace(assignments=(changed, *later)))


def with_other_shift(plan: Plan, index: int, at: datetime) -> Plan:
    """The first rotation with an evening shift for a day shift, or back, on the day `index`, 0 to 41.

    Raises PlanError where there is neither.
    """
    first = plan.assignments[0]
    letters = first.rotation.letters
    if letters[index] not in OTHER_SHIFT:
        raise PlanError("there is no shift on this day of the rotation")
    changed = f"{letters[:index]}{OTHER_SHIFT[letters[index]]}{letters[index + 1 :]}"
    return assign(plan, first._replace(rotation=Rotation(changed)), at)


def with_rotation(plan: Plan, rotation: Rotation, at: datetime) -> Plan:
    """The first rotation with other letters: each day is as it was typed, and none is unsure."""
    after = plan.assignments[0]._replace(rotation=rotation, guesses=())
    return plan if after == plan.assignments[0] else assign(plan, after, at)


def with_first_confirmed(plan: Plan, _at: datetime) -> Plan:
    """The first rotation is the person's own, no example.

    Days of it that the finder left open stay guesses: those are confirmed by themselves.
    """
    first, *later = plan.assignments
    return plan._replace(assignments=(first._replace(confirmed=True), *later))


def with_sample_days(plan: Plan, at: datetime) -> Plan:
    """The first rotation is the person's own, and none of its days is confirmed yet.

    Whoever works like the sample has said so of the whole: of single days it is a guess like a finder's.
    """
    unsure = plan.assignments[0]._replace(guesses=tuple(range(1, CYCLE_DAYS + 1)))
    after = plan._replace(
        assignments=(unsure, *plan.assignments[1:]),
        history=history_after(plan, at, [assignment_span(plan, plan.assignments[0])]),
    )
    return with_first_confirmed(after, at)


def _history_from(plan: Plan, day: date, at: datetime) -> tuple[Revision, ...]:
    """The history with all days of the first rotation told anew, those that were lost or won included.

    A plan's first revision is there from its first day on: it is older than any later start.
    """
    begun, *since = plan.history
    begun = begun._replace(first=min(begun.first, day))
    older = plan._replace(history=(begun, *since))
    return history_after(older, at, [(day, assignment_span(plan, plan.assignments[0])[1])])


def _search_from(plan: Plan, start: date) -> Search | None:
    """The search, which never begins before the start; one from the old start moves with it."""
    search = plan.search
    if search is None or (search.start != plan.start and search.start >= start):
        return search
    marks = tuple(mark for mark in search.marks if mark.date >= start)
    return search._replace(start=start, marks=marks)
