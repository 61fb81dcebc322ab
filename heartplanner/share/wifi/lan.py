"""One calendar file for a phone on the same Wi-Fi: a small HTTP server, in a thread of its own.

One loop over a selector waits for all connections at once (the reactor pattern), so that a slow one costs
a socket and no thread. It serves one byte string from memory, at one address that nobody can guess, for
ten minutes or until it was fetched as often as wanted. It writes no log.
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

from heartplanner.share.wifi.http_connection import HttpConnection, Limits, Stage
from heartplanner.share.wifi.http_response import SharedFile, load_page, new_token

EVENTS = {
    Stage.HEAD: selectors.EVENT_READ,
    Stage.SENDING: selectors.EVENT_WRITE,
    Stage.LINGER: selectors.EVENT_READ,
}
"""What each stage of a connection waits for; the others wait for their turn or for time alone."""
BACKLOG = 512
"""How many may wait in the system's queue until there is room for them."""


class LanError(Exception):
    """It cannot be served: one line that says where and what to do."""


class EndReason(Enum):
    """Why nothing is served any more."""

    FETCHED = "fetched as often as wanted"
    TIME = "the time is over"
    WRONG = "too many wrong tries"
    STOPPED = "stopped"


def _listener(address: str) -> socket.socket:
    """What waits for phones at this address. Raises LanError."""
    try:
        # At one address alone: who is in another network of this machine is not served. Port 0 is any
        # free one.
        listener = socket.create_server((address, 0), backlog=BACKLOG)
    except OSError as error:
        raise LanError(
            f"{address}: it cannot be sent there ({error.strerror}); choose another network"
        ) from None
    listener.setblocking(False)
    return listener


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
        page = load_page()
        self._listener = _listener(address)
        self._wake, self._waker = socket.socketpair()  # a byte through it ends the wait in select()
        self._times, self._clock = times, clock
        self._limits = limits or Limits()
        host = f"{address}:{self._listener.getsockname()[1]}"
        self._shared = SharedFile(host.removesuffix(":80"), token(), data, page)
        self._until = clock() + self._limits.lasts
        self._selector = selectors.DefaultSelector()
        self._connections: list[HttpConnection] = []
        self._fetched = self._wrong_tries = 0
        self._ended: EndReason | None = None
        # A daemon: a program that ends waits for no phone.
        self._thread = threading.Thread(target=self._run, name="lan", daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        """What the phone opens."""
        return self._shared.address

    @property
    def fetched(self) -> int:
        """How often the whole file was fetched; once it is over, also by those who had just taken it."""
        return self._fetched

    @property
    def ended(self) -> EndReason | None:
        """Why it is over; None while it is not."""
        return self._ended

    @property
    def seconds_left(self) -> float:
        return max(self._until - self._clock(), 0)

    def stop(self) -> None:
        """End at once: when this returns, every connection is closed and the port is free."""
        self._ended = self._ended or EndReason.STOPPED
        with contextlib.suppress(OSError):  # it has ended by itself
            self._waker.send(b"!")
        self._thread.join()
        self._waker.close()

    def _run(self) -> None:
        self._selector.register(self._wake, selectors.EVENT_READ)
        try:
            while not self._is_over():
                self._listen()
                for key, _ in self._selector.select(self._seconds_to_wait()):
                    if key.fileobj is self._listener:
                        self._accept()
                    elif key.data is not None:
                        self._proceed(key.data)
                # In this order: what has just proven to be whole is counted before more goes out.
                self._close_expired()
                self._send_queued()
        finally:
            self._ended = self._ended or EndReason.STOPPED
            # Who had taken the last byte has the file, though there is no time left to see them close.
            for connection in self._connections:
                self._fetched += connection.close(over=True)
            self._listener.close()
            self._selector.close()
            self._wake.close()

    def _is_over(self) -> bool:
        if self._ended is None:
            # In this order: what was fetched as often as wanted ended well, even if the time is over too.
            if 0 < self._times <= self._fetched:
                self._ended = EndReason.FETCHED
            elif self._wrong_tries >= self._limits.wrong:
                self._ended = EndReason.WRONG
            elif not self.seconds_left:
                self._ended = EndReason.TIME
        return self._ended is not None

    def _seconds_to_wait(self) -> float:
        """Until the next thing happens by itself."""
        first = min([self._until, *(connection.deadline for connection in self._connections)])
        return max(first - self._clock(), 0)

    def _listen(self) -> None:
        """Accept whom there is room for; the others wait in the system's queue, which refuses nobody."""
        answered = len(self._connections) - len(self._evictable())
        has_room = answered < self._limits.answered
        listens = self._listener in self._selector.get_map()
        if has_room and not listens:
            self._selector.register(self._listener, selectors.EVENT_READ)
        elif listens and not has_room:
            self._selector.unregister(self._listener)

    def _accept(self) -> None:
        try:
            sock, (address, _) = self._listener.accept()
        except (BlockingIOError, ConnectionAbortedError):  # it has gone again
            return
        except OSError:  # the system has no room for another
            self._evict()
            return
        if len(self._evictable()) >= self._limits.connections:
            self._evict()
        connection = HttpConnection(sock, address, self._limits, self._clock())
        self._connections.append(connection)
        self._watch(connection)

    def _evict(self) -> None:
        """Close the oldest connection that may go, of the machine that has the most of all."""
        counts = Counter(connection.address for connection in self._connections)
        # Of the busiest machine: one that opens many connections pushes out its own. They stand in the
        # order in which they came, and max() gives the first of equals: the oldest.
        if evictable := self._evictable():
            self._close(max(evictable, key=lambda connection: counts[connection.address]))

    def _evictable(self) -> list[HttpConnection]:
        """Those that may go: none that is being answered, nor that may have the file, uncounted yet."""
        return [
            connection
            for connection in self._connections
            if connection.stage is not Stage.SENDING and not connection.holds_file()
        ]

    def _proceed(self, connection: HttpConnection) -> None:
        # The selector gave this round's list before any of it was handled.
        if connection.sock.fileno() < 0:  # evicted meanwhile, in the same round
            return
        connection.proceed(self._shared, self._clock())
        self._wrong_tries += connection.has_wrong_token
        connection.has_wrong_token = False
        if connection.stage is Stage.CLOSED:
            self._close(connection)
        else:
            self._watch(connection)

    def _send_queued(self) -> None:
        """Let the file out to no more phones at once than it is still wanted by.

        Whether one has it whole is known only a second later: if all who ask were sent it meanwhile,
        "after one phone" would be after hundreds. If one breaks off, the next in the queue has its turn;
        who waits in vain is told so.
        """
        queued = [
            connection for connection in self._connections if connection.stage is Stage.QUEUED
        ]
        under_way = sum(connection.holds_file() for connection in self._connections)
        wanted = self._times - self._fetched - under_way if self._times else len(queued)
        for connection in queued[: max(wanted, 0)]:
            connection.send(self._clock())
            self._watch(connection)

    def _close_expired(self) -> None:
        now = self._clock()
        for connection in [
            connection for connection in self._connections if connection.deadline <= now
        ]:
            self._close(connection)

    def _watch(self, connection: HttpConnection) -> None:
        """Wait for what the stage of a connection needs."""
        if connection.sock in self._selector.get_map():
            self._selector.unregister(connection.sock)
        if connection.stage in EVENTS:
            self._selector.register(connection.sock, EVENTS[connection.stage], connection)

    def _close(self, connection: HttpConnection) -> None:
        if connection.sock in self._selector.get_map():
            self._selector.unregister(connection.sock)
        self._fetched += connection.close(over=False)
        self._connections.remove(connection)
