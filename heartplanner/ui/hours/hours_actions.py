"""What one does with hours: look at them, print them, save them for a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from heartplanner.files.disk import FileError
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.message_boxes import ask_path, say, say_saved

if TYPE_CHECKING:
    from heartplanner.core.sheets.hours_sheet import HoursSheet
    from heartplanner.core.sheets.month import SheetOptions
    from heartplanner.ui.hours.hours_dialog import HoursDialog

    MakeSheet = Callable[[SheetOptions], HoursSheet]

CSVS = "CSV files (*.csv)"


class HoursPaper(NamedTuple):
    """What a sheet of hours is printed with, and saved as a PDF; each stands over a dialog."""

    can_print: Callable[[], bool]
    print_it: Callable[[MakeSheet, QWidget], None]
    save_pdf: Callable[[MakeSheet, QWidget], None]


class HoursActions:
    """Dialogs stand over `parent`."""

    def __init__(self, session: Session, paper: HoursPaper, parent: QWidget) -> None:
        self._session, self._paper, self._parent = session, paper, parent

    def show(self) -> None:
        """Show the hours of this pay period, or of this work week where none is known."""
        from heartplanner.ui.hours.hours_dialog import HoursDialog

        can_print = self._paper.can_print()
        dialog = HoursDialog(self._session, self._parent, can_print=can_print)
        dialog.print_wanted.connect(lambda: self._paper.print_it(self._maker(dialog), dialog))
        dialog.pdf_wanted.connect(lambda: self._paper.save_pdf(self._maker(dialog), dialog))
        dialog.csv_wanted.connect(lambda: self._save_csv(dialog))
        dialog.open()

    def _maker(self, dialog: HoursDialog) -> MakeSheet:
        from heartplanner.core.sheets.hours_sheet import hours_sheet

        schedule, shown, leave_left = self._session.schedule, dialog.shown, dialog.prints_leave
        return lambda options: hours_sheet(
            schedule, shown.book, shown.holidays, options, leave_left=leave_left
        )

    def _save_csv(self, dialog: HoursDialog) -> None:
        from heartplanner.core.hours.book_table import HEADINGS, csv_text
        from heartplanner.core.sheets.hours_sheet import hours_title
        from heartplanner.files.calendar import output_file

        book = dialog.shown.book
        headings = ",".join(HEADINGS).encode()
        kind = output_file.FileKind("CSV file", headings[: len("From,To")].upper(), headings[:40])
        name = f"{hours_title(book)}.csv"
        # One of our own is there to be renewed; of another's a person is asked.
        path = ask_path(
            dialog,
            "Save as CSV",
            name,
            CSVS,
            ".csv",
            is_asked=lambda old: output_file.is_foreign(old, kind),
        )
        if path is None:
            return
        data, plan_file = csv_text(self._session.schedule, book).encode(), self._session.store.path
        try:
            notes = output_file.write(path, data, kind, plan_file=plan_file)
        except FileError as error:
            say(dialog, "Not saved", str(error))
            return
        say_saved(dialog, "CSV saved", "\n\n".join([f"{path} is saved.", *notes]), path)
