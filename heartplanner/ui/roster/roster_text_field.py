"""Where a roster is typed; what is pasted while it is empty is handed on whole, a table as a table."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from heartplanner.typed import override
from heartplanner.ui.fields.line_field import is_for_menus
from heartplanner.ui.roster.roster_input import RosterText, input_of

HINT = "8/2 9a-9p\nAug 3: off\n2025-08-04 admin\nTue 8/5 noon-midnight"


class RosterTextField(QPlainTextEdit):
    """`pasted`: QMimeData that is more than words to insert here; `read_wanted`: Ctrl and Return."""

    pasted = Signal(object)
    read_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(HINT)
        self.setAccessibleName("Your roster as text")
        self.setAccessibleDescription("One day on a line")
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # the dialog takes what is dropped, files too

    @property
    def text(self) -> str:
        return self.toPlainText()

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # A picture cannot be inserted either, but that is to be said.
        given = source.hasImage() or input_of(source) is not None
        return given or super().canInsertFromMimeData(source)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        given = input_of(source)
        inserted = isinstance(given, RosterText) and self.text.strip()
        if inserted or (given is None and not source.hasImage()):
            super().insertFromMimeData(source)
        else:
            self.pasted.emit(source)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.read_wanted.emit()
        elif is_for_menus(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
