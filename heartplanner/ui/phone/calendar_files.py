"""The calendar as a file: saved, saved again in the same place, dragged away, or only what changed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from heartplanner.core.calendar.export_options import PHONE
from heartplanner.core.words.english import full_date
from heartplanner.files.disk import FileError
from heartplanner.ui.phone.calendar_path import ask_calendar_path, may_not_be_renewed
from heartplanner.ui.phone.phone_exports import PhoneExports
from heartplanner.ui.phone.phone_memory import PhoneKind, PhoneMemory
from heartplanner.ui.phone.phone_text import (
    ASIDE,
    FILE_TITLES,
    WHO,
    file_name,
    off_phone,
    saved_text,
    sent_days,
    who,
)
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.message_boxes import agreed, say, say_saved

if TYPE_CHECKING:
    from heartplanner.files.calendar.export import Export, ExportResult

PrintLines = Callable[[str, Sequence[tuple[str, str]]], None]

UPDATE_NAME = "HEART update.ics"
GUIDES = {
    PhoneKind.IPHONE: "iPhone",
    PhoneKind.ANDROID: "Android",
    PhoneKind.OTHER: "Another program",
}
"""With which steps the guide opens."""


class CalendarFiles:
    """Dialogs stand over `parent`; `print_lines` prints a title and lines."""

    def __init__(
        self,
        session: Session,
        exports: PhoneExports,
        memory: PhoneMemory,
        print_lines: PrintLines,
        parent: QWidget,
    ) -> None:
        self._session, self._store = session, session.store
        self._exports, self._memory = exports, memory
        self._print_lines, self._parent = print_lines, parent

    def save(self, target: str = PHONE) -> Path | None:
        """Ask for a file, write what the command line would write, and say what to do with it.

        Returns where it was saved; None where it was not.
        """
        try:
            export = self.readable_export(target)
            if export is None:
                return None
            name = f"{file_name(export.options)}.ics"
            path = ask_calendar_path(self._parent, FILE_TITLES[export.target], name)
            if path is None:
                return None
            done = self._write(export, path)
        except FileError as error:
            say(self._parent, "Calendar not saved", str(error))
            return None
        self._guide(export, done, path)
        return path

    def renew(self, path: Path) -> bool:
        """Save the phone's file where it was saved before, and say so in a line; whether that was done.

        No question is asked: what is there was made by this program.
        """
        try:
            export = None if may_not_be_renewed(path) else self.readable_export()
            if export is None:
                return False
            done = self._write(export, path)
        except FileError as error:
            say(self._parent, "Calendar not saved", str(error))
            return False
        self._session.told.emit(" ".join([saved_text(path, PHONE), *done.notes]))
        return True

    def _write(self, export: Export, path: Path) -> ExportResult:
        """Write the whole calendar, and remember it. Raises FileError."""
        self._store.make_file()
        done = export.whole(path, self._session.now().date())
        self._note_saved(export, path)
        return done

    def _note_saved(self, export: Export, path: Path) -> None:
        """A file was saved: one for the phone waits there until it is said to be on it."""
        if export.target == PHONE:
            self._session.settings.keep_waiting(self._store.path, path)
            self._memory.keep_sent(PHONE, self._session.now(), sent_days(export.diff))
        self._session.delivered.emit()

    def _guide(self, export: Export, done: ExportResult, path: Path) -> None:
        """Say what was saved, and how it gets onto the phone."""
        text = [
            saved_text(path, export.target),
            f"The file is {path}. Its last day is {full_date(export.span[1])}. {done.receipt}",
            f"{WHO[export.target]} {done.changes_text}.",
            *(*done.notes, *off_phone(export)),
        ]
        self._open_guide("\n\n".join(text), path, export, again=done.again)

    @property
    def waiting(self) -> Path | None:
        """The file that was saved and is not said to be on the phone yet."""
        return self._session.settings.waiting(self._store.path)

    def show_waiting(self) -> None:
        """Say again how the file that was saved gets onto the phone; without one, save it."""
        path = self.waiting
        if path is None or not path.exists():
            self.save()
            return
        try:
            export = self._exports.export()
        except FileError as error:
            say(self._parent, "This cannot be read", str(error))
            return
        text = f"{saved_text(path, PHONE)}\n\nThe file is {path}."
        # What the phone had before that file is not known any more: emptying first is always right.
        self._open_guide(text, path, export, again=True)

    def _open_guide(self, words: str, path: Path, export: Export, *, again: bool) -> None:
        from heartplanner.ui.phone.guide.phone_guide import PhoneGuide

        title, theme = export.options.title, self._session.theme
        guide = PhoneGuide(words, path, title, theme, self._parent, again=again)
        guide.print_wanted.connect(self._print_lines)
        if export.target == PHONE:
            guide.begin_with(GUIDES[self._memory.choice.kind])
            guide.offer_arrived()
            guide.accepted.connect(self.arrived)
        guide.open()

    def arrived(self) -> None:
        """The file that was saved is on the phone, as the person says or the Wi-Fi proved."""
        self._session.settings.keep_waiting(self._store.path, None)
        self._session.delivered.emit()
        self._session.told.emit("Noted: the calendar that you saved is on your phone.")

    def write_for_drag(self) -> str:
        """Write the calendar into a folder for passing things on; its path, or "" if it failed."""
        try:
            self._store.make_file()
            export = self._exports.export(remembered=False)
            # Nobody tells when a drag is over, so the file is left for the system to clear away.
            folder = Path(tempfile.mkdtemp(prefix="heartplanner-"))
            path = folder / f"{file_name(export.options)}.ics"
            export.whole(path, self._session.now().date())
        except FileError as error:
            say(self._parent, "Calendar not written", str(error))
            return ""
        return str(path)

    def readable_export(self, target: str = PHONE) -> Export | None:
        """What is to be exported now; it offers to set a memory aside that cannot be read.

        None where that is not wanted. Raises FileError.
        """
        from heartplanner.files.calendar import ledger

        try:
            return self._exports.export(target)
        except ledger.DamagedLedgerError as error:
            title = f"{who(target)}: what it has cannot be read"
            if not agreed(self._parent, title, f"{error}.\n\n{ASIDE}", "Set it aside"):
                return None
            ledger.set_aside(self._store.path, target)
            return self._exports.export(target)

    def save_update(self, export: Export) -> None:
        """Ask for a file, and write only what changed for the phone."""
        path = ask_calendar_path(self._parent, "Save the update", UPDATE_NAME)
        if path is None:
            return
        try:
            done = export.update(path, self._session.now().date())
        except FileError as error:
            say(self._parent, "Update not saved", str(error))
            return
        self._note_saved(export, path)
        text = f"{saved_text(path, PHONE)} {done.receipt}\n\nYour phone {done.changes_text}."
        say_saved(self._parent, "Update saved", "\n\n".join([text, *done.notes]), path)
