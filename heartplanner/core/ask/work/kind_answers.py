"""Days of a kind: all within a range and how many they are, the next one, and the last one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from heartplanner.core.ask.appointments import with_appointments
from heartplanner.core.ask.asked_days import AskedDays, DatePhrase, one_day
from heartplanner.core.ask.days.holiday_phrases import holiday_range
from heartplanner.core.ask.free import free_why
from heartplanner.core.ask.question import Answer, Coming, Context, Option, WhenLast
from heartplanner.core.ask.work.kind_days import COUNTED_WHOLE, KindDays, days_of_kind
from heartplanner.core.explain.break_text import break_text
from heartplanner.core.plan.model import LAST_DATE
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.schedule.breaks import breaks
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import (
    counted,
    days_ago,
    full_date,
    hours,
    in_days,
    listed,
    listed_first,
    long_date,
    sentence_case,
    span,
    weekday_date,
)

MOST_NAMED = 16
"""Days that a sentence names; of more it says how many there are."""
LOOK = timedelta(days=366)
"""How far ahead or back one looks for the next or the last of a kind."""
HOLIDAYS_SHOWN = "Holidays are the public ones and your own; your employer's may be others."


def listed_kind(
    schedule: Schedule,
    what: Coming,
    within: AskedDays,
    context: Context,
    display: DisplayFormat = DEFAULT_FORMAT,
) -> Answer:
    """All of a kind within a range: how many they are and which."""
    every = list(days_of_kind(schedule, what, within, context, display))
    counting = [one for one in every if one.counts]
    to_come = [one for one in counting if one.last >= context.today]
    parted = (
        what in COUNTED_WHOLE
        and within.last > context.today
        and any(one.last < context.today for one in every)
    )
    named = _named(to_come if parted else counting)
    if within.length == 1 and what in (Coming.HOLIDAY_WORKED, Coming.HOLIDAY_OFF):
        return _one_holiday(schedule, within, context)
    said = _counted_text(what, len(counting), len(every), over=within.last <= context.today)
    over = counting[: len(counting) - len(to_come)]
    if parted and counting:
        said += f", {len(over) or 'none'} so far and {len(to_come) or 'none'} to come"
    sentence = f"{span(within.first, within.last)}: {said}{': ' if named else ''}{named}."
    facts = [f"So far: {_named(over)}."] if parted and over else []
    facts += _facts(schedule, what, within, every, context)
    options = _options(schedule, what, to_come, display)
    return Answer(DatePhrase(within), sentence, tuple(facts), options)


def _one_holiday(schedule: Schedule, within: AskedDays, context: Context) -> Answer:
    """Whether a day is a holiday, and whether one works on it."""
    day = schedule.days(*within[:2])[0]
    over = day.date < context.today
    work, are = ("worked", "were") if over else ("work", "are")
    said = f"you {work}" if day.blocks else f"you {are} off work"
    if day.at is None:
        said = "it is before your start date"
    name = context.holidays.get(day.date)
    known = f"{name}, and {said}" if name else f"no holiday that is known here; {said}"
    text = f"{long_date(day.date)}: {known}."
    return Answer(DatePhrase(within), text, (HOLIDAYS_SHOWN,), ())


def _named(some: Sequence[KindDays]) -> str:
    """These, or the first of them and how many more there are."""
    return listed_first([one.brief for one in some], MOST_NAMED)


def next_of_kind(
    schedule: Schedule,
    what: Coming,
    context: Context,
    display: DisplayFormat = DEFAULT_FORMAT,
) -> Answer:
    """The next of a kind; a weekend under way is none that comes, and neither is what has begun today."""
    today = context.today
    first = max(today, schedule.plan.start)
    within = AskedDays(first, min(first + LOOK, LAST_DATE))
    found = [one for one in days_of_kind(schedule, what, within, context, display) if one.counts]
    coming = next((one for one in found if _is_to_come(schedule, one, what, context)), None)
    if coming is None:
        return Answer(one_day(today), f"Next {_noun(what)}: none to come.", (), ())
    text = f"Next {_noun(what)}: {coming.text}, {in_days(coming.first, today)}."
    facts = [f"{sentence}." for sentence in _under_way(found, what, today)]
    return Answer(DatePhrase(AskedDays(coming.first, coming.last)), text, tuple(facts), ())


def last_of_kind(
    schedule: Schedule,
    asked: WhenLast,
    context: Context,
) -> Answer:
    """The last weekend or holiday worked that has begun, or the last break that is over; how long ago."""
    today = context.today
    first = max(schedule.plan.start, today - LOOK)
    if asked.what is Coming.BREAK:
        found = _last_break(schedule, first, context)
    else:
        found = _last_worked(schedule, asked.what, first, context)
    about = f"Last {_noun(asked.what)}"
    if found is None:
        return Answer(one_day(today), f"{about}: none yet.", (), ())
    text = f"{about}: {found.text}, {days_ago(min(found.last, today), today)}."
    return Answer(DatePhrase(AskedDays(found.first, found.last)), text, (), ())


def _last_break(schedule: Schedule, first: date, context: Context) -> KindDays | None:
    runs = [run for run in breaks(schedule.plan, first, context.today) if run.last < context.today]
    if not runs:
        return None
    text = break_text(schedule, runs[-1])
    return KindDays(runs[-1].first, runs[-1].last, text, True, text)


def _last_worked(
    schedule: Schedule, what: Coming, first: date, context: Context
) -> KindDays | None:
    """The last working weekend, or holiday worked, of which some work has begun."""
    within = AskedDays(first, context.today)
    every = list(days_of_kind(schedule, what, within, context, DEFAULT_FORMAT))
    for one in reversed([one for one in every if one.counts]):
        blocks = [block for day in schedule.days(one.first, one.last) for block in day.blocks]
        if any(block.start < context.moment for block in blocks):
            return one
    return None


def _counted_text(what: Coming, counting: int, every: int, *, over: bool) -> str:
    """You work on 2 of 5 weekends; you have admin on 5 days. `over`: of what is over by now."""
    work, are, have = ("worked", "were", "had") if over else ("work", "are", "have")
    match what:
        case Coming.WORKING_WEEKEND:
            return f"you {work} on {counting or 'none'} of {counted(every, 'weekend')}"
        case Coming.FREE_WEEKEND:
            return f"you {are} off work on {counting or 'none'} of {counted(every, 'weekend')}"
        case Coming.HOLIDAY_WORKED | Coming.HOLIDAY_OFF if not every:
            return "no holiday"
        case Coming.HOLIDAY_WORKED:
            return f"you {work} on {counting or 'none'} of {counted(every, 'holiday')}"
        case Coming.HOLIDAY_OFF:
            return f"you {are} off work on {counting or 'none'} of {counted(every, 'holiday')}"
        case Coming.ADMIN:
            return f"you {have} {counted(counting, 'admin block') if counting else 'no admin'}"
        case _:
            return counted(counting, str(what)) if counting else f"no {what}"


def _facts(
    schedule: Schedule,
    what: Coming,
    within: AskedDays,
    every: Sequence[KindDays],
    context: Context,
) -> Iterator[str]:
    """What is said beside the days that count: weekends half worked, the other holidays, the hours."""
    match what:
        case Coming.WORKING_WEEKEND:
            for one in every:
                days = schedule.days(one.first, one.last)
                worked = [day for day in days if day.blocks]
                if one.counts and len(worked) < len(days):
                    yield f"{one.text}: you work on {weekday_date(worked[0].date)} alone."
        case Coming.HOLIDAY_WORKED | Coming.HOLIDAY_OFF:
            others = [one.text for one in every if not one.counts]
            state = "Off work" if what is Coming.HOLIDAY_WORKED else "You work"
            if others:
                yield f"{state}: {listed(others[:MOST_NAMED])}."
            yield HOLIDAYS_SHOWN
            known = holiday_range(context.today)[1]
            if within.last > known:
                yield f"Holidays are known until {full_date(known)}."
        case Coming.ADMIN:
            minutes = sum(
                block.minutes
                for day in schedule.days(within.first, within.last)
                for block in day.blocks
                if block.kind is Kind.ADMIN
            )
            if minutes:
                yield f"{hours(minutes)} of admin."
            yield from (f"{one.text}." for one in every[:MOST_NAMED])
        case _:
            return


def _options(
    schedule: Schedule, what: Coming, counting: Sequence[KindDays], display: DisplayFormat
) -> tuple[Option, ...]:
    """The free weekends, each with the appointments that one has then."""
    if what is not Coming.FREE_WEEKEND:
        return ()
    ways = [
        Option(one.first, one.last, 0, free_why(schedule.days(one.first, one.last)))
        for one in counting[:MOST_NAMED]
    ]
    return tuple(with_appointments(schedule.plan, way, display) for way in ways)


def _is_to_come(schedule: Schedule, one: KindDays, what: Coming, context: Context) -> bool:
    if what is Coming.ADMIN:
        blocks = schedule.days(one.first, one.first)[0].blocks
        return any(block.kind is Kind.ADMIN and block.start >= context.moment for block in blocks)
    return one.first > context.today


def _under_way(found: Sequence[KindDays], what: Coming, today: date) -> Iterator[str]:
    """What is of the kind today: it is not the next one, and it is said."""
    for one in found:
        if one.first <= today <= one.last:
            yield f"{sentence_case(_noun(what))} now: {one.text}"


def _noun(what: Coming) -> str:
    match what:
        case Coming.HOLIDAY_WORKED:
            return "holiday that you work"
        case Coming.HOLIDAY_OFF:
            return "holiday off work"
        case _:
            return str(what)
