"""What stands at the top of the window."""

from __future__ import annotations

from pathlib import Path

from heartplanner.core.schedule.month import Month
from heartplanner.files.folders import PLAN_NAME

TITLES = {"cycle": "Your rotation", "list": "What comes next", "finder": "Find my rotation"}


def view_title(view: str, month: Month) -> str:
    """What is on show: September 2025, 2025, or the name of what has no date."""
    return str(month.year) if view == "year" else TITLES.get(view, month.title)


def short_title(view: str, month: Month) -> str:
    """The same where there is little room: Sep 2025, Rotation."""
    shorts = {"year": str(month.year), "cycle": "Rotation", "list": "Next", "finder": "Find"}
    return shorts.get(view, f"{month.title[:3]} {month.year}")


def window_title(title: str, plan_file: Path) -> str:
    """The same for the system; a plan that is not the responder's own is named."""
    named = "" if plan_file.name == PLAN_NAME else f"{plan_file.stem} - "
    return f"{title} - {named}Heart Planner"
