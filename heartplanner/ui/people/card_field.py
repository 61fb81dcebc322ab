"""Where a rotation card is pasted, typed or dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QPlainTextEdit

from heartplanner.core.people.card import LONGEST
from heartplanner.files.card_file import read_card_file
from heartplanner.files.disk import FileError
from heartplanner.typed import override

HINT = "Paste the card here, or drop a file that holds it. Other words around it do no harm."
LINES = 4


class CardField(QPlainTextEdit):
    """A few lines of text. `refused`: why a file that was given cannot be read, in a sentence."""

    refused = Signal(str)
    taken = Signal()
    """Something was given as a whole, and not typed."""

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(HINT)
        self.setAccessibleName("The colleague's rotation card")
        self.setAccessibleDescription(HINT)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # the dialog takes what is dropped anywhere on it

    def fit(self) -> None:
        """Take the height of a few lines, as large as text is now."""
        self.ensurePolished()
        edges = self.contentsMargins()
        around = edges.top() + edges.bottom() + 2 * round(self.document().documentMargin())
        self.setFixedHeight(LINES * self.fontMetrics().lineSpacing() + around)

    def take_file(self, path: Path) -> None:
        """Show the text of a file."""
        try:
            self.take_text(read_card_file(path))
        except FileError as error:
            self.refused.emit(str(error))

    def take_text(self, text: str) -> None:
        """Show a text in place of what stood there; of a very long one as much as tells that it is."""
        self.setPlainText(text[: LONGEST + 1])
        self.taken.emit()

    def take_data(self, data: QMimeData) -> bool:
        """Take what was pasted or dropped: one file, or text; whether it is any of these."""
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if len(files) == 1:
            self.take_file(Path(files[0]))
        elif data.hasText() and not data.urls():
            self.take_text(data.text())
        else:
            return False
        return True

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return bool(source.urls()) or super().canInsertFromMimeData(source)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """A card takes the place of what stood there; nobody adds one to the end of another."""
        if not self.take_data(source):
            super().insertFromMimeData(source)
