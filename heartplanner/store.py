"""The one door to the plan: every change goes through it, is saved at once and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files import disk, folders
from heartplanner.files.disk import FileError
from heartplanner.files.plan import planfile, versions

VERSION_EVERY = timedelta(minutes=1)
"""Between two kept versions; the steps in between can be undone."""


class Step(NamedTuple):
    """One thing done: its name, and the plan before it (on the way back: after it)."""

    name: str
    plan: Plan


def now() -> datetime:
    """The moment of an edit: UTC, in whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)


class Store(QObject):
    """Holds the plan, its file and the steps that can be undone.

    `digest` is that of the file the plan was read from, or None where there is no file yet.
    """

    plan_changed = Signal(object)
    saved = Signal(list)
    """Sentences on what the place does not promise."""
    save_failed = Signal(str)
    file_changed = Signal()
    """Another program wrote the file; the plan in hand is as it was."""

    def __init__(
        self,
        plan: Plan,
        path: Path,
        digest: str | None,
        clock: Callable[[], datetime] = now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._schedule = Schedule(plan)
        self._path = path
        self._digest = digest
        self._clock = clock
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._unsaved = False
        self._kept: datetime | None = None

    @property
    def plan(self) -> Plan:
        return self._schedule.plan

    @property
    def schedule(self) -> Schedule:
        """What follows from the plan; the same for as long as the plan is."""
        return self._schedule

    @property
    def path(self) -> Path:
        return self._path

    @property
    def unsaved(self) -> bool:
        """Whether the plan in hand is not the one on the disk, because saving failed."""
        return self._unsaved

    @property
    def undo_name(self) -> str:
        """What `undo` would take back; empty if nothing."""
        return self._done[-1].name if self._done else ""

    @property
    def redo_name(self) -> str:
        return self._undone[-1].name if self._undone else ""

    def moment(self) -> datetime:
        """The moment to give to an edit."""
        return self._clock()

    def change(self, name: str, after: Plan | Schedule) -> None:
        """Take a new plan in place of the old; `name` is what the step is called in the menu.

        Whoever made its schedule hands that on.
        """
        plan = after.plan if isinstance(after, Schedule) else after
        if plan == self.plan:
            return
        self._done.append(Step(name, self.plan))
        self._undone.clear()
        self._set(after)

    def undo(self) -> None:
        if self._done:
            step = self._done.pop()
            self._undone.append(Step(step.name, self.plan))
            self._set(step.plan)

    def redo(self) -> None:
        if self._undone:
            step = self._undone.pop()
            self._done.append(Step(step.name, self.plan))
            self._set(step.plan)

    def keep(self) -> None:
        """Save a plan that is in no file yet: its events are known by its id from now on."""
        if self._digest is None:
            self.save()

    def save(self) -> None:
        """Write the plan; where that fails it is kept in hand, said, and written with the next step."""
        try:
            if self._digest is None:
                folders.make_parent(self._path)
            notes = self._keep_version()
            notes += planfile.save(self._path, self.plan, self._digest)
        except FileError as error:
            self._unsaved = True
            self._keep_unsaved()
            self.save_failed.emit(str(error))
            return
        self._digest = disk.digest(planfile.dump(self.plan))
        self._unsaved = False
        self.saved.emit(notes)

    def _keep_unsaved(self) -> None:
        """Keep a plan that could not be saved as a version, from where it can be brought back."""
        versions.keep(self._path, planfile.dump(self.plan), self._clock())

    def _keep_version(self) -> list[str]:
        """Keep what is on the disk as a version; returns what went wrong, which holds up nothing."""
        now = self._clock()
        if self._digest is None or (self._kept and now - self._kept < VERSION_EVERY):
            return []
        self._kept = now
        data = disk.read(self._path, planfile.LIMIT)
        return versions.keep(self._path, data, now)

    def check_step(self) -> None:
        """The plan in hand is the one on the disk. Raises FileError where another program wrote it."""
        if self.look_at_file():
            raise FileError(
                f"{self._path.name}: another program changed this plan; take its plan or keep yours"
                " first, above the calendar"
            )

    def look_at_file(self) -> bool:
        """Notice whether another program wrote the file meanwhile."""
        if not self._digest and not disk.is_there(self._path):
            return False
        try:
            digest = disk.digest(disk.read(self._path, planfile.LIMIT))
        except FileError:
            digest = ""
        if digest == self._digest:
            return False
        self.file_changed.emit()
        return True

    def take_file(self) -> None:
        """Take what another program wrote, as a step that can be undone. Raises FileError."""
        loaded = planfile.load(self._path)
        self._done.append(Step("change by another program", self.plan))
        self._undone.clear()
        self._schedule, self._digest, self._unsaved = loaded.schedule, loaded.digest, False
        self.plan_changed.emit(self.plan)

    def keep_mine(self) -> None:
        """Write the plan in hand over what another program wrote, which is kept as a version."""
        self._digest = disk.digest(disk.read(self._path, planfile.LIMIT))
        self._kept = None
        self.save()

    def _set(self, after: Plan | Schedule) -> None:
        self._schedule = after if isinstance(after, Schedule) else Schedule(after)
        self.save()
        self.plan_changed.emit(self.plan)
