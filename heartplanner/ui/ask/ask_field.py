"""The field in the header that takes a question."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QToolButton

from heartplanner.style.icons import SIZE, icon
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.fields.line_field import LineField
from heartplanner.ui.widgets.item_views import ENTER

NARROWEST, WIDEST, HEIGHT = 80, 360, 36
LONGEST = 200
"""Characters of a question."""
PAD = 10
HINT = (
    "Ask: Oct 17; four days in a row in October; stretch 32 hours; do I have enough leave for Dec 12-14;"
    " who can take my shift tomorrow; hours this month (Ctrl+K)"
)
KEY = QKeySequence("Ctrl+K")


class AskField(LineField):
    """A question as it is typed.

    `begun`: the keys came to it; `left`: Escape; `stepped`: the keys are to go to the answers; `entered`:
    the first answer is to be shown.
    """

    begun = Signal()
    left = Signal()
    stepped = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Ask: Oct 17, my next shift, leave left")
        self.setAccessibleName("Ask the calendar")
        self.setToolTip(HINT)
        self.setMaxLength(LONGEST)
        self.setAcceptDrops(False)  # a file that is dropped here is for the window
        self._sign = QLabel(self)
        self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._clear = QToolButton(self)
        self._clear.setObjectName("within")
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setToolTip("Clear the question (Esc)")
        self._clear.setAccessibleName("Clear the question")
        self._clear.clicked.connect(self.left)
        self._clear.hide()
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))

    def set_looks(self, theme: Theme, scale: float) -> None:
        size = round(SIZE * scale)
        self._sign.setPixmap(icon("find", theme, size, theme.muted).pixmap(size, size))
        self._clear.setIcon(icon("close", theme, size))
        self.setMinimumWidth(round(NARROWEST * scale))
        self.setMaximumWidth(round(WIDEST * scale))
        self.setFixedHeight(round(HEIGHT * scale))
        self._place(size)

    def begin(self) -> None:
        """Give it the keys, with what is in it chosen."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def go_on(self, text: str = "") -> None:
        """Give it the keys, with letters added at its end."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.end(False)
        if text:
            self.insert(text)

    def _place(self, size: int) -> None:
        """The sign stands at the left within the field, the button at the right."""
        side = size + 4
        top = (self.height() - side) // 2
        self._sign.setGeometry(PAD, top, size, side)
        self._clear.setGeometry(self.width() - side - PAD + 2, top, side, side)
        # Room is kept for the button while it is not there: what one types does not move for it.
        self.setTextMargins(size + PAD - 6, 0, side, 0)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), super().minimumSizeHint().height())

    @override
    def event(self, event: QEvent) -> bool:
        """Some systems have a use of their own for Ctrl+K in a field; here it is the window's."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and QKeySequence(event.keyCombination()) == KEY
        ):
            event.ignore()
            return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.stepped.emit()
        elif event.key() in ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.begun.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self._sign.width())
