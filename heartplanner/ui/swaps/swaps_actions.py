"""What one does with the book of swaps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from heartplanner.ui.session import Session


class SwapsActions:
    """The dialog stands over `parent`; `enter` opens the form of a new swap."""

    def __init__(self, session: Session, enter: Callable[[], None], parent: QWidget) -> None:
        self._session, self._enter, self._parent = session, enter, parent

    def show(self) -> None:
        """Show the book of swaps."""
        from heartplanner.ui.swaps.swaps_dialog import SwapsDialog

        dialog = SwapsDialog(self._session, self._parent)
        dialog.swap_wanted.connect(self._enter)
        dialog.open()
