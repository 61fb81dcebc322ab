"""Says, outside the finder, that what was found or marked there is not in the calendar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from heartplanner.core.finder.found import FOUND, found_rotation, waiting_words
from heartplanner.core.plan.model import Rotation, Search
from heartplanner.ui.messages.message_bar import BarButton, MessageBar
from heartplanner.ui.session import Session
from heartplanner.ui.view_list import View

USE, LOOK = "Use it...", "Find my rotation"


class FoundReminder(QObject):
    """Stands in the message bar until that is done or it is closed; what else is said there stays.

    `use` works by the Rotation of a Search that was found.
    """

    def __init__(
        self,
        session: Session,
        bar: MessageBar,
        use: Callable[[Search, Rotation], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._bar, self._use = session, bar, use
        self._was, self._said, self._closed = session.view, "", ""
        session.view_changed.connect(self._follow)
        session.store.plan_changed.connect(lambda _: self._look())
        bar.free.connect(self._look)
        bar.closed.connect(self._close)
        self._look()

    def _follow(self) -> None:
        was, self._was = self._was, self._session.view
        if was is View.FINDER:  # said once more, and before all else: one leaves it undone
            self._closed = ""
            self._look(found=bool(found_rotation(self._session.plan)), first=True)
        else:
            self._look()

    def _look(self, *, found: bool = False, first: bool = False) -> None:
        """Say what waits, or take it back. `found`: a rotation is, and its days may be the calendar's.

        `first`: it is said in the place of what stands there.
        """
        text = FOUND if found or self._still_found() else self._waiting()
        if self._session.view is View.FINDER or text == self._closed:
            text = ""
        shown = self._bar.text()
        if shown and shown == self._said and text != shown:
            self._hide()  # which makes room, and so looks again
        elif text and text != shown and (first or not shown):
            self._said = text
            self._bar.say(text, self._answer(text))

    def _waiting(self) -> str:
        return waiting_words(self._session.plan, self._session.today)

    def _still_found(self) -> bool:
        """Whether it is on show that a rotation is found, and so it is."""
        shown = self._bar.text() == FOUND == self._said
        return shown and found_rotation(self._session.plan) is not None

    def _answer(self, text: str) -> BarButton:
        if text == FOUND:
            return USE, self._take
        return LOOK, lambda: self._session.show_view(View.FINDER)

    def _close(self, text: str) -> None:
        if text == self._said:
            self._closed = text

    def _hide(self) -> None:
        self._said = ""
        self._bar.hide()
        self._bar.free.emit()

    def _take(self) -> None:
        search, rotation = self._session.plan.search, found_rotation(self._session.plan)
        if search and rotation:
            self._use(search, rotation)
