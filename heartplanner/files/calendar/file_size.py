"""How large a calendar file is, and what would make it smaller where a program takes none so large."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from heartplanner.core.calendar.event import Event
from heartplanner.core.calendar.export_options import CalendarPart, ExportOptions
from heartplanner.core.plan.model import DateSpan
from heartplanner.core.words.english import full_date

MOST_BYTES = 1_000_000
"""Google takes no larger file (its help page "Import events to Google Calendar": 1 MB)."""
FEW = 800
"""Events; of so many no file is larger, whatever they say."""


def large_text(shown: Sequence[Event], span: DateSpan, options: ExportOptions) -> str:
    """That the events of these days make a file over 1 MB, and what would make it smaller; else ""."""
    if len(shown) <= FEW:
        return ""
    from heartplanner.files.calendar import ical

    size = len(ical.calendar_of(shown, options))
    if size <= MOST_BYTES:
        return ""
    return (
        f"This calendar has {size / 1_000_000:.1f} MB, and Google takes no file over 1 MB. It is smaller"
        f" with {_smaller(size, span, options)}."
    )


def _smaller(size: int, span: DateSpan, options: ExportOptions) -> str:
    """What could be left out: the days that are too many, and what a calendar can do without."""
    first, last = span
    # A hundredth less than its share, for no two years have just as many events.
    days = ((last - first).days + 1) * MOST_BYTES * 99 // (size * 100)
    ways = [f"no days after {full_date(first + timedelta(max(days, 1) - 1))}"]
    if CalendarPart.DAYS_OFF in options.parts:
        ways.append("no days off")
    if options.alarm is not None or options.admin_alarm is not None:
        ways.append("no alarms")
    return f"{', '.join(ways[:-1])} or {ways[-1]}" if len(ways) > 1 else ways[0]
