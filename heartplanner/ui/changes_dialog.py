"""What has changed since the phone has the calendar: the list, and the way to an update of just that."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from heartplanner.core.events import Event
from heartplanner.core.handover import plain_title
from heartplanner.core.words import long_date
from heartplanner.ui.ask import plain
from heartplanner.ui.cards import label

SIZE = (600, 460)
UPDATE = (
    "An update file has just these. Of the programs that were tried only Evolution and khal take one:"
    " import it there. For a phone, and everywhere else, empty the calendar and import the whole file."
)


class ChangesDialog(QDialog):
    """`said`: the counts; `listed`: each event that is not as it was, with what happened to it."""

    update_wanted = Signal()
    print_wanted = Signal(str, list)
    """A title and lines, each with no drawing."""

    def __init__(self, said: str, listed: Sequence[tuple[str, Event]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("What changed on the phone")
        self.resize(*SIZE)
        self._lines = [
            f"{long_date(each.day)}: {plain_title(each)} ({what})" for what, each in listed
        ]
        entries = QListWidget()
        entries.setAccessibleName("What changed")
        entries.addItems(self._lines)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        on_paper = buttons.addButton("Print...", QDialogButtonBox.ButtonRole.ActionRole)
        update = buttons.addButton("Save an update...", QDialogButtonBox.ButtonRole.ActionRole)
        plain(buttons.buttons())
        buttons.rejected.connect(self.reject)
        update.clicked.connect(self._update)
        lines = [("", said), *(("", line) for line in self._lines)]
        on_paper.clicked.connect(lambda: self.print_wanted.emit(self.windowTitle(), lines))
        column = QVBoxLayout(self)
        column.addWidget(label("what", said))
        column.addWidget(entries, 1)
        column.addWidget(label("muted", UPDATE))
        column.addWidget(buttons)

    def _update(self) -> None:
        self.accept()
        self.update_wanted.emit()
