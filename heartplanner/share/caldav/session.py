"""The HTTP session of a calendar connection: no redirects, and answers of a certain size and time.

It is the library's own kind of session, so this is imported only where a connection is made.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final
from urllib.parse import urlsplit

from caldav.lib.http_sync import requests

from heartplanner.files.disk import FileError
from heartplanner.typed import override

Unreached = requests.RequestException
"""What the library raises where there is no answer."""

SECONDS: Final = 20
"""How long a server may be silent."""
LONGEST_ANSWER: Final = 120
"""Seconds that a whole answer may take."""
LIMIT: Final = 32_000_000
CHUNK: Final = 65_536
UNKNOWN: Final = ("resolve", "name or service", "nodename", "getaddrinfo")
"""How the systems say that there is no such host."""


class Session(requests.Session):  # type: ignore[misc]  # its types are not checked here
    """`near`: it talks to this machine, and so through no proxy that the environment names.

    It alone knows the password, and sends it with each request: where one goes is decided before.
    """

    def __init__(self, user: str, password: str, *, near: bool) -> None:
        super().__init__(disable_http3=True, revocation_configuration=None)
        self.trust_env = not near
        self._known = user, password
        self.auth = requests.auth.HTTPBasicAuth(user.encode(), password.encode())

    @override
    def request(self, method: str, url: str, **options: Any) -> Any:
        """Send a request; where the server only takes a digest of the password, once more with that."""
        with self._in_time(url):
            return self._answered(method, url, options)

    @contextmanager
    def _in_time(self, url: str) -> Iterator[None]:
        """Cut the connection where the whole is not done in time, whatever drips from it until then.

        `timeout` is only for each silence: a head in single letters, or one 100 Continue after another,
        would never end. Raises FileError.
        """
        late = threading.Event()

        def cut() -> None:
            late.set()
            for each in self._sockets():
                with suppress(OSError):
                    socket.socket.shutdown(each, socket.SHUT_RDWR)

        timer = threading.Timer(LONGEST_ANSWER, cut)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            if late.is_set():  # also where it looks well: what ends with its connection was cut
                host = urlsplit(url).hostname
                raise FileError(
                    f"{host} did not answer whole within {LONGEST_ANSWER} s; try again later,"
                    " nothing is written twice"
                )

    def _sockets(self) -> list[socket.socket]:
        """The open ones; the library has no way of its own to end a request from another thread."""
        managers = [getattr(each, "poolmanager", None) for each in self.adapters.values()]
        pools = [pool for manager in managers for pool in _members(manager, "pools")]
        found = [getattr(each, "sock", None) for pool in pools for each in _members(pool, "pool")]
        return [each for each in found if isinstance(each, socket.socket)]

    def _answered(self, method: str, url: str, options: dict[str, Any]) -> Any:
        options |= {"allow_redirects": False, "stream": True, "auth": self.auth}
        answer = super().request(method, url, **options)
        challenge = answer.headers.get("WWW-Authenticate", "").lower()
        asks_for_digest = "digest" in challenge and "basic" not in challenge
        if answer.status_code == 401 and asks_for_digest:
            answer.close()
            self.auth = requests.auth.HTTPDigestAuth(*self._known)
            answer = super().request(method, url, **{**options, "auth": self.auth})
        answer._content = _body(answer)  # noqa: SLF001  (as its own `content` does, but for any size)
        answer._content_consumed = True  # noqa: SLF001
        return answer


def _members(owner: Any, name: str) -> list[Any]:
    """What a pool of the library has, also what is in use."""
    return list(getattr(getattr(owner, name, None), "_registry", {}).values())


def trouble(error: Exception) -> str:
    """Why no answer came; the library's own words could repeat what was sent."""
    kinds = requests.exceptions
    text = str(error).lower()
    if isinstance(error, kinds.SSLError) or "certificate" in text:
        return "has no certificate that is valid for it; nothing was sent: check the address"
    if isinstance(error, kinds.Timeout):
        return f"did not answer within {SECONDS} s; try again later, nothing is written twice"
    if any(each in text for each in UNKNOWN):
        return "is not known: check the address and your network"
    return (
        "cannot be reached, or the connection was lost; try again later, nothing is written twice"
    )


def _body(answer: Any) -> bytes:
    """An answer's whole body, of a size that a calendar may have. Raises FileError."""
    found = bytearray()
    for chunk in answer.iter_content(CHUNK):
        found += chunk
        if len(found) > LIMIT:
            answer.close()
            raise FileError(
                f"{urlsplit(answer.url).hostname}: its answer is too long for a calendar"
            )
    return bytes(found)
