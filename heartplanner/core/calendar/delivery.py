"""What a phone has of the calendar, and what has changed since: a diff of events by their identity.

An event keeps its UID for as long as its slot exists; one whose content changed gets the next SEQUENCE
(RFC 5545, 3.8.7.4); one that comes back after it was removed gets a UID of a new generation, since
some calendars remember what was deleted from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import Enum, auto
from functools import partial
from typing import NamedTuple

from heartplanner.core.calendar.event import Event, touches
from heartplanner.core.calendar.events import NOT_CONFIRMED
from heartplanner.core.calendar.export_options import (
    COPY_NAMES,
    DEFAULT_OPTIONS,
    ExportOptions,
    Privacy,
)
from heartplanner.core.plan.model import ONE_DAY
from heartplanner.core.words.display_format import Language

GENERATION = re.compile(r"-g([1-9]\d*)@")
CANCELED_PREFIX = {Language.ENGLISH: "Canceled: ", Language.SPANISH: "Cancelado: "}


class EventDiff(Enum):
    """How an event differs from what the target has of it."""

    NEW = auto()
    SAME = auto()
    MOVED = auto()
    CHANGED = auto()
    CUT = auto()


class DeliveredState(NamedTuple):
    """What a target has: its events, and those that were taken from it, which are never used again.

    `day`: when it last got a file, if ever; `options`: what was chosen for it.
    """

    target: str
    day: date | None = None
    events: tuple[Event, ...] = ()
    gone: tuple[Event, ...] = ()
    options: ExportOptions = DEFAULT_OPTIONS


class CalendarDiff(NamedTuple):
    """What is different from the last file; each event has the target's UID and its next SEQUENCE.

    `now`: all events of the next file, the unchanged ones just as they were. `was`: the moved ones, as
    they were before. `cut`: all-day events of which an earlier version of the program wrote a part; they
    are sent with the others, but a person would not call them changed.
    """

    now: tuple[Event, ...]
    new: tuple[Event, ...]
    moved: tuple[Event, ...]
    was: tuple[Event, ...]
    changed: tuple[Event, ...]
    removed: tuple[Event, ...]
    cut: tuple[Event, ...]
    first: bool = False
    """Whether the target had no file before."""
    reworded: frozenset[str] = frozenset()
    """The UIDs of those of `changed` that differ in a text only."""
    confirmed: int = 0
    """How many of these have another title, which says whether the day is confirmed."""

    @property
    def any(self) -> bool:
        """Whether anything is different, be it only a text."""
        return bool(self.total or self.texts)

    @property
    def total(self) -> int:
        """How many changes there are, as a person counts them: a shift that became leave is one.

        Days, hours, alarms and titles count; `texts` are apart.
        """
        events = len(self.new) + len(self.moved) + len(self.retitled) + len(self.removed)
        return events - len(self.replaced)

    @property
    def retitled(self) -> tuple[Event, ...]:
        """The changed events of which a person sees that they are other: by their title or alarm."""
        return tuple(event for event in self.changed if event.uid not in self.reworded)

    @property
    def texts(self) -> int:
        """How many events have another text only: a description, or whether the day is confirmed."""
        return len(self.changed) - len(self.retitled)

    @property
    def replaced(self) -> list[tuple[Event, Event]]:
        """The removed and the new events that one edit of a day explains: one took the other's place."""
        by_day: dict[date, list[Event]] = {}
        for event in self.new:
            by_day.setdefault(event.day, []).append(event)
        free = (by_day.get(event.day, []) for event in self.removed)
        return [(old, new.pop(0)) for old, new in zip(self.removed, free, strict=True) if new]


def calendar_diff(
    delivered: DeliveredState, planned: Sequence[Event], first: date, last: date
) -> CalendarDiff:
    """The events of first..last against what the target has; events of other days stay as they are."""
    # Events are matched by their UID without its generation: an event that came back is the same slot.
    known = {base(event.uid): event for event in delivered.events}
    gone = {base(event.uid): event for event in delivered.gone}
    # Earlier versions of the program cut a break at the edge of a range. There it moved for no reason that
    # a person would call a change.
    edges = {first, last, *_ends(delivered.events)}
    # A plan knows slots only. Generation and SEQUENCE are what was delivered last, or one more.
    now = [_as_delivered(event, known, gone) for event in planned]
    before = [known.get(event.uid) for event in planned]
    diffs = [_event_diff(event, was, edges) for event, was in zip(now, before, strict=True)]
    planned_uids = {base(event.uid) for event in planned}
    # Days outside the range say nothing: an event there is neither kept nor removed.
    in_range = (event for event in known.values() if touches(event, first, last))
    removed = [event for event in in_range if base(event.uid) not in planned_uids]
    all_of = partial(_all_of, diffs, now)

    return CalendarDiff(
        now=tuple(now),
        new=all_of(EventDiff.NEW),
        moved=all_of(EventDiff.MOVED),
        was=_all_of(diffs, before, EventDiff.MOVED),
        changed=all_of(EventDiff.CHANGED),
        removed=tuple(canceled(event, delivered.options) for event in removed),
        cut=all_of(EventDiff.CUT),
        first=delivered.day is None,
        reworded=_reworded(now, before),
        confirmed=_confirmed(now, before),
    )


def _reworded(now: Sequence[Event], before: Sequence[Event | None]) -> frozenset[str]:
    """The UIDs of the events of which a person sees the same as before."""
    pairs = zip(now, before, strict=True)
    return frozenset(event.uid for event, was in pairs if was and _seen(event) == _seen(was))


def _confirmed(now: Sequence[Event], before: Sequence[Event | None]) -> int:
    """How many events only say otherwise, in their titles, whether the day is confirmed."""
    pairs = zip(now, before, strict=True)
    return sum(
        _seen(event) == _seen(was) and event.title != was.title for event, was in pairs if was
    )


def _all_of(
    diffs: Sequence[EventDiff], events: Sequence[Event | None], kind: EventDiff
) -> tuple[Event, ...]:
    """The events, in step with their diffs, of which this became."""
    pairs = zip(events, diffs, strict=True)
    return tuple(event for event, diff in pairs if event and diff is kind)


def after_whole(delivered: DeliveredState, diff: CalendarDiff, day: date) -> DeliveredState:
    """What the target has once its calendar was emptied and filled with this file.

    What it had of other days it has no more: if such an event comes back, it is of a new generation.
    """
    # The person emptied the calendar, so what lies outside this file is gone from it, too.
    kept = {base(event.uid) for event in diff.now}
    others = [event for event in delivered.events if base(event.uid) not in kept]
    gone = _newest([*diff.removed, *others, *delivered.gone])
    return delivered._replace(day=day, events=diff.now, gone=gone)


def after_update(delivered: DeliveredState, diff: CalendarDiff, day: date) -> DeliveredState:
    """What the target has once it took the update: events of other days stay as they were."""
    # An update is added to what is there: only the events that it names become others.
    touched = {event.uid for event in (*diff.now, *diff.removed)}
    others = [event for event in delivered.events if event.uid not in touched]
    gone = _newest([*diff.removed, *delivered.gone])
    return delivered._replace(day=day, events=(*others, *diff.now), gone=gone)


def update_events(diff: CalendarDiff) -> tuple[Event, ...]:
    """The events of an update file: canceled, moved, changed and new ones."""
    return (*diff.removed, *diff.moved, *diff.changed, *diff.cut, *diff.new)


def base(uid: str) -> str:
    """A UID without its generation."""
    return GENERATION.sub("@", uid)


def canceled(event: Event, options: ExportOptions) -> Event:
    """The event as one that does not take place: calendars go on showing it (RFC 5545, 3.8.1.11).

    In a copy for others it says nothing of what it was, even if they had it in full before.
    """
    # A program takes a cancellation only if its stamp is later than the event's own (RFC 5546, 2.1.5).
    later = event.changed + timedelta(seconds=1)
    language, title, text = Language.ENGLISH, event.title, event.description
    if options.privacy is not Privacy.NO:
        language, text = options.language, ""
        title = COPY_NAMES[language][options.privacy]
    return event._replace(
        title=f"{CANCELED_PREFIX[language]}{title}",
        description=text,
        sequence=event.sequence + 1,
        changed=later,
        canceled=True,
        alarm=None,
    )


def _as_delivered(event: Event, known: dict[str, Event], gone: dict[str, Event]) -> Event:
    """The event for the next file: as the target has it, its next revision, or a new one."""
    before = known.get(event.uid)
    if before is None:
        return _returning(event, gone.get(event.uid))
    return before if _content(before) == _content(event) else _next_revision(event, before)


def _event_diff(now: Event, before: Event | None, edges: set[date]) -> EventDiff:
    """What happened to an event. `edges`: first and last days of ranges."""
    if before is None:
        return EventDiff.NEW
    if now == before:
        return EventDiff.SAME
    # The time counts most: an event that moved and has another title too is told as moved.
    if (now.start, now.end) == (before.start, before.end):
        return EventDiff.CHANGED
    return EventDiff.CUT if _only_cut(now, before, edges) else EventDiff.MOVED


def _next_revision(event: Event, before: Event) -> Event:
    """The event under the UID that the target knows, with the next SEQUENCE and a later stamp."""
    # SEQUENCE alone is not enough: some programs compare the stamps and take the later one.
    stamp = max(event.changed, before.changed + timedelta(seconds=1))
    return event._replace(uid=before.uid, sequence=before.sequence + 1, changed=stamp)


def _returning(event: Event, gone: Event | None) -> Event:
    if gone is None:
        return event
    # A UID that was canceled must not come to life again: the phone would keep it canceled.
    match = GENERATION.search(gone.uid)
    # The first of a UID has no generation, so the first that comes back is the second.
    number = int(match[1]) + 1 if match else 2
    stamp = max(event.changed, gone.changed + timedelta(seconds=1))
    return event._replace(uid=event.uid.replace("@", f"-g{number}@"), changed=stamp)


def _content(event: Event) -> tuple[object, ...]:
    return event.title, event.description, event.start, event.end, event.alarm


def _seen(event: Event) -> tuple[object, ...]:
    """What a person notices of an event: not whether its day is confirmed, nor its reasons."""
    title = event.title.removesuffix(NOT_CONFIRMED)
    return title, event.start, event.end, event.alarm


def _only_cut(event: Event, before: Event, edges: set[date]) -> bool:
    """Whether two all-day events are the same stretch, of which a range shows more or less.

    A description names the whole stretch; without one, what differs must lie at the edge of a range.
    """
    if not (event.all_day and before.all_day) or event.title != before.title:
        return False
    # The description of a break names its first and last day, which a range does not change.
    if event.description or before.description:
        return event.description == before.description
    # Both ends are looked at: a range that moves on by a day can cut one end and free the other.
    firsts = {event.day, before.day}
    lasts = {last_day_of(event), last_day_of(before)}
    return all(len(ends) == 1 or ends & edges for ends in (firsts, lasts))


def _ends(events: Sequence[Event]) -> set[date]:
    """The first and the last day that events cover: the edges of the range that they are from."""
    days = [day for event in events for day in (event.day, last_day_of(event))]
    return {min(days), max(days)} if days else set()


def last_day_of(event: Event) -> date:
    """The last day of an all-day event; of others the one on which they begin."""
    return event.end - ONE_DAY if event.all_day else event.day


def _newest(gone: Iterable[Event]) -> tuple[Event, ...]:
    """Of each event that was taken away the latest generation."""
    newest: dict[str, Event] = {}
    for event in gone:
        # The newest come first, so the first of each event is the one whose generation counts on.
        newest.setdefault(base(event.uid), event)
    return tuple(newest.values())
