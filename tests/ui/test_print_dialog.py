"""Printing from the window: what is asked, what is drawn, what is remembered, what is said afterwards."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QFileDialog,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from heartplanner.core.edits import edits
from heartplanner.core.plan.change import Absence, AbsenceKind, Note
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import Assignment
from heartplanner.core.sheets.kinds import SheetKind, SheetRef
from heartplanner.core.words.display_format import Language
from heartplanner.files import printed_sheets
from heartplanner.pages.page import Paper
from heartplanner.ui.messages import stale_reminder
from heartplanner.ui.printing import printer
from heartplanner.ui.printing.print_dialog import OLD, PrintDialog
from heartplanner.ui.settings import Printing, Settings, System
from heartplanner.ui.widgets.message_boxes import MessageBox
from heartplanner.ui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("one_window")

Open = Callable[..., MainWindow]
SEPTEMBER = SheetRef(SheetKind.MONTH, date(2025, 9, 1))


def opened(window: MainWindow) -> PrintDialog:
    window.user_actions.paper.print_it()
    (dialog,) = [each for each in window.findChildren(PrintDialog) if each.isVisible()]
    return dialog


def buttons(dialog: QWidget) -> dict[str, QAbstractButton]:
    return {each.text(): each for each in dialog.findChildren(QAbstractButton) if each.text()}


def save(dialog: PrintDialog, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    buttons(dialog)["Save as PDF..."].click()


def test_each_choice_is_a_sheet(open_window: Open) -> None:
    dialog = opened(open_window())
    assert dialog.sheet_refs() == [SEPTEMBER]
    dialog._months.setValue(3)
    assert [ref.first.month for ref in dialog.sheet_refs()] == [9, 10, 11]
    assert len(dialog.pages) == 3
    dialog._sheet.put(SheetKind.YEAR)
    assert dialog.sheet_refs() == [SheetRef(SheetKind.YEAR, date(2025, 1, 1))]
    dialog._sheet.put(SheetKind.CYCLE)
    assert dialog.sheet_refs() == [SheetRef(SheetKind.CYCLE, date(2025, 9, 8))]
    dialog._sheet.put(SheetKind.FAMILY)
    dialog._months.setValue(1)
    dialog._language.put(Language.SPANISH)
    assert dialog.sheet_refs() == [SheetRef(SheetKind.FAMILY, date(2025, 9, 1), Language.SPANISH)]
    assert dialog.pages[0].title == "Cuándo estoy en casa: septiembre de 2025"
    assert not dialog._name.isEnabled()


def test_the_card_is_that_of_the_rotation_on_show(open_window: Open) -> None:
    window = open_window()
    store = window.session.store
    later = Assignment(date(2025, 12, 22), cycle_week=1, band=Band.EVENING)
    store.change("later", edits.assign(store.plan, later, store.moment()))
    dialog = opened(window)
    dialog._sheet.put(SheetKind.CYCLE)
    assert dialog.sheet_refs() == [SheetRef(SheetKind.CYCLE, date(2025, 9, 8))]
    assert dialog._rotation.isEnabled()
    dialog._rotation.put("2025-12-22")
    assert dialog.sheet_refs() == [SheetRef(SheetKind.CYCLE, date(2025, 12, 22))]
    dialog.reject()
    window.session.choose(date(2026, 1, 2))
    dialog = opened(window)
    dialog._sheet.put(SheetKind.CYCLE)
    assert dialog.sheet_refs() == [SheetRef(SheetKind.CYCLE, date(2025, 12, 22))]
    assert any(word.text == "From December 22, 2025" for word in dialog.pages[0].words)


def test_a_pdf_is_saved_and_hangs_on_the_wall(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    window = open_window()
    dialog = opened(window)
    dialog._paper.put(Paper.A4)
    dialog._light.setChecked(True)
    dialog._name.setText("Sam")
    path = own_folder / "printed_sheets.pdf"
    save(dialog, path, monkeypatch)
    assert path.read_bytes().startswith(b"%PDF")
    assert dialog.isVisible()  # as it was: the next sheet is one choice away
    assert [each.ref for each in printed_sheets.load(own_folder / "plan.json")] == [SEPTEMBER]
    kept = Settings(own_folder / "window.ini").printing()
    assert kept == Printing(Paper.A4, True, "Sam", "")
    dialog.reject()
    assert opened(window).habits() == kept


def test_a_trial_does_not_hang_on_the_wall(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    dialog = opened(open_window())
    dialog._reminds.setChecked(False)
    save(dialog, own_folder / "trial.pdf", monkeypatch)
    assert (own_folder / "trial.pdf").exists()
    assert printed_sheets.load(own_folder / "plan.json") == ()


def test_one_leafs_through_the_preview(open_window: Open) -> None:
    dialog = opened(open_window())
    assert not dialog._pager.isVisible()
    dialog._months.setValue(3)
    seen = []
    for _ in range(4):
        seen.append((dialog._page.text(), dialog._back.isEnabled(), dialog._on.isEnabled()))
        dialog._on.click()
    assert seen == [
        ("Page 1 of 3", False, True),
        ("Page 2 of 3", True, True),
        ("Page 3 of 3", True, False),
        ("Page 3 of 3", True, False),
    ]


def test_a_plan_that_was_changed_elsewhere_is_not_printed(
    open_window: Open, own_folder: Path
) -> None:
    window = open_window()
    window.session.store.save()
    (own_folder / "plan.json").write_text("{}")
    window.user_actions.paper.print_it()
    assert not window.findChildren(PrintDialog)
    (box,) = window.findChildren(MessageBox)
    assert "another program changed your schedule" in box.text()


def test_nothing_is_written_over_that_is_no_pdf(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    path = own_folder / "letter.pdf"
    path.write_text("Dear Lee")
    dialog = opened(open_window())
    save(dialog, path, monkeypatch)
    assert path.read_text() == "Dear Lee"
    assert dialog.isVisible()
    assert printed_sheets.load(own_folder / "plan.json") == ()


def test_a_change_says_what_to_reprint_and_offers_just_that(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    monkeypatch.setattr(stale_reminder, "AFTER", 20)
    window = open_window()
    dialog = opened(window)
    dialog._months.setValue(2)
    save(dialog, own_folder / "two.pdf", monkeypatch)
    dialog.reject()
    leave = Absence(AbsenceKind.LEAVE, date(2025, 9, 16), date(2025, 9, 16))
    now = window.session.store.plan.history[0].at
    window.session.store.change("leave", edits.add_change(window.session.store.plan, leave, now))
    said = (
        "Reprint September 2025. Your printed October 2025 is still right, except its small months."
    )
    qtbot.waitUntil(lambda: window.message_bar.text() == said)
    window.session.store.undo()
    qtbot.waitUntil(lambda: window.message_bar.text() == "")
    window.session.store.redo()
    qtbot.waitUntil(lambda: window.message_bar.text() == said)
    buttons(window.message_bar)["Print again..."].click()
    (again,) = [each for each in window.findChildren(PrintDialog) if each.isVisible()]
    assert again._sheet.value() == OLD
    assert again.sheet_refs() == [SEPTEMBER]
    assert said in [each.text() for each in again.findChildren(QLabel)]
    save(again, own_folder / "one.pdf", monkeypatch)
    window.session.store.change(
        "note", edits.add_change(window.session.store.plan, Note(date(2025, 12, 1), "x"), now)
    )
    qtbot.wait(100)
    assert window.message_bar.text() == ""


def test_what_has_no_room_is_said_before_it_is_printed(open_window: Open) -> None:
    window = open_window()
    plan = window.session.store.plan
    for day in range(1, 30):
        plan = edits.add_change(plan, Note(date(2025, 9, day), "word " * 300), plan.history[0].at)
    window.session.store.change("notes", plan)
    dialog = opened(window)
    assert "September 2025: there is no room on the sheet" in dialog._left_out.text()


def test_letters_that_no_font_has_are_said_before_they_are_printed(open_window: Open) -> None:
    window = open_window()
    note = Note(date(2025, 9, 13), "Zo\u00eb \U0010fffd")  # the last is nobody's
    plan = edits.add_change(
        window.session.store.plan, note, window.session.store.plan.history[0].at
    )
    window.session.store.change("note", plan)
    dialog = opened(window)
    said = 'September 2025: some letters of "Zo\u00eb \U0010fffd" cannot be printed'
    assert dialog._left_out.text().startswith(said)
    assert dialog._left_out.isVisible()
    dialog._sheet.put(SheetKind.YEAR)
    assert dialog._left_out.text() == ""


@pytest.mark.parametrize("all_the_same", [True, False])
def test_lines_with_letters_that_no_font_has_are_printed_only_if_one_wants(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, own_folder: Path, all_the_same: bool
) -> None:
    window, path, asked = open_window(), own_folder / "steps.pdf", []

    def answer(_: QWidget, title: str, text: str, verb: str) -> bool:
        assert verb == "Print it all the same"
        asked.append((title, text))
        return all_the_same

    monkeypatch.setattr("heartplanner.ui.printing.print_actions.agreed", answer)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.user_actions.paper.print_lines("Steps", [("", "Open the mail")])
    assert asked == []
    assert path.exists()
    path.unlink()
    window.user_actions.paper.print_lines("Steps", [("", "Open \U0010fffd")])
    ((title, text),) = asked
    assert title == "Steps"
    assert text.startswith('Steps: some letters of "Open \U0010fffd" cannot be printed')
    assert path.exists() == all_the_same


def test_without_a_printer_a_pdf_is_offered(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    assert set(buttons(opened(window))) >= {"Save as PDF...", "Close"}
    assert "Print..." not in buttons(window.findChildren(PrintDialog)[-1])


def test_a_printer_gets_what_is_shown(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    """A printer that writes into a file stands for one of paper."""
    window = open_window()
    path = own_folder / "printed.pdf"
    monkeypatch.setattr("heartplanner.ui.printing.print_dialog.has_printer", lambda: True)

    def onto_file(pages: list, _: str, habits: Printing, __: QWidget) -> str:
        device = printer.printer_for(habits.paper)
        device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        device.setOutputFileName(str(path))
        printer.draw(pages, device)
        return "Brother in the kitchen"

    monkeypatch.setattr(printer, "print_pages", onto_file)
    dialog = opened(window)
    dialog._months.setValue(2)
    buttons(dialog)["Print..."].click()
    assert path.read_bytes().count(b"/Type /Page\n") == 2
    assert Settings(own_folder / "window.ini").printing().printer == "Brother in the kitchen"
    assert len(printed_sheets.load(own_folder / "plan.json")) == 2


def test_calling_it_off_hangs_nothing(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    monkeypatch.setattr("heartplanner.ui.printing.print_dialog.has_printer", lambda: True)
    monkeypatch.setattr(printer, "print_pages", lambda *_: None)
    dialog = opened(open_window())
    buttons(dialog)["Print..."].click()
    assert dialog.isVisible()
    assert printed_sheets.load(own_folder / "plan.json") == ()


def test_paper_is_the_same_in_both_themes(qtbot: QtBot, open_window: Open) -> None:
    """A preview begins with the pen of the screen's theme."""

    def ink(dark: bool) -> int:
        window.session.set_system(System(dark=dark, hours24=False))
        dialog = opened(window)
        qtbot.wait(100)
        image = dialog._preview.grab().toImage()
        dialog.close()
        tones = {
            (x, y): image.pixelColor(x, y).lightness()
            for x in range(image.width())
            for y in range(image.height())
        }
        paper = [point for point, tone in tones.items() if tone == 255]
        left, right = min(x for x, _ in paper), max(x for x, _ in paper)
        top, bottom = min(y for _, y in paper), max(y for _, y in paper)
        inside = (
            tone for (x, y), tone in tones.items() if left <= x <= right and top <= y <= bottom
        )
        return sum(tone < 40 for tone in inside)

    window = open_window()
    assert ink(dark=False) == ink(dark=True) > 1000


@pytest.mark.parametrize("upright", [False, True])
@pytest.mark.parametrize("size", [QPageSize.PageSizeId.A5, QPageSize.PageSizeId.Letter])
def test_a_sheet_is_whole_on_whatever_paper_is_in_the_printer(
    open_window: Open, own_folder: Path, size: QPageSize.PageSizeId, upright: bool
) -> None:
    dialog = opened(open_window())
    path = own_folder / "other.pdf"
    device = printer.printer_for(Paper.LETTER)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(path))
    device.setPageSize(QPageSize(size))
    way = QPageLayout.Orientation
    device.setPageOrientation(way.Portrait if upright else way.Landscape)
    picture = QImage(
        device.pageLayout().fullRectPixels(100).size(), QImage.Format.Format_Grayscale8
    )
    printer.draw(dialog.pages, device)
    assert path.read_bytes().count(b"/Type /Page\n") == 1
    if shutil.which("pdftoppm") is None:
        pytest.skip("what a PDF looks like is not read: apt-get install poppler-utils")
    command = ["pdftoppm", "-r", "100", "-gray", "-singlefile", "-png", path, own_folder / "other"]
    subprocess.run(command, check=True)
    assert picture.load(str(own_folder / "other.png"))
    dark = [
        (x / picture.width(), y / picture.height())
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
        if picture.pixelColor(x, y).lightness() < 60
    ]
    for at in (0, 1):  # as much white at either side, and ink close to it
        assert min(point[at] for point in dark) > 0.02
        assert max(point[at] for point in dark) < 0.98
    assert max(x for x, _ in dark) > 0.85
    assert max(y for _, y in dark) > 0.85


@pytest.mark.qt_log_ignore("QPainter::begin", "This plugin does not support")
def test_a_printer_that_cannot_be_reached_is_said(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    window = open_window()
    monkeypatch.setattr("heartplanner.ui.printing.print_dialog.has_printer", lambda: True)
    monkeypatch.setattr(printer.QPrintDialog, "exec", lambda _: QDialog.DialogCode.Accepted)

    def broken(*_: object) -> QPrinter:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(own_folder / "no" / "such" / "folder.pdf"))
        return printer

    monkeypatch.setattr(printer, "printer_for", broken)
    dialog = opened(window)
    buttons(dialog)["Print..."].click()
    (box,) = dialog.findChildren(MessageBox)
    assert "cannot be reached" in box.text()
    assert printed_sheets.load(own_folder / "plan.json") == ()
