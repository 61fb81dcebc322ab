"""What a change does, said before it is accepted: hours, rest and rules, as care, never a refusal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from heartplanner.core.blocks import Kind
from heartplanner.core.plan import Plan, What, dates_of, monday
from heartplanner.core.rest import Care, cares
from heartplanner.core.rules import check
from heartplanner.core.schedule import days
from heartplanner.core.totals import total, weeks
from heartplanner.core.words import counted, hours, month_day

NEIGHBOURS = timedelta(days=21)
"""How far around a change its rules are looked at: a weekend's neighbours are three weeks away."""

Span = tuple[date, date]


def effects(before: Plan, after: Plan, what: What) -> list[str]:
    """What the days of a change come to under `after`, and what of it is new since `before`."""
    spans = dates_of(what)
    return [
        *_weeks(after, spans),
        *_new_cares(before, after, spans),
        *_broken(before, after, spans),
    ]


def cost(plan: Plan, first: date, last: date) -> str:
    """What is worked on some days: 3 shifts and 1 admin block, 40 h."""
    over = days(plan, first, last)
    sums = total(over)
    admins = sum(block.kind is Kind.ADMIN for day in over for block in day.blocks)
    parts = [counted(sums.shifts, "shift")] if sums.shifts else []
    parts += [counted(admins, "admin block")] if admins else []
    return f"{' and '.join(parts)}, {hours(sums.minutes)}" if parts else "nothing is worked"


def week_line(plan: Plan, day: date) -> str:
    """The week of October 6: 28 h (40 h planned)."""
    (week,) = weeks(plan, day, day)
    worked, planned = week.totals.minutes, week.totals.planned_minutes
    other = f" ({hours(planned)} planned)" if worked != planned else ""
    return f"week of {month_day(week.first)}: {hours(worked)}{other}"


def _weeks(after: Plan, spans: Iterable[Span]) -> Iterator[str]:
    mondays = {
        monday(first) + timedelta(days=7 * n)
        for first, last in spans
        for n in range((monday(last) - monday(first)).days // 7 + 1)
    }
    yield from (week_line(after, each) for each in sorted(mondays))


def _new_cares(before: Plan, after: Plan, spans: Iterable[Span]) -> Iterator[str]:
    found: list[Care] = []
    for first, last in spans:
        known = cares(before, first, last)
        found += [care for care in cares(after, first, last) if care not in known]
    yield from (f"take care: {care.kind}, {care.text}" for care in dict.fromkeys(found))


def _broken(before: Plan, after: Plan, spans: Iterable[Span]) -> Iterator[str]:
    """The posting's rules that held around the change and no longer do."""
    first = max(min(span[0] for span in spans) - NEIGHBOURS, after.start)
    last = max(span[1] for span in spans) + NEIGHBOURS
    held = {each.rule for each in check(before, first, last) if each.holds}
    for each in check(after, first, last):
        if not each.holds and each.rule in held:
            yield f"{each.rule}: {each.text}"
