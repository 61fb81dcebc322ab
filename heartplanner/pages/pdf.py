"""Pages as a PDF: vectors and real text; the same pages of the same day are the same bytes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QBuffer, QByteArray, QHashSeed, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from heartplanner.pages.page import Page, Paper
from heartplanner.pages.painter import paint
from heartplanner.pages.text_fit import UNITS

POINTS = 72
PAGE_SIZES = {
    Paper.LETTER: QPageSize.PageSizeId.Letter,
    Paper.A4: QPageSize.PageSizeId.A4,
}
DATE = re.compile(rb"\(D:\d{14}.*?\)")
"""When a PDF was made: year to second, and the offset from UTC."""
META_DATE = re.compile(rb'(xmp:\w+Date)="[\dT:-]{19}[+-]\d\d:\d\d"')
"""The same, as the metadata spell it: 2025-07-28T12:00:00+00:00."""
ENTRY = re.compile(rb"(\d{10})(?= \d{5} n )")
"""Where an object begins, in the table at the end."""
NAMESPACE = QUuid("{5e0f8c7e-3c0b-4b4f-9f0e-6a5a3b1d2c41}")
"""What the ids of our documents are derived within."""


def pdf(pages: Sequence[Page], title: str, printed: date) -> bytes:
    """The pages, at least one, as a PDF that says it was made on the day `printed`."""
    QHashSeed.setDeterministicGlobalSeed()  # fonts are written in the order of a hash table
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(POINTS * UNITS)
    writer.setTitle(title)
    writer.setCreator("Heart Planner")
    # Else Qt numbers each PDF by chance, and no two are the same bytes.
    writer.setDocumentId(QUuid.createUuidV5(NAMESPACE, f"{title} {printed}".encode()))
    painter = QPainter()
    for number, page in enumerate(pages):
        writer.setPageLayout(page_layout(page.paper))
        # A page takes the layout that is set before it begins: the first one begins with the painter.
        if number == 0:
            painter.begin(writer)
        else:
            writer.newPage()
        paint(painter, page, UNITS)
    painter.end()
    return _dated(bytes(data.data()), printed)


def page_layout(paper: Paper) -> QPageLayout:
    """The whole page: its margins are the layout's."""
    return QPageLayout(
        QPageSize(PAGE_SIZES[paper]), QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0)
    )


def _dated(data: bytes, printed: date) -> bytes:
    """The PDF with noon of that day in UTC as its time, whatever the machine's zone."""
    # These keep their length, so no object moves; the dates of the first object have another one.
    data = META_DATE.sub(rb'\1="%sT12:00:00+00:00"' % printed.isoformat().encode(), data)
    # Only there: the same bytes could stand in a font or a picture by chance.
    end = data.index(b"endobj")  # of the first object, which tells title and times
    head = DATE.sub(printed.strftime("(D:%Y%m%d120000Z)").encode(), data[:end])
    return _shifted(head, data[end:], len(head) - end)


def _shifted(head: bytes, rest: bytes, by: int) -> bytes:
    """The PDF after its first object has grown by so many bytes: the places of the others move."""
    # The table of cross-references (ISO 32000-1, 7.5.4) names the byte at which each object begins, and the
    # line after `startxref` that of the table itself (7.5.5).
    body, word, table = rest.rpartition(b"\nxref\n")

    def moved(match: re.Match[bytes]) -> bytes:
        place = int(match[1])
        # The first object, and the free entry 0 before it, stay where they were.
        return b"%010d" % (place + by if place > len(head) - by else place)

    table, start, place = ENTRY.sub(moved, table).rpartition(b"startxref\n")
    number, line, ending = place.partition(b"\n")
    moved_start = str(int(number) + by).encode()
    return b"".join((head, body, word, table, start, moved_start, line, ending))
