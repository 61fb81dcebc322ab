"""Swaps that are in no calendar yet, named wherever their days are answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from heartplanner.core.ask.asked_days import AskedDays
from heartplanner.core.ask.question import (
    Answer,
    BothOff,
    Coming,
    Context,
    IsPayday,
    LeaveLeft,
    LeaveTaken,
    Option,
    Question,
    Stretch,
    SwapsAsked,
    Wanted,
    WeekdaysWorked,
    WhenEvent,
    WhenLast,
    WhenNext,
)
from heartplanner.core.explain.pending_text import NAMELESS
from heartplanner.core.plan.change import PendingSwap, Swap, dates_of
from heartplanner.core.schedule.breaks import breaks
from heartplanner.core.schedule.days import SATURDAY
from heartplanner.core.words.english import counted, listed, weekday_date

MOST_NAMED = 3
"""So many swaps an answer names; of more it says how many there are."""


def with_asked_swaps(told: Answer, question: Question, context: Context) -> Answer:
    """An answer with the swaps that are only asked for its days, and beside each option that has one."""
    pending = context.plan.pending
    if not pending:
        return told
    options = tuple(_with_asked(option, pending) for option in told.options)
    days = list(_days_answered(told, question, context))
    facts = list(_facts([one for one in pending if _is_on(one.swap, days)]))
    return told._replace(facts=(*told.facts, *facts), options=options)


def _days_answered(told: Answer, question: Question, context: Context) -> Iterator[AskedDays]:
    """The days of which something is said: of free time the options, of weekends no day of the week."""
    match question:
        case LeaveLeft() | LeaveTaken() | IsPayday() | SwapsAsked() | WhenEvent():
            return
        case WhenNext(Coming.PAYDAY) | WhenLast(Coming.PAYDAY):
            return
        case Wanted() | Stretch() | BothOff():
            yield from (AskedDays(one.first, one.last) for one in told.options)
        case WhenNext(Coming.WORKING_WEEKEND | Coming.FREE_WEEKEND):
            yield from _asked_days(told, context, lambda day: day.weekday() >= SATURDAY)
        case WhenNext(Coming.BREAK, AskedDays() as within):
            runs = breaks(context.plan, *within[:2])
            yield from (AskedDays(run.first, run.last) for run in runs)
        case WeekdaysWorked(_, weekday, False):
            yield from _asked_days(told, context, lambda day: day.weekday() == weekday)
        case WhenNext(Coming.HOLIDAY_WORKED | Coming.HOLIDAY_OFF):
            yield from _asked_days(told, context, lambda day: day in context.holidays)
        case _:
            yield told.reading.taken


def _asked_days(
    told: Answer, context: Context, is_meant: Callable[[date], bool]
) -> Iterator[AskedDays]:
    """The days of swaps that are only asked, those of the kind that lie within the days of the answer."""
    first, last = told.reading.taken[:2]
    for one in context.plan.pending:
        for day, _ in dates_of(one.swap):
            if first <= day <= last and is_meant(day):
                yield AskedDays(day, day)


def _facts(pending: Sequence[PendingSwap]) -> Iterator[str]:
    yield from (_sentence(one) for one in pending[:MOST_NAMED])
    more = len(pending) - MOST_NAMED
    if more > 0:
        are = "is" if more == 1 else "are"
        yield f"{counted(more, 'more swap')} of these days {are} not agreed."


def _sentence(pending: PendingSwap) -> str:
    """A swap with Lee is only asked yet: you would give Wed, Feb 3 and take Tue, Feb 9."""
    swap = pending.swap
    who = swap.colleague or NAMELESS
    halves = {"give": swap.give, "take": swap.take}
    said = listed([f"{does} {weekday_date(day)}" for does, day in halves.items() if day])
    if pending.overtaken:
        return (
            f"A swap with {who} needs a look, a new rotation overtook it: you had agreed to {said}."
        )
    return f"A swap with {who} is only asked yet: you would {said}."


def _with_asked(option: Option, pending: Sequence[PendingSwap]) -> Option:
    """The option, with the swap that is asked for one of its days, or for one that its own swap changes."""
    days = [AskedDays(option.first, option.last)]
    if isinstance(option.change, Swap):
        days += [AskedDays(*span) for span in dates_of(option.change)]
    asked = [one.swap for one in pending if _is_on(one.swap, days)]
    if not asked:
        return option
    names = listed(list(dict.fromkeys(swap.colleague or NAMELESS for swap in asked)))
    return option._replace(why=f"{option.why}; a swap with {names} is not agreed yet")


def _is_on(swap: Swap, days: Sequence[AskedDays]) -> bool:
    return any(
        one.first <= last and one.last >= first for first, last in dates_of(swap) for one in days
    )
