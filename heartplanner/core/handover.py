"""What a phone has, and what has changed since: the events of one hand-over after another.

An event keeps its UID for as long as its slot exists; one whose content changed gets the next SEQUENCE
(RFC 5545, 3.8.7.4); one that comes back after it was removed gets a UID of a new generation, since
some calendars remember what was deleted from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from heartplanner.core.choices import AS_USUAL, Choices
from heartplanner.core.events import Event
from heartplanner.core.words import full_date

GENERATION = re.compile(r"-g([1-9]\d*)@")
CANCELLED = "Cancelled: "


class Handed(NamedTuple):
    """What a target has: its events, and those that were taken from it, which are never used again.

    `day`: when it was last handed over, if ever; `choices`: what was chosen for it.
    """

    target: str
    day: date | None = None
    events: tuple[Event, ...] = ()
    gone: tuple[Event, ...] = ()
    choices: Choices = AS_USUAL


class Changes(NamedTuple):
    """What is different from the last hand-over; each has the target's UID and its next SEQUENCE.

    `now` are all events as they are to be handed over, the unchanged ones just as they were.
    """

    now: tuple[Event, ...]
    new: tuple[Event, ...]
    moved: tuple[Event, ...]
    changed: tuple[Event, ...]
    removed: tuple[Event, ...]

    @property
    def listed(self) -> list[tuple[str, Event]]:
        """Each event that is not as it was, with what happened to it."""
        groups = (
            ("removed", self.removed),
            ("moved", self.moved),
            ("changed", self.changed),
            ("new", self.new),
        )
        return [(word, event) for word, events in groups for event in events]

    @property
    def text(self) -> str:
        """2 moved, 1 removed, 1 new; or nothing changed."""
        counts = (
            (self.moved, "moved"),
            (self.changed, "changed"),
            (self.removed, "removed"),
            (self.new, "new"),
        )
        named = [f"{len(events)} {word}" for events, word in counts if events]
        return ", ".join(named) or "nothing changed"


def changes(handed: Handed, found: Sequence[Event], first: date, last: date) -> Changes:
    """The events of first..last against what the target has; events outside these days are let be."""
    known = {base(event.uid): event for event in handed.events}
    gone = {base(event.uid): event for event in handed.gone}
    now: list[Event] = []
    new: list[Event] = []
    moved: list[Event] = []
    changed: list[Event] = []
    for event in found:
        before = known.get(event.uid)
        if before is None:
            new.append(_again(event, gone.get(event.uid)))
            now.append(new[-1])
        elif _content(before) == _content(event):
            now.append(before)
        else:
            now.append(_next(event, before))
            other = (event.start, event.end) != (before.start, before.end)
            (moved if other else changed).append(now[-1])
    kept = {base(event.uid) for event in found}
    removed = [each for uid, each in known.items() if uid not in kept and first <= each.day <= last]
    return Changes(
        tuple(now), tuple(new), tuple(moved), tuple(changed), tuple(map(cancelled, removed))
    )


def after_whole(handed: Handed, done: Changes, day: date) -> Handed:
    """What the target has once its calendar was emptied and filled with all events anew."""
    gone = _newest([*done.removed, *handed.gone])
    return handed._replace(day=day, events=done.now, gone=gone)


def after_update(handed: Handed, done: Changes, day: date) -> Handed:
    """What the target has once it took the update: events of other days stay as they were."""
    touched = {event.uid for event in (*done.now, *done.removed)}
    others = [event for event in handed.events if event.uid not in touched]
    gone = _newest([*done.removed, *handed.gone])
    return handed._replace(day=day, events=(*others, *done.now), gone=gone)


def update(done: Changes) -> tuple[Event, ...]:
    """The events of an update file: new, changed and cancelled ones."""
    return (*done.removed, *done.moved, *done.changed, *done.new)


def since(handed: Handed, done: Changes) -> str:
    """2 moved, 1 removed, 1 new since July 28, 2025; or that it is the first time."""
    return (
        f"{done.text} since {full_date(handed.day)}"
        if handed.day
        else "handed over for the first time"
    )


def base(uid: str) -> str:
    """A UID without its generation."""
    return GENERATION.sub("@", uid)


def cancelled(event: Event) -> Event:
    """The event as one that does not take place: calendars go on showing it (RFC 5545, 3.8.1.11)."""
    later = event.changed + timedelta(seconds=1)
    return event._replace(
        title=f"{CANCELLED}{event.title}",
        sequence=event.sequence + 1,
        changed=later,
        cancelled=True,
        alarm=None,
    )


def plain_title(event: Event) -> str:
    """The title without the word that it is cancelled."""
    return event.title.removeprefix(CANCELLED)


def _next(event: Event, before: Event) -> Event:
    """The event under the UID that the target knows, with the next SEQUENCE and a later stamp."""
    stamp = max(event.changed, before.changed + timedelta(seconds=1))
    return event._replace(uid=before.uid, sequence=before.sequence + 1, changed=stamp)


def _again(event: Event, gone: Event | None) -> Event:
    if gone is None:
        return event
    match = GENERATION.search(gone.uid)
    number = int(match[1]) + 1 if match else 2
    stamp = max(event.changed, gone.changed + timedelta(seconds=1))
    return event._replace(uid=event.uid.replace("@", f"-g{number}@"), changed=stamp)


def _content(event: Event) -> tuple[object, ...]:
    return event.title, event.description, event.start, event.end, event.alarm


def _newest(gone: Iterable[Event]) -> tuple[Event, ...]:
    """Of each event that was taken away the latest generation."""
    found: dict[str, Event] = {}
    for event in gone:
        found.setdefault(base(event.uid), event)
    return tuple(found.values())
