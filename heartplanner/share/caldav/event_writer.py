"""Writing a plan's events to a calendar, one request each, over nothing but what was seen there.

A server that has strong entity tags compares versions itself (RFC 9110, 13.1.1). Of one that has not, the
calendar is read once more before the first request; what others write after that is written over.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from heartplanner.core.calendar.event import Event
from heartplanner.core.calendar.sync_plan import SyncPlan
from heartplanner.core.plan.model import Plan
from heartplanner.files.calendar import ical
from heartplanner.files.disk import FileError
from heartplanner.share.caldav.address import ServerAddress
from heartplanner.share.caldav.calendar_contents import (
    EventResource,
    event_url,
    holder_of,
    read_events,
)
from heartplanner.share.caldav.connection import Connection, DavResponse
from heartplanner.share.caldav.discovery import LIST_CALENDARS, RemoteCalendar
from heartplanner.share.caldav.refusals import (
    NOT_FOUND,
    check_status,
    is_uid_conflict,
    uid_conflict,
)

CALENDAR_TYPE: Final = "text/calendar; charset=utf-8"
PRECONDITION_FAILED: Final = 412
UID_REFUSALS: Final = (400, 403, 409)
"""With which servers refuse an event whose UID they have elsewhere; some give no reason."""


class EventWriter:
    """Writes the events of `plan` to `calendar`. `resources`: by UID, those that were seen there.

    `duplicates`: those of the same events at other paths. Every method raises FileError.
    """

    def __init__(
        self,
        connection: Connection,
        plan: Plan,
        calendar: RemoteCalendar,
        resources: dict[str, EventResource],
        duplicates: tuple[EventResource, ...],
    ) -> None:
        self._connection, self._plan, self._calendar = connection, plan, calendar
        self._resources, self._duplicates = resources, duplicates

    def check_unversioned(self, needed: SyncPlan) -> None:
        """See that what the server cannot compare is still what was seen."""
        touched = (self._resources.get(event.uid) for event in (*needed.change, *needed.remove))
        seen = {
            resource.href: resource
            for resource in (*touched, *self._duplicates)
            if resource and not resource.is_versioned
        }
        if not seen:
            return
        contents = read_events(self._connection, self._calendar, self._plan)
        present = (*contents.resources.values(), *contents.duplicates) if contents else ()
        now = {resource.href: resource for resource in present}
        if any(now.get(href) != resource for href, resource in seen.items()):
            raise self._changed_there()

    def steps(self, needed: SyncPlan) -> Iterator[tuple[str, Event | None]]:
        """Send one request for each step; gives the UID, and the event that is there now.

        What the plan no longer has goes last: a run that breaks off leaves too much rather than too little.
        """
        # First, while the one that stays is certainly there.
        for duplicate in self._duplicates:
            self._delete(duplicate)
            yield duplicate.event.uid, self._resources[duplicate.event.uid].event
        for event in needed.change:
            self._change(self._resources[event.uid], event)
            yield event.uid, event
        for event in needed.add:
            self._create(event)
            yield event.uid, event
        for event in needed.remove[: len(needed.remove) - len(self._duplicates)]:
            self._delete(self._resources[event.uid])
            yield event.uid, None

    def _create(self, event: Event) -> None:
        """Write a new event; where it is refused, say what is in its way."""
        address = self._calendar.address.resolve(event_url(self._calendar, event))
        response = self._put(address, event, {"If-None-Match": "*"})
        what = f"an event cannot be written to {self._calendar.name}"
        if response.status == PRECONDITION_FAILED:
            self._check_place(address, event)
            # iCloud says no more than that of an event that is in another calendar.
            raise uid_conflict(address, what, self._holder(event))
        if response.status in UID_REFUSALS:
            holder = self._holder(event)
            if holder or is_uid_conflict(response):
                raise uid_conflict(address, what, holder)
        check_status(response, address, what)

    def _check_place(self, address: ServerAddress, event: Event) -> None:
        """Say so where something is at the place of a new event already."""
        now = read_events(self._connection, self._calendar, self._plan)
        if now is None or event.uid in now.resources:
            raise self._changed_there()
        response = self._connection.request("PROPFIND", address, LIST_CALENDARS, {"Depth": "0"})
        if response.status not in NOT_FOUND:
            raise FileError(f"something else lies at {address.url}; delete it there")

    def _holder(self, event: Event) -> str:
        """The name of another calendar of the account that has this event; "" if none is known."""
        # Only to say more of a refusal, which counts also where the other calendars cannot be listed.
        with suppress(FileError):
            return holder_of(self._connection, event.uid, self._calendar)
        return ""

    def _change(self, resource: EventResource, event: Event) -> None:
        """Write an event over the version of it that was seen."""
        address = self._calendar.address.resolve(resource.href)
        for condition in resource.conditions:
            response = self._put(address, event, {"If-Match": condition})
            if response.status != PRECONDITION_FAILED:
                what = f"an event cannot be written to {self._calendar.name}"
                check_status(response, address, what)
                return
        raise self._changed_there()

    def _put(self, address: ServerAddress, event: Event, condition: dict[str, str]) -> DavResponse:
        body = ical.calendar_of([event], named=False).decode()
        headers = {"Content-Type": CALENDAR_TYPE, **condition}
        return self._connection.request("PUT", address, body, headers)

    def _delete(self, resource: EventResource) -> None:
        """Delete the version of an event that was seen."""
        address = self._calendar.address.resolve(resource.href)
        for condition in resource.conditions:
            response = self._connection.request("DELETE", address, headers={"If-Match": condition})
            if response.status in NOT_FOUND:  # somebody else did it, which is as well
                return
            if response.status != PRECONDITION_FAILED:
                what = f"an event in {self._calendar.name} cannot be deleted"
                check_status(response, address, what)
                return
        raise self._changed_there()

    def _changed_there(self) -> FileError:
        return FileError(f"{self._calendar.where} was changed by somebody else just now; try again")
