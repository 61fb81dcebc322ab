"""What a person hands in as a roster, before it is read: a file, a copied table, or words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QWidget

from heartplanner.core.roster.source import Source
from heartplanner.files import folders

LONGEST_TEXT = 200_000
"""Characters that are taken; the reader reads fewer, and says at which line it stops."""
FILES = "Rosters (*.ics *.txt *.csv *.xlsx *.xls *.ods *.html *.pdf);;All files (*)"


@dataclass(frozen=True, slots=True)
class RosterPath:
    """A file of any kind."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.name


@dataclass(frozen=True, slots=True)
class CopiedTable:
    """A table as a spreadsheet or a browser copies it, in HTML."""

    html: str

    @property
    def name(self) -> str:
        return "the pasted table"


@dataclass(frozen=True, slots=True)
class RosterText:
    """Words, pasted or typed."""

    text: str

    @property
    def name(self) -> str:
        return "your text"


RosterInput = RosterPath | CopiedTable | RosterText


def input_of(data: QMimeData) -> RosterInput | None:
    """What was copied or dropped: a file, else a table, else text; None where there is no such thing."""
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    if len(files) == 1:
        return RosterPath(Path(files[0]))
    # Spreadsheets offer the same as HTML and as text; only HTML keeps blank and joined cells apart.
    if "<table" in data.html().lower():
        return CopiedTable(data.html())
    text = data.text()[:LONGEST_TEXT]
    return RosterText(text) if text.strip() and not data.urls() else None


def ask_roster_file(parent: QWidget) -> Path | None:
    """Which file; None where none is chosen."""
    chosen, _ = QFileDialog.getOpenFileName(
        parent, "A roster or a calendar", str(Path.home()), FILES
    )
    return Path(chosen) if chosen else None


def may_be_roster(data: QMimeData) -> bool:
    """Whether what is dragged may be dropped as a roster; a schedule file is for the window to open."""
    given = input_of(data)
    plan = isinstance(given, RosterPath) and folders.is_plan_name(given.path)
    return given is not None and not plan


def opened(given: RosterInput, start: date, today: date) -> Source:
    """What it holds; files and tables are looked at in a process of their own. Raises FileError."""
    from heartplanner.files.roster.roster_file import read_source, source_of, source_of_text

    match given:
        case RosterPath(path):
            return read_source(path, start, today)
        case CopiedTable(html):
            page = f"<html>{html}".encode(errors="replace")
            return source_of(page, given.name, start, today)
        case RosterText(text):
            return source_of_text(text, given.name, start, today)
