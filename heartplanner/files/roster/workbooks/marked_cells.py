"""What a reader of cells does not tell of an XLSX workbook: struck text, comments, hidden rows and columns.

A cell names its format by a number in the list `cellXfs`, and that its font; a struck font has the element
`strike` (ECMA-376, part 1, 18.3.1.4, 18.8.10, 18.8.22 and 18.8.37). Comments stand in a part of their own,
to which the sheet's relationships lead, and name their cell (18.7.3); those of a thread do so too.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from heartplanner.files.roster.workbooks.cell_formats import (
    MAIN,
    MARKED,
    OFF,
    STRUCK,
    column_number,
    conditional_formats,
    conditional_ranges,
    printed_texts,
    strikes,
    style_marks,
)

RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
COMMENTS = ("/comments", "/threadedComment")
"""The ends of the types of such relationships."""
HIDDEN, COMMENTED = "hidden", "commented"

Marks = dict[tuple[int, int], str]
"""For the row and the column of a cell, from 0, what becomes of its text."""
Beside = list[tuple[int, int, str]]
"""Texts with the row and the column of their cells; at (-1, -1) what a sheet prints on each page."""


class SheetMarks(NamedTuple):
    """What a reader of cells does not tell of a sheet."""

    marks: Marks
    beside: Beside


class _Formats(NamedTuple):
    """What cell formats do to a text, and the shared texts that are struck out, by their numbers."""

    styles: dict[str, str]
    texts: frozenset[str]
    conditional: frozenset[str]
    """Formats that take a text away under a condition, which is not looked at."""


def marked_cells(data: bytes, most_rows: int) -> dict[str, Marks]:
    """The marked cells of each sheet, by its name; nothing where the file is no XLSX workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            formats = _formats(archive)
            return {
                name: {
                    **dict.fromkeys(_commented(archive, path, most_rows), COMMENTED),
                    **dict(_marked(archive, path, formats, most_rows)),
                }
                for name, path in _sheets(archive)
            }
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, ValueError, OSError):
        return {}


def _root(archive: zipfile.ZipFile, path: str) -> Element:
    return ElementTree.fromstring(archive.read(path))  # nosec B314


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The name of each sheet and the path of its part."""
    related = _root(archive, "xl/_rels/workbook.xml.rels")
    targets = {each.get("Id", ""): each.get("Target", "") for each in related}
    for sheet in _root(archive, "xl/workbook.xml").iter(f"{MAIN}sheet"):
        target = targets[sheet.get(RELATED, "")]
        yield sheet.get("name", ""), target[1:] if target.startswith("/") else f"xl/{target}"


def _formats(archive: zipfile.ZipFile) -> _Formats:
    if "xl/styles.xml" not in archive.namelist():
        return _Formats({}, _struck_texts(archive), frozenset())
    root = _root(archive, "xl/styles.xml")
    return _Formats(style_marks(root), _struck_texts(archive), conditional_formats(root))


def _struck_texts(archive: zipfile.ZipFile) -> frozenset[str]:
    """Texts of which a part is struck out."""
    if "xl/sharedStrings.xml" not in archive.namelist():
        return frozenset()
    texts = enumerate(_root(archive, "xl/sharedStrings.xml"))
    return frozenset(str(n) for n, text in texts if any(map(strikes, text.iter(f"{MAIN}rPr"))))


def _marked(
    archive: zipfile.ZipFile, path: str, formats: _Formats, most_rows: int
) -> Iterator[tuple[tuple[int, int], str]]:
    sheet = archive.read(path)
    told = (b'hidden="', b"strike", b'width="0"', b'ht="0"', b"customHeight")
    conditional = conditional_ranges(sheet, formats.conditional)
    plain = not (formats.styles or formats.texts or conditional)
    if plain and not any(word in sheet for word in told):
        return
    columns: set[int] = set()
    for _, element in ElementTree.iterparse(io.BytesIO(sheet)):  # nosec B314
        if element.tag == f"{MAIN}col" and _is_hidden(element, "width"):
            columns.update(range(int(element.get("min", "1")) - 1, int(element.get("max", "1"))))
        if element.tag == f"{MAIN}row":
            # A height of one's own that is not stated is none.
            flat = element.get("customHeight", "0") not in OFF and element.get("ht") is None
            hidden = flat or _is_hidden(element, "ht")
            for cell in element:
                place = PLACE.fullmatch(cell.get("r", ""))
                if place and int(place[2]) <= most_rows:
                    row, column = int(place[2]) - 1, column_number(place[1])
                    if hidden or column in columns:
                        yield (row, column), HIDDEN
                    elif mark := _mark(cell, formats):
                        yield (row, column), mark
                    elif any(column in wide and row in high for wide, high in conditional):
                        yield (row, column), MARKED
            element.clear()


def _commented(archive: zipfile.ZipFile, path: str, most_rows: int) -> Iterator[tuple[int, int]]:
    """The cells of a sheet that have comments."""
    return ((row, column) for row, column, _ in _comments(archive, path, most_rows))


def _comments(
    archive: zipfile.ZipFile, path: str, most_rows: int
) -> Iterator[tuple[int, int, str]]:
    folder, name = posixpath.split(path)
    names = {*archive.namelist()}
    if (related := f"{folder}/_rels/{name}.rels") not in names:
        return
    for relation in _root(archive, related):
        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))[1:]
        if not relation.get("Type", "").endswith(COMMENTS) or target not in names:
            continue
        for comment in _root(archive, target).iter():
            place = PLACE.fullmatch(comment.get("ref", ""))
            if place and int(place[2]) <= most_rows:
                text = " ".join("".join(comment.itertext()).split())
                yield int(place[2]) - 1, column_number(place[1]), text


def texts_beside(data: bytes, most_rows: int) -> dict[str, Beside]:
    """Comments and what is printed on each page, by the sheet's name; none where it is no XLSX workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {
                name: [
                    *_comments(archive, path, most_rows),
                    *((-1, -1, text) for text in printed_texts(archive.read(path))),
                ]
                for name, path in _sheets(archive)
            }
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, ValueError, OSError):
        return {}


def _is_hidden(element: Element, size: str) -> bool:
    """Whether a row or a column is hidden, or has no height or width."""
    none = element.get(size, "") in ("0", "0.0")
    return none or element.get("hidden", "0") not in OFF


def _mark(cell: Element, formats: _Formats) -> str:
    shared = cell.get("t") == "s" and cell.findtext(f"{MAIN}v") in formats.texts
    inline = any(map(strikes, cell.iter(f"{MAIN}rPr")))
    return STRUCK if shared or inline else formats.styles.get(cell.get("s", ""), "")
