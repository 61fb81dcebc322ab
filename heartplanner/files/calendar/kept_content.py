"""What a kept calendar file holds that another program may have written: whose it is, and how new.

Such a file has readers, too. What they saw of an event counts for its next stamps, wherever it is later
than what is remembered here; and what is newer than the plan is never undone without a question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from heartplanner.core.calendar.delivery import DeliveredState, base
from heartplanner.core.calendar.event import DOMAIN, Event
from heartplanner.core.calendar.events import events
from heartplanner.core.calendar.sync_plan import days_text, newer_events
from heartplanner.core.words.english import counted
from heartplanner.files.calendar import output_file
from heartplanner.files.calendar.export import Export

UID = re.compile(rb"^UID:(.*?)\r?\n", re.MULTILINE | re.IGNORECASE)
"""A whole line: in a file that was cut short the last one may be a part of another."""
WHOLE = re.compile(rb"^END:VCALENDAR\s*\Z", re.MULTILINE | re.IGNORECASE)
"""The end of a file that was not cut short."""
FOLD = re.compile(rb"\r?\n[ \t]")


def is_foreign(content: bytes, plan_id: str, delivered: DeliveredState, *, written: bool) -> bool:
    """Whether a file was not made from the plan: it has no event of the plan's, or of the target's.

    `written`: the plan's calendar was written to this place before.
    """
    uids = {uid.decode(errors="replace").strip() for uid in UID.findall(FOLD.sub(b"", content))}
    if not uids:
        # What was written here before may have been cut short by what shares the folder. An empty calendar
        # of ours, as where all days are still to come, is no loss.
        return not written and not output_file.is_made_here(content, output_file.CALENDAR)
    # In a copy for others no UID tells the plan's id; but the ledger knows those that it had.
    known = {event.uid for event in (*delivered.events, *delivered.gone)}
    return not any(uid.startswith(f"{plan_id}-") or uid in known for uid in uids)


def as_read(delivered: DeliveredState, content: bytes, plan_id: str) -> DeliveredState:
    """What those have who read this file, too: of each event the later revision, with the later stamps.

    It was exported before it was kept, another copy of the plan wrote it, or the memory is lost. An event
    that is remembered and is not in it was taken away there, under stamps that nobody knows.
    """
    from heartplanner.files.calendar import readback

    read = [event for event in readback.events_in(content) if _is_ours(event.uid, plan_id)]
    gone = {base(event.uid): event for event in reversed(delivered.gone)}
    present = {base(event.uid): event for event in delivered.events}
    for event in read:
        was, taken = present.get(base(event.uid)), gone.get(base(event.uid))
        # An older file that was put back shows what was taken away since: that stays gone.
        if event.canceled or (taken and _stamp(event) <= _stamp(taken)):
            continue
        present[base(event.uid)] = _later(event, was) if was else event
    gone |= {base(event.uid): event for event in read if event.canceled}
    if read and WHOLE.search(content):
        there, latest = {base(event.uid) for event in read}, max(event.changed for event in read)
        for name in present.keys() - there:
            lost = present.pop(name)
            # Later than all there, so that whoever took it away knows that it was put back since.
            gone[name] = lost._replace(changed=max(lost.changed, latest))
    return delivered._replace(events=tuple(present.values()), gone=tuple(gone.values()))


def newer_than_plan(export: Export, written: Sequence[Event]) -> tuple[Event, ...]:
    """The events that an export would undo although they are newer than what its plan says.

    `export`: made for what the file holds (`as_read`); `written`: the events as this plan wrote them last.
    """
    diff, known = export.diff, {base(event.uid): event for event in export.delivered.events}
    # A break that the range cuts elsewhere is no other break.
    undone = [known[base(event.uid)] for event in (*diff.moved, *diff.changed, *diff.removed)]
    planned = events(export.schedule, *export.span, export.options)
    return newer_events(export.schedule.plan, planned, written, undone)


def newer_text(newer: Sequence[Event]) -> str:
    """That events of the file are newer than the plan, and what one can do."""
    are, them = ("is", "it") if len(newer) == 1 else ("are", "them")
    return (
        f"{counted(len(newer), 'event')} there {are} newer than this schedule ({days_text(newer)}): another"
        f" copy of your schedule, or another program, wrote {them}; go on with that copy, or replace the"
        " file: Put it on my phone, or heartplanner keep FILE --replace"
    )


def _later(event: Event, other: Event) -> Event:
    """The later revision of an event, the first where both are as late; no stamp of it is below either."""
    latest = event if _stamp(event) >= _stamp(other) else other
    return latest._replace(
        sequence=max(event.sequence, other.sequence), changed=max(event.changed, other.changed)
    )


def _stamp(event: Event) -> tuple[datetime, int]:
    return event.changed, event.sequence


def _is_ours(uid: str, plan_id: str) -> bool:
    """Whether a UID is of the plan's own events, or of some copy for others, which names no plan."""
    return uid.startswith(f"{plan_id}-") or uid.endswith(f"@{DOMAIN}")
