"""What a screen reader says of a change that nobody's focus is on."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

STAYS = 5000
"""Milliseconds for which a notice is there to be read; a screen reader may be busy with another."""


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say a text once, in the name of a widget; without one nothing happens."""
    if text:
        speak(widget, text)


def speak(widget: QWidget, text: str) -> None:
    """Say it in the way that the system's screen readers listen to."""
    if not QAccessible.isActive():
        return
    if sys.platform.startswith("linux"):
        # Orca before version 45, as of Debian 12, does not hear announcements, but every version reads a
        # notice that comes on show. Told in both ways, newer versions would say it twice.
        Notice(widget.window(), text)
    else:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Notice(QWidget):
    """A pixel that nobody sees: its name is read out when it is shown, and it goes by itself.

    Each text has one of its own, since it is read only once the screen reader comes to it.
    """

    def __init__(self, window: QWidget, text: str) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(1, 1)
        self.setAccessibleName(text)
        self.show()
        QTimer.singleShot(STAYS, self, self.deleteLater)


def offer_notices() -> None:
    """Let screen readers know what a notice is; once for the whole program."""
    QAccessible.installFactory(_facts)


def _facts(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    return (
        QAccessibleWidget(thing, QAccessible.Role.Notification)
        if isinstance(thing, Notice)
        else None
    )
