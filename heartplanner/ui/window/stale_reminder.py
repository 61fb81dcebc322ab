"""After a change: what no longer knows of it, the phone and the sheets on the wall, said on the strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from heartplanner.files.disk import FileError
from heartplanner.store import Store
from heartplanner.ui.window.message_bar import Answer

if TYPE_CHECKING:
    from heartplanner.ui.window.main_window import MainWindow

AFTER = 400
"""How many milliseconds after a change one is reminded: not while one is still at it."""


class Reminder:
    """Reminds until all is right again; never in the place of what else the strip has to say."""

    def __init__(self, store: Store, window: MainWindow) -> None:
        self._window = window
        self._said = ""
        self._later = QTimer(window, singleShot=True, interval=AFTER)
        self._later.timeout.connect(self.look)
        store.plan_changed.connect(lambda _: self._later.start())

    def look(self) -> None:
        """Say what is old now, if that is other than what was said."""
        window, strip = self._window, self._window.strip
        try:
            phone, wall = window.phone.old(), window.paper.old()
        except FileError:
            return  # said where it is handed over or printed
        text = "\n".join(filter(None, (phone, wall)))
        if text == self._said or strip.text() not in ("", self._said):
            return
        strip.hide()
        self._said = text
        answers: list[Answer] = [("Put it on my phone...", window.phone.hand_over)] if phone else []
        answers += [("Print them...", window.paper.print_it)] if wall else []
        if text:
            strip.say(text, *answers)
