"""Finding an account's calendars, and the one in them that is this plan's own."""

from __future__ import annotations

from typing import Final, NamedTuple

from heartplanner.core.calendar.export_options import AS_USUAL
from heartplanner.files.disk import FileError
from heartplanner.share.caldav.address import Address, path_of, within
from heartplanner.share.caldav.connection import Answer, Connection, SentOnError
from heartplanner.share.caldav.resources import CAL, DAV, Listed, listed, whole

NAME: Final = AS_USUAL.title
WELL_KNOWN: Final = "/.well-known/caldav"
MISSING: Final = (404, 410)
MULTI_STATUS: Final = 207
BROKEN: Final = (500, 502, 503, 504)
TWICE: Final = ("no-uid-conflict", "uid already exists")
"""How servers say that they have an event of this UID: RFC 4791, 5.3.2.1, and Nextcloud."""
NO_ROOM: Final = (413, 507)
LONGEST_NAME: Final = 60
PRINCIPAL, HOME = f"{DAV}current-user-principal", f"{CAL}calendar-home-set"
TITLE, DESCRIPTION = f"{DAV}displayname", f"{CAL}calendar-description"
HEAD: Final = '<?xml version="1.0" encoding="utf-8"?>\n'
SPACES: Final = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"'
ASK_HOME: Final = (
    f"{HEAD}<d:propfind {SPACES}><d:prop><d:current-user-principal/><c:calendar-home-set/>"
    "</d:prop></d:propfind>"
)
ASK_CALENDARS: Final = (
    f"{HEAD}<d:propfind {SPACES}><d:prop><d:resourcetype/><d:displayname/>"
    "<c:calendar-description/></d:prop></d:propfind>"
)


class Own(NamedTuple):
    """The plan's calendar: where it is or is to be, its name, and whether it is there.

    `home`: the collection of the user's calendars, if that was asked for.
    """

    address: Address
    name: str
    there: bool
    home: Address | None = None


def find(connection: Connection, plan_id: str, home: Address | None = None) -> Own:
    """The plan's own calendar; where there is none, the place and name for it. Raises FileError.

    It is known by its path, which holds the plan's id, or by its description, where a server chooses
    paths itself. Any other calendar is somebody else's, also one that is called HEART.
    """
    home = home or _home(connection)
    answer = connection.ask("PROPFIND", home, ASK_CALENDARS, {"Depth": "1"})
    found = listing(answer, home, "its calendars cannot be listed")
    calendars = [each for each in found if each.calendar]
    folder = folder_name(plan_id)
    by_path = [each for each in calendars if path_of(each.href).rstrip("/").endswith(f"/{folder}")]
    marked = [each for each in calendars if mark(plan_id) in each.text(DESCRIPTION)]
    for each in (*by_path, *marked):
        return Own(
            home.joined(_closed(each.href)), each.text(TITLE)[:LONGEST_NAME] or NAME, True, home
        )
    own = home.joined(_closed(within(home.url, folder)))
    return Own(own, _free_name(calendars), False, home)


def make(connection: Connection, own: Own, plan_id: str) -> Own:
    """Make the plan's calendar. Raises FileError; where its answer is lost, it is found the next time."""
    body = (
        f"{HEAD}<c:mkcalendar {SPACES}><d:set><d:prop><d:displayname>{own.name}</d:displayname>"
        f"<c:calendar-description>{mark(plan_id)}</c:calendar-description>"
        '<c:supported-calendar-component-set><c:comp name="VEVENT"/></c:supported-calendar-component-set>'
        "</d:prop></d:set></c:mkcalendar>"
    )
    answer = connection.ask("MKCALENDAR", own.address, body)
    if answer.status in NO_ROOM:
        check(answer, own.address, "")
    found = find(connection, plan_id, own.home)
    if not found.there:
        raise FileError(
            f"{own.address.host} made no calendar ({answer.status}): perhaps it lets programs make none,"
            " or this user may only read"
        )
    return found


def check(answer: Answer, address: Address, what: str) -> None:
    """Whether an answer is a good one. Raises FileError, which says what could not be done."""
    status = answer.status
    if answer.good:
        return
    if status in NO_ROOM:
        raise FileError(
            f"{address.host} has no room left ({status}); make some there and try again"
        )
    if any(each in answer.why for each in TWICE):
        raise FileError(
            f"{address.host}: {what}: one of the same identity is in another calendar or in the trash bin"
            " there, perhaps from a file that was imported; remove it there and try again"
        )
    if status == 403:
        raise FileError(f"{address.host}: {what}: this user may not write there ({status})")
    raise FileError(f"{address.host}: {what} (it answered {status}); try again later")


def listing(answer: Answer, address: Address, what: str) -> list[Listed]:
    """All that an answer lists. Raises FileError where it may be less than what is there.

    What is not in a list counts as not there, and is written anew: a page that says something else, or a
    list that is cut, must not be taken for an empty calendar.
    """
    check(answer, address, what)
    if answer.status != MULTI_STATUS or not whole(answer.tree):
        raise FileError(f"{address.host} did not list the calendar whole; try again later")
    return list(listed(answer.tree))


def folder_name(plan_id: str) -> str:
    """The last part of the path of a plan's calendar."""
    return f"heart-{plan_id}"


def mark(plan_id: str) -> str:
    """What the calendar's description says."""
    return f"Kept in step by Heart Planner, plan {plan_id}"


def _home(connection: Connection) -> Address:
    """The collection of the user's calendars (RFC 6764, 5 and 6; RFC 4791, 6.2.1)."""
    start = connection.address
    asked = (start, start.joined(WELL_KNOWN), start.joined("/"))
    trouble = FileError(
        f"{start.host}: no calendar server (CalDAV) answers there; check the address"
    )
    for address in dict.fromkeys(asked):
        try:
            answer = connection.ask("PROPFIND", address, ASK_HOME, {"Depth": "0"})
        except SentOnError as error:  # the web page may be elsewhere, and the calendars here
            trouble = error
            continue
        if answer.status in BROKEN:
            check(answer, address, "your calendars cannot be found")
        for each in listed(answer.tree) if answer.good else ():
            if home := each.link(HOME):
                return answer.address.joined(_closed(home))
            if principal := each.link(PRINCIPAL):
                return _home_of(connection, answer.address.joined(principal))
    raise trouble


def _home_of(connection: Connection, principal: Address) -> Address:
    answer = connection.ask("PROPFIND", principal, ASK_HOME, {"Depth": "0"})
    for each in listing(answer, principal, "the user's calendars cannot be found"):
        if home := each.link(HOME):
            return answer.address.joined(_closed(home))
    raise FileError(f"{principal.host} has no calendars for {connection.user}; check the user name")


def _free_name(calendars: list[Listed]) -> str:
    """HEART; where somebody else's calendar is called that, HEART 2."""
    taken = {each.text(TITLE).casefold() for each in calendars}
    names = (f"{NAME} {n}" if n > 1 else NAME for n in range(1, len(taken) + 2))
    return next(name for name in names if name.casefold() not in taken)


def _closed(href: str) -> str:
    """A collection's address, which ends in a slash."""
    return href if href.endswith("/") else f"{href}/"
