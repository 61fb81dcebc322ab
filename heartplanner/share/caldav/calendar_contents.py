"""What a calendar on a server holds of the plan: one calendar-query REPORT (RFC 4791, 7.8) lists it.

Each run reads the list anew, and in whole: sync tokens (RFC 6578) would save bytes, but then a memory
that is wrong would stay wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from heartplanner.core.calendar.event import Event
from heartplanner.core.calendar.sync_plan import is_plan_event
from heartplanner.core.plan.model import Plan
from heartplanner.files.disk import FileError
from heartplanner.share.caldav.address import ServerAddress, decoded_path
from heartplanner.share.caldav.connection import Connection
from heartplanner.share.caldav.discovery import (
    NAMESPACES,
    NOT_FOUND,
    XML_HEAD,
    RemoteCalendar,
    list_resources,
)
from heartplanner.share.caldav.event_reader import parse_event
from heartplanner.share.caldav.multistatus import CALDAV, DAV, ListedResource

# Without a range of time (RFC 4791, 9.9): an event that is not listed counts as deleted there, whatever
# its day.
LIST_EVENTS: Final = (
    f"{XML_HEAD}<c:calendar-query {NAMESPACES}><d:prop><d:getetag/><c:calendar-data/></d:prop><c:filter>"
    '<c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"/></c:comp-filter></c:filter>'
    "</c:calendar-query>"
)
ANY_VERSION: Final = "*"


class EventResource(NamedTuple):
    """An event on the server: its address, and the entity tag of its present version."""

    href: str
    etag: str
    event: Event


class PlanEvents(NamedTuple):
    """A calendar's events of the plan, by UID; `duplicates`: those that are at another path once more."""

    resources: dict[str, EventResource]
    duplicates: tuple[EventResource, ...]


def read_events(connection: Connection, calendar: RemoteCalendar, plan: Plan) -> PlanEvents | None:
    """The plan's events in its calendar; None where there is no such calendar. Raises FileError."""
    address = calendar.address
    response = connection.request("REPORT", address, LIST_EVENTS, {"Depth": "1"})
    if response.status in NOT_FOUND:
        return None
    listed = list_resources(response, address, f"the calendar {calendar.name} cannot be read")
    read = (_event_resource(resource, address, plan) for resource in listed)
    return _without_duplicates(resource for resource in read if resource is not None)


def _event_resource(
    listed: ListedResource, collection: ServerAddress, plan: Plan
) -> EventResource | None:
    """One event of the plan; None for any other. Raises FileError where that cannot be told."""
    text = listed.text(f"{CALDAV}calendar-data")
    if f"{plan.id}-" not in text:  # parsing all that others have there would take long
        return None
    address = collection.resolve(listed.href)
    try:
        event = parse_event(text)
    except ValueError:
        path = decoded_path(address.url)
        raise FileError(
            f"{collection.host}: the event {path} cannot be read; delete it there"
        ) from None
    if event is None or not is_plan_event(plan, event.uid):
        return None
    if not collection.contains(address):  # to leave it out would write it anew with each run
        raise FileError(
            f"{collection.host} keeps its events elsewhere, at {address.url}; use that address"
        )
    # Where a server names no version, any is the one that was seen (RFC 9110, 13.1.1).
    return EventResource(address.url, listed.text(f"{DAV}getetag") or ANY_VERSION, event)


def _without_duplicates(resources: Iterable[EventResource]) -> PlanEvents:
    """The first resource of each event, and the others, which lie at other paths."""
    first: dict[str, EventResource] = {}
    duplicates: dict[str, EventResource] = {}
    for resource in resources:
        # Paths are compared decoded: a server may quote one and the same in two ways.
        kept = first.setdefault(resource.event.uid, resource)
        if decoded_path(kept.href) != decoded_path(resource.href):
            duplicates.setdefault(decoded_path(resource.href), resource)
    return PlanEvents(first, tuple(duplicates.values()))
