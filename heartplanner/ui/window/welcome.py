"""The first minute: three clicks from nothing to a calendar on the phone, over the month drawn behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout, QWidget

from heartplanner.core.plan.hours import Band
from heartplanner.typed import override
from heartplanner.ui.widgets.cards import label

WIDTH = 520
MARGIN = 20
STEPS = 3
BORDERS = 70
"""What stands left and right of the buttons, and between them."""
Choice = tuple[str, Callable[[], None]]


class Welcome(QFrame):
    """Asks for the hours, the rotation, and whether to go on to the phone; may be closed at any time."""

    band_chosen = Signal(object)
    rotation_confirmed = Signal()
    rotation_wanted = Signal()
    phone_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAccessibleName("Welcome")
        self._over = parent
        self._step, self._title, self._text = label("muted"), label("date"), label()
        self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._close = QPushButton("Close")
        self._close.clicked.connect(self.close_it)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(26, 22, 26, 20)
        column.setSpacing(12)
        for each in (self._step, self._title, self._text):
            column.addWidget(each)
        column.addLayout(self._choices)
        column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)
        self._ask_hours()

    def close_it(self) -> None:
        """What was chosen so far stays; the program works from here on."""
        self.hide()
        self.closed.emit()

    def centre(self) -> None:
        """Stand in the middle of the window, over the month, as large as what is asked."""
        within = self._over.rect()
        width = min(max(WIDTH, self._title.sizeHint().width() * 2), within.width() - 2 * MARGIN)
        self._column.activate()
        self.setFixedSize(width, self._column.totalHeightForWidth(width))
        self.move((within.width() - self.width()) // 2, (within.height() - self.height()) // 2)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses the button with the focus; Escape closes."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            focused, QPushButton
        ):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_it()
        else:
            super().keyPressEvent(event)

    def ask_phone(self) -> None:
        self._ask(
            3,
            "That is your calendar",
            "Put it on your phone now, or later with the button at the top right.",
            ("Put it on my phone...", self._phone),
            ("Later", self.close_it),
        )

    def _ask_hours(self) -> None:
        self._ask(
            1,
            "Welcome. Which hours do you work?",
            "Behind this stands your calendar from July 28, 2025, as the posting gives it.",
            ("9 am - 9 pm", lambda: self._hours(Band.DAY)),
            ("Noon - midnight", lambda: self._hours(Band.EVENING)),
        )

    def _hours(self, band: Band) -> None:
        self.band_chosen.emit(band)
        self._ask(
            2,
            "Is this your rotation?",
            "The posting does not say which days. This is an example that keeps its rules.",
            ("This is my rotation", self._confirmed),
            ("Not quite...", self._wanted),
        )

    def _confirmed(self) -> None:
        self.rotation_confirmed.emit()
        self.ask_phone()

    def _wanted(self) -> None:
        self.close_it()
        self.rotation_wanted.emit()

    def _phone(self) -> None:
        self.close_it()
        self.phone_wanted.emit()

    def _ask(self, step: int, title: str, text: str, *choices: Choice) -> None:
        self._step.setText(f"Step {step} of {STEPS}")
        self._title.setText(title)
        self._text.setText(text)
        while item := self._choices.takeAt(0):
            if button := item.widget():
                button.hide()
                button.deleteLater()
        buttons = [QPushButton(words) for words, _ in choices]
        buttons[0].setObjectName("primary")
        for button, (_, run) in zip(buttons, choices, strict=True):
            button.setMinimumHeight(44)
            button.clicked.connect(run)
            self._choices.addWidget(button)
            button.show()  # at once: what is not shown yet has no height
        buttons[0].setFocus()
        self._stack(buttons)
        self.centre()

    def _stack(self, buttons: Sequence[QPushButton]) -> None:
        """Beside each other, or one under the other where their words are too long for that."""
        room = self._over.width() - 2 * MARGIN - BORDERS
        wide = sum(each.sizeHint().width() for each in buttons) > room
        direction = QBoxLayout.Direction
        self._choices.setDirection(direction.TopToBottom if wide else direction.LeftToRight)
