"""A CalDAV server in memory that has one odd habit of real ones, of which few can be run on any machine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import Enum, auto
from typing import Any
from xml.sax.saxutils import escape

HOME = "/c/ana/"
CALENDAR = "<d:collection/><c:calendar/>"


class Habit(Enum):
    """What a server does otherwise than most."""

    NONE = auto()
    WEAK = auto()
    """Its tags are weak, and match nothing but by `*`."""
    LETTERS = auto()
    """Its tags are weak and compared letter by letter, and `*` is no tag."""
    NO_TAGS = auto()
    NO_CALENDARS = auto()
    """Programs can make no calendar: 405."""
    FORBIDDEN = auto()
    """Programs may make no calendar: 403."""
    TRASH = auto()
    """What was a calendar keeps its place and its events for a while, as with Nextcloud."""
    UID_SAID = auto()
    """An event that is in another calendar is refused with a reason, as by Cyrus."""
    UID_UNSAID = auto()
    """It is refused without a word: 403."""
    UID_PRECONDITION = auto()
    """It is refused as if its place were taken: 412, as by iCloud."""
    FULL = auto()
    """There is room for three events."""
    MOVED = auto()
    """It names an address for the calendars from which it redirects."""
    FIRST_FIVE = auto()
    """It lists five events, and does not say that there are more."""


Answer = tuple[int, str, dict[str, str]]


class OddServer:
    """A WSGI program. `calendars`: title and description by path; `events`: version and text by path."""

    def __init__(self, habit: Habit) -> None:
        self.habit = habit
        self.calendars: dict[str, tuple[str, str]] = {}
        self.trash: set[str] = set()
        self.events: dict[str, tuple[int, str]] = {}
        self._version = 0

    def put(self, path: str, text: str) -> None:
        """Write as another program does."""
        self._version += 1
        self.events[path] = self._version, text

    def texts(self, calendar: str) -> str:
        return "".join(text for path, (_, text) in self.events.items() if path.startswith(calendar))

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)).decode()
        status, text, headers = self._answer(environ, environ["PATH_INFO"], body)
        start(f"{status} x", list({"Content-Type": "application/xml", **headers}.items()))
        return [text.encode()]

    def _answer(self, environ: dict[str, Any], path: str, body: str) -> Answer:
        if path.startswith("/old/"):
            return 301, "", {"Location": path.replace("/old/", HOME)}
        match environ["REQUEST_METHOD"]:
            case "PROPFIND":
                return self._propfind(path, environ.get("HTTP_DEPTH"))
            case "MKCALENDAR":
                return self._make(path, body), "", {}
            case "REPORT":
                return self._report(path, body)
            case "PUT":
                return self._put(path, body, environ)
            case "DELETE":
                return self._delete(path, environ), "", {}
        return 405, "", {}

    def _propfind(self, path: str, depth: str | None) -> Answer:
        if path == "/":
            home = "/old/" if self.habit is Habit.MOVED else HOME
            return listed(
                {"/": f"<c:calendar-home-set><d:href>{home}</d:href></c:calendar-home-set>"}
            )
        here = {HOME: "<d:resourcetype><d:collection/></d:resourcetype>"}
        here |= {place: self._described(place) for place in self.calendars}
        here |= dict.fromkeys(self.events, "<d:resourcetype/>")
        if path not in here:
            return 404, "", {}
        inside = re.compile(f"{re.escape(path)}[^/]+/?")
        shown = {place: text for place, text in here.items() if inside.fullmatch(place)}
        return listed({path: here[path], **(shown if depth == "1" else {})})

    def _described(self, path: str) -> str:
        title, description = self.calendars[path]
        kind = "<d:collection/><x:deleted xmlns:x='x'/>" if path in self.trash else CALENDAR
        return (
            f"<d:resourcetype>{kind}</d:resourcetype><d:displayname>{title}</d:displayname>"
            f"<c:calendar-description>{description}</c:calendar-description>"
        )

    def _make(self, path: str, body: str) -> int:
        if self.habit is Habit.FORBIDDEN:
            return 403
        if self.habit is Habit.NO_CALENDARS or path in self.calendars:
            return 405
        title, description = (
            found[1] if (found := re.search(f"{name}>(.*?)</", body)) else ""
            for name in ("displayname", "calendar-description")
        )
        self.calendars[path] = title, description
        return 201

    def _report(self, path: str, body: str) -> Answer:
        if path not in self.calendars:
            return 404, "", {}
        uid = re.search(r"text-match[^>]*>(.*?)</", body)
        named = {
            place: self._tag(version) + f"<c:calendar-data>{escape(text)}</c:calendar-data>"
            for place, (version, text) in self.events.items()
            if place.startswith(path) and (uid is None or f"UID:{uid[1]}\r\n" in text)
        }
        most = 5 if self.habit is Habit.FIRST_FIVE else len(named)
        return listed(dict(list(named.items())[:most]))

    def _put(self, path: str, body: str, environ: dict[str, Any]) -> Answer:
        if environ.get("HTTP_IF_NONE_MATCH") == "*" and path in self.events:
            return 412, "", {}
        if not self._matches(path, environ):
            return 412, "", {}
        uid = re.search(r"UID:(.*?)\r\n", body)
        assert uid
        elsewhere = [place for place, (_, text) in self.events.items() if uid[0] in text]
        if elsewhere and path not in elsewhere:
            reason = '<d:error xmlns:d="DAV:"><x:unique-scheduling-object-resource xmlns:x="x"/></d:error>'
            refusals = {
                Habit.UID_SAID: (403, reason),
                Habit.UID_UNSAID: (403, ""),
                Habit.UID_PRECONDITION: (412, ""),
            }
            if self.habit in refusals:
                return *refusals[self.habit], {}
        if self.habit is Habit.FULL and len(self.events) == 3 and path not in self.events:
            return 507, "", {}
        self.put(path, body)
        return 201, "", {}

    def _delete(self, path: str, environ: dict[str, Any]) -> int:
        if path in self.calendars and self.habit is Habit.TRASH:
            self.trash.add(path)
            return 204
        if path not in self.events:
            return 404
        if not self._matches(path, environ):
            return 412
        del self.events[path]
        return 204

    def _matches(self, path: str, environ: dict[str, Any]) -> bool:
        """Whether If-Match allows it (RFC 9110, 13.1.1), as this server understands it."""
        wanted = environ.get("HTTP_IF_MATCH")
        if wanted is None:
            return True
        version = self.events[path][0] if path in self.events else 0
        if self.habit is Habit.LETTERS:
            return bool(wanted == f'W/"{version}"')
        if wanted == "*":
            return version > 0
        return self.habit not in (Habit.WEAK, Habit.NO_TAGS) and wanted == f'"{version}"'

    def _tag(self, version: int) -> str:
        weak = "W/" if self.habit in (Habit.WEAK, Habit.LETTERS) else ""
        tag = escape(f'{weak}"{version}"')
        return "" if self.habit is Habit.NO_TAGS else f"<d:getetag>{tag}</d:getetag>"


def listed(resources: dict[str, str]) -> Answer:
    """A multistatus answer: for each path its properties."""
    responses = (
        f"<d:response><d:href>{path}</d:href><d:propstat><d:prop>{properties}</d:prop>"
        "<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>"
        for path, properties in resources.items()
    )
    head = '<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">'
    return 207, f"{head}{''.join(responses)}</d:multistatus>", {}
