"""A dialog with a form and the usual two buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from heartplanner.ui.widgets.message_boxes import plain


class FormDialog(QDialog):
    """OK and Cancel below the rows of `form`."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.form = QFormLayout()
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        plain(self.buttons.buttons())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(self.form)
        column.addWidget(self.buttons)

    def agreed(self) -> bool:
        """Show it; whether it is closed by OK."""
        return self.exec() == QDialog.DialogCode.Accepted
