"""What each target has of the calendar: a small file a target, in a folder beside the plan.

It is written once a delivery is done. A run that is cut off between the two leaves the older memory, by
which the next export tells some changes once more; none is ever kept back. That of a kept file is written
first (kept.py says why).
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from heartplanner.core.calendar.delivery import DeliveredState
from heartplanner.core.calendar.event import Event
from heartplanner.core.calendar.export_options import (
    COLORS,
    DEFAULT_OPTIONS,
    LONGEST_ALARM,
    MOST_MONTHS,
    PHONE,
    Alarm,
    CalendarPart,
    ExportOptions,
    Privacy,
    check_options,
    default_options,
)
from heartplanner.core.edits.checks import check_line
from heartplanner.core.plan.model import PlanError
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.words.display_format import Language
from heartplanner.files import companion, disk, folders
from heartplanner.files.disk import FileError
from heartplanner.files.json_fields import Fields, list_of, parse_json

# Files keep the words of the first version ("handed-over", "choices", "cancelled", "colour"), whatever
# the code calls these things by now: memories of any age are read.
FORMAT, VERSION = "heartplanner-handed-over", 2
LIMIT = 16_000_000
MOST_EVENTS = 50_000
TARGET = re.compile(r"[a-z0-9][a-z0-9 -]{0,39}", re.ASCII)
DAMAGED = ".damaged"
"""What is added to the name of a memory that could not be read."""
EVENING = "_evening"
"""What is added to the key of an alarm that is at a time of the evening before."""
WAY_ON = "delete this file; the next calendar file then counts as the first"
TOO_LARGE = "it would be too large; export fewer months at once"
STAMP = "%Y-%m-%dT%H:%M:%SZ"


class DamagedLedgerError(FileError):
    """What is remembered of a target cannot be read; `set_aside` is the way on."""


def is_there(plan_file: Path, target: str) -> bool:
    """Whether anything is remembered of a target. Raises FileError."""
    return disk.is_there(_path(plan_file, target))


def fingerprint(plan_file: Path, target: str) -> str:
    """The digest of what is remembered of a target; "" where nothing is. Raises FileError."""
    path = _path(plan_file, target)
    return disk.digest(disk.read(path, LIMIT)) if disk.is_there(path) else ""


def load(plan_file: Path, target: str) -> DeliveredState:
    """What the target has; nothing if nothing was delivered yet. Raises DamagedLedgerError, FileError."""
    path = _path(plan_file, target)
    if not disk.is_there(path):
        return DeliveredState(_plain_name(target), options=default_options(_plain_name(target)))
    try:
        return _parse(disk.read(path, LIMIT), _plain_name(target))
    except PlanError as error:
        raise DamagedLedgerError(f"{path}: {error}; {WAY_ON}") from None
    except FileError as error:
        raise DamagedLedgerError(f"{error}; {WAY_ON}") from None


def target_state(plan_file: Path, target: str) -> DeliveredState:
    """What a target has, with its options; those of one's phone until it has its own. Raises FileError."""
    delivered = load(plan_file, target)
    if is_there(plan_file, target):
        return delivered
    return delivered._replace(options=load(plan_file, PHONE).options)


def save_options(plan_file: Path, target: str, options: ExportOptions) -> list[str]:
    """Remember options for a target, whatever it has. Raises FileError."""
    return save(plan_file, load(plan_file, target)._replace(options=options))


def save(plan_file: Path, state: DeliveredState) -> list[str]:
    """Remember what a target has. Returns what the place does not promise. Raises FileError.

    The limits of reading are checked first, so that nothing is written that could not be read again.
    """
    path = _path(plan_file, state.target)
    if max(len(state.events), len(state.gone)) > MOST_EVENTS:
        raise FileError(f"{path}: not saved: {TOO_LARGE}")
    folders.make_parent(path)
    # With no digest to compare: whoever delivered last knows what the target has.
    return companion.save(
        path,
        _state_json(state),
        lambda data: _state_json(_parse(data, _plain_name(state.target))),
        limit=LIMIT,
        too_large=TOO_LARGE,
    )


def set_aside(plan_file: Path, target: str) -> Path:
    """Give a memory that cannot be read another name: the next calendar is the first.

    Returns that name. Raises FileError.
    """
    path = _path(plan_file, target)
    # Not deleted: which UIDs were used up is written nowhere else.
    aside = path.with_name(path.name + DAMAGED)
    try:
        path.replace(aside)
    except OSError as error:
        raise FileError(f"{path}: cannot be renamed: {disk.reason(error)}") from None
    return aside


def _plain_name(target: str) -> str:
    """The one spelling of a target: "My phone", "my-phone" and "my phone" are the same."""
    return target.replace("-", " ").lower()


def _path(plan_file: Path, target: str) -> Path:
    target = target.lower()
    if not TARGET.fullmatch(target):
        raise FileError(
            f"{target!a}: use letters, digits, spaces and hyphens for this name, such as my-phone"
        )
    return folders.beside(plan_file, folders.DELIVERED) / f"{target.replace(' ', '-')}.json"


def _parse(data: bytes, target: str) -> DeliveredState:
    top = Fields(parse_json(data), "")
    version = top.integer("version", 1, 1_000_000)
    if top.text("format") != FORMAT or version > VERSION:
        raise PlanError(f"expected {FORMAT}, version {VERSION}")
    if _plain_name(top.text("target")) != target:
        raise PlanError(f"target: expected {target}")
    # Version 1 knew no options: what it delivered was made with the default ones.
    delivered = DeliveredState(
        target,
        top.date("day") if top.has("day") else None,
        tuple(map(_event, list_of(top.list("events", MOST_EVENTS)))),
        tuple(map(_event, list_of(top.list("gone", MOST_EVENTS)))),
        _options(top.within("choices")) if version > 1 else DEFAULT_OPTIONS,
    )
    top.end()
    return delivered


def _options(fields: Fields) -> ExportOptions:
    options = ExportOptions(
        parts=frozenset(CalendarPart(part) for part in fields.words("parts", list(CalendarPart))),
        word=fields.line("word"),
        alarm=_alarm(fields, "alarm"),
        privacy=fields.choice("privacy", Privacy),
        language=fields.choice("language", Language),
        name=fields.line("name"),
        color=fields.one_of("colour", ["", *COLORS]),
        months=fields.integer("months", 1, MOST_MONTHS),
        admin_alarm=_alarm(fields, "admin_alarm"),
    )
    fields.end()
    fields.must(check_options, options)
    return options


def _alarm(fields: Fields, key: str) -> Alarm | None:
    """The alarm of a kind of block; files that were written before there were several have one at most."""
    evening = f"{key}{EVENING}"
    if fields.has(evening):
        return fields.time(evening)
    return fields.integer(key, 0, LONGEST_ALARM) if fields.has(key) else None


def _event(fields: Fields) -> Event:
    all_day = fields.flag("all_day")
    # Moments are kept in UTC and shown in Durham's zone, so that a file moved elsewhere says the same.
    begin, end = (
        fields.date(key) if all_day else fields.moment(key).astimezone(ZONE)
        for key in ("start", "end")
    )
    event = Event(
        uid=fields.line("uid"),
        title=fields.line("title"),
        description=fields.text("description"),
        start=begin,
        end=end,
        all_day=all_day,
        sequence=fields.integer("sequence", 0, 1_000_000_000),
        changed=fields.moment("changed"),
        canceled=fields.flag("cancelled"),
        alarm=fields.integer("alarm", 0, LONGEST_ALARM) if fields.has("alarm") else None,
    )
    fields.end()
    fields.must(_check_event, event)
    return event


def _check_event(event: Event) -> None:
    """Refuse, with a PlanError, what no event is that this program makes."""
    if event.end < event.start:
        raise PlanError("it ends before it begins")
    for line in event.description.split("\n"):
        check_line(line)


def _state_json(state: DeliveredState) -> dict[str, Any]:
    head = {
        "format": FORMAT,
        "version": VERSION,
        "target": _plain_name(state.target),
        "day": state.day,
    }
    return _without_none(head) | {
        "choices": _options_json(state.options),
        "events": [_event_json(event) for event in state.events],
        "gone": [_event_json(event) for event in state.gone],
    }


def _options_json(options: ExportOptions) -> dict[str, object]:
    # Sorted, so that the same options are the same bytes.
    values = options._asdict() | {"parts": sorted(options.parts)}
    for key in ("alarm", "admin_alarm"):
        if isinstance(value := values[key], time):
            values |= {key: None, f"{key}{EVENING}": f"{value:%H:%M}"}
    return _without_none(_with_key(values, "color", "colour"))


def _event_json(event: Event) -> dict[str, object]:
    return _without_none(_with_key(event._asdict(), "canceled", "cancelled"))


def _with_key(values: dict[str, object], name: str, key: str) -> dict[str, object]:
    """The values in their order, with the key by which files know one of them."""
    return {key if field == name else field: value for field, value in values.items()}


def _without_none(values: dict[str, object]) -> dict[str, object]:
    """The values as JSON has them; what is None is left out."""
    return {key: _plain(value) for key, value in values.items() if value is not None}


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime(STAMP)
    return value.isoformat() if isinstance(value, date) else value
