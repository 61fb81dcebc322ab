"""WebDAV and CalDAV requests of one account (RFC 4918, RFC 4791): who may be asked, and what was said.

The password goes only to the address that was typed and to those that it trusts; a redirect is followed
only for a question, PROPFIND or REPORT, and only within its origin.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple, NoReturn

from heartplanner.files.disk import FileError
from heartplanner.share.caldav.address import ServerAddress

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

XML_TYPE: Final = "application/xml; charset=utf-8"
MULTI_STATUS: Final = 207
REDIRECTS: Final = (301, 302, 307, 308)
QUESTIONS: Final = ("PROPFIND", "REPORT")
MOST_REDIRECTS: Final = 5
APP_PASSWORD: Final = (
    "iCloud, Fastmail and others take only an app password, which is made in the account's settings"
)


class DavResponse(NamedTuple):
    """What a server said: its status, from which address, and the root of a 207 answer's XML.

    `reason`: the names of the conditions that it says are not met (RFC 4918, 16), and its own words.
    """

    status: int
    address: ServerAddress
    root: Element | None = None
    reason: str = ""

    @property
    def is_success(self) -> bool:
        return 200 <= self.status < 300


class RedirectError(FileError):
    """The server sends on to another one, which is not asked."""


class Connection:
    """Talks to the server at `address` as `user`. Every method raises FileError, one line."""

    def __init__(
        self, address: ServerAddress, user: str, password: str, *, is_stored: bool = False
    ) -> None:
        """`is_stored`: the password is the key ring's, which is said where it is refused."""
        # Only here: it loads TLS, which nobody needs who has typed no password yet.
        from heartplanner.share.caldav.http_session import HttpSession

        self.address = address
        self.user = user
        self._is_stored = is_stored
        self._session = HttpSession(user, password)

    def request(
        self,
        method: str,
        address: ServerAddress,
        body: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> DavResponse:
        """Send one request; where the server sends a question on within its origin, ask there."""
        for _ in range(MOST_REDIRECTS):
            response, location = self._request_once(method, address, body, headers or {})
            if response.status not in REDIRECTS:
                return response
            # PUT and DELETE are not sent on: they hold for the version of what lies at one address.
            target = address.resolve(location)
            if target.origin != address.origin:
                raise RedirectError(
                    f"{address.host} redirects to {target.host}; nothing was sent there;"
                    " if that server is right, use its address"
                )
            if method not in QUESTIONS:
                raise RedirectError(f"{address.host} moved the calendar just now; try again")
            address = target
        raise RedirectError(f"{address.host} redirects without end; check the address")

    def close(self) -> None:
        self._session.close()

    def _request_once(
        self, method: str, address: ServerAddress, body: str, headers: Mapping[str, str]
    ) -> tuple[DavResponse, str]:
        """The response to one request, and where a redirect leads."""
        if not self.address.trusts(address):
            raise FileError(
                f"{self.address.host} names {address.host}, another server; nothing was sent there;"
                " if that server is right, use its address"
            )
        kind = {"Content-Type": XML_TYPE} if body else {}
        status, fields, data = self._session.send(method, address, body, {**kind, **headers})
        # The session has tried a digest by then, too, where the server asked for one.
        if status == 401:
            self._refuse_password()
        # It asks for a pause (RFC 6585, 4; RFC 9110, 10.2.3). How long is up to the person: nothing waits
        # here.
        if status == 429 or (status == 503 and "Retry-After" in fields):
            raise FileError(f"{address.host} is busy; try again in some minutes")
        return _read(status, address, data), fields.get("Location", "")

    def _refuse_password(self) -> NoReturn:
        host, user = self.address.host, self.user
        if self._is_stored:
            raise FileError(
                f"{host} does not take the password of {user} that the key ring has; heartplanner publish"
                f" with --forget takes it out, then type another: {APP_PASSWORD}"
            )
        raise FileError(f"{host} does not take this password of {user}: check both; {APP_PASSWORD}")


def _read(status: int, address: ServerAddress, data: bytes) -> DavResponse:
    """A list must be XML; of a refusal its reason is read if it gives one in XML. Raises FileError."""
    from heartplanner.share.caldav.multistatus import parse_xml

    if status != MULTI_STATUS and status < 400:
        return DavResponse(status, address)
    try:
        root = parse_xml(data)
    except ValueError:
        if status == MULTI_STATUS:
            raise FileError(
                f"{address.host}: a calendar server would answer otherwise; check the address"
            ) from None
        return DavResponse(status, address)
    if status == MULTI_STATUS:
        return DavResponse(status, address, root)
    reason = " ".join(f"{element.tag} {element.text or ''}" for element in root.iter())
    return DavResponse(status, address, reason=reason)
