"""Boxes that say or ask one thing, in plain text."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

Button = QMessageBox.StandardButton


def say(parent: QWidget, title: str, text: str) -> None:
    """Say something without holding up the program."""
    _box(parent, title, text, Button.Ok).open()


def agreed(parent: QWidget, title: str, text: str) -> bool:
    """Whether a question is answered with yes."""
    return _box(parent, title, text, Button.Yes | Button.No).exec() == Button.Yes


def plain(buttons: Iterable[QAbstractButton]) -> None:
    """Buttons of a dialog without the style's own pictures, which are not of our set."""
    for button in buttons:
        button.setIcon(QIcon())


def _box(parent: QWidget, title: str, text: str, buttons: Button) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, buttons, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    plain(box.buttons())
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box
