"""The question where a calendar file is saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from heartplanner.files.calendar.output_file import CALENDAR, is_foreign
from heartplanner.ui.widgets.message_boxes import ask_path

CALENDARS = "Calendar files (*.ics)"


def ask_calendar_path(parent: QWidget, title: str, name: str) -> Path | None:
    """Where to save a calendar file; None if nowhere. One that this program made is replaced unasked."""
    return ask_path(parent, title, name, CALENDARS, ".ics", lambda path: is_foreign(path, CALENDAR))
