"""After a change: which of the phone and the printed sheets are old now, each said in one place.

The phone has a line of its own in the side panel; where that is not on show, the window's foot says it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from heartplanner.files.disk import FileError
from heartplanner.ui.messages.message_bar import BarButton, MessageBar
from heartplanner.ui.phone.phone_actions import PhoneActions
from heartplanner.ui.phone_state import PhoneState
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
        show_phone: Callable[[PhoneState], bool],
    ) -> None:
        """`show_phone` is given what is known of the phone, and answers whether that is on show."""
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
            state, paper = self._phone.state(), self._paper.old()
        except FileError:  # said where one exports or prints
            self._show_phone(PhoneState(unread=True))
            return
        shown = self._show_phone(state)
        phone = "" if shown else state.text
        text = "\n".join(filter(None, (phone, paper)))
        if not text:  # once all is right, the same may come to be told anew
            self._settings.keep_dismissed("")
        if text == self._settings.dismissed():
            text = ""
        said = self._bar.text()
        # Trouble with the file is worth more than a reminder, which can wait until the bar is free.
        if said not in ("", self._reminded) or said == text:
            return
        self._bar.hide()
        self._reminded = text
        if text:
            self._bar.say(text, *self._answers(phone, paper, changed=bool(state.changed)))

    def _answers(self, phone: str, paper: str, *, changed: bool) -> list[BarButton]:
        """What can be done about each. `changed`: the phone's file is old, and not only unopened."""
        answers: list[BarButton] = []
        if phone and changed:
            answers.append(("Put it on my phone...", self._phone.put_on_phone))
        elif phone:
            answers.append(("Show me how...", self._phone.show_waiting))
            answers.append(("It is on my phone", self._phone.arrived))
        if paper:
            answers.append(("Print again...", self._paper.print_it))
        return answers

    def _dismiss(self, text: str) -> None:
        if text == self._reminded:
            self._settings.keep_dismissed(text)
