"""One connection: its head is read, it gets one answer, and it is waited for until it has it."""

from __future__ import annotations

import socket
import sys
from enum import Enum, auto
from typing import NamedTuple

from heartplanner.share.wifi.http_response import BARE, END, Answer, Offer, answer, refusal


def unconfirmed(sock: socket.socket) -> int:
    """How many bytes the other side's system has not confirmed yet; 0 where this is not known."""
    if sys.platform != "linux":
        return 0
    import fcntl
    import termios

    found = fcntl.ioctl(sock.fileno(), termios.TIOCOUTQ, bytes(4))  # SIOCOUTQ, tcp(7)
    return int.from_bytes(found, sys.byteorder)


class Limits(NamedTuple):
    """Of the whole and of one connection, in seconds, bytes and numbers."""

    lasts: float = 600
    wrong: int = 50
    connections: int = 100
    head: float = 8
    head_bytes: int = 8192
    answer: float = 60
    linger: float = 8
    """How long a phone may take to close once all is sent."""
    settle: float = 1
    """How long after its close a reset may come that says it did not get it all."""


class Stage(Enum):
    """How far a connection is."""

    HEAD = auto()
    ANSWER = auto()
    LINGER = auto()
    SETTLE = auto()
    GONE = auto()


class Visitor:
    """A connection from `address`; `now` is the time in seconds from any beginning."""

    def __init__(self, sock: socket.socket, address: str, limits: Limits, now: float) -> None:
        self.sock, self.address = sock, address
        self.stage, self.deadline = Stage.HEAD, now + limits.head
        self.wrong = False
        """Whether it tried a wrong token."""
        self._limits = limits
        self._head = b""
        self._answer = Answer(b"")
        self._sent = 0
        sock.setblocking(False)

    def go_on(self, offer: Offer, now: float) -> None:
        """Go on as far as there is something to read, or room to write."""
        try:
            match self.stage:
                case Stage.HEAD:
                    self._read(offer, now)
                case Stage.ANSWER:
                    self._write(now)
                case Stage.LINGER:
                    self._wait(now)
                case Stage.SETTLE | Stage.GONE:
                    pass
        except (BlockingIOError, InterruptedError):
            pass
        except OSError:  # it went away: it is not said to anyone, and counts for nothing
            self.stage = Stage.GONE

    def has_it(self) -> bool:
        """Whether it has the whole file: it took the last byte, and no reset came back.

        Most close then; one that does not within its time took it all the same.
        """
        sent = self.stage is Stage.SETTLE or (
            self.stage is Stage.LINGER and not unconfirmed(self.sock)
        )
        whole = sent and self._answer.hands_over
        return whole and not self.sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)

    def _read(self, offer: Offer, now: float) -> None:
        data = self.sock.recv(self._limits.head_bytes + 1)
        self._head += data
        if not data:
            self.stage = Stage.GONE
        elif len(self._head) > self._limits.head_bytes:
            self._say(refusal(431), now)
        elif END in self._head or BARE.search(self._head):
            self._say(answer(self._head, offer), now)

    def _say(self, found: Answer, now: float) -> None:
        self._answer, self.wrong = found, found.wrong
        self.stage, self.deadline = Stage.ANSWER, now + self._limits.answer
        self._write(now)

    def _write(self, now: float) -> None:
        self._sent += self.sock.send(memoryview(self._answer.data)[self._sent :])
        if self._sent == len(self._answer.data):
            self.sock.shutdown(socket.SHUT_WR)
            self.stage, self.deadline = Stage.LINGER, now + self._limits.linger

    def _wait(self, now: float) -> None:
        """Until the other side closes, read and forget what comes: unread, it would undo the answer."""
        if not self.sock.recv(self._limits.head_bytes):
            self.stage, self.deadline = Stage.SETTLE, now + self._limits.settle
