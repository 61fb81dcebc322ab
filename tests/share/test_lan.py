"""The server for a phone, by raw sockets: what it gives, and what it refuses."""

from __future__ import annotations

import base64
import re
import secrets

import pytest
from lan_asking import DATA, FILE, Serve, ask, connect, get, parts, put, rest, status, until

from heartplanner.share.wifi.http_response import new_token
from heartplanner.share.wifi.lan import EndReason, LanError, LanServer


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
    assert server.ended is EndReason.WRONG


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
    server = serve(DATA * 200_000)
    raw = put(server, FILE)
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
    assert token not in f"{server!r}{server._shared!r}{server.__dict__!r}{server._thread!r}"


def test_an_address_of_another_machine_is_one_line() -> None:
    with pytest.raises(LanError, match=r"^203\.0\.113\.7: it cannot be sent there \(.+\); choose"):
        LanServer(DATA, "203.0.113.7", 1)
