"""The transition to a new assignment: the weeks before and after its date, as boards and in words.

The old and the new plan are compared over six weeks on either side of that date. What is said names what a
person would look for: breaks, weekends, hours, and where rest is short.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import NamedTuple

from heartplanner.core.cells.lost_breaks import lost_breaks
from heartplanner.core.cells.rotation_board import BoardRow, rows
from heartplanner.core.edits.edits import assign
from heartplanner.core.explain.changes.change_titles import change_title
from heartplanner.core.explain.hours_text import week_hours
from heartplanner.core.explain.pending_text import overtaken_text
from heartplanner.core.explain.reasons import block_line
from heartplanner.core.plan.model import ONE_DAY, Assignment, Plan, PlanError, monday
from heartplanner.core.rules.posting_rules import TITLES, check
from heartplanner.core.rules.rotation_rules import WEEK_MINUTES, WEEKEND_EVERY
from heartplanner.core.schedule.breaks import Break, breaks, next_break
from heartplanner.core.schedule.changes import ChangeError
from heartplanner.core.schedule.cycle import ONE_CYCLE, assignment_at
from heartplanner.core.schedule.days import SUNDAY
from heartplanner.core.schedule.ranges.rows import CalendarRow, calendar_rows
from heartplanner.core.schedule.rest import Care, cares
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import Week, weeks
from heartplanner.core.words.english import (
    WEEKDAYS,
    counted,
    full_date,
    hours,
    long_date,
    month_day,
    number,
    span,
    whole_sentence,
)

NO_CARE = "The change brings no short rest and no long run of worked days."
DAYS_OF_A_NIGHT = 2
"""A rest over a night lies between two days; a run of worked days has more of them."""
SHOWN = 3
"""How many places that ask for care are named; more are counted."""


class Transition(NamedTuple):
    """The weeks before an assignment's week, those from it on, and sentences on them.

    `overtaken`: the swaps that leave the calendar with it, or ""; `lost`: the breaks that are shortened,
    late or gone; `warnings`: what else asks for care; `sentences`: all else. `broken`: HEART's rules that
    the days around the date break though the rotation keeps them, each with a sentence that says where.
    """

    start: date
    before: tuple[BoardRow, ...]
    after: tuple[BoardRow, ...]
    overtaken: str
    lost: tuple[str, ...]
    warnings: tuple[str, ...]
    sentences: tuple[str, ...]
    broken: tuple[tuple[str, str], ...]

    @property
    def brief(self) -> tuple[str, ...]:
        """What is to be known before it is used: all on swaps and breaks, and the first place for care."""
        more = len(self.warnings) - 1
        also = [f"{counted(more, 'more warning')} below."] if more > 0 else []
        # What the rest lies between stands below: here it would push the rest of the card out of sight.
        first = [f"{warning.split(' (')[0].rstrip('.')}." for warning in self.warnings[:1]]
        return (*self.foremost, *first, *also)

    @property
    def foremost(self) -> tuple[str, ...]:
        """What a person has agreed or planned and would lose."""
        return (*filter(None, [self.overtaken]), *self.lost)


def draft_transition(plan: Plan, assignment: Assignment) -> tuple[Transition | None, str]:
    """The transition to a new assignment; or None, and why that cannot be made."""
    try:
        return transition(plan, assignment, plan.history[-1].at), ""
    except PlanError as error:
        return None, whole_sentence(str(error))


def transition(plan: Plan, assignment: Assignment, at: datetime) -> Transition:
    """The six weeks before and after the date of a new assignment, as they would be with it.

    `at` is the moment that the edit would have: nothing shown depends on it. Raises PlanError, a sentence,
    where the assignment cannot be made.
    """
    start = assignment.start
    try:
        then = Schedule(assign(plan, assignment, at))
    except ChangeError as error:  # a change that is not a swap: it would be gone without its days
        title = change_title(error.change)
        reason = f"{title}, does not fit it: {error.reason}; take that back first"
        raise PlanError(reason) from None
    # Boards have whole rows: the row of the date itself is the first of those after.
    middle = monday(start)
    shown = calendar_rows(then, middle - ONE_CYCLE, middle - ONE_DAY)
    before = [row for row in shown if row.days[-1].at]
    after = calendar_rows(then, middle, middle + ONE_CYCLE - ONE_DAY)
    every = cares(then, start, after[-1].days[-1].date)
    cares_found = [care for care in every if not care.quiet]
    warnings = tuple(_care_sentences(then, cares_found, after[-1].days[-1].date))
    lost, apart = lost_breaks(plan, then.plan, start), [*_weekend_distances(before, after)]
    sentences = (
        *_kept(plan, assignment),
        *_break_sentences(plan, then.plan, start, lost),
        *_weekend_counts(before, after),
        *apart,
        *_work_week_sentences(plan, then, start),
        *_hours_sentences([week for row in after for week in row.weeks]),
        *(() if cares_found else [NO_CARE]),
    )
    said = tuple(lost.values())
    broken = tuple(_broken(then.plan, start, " ".join(said), " ".join(apart)).items())
    overtaken = overtaken_text(plan, then.plan)
    boards = rows(before), rows(after)
    return Transition(start, *boards, overtaken, said, warnings, sentences, broken)


def _broken(then: Plan, start: date, breaks_text: str, weekends_text: str) -> dict[str, str]:
    """The rules that the rotations break around the date, and how."""
    # Single days' changes are no part of this: they are there with any rotation.
    week = check(Schedule(then._replace(changes=())), start, start)
    texts = {verdict.rule: verdict.text for verdict in week if not verdict.holds}
    for rule, text in (("P6", weekends_text), ("P7", breaks_text)):
        if text:
            texts[rule] = f"{TITLES[rule]}: differs. {text}"
    return texts


def _kept(plan: Plan, assignment: Assignment) -> Iterator[str]:
    """How far the assignment reaches, back and ahead."""
    start = assignment.start
    if start == plan.start:
        yield "From your start date on: as if this had been your rotation all along."
    else:
        yield f"All days before {long_date(start)} stay as they are."
    # Later assignments stay as they are, so a new one may end before a person expects it.
    later = next((a.start for a in plan.assignments if a.start > start), None)
    if later:
        yield f"It lasts until {full_date(later - ONE_DAY)}: then another rotation follows."


def _break_sentences(plan: Plan, then: Plan, start: date, lost: Collection[Break]) -> Iterator[str]:
    """The breaks that are new, and those that are none any more; of a `lost` one the warning tells."""
    first, last = max(monday(start) - ONE_CYCLE, plan.start), monday(start) + ONE_CYCLE - ONE_DAY
    old, new = breaks(plan, first, last), breaks(then, first, last)
    for gained in (run for run in new if run not in old):
        across = f", over {month_day(start)}" if gained.first < start <= gained.last else ""
        days = f"{number(gained.length)} days"
        yield f"New break: {span(gained.first, gained.last)}, {days}{across}."
    for gone in (run for run in old if run not in new and run not in lost):
        yield f"No longer a break: {span(gone.first, gone.last)}."
    yield from _break_to_break(then, first, start)


def _break_to_break(then: Plan, first: date, start: date) -> Iterator[str]:
    """How long one waits for a break across the date."""
    earlier = [run for run in breaks(then, first, start) if run.first < start]
    later = next_break(then, start)
    if later is None:
        yield "No break comes after it."
    elif earlier:
        days = (later.first - earlier[-1].first).days
        begin = month_day(earlier[-1].first)
        yield f"From break to break: {begin} to {full_date(later.first)}, {days} days."


def _weekend_counts(before: Sequence[CalendarRow], after: Sequence[CalendarRow]) -> Iterator[str]:
    counts = f"{sum(_worked_weekends(after))} in the six weeks after"
    if before:
        earlier = sum(_worked_weekends(before))
        counts = f"{earlier} in the {number(len(before))} weeks before, {counts}"
    yield f"Working weekends: {counts}."


def _weekend_distances(
    before: Sequence[CalendarRow], after: Sequence[CalendarRow]
) -> Iterator[str]:
    """Where the last working weekend before the date and the first after it are not three weeks apart."""
    on = _worked_weekends([*before, *after])
    middle = len(before)
    for earlier, later in pairwise([index for index, worked in enumerate(on) if worked]):
        if earlier < middle <= later and later - earlier != WEEKEND_EVERY:
            apart = counted(later - earlier, "week")
            yield f"Across the change two working weekends are {apart} apart, not {number(WEEKEND_EVERY)}."


def _worked_weekends(shown: Sequence[CalendarRow]) -> list[bool]:
    # A Sunday knows of its whole weekend, so one day of each row is enough.
    return [row.days[SUNDAY].weekend == "on" for row in shown]


def _work_week_sentences(plan: Plan, then: Schedule, start: date) -> Iterator[str]:
    """What another first day of the work week does to the weeks beside the date."""
    before = assignment_at(plan, start - ONE_DAY)
    after = assignment_at(then.plan, start)
    if before is None or after is None or before.work_week == after.work_week:
        return
    yield f"Your work week begins on {WEEKDAYS[after.work_week]} from then on."
    for week in weeks(then, start - ONE_DAY, start):
        if week.cut:
            days = counted(len(week.days), "day")
            yield f"{span(week.first, week.last)} is a week of {days}: {hours(week.totals.minutes)}."


def _hours_sentences(after: Sequence[Week]) -> Iterator[str]:
    odd = [w for w in after if not w.partial and w.totals.credited_minutes != WEEK_MINUTES]
    for week in odd:
        credited, remark = week_hours(week)
        aside = f" ({remark})" if remark else ""
        yield f"The week of {full_date(week.first)} has {credited}{aside}, not 40 h."
    if not odd:
        yield "Each week after it has 40 h."


def _care_sentences(then: Schedule, all_cares: Sequence[Care], last: date) -> Iterator[str]:
    for care in all_cares[:SHOWN]:
        yield f"Take care: {care.kind}, {care.text}{_between(then, care)}."
    if len(all_cares) > SHOWN:
        more = counted(len(all_cares) - SHOWN, "more place")
        yield f"Take care: {more} like these until {full_date(last)}."


def _between(then: Schedule, care: Care) -> str:
    """What a short rest lies between: from the evening shift, noon-midnight, to admin, 9 am-1 pm."""
    # A date alone does not tell why rest is short: it is the hours on either side that can be changed.
    days = then.days(care.first, care.last)
    if len(days) != DAYS_OF_A_NIGHT or not (days[0].blocks and days[1].blocks):
        return ""
    last, first = days[0].blocks[-1], days[1].blocks[0]
    return f" ({block_line(last).lower()}, then {block_line(first).lower()})"
