"""One connection of the server for a phone: its head is read, one answer goes out, its end is awaited.

A state machine over a socket that never blocks (RFC 9112 for the bytes, RFC 9293, 3.6 for the end). That
a phone *has* a file shows only after the last byte was sent: its system confirms it, it closes, and no
reset comes back. So a connection lingers, and settles, before it counts as a delivery.
"""

from __future__ import annotations

import contextlib
import socket
import struct
import sys
from enum import Enum, auto
from typing import NamedTuple

from heartplanner.share.wifi.http_response import (
    BARE_LF,
    END_OF_HEAD,
    HttpResponse,
    SharedFile,
    refuse,
    refuse_file,
    respond,
)

RESET = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
"""Of SO_LINGER: close at once, forget what was not confirmed, and tell the other side by a reset."""


def unacknowledged(sock: socket.socket) -> int:
    """How many bytes the other side's system has not confirmed yet; 0 where this is not known."""
    if sys.platform != "linux":
        return 0
    import fcntl
    import termios

    count = fcntl.ioctl(sock.fileno(), termios.TIOCOUTQ, bytes(4))  # SIOCOUTQ, tcp(7)
    return int.from_bytes(count, sys.byteorder)


class Limits(NamedTuple):
    """Of the whole and of one connection, in seconds, bytes and numbers."""

    lasts: float = 600
    wrong: int = 50
    connections: int = 100
    """How many may have no answer yet: the oldest goes for a new one."""
    answered: int = 400
    """How many may have an answer on its way; others wait in the system's queue until one is done."""
    head: float = 8
    head_bytes: int = 8192
    answer: float = 60
    stall: float = 20
    """How long a phone may take nothing of its answer: others may wait for its place."""
    linger: float = 8
    """How long a phone may take to close once all is sent."""
    settle: float = 1
    """How long after its close a reset may come that says it did not get it all."""


class Stage(Enum):
    """How far a connection is. QUEUED: the file is asked for, and others may have the last of it."""

    HEAD = auto()
    QUEUED = auto()
    SENDING = auto()
    LINGER = auto()
    SETTLE = auto()
    CLOSED = auto()


class HttpConnection:
    """A connection from `address`; `now` is the time in seconds from any beginning."""

    def __init__(self, sock: socket.socket, address: str, limits: Limits, now: float) -> None:
        self.sock, self.address = sock, address
        self.stage, self.deadline = Stage.HEAD, now + limits.head
        self.has_wrong_token = False
        self._limits = limits
        self._head = b""
        self._response = HttpResponse(b"")
        self._sent, self._answer_end = 0, now
        sock.setblocking(False)

    def proceed(self, shared: SharedFile, now: float) -> None:
        """Go on as far as there is something to read, or room to write."""
        try:
            match self.stage:
                case Stage.HEAD:
                    self._read(shared, now)
                case Stage.SENDING:
                    self._write(now)
                case Stage.LINGER:
                    self._drain(now)
                case Stage.QUEUED | Stage.SETTLE | Stage.CLOSED:
                    pass
        except (BlockingIOError, InterruptedError):
            pass
        except OSError:  # it went away: it is not said to anyone, and counts for nothing
            self.stage = Stage.CLOSED

    def send(self, now: float) -> None:
        """Let the response go out; it is written as far as there is room."""
        self.stage, self._answer_end = Stage.SENDING, now + self._limits.answer
        self.deadline = min(self._answer_end, now + self._limits.stall)

    def close(self, *, over: bool) -> bool:
        """Close it; returns whether it has the whole file. `over`: nobody is given the file any more.

        One that waited for the file is told why it does not get it. One that was being sent it gets no
        more: what the system still keeps for it would else arrive, and two phones would have it.
        """
        delivered = self.has_delivered()
        with contextlib.suppress(OSError):  # it has gone away by itself
            if self.stage is Stage.QUEUED:
                # Nothing was sent to it yet, so the system has room for a sentence.
                self.sock.send(refuse_file(over=over).data)
                self.sock.shutdown(socket.SHUT_WR)
            elif self.holds_file() and not delivered:
                self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        self.sock.close()
        return delivered

    def holds_file(self) -> bool:
        """Whether the file is on its way, or there, and it is not known yet whether all of it is."""
        under_way = self.stage in (Stage.SENDING, Stage.LINGER, Stage.SETTLE)
        return under_way and self._response.delivers_file

    def has_delivered(self) -> bool:
        """Whether it has the whole file: it took the last byte, and no reset came back.

        Most close then; one that does not within its time took it all the same.
        """
        is_sent = self.stage is Stage.SETTLE or (
            self.stage is Stage.LINGER and not unacknowledged(self.sock)
        )
        is_whole = is_sent and self._response.delivers_file
        # A reset shows only here: reading is over by then, so no call would raise it.
        return is_whole and not self.sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)

    def _read(self, shared: SharedFile, now: float) -> None:
        # One byte more than is allowed, so that a head which is too long shows as such.
        data = self.sock.recv(self._limits.head_bytes + 1)
        self._head += data
        if not data:
            self.stage = Stage.CLOSED
        # A head without an end would else fill the memory.
        elif len(self._head) > self._limits.head_bytes:
            self._answer(refuse(431), now)
        # Who ends lines with a bare LF sends no other end: refused now, it need not wait for its time to
        # be over.
        elif END_OF_HEAD in self._head or BARE_LF.search(self._head):
            self._answer(respond(self._head, shared), now)

    def _answer(self, response: HttpResponse, now: float) -> None:
        self._response, self.has_wrong_token = response, response.has_wrong_token
        self.send(now)
        if response.delivers_file:  # the server says when: it knows who else is being sent it
            self.stage, self.deadline = Stage.QUEUED, self._answer_end

    def _write(self, now: float) -> None:
        # Each part that is taken buys time, but never more than an answer has in all: one cannot stay by
        # dripping.
        self._sent += self.sock.send(memoryview(self._response.data)[self._sent :])
        self.deadline = min(self._answer_end, now + self._limits.stall)
        if self._sent == len(self._response.data):
            # Half a close: the phone sees the end, and what it sends yet brings no reset upon the answer.
            self.sock.shutdown(socket.SHUT_WR)
            self.stage, self.deadline = Stage.LINGER, now + self._limits.linger

    def _drain(self, now: float) -> None:
        """Until the other side closes, read and forget what comes: unread, it would undo the answer."""
        if not self.sock.recv(self._limits.head_bytes):
            self.stage, self.deadline = Stage.SETTLE, now + self._limits.settle
