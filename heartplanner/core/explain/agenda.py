"""The days one after another, each with all that is said of it, and a search through their words.

A search is a conjunction: a day is found if its text holds every word. Nothing is a pattern.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from textwrap import shorten
from typing import NamedTuple

from heartplanner.core.explain.changes.change_titles import change_title
from heartplanner.core.explain.hours_text import cycle_place, shift_count, week_hours
from heartplanner.core.explain.reasons import FREE_WEEKEND, day_line, why
from heartplanner.core.explain.spoken import LONGEST_NAME, spoken_name
from heartplanner.core.plan.change import Note
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.changes import DayOffKind
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import Week, total, weeks
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import counted, full_date, hours, month_day

PHRASES = ("working weekend", "free weekend", "day off", "days off", "called off", "not confirmed")
"""These are searched for as they stand: "off" by itself is in most days' words."""

LEAVES = "The rotation leaves"
"""These words are not searched: "leave" is to find days of leave, and not each day that is free."""
NotesByDate = Mapping[date, Sequence[str]]
"""Holidays and milestones in words, by date."""


class Entry(NamedTuple):
    """A day in a list.

    `week` is its week's heading; `notes` are its holiday, reminder dates and own notes. `name` is what the
    day is, for a screen reader; `text` is all that a search looks through.
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
    day_notes: NotesByDate | None = None,
    today: date | None = None,
) -> list[Entry]:
    """The days from first to last, both included, in order; `today` is named on its day."""
    # Weeks are made whole, since a heading tells its whole week even where the list cuts it.
    named = day_notes or {}
    return [
        _entry(day, heading, display, named.get(day.date, ()), today)
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
    """Week of September 8, 2025 - cycle 2, week 1 of 6 - 40 h (12 h leave)."""
    title = f"Week of {full_date(week.first)}"
    place = cycle_place(week)
    if not place:
        return f"{title} - before your start date"
    credited, remark = week_hours(week)
    aside = f" ({remark})" if remark else ""
    return f"{title} - {place} - {credited}{aside}"


def year_line(plan: Plan, over: Sequence[Day]) -> str:
    """2026: 147 shifts, 1960 h, 16 working weekends, 8 breaks, 3 days of leave; `over` is a year.

    A break counts on its first day.
    """
    year = over[0].date.year
    if plan.start > over[-1].date:
        return f"{year}: before your start date, {full_date(plan.start)}"
    # The year in which the plan begins has no whole year's sums, and says so.
    begun = f", from {month_day(plan.start)} on" if plan.start > over[0].date else ""
    return f"{year}{begun}: {_sums(over)}"


def _sums(over: Sequence[Day]) -> str:
    sums = total(over)
    # A break counts on its first day, so that one over New Year is counted once.
    begun = sum(day.in_break is not None and day.in_break.day == 1 for day in over)
    leave = sum(day.off is DayOffKind.LEAVE for day in over)
    return ", ".join(
        [
            shift_count(sums),
            hours(sums.minutes),
            counted(sums.weekends_on, "working weekend"),
            counted(begun, "break"),
            f"{counted(leave, 'day')} of leave",
        ]
    )


def _entry(
    day: Day, week: str, display: DisplayFormat, day_notes: Sequence[str], today: date | None
) -> Entry:
    # Notes are shown as what they say, so they are not listed again as changes.
    own = [change.what.text for change in day.changes if isinstance(change.what, Note)]
    others = tuple(change for change in day.changes if not isinstance(change.what, Note))
    titles = tuple(change_title(change, display) for change in others)
    notes = (*day_notes, *own)  # shown by themselves, not among the reasons
    what, reason = day_line(day, display), why(day._replace(changes=others), display=display)
    weekend_on = day.weekend == "on"
    name = spoken_name(day, display, day_notes, today)
    spoken = [name, what, *titles, *notes, reason.replace(LEAVES, "free")]
    text = " \n".join([*spoken, *_kinds(day)])
    return Entry(
        day=day,
        week=week,
        what=what,
        changes=titles,
        notes=notes,
        why=reason,
        weekend_on=weekend_on,
        name=shorten(name, LONGEST_NAME, placeholder=" ..."),
        text=text.casefold(),
    )


def _kinds(day: Day) -> Iterator[str]:
    """Words by which a day is found though its own text does not hold them."""
    yield day.date.isoformat()
    if day.weekend == "off":
        yield FREE_WEEKEND
    if day.in_break:
        yield "break"
    yield from ("note" for change in day.changes if isinstance(change.what, Note))


def _terms(text: str) -> Iterator[str]:
    """The phrases that a text holds, each as one term, and then its other words."""
    # Spaces around the text and its phrases keep "day off" from being found in "Friday off".
    text = f" {' '.join(text.split())} "
    for phrase in PHRASES:
        while f" {phrase} " in text:
            yield phrase
            text = text.replace(f" {phrase} ", " ")
    yield from text.split()
