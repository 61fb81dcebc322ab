"""After a change: which of the phone and the printed sheets are old now, each said in one place.

The phone has a line of its own in the side panel; where that is not on show, the window's foot says it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from heartplanner.files.disk import FileError
from heartplanner.ui.messages.message_bar import Answer, MessageBar
from heartplanner.ui.phone.phone_actions import PhoneActions
from heartplanner.ui.printing.print_actions import PrintActions
from heartplanner.ui.session import Session

AFTER = 400
"""How many milliseconds after a change one is reminded: not while one is still at it."""


class StaleReminder:
    """Reminds until that is done or dismissed, over a restart too.

    It is never shown in the place of what else the message bar has to say, but after it.
    """

    def __init__(
        self,
        session: Session,
        phone: PhoneActions,
        paper: PrintActions,
        bar: MessageBar,
        show_phone: Callable[[bool, str], bool],
    ) -> None:
        """`show_phone` is given whether the phone ever got the calendar, and what is different since.

        It answers whether that is on show.
        """
        self._phone, self._paper, self._bar = phone, paper, bar
        self._show_phone = show_phone
        self._settings = session.settings
        self._reminded = ""
        self._later = QTimer(bar, singleShot=True, interval=AFTER)
        self._later.timeout.connect(self.look)
        # Each starts the timer anew: while one types or drags, only the last change is answered.
        for signal in (session.store.plan_changed, session.delivered, bar.free):
            signal.connect(lambda *_: self.look_soon())
        bar.closed.connect(self._dismiss)
        self.look_soon()

    def look_soon(self) -> None:
        """Something changed: look once that is over."""
        self._later.start()

    def look(self) -> None:
        """Say what is old now, if that is other than what the bar shows."""
        try:
            phone, paper = self._phone.old(), self._paper.old()
        except FileError:
            return  # said where one exports or prints
        if self._show_phone(self._phone.delivered(), phone):
            phone = ""
        text = "\n".join(filter(None, (phone, paper)))
        if not text:  # once all is right, the same may come to be told anew
            self._settings.keep_dismissed("")
        if text == self._settings.dismissed():
            text = ""
        shown = self._bar.text()
        # Trouble with the file is worth more than a reminder, which can wait until the bar is free.
        if shown not in ("", self._reminded) or shown == text:
            return
        self._bar.hide()
        self._reminded = text
        answers: list[Answer] = []
        if phone:
            answers.append(("Put it on my phone...", self._phone.put_on_phone))
        if paper:
            answers.append(("Print them...", self._paper.print_it))
        if text:
            self._bar.say(text, *answers)

    def _dismiss(self, text: str) -> None:
        if text == self._reminded:
            self._settings.keep_dismissed(text)
