"""The one door to a plan on disk, for the window and the command line: both leave the same files behind.

A document loads its plan, saves each edit at once, keeps every saved state as a version, and remembers
the edits, so that they can be undone. The versions and the other companions of a plan file lie where
files/folders.py says.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from heartplanner.core.edits.history import facts, restored, returned
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files import disk, folders
from heartplanner.files.disk import FileError
from heartplanner.files.plan import planfile, versions
from heartplanner.files.plan.planfile import Loaded
from heartplanner.files.plan.versions import Version


class Edit(NamedTuple):
    """One thing done: its name, and the plan before it (once it is undone: after it)."""

    name: str
    plan: Plan


class Document:
    """A plan that is being edited, with what follows from it, and the file that it is saved in.

    `held` is what the file held when it was last read or written, None where there is no file yet. It
    need not be this plan: a damaged file, or one that is to be replaced, is saved over like any other
    and kept as a version first. `now` is the moment of an edit, in UTC and whole seconds. Saving
    returns what the place does not promise, as sentences.
    """

    def __init__(self, path: Path, schedule: Schedule, held: bytes | None) -> None:
        self.path = path
        self._schedule = schedule
        self._held = held
        self._held_is_kept = False
        self._unsaved = False
        self._goes_on = False
        self._done: list[Edit] = []
        self._undone: list[Edit] = []

    @classmethod
    def load(cls, path: Path) -> Document:
        """The document of a plan file. Raises FileError, which names the file, the place and the fault.

        Of an older file that was put back the history goes on from the newest version beside it.
        """
        loaded = planfile.load(path)
        document = cls(path, _going_on(path, loaded), loaded.data)
        document._goes_on = document.plan != loaded.plan
        return document

    @property
    def plan(self) -> Plan:
        return self._schedule.plan

    @property
    def schedule(self) -> Schedule:
        """What follows from the plan; the same for as long as the plan is."""
        return self._schedule

    @property
    def in_file(self) -> bool:
        """Whether there is a file; the example is in none until it is edited or exported."""
        return self._held is not None

    @property
    def goes_on(self) -> bool:
        """Whether the plan has a history that its file lacks, since an older file was put in place."""
        return self._goes_on

    @property
    def needs_file(self) -> bool:
        """Whether it must be saved before a calendar is made: events are known by its id and its stamps."""
        return not self.in_file or self.goes_on

    @property
    def unsaved(self) -> bool:
        """Whether the plan is not the one on the disk, because saving failed."""
        return self._unsaved

    @property
    def undo_name(self) -> str:
        """What `undo` would take back; empty if nothing."""
        return self._done[-1].name if self._done else ""

    @property
    def redo_name(self) -> str:
        return self._undone[-1].name if self._undone else ""

    @property
    def changed_elsewhere(self) -> bool:
        """Whether another program wrote or removed the file since it was last read or written."""
        if self._held is None:
            return disk.is_there(self.path)
        try:
            return disk.read(self.path, planfile.LIMIT) != self._held
        except FileError:
            return True

    def change(self, name: str, after: Plan | Schedule, now: datetime) -> list[str]:
        """Take a new plan in place of the old and save it; `name` is what the edit is called in a menu.

        Whoever made its schedule hands that on. Raises FileError where it cannot be saved: it is kept here
        all the same, and `unsaved`.
        """
        self._done.append(Edit(name, self.plan))
        self._undone.clear()
        self._schedule = after if isinstance(after, Schedule) else Schedule(after)
        return self.save(now)

    def amend(self, name: str, after: Plan, now: datetime) -> list[str]:
        """Take another plan in place of the one that the last edit made, as one edit with it, and save.

        A plan that says the same as the one before that edit leaves none. Raises FileError as `change`
        does.
        """
        before = self._done.pop().plan
        if facts(after) != facts(before):
            self._done.append(Edit(name, before))
        self._undone.clear()
        self._schedule = Schedule(returned(self.plan, after, now))
        return self.save(now)

    def undo(self, now: datetime) -> list[str]:
        """Take the last edit back, if there is one, and save. Raises FileError as `change` does.

        The plan's facts are then those of before; its history goes on, since calendars saw the edit.
        """
        return self._turn(self._done, self._undone, now)

    def redo(self, now: datetime) -> list[str]:
        return self._turn(self._undone, self._done, now)

    def _turn(self, taken: list[Edit], given: list[Edit], now: datetime) -> list[str]:
        if not taken:
            return []
        edit = taken.pop()
        given.append(Edit(edit.name, self.plan))
        self._schedule = Schedule(returned(self.plan, edit.plan, now))
        return self.save(now)

    def save(self, now: datetime) -> list[str]:
        """Write the plan over what the file held. Raises FileError: the old file is whole then."""
        # Until the very end: whatever fails on the way, the plan here is not the one on the disk.
        self._unsaved = True
        data = planfile.readable(self.path, self._schedule)
        notes: list[str] = []
        if self._held is None:
            folders.make_parent(self.path)
            notes += disk.save(self.path, data)
        elif self._held_is_kept:
            notes += disk.save(self.path, data, loaded=disk.digest(self._held))
        else:
            notes += self._replace_unkept(self._held, data, now)
        self._held, self._unsaved, self._goes_on = data, False, False
        # After the save, so that on a full disk it takes no room which that needed.
        missed = versions.keep(self.path, data, now).notes
        self._held_is_kept = not missed
        return list(dict.fromkeys(notes + missed))

    def _replace_unkept(self, held: bytes, data: bytes, now: datetime) -> list[str]:
        """Save over a state that no version holds yet: it is kept before it is gone, if there is room."""
        loaded = disk.digest(held)
        kept = versions.keep(self.path, held, now)
        try:
            return kept.notes + disk.save(self.path, data, loaded=loaded)
        except disk.NoRoomError:
            if kept.new is None:
                raise
            # What is saved now comes first: it gets the room, and the state before it what is left.
            with contextlib.suppress(OSError):
                kept.new.unlink()
            notes = disk.save(self.path, data, loaded=loaded)
            return notes + versions.keep(self.path, held, now).notes

    def keep_unsaved(self, now: datetime) -> bool:
        """Keep a plan that could not be saved as a version, from where it can be brought back.

        Returns whether it is kept: what cannot be saved often cannot be kept either.
        """
        return not versions.keep(self.path, planfile.dump(self.plan), now).notes

    def take_file(self, now: datetime) -> None:
        """Take what another program wrote, as an edit that can be undone. Raises FileError.

        Of a file that knows nothing of the last edits here, an older copy for one, the facts are taken;
        the history that goes on is saved with the next edit or calendar.
        """
        # Read before anything here is replaced: a damaged file changes nothing.
        loaded = planfile.load(self.path)
        schedule = _going_on(self.path, loaded)
        self._done.append(Edit("change by another program", self.plan))
        self._undone.clear()
        taken = returned(self.plan, schedule.plan, now)
        self._schedule = schedule if taken is schedule.plan else Schedule(taken)
        self._held, self._held_is_kept, self._unsaved = loaded.data, False, False
        self._goes_on = self.plan != loaded.plan

    def keep_mine(self, now: datetime) -> list[str]:
        """Write the plan over what another program wrote. Raises FileError as `change` does."""
        self._unsaved = True
        self._held, self._held_is_kept = held(self.path), False
        with contextlib.suppress(PlanError):  # what cannot be read was in no calendar
            mine = returned(planfile.parse(self._held or b""), self.plan, now)
            self._schedule = self._schedule if mine is self.plan else Schedule(mine)
        return self.save(now)

    def earlier(self) -> list[Version]:
        """The versions but for the state that the file is in, newest first. Raises FileError."""
        return earlier(self.path, self._held)


def _going_on(path: Path, loaded: Loaded) -> Schedule:
    """The schedule of a plan file, with a history that goes on from the newest version beside it.

    Only where another program put an older file back is it another than the file's.
    """
    kept: list[Version] = []
    with contextlib.suppress(FileError):
        kept = versions.versions(path)
    if not kept or versions.holds(kept[0], loaded.data):
        return loaded.schedule
    after = _continued(loaded.plan, kept)
    return loaded.schedule if after == loaded.plan else Schedule(after)


def _continued(plan: Plan, newest_first: Iterable[Version]) -> Plan:
    """The facts of a plan, with a history that goes on from the newest version of its schedule.

    Nothing in it comes from a clock, so that it is the same at each look until it is saved.
    """
    last = _newest_of(plan, newest_first)
    if last is None:
        return plan
    at = last.history[-1].at
    after = returned(last, plan, at)
    return after if after.history == plan.history else restored(last, plan, at)


def _newest_of(plan: Plan, newest_first: Iterable[Version]) -> Plan | None:
    """The plan of the newest version of a plan's schedule that can be read."""
    for version in newest_first:
        with contextlib.suppress(FileError):
            known = planfile.load_copy(version.path).plan
            if known.id == plan.id:
                return known
    return None


def restored_version(
    version: Version, present: Plan | None, others: Sequence[Version], now: datetime
) -> Plan:
    """The plan of a version as an edit of what was saved last of its schedule. Raises FileError.

    `present`: the plan in the file, if it can be read; else, and for a copy of another schedule, the last
    state is the newest of `others`, which are in their order, that can be read.
    """
    copy = planfile.load_copy(version.path).plan
    if present and present.id == copy.id:
        return restored(_continued(present, others), copy, now)
    last = _newest_of(copy, others)
    return restored(last, copy, now) if last else copy


def held(path: Path) -> bytes | None:
    """What a file holds, whether or not that is a plan; None if it is not there. Raises FileError."""
    return disk.read(path, planfile.LIMIT) if disk.is_there(path) else None


def earlier(path: Path, present: bytes | None) -> list[Version]:
    """The versions of a plan file but for its present state, newest first. Raises FileError."""
    kept = versions.versions(path)
    if present is not None and kept and versions.holds(kept[0], present):
        return kept[1:]
    return kept


def save_copy(path: Path, schedule: Schedule, now: datetime) -> list[str]:
    """Save a plan under another name; a file that is there is kept as a version of its own first.

    Returns what the place does not promise. Raises FileError.
    """
    # The plan is proved to be readable before the file of that name is touched.
    before, data = held(path), planfile.readable(path, schedule)
    notes = [] if before is None else versions.keep(path, before, now).notes
    loaded = None if before is None else disk.digest(before)
    return notes + disk.save(path, data, loaded=loaded)
