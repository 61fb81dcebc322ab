"""Printing without a window, a display or a printer: sheets in words become the bytes of a PDF."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication

from heartplanner.core.paper import MonthSheet
from heartplanner.files.disk import FileError
from heartplanner.ui.paper.items import Paper
from heartplanner.ui.paper.month_page import Setting, month_page
from heartplanner.ui.paper.pdf import pdf


class Pressed(NamedTuple):
    """A PDF, and what has no room in it, in sentences."""

    data: bytes
    untold: list[str]


def press(
    sheets: Sequence[MonthSheet], paper: str, title: str, printed: date, *, light: bool = False
) -> Pressed:
    """The sheets, a page each. Raises FileError where no font is installed."""
    application = QGuiApplication.instance() or _application()
    if not QFontInfo(QFont()).family():
        raise FileError("no font is installed to print with: apt-get install fonts-dejavu-core")
    pages = [month_page(sheet, Setting(Paper(paper), light)) for sheet in sheets]
    data = pdf(pages, title, printed)
    del application  # which had to live as long as its fonts
    return Pressed(data, [line for page in pages for line in page.untold])


def _application() -> QGuiApplication:
    """What fonts need; on Linux without a display, elsewhere the system's own draws without one too."""
    qInstallMessageHandler(lambda *_: None)  # what Qt misses here is told in our own words
    platform = ["-platform", "offscreen"] if sys.platform.startswith("linux") else []
    return QGuiApplication(["heartplanner", *platform])
