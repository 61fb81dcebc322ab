"""A calendar's link: https alone, bounded, and a secret in every message."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from servers import self_signed, serving

from heartplanner.core.plan.other_calendars import OtherCalendar
from heartplanner.files.disk import FileError
from heartplanner.files.events.calendar_source import forget, kept_file, read_calendar
from heartplanner.share.caldav import http_session
from heartplanner.share.links.fetch import fetch
from heartplanner.share.links.refresh import refresh

SECRET = "private-83b1"
DAY = date(2025, 9, 4)
ICS = (
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:dentist\r\n"
    b"DTSTART:20250904T150000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
Answer = tuple[str, dict[str, str], bytes]


class Service:
    """Answers by path; `asked` are the paths with their queries, in order."""

    def __init__(self, url: str = "") -> None:
        self.url, self.asked = url, list[str]()
        self.answers: dict[str, Answer] = {f"/{SECRET}": ("200 OK", {}, ICS)}

    @property
    def link(self) -> str:
        return f"{self.url}/{SECRET}"

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        assert "HTTP_AUTHORIZATION" not in environ
        query = f"?{environ['QUERY_STRING']}" if environ["QUERY_STRING"] else ""
        self.asked.append(environ["PATH_INFO"] + query)
        status, headers, body = self.answers.get(environ["PATH_INFO"], ("404 Gone", {}, b""))
        start(status, list(headers.items()))
        return [body]


@pytest.fixture
def service(tmp_path: Path, own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    certificate = self_signed(tmp_path / "server.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    monkeypatch.setenv("SSL_CERT_DIR", str(own_folder / "none"))
    app = Service()
    with serving(app, certificate) as app.url:
        yield app


def refused(link: str) -> str:
    with pytest.raises(FileError) as error:
        fetch(link)
    text = str(error.value)
    assert SECRET not in text
    assert "\n" not in text
    return text


def test_a_link_is_fetched_with_its_query_and_redirects_within_reason(service: Service) -> None:
    assert fetch(f"{service.link}?key=a%20b") == ICS
    assert service.asked == [f"/{SECRET}?key=a%20b"]
    service.answers["/a"] = ("302 Found", {"Location": f"/{SECRET}"}, b"")
    assert fetch(f"{service.url}/a") == ICS
    service.answers["/round"] = ("301 Moved", {"Location": f"/round?{SECRET}"}, b"")
    assert refused(f"{service.url}/round") == "localhost redirects without end; copy the link again"
    for elsewhere in (f"http://localhost/{SECRET}", f"file:///{SECRET}", ""):
        service.answers["/b"] = ("307 Here", {"Location": elsewhere} if elsewhere else {}, b"")
        assert "something else than https; it was not followed" in refused(f"{service.url}/b")


@pytest.mark.parametrize(
    ("status", "why"),
    [
        ("403 No", "localhost does not give this calendar out; copy its secret link again"),
        ("410 Gone", "localhost has no calendar at this link any more; copy the link again"),
        ("503 Busy", "localhost gave no calendar \\(status 503\\); try again later"),
    ],
)
def test_an_answer_without_a_calendar_is_one_line(service: Service, status: str, why: str) -> None:
    service.answers[f"/{SECRET}"] = (status, {}, b"")
    with pytest.raises(FileError, match=why):
        fetch(service.link)


@pytest.mark.parametrize(
    "link",
    [
        f"http://localhost/{SECRET}",
        f"https://ana:{SECRET}@localhost/",
        f"https://localhost:99999/{SECRET}",
        f"https://[{SECRET}",
    ],
)
def test_other_links_are_not_asked_for(link: str) -> None:
    assert refused(link)


def test_an_answer_is_bounded_and_its_server_must_be_known(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_session, "LIMIT", 10)
    assert "its answer is too long for a calendar" in refused(service.link)
    monkeypatch.delenv("SSL_CERT_FILE")
    assert "no certificate that is valid for it" in refused(service.link)


def test_the_content_is_kept_for_its_owner_alone_until_something_better_comes(
    service: Service,
) -> None:
    sam = OtherCalendar("Sam", service.link)
    assert read_calendar(sam, DAY, DAY).trouble == "not fetched yet; refresh it to fetch its events"
    assert refresh([sam, OtherCalendar("kids", "/nowhere")], DAY, lambda: True) == []
    content = read_calendar(sam, DAY, DAY)
    assert [one.title for one in content.occurrences] == ["dentist"]
    assert content.fetched is not None
    kept = kept_file(service.link)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert SECRET not in str(kept)
    for answer in (("200 OK", {}, b"<html>please log in"), ("500 Oh", {}, b"")):
        service.answers[f"/{SECRET}"] = answer
        (trouble,) = refresh([sam], DAY, lambda: True)
        assert trouble.startswith("Sam: ")
        assert SECRET not in trouble
        assert read_calendar(sam, DAY, DAY) == content
    assert refresh([sam], DAY, lambda: False) == []
    forget(service.link)
    assert not kept.exists()
