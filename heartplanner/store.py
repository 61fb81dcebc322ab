"""The document for the window: every edit goes through it, and signals tell what came of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance

from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import Document
from heartplanner.files.disk import FileError
from heartplanner.files.plan.versions import Version


def now() -> datetime:
    """The moment of an edit: UTC, in whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)


TAKE_BACK = "take back "
"""How the names of steps begin that take a change back."""


class Store(QObject):
    """Edits, undoes, saves and watches a document. An edit that cannot be saved is kept all the same."""

    plan_changed = Signal(object)
    changed = Signal(str)
    undone = Signal(str)
    redone = Signal(str)
    """The name of the edit that was made, taken back, or made once more."""
    saved = Signal(list)
    """Sentences on what the place does not promise."""
    save_failed = Signal(str)
    """Why; `kept_aside` is set by then."""
    file_changed = Signal()
    """Another program wrote the file; the plan here is as it was."""

    def __init__(
        self,
        document: Document,
        clock: Callable[[], datetime] = now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._clock = clock
        self._kept_aside = False

    @property
    def plan(self) -> Plan:
        return self._document.plan

    @property
    def schedule(self) -> Schedule:
        """What follows from the plan; the same for as long as the plan is."""
        return self._document.schedule

    @property
    def path(self) -> Path:
        return self._document.path

    @property
    def unsaved(self) -> bool:
        """Whether the plan is not the one on the disk, because saving failed."""
        return self._document.unsaved

    @property
    def kept_aside(self) -> bool:
        """Whether a plan that could not be saved is kept among the earlier versions at least."""
        return self._kept_aside

    @property
    def undo_name(self) -> str:
        """What `undo` would take back; empty if nothing."""
        return self._document.undo_name

    @property
    def redo_name(self) -> str:
        return self._document.redo_name

    def moment(self) -> datetime:
        """The moment to give to an edit."""
        return self._clock()

    def change(self, name: str, after: Plan | Schedule) -> None:
        """Take a new plan in place of the old; `name` is what the edit is called in the menu.

        Whoever made its schedule hands that on.
        """
        plan = after.plan if isinstance(after, Schedule) else after
        # An edit that changes nothing is no step to undo, and no save.
        if plan != self.plan:
            self._edit(partial(self._document.change, name, after), self.changed, name)

    def amend(self, name: str, after: Plan) -> None:
        """Take another plan in place of the one that the last edit made: the two are one edit."""
        if after != self.plan:
            self._edit(partial(self._document.amend, name, after), self.changed, name)

    def undo(self) -> None:
        # Its name is asked for first: once it is done, it is that of the edit before.
        if name := self.undo_name:
            self._edit(self._document.undo, self.undone, name)

    def redo(self) -> None:
        if name := self.redo_name:
            self._edit(self._document.redo, self.redone, name)

    def _edit(self, edit: Callable[[datetime], list[str]], told: SignalInstance, name: str) -> None:
        """What was done is told first, then what follows from it."""
        self._save(edit)
        told.emit(name)
        self.plan_changed.emit(self.plan)

    def make_file(self) -> None:
        """Save a plan, before a calendar is made of it, that is in no file yet or whose history is not."""
        if self._document.needs_file:
            self._save(self._document.save)

    def save(self) -> None:
        """Write the plan; where that fails it is kept here, said, and written with the next edit."""
        self._save(self._document.save)

    def keep_mine(self) -> None:
        """Write the plan over what another program wrote, which is kept as a version."""
        self._save(self._document.keep_mine)

    def _save(self, save: Callable[[datetime], list[str]]) -> None:
        moment = self._clock()
        try:
            notes = save(moment)
        except FileError as error:
            # A second place, in case the program ends before it can be saved.
            self._kept_aside = self._document.keep_unsaved(moment)
            self.save_failed.emit(str(error))
            return
        self.saved.emit(notes)

    def check_step(self) -> None:
        """Check that the file is as it was left here. Raises FileError where another program wrote it."""
        if self.look_at_file():
            raise FileError(
                f"{self.path.name}: another program changed your schedule file; first choose above"
                " the calendar: Take its version, or Keep mine"
            )

    def look_at_file(self) -> bool:
        """Notice whether another program wrote the file meanwhile."""
        if not self._document.changed_elsewhere:
            return False
        self.file_changed.emit()
        return True

    def take_file(self) -> None:
        """Take what another program wrote, as an edit that can be undone. Raises FileError."""
        self._document.take_file(self._clock())
        self.plan_changed.emit(self.plan)

    def earlier(self) -> list[Version]:
        """The plan's earlier versions, newest first. Raises FileError."""
        return self._document.earlier()
