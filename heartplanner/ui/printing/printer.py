"""Pages to a printer, or to a PDF where none is installed. What prints is loaded when it is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from heartplanner.files.calendar import output_file
from heartplanner.files.disk import FileError
from heartplanner.pages.page import SIZES, Page, Paper
from heartplanner.pages.painter import paint
from heartplanner.pages.pdf import page_layout, pdf
from heartplanner.ui.widgets.message_boxes import ask_path, say

if TYPE_CHECKING:
    from heartplanner.ui.settings import Printing

PDFS = "PDF files (*.pdf)"


def has_printer() -> bool:
    """Whether any printer is installed."""
    return bool(QPrinterInfo.availablePrinterNames())


def printer_for(paper: Paper, name: str = "") -> QPrinter:
    """A printer, the one of this name if it is still there, set to a whole page of this paper."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if name in QPrinterInfo.availablePrinterNames():
        printer.setPrinterName(name)
    printer.setFullPage(True)
    printer.setPageLayout(page_layout(paper))
    return printer


def draw(pages: Sequence[Page], printer: QPrinter) -> None:
    """Draw the pages on a printer, or on its preview. Raises FileError where it cannot be begun."""
    painter = QPainter()
    if not painter.begin(printer):
        raise FileError(f"{printer.printerName() or 'the printer'}: it cannot be reached")
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        painter.save()
        scale = _fit(painter, page, printer)
        paint(painter, page, scale)
        painter.restore()
    painter.end()


def _fit(painter: QPainter, page: Page, printer: QPrinter) -> float:
    """Bring a page whole onto the paper that is in the printer, turned where that is upright."""
    # The driver has the last word: it may hold upright paper, or another size than was asked for.
    there = printer.pageLayout().fullRectPixels(printer.resolution())
    wide, tall = SIZES[page.paper]
    if there.height() > there.width():
        painter.translate(there.width(), 0)
        painter.rotate(90)
        there = there.transposed()
    scale = min(there.width() / wide, there.height() / tall)
    painter.translate((there.width() - wide * scale) / 2, (there.height() - tall * scale) / 2)
    return scale


def print_pages(pages: Sequence[Page], title: str, habits: Printing, parent: QWidget) -> str | None:
    """Ask for a printer and print. Returns the printer's name; None if it was called off or failed."""
    printer = printer_for(habits.paper, habits.printer)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return None
    printer.setFullPage(True)
    try:
        draw(pages, printer)
    except FileError as error:
        say(parent, "Not printed", str(error))
        return None
    return printer.printerName()


def save_pdf(
    pages: Sequence[Page], title: str, today: date, plan_file: Path, parent: QWidget
) -> Path | None:
    """Ask for a file and write the pages as a PDF. Returns where; None if nowhere."""
    path = ask_path(
        parent,
        "Save as PDF",
        f"{title}.pdf",
        PDFS,
        ".pdf",
        is_asked=lambda old: output_file.is_foreign(old, output_file.PDF),
    )
    if path is None:
        return None
    try:
        notes = output_file.write(
            path, pdf(pages, title, today), output_file.PDF, plan_file=plan_file
        )
    except FileError as error:
        say(parent, "Not saved", str(error))
        return None
    if notes:
        say(parent, "Saved", "\n\n".join(notes))
    return path
