"""What a change does, said before it is accepted: hours, rest and rules, as care, never a refusal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from heartplanner.core.plan.change import ChangeDetail, Note, dates_of
from heartplanner.core.plan.model import LAST_DATE, monday
from heartplanner.core.rules.posting_rules import check
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.schedule.rest import Care, cares, rests
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import total, weeks
from heartplanner.core.words.english import counted, hours, month_day, weekday

NEIGHBOURS = timedelta(days=21)
"""How far around a change its rules are looked at: a weekend's neighbours are three weeks away."""

WEEKLY = ("P2", "P3", "P4", "P5")
BETWEEN_WEEKS = ("P6", "P7")
LOOK = timedelta(days=14)
"""How far one looks for the work on either side of a rest."""

Span = tuple[date, date]


def effects(before: Schedule, after: Schedule, what: ChangeDetail) -> list[str]:
    """What the days of a change come to under `after`, and what of it is new since `before`."""
    spans = dates_of(what)
    return [
        *_weeks(after, spans),
        *([] if isinstance(what, Note) else _rests(after, spans)),
        *_new_cares(before, after, spans),
        *_broken(before, after, spans),
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
    """The week of October 6: 28 h (40 h planned)."""
    (week,) = weeks(schedule, day, day)
    worked, planned = week.totals.minutes, week.totals.planned_minutes
    other = f" ({hours(planned)} planned)" if worked != planned else ""
    return f"week of {month_day(week.first)}: {hours(worked)}{other}"


def _weeks(after: Schedule, spans: Iterable[Span]) -> Iterator[str]:
    mondays = {
        monday(first) + timedelta(days=7 * n)
        for first, last in spans
        for n in range((monday(last) - monday(first)).days // 7 + 1)
    }
    yield from (week_line(after, each) for each in sorted(mondays))


def _new_cares(before: Schedule, after: Schedule, spans: Iterable[Span]) -> Iterator[str]:
    found: list[Care] = []
    for first, last in spans:
        known = cares(before, first, last)
        found += [care for care in cares(after, first, last) if care not in known]
    yield from (f"take care: {care.kind}, {care.text}" for care in dict.fromkeys(found))


def _broken(before: Schedule, after: Schedule, spans: Iterable[Span]) -> Iterator[str]:
    """The posting's rules that do not hold where they did: in the change's weeks, or around them."""
    first = max(monday(min(span[0] for span in spans)), after.plan.start)
    last = monday(max(span[1] for span in spans)) + timedelta(days=6)
    around = max(first - NEIGHBOURS, after.plan.start), last + NEIGHBOURS
    for rules, (one, two) in ((WEEKLY, (first, last)), (BETWEEN_WEEKS, around)):
        known = {each.rule: set(each.where) for each in check(before, one, two)}
        for each in check(after, one, two):
            if each.rule in rules and not set(each.where) <= known[each.rule]:
                yield each.text


def _rests(after: Schedule, spans: Iterable[Span]) -> Iterator[str]:
    """The rest, in real hours, around the days of a change: around their work, or in place of it."""
    for first, last in spans:
        near = after.days(max(first - LOOK, after.plan.start), min(last + LOOK, LAST_DATE))
        for rest in rests(near):
            if rest.after <= last and rest.before >= first:
                kind = "rest" if rest.minutes >= 0 else "overlap"
                yield (
                    f"{hours(abs(rest.minutes))} of {kind} between {weekday(rest.after)},"
                    f" {month_day(rest.after)} and {weekday(rest.before)}, {month_day(rest.before)}"
                )
