"""Plan -> Plan: one function for each thing a person can do. Each raises PlanError, a sentence.

All take the moment of the edit. One that changes nothing that is worked does not use it: the history
stays, so that no event looks changed on a phone.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from heartplanner.core.plan.milestones import first_milestones
from heartplanner.core.plan.model import (
    BAND_HOURS,
    CYCLE_DAYS,
    CYCLE_WEEKS,
    FIRST_DATE,
    LAST_DATE,
    Absence,
    Assignment,
    Change,
    Extra,
    Milestone,
    Note,
    OwnHoliday,
    Plan,
    PlanError,
    Revision,
    Swap,
    What,
    dates_of,
)
from heartplanner.core.schedule.changes import ChangeError, before_start
from heartplanner.core.schedule.cycle import assignment_at, place
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import long_date

LONGEST_ABSENCE = 366
LONGEST_ADMIN = 720
LONGEST_TEXT = 2000
MOST_CHANGES = 5000
MOST_MILESTONES = 1000
MOST_HOLIDAYS = 1000
NAMELESS = "a holiday has a name"
BARRED = {"Cc", "Cs", "Zl", "Zp"}
"""Unicode categories that text may not have: control characters, halves of characters, line ends."""
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that turn the direction of the text around them, and so can hide what it says."""


def new_plan(plan_id: str, assignment: Assignment, at: datetime) -> Plan:
    """A plan that begins with this assignment. `at`: now, in UTC and whole seconds, as everywhere here."""
    check_assignment(assignment)
    return Plan(
        plan_id,
        (assignment,),
        milestones=first_milestones(assignment.start),
        history=(Revision(at, assignment.start, None),),
    )


def continued(plan: Plan, start: date) -> Assignment:
    """The assignment in force on `start`, as a new one from there: same cycle week, band and hours."""
    current = assignment_at(plan, start)
    if current is None:
        raise before_start(plan, start)
    return current._replace(start=start, cycle_week=place(current, start)[1])


def assign(plan: Plan, assignment: Assignment, at: datetime) -> Plan:
    """A new assignment from its date on, in place of one of the same date; earlier days stay."""
    continued(plan, assignment.start)
    check_assignment(assignment)
    others = [each for each in plan.assignments if each.start != assignment.start]
    after = plan._replace(
        assignments=tuple(sorted([*others, assignment], key=lambda each: each.start))
    )
    return _checked(after._replace(history=stated(plan, at, [spell_of(after, assignment)])))


def confirm(plan: Plan, at: datetime) -> Plan:
    """The responder says that every rotation in the plan is their own: no example, and no guess."""
    guessed = [spell_of(plan, each) for each in plan.assignments if each.guesses]
    return plan._replace(
        assignments=tuple(each._replace(confirmed=True, guesses=()) for each in plan.assignments),
        history=stated(plan, at, guessed),
    )


def spell_of(plan: Plan, assignment: Assignment) -> tuple[date, date | None]:
    """The first and the last day on which an assignment of the plan is in force; None: without an end."""
    later = [each.start for each in plan.assignments if each.start > assignment.start]
    return assignment.start, later[0] - timedelta(days=1) if later else None


def add_change(plan: Plan, what: What, at: datetime) -> Plan:
    """The change, after all the earlier ones."""
    return with_change(plan, what, at).plan


def with_change(plan: Plan, what: What, at: datetime) -> Schedule:
    """The same with what follows from it: checking it makes its days, which a preview needs too."""
    if len(plan.changes) >= MOST_CHANGES:
        raise PlanError(f"a plan holds at most {MOST_CHANGES} changes: remove old ones first")
    check_change(what)
    change = Change(max((c.id for c in plan.changes), default=0) + 1, what)
    after = plan._replace(changes=(*plan.changes, change), history=stated(plan, at, _days_of(what)))
    try:
        return Schedule(after)
    except ChangeError as error:  # the new one has no number yet that anybody knows
        raise PlanError(error.reason) from None


def remove_change(plan: Plan, change_id: int, at: datetime) -> Plan:
    """The plan without this change, if the later ones still fit."""
    for index, change in enumerate(plan.changes):
        if change.id == change_id:
            rest = plan.changes[:index] + plan.changes[index + 1 :]
            after = plan._replace(changes=rest, history=stated(plan, at, _days_of(change.what)))
            try:
                return _checked(after)
            except ChangeError as error:
                later = error.change.id
                raise PlanError(f"change {later} builds on it: remove {later} first") from None
    raise PlanError(f"there is no change {change_id}")


def add_milestone(plan: Plan, day: date, title: str, _at: datetime) -> Plan:
    """One more milestone; its date may lie before the start date."""
    if len(plan.milestones) >= MOST_MILESTONES:
        raise PlanError(f"a plan holds at most {MOST_MILESTONES} milestones: remove old ones first")
    milestone = Milestone(max((each.id for each in plan.milestones), default=0) + 1, day, title)
    check_milestone(milestone)
    return plan._replace(milestones=(*plan.milestones, milestone))


def remove_milestone(plan: Plan, milestone_id: int, _at: datetime) -> Plan:
    removed = milestone_of(plan, milestone_id)
    return plan._replace(milestones=tuple(each for each in plan.milestones if each != removed))


def finish_milestone(plan: Plan, milestone_id: int, done: bool, _at: datetime) -> Plan:
    """The milestone done, or with `done` False to be done again."""
    found = milestone_of(plan, milestone_id)
    return plan._replace(
        milestones=tuple(
            each._replace(done=done) if each == found else each for each in plan.milestones
        )
    )


def milestone_of(plan: Plan, milestone_id: int) -> Milestone:
    """The milestone of this id. Raises PlanError."""
    for each in plan.milestones:
        if each.id == milestone_id:
            return each
    raise PlanError(f"there is no milestone {milestone_id}")


def add_holiday(plan: Plan, day: date, name: str, _at: datetime) -> Plan:
    """A holiday of this name, in place of what the date was called before."""
    if not name:
        raise PlanError(NAMELESS)
    return _with_holiday(plan, OwnHoliday(day, name))


def remove_holiday(plan: Plan, day: date, _at: datetime) -> Plan:
    """The date is no holiday for the responder, whatever the public list says."""
    if OwnHoliday(day, "") in plan.holidays:
        raise PlanError(f"{long_date(day)} is no holiday already")
    return _with_holiday(plan, OwnHoliday(day, ""))


def _with_holiday(plan: Plan, holiday: OwnHoliday) -> Plan:
    check_holiday(holiday)
    others = [each for each in plan.holidays if each.date != holiday.date]
    if len(others) >= MOST_HOLIDAYS:
        raise PlanError(f"a plan holds at most {MOST_HOLIDAYS} holidays of one's own")
    return plan._replace(holidays=tuple(sorted([*others, holiday])))


def check_milestone(milestone: Milestone) -> None:
    """What a milestone must be by itself. Raises PlanError."""
    _check_dates(milestone.date, milestone.date)
    check_text(milestone.title)
    if not milestone.title.strip():
        raise PlanError("a milestone has a title")


def check_holiday(holiday: OwnHoliday) -> None:
    """What a holiday of one's own must be by itself. Raises PlanError."""
    _check_dates(holiday.date, holiday.date)
    check_text(holiday.name)
    if holiday.name and not holiday.name.strip():
        raise PlanError(NAMELESS)


def check_change(what: What) -> None:
    """What a change must be by itself, whatever the days are. Raises PlanError."""
    for first, last in dates_of(what):
        _check_dates(first, last)
    match what:
        case Absence(_, first, last) if (last - first).days >= LONGEST_ABSENCE:
            raise PlanError(f"an absence covers at most {LONGEST_ABSENCE} days")
        case Swap(None, None):
            raise PlanError("a swap gives a shift, takes one, or both")
        case Note(_, text) if not text.strip():
            raise PlanError("a note has words")
        case Swap(colleague=text) | Note(text=text):
            check_text(text)
        case Extra(_, band, hours) if band is not None and hours != BAND_HOURS[band]:
            raise PlanError(f"an extra {band} shift has the hours of its band")
        case _:
            pass


def check_text(text: str) -> None:
    """Text from a person: one line, nothing in it that a screen or a calendar would obey."""
    if len(text) > LONGEST_TEXT:
        raise PlanError(f"a text has at most {LONGEST_TEXT} characters, this has {len(text)}")
    for character in text:
        if unicodedata.category(character) in BARRED or character in TURNING:
            raise PlanError(f"a text is one line, without control characters such as {character!a}")


def check_assignment(assignment: Assignment) -> None:
    """What an assignment must be by itself. Raises PlanError."""
    _check_dates(assignment.start, assignment.start)
    if not 1 <= assignment.cycle_week <= CYCLE_WEEKS:
        raise PlanError(f"the cycle week is 1 to {CYCLE_WEEKS}, not {assignment.cycle_week}")
    if not 1 <= assignment.admin_minutes <= LONGEST_ADMIN:
        raise PlanError(f"an admin block has 1 to {LONGEST_ADMIN} minutes")
    if any(not 1 <= day <= CYCLE_DAYS for day in assignment.guesses):
        raise PlanError(f"a guess is a day of the cycle, 1 to {CYCLE_DAYS}")


def _check_dates(first: date, last: date) -> None:
    if last < first:
        raise PlanError(f"{last} is before {first}")
    if first < FIRST_DATE or last > LAST_DATE:
        raise PlanError(f"a plan's dates lie from {FIRST_DATE.year} to {LAST_DATE.year}")


def _days_of(what: What) -> tuple[tuple[date, date], ...]:
    """The spans of the days whose facts a change states anew: a note is in no calendar."""
    return () if isinstance(what, Note) else dates_of(what)


def stated(
    plan: Plan, at: datetime, spans: Iterable[tuple[date, date | None]]
) -> tuple[Revision, ...]:
    """The history with an edit of these days; its stamps never go back, whatever the clock does."""
    at = max(at, plan.history[-1].at)
    return plan.history + tuple(Revision(at, first, last) for first, last in spans)


def _checked(plan: Plan) -> Plan:
    """The plan, if each of its changes fits what the earlier ones left."""
    Schedule(plan)  # cannot be made where one does not
    return plan
