"""Radicale, without a network: each file replaces the whole calendar, as a client's upload does."""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from shown import module, say

CALENDAR = "/me/heart/"


def main(files: list[str]) -> None:
    radicale, config = module("radicale", "radicale"), module("radicale.config", "radicale")
    with tempfile.TemporaryDirectory() as folder:
        settings = config.load()
        settings.update(
            {"storage": {"filesystem_folder": folder}, "auth": {"type": "none"}}, "here"
        )
        server = radicale.Application(settings)
        ask(server, "MKCOL", "/me/")
        for file in files:
            ask(server, "PUT", CALENDAR, Path(file).read_bytes())
        kept = ask(server, "GET", CALENDAR)
    for event in module("icalendar", "icalendar").Calendar.from_ical(kept).walk("VEVENT"):
        off = event["STATUS"] == "CANCELLED"
        say(str(event["SUMMARY"]), event["DTSTART"].dt, event["DTEND"].dt, canceled=off)


def ask(server: Callable[..., Any], method: str, path: str, body: bytes = b"") -> bytes:
    """One request through WSGI. Returns the answer's body."""
    environment = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "CONTENT_TYPE": "text/calendar; charset=utf-8",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.url_scheme": "http",
        "HTTP_HOST": "localhost",
        "REMOTE_ADDR": "127.0.0.1",
        "REMOTE_USER": "me",
        "SERVER_PROTOCOL": "HTTP/1.1",
    }
    said: list[str] = []
    answer = b"".join(server(environment, lambda status, _: said.append(status)))
    if not said[0].startswith("2"):
        sys.exit(f"{method} {path}: {said[0]}")
    return answer


main(sys.argv[1:])
