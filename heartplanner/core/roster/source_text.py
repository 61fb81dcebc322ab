"""A roster of any kind as a text that a person can look through and correct."""

from __future__ import annotations

from heartplanner.core.roster.shapes.events import event_text
from heartplanner.core.roster.source import (
    EventSource,
    RosterEvent,
    Source,
    TableSource,
    TextSource,
)


def text_of(source: Source) -> str:
    """The text of a source: tables with tabs, an event on each line with why it is refused."""
    match source:
        case TextSource(text):
            return text
        case TableSource(tables):
            sheets = ("\n".join("\t".join(cells) for _, cells in table.rows) for table in tables)
            return "\n\n".join(sheets)
        case EventSource(events):
            return "\n".join(map(_event_line, events))


def _event_line(event: RosterEvent) -> str:
    return f"{event_text(event)} ({event.refused})" if event.refused else event_text(event)
