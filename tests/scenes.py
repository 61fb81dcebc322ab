"""A plan and a real calendar server: what is published, and what another parser then finds there."""

from __future__ import annotations

import base64
import http.client
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import vobject
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError
from odd_server import HOME, OddServer
from servers import PASSWORD, USER, Recorder

from heartplanner.core.calendar.events import events
from heartplanner.core.calendar.export_options import ExportOptions
from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Absence, AbsenceKind, Swap
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar import ledger
from heartplanner.share.caldav import sync
from heartplanner.share.caldav.address import parse_address
from heartplanner.share.caldav.connection import Connection
from heartplanner.share.caldav.location_file import target_name
from heartplanner.share.caldav.sync import SyncPreview, SyncRequest

SPAN = (date(2025, 8, 4), date(2025, 8, 17))
TODAY = date(2025, 8, 4)
NOW = datetime(2025, 8, 1, tzinfo=UTC)
Facts = list[tuple[str, object, object]]


class Scene:
    """A plan's file, a server with a record, and what one does with them."""

    def __init__(self, url: str, recorder: Recorder, folder: Path) -> None:
        self.url, self.recorder, self.folder = url, recorder, folder
        self.plan_file = folder / "plan.json"

    def connection(self, password: str = PASSWORD) -> Connection:
        return Connection(parse_address(self.url), USER, password)

    def look(self, plan: Plan, span: tuple[date, date] = SPAN) -> SyncPreview:
        with closing(self.connection()) as connection:
            return sync.preview(connection, self.request(plan, span))

    def request(self, plan: Plan, span: tuple[date, date] = SPAN) -> SyncRequest:
        """What is to be kept in step, with the choices that were last made for the account."""
        target = target_name(parse_address(self.url), USER)
        delivered = ledger.load(self.plan_file, target)
        return SyncRequest(Schedule(plan), self.plan_file, span, delivered)

    def publish(
        self,
        plan: Plan,
        span: tuple[date, date] = SPAN,
        stop_at: int = -1,
        options: ExportOptions | None = None,
    ) -> str:
        request = self.request(plan, span)
        if options is not None:
            chosen = request.delivered._replace(options=options)
            request = request._replace(delivered=chosen)
        connection = self.connection()
        try:
            seen = sync.preview(connection, request)
            return sync.publish(connection, request, seen, TODAY, lambda done, _: done != stop_at)
        finally:
            connection.close()

    def http(self, method: str, path: str, body: str = "", **headers: str) -> tuple[int, str]:
        """What another program does on the server."""
        host = self.url.removeprefix("http://")
        connection = http.client.HTTPConnection(host, timeout=10)
        secret = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        head = {"Authorization": f"Basic {secret}", "Content-Type": "text/calendar", **headers}
        try:
            connection.request(method, path, body.encode(), head)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def shown(self, path: str = "/ana/heart-example/") -> Facts:
        """What the calendar holds, as the server tells it and vobject reads it."""
        status, text = self.http("GET", path)
        return facts(text) if status == 200 else []


class OddScene(Scene):
    """An account on a server with one odd habit, and a plan that nothing is remembered of."""

    def __init__(self, url: str, server: OddServer, recorder: Recorder, folder: Path) -> None:
        super().__init__(url, recorder, folder)
        self.server = server

    def in_calendar(self, path: str = f"{HOME}heart-example/") -> Facts:
        """What the server has in a calendar, as vobject reads it."""
        return facts(self.server.texts(path))


def edited(plan: Plan) -> Plan:
    """One event moved, one removed, one new."""
    leave = Absence(AbsenceKind.LEAVE, date(2025, 8, 5), date(2025, 8, 5))
    plan = add_change(plan, leave, NOW)
    return add_change(plan, Swap(date(2025, 8, 6), date(2025, 8, 11)), NOW)


def facts(text: str) -> Facts:
    """Calendars as vobject reads them."""
    found = [
        (each.summary.value, _utc(each.dtstart.value), _utc(each.dtend.value))
        for calendar in vobject.readComponents(text)
        for each in calendar.contents.get("vevent", [])
    ]
    return sorted(found, key=str)


def of_plan(plan: Plan, span: tuple[date, date] = SPAN) -> Facts:
    """What the plan itself says that the calendar should show."""
    found = (
        (each.title, _utc(each.start), _utc(each.end)) for each in events(Schedule(plan), *span)
    )
    return sorted(found, key=str)


def _utc(moment: object) -> object:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


class MemoryRing(KeyringBackend):
    """A key ring that lasts as long as the test."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError
