"""Whether there is a newer version: the browser shows the page of releases.

The program itself asks nobody. It has no place where it would say whose calendar it is and when it runs.
"""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from heartplanner import __version__
from heartplanner.ui.widgets.message_boxes import say

RELEASES = "https://github.com/heartplanner/heartplanner/releases"


def show_releases(parent: QWidget) -> None:
    """Open the page in the browser, or say where it is."""
    if not QDesktopServices.openUrl(QUrl(RELEASES)):
        say(
            parent,
            "No browser opened",
            f"You have version {__version__}. See whether there is a newer one at {RELEASES}",
        )
