"""Other calendars as the command `calendars` tells of them, in words and as JSON."""

from __future__ import annotations

from typing import Any

from heartplanner.core.events.conflicts import EventConflict
from heartplanner.core.events.occurrence import Occurrence
from heartplanner.core.events.read_calendar import ReadCalendar
from heartplanner.core.plan.other_calendars import HTTPS, OtherCalendar


def source_text(calendar: OtherCalendar) -> str:
    """Where a calendar is from; of a link, which is a secret, only whose it is."""
    if not calendar.is_link:
        return calendar.source
    return f"{HTTPS}{calendar.source[len(HTTPS) :].partition('/')[0]}/..."


def looks(calendar: OtherCalendar) -> str:
    says = [
        "shown" if calendar.shown else "hidden",
        calendar.color.value,
        "busy" if calendar.busy else "for information",
        *(["on paper"] if calendar.on_paper else []),
        *(["fetched on opening"] if calendar.on_opening else []),
    ]
    return f"{calendar.name}: {source_text(calendar)}; {', '.join(says)}"


def calendar_json(calendar: OtherCalendar, content: ReadCalendar) -> dict[str, Any]:
    return {
        **calendar._asdict(),
        "source": source_text(calendar),
        "events": content.takes_place,
        "unread": list(content.unread),
        "trouble": content.trouble or None,
        "fetched": content.fetched.isoformat(timespec="seconds") if content.fetched else None,
    }


def event_json(event: Occurrence) -> dict[str, Any]:
    return {
        "calendar": event.source,
        "title": event.title,
        "start": event.start.isoformat(),
        "end": event.end.isoformat(),
        "all_day": event.all_day,
        "busy": event.busy,
    }


def conflict_json(conflict: EventConflict) -> dict[str, Any]:
    return {
        "date": conflict.date.isoformat(),
        "work": {
            "kind": conflict.block.kind.value,
            "start": conflict.block.start.isoformat(),
            "end": conflict.block.end.isoformat(),
        },
        "event": event_json(conflict.event),
    }
