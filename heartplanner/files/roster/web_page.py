"""The tables of an HTML page, or its text where it has none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from itertools import pairwise
from string import ascii_uppercase
from typing import Any

from heartplanner.files.roster.kinds import LONGEST_LINE, MOST_LINES, RefusedError
from heartplanner.files.roster.page_styles import (
    Attributes,
    StyleRule,
    TextEffect,
    declared,
    effect_of,
    marked_as,
    style_rules,
)
from heartplanner.files.roster.workbooks.merged import MergedCell, spread
from heartplanner.typed import override

MOST_ROWS = 3001
MOST_COLUMNS = 120
HIDDEN = {"script", "style", "head", "template", "noscript"}
STRUCK = {"s", "strike", "del"}
BREAKS = {"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "title", "table"}
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}
"""Tags of elements without any text."""
WHOLE = {"html", "body", "head"}
"""Those whose attributes are about a page, and not about a day."""
DEEPEST = 100
TOO_WIDE = "its tables are larger than any roster"


def read_page(text: str) -> dict[str, Any]:
    """`tables` of the page, or its `text`. Raises RefusedError."""
    if text.count("\n") > MOST_LINES or text.count("<") > MOST_LINES:
        raise RefusedError("it is longer than any roster")
    page = _Page(style_rules(text))
    page.feed(text)
    page.close()
    for cells, merged in zip(page.tables, page.merged, strict=True):
        spread(cells, merged)
        _without_frame(cells)
    if any(any(map(any, table)) for table in page.tables):
        return {"tables": _with_text(page)}
    return {"text": "\n".join(_lines("".join(page.text)))}


def _without_frame(cells: list[list[str]]) -> None:
    """Take away the letters over columns and the numbers of rows that a spreadsheet adds, in place."""
    letters = [*ascii_uppercase]
    head = [cell.strip() for cell in cells[0]] if cells else []
    numbers = [row[0].strip() for row in cells[1:] if row and row[0].strip()]
    framed = len(head) > 1 and head == ["", *letters][: len(head)]
    if framed and numbers and numbers == [str(n) for n in range(1, len(numbers) + 1)]:
        cells[:] = [row[1:] for row in cells[1:]]


Row = tuple[int, list[str]]


def _with_text(page: _Page) -> list[dict[str, Any]]:
    """The tables, each with the text above it, and below it up to the next: that may take its days back.

    Lines of text are numbered after the rows, so that a row keeps its place in its table.
    """
    number = max(map(len, page.tables))
    cuts = [0, *page.above, len(page.text)]
    texts: list[list[Row]] = []
    for begin, end in pairwise(cuts):
        lines = _lines("".join(page.text[begin:end]))
        texts.append([(number + n, [line]) for n, line in enumerate(lines, 1)])
        number += len(lines)
    blank: list[Row] = [(number + 1, [""])]
    return [
        {
            "name": "",
            "rows": [*above, *_rows(table), *(below and [*blank, *below])],
            "hidden": False,
        }
        for table, above, below in zip(page.tables, texts[:-1], texts[1:], strict=True)
    ]


def _lines(text: str) -> list[str]:
    """The lines of a text that hold something."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return [line[:LONGEST_LINE] for line in lines if line]


def _rows(table: list[list[str]]) -> list[Row]:
    return [
        (number, [" ".join(cell.split()) for cell in row]) for number, row in enumerate(table, 1)
    ]


class _Page(HTMLParser):
    """Collects tables, without the ones inside their cells, and the text outside of them.

    A cell over several columns or rows fills the first of them alone, as in a workbook, and is noted in
    `merged`.
    """

    def __init__(self, rules: Sequence[StyleRule] = ()) -> None:
        super().__init__()
        self._rules = rules
        self.tables: list[list[list[str]]] = []
        # The cells of each table that cover others.
        self.merged: list[list[MergedCell]] = []
        # How much of the text stands above each table.
        self.above: list[int] = []
        self.text: list[str] = []
        self._depth = 0
        self._hidden = 0
        self._cell: list[str] | None = None
        self._span = 1
        # For a column, the last row that a cell above reaches into.
        self._covered: dict[int, int] = {}
        self._rows_down = 1
        # The open tags of struck or hidden text, and those of the same name within them.
        self._styled: list[tuple[str, TextEffect]] = []
        # The open elements, each with its attributes.
        self._open: list[tuple[str, Attributes]] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._begin_style(tag, dict(attrs))
        if tag in HIDDEN:
            self._hidden += 1
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.above.append(len(self.text))
                self.tables.append([])
                self.merged.append([])
                self._covered = {}
        elif tag == "tr" and self._depth == 1:
            self._end_cell()
            self.tables[-1].append([])
            if len(self.tables[-1]) > MOST_ROWS:
                raise RefusedError(TOO_WIDE)
        elif tag in ("td", "th") and self._depth == 1:
            self._end_cell()
            self._begin_cell(dict(attrs))
        if tag in BREAKS:
            self.handle_data("\n")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in ("td", "th", "tr", "table") and self._depth == 1:
            self._end_cell()
        if self._styled and self._styled[-1][0] == tag:
            self._styled.pop()
        self._end_open(tag)
        if tag == "table":
            self._depth = max(0, self._depth - 1)

    @override
    def handle_data(self, data: str) -> None:
        effects = {effect for _, effect in self._styled}
        if self._hidden or TextEffect.GONE in effects:
            return
        if effects and data.strip():
            # Struck text is taken back, but nothing says what the day is now: so it must not be read.
            data = f" {data} ({' '.join(sorted(effects))}) "
        if self._cell is not None:
            self._cell.append(data)
        elif not self._depth:
            self.text.append(data)
        elif self._depth == 1 and self._open and self._open[-1][0] == "caption":
            self.text.append(f"\n{data}\n")
            self.above[-1] = len(self.text)

    def _begin_style(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        if tag in ("td", "th", "tr"):
            # A cell or a row may have no end tag.
            ended = ("td", "th", "tr") if tag == "tr" else ("td", "th")
            self._styled = [open_tag for open_tag in self._styled if open_tag[0] not in ended]
            self._end_open(*ended)
        effect = _effect(tag, attributes.get("style") or "")
        effect = effect or effect_of(self._rules, tag, attributes, self._open)
        if "hidden" in attributes:
            effect = TextEffect.HIDDEN
        if not effect and tag not in WHOLE and marked_as(attributes):
            effect = TextEffect.MARKED
        if tag in VOID:
            if effect is TextEffect.MARKED or attributes.get("type") in ("checkbox", "radio"):
                self.handle_data(f" ({TextEffect.MARKED}) ")
            return
        if len(self._open) < DEEPEST:
            self._open.append((tag, attributes))
        if effect:
            self._styled.append((tag, effect))
        elif self._styled and self._styled[-1][0] == tag:
            self._styled.append(self._styled[-1])

    def _end_open(self, *tags: str) -> None:
        """End the open element of one of these names and what lies in it, but in no table around it."""
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at][0] in tags:
                del self._open[at:]
                if self._open and self._open[-1][0] in tags:
                    del self._open[-1]
                return
            if self._open[at][0] == "table":
                return

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        if not self.tables[-1]:
            self.tables[-1].append([])
        row = self.tables[-1][-1]
        while self._covered.get(len(row), 0) >= len(self.tables[-1]):
            row.append("")
        self._cell = []
        self._span = _number(attributes.get("colspan"))
        self._rows_down = _number(attributes.get("rowspan"))

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        row = self.tables[-1][-1]
        for column in range(len(row), len(row) + self._span):
            self._covered[column] = len(self.tables[-1]) + self._rows_down - 1
        top, left = len(self.tables[-1]) - 1, len(row)
        row += ["".join(self._cell).strip(), *[""] * (self._span - 1)]
        self._cell = None
        if len(row) > MOST_COLUMNS:
            raise RefusedError(TOO_WIDE)
        if self._span > 1 or self._rows_down > 1:
            last = MergedCell(top, left, top + self._rows_down - 1, len(row) - 1)
            self.merged[-1].append(last)


def _effect(tag: str, style: str) -> TextEffect | None:
    """What a tag and its own style do to its text."""
    if tag in STRUCK:
        return TextEffect.STRUCK
    effect = declared(style)
    return TextEffect.GONE if effect is TextEffect.HIDDEN else effect


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and 0 < len(text) < 4 else 1
