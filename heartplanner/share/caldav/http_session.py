"""HTTP/1.1 to a calendar server (RFC 9112) through http.client, with limits of time and size.

Every client, this one and requests, urllib3 and httpx alike, limits each silence only and so reads for
ever from a server that drips. What http.client has and they have not is a documented place where the
socket is made: by a second handle of it, a timer's thread cuts the connection.
Redirects are not followed, since whoever sends the password must decide where it goes; nor is an answer
asked for in compressed form, which could be of any size once it is unpacked.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Final, NamedTuple
from urllib.parse import SplitResult, quote, unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import truststore

from heartplanner import __version__
from heartplanner.files.disk import FileError
from heartplanner.share.caldav.address import HTTPS_PORT, RESERVED, ServerAddress
from heartplanner.share.caldav.authorization import Credentials
from heartplanner.typed import override

SECONDS: Final = 20
"""How long a server may be silent."""
LONGEST_ANSWER: Final = 120
"""Seconds that a whole answer may take."""
LIMIT: Final = 32_000_000
"""Bytes of an answer's body."""
CHUNK: Final = 65_536
USER_AGENT: Final = f"HeartPlanner/{__version__}"
AGAIN: Final = "try again later, nothing is written twice"


class RawResponse(NamedTuple):
    """What a server sent: its status, the fields of its head, and its whole body."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


class HttpSession:
    """Sends requests with the password of `user`: where one goes is decided before."""

    def __init__(self, user: str, password: str) -> None:
        self._credentials = Credentials(user, password)
        self._connections: dict[tuple[str, str, int], CuttableConnection] = {}

    def send(
        self, method: str, address: ServerAddress, body: str, headers: Mapping[str, str]
    ) -> RawResponse:
        """Send one request; where the server wants a digest of the password, once more with that.

        Raises FileError, one line without what was sent.
        """
        # One handshake for all requests of a run: hundreds of events would else need hundreds.
        connection = self._connections.get(address.origin)
        # An address as it was typed may hold letters of any language; what is quoted stays as it is.
        target = quote(urlsplit(address.url).path, safe=RESERVED)
        try:
            if connection is None:
                connection = self._connections[address.origin] = CuttableConnection(address)
            with connection.time_limit():
                for _ in range(
                    2
                ):  # never a third time: servers lock accounts after some wrong tries
                    sent = {**headers, "Authorization": self._credentials.header(method, target)}
                    response = connection.exchange(method, target, body.encode(), sent)
                    challenges = response.headers.get_all("WWW-Authenticate", [])
                    if response.status != 401 or not self._credentials.accept(challenges):
                        break
                return response
        # http.client raises plain ValueError where a server counts wrong, such as a chunk of -5 bytes.
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise FileError(f"{address.host} {explanation(error)}") from None

    def close(self) -> None:
        for connection in self._connections.values():
            connection.end()


class CuttableConnection(http.client.HTTPConnection):
    """Stays open from one request to the next; what takes too long is cut by a timer's thread."""

    def __init__(self, address: ServerAddress) -> None:
        proxy = _proxy_for(address)
        host, port = address.host, address.port
        if proxy is None:
            super().__init__(host, port, timeout=SECONDS)
        else:
            super().__init__(proxy.hostname or "", proxy.port or 80, timeout=SECONDS)
            # Also for plain HTTP: so the request and its address look the same with and without a proxy.
            self.set_tunnel(host, port, _proxy_headers(proxy))
        self.server = address
        self.default_port = HTTPS_PORT if address.scheme == "https" else 80
        # A second handle of the connection: TLS takes the first for itself, and it knows no cut.
        self.line: socket.socket | None = None
        self.is_late = threading.Event()

    @override
    def connect(self) -> None:
        """Connect, by TLS where the address says so. Raises OSError and FileError."""
        super().connect()
        self.line = self.sock.dup()
        self.line.settimeout(0)
        if self.is_late.is_set():  # it came before there was a line to cut
            raise TimeoutError
        if self.server.scheme == "https":
            context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # the system's authorities
            context.set_alpn_protocols(["http/1.1"])
            try:
                self.sock = context.wrap_socket(self.sock, server_hostname=self.server.host)
            except ssl.SSLError:
                raise FileError(
                    f"{self.server.host} has no certificate that is valid for it; nothing was sent:"
                    " check the address"
                ) from None

    def exchange(
        self, method: str, target: str, body: bytes, headers: Mapping[str, str]
    ) -> RawResponse:
        """Send a request and read the whole answer. Raises FileError, OSError, HTTPException."""
        # A request on a connection that is closed would fail, and may not be sent twice unseen.
        if self._was_closed_by_server():
            self.end()
        self.request(method, target, body or None, {"User-Agent": USER_AGENT, **headers})
        data = bytearray()
        with self.getresponse() as response:
            while chunk := response.read(CHUNK):
                data += chunk
                if len(data) > LIMIT:
                    raise FileError(f"{self.server.host}: its answer is too long for a calendar")
            if response.length:  # read() takes the end of a connection for the end of the body
                raise http.client.IncompleteRead(b"", response.length)
        if self.sock is None:  # the server said that this was the last answer
            self.end()
        return RawResponse(response.status, response.headers, bytes(data))

    @contextmanager
    def time_limit(self) -> Iterator[None]:
        """Close the connection on any error, and cut it where the whole is not done in time.

        Raises FileError where it was cut, also where the answer looks whole: one whose length nobody
        told ends with its connection.
        """
        self.is_late.clear()
        # shutdown() wakes the thread that reads; close(), on Linux, would let it wait on.
        timer = threading.Timer(LONGEST_ANSWER, self._cut)
        timer.daemon = True
        timer.start()
        try:
            yield
        # A half-read answer would be taken for the beginning of the next one.
        except BaseException:
            self.end()
            raise
        finally:
            timer.cancel()
            if self.is_late.is_set():
                self.end()
                raise FileError(
                    f"{self.server.host} did not finish its answer within {LONGEST_ANSWER} s; {AGAIN}"
                )

    def end(self) -> None:
        """Close both handles; close() itself may come before an answer is read, which can be cut still."""
        self.close()
        if self.line is not None:
            self.line.close()
            self.line = None

    def _cut(self) -> None:
        self.is_late.set()
        # Both, since a proxy may drip before there is a line.
        for handle in filter(None, (self.line, self.sock)):
            with suppress(OSError):
                handle.shutdown(socket.SHUT_RDWR)

    def _was_closed_by_server(self) -> bool:
        """Whether there is something to read where nothing was asked: the end, or what nobody wants."""
        if self.line is None:
            return False
        try:
            self.line.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return False
        except OSError:
            pass
        return True


def explanation(error: Exception) -> str:
    """Why no answer came; the library's own words could repeat what was sent."""
    match error:
        case TimeoutError():
            return f"did not answer within {SECONDS} s; {AGAIN}"
        case socket.gaierror() | UnicodeError():
            return "is not known: check the address and your network"
        case _:
            return f"cannot be reached, or the connection was lost; {AGAIN}"


def _proxy_for(address: ServerAddress) -> SplitResult | None:
    """The proxy that the system names; none for this machine. Raises FileError for an unusable one."""
    if address.is_loopback or proxy_bypass(address.host):
        return None
    named = getproxies()
    text = named.get(address.scheme) or named.get("all")
    if not text:
        return None
    try:
        proxy = urlsplit(text if "://" in text else f"http://{text}")
        is_address = bool(proxy.hostname) and proxy.port != 0
    except ValueError:
        is_address = False
    if not is_address:
        raise FileError(
            f"{address.host} cannot be asked: the proxy that this system names is not an address;"
            " correct it in the network settings, or in the environment variable https_proxy"
        )
    if proxy.scheme != "http":
        raise FileError(
            f"{address.host} cannot be asked through a {proxy.scheme} proxy, which this system names;"
            " only http proxies work"
        )
    return proxy


def _proxy_headers(proxy: SplitResult) -> dict[str, str]:
    if proxy.username is None:
        return {}
    credentials = Credentials(unquote(proxy.username), unquote(proxy.password or ""))
    return {"Proxy-Authorization": credentials.header("CONNECT", "")}
