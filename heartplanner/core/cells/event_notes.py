"""Events as notes of a day's cell: entries of one's own with a ring, other calendars' with a letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from heartplanner.core.cells.day_marks import CellNote, EventBadge, EventSpan, NoteKind
from heartplanner.core.events.event_text import event_line, event_note
from heartplanner.core.events.occurrence import Occurrence
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat


def note_of_event(
    event: Occurrence, day: date, display: DisplayFormat = DEFAULT_FORMAT
) -> CellNote:
    """What a cell says of an event on one of its days."""
    text, spoken = event_note(event, day, display), event_line(event, day, display)
    span = _span(event, display) if event.goes_on else None
    if event.color is None:
        return CellNote(NoteKind.ENTRY, text, spoken, span=span)
    return CellNote(NoteKind.EVENT, text, spoken, EventBadge(event.letter, event.color), span)


def _span(event: Occurrence, display: DisplayFormat) -> EventSpan:
    """The days of an event, with its hours where it has some: from 3 pm conference."""
    title = event.title if event.all_day else event_note(event, event.first, display)
    words = (f"{event.source}: {title}", title) if event.source else (title,)
    return EventSpan(event.first, event.last, words)


def with_events(
    notes: Mapping[date, Sequence[CellNote]],
    events: Mapping[date, Sequence[Occurrence]],
    display: DisplayFormat = DEFAULT_FORMAT,
    *,
    spelled: bool = False,
) -> dict[date, list[CellNote]]:
    """The notes of days with the events of these days after them.

    `spelled`: with their calendar in words, for paper, which has no letters on colors.
    """
    noted = {day: list(of_day) for day, of_day in notes.items()}
    for day, of_day in events.items():
        made = (note_of_event(event, day, display) for event in of_day)
        noted.setdefault(day, []).extend(
            note._replace(text=note.in_full) if spelled else note for note in made
        )
    return noted
