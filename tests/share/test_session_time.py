"""Servers that never come to an end, one byte at a time: each request has one limit for the whole."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from scenes import SPAN
from servers import PASSWORD, USER

from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.disk import FileError
from heartplanner.share.caldav import session
from heartplanner.share.caldav.address import address
from heartplanner.share.caldav.connection import Connection
from heartplanner.share.caldav.sync import Keeping, look

HEAD = b"HTTP/1.1 207 x\r\nContent-Type: text/xml\r\n"


@contextmanager
def dripping(first: bytes, then: bytes) -> Iterator[tuple[str, list[int]]]:
    """A server that begins an answer, and goes on with the same bytes; how often it was asked."""
    asked: list[int] = []
    ended = threading.Event()

    def drip(client: socket.socket) -> None:
        with client, suppress(OSError):
            client.recv(65_536)
            client.sendall(first)
            while not ended.wait(0.02):
                client.sendall(then)

    def serve(server: socket.socket) -> None:
        with suppress(OSError):
            while True:
                client, _ = server.accept()
                asked.append(1)
                threading.Thread(target=drip, args=(client,), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=serve, args=(server,), daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}", asked
        ended.set()
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (b"HT", b"T"),
        (b"HTTP/1.1 207 x\r\nX: ", b"y"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (HEAD + b"Content-Length: 1000000\r\n\r\n", b" "),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
        (HEAD + b"Connection: close\r\n\r\n", b" "),
    ],
    ids=["status", "head", "continue", "length", "chunks", "close"],
)
def test_an_answer_that_drips_for_ever_is_cut(
    tmp_path: Path, example: Plan, monkeypatch: pytest.MonkeyPatch, first: bytes, then: bytes
) -> None:
    monkeypatch.setattr(session, "LONGEST_ANSWER", 0.3)
    said: list[str] = []

    def ask(url: str) -> None:
        with closing(Connection(address(url), USER, PASSWORD)) as connection:
            try:
                look(connection, Keeping(Schedule(example), tmp_path / "plan.json", SPAN))
            except FileError as error:
                said.append(str(error))

    with dripping(first, then) as (url, asked):
        thread = threading.Thread(target=ask, args=(url,), daemon=True)
        thread.start()
        thread.join(10)
        assert not thread.is_alive()
    assert len(said) == 1
    assert "did not answer whole within" in said[0]
    assert len(asked) == 1
