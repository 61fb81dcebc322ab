"""The edits: one pure function from plan to plan for each thing a person can do.

Each raises PlanError, a sentence for that person. Each takes the moment of the edit, `at` (UTC). One that
changes nothing that is worked does not use it: the history stays, and no event looks changed on a phone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from heartplanner.core.edits.checks import (
    NAMELESS,
    check_assignment,
    check_change,
    check_holiday,
    check_milestone,
    with_plain_texts,
)
from heartplanner.core.edits.history import history_after
from heartplanner.core.edits.overtaken import without_overtaken
from heartplanner.core.plan.change import Change, ChangeDetail, Note, dates_of
from heartplanner.core.plan.hours import HOURS_BAND, Hours
from heartplanner.core.plan.milestones import first_milestones
from heartplanner.core.plan.model import (
    Assignment,
    Milestone,
    OwnHoliday,
    Plan,
    PlanError,
    Revision,
    unmarked_search,
)
from heartplanner.core.schedule.changes import BuiltOnError, ChangeError, before_start
from heartplanner.core.schedule.cycle import assignment_at, place
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import long_date
from heartplanner.core.words.plain_text import without_unseen

MOST_CHANGES = 5000
TOO_MANY_CHANGES = f"a schedule holds at most {MOST_CHANGES} changes: take back old ones first"
MOST_MILESTONES = 1000
MOST_HOLIDAYS = 1000


def new_plan(plan_id: str, assignment: Assignment, at: datetime) -> Plan:
    """A plan that begins with this assignment. `at`: now, in UTC and whole seconds, as everywhere here."""
    check_assignment(assignment)
    return Plan(
        plan_id,
        (assignment,),
        milestones=first_milestones(assignment.start),
        history=(Revision(at, assignment.start, None, 0),),
    )


def continued(plan: Plan, start: date) -> Assignment:
    """The assignment in force on `start`, as a new one from there: same cycle week, band and hours."""
    # The new assignment continues the cycle, unless a person says otherwise: no day changes by itself.
    current = assignment_at(plan, start)
    if current is None:
        raise before_start(plan, start)
    return current._replace(start=start, cycle_week=place(current, start)[1])


def with_assigned_hours(assignment: Assignment, hours: Hours) -> Assignment:
    """The assignment with these shift hours: those of a band are that band, others are one's own."""
    band = HOURS_BAND.get(hours)
    if band is None:
        return assignment._replace(shift_hours=hours)
    return assignment._replace(band=band, shift_hours=None)


def assign(plan: Plan, assignment: Assignment, at: datetime) -> Plan:
    """A new assignment from its date on, in place of one of the same date; earlier days stay.

    Swaps for which it leaves no room are pending then.
    """
    continued(plan, assignment.start)  # refuses a date before the start
    check_assignment(assignment)
    others = [other for other in plan.assignments if other.start != assignment.start]
    in_order = sorted([*others, assignment], key=lambda other: other.start)
    after = without_empty_search(plan._replace(assignments=tuple(in_order)))
    after, spans = without_overtaken(after)
    told = [assignment_span(after, assignment), *spans]
    return after._replace(history=history_after(plan, at, told))


def without_empty_search(plan: Plan) -> Plan:
    """The plan without its search, if that says nothing: no mark, and no option of its own."""
    return (
        plan._replace(search=None) if plan.search == unmarked_search(plan.assignments[0]) else plan
    )


def confirm(plan: Plan, at: datetime) -> Plan:
    """The plan with all its rotations the responder's own: none is an example, and no day a guess."""
    # A day that is no guess any more is told otherwise on a phone, so the history dates it anew.
    guessed = [
        assignment_span(plan, assignment) for assignment in plan.assignments if assignment.guesses
    ]
    sure = [assignment._replace(confirmed=True, guesses=()) for assignment in plan.assignments]
    return plan._replace(assignments=tuple(sure), history=history_after(plan, at, guessed))


def assignment_span(plan: Plan, assignment: Assignment) -> tuple[date, date | None]:
    """The first and the last day on which an assignment of the plan is in force; None: without an end."""
    later = [other.start for other in plan.assignments if other.start > assignment.start]
    return assignment.start, later[0] - timedelta(days=1) if later else None


def add_change(plan: Plan, what: ChangeDetail, at: datetime) -> Plan:
    """The plan with the change after all the earlier ones."""
    return with_change(plan, what, at).plan


def with_change(plan: Plan, what: ChangeDetail, at: datetime) -> Schedule:
    """The schedule with the change after all the earlier ones, for a preview needs that too."""
    return with_changes(plan, (what,), at)


def with_changes(plan: Plan, whats: Sequence[ChangeDetail], at: datetime) -> Schedule:
    """The schedule with these changes, in their order, after all the earlier ones."""
    if len(plan.changes) + len(whats) > MOST_CHANGES:
        raise PlanError(TOO_MANY_CHANGES)
    whats = [with_plain_texts(what) for what in whats]
    # Checked by itself first: what is wrong with a change is said before what is wrong with the days.
    for what in whats:
        check_change(what)
    added = tuple(Change(plan.next_id + number, what) for number, what in enumerate(whats))
    history = history_after(plan, at, [span for what in whats for span in _days_of(what)])
    try:
        return Schedule(plan._replace(changes=(*plan.changes, *added), history=history))
    except ChangeError as error:  # the new one has no number yet that anybody knows
        raise PlanError(error.reason) from None


def remove_change(plan: Plan, change_id: int, at: datetime) -> Plan:
    """The plan without this change, if the later ones still fit. Raises BuiltOnError where they do not."""
    return without_change(plan, change_id, at).plan


def without_change(plan: Plan, change_id: int, at: datetime) -> Schedule:
    """The schedule of the plan without this change, as `remove_change`."""
    for index, change in enumerate(plan.changes):
        if change.id == change_id:
            # The later changes are replayed without this one, and may no longer fit.
            rest = plan.changes[:index] + plan.changes[index + 1 :]
            told = history_after(plan, at, _days_of(change.what))
            return if_later_fit(plan._replace(changes=rest, history=told))
    raise PlanError(f"there is no change {change_id}")


def if_later_fit(plan: Plan) -> Schedule:
    """The schedule of a plan from which a change was taken, if the later ones still fit.

    Raises BuiltOnError where they do not.
    """
    try:
        return Schedule(plan)
    except ChangeError as error:
        raise BuiltOnError(error.change) from None


def add_milestone(plan: Plan, day: date, title: str, _at: datetime) -> Plan:
    """The plan with one more milestone; its date may lie before the start date."""
    if len(plan.milestones) >= MOST_MILESTONES:
        raise PlanError(
            f"a schedule holds at most {MOST_MILESTONES} reminder dates: remove old ones first"
        )
    # The next number after the highest, so that a number which a person knows never changes its meaning
    # while its milestone is there.
    number = max((known.id for known in plan.milestones), default=0) + 1
    milestone = Milestone(number, day, without_unseen(title))
    check_milestone(milestone)
    return plan._replace(milestones=(*plan.milestones, milestone))


def remove_milestone(plan: Plan, milestone_id: int, at: datetime) -> Plan:
    removed = milestone_of(plan, milestone_id)
    rest = tuple(kept for kept in plan.milestones if kept != removed)
    # Its number may be the next one's, whose event then has the same UID if it is on the same day.
    again = all(kept.id < milestone_id for kept in rest)
    told = [(removed.date, removed.date)] if again else []
    return plan._replace(milestones=rest, history=history_after(plan, at, told))


def finish_milestone(plan: Plan, milestone_id: int, done: bool, _at: datetime) -> Plan:
    """The plan with the milestone done; with `done` False, to be done again."""
    was = milestone_of(plan, milestone_id)
    now = was._replace(done=done)
    return plan._replace(milestones=tuple(now if kept == was else kept for kept in plan.milestones))


def milestone_of(plan: Plan, milestone_id: int) -> Milestone:
    """The milestone of this id. Raises PlanError."""
    for milestone in plan.milestones:
        if milestone.id == milestone_id:
            return milestone
    raise PlanError(f"there is no reminder date {milestone_id}")


def add_holiday(plan: Plan, day: date, name: str, _at: datetime) -> Plan:
    """The plan with a holiday of this name, in place of what the date was called before."""
    seen = without_unseen(name)
    if not seen:
        raise PlanError(NAMELESS)
    return _with_holiday(plan, OwnHoliday(day, seen))


def remove_holiday(plan: Plan, day: date, _at: datetime) -> Plan:
    """The plan in which the date is no holiday, whatever the public list says."""
    if OwnHoliday(day, "") in plan.holidays:
        raise PlanError(f"{long_date(day)} is already no holiday")
    return _with_holiday(plan, OwnHoliday(day, ""))


def _with_holiday(plan: Plan, holiday: OwnHoliday) -> Plan:
    check_holiday(holiday)
    others = [other for other in plan.holidays if other.date != holiday.date]
    if len(others) >= MOST_HOLIDAYS:
        raise PlanError(f"a schedule holds at most {MOST_HOLIDAYS} holidays of your own")
    return plan._replace(holidays=tuple(sorted([*others, holiday])))


def _days_of(what: ChangeDetail) -> tuple[tuple[date, date], ...]:
    """The spans of the days that a change makes look different in a calendar. A note is in none."""
    return () if isinstance(what, Note) else dates_of(what)
