"""Who is sent what: addresses, redirects, limits, the password, and what is said when it fails."""

from __future__ import annotations

import base64
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from scenes import SPAN, Scene
from servers import PASSWORD, USER, Recorder, self_signed, serving

from heartplanner.core.calendar.delivery import DeliveredState
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.disk import FileError
from heartplanner.share.caldav import http_session, multistatus
from heartplanner.share.caldav.address import ServerAddress, parse_address
from heartplanner.share.caldav.connection import Connection
from heartplanner.share.caldav.multistatus import parse_xml
from heartplanner.share.caldav.sync import SyncRequest, preview


def request_for(plan: Plan, folder: Path) -> SyncRequest:
    """A request for a calendar that was given nothing yet."""
    return SyncRequest(Schedule(plan), folder / "plan.json", SPAN, DeliveredState("an account"))


def refused(text: str) -> str:
    with pytest.raises(FileError) as error:
        parse_address(text)
    return str(error.value)


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("cloud.example.org", "https://cloud.example.org/"),
        (" https://cloud.example.org/dav/ ", "https://cloud.example.org/dav/"),
        ("https://cloud.example.org:8443/a?b#c", "https://cloud.example.org:8443/a"),
        ("http://127.0.0.1:5232", "http://127.0.0.1:5232/"),
        ("http://localhost:5232/", "http://localhost:5232/"),
        ("http://[::1]:5232/", "http://[::1]:5232/"),
    ],
)
def test_addresses_as_people_type_them(typed: str, url: str) -> None:
    assert parse_address(typed).url == url


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://",
        "ftp://example.org",
        "https://a b",
        "https://a:99999",
        "https://a\\b",
        "https://[",
        "x" * 3000,
    ],
)
def test_what_is_no_address(text: str) -> None:
    assert "an address looks like https://cloud.example.org" in refused(text)


@pytest.mark.parametrize(
    "text",
    [
        "http://cloud.example.org",
        "http://127.0.0.1.example.org",
        "http://localhost.example.org",
        "http://10.0.0.1",
    ],
)
def test_no_password_goes_to_another_machine_without_tls(text: str) -> None:
    assert "for all to read; use https://" in refused(text)


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    said = refused("https://ana:geheim@cloud.example.org")
    assert "leave them out" in said
    assert "geheim" not in said


@pytest.mark.parametrize(
    ("other", "trusted"),
    [
        ("https://caldav.icloud.com/123/", True),
        ("https://p42-caldav.icloud.com:443/123/", True),
        ("http://p42-caldav.icloud.com/", False),
        ("https://p42-caldav.icloud.com:8443/", False),
        ("https://icloud.com.evil.example/", False),
        ("https://evilicloud.com/", False),
        ("https://127.0.0.1/", False),
    ],
)
def test_only_hosts_under_the_same_domain_are_trusted_too(other: str, *, trusted: bool) -> None:
    there = parse_address("https://caldav.icloud.com").resolve(other)
    assert parse_address("https://caldav.icloud.com").trusts(there) is trusted


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("https://example.org", "https://dav.org"),
        ("https://dav.example.co.uk", "https://dav.other.co.uk"),
        ("https://example.co.uk", "https://other.co.uk"),
        ("https://10.0.0.1", "https://20.0.0.1"),
        ("https://localhost", "https://evil.localhost"),
    ],
)
def test_hosts_under_an_ending_that_many_share_are_not(own: str, other: str) -> None:
    assert not parse_address(own).trusts(parse_address(other))
    assert parse_address("https://dav.example.co.uk").trusts(
        parse_address("https://p1.example.co.uk")
    )


Start = Callable[..., Any]


@contextmanager
def answering(status: str, body: bytes = b"", **headers: str) -> Iterator[tuple[str, Recorder]]:
    """A server that says the same to everything."""

    def app(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        start(status, [(name.replace("_", "-"), value) for name, value in headers.items()])
        return [body]

    recorder = Recorder(app)
    with serving(recorder) as url:
        yield url, recorder


def said_of(url: str, tmp_path: Path, plan: Plan) -> str:
    """The error of looking at a calendar there."""
    connection = Connection(parse_address(url), USER, PASSWORD)
    try:
        with pytest.raises(FileError) as error:
            preview(connection, request_for(plan, tmp_path))
    finally:
        connection.close()
    assert PASSWORD not in str(error.value)
    assert "\n" not in str(error.value)
    return str(error.value)


def test_redirects_to_another_origin_are_refused(tmp_path: Path, example: Plan) -> None:
    with answering("207 Multi-Status") as (other, heard):
        for location in (f"{other}/dav/", "https://evil.example.org/"):
            with answering("301 Moved Permanently", Location=location) as (url, _):
                assert "redirects to" in said_of(url, tmp_path, example)
        assert heard.asked == []


def test_redirects_without_an_end_are_refused(tmp_path: Path, example: Plan) -> None:
    with answering("302 Found", Location="/again") as (url, recorder):
        assert "redirects without end" in said_of(url, tmp_path, example)
        assert len(recorder.asked) == 2 * 5


def test_a_web_page_elsewhere_does_not_hide_the_calendars_here(scene: Scene, example: Plan) -> None:
    elsewhere = {"Location": "https://www.example.org/"}

    def answer(environ: dict[str, Any]) -> tuple[str, dict[str, str]] | None:
        path = environ["PATH_INFO"]
        if path == "/":
            return "302 Found", elsewhere
        return ("301 Moved", {"Location": "/ana/"}) if path == "/.well-known/caldav" else None

    scene.recorder.answer = answer
    assert scene.look(example).text.startswith("Will add 8")


def test_a_redirect_within_the_server_is_followed(scene: Scene, example: Plan) -> None:
    def well_known(environ: dict[str, Any]) -> tuple[str, dict[str, str]] | None:
        path = environ["PATH_INFO"]
        if path == "/":
            return "404 Not Found", {}
        return ("301 Moved", {"Location": "/ana/"}) if path == "/.well-known/caldav" else None

    scene.recorder.answer = well_known
    assert scene.look(example).text.startswith("Will add 8")


def test_another_server_that_an_answer_names_is_told_nothing(tmp_path: Path, example: Plan) -> None:
    with answering("207 Multi-Status") as (other, heard):
        body = (
            '<d:multistatus xmlns:d="DAV:"><d:response><d:href>/</d:href><d:propstat><d:prop>'
            f"<d:current-user-principal><d:href>{other}/</d:href></d:current-user-principal></d:prop>"
            "<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>"
        )
        with answering("207 Multi-Status", body.encode(), Content_Type="text/xml") as (url, _):
            assert "another server; nothing was sent there" in said_of(url, tmp_path, example)
        assert heard.asked == []


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("401 Unauthorized", "does not take this password of ana: check both"),
        ("404 Not Found", "no calendar server (CalDAV) answers there; check the address"),
        ("200 OK", "no calendar server (CalDAV) answers there; check the address"),
        ("501 What?", "no calendar server (CalDAV) answers there; check the address"),
        ("500 Oops", "your calendars cannot be found (it answered 500); try again later"),
        ("503 Busy", "your calendars cannot be found (it answered 503); try again later"),
        ("429 Slow down", "is busy; try again in some minutes"),
    ],
)
def test_what_a_server_says_is_said_in_one_line(
    tmp_path: Path, example: Plan, status: str, said: str
) -> None:
    with answering(status, b"<html><p>Hello", Content_Type="text/html") as (url, _):
        assert said in said_of(url, tmp_path, example)


def test_an_answer_that_is_no_xml(tmp_path: Path, example: Plan) -> None:
    with answering("207 Multi-Status", b"<a>&b;", Content_Type="text/xml") as (url, _):
        assert "a calendar server would answer otherwise" in said_of(url, tmp_path, example)


DOCTYPES = {
    "a file": '<!DOCTYPE x [<!ENTITY f SYSTEM "file://SECRET">]>',
    "another server": '<!DOCTYPE x SYSTEM "http://SERVER/x.dtd">',
    "a text": '<!DOCTYPE x [<!ENTITY f "/secret-home/">]>',
    "a text that grows": '<!DOCTYPE x [<!ENTITY a "/secret-home/"><!ENTITY f "&a;&a;&a;">]>',
}


@pytest.mark.parametrize("doctype", DOCTYPES.values(), ids=DOCTYPES)
def test_what_a_document_type_declares_is_not_read_into_an_answer(
    tmp_path: Path, example: Plan, doctype: str
) -> None:
    (tmp_path / "secret").write_text("/secret-home/")
    with answering("200 OK") as (other, heard):
        body = (
            f"{doctype.replace('SECRET', str(tmp_path / 'secret')).replace('http://SERVER', other)}"
            '<d:multistatus xmlns:d="DAV:"><d:response><d:href>/</d:href><d:propstat><d:prop>'
            "<d:current-user-principal><d:href>&f;</d:href></d:current-user-principal></d:prop>"
            "<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>"
        )
        with answering("207 Multi-Status", body.encode(), Content_Type="text/xml") as (url, asked):
            assert "a calendar server would answer otherwise" in said_of(url, tmp_path, example)
            assert [path for _, path, _ in asked.asked] == ["/"]
        assert heard.asked == []


def test_an_answer_without_an_end_is_not_read(
    tmp_path: Path, example: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_session, "LIMIT", 1000)
    with answering("207 Multi-Status", b"<a>" * 1000) as (url, _):
        assert "its answer is too long" in said_of(url, tmp_path, example)


def test_servers_that_cannot_be_reached(tmp_path: Path, example: Plan) -> None:
    with answering("200 OK") as (url, _):
        port = url.rpartition(":")[2]
        secure = said_of(f"https://127.0.0.1:{port}", tmp_path, example)
    assert "no certificate that is valid" in secure
    assert "cannot be reached" in said_of(url, tmp_path, example)
    assert "is not known" in said_of("https://nowhere.invalid", tmp_path, example)


def test_a_server_that_nobody_vouches_for_hears_nothing(tmp_path: Path, example: Plan) -> None:
    certificate = self_signed(tmp_path / "server.pem")
    recorder = Recorder(lambda *_: [])
    with serving(recorder, certificate) as url:
        assert url.startswith("https://localhost")
        assert "no certificate that is valid" in said_of(url, tmp_path, example)
    assert recorder.asked == []


def test_a_server_that_is_silent(
    tmp_path: Path, example: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket

    monkeypatch.setattr(http_session, "SECONDS", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        assert "did not answer within" in said_of(url, tmp_path, example)


def test_a_server_on_this_machine_is_asked_through_no_proxy(
    scene: Scene, example: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    with answering("200 OK") as (proxy, heard):
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy)
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        assert scene.look(example).text.startswith("Will add 8")
        assert heard.asked == []


def test_a_digest_of_the_password_where_the_server_wants_that(
    tmp_path: Path, example: Plan
) -> None:
    challenge = 'Digest realm="dav", qop="auth", nonce="abc", algorithm=MD5'
    with answering("401 Unauthorized", WWW_Authenticate=challenge) as (url, recorder):
        said_of(url, tmp_path, example)
        sent = [each.get("HTTP_AUTHORIZATION", "") for each in recorder.headers]
    assert any(each.startswith("Digest ") and 'username="ana"' in each for each in sent)


def test_letters_of_any_language_in_a_password(tmp_path: Path, example: Plan) -> None:
    with answering("404 Not Found") as (url, recorder):
        connection = Connection(parse_address(url), "añá", "пароль")
        with pytest.raises(FileError, match="no calendar server"):
            preview(connection, request_for(example, tmp_path))
        connection.close()
        sent = recorder.headers[0]["HTTP_AUTHORIZATION"].removeprefix("Basic ")
    assert base64.b64decode(sent).decode() == "añá:пароль"


def test_a_calendar_that_may_not_be_written(scene: Scene, example: Plan) -> None:
    scene.recorder.answer = lambda environ: (
        ("403 Forbidden", {}) if environ["REQUEST_METHOD"] in ("MKCALENDAR", "PUT") else None
    )
    with pytest.raises(
        FileError, match=r"did not make the calendar .403.; perhaps programs may not make calendars"
    ):
        scene.publish(example)
    scene.recorder.forget()
    scene.publish(example, (SPAN[0], SPAN[0]))
    scene.recorder.answer = lambda environ: (
        ("403 Forbidden", {}) if environ["REQUEST_METHOD"] == "PUT" else None
    )
    with pytest.raises(
        FileError, match="cannot be written to HEART: this user may not write there"
    ):
        scene.publish(example)
    scene.recorder.answer = lambda environ: (
        ("507 Full", {}) if environ["REQUEST_METHOD"] == "PUT" else None
    )
    with pytest.raises(FileError, match=r"has no room left .507.; make some there"):
        scene.publish(example)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (
            "403 Forbidden",
            '<e xmlns="DAV:"><no-uid-conflict xmlns="urn:ietf:params:xml:ns:caldav"/></e>',
        ),
        (
            "409 Conflict",
            '<e xmlns="DAV:"><no-uid-conflict xmlns="urn:ietf:params:xml:ns:caldav"/></e>',
        ),
        (
            "400 Bad",
            '<e xmlns="DAV:"><message>Deleted calendar object with uid already exists</message></e>',
        ),
    ],
)
def test_an_event_that_is_in_another_calendar_already(
    scene: Scene, example: Plan, status: str, said: str
) -> None:
    scene.publish(example, (SPAN[0], SPAN[0]))
    error = said.replace("<e ", "<error ").replace("</e>", "</error>").encode()
    scene.recorder.body = error
    scene.recorder.answer = lambda environ: (
        (status, {"Content-Type": "application/xml"})
        if environ["REQUEST_METHOD"] == "PUT"
        else None
    )
    with pytest.raises(FileError, match="is already in another calendar or in the trash bin"):
        scene.publish(example)


def test_the_password_is_in_no_file_and_no_log(
    scene: Scene, example: Plan, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    scene.publish(example)
    secret = base64.b64encode(f"{USER}:{PASSWORD}".encode())
    files = [each for each in scene.folder.rglob("*") if each.is_file()]
    assert files
    for each in files:
        data = each.read_bytes()
        assert PASSWORD.encode() not in data
        assert secret not in data
    ours = [each.getMessage() for each in caplog.records if not each.name.startswith("radicale")]
    assert [each for each in ours if PASSWORD in each or secret.decode() in each] == []


def test_a_remembered_place_on_another_server_gets_no_password(scene: Scene, example: Plan) -> None:
    scene.publish(example)
    (place,) = (scene.folder / "plan.json.handed").glob("*.place.json")
    with answering("207 Multi-Status") as (other, heard):
        place.write_text(place.read_text().replace(scene.url, other))
        with pytest.raises(FileError, match="another server; nothing was sent there"):
            scene.look(example)
        assert heard.asked == []
    place.write_text("{")
    assert scene.look(example).text.startswith("Nothing to do")


def test_a_resource_outside_the_calendar_is_none_of_ours(scene: Scene, example: Plan) -> None:
    """A server's list could name anything: only what lies in our own calendar is written or deleted."""
    scene.publish(example)
    event = scene.http("GET", "/ana/heart-example/example-20250805-shift@heartplanner.ics")[1]
    body = (
        '<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:response>'
        '<d:href>/ana/other/a.ics</d:href><d:propstat><d:prop><d:getetag>"1"</d:getetag>'
        f"<c:calendar-data>{event}</c:calendar-data></d:prop>"
        "<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>"
    )
    scene.recorder.body = body.encode()
    scene.recorder.answer = lambda environ: (
        ("207 Multi-Status", {"Content-Type": "text/xml"})
        if environ["REQUEST_METHOD"] == "REPORT"
        else None
    )
    with pytest.raises(FileError, match=r"elsewhere, at \S+/ana/other/a.ics; use that address"):
        scene.look(example)


def test_the_origin_of_an_address() -> None:
    assert parse_address("https://a.example.org").origin == ("https", "a.example.org", 443)
    assert isinstance(parse_address("https://a.example.org").resolve("/b c/%40/"), ServerAddress)
    assert parse_address("https://a.example.org").resolve("/b c/%40/").url.endswith("/b%20c/%40/")


@pytest.mark.parametrize(
    "href",
    [
        "",
        ".",
        "%2e",
        "%2E%2e/",
        "%2e%2e/x.ics",
        "..%2fx.ics",
        "a%2Fb.ics",
        "/x.ics",
        "a/b.ics",
        "?a",
    ],
)
def test_what_is_not_right_in_a_collection(href: str) -> None:
    folder = parse_address("https://a.example.org/cal/")
    assert not folder.contains(folder.resolve(f"/cal/{href}"))
    assert not folder.contains(parse_address("https://b.example.org/cal/x.ics"))
    assert folder.contains(folder.resolve("/cal/a%40b.ics"))


@pytest.mark.parametrize(
    "link", ["http://[", "http://a:b@127.0.0.1/", "http://a:99999/", "file:///x", "/" + "x" * 3000]
)
def test_a_link_that_is_none_is_the_servers_error_and_not_the_persons(link: str) -> None:
    with pytest.raises(FileError, match=r"^a\.example\.org names an address that cannot be used"):
        parse_address("https://a.example.org").resolve(link)


def test_an_answer_of_too_many_elements_is_refused_before_it_is_built(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(multistatus, "MOST_ELEMENTS", 10)
    assert len(parse_xml(b"<a>" + b"<b/>" * 9 + b"</a>")) == 9
    with pytest.raises(ValueError, match="too many elements"):
        parse_xml(b"<a>" + b"<b/>" * 10)  # nothing closes it: the rest is not waited for
