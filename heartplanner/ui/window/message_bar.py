"""A quiet bar above the calendar for what the program has to say, with at most two answers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from heartplanner.ui.widgets.cards import label

Answer = tuple[str, Callable[[], object]]


class MessageBar(QFrame):
    """Hidden until something is said; the last of its buttons closes it."""

    closed = Signal(str)
    """The text that was closed with no answer."""
    free = Signal()
    """One of the buttons was pressed: there is room for what else is to be said."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setAccessibleName("Message")
        self._text = label()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 8, 6)
        self._row.addWidget(self._text, 1)
        self._buttons: list[QPushButton] = []
        self.hide()

    def say(self, text: str, *answers: Answer) -> None:
        """Show a text until it is answered or closed."""
        for button in self._buttons:
            button.deleteLater()
        self._text.setText(text)
        close: Answer = ("Close", lambda: self.closed.emit(text))
        self._buttons = [self._button(*each) for each in (*answers, close)]
        for button in self._buttons:
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.show()

    def say_all(self, sentences: list[str]) -> None:
        """Say these, if there are any."""
        if sentences:
            self.say("\n".join(sentences))

    def text(self) -> str:
        """What is said just now; empty if nothing."""
        return "" if self.isHidden() else self._text.text()

    def _button(self, words: str, run: Callable[[], object]) -> QPushButton:
        def answer() -> None:
            self.hide()
            run()
            self.free.emit()

        button = QPushButton(words)
        button.clicked.connect(answer)
        return button
