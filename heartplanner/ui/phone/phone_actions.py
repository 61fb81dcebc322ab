"""What one can do to bring the plan's calendar to a phone, or a copy of it to others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from heartplanner.core.calendar.export_options import PHONE
from heartplanner.files.disk import FileError
from heartplanner.ui.fields.named_form import name_form
from heartplanner.ui.phone.calendar_files import CalendarFiles, PrintLines
from heartplanner.ui.phone.calendar_path import ask_calendar_path, keep_there
from heartplanner.ui.phone.calendar_sync import CalendarSync
from heartplanner.ui.phone.kept_files import KeptFiles
from heartplanner.ui.phone.phone_exports import PhoneExports
from heartplanner.ui.phone.phone_memory import PhoneChoice, PhoneMemory, PhoneWay
from heartplanner.ui.phone.phone_text import (
    KEEP_TITLE,
    PAST_DAYS,
    file_name,
    known_text,
    off_text,
    other_way_text,
    sent_days,
)
from heartplanner.ui.phone_state import PhoneState, SyncState, SyncStep
from heartplanner.ui.session import Session
from heartplanner.ui.view_list import View
from heartplanner.ui.widgets.message_boxes import agreed, say

if TYPE_CHECKING:
    from heartplanner.core.calendar.delivery import DeliveredState
    from heartplanner.files.calendar.export import Export


class PhoneActions(QObject):
    """Bringing the calendar to a phone or to the family.

    Dialogs stand over `parent`; `print_lines` prints a title and lines.

    The modules that make calendars are imported where they are used: the first picture needs none.
    """

    way_wanted = Signal(object)
    """The page is on show, and is to offer this way."""

    def __init__(self, session: Session, print_lines: PrintLines, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._store, self._parent = session, session.store, parent
        self._print_lines = print_lines
        self.memory = PhoneMemory(session)
        self.exports = PhoneExports(session, self.memory)
        self.files = CalendarFiles(session, self.exports, self.memory, print_lines, parent)
        self.sync = CalendarSync(session, self.exports, self.memory, self)
        self.kept = KeptFiles(session, self)
        self.kept.written.connect(self._tell_written)

    def put_on_phone(self) -> None:
        """Do what was chosen for this phone; the first time, show the page where that is chosen."""
        choice = self.memory.choice
        if choice.way is None:
            self.show_page()
        else:
            self.use(choice)

    def show_page(self, way: PhoneWay | None = None) -> None:
        """Show the page on which one chooses how the calendar gets to the phone."""
        self._session.show_view(View.PHONE)
        if way is not None:
            self.way_wanted.emit(way)

    def show_sync(self) -> None:
        self.show_page(PhoneWay.SYNC)

    def use(self, choice: PhoneChoice, password: str = "") -> None:
        """Bring the calendar to the phone in this way, and remember it.

        `password`: of the account, where one was typed. Where another way kept the phone up to date by
        itself, it is asked whether that may end.
        """
        before = self.memory.choice
        ends = other_way_text(before) if choice.way not in (before.way, None) else ""
        if ends and not agreed(
            self._parent, "Another way to your phone", ends, "Use the other way"
        ):
            return
        # Which phone it is holds from now on, whatever comes of the way.
        self.memory.keep_choice(self.memory.choice._replace(kind=choice.kind))
        match choice.way:
            case PhoneWay.SYNC:
                self._keep(choice)
                self.sync.now(password)
            case PhoneWay.KEPT:
                self._keep_file(choice)
            case PhoneWay.WIFI:
                self._keep(choice)
                self.send_by_wifi(start=True)
            case PhoneWay.FILE:
                self._save_file(choice)
            case None:
                self.show_page()

    def _keep(self, choice: PhoneChoice) -> None:
        """Remember a choice; what kept the phone up to date before does so no longer."""
        before = self.memory.choice
        if before.way is PhoneWay.KEPT and before.file is not None and before.path != choice.path:
            self._stop_file(before.file)
        self.memory.keep_choice(choice)
        if choice.way is not PhoneWay.SYNC:
            self.sync.forget()
        if choice != before:
            self._session.delivered.emit()

    def _tell_written(self) -> None:
        """The kept files were looked after: if one of them is the phone's, what is known of it is other."""
        choice = self.memory.choice
        if choice.way is not PhoneWay.KEPT:
            return
        if not self.exports.is_followed(choice.file):
            # Stopped by the command line: the page is to say so, and to offer what can be chosen.
            self.stop_keeping()
        self._session.delivered.emit()

    def _stop_file(self, path: Path) -> None:
        from heartplanner.files.calendar.kept import stop

        try:
            stop(self._store.path, path)
        except FileError as error:
            say(self._parent, "This cannot be stopped", str(error))

    def stop_keeping(self) -> None:
        """Sync no more, or let the file follow the plan no longer; what is there stays as it is."""
        choice = self.memory.choice
        self._keep(choice._replace(way=None, path=""))
        self._session.told.emit(off_text(choice))

    def _keep_file(self, choice: PhoneChoice) -> None:
        """Let a file follow the plan, at the place that is known or asked for."""
        try:
            options = self.exports.options(self.exports.target(choice))
            name = f"{file_name(options)}.ics"
            path = choice.file or ask_calendar_path(self._parent, KEEP_TITLE, name)
            if path is None:
                return
            self._store.make_file()
            plan_file, today = self._store.path, self._session.today
            if not keep_there(self._parent, plan_file, path, today, options):
                return
        except FileError as error:
            say(self._parent, "The file cannot be kept there", str(error))
            return
        self._keep(choice._replace(path=str(path)))
        self.kept.look_soon()

    def _save_file(self, choice: PhoneChoice) -> None:
        """Save the file where it was saved before; the first time, or where that fails, ask where."""
        path = choice.file
        if path is None or not self.files.renew(path):
            path = self.files.save()
        if path is not None:
            self._keep(choice._replace(path=str(path)))

    def send_by_wifi(self, target: str = PHONE, *, start: bool = False) -> None:
        """Offer the calendar to a phone on the same Wi-Fi; once it has it whole, that is remembered.

        `start`: at once, where there is one network only.
        """
        try:
            export = self.files.readable_export(target)
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
        dialog = open_lan_dialog(data, text, self._parent, start=start)
        dialog.fetched.connect(lambda: self._remember(export))

    def _remember(self, export: Export) -> None:
        """The phone took it whole: remember that, and say what the place does not promise."""
        self._store.make_file()
        try:
            notes = export.taken(self._session.now().date())
        except FileError as error:
            notes = [f"The phone has it, but this cannot be remembered: {error}"]
        if export.target == PHONE:
            self.memory.keep_sent(PHONE, self._session.now(), sent_days(export.diff))
        self.files.arrived()
        if notes:
            say(self._parent, "On your phone", "\n\n".join(notes))

    def choose(self) -> None:
        """Choose what the calendar holds, and how it says it."""
        from heartplanner.ui.phone.export_options_dialog import ExportOptionsDialog

        try:
            target = self.exports.target()
            first = self.files.readable_export(target)
            if first is None:
                return
            # A target that is new begins with what was chosen for the phone.
            options = self.exports.options(target)
        except FileError as error:
            say(self._parent, "This cannot be read", str(error))
            return
        first = first._replace(delivered=first.delivered._replace(options=options))
        dialog = ExportOptionsDialog(
            first, self.files.readable_export, self.exports.keep_options, self._parent
        )
        name_form(dialog, "contents")
        dialog.file_wanted.connect(self.files.save)
        dialog.wifi_wanted.connect(self.send_by_wifi)
        dialog.accepted.connect(self._renew)
        dialog.open()

    def _renew(self) -> None:
        """Options have changed: what keeps itself up to date follows them."""
        self.sync.soon()
        self.kept.look_soon()
        self._session.delivered.emit()

    def changed(self) -> None:
        """Say what has changed since the phone has the calendar, and write only that if it is wanted."""
        from heartplanner.core.calendar.delivery_text import change_lines
        from heartplanner.ui.phone.changes_dialog import ChangesDialog

        try:
            export = self.files.readable_export(self.exports.target())
        except FileError as error:
            say(self._parent, "This cannot be compared", str(error))
            return
        if export is None:
            return
        done, words = export.diff, self._known(export)
        if done.first or not done.any:
            past = "" if done.first else f" {PAST_DAYS}"
            # The file itself may be behind what is remembered of it.
            text = "\n\n".join(self._stuck_notes) or f"{words}{past}"
            say(self._parent, "What your phone doesn't have yet", text)
            return
        dialog = ChangesDialog(words, change_lines(done), self._parent)
        dialog.offer_update(offered=export.target == PHONE)
        dialog.put_wanted.connect(self.put_on_phone)
        dialog.print_wanted.connect(self._print_lines)
        dialog.update_wanted.connect(lambda: self.files.save_update(export))
        dialog.open()

    def _known(self, export: Export) -> str:
        waits = self.files.waiting if export.target == PHONE else None
        return known_text(export, self._session.now().date(), waits)

    def state(self, delivered: DeliveredState | None = None) -> PhoneState:
        """What is known of the phone. `delivered`: what it got, where that is read. Raises FileError."""
        return self.exports.state(self.progress, delivered)

    @property
    def progress(self) -> SyncState:
        """How what keeps itself up to date gets on."""
        notes = self._stuck_notes
        return SyncState(SyncStep.FAILED, "\n".join(notes)) if notes else self.sync.state

    @property
    def _stuck_notes(self) -> list[str]:
        """Why the phone's kept file is not up to date; empty where it is, or where there is none."""
        return self.kept.trouble if self.memory.choice.way is PhoneWay.KEPT else []
