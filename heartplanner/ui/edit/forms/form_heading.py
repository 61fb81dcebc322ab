"""The head of a form: what is being entered, and the key that leaves it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from heartplanner.ui.widgets.cards import label


def form_heading(title: str) -> QWidget:
    """What is being entered, and the key that leaves it."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    name, key = label("what", title), QLabel("Esc")
    key.setObjectName("key")
    key.setToolTip("Escape leaves your schedule as it was")
    row.addWidget(name, 1)
    row.addWidget(key)
    return holder
