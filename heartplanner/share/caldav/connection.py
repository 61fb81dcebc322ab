"""One account on a calendar server: requests with time and size limits, and errors in one line.

The requests go through the library `caldav`, loaded only here. It would follow redirects with the
password and take answers of any size: the session that it gets here does not.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from heartplanner.files.disk import FileError
from heartplanner.share.caldav.address import Address

if TYPE_CHECKING:
    from caldav.davclient import DAVClient

INSTALL = "this needs two more packages: pip install 'heartplanner[caldav]'"
REDIRECTS = (301, 302, 307, 308)
MOST_REDIRECTS = 5
APP_PASSWORD = (
    "iCloud, Fastmail and others take only an app password, which is made in the account's settings"
)


class Answer(NamedTuple):
    """What a server said: its status, from which address, and the XML's root if there is any.

    `why`: the names of the conditions that it says are not met (RFC 4918, 16), and its own words.
    """

    status: int
    address: Address
    tree: Any
    why: str = ""

    @property
    def good(self) -> bool:
        return 200 <= self.status < 300


class SentOnError(FileError):
    """The server sends on to another one, which is not asked."""


class Connection:
    """Talks to the server at `address` as `user`. Every method raises FileError, one line."""

    def __init__(
        self, address: Address, user: str, password: str, *, recalled: bool = False
    ) -> None:
        """`recalled`: the password is the key ring's, which is said where it is refused."""
        self._recalled = recalled
        self.address = address
        self.user = user
        self._client = _client(address, user, password)

    def ask(
        self,
        method: str,
        address: Address,
        body: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Send one request; where the server sends a question on within its origin, ask there."""
        for _ in range(MOST_REDIRECTS):
            answer, location = self._once(method, address, body, dict(headers or {}))
            if answer.status not in REDIRECTS:
                return answer
            target = address.joined(location)
            if target.origin != address.origin or method != "PROPFIND":
                raise SentOnError(
                    f"{address.host} sends on to {target.host}; nothing was sent there:"
                    " if it is right, give that address"
                )
            address = target
        raise SentOnError(f"{address.host} sends on without an end; check the address")

    def close(self) -> None:
        self._client.close()

    def _once(
        self, method: str, address: Address, body: str, headers: dict[str, str]
    ) -> tuple[Answer, str]:
        if not self.address.trusts(address):
            raise FileError(
                f"{self.address.host} names {address.host}, another server; nothing was sent there:"
                " if it is right, give that address"
            )
        from caldav.lib.error import AuthorizationError, DAVError, RateLimitError
        from lxml.etree import LxmlError

        from heartplanner.share.caldav.session import Unreached, trouble

        try:
            found = self._client.request(address.url, method, body, headers)
        except AuthorizationError as refusal:
            if refusal.status == 401:
                self._refuse_password()
            return Answer(403, address, None, " ".join(refusal.preconditions)), ""
        except RateLimitError:
            raise FileError(f"{address.host} is busy; try again in some minutes") from None
        except (DAVError, LxmlError, ValueError):
            raise FileError(
                f"{address.host}: no answer of a calendar server; check the address"
            ) from None
        except Unreached as error:
            raise FileError(f"{address.host} {trouble(error)}") from None
        why = "" if found.tree is None or found.status < 400 else _words(found.tree)
        location = str(found.headers.get("Location", ""))
        return Answer(found.status, address, found.tree, why), location

    def _refuse_password(self) -> NoReturn:
        host, user = self.address.host, self.user
        if self._recalled:
            raise FileError(
                f"{host} does not take the password of {user} that the key ring has; heartplanner publish"
                f" with --forget takes it out, then type another: {APP_PASSWORD}"
            )
        raise FileError(f"{host} does not take this password of {user}: check both; {APP_PASSWORD}")


def _words(tree: Any) -> str:
    return " ".join(f"{each.tag} {each.text or ''}" for each in tree.iter("*"))


def installed() -> bool:
    """Whether the libraries are there that this needs."""
    from importlib.util import find_spec

    return find_spec("caldav") is not None and find_spec("keyring") is not None


def _client(address: Address, user: str, password: str) -> DAVClient:
    try:
        from caldav.davclient import DAVClient

        from heartplanner.share.caldav.session import SECONDS, Session
    except ImportError:
        raise FileError(INSTALL) from None
    logging.getLogger("caldav").setLevel(logging.CRITICAL)  # what is odd is said in our own lines
    client = DAVClient(address.url, timeout=SECONDS, enable_rfc6764=False)
    client.session = Session(user, password, near=address.near)
    return client
