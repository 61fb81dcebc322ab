"""What is said of another calendar: what was read of it, where it meets the shifts, when both are free."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from heartplanner.core.events.conflicts import conflicts_between
from heartplanner.core.events.entry_occurrences import entry_occurrences
from heartplanner.core.events.event_text import event_line
from heartplanner.core.events.free_days import busy_days
from heartplanner.core.events.occurrence import EventIndex
from heartplanner.core.events.read_calendar import ReadCalendar, state_lines
from heartplanner.core.explain.entry_text import conflict_text
from heartplanner.core.people.days_off import DaysOff, common_days_off
from heartplanner.core.plan.model import LAST_DATE
from heartplanner.core.plan.other_calendars import OtherCalendar
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import counted, listed, sentence_case, span_brief, weekday_date

AHEAD = timedelta(weeks=12)
SHOWN = 4
"""How many conflicts, free days and lines that could not be read are named; of more they are counted."""


def content_text(content: ReadCalendar | None, now: datetime) -> str:
    """214 events. Fetched on November 1, 2026: it may have changed since."""
    lines = state_lines(content, now)
    if content and not content.trouble:
        lines.insert(0, counted(content.takes_place, "event"))
    # A file that cannot be read is named in the message: its name is not to be changed.
    said = [line if content and line == content.trouble else sentence_case(line) for line in lines]
    unread = content.unread[:SHOWN] if content else ()
    return "\n".join([". ".join(said) + ".", *unread])


def conflicts_text(
    schedule: Schedule,
    events: EventIndex,
    calendar: OtherCalendar,
    today: date,
    display: DisplayFormat,
) -> str:
    """During your shifts in the next 12 weeks, a line each; "" without any."""
    found = [
        one
        for one in conflicts_between(schedule, events, today, min(today + AHEAD, LAST_DATE))
        if one.event.source == calendar.name
    ]
    if not found:
        return ""
    lines = [conflict_text(one, display) for one in found[:SHOWN]]
    more = [f"And {len(found) - SHOWN} more."] if len(found) > SHOWN else []
    return "\n".join(["During your work in the next 12 weeks:", *lines, *more])


def free_text(
    schedule: Schedule,
    events: EventIndex,
    calendar: OtherCalendar,
    today: date,
    display: DisplayFormat,
) -> str:
    """Both free next: Nov 3-5 and Nov 9; "" for one that takes nobody's time or is not known whole.

    Own appointments on these days are named after them.
    """
    if not (calendar.shown and calendar.busy) or events.why_unknown(calendar.name):
        return ""
    last = min(today + AHEAD, LAST_DATE)
    barred = busy_days(events, [calendar.name], today, last)
    runs = common_days_off([schedule], today, last, barred)
    coming = sorted(runs, key=lambda run: run.first)[:SHOWN]
    named = listed([span_brief(run.first, run.last) for run in coming])
    own = [line for run in coming for line in _own_lines(schedule, run, display)]
    return " ".join([f"Both free next: {named}.", *own]) if named else ""


def _own_lines(schedule: Schedule, run: DaysOff, display: DisplayFormat) -> Iterator[str]:
    """You have Dentist, 2 pm-3 pm, on Mon, Dec 14: appointments take no whole day, but they are named."""
    for one in entry_occurrences(schedule.plan.entries, run.first, run.last):
        day = max(one.first, run.first)
        yield f"You have {event_line(one, day, display)}, on {weekday_date(day)}."
