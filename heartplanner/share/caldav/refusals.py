"""What a server's refusal means, in one sentence for the person: by its status and the reason it gives."""

from __future__ import annotations

from typing import Final

from heartplanner.files.disk import FileError
from heartplanner.share.caldav.address import ServerAddress
from heartplanner.share.caldav.connection import MULTI_STATUS, DavResponse
from heartplanner.share.caldav.multistatus import ListedResource, is_complete, listed_resources

NOT_FOUND: Final = (404, 410)
SERVER_ERRORS: Final = (500, 502, 503, 504)
STORAGE_FULL: Final = (413, 507)
UID_CONFLICTS: Final = (
    "no-uid-conflict",  # RFC 4791, 5.3.2.1: in this calendar, with some servers in any
    "unique-scheduling-object-resource",  # RFC 6638, 3.2.4.1: in any calendar, as Cyrus says it
    "uid already exists",  # Nextcloud, in words, also of its trash bin
)
"""How servers say that they have an event of this UID."""
FULL_TRASH: Final = "moved into the trashbin"
"""Nextcloud's refusal to delete an event of a path that its trash bin has already."""


def is_uid_conflict(response: DavResponse) -> bool:
    """Whether a server refuses an event because it has one of this UID elsewhere, and says so."""
    return any(conflict in response.reason for conflict in UID_CONFLICTS)


def uid_conflict(address: ServerAddress, what: str, holder: str = "") -> FileError:
    """The error that says so. `holder`: the name of the calendar that has the event, if that is known."""
    place = f"in the calendar {holder}" if holder else "in another calendar or in the trash bin"
    return FileError(
        f"{address.host}: {what}: the same event is already {place} there, perhaps from a file that was"
        " imported; remove what was imported there and try again"
    )


def check_status(response: DavResponse, address: ServerAddress, what: str) -> None:
    """Raise FileError, which says `what` could not be done, unless it was."""
    status = response.status
    if response.is_success:
        return
    if status in STORAGE_FULL:
        raise FileError(
            f"{address.host} has no room left ({status}); make some there and try again"
        )
    if is_uid_conflict(response):
        raise uid_conflict(address, what)
    if FULL_TRASH in response.reason:
        raise FileError(f"{address.host}: {what}: empty the trash bin there and try again")
    if status == 403:
        raise FileError(f"{address.host}: {what}: this user may not write there ({status})")
    raise FileError(f"{address.host}: {what} (it answered {status}); try again later")


def incomplete_list(address: ServerAddress) -> FileError:
    """The error that says that a server left out some of what is there."""
    return FileError(f"{address.host} did not list the whole calendar; try again later")


def list_resources(
    response: DavResponse, address: ServerAddress, what: str
) -> list[ListedResource]:
    """All that an answer lists. Raises FileError where it may be less than what is there.

    What is not in a list counts as not there, and is written anew: a page that says something else, or a
    list that is cut, must not be taken for an empty calendar.
    """
    check_status(response, address, what)
    if response.status != MULTI_STATUS or not is_complete(response.root):
        raise incomplete_list(address)
    return list(listed_resources(response.root))
