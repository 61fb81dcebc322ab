"""The plan's days as calendar events: a block, a break, a day of absence, and what else is chosen.

An event's UID (RFC 5545, 3.8.4.7) is made of the plan's id and of what the event is about. Its SEQUENCE
(3.8.7.4) and its stamp come from the plan's history, and not from a clock: so the same plan always gives
the same events, on any machine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby

from heartplanner.core.calendar.alarms import alarm_minutes
from heartplanner.core.calendar.entry_events import entry_events
from heartplanner.core.calendar.event import DOMAIN, Event, touches
from heartplanner.core.calendar.export_options import (
    COPY_NAMES,
    DEFAULT_OPTIONS,
    CalendarPart,
    ExportOptions,
    Privacy,
)
from heartplanner.core.calendar.home_times import HomeTime, home_times, home_words
from heartplanner.core.explain.reasons import NOT_CONFIRMED_SENTENCE, why
from heartplanner.core.plan.milestones import milestones
from heartplanner.core.plan.model import ONE_DAY, Milestone, Plan, each_date
from heartplanner.core.schedule.blocks import Block, Kind, slot_date
from heartplanner.core.schedule.breaks import Break, breaks
from heartplanner.core.schedule.changes import ABSENCES, DayOffKind
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import brief_span, span

NOT_CONFIRMED = " (not confirmed yet)"
"""What follows a title where the responder is not sure yet."""


def events(
    schedule: Schedule, first: date, last: date, options: ExportOptions = DEFAULT_OPTIONS
) -> list[Event]:
    """The events of first..last, in the order of their dates; no private text but chosen milestones'.

    One that lies over an edge, such as a break, is whole: cut there, it would be another one with every
    other range, under a SEQUENCE that does not rise.
    """
    if first > last:
        return []
    plan = schedule.plan
    made = _home_events if options.privacy is Privacy.HOME else _work_events
    shown = list(made(schedule, first, last, options))
    if options.privacy is not Privacy.NO:
        shown = [_redacted(plan, event, options.privacy) for event in shown]
    return sorted(shown, key=lambda event: (_begins(event), event.uid))


def _work_events(
    schedule: Schedule, first: date, last: date, options: ExportOptions
) -> Iterator[Event]:
    """Blocks, days without work, breaks and milestones, as far as they are chosen."""
    plan = schedule.plan
    built_in = breaks(plan, first, last)
    # A break says which day of how many it is: all of its days are needed, also outside the range.
    ends = [first, last, *(day for stretch in built_in for day in stretch)]
    around = {day.date: day for day in schedule.days(min(ends), max(ends))}
    for day in each_date(first, last):
        yield from _events_of_day(plan, around[day], options)
    if CalendarPart.BREAK in options.parts:
        for event in _breaks(plan, built_in, around, options):
            if touches(event, first, last):
                yield event
    if CalendarPart.MILESTONES in options.parts and options.privacy is Privacy.NO:
        for milestone in milestones(plan, first, last):
            yield _milestone_event(plan, milestone)
    # Each was ticked for one's own phone: whatever a copy for others is to have, they are not in it.
    if options.privacy is Privacy.NO:
        yield from entry_events(plan, first, last)


def part_of(block: Block) -> CalendarPart:
    """What of a calendar a block belongs to."""
    match block.kind:
        case Kind.ADMIN:
            return CalendarPart.ADMIN
        case Kind.SHIFT | Kind.EXTRA | Kind.TRAINING:
            return CalendarPart.SHIFTS


def _events_of_day(plan: Plan, day: Day, options: ExportOptions) -> Iterator[Event]:
    for block in day.blocks:
        if part_of(block) in options.parts:
            yield _block_event(plan, day, block, options)
    if title := _off_title(day, options):
        assert day.off is not None
        name = f"{day.date:%Y%m%d}-{day.off.replace(' ', '-')}"
        yield _all_day(plan, name, title, why(day, private=False), (day.date, day.date))


def _off_title(day: Day, options: ExportOptions) -> str:
    """What an all-day event says of a day without work; "" if the calendar is not to have it."""
    if day.off is None or day.off is DayOffKind.BREAK:
        return ""
    if options.privacy is Privacy.NO and day.off in ABSENCES:
        return day.off.capitalize() if CalendarPart.LEAVE in options.parts else ""
    if CalendarPart.DAYS_OFF not in options.parts:
        return ""
    if options.privacy is not Privacy.NO:
        return home_words(HomeTime(), DisplayFormat(language=options.language))
    return guessed("Day off", day.guess)


def _home_events(
    schedule: Schedule, first: date, last: date, options: ExportOptions
) -> Iterator[Event]:
    """What each day says of when the responder is home."""
    for day, home in home_times(schedule, first, last).items():
        title = home_words(home, DisplayFormat(language=options.language))
        yield _all_day(schedule.plan, f"{day:%Y%m%d}-home", title, "", (day, day))


def _redacted(plan: Plan, event: Event, privacy: Privacy) -> Event:
    """The event without its reasons, under a UID that tells nothing of what kind of day it is.

    Its revision is the whole plan's, so that it does not tell whether and when this day was changed.
    """
    # Hashed, since a plain UID names the kind of day; with the copy's kind, so that two copies differ.
    name = hashlib.sha256(f"{event.uid} {privacy}".encode()).hexdigest()[:32]
    return event._replace(
        uid=f"{name}@{DOMAIN}",
        description="",
        sequence=plan.history[-1].number,
        changed=plan.history[-1].at,
    )


def _begins(event: Event) -> tuple[date, bool, datetime | date]:
    start = event.start
    return (start.date(), True, start) if isinstance(start, datetime) else (start, False, start)


def _block_event(plan: Plan, day: Day, block: Block, options: ExportOptions) -> Event:
    # A swapped shift lies on another day than its slot: an edit of either changes the event.
    slot_day = slot_date(block)
    facts = [(day.date, day.date), (slot_day, slot_day)]
    if around := _break_around(day):
        facts.append(around)
    sequence, changed = _revised(plan, *facts)
    return Event(
        uid=f"{plan.id}-{block.slot}@{DOMAIN}",
        title=_block_title(day, block, options),
        description=why(day, private=False),
        start=block.start,
        end=block.end,
        all_day=False,
        sequence=sequence,
        changed=changed,
        alarm=alarm_minutes(block, options),
    )


def _break_around(day: Day) -> tuple[date, date] | None:
    """The days that the place of a day in its break depends on: the break and its neighbors."""
    if not day.in_break:
        return None
    # Its place counts from the first day, and a neighbor that changes makes the break longer or shorter.
    begins = day.date - (day.in_break.day - 1) * ONE_DAY
    return begins - ONE_DAY, begins + day.in_break.of * ONE_DAY


def _block_title(day: Day, block: Block, options: ExportOptions) -> str:
    """HEART 9-9, HEART noon-midnight, HEART admin: enough on a phone's month."""
    if options.privacy is not Privacy.NO:
        return COPY_NAMES[options.language][Privacy.BUSY]
    spelled = brief_span(block.start, block.end)
    match block.kind:
        case Kind.SHIFT:
            what = spelled
        case Kind.EXTRA:
            what = f"extra {spelled}"
        case Kind.ADMIN | Kind.TRAINING:
            what = str(block.kind)
    return guessed(f"{options.word} {what}".strip(), day.guess)


def guessed(title: str, guess: bool) -> str:
    """A title that says so where the responder is not sure yet."""
    return f"{title}{NOT_CONFIRMED}" if guess else title


def _milestone_event(plan: Plan, milestone: Milestone) -> Event:
    name = f"{milestone.date:%Y%m%d}-milestone-{milestone.id}"
    return _all_day(plan, name, milestone.title, "", (milestone.date, milestone.date))


def _free_runs(days_of_break: Sequence[Day]) -> list[list[Day]]:
    """The stretches of a break that are really free: one, unless some day of it is worked."""
    # A day of the break that is worked after all splits it: each free run is an event of its own.
    runs = groupby(days_of_break, key=lambda day: day.off == DayOffKind.BREAK)
    return [list(run) for free, run in runs if free]


def _breaks(
    plan: Plan,
    built_in: Sequence[Break],
    around: Mapping[date, Day],
    options: ExportOptions,
) -> Iterator[Event]:
    """An event for each free stretch of a break."""
    for built in built_in:
        for run in _free_runs([around[day] for day in each_date(built.first, built.last)]):
            yield _break_event(plan, built, run, options)


def _break_event(plan: Plan, whole: Break, run: Sequence[Day], options: ExportOptions) -> Event:
    first, last = run[0].date, run[-1].date
    places = [(day - whole.first).days + 1 for day in (first, last)]
    stretch = f"day {places[0]}" if places[0] == places[1] else f"days {places[0]} to {places[1]}"
    guess = any(day.guess for day in run)
    title = f"Break, {whole.length} days"
    if (first, last) != (whole.first, whole.last):
        title = f"Break, {stretch} of {whole.length}"
    if options.privacy is not Privacy.NO:
        title = home_words(HomeTime(in_break=True), DisplayFormat(language=options.language))
        guess = False
    return _all_day(
        plan,
        f"{first:%Y%m%d}-break",
        guessed(title, guess),
        f"Your break, {span(whole.first, whole.last)}, built into the rotation: {stretch} of"
        f" {whole.length}." + (f" {NOT_CONFIRMED_SENTENCE}" if guess else ""),
        (first, last),
        # A neighbor that changes can make the break longer or shorter.
        (whole.first - ONE_DAY, whole.last + ONE_DAY),
    )


def _all_day(
    plan: Plan,
    name: str,
    title: str,
    text: str,
    shown: tuple[date, date],
    facts: tuple[date, date] | None = None,
) -> Event:
    """An all-day event of the days `shown`, both included.

    `name`: what its UID is made of. `facts`: the days that it depends on, where they are others.
    """
    sequence, changed = _revised(plan, facts or shown)
    return Event(
        uid=f"{plan.id}-{name}@{DOMAIN}",
        title=title,
        description=text,
        start=shown[0],
        end=shown[1] + ONE_DAY,
        all_day=True,
        sequence=sequence,
        changed=changed,
    )


def _revised(plan: Plan, *facts: tuple[date, date]) -> tuple[int, datetime]:
    """Which edit of the plan last touched the days that an event depends on, and when (UTC).

    The edit's number in the history only ever rises, also when a change is taken back: a SEQUENCE.
    Days before the start date are as they were when the plan began.
    """
    # From the newest edit back: the first that touches one of the days is the last that did.
    for revision in reversed(plan.history):
        for low, high in facts:
            if revision.first <= high and (revision.last is None or revision.last >= low):
                return revision.number, revision.at
    return plan.history[0].number, plan.history[0].at
