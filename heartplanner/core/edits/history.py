"""When what is worked was stated: the history of a plan, which goes on whatever a person goes back to.

A calendar's SEQUENCE and stamps come from it, and programs keep the event whose stamps are later (RFC 5545,
3.8.7.3 and 3.8.7.4). So undoing, redoing and restoring are edits like any other: the facts of then come
back, and the days that differ are stated anew.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from heartplanner.core.edits.own_entries import next_stamp
from heartplanner.core.plan.change import Absence, Change, Note, Swap, dates_of
from heartplanner.core.plan.model import ONE_DAY, Assignment, Plan, Revision
from heartplanner.core.plan.own_entry import NOT_STAMPED, EntryStamp, OwnEntry
from heartplanner.core.schedule.cycle import assignment_at

MOST_KEPT = 10_000
"""Revisions; of more than these the ones are left out all of whose days were stated anew since."""
ALWAYS_KEPT = 2
"""The first, and the first of one's own in a plan that began as the example."""

ONE_SECOND = timedelta(seconds=1)

OpenSpan = tuple[date, date | None]
"""The first and the last day, both included; None: from there on."""
OrdinalSpan = tuple[int, int]
"""The same in ordinals (`date.toordinal`); the last of `date.max` stands for None."""


def history_after(plan: Plan, at: datetime, spans: Iterable[OpenSpan]) -> tuple[Revision, ...]:
    """The plan's history after an edit of these days at `at`; its stamps only ever rise."""
    # Some programs know what is new by its stamp alone: it rises where a clock was set back, too.
    at = max(at, plan.history[-1].at + ONE_SECOND)
    numbered = enumerate(spans, plan.history[-1].number + 1)
    added = tuple(Revision(at, first, last, number) for number, (first, last) in numbered)
    return _bounded(plan.history + added)


def facts(plan: Plan) -> Plan:
    """The plan without when anything in it was stated: what two plans are compared by."""
    entries = tuple(entry._replace(stamp=NOT_STAMPED) for entry in plan.entries)
    return plan._replace(history=(), entries=entries)


def returned(now: Plan, wanted: Plan, at: datetime) -> Plan:
    """The plan `wanted` in place of the plan `now`, as an edit at `at` that states the days that differ.

    A plan that is an edit of `now` already is given back as it is, and so is one of another schedule, whose
    events are none of this one's.
    """
    if wanted.id != now.id:
        return wanted
    known = {_identity(entry): entry for entry in now.entries}
    entries = tuple(_restated(entry, known.get(_identity(entry)), at) for entry in wanted.entries)
    ahead = _continues(wanted, now)
    # An edit that states no day, such as a reminder date, leaves no trace of who was first.
    if ahead and (wanted.version > now.version or not different_days(now, wanted)):
        # The very same value where nothing is other: whoever made it may look for it.
        return wanted if entries == wanted.entries else wanted._replace(entries=entries)
    first = min(now.history[0].first, wanted.history[0].first)
    begun = now.history[0]._replace(first=first)
    base = now._replace(history=(begun, *now.history[1:]))
    if _continues(now, wanted):
        history = history_after(base, at, different_days(now, wanted))
    else:
        # Nobody knows which days were stated under which numbers elsewhere: all of them are stated anew.
        ends = now.history[-1], wanted.history[-1]
        number = max(end.number for end in ends) + 1
        at = max(at, *(end.at + ONE_SECOND for end in ends))
        history = (*base.history, Revision(at, first, None, number))
    return wanted._replace(history=history, entries=entries)


def restored(now: Plan, version: Plan, at: datetime) -> Plan:
    """The facts of an earlier version in place of the plan `now` of the same schedule, as an edit at `at`.

    An own entry that was removed since comes back as one that is made now, with an event of its own: it
    may have been stated anew in between, which nobody remembers.
    """
    known = set(map(_identity, now.entries))
    entries = tuple(
        entry if _identity(entry) in known else entry._replace(stamp=EntryStamp(at, at))
        for entry in version.entries
    )
    return returned(now, version._replace(entries=entries), at)


def different_days(one: Plan, other: Plan) -> list[OpenSpan]:
    """The days whose events may differ between two plans: in their order, none twice."""
    different: list[OrdinalSpan] = []
    for first, last in (
        *_other_rotations(one, other),
        *_other_changes(one, other),
        *_other_milestones(one, other),
    ):
        _join(different, first, last)
    forever = date.max.toordinal()
    return [
        (date.fromordinal(low), None if high == forever else date.fromordinal(high))
        for low, high in different
    ]


def _other_rotations(one: Plan, other: Plan) -> Iterator[OpenSpan]:
    """The spans on which another assignment is in force."""
    starts = sorted({assignment.start for plan in (one, other) for assignment in plan.assignments})
    ends = [*(start - ONE_DAY for start in starts[1:]), None]
    for first, last in zip(starts, ends, strict=True):
        if _worked(assignment_at(one, first)) != _worked(assignment_at(other, first)):
            yield first, last


def _worked(assignment: Assignment | None) -> Assignment | None:
    """An assignment without what no event says: by which weeks it is summed, and whether it is sure."""
    return assignment and assignment._replace(confirmed=False, work_week=0)


def _other_changes(one: Plan, other: Plan) -> Iterator[OpenSpan]:
    """The days of changes that only one plan has, or that apply in another order."""
    before, after = (list(map(_shown, plan.changes)) for plan in (one, other))
    both = set(before) & set(after)
    different = [change for change in (*before, *after) if change not in both]
    common = [[change for change in changes if change in both] for changes in (before, after)]
    if common[0] != common[1]:
        different += common[0]
    for change in different:
        if not isinstance(change.what, Note):  # it is in no event
            yield from dates_of(change.what)


def _shown(change: Change) -> Change:
    """A change without what no event says."""
    match change.what:
        case Swap() as swap:
            return change._replace(what=swap._replace(colleague="", settled=False))
        case Absence() as absence:
            return change._replace(what=absence._replace(taken_from=None))
        case _:
            return change


def _other_milestones(one: Plan, other: Plan) -> Iterator[OpenSpan]:
    """The days of reminder dates that only one plan has: their numbers may be those of other ones soon."""
    titled = (
        {(known.date, known.id, known.title) for known in plan.milestones} for plan in (one, other)
    )
    for day, _, _ in next(titled) ^ next(titled):
        yield day, day


def _continues(later: Plan, earlier: Plan) -> bool:
    """Whether a plan's history goes on from that of the earlier one, whatever was left out of it since."""
    known = {(revision.number, revision.at) for revision in earlier.history}
    last = earlier.history[-1].number
    since = (revision for revision in later.history if revision.number <= last)
    return later.history[-1].number >= last and all(
        (revision.number, revision.at) in known for revision in since
    )


def _identity(entry: OwnEntry) -> tuple[int, datetime]:
    """What an entry's event is known by."""
    return entry.id, entry.stamp.made


def _restated(entry: OwnEntry, before: OwnEntry | None, at: datetime) -> OwnEntry:
    """The entry with a stamp that is no older than that of what it takes the place of."""
    if before is None or entry.stamp.revision > before.stamp.revision:
        return entry
    if entry._replace(stamp=before.stamp) == before:
        return before
    return entry._replace(stamp=next_stamp(before, at))


def _bounded(history: tuple[Revision, ...]) -> tuple[Revision, ...]:
    """The history, if it is too long, without what was stated anew since; the oldest days then as one."""
    if len(history) <= MOST_KEPT:
        return history
    kept = without_restated(history)
    over = len(kept) - MOST_KEPT
    if over <= 0:
        return kept
    # More single days were stated than it has room for: the oldest count as stated together, later on.
    end = ALWAYS_KEPT + over + 1
    oldest = kept[ALWAYS_KEPT:end]
    ends = [one.last for one in oldest if one.last]
    joined = oldest[-1]._replace(
        first=min(one.first for one in oldest),
        last=max(ends) if len(ends) == len(oldest) else None,
    )
    return (*kept[:ALWAYS_KEPT], joined, *kept[end:])


def without_restated(history: tuple[Revision, ...]) -> tuple[Revision, ...]:
    """The history without revisions all of whose days were stated anew since.

    Each day's last revision stays, under its number: so every event keeps its stamps.
    """
    restated: list[OrdinalSpan] = []
    newest_first = reversed(history[ALWAYS_KEPT:])
    kept = [one for one in newest_first if _join(restated, one.first, one.last)]
    return (*history[:ALWAYS_KEPT], *reversed(kept))


def _join(spans: list[OrdinalSpan], first: date, last: date | None) -> bool:
    """Add days to spans that are in their order and apart, and leave them so; whether any day is new."""
    low, high = first.toordinal(), (last or date.max).toordinal()
    # Those that overlap these days or lie right beside them become one with them.
    begin = bisect_left(spans, low - 1, key=lambda span: span[1])
    end = bisect_right(spans, high + 1, key=lambda span: span[0])
    near = spans[begin:end]
    if any(span[0] <= low and high <= span[1] for span in near):
        return False
    joined = [(low, high), *near]
    spans[begin:end] = [(min(span[0] for span in joined), max(span[1] for span in joined))]
    return True
