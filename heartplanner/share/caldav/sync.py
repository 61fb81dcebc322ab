"""A calendar on a server, kept in step with the plan (RFC 4791): look at it, then write what differs.

The server is the truth: each look reads what the calendar holds. Each event is a resource of its own, is
made only where none is (If-None-Match) and written or deleted only in the version that was seen
(If-Match). So a run that was cut off anywhere is made good by the next one, and nothing is there twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from heartplanner.core.calendar.delivery import Handed, base
from heartplanner.core.calendar.events import Event
from heartplanner.core.calendar.export_options import Choices, Privacy
from heartplanner.core.calendar.sync_plan import Steps, cut, own, steps, taken_away
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar import ical, ledger, readback
from heartplanner.files.calendar.receipt import receipt
from heartplanner.files.disk import FileError
from heartplanner.share.caldav import discovery, location_file
from heartplanner.share.caldav.address import path_of, within
from heartplanner.share.caldav.connection import Connection
from heartplanner.share.caldav.discovery import HEAD, MISSING, SPACES, Own, check, listing
from heartplanner.share.caldav.location_file import Place
from heartplanner.share.caldav.resources import CAL, DAV, Resource, event_of

LIST_EVENTS: Final = (
    f"{HEAD}<c:calendar-query {SPACES}><d:prop><d:getetag/><c:calendar-data/></d:prop><c:filter>"
    '<c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"/></c:comp-filter></c:filter>'
    "</c:calendar-query>"
)
CALENDAR_TYPE: Final = "text/calendar; charset=utf-8"
CHANGED_MEANWHILE: Final = 412

GoOn = Callable[[int, int], bool]
"""Told how many of how many requests are done; says whether to go on."""


class ChangedError(FileError):
    """Something is not there in the version that was seen."""


class Keeping(NamedTuple):
    """What is to be kept in step: a plan, its file, and from which to which day, both included.

    `choices`: none are those that were last made for the account.
    """

    schedule: Schedule
    plan_file: Path
    span: tuple[date, date]
    choices: Choices | None = None


class Present(NamedTuple):
    """A calendar's events of the plan, by UID; `doubles`: those that are at another path once more."""

    resources: dict[str, Resource]
    doubles: tuple[Resource, ...]


class Look(NamedTuple):
    """What a calendar has and lacks. The last of `steps.remove` are the doubles."""

    calendar: Own
    target: str
    known: Handed
    resources: dict[str, Resource]
    doubles: tuple[Resource, ...]
    steps: Steps
    receipt: str

    @property
    def where(self) -> str:
        """The calendar HEART on cloud.example.org."""
        return f"the calendar {self.calendar.name} on {self.calendar.address.host}"

    @property
    def text(self) -> str:
        """What would be done, as a sentence; another, where a calendar of that name is left alone."""
        calendar = self.calendar
        if calendar.there:
            return self.steps.text(f"in {self.where}")
        place = f"in the calendar {calendar.name}, which will be made on {calendar.address.host}"
        other = (
            f" The calendar {discovery.NAME} that is there is not this plan's, and is left alone."
        )
        return self.steps.text(place) + ("" if calendar.name == discovery.NAME else other)

    @property
    def question(self) -> str:
        """What has to be agreed to first; empty if nothing."""
        return f"This removes {self.steps.share} from {self.where}." if self.steps.many else ""


def look(connection: Connection, keeping: Keeping) -> Look:
    """See what brings the calendar into step; nothing is written. Raises FileError."""
    ical.check_range(keeping.span[0])
    target = location_file.target(connection.address, connection.user)
    known = ledger.load(keeping.plan_file, target)
    if keeping.choices is not None:
        known = known._replace(choices=keeping.choices)
    # An event without its identity would not be known again, and be there twice after the next run.
    known = known._replace(choices=known.choices._replace(privacy=Privacy.NO))
    calendar, (resources, doubles) = _calendar(connection, keeping, target)
    if not calendar.there:
        known = Handed(target, choices=known.choices)
    known = taken_away(known, [each.event for each in resources.values()])
    found = steps(keeping.schedule, known, *keeping.span)
    found = found._replace(remove=(*found.remove, *(each.event for each in doubles)))
    written = [cut(event, *keeping.span) for event in found.now]
    read_back, path = readback.read(ical.calendar_of(written)), Path(calendar.name)
    counts = receipt(path, read_back, keeping.schedule, keeping.span, known.choices)
    readback.check(path, read_back, written)
    return Look(calendar, target, known, resources, doubles, found, counts.text)


def publish(connection: Connection, keeping: Keeping, seen: Look, today: date, go_on: GoOn) -> str:
    """Write what `seen` says, and return what was done, as a sentence. Raises FileError.

    However it ends, what the calendar has by then is remembered; that this cannot be is only said.
    """
    calendar = seen.calendar
    if not calendar.there:
        calendar = discovery.make(connection, calendar, keeping.schedule.plan.id)
    place = Place(calendar.address.url, calendar.name)
    if location_file.load(keeping.plan_file, seen.target) != place:
        location_file.save(keeping.plan_file, seen.target, place)
    seen = seen._replace(calendar=calendar)
    has = {each.event.uid: each.event for each in seen.resources.values()}
    count, said = 0, seen.steps.done(f"in {seen.where}")
    notes: list[str] = []
    try:
        for uid, event in _written(connection, keeping.schedule.plan, seen):
            has.pop(uid, None)
            has |= {uid: event} if event else {}
            count += 1
            if not go_on(count, seen.steps.total) and count < seen.steps.total:
                said = f"Stopped: {count} of {seen.steps.total} done in {seen.where}."
                break
    except FileError as error:
        done = f"; {count} of {seen.steps.total} are done" if count else ""
        raise FileError(f"{error}{done}") from None
    finally:
        notes += _remembered(keeping.plan_file, _handed(seen, has, today))
    return " ".join([said, *notes])


def _calendar(connection: Connection, keeping: Keeping, target: str) -> tuple[Own, Present]:
    """The plan's calendar with its events: where it was the last time, or else by search."""
    place = location_file.load(keeping.plan_file, target)
    if place:
        calendar = Own(connection.address.joined(place.url), place.name, there=True)
        found = _resources(connection, calendar, keeping.schedule.plan)
        if found is not None:
            return calendar, found
    calendar = discovery.find(connection, keeping.schedule.plan.id)
    if not calendar.there:
        return calendar, Present({}, ())
    found = _resources(connection, calendar, keeping.schedule.plan)
    if found is None:  # it was listed just now: to take it for empty would double all
        host = calendar.address.host
        raise FileError(f"{host} did not list the calendar whole; try again later")
    return calendar, found


def _resources(connection: Connection, calendar: Own, plan: Plan) -> Present | None:
    """The plan's events in its calendar; None where there is no such calendar."""
    address = calendar.address
    answer = connection.ask("REPORT", address, LIST_EVENTS, {"Depth": "1"})
    if answer.status in MISSING:
        return None
    found: list[Resource] = []
    for each in listing(answer, address, f"the calendar {calendar.name} cannot be read"):
        text = each.text(f"{CAL}calendar-data")
        if f"{plan.id}-" not in text:
            continue
        href = address.joined(each.href)
        try:
            event = event_of(text)
        except ValueError:
            raise FileError(
                f"{address.host}: the event {path_of(href.url)} cannot be read; delete it there"
            ) from None
        if not event or not own(plan, event.uid):
            continue
        if not address.holds(href):  # to leave it out would write it anew with each run
            raise FileError(
                f"{address.host} names its events elsewhere: {href.url}; give that address"
            )
        found.append(Resource(href.url, each.text(f"{DAV}getetag") or "*", event))
    return _once_each(found)


def _once_each(resources: list[Resource]) -> Present:
    """The first resource of each event, and the others, which lie at other paths."""
    first: dict[str, Resource] = {}
    doubles: dict[str, Resource] = {}
    for each in resources:
        kept = first.setdefault(each.event.uid, each)
        if path_of(kept.href) != path_of(each.href):
            doubles.setdefault(path_of(each.href), each)
    return Present(first, tuple(doubles.values()))


def _written(connection: Connection, plan: Plan, seen: Look) -> Iterator[tuple[str, Event | None]]:
    """Send one request for each step; gives the UID, and the event that is there now."""
    folder = seen.calendar.address
    for double in seen.doubles:
        _delete(connection, seen, double)
        yield double.event.uid, seen.resources[double.event.uid].event
    for event in seen.steps.change:
        there = seen.resources[event.uid]
        _put(connection, seen, there.href, event, {"If-Match": there.tag})
        yield event.uid, event
    for event in seen.steps.add:
        href = within(folder.url, f"{event.uid}.ics")
        try:
            _put(connection, seen, href, event, {"If-None-Match": "*"})
        except ChangedError as error:
            now = _resources(connection, seen.calendar, plan)
            if now is None or event.uid in now.resources:
                raise
            raise FileError(f"something else lies at {href}; delete it there") from error
        yield event.uid, event
    for event in seen.steps.remove[: len(seen.steps.remove) - len(seen.doubles)]:
        _delete(connection, seen, seen.resources[event.uid])
        yield event.uid, None


def _put(
    connection: Connection, seen: Look, href: str, event: Event, condition: dict[str, str]
) -> None:
    address = seen.calendar.address.joined(href)
    body = ical.calendar_of([event], named=False).decode()
    answer = connection.ask("PUT", address, body, {"Content-Type": CALENDAR_TYPE, **condition})
    _check_written(answer.status, seen)
    check(answer, address, f"an event cannot be written to {seen.calendar.name}")


def _delete(connection: Connection, seen: Look, there: Resource) -> None:
    address = seen.calendar.address.joined(there.href)
    answer = connection.ask("DELETE", address, headers={"If-Match": there.tag})
    if answer.status not in MISSING:
        _check_written(answer.status, seen)
        check(answer, address, f"an event in {seen.calendar.name} cannot be deleted")


def _check_written(status: int, seen: Look) -> None:
    if status == CHANGED_MEANWHILE:
        raise ChangedError(f"{seen.where} was changed by somebody else at this moment; look again")


def _remembered(plan_file: Path, handed: Handed) -> list[str]:
    """Remember what the calendar has; what could not be, as a sentence."""
    try:
        ledger.save(plan_file, handed)
    except FileError as error:
        why = str(error).removesuffix("; nothing was changed")
        return [f"What it has cannot be remembered: {why}."]
    return []


def _handed(seen: Look, has: dict[str, Event], today: date) -> Handed:
    """What the calendar has now, and what was taken from it and must not come back under its UID."""
    present = {base(uid) for uid in has}
    gone = [
        event for event in (*seen.steps.remove, *seen.known.gone) if base(event.uid) not in present
    ]
    return seen.known._replace(day=today, events=tuple(has.values()), gone=tuple(gone))
