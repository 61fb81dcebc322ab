"""Which sheets were printed: a small file beside the plan."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from heartplanner.core.edits.checks import check_text
from heartplanner.core.plan.model import PlanError
from heartplanner.core.sheets.kinds import PAPERS, PrintStyle, SheetKind, SheetRef
from heartplanner.core.sheets.printed import PrintedSheet, with_printed
from heartplanner.core.words.display_format import DisplayFormat, Language
from heartplanner.files import companion, disk, folders
from heartplanner.files.disk import FileError
from heartplanner.files.json_fields import Fields, list_of

# The word of the first version, for sheets that hang on a wall: files of any age are read.
FORMAT, VERSION = "heartplanner-wall", 1
LIMIT = 4_000_000
MOST = 5_000
NOT_REMEMBERED = "It is printed, but the program cannot remember that"


class DamagedSheetsError(FileError):
    """What is remembered of printed sheets is no such list."""


def load(plan_file: Path) -> tuple[PrintedSheet, ...]:
    """The printed sheets that are remembered; none if none was printed yet.

    Raises DamagedSheetsError, FileError.
    """
    path = _path(plan_file)
    if not disk.is_there(path):
        return ()
    try:
        return _parse(disk.read(path, LIMIT))
    except PlanError as error:
        raise DamagedSheetsError(
            f"{path}: {error}; delete this file; no sheet then counts as printed"
        ) from None


def save(plan_file: Path, sheets: tuple[PrintedSheet, ...]) -> list[str]:
    """Remember these sheets. Returns what the place does not promise. Raises FileError."""
    path = _path(plan_file)
    folders.make_parent(path)
    # The newest stand last (see with_printed), so the oldest fall off.
    return companion.save(
        path,
        _all_out(sheets[-MOST:]),
        lambda data: _all_out(_parse(data)),
        limit=LIMIT,
        too_large="too many sheets are remembered; delete this file; no sheet then counts as printed",
    )


def remember(plan_file: Path, printed: Sequence[PrintedSheet]) -> list[str]:
    """Remember these sheets beside those printed before, in place of earlier ones of the same days.

    Returns what went wrong, as sentences: what cannot be remembered is no reason not to print.
    """
    notes: list[str] = []
    try:
        before = load(plan_file)
    except DamagedSheetsError as error:
        before, notes = (), [f"{error}; a new list is started"]
    except FileError as error:  # the list may be whole: it is not to be lost
        return [f"{NOT_REMEMBERED}: {error}"]
    try:
        # The sheet is in the printer: that it cannot be remembered is said, not raised.
        return notes + save(plan_file, with_printed(before, printed))
    except FileError as error:
        return [f"{NOT_REMEMBERED}: {error}"]


def _path(plan_file: Path) -> Path:
    return folders.beside(plan_file, folders.PRINTED)


def _parse(data: bytes) -> tuple[PrintedSheet, ...]:
    top = companion.fields_of(data, FORMAT, VERSION)
    sheets = map(_sheet, list_of(top.list("printed", MOST)))
    newest = with_printed((), list(sheets))
    top.end()
    return newest


def _sheet(fields: Fields) -> PrintedSheet:
    ref = SheetRef(
        fields.choice("sheet", SheetKind), fields.date("first"), fields.choice("language", Language)
    )
    sheet = PrintedSheet(
        ref,
        fields.date("day"),
        fields.integer("plan_version", 0, 1_000_000_000),
        fields.line("digest"),
        fields.line("around"),
        PrintStyle(
            fields.one_of("paper", PAPERS),
            fields.flag("ink_light"),
            DisplayFormat(fields.flag("hours24"), fields.flag("sunday_first")),
            fields.line("name"),
        ),
    )
    fields.end()
    fields.must(check_text, sheet.style.name)
    return sheet


def _all_out(sheets: Sequence[PrintedSheet]) -> dict[str, object]:
    return {"format": FORMAT, "version": VERSION, "printed": [_out(sheet) for sheet in sheets]}


def _out(sheet: PrintedSheet) -> dict[str, str | int]:
    return {
        "sheet": sheet.ref.kind,
        "first": sheet.ref.first.isoformat(),
        "language": sheet.ref.language,
        "day": sheet.day.isoformat(),
        "plan_version": sheet.version,
        "digest": sheet.digest,
        "around": sheet.around,
        "paper": sheet.style.paper,
        "ink_light": sheet.style.light,
        "hours24": sheet.style.display.hours24,
        "sunday_first": sheet.style.display.sunday_first,
        "name": sheet.style.name,
    }
