"""What is said of the days that are chosen, and of a month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from heartplanner.core.edits.example import EXAMPLE
from heartplanner.core.explain.change_effects import cost, week_line
from heartplanner.core.explain.reasons import day_line, why
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.blocks import Block
from heartplanner.core.schedule.breaks import next_break
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.month import Month
from heartplanner.core.schedule.rest import cares, rests
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import month_totals
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import counted, hours, long_date, span

REST_LOOK = timedelta(days=3)
"""How far one looks for the work that ends a rest."""


class Words(NamedTuple):
    """A title, what it is, why it is so, and what asks for care; of one day also what is worked."""

    title: str
    what: str
    why: str
    care: str
    blocks: tuple[Block, ...] = ()


def describe(
    schedule: Schedule,
    first: date,
    last: date,
    *,
    display: DisplayFormat = DEFAULT_FORMAT,
    occasions: Sequence[str] = (),
) -> Words:
    """One day, or several, in words; `occasions` are a single day's holiday and milestones."""
    if first != last:
        text = f"{counted((last - first).days + 1, 'day')}: {cost(schedule, first, last)}"
        return Words(span(first, last), text, "", "")
    day, *later = schedule.days(first, first + REST_LOOK)
    reasons = " ".join([why(day, display=display), *(f"{each}." for each in occasions)])
    return Words(
        long_date(first),
        day_line(day, display),
        reasons,
        _around(schedule, [day, *later]),
        day.blocks,
    )


def unsure(plan: Plan) -> str:
    """What of the rotation is not sure yet: that it is an example, or how much of it is a guess."""
    if plan.example:
        return EXAMPLE
    guesses = sum(len(each.guesses) for each in plan.assignments)
    return f"{counted(guesses, 'day')} of your rotation are still a guess." if guesses else ""


def month_words(schedule: Schedule, month: Month) -> tuple[str, str]:
    """A month's sums, and the first break that begins in it or after it."""
    sums = month_totals(schedule, month.year, month.number)
    coming = next_break(schedule.plan, month.first)
    return (
        f"{counted(sums.shifts, 'shift')}, {hours(sums.minutes)},"
        f" {counted(sums.weekends_on, 'weekend')} on",
        f"Break: {span(coming.first, coming.last)}" if coming else "",
    )


def _around(schedule: Schedule, over: Sequence[Day]) -> str:
    """Of the first day: the rest after its work, its week where not as planned, and what asks for care."""
    day = over[0].date
    after = [each for each in rests(over) if each.after == day]
    lines = [f"{hours(each.minutes)} of rest after it." for each in after]
    week = week_line(schedule, day) if day >= schedule.plan.start else ""
    if "planned" in week:
        lines.append(f"{week[0].upper()}{week[1:]}.")
    lines += [f"Take care: {each.kind}, {each.text}." for each in cares(schedule, day, day)]
    return "\n".join(lines)
