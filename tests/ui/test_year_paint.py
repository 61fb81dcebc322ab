"""What takes place beside the shifts, on a day of the year: each calendar's square, and one's own ring."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from heartplanner.core.cells.cells import Cell
from heartplanner.core.cells.day_marks import CellNote, EventBadge, NoteKind
from heartplanner.core.plan.other_calendars import CalendarColor
from heartplanner.style.theme import light
from heartplanner.ui.year.year_paint import Placed, paint_days

DAY = Cell(date(2026, 12, 1), "", ("",), (), None, None, False, False, False, (), "")
SAM = CellNote(NoteKind.EVENT, "Trip", badge=EventBadge("S", CalendarColor.TEAL))
SCHOOL = CellNote(NoteKind.EVENT, "Play", badge=EventBadge("C", CalendarColor.ROSE))
THERAPY = CellNote(NoteKind.ENTRY, "5 pm Therapy")


def left_edge(*notes: CellNote) -> list[str]:
    """The colors down the left edge of a day, each once: its squares and its ring, from the top."""
    image = QImage(28, 24, QImage.Format.Format_RGB32)
    image.fill(light().page)
    painter = QPainter(image)
    paint_days(painter, [Placed(QRect(0, 0, 28, 24), DAY._replace(notes=notes))], light(), None)
    painter.end()
    colors = [image.pixelColor(4, y).name() for y in range(24)]
    return list(dict.fromkeys(color for color in colors if color != light().page.name()))


@pytest.mark.usefixtures("qapp")
def test_each_calendar_and_ones_own_are_told() -> None:
    """On days with both the ring was missing, and of two calendars only one was shown."""
    sam, school = (
        light().calendars[note.badge.color].edge.name() for note in (SAM, SCHOOL) if note.badge
    )
    own = light().text.name()
    assert left_edge(SAM) == [sam]
    assert left_edge(THERAPY) == [own]
    assert left_edge(THERAPY, SAM) == [sam, own]
    assert left_edge(SAM, SCHOOL, SAM) == [sam, school]
    assert left_edge(SAM, THERAPY, SCHOOL) == [sam, school, own]
