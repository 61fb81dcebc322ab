"""Fetches the content of a calendar's link, which is a secret: no message has more of it than its host."""

from __future__ import annotations

import http.client
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from heartplanner.files.disk import FileError
from heartplanner.files.events.calendar_source import LIMIT
from heartplanner.share.caldav.address import HTTPS_PORT, RESERVED, ServerAddress
from heartplanner.share.caldav.http_session import CuttableConnection, RawResponse, explanation

REDIRECTS = (301, 302, 303, 307, 308)
MOST_REDIRECTS = 5
SAFE = f"{RESERVED}~"


class LinkTarget(NamedTuple):
    """Whom to ask, and for what: a path with its query."""

    address: ServerAddress
    target: str


def fetch(link: str) -> bytes:
    """The bytes behind a link, asked for by https alone. Raises FileError, one line without the link.

    A redirect is followed, some times, as long as it stays with https; the whole answer is bounded in
    time and size.
    """
    url = link
    for _ in range(MOST_REDIRECTS + 1):
        to = _target(url)
        response = _asked(to)
        if response.status not in REDIRECTS:
            return _content(to.address.host, response)
        url = _next(url, to.address.host, response.headers.get("Location", ""))
    raise FileError(f"{urlsplit(link).hostname} redirects without end; copy the link again")


def _target(url: str) -> LinkTarget:
    try:
        parts = urlsplit(url)
        port = parts.port or HTTPS_PORT
    except ValueError:
        raise FileError("this is no https link; copy it again as a whole") from None
    if parts.scheme != "https" or not parts.hostname:
        raise FileError("a calendar's link begins with https://; nothing was asked for")
    if parts.username is not None or parts.password is not None:
        raise FileError(
            f"{parts.hostname}: a link with a user or a password in it is not asked for"
        )
    return LinkTarget(
        ServerAddress(url, "https", parts.hostname.rstrip("."), port), _path_and_query(parts)
    )


def _path_and_query(parts: SplitResult) -> str:
    query = f"?{parts.query}" if parts.query else ""
    return quote(f"{parts.path or '/'}{query}", safe=SAFE)


def _asked(to: LinkTarget) -> RawResponse:
    connection: CuttableConnection | None = None
    try:
        connection = CuttableConnection(to.address)
        with connection.time_limit():
            return connection.exchange(
                "GET", to.target, b"", {"Accept": "text/calendar, */*;q=0.1"}
            )
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise FileError(f"{to.address.host} {explanation(error)}") from None
    finally:
        if connection is not None:
            connection.end()


def _next(url: str, host: str, location: str) -> str:
    try:
        following = urljoin(url, location)
    except ValueError:
        following = ""
    if not location or not following.startswith("https://"):
        raise FileError(f"{host} redirects to something else than https; it was not followed")
    return following


def _content(host: str, response: RawResponse) -> bytes:
    if response.status in (401, 403):
        raise FileError(f"{host} does not give this calendar out; copy its secret link again")
    if response.status in (404, 410):
        raise FileError(f"{host} has no calendar at this link any more; copy the link again")
    if response.status != 200:
        raise FileError(f"{host} gave no calendar (status {response.status}); try again later")
    if len(response.body) > LIMIT:
        raise FileError(f"{host}: its answer is too long for a calendar")
    return response.body
