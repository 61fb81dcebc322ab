"""Events that go on for days in a row of days: one bar over each, in lanes where several meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from heartplanner.core.cells.cells import Cell
from heartplanner.core.cells.day_marks import CellNote, EventSpan


class EventBar(NamedTuple):
    """The columns from `first` to `last` of a row, counted from 0, over which an event goes on.

    `lane`: how many bars lie above it. `begins` and `ends`: whether the event does so here, or goes on in
    another row. `note`: that of one of its days, with its sign.
    """

    first: int
    last: int
    lane: int
    note: CellNote
    span: EventSpan
    begins: bool
    ends: bool

    def shows(self, note: CellNote) -> bool:
        """Whether this bar says what the note says."""
        return _same(self.note, note)


def event_bars(cells: Sequence[Cell]) -> list[EventBar]:
    """The bars of a row of days, each in the first lane that is free; what begins first is on top."""
    bars: list[EventBar] = []
    for bar in sorted(_bars(cells), key=lambda bar: (bar.span.first, bar.span.last)):
        met = {other.lane for other in bars if other.first <= bar.last and bar.first <= other.last}
        lane = next(lane for lane in range(len(bars) + 1) if lane not in met)
        bars.append(bar._replace(lane=lane))
    return bars


def _bars(cells: Sequence[Cell]) -> Iterator[EventBar]:
    seen: list[CellNote] = []
    for column, cell in enumerate(cells):
        for note in cell.notes:
            if note.span is None or any(_same(note, other) for other in seen):
                continue
            seen.append(note)
            # A row is whole days in their order, so that an event goes on to its last day, or to the row's.
            last = min(column + (note.span.last - cell.date).days, len(cells) - 1)
            begins, ends = note.span.first == cell.date, note.span.last == cells[last].date
            yield EventBar(column, last, 0, note, note.span, begins, ends)


def _same(one: CellNote, other: CellNote) -> bool:
    return (one.kind, one.badge, one.span) == (other.kind, other.badge, other.span)
