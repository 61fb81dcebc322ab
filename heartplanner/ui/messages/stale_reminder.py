"""After a change: which of the phone and the printed sheets are old now, each said in one place.

The phone has a line of its own in the side panel; where that is not on show, the window's foot says it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from heartplanner.files.disk import FileError
from heartplanner.ui.messages.message_bar import BarButton, MessageBar
from heartplanner.ui.phone.phone_actions import PhoneActions
from heartplanner.ui.phone_state import PhoneState, SyncStep
from heartplanner.ui.printing.print_actions import PrintActions
from heartplanner.ui.session import Session
from heartplanner.ui.view_list import View

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
        self._settings, self._session = session.settings, session
        self._reminded = ""
        self._later = QTimer(bar, singleShot=True, interval=AFTER)
        self._later.timeout.connect(self.look)
        # Each starts the timer anew: while one types or drags, only the last change is answered.
        for signal in (session.store.plan_changed, session.delivered, bar.free, phone.sync.changed):
            signal.connect(lambda *_: self.look_soon())
        bar.closed.connect(self._dismiss)
        self._trouble = ""
        phone.kept.written.connect(self._withdraw_trouble)
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
        # The page On my phone says it all itself, as the panel does.
        shown = self._show_phone(state) or self._session.view is View.PHONE
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
            answers = self._answers(state) if phone else []
            if paper:
                answers.append(("Print again...", self._paper.print_it))
            self._bar.say(text, *answers)

    def _answers(self, state: PhoneState) -> list[BarButton]:
        """What can be done: about a question, about trouble, an old calendar, a file that is not opened."""
        phone = self._phone
        if state.sync.step is SyncStep.ASKS:
            return [("Sync all the same", phone.sync.agree)]
        if state.sync.step is SyncStep.FAILED:
            return [("Show it", phone.show_page)]
        if state.changed:
            return [("Put it on my phone", phone.put_on_phone)]
        return [
            ("Show me how...", phone.files.show_waiting),
            ("It is on my phone", phone.files.arrived),
        ]

    def _withdraw_trouble(self) -> None:
        """What was said of a kept file does not hold any more once it is written."""
        trouble = "\n".join(self._phone.kept.trouble)
        if not trouble and self._trouble and self._bar.text() == self._trouble:
            self._bar.hide()
            self._bar.free.emit()
        self._trouble = trouble

    def _dismiss(self, text: str) -> None:
        if text == self._reminded:
            self._settings.keep_dismissed(text)
