"""The field that is asked, in the window: what answers is made when the keys first come to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from heartplanner.ui.ask.ask_field import AskField
from heartplanner.ui.panel.side_panel import SidePanel
from heartplanner.ui.window.menus.action_binder import DAY_ACTIONS
from heartplanner.ui.window.menus.commands import UserActions

if TYPE_CHECKING:
    from heartplanner.ui.ask.ask_entry import AskEntry


class Asking:
    """Gives the field its answers, which stand in the panel; `closed` is called once a question is gone.

    `actions` open the places to which an answer leads.
    """

    def __init__(
        self,
        user: UserActions,
        field: AskField,
        panel: SidePanel,
        closed: Callable[[], None],
        actions: Mapping[str, QAction],
    ) -> None:
        self._session, self._change_entry = user.session, user.days.entry
        self._panel, self._closed, self._actions = panel, closed, actions
        self._field = field
        field.begun.connect(self._begin)
        self._entry: AskEntry | None = None

    def take_looks(self) -> None:
        self._field.set_looks(self._session.theme, self._session.scale)

    def _begin(self) -> None:
        self._entry = self._entry or self._made()
        self._entry.begin()

    def _made(self) -> AskEntry:
        # Before the first key, not at it; and not at the start, where nobody has asked yet.
        from heartplanner.ui.ask.ask_entry import AskEntry

        entry = AskEntry(self._session, self._change_entry, self._field)
        self._panel.take_answer(entry.card, entry.card.stops)
        entry.card.take_keys([self._actions[name] for name in DAY_ACTIONS])
        entry.card.reached.connect(self._panel.ensureWidgetVisible)
        entry.closed.connect(self._closed)
        entry.action_wanted.connect(lambda name: self._actions[name].trigger())
        return entry
