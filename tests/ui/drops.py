"""What the window system sends where something is dragged."""

from __future__ import annotations

import warnings

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent


def entering(data: QMimeData) -> QDragEnterEvent:
    """Something dragged onto a widget. PySide6 6.12 warns of the form that 6.11 alone has."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, left, none)
