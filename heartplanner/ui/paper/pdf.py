"""Pages as a PDF: vectors and real text; the same pages of the same day are the same bytes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QBuffer, QByteArray, QHashSeed, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from heartplanner.ui.paper.items import Page, Paper
from heartplanner.ui.paper.lettering import UNITS
from heartplanner.ui.paper.painter import paint

POINTS = 72
PAGE_SIZES = {
    Paper.LETTER: QPageSize.PageSizeId.Letter,
    Paper.A4: QPageSize.PageSizeId.A4,
}
DATE = re.compile(rb"\(D:\d{14}(.*?)\)")
"""When a PDF was made: year to second, and the offset from UTC."""
META_DATE = re.compile(rb'(xmp:\w+Date)="[\dT:-]{19}(.*?)"')
"""The same, as the metadata spell it: 2025-07-28T12:00:00+00:00."""
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
    writer.setDocumentId(QUuid.createUuidV5(NAMESPACE, f"{title} {printed}".encode()))
    painter = QPainter()
    for number, page in enumerate(pages):
        writer.setPageLayout(_layout(page.paper))
        if number == 0:
            painter.begin(writer)
        else:
            writer.newPage()
        paint(painter, page, UNITS)
    painter.end()
    return _dated(bytes(data.data()), printed)


def _layout(paper: Paper) -> QPageLayout:
    """The whole page: its margins are the layout's."""
    return QPageLayout(
        QPageSize(PAGE_SIZES[paper]), QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0)
    )


def _dated(data: bytes, printed: date) -> bytes:
    """The PDF with noon of that day as its time, without the machine's zone; no byte moves."""

    def noon(found: re.Match[bytes]) -> bytes:
        return b"(D:%s120000%s)" % (printed.strftime("%Y%m%d").encode(), _no_offset(found[1]))

    def meta_noon(found: re.Match[bytes]) -> bytes:
        return b'%s="%sT12:00:00%s"' % (
            found[1],
            printed.isoformat().encode(),
            _no_offset(found[2]),
        )

    return META_DATE.sub(meta_noon, DATE.sub(noon, data))


def _no_offset(offset: bytes) -> bytes:
    """An offset from UTC of none, as long as the given one."""
    return re.sub(rb"\d", b"0", offset).replace(b"-", b"+")
