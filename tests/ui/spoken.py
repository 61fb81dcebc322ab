"""What a screen reader is told of a widget, by Qt's own accessibility tree."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def spoken_name(widget: QWidget) -> str:
    """The text of the label that names it, as on Linux, or its own name."""
    facts = QAccessible.queryAccessibleInterface(widget)
    for other, relation in facts.relations():
        if relation & QAccessible.RelationFlag.Label:
            return other.text(QAccessible.Text.Name)
    if QAccessible.Role.ComboBox == facts.role():
        return ""  # on Linux its name is the choice that it shows, not what it is for
    return facts.text(QAccessible.Text.Name)
