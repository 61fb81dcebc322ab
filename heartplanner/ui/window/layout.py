"""Where the parts of the window stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartplanner.ui.month.month_room import EDGE, GAP
from heartplanner.ui.window.views import Views


def body_of(calendar: Sequence[QWidget], beside: Sequence[QWidget]) -> QHBoxLayout:
    """The calendar between what stands over and under it, and the panels beside all three."""
    column = QVBoxLayout()
    column.setSpacing(0)
    for part in calendar:
        column.addWidget(part, int(isinstance(part, Views)))
    body = QHBoxLayout()
    body.setContentsMargins(EDGE, GAP, EDGE, GAP)
    body.setSpacing(GAP)
    body.addLayout(column, 1)
    for panel in beside:
        body.addWidget(panel)
    return body


def below(header: QWidget, body: QHBoxLayout) -> QWidget:
    """The window's content."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(header)
    column.addLayout(body, 1)
    return content
