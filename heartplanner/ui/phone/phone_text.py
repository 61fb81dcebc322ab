"""What is said of a calendar file and of who it is for: no more than the program knows."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from heartplanner.core.calendar.export_options import PHONE, RELATIVES
from heartplanner.core.explain.entry_text import off_phone_text

if TYPE_CHECKING:
    from heartplanner.files.calendar.export import Export

WHO = {PHONE: "Your phone", RELATIVES: "Your family"}
FILE_TITLES = {
    PHONE: "Save the calendar file for your phone",
    RELATIVES: "Save the calendar file for your family",
}
NEXT = {PHONE: "open it on your phone", RELATIVES: "send it to your family"}
PAST_DAYS = "Days that are over are not compared: on your phone they stay as they were."
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
        known = f"{who} {words}."
    else:
        saved = f" {saved_text(waiting, export.target)}" if waiting else ""
        known = f"The last file for {who.lower()} {words}.{saved}"
    return " ".join([known, *off_phone(export)])


def off_phone(export: Export) -> list[str]:
    """The appointments that its person keeps off the phone; nothing where there are none."""
    if export.target != PHONE:
        return []
    entries = [entry for entry in export.schedule.plan.entries if entry.dates(*export.span)]
    text = off_phone_text(entries)
    return [text] if text else []


def file_name(export: Export) -> str:
    """The calendar's name as far as a file can bear it."""
    title = export.options.title
    return (
        "".join(
            letter for letter in title if letter.isascii() and (letter.isalnum() or letter in " -_")
        ).strip()
        or "calendar"
    )
