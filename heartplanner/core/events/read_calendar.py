"""What the calendars beside the plan were found to hold, and what of it is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from heartplanner.core.events.occurrence import EventIndex, Occurrence
from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE
from heartplanner.core.plan.other_calendars import OtherCalendar
from heartplanner.core.words.english import counted, full_date

OLD = timedelta(days=7)
"""After which it is said that a link's events may have changed since they were fetched."""
BACK, AHEAD = timedelta(days=400), timedelta(days=800)
"""How far from a day calendars are looked through: questions reach two years ahead."""


class ReadCalendar(NamedTuple):
    """The events of one source, without the name and color that the plan gives them.

    `unread`: what could not be read, a line each; `trouble`: why there is nothing at all, or "".
    `fetched`: when a link's content was fetched (UTC); None for files, and for a link that never was.
    `name`: what it calls itself, or "".
    """

    occurrences: tuple[Occurrence, ...] = ()
    unread: tuple[str, ...] = ()
    trouble: str = ""
    fetched: datetime | None = None
    name: str = ""

    @property
    def takes_place(self) -> int:
        """How many of the events are not canceled."""
        return sum(not one.canceled for one in self.occurrences)


Contents = Mapping[str, ReadCalendar]
"""What was read, by source."""


def reach(day: date) -> tuple[date, date]:
    """The days around one that calendars are looked through for."""
    low, high = FIRST_DATE.toordinal(), LAST_DATE.toordinal()
    at = day.toordinal()
    first = date.fromordinal(max(at - BACK.days, low))
    return first, date.fromordinal(min(at + AHEAD.days, high))


def index_of(
    calendars: Sequence[OtherCalendar], contents: Contents, first: date, last: date
) -> EventIndex:
    """The events of these calendars as far as they are shown, as the plan names and colors them."""
    occurrences: list[Occurrence] = []
    unread = {one.name: unread_text(one, contents.get(one.source)) for one in calendars}
    for calendar in calendars:
        read = contents.get(calendar.source, ReadCalendar()).occurrences if calendar.shown else ()
        occurrences += (
            one._replace(
                source=calendar.name,
                color=calendar.color,
                letter=calendar.letter,
                busy=one.busy and calendar.busy,
            )
            for one in read
        )
    return EventIndex(occurrences, first, last, unread)


def unread_text(calendar: OtherCalendar, content: ReadCalendar | None) -> str:
    """Why not all of a calendar is known: Sam cannot be read: ...; "" where it is."""
    if content is None:
        return f"{calendar.name} is not read yet"
    if content.trouble:
        why = content.trouble.replace(": cannot be read: ", ": ", 1)
        return f"{calendar.name} cannot be read: {why}"
    if not content.unread:
        return ""
    more = f"; and {len(content.unread) - 1} more" if len(content.unread) > 1 else ""
    return f"{calendar.name} is read only in part: {content.unread[0]}{more}"


def state_lines(content: ReadCalendar | None, now: datetime) -> list[str]:
    """What is to be known of a calendar's content: that it is missing, old, or read in part."""
    if content is None:
        return ["not read yet"]
    lines = [content.trouble] if content.trouble else []
    if content.fetched and now - content.fetched > OLD:
        lines.append(f"fetched on {full_date(content.fetched.date())}: it may have changed since")
    if content.unread:
        lines.append(f"{counted(len(content.unread), 'event')} could not be read")
    return lines
