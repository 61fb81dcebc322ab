"""Answers to any bytes at all, and to connections that break off late."""

from __future__ import annotations

import errno
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartplanner.share.wifi import http_connection
from heartplanner.share.wifi.http_connection import HttpConnection, Limits, Stage
from heartplanner.share.wifi.http_response import SharedFile, respond

SHARED = SharedFile(
    "192.168.1.5:4000", "abcde-fghij-klmno-pqrst-uvwxyz", b"SECRET", '<form action="ADDRESS">'
)
GOOD = b"GET /abcde-fghij-klmno-pqrst-uvwxyz/HEART.ics HTTP/1.1\r\nHost: 192.168.1.5:4000\r\nA: b\r\n\r\n"


def test_the_good_one() -> None:
    assert respond(GOOD, SHARED).data.endswith(b"\r\n\r\nSECRET")


@given(st.integers(0, len(GOOD) - 1), st.binary(max_size=3), st.integers(0, 3))
def test_a_good_request_damaged_anywhere_gives_the_file_or_a_refusal(
    at: int, put: bytes, take: int
) -> None:
    raw = GOOD[:at] + put + GOOD[at + take :]
    found = respond(raw, SHARED)
    assert found.data.startswith((b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 303 ", b"HTTP/1.1 4"))
    if b"SECRET" in found.data:
        assert found.delivers_file
        assert b"/abcde-fghij-klmno-pqrst-uvwxyz/HEART.ics" in raw
        assert b": 192.168.1.5:4000\r\n" in raw.replace(b":192", b": 192").replace(b"\t", b" ")


@given(st.binary(max_size=200))
def test_any_bytes_are_refused(raw: bytes) -> None:
    assert respond(raw, SHARED).data.startswith(b"HTTP/1.1 400 ")


class Line:
    """A socket to a phone that is gone: all is taken, and the reset comes after its end."""

    def __init__(self) -> None:
        self.error = 0
        self.reads = [GOOD, b""]

    def setblocking(self, _: bool) -> None: ...

    def shutdown(self, _: int) -> None: ...

    def recv(self, _: int) -> bytes:
        return self.reads.pop(0)

    def send(self, data: memoryview) -> int:
        return len(data)

    def getsockopt(self, level: int, option: int) -> int:
        assert (level, option) == (socket.SOL_SOCKET, socket.SO_ERROR)
        return self.error


@pytest.mark.parametrize("error", [0, errno.ECONNRESET, errno.EPIPE])
def test_a_reset_that_comes_after_the_close_says_that_it_was_not_fetched(
    error: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = [1]
    monkeypatch.setattr(http_connection, "unacknowledged", lambda _: left[0])
    line = Line()
    connection = HttpConnection(line, "192.168.1.9", Limits(), 0)  # type: ignore[arg-type]
    connection.proceed(SHARED, 1)
    assert connection.stage is Stage.QUEUED
    connection.send(1)
    connection.proceed(SHARED, 1)
    assert connection.stage is Stage.LINGER
    assert not connection.has_delivered()
    left[0] = 0
    assert connection.has_delivered()
    connection.proceed(SHARED, 2)
    assert (connection.stage, connection.deadline) == (Stage.SETTLE, 3)
    line.error = error
    assert connection.has_delivered() == (error == 0)
