"""What one can do with colleagues' rotation cards and one's own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from heartplanner.ui.fields.named_form import name_form
from heartplanner.ui.session import Session

OWN_CARD = "own-card"


class PeopleActions:
    """Dialogs stand over `parent`; `print_card` prints the text of a card, with sentences on it."""

    def __init__(
        self, session: Session, print_card: Callable[[str, list[str]], None], parent: QWidget
    ) -> None:
        self._session, self._print_card, self._parent = session, print_card, parent

    def show(self) -> None:
        """Show the colleagues, from where one's own card is shown too."""
        from heartplanner.ui.people.people_dialog import PeopleDialog

        dialog = PeopleDialog(self._session, self._parent)
        name_form(dialog, "people")
        dialog.own_card_wanted.connect(lambda: self.show_own_card(dialog))
        dialog.run()

    def show_own_card(self, over: QWidget | None = None) -> None:
        from heartplanner.ui.people.own_card import OwnCardDialog

        dialog = OwnCardDialog(self._session, self._print_card, over or self._parent)
        name_form(dialog, OWN_CARD)
        dialog.run()
