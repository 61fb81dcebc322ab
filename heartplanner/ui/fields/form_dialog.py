"""A dialog with a form and two buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QWidget

from heartplanner.ui.fields.plain_fields import add_row
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

LETTERS = 44


class FormDialog(ScrollDialog):
    """A button that says what it does, and Cancel, below the rows of `form`."""

    def __init__(self, parent: QWidget, title: str, verb: str) -> None:
        super().__init__(parent, title, LETTERS)
        self._rows = QWidget()
        self.form = QFormLayout(self._rows)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        button = self.buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        button.setObjectName("primary")
        button.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def add(self, words: str, field: QWidget) -> None:
        """A row: a field after its label; without words a button, which says itself what it does."""
        if words:
            add_row(self.form, words, field)
        else:
            self.form.addRow(field)

    def agreed(self) -> bool:
        """Show it; whether it is closed by its verb."""
        self.lay_out(self._rows, self.buttons)
        return self.run()
