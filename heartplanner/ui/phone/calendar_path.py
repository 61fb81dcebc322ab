"""The question where a calendar file is saved, or kept up to date."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from heartplanner.ui.widgets.message_boxes import agreed, ask_path

if TYPE_CHECKING:
    from heartplanner.core.calendar.export_options import ExportOptions

CALENDARS = "Calendar files (*.ics)"


def ask_calendar_path(parent: QWidget, title: str, name: str) -> Path | None:
    """Where to save a calendar file; None if nowhere. One that this program made is replaced unasked."""
    return ask_path(parent, title, name, CALENDARS, ".ics", is_asked=may_not_be_renewed)


def may_not_be_renewed(path: Path) -> bool:
    """Whether a calendar is there that this program did not make: that is asked about first."""
    from heartplanner.files.calendar.output_file import CALENDAR, is_foreign

    return is_foreign(path, CALENDAR)


def keep_there(
    parent: QWidget, plan_file: Path, path: Path, today: date, options: ExportOptions
) -> bool:
    """Let a calendar file follow the plan from now on; whether it does. Raises FileError.

    A file that was made from another schedule, or is newer than this one, is replaced only where that is
    agreed to.
    """
    from heartplanner.files.calendar.kept import (
        ForeignFileError,
        NewerFileError,
        check_newer,
        keep,
    )

    try:
        check_newer(plan_file, path, today)
        keep(plan_file, path, options)
    except (ForeignFileError, NewerFileError) as error:
        other = "which was not made from your schedule"
        if isinstance(error, NewerFileError):
            other = "which is newer than this schedule: another copy of it, or another program, wrote it"
        question = (
            f"There is already a file {path.name}, {other}. Replace it?"
            " From then on it is kept up to date with your schedule."
        )
        if not agreed(parent, "Replace the file?", question, "Replace", "Keep"):
            return False
        keep(plan_file, path, options, replace=True)
    return True
