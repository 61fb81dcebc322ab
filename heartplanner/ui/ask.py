"""Boxes that say or ask one thing, in plain text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

Button = QMessageBox.StandardButton


def say(parent: QWidget, title: str, text: str) -> None:
    """Say something without holding up the program."""
    _box(parent, title, text, Button.Ok).open()


def agreed(parent: QWidget, title: str, text: str) -> bool:
    """Whether a question is answered with yes."""
    return _box(parent, title, text, Button.Yes | Button.No).exec() == Button.Yes


def _box(parent: QWidget, title: str, text: str, buttons: Button) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, buttons, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box
