"""What one can do on paper: print sheets, and know which of the printed ones are out of date."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from heartplanner.files.disk import FileError
from heartplanner.ui.fields.named_form import name_form
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.message_boxes import agreed, say, say_saved

if TYPE_CHECKING:
    from heartplanner.core.sheets.hours_sheet import HoursSheet
    from heartplanner.core.sheets.kinds import PrintStyle, SheetRef
    from heartplanner.core.sheets.month import SheetOptions
    from heartplanner.core.sheets.printed import SheetStatus
    from heartplanner.pages.page import Page
    from heartplanner.ui.printing.print_dialog import PrintDialog
    from heartplanner.ui.settings import Printing

    MakeSheet = Callable[[SheetOptions], HoursSheet]


class PrintActions:
    """Printing; what it needs is loaded when it is wanted. Dialogs stand over `parent`."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session = session
        self._store, self._settings = session.store, session.settings
        self._parent = parent

    def print_it(self) -> None:
        """Ask what to print, show how it will look, and print it."""
        from heartplanner.core.schedule.cycle import assignment_at
        from heartplanner.core.schedule.ranges.month import Month
        from heartplanner.core.sheets.kinds import card_refs
        from heartplanner.core.sheets.printed import SheetStatus
        from heartplanner.ui.printing.print_dialog import Offer, PrintDialog

        try:
            self._store.check_step()
        except FileError as error:
            say(self._parent, "This cannot be printed", str(error))
            return
        try:
            status = self._status()
        except FileError:  # it is begun anew with what is printed now
            status = SheetStatus((), ())
        plan, month = self._store.plan, self._session.month
        # Before the start date there is nothing to print.
        month = max(month, Month.of(plan.start))
        # A month in which a rotation begins asks for the card of that one: the other is nearly over.
        shown = assignment_at(plan, month.last)
        cards, since = card_refs(plan, self._today()), shown.start if shown else plan.start
        offer = Offer(month, Month.of(plan.start), cards, since, status.old, status.text)
        dialog = PrintDialog(offer, self._pages, self._settings.printing(), self._parent)
        name_form(dialog, "print")
        dialog.print_wanted.connect(lambda: self._print(dialog))
        dialog.pdf_wanted.connect(lambda: self._save(dialog))
        dialog.open()

    def print_lines(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        """Print lines, each with the name of its drawing or ""; as a PDF where there is no printer."""
        from heartplanner.pages.layout.text_pages import text_pages

        self._print_plain(text_pages(title, lines, self._settings.printing().paper), title)

    def print_card(self, card: str, notes: Sequence[str]) -> None:
        """Print a rotation card, with sentences below it; as a PDF where there is no printer."""
        from heartplanner.pages.layout.card_page import card_page

        title = "Rotation card"
        self._print_plain([card_page(title, card, notes, self._settings.printing().paper)], title)

    def _print_plain(self, pages: Sequence[Page], title: str) -> None:
        from heartplanner.pages.render import left_out
        from heartplanner.ui.printing.printer import has_printer, print_pages, save_pdf

        missing = "\n\n".join(left_out(pages))
        if missing and not agreed(self._parent, title, missing, "Print it all the same"):
            return
        if has_printer():
            print_pages(pages, title, self._settings.printing(), self._parent)
        else:
            save_pdf(pages, title, self._today(), self._store.path, self._parent)

    def can_print(self) -> bool:
        """Whether there is a printer; a PDF needs none."""
        from heartplanner.ui.printing.printer import has_printer

        return has_printer()

    def print_hours(self, made: MakeSheet, parent: QWidget) -> None:
        """Print a sheet of hours, which is not remembered: nobody hangs it up."""
        from heartplanner.ui.printing.printer import print_pages

        habits = self._settings.printing()
        pages = self._hours_pages(made, habits)
        print_pages(pages, pages[0].title, habits, parent)

    def save_hours(self, made: MakeSheet, parent: QWidget) -> None:
        """Save a sheet of hours as a PDF."""
        from heartplanner.ui.printing.printer import save_pdf

        pages = self._hours_pages(made, self._settings.printing())
        path = save_pdf(pages, pages[0].title, self._today(), self._store.path, parent)
        if path:
            say_saved(parent, "PDF saved", f"{path} is saved.", path)

    def _hours_pages(self, made: MakeSheet, habits: Printing) -> list[Page]:
        from heartplanner.core.sheets.kinds import sheet_options
        from heartplanner.pages.render import page_of, setting

        style = self._style(habits)
        return [page_of(made(sheet_options(style, self._today())), setting(style))]

    def _style(self, habits: Printing) -> PrintStyle:
        """How a sheet is printed now: as is chosen in the dialog, and as the screen has it."""
        from heartplanner.core.sheets.kinds import PrintStyle

        return PrintStyle(habits.paper, habits.light, self._session.display, habits.name)

    def _pages(self, refs: Sequence[SheetRef], habits: Printing) -> list[Page]:
        from heartplanner.core.sheets.kinds import sheet_of, sheet_options
        from heartplanner.pages.render import page_of, setting

        schedule, day_notes, style = (
            self._store.schedule,
            self._session.day_notes,
            self._style(habits),
        )
        # Holidays are loaded by the year; a sheet takes those that are there.
        for ref in refs:
            day_notes.load(ref.first.year)
        asked = sheet_options(style, self._today(), self._session.events_on_paper())
        sheets = [sheet_of(schedule, ref, day_notes.public, asked) for ref in refs]
        return [page_of(sheet, setting(style)) for sheet in sheets]

    def _print(self, dialog: PrintDialog) -> None:
        from heartplanner.ui.printing.printer import print_pages

        habits = dialog.habits()
        name = print_pages(dialog.pages, dialog.title, habits, dialog)
        if name is not None:
            self._remember(dialog, habits._replace(printer=name))

    def _save(self, dialog: PrintDialog) -> None:
        from heartplanner.ui.printing.printer import save_pdf

        today = self._today()
        path = save_pdf(dialog.pages, dialog.title, today, self._store.path, dialog)
        if path:
            self._remember(dialog, dialog.habits())
            say_saved(dialog, "PDF saved", f"{path} is saved.", path)

    def _remember(self, dialog: PrintDialog, habits: Printing) -> None:
        """Remember what was printed, and how. The dialog stays as it is, for the next sheet."""
        from heartplanner.core.sheets.printed import printed_sheet
        from heartplanner.files import printed_sheets

        self._settings.keep_printing(habits)
        if not dialog.reminds:
            return
        schedule, today, style = self._store.schedule, self._today(), self._style(habits)
        printed = [printed_sheet(schedule, ref, today, style) for ref in dialog.sheet_refs()]
        notes = printed_sheets.remember(self._store.path, printed)
        self._session.delivered.emit()
        if notes:
            say(dialog, "Printed", "\n\n".join(notes))

    def _status(self) -> SheetStatus:
        """The printed sheets that are remembered, and which are out of date. Raises FileError."""
        from heartplanner.core.sheets.printed import sheet_status
        from heartplanner.files import printed_sheets

        return sheet_status(
            self._store.schedule, printed_sheets.load(self._store.path), self._today()
        )

    def _today(self) -> date:
        return self._session.now().date()

    def old(self) -> str:
        """Which printed sheets are out of date, in words; "" if none. Raises FileError."""
        return self._status().text
