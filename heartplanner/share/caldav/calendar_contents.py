"""What a calendar on a server holds of the plan: one calendar-query REPORT (RFC 4791, 7.8) lists it.

Each run reads the list anew, and in whole: sync tokens (RFC 6578) would save bytes, but then a memory
that is wrong would stay wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from heartplanner.core.calendar.event import Event
from heartplanner.core.calendar.sync_plan import is_plan_event
from heartplanner.core.plan.model import Plan
from heartplanner.files.disk import FileError
from heartplanner.share.caldav.address import ServerAddress, child_url, decoded_path
from heartplanner.share.caldav.connection import Connection
from heartplanner.share.caldav.discovery import (
    LIST_CALENDARS,
    NAMESPACES,
    TITLE,
    XML_HEAD,
    RemoteCalendar,
    find_home,
    list_calendars,
)
from heartplanner.share.caldav.event_reader import parse_event
from heartplanner.share.caldav.multistatus import CALDAV, DAV, ListedResource, listed_resources
from heartplanner.share.caldav.refusals import NOT_FOUND, incomplete_list, list_resources

# Without a range of time (RFC 4791, 9.9): an event that is not listed counts as deleted there, whatever
# its day.
LIST_EVENTS: Final = (
    f"{XML_HEAD}<c:calendar-query {NAMESPACES}><d:prop><d:getetag/><c:calendar-data/></d:prop><c:filter>"
    '<c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"/></c:comp-filter></c:filter>'
    "</c:calendar-query>"
)
FIND_UID: Final = (
    f"{XML_HEAD}<c:calendar-query {NAMESPACES}><d:prop><c:calendar-data/></d:prop><c:filter>"
    '<c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"><c:prop-filter name="UID">'
    '<c:text-match collation="i;octet">{}</c:text-match></c:prop-filter></c:comp-filter>'
    "</c:comp-filter></c:filter></c:calendar-query>"
)
ANY_VERSION: Final = "*"
WEAK: Final = "W/"


class EventResource(NamedTuple):
    """An event on the server: its address, and the entity tag of its present version, if it has one."""

    href: str
    etag: str
    event: Event

    @property
    def conditions(self) -> tuple[str, ...]:
        """What If-Match may say of it, in the order in which it is to be tried.

        A weak tag matches nothing there (RFC 9110, 13.1.1), except on servers that compare letters; of
        one without a strong tag all that can be asked is that it is there.
        """
        if self.is_versioned:
            return (self.etag,)
        return (ANY_VERSION, self.etag) if self.etag.startswith(WEAK) else (ANY_VERSION,)

    @property
    def is_versioned(self) -> bool:
        """Whether the server itself can tell that it is no longer the version that was seen."""
        return bool(self.etag) and self.etag != ANY_VERSION and not self.etag.startswith(WEAK)


class PlanEvents(NamedTuple):
    """A calendar's events of the plan, by UID; `duplicates`: those that are at another path once more.

    `address`: where the calendar really is. `others`: how many events it has that are not the plan's.
    """

    resources: dict[str, EventResource]
    duplicates: tuple[EventResource, ...]
    address: ServerAddress
    others: int = 0


def read_events(connection: Connection, calendar: RemoteCalendar, plan: Plan) -> PlanEvents | None:
    """The plan's events in its calendar; None where there is no such calendar. Raises FileError."""
    response = connection.request("REPORT", calendar.address, LIST_EVENTS, {"Depth": "1"})
    if response.status in NOT_FOUND:
        return None
    address = response.address
    listed = list_resources(response, address, f"the calendar {calendar.name} cannot be read")
    read = [_event_resource(resource, address, plan) for resource in listed]
    mine = [resource for resource in read if resource is not None]
    resources, duplicates = _without_duplicates(mine)
    return PlanEvents(resources, duplicates, address, len(read) - len(mine))


def check_missing(
    connection: Connection, calendar: RemoteCalendar, missing: Sequence[Event]
) -> None:
    """Ask for each event at the path where it was written. Raises FileError where one is still there.

    A server may list only its first hundred events and not say so (RFC 4791, 7.8 asks for a 507): what
    is left out must not count as deleted, or it would be there twice.
    """
    for event in missing:
        address = calendar.address.resolve(event_url(calendar, event))
        response = connection.request("PROPFIND", address, LIST_CALENDARS, {"Depth": "0"})
        # Xandikos says of what is not there that it was found, and within that: 404.
        if any(resource.properties for resource in listed_resources(response.root)):
            raise incomplete_list(address)


def event_url(calendar: RemoteCalendar, event: Event) -> str:
    """Where an event is written: by its UID, so that a request that is sent twice makes no second one."""
    return child_url(calendar.address.url, f"{event.uid}.ics")


def holder_of(connection: Connection, uid: str, calendar: RemoteCalendar) -> str:
    """The name of another calendar of the account that has an event of this UID; "" where none has.

    Raises FileError where the account's calendars cannot be listed.
    """
    _, calendars = list_calendars(connection, calendar.home or find_home(connection))
    for address, resource in calendars:
        if address == calendar.address:
            continue
        response = connection.request("REPORT", address, FIND_UID.format(uid), {"Depth": "1"})
        # A server that cannot look for a UID refuses, or lists other events too. Long lines are folded.
        texts = [found.text(f"{CALDAV}calendar-data") for found in listed_resources(response.root)]
        if any(uid in re.sub(r"\r?\n[ \t]", "", text) for text in texts):
            return resource.text(TITLE) or decoded_path(address.url)
    return ""


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
    return EventResource(address.url, listed.text(f"{DAV}getetag"), event)


def _without_duplicates(
    resources: Iterable[EventResource],
) -> tuple[dict[str, EventResource], tuple[EventResource, ...]]:
    """The first resource of each event, and the others, which lie at other paths."""
    first: dict[str, EventResource] = {}
    duplicates: dict[str, EventResource] = {}
    for resource in resources:
        # Paths are compared decoded: a server may quote one and the same in two ways.
        kept = first.setdefault(resource.event.uid, resource)
        if decoded_path(kept.href) != decoded_path(resource.href):
            duplicates.setdefault(decoded_path(resource.href), resource)
    return first, tuple(duplicates.values())
