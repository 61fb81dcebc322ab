"""What has changed since the phone has the calendar: the list, and the way to an update of just that."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.message_boxes import plain

LETTERS, LINES = 92, 28
"""How many letters a line and how many lines the dialog has room for, if the screen has."""
SHARE = 0.9
UPDATE = (
    "An update file has just these. Of the programs that were tried only Evolution and khal take one:"
    " import it there. For a phone, and everywhere else, empty the calendar and import the whole file."
)


class ChangesDialog(QDialog):
    """`said`: the counts; `lines`: each event that is not as it was, what happened to it first."""

    update_wanted = Signal()
    print_wanted = Signal(str, list)
    """A title and lines, each with no drawing."""

    def __init__(self, said: str, lines: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("What changed on the phone")
        entries = QListWidget()
        entries.setAccessibleName("What changed")
        entries.setWordWrap(True)
        entries.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        entries.addItems(lines)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        on_paper = buttons.addButton("Print...", QDialogButtonBox.ButtonRole.ActionRole)
        update = buttons.addButton("Save an update...", QDialogButtonBox.ButtonRole.ActionRole)
        plain(buttons.buttons())
        buttons.rejected.connect(self.reject)
        update.clicked.connect(self._update)
        printed = [("", said), *(("", line) for line in lines)]
        on_paper.clicked.connect(lambda: self.print_wanted.emit(self.windowTitle(), printed))
        column = QVBoxLayout(self)
        column.addWidget(label("what", said))
        column.addWidget(entries, 1)
        column.addWidget(label("muted", UPDATE))
        column.addWidget(buttons)
        self._fit()

    def _fit(self) -> None:
        """As large as large text asks for, but no larger than the screen."""
        self.ensurePolished()
        letter = self.fontMetrics()
        room = self.screen().availableSize() * SHARE
        wide, tall = letter.averageCharWidth() * LETTERS, letter.lineSpacing() * LINES
        self.resize(min(wide, room.width()), min(tall, room.height()))

    def _update(self) -> None:
        self.accept()
        self.update_wanted.emit()
