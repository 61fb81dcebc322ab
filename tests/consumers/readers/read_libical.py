"""libical, through its own binding for other languages: one file."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from shown import say, skip

try:
    import gi

    gi.require_version("ICalGLib", "3.0")
    from gi.repository import ICalGLib
except (ImportError, ValueError):
    skip("apt-get install gir1.2-ical-3.0 python3-gi")


def main(path: str) -> None:
    calendar = ICalGLib.Component.new_from_string(Path(path).read_text(encoding="utf-8"))
    kind = ICalGLib.ComponentKind.VEVENT_COMPONENT
    event = calendar.get_first_component(kind)
    while event:
        off = event.get_status() == ICalGLib.PropertyStatus.CANCELLED
        say(
            event.get_summary(),
            moment(event.get_dtstart()),
            moment(event.get_dtend()),
            canceled=off,
        )
        event = calendar.get_next_component(kind)


def moment(time: Any) -> date:
    if time.is_date():
        return date(time.get_year(), time.get_month(), time.get_day())
    return datetime.fromtimestamp(time.as_timet_with_zone(time.get_timezone()), UTC)


main(sys.argv[1])
