"""The time zones that a calendar names: IANA's names, the calendar's own definitions, Windows' names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import tzinfo
from zoneinfo import ZoneInfo, available_timezones

from heartplanner.files.roster.calendars.calendar_lines import Component

MOST_CHANGES = 200
MONTH, WEEKDAY = r"(?:0?[1-9]|1[0-2])", r"[-+]?0?[1-5]?(?:MO|TU|WE|TH|FR|SA|SU)"
MONTH_DAY = r"[-+]?(?:0?[1-9]|[12]\d|3[01])"
# There is no month 31: the library would take it, and fail once a time is asked for.
YEARLY = re.compile(
    r"FREQ=YEARLY(?:;(?:INTERVAL=1|COUNT=\d{1,3}|UNTIL=\w{8,16}|WKST=\w\w"
    rf"|BYMONTH={MONTH}(?:,{MONTH})*|BYDAY={WEEKDAY}(?:,{WEEKDAY})*|BYMONTHDAY={MONTH_DAY}(?:,{MONTH_DAY})*))*"
)
OFFSET = re.compile(r"[-+]\d{4}(\d\d)?")
HARMLESS = ("COMMENT", "DESCRIPTION")
"""What says nothing of when a clock changes."""
LOCAL = re.compile(r"\d{8}T\d{6}Z?")


def zone_names() -> Mapping[str, str]:
    """IANA's names by themselves in small letters. They are listed from the disk, so once for a file."""
    return {name.lower(): name for name in available_timezones()}


class Zones:
    """Finds time zones by their names in one calendar. `names`: see zone_names."""

    def __init__(self, definitions: Iterable[Component], names: Mapping[str, str]) -> None:
        self._defined = {zone.text("TZID"): zone for zone in definitions}
        self._names = names
        self._by_name: dict[str, tzinfo | None] = {}

    def find(self, name: str) -> tzinfo | None:
        """The zone of this name, or None."""
        if name not in self._by_name:
            self._by_name[name] = self._find(name)
        return self._by_name[name]

    def _find(self, name: str) -> tzinfo | None:
        # A name such as EST is defined by some calendars with summer time, which IANA's EST lacks; a
        # name with a place in it means that place in all.
        placed = self._named(name) if "/" in name else None
        defined = self._defined.get(name)
        return (
            placed
            or (_defined_zone(defined) if defined else None)
            or self._named(name)
            or _windows(name)
        )

    def _named(self, name: str) -> tzinfo | None:
        """IANA's zone, also after a prefix such as /mozilla.org/20050126_1/."""
        parts = name.lower().strip("/").split("/")
        for first in range(len(parts)):
            known = self._names.get("/".join(parts[first:]))
            if known and (first == 0 or "/" in known):
                return ZoneInfo(known)
        return None


def _windows(name: str) -> tzinfo | None:
    """The zone that Outlook calls so, by CLDR's table."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    known = WINDOWS_TO_OLSON.get(name)
    return ZoneInfo(known) if known else None


def _defined_zone(definition: Component) -> tzinfo | None:
    """The zone that a calendar defines, if its definition can be trusted."""
    import icalendar

    lines = ["BEGIN:VTIMEZONE", "TZID:defined"]
    for part in definition.children:
        if part.kind not in ("STANDARD", "DAYLIGHT") or not _is_plain(part):
            return None
        # Written anew from parts that were checked: what a file calls a zone may hold anything.
        stated = (one for one in part.properties if one.name not in HARMLESS)
        kept = (f"{property_.name}:{property_.value.upper()}" for property_ in stated)
        lines += [f"BEGIN:{part.kind}", *kept, f"END:{part.kind}"]
    if len(lines) == 2:
        return None
    try:
        zone = icalendar.Timezone.from_ical("\r\n".join([*lines, "END:VTIMEZONE", ""]))
        if not isinstance(zone, icalendar.Timezone):
            return None
        defined: tzinfo = zone.to_tz(lookup_tzid=False)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError):
        return None
    return defined


def _is_plain(part: Component) -> bool:
    """Whether one half of a zone changes once a year or on single dates, and by stated offsets."""
    checks = {
        "DTSTART": LOCAL,
        "TZOFFSETFROM": OFFSET,
        "TZOFFSETTO": OFFSET,
        "RRULE": YEARLY,
    }
    values = {name: part.all(name) for name in ("RDATE", *checks)}
    dates = [one for property_ in values["RDATE"] for one in property_.value.split(",")]
    stated = all(len(values[name]) == 1 for name in ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"))
    right = all(
        check.fullmatch(property_.value.upper())
        for name, check in checks.items()
        for property_ in values[name]
    )
    kept = all(one.name in values or one.name in HARMLESS for one in part.properties)
    plain = len(dates) <= MOST_CHANGES and all(map(LOCAL.fullmatch, dates))
    return stated and right and kept and plain and len(values["RRULE"]) <= 1
