"""After a change: which of the phone and the printed sheets are old now, each said in one place.

The phone has a line of its own in the side panel; where that is not on show, the window's foot says it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from heartplanner.files.disk import FileError
from heartplanner.ui.window.commands import UserActions
from heartplanner.ui.window.message_bar import Answer, MessageBar

AFTER = 400
"""How many milliseconds after a change one is reminded: not while one is still at it."""


class StaleReminder:
    """Reminds until that is done or dismissed, over a restart too.

    It is never said in the place of what else the message bar has to say, but after it. `tell_phone`
    is told whether the phone ever got the calendar, and what is different since; it answers whether
    that is on show.
    """

    def __init__(
        self, actions: UserActions, bar: MessageBar, tell_phone: Callable[[bool, str], bool]
    ) -> None:
        self._phone, self._paper, self._bar = actions.phone, actions.paper, bar
        self._tell_phone = tell_phone
        self._settings = actions.session.settings
        self._said = ""
        self._later = QTimer(bar, singleShot=True, interval=AFTER)
        self._later.timeout.connect(self.look)
        for signal in (actions.session.store.plan_changed, actions.session.delivered, bar.free):
            signal.connect(lambda *_: self.look_soon())
        bar.closed.connect(self._dismiss)
        self.look_soon()

    def look_soon(self) -> None:
        """Something changed: look once that is over."""
        self._later.start()

    def look(self) -> None:
        """Say what is old now, if that is other than what is said."""
        try:
            phone, wall = self._phone.old(), self._paper.old()
        except FileError:
            return  # said where it is handed over or printed
        if self._tell_phone(self._phone.delivered(), phone):
            phone = ""
        text = "\n".join(filter(None, (phone, wall)))
        if not text:  # once all is right, the same may come to be told anew
            self._settings.keep_dismissed("")
        if text == self._settings.dismissed():
            text = ""
        said = self._bar.text()
        if said not in ("", self._said) or said == text:
            return
        self._bar.hide()
        self._said = text
        answers: list[Answer] = []
        if phone:
            answers.append(("Put it on my phone...", self._phone.hand_over))
        if wall:
            answers.append(("Print them...", self._paper.print_it))
        if text:
            self._bar.say(text, *answers)

    def _dismiss(self, text: str) -> None:
        if text == self._said:
            self._settings.keep_dismissed(text)
