"""Which days of a range are of a kind: working or free weekends, holidays, admin blocks, breaks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from heartplanner.core.ask.asked_days import AskedDays
from heartplanner.core.ask.question import Coming, Context
from heartplanner.core.explain.break_text import break_text, worked_days
from heartplanner.core.explain.reasons import doubt
from heartplanner.core.plan.model import ONE_DAY
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.schedule.breaks import breaks
from heartplanner.core.schedule.days import SATURDAY, SUNDAY
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import brief_day, clock_span, span_brief, weekday_date

COUNTED_WHOLE = (
    Coming.WORKING_WEEKEND,
    Coming.FREE_WEEKEND,
    Coming.HOLIDAY_WORKED,
    Coming.HOLIDAY_OFF,
)
"""Of these the whole of a range that is under way is counted: what is over and what is to come."""


class KindDays(NamedTuple):
    """One of a kind: its first and last day, what is said of it, and whether it counts.

    `brief`: how it is named among others of its kind.
    """

    first: date
    last: date
    text: str
    counts: bool
    brief: str


def days_of_kind(
    schedule: Schedule, what: Coming, within: AskedDays, context: Context, display: DisplayFormat
) -> Iterator[KindDays]:
    """What is of a kind within a range, in order; of weekends and holidays those too that do not count."""
    match what:
        case Coming.WORKING_WEEKEND | Coming.FREE_WEEKEND:
            worked = what is Coming.WORKING_WEEKEND
            return _weekends(schedule, within.first, within.last, worked=worked)
        case Coming.HOLIDAY_WORKED | Coming.HOLIDAY_OFF:
            worked = what is Coming.HOLIDAY_WORKED
            return _holidays(schedule, within, context, worked=worked)
        case Coming.ADMIN:
            return _admin(schedule, within, display)
        case Coming.BREAK:
            return _breaks(schedule, within)
        case Coming.SHIFT | Coming.WORK | Coming.PAYDAY:
            raise AssertionError(what)


def _weekends(schedule: Schedule, first: date, last: date, *, worked: bool) -> Iterator[KindDays]:
    """The weekends of which a day at least is in the range: one day worked makes both a working weekend."""
    begin = first - ONE_DAY if first.weekday() == SUNDAY else first
    days = {day.date: day for day in schedule.days(begin, last + ONE_DAY)}
    for day in days.values():
        if day.date.weekday() == SATURDAY and day.date <= last and day.weekend is not None:
            sunday = days[day.date + ONE_DAY]
            text = span_brief(day.date, sunday.date) + doubt(day, sunday)
            yield KindDays(day.date, sunday.date, text, (day.weekend == "on") is worked, text)


def _holidays(
    schedule: Schedule, within: AskedDays, context: Context, *, worked: bool
) -> Iterator[KindDays]:
    for day in schedule.days(within.first, within.last):
        if (name := context.holidays.get(day.date)) and day.at is not None:
            text = f"{name} ({weekday_date(day.date)}){doubt(day)}"
            yield KindDays(day.date, day.date, text, bool(day.blocks) is worked, text)


def _admin(schedule: Schedule, within: AskedDays, display: DisplayFormat) -> Iterator[KindDays]:
    for day in schedule.days(within.first, within.last):
        for block in day.blocks:
            if block.kind is Kind.ADMIN:
                spelled = clock_span(block.start, block.end, display)
                text = f"{weekday_date(day.date)}, {spelled}{doubt(day)}"
                brief = f"{brief_day(day.date)}{doubt(day)}"
                yield KindDays(day.date, day.date, text, True, brief)


def _breaks(schedule: Schedule, within: AskedDays) -> Iterator[KindDays]:
    for run in breaks(schedule.plan, within.first, within.last):
        # Of a break in which one works the text says on which day of it.
        whole = f" ({(run.last - run.first).days + 1} days)"
        text = f"{break_text(schedule, run)}{'' if worked_days(schedule, run) else whole}"
        yield KindDays(run.first, run.last, text, True, text)
