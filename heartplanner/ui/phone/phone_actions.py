"""What one can do to bring the plan's calendar to a phone, or a copy of it to others."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from heartplanner.core.calendar.delivery_text import change_lines, missing_text
from heartplanner.core.calendar.export_options import PHONE, ExportOptions
from heartplanner.core.schedule.ranges.default_range import first_day
from heartplanner.core.words.english import full_date
from heartplanner.files.disk import FileError
from heartplanner.ui.phone.calendar_path import ask_calendar_path
from heartplanner.ui.phone.phone_text import (
    ASIDE,
    FILE_TITLES,
    PAST_DAYS,
    WHO,
    file_name,
    known_text,
    off_phone,
    saved_text,
)
from heartplanner.ui.phone_state import PhoneState
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.message_boxes import agreed, say, say_saved

if TYPE_CHECKING:
    from heartplanner.files.calendar.export import Export, ExportResult
    from heartplanner.share.caldav.sync import SyncRequest

PrintLines = Callable[[str, Sequence[tuple[str, str]]], None]

UPDATE_NAME = "HEART update.ics"


class PhoneActions:
    """Bringing the calendar to a phone or to the family.

    Dialogs stand over `parent`; `print_lines` prints a title and lines.

    The modules that make calendars are imported where they are used: the first picture needs none.
    """

    def __init__(self, session: Session, print_lines: PrintLines, parent: QWidget) -> None:
        self._session = session
        self._store = session.store
        self._print_lines = print_lines
        self._parent = parent

    def put_on_phone(self, target: str = PHONE) -> bool:
        """Ask for a file, write what the command line would write, and say what to do with it.

        Returns whether it was saved.
        """
        try:
            export = self.readable_export(target)
        except FileError as error:
            say(self._parent, "Calendar not saved", str(error))
            return False
        if export is None:
            return False
        name = f"{file_name(export)}.ics"
        path = ask_calendar_path(self._parent, FILE_TITLES[export.target], name)
        if path is None:
            return False
        self._store.make_file()
        try:
            done = export.whole(path, self._session.now().date())
        except FileError as error:
            say(self._parent, "Calendar not saved", str(error))
            return False
        if target == PHONE:
            self._session.settings.keep_waiting(self._store.path, path)
        self._session.delivered.emit()
        self._guide(export, done, path)
        return True

    def _guide(self, export: Export, done: ExportResult, path: Path) -> None:
        """Say what was saved, and how it gets onto the phone."""
        text = [
            saved_text(path, export.target),
            f"The file is {path}. Its last day is {full_date(export.span[1])}. {done.receipt}",
            f"{WHO[export.target]} {done.changes_text}.",
            *(*done.notes, *off_phone(export)),
        ]
        self._open_guide("\n\n".join(text), path, export, again=done.again)

    def show_waiting(self) -> None:
        """Say again how the file that was saved gets onto the phone; without one, save it."""
        path = self._waiting()
        if path is None or not path.exists():
            self.put_on_phone()
            return
        try:
            export = self.export()
        except FileError as error:
            say(self._parent, "This cannot be read", str(error))
            return
        text = f"{saved_text(path, PHONE)}\n\nThe file is {path}."
        # What the phone had before that file is not known any more: emptying first is always right.
        self._open_guide(text, path, export, again=True)

    def _open_guide(self, words: str, path: Path, export: Export, *, again: bool) -> None:
        from heartplanner.ui.phone.phone_guide import PhoneGuide

        title, theme = export.options.title, self._session.theme
        guide = PhoneGuide(words, path, title, theme, self._parent, again=again)
        guide.print_wanted.connect(self._print_lines)
        if export.target == PHONE:
            guide.offer_arrived()
            guide.accepted.connect(self.arrived)
        guide.open()

    def arrived(self) -> None:
        """The file that was saved is on the phone, as the person says or the Wi-Fi proved."""
        self._session.settings.keep_waiting(self._store.path, None)
        self._session.delivered.emit()
        self._session.told.emit("Noted: the calendar that you saved is on your phone.")

    def _waiting(self) -> Path | None:
        return self._session.settings.waiting(self._store.path)

    def send_by_wifi(self, target: str = PHONE) -> None:
        """Offer the calendar to a phone on the same Wi-Fi; once it has it whole, that is remembered."""
        try:
            export = self.readable_export(target)
            if export is None:
                return
            data, receipt = export.data()
        except FileError as error:
            say(self._parent, "This cannot be sent", str(error))
            return
        from heartplanner.ui.phone.lan_dialog import open_lan_dialog

        title = export.options.title
        text = f"{receipt}\n\n{self._known(export)}"
        if not export.diff.first:
            text += f"\n\nDelete the calendar {title} on the phone first: importing doubles what is there."
        dialog = open_lan_dialog(data, text, self._parent)
        dialog.fetched.connect(lambda: self._remember(export))

    def choose(self) -> None:
        """Choose what the calendar holds, and how it says it."""
        from heartplanner.ui.phone.export_options_dialog import ChoicesDialog

        try:
            first = self.readable_export()
        except FileError as error:
            say(self._parent, "This cannot be read", str(error))
            return
        if first is None:
            return
        dialog = ChoicesDialog(first, self.readable_export, self._keep, self._parent)
        dialog.file_wanted.connect(self.put_on_phone)
        dialog.wifi_wanted.connect(self.send_by_wifi)
        dialog.open()

    def changed(self) -> None:
        """Say what has changed since the phone has the calendar, and write only that if it is wanted."""
        from heartplanner.ui.phone.changes_dialog import ChangesDialog

        try:
            export = self.readable_export()
        except FileError as error:
            say(self._parent, "This cannot be compared", str(error))
            return
        if export is None:
            return
        done, words = export.diff, self._known(export)
        if done.first or not done.any:
            past = "" if done.first else f" {PAST_DAYS}"
            say(self._parent, "What your phone doesn't have yet", f"{words}{past}")
            return
        dialog = ChangesDialog(words, change_lines(done), self._parent)
        dialog.file_wanted.connect(self.put_on_phone)
        dialog.print_wanted.connect(self._print_lines)
        dialog.update_wanted.connect(lambda: self._update(export))
        dialog.open()

    def _known(self, export: Export) -> str:
        waits = self._waiting() if export.target == PHONE else None
        return known_text(export, self._session.now().date(), waits)

    def keep_in_step(self) -> None:
        """A calendar on a server, with what was typed before; loaded only here, with what it needs."""
        from heartplanner.ui.phone.publish_dialog import open_publish_dialog

        open_publish_dialog(self._session, self._sync_request, self._parent)

    def _sync_request(self, account: str) -> SyncRequest:
        """What the calendar of the account of this name is to have. Raises FileError."""
        from heartplanner.files.calendar.export import days_from
        from heartplanner.share.caldav.account import calendar_state
        from heartplanner.share.caldav.sync import SyncRequest

        self._store.check_step()
        path, first = self._store.path, first_day(self._store.plan, self._session.now().date())
        delivered = calendar_state(path, account)
        span = days_from(first, delivered.options)
        return SyncRequest(self._store.schedule, path, span, delivered)

    def state(self) -> PhoneState:
        """What is known of the phone. Raises FileError."""
        waiting, delivered = self._waiting(), self._delivered()
        return PhoneState(delivered, self._old(), waiting.name if waiting and delivered else "")

    def _old(self) -> str:
        """What differs on the days that the phone has, in words; "" if nothing. Raises FileError."""
        from heartplanner.files.calendar import ledger
        from heartplanner.files.calendar.export import of_delivered_days

        if not ledger.is_there(self._store.path, PHONE):
            return ""
        self._store.check_step()
        first = first_day(self._store.plan, self._session.now().date())
        export = of_delivered_days(self._store.schedule, self._store.path, first, PHONE)
        return missing_text(export.diff)

    def _delivered(self) -> bool:
        """Whether a calendar was ever made for the phone."""
        from heartplanner.files.calendar import ledger

        return ledger.is_there(self._store.path, PHONE)

    def write_for_drag(self) -> str:
        """Write the calendar into a folder for passing things on; its path, or "" if it failed."""
        try:
            self._store.make_file()
            export = self.export(remembered=False)
            # Nobody tells when a drag is over, so the file is left for the system to clear away.
            path = Path(tempfile.mkdtemp(prefix="heartplanner-")) / f"{file_name(export)}.ics"
            export.whole(path, self._session.now().date())
        except FileError as error:
            say(self._parent, "Calendar not written", str(error))
            return ""
        return str(path)

    def readable_export(self, target: str = PHONE) -> Export | None:
        """The same as `export`, but it offers to set a memory aside that cannot be read.

        None where that is not wanted. Raises FileError.
        """
        from heartplanner.files.calendar import ledger

        try:
            return self.export(target)
        except ledger.DamagedError as error:
            title = f"{WHO[target]}: what it has cannot be read"
            if not agreed(self._parent, title, f"{error}.\n\n{ASIDE}", "Set it aside"):
                return None
            ledger.set_aside(self._store.path, target)
            return self.export(target)

    def export(self, target: str = PHONE, *, remembered: bool = True) -> Export:
        """What is to be exported now, with the target's choices. Raises FileError."""
        from heartplanner.files.calendar.export import for_target

        self._store.check_step()
        first = first_day(self._store.plan, self._session.now().date())
        schedule, path = self._store.schedule, self._store.path
        return for_target(schedule, path, first, target, remembered=remembered)

    def _keep(self, target: str, choices: ExportOptions) -> None:
        """Remember choices. Raises FileError."""
        from heartplanner.files.calendar.export import save_options
        from heartplanner.share.caldav.account import choose_as_for_phone

        save_options(self._store.path, target, choices)
        if target == PHONE:
            choose_as_for_phone(self._store.path, *self._session.settings.account(), choices)

    def _remember(self, export: Export) -> None:
        """The phone took it whole: remember that, and say what the place does not promise."""
        self._store.make_file()
        try:
            notes = export.taken(self._session.now().date())
        except FileError as error:
            notes = [f"The phone has it, but this cannot be remembered: {error}"]
        self.arrived()
        if notes:
            say(self._parent, "On your phone", "\n\n".join(notes))

    def _update(self, export: Export) -> None:
        path = ask_calendar_path(self._parent, "Save the update", UPDATE_NAME)
        if path is None:
            return
        try:
            done = export.update(path, self._session.now().date())
        except FileError as error:
            say(self._parent, "Update not saved", str(error))
            return
        self._session.settings.keep_waiting(self._store.path, path)
        self._session.delivered.emit()
        text = f"{saved_text(path, PHONE)} {done.receipt}\n\nYour phone {done.changes_text}."
        say_saved(self._parent, "Update saved", "\n\n".join([text, *done.notes]), path)
