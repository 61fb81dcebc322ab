"""Finding an account's calendars, and the one in them that is this plan's own; or making that one.

From the address that was typed, or /.well-known/caldav (RFC 6764, 5 and 6), to the user's principal
(RFC 5397), to the collection of calendars (RFC 4791, 6.2.1), which is then listed (RFC 4918, 9.1).
An address that is a calendar's own means that calendar: not every server lets programs make one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple, TypeVar

from heartplanner.core.calendar.export_options import DEFAULT_OPTIONS
from heartplanner.files.disk import FileError
from heartplanner.share.caldav.address import ServerAddress, child_url, decoded_path
from heartplanner.share.caldav.connection import Connection, DavResponse, RedirectError
from heartplanner.share.caldav.multistatus import CALDAV, DAV, ListedResource, listed_resources
from heartplanner.share.caldav.refusals import (
    NOT_FOUND,
    SERVER_ERRORS,
    STORAGE_FULL,
    check_status,
    list_resources,
)

Found = TypeVar("Found")
NAME: Final = DEFAULT_OPTIONS.title
WELL_KNOWN: Final = "/.well-known/caldav"
LONGEST_NAME: Final = 60
PRINCIPAL, HOME = f"{DAV}current-user-principal", f"{CALDAV}calendar-home-set"
TITLE, DESCRIPTION = f"{DAV}displayname", f"{CALDAV}calendar-description"
XML_HEAD: Final = '<?xml version="1.0" encoding="utf-8"?>\n'
NAMESPACES: Final = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"'
CALENDAR_PROPERTIES: Final = "<d:resourcetype/><d:displayname/><c:calendar-description/>"
FIND_HOME: Final = (
    f"{XML_HEAD}<d:propfind {NAMESPACES}><d:prop><d:current-user-principal/><c:calendar-home-set/>"
    f"{CALENDAR_PROPERTIES}</d:prop></d:propfind>"
)
LIST_CALENDARS: Final = (
    f"{XML_HEAD}<d:propfind {NAMESPACES}><d:prop>{CALENDAR_PROPERTIES}</d:prop></d:propfind>"
)

PLACE_TAKEN: Final = (403, 405, 409)
"""Said of a place that is taken, be it unseen, and of one where no program may make any."""
MOST_PLACES: Final = 3
MOST_LOOKED_AT: Final = 20
"""How many calendars are looked into for an empty one."""


class RemoteCalendar(NamedTuple):
    """The plan's calendar: where it is or is to be, its name, and whether it is there.

    `home`: the collection of the user's calendars, if that was asked for. `is_given`: only its address,
    which was typed, says that it is meant for the plan; nothing in it does.
    """

    address: ServerAddress
    name: str
    exists: bool
    home: ServerAddress | None = None
    is_given: bool = False

    @property
    def where(self) -> str:
        """The calendar HEART on cloud.example.org."""
        return f"the calendar {self.name} on {self.address.host}"


def find_calendar(connection: Connection, plan_id: str) -> RemoteCalendar:
    """The plan's own calendar; where there is none, the place and name for it. Raises FileError.

    The address that was typed means itself, if it is a calendar's own.
    """

    def find(response: DavResponse) -> RemoteCalendar | None:
        if calendar := _calendar_in(response, plan_id):
            return calendar
        home = _home_in(connection, response)
        return find_in_home(connection, plan_id, home) if home else None

    return _first_found(connection, find)


def find_home(connection: Connection) -> ServerAddress:
    """The collection of the user's calendars. Raises FileError."""
    return _first_found(connection, lambda response: _home_in(connection, response))


def find_in_home(connection: Connection, plan_id: str, home: ServerAddress) -> RemoteCalendar:
    """The plan's calendar among those of a collection; else the place and name for it. Raises FileError.

    It is known by its path, which holds the plan's id, or by its description, where a server chooses
    paths itself. Any other calendar is somebody else's, also one that is called HEART.
    """
    home, calendars = list_calendars(connection, home)
    by_path = sorted(
        (found for found in calendars if _number_in(found[0], plan_id)),
        key=lambda found: _number_in(found[0], plan_id),
    )
    described = [found for found in calendars if _is_described(found[1], plan_id)]
    # The path first: anybody can describe a calendar with the same words, and share it.
    for address, resource in (*by_path, *described):
        return RemoteCalendar(address, _title(resource), exists=True, home=home)
    name = _free_name([resource for _, resource in calendars])
    return RemoteCalendar(place_for(home, plan_id), name, exists=False, home=home)


def calendar_at(connection: Connection, address: ServerAddress) -> RemoteCalendar | None:
    """The calendar at an address; None where none is any more. Raises FileError.

    To ask for its events is not enough: Nextcloud goes on giving those of a calendar in its trash bin.
    """
    response = connection.request("PROPFIND", address, LIST_CALENDARS, {"Depth": "0"})
    # Any other refusal may pass, and to take the calendar for gone would make a second one.
    if response.status not in NOT_FOUND:
        check_status(response, address, "your calendar cannot be read")
    for resource in listed_resources(response.root):
        if resource.is_calendar:
            return RemoteCalendar(response.address, _title(resource), exists=True)
    return None


def create_calendar(
    connection: Connection, calendar: RemoteCalendar, plan_id: str
) -> RemoteCalendar:
    """Make the plan's calendar. Raises FileError; where its answer is lost, it is found the next time.

    A server may keep the place of a calendar that was deleted, Nextcloud for 30 days: another one is taken.
    """
    home = calendar.home or calendar.address.resolve("../")
    for number in range(1, MOST_PLACES + 1):
        response = _ask_for(connection, place_for(home, plan_id, number), calendar.name, plan_id)
        # What counts is what is there: some servers choose another path, some say 405 of one they have.
        created = find_in_home(connection, plan_id, home)
        if created.exists:
            return created
        if response.status not in PLACE_TAKEN:
            break
    where = _empty_calendar(connection, home)
    raise FileError(
        f"{home.host} did not make the calendar ({response.status}); perhaps programs may not make"
        f" calendars there, or you may only read; make an empty one in the account, such as {NAME}, and"
        f" use its own address in place of the server's{where}"
    )


def list_calendars(
    connection: Connection, home: ServerAddress
) -> tuple[ServerAddress, list[tuple[ServerAddress, ListedResource]]]:
    """Where a collection of calendars really is, and its calendars with their addresses."""
    response = connection.request("PROPFIND", home, LIST_CALENDARS, {"Depth": "1"})
    home = response.address
    listed = list_resources(response, home, "its calendars cannot be listed")
    calendars = [resource for resource in listed if resource.is_calendar]
    return home, [(home.resolve(_with_slash(found.href)), found) for found in calendars]


def place_for(home: ServerAddress, plan_id: str, number: int = 1) -> ServerAddress:
    """Where a plan's calendar is to be; `number`: from 2 on another place, if the ones before are taken."""
    name = f"heart-{plan_id}" if number == 1 else f"heart-{plan_id}-{number}"
    return home.resolve(_with_slash(child_url(home.url, name)))


def description_for(plan_id: str) -> str:
    """What the calendar's description says."""
    return f"Kept in step by Heart Planner, plan {plan_id}"


def _ask_for(
    connection: Connection, address: ServerAddress, name: str, plan_id: str
) -> DavResponse:
    """Ask for a calendar at an address. Raises FileError where there is no room for it."""
    body = (
        f"{XML_HEAD}<c:mkcalendar {NAMESPACES}><d:set><d:prop>"
        f"<d:displayname>{name}</d:displayname>"
        f"<c:calendar-description>{description_for(plan_id)}</c:calendar-description>"
        '<c:supported-calendar-component-set><c:comp name="VEVENT"/></c:supported-calendar-component-set>'
        "</d:prop></d:set></c:mkcalendar>"
    )
    response = connection.request("MKCALENDAR", address, body)
    if response.status in STORAGE_FULL:
        check_status(response, address, "")
    return response


def _empty_calendar(connection: Connection, home: ServerAddress) -> str:
    """The address of a calendar that holds nothing, as the end of a sentence; "" where there is none."""
    _, calendars = list_calendars(connection, home)
    for address, resource in calendars[:MOST_LOOKED_AT]:
        response = connection.request("PROPFIND", address, LIST_CALENDARS, {"Depth": "1"})
        paths = {
            decoded_path(address.resolve(listed.href).url).rstrip("/")
            for listed in listed_resources(response.root)
        }
        if paths == {decoded_path(address.url).rstrip("/")}:
            return f"; {resource.text(TITLE) or 'one'} is empty there: {address.url}"
    return ""


def _first_found(connection: Connection, find: Callable[[DavResponse], Found | None]) -> Found:
    """What is found in the first answer of a calendar server at the address that was typed, or near it."""
    start = connection.address
    # What the person typed comes first: it may be one of several servers on that host.
    whole = start.resolve(_with_slash(start.url))
    candidates = (start, whole, start.resolve(WELL_KNOWN), start.resolve("/"))
    error = FileError(f"{start.host}: no calendar server (CalDAV) answers there; check the address")
    for address in dict.fromkeys(candidates):
        try:
            response = connection.request("PROPFIND", address, FIND_HOME, {"Depth": "0"})
        except RedirectError as redirect:  # the web page may be elsewhere, and the calendars here
            error = redirect
            continue
        # Any other refusal only means that this is not the place: the next one is asked.
        if response.status in SERVER_ERRORS:
            check_status(response, address, "your calendars cannot be found")
        if (found := find(response)) is not None:
            return found
    raise error


def _calendar_in(response: DavResponse, plan_id: str) -> RemoteCalendar | None:
    """The calendar that an answer about one address is of; None where it is of something else."""
    address = response.address.resolve(_with_slash(response.address.url))
    for resource in listed_resources(response.root):
        if resource.is_calendar:
            is_own = _is_described(resource, plan_id) or _number_in(address, plan_id) > 0
            return RemoteCalendar(address, _title(resource), exists=True, is_given=not is_own)
    return None


def _home_in(connection: Connection, response: DavResponse) -> ServerAddress | None:
    """The collection of the user's calendars, as an answer names it or the principal that it names."""
    for resource in listed_resources(response.root):
        # Some servers name the collection at any address, others only at the user's principal.
        if home := resource.link(HOME):
            return response.address.resolve(_with_slash(home))
        if principal := resource.link(PRINCIPAL):
            return _home_of(connection, response.address.resolve(principal))
    return None


def _home_of(connection: Connection, principal: ServerAddress) -> ServerAddress:
    response = connection.request("PROPFIND", principal, FIND_HOME, {"Depth": "0"})
    for resource in list_resources(response, principal, "the user's calendars cannot be found"):
        if home := resource.link(HOME):
            return response.address.resolve(_with_slash(home))
    raise FileError(f"{principal.host} has no calendars for {connection.user}; check the user name")


def _number_in(address: ServerAddress, plan_id: str) -> int:
    """Which of the places for a plan's calendar an address is; 0 where it is none."""
    path = decoded_path(address.url).rstrip("/")
    match = re.search(rf"/heart-{re.escape(plan_id)}(?:-([2-9]))?$", path)
    return int(match[1] or 1) if match else 0


def _is_described(resource: ListedResource, plan_id: str) -> bool:
    return description_for(plan_id) in resource.text(DESCRIPTION)


def _title(resource: ListedResource) -> str:
    return resource.text(TITLE)[:LONGEST_NAME] or NAME


def _free_name(calendars: list[ListedResource]) -> str:
    """HEART; where somebody else's calendar is called that, HEART 2."""
    taken = {calendar.text(TITLE).casefold() for calendar in calendars}
    names = (f"{NAME} {n}" if n > 1 else NAME for n in range(1, len(taken) + 2))
    return next(name for name in names if name.casefold() not in taken)


def _with_slash(href: str) -> str:
    """A collection's address, which ends in a slash."""
    return href if href.endswith("/") else f"{href}/"
