"""The plan file: JSON with a format version, the same bytes for the same plan, read strictly."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from heartplanner.core.edits.checks import check_change, check_holiday, check_milestone
from heartplanner.core.edits.edits import MOST_CHANGES, MOST_HOLIDAYS, MOST_MILESTONES
from heartplanner.core.edits.example import EXAMPLE_ID
from heartplanner.core.edits.leave import check_leave
from heartplanner.core.plan.change import Change
from heartplanner.core.plan.milestones import first_milestones
from heartplanner.core.plan.model import (
    Assignment,
    Milestone,
    OwnHoliday,
    Plan,
    PlanError,
    Search,
)
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files import disk, folders
from heartplanner.files.disk import FileError
from heartplanner.files.json_fields import Fields, list_of, parse_json
from heartplanner.files.plan.assignment_json import assignment_out, assignments_in
from heartplanner.files.plan.change_json import UnknownChangeError, what_in, what_out
from heartplanner.files.plan.history_json import history_in, history_out
from heartplanner.files.plan.search_json import search_in, search_out

FORMAT = "heartplanner-plan"
VERSION = 4
"""Version 1 had no milestones and no holidays, versions 1 and 2 no search and no guesses, versions 1 to 3
neither work week, nor shift hours of one's own, nor pay periods, leave, colleagues, other calendars, own
entries and pending swaps; all are read."""
LATER_PARTS = ("pay", "leave", "colleagues", "pending_swaps", "calendars", "entries")
"""The keys that version 4 brought, which stand only in files of plans that have such parts."""
LIMIT = 4_000_000
"""Bytes; a plan of a whole working life with ten changes a week stays under it."""
MOST_ASSIGNMENTS = 1000
MOST_REVISIONS = 40_000


class NewerVersionError(PlanError):
    """A plan file of a version that this program does not know."""


class Loaded(NamedTuple):
    """A plan, with what follows from it, and the bytes of the file that it was read from."""

    schedule: Schedule
    data: bytes

    @property
    def plan(self) -> Plan:
        return self.schedule.plan


def load(path: Path) -> Loaded:
    """Read a plan file. Raises FileError, one line that names the file, the place and the fault."""
    return _load(
        path,
        lambda: (
            "this schedule file is damaged; nothing was changed. Restore an earlier copy"
            f" ({restore_command(path)})."
        ),
    )


def load_copy(path: Path) -> Loaded:
    """Read a kept version of a plan file; it has none of its own. Raises FileError as `load` does."""
    return _load(path, lambda: "this earlier copy is damaged; choose another one.")


def _load(path: Path, damaged: Callable[[], str]) -> Loaded:
    """Read a plan file. `damaged`: makes what is said of one that is no plan, before the details.

    It is made only then: it asks where one's own plan lies, and to load the library that knows takes time.
    """
    data = disk.read(path, LIMIT)
    try:
        return Loaded(schedule_in(data), data)
    except NewerVersionError as error:
        newer = "this schedule file is from a newer Heart Planner; update the program."
        raise FileError(f"{path}: {newer} Details: {error}") from None
    except UnknownChangeError as error:
        # An update is named first: whoever restored a copy for want of one would lose what is newest.
        newer = "this may be from a newer Heart Planner: update the program first. Otherwise"
        raise FileError(f"{path}: {newer} {damaged()} Details: {error}") from None
    except PlanError as error:
        raise FileError(f"{path}: {damaged()} Details: {error}") from None


def restore_command(path: Path, what: str = "--list") -> str:
    """The command that lists the versions of a plan file, or restores the one of a stamp.

    Without --plan it is about one's own plan.
    """
    of_plan = "" if path == folders.own_plan() else f" --plan {shlex.quote(str(path))}"
    return f"heartplanner restore {what}{of_plan}"


def readable(path: Path, schedule: Schedule) -> bytes:
    """The bytes to save as the plan's file. Raises FileError for a plan that could not be loaded again.

    That its changes fit is known by its schedule.
    """
    # Read back before it is saved: a plan that cannot be opened again is worse than an error now.
    data = dump(schedule.plan)
    if len(data) > LIMIT:
        raise FileError(f"{path}: not saved: the schedule is too large; remove old changes first")
    try:
        same = _plan_in(data) == schedule.plan
    except PlanError as error:
        raise FileError(f"{path}: not saved: the check found a fault in it: {error}") from None
    if not same:
        raise FileError(f"{path}: not saved: the check found that it would not open as it is")
    return data


def new_id() -> str:
    """A plan's id, which nobody can guess: 64 random bits."""
    return os.urandom(8).hex()


def own(plan: Plan) -> Plan:
    """The plan as it is saved for the first time: the example's id gives way to one of its own."""
    # The example's id is known to all: from it the names in a copy for others could be worked out.
    return plan._replace(id=new_id()) if plan.id == EXAMPLE_ID else plan


def dump(plan: Plan) -> bytes:
    """The plan as JSON in UTF-8, two spaces a level, one line end at the end."""
    from heartplanner.files.plan.later_parts import later_parts_out

    value = {
        "format": FORMAT,
        "version": VERSION,
        "id": plan.id,
        "assignments": [assignment_out(assignment) for assignment in plan.assignments],
        "changes": [{"id": change.id, **what_out(change.what)} for change in plan.changes],
        "milestones": [_dated_out(milestone) for milestone in plan.milestones],
        "holidays": [_dated_out(holiday) for holiday in plan.holidays],
        "history": history_out(plan.history),
        **search_out(plan.search),
        **later_parts_out(plan),
    }
    # As letters, not as escapes, so that a person can read the file, too.
    text = json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False)
    return (text + "\n").encode()


def parse(data: bytes) -> Plan:
    """A plan from a plan file's bytes. Raises PlanError, which names the place."""
    return schedule_in(data).plan


def schedule_in(data: bytes) -> Schedule:
    """The same with what follows from it: whether its changes fit is seen only by that."""
    return Schedule(_plan_in(data))


def _plan_in(data: bytes) -> Plan:
    top = Fields(parse_json(data), "")
    version = _version(top)
    assignments = assignments_in(top.list("assignments", MOST_ASSIGNMENTS), version)
    changes = _changes(top.list("changes", MOST_CHANGES))
    plan = Plan(
        id=_plan_id(top),
        assignments=assignments,
        changes=changes,
        # What a version did not know yet gets the value with which it behaved all the same.
        milestones=first_milestones(assignments[0].start) if version == 1 else _milestones(top),
        holidays=() if version == 1 else _holidays(top),
        history=history_in(top.list("history", MOST_REVISIONS)),
        search=_search(top, assignments[0], version),
    )
    if version > 3 and any(map(top.has, LATER_PARTS)):
        from heartplanner.files.plan.later_parts import with_later_parts

        plan = with_later_parts(plan, top, version)
    # Unknown keys are refused: they may mean something that would be lost with the next save.
    top.end()
    check_leave(plan)
    _check_history(plan)
    return plan


def _version(top: Fields) -> int:
    """The version of a plan file. Raises PlanError for any other file, and for a newer version."""
    # Asked first: of any other file every further message would be misleading.
    if top.text("format") != FORMAT:
        raise PlanError(f'format: expected "{FORMAT}"')
    version = top.integer("version", 1, 1_000_000)
    if version > VERSION:
        raise NewerVersionError(
            f"version: {version} is newer than {VERSION}, which this program reads"
        )
    return version


def _check_history(plan: Plan) -> None:
    if not plan.history or plan.history[0].first > plan.start or plan.history[0].last:
        raise PlanError("history: expected to begin at the start date, without a last date")
    # Stamps of events come from here (SEQUENCE must rise), so their order is checked.
    for index, (one, two) in enumerate(pairwise(plan.history), 1):
        if two.at < one.at:
            raise PlanError(f"history[{index}].at: before the one before it")


def _plan_id(top: Fields) -> str:
    text = top.text("id")
    if not (0 < len(text) <= 64 and text.isascii() and text.replace("-", "").isalnum()):
        raise PlanError("id: expected 1 to 64 letters, digits and hyphens")
    return text


def _search(top: Fields, first: Assignment, version: int) -> Search | None:
    if version < 3 or not top.has("search"):
        return None
    return search_in(top, first, by_work_week=version > 3)


def _changes(values: tuple[list[Any], str]) -> tuple[Change, ...]:
    changes: list[Change] = []
    known: set[int] = set()
    for fields in list_of(values):
        change = Change(_new_id(fields, known), what_in(fields))
        fields.end()
        fields.must(check_change, change.what)
        changes.append(change)
    return tuple(changes)


def _milestones(top: Fields) -> tuple[Milestone, ...]:
    milestones: list[Milestone] = []
    known: set[int] = set()
    for fields in list_of(top.list("milestones", MOST_MILESTONES)):
        milestone = Milestone(
            _new_id(fields, known), fields.date("date"), fields.text("title"), fields.flag("done")
        )
        fields.end()
        fields.must(check_milestone, milestone)
        milestones.append(milestone)
    return tuple(milestones)


def _holidays(top: Fields) -> tuple[OwnHoliday, ...]:
    holidays: list[OwnHoliday] = []
    for fields in list_of(top.list("holidays", MOST_HOLIDAYS)):
        holiday = OwnHoliday(fields.date("date"), fields.text("name"))
        fields.end()
        fields.must(check_holiday, holiday)
        if holidays and holiday.date <= holidays[-1].date:
            raise PlanError(f"{fields.at('date')}: not after the holiday before it")
        holidays.append(holiday)
    return tuple(holidays)


def _new_id(fields: Fields, known: set[int]) -> int:
    """An id that no other of its list has; `known` holds those read before."""
    number = fields.integer("id", 1, 1_000_000)
    if number in known:
        raise PlanError(f"{fields.at('id')}: {number} is used twice")
    known.add(number)
    return number


def _dated_out(dated: Milestone | OwnHoliday) -> dict[str, Any]:
    return {**dated._asdict(), "date": dated.date.isoformat()}
