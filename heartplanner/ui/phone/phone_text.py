"""What is said of a calendar file and of who it is for: no more than the program knows."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from heartplanner.core.calendar.export_options import PHONE, RELATIVES

if TYPE_CHECKING:
    from heartplanner.files.calendar.export import Export

WHO = {PHONE: "Your phone", RELATIVES: "Your family"}
FILE_TITLES = {
    PHONE: "Save the calendar file for your phone",
    RELATIVES: "Save the calendar file for your family",
}
NEXT = {PHONE: "open it on your phone", RELATIVES: "send it to your family"}
PAST_DAYS = "Days before last month are not compared: on your phone they stay as they were."
ASIDE = (
    "Set this file aside? It is renamed, not deleted, and the next calendar counts as its first."
)


def saved_text(path: Path, target: str) -> str:
    """HEART.ics is saved; open it on your phone: a file on this computer is on no phone yet."""
    return f"{path.name} is saved; {NEXT[target]}."


def known_text(export: Export, today: date, waiting: Path | None) -> str:
    """What its target has: a file that was saved for it. `waiting`: one that may not be on it yet."""
    words, who = export.changes_text(today), WHO[export.target]
    if export.diff.first or export.diff.total:
        return f"{who} {words}."
    saved = f" {saved_text(waiting, export.target)}" if waiting else ""
    return f"The last file for {who.lower()} {words}.{saved}"


def file_name(export: Export) -> str:
    """The calendar's name as far as a file can bear it."""
    title = export.options.title
    return (
        "".join(
            letter for letter in title if letter.isascii() and (letter.isalnum() or letter in " -_")
        ).strip()
        or "calendar"
    )
