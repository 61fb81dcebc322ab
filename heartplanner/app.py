"""The window's composition root: reads the clock and the plan, builds, connects, runs."""

from __future__ import annotations

import ctypes
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from heartplanner.core.blocks import ZONE
from heartplanner.core.example import example_plan
from heartplanner.files import folders, planfile
from heartplanner.files.disk import FileError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from heartplanner.ui.main_window import MainWindow
    from heartplanner.ui.theme import Theme

X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""What Qt loads for a window on X11, and aborts without; the Debian package of each."""


def run(plan_file: Path | None, theme: str) -> int:
    """Open the window on a plan (None: the responder's own) and stay until it is closed.

    Raises FileError, one line, where there is no display, no Qt, or no such plan.
    """
    path = plan_file or folders.own_plan()
    plan = example_plan()
    if plan_file is not None or path.exists():
        plan = planfile.load(path).plan
    _check_display()
    try:
        from PySide6.QtWidgets import QApplication

        from heartplanner.ui.main_window import MainWindow
    except ImportError as error:
        raise FileError(
            f"the window cannot be opened: {error}; README.md names the packages"
        ) from None
    app = QApplication(sys.argv[:1])
    chosen = _prepare(app, theme)
    window = MainWindow(plan, path, datetime.now(ZONE).date(), chosen)
    _follow_system(app, window, theme)
    window.show()
    return app.exec()


def _check_display() -> None:
    """Look before Qt does: it aborts the process where something is missing."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        raise FileError(
            "there is no display to open the window on; heartplanner --help lists what works without"
        )
    if not os.environ.get("WAYLAND_DISPLAY"):
        missing = [package for library, package in X11_LIBRARIES.items() if not _loads(library)]
        if missing:
            packages = " ".join(missing)
            raise FileError(f"the window needs packages: apt-get install {packages}")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _prepare(app: QApplication, theme: str) -> Theme:
    """Names, style and colours of the application; refuses to show boxes in place of letters."""
    from PySide6.QtGui import QFontInfo

    from heartplanner.ui.theme import palette

    app.setApplicationName("heartplanner")
    app.setApplicationDisplayName("Heart Planner")
    app.setDesktopFileName("heartplanner")
    app.setStyle("Fusion")
    if not QFontInfo(app.font()).family():
        raise FileError("no font is installed: apt-get install fonts-dejavu-core")
    chosen = _theme(app, theme)
    app.setPalette(palette(chosen))
    return chosen


def _theme(app: QApplication, wanted: str) -> Theme:
    from PySide6.QtCore import Qt

    from heartplanner.ui.theme import dark, light

    if wanted == "system":
        wanted = "dark" if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"
    return dark() if wanted == "dark" else light()


def _follow_system(app: QApplication, window: MainWindow, wanted: str) -> None:
    """Change colours when the system does, unless the person chose some; then what can wait."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QIcon

    from heartplanner.ui.theme import palette

    def change() -> None:
        theme = _theme(app, wanted)
        app.setPalette(palette(theme))
        window.set_theme(theme)

    if wanted == "system":
        app.styleHints().colorSchemeChanged.connect(change)
    icon = str(folders.resource("icons/heartplanner.svg"))
    QTimer.singleShot(0, window, lambda: app.setWindowIcon(QIcon(icon)))
