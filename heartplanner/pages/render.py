"""Printing without a window, a display or a printer: sheets in words become the bytes of a PDF."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from heartplanner.core.sheets.cycle import CycleCard
from heartplanner.core.sheets.family import FamilySheet
from heartplanner.core.sheets.hours_sheet import HoursSheet
from heartplanner.core.sheets.kinds import PaperSheet, PrintStyle
from heartplanner.core.sheets.month import MonthSheet
from heartplanner.core.sheets.year import YearSheet
from heartplanner.core.words.english import counted, listed
from heartplanner.pages.layout.cycle_page import cycle_page
from heartplanner.pages.layout.family_page import family_page
from heartplanner.pages.layout.hours_page import hours_page
from heartplanner.pages.layout.month_page import month_page
from heartplanner.pages.layout.year_page import year_page
from heartplanner.pages.page import Page, Paper, Setting
from heartplanner.pages.pdf import pdf
from heartplanner.pages.text_fit import has_glyphs
from heartplanner.style.shipped_font import FAMILY, replacing_family

MOST_QUOTED = 3
"""Lines with missing letters that are quoted; of more the number is enough."""


class RenderedPdf(NamedTuple):
    """A PDF, and what it leaves out or shows as boxes, in sentences."""

    data: bytes
    left_out: list[str]


def page_of(sheet: PaperSheet | HoursSheet, setting: Setting) -> Page:
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
        case HoursSheet():
            return hours_page(sheet, setting)


def setting(style: PrintStyle) -> Setting:
    """What a style asks of a sheet's looks."""
    return Setting(Paper(style.paper), style.light)


def render_pdf(
    sheets: Sequence[tuple[PaperSheet | HoursSheet, PrintStyle]], title: str, printed: date
) -> RenderedPdf:
    """The sheets, a page each in its style. Raises FileError if their font cannot be read."""
    application = QGuiApplication.instance() or _application()
    pages = [page_of(sheet, setting(style)) for sheet, style in sheets]
    data = pdf(pages, title, printed)
    missing = left_out(pages)
    del application  # which had to live as long as its fonts
    return RenderedPdf(data, missing)


def left_out(pages: Sequence[Page]) -> list[str]:
    """What the pages leave out or show in other letters than meant, in sentences."""
    lines = [line for page in pages for line in (*page.left_out, *_missing_letters(page))]
    return [*_replaced_font(), *lines]


def _replaced_font() -> list[str]:
    stand_in = replacing_family()
    if not stand_in:
        return []
    return [
        f"A font rule of this computer puts {stand_in} in place of the sheets' own font, {FAMILY}. So they"
        " look different here. Remove the rule from fontconfig's settings to print them as meant."
    ]


def _missing_letters(page: Page) -> list[str]:
    """What stands on a page with boxes for some of its letters."""
    texts = dict.fromkeys(word.text for word in page.words)
    # The shipped font has all of ASCII, so only other lines are looked at, which is slow.
    boxed = [f'"{text}"' for text in texts if not text.isascii() and not has_glyphs(text)]
    if not boxed:
        return []
    more = len(boxed) - MOST_QUOTED
    quoted = listed([*boxed[:MOST_QUOTED], *([counted(more, "more line")] if more > 0 else [])])
    return [
        f"{page.title}: some letters of {quoted} cannot be printed, because no font on this computer"
        " has them. A box stands in their place. Write it in other letters, or install a font that"
        " has them."
    ]


def _application() -> QGuiApplication:
    """What fonts need; on Linux without a display, elsewhere the system's own draws without one too."""
    qInstallMessageHandler(lambda *_: None)  # what Qt misses here is told in our own words
    # Without this Qt looks for a display on Linux, and aborts where there is none.
    platform = ["-platform", "offscreen"] if sys.platform.startswith("linux") else []
    return QGuiApplication(["heartplanner", *platform])
