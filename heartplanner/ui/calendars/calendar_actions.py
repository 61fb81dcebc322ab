"""What one can do with other calendars."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from heartplanner.ui.calendars.calendar_reader import CalendarReader
from heartplanner.ui.fields.named_form import name_form
from heartplanner.ui.session import Session


class CalendarActions:
    """Dialogs stand over `parent`; `reader` reads what the calendars have."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session, self._parent = session, parent
        self.reader = CalendarReader(session, parent)

    def show(self) -> None:
        """Show the list of other calendars."""
        from heartplanner.ui.calendars.calendars_dialog import CalendarsDialog

        dialog = CalendarsDialog(self._session, self.reader, self._parent)
        name_form(dialog, "calendars")
        dialog.run()
