"""The events of a calendar as entries: the hours are the event's, its title must not say otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE, each_date
from heartplanner.core.roster.dates.date_refs import DateRef, OnDates
from heartplanner.core.roster.entries import Problem, RosterDraft, RosterEntry
from heartplanner.core.roster.harmless.given_names import GIVEN_NAMES
from heartplanner.core.roster.harmless.titles import SEASONS, named_person
from heartplanner.core.roster.language.doubts import SPOKEN
from heartplanner.core.roster.language.grammar import parsed
from heartplanner.core.roster.language.items import (
    Clock,
    DateItem,
    Form,
    HoursItem,
    Item,
    LabelItem,
    RawDate,
    SpanItem,
    weekdays_of,
    without_weekdays,
)
from heartplanner.core.roster.language.mode import Mode
from heartplanner.core.roster.language.vocabulary import MONTH_NUMBERS
from heartplanner.core.roster.roster import RosterQuestion
from heartplanner.core.roster.shapes.headings import is_name
from heartplanner.core.roster.shapes.lines import TWO_WAYS
from heartplanner.core.roster.source import LONGEST_LINE, RosterEvent

BACK, AHEAD = timedelta(days=400), timedelta(days=5 * 366)
"""How far around today an event is taken for a shift that matters: plans are exported for years ahead."""
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
LONGEST = 60
"""Days of an all-day event that are told one by one."""


def read_events(
    events: Iterable[RosterEvent], draft: RosterDraft, mode: Mode, question: RosterQuestion
) -> None:
    """Enter events; those that are refused, or far from today, are listed."""
    events = [*events]
    asked = frozenset(question.name.lower().split())
    for event in events:
        person = event.person or _owner(event.calendar, asked)
        date_refs = _noted(draft, event)
        text = event_text(event)
        items = parsed(event.title[:LONGEST_LINE], mode)
        why = event.refused or _refused(event, question) or _refused_title(items, event.title)
        if why:
            draft.problems.append(Problem(event.line, text, why, date_refs, since=_since(event)))
            # It may be the shift of its day, so that no other event of that day is sure.
            if _may_be_shift(event, items):
                draft.unusable.add(event.line)
            continue
        weekdays = weekdays_of(items[0])
        content = (*_hours(event), *without_weekdays(items[0]))
        entry = RosterEntry(event.line, text, date_refs, content, weekdays, person=person)
        draft.entries.append(entry)
        if person and len({each.calendar for each in events}) > 1:
            draft.addressed.add(person)


def _owner(calendar: str, asked: frozenset[str]) -> str:
    """Whose a calendar is by its name, "Kim's shifts"; "" where it does not say so."""
    words = {word.lower() for word in SPOKEN.findall(calendar)} - {*MONTH_NUMBERS}
    named = named_person(calendar, asked)
    if named and not words <= SEASONS:
        return named.name
    return calendar if words & (GIVEN_NAMES | asked) and is_name(parsed(calendar)[0]) else ""


def _may_be_shift(event: RosterEvent, parses: Sequence[Sequence[Item]]) -> bool:
    """Whether an event that is not read may be a shift: its title is one of a shift, or blank."""
    # What is canceled, or lasts for days, is no shift, whatever it is called.
    longer = event.start and event.end and event.end - event.start > DAY
    kinds = LabelItem | HoursItem | SpanItem
    titled = any(isinstance(item, kinds) for items in parses for item in items)
    return not (event.void or longer) and (titled or not event.title.strip())


def _since(event: RosterEvent) -> date | None:
    """The first day that an event which is refused may be about, where it may be about any later one."""
    first = _day(event.start) or event.first
    return (first or FIRST_DATE) if event.series or first is None else None


def event_text(event: RosterEvent) -> str:
    """An event on one line: 2025-08-02 09:00-21:00 Shift."""
    if event.start and event.end:
        last = f" until {event.end:%Y-%m-%d}" if event.end - event.start > DAY else ""
        when = f"{event.start:%Y-%m-%d %H:%M}-{event.end:%H:%M}{last}"
    elif event.start:
        when = f"{event.start:%Y-%m-%d %H:%M}"
    elif event.first and event.last and event.last > event.first:
        when = f"{event.first} - {event.last}"
    else:
        when = f"{event.first or ''}"
    return f"{when} {event.title}".strip()


def _noted(draft: RosterDraft, event: RosterEvent) -> tuple[DateRef, ...]:
    """The days of an event; one with hours is on the day on which it begins."""
    first = event.start.date() if event.start else event.first
    # Each of its days must be a date that a plan may have.
    if first is None or not FIRST_DATE <= first < LAST_DATE - timedelta(days=LONGEST):
        return ()
    last = _last_day(event, first)
    days = each_date(first, min(last, first + timedelta(days=LONGEST - 1))) or [first]
    return tuple(
        OnDates(draft.dates.add(RawDate(Form.CERTAIN, day.month, day.day, day.year)))
        for day in days
    )


def _last_day(event: RosterEvent, first: date) -> date:
    """The last day of an event: a shift over midnight has one, what is longer has all that it touches."""
    if not event.start:
        return event.last or first
    longer = event.end is not None and event.end - event.start > DAY
    # An end at midnight is that of the day before: the last minute decides.
    return (event.end - MINUTE).date() if longer and event.end else first


def _refused(event: RosterEvent, question: RosterQuestion) -> str:
    """Why an event cannot be a shift or a day off."""
    first = _day(event.start) or event.first
    if first is None:
        return "it has no date"
    if first < question.today - BACK:
        return "it is more than 400 days ago"
    if first > question.today + AHEAD:
        return "it is more than five years ahead"
    if event.start is None:
        length = (event.last or first) - first
        return f"it lasts longer than {LONGEST} days" if length >= timedelta(days=LONGEST) else ""
    if event.end is None:
        return "it has no end"
    if event.end <= event.start:
        return "it does not end after it begins"
    return "it lasts longer than a day" if event.end - event.start > DAY else ""


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _refused_title(parses: Sequence[Sequence[Item]], title: str) -> str:
    """Why a title is not understood before its words are looked at."""
    if len(title) > LONGEST_LINE:
        return "its title is too long"
    if any(isinstance(item, DateItem | SpanItem) for items in parses for item in items):
        return "its title names a date"
    return TWO_WAYS if len(parses) > 1 else ""


def _hours(event: RosterEvent) -> tuple[Item, ...]:
    if not (event.start and event.end):
        return ()
    # As a line would state them, so that one grammar judges both; a program's hours are never ambiguous.
    begin, end = (moment.hour * 60 + moment.minute for moment in (event.start, event.end))
    return (HoursItem(Clock((begin,), full=True), Clock((end,), full=True)),)
