"""XLSX, XLS and ODS as tables of texts, by calamine."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from heartplanner.files.roster.kinds import DAMAGED, RefusedError
from heartplanner.files.roster.workbooks.marked_cells import (
    COMMENTED,
    Beside,
    Marks,
    SheetMarks,
    marked_cells,
    texts_beside,
)
from heartplanner.files.roster.workbooks.merged import MergedCell, spread
from heartplanner.files.roster.workbooks.ods_marks import ods_sheets

MOST_SHEETS = 48
"""The hidden ones too."""
MOST_ROWS = 3001
MOST_COLUMNS = 120
LONGEST_CELL = 300
Value = int | float | str | bool | time | date | datetime | timedelta


def read_workbook(data: bytes) -> list[dict[str, Any]]:
    """The sheets that hold anything, each with its name, its rows and whether it is hidden.

    Raises RefusedError.
    """
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    # First, for it takes little memory: what is larger than any roster is refused by it.
    looked_at = _looked_at(data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        hidden = {
            sheet.name: sheet.visible is not SheetVisibleEnum.Visible
            for sheet in book.sheets_metadata
            if sheet.typ is SheetTypeEnum.WorkSheet
        }
        if len(hidden) > MOST_SHEETS:
            raise RefusedError(f"it has more than {MOST_SHEETS} sheets")
        tables = [
            {
                "name": name,
                "rows": _with_beside(
                    _rows(book.get_sheet_by_name(name), looked_at[name].marks),
                    looked_at[name].beside,
                ),
                "hidden": is_hidden,
            }
            for name, is_hidden in hidden.items()
        ]
    except RefusedError:
        raise
    except (CalamineError, OSError, ValueError):
        raise RefusedError(DAMAGED) from None
    return [table for table in tables if table["rows"]]


def _looked_at(data: bytes) -> dict[str, SheetMarks]:
    """What calamine does not tell of the cells of each sheet, by its name."""
    marks, beside = marked_cells(data, MOST_ROWS), texts_beside(data, MOST_ROWS)
    sheets = {
        name: SheetMarks(marks.get(name, {}), beside.get(name, [])) for name in {*marks, *beside}
    }
    return defaultdict(lambda: SheetMarks({}, []), {**sheets, **ods_sheets(data, MOST_ROWS)})


def _rows(sheet: Any, marks: Marks) -> list[tuple[int, list[str]]]:
    """Rows with their numbers, from 1; blank ones too, for they end what stands above."""
    if sheet.total_width > MOST_COLUMNS and sheet.width > MOST_COLUMNS:
        raise RefusedError(f"a sheet has more than {MOST_COLUMNS} columns")
    values = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS)
    rows = [(number, _texts(row)) for number, row in enumerate(values, 1)]
    for (row, column), mark in marks.items():
        if row >= len(rows) or column >= len(rows[row][1]):
            continue
        cell = rows[row][1][column]
        # What is said of a blank cell by a comment may be a shift.
        if cell or mark == COMMENTED:
            rows[row][1][column] = f"{cell} ({mark})".strip()
    # Some kinds of workbooks have none to tell: then the range is None.
    ranges = sheet.merged_cell_ranges or ()
    spread([row for _, row in rows], (MergedCell(*first, *last) for first, last in ranges))
    return rows if any(cell for _, row in rows for cell in row) else []


def _with_beside(rows: list[tuple[int, list[str]]], beside: Beside) -> list[tuple[int, list[str]]]:
    """The rows, and below them what stands on no cell of a day: it may be about any of them.

    That is a comment outside of the table or in a row without any number, such as a heading, and what is
    printed on each page.
    """
    texts = {number - 1: cells for number, cells in rows}
    more: list[tuple[int, list[str]]] = []
    for row, column, text in beside:
        cells = texts.get(row, [])
        if rows and text and (column >= len(cells) or not any(map(_has_digit, cells))):
            # The number of a table's row would make it a part of that row.
            number = rows[-1][0] + len(more) // 2 + 1
            more += [(number, [""]), (number, [text[:LONGEST_CELL]])]
    return [*rows, *more]


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _texts(row: Iterable[Value]) -> list[str]:
    return [_text(value) for value in row]


def _text(value: Value) -> str:
    """A cell as it is read: dates in ISO's way, times on a 24-hour clock, whole numbers as such."""
    match value:
        case datetime():
            seconds = value.time().replace(microsecond=0)
            return f"{value:%Y-%m-%d}" if seconds == time() else f"{value:%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
        case timedelta():
            return f"{value / timedelta(hours=1):.4g} hrs"
        case bool():
            return str(value)
        case float() if value.is_integer() and abs(value) < 1e9:
            return str(int(value))
        case _:
            return str(value)[:LONGEST_CELL]
