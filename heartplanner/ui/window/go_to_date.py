"""Going to a date that is typed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from heartplanner.typed import override
from heartplanner.ui.fields.date_field import DateField
from heartplanner.ui.fields.form_dialog import FormDialog
from heartplanner.ui.session import Session


class GoToDate(FormDialog):
    """Asks for a date; it only closes with one. What it is taken for is said while one types."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, "Go to a date", "Go")
        self.field = DateField(session.selection.current, session.today)
        self.field.entered.connect(self.accept)
        self.add("Date", self.field)
        self.field.select()

    @override
    def accept(self) -> None:
        if self.field.apply():
            super().accept()


def go_to(session: Session, parent: QWidget) -> None:
    """Ask for a date and show it; what is done next is done to it, wherever the keys were before."""
    dialog = GoToDate(session, parent)
    if dialog.agreed():
        session.go_to(dialog.field.value())
        session.keys_wanted.emit()
