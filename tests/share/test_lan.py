"""The server for a phone, by raw sockets: what it gives, what it refuses, and when it ends."""

from __future__ import annotations

import base64
import http.client
import re
import secrets
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress

import pytest

from heartplanner.share.answer import new_token
from heartplanner.share.lan import Ended, LanError, LanServer
from heartplanner.share.visitor import Limits

DATA = b"BEGIN:VCALENDAR\r\nX-ANY:1\r\nEND:VCALENDAR\r\n"
BIG = DATA * 200_000  # more than any system takes at once
HERE = "127.0.0.1"
QUICK = Limits(settle=0)
RESET = struct.pack("ii", 1, 0)
Serve = Callable[..., LanServer]


class Clock:
    """Stands still until it is told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def serve() -> Iterator[Serve]:
    with ExitStack() as stack:

        def one(
            data: bytes = DATA, times: int = 0, limits: Limits = QUICK, **more: Callable[[], float]
        ) -> LanServer:
            server = LanServer(data, HERE, times, limits=limits, **more)
            stack.callback(server.stop)
            return server

        yield one


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


def ask(server: LanServer, raw: bytes) -> bytes:
    """What comes back for these bytes; HOST and TOKEN in them are replaced by the right ones."""
    host, token = parts(server)
    with connect(server) as sock:
        sock.sendall(raw.replace(b"HOST", host.encode()).replace(b"TOKEN", token.encode()))
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


def test_page_leads_by_a_redirect_to_the_file(serve: Serve) -> None:
    server = serve()
    token = parts(server)[1]
    page = get(server, "/TOKEN")
    assert (page.status, page.getheader("Content-Type")) == (200, "text/html; charset=utf-8")
    (action,) = re.findall(rb'action="([^"]+)"', page.body)
    assert b"<script" not in page.body
    assert b".ics" not in page.body.split(b"</form>")[0]
    moved = get(server, action.decode() + "?")  # as a browser asks after a form without fields
    assert (moved.status, moved.getheader("Location")) == (303, f"/{token}/HEART.ics")
    file = get(server, str(moved.getheader("Location")))
    assert (file.status, file.body) == (200, DATA)
    assert file.getheader("Content-Type") == "text/calendar; charset=utf-8"
    assert file.getheader("Content-Disposition") == 'inline; filename="HEART.ics"'


@pytest.mark.parametrize("path", ["/TOKEN", "/TOKEN/add", "/TOKEN/HEART.ics", "/"])
def test_nothing_is_kept_guessed_or_passed_on(serve: Serve, path: str) -> None:
    found = get(serve(), path)
    assert found.getheader("Cache-Control") == "no-store"
    assert found.getheader("X-Content-Type-Options") == "nosniff"
    assert found.getheader("Referrer-Policy") == "no-referrer"
    assert found.getheader("Connection") == "close"
    assert found.getheader("Server") is None


def test_page_may_do_nothing_but_follow_its_button(serve: Serve) -> None:
    policy = str(get(serve(), "/TOKEN").getheader("Content-Security-Policy"))
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "form-action 'self'; base-uri 'none'; frame-ancestors 'none'" in policy


def test_token_is_130_bits_from_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    tokens = {new_token() for _ in range(1000)}
    assert len(tokens) == 1000
    letters = [each.replace("-", "") for each in tokens]
    assert all(re.fullmatch(r"[a-z2-7]{26}", each) for each in letters)
    assert all(len({each[at] for each in letters}) == 32 for at in range(26))
    monkeypatch.setattr(secrets, "token_bytes", lambda count: bytes(range(count)))
    expected = base64.b32encode(bytes(range(20))).decode().lower()[:26]
    assert new_token().replace("-", "") == expected


def test_each_server_has_a_token_of_its_own_and_old_ones_are_refused(serve: Serve) -> None:
    one, two = serve(), serve()
    assert status(two, FILE.replace(b"TOKEN", parts(one)[1].encode())) == 404
    assert status(two, FILE) == 200


@pytest.mark.parametrize(
    "path",
    ["/", "//", "/HEART.ics", "/TOKENx", "/xTOKEN", "/TOKEN/x", "/TOKEN/add/", "/TOKEN//HEART.ics",
     "/TOKEN/HEART.ics/..", "/TOKEN/../TOKEN/HEART.ics", "/TOKEN/HEART.ics?a=1", "/TOKEN/heart.ics",
     "/TOKEN/%48EART.ics", "/?TOKEN", "/favicon.ico", "/../../etc/passwd", "/TOKEN#a"],
)  # fmt: skip
def test_everything_else_is_not_found(serve: Serve, path: str) -> None:
    raw = f"GET {path} HTTP/1.1\r\nHost: HOST\r\n\r\n".encode()
    assert status(serve(), raw) == 404


@pytest.mark.parametrize("letter", ["a", "b"])
def test_fifty_wrong_tokens_end_it(serve: Serve, letter: str) -> None:
    server = serve()
    token = parts(server)[1]
    wrong = (letter * len(token)).encode()
    for _ in range(49):
        assert status(server, b"GET /" + wrong + b" HTTP/1.1\r\nHost: HOST\r\n\r\n") == 404
    assert status(server, FILE) == 200
    ask(server, b"GET /" + wrong + b"/HEART.ics HTTP/1.1\r\nHost: HOST\r\n\r\n")
    until(lambda: server.ended)
    assert server.ended is Ended.WRONG


def test_what_a_browser_asks_for_by_itself_is_no_try(serve: Serve) -> None:
    server = serve()
    for _ in range(60):
        ask(server, b"GET /favicon.ico HTTP/1.1\r\nHost: HOST\r\n\r\n")
    assert status(server, FILE) == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "localhost:PORT", "127.0.0.1:1", "HOST.", "a@HOST", "", "HOST,x"]
)  # fmt: skip
def test_another_host_is_sent_elsewhere_even_with_the_token(serve: Serve, host: str) -> None:
    server = serve()
    host = host.replace("PORT", parts(server)[0].partition(":")[2])
    assert status(server, FILE.replace(b"HOST", host.encode())) == 421


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_only_get_and_head_are_known(serve: Serve, method: str) -> None:
    found = get(serve(), "/TOKEN/HEART.ics", method)
    assert (found.status, found.getheader("Allow")) == (405, "GET, HEAD")


TOP = b"GET /TOKEN/HEART.ics HTTP/1.1\r\nHost: HOST\r\n"
AMBIGUOUS = {
    "CL and TE": TOP + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
    "TE": TOP + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "TE odd": TOP + b"transfer-encoding:\txchunked\r\n\r\n",
    "body": TOP + b"Content-Length: 3\r\n\r\nabc",
    "two lengths": TOP + b"Content-Length: 0\r\nContent-Length: 3\r\n\r\n",
    "length signed": TOP + b"Content-Length: +0\r\n\r\n",
    "bare LF": TOP.replace(b"\r\n", b"\n") + b"\n",
    "bare LF once": b"GET /TOKEN HTTP/1.1\nHost: HOST\r\n\r\n",
    "bare CR": TOP + b"A: b\rC: d\r\n\r\n",
    "folded": TOP + b"A: b\r\n c\r\n\r\n",
    "folded host": b"GET /TOKEN HTTP/1.1\r\nHost:\r\n HOST\r\n\r\n",
    "NUL in a field": TOP + b"A: b\0c\r\n\r\n",
    "NUL in the path": b"GET /TOKEN\0 HTTP/1.1\r\nHost: HOST\r\n\r\n",
    "pipelined": TOP + b"\r\n" + TOP + b"\r\n",
    "absolute": b"GET http://HOST/TOKEN/HEART.ics HTTP/1.1\r\nHost: HOST\r\n\r\n",
    "authority": b"CONNECT HOST HTTP/1.1\r\nHost: HOST\r\n\r\n",
    "asterisk": b"OPTIONS * HTTP/1.1\r\nHost: HOST\r\n\r\n",
    "two hosts": TOP + b"Host: HOST\r\n\r\n",
    "other host too": TOP + b"host: evil.example\r\n\r\n",
    "no host": b"GET /TOKEN HTTP/1.1\r\n\r\n",
    "no host, 1.0": b"GET /TOKEN HTTP/1.0\r\n\r\n",
    "blank before colon": TOP + b"A : b\r\n\r\n",
    "no name": TOP + b": b\r\n\r\n",
    "two blanks": b"GET  /TOKEN HTTP/1.1\r\nHost: HOST\r\n\r\n",
    "small letters": b"get /TOKEN HTTP/1.1\r\nHost: HOST\r\n\r\n",
    "HTTP/0.9": b"GET /TOKEN\r\n\r\n",
    "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "line before": b"\r\n\r\n" + TOP + b"\r\n",
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
}  # fmt: skip


@pytest.mark.parametrize("raw", AMBIGUOUS.values(), ids=AMBIGUOUS)
def test_what_could_be_read_in_two_ways_is_refused(serve: Serve, raw: bytes) -> None:
    server = serve()
    found = ask(server, raw)
    assert found.startswith(b"HTTP/1.1 400 ")
    assert found.count(b"HTTP/1.1") == 1
    assert status(server, FILE) == 200


def test_a_second_request_on_a_connection_is_never_answered(serve: Serve) -> None:
    server = serve(BIG)
    host, token = parts(server)
    raw = FILE.replace(b"HOST", host.encode()).replace(b"TOKEN", token.encode())
    with connect(server) as sock:
        sock.sendall(raw)
        found = sock.recv(1)
        sock.sendall(raw)
        found += rest(sock)
    assert found.count(b"HTTP/1.1") == 1


def test_a_head_of_more_than_8_kb_is_refused(serve: Serve) -> None:
    server = serve()
    assert status(server, TOP + b"A: " + b"b" * 8000 + b"\r\n\r\n") == 200
    assert status(server, TOP + b"A: " + b"b" * 9000) == 431


def test_a_head_may_come_byte_by_byte_and_takes_no_more_than_8_seconds(serve: Serve) -> None:
    clock = Clock()
    server = serve(clock=clock)
    host, token = parts(server)
    raw = FILE.replace(b"HOST", host.encode()).replace(b"TOKEN", token.encode())
    with connect(server) as slow, connect(server) as slower:
        for at in range(len(raw)):
            slow.send(raw[at : at + 1])
        assert rest(slow).endswith(DATA)
        slower.send(raw[:10])
        until(lambda: any(each._head for each in server._visitors))
        clock.now += 7.9
        assert status(server, FILE) == 200
        assert server._visitors
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
    assert (server.ended, server.seconds_left) == (Ended.TIME, 0)


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
    assert server.ended is Ended.FETCHED


def test_head_has_the_fields_alone(serve: Serve) -> None:
    server = serve()
    whole, head = ask(server, FILE), ask(server, FILE.replace(b"GET", b"HEAD"))
    assert whole == head + DATA


@pytest.mark.parametrize("read", [0, 1000, 1_000_000])
@pytest.mark.parametrize("reset", [True, False])
def test_what_was_broken_off_does_not_count(serve: Serve, read: int, reset: bool) -> None:
    server = serve(BIG, times=1)
    host, token = parts(server)
    with connect(server) as sock:
        sock.sendall(FILE.replace(b"HOST", host.encode()).replace(b"TOKEN", token.encode()))
        while read > 0:
            read -= len(sock.recv(read))
        if reset:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    until(lambda: not server._visitors)
    assert (server.fetched, server.ended) == (0, None)
    assert get(server, "/TOKEN/HEART.ics").body == BIG
    until(lambda: server.ended is Ended.FETCHED)


@pytest.mark.parametrize("waits", [True, False])
def test_a_small_file_that_nobody_read_does_not_count(serve: Serve, waits: bool) -> None:
    server = serve(times=1)
    host, token = parts(server)
    with connect(server) as sock:
        sock.sendall(FILE.replace(b"HOST", host.encode()).replace(b"TOKEN", token.encode()))
        if waits:
            assert sock.recv(1, socket.MSG_PEEK)
    assert get(server, "/TOKEN").status == 200
    until(lambda: not server._visitors)
    assert (server.fetched, server.ended) == (0, None)


def test_one_that_never_closes_does_not_count_and_is_sent_away(serve: Serve) -> None:
    clock = Clock()
    server = serve(clock=clock)
    host, token = parts(server)
    with connect(server) as sock:
        sock.sendall(FILE.replace(b"HOST", host.encode()).replace(b"TOKEN", token.encode()))
        assert rest(sock).endswith(DATA)
        clock.now += 9
        ask(server, b"GET / HTTP/1.1\r\nHost: HOST\r\n\r\n")
        until(lambda: not server._visitors)
    assert server.fetched == 0


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
        assert len(server._visitors) <= 100
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    until(lambda: server.fetched == 10)
    assert server.ended is None


def test_one_machine_with_many_connections_drives_out_its_own(serve: Serve) -> None:
    server = serve(limits=Limits(settle=0, head=1000, connections=3))
    host, token = parts(server)
    raw = FILE.replace(b"HOST", host.encode()).replace(b"TOKEN", token.encode())
    with ExitStack() as stack:
        try:
            first = socket.create_connection(
                (HERE, server._door.getsockname()[1]), 10, ("127.0.0.2", 0)
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
        if servers and any(each._head for each in servers[0]._visitors):
            heard.set()
            assert go.wait(10)
        return 0

    servers.append(serve(limits=Limits(settle=0, connections=2), clock=gate))
    host, token = parts(servers[0])
    with connect(servers[0]) as oldest, connect(servers[0]) as holding:
        holding.send(b"G")
        assert heard.wait(10)
        with connect(servers[0]) as newest:  # drives out the oldest, which speaks in the same round
            oldest.send(b"G")
            go.set()
            newest.sendall(FILE.replace(b"HOST", host.encode()).replace(b"TOKEN", token.encode()))
            assert rest(newest).endswith(DATA)


@pytest.mark.parametrize("raw", [b"", b"GET /"])
def test_a_head_that_is_broken_off_is_let_go_at_once(serve: Serve, raw: bytes) -> None:
    server = serve(clock=Clock())
    with connect(server) as sock:
        sock.sendall(raw)
        until(lambda: server._visitors)
    until(lambda: not server._visitors)
    assert status(server, FILE) == 200


def test_stopping_closes_everything_at_once_and_frees_the_port(serve: Serve) -> None:
    server = serve(BIG)
    host, token = parts(server)
    with connect(server) as fetching, connect(server) as waiting:
        fetching.sendall(FILE.replace(b"HOST", host.encode()).replace(b"TOKEN", token.encode()))
        assert fetching.recv(10)
        waiting.send(b"GET")
        server.stop()
        assert not server._thread.is_alive()
        assert rest(waiting) == b""
        assert len(rest(fetching)) < len(BIG)
    socket.create_server((HERE, int(host.partition(":")[2]))).close()
    assert server.ended is Ended.STOPPED
    server.stop()


def test_nothing_is_said_and_the_token_stands_in_no_words(
    serve: Serve, capfd: pytest.CaptureFixture[str]
) -> None:
    server = serve()
    for raw in (FILE, *AMBIGUOUS.values()):
        ask(server, raw)
    ask(server, b"GET /TOKENx HTTP/1.1\r\nHost: HOST\r\n\r\n")
    server.stop()
    assert capfd.readouterr() == ("", "")
    token = parts(server)[1]
    assert token not in f"{server!r}{server._offer!r}{server.__dict__!r}{server._thread!r}"


def test_an_address_of_another_machine_is_one_line() -> None:
    with pytest.raises(LanError, match=r"^203\.0\.113\.7: it cannot be sent there \(.+\); choose"):
        LanServer(DATA, "203.0.113.7", 1)


def test_the_real_clock_ends_it_by_itself(serve: Serve) -> None:
    server = serve(limits=Limits(lasts=0.01))
    until(lambda: server.ended)
    assert server.ended is Ended.TIME
