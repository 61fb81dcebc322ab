"""Says, when one leaves the finder, that a rotation is found and the calendar has not got it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from heartplanner.core.finder.found import FOUND, found_rotation
from heartplanner.core.plan.model import Rotation, Search
from heartplanner.ui.messages.message_bar import MessageBar
from heartplanner.ui.session import Session
from heartplanner.ui.view_list import View

USE = "Use it..."


class FoundReminder(QObject):
    """Follows the session's view. `use` works by the Rotation of a Search that was found."""

    def __init__(
        self,
        session: Session,
        bar: MessageBar,
        use: Callable[[Search, Rotation], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._bar, self._use = session, bar, use
        self._was = session.view
        session.view_changed.connect(self._follow)
        session.store.plan_changed.connect(lambda _: self._withdraw())

    def _follow(self) -> None:
        was, self._was = self._was, self._session.view
        if was is View.FINDER and found_rotation(self._session.plan):
            self._bar.say(FOUND, (USE, self._take))
        elif self._was is View.FINDER:
            self._hide()

    def _withdraw(self) -> None:
        """The rotation was used, or other days are marked: what was said does not hold any more."""
        if self._bar.text() == FOUND and found_rotation(self._session.plan) is None:
            self._hide()

    def _hide(self) -> None:
        if self._bar.text() == FOUND:
            self._bar.hide()
            self._bar.free.emit()

    def _take(self) -> None:
        search, rotation = self._session.plan.search, found_rotation(self._session.plan)
        if search and rotation:
            self._use(search, rotation)
