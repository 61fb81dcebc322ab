"""How long the server for a phone serves, whom it counts, and how it fares in a flood."""

from __future__ import annotations

import socket
import sys
import threading
from contextlib import ExitStack, suppress

import pytest
from lan_asking import (
    DATA,
    FILE,
    HERE,
    Clock,
    Serve,
    ask,
    connect,
    get,
    is_closed,
    parts,
    put,
    rest,
    status,
    until,
)

from heartplanner.share.wifi.http_connection import RESET, Limits, Stage, unacknowledged
from heartplanner.share.wifi.http_response import OVER, TAKEN
from heartplanner.share.wifi.lan import EndReason, LanServer

BIG = DATA * 200_000  # more than any system takes at once


def test_a_head_may_come_byte_by_byte_and_takes_no_more_than_8_seconds(serve: Serve) -> None:
    clock = Clock()
    server = serve(clock=clock)
    raw = put(server, FILE)
    with connect(server) as slow, connect(server) as slower:
        for at in range(len(raw)):
            slow.send(raw[at : at + 1])
        assert rest(slow).endswith(DATA)
        slower.send(raw[:10])
        until(lambda: any(each._head for each in server._connections))
        clock.now += 7.9
        assert status(server, FILE) == 200
        assert server._connections
        clock.now += 0.2
        assert status(server, FILE) == 200
        assert rest(slower) == b""


def test_it_ends_after_ten_minutes(serve: Serve) -> None:
    clock = Clock()
    server = serve(clock=clock)
    clock.now += 599
    assert (status(server, FILE), server.seconds_left) == (200, 1)
    clock.now += 1
    with suppress(ConnectionError):
        ask(server, FILE)  # it looks at the clock when something happens; at a real one by itself
    until(lambda: is_closed(server))
    assert (server.ended, server.seconds_left) == (EndReason.TIME, 0)


@pytest.mark.parametrize("times", [1, 3])
def test_it_ends_once_it_was_fetched_as_often_as_wanted(serve: Serve, times: int) -> None:
    server = serve(times=times)
    for count in range(times):
        assert get(server, "/TOKEN").status == 200
        assert get(server, "/TOKEN/HEART.ics", "HEAD").status == 200
        assert server.ended is None
        assert get(server, "/TOKEN/HEART.ics").body == DATA
        until(lambda done=count + 1: server.fetched == done)
    until(lambda: is_closed(server))
    assert server.ended is EndReason.FETCHED


@pytest.mark.parametrize("times", [1, 3])
def test_of_300_quick_clients_no_more_get_the_file_than_were_wanted(
    serve: Serve, times: int
) -> None:
    clock = Clock()
    server = serve(times=times, clock=clock, limits=Limits())
    with ExitStack() as stack:
        clients = [stack.enter_context(connect(server)) for _ in range(300)]
        for client in clients:
            with suppress(ConnectionError):  # where there are more than 100, some are let go
                client.sendall(put(server, FILE))
        until(lambda: sum(each.has_delivered() for each in server._connections) == times)
        assert get(server, "/TOKEN").status == 200
        assert (server.fetched, server.ended) == (0, None)
        assert queued(server) > 50
        clock.now += 9
        with suppress(OSError):
            connect(server).close()  # something happens, and it looks at the clock
        until(lambda: server.ended)
        server.stop()
        answers = [rest(client) for client in clients]
    whole = [each for each in answers if each.endswith(DATA)]
    assert len(whole) == times
    assert all(is_refusal(each) for each in answers if each not in whole)
    # About 100 wait to the end; of the others, who was pushed out is told that it is another's turn.
    assert sum(OVER.encode() in each for each in answers) > 50
    assert (server.fetched, server.ended) == (times, EndReason.FETCHED)


def test_300_quick_clients_have_the_file_where_any_number_may(serve: Serve) -> None:
    server = serve(limits=Limits(settle=0.05))
    with ExitStack() as stack:
        clients = []
        for _ in range(300):
            clients.append(stack.enter_context(connect(server)))
            clients[-1].sendall(put(server, FILE))
        for client in clients:
            assert rest(client).endswith(DATA)
            client.close()
    until(lambda: server.fetched == 300)


def test_who_comes_while_all_places_are_taken_waits_for_one(serve: Serve) -> None:
    server = serve(limits=Limits(settle=0, answered=1))
    with connect(server) as first, connect(server) as second:
        first.sendall(put(server, FILE))
        assert rest(first).endswith(DATA)
        until(lambda: lingers(server))
        second.sendall(put(server, FILE))
        with connect(server) as third:
            third.sendall(put(server, FILE))
            first.close()
            assert rest(second).endswith(DATA)
            second.close()
            assert rest(third).endswith(DATA)


def test_where_one_phone_breaks_off_the_next_in_the_queue_has_its_turn(serve: Serve) -> None:
    server = serve(BIG, times=1)
    with connect(server) as first, connect(server) as second, connect(server) as third:
        for client in (first, second, third):
            client.sendall(put(server, FILE))
            until(lambda: any(each.holds_file() for each in server._connections))
        assert first.recv(1)
        until(lambda: queued(server) == 2)
        first.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        first.close()
        assert rest(second).endswith(DATA)
        second.close()
        assert OVER.encode() in rest(third)
    until(lambda: server.ended is EndReason.FETCHED)
    assert server.fetched == 1


class Crowd:
    """Many phones at once, each in a thread of its own; `breaks`: how many give up half way."""

    def __init__(self, server: LanServer, phones: int, breaks: int = 0) -> None:
        self.whole, self.refused, self.broken, self._breaks = 0, 0, 0, breaks
        self._server, self._lock, self._at_once = (
            server,
            threading.Lock(),
            threading.Barrier(phones),
        )
        self.threads = [threading.Thread(target=self._fetch) for _ in range(phones)]
        for thread in self.threads:
            thread.start()

    def _fetch(self) -> None:
        self._at_once.wait(10)
        answer = b""
        with suppress(OSError), connect(self._server) as sock:
            sock.settimeout(30)  # it waits for its turn
            sock.sendall(put(self._server, FILE))
            answer = sock.recv(1000)
            if answer.startswith(b"HTTP/1.1 200") and self._gives_up():
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                return
            answer += rest(sock)
        self._count(answer)

    def _gives_up(self) -> bool:
        with self._lock:
            gives_up = self.broken < self._breaks
            self.broken += gives_up
        return gives_up

    def _count(self, answer: bytes) -> None:
        with self._lock:
            self.whole += answer.startswith(b"HTTP/1.1 200") and answer.endswith(DATA)
            self.refused += is_refusal(answer)


def is_refusal(answer: bytes) -> bool:
    """A sentence of why, or, where it came too late or was too many, a closed connection."""
    return answer == b"" or any(told.encode() in answer for told in (OVER, TAKEN))


@pytest.mark.parametrize("phones", [2, 99])
def test_of_many_phones_at_once_exactly_one_gets_the_whole_file(serve: Serve, phones: int) -> None:
    server = serve(BIG, times=1, limits=Limits(settle=0))
    crowd = Crowd(server, phones)
    for thread in crowd.threads:
        thread.join()
    assert (crowd.whole, crowd.refused) == (1, phones - 1)
    assert (server.fetched, server.ended) == (1, EndReason.FETCHED)


def test_each_that_breaks_off_half_way_gives_the_turn_to_the_next(serve: Serve) -> None:
    server = serve(BIG, times=1, limits=Limits(settle=0))
    crowd = Crowd(server, phones=40, breaks=7)
    for thread in crowd.threads:
        thread.join()
    assert (crowd.broken, crowd.whole, crowd.refused) == (7, 1, 32)
    assert (server.fetched, server.ended) == (1, EndReason.FETCHED)


def test_one_that_takes_nothing_gives_its_place_to_who_waits(serve: Serve) -> None:
    clock = Clock()
    server = serve(BIG, times=1, clock=clock)
    with connect(server) as stalled, connect(server) as waiting:
        stalled.sendall(put(server, FILE))
        until(lambda: any(connection.holds_file() for connection in server._connections))
        waiting.sendall(put(server, FILE))
        until(lambda: queued(server) == 1)
        clock.now += 21
        assert status(server, FILE.replace(b"/HEART.ics", b"")) == 200
        assert rest(waiting).endswith(DATA)
    until(lambda: server.ended is EndReason.FETCHED)


def queued(server: LanServer) -> int:
    return sum(each.stage is Stage.QUEUED for each in server._connections)


def test_who_waits_for_a_turn_in_vain_is_let_go(serve: Serve) -> None:
    clock = Clock()
    server = serve(BIG, times=1, clock=clock)
    with connect(server) as slow, connect(server) as waiting:
        slow.sendall(put(server, FILE))
        assert slow.recv(1)
        waiting.sendall(put(server, FILE))
        until(lambda: queued(server) == 1)
        clock.now += 61
        assert status(server, FILE.replace(b"/HEART.ics", b"")) == 200
        assert TAKEN.encode() in rest(waiting)
    assert server.fetched == 0


def test_head_has_the_fields_alone(serve: Serve) -> None:
    server = serve()
    whole, head = ask(server, FILE), ask(server, FILE.replace(b"GET", b"HEAD"))
    assert whole == head + DATA


@pytest.mark.parametrize("read", [0, 1000, 1_000_000])
@pytest.mark.parametrize("reset", [True, False])
def test_what_was_broken_off_does_not_count(serve: Serve, read: int, reset: bool) -> None:
    server = serve(BIG, times=1)
    with connect(server) as sock:
        sock.sendall(put(server, FILE))
        while read > 0:
            read -= len(sock.recv(read))
        if reset:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    until(lambda: not server._connections)
    assert (server.fetched, server.ended) == (0, None)
    assert get(server, "/TOKEN/HEART.ics").body == BIG
    until(lambda: server.ended is EndReason.FETCHED)


@pytest.mark.parametrize("waits", [True, False])
def test_a_small_file_that_nobody_read_does_not_count(serve: Serve, waits: bool) -> None:
    server = serve(times=1)
    with connect(server) as sock:
        sock.sendall(put(server, FILE))
        if waits:
            assert sock.recv(1, socket.MSG_PEEK)
    assert get(server, "/TOKEN").status == 200
    until(lambda: not server._connections)
    assert (server.fetched, server.ended) == (0, None)


def lingers(server: LanServer) -> bool:
    """Whether a phone has all, as its system has confirmed, and has not closed yet."""
    return any(
        each.stage is Stage.LINGER and not unacknowledged(each.sock) for each in server._connections
    )


def test_one_that_took_it_all_and_never_closes_counts_and_is_sent_away(serve: Serve) -> None:
    clock = Clock()
    server = serve(clock=clock)
    with connect(server) as sock:
        sock.sendall(put(server, FILE))
        assert rest(sock).endswith(DATA)
        until(lambda: lingers(server))
        clock.now += 9
        ask(server, b"GET / HTTP/1.1\r\nHost: HOST\r\n\r\n")
        until(lambda: not server._connections)
    assert server.fetched == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says what was confirmed")
def test_one_that_takes_no_more_and_never_closes_does_not_count(serve: Serve) -> None:
    clock = Clock()
    middling = DATA * 1500  # fits into what the two systems keep, but not into the small one's
    server = serve(middling, clock=clock)
    with socket.socket() as sock:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        sock.settimeout(10)
        host, _, port = parts(server)[0].partition(":")
        sock.connect((host, int(port)))
        sock.sendall(put(server, FILE))
        until(lambda: any(each.stage is Stage.LINGER for each in server._connections))
        clock.now += 9
        ask(server, b"GET / HTTP/1.1\r\nHost: HOST\r\n\r\n")
        until(lambda: not server._connections)
        # What the system had taken does not arrive afterwards: the next would have it as well.
        assert len(rest(sock)) < len(middling)
    assert server.fetched == 0


@pytest.mark.parametrize("closes", [True, False])
@pytest.mark.parametrize("by_time", [True, False])
def test_what_was_just_taken_when_it_ends_counts(serve: Serve, closes: bool, by_time: bool) -> None:
    clock = Clock()
    server = serve(clock=clock, limits=Limits(settle=1, lasts=600 if by_time else 10_000))
    with connect(server) as sock:
        sock.sendall(put(server, FILE))
        assert rest(sock).endswith(DATA)
        if closes:
            sock.shutdown(socket.SHUT_WR)
            until(lambda: any(each.stage is Stage.SETTLE for each in server._connections))
        until(lambda: closes or lingers(server))
        assert server.fetched == 0
        clock.now += 600 if by_time else 0
        if by_time:
            with suppress(OSError):
                connect(server).close()  # something happens, and it looks at the clock
            until(lambda: server.ended)
        server.stop()
    assert server.ended is (EndReason.TIME if by_time else EndReason.STOPPED)
    assert server.fetched == 1


def test_a_thousand_slow_connections_keep_nobody_out(serve: Serve) -> None:
    resource = pytest.importorskip("resource", reason="no limit of open files to lift here")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, hard), hard))
    server = serve(limits=Limits(settle=0, head=1000))
    with ExitStack() as stack:
        for at in range(1000):
            slow = stack.enter_context(connect(server))
            with suppress(ConnectionError):
                slow.send(b"GET /")
            if at % 100 == 99:
                assert get(server, "/TOKEN/HEART.ics").body == DATA
        assert len(server._connections) <= 100
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    until(lambda: server.fetched == 10)
    assert server.ended is None


def test_one_machine_with_many_connections_drives_out_its_own(serve: Serve) -> None:
    server = serve(limits=Limits(settle=0, head=1000, connections=3))
    raw = put(server, FILE)
    with ExitStack() as stack:
        try:
            first = socket.create_connection(
                (HERE, server._listener.getsockname()[1]), 10, ("127.0.0.2", 0)
            )
        except OSError:
            pytest.skip("this machine has one loopback address")
        stack.enter_context(first)
        for _ in range(20):
            stack.enter_context(connect(server))
        assert get(server, "/TOKEN").status == 200
        first.sendall(raw)
        assert rest(first).endswith(DATA)


def test_one_sent_away_in_the_round_in_which_it_speaks_harms_nobody(serve: Serve) -> None:
    heard, go = threading.Event(), threading.Event()
    servers: list[LanServer] = []

    def gate() -> float:
        if servers and any(each._head for each in servers[0]._connections):
            heard.set()
            assert go.wait(10)
        return 0

    servers.append(serve(limits=Limits(settle=0, connections=2), clock=gate))
    with connect(servers[0]) as oldest, connect(servers[0]) as holding:
        holding.send(b"G")
        assert heard.wait(10)
        with connect(servers[0]) as newest:  # drives out the oldest, which speaks in the same round
            oldest.send(b"G")
            go.set()
            newest.sendall(put(servers[0], FILE))
            assert rest(newest).endswith(DATA)


@pytest.mark.parametrize("raw", [b"", b"GET /"])
def test_a_head_that_is_broken_off_is_let_go_at_once(serve: Serve, raw: bytes) -> None:
    server = serve(clock=Clock())
    with connect(server) as sock:
        sock.sendall(raw)
        until(lambda: server._connections)
    until(lambda: not server._connections)
    assert status(server, FILE) == 200


def test_stopping_closes_everything_at_once_and_frees_the_port(serve: Serve) -> None:
    server = serve(BIG)
    host, _ = parts(server)
    with connect(server) as fetching, connect(server) as waiting:
        fetching.sendall(put(server, FILE))
        assert fetching.recv(10)
        waiting.send(b"GET")
        server.stop()
        assert not server._thread.is_alive()
        assert rest(waiting) == b""
        assert len(rest(fetching)) < len(BIG)
    socket.create_server((HERE, int(host.partition(":")[2]))).close()
    assert server.ended is EndReason.STOPPED
    server.stop()


def test_the_real_clock_ends_it_by_itself(serve: Serve) -> None:
    server = serve(limits=Limits(lasts=0.01))
    until(lambda: server.ended)
    assert server.ended is EndReason.TIME
