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

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
OFF = ("0", "false")
COMMENTS = ("/comments", "/threadedComment")
"""The ends of the types of such relationships."""
STRUCK, HIDDEN, COMMENTED = "struck out", "hidden", "commented"

Marks = dict[tuple[int, int], str]
"""For the row and the column of a cell, from 0, what becomes of its text."""


class _Formats(NamedTuple):
    """The formats, and the shared texts, that are struck out, by their numbers."""

    styles: frozenset[str]
    texts: frozenset[str]


def marked_cells(data: bytes, most_rows: int) -> dict[str, Marks]:
    """The marked cells of each sheet, by its name; nothing where the file is no XLSX workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            formats = _Formats(_struck_styles(archive), _struck_texts(archive))
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
    return ElementTree.fromstring(archive.read(path))


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The name of each sheet and the path of its part."""
    related = _root(archive, "xl/_rels/workbook.xml.rels")
    targets = {each.get("Id", ""): each.get("Target", "") for each in related}
    for sheet in _root(archive, "xl/workbook.xml").iter(f"{MAIN}sheet"):
        target = targets[sheet.get(RELATED, "")]
        yield sheet.get("name", ""), target[1:] if target.startswith("/") else f"xl/{target}"


def _struck_styles(archive: zipfile.ZipFile) -> frozenset[str]:
    if "xl/styles.xml" not in archive.namelist():
        return frozenset()
    root = _root(archive, "xl/styles.xml")
    fonts = root.find(f"{MAIN}fonts")
    struck = {str(n) for n, font in enumerate(fonts if fonts is not None else ()) if _strikes(font)}
    formats = root.find(f"{MAIN}cellXfs")
    every = enumerate(formats if formats is not None else ())
    return frozenset(str(n) for n, style in every if style.get("fontId") in struck)


def _struck_texts(archive: zipfile.ZipFile) -> frozenset[str]:
    """Texts of which a part is struck out."""
    if "xl/sharedStrings.xml" not in archive.namelist():
        return frozenset()
    texts = enumerate(_root(archive, "xl/sharedStrings.xml"))
    return frozenset(str(n) for n, text in texts if any(map(_strikes, text.iter(f"{MAIN}rPr"))))


def _strikes(font: Element) -> bool:
    strike = font.find(f"{MAIN}strike")
    return strike is not None and strike.get("val") not in OFF


def _marked(
    archive: zipfile.ZipFile, path: str, formats: _Formats, most_rows: int
) -> Iterator[tuple[tuple[int, int], str]]:
    sheet = archive.read(path)
    if not (formats.styles or formats.texts or b'hidden="' in sheet or b"strike" in sheet):
        return
    columns: set[int] = set()
    for _, element in ElementTree.iterparse(io.BytesIO(sheet)):
        if element.tag == f"{MAIN}col" and element.get("hidden", "0") not in OFF:
            columns.update(range(int(element.get("min", "1")) - 1, int(element.get("max", "1"))))
        if element.tag == f"{MAIN}row":
            hidden = element.get("hidden", "0") not in OFF
            for cell in element:
                place = PLACE.fullmatch(cell.get("r", ""))
                if place and int(place[2]) <= most_rows:
                    row, column = int(place[2]) - 1, _number(place[1])
                    if hidden or column in columns:
                        yield (row, column), HIDDEN
                    elif _is_struck(cell, formats):
                        yield (row, column), STRUCK
            element.clear()


def _commented(archive: zipfile.ZipFile, path: str, most_rows: int) -> Iterator[tuple[int, int]]:
    """The cells of a sheet that have comments."""
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
                yield int(place[2]) - 1, _number(place[1])


def _is_struck(cell: Element, formats: _Formats) -> bool:
    shared = cell.get("t") == "s" and cell.findtext(f"{MAIN}v") in formats.texts
    inline = any(map(_strikes, cell.iter(f"{MAIN}rPr")))
    return shared or inline or cell.get("s", "") in formats.styles


def _number(letters: str) -> int:
    """The column of its letters, from 0: A, Z, AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
