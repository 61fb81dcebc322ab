"""Asking a server for a phone by raw sockets, as a good phone and as others would."""

from __future__ import annotations

import http.client
import re
import socket
import time
from collections.abc import Callable
from contextlib import suppress

from heartplanner.share.wifi.http_connection import Limits
from heartplanner.share.wifi.lan import LanServer

DATA = b"BEGIN:VCALENDAR\r\nX-ANY:1\r\nEND:VCALENDAR\r\n"
HERE = "127.0.0.1"
QUICK = Limits(settle=0)
Serve = Callable[..., LanServer]


class Clock:
    """Stands still until it is told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def until(true: Callable[[], object]) -> None:
    """Wait for what another thread does; a failure after ten seconds."""
    end = time.monotonic() + 10
    while not true():
        assert time.monotonic() < end
        time.sleep(0.002)


def parts(server: LanServer) -> tuple[str, str]:
    """Host with port, and token."""
    match = re.fullmatch(r"http://([^/]+)/([^/]+)", server.address)
    assert match
    return match[1], match[2]


def connect(server: LanServer) -> socket.socket:
    found = socket.create_connection((HERE, int(parts(server)[0].partition(":")[2])), timeout=10)
    found.settimeout(10)
    return found


def rest(sock: socket.socket) -> bytes:
    data = b""
    with suppress(ConnectionResetError):
        while more := sock.recv(1 << 20):
            data += more
    return data


def put(server: LanServer, raw: bytes) -> bytes:
    """The bytes with the right ones for HOST and TOKEN."""
    host, token = parts(server)
    return raw.replace(b"HOST", host.encode()).replace(b"TOKEN", token.encode())


def ask(server: LanServer, raw: bytes) -> bytes:
    """What comes back for these bytes."""
    with connect(server) as sock:
        sock.sendall(put(server, raw))
        return rest(sock)


def status(server: LanServer, raw: bytes) -> int:
    return int(ask(server, raw).split(b" ")[1])


def get(server: LanServer, path: str, method: str = "GET") -> http.client.HTTPResponse:
    host, token = parts(server)
    connection = http.client.HTTPConnection(host, timeout=10)
    connection.request(method, path.replace("TOKEN", token))
    response = connection.getresponse()
    response.body = response.read()  # type: ignore[attr-defined]
    connection.close()
    return response


def is_closed(server: LanServer) -> bool:
    try:
        connect(server).close()
    except ConnectionError:
        return True
    return False


FILE = b"GET /TOKEN/HEART.ics HTTP/1.1\r\nHost: HOST\r\n\r\n"
