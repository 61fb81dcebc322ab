"""The base of fields that are typed into: a value is taken over on Enter or on leaving, never between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel

from heartplanner.core.words.english import screen_dashes
from heartplanner.typed import override
from heartplanner.ui.fields.line_field import LineField
from heartplanner.ui.widgets.announce import announce

Value = TypeVar("Value")
STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}
"""Up and Down go by single steps, Page Up and Down by seven: days, and weeks of them."""
NOT_LEFT = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""The keys go elsewhere for a while and come back: what is half typed waits."""


class FeedbackLine(QLabel):
    """What a typed field says: a line that is as high without words as with those of one line."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    @override
    def setText(self, text: str) -> None:
        if (text := screen_dashes(text)) != self.text():
            super().setText(text)
            self.changed.emit()

    @override
    def heightForWidth(self, width: int) -> int:
        # Qt measures no words by the line's height, and words by what they cover: a pixel more or less.
        return max(super().heightForWidth(width), self._line())

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._line())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._line())

    def _line(self) -> int:
        self.ensurePolished()
        return self.fontMetrics().lineSpacing() + 2


class TypedField(LineField, Generic[Value]):
    """One value, typed in any of the usual ways.

    `feedback` is the line below the field, for whoever lays it out: while one types, what is understood of
    it so far; after Enter or on leaving, why it cannot be taken, or what `about` tells of the value. The
    property "wrong" is true where it cannot.
    """

    applied = Signal()
    """Another value was taken over; or a text that is none was, or is no more."""
    entered = Signal()
    """Enter took over what was typed. Only the next Enter goes on to the dialog's button."""
    clicked = Signal()

    def __init__(
        self, value: Value, changed: Callable[[], None] | None = None, text: str = ""
    ) -> None:
        """`text`: what stands in it from the first; set later, it would be told of as if it were typed."""
        super().__init__(text)
        self._value, self._refused = value, False
        self._clicked_into = False
        self.about: Callable[[Value], str] = lambda _: ""
        self.feedback = FeedbackLine()
        self.textEdited.connect(self._say_understood)
        if changed is not None:
            self.applied.connect(changed)

    def value(self) -> Value:
        """The value that was last taken over; what is half typed is not it."""
        return self._value

    def put(self, value: Value) -> None:
        """Show a value. What is being typed is kept where that is the value already."""
        # A plan that is saved or undone shows its values again; half-typed text must survive that.
        if value != self._value:
            self._take(value)

    def apply(self) -> bool:
        """Take over what is typed; whether it could be, else the reason is shown below it."""
        if not self.typed:
            self._take(self._value)
            return True
        try:
            value = self._read(self.text())
        except ValueError as error:
            self._refuse(str(error))
            return False
        self._take(value)
        return True

    def revert(self) -> None:
        """Show the last value in place of what is typed."""
        self._take(self._value)

    def select(self) -> None:
        """Put the keys here, so that what is typed takes the place of what there is."""
        self.setFocus()
        self.selectAll()

    @contextmanager
    def supposed(self) -> Iterator[None]:
        """While it lasts, `value` gives what is typed, where that can be taken over."""
        before = self._value
        with suppress(ValueError):
            self._value = self._read(self.text())
        try:
            yield
        finally:
            self._value = before

    @property
    def typed(self) -> bool:
        """Whether something else stands here than the value."""
        return self.text() != self._written(self._value)

    @property
    def understood(self) -> Value:
        """What stands here, as far as it can be read; else the value that was last taken over."""
        try:
            return self._read(self.text())
        except ValueError:
            return self._value

    @property
    def right(self) -> bool:
        """Whether what stands here can be taken over."""
        try:
            self._read(self.text())
        except ValueError:
            return False
        return True

    def says(self, text: str) -> bool:
        """Whether a text is understood here as what stands here is, however the two are written."""
        if not text or not self.text():
            return text == self.text()
        try:
            return self._read(text) == self._read(self.text())
        except ValueError:
            return text == self.text()

    def _read(self, text: str) -> Value:
        """The value of a text. Raises ValueError with a sentence."""
        raise NotImplementedError

    def _written(self, value: Value) -> str:
        """A value as it stands in the field."""
        raise NotImplementedError

    def _words(self, value: Value) -> str:
        """What stands below the field of a value that is being typed."""
        raise NotImplementedError

    def _stepped(self, value: Value, steps: int) -> Value:
        """The value so many steps on."""
        raise NotImplementedError

    def _take(self, value: Value) -> None:
        other = value != self._value or self._refused
        self._value = value
        self._write(value)
        self._settle()
        if other:
            self.applied.emit()

    def _write(self, value: Value) -> None:
        text = self._written(value)
        if self.text() != text:
            self.setText(text)

    def _settle(self) -> None:
        """Nothing is being typed, and nothing is wrong."""
        self._mark(refused=False)
        self.feedback.setText(self._at_rest())

    def _at_rest(self) -> str:
        """What is said below the field while nobody types."""
        return self.about(self._value)

    def _refuse(self, reason: str) -> None:
        """Say, below the field and to a screen reader, why what is typed cannot be taken over."""
        before = self._refused
        self._mark(refused=True)
        self.feedback.setText(reason)
        announce(self, reason)
        if not before:
            self.applied.emit()

    def _mark(self, *, refused: bool) -> None:
        """Let the style sheet draw the edge of a field that is wrong."""
        if refused != self._refused:
            self._refused = refused
            self.setProperty("wrong", refused)
            # Qt looks at a property in the style sheet only when it polishes the widget.
            self.style().unpolish(self)
            self.style().polish(self)

    def _say_understood(self, text: str) -> None:
        """While one types: what it would be taken for, or nothing yet."""
        try:
            self.feedback.setText(self._words(self._read(text)))
        except ValueError:
            self.feedback.setText("")

    def _step(self, steps: int) -> None:
        try:
            # A step goes on from what is typed, if that is a value: typing 8/2 and Up gives 8/3.
            at = self._read(self.text())
        except ValueError:
            at = self._value
        value = self._stepped(at, steps)
        self._write(value)
        self.selectAll()
        self.feedback.setText(self._words(value) if self.typed else "")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (self.typed or self._refused):
            event.accept()  # a dialog's button comes with the next: first one sees what was taken
            if self.apply():
                self.selectAll()
                self.entered.emit()
        elif key in STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._step(STEPS[key])
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in NOT_LEFT:
            self.apply()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._clicked_into = event.reason() == Qt.FocusReason.MouseFocusReason

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The click that leads here marks all: what is typed next takes its place."""
        super().mouseReleaseEvent(event)
        # On release and not on focus: the press that follows the focus would take the selection away.
        if self._clicked_into and not self.hasSelectedText() and not self.typed:
            self.selectAll()
        self._clicked_into = False
        self.clicked.emit()
