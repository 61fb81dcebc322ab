"""Working by a rotation from which some marks differ, with what was said of each of those days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from heartplanner.core.edits.edits import add_change
from heartplanner.core.finder.repair.differences import (
    ABSENCES,
    NO_HOURS,
    DayAnswer,
    Difference,
    differences,
    nearest_pairs,
)
from heartplanner.core.finder.search import use
from heartplanner.core.plan.change import (
    Absence,
    AbsenceKind,
    ChangeDetail,
    Extra,
    MovedAdmin,
    OtherHours,
    Swap,
)
from heartplanner.core.plan.hours import HOURS_BAND, Hours
from heartplanner.core.plan.model import (
    ADMIN,
    FREE,
    LETTER_BANDS,
    SHIFTS,
    Assignment,
    Plan,
    PlanError,
    Rotation,
    Search,
)
from heartplanner.core.schedule.blocks import Block
from heartplanner.core.schedule.cycle import admin_hours, assignment_at, letter_hours
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import full_date, listed, long_date

Answers = Mapping[date, DayAnswer]
"""What each date was on which the marks differ from a rotation."""


class BesideMarks(NamedTuple):
    """What is known besides marks.

    `hours`: those that a roster states for its days; `told`: days without a mark, and what each was;
    `first`: from when on the rotation is worked, if that is not from the search's start on; `doubted`: days
    of the cycle, 1 to 42, that are not confirmed whatever the marks say.
    """

    hours: Mapping[date, Hours] = NO_HOURS
    told: tuple[tuple[Difference, DayAnswer], ...] = ()
    first: date | None = None
    doubted: frozenset[int] = frozenset()


MARKS_ALONE = BesideMarks()


def without_dates(search: Search, dates: Answers) -> Search:
    """The search without the marks of these dates: they say nothing of the rotation."""
    return search._replace(marks=tuple(mark for mark in search.marks if mark.date not in dates))


def use_repaired(
    plan: Plan,
    search: Search,
    rotation: Rotation,
    answers: Answers,
    at: datetime,
    beside: BesideMarks = MARKS_ALONE,
) -> Plan:
    """The plan worked by a rotation from the search's start on, with the changes that were said.

    Every date on which the search's marks differ from the rotation is to have an answer, and no other; the
    marks of these dates leave the search, since they say nothing of the rotation. Raises PlanError.
    """
    differing = differences(search, rotation, beside.hours)
    _check_answers(differing, answers)
    # First the rotation, and then the changes: each is a change of what that rotation has.
    kept = without_dates(search, answers)
    after = use(plan, kept, rotation, at, beside.first, beside.doubted)
    said = [*((difference, answers[difference.date]) for difference in differing), *beside.told]
    # Earlier days are worked by another rotation: what they were is no change of this one.
    since = beside.first or search.start
    for what in day_changes(after, [answered for answered in said if _date_of(answered) >= since]):
        after = add_change(after, what, at)
    return after


def day_changes(
    plan: Plan, said: Sequence[tuple[Difference, DayAnswer]]
) -> tuple[ChangeDetail, ...]:
    """What the answers change in a plan that is worked by the rotation already: one of each swap."""
    changes = [
        what for answered in sorted(said, key=_date_of) for what in _changes(plan, *answered)
    ]
    # Either day of a swap tells of its half alone. Two halves that are near make one change, whose shift
    # then moves on a phone and is not lost and won.
    halves = [what for what in changes if isinstance(what, Swap)]
    given = {half.give: half for half in halves if half.give}
    taken = {half.take: half for half in halves if half.take}
    pairs = {
        day: to
        for day, to in nearest_pairs(given, taken)
        # Shifts swapped with two colleagues are two swaps, however near they are.
        if len({given[day].colleague, taken[to].colleague} - {""}) < 2
    }
    joined = {taken[to] for to in pairs.values()}
    return tuple(
        taken[pairs[what.give]]._replace(
            give=what.give, colleague=what.colleague or taken[pairs[what.give]].colleague
        )
        if isinstance(what, Swap) and what.give in pairs
        else what
        for what in changes
        if what not in joined
    )


def _date_of(said: tuple[Difference, DayAnswer]) -> date:
    return said[0].date


def _check_answers(differing: tuple[Difference, ...], answers: Answers) -> None:
    """Refuse, with a PlanError, answers that are missing or do not suit their days."""
    dates = {difference.date for difference in differing}
    open_dates = sorted(dates - set(answers))
    if open_dates:
        days = listed([full_date(day) for day in open_dates])
        differ = "differs" if len(open_dates) == 1 else "differ"
        raise PlanError(f"{days} {differ} from this rotation: say what was so on each such day")
    for day in sorted(set(answers) - dates):
        raise PlanError(f"{long_date(day)} does not differ from this rotation: leave it out")
    for difference in differing:
        _check_answer(difference, answers)


def _check_answer(difference: Difference, answers: Answers) -> None:
    answer = answers[difference.date]
    if answer not in difference.answers:
        may_be = ", ".join(difference.answers)
        raise PlanError(f"{long_date(difference.date)} cannot be {answer}: it may be {may_be}")
    partner = difference.partner
    if answer is DayAnswer.MOVED and partner and answers.get(partner) is not DayAnswer.MOVED:
        raise PlanError(
            f"admin moved between {full_date(difference.date)} and {full_date(partner)}:"
            f" say {DayAnswer.MOVED} of both days"
        )


def _changes(plan: Plan, difference: Difference, answer: DayAnswer) -> list[ChangeDetail]:
    """What an answer changes in the plan, which is worked by the rotation already."""
    day, assignment = difference.date, assignment_at(plan, difference.date)
    assert assignment is not None, "no mark lies before the start"
    hours = difference.hours or _usual_hours(difference.marked, assignment)
    blocks = Schedule(plan).days(day, day)[0].blocks
    if _is_so(blocks, difference, hours):
        return []
    match answer:
        case DayAnswer.SWAP if difference.letter in SHIFTS:
            return [Swap(day, None, None, difference.colleague)]
        case DayAnswer.SWAP:
            band = LETTER_BANDS.get(difference.marked)
            return [Swap(None, day, band, difference.colleague)]
        case DayAnswer.EXTRA:
            # The admin block of a day that was worked as a shift would overlap with it.
            admin = difference.letter == ADMIN and blocks
            off = [Absence(AbsenceKind.CALLED_OFF, day, day)] if admin else []
            return [*off, Extra(day, HOURS_BAND.get(hours), hours)]
        case DayAnswer.HOURS:
            return [OtherHours(day, hours)]
        case DayAnswer.MOVED:
            moved = difference.letter == ADMIN and difference.partner
            return [MovedAdmin(day, moved)] if moved else []
        case DayAnswer.MISREAD:
            return []
        case _:
            return [Absence(ABSENCES[answer], day, day)]


def _is_so(blocks: Iterable[Block], difference: Difference, hours: Hours) -> bool:
    """Whether the day is as it was marked by an earlier change already: it needs no second one."""
    worked = [Hours(block.start.time(), block.end.time()) for block in blocks]
    return not worked if difference.marked in (FREE, "N") else hours in worked


def _usual_hours(marked: str, assignment: Assignment) -> Hours:
    """The hours of a day that is marked so, where no others are stated."""
    if marked == ADMIN:
        return admin_hours(assignment.admin_start, assignment.admin_minutes)
    return letter_hours(assignment, marked if marked in LETTER_BANDS else "S")
