"""What scrolls up and down: a page, and fields, which follow the keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QScrollArea

from heartplanner.typed import override

AROUND = 50
"""How many pixels above and below a field are in sight with it, where there is room for them."""


class PageScroll(QScrollArea):
    """Scrolls what is as wide as itself, without a frame; Tab stops at what is on it only."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class FieldScroll(PageScroll):
    """Scrolls fields: the one with the keys is in sight, all of it."""

    def keep_keys_in_sight(self) -> None:
        """Scroll to the field that has the keys, if one has them, as its layout is now."""
        content = self.widget()
        field = content.focusWidget() if content is not None else None
        if content is None or field is None or not field.hasFocus():
            return
        # By its edges: Qt by itself is content where the cursor is seen, and may cut the rest of it.
        middle = field.mapTo(content, QPoint(field.width() // 2, field.height() // 2))
        spare = max(self.viewport().height() - field.height(), 0) // 2
        high = field.height() // 2 + min(AROUND, spare)
        self.ensureVisible(middle.x(), middle.y(), field.width() // 2, high)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        moved = super().focusNextPrevChild(forward)
        self.keep_keys_in_sight()
        return moved
