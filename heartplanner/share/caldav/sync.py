"""A calendar on a server, kept in step with the plan (CalDAV, RFC 4791): preview, then write what differs.

The server is the truth: each preview reads what the calendar holds. Each event is a resource of its own
(RFC 4791, 5.3.2). It is made only where none is (If-None-Match: *) and written or deleted only in the
version that was seen (If-Match, RFC 9110, 13.1). So a run that was cut off anywhere is made good by the
next one, and nothing is there twice.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from heartplanner.core.calendar.delivery import DeliveredState, base
from heartplanner.core.calendar.event import Event
from heartplanner.core.calendar.export_options import Privacy
from heartplanner.core.calendar.sync_plan import SyncPlan, plan_sync, with_server_events
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import counted, sentence_case
from heartplanner.files import disk
from heartplanner.files.calendar import ical, ledger, readback
from heartplanner.files.calendar.receipt import receipt
from heartplanner.files.disk import FileError
from heartplanner.share.caldav import discovery, location_file
from heartplanner.share.caldav.calendar_contents import (
    EventResource,
    PlanEvents,
    check_missing,
    read_events,
)
from heartplanner.share.caldav.connection import Connection
from heartplanner.share.caldav.discovery import RemoteCalendar
from heartplanner.share.caldav.event_writer import EventWriter
from heartplanner.share.caldav.location_file import CalendarLocation
from heartplanner.share.caldav.refusals import incomplete_list

ReportProgress = Callable[[int, int], bool]
"""Told how many of how many requests are done; says whether to go on."""


class SyncRequest(NamedTuple):
    """What is to be kept in step: a plan's schedule, its file, and from which to which day, both included.

    `delivered`: what the account's calendar was given so far (`ledger.load` of its `target_name`), and
    the options for it. Whoever asks needs the options first, so they are read there, once.
    """

    schedule: Schedule
    plan_file: Path
    span: tuple[date, date]
    delivered: DeliveredState


class SyncPreview(NamedTuple):
    """What a calendar has and lacks. The last of `sync_plan.remove` are the duplicates."""

    calendar: RemoteCalendar
    target: str
    known: DeliveredState
    resources: dict[str, EventResource]
    duplicates: tuple[EventResource, ...]
    sync_plan: SyncPlan
    receipt: str

    @property
    def where(self) -> str:
        """The calendar HEART on cloud.example.org."""
        return self.calendar.where

    @property
    def text(self) -> str:
        """What would be done, as a sentence; another, where a calendar of that name is left alone."""
        calendar = self.calendar
        if calendar.exists:
            return self.sync_plan.text(f"in {self.where}")
        place = f"in the calendar {calendar.name}, which will be made on {calendar.address.host}"
        namesake = f" The calendar {discovery.NAME} that is already there is another one and is left alone."
        return self.sync_plan.text(place) + ("" if calendar.name == discovery.NAME else namesake)

    @property
    def question(self) -> str:
        """What has to be agreed to first; empty if nothing."""
        return " ".join(filter(None, (self.removal_question, self.newer_question)))

    @property
    def removal_question(self) -> str:
        """Says that more than a fifth of the events would go; empty if not."""
        return (
            f"This removes {self.sync_plan.share} from {self.where}." if self.sync_plan.many else ""
        )

    @property
    def newer_question(self) -> str:
        """Says that the calendar is newer than the plan, and on which days; empty if it is not."""
        days = self.sync_plan.newer_days
        if not days:
            return ""
        count = len(self.sync_plan.newer)
        are, them = ("is", "it") if count == 1 else ("are", "them")
        return (
            f"{sentence_case(self.where)} has {counted(count, 'event')} that {are} newer than this"
            f" schedule: {days}. A phone or another computer changed {them}. Syncing puts back what this"
            " schedule says."
        )


def preview(connection: Connection, request: SyncRequest) -> SyncPreview:
    """See what brings the calendar into step; nothing is written. Raises FileError."""
    ical.check_range(request.span[0])
    target = location_file.target_name(connection.address, connection.user)
    known = request.delivered
    # An event without its identity would not be known again, and be there twice after the next run.
    known = known._replace(options=known.options._replace(privacy=Privacy.NO))
    calendar, resources, duplicates = _locate(connection, request, target)
    written = known.events
    if not calendar.exists:  # what was taken from an older calendar may come back under its UID
        known = DeliveredState(target, options=known.options)
    known = with_server_events(known, [resource.event for resource in resources.values()])
    needed = plan_sync(request.schedule, known, *request.span, written=written)
    if calendar.exists:
        # Of those that would be written once more, under another UID.
        added = {base(event.uid) for event in needed.add}
        lost = [event for event in written if base(event.uid) in added]
        check_missing(connection, calendar, lost)
    needed = needed._replace(remove=(*needed.remove, *(resource.event for resource in duplicates)))
    # Before anything is sent, it is proven as a file would be: read back and compared with the plan.
    read_back, path = readback.read(ical.calendar_of(needed.now)), Path(calendar.name)
    proof = receipt(path, read_back, request.schedule, request.span, known.options)
    readback.check(path, read_back, needed.now)
    return SyncPreview(calendar, target, known, resources, duplicates, needed, proof.text)


def publish(
    connection: Connection,
    request: SyncRequest,
    previewed: SyncPreview,
    today: date,
    go_on: ReportProgress,
) -> str:
    """Write what the preview says, and return what was done, as a sentence. Raises FileError.

    However it ends, what the calendar has by then is remembered; where that fails, it is only said.
    """
    previewed = _with_calendar(connection, request, previewed)
    resources, duplicates = previewed.resources, previewed.duplicates
    plan, calendar = request.schedule.plan, previewed.calendar
    writer = EventWriter(connection, plan, calendar, resources, duplicates)
    writer.check_unversioned(previewed.sync_plan)
    total, where = previewed.sync_plan.total, previewed.where
    present = {uid: resource.event for uid, resource in resources.items()}
    count, outcome = 0, previewed.sync_plan.done(f"in {where}")
    notes: list[str] = []
    try:
        for uid, event in writer.steps(previewed.sync_plan):
            # Kept in step with each answer, so that a run that breaks off remembers just what it wrote.
            present.pop(uid, None)
            present |= {uid: event} if event else {}
            count += 1
            if not go_on(count, total) and count < total:
                outcome = f"Stopped: {count} of {total} done in {where}."
                break
    except FileError as error:
        done = f"; {count} of {total} are done" if count else ""
        raise FileError(f"{error}{done}") from None
    finally:  # also where the program is about to end: what was written is known the next time
        notes += _remember(request.plan_file, _delivered(previewed, present, today))
    return " ".join([outcome, *notes])


def _with_calendar(
    connection: Connection, request: SyncRequest, previewed: SyncPreview
) -> SyncPreview:
    """The preview with its calendar, which is made where there is none, and remembered."""
    calendar = previewed.calendar
    if not calendar.exists:
        # Only now: to look at a server must never leave a calendar behind.
        calendar = discovery.create_calendar(connection, calendar, request.schedule.plan.id)
    # Remembered before the first event is there: a run that is cut off then finds it at once.
    location = CalendarLocation.of(calendar.address.url, calendar.name)
    if location_file.load(request.plan_file, previewed.target) != location:
        location_file.save(request.plan_file, previewed.target, location)
    return previewed._replace(calendar=calendar)


def _locate(
    connection: Connection, request: SyncRequest, target: str
) -> tuple[RemoteCalendar, dict[str, EventResource], tuple[EventResource, ...]]:
    """The plan's calendar with its events: where it was the last time, or else by search."""
    plan = request.schedule.plan
    location = location_file.load(request.plan_file, target)
    if location:
        address = connection.address.resolve(location.url)
        calendar = discovery.calendar_at(connection, address)
        contents = read_events(connection, calendar, plan) if calendar else None
        if calendar and contents:
            return calendar._replace(address=contents.address), *contents[:2]
    calendar = discovery.find_calendar(connection, plan.id)
    if not calendar.exists:
        return calendar, {}, ()
    contents = read_events(connection, calendar, plan)
    if contents is None:  # it was listed just now: to take it for empty would double all
        raise incomplete_list(calendar.address)
    _check_given(calendar, contents)
    return calendar._replace(address=contents.address), *contents[:2]


def _check_given(calendar: RemoteCalendar, contents: PlanEvents) -> None:
    """Refuse, with a FileError, a calendar whose address was typed and that has other events."""
    if calendar.is_given and contents.others:
        raise FileError(
            f"{calendar.address.host}: the calendar {calendar.name} at this address has"
            f" {counted(contents.others, 'other event')}; make an empty calendar there and use its own"
            " address"
        )


def _remember(plan_file: Path, delivered: DeliveredState) -> list[str]:
    """Remember what the calendar has; what could not be, as a sentence."""
    try:
        ledger.save(plan_file, delivered)
    except FileError as error:
        return [f"The program cannot remember what it has: {disk.cause(error)}."]
    return []


def _delivered(previewed: SyncPreview, present: dict[str, Event], today: date) -> DeliveredState:
    """What the calendar has now, and what was taken from it and must not come back under its UID."""
    kept = {base(uid) for uid in present}
    removed = (*previewed.sync_plan.remove, *previewed.known.gone)
    gone = tuple(event for event in removed if base(event.uid) not in kept)
    # What somebody else wrote and a run that was stopped let be is asked about the next time, too.
    foreign = {
        event.uid: previewed.resources[event.uid].event for event in previewed.sync_plan.newer
    }
    ours = tuple(event for event in present.values() if foreign.get(event.uid) != event)
    return previewed.known._replace(day=today, events=ours, gone=gone)
