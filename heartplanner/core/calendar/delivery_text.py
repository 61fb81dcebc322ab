"""What a target has of the calendar, and what has changed since, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from heartplanner.core.calendar.delivery import (
    CANCELED_PREFIX,
    CalendarDiff,
    DeliveredState,
    last_day_of,
)
from heartplanner.core.calendar.event import Event
from heartplanner.core.words.english import (
    clock_span,
    counted,
    full_date,
    long_date,
    month_day,
    span_days,
)


def change_lines(diff: CalendarDiff) -> list[str]:
    """Each change, its day first, in the order of the days; before the first file none."""
    if diff.first:
        return []
    paired = {event.uid for pair in diff.replaced for event in pair}

    def alone(events: Sequence[Event]) -> list[Event]:
        return [event for event in events if event.uid not in paired]

    moves = zip(diff.moved, diff.was, strict=True)
    changes = [
        *((new, _instead(new.title, _plain_title(old))) for old, new in diff.replaced),
        *((event, f"{_plain_title(event)} removed") for event in alone(diff.removed)),
        *((event, f"{event.title}, {_old_place(before, event)}") for event, before in moves),
        *((event, f"{event.title}, with another text") for event in diff.retitled),
        *((event, f"{event.title} added") for event in alone(diff.new)),
    ]
    # Sorting is stable: those of one day stay in the order that they have above.
    in_order = sorted(changes, key=lambda change: change[0].day)
    lines = [f"{long_date(event.day)}: {what}" for event, what in in_order]
    return [*lines, f"{_other_texts(diff)}; their days and hours stay."] if diff.texts else lines


def missing_text(diff: CalendarDiff) -> str:
    """What the phone's calendar differs in, where a person sees it there; "" where nothing is other."""
    if diff.first:
        return ""
    if diff.total:
        return f"Your phone doesn't have {counted(diff.total, 'change')} yet."
    if diff.confirmed:
        return (
            f"Your phone doesn't know yet which days are confirmed: "
            f"{counted(diff.confirmed, 'title')} changed."
        )
    return ""


def changes_text(delivered: DeliveredState, diff: CalendarDiff, today: date) -> str:
    """What a target has, said of it before an export: is out of date: 4 changes since July 28, 2025.

    Days before the file's first are not compared: what a phone says of them makes nobody come late.
    """
    if delivered.day is None:
        return f"has no file yet; the calendar has {counted(len(diff.now), 'event')}"
    if diff.total:
        return f"is out of date: {_changes_since(diff, delivered.day, today)}"
    if diff.texts:
        return f"has every day and hour; {_other_texts(diff).lower()}"
    return f"is up to date: nothing changed since {_since(delivered.day, today)}"


def delivered_text(delivered: DeliveredState, diff: CalendarDiff, today: date) -> str:
    """What a target gets, said of it after an export. `delivered`: what it had before."""
    if delivered.day is None:
        return "has had no file yet: this is the first"
    return f"gets {_changes_since(diff, delivered.day, today)}"


def _changes_since(diff: CalendarDiff, day: date, today: date) -> str:
    """How many days or hours are other than on the day of the last file."""
    if not diff.total:
        kind = " of days or hours" if diff.texts else ""
        return f"no changes{kind} since {_since(day, today)}"
    # "Since today" would be no English: what changed since a file of today was made today.
    when = ", made today" if day == today else f" since {_since(day, today)}"
    return f"{counted(diff.total, 'change')}{when}"


def _other_texts(diff: CalendarDiff) -> str:
    """That events say other words, such as that a day is confirmed now."""
    events = counted(diff.texts, "event")
    return f"The text of {events} is new"


def _since(day: date, today: date) -> str:
    """Today, yesterday, or the date of an earlier day."""
    return {0: "today", 1: "yesterday"}.get((today - day).days, full_date(day))


def _instead(title: str, old: str) -> str:
    """What is said of an event in another's place; a copy for others may name both alike."""
    return f"{title}, replaced" if title == old else f"{title} in place of {old}"


def _old_place(before: Event, event: Event) -> str:
    """From which day an event was moved; what its hours or days were, if it began on the same."""
    if event.day != before.day:
        return f"moved from {month_day(before.day)}"
    if isinstance(before.start, datetime) and isinstance(before.end, datetime):
        return f"was {clock_span(before.start, before.end)}"
    return f"was {span_days(before.day, last_day_of(before))}"


def _plain_title(event: Event) -> str:
    """The title without the word that it is canceled."""
    for word in CANCELED_PREFIX.values() if event.canceled else ():
        if event.title.startswith(word):
            return event.title.removeprefix(word)
    return event.title
