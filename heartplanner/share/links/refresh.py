"""Fetches the links among other calendars, and keeps what they have."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from heartplanner.core.plan.other_calendars import OtherCalendar
from heartplanner.files.disk import FileError
from heartplanner.files.events.calendar_source import SourceFile, keep, read_files
from heartplanner.share.links.fetch import fetch


def refresh(
    calendars: Iterable[OtherCalendar], today: date, wanted: Callable[[], bool]
) -> list[str]:
    """Fetch each link and keep its content; a line for each that could not be.

    What cannot be read as a calendar takes the place of nothing. `wanted`: asked before each.
    """
    troubles = []
    for calendar in calendars:
        if not calendar.is_link or not wanted():
            continue
        try:
            data = fetch(calendar.source)
            trouble = read_files([SourceFile("", data)], today, today).trouble
            if trouble:
                raise FileError(f"what the link gave is not kept: {trouble}")
            keep(calendar.source, data)
        except FileError as error:
            troubles.append(f"{calendar.name}: {error}")
    return troubles
