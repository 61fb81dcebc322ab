"""A text or a table as rows of cells."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice, pairwise

from heartplanner.core.roster.language.tokens import plain
from heartplanner.core.roster.source import (
    LONGEST_LINE,
    MOST_CELLS,
    MOST_ROWS,
    RosterCell,
    RosterRow,
    Table,
)

LONGEST = 2000
"""Characters of a line that are looked at for what cuts it."""
LONGEST_ROW = (MOST_CELLS + 1) * (LONGEST_LINE + 1)
"""Characters of a row of CSV that are cut into cells."""
SEPARATORS = "\t|,;"
LEAST_MARKS = 2
GAP = re.compile(r"\S+(?: \S+)*")
"""Cells of a text that is laid out with blanks have two or more between them."""
WORD = re.compile(r"[^\W_]")
LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


def rows_of_text(text: str) -> list[RosterRow]:
    """The lines of a text, cut into cells where it is a table: MOST_ROWS, and one for all that follow.

    That one is the first of them with a word or a number, if any has one.
    """
    lines = LINE_END.split(text)
    separator = _separator([line for line in lines if line.strip()][:MOST_ROWS])
    rows = _quoted(lines, separator) if separator in {",", ";"} else _plain(lines, separator)
    first = [*islice(rows, MOST_ROWS + 1)]
    rest = "\n".join(lines[first[-1].line - 1 :]) if len(first) > MOST_ROWS else ""
    if word := WORD.search(rest):
        number = first[-1].line + rest.count("\n", 0, word.start())
        first[-1:] = _plain([lines[number - 1]], "", number)
    return first


def _separator(lines: Sequence[str]) -> str:
    """What cuts most lines into cells; "" where it is blanks, or the lines are no table."""
    for mark in SEPARATORS:
        having = [line for line in lines if mark in line]
        if mark in "\t|":
            if len(having) * 2 >= max(len(lines), 1) or _has_table(lines, mark):
                return mark
            continue
        # Lines within quotes are one cell.
        quoted = any(line.count('"') % 2 for line in lines)
        fields = _cells_of(lines if quoted else having, mark)
        cut = [number for number in fields if number > 1]
        whole = len(fields) if quoted else len(lines)
        usual = max(map(cut.count, cut), default=0)
        if len(cut) * 2 >= max(whole, 1) and len(cut) > 1 and usual * 5 >= len(cut) * 4:
            return mark
    return ""


def _has_table(lines: Sequence[str], mark: str) -> bool:
    """Whether two lines in a row have the same three cells or more, as in a table within a mail."""
    counts = (line.count(mark) for line in lines)
    return any(one == two >= LEAST_MARKS for one, two in pairwise(counts))


def _cells_of(lines: Sequence[str], mark: str) -> list[int]:
    """How many cells the rows of a CSV text have; none where it is no such text."""
    try:
        return [
            len(cells)
            for cells in csv.reader((f"{line[:LONGEST]}\n" for line in lines), delimiter=mark)
        ]
    except csv.Error:
        return []


def _plain(lines: Sequence[str], separator: str, first: int = 1) -> Iterator[RosterRow]:
    for number, line in enumerate(lines, first):
        if not separator:
            # No more is looked at than shows that a line is too long: a text may be megabytes of one.
            text = line[: LONGEST_LINE + 1].expandtabs()
            cells = tuple(
                RosterCell(match[0], match.start(), match.end())
                for match in GAP.finditer(plain(text))
            )
            said = line.strip()[:LONGEST_ROW]
            yield RosterRow(number, said, cells, said, spaced=True)
            continue
        parts = (
            line.strip().removeprefix("|").removesuffix("|").split("|", MOST_CELLS)
            if separator == "|"
            else line.split(separator, MOST_CELLS)
        )
        yield _table_row(number, parts)


def _quoted(lines: Sequence[str], separator: str) -> Iterator[RosterRow]:
    """Rows of CSV, where a cell in quotes may hold the separator and line ends."""
    # Past so many characters a row is too long in any case, and costs a cell for each comma.
    short = (line[:LONGEST_ROW] for line in lines)
    reader = csv.reader(io.StringIO("\n".join(short)), delimiter=separator)
    before = 0
    try:
        for parts in reader:
            text = "\n".join(line[:LONGEST_ROW] for line in lines[before : reader.line_num])
            # Without quotes the line itself is as good: in "Aug 2, 2025, 9-9" a comma cuts a date.
            row = _table_row(before + 1, parts)
            yield row if '"' in text else row._replace(text=text.strip(), said=text.strip())
            before = reader.line_num
    except csv.Error:
        yield from _plain(lines[before:], "", before + 1)


def _table_row(number: int, parts: Sequence[str]) -> RosterRow:
    cells = tuple(
        RosterCell(" ".join(plain(part[: LONGEST_LINE + 1]).split()), n, n + 1)
        for n, part in enumerate(parts[: MOST_CELLS + 1])
    )
    text = " | ".join(cell.text for cell in cells if cell.text)
    return RosterRow(number, text, cells, text)


def rows_of_table(table: Table) -> list[RosterRow]:
    """The rows of a sheet. Their cells are held apart in their text, for the lines that are no table."""
    rest = (row for row in table.rows[MOST_ROWS:] if any(map(WORD.search, row[1])))
    rows = (*table.rows[:MOST_ROWS], *islice(chain(rest, table.rows[MOST_ROWS:]), 1))
    return [_table_row(number, cells) for number, cells in rows]
