"""The program ends in order also where nobody closes its window: what is typed is kept first.

Asked to end by the system (TERM), with its terminal gone (HUP), at the end of the person's session, and
where the X server is gone.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
"""Ctrl+C, the system, a terminal that is gone; Windows has no SIGHUP."""
ENDED_BY = 128
"""What shells add to a signal's number for the exit status of a program that it ended."""


def end_on_signals(app: QApplication, end: Callable[[], None]) -> None:
    """Call `end` and leave the event loops of the program, those of dialogs too, when asked to end.

    No window is asked whether it may close: nobody may be there to answer.
    """
    # A handler of Python's runs only once Qt's loop gives control back to Python, which may be never. The
    # byte that Python writes for each signal wakes the loop itself.
    reader, writer = socket.socketpair()
    for end_of_pair in (reader, writer):
        end_of_pair.setblocking(False)
    numbers = [getattr(signal, name) for name in SIGNALS if hasattr(signal, name)]
    for number in numbers:
        signal.signal(number, lambda *_: None)
    signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read, app)

    def take() -> None:
        received = reader.recv(64)
        asked = next((number for number in received if number in numbers), None)
        if asked is not None:
            end()
            app.exit(ENDED_BY + asked)

    notifier.activated.connect(take)
    # The notifier's sockets live as long as it does.
    notifier.destroyed.connect(reader.close)
    notifier.destroyed.connect(writer.close)
