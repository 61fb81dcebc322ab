"""Finding an account's calendars, and the one in them that is this plan's own.

From the address that was typed, or /.well-known/caldav (RFC 6764, 5 and 6), to the user's principal
(RFC 5397), to the collection of calendars (RFC 4791, 6.2.1), which is then listed (RFC 4918, 9.1).
"""

from __future__ import annotations

from typing import Final, NamedTuple

from heartplanner.core.calendar.export_options import DEFAULT_OPTIONS
from heartplanner.files.disk import FileError
from heartplanner.share.caldav.address import ServerAddress, child_url, decoded_path
from heartplanner.share.caldav.connection import (
    MULTI_STATUS,
    Connection,
    DavResponse,
    RedirectError,
)
from heartplanner.share.caldav.multistatus import (
    CALDAV,
    DAV,
    ListedResource,
    is_complete,
    listed_resources,
)

NAME: Final = DEFAULT_OPTIONS.title
WELL_KNOWN: Final = "/.well-known/caldav"
NOT_FOUND: Final = (404, 410)
SERVER_ERRORS: Final = (500, 502, 503, 504)
UID_CONFLICTS: Final = ("no-uid-conflict", "uid already exists")
"""How servers say that they have an event of this UID: RFC 4791, 5.3.2.1, and Nextcloud."""
STORAGE_FULL: Final = (413, 507)
LONGEST_NAME: Final = 60
PRINCIPAL, HOME = f"{DAV}current-user-principal", f"{CALDAV}calendar-home-set"
TITLE, DESCRIPTION = f"{DAV}displayname", f"{CALDAV}calendar-description"
XML_HEAD: Final = '<?xml version="1.0" encoding="utf-8"?>\n'
NAMESPACES: Final = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"'
FIND_HOME: Final = (
    f"{XML_HEAD}<d:propfind {NAMESPACES}><d:prop><d:current-user-principal/><c:calendar-home-set/>"
    "</d:prop></d:propfind>"
)
LIST_CALENDARS: Final = (
    f"{XML_HEAD}<d:propfind {NAMESPACES}><d:prop><d:resourcetype/><d:displayname/>"
    "<c:calendar-description/></d:prop></d:propfind>"
)


class RemoteCalendar(NamedTuple):
    """The plan's calendar: where it is or is to be, its name, and whether it is there.

    `home`: the collection of the user's calendars, if that was asked for.
    """

    address: ServerAddress
    name: str
    exists: bool
    home: ServerAddress | None = None


def find_calendar(
    connection: Connection, plan_id: str, home: ServerAddress | None = None
) -> RemoteCalendar:
    """The plan's own calendar; where there is none, the place and name for it. Raises FileError.

    It is known by its path, which holds the plan's id, or by its description, where a server chooses
    paths itself. Any other calendar is somebody else's, also one that is called HEART.
    """
    home = home or _home(connection)
    response = connection.request("PROPFIND", home, LIST_CALENDARS, {"Depth": "1"})
    listed = list_resources(response, home, "its calendars cannot be listed")
    calendars = [resource for resource in listed if resource.is_calendar]
    name, description = collection_name(plan_id), description_for(plan_id)
    by_path = [
        calendar_
        for calendar_ in calendars
        if decoded_path(calendar_.href).rstrip("/").endswith(f"/{name}")
    ]
    described = [calendar_ for calendar_ in calendars if description in calendar_.text(DESCRIPTION)]
    # The path first: anybody can describe a calendar with the same words, and share it.
    for calendar in (*by_path, *described):
        address = home.resolve(_with_slash(calendar.href))
        title = calendar.text(TITLE)[:LONGEST_NAME] or NAME
        return RemoteCalendar(address, title, exists=True, home=home)
    address = home.resolve(_with_slash(child_url(home.url, name)))
    return RemoteCalendar(address, _free_name(calendars), exists=False, home=home)


def create_calendar(
    connection: Connection, calendar: RemoteCalendar, plan_id: str
) -> RemoteCalendar:
    """Make the plan's calendar. Raises FileError; where its answer is lost, it is found the next time."""
    body = (
        f"{XML_HEAD}<c:mkcalendar {NAMESPACES}><d:set><d:prop>"
        f"<d:displayname>{calendar.name}</d:displayname>"
        f"<c:calendar-description>{description_for(plan_id)}</c:calendar-description>"
        '<c:supported-calendar-component-set><c:comp name="VEVENT"/></c:supported-calendar-component-set>'
        "</d:prop></d:set></c:mkcalendar>"
    )
    response = connection.request("MKCALENDAR", calendar.address, body)
    if response.status in STORAGE_FULL:
        check_status(response, calendar.address, "")
    # What counts is what is there: some servers choose another path, some say 405 for one that is there.
    created = find_calendar(connection, plan_id, calendar.home)
    if not created.exists:
        raise FileError(
            f"{calendar.address.host} did not make the calendar ({response.status}); perhaps programs may"
            " not make calendars there, or you may only read; make one in the account or ask for the right"
        )
    return created


def check_status(response: DavResponse, address: ServerAddress, what: str) -> None:
    """Raise FileError, which says `what` could not be done, unless it was."""
    status = response.status
    if response.is_success:
        return
    if status in STORAGE_FULL:
        raise FileError(
            f"{address.host} has no room left ({status}); make some there and try again"
        )
    if any(conflict in response.reason for conflict in UID_CONFLICTS):
        raise FileError(
            f"{address.host}: {what}: one of the same identity is in another calendar or in the trash bin"
            " there, perhaps from a file that was imported; remove it there and try again"
        )
    if status == 403:
        raise FileError(f"{address.host}: {what}: this user may not write there ({status})")
    raise FileError(f"{address.host}: {what} (it answered {status}); try again later")


def list_resources(
    response: DavResponse, address: ServerAddress, what: str
) -> list[ListedResource]:
    """All that an answer lists. Raises FileError where it may be less than what is there.

    What is not in a list counts as not there, and is written anew: a page that says something else, or a
    list that is cut, must not be taken for an empty calendar.
    """
    check_status(response, address, what)
    if response.status != MULTI_STATUS or not is_complete(response.root):
        raise FileError(f"{address.host} did not list the whole calendar; try again later")
    return list(listed_resources(response.root))


def collection_name(plan_id: str) -> str:
    """The last part of the path of a plan's calendar."""
    return f"heart-{plan_id}"


def description_for(plan_id: str) -> str:
    """What the calendar's description says."""
    return f"Kept in step by Heart Planner, plan {plan_id}"


def _home(connection: Connection) -> ServerAddress:
    """The collection of the user's calendars (RFC 6764, 5 and 6; RFC 4791, 6.2.1)."""
    start = connection.address
    # What the person typed comes first: it may be one of several servers on that host.
    candidates = (start, start.resolve(WELL_KNOWN), start.resolve("/"))
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
        for resource in listed_resources(response.root):
            # Some servers name the collection at any address, others only at the user's principal.
            if home := resource.link(HOME):
                return response.address.resolve(_with_slash(home))
            if principal := resource.link(PRINCIPAL):
                return _home_of(connection, response.address.resolve(principal))
    raise error


def _home_of(connection: Connection, principal: ServerAddress) -> ServerAddress:
    response = connection.request("PROPFIND", principal, FIND_HOME, {"Depth": "0"})
    for resource in list_resources(response, principal, "the user's calendars cannot be found"):
        if home := resource.link(HOME):
            return response.address.resolve(_with_slash(home))
    raise FileError(f"{principal.host} has no calendars for {connection.user}; check the user name")


def _free_name(calendars: list[ListedResource]) -> str:
    """HEART; where somebody else's calendar is called that, HEART 2."""
    taken = {calendar.text(TITLE).casefold() for calendar in calendars}
    names = (f"{NAME} {n}" if n > 1 else NAME for n in range(1, len(taken) + 2))
    return next(name for name in names if name.casefold() not in taken)


def _with_slash(href: str) -> str:
    """A collection's address, which ends in a slash."""
    return href if href.endswith("/") else f"{href}/"
