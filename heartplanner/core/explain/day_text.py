"""What is said of the days that are chosen, and of a month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from heartplanner.core.edits.edits import assignment_span
from heartplanner.core.edits.example import SAMPLE
from heartplanner.core.explain.break_text import break_text
from heartplanner.core.explain.changes.change_effects import REST_LOOK, week_line, worked_text
from heartplanner.core.explain.hours_text import (
    hours_so_far,
    shift_count,
    taken_off_text,
    week_hours,
)
from heartplanner.core.explain.reasons import (
    BEFORE_START,
    day_line,
    entered_reasons,
    given_to,
    rotation_reasons,
)
from heartplanner.core.finder.contradicting_marks import contradicting_marks, contradiction_words
from heartplanner.core.plan.model import CYCLE_DAYS, LAST_DATE, ONE_DAY, Assignment, Plan
from heartplanner.core.schedule.blocks import Block, Kind
from heartplanner.core.schedule.breaks import breaks, next_break
from heartplanner.core.schedule.changes import DayOffKind
from heartplanner.core.schedule.cycle import ONE_CYCLE
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.rest import Care, cares, rests
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import total, weeks
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import (
    brief_day,
    clock,
    counted,
    full_date,
    listed,
    long_date,
    sentence_case,
    span,
    weekday_date,
)

BEGINS = "Your new rotation begins on this day."
FOLLOWS = "It follows from the days that you entered and HEART's schedule rules, if these hold."
"""Said of a day that is certain without having been entered."""


class Words(NamedTuple):
    """A title, what the days are, the reasons for it, and what is to be known beside it.

    `blocks`: what is worked on a single day. `warnings`: what asks for care. `changed`: whether there is a
    change to take back.
    """

    title: str
    what: str
    why: str
    care: str
    blocks: tuple[Block, ...] = ()
    warnings: tuple[str, ...] = ()
    changed: bool = False


def describe(
    schedule: Schedule,
    first: date,
    last: date,
    *,
    display: DisplayFormat = DEFAULT_FORMAT,
    day_notes: Sequence[str] = (),
) -> Words:
    """One day, or several, in words; `day_notes` are a single day's holiday and reminder dates."""
    if first != last:
        return _describe_several(schedule.days(first, last))
    # Fetched once, far enough ahead that the rest after the day is seen whole.
    before, day, *later = schedule.days(first - ONE_DAY, first + REST_LOOK)
    of_day = cares(schedule, first, first)
    return Words(
        long_date(first),
        day_line(day, display),
        _reasons(schedule.plan, day, display, day_notes),
        "\n".join(
            [
                *_ending(before, display),
                *_late_end(day, display),
                *_beside(schedule, [day, *later], of_day),
            ]
        ),
        day.blocks,
        tuple(f"Take care: {care.kind}, {care.text}." for care in of_day if not care.quiet),
        bool(day.changes),
    )


def _reasons(plan: Plan, day: Day, display: DisplayFormat, day_notes: Sequence[str]) -> str:
    """Why a day is so, and what else is on it."""
    # The first rotation begins with the calendar, which is no news; a later one begins on a day like any.
    begins = [BEGINS] if day.date in {one.start for one in plan.assignments[1:]} else []
    follows = [FOLLOWS] if _follows(plan, day.date) else []
    notes = (f"{note}." for note in day_notes)
    # What one entered oneself follows from nothing: the sentence stands before it.
    entered = entered_reasons(day, display)
    return " ".join([*begins, *rotation_reasons(day, display), *follows, *entered, *notes])


def _follows(plan: Plan, day: date) -> bool:
    """Whether nobody said what the rotation has on a day: it follows from the finder's marks."""
    if plan.search is None:  # as in most plans: their days are not to wait for the finder
        return False
    from heartplanner.core.finder.search import follows_from_marks

    return follows_from_marks(plan, day)


def _describe_several(chosen: Sequence[Day]) -> Words:
    text = f"{counted(len(chosen), 'day')}: {_several(chosen)}"
    dates = span(chosen[0].date, chosen[-1].date)
    return Words(dates, text, "", "", changed=any(day.changes for day in chosen))


def _several(chosen: Sequence[Day]) -> str:
    """What several days are: 2 shifts, 24 h; leave. Or break, or days off, where nothing is worked."""
    free = [day for day in chosen if not day.blocks]
    taken = list(dict.fromkeys(str(day.off) for day in free if day.taken_off))
    if len(free) < len(chosen):
        return "; ".join(filter(None, (worked_text(chosen), listed(taken))))
    kinds = list(dict.fromkeys(_free_kind(day) for day in free))
    return listed(kinds)


def _free_kind(day: Day) -> str:
    """Leave, given away, break; days off for what the rotation leaves free."""
    if day.at is None:
        return BEFORE_START
    if day.planned is not None and not day.taken_off:
        return given_to(day) if day.planned.kind is not Kind.ADMIN else "admin moved"
    return "days off" if day.off is DayOffKind.DAY_OFF else str(day.off)


def is_unsure(plan: Plan) -> bool:
    """Whether anything of the plan is not sure yet."""
    return plan.example or any(assignment.guesses for assignment in plan.assignments)


def unsure(plan: Plan, today: date) -> str:
    """What is not sure yet of the rotation in force and of those to come, as a sentence; empty if all is.

    Where the finder's marks say otherwise than such a day, that comes first.

    It is short whatever the plan is: the panel has two lines for it. Days of the six weeks are counted, and
    not the dates on which they come again: so all of them are named.
    """
    samples = [assignment_span(plan, each) for each in plan.assignments if not each.confirmed]
    if any((last or today) >= today for _, last in samples):
        return SAMPLE
    if contradicting := contradicting_marks(plan, today):
        return contradiction_words(contradicting)
    doubtful = [
        assignment
        for assignment in plan.assignments
        if assignment.guesses and (assignment_span(plan, assignment)[1] or today) >= today
    ]
    if not doubtful:
        return _sample_before(samples)
    first, *later = doubtful
    if later:
        more = [f"{len(each.guesses)} from {_brief(each.start, today)}" for each in later]
        days = f"{counted(len(first.guesses), 'day')} from {_brief(first.start, today)}"
        return f"{listed([days, *more])} are not confirmed yet."
    where = f"from {full_date(first.start)} on" if len(plan.assignments) > 1 else "of your rotation"
    are = "is" if len(first.guesses) == 1 else "are"
    return f"{len(first.guesses)} of {CYCLE_DAYS} days {where} {are} not confirmed yet."


def _sample_before(samples: Sequence[tuple[date, date | None]]) -> str:
    """That the days of a rotation that is over are still the sample's, if they are."""
    if not samples or not (last := samples[-1][1]):
        return ""
    return f"Up to {full_date(last)} your calendar is still the sample's."


def _brief(day: date, today: date) -> str:
    """Nov 2, or Jan 4, 2027 where that is another year than today's."""
    return brief_day(day) if day.year == today.year else f"{brief_day(day)}, {day.year}"


def unsure_days(plan: Plan, today: date) -> Iterator[str]:
    """What confirming makes sure of, a sentence a rotation: each day that is not, by its next date."""
    schedule = Schedule(plan._replace(changes=()))
    for assignment in plan.assignments:
        last = assignment_span(plan, assignment)[1]
        if not assignment.confirmed and len(plan.assignments) > 1:
            until = f" to {full_date(last)}" if last else " on"
            yield (
                f"Your calendar from {full_date(assignment.start)}{until}: still the sample's days,"
                " which become yours."
            )
        first = max(today, assignment.start)
        end = min(last or LAST_DATE, first + ONE_CYCLE - ONE_DAY)
        days = [day for day in schedule.days(first, end) if day.guess] if first <= end else []
        if len(days) == CYCLE_DAYS:  # nobody reads a list of all: the calendar shows them better
            ends = f"{weekday_date(days[0].date)} to {weekday_date(days[-1].date)}"
            yield (
                f"Your rotation from {full_date(assignment.start)}: all its {CYCLE_DAYS} days, as the"
                f" calendar shows them from {ends}."
            )
        elif days:
            named = "; ".join(f"{weekday_date(day.date)}, {_plain_kind(day)}" for day in days)
            too = _as_before(assignment, days)
            yield f"Your rotation from {full_date(assignment.start)}: {named}.{too}"


def _as_before(assignment: Assignment, days: Sequence[Day]) -> str:
    """That the days six weeks earlier, which may be on show, are meant too."""
    earlier = [day.date - ONE_CYCLE for day in days if day.date - ONE_CYCLE >= assignment.start]
    if not earlier:
        return ""
    such = " and ".join(weekday_date(day) for day in dict.fromkeys((earlier[0], earlier[-1])))
    if len(days) == 1:
        return f" The same day of your other cycles is confirmed with it, such as {such}."
    return f" The same days of your other cycles are confirmed with them, such as {such}."


def _plain_kind(day: Day) -> str:
    """What a rotation has on a day, in a word."""
    if day.planned is None:
        return "free"
    return "admin" if day.planned.kind is Kind.ADMIN else "shift"


def confirmed_text(plan: Plan) -> str:
    """What confirming the rotation made sure of, said after it; `plan`: as it was before."""
    if plan.example:
        every = [full_date(each.start) for each in plan.assignments]
        which, are = ("rotation", "is") if len(every) == 1 else ("rotations", "are")
        return f"Confirmed: the {which} from {listed(every)} {are} yours."
    starts = [full_date(each.start) for each in plan.assignments if each.guesses]
    if len(plan.assignments) == 1:
        return f"Confirmed: all {CYCLE_DAYS} days of your rotation."
    rotations = "rotation" if len(starts) == 1 else "rotations"
    return f"Confirmed: all {CYCLE_DAYS} days of your {rotations} from {listed(starts)}."


def month_words(schedule: Schedule, month: Month, now: datetime) -> tuple[str, str]:
    """A month's sums as of `now`, and its own breaks; the next break where none lies in it."""
    over = schedule.days(month.first, month.last)
    sums = total(over)
    parts = [
        shift_count(sums),
        hours_so_far(over, now),
        taken_off_text(over),
        counted(sums.weekends_on, "working weekend") if sums.weekends_on else "no working weekend",
    ]
    return ", ".join(filter(None, parts)), _month_breaks(schedule, month)


def _month_breaks(schedule: Schedule, month: Month) -> str:
    # A break that only reaches into the month is its own too: some of its days are free for it.
    own = breaks(schedule.plan, month.first, month.last)
    if own:
        named = listed([break_text(schedule, run, span) for run in own])
        return f"{'Break' if len(own) == 1 else 'Breaks'}: {named}"
    coming = next_break(schedule.plan, max(month.first, schedule.plan.start))
    return f"Next break: {break_text(schedule, coming, span)}" if coming else ""


def _ending(before: Day, display: DisplayFormat) -> Iterator[str]:
    """What of the day before ends on this one."""
    for block in before.blocks:
        if block.ends_next_day:
            what = "shift" if block.kind.is_shift else str(block.kind)
            day = weekday_date(before.date)
            yield f"The {what} of {day} ends on this day, at {clock(block.end, display)}."


def _late_end(day: Day, display: DisplayFormat) -> Iterator[str]:
    """When work ends on the next day, where the rotation's own does not."""
    for block in day.blocks:
        if block.ends_next_day and not (day.planned and day.planned.ends_next_day):
            yield f"It ends on {weekday_date(block.end.date())}, at {clock(block.end, display)}."


def _beside(schedule: Schedule, over: Sequence[Day], of_day: Sequence[Care]) -> Iterator[str]:
    """What is said beside the first day: what is worth a word, the rest after it, its week's hours."""
    day = over[0].date
    for care in of_day:
        if care.quiet and care.mention == day:
            yield f"{sentence_case(care.kind)}."
    yield from (f"{rest.length_text} after it." for rest in rests(over) if rest.after == day)
    if day >= schedule.plan.start:
        (week,) = weeks(schedule, day, day)
        if week_hours(week)[1]:
            yield f"{sentence_case(week_line(week))}."
