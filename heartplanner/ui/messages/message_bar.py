"""What the program has to say, in the line at the window's foot, with at most two answers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from heartplanner.core.words.english import whole_sentence
from heartplanner.typed import override
from heartplanner.ui.widgets.announce import announce
from heartplanner.ui.widgets.elided_label import ElidedLabel
from heartplanner.ui.widgets.message_boxes import say

BarButton = tuple[str, Callable[[], object]]
LINES = 2


class MessageBar(QFrame):
    """Hidden until something is said; the last of its buttons closes it.

    A text of more than two lines is cut, and a button shows the whole of it.
    """

    closed = Signal(str)
    """The text that was closed with no answer."""
    text_shown = Signal()
    """There is a text on show, and its buttons."""
    free = Signal()
    """One of the buttons was pressed: there is room for what else is to be said."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setAccessibleName("Message")
        self._said, self._before = "", ""
        self._text = ElidedLabel("", LINES)
        self._whole = QPushButton("Read all")
        self._whole.clicked.connect(self._read)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 8, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._whole)
        self._buttons: list[QPushButton] = []
        self._answers: tuple[BarButton, ...] = ()
        self.hide()

    def say(self, text: str, *answers: BarButton) -> None:
        """Show a text until it is answered or closed."""
        close: BarButton = ("Close", lambda: self.closed.emit(text))
        self._answers = (*answers, close)
        if text == self.text() and self._labels() == [words for words, _ in self._answers]:
            announce(self, text)  # it is on show: a button that is being pressed stays the same
            return
        for button in self._buttons:
            # At once: until it is gone it would take the room of the text.
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._said = text
        self._word()
        self._buttons = [self._button(place) for place in range(len(self._answers))]
        for button in self._buttons:
            self._row.addWidget(button)
        self._whole.hide()
        self.show()
        self.raise_()
        self._row.activate()
        self._offer_whole()
        announce(self, text)
        self.text_shown.emit()

    def say_all(self, sentences: list[str]) -> None:
        """Say these, if there are any."""
        if sentences:
            self.say("\n".join(sentences))

    def set_before(self, text: str) -> None:
        """A line that stays in sight before what is said; empty: none."""
        if text != self._before:
            self._before = text
            self._word()
            self._offer_whole()

    def stops(self) -> list[QPushButton]:
        """The buttons, in the order of Tab."""
        return [self._whole, *self._buttons]

    def text(self) -> str:
        """What is said just now; empty if nothing."""
        return "" if self.isHidden() else self._said

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer_whole()

    def _offer_whole(self) -> None:
        # Without the button there is only more room: what fits beside it fits without it too.
        self._whole.setVisible(self._text.is_cut())

    def _word(self) -> None:
        # Where both stand on one line, the period keeps them apart.
        self._text.setText(self._whole_text())

    def _whole_text(self) -> str:
        before = whole_sentence(self._before.removesuffix("."))
        return "\n".join(filter(None, (before, self._said)))

    def _read(self) -> None:
        say(self, "Heart Planner", self._whole_text())

    def _labels(self) -> list[str]:
        return [button.text() for button in self._buttons]

    def _button(self, place: int) -> QPushButton:
        button = QPushButton(self._answers[place][0])
        button.clicked.connect(lambda: self._answer(place))
        return button

    def _answer(self, place: int) -> None:
        run = self._answers[place][1]
        self.hide()
        run()
        self.free.emit()
