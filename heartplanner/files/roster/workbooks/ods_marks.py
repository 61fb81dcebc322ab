"""What a reader of cells does not tell of an ODS workbook: struck text, comments, hidden rows and columns.

Equal cells and rows are written once, with how often they are repeated (OpenDocument 1.3, part 3, 19.677
and 19.679). A cell holds its comment as `office:annotation` (14.1); rows and columns that are not shown
have a `table:visibility`, or stand in a group whose `table:display` is false.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from heartplanner.core.roster.language.doubts import SPOKEN
from heartplanner.files.roster.kinds import DAMAGED, RefusedError
from heartplanner.files.roster.workbooks.cell_formats import (
    MARKED,
    PAGE,
    STRUCK,
    block_of,
)
from heartplanner.files.roster.workbooks.marked_cells import COMMENTED, HIDDEN, SheetMarks
from heartplanner.files.roster.workbooks.ods_styles import NUMBER, PREFIX, STYLE, TABLE, OdsStyles

TEXT = f"{PREFIX}text:1.0}}"
ANNOTATION = f"{PREFIX}office:1.0}}annotation"
EXTRA = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
"""LibreOffice's own names for conditional formats."""
RANGE = re.compile(r"\.\$?([A-Z]{1,3})\$?(\d{1,7})(?::[^.\s]*\.\$?([A-Z]{1,3})\$?(\d{1,7}))?")
BLANKS = re.compile(rb"text:c\s*=\s*[\"'](\d+)")
"""How many blanks stand in a text (OpenDocument 1.3, part 3, 6.1.3); a reader of cells writes them all."""
MOST_BLANKS = 300
MOST_COLUMNS = 200
MOST_MARKS = 100_000
TOO_LARGE = "its tables are larger than any roster"
GROUPS = (f"{TABLE}table-row-group", f"{TABLE}table-column-group")
PRINTED = ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")


class _Columns(NamedTuple):
    """Of a sheet's columns from the left: which are hidden, and the style of cells that state none."""

    hidden: set[int]
    styles: dict[int, str]


def ods_sheets(data: bytes, most_rows: int) -> dict[str, SheetMarks]:
    """What is marked in each sheet, by its name; nothing where the file is no ODS workbook.

    Raises RefusedError.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            content = archive.read("content.xml") if "content.xml" in names else b""
            common = archive.read("styles.xml") if content and "styles.xml" in names else b""
    except (zipfile.BadZipFile, OSError):
        return {}
    if any(len(count) > 9 or int(count) > MOST_BLANKS for count in BLANKS.findall(content)):
        raise RefusedError(TOO_LARGE)
    styles, printed = OdsStyles(), list[str]()
    reader = _SheetReader(styles, most_rows)
    try:
        if common:
            root = ElementTree.fromstring(common)  # nosec B314
            _add_styles(root, styles)
            printed = [*_printed(root)]
        if content:
            reader.read(content)
    except ElementTree.ParseError:
        # What is struck out or hidden cannot be told then, so that no day of it is sure.
        raise RefusedError(DAMAGED) from None
    for sheet in reader.sheets.values():
        sheet.beside.extend((-1, -1, text) for text in printed)
    return reader.sheets


def _add_styles(root: Element, styles: OdsStyles) -> None:
    for element in root.iter():
        if _is_style(element):
            styles.add(element)


def _is_style(element: Element) -> bool:
    data = element.tag.startswith(NUMBER) and element.tag.endswith("-style")
    return data or element.tag == f"{STYLE}style"


def _printed(root: Element) -> Iterator[str]:
    """What is printed on each page, but for the number of the page and the like."""
    for master in root.iter(f"{STYLE}master-page"):
        for name in PRINTED:
            for part in master.findall(f"{STYLE}{name}"):
                for line in part.iter(f"{TEXT}p"):
                    text = " ".join("".join(line.itertext()).split())
                    words = {word.lower() for word in SPOKEN.findall(text)}
                    if words - PAGE and part.get(f"{STYLE}display") != "false":
                        yield text


class _SheetReader:
    """Reads the sheets of a content part, row after row, so that it takes little memory."""

    def __init__(self, styles: OdsStyles, most_rows: int) -> None:
        self.sheets: dict[str, SheetMarks] = {}
        self._styles = styles
        self._most_rows = most_rows
        self._sheet = SheetMarks({}, [])
        self._columns = _Columns(set(), {})
        self._column = self._row = self._closed = 0
        # How far cells are filled: what is marked beyond that is nothing.
        self._filled = (0, 0)

    def read(self, content: bytes) -> None:
        for event, element in ElementTree.iterparse(io.BytesIO(content), ("start", "end")):  # nosec B314
            closed = element.tag in GROUPS and element.get(f"{TABLE}display") == "false"
            if closed:
                self._closed += 1 if event == "start" else -1
            if event == "start":
                if element.tag == f"{TABLE}table":
                    self._begin(element.get(f"{TABLE}name", ""))
            elif _is_style(element):
                self._styles.add(element)
            elif element.tag == f"{TABLE}table-column":
                self._add_column(element)
            elif element.tag == f"{TABLE}table-row":
                self._add_row(element)
                element.clear()
            elif element.tag == f"{EXTRA}conditional-format":
                self._add_conditional(element)

    def _begin(self, name: str) -> None:
        self._sheet = self.sheets.setdefault(name, SheetMarks({}, []))
        self._columns = _Columns(set(), {})
        self._column = self._row = 0
        self._filled = (0, 0)

    def _is_hidden(self, element: Element) -> bool:
        shown = element.get(f"{TABLE}visibility", "visible") == "visible"
        flat = self._styles.is_flat(element.get(f"{TABLE}style-name", ""))
        return self._closed > 0 or not shown or flat

    def _add_column(self, element: Element) -> None:
        last = min(self._column + _repeated(element, "columns"), MOST_COLUMNS)
        columns = range(self._column, last)
        self._columns.hidden.update(columns if self._is_hidden(element) else ())
        style = element.get(f"{TABLE}default-cell-style-name", "")
        self._columns.styles.update(dict.fromkeys(columns, style))
        self._column = last

    def _add_row(self, element: Element) -> None:
        last = min(self._row + _repeated(element, "rows"), self._most_rows)
        hidden, style = self._is_hidden(element), element.get(f"{TABLE}default-cell-style-name", "")
        column = 0
        for cell in element:
            count = _repeated(cell, "columns")
            after = min(column + count, MOST_COLUMNS) if len(cell) else column
            for place in range(column, after):
                gone = hidden or place in self._columns.hidden
                if mark := HIDDEN if gone else self._mark(cell, place, style):
                    self._add_marks(mark, range(self._row, last), place)
            self._filled = max(self._filled[0], last), max(self._filled[1], after)
            note = cell.find(ANNOTATION)
            if note is not None and self._row < last and column < MOST_COLUMNS:
                text = " ".join(" ".join(_paragraphs(note)).split())
                self._sheet.beside.append((self._row, column, text))
            column += count
        self._row = last

    def _add_marks(self, mark: str, rows: range, column: int) -> None:
        """Mark cells of a column, but for those that are marked. Raises RefusedError for too many."""
        for row in rows:
            self._sheet.marks.setdefault((row, column), mark)
        if len(self._sheet.marks) > MOST_MARKS:
            raise RefusedError(TOO_LARGE)

    def _mark(self, cell: Element, column: int, row_style: str) -> str:
        if cell.find(ANNOTATION) is not None:
            return COMMENTED
        default = row_style or self._columns.styles.get(column, "")
        mark = self._styles.mark(cell.get(f"{TABLE}style-name", default))
        parts = (part for part in cell.iter() if part.tag in (f"{TEXT}p", f"{TEXT}span"))
        inside = {self._styles.mark(part.get(f"{TEXT}style-name", "")) for part in parts} - {""}
        return STRUCK if STRUCK in inside else mark or next(iter(inside), "")

    def _add_conditional(self, element: Element) -> None:
        names = (each.get(f"{EXTRA}apply-style-name", "") for each in element)
        if not any(map(self._styles.may_take_away, names)):
            return
        for found in RANGE.findall(element.get(f"{EXTRA}target-range-address", "")):
            columns, rows = block_of(found)
            high, wide = self._filled
            for column in columns[:wide]:
                if column < wide:
                    self._add_marks(MARKED, range(rows.start, min(rows.stop, high)), column)


def _paragraphs(note: Element) -> Iterator[str]:
    return ("".join(line.itertext()) for line in note.iter(f"{TEXT}p"))


def _repeated(element: Element, of: str) -> int:
    """How often an element stands for a row or a cell like it."""
    count = element.get(f"{TABLE}number-{of}-repeated", "1")
    return int(count) if count.isascii() and count.isdigit() and len(count) < 8 else 1
