"""Comments on cells of workbooks other than XLSX: in ODS they are found, in XLS and XLSB they are not.

An ODS cell holds its comment as the element `office:annotation`; equal cells and rows are written once,
with how often they are repeated (OpenDocument 1.3, part 3, 14.1, 19.677 and 19.679).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from heartplanner.files.roster.kinds import OLD_OFFICE

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
ANNOTATION = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation"
NOT_SEEN = (
    "comments on the cells of this kind of workbook are not seen: if it has any, save it as XLSX"
)

Places = dict[str, list[tuple[int, int]]]
"""Of each sheet by its name: the row and the column of cells, from 0."""


def unseen_comments(data: bytes) -> str:
    """What is to be said of a workbook whose comments cannot be found, or nothing."""
    if data.startswith(OLD_OFFICE):
        return NOT_SEEN
    return NOT_SEEN if any(name.startswith("xl/comments") for name in _binary_parts(data)) else ""


def _binary_parts(data: bytes) -> list[str]:
    """The parts of an XLSB workbook; none of any other."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except zipfile.BadZipFile:
        return []
    return names if "xl/workbook.bin" in names else []


def ods_comments(data: bytes, most_rows: int) -> Places:
    """The cells of an ODS workbook that have comments; nothing where the file is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            content = archive.read("content.xml")
    except (zipfile.BadZipFile, KeyError, OSError):
        return {}
    return _places(content, most_rows) if b"annotation" in content else {}


def _places(content: bytes, most_rows: int) -> Places:
    places: Places = {}
    name, row = "", 0
    try:
        for event, element in ElementTree.iterparse(io.BytesIO(content), ("start", "end")):
            if event == "start" and element.tag == f"{TABLE}table":
                name, row = element.get(f"{TABLE}name", ""), 0
            elif event == "end" and element.tag == f"{TABLE}table-row":
                last = min(row + _repeated(element, "rows"), most_rows)
                columns = [*_commented(element)]
                places.setdefault(name, []).extend(
                    (number, column) for number in range(row, last) for column in columns
                )
                row = last
                element.clear()
    except ElementTree.ParseError:
        return {}
    return places


def _commented(row: Element) -> Iterator[int]:
    """The columns of a row's cells with comments; of equal cells all are meant."""
    column = 0
    for cell in row:
        count = _repeated(cell, "columns")
        if cell.find(ANNOTATION) is not None:
            yield from range(column, min(column + count, column + 200))
        column += count


def _repeated(element: Element, of: str) -> int:
    """How often an element stands for a row or a cell like it."""
    count = element.get(f"{TABLE}number-{of}-repeated", "1")
    return int(count) if count.isascii() and count.isdigit() and len(count) < 8 else 1
