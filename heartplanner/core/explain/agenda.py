"""The days one after another, each with all that is said of it, and a search through their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from heartplanner.core.explain.reasons import change_title, day_line, why
from heartplanner.core.plan.model import CYCLE_WEEKS, Note, Plan
from heartplanner.core.schedule.changes import Off
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import Week, total, weeks
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import counted, full_date, hours, long_date, month_day

PHRASES = ("weekend on", "weekend off", "day off", "days off", "called off")
"""Searched for as they stand: "on" and "off" by themselves are in most days' words."""

LEAVES = "The rotation leaves"
"""Not searched: who looks for "leave" means that of the balance, not each day that is free."""

Occasions = Mapping[date, Sequence[str]]
"""Holidays and milestones in words, by date."""


class Entry(NamedTuple):
    """A day in a list. `week` is its week's heading; `notes` are its occasions and own notes.

    `name`: what the day is, in words, for a screen reader; `text`: all that a search looks through.
    """

    day: Day
    week: str
    what: str
    changes: tuple[str, ...]
    notes: tuple[str, ...]
    why: str
    weekend_on: bool
    name: str
    text: str

    @property
    def date(self) -> date:
        return self.day.date


def entries(
    schedule: Schedule,
    first: date,
    last: date,
    display: DisplayFormat = DEFAULT_FORMAT,
    occasions: Occasions | None = None,
) -> list[Entry]:
    """The days from first to last, both included, in order."""
    named = occasions or {}
    return [
        _entry(day, heading, display, named.get(day.date, ()))
        for week in weeks(schedule, first, last)
        for heading in (week_heading(week),)
        for day in week.days
        if first <= day.date <= last
    ]


def search(among: Iterable[Entry], text: str) -> list[Entry]:
    """The entries in whose text every word of `text` occurs, in either case; all if it has none."""
    terms = list(_terms(text.casefold()))
    return [entry for entry in among if all(term in entry.text for term in terms)]


def week_heading(week: Week) -> str:
    """Week of September 8, 2025 - cycle 2, week 1 of 6 - 28 h (40 h planned)."""
    title = f"Week of {full_date(week.first)}"
    at = week.days[-1].at
    if at is None:
        return f"{title} - before your start date"
    worked, planned = hours(week.totals.minutes), hours(week.totals.planned_minutes)
    other = f" ({planned} planned)" if worked != planned else ""
    return f"{title} - cycle {at.cycle}, week {at.week} of {CYCLE_WEEKS} - {worked}{other}"


def year_line(plan: Plan, over: Sequence[Day]) -> str:
    """2026: 147 shifts, 1960 h, 16 weekends on, 8 breaks, 3 days of leave; the days are a year's.

    A break counts on its first day.
    """
    year = over[0].date.year
    if plan.start > over[-1].date:
        return f"{year}: before your start date, {full_date(plan.start)}"
    begun = f", from {month_day(plan.start)} on" if plan.start > over[0].date else ""
    return f"{year}{begun}: {_sums(over)}"


def _sums(over: Sequence[Day]) -> str:
    sums = total(over)
    begun = sum(day.in_break is not None and day.in_break.day == 1 for day in over)
    leave = sum(day.off is Off.LEAVE for day in over)
    return ", ".join(
        [
            counted(sums.shifts, "shift"),
            hours(sums.minutes),
            f"{counted(sums.weekends_on, 'weekend')} on",
            counted(begun, "break"),
            f"{counted(leave, 'day')} of leave",
        ]
    )


def _entry(day: Day, week: str, display: DisplayFormat, occasions: Sequence[str]) -> Entry:
    own = [each.what.text for each in day.changes if isinstance(each.what, Note)]
    others = tuple(each for each in day.changes if not isinstance(each.what, Note))
    titles = tuple(change_title(each, display) for each in others)
    notes = (*occasions, *own)  # shown by themselves, not among the reasons
    what, reason = day_line(day, display), why(day._replace(changes=others), display=display)
    weekend_on = day.weekend == "on"
    said = [what, "weekend on"] if weekend_on else [what]
    name = ". ".join([f"{long_date(day.date)}: {', '.join(said)}", *titles, *notes, reason])
    return Entry(
        day=day,
        week=week,
        what=what,
        changes=titles,
        notes=notes,
        why=reason,
        weekend_on=weekend_on,
        name=name,
        text=" \n".join([name.replace(LEAVES, "free"), *_kinds(day)]).casefold(),
    )


def _kinds(day: Day) -> Iterator[str]:
    """Words to find a day by that its own do not hold."""
    yield day.date.isoformat()
    if day.weekend == "off":
        yield "weekend off"
    if day.in_break:
        yield "break"
    yield from ("note" for change in day.changes if isinstance(change.what, Note))


def _terms(text: str) -> Iterator[str]:
    """The phrases in a text, each as one, and then its other words."""
    text = f" {' '.join(text.split())} "
    for phrase in PHRASES:
        while f" {phrase} " in text:
            yield phrase
            text = text.replace(f" {phrase} ", " ")
    yield from text.split()
