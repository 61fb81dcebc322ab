"""How large a calendar file is, and what would make it smaller where a program takes none so large."""

from __future__ import annotations

from collections.abc import Sequence

from heartplanner.core.calendar.event import Event
from heartplanner.core.calendar.export_options import CalendarPart, ExportOptions

MOST_BYTES = 1_000_000
"""Google takes no larger file (its help page "Import events to Google Calendar": 1 MB)."""
FEW = 800
"""Events; of so many no file is larger, whatever they say."""


def large_text(shown: Sequence[Event], options: ExportOptions) -> str:
    """That these events make a file over 1 MB, and what would make it smaller; "" where they do not."""
    if len(shown) <= FEW:
        return ""
    from heartplanner.files.calendar import ical

    size = len(ical.calendar_of(shown, options))
    if size <= MOST_BYTES:
        return ""
    return (
        f"This calendar has {size / 1_000_000:.1f} MB, and Google takes no file over 1 MB. It is smaller"
        f" with {_smaller(size, options)}."
    )


def _smaller(size: int, options: ExportOptions) -> str:
    """What could be left out: the months that are too many, and what a calendar can do without."""
    # Rounded down: the months that are left make a file that is small enough, as far as all are alike.
    ways = [f"{max(1, options.months * MOST_BYTES // size)} months ahead or fewer"]
    if CalendarPart.DAYS_OFF in options.parts:
        ways.append("no days off")
    if options.alarm is not None or options.admin_alarm is not None:
        ways.append("no alarms")
    return f"{', '.join(ways[:-1])} or {ways[-1]}" if len(ways) > 1 else ways[0]
