"""The font that comes with the program: the sheets' own, and the window's where the system has none."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

from heartplanner.files.disk import FileError
from heartplanner.files.folders import resource

FAMILY = "Heart Planner Sans"
FILES = ("fonts/HeartPlannerSans-Regular.ttf", "fonts/HeartPlannerSans-Bold.ttf")


def shipped_family() -> str:
    """The name of the shipped font, which Qt knows from now on. Raises FileError if it cannot be read.

    Qt is asked rather than a flag of our own, since it forgets its fonts with each QGuiApplication.
    """
    if not QFontDatabase.hasFamily(FAMILY):
        for path in map(resource, FILES):
            if QFontDatabase.addApplicationFont(str(path)) == -1:
                raise FileError(f"{path}: this font cannot be read; install Heart Planner again")
    return FAMILY


def replacing_family() -> str:
    """The font that the system puts in place of the shipped one; empty where it does not.

    A rule of fontconfig may do that for every font by its name, and Qt follows it without a word.
    """
    family = QFontInfo(QFont(shipped_family())).family()
    return "" if family == FAMILY else family


def ensure_font(application: QGuiApplication) -> None:
    """Write with the shipped font where the system has none at all: Qt would draw boxes for letters."""
    font = application.font()
    if not QFontInfo(font).family():
        font.setFamily(shipped_family())
        application.setFont(font)
