"""What one can do with the plan as a whole: hand it over, open, copy, and go back to a version."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from heartplanner.core.compare import differences
from heartplanner.core.handover import plain_title
from heartplanner.core.horizon import first_day, last_day
from heartplanner.core.words import brief_day, clock, full_date
from heartplanner.files import planfile, versions
from heartplanner.files.disk import FileError
from heartplanner.store import Store
from heartplanner.ui.ask import agreed, say

if TYPE_CHECKING:
    from heartplanner.files.handing import Handing

CALENDARS = "Calendar files (*.ics)"
PLANS = "Plans (*.json)"
NAME, UPDATE_NAME = "HEART.ics", "HEART update.ics"
PHONE = "my phone"
SHOWN = 12
UPDATE = (
    "An update file has just these. Import it into the calendar HEART if your calendar program takes"
    " updates (Evolution, KDE, khal); for a phone, empty HEART and import the whole file. Save an update?"
)


class PlanActions:
    """What one can do to the plan; dialogs stand over `window`. `now`: the time in Durham."""

    def __init__(
        self,
        store: Store,
        now: Callable[[], datetime],
        hours24: Callable[[], bool],
        window: QWidget,
    ) -> None:
        self._hours24 = hours24
        self._store = store
        self._now = now
        self._window = window

    def hand_over(self) -> None:
        """Ask where to, write the twelve months that the command line would write, and say what to do."""
        path = self._ask("Save the calendar for the phone", NAME, CALENDARS, ".ics")
        if path is None:
            return
        try:
            done = self._handing().whole(path, self._now().date())
        except FileError as error:
            say(self._window, "Calendar not saved", str(error))
            return
        from heartplanner.ui.phone_guide import PhoneGuide

        said = [f"{path} is saved and read back: {done.receipt}.", f"On your phone: {done.since}."]
        PhoneGuide("\n\n".join([*said, *done.notes]), self._window).open()

    def hand_over_update(self) -> None:
        """Write only what has changed since the phone has the calendar, for one that takes updates."""
        handing = self._handing()
        try:
            done, words = handing.changes()
        except FileError as error:
            say(self._window, "It cannot be said", str(error))
            return
        if not (done.new or done.moved or done.changed or done.removed):
            say(self._window, "What changed", f"Your phone: {words}.")
            return
        lines = [
            f"{what}: {brief_day(each.day)}, {plain_title(each)}" for what, each in done.listed
        ]
        more = [f"and {len(lines) - SHOWN} more"] if len(lines) > SHOWN else []
        text = "\n".join([f"Your phone: {words}.", "", *lines[:SHOWN], *more, "", UPDATE])
        if not agreed(self._window, "What changed", text):
            return
        if path := self._ask("Save the update", UPDATE_NAME, CALENDARS, ".ics"):
            self._try_update(handing, path)

    def _try_update(self, handing: Handing, path: Path) -> None:
        try:
            done = handing.update(path, self._now().date())
        except FileError as error:
            say(self._window, "Update not saved", str(error))
            return
        say(self._window, "Update saved", "\n\n".join([f"{path}: {done.since}.", *done.notes]))

    def write_for_drag(self) -> str:
        """Write the calendar into a folder for passing things on; its path, or "" if it failed."""
        path = Path(tempfile.mkdtemp(prefix="heartplanner-")) / NAME
        try:
            self._handing("").whole(path, self._now().date())
        except FileError as error:
            say(self._window, "Calendar not written", str(error))
            return ""
        return str(path)

    def open(self, give: Callable[[Path], None]) -> None:
        """Ask for a plan file and give it to whoever opens windows."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, "Open a plan", str(self._store.path.parent), PLANS
        )
        if chosen:
            give(Path(chosen))

    def copy(self) -> None:
        """Save the plan under another name; the one in hand stays the one in hand."""
        path = self._ask("Save a copy", "my-plan.json", PLANS, ".json")
        if path is None:
            return
        try:
            if path.resolve() == self._store.path.resolve():
                raise FileError(f"{path}: this is the plan itself; choose another name")
            planfile.save(path, self._store.plan, "" if path.exists() else None)
        except FileError as error:
            say(self._window, "Copy not saved", str(error))
            return
        say(self._window, "Copy saved", f"{path} is a copy of your plan as it is now.")

    def may_close(self) -> bool:
        """Whether nothing would be lost, or the person wants to close all the same."""
        if self._store.unsaved:
            self._store.save()
        return not self._store.unsaved or agreed(
            self._window,
            "Not saved",
            "Your last changes could not be saved in the plan. They are kept among the earlier"
            " versions, if there is room. Close all the same?",
        )

    def restore(self) -> None:
        """Choose an earlier version by its date, see what differs, and go back to it."""
        kept = versions.versions(self._store.path)
        if not kept:
            say(self._window, "Restore", "No earlier version of this plan is kept yet.")
            return
        titles = [self._title(each.moment) for each in kept]
        title, ok = QInputDialog.getItem(
            self._window, "Restore an earlier version", "The plan as it was on", titles, 0, False
        )
        if not ok:
            return
        try:
            plan = planfile.load(kept[titles.index(title)].path).plan
        except FileError as error:
            say(self._window, "It cannot be restored", str(error))
            return
        differing = "\n".join(differences(self._store.plan, plan))
        question = f"{differing}\n\nGo back to the plan of {title}? You can undo it."
        if agreed(self._window, "Restore an earlier version", question):
            self._store.change(f"going back to {title}", plan)

    def _ask(self, title: str, name: str, kinds: str, suffix: str) -> Path | None:
        """Where to write a file of this kind; None if nowhere."""
        suggested = str(Path.home() / name)
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, suggested, kinds)
        path = Path(chosen)
        if not chosen or not self._may_write(path, suffix):
            return None
        return path if path.suffix else path.with_suffix(suffix)

    def _may_write(self, path: Path, suffix: str) -> bool:
        """Ask about a file that only the suffix we add makes an existing one: the dialog did not."""
        full = path.with_suffix(suffix)
        return (
            bool(path.suffix)
            or not full.exists()
            or agreed(self._window, "Replace it?", f"{full.name} is there already. Replace it?")
        )

    def _title(self, moment: datetime) -> str:
        here = moment.astimezone(self._now().tzinfo)
        return f"{full_date(here.date())}, {clock(here, self._hours24())}, {here.second} s"

    def _handing(self, target: str = PHONE) -> Handing:
        """The twelve months that the command line would write."""
        from heartplanner.files.handing import (
            Handing,  # slow to import, and not for the first picture
        )

        first = first_day(self._store.plan, self._now().date())
        span = first, last_day(first)
        return Handing(self._store.plan, self._store.path, span, target)
