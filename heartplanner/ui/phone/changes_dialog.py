"""What has changed since the phone has the calendar: the list, and the way to an update of just that."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

LETTERS, LINES = 88, 26
UPDATE = (
    "To bring your phone up to date, put the whole calendar on it again. The button Save only"
    " these changes makes a file for Evolution and khal, two calendar programs for Linux computers. Phones"
    " cannot use that file."
)
TITLES = "Days have the titles that your phone shows: 9-9 is a day shift, noon-midnight an evening shift."


class ChangesDialog(ScrollDialog):
    """`summary`: the count; `lines`: each change, its day first. `put_wanted`: the phone is to get all."""

    put_wanted = Signal()
    update_wanted = Signal()
    print_wanted = Signal(str, list)
    """A title and lines, each with no drawing."""

    def __init__(self, summary: str, lines: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent, "What your phone doesn't have yet", LETTERS, LINES)
        entries = QListWidget()
        entries.setAccessibleName("What changed")
        entries.setWordWrap(True)
        entries.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        entries.addItems(lines)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        on_paper = buttons.addButton("Print...", QDialogButtonBox.ButtonRole.ActionRole)
        self._update_button = update = buttons.addButton(
            "Save only these changes...", QDialogButtonBox.ButtonRole.ActionRole
        )
        whole = buttons.addButton("Put it on my phone", QDialogButtonBox.ButtonRole.AcceptRole)
        whole.setObjectName("primary")
        buttons.rejected.connect(self.reject)
        buttons.accepted.connect(self._put_on_phone)
        update.clicked.connect(self._update)
        printed = [("", summary), *(("", line) for line in lines)]
        on_paper.clicked.connect(lambda: self.print_wanted.emit(self.windowTitle(), printed))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 4, 0)
        column.addWidget(label("what", summary))
        column.addWidget(label("muted", TITLES))
        column.addWidget(entries, 1)
        self._update_text = label("muted", UPDATE)
        column.addWidget(self._update_text)
        self.lay_out(body, buttons)

    def offer_update(self, *, offered: bool) -> None:
        """Whether a file of the changes only is offered: what keeps itself up to date takes none."""
        self._update_button.setVisible(offered)
        self._update_text.setVisible(offered)

    def _put_on_phone(self) -> None:
        self.accept()
        self.put_wanted.emit()

    def _update(self) -> None:
        self.accept()
        self.update_wanted.emit()
