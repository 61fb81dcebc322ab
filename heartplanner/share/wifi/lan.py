"""One calendar file for a phone on the same Wi-Fi: a small server, in a thread of its own.

It serves one byte string from memory, at one address that nobody can guess, for ten minutes or until
it was fetched as often as wanted. It writes no log.
"""

from __future__ import annotations

import contextlib
import selectors
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable
from enum import Enum

from heartplanner.share.wifi.http_connection import Limits, Stage, Visitor
from heartplanner.share.wifi.http_response import Offer, new_token, page

EVENTS = {
    Stage.HEAD: selectors.EVENT_READ,
    Stage.ANSWER: selectors.EVENT_WRITE,
    Stage.LINGER: selectors.EVENT_READ,
}
"""What each stage of a connection waits for; the others wait for time alone."""


class LanError(Exception):
    """It cannot be served: one line that says where and what to do."""


class Ended(Enum):
    """Why nothing is served any more."""

    FETCHED = "fetched as often as wanted"
    TIME = "the time is over"
    WRONG = "too many wrong tries"
    STOPPED = "stopped"


class LanServer:
    """Serves `data` at an address of this machine until it was fetched `times` times (0: any number).

    It serves from the first, and is to be stopped. `clock` tells seconds, `token` makes what cannot be
    guessed. Raises LanError where the address cannot be used.
    """

    def __init__(
        self,
        data: bytes,
        address: str,
        times: int,
        *,
        clock: Callable[[], float] = time.monotonic,
        token: Callable[[], str] = new_token,
        limits: Limits | None = None,
    ) -> None:
        text = page()
        try:
            self._door = socket.create_server((address, 0), backlog=128)
        except OSError as error:
            raise LanError(
                f"{address}: it cannot be sent there ({error.strerror}); choose another network"
            ) from None
        self._door.setblocking(False)
        self._wake, self._waker = socket.socketpair()
        self._times, self._clock = times, clock
        self._limits = limits or Limits()
        host = f"{address}:{self._door.getsockname()[1]}"
        self._offer = Offer(host.removesuffix(":80"), token(), data, text)
        self._until = clock() + self._limits.lasts
        self._selector = selectors.DefaultSelector()
        self._visitors: list[Visitor] = []
        self._fetched = self._wrong = 0
        self._ended: Ended | None = None
        self._thread = threading.Thread(target=self._run, name="lan", daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        """What the phone opens."""
        return self._offer.address

    @property
    def fetched(self) -> int:
        """How often the whole file was fetched; once it is over, also by those who had just taken it."""
        return self._fetched

    @property
    def ended(self) -> Ended | None:
        """Why it is over; None while it is not."""
        return self._ended

    @property
    def seconds_left(self) -> float:
        return max(self._until - self._clock(), 0)

    def stop(self) -> None:
        """End at once: when this returns, every connection is closed and the port is free."""
        self._ended = self._ended or Ended.STOPPED
        with contextlib.suppress(OSError):  # it has ended by itself
            self._waker.send(b"!")
        self._thread.join()
        self._waker.close()

    def _run(self) -> None:
        self._selector.register(self._door, selectors.EVENT_READ)
        self._selector.register(self._wake, selectors.EVENT_READ)
        try:
            while not self._over():
                for key, _ in self._selector.select(self._pause()):
                    if key.fileobj is self._door:
                        self._let_in()
                    elif key.data is not None:
                        self._go_on(key.data)
                self._look_at_time()
        finally:
            self._ended = self._ended or Ended.STOPPED
            for each in self._visitors:
                self._fetched += each.has_it()
                each.sock.close()
            self._door.close()
            self._selector.close()
            self._wake.close()

    def _over(self) -> bool:
        if self._ended is None:
            if 0 < self._times <= self._fetched:
                self._ended = Ended.FETCHED
            elif self._wrong >= self._limits.wrong:
                self._ended = Ended.WRONG
            elif not self.seconds_left:
                self._ended = Ended.TIME
        return self._ended is not None

    def _pause(self) -> float:
        """Seconds until the next thing happens by itself."""
        first = min([self._until, *(each.deadline for each in self._visitors)])
        return max(first - self._clock(), 0)

    def _let_in(self) -> None:
        try:
            sock, (address, _) = self._door.accept()
        except (BlockingIOError, ConnectionAbortedError):  # it has gone again
            return
        except OSError:  # the system has no room for another
            self._make_room()
            return
        if len(self._visitors) >= self._limits.connections and not self._make_room():
            sock.close()
            return
        visitor = Visitor(sock, address, self._limits, self._clock())
        self._visitors.append(visitor)
        self._selector.register(sock, selectors.EVENT_READ, visitor)

    def _make_room(self) -> bool:
        """Send away the oldest connection without an answer, of the machine that has the most of all."""
        many = Counter(each.address for each in self._visitors)
        idle = [each for each in self._visitors if each.stage is not Stage.ANSWER]
        if idle:
            self._send_away(max(idle, key=lambda each: many[each.address]))
        return bool(idle)

    def _go_on(self, visitor: Visitor) -> None:
        if visitor.sock.fileno() < 0:  # sent away meanwhile, in the same round
            return
        visitor.go_on(self._offer, self._clock())
        self._wrong += visitor.wrong
        visitor.wrong = False
        if visitor.stage is Stage.GONE:
            self._send_away(visitor)
        elif visitor.stage in EVENTS:
            self._selector.modify(visitor.sock, EVENTS[visitor.stage], visitor)
        else:
            self._selector.unregister(visitor.sock)

    def _look_at_time(self) -> None:
        now = self._clock()
        for visitor in [each for each in self._visitors if each.deadline <= now]:
            self._fetched += visitor.has_it()
            self._send_away(visitor)

    def _send_away(self, visitor: Visitor) -> None:
        if visitor.sock in self._selector.get_map():
            self._selector.unregister(visitor.sock)
        visitor.sock.close()
        self._visitors.remove(visitor)
