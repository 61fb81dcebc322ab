"""Files that the system hands to a program that runs already: macOS does so for a double click."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent

from heartplanner.typed import override


class FileOpener(QObject):
    """A filter for the events of the application. `opened`: a file, by its path, is to be opened."""

    opened = Signal(object)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.opened.emit(Path(event.file()))
            return True
        return super().eventFilter(watched, event)
