"""What is to be sent to a synced calendar: the schedule, the server and our memory are compared.

The schedule says what is to be there, the server what is there. The memory of what was sent tells only
which events somebody deleted there, whose UIDs must not come back, which alarms are ours, and which events
are as we wrote them, so that only those of others can count as newer than the schedule.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import NamedTuple

from heartplanner.core.calendar.delivery import DeliveredState, base, calendar_diff, last_day_of
from heartplanner.core.calendar.event import DOMAIN, Event, touches
from heartplanner.core.calendar.events import events
from heartplanner.core.plan.model import ONE_DAY, Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import counted, weekday_date

MOST_REMOVED = 5
"""No more than one event in five is taken away without a question."""
MOST_DAYS = 5
"""How many days are named before the others are only counted."""


class SyncPlan(NamedTuple):
    """The events to add, change and remove, each under the calendar's UID and with its next SEQUENCE.

    `now`: all events as they are to be; `stay`: how many of them are that already. `newer`: the events of
    the calendar that would be changed or removed although they are newer than what the plan says.
    """

    add: tuple[Event, ...]
    change: tuple[Event, ...]
    remove: tuple[Event, ...]
    now: tuple[Event, ...]
    newer: tuple[Event, ...] = ()

    @property
    def total(self) -> int:
        """How many requests they take: one each."""
        return len(self.add) + len(self.change) + len(self.remove)

    @property
    def stay(self) -> int:
        return len(self.now) - len(self.add) - len(self.change)

    @property
    def many(self) -> bool:
        """Whether so much would be removed that a person has to be asked."""
        return len(self.remove) * MOST_REMOVED > self._there

    @property
    def share(self) -> str:
        """40 of 150 events: what is removed of those that are there."""
        return f"{len(self.remove)} of {counted(self._there, 'event')}"

    @property
    def newer_days(self) -> str:
        """Tue, Aug 5; Wed, Aug 6 and 3 more: on which days there is something newer; "" if on none."""
        return days_text(self.newer)

    @property
    def _there(self) -> int:
        return len(self.remove) + self.stay + len(self.change)

    def text(self, where: str) -> str:
        """Will add 3, change 2, remove 1 in the calendar HEART on ...; 151 stay as they are.

        `where`: in the calendar HEART on cloud.example.org.
        """
        if not self.total:
            return f"Nothing to do {where}: {counted(self.stay, 'event')}, the same as in your schedule."
        return f"Will {self._parts('add', 'change', 'remove')} {where}{self._staying}."

    def done(self, where: str) -> str:
        """Added 3, changed 2, removed 1 in the calendar HEART on ...; 151 stay as they are."""
        if not self.total:
            return self.text(where)
        return f"{self._parts('added', 'changed', 'removed').capitalize()} {where}{self._staying}."

    def _parts(self, *verbs: str) -> str:
        groups = zip(verbs, (self.add, self.change, self.remove), strict=True)
        return ", ".join(f"{verb} {len(group)}" for verb, group in groups if group)

    @property
    def _staying(self) -> str:
        if not self.stay:
            return ""
        return f"; {self.stay} {'stays as it is' if self.stay == 1 else 'stay as they are'}"


def days_text(some: Sequence[Event]) -> str:
    """The days of events, the first of them by name: Tue, Aug 5; Wed, Aug 6 and 3 more."""
    days = sorted({event.day for event in some})
    named, more = days[:MOST_DAYS], len(days) - MOST_DAYS
    text = "; ".join(map(weekday_date, named))
    return f"{text} and {more} more" if more > 0 else text


def is_plan_event(plan: Plan, uid: str) -> bool:
    """Whether an event is this plan's: its UID says so."""
    return uid.startswith(f"{plan.id}-") and uid.endswith(f"@{DOMAIN}")


def plan_sync(
    schedule: Schedule,
    known: DeliveredState,
    first: date,
    last: date,
    *,
    written: Sequence[Event] = (),
) -> SyncPlan:
    """What brings a calendar into step from first to last, both included; earlier days are let be.

    Later days that an earlier run wrote are removed: nobody would keep them in step any more.
    `known`: what the calendar has now (its events), and what was taken from it; `written`: the events as
    this plan's file last wrote them there, if that is remembered.
    """
    planned = events(schedule, first, last, known.options)
    before = _in_question(known.events, first, {event.uid for event in planned})
    # The same event twice: one of them is removed, whatever it says.
    doubles = [event for event in known.events if before.get(base(event.uid), event) != event]
    # The whole time is compared, since `before` holds just the events that may be changed.
    diff = calendar_diff(known._replace(events=tuple(before.values())), planned, date.min, date.max)
    # What a diff calls removed are cancellations; the server is to lose the events themselves.
    gone = {event.uid for event in diff.removed}
    change = (*diff.moved, *diff.changed, *diff.cut)
    remove = [event for event in before.values() if event.uid in gone]
    undone = [*(before[base(event.uid)] for event in change), *remove]
    return SyncPlan(
        add=diff.new,
        change=change,
        remove=(*remove, *doubles),
        now=diff.now,
        newer=newer_events(schedule.plan, planned, written, undone),
    )


def _in_question(there: Sequence[Event], first: date, wanted: Collection[str]) -> dict[str, Event]:
    """The events that may be changed, by identity: those from `first` on, and those that are `wanted`."""
    # The longest UID last: of doubles the newest generation stays.
    return {
        base(event.uid): event
        for event in sorted(there, key=lambda event: (len(event.uid), event.uid))
        if touches(event, first, date.max - ONE_DAY) or base(event.uid) in wanted
    }


def newer_events(
    plan: Plan, planned: Sequence[Event], written: Sequence[Event], undone: Sequence[Event]
) -> tuple[Event, ...]:
    """Those of the events to be undone that somebody changed after the plan last changed their days.

    Another computer with a copy of the plan leaves such, and so does a person who edits on a phone. What
    this plan's file wrote is its own, whatever its stamps: some servers give each event a later one. Of an
    event that was deleted there nothing tells when, so a deletion alone does not count.
    """
    says, wrote = ({base(event.uid): event for event in some} for some in (planned, written))
    newer = []
    for event in undone:
        own, sent = says.get(base(event.uid)), wrote.get(base(event.uid))
        if sent and _facts(sent) == _facts(event):
            continue
        stamps = [(known.changed, known.sequence) for known in (own, sent) if known]
        if not own:
            stamps.append((_last_edit(plan, event), event.sequence))
        if (event.changed, event.sequence) > max(stamps):
            newer.append(event)
    return tuple(newer)


def _facts(event: Event) -> tuple[object, ...]:
    """What of an event servers leave as it is, and of which no person can change a part unseen."""
    return event.title, event.description, event.start, event.end


def _last_edit(plan: Plan, event: Event) -> datetime:
    """When (UTC) the plan last changed a day on which an event lies."""
    first, last = event.day, last_day_of(event)
    touching = (
        revision.at
        for revision in plan.history
        if revision.first <= last and (revision.last is None or revision.last >= first)
    )
    return max(touching, default=plan.history[0].at)


def with_server_events(known: DeliveredState, on_server: Sequence[Event]) -> DeliveredState:
    """What is known of a calendar once it was looked at: its events, and which somebody deleted there.

    The server's word counts; what is remembered only tells which UIDs must not come back, and which
    alarms are ours: where none is chosen, or none was sent, one that a person set there is let be.
    """
    # What the server lists is what is there; what was remembered may be wrong.
    present = {base(event.uid) for event in on_server}
    # Their UIDs must not come back: some servers refuse one that was deleted.
    lost = [event for event in (*known.events, *known.gone) if base(event.uid) not in present]
    # An alarm that differs from ours was set by the person on their phone: it is theirs.
    ours = {event.uid: event.alarm for event in known.events}
    silent = known.options.alarm is None and known.options.admin_alarm is None
    present_events = [
        event._replace(alarm=None)
        if event.alarm != ours.get(event.uid) and (silent or ours.get(event.uid, 0) is None)
        else event
        for event in on_server
    ]
    return known._replace(events=tuple(present_events), gone=tuple(lost))
