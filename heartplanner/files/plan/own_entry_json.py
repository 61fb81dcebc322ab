"""Own entries as they stand in a plan file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date
from typing import Any

from heartplanner.core.edits.own_entries import (
    MOST_ENTRIES,
    MOST_SKIPPED,
    MOST_WEEKS,
    check_entry,
)
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import WEEK_STARTS, PlanError
from heartplanner.core.plan.own_entry import EntryStamp, OwnEntry, WeeklyRepeat
from heartplanner.files.json_fields import Fields, list_of

KEY = "entries"
MOST_REVISIONS = 1_000_000
MOMENT = "%Y-%m-%dT%H:%M:%SZ"


def entries_in(top: Fields) -> tuple[OwnEntry, ...]:
    """The own entries of a plan file; none where it has no such list. Raises PlanError."""
    if not top.has(KEY):
        return ()
    entries: list[OwnEntry] = []
    for fields in list_of(top.list(KEY, MOST_ENTRIES)):
        entry = _entry_in(fields)
        fields.end()
        fields.must(check_entry, entry)
        if entries and entry.id <= entries[-1].id:
            raise PlanError(f"{fields.at('id')}: not after the number before it")
        entries.append(entry)
    if not entries:
        raise PlanError(f"{KEY}: there is none; leave it out")
    return tuple(entries)


def entries_out(entries: Sequence[OwnEntry]) -> dict[str, Any]:
    """What a plan file has of own entries: nothing, or one key."""
    if not entries:
        return {}
    return {KEY: [{**entry_out(entry), **_stamp_out(entry.stamp)} for entry in entries]}


def entry_out(entry: OwnEntry) -> dict[str, Any]:
    """The object that stands for one entry, without its stamp; what it does not have is left out."""
    value: dict[str, Any] = {
        "id": entry.id,
        "title": entry.title,
        "first": entry.first.isoformat(),
    }
    if entry.repeat is None:
        value["last"] = entry.last.isoformat()
    if entry.hours:
        value["start"] = f"{entry.hours.start:%H:%M}"
        value["end"] = f"{entry.hours.end:%H:%M}"
    if entry.repeat:
        value["repeat"] = _repeat_out(entry.repeat)
    if entry.skipped:
        value["skipped"] = [day.isoformat() for day in entry.skipped]
    return {**value, "on_phone": entry.on_phone, "on_paper": entry.on_paper}


def _entry_in(fields: Fields) -> OwnEntry:
    first = fields.date("first")
    repeat = _repeat_in(fields.within("repeat")) if fields.has("repeat") else None
    return OwnEntry(
        id=fields.integer("id", 1, 1_000_000),
        title=fields.text("title"),
        first=first,
        # A repeating one lies on single days, and has nothing to say of a last.
        last=first if repeat else fields.date("last"),
        hours=Hours(fields.time("start"), fields.time("end")) if fields.has("start") else None,
        repeat=repeat,
        skipped=_skipped_in(fields) if fields.has("skipped") else (),
        on_phone=fields.flag("on_phone"),
        on_paper=fields.flag("on_paper"),
        stamp=_stamp_in(fields),
    )


def _skipped_in(fields: Fields) -> tuple[date, ...]:
    days, place = fields.list("skipped", MOST_SKIPPED)
    return tuple(
        Fields({str(number): day}, place).date(str(number)) for number, day in enumerate(days)
    )


def _repeat_in(fields: Fields) -> WeeklyRepeat:
    weeks = fields.integer("weeks", 1, MOST_WEEKS)
    weekdays = tuple(map(WEEK_STARTS.index, fields.words("weekdays", WEEK_STARTS)))
    repeat = WeeklyRepeat(weeks, weekdays, fields.date("until") if fields.has("until") else None)
    fields.end()
    return repeat


def _repeat_out(repeat: WeeklyRepeat) -> dict[str, Any]:
    until = {"until": repeat.until.isoformat()} if repeat.until else {}
    weekdays = [WEEK_STARTS[day] for day in repeat.weekdays]
    return {"weeks": repeat.weeks, "weekdays": weekdays, **until}


def _stamp_in(fields: Fields) -> EntryStamp:
    stamp = EntryStamp(
        fields.moment("made"),
        fields.moment("changed"),
        fields.integer("revision", 0, MOST_REVISIONS),
    )
    if stamp.changed < stamp.made:
        raise PlanError(f"{fields.at('changed')}: before it was made")
    return stamp


def _stamp_out(stamp: EntryStamp) -> dict[str, Any]:
    return {
        "made": stamp.made.astimezone(UTC).strftime(MOMENT),
        "changed": stamp.changed.astimezone(UTC).strftime(MOMENT),
        "revision": stamp.revision,
    }
