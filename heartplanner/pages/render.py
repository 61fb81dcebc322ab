"""Printing without a window, a display or a printer: sheets in words become the bytes of a PDF."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication

from heartplanner.core.sheets.cycle import CycleCard
from heartplanner.core.sheets.family import FamilySheet
from heartplanner.core.sheets.kinds import Sheet, Style
from heartplanner.core.sheets.month import MonthSheet
from heartplanner.core.sheets.year import YearSheet
from heartplanner.files.disk import FileError
from heartplanner.pages.layout.cycle_page import cycle_page
from heartplanner.pages.layout.family_page import family_page
from heartplanner.pages.layout.month_page import month_page
from heartplanner.pages.layout.year_page import year_page
from heartplanner.pages.page import Page, Paper, Setting
from heartplanner.pages.pdf import pdf
from heartplanner.pages.text_fit import shown


class Pressed(NamedTuple):
    """A PDF, and what has no room in it, in sentences."""

    data: bytes
    untold: list[str]


def page_of(sheet: Sheet, setting: Setting) -> Page:
    """The one page of a sheet."""
    match sheet:
        case MonthSheet():
            return month_page(sheet, setting)
        case YearSheet():
            return year_page(sheet, setting)
        case CycleCard():
            return cycle_page(sheet, setting)
        case FamilySheet():
            return family_page(sheet, setting)


def setting(style: Style) -> Setting:
    """What a style asks of a sheet's looks."""
    return Setting(Paper(style.paper), style.light)


def press(sheets: Sequence[tuple[Sheet, Style]], title: str, printed: date) -> Pressed:
    """The sheets, a page each in its style. Raises FileError where no font is installed."""
    application = QGuiApplication.instance() or _application()
    if not QFontInfo(QFont()).family():
        raise FileError("no font is installed to print with: apt-get install fonts-dejavu-core")
    pages = [page_of(sheet, setting(style)) for sheet, style in sheets]
    data = pdf(pages, title, printed)
    untold = [line for page in pages for line in (*page.untold, *_boxes(page))]
    del application  # which had to live as long as its fonts
    return Pressed(data, untold)


def _boxes(page: Page) -> list[str]:
    """The letters of a page in whose place a box stands."""
    letters = {letter for word in page.words for letter in word.text if not letter.isascii()}
    missing = sorted(letter for letter in letters if not shown(letter))
    return [f"{page.title}: no font here can show {' '.join(missing)}"] if missing else []


def _application() -> QGuiApplication:
    """What fonts need; on Linux without a display, elsewhere the system's own draws without one too."""
    qInstallMessageHandler(lambda *_: None)  # what Qt misses here is told in our own words
    platform = ["-platform", "offscreen"] if sys.platform.startswith("linux") else []
    return QGuiApplication(["heartplanner", *platform])
