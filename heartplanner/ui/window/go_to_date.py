"""Going to a date that is typed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from heartplanner.typed import override
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.date_field import NO_DATE, DateField
from heartplanner.ui.widgets.form_dialog import FormDialog


class GoToDate(FormDialog):
    """Asks for a date; OK only closes it once there is one."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, "Go to a date")
        self.field, self._wrong = DateField(session.selection.current), label("", NO_DATE)
        self.field.setAccessibleName("Date")
        self.form.addRow("Date", self.field)
        self.form.addRow(self._wrong)
        self._wrong.hide()
        self.field.select()

    @override
    def accept(self) -> None:
        if self.field.right:
            super().accept()
        else:
            self._wrong.show()


def go_to(session: Session, parent: QWidget) -> None:
    """Ask for a date and show it."""
    dialog = GoToDate(session, parent)
    if dialog.agreed():
        session.go_to(dialog.field.value())
