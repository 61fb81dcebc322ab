"""What a change does, said before it is accepted: a short list, warnings first, never a refusal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from heartplanner.core.explain.hours_text import week_hours
from heartplanner.core.plan.change import Absence, ChangeDetail, Note, dates_of
from heartplanner.core.plan.model import LAST_DATE, monday
from heartplanner.core.rules.posting_rules import TITLES, check
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.schedule.breaks import ONE_DAY
from heartplanner.core.schedule.days import SATURDAY, Day
from heartplanner.core.schedule.rest import SHORT_REST, cares, rests
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import total, weeks
from heartplanner.core.words.english import (
    counted,
    hours,
    listed,
    month_day,
    number,
    sentence_case,
    span_days,
    weekday_date,
)

NEIGHBOURS = timedelta(days=21)
"""How far around a change its rules are looked at: a weekend's neighbors are three weeks away."""
LOOK = timedelta(days=14)
"""How far one looks for the work on either side of a rest."""
WEEKS_SHOWN = 3
"""How many weeks a sentence names: more are counted."""
BETWEEN_WEEKS = ("P6", "P7")
"""The rules that compare one week with another; the others look at each week by itself."""

Span = tuple[date, date]


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
    spans = dates_of(detail)
    warnings = [*_new_cares(before, after, spans), *_worked_breaks(before, after, spans)]
    facts = [
        *(_taken_off(before, after, detail) if isinstance(detail, Absence) else ()),
        _weeks(after, spans),
        *_shortest_rest(after, spans),
        *_weekends(before, after, spans),
        *_newly_different(before, after, spans),
    ]
    return [
        *(Effect(Severity.WARNING, text) for text in warnings),
        *(Effect(Severity.INFO, text) for text in facts),
    ]


def cost(schedule: Schedule, first: date, last: date) -> str:
    """What is worked on some days: 3 shifts and 1 admin block, 40 h."""
    over = schedule.days(first, last)
    sums = total(over)
    admins = sum(block.kind is Kind.ADMIN for day in over for block in day.blocks)
    parts = [counted(sums.shifts, "shift")] if sums.shifts else []
    parts += [counted(admins, "admin block")] if admins else []
    return f"{' and '.join(parts)}, {hours(sums.minutes)}" if parts else "nothing is worked"


def week_line(schedule: Schedule, day: date) -> str:
    """The week of a day: week of October 6: 40 h (12 h leave)."""
    (week,) = weeks(schedule, day, day)
    credited, remark = week_hours(week.days)
    aside = f" ({remark})" if remark else ""
    return f"week of {month_day(week.first)}: {credited}{aside}"


def _taken_off(before: Schedule, after: Schedule, absence: Absence) -> Iterator[str]:
    first, last = absence.first, absence.last
    lost = total(before.days(first, last)).minutes - total(after.days(first, last)).minutes
    if lost > 0:  # not where the absence is taken back
        yield f"This takes off {cost(before, first, last)}."


def _weeks(after: Schedule, spans: Iterable[Span]) -> str:
    mondays = sorted(
        {
            monday(first) + timedelta(days=7 * n)
            for first, last in spans
            for n in range((monday(last) - monday(first)).days // 7 + 1)
        }
    )
    lines = [week_line(after, first) for first in mondays[:WEEKS_SHOWN]]
    more = len(mondays) - WEEKS_SHOWN
    lines += [counted(more, "more week")] if more > 0 else []
    return f"{sentence_case('; '.join(lines))}."


def _new_cares(before: Schedule, after: Schedule, spans: Iterable[Span]) -> Iterator[str]:
    new = []
    for first, last in spans:
        known = cares(before, first, last)
        new += [care for care in cares(after, first, last) if care not in known]
    # A swap within a few days finds the same care around both of its days.
    yield from (f"Take care: {care.kind}, {care.text}." for care in dict.fromkeys(new))


def _worked_breaks(before: Schedule, after: Schedule, spans: Iterable[Span]) -> Iterator[str]:
    for day in _newly_worked(before, after, spans):
        if day.in_break:
            length = number(day.in_break.of)
            yield f"Take care: {weekday_date(day.date)} is in your {length}-day break."


def _newly_worked(before: Schedule, after: Schedule, spans: Iterable[Span]) -> Iterator[Day]:
    for first, last in spans:
        for was, now in zip(before.days(first, last), after.days(first, last), strict=True):
            if now.blocks and not was.blocks:
                yield now


def _shortest_rest(after: Schedule, spans: Iterable[Span]) -> Iterator[str]:
    """The shortest rest around the days of a change; a rest that asks for care is not said again."""
    around = {
        rest
        for first, last in spans
        for rest in rests(
            after.days(max(first - LOOK, after.plan.start), min(last + LOOK, LAST_DATE))
        )
        if rest.after <= last and rest.before >= first
    }
    shortest = min(around, key=lambda rest: (rest.minutes, rest.after), default=None)
    if shortest is None or shortest.minutes < SHORT_REST:
        return
    if shortest.full_days:
        yield f"{shortest.text}."
        return
    days = f"{weekday_date(shortest.after)} and {weekday_date(shortest.before)}"
    yield f"The shortest rest around it is {hours(shortest.minutes)}, between {days}."


def _weekends(before: Schedule, after: Schedule, spans: Iterable[Span]) -> Iterator[str]:
    """The weekends that a change makes working or free ones."""
    saturdays = sorted(
        {
            monday(first) + timedelta(days=7 * n + SATURDAY)
            for first, last in spans
            for n in range((monday(last) - monday(first)).days // 7 + 1)
        }
    )
    working: list[date] = []
    free: list[date] = []
    for saturday in saturdays:
        (was,), (now,) = before.days(saturday, saturday), after.days(saturday, saturday)
        if was.weekend != now.weekend:
            (working if now.weekend == "on" else free).append(saturday)
    if working:
        in_a_row = [s for s in working if _worked_weekend_beside(after, s)]
        yield f"New working weekend: {_weekend_list(working)}."
        if in_a_row:
            yield f"You then work weekends in a row, around {_weekend_list(in_a_row)}."
    if free:
        yield f"New free weekend: {_weekend_list(free)}."


def _worked_weekend_beside(schedule: Schedule, saturday: date) -> bool:
    beside = (saturday - timedelta(days=7), saturday + timedelta(days=7))
    return any(day.weekend == "on" for other in beside for day in schedule.days(other, other))


def _weekend_list(saturdays: Sequence[date]) -> str:
    names = [span_days(saturday, saturday + ONE_DAY) for saturday in saturdays[:WEEKS_SHOWN]]
    more = len(saturdays) - WEEKS_SHOWN
    return listed([*names, *([f"{more} more"] if more > 0 else [])])


def _newly_different(before: Schedule, after: Schedule, spans: Sequence[Span]) -> Iterator[str]:
    """The rules that differ at dates where they did not: in the change's weeks, or around them."""
    first = max(monday(min(span[0] for span in spans)), after.plan.start)
    last = monday(max(span[1] for span in spans)) + timedelta(days=6)
    around = max(first - NEIGHBOURS, after.plan.start), last + NEIGHBOURS
    titles = []
    for between, (one, two) in ((False, (first, last)), (True, around)):
        known = {verdict.rule: set(verdict.where) for verdict in check(before, one, two)}
        for verdict in check(after, one, two):
            new = not set(verdict.where) <= known[verdict.rule]
            if new and (verdict.rule in BETWEEN_WEEKS) == between:
                titles.append(TITLES[verdict.rule].lower())
    if titles:
        yield f"It differs from HEART's schedule rules: {listed(titles)}."
