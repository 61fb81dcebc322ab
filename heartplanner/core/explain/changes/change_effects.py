"""What a change does, said before it is accepted: a short list, warnings first, never a refusal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from heartplanner.core.explain.hours_text import week_hours
from heartplanner.core.explain.reasons import work_words
from heartplanner.core.plan.change import Absence, ChangeDetail, Note, dates_of
from heartplanner.core.plan.model import LAST_DATE, ONE_DAY, DateSpan, Plan
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.schedule.days import SATURDAY, Day
from heartplanner.core.schedule.rest import SHORT_REST, Care, Rest, cares, rests
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import Week, total, weeks
from heartplanner.core.schedule.work_weeks import WorkWeek, work_weeks
from heartplanner.core.words.english import (
    counted,
    hours,
    listed,
    listed_first,
    month_day,
    number,
    sentence_case,
    span_days,
    weekday_date,
)

NEIGHBOURS = timedelta(days=21)
"""How far around a change its rules are looked at: a weekend's neighbors are three weeks away."""
REST_LOOK = timedelta(days=14)
"""How far one looks for the work on either side of a rest."""
WEEKS_SHOWN = 3
"""How many weeks a sentence names: more are counted."""
BETWEEN_WEEKS = ("P6", "P7")
"""The rules that compare one week with another; the others look at each week by itself."""


class Severity(StrEnum):
    """How much an effect asks for attention."""

    WARNING = "warning"
    INFO = "info"


class Effect(NamedTuple):
    """One consequence of a change, as a sentence."""

    severity: Severity
    text: str


def effects(before: Schedule, after: Schedule, detail: ChangeDetail) -> list[Effect]:
    """The consequences of a change, warnings first: care, hours, rest, weekends, rules that newly differ.

    `before` and `after` are the schedules without and with the change, or the other way round where it is
    taken back. A note has none.
    """
    if isinstance(detail, Note):
        return []
    absences = (detail,) if isinstance(detail, Absence) else ()
    return effects_on(before, after, dates_of(detail), absences)


def effects_on(
    before: Schedule, after: Schedule, spans: Sequence[DateSpan], absences: Sequence[Absence] = ()
) -> list[Effect]:
    """The consequences of what makes these days other ones, warnings first."""
    # Sentences of this module are wanted where no change is made: those need no leave and no rules.
    from heartplanner.core.explain.changes.leave_effects import leave_facts, leave_warnings

    # Both schedules give these weeks once, and every line reads them: days are what costs most here.
    touched = _touched(after.plan, spans)
    changed = [
        _ChangedWeek(*pair)
        for pair in zip(_weeks_of(before, touched), _weeks_of(after, touched), strict=True)
    ]
    # Only what the change itself brings about: a person knows what was so before.
    arising = new_cares(before, after, spans)
    loud = [f"Take care: {care.kind}, {care.text}." for care in arising if not care.quiet]
    quiet = [f"{sentence_case(care.kind)}, {care.text}." for care in arising if care.quiet]
    warnings = [*loud, *_worked_breaks(changed), *leave_warnings(before, after, absences)]
    facts = [
        *(text for absence in absences for text in _taken_off(changed, absence)),
        *leave_facts(before, after, absences),
        _hours(changed),
        *_shortest_rest(before, after, spans),
        *quiet[:1],
        *_weekends(after, changed),
        *_newly_different(before, after, spans),
    ]
    return [
        *(Effect(Severity.WARNING, text) for text in warnings),
        *(Effect(Severity.INFO, text) for text in facts),
    ]


def worked_text(over: Sequence[Day]) -> str:
    """What is worked on these days, of which one at least is worked: 2 shifts and 2 admin blocks, 32 h."""
    blocks = [block for day in over for block in day.blocks]
    counts = Counter(work_words(block.kind).unit for block in blocks)
    # In the order of the kinds; an extra shift is counted as a shift.
    units = dict.fromkeys(work_words(kind).unit for kind in Kind)
    parts = [counted(counts[unit], unit) for unit in units if counts[unit]]
    return f"{listed(parts)}, {hours(total(over).minutes)}"


def week_line(week: Week) -> str:
    """Week of October 6: 40 h (12 h leave), without the capital."""
    credited, remark = week_hours(week)
    aside = f" ({remark})" if remark else ""
    return f"week of {month_day(week.first)}: {credited}{aside}"


class _ChangedWeek(NamedTuple):
    """A week that a change touches, before and after it."""

    was: Week
    now: Week


def _touched(plan: Plan, spans: Iterable[DateSpan]) -> list[WorkWeek]:
    """The work weeks that the spans touch, each once and in order."""
    return sorted({week for first, last in spans for week in work_weeks(plan, first, last)})


def _weeks_of(schedule: Schedule, touched: Sequence[WorkWeek]) -> list[Week]:
    """These work weeks with their days; those of weeks in a row are asked for at once."""
    # Leave of a year touches 53 weeks: they are one range, and a swap of two far weeks is two.
    ranges: list[WorkWeek] = []
    for week in touched:
        if ranges and ranges[-1].last + ONE_DAY == week.first:
            ranges[-1] = ranges[-1]._replace(last=week.last)
        else:
            ranges.append(week)
    return [week for first, last in ranges for week in weeks(schedule, first, last)]


def _taken_off(changed: Iterable[_ChangedWeek], absence: Absence) -> Iterator[str]:
    # Only days that are emptied now: those that were free, or away before, lose nothing.
    lost = [
        was
        for week in changed
        for was, now in zip(week.was.days, week.now.days, strict=True)
        if absence.first <= now.date <= absence.last and was.blocks and not now.blocks
    ]
    if lost:  # nothing is where the absence is taken back
        yield f"This takes off {worked_text(lost)}."


def _hours(changed: Sequence[_ChangedWeek]) -> str:
    lines = [week_line(week.now) for week in changed[:WEEKS_SHOWN]]
    more = len(changed) - WEEKS_SHOWN
    lines += [counted(more, "more week")] if more > 0 else []
    return f"{sentence_case('; '.join(lines))}."


def new_cares(before: Schedule, after: Schedule, spans: Iterable[DateSpan]) -> list[Care]:
    """What asks for care around these days after a change, and did not before."""
    # What asked for care before the change is no consequence of it.
    new: list[Care] = []
    for first, last in spans:
        known = cares(before, first, last)
        new += [care for care in cares(after, first, last) if care not in known]
    # A swap within a few days finds the same care around both of its days.
    return list(dict.fromkeys(new))


def _worked_breaks(changed: Iterable[_ChangedWeek]) -> Iterator[str]:
    """The days of a break that the change makes worked ones."""
    for week in changed:
        for was, now in zip(week.was.days, week.now.days, strict=True):
            if now.in_break and now.blocks and not was.blocks:
                length = number(now.in_break.of)
                yield f"Take care: {weekday_date(now.date)} is in your {length}-day break."


def _shortest_rest(before: Schedule, after: Schedule, spans: Iterable[DateSpan]) -> Iterator[str]:
    """The shortest rest that the change makes; one that asks for care is not said again."""
    around = {
        rest
        for over in spans
        # A late end changes only the rest that follows: the one before it is as it was.
        for rest in _rests_around(after, over) - _rests_around(before, over)
    }
    shortest = min(around, key=lambda rest: (rest.minutes, rest.after), default=None)
    # A shorter rest was named as a warning; or the rotation has it anyway, and it is not new.
    if shortest is None or shortest.minutes < SHORT_REST:
        return
    if shortest.full_days:
        yield f"{shortest.text}."
        return
    days = f"{weekday_date(shortest.after)} and {weekday_date(shortest.before)}"
    yield f"The shortest rest before or after it is {hours(shortest.minutes)}, between {days}."


def _rests_around(schedule: Schedule, over: DateSpan) -> set[Rest]:
    first, last = over
    begin = max(first - REST_LOOK, schedule.plan.start)
    around = rests(schedule.days(begin, min(last + REST_LOOK, LAST_DATE)))
    return {rest for rest in around if rest.after <= last and rest.before >= first}


def _weekends(after: Schedule, changed: Iterable[_ChangedWeek]) -> Iterator[str]:
    """The weekends that a change makes working or free ones."""
    # Its Saturday and its Sunday both know of a weekend; they may be in two work weeks, or in one.
    now = {
        day.date - (day.date.weekday() - SATURDAY) * ONE_DAY: day.weekend
        for week in changed
        for was, day in zip(week.was.days, week.now.days, strict=True)
        if was.weekend != day.weekend
    }
    working = [saturday for saturday, weekend in now.items() if weekend == "on"]
    free = [saturday for saturday, weekend in now.items() if weekend == "off"]
    if working:
        runs = (_worked_beside(after, saturday) for saturday in working)
        in_a_row = sorted({saturday for run in runs for saturday in run})
        yield f"New working weekend: {_weekend_list(working)}."
        if in_a_row:
            yield f"You then work weekends in a row: {_weekend_list(in_a_row)}."
    if free:
        yield f"New free weekend: {_weekend_list(free)}."


def _worked_beside(schedule: Schedule, saturday: date) -> list[date]:
    """The Saturday of a working weekend and those beside it that are worked too; none where no one is."""
    around = schedule.days(saturday - timedelta(days=7), saturday + timedelta(days=7))[::7]
    worked = [day.date for day in around if day.weekend == "on"]
    return worked if len(worked) > 1 else []


def _weekend_list(saturdays: Sequence[date]) -> str:
    names = [span_days(saturday, saturday + ONE_DAY) for saturday in saturdays]
    return listed_first(names, WEEKS_SHOWN)


def _newly_different(before: Schedule, after: Schedule, spans: Sequence[DateSpan]) -> Iterator[str]:
    """The rules that differ at dates where they did not: in the change's weeks, or around them."""
    from heartplanner.core.rules.posting_rules import TITLES, check

    touched = _touched(after.plan, spans)
    first, last = max(touched[0].first, after.plan.start), touched[-1].last
    around = max(first - NEIGHBOURS, after.plan.start), last + NEIGHBOURS
    # A rule may differ already, elsewhere: only dates that are new are this change's doing.
    titles = []
    for between, (begin, end) in ((False, (first, last)), (True, around)):
        known = {verdict.rule: set(verdict.where) for verdict in check(before, begin, end)}
        for verdict in check(after, begin, end):
            new = not set(verdict.where) <= known[verdict.rule]
            if new and (verdict.rule in BETWEEN_WEEKS) == between:
                titles.append(TITLES[verdict.rule].lower())
    if titles:
        yield f"It differs from HEART's schedule rules: {listed(titles)}."
