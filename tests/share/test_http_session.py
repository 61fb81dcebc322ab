"""HTTP to a calendar server: one limit for a whole request, and the ways in which an answer can fail."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from scenes import SPAN
from servers import PASSWORD, USER, self_signed, serving

from heartplanner.core.calendar.delivery import DeliveredState
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.disk import FileError
from heartplanner.share.caldav import http_session
from heartplanner.share.caldav.address import parse_address
from heartplanner.share.caldav.connection import Connection
from heartplanner.share.caldav.http_session import HttpSession
from heartplanner.share.caldav.sync import SyncRequest, preview

HEAD = b"HTTP/1.1 207 x\r\nContent-Type: text/xml\r\n"


def request_for(plan: Plan, folder: Path) -> SyncRequest:
    """A request for a calendar that was given nothing yet."""
    return SyncRequest(Schedule(plan), folder / "plan.json", SPAN, DeliveredState("an account"))


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
    monkeypatch.setattr(http_session, "LONGEST_ANSWER", 0.3)
    said: list[str] = []

    def ask(url: str) -> None:
        with closing(Connection(parse_address(url), USER, PASSWORD)) as connection:
            try:
                preview(connection, request_for(example, tmp_path))
            except FileError as error:
                said.append(str(error))

    with dripping(first, then) as (url, asked):
        thread = threading.Thread(target=ask, args=(url,), daemon=True)
        thread.start()
        thread.join(10)
        assert not thread.is_alive()
    assert len(said) == 1
    assert "did not finish its answer within" in said[0]
    assert len(asked) == 1


@contextmanager
def scripted(*connections: list[bytes]) -> Iterator[tuple[str, list[list[bytes]]]]:
    """A server that says on each connection one answer after another, and then closes it.

    With its address comes what it heard on each.
    """
    heard: list[list[bytes]] = []

    def serve(server: socket.socket) -> None:
        with suppress(OSError):
            for answers in connections:
                client, _ = server.accept()
                heard.append([])
                with client:
                    for answer in answers:
                        heard[-1].append(client.recv(65_536))
                        client.sendall(answer)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=serve, args=(server,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}", heard
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
        thread.join(10)


def answer(body: bytes = b"", fields: bytes = b"", status: bytes = b"200 OK") -> bytes:
    length = b"Content-Length: %d\r\n" % len(body)
    return b"HTTP/1.1 %s\r\n%s%s\r\n%s" % (status, length, fields, body)


def get(session: HttpSession, url: str, path: str = "/") -> bytes:
    return session.send("GET", parse_address(f"{url}{path}"), "", {}).body


@contextmanager
def session() -> Iterator[HttpSession]:
    with closing(HttpSession(USER, PASSWORD)) as found:
        yield found


def test_requests_go_through_one_connection_while_it_stays_open() -> None:
    with scripted([answer(b"one"), answer(b"two")]) as (url, heard), session() as client:
        assert (get(client, url, "/1"), get(client, url, "/ä")) == (b"one", b"two")
    assert [each.split(b" HTTP")[0] for each in heard[0]] == [b"GET /1", b"GET /%C3%A4"]


def test_a_connection_that_the_server_has_closed_is_opened_anew() -> None:
    with scripted([answer(b"one")], [answer(b"two")]) as (url, heard), session() as client:
        assert get(client, url) == b"one"
        (connection,) = client._connections.values()
        while not connection._was_closed_by_server():
            pass
        assert get(client, url) == b"two"
    assert len(heard) == 2


def test_what_nobody_asked_for_is_no_answer() -> None:
    two_at_once = answer(b"one") + answer(b"never asked for")
    with scripted([two_at_once], [answer(b"two")]) as (url, _), session() as client:
        assert (get(client, url), get(client, url)) == (b"one", b"two")


def test_an_answer_with_an_end_of_its_own_is_read_to_it() -> None:
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n0\r\n\r\n"
    until_the_end = b"HTTP/1.1 200 OK\r\n\r\ntwo"
    with scripted([chunked, until_the_end], [answer(b"three")]) as (url, _), session() as client:
        assert [get(client, url) for _ in range(3)] == [b"one", b"two", b"three"]


@pytest.mark.parametrize(
    "cut",
    [
        answer(b"one")[:-1],
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\non",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nabc",
        b"HTTP/1.1",
        b"HELLO\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nA: " + b"b" * 100_000 + b"\r\n\r\n",
        b"",
    ],
)
def test_an_answer_that_is_cut_or_is_none_counts_as_lost(cut: bytes) -> None:
    with scripted([cut], [answer(b"two")]) as (url, _), session() as client:
        with pytest.raises(FileError, match=r"^127.0.0.1 cannot be reached, or the connection was"):
            get(client, url)
        assert get(client, url) == b"two"


@pytest.mark.parametrize("host", ["a..b", "xn--.example", f"{'a' * 70}.example", "ä.invalid"])
def test_a_host_that_cannot_be_is_one_line(host: str) -> None:
    with session() as client, pytest.raises(FileError, match="is not known: check the address"):
        get(client, f"https://{host}")


def test_a_digest_is_sent_with_every_request_once_it_is_wanted() -> None:
    wanted = answer(
        fields=b'WWW-Authenticate: Digest realm="a", qop="auth", nonce="x"\r\n', status=b"401 No"
    )
    newer = wanted.replace(b'nonce="x"', b'nonce="y", stale=true')
    said = [wanted, answer(b"one"), answer(b"two"), newer, answer(b"three")]
    with scripted(said) as (url, heard), session() as client:
        assert [get(client, url) for _ in range(3)] == [b"one", b"two", b"three"]
    kinds = [re.findall(rb'Basic|nonce="[xy]"|nc=\w+', each) for each in heard[0]]
    assert kinds[0] == [b"Basic"]
    assert [each[:2] for each in kinds[1:]] == [
        [b'nonce="x"', b"nc=00000001"],
        [b'nonce="x"', b"nc=00000002"],
        [b'nonce="x"', b"nc=00000003"],
        [b'nonce="y"', b"nc=00000001"],
    ]


@pytest.fixture
def localhost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A certificate for this machine, with its key, and nobody who vouches for it."""
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.setenv(name, str(tmp_path / "none"))
    return self_signed(tmp_path / "server.pem")


def hello(environ: dict[str, object], start: Callable[..., object]) -> list[bytes]:
    start("200 OK", [])
    return [str(environ["HTTP_HOST"]).encode()]


def test_tls_is_spoken_with_a_server_that_the_system_trusts(
    localhost: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(hello, localhost) as url, session() as client:
        with pytest.raises(FileError, match="no certificate that is valid for it; nothing was"):
            get(client, url)
        monkeypatch.setenv("SSL_CERT_FILE", str(localhost))
        assert get(client, url) == url.removeprefix("https://").encode()
        with pytest.raises(FileError, match="no certificate that is valid for it; nothing was"):
            get(client, url.replace("localhost", "127.0.0.1"))  # it is for the name alone


def test_an_answer_by_tls_that_drips_is_cut_too(
    localhost: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(localhost))
    monkeypatch.setattr(http_session, "LONGEST_ANSWER", 0.3)
    ended = threading.Event()

    def drip(_: object, start: Callable[..., object]) -> Iterator[bytes]:
        start("200 OK", [("Content-Length", "1000000")])
        while not ended.wait(0.02):
            yield b"x"

    with serving(drip, localhost) as url, session() as client:
        with pytest.raises(FileError, match=r"did not finish its answer within 0\.3 s"):
            get(client, url)
        ended.set()


def test_another_machine_is_asked_through_the_proxy_that_the_system_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    refusal = b"HTTP/1.1 403 No\r\n\r\n"
    with scripted([refusal], [refusal]) as (proxy, heard), session() as client:
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        for named in (proxy, proxy.replace("//", "//me:a%20b@")):
            monkeypatch.setenv("https_proxy", named)
            with pytest.raises(FileError, match=r"cloud\.invalid cannot be reached"):
                get(client, "https://cloud.invalid")
            client._connections.clear()
        monkeypatch.setenv("https_proxy", "socks5://127.0.0.1:1080")
        with pytest.raises(FileError, match="through a socks5 proxy, which this system names"):
            get(client, "https://cloud.invalid")
    (plain,), (named_user,) = heard
    assert plain.startswith(b"CONNECT cloud.invalid:443 HTTP/1.")
    assert b"Authorization" not in plain
    assert b"Proxy-Authorization: Basic bWU6YSBi\r\n" in named_user
    assert PASSWORD.encode() not in plain + named_user


@pytest.mark.parametrize(
    "named", ["http://x:99999", "http://h:abc", "http://[", "::", "http://:8080"]
)
def test_a_proxy_that_is_no_address_is_one_line(
    named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.setenv("https_proxy", named)
    with session() as client, pytest.raises(FileError, match="the proxy that this system names is"):
        get(client, "https://cloud.invalid")


def test_a_proxy_that_drips_is_cut_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_session, "LONGEST_ANSWER", 0.3)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    with dripping(b"HTTP/1.1 200 OK\r\nX: ", b"y") as (proxy, _), session() as client:
        monkeypatch.setenv("https_proxy", proxy)
        with pytest.raises(FileError, match=r"did not finish its answer within 0\.3 s"):
            get(client, "https://cloud.invalid")
