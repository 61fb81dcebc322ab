"""What leave was taken on some days and what is planned: of one kind, or of all that have a balance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from heartplanner.core.ask.asked_days import AskedDays, DatePhrase
from heartplanner.core.ask.days.range_phrases import read_whole
from heartplanner.core.ask.leave.leave_phrases import KINDS
from heartplanner.core.ask.not_understood import NotUnderstoodError, Place
from heartplanner.core.ask.question import Answer, Context, LeaveTaken
from heartplanner.core.plan.leave import LEAVE_NAMES, LeaveKind
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import brief_day, counted, hours, span

MOST_NAMED = 12
KIND = (
    r"(?:(?P<named>sick|vacation|comp)(?: (?:days?|leave|time|hours))?|(?P<pto>pto)"
    r"|leave(?: days?| time| hours)?)"
)
WHEN = r"(?: (?P<when>(?:in|this|last|over|during) .+))?"
FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?:how (?:many|much) |what ){KIND} (?:did i|have i) (?:take|taken|use|used)(?: so far)?{WHEN}",
        rf"(?:did i|have i) (?:take|taken|use|used) (?:any )?{KIND}{WHEN}",
        rf"(?:my )?{KIND} (?:taken|used|planned)(?: so far)?{WHEN}",
    )
)


class _Taken(NamedTuple):
    """A day on which leave is taken, and its minutes."""

    day: Day
    minutes: int


def read_leave_taken(text: str, context: Context) -> LeaveTaken | None:
    """How many sick days did I take this year, leave planned in July; None for another question."""
    form = next(filter(None, (one.fullmatch(text) for one in FORMS)), None)
    if form is None:
        return None
    word = form["named"] or form["pto"]
    first, last = read_whole(form["when"] or "this year", context)[:2]
    first = max(first, context.plan.start)
    if last < first:
        raise NotUnderstoodError("That is before your start date.")
    return LeaveTaken(AskedDays(first, last), KINDS[word] if word else None)


def leave_taken(schedule: Schedule, asked: LeaveTaken, context: Context) -> Answer:
    """The days and hours of leave: those that are over, and those that are planned."""
    found = [
        _Taken(day, minutes)
        for day in schedule.days(*asked.within[:2])
        if (minutes := _minutes(day, asked.kind))
    ]
    over = [one for one in found if one.day.date < context.today]
    planned = found[len(over) :]
    name = LEAVE_NAMES[asked.kind] if asked.kind else "leave"
    parts = [(_sum(over, name), "so far"), (_sum(planned, name), "from today on")]
    said = "; ".join(f"{text} {when}" for text, when in parts if text) or f"no {name}"
    facts = [
        f"{when}: {_named(some)}." for some, when in ((over, "Taken"), (planned, "Planned")) if some
    ]
    text = f"{span(*asked.within[:2])}: {said}."
    return Answer(DatePhrase(asked.within), text, tuple(facts), (), Place.HOURS)


def _minutes(day: Day, kind: LeaveKind | None) -> int:
    """What is taken off on a day from this balance, or from any; what the employer called off is none."""
    return sum(
        off.block.minutes
        for off in day.taken_off
        if off.balance is not None and kind in (None, off.balance)
    )


def _sum(some: Sequence[_Taken], name: str) -> str:
    """2 days of vacation, 24 h; empty of none."""
    if not some:
        return ""
    return f"{counted(len(some), 'day')} of {name}, {hours(sum(one.minutes for one in some))},"


def _named(some: Sequence[_Taken]) -> str:
    more = len(some) - MOST_NAMED
    rest = [f"{more} more"] if more > 0 else []
    days = [f"{brief_day(one.day.date)}, {hours(one.minutes)}" for one in some[:MOST_NAMED]]
    return "; ".join([*days, *rest])
