"""Boxes that say or ask one thing, in plain text."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMessageBox, QWidget

Button = QMessageBox.StandardButton


def say(parent: QWidget, title: str, text: str) -> None:
    """Say something without holding up the program."""
    _box(parent, title, text, Button.Ok).open()


def agreed(parent: QWidget, title: str, text: str) -> bool:
    """Whether a question is answered with yes."""
    return _box(parent, title, text, Button.Yes | Button.No).exec() == Button.Yes


def ask_path(parent: QWidget, title: str, name: str, kinds: str, suffix: str) -> Path | None:
    """Where to write a file of this kind; None if nowhere."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), kinds)
    path = Path(chosen)
    if not chosen or path.suffix.lower() == suffix:
        return path if chosen else None
    # What stands behind the last point of HEART 11.24.2026 is no suffix. The dialog did not ask about
    # the file that the right one makes of it.
    full = path.with_name(path.name + suffix)
    question = f"{full.name} is there already. Replace it?"
    return full if not full.exists() or agreed(parent, "Replace it?", question) else None


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
