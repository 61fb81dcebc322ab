"""The next and the last shift, and the next and the last work of any kind: admin time is work too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from heartplanner.core.ask.asked_days import one_day
from heartplanner.core.ask.question import Answer, Coming, Context
from heartplanner.core.explain.reasons import doubt, work_words
from heartplanner.core.explain.upcoming import NEXT_SHIFT, upcoming
from heartplanner.core.plan.model import LAST_DATE, ONE_DAY
from heartplanner.core.schedule.blocks import Block
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import clock_span, days_ago, full_date, in_days, weekday_date

LOOK = timedelta(days=366)
"""How far ahead or back one looks for work."""
MOST_BESIDE = 3
"""So much other work is named beside a shift."""


class _Work(NamedTuple):
    """A block of a day: `when` says its day and hours, `text` what it is too."""

    day: date
    block: Block
    when: str
    text: str


def next_shift(
    schedule: Schedule, context: Context, display: DisplayFormat = DEFAULT_FORMAT
) -> Answer:
    """The next shift as At a glance has it, and the other work that comes before it."""
    moment = context.moment
    fact = next(one for one in upcoming(schedule, moment, display) if one.about == NEXT_SHIFT)
    distance = f", {fact.distance}" if fact.distance else ""
    text = f"{fact.about}: {fact.answer}{distance}."
    coming = (one for one in _ahead(schedule, context.today, display) if one.block.start >= moment)
    return _until_shift(coming, text, context)


def next_work(
    schedule: Schedule, context: Context, display: DisplayFormat = DEFAULT_FORMAT
) -> Answer:
    """The next work of any kind; where it is no shift, the next shift is said beside it."""
    shift = next_shift(schedule, context, display)
    work = _ahead(schedule, context.today, display)
    first = next((one for one in work if one.block.start >= context.moment), None)
    if first is None or first.block.kind.is_shift:
        return shift
    away = in_days(first.day, context.today)
    return Answer(one_day(first.day), f"Next work: {first.text}, {away}.", (shift.sentence,), ())


def work_after(
    schedule: Schedule,
    what: Coming,
    after: date,
    context: Context,
    display: DisplayFormat = DEFAULT_FORMAT,
) -> Answer:
    """The first shift after a day, or the first work of any kind, and what stands beside it."""
    day = full_date(after)
    every = list(_work_of(schedule, after + ONE_DAY, after + LOOK, display))
    shift = next((one for one in every if one.block.kind.is_shift), None)
    said = f"First shift after {day}: {shift.when if shift else 'none to come'}."
    if what is Coming.SHIFT or not every or every[0] is shift:
        return _until_shift(iter(every), said, context)
    return Answer(one_day(every[0].day), f"First work after {day}: {every[0].text}.", (said,), ())


def last_shift(
    schedule: Schedule,
    context: Context,
    display: DisplayFormat = DEFAULT_FORMAT,
    before: date | None = None,
) -> Answer:
    """The last shift that has begun, or the last one before a day, and the other work after it."""
    end = context.today if before is None else before - ONE_DAY
    work = _back(schedule, end, context, begun=before is None, display=display)
    about = "Last shift" if before is None else f"Last shift before {full_date(before)}"
    later: list[str] = []
    for one in work:
        if one.block.kind.is_shift:
            ago = "" if before else f", {days_ago(one.day, context.today)}"
            facts = tuple(reversed(later[-MOST_BESIDE:]))
            return Answer(one_day(one.day), f"{about}: {one.when}{ago}.", facts, ())
        later.append(f"After it: {one.text}.")
    none = "none yet" if before is None else "there is none"
    return Answer(one_day(context.today), f"{about}: {none}.", (), ())


def last_work(
    schedule: Schedule, context: Context, display: DisplayFormat = DEFAULT_FORMAT
) -> Answer:
    """The last work of any kind that has begun; where it is no shift, the last shift beside it."""
    shift = last_shift(schedule, context, display)
    work = _back(schedule, context.today, context, begun=True, display=display)
    last = next(work, None)
    if last is None or last.block.kind.is_shift:
        return shift
    ago = days_ago(last.day, context.today)
    return Answer(one_day(last.day), f"Last work: {last.text}, {ago}.", (shift.sentence,), ())


def _until_shift(work: Iterator[_Work], text: str, context: Context) -> Answer:
    """The sentence on the first shift among some work, and what of it comes before the shift."""
    earlier: list[str] = []
    for one in work:
        if one.block.kind.is_shift:
            return Answer(one_day(one.day), text, tuple(earlier[:MOST_BESIDE]), ())
        earlier.append(f"Before it: {one.text}.")
    return Answer(one_day(context.today), text, tuple(earlier[:MOST_BESIDE]), ())


def _ahead(schedule: Schedule, today: date, display: DisplayFormat) -> Iterator[_Work]:
    return _work_of(schedule, today, today + LOOK, display)


def _work_of(
    schedule: Schedule, first: date, last: date, display: DisplayFormat
) -> Iterator[_Work]:
    """All work that begins on some days, in order; no more days are worked out than are looked at."""
    begin, end = max(first, schedule.plan.start), min(last, LAST_DATE)
    while begin <= end:
        until = min(begin + timedelta(27), end)
        for day in schedule.days(begin, until):
            for block in day.blocks:
                when = f"{weekday_date(day.date)}, {clock_span(block.start, block.end, display)}"
                when += doubt(day)
                yield _Work(day.date, block, when, f"{work_words(block.kind).noun}, {when}")
        begin = until + ONE_DAY


def _back(
    schedule: Schedule, last: date, context: Context, *, begun: bool, display: DisplayFormat
) -> Iterator[_Work]:
    """The same from a day back, the last first; `begun`: only what has begun by now."""
    first, end = max(schedule.plan.start, last - LOOK), last
    while end >= first:
        begin = max(first, end - timedelta(27))
        for one in reversed(list(_work_of(schedule, begin, end, display))):
            if not begun or one.block.start < context.moment:
                yield one
        end = begin - ONE_DAY
