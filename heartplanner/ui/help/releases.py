"""Whether there is a newer version: the browser shows the page of releases.

The program itself asks nobody. It has no place where it would say whose calendar it is and when it runs.
"""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from heartplanner import __version__
from heartplanner.ui.widgets.message_boxes import say

RELEASES = ""
"""The page of releases, once there is one: a name that somebody else may own must not stand here."""


def show_releases(parent: QWidget) -> None:
    """Open the page in the browser, or say where it is, or that there is none yet."""
    if not RELEASES:
        text = (
            f"You have version {__version__}. It is the first one, and no other is published yet."
        )
        say(parent, "There is no newer version", text)
    elif not QDesktopServices.openUrl(QUrl(RELEASES)):
        say(
            parent,
            "No browser opened",
            f"You have version {__version__}. See whether there is a newer one at {RELEASES}",
        )
