"""What happens when the program itself errs: it is logged, said once, and nothing is lost."""

from __future__ import annotations

import faulthandler
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from heartplanner.files import folders
from heartplanner.ui.widgets.message_boxes import MessageBox

LOG_LIMIT = 200_000
TITLE = "Something went wrong"
TEXT = (
    "Something in the program failed, and what you did last may not have happened. Your saved schedule is"
    " unharmed. You can go on; if it happens again, close the program and start it again."
)


class Crash(QObject):
    """Takes the errors that nobody handled. The log holds kinds and places, no words of the plan."""

    happened = Signal(str)

    def __init__(self, log: Path) -> None:
        super().__init__()
        self._log = log
        self._seen: set[str] = set()

    def install(self) -> None:
        """Take the errors of the main thread, of other threads, and of what is being collected."""
        sys.excepthook = self._take
        threading.excepthook = lambda args: self._take(args.exc_type, None, args.exc_traceback)
        sys.unraisablehook = lambda args: self._take(args.exc_type, None, args.exc_traceback)
        try:
            folders.make_private(self._log)
            self._file = self._log.open("a", encoding="utf-8")
        except OSError:
            return
        # It stays open: when Python itself falls, faulthandler can write to a file but open none.
        faulthandler.enable(self._file)

    def show_over(self, window: QWidget) -> None:
        """Say each error once, in a dialog over the window, from the event loop and never in between."""
        self.happened.connect(
            lambda details: _say(window, details), Qt.ConnectionType.QueuedConnection
        )

    def _take(
        self, kind: type[BaseException], _: BaseException | None, trace: TracebackType | None
    ) -> None:
        # Ctrl+C is no fault; 130 is what shells make of it: 128, and 2 for SIGINT.
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        # What an error says is left out: it may hold words of the plan, and a log may be passed on.
        frames = traceback.extract_tb(trace)
        places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        details = "\n".join([kind.__name__, *places])
        # Each place once: a timer that fails does so thousands of times a second.
        if details in self._seen:
            return
        self._seen.add(details)
        try:
            if self._log.exists() and self._log.stat().st_size < LOG_LIMIT:
                with self._log.open("a", encoding="utf-8") as file:
                    file.write(f"{details}\n\n")
        except OSError:
            pass
        self.happened.emit(details)


def _say(window: QWidget, details: str) -> None:
    box = MessageBox(window, TITLE, TEXT, details)
    box.buttons.addButton("Go on", QDialogButtonBox.ButtonRole.RejectRole)
    box.ready().open()
