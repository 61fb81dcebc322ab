"""The calendar store of GNOME: read_evolution.py WAY FILE ...

WAY `receive`: as Evolution's importer fills it, a file as one of METHOD:PUBLISH; `create`: as the
importer of GNOME Calendar does, all events of a file as new ones.
"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from shown import program, say, skip

RANGE = (datetime(2025, 1, 1, tzinfo=UTC), datetime(2036, 12, 31, tzinfo=UTC))
INSIDE = "HEARTPLANNER_EVOLUTION_HOME"

try:
    import gi

    gi.require_version("ECal", "2.0")
    gi.require_version("EDataServer", "1.2")
    gi.require_version("ICalGLib", "3.0")
    from gi.repository import ECal, EDataServer, GLib, ICalGLib
except (ImportError, ValueError):
    skip("apt-get install evolution-data-server gir1.2-ecal-2.0 python3-gi")


def alone() -> None:
    """Start again with a bus and a home of its own, so that nobody's calendar is touched."""
    bus = program("dbus-run-session", "dbus")
    with tempfile.TemporaryDirectory() as home:
        kinds = ("DATA", "CONFIG", "CACHE", "RUNTIME")
        own = {f"XDG_{kind}_{'DIR' if kind == 'RUNTIME' else 'HOME'}": home for kind in kinds}
        here = {**os.environ, **own, "HOME": home, INSIDE: home, "GSETTINGS_BACKEND": "memory"}
        sys.exit(os.spawnve(os.P_WAIT, bus, [bus, "--", sys.executable, *sys.argv], here))


def main(way: str, files: list[str]) -> None:
    source = EDataServer.SourceRegistry.new_sync(None).ref_builtin_calendar()
    client = ECal.Client.connect_sync(source, ECal.ClientSourceType.EVENTS, 30, None)
    client.set_default_timezone(ICalGLib.Timezone.get_builtin_timezone(os.environ["TZ"]))
    for file in files:
        calendar = ICalGLib.Component.new_from_string(Path(file).read_text(encoding="utf-8"))
        {"receive": receive, "create": create}[way](client, calendar)
    first, last = (int(each.timestamp()) for each in RANGE)
    found: list[Any] = []

    def keep(event: Any, *_: object) -> bool:
        found.append(event.clone())
        return True  # go on

    client.generate_instances_sync(first, last, None, keep)
    # Not within the call back: an error there would only be printed, and nothing would be shown.
    for event in found:
        tell(event)


def receive(client: Any, calendar: Any) -> None:
    calendar.set_method(ICalGLib.PropertyMethod.PUBLISH)
    client.receive_objects_sync(calendar, ECal.OperationFlags.NONE, None)


def create(client: Any, calendar: Any) -> None:
    kind = ICalGLib.ComponentKind.VEVENT_COMPONENT
    found = []
    while event := calendar.get_first_component(kind):
        calendar.remove_component(event)
        found.append(event)
    try:
        client.create_objects_sync(found, ECal.OperationFlags.NONE, None)
    except GLib.Error as error:  # GNOME Calendar says so in its log, and goes on
        print(error.message, file=sys.stderr)


def tell(event: Any) -> None:
    """One event by its own start and end, as Evolution's views take them."""
    off = event.get_status() == ICalGLib.PropertyStatus.CANCELLED
    say(event.get_summary(), moment(event.get_dtstart()), moment(event.get_dtend()), canceled=off)


def moment(time: Any) -> date:
    if time.is_date():
        return date(time.get_year(), time.get_month(), time.get_day())
    return datetime.fromtimestamp(time.as_timet_with_zone(time.get_timezone()), UTC)


if INSIDE in os.environ:
    main(sys.argv[1], sys.argv[2:])
else:
    alone()
