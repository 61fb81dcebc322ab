"""The base of all dialogs: what they hold can be scrolled, and their buttons are always on the screen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from heartplanner.typed import override
from heartplanner.ui.widgets.scroll_areas import FieldScroll

SHARE = 0.9
"""How much of the screen a dialog may take: its frame needs some too."""

ROUNDING = 2
"""Where a screen shows 150 %, a window may get a pixel less than it asked for, and would scroll by it."""


def plain(buttons: Iterable[QAbstractButton]) -> None:
    """Buttons of a dialog without the style's own pictures, which are not of our set."""
    for button in buttons:
        button.setIcon(QIcon())


class ScrollDialog(QDialog):
    """Shows `body` above its foot and buttons, as large as that is, but no larger than the screen.

    `letters`: how many of them a line of it has room for; `lines`: how many there is room for at least,
    where there is a list that one reads. A dialog is freed once it is closed.
    """

    def __init__(self, parent: QWidget | None, title: str, letters: int, lines: int = 0) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._letters, self._least = letters, lines

    def lay_out(self, body: QWidget, buttons: QDialogButtonBox, foot: QLabel | None = None) -> None:
        """Put the content and the buttons into the dialog, once both are whole.

        `foot`: what is said above the buttons, and never scrolled away.
        """
        plain(buttons.buttons())
        self._body, self._buttons, self._foot = body, buttons, foot
        body.setObjectName("scrolled")
        scroll = FieldScroll()
        scroll.setWidget(body)
        # Large text may make a dialog's fields wider than the screen.
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scroll = scroll
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(scroll)
        if foot is not None:
            self._outer.addWidget(foot)
        self._outer.addWidget(buttons)
        self.fit()

    def fit(self) -> None:
        """Take the room that the content asks for now, as far as there is some.

        What is on the screen only grows: its buttons do not move under the pointer without need.
        """
        room = self.screen().availableSize() * SHARE
        wanted = self._wanted(room.width())
        least = self.size() if self.isVisible() else self.size() * 0
        self.resize(
            max(wanted.width(), least.width()),
            max(min(wanted.height(), round(room.height())), least.height()),
        )
        if self.isVisible():
            self._stay_on_screen()

    def _wanted(self, widest: float) -> QSize:
        """The size at which nothing of the content would have to be scrolled to, at most so wide."""
        self.ensurePolished()
        layout = self._body.layout()
        assert layout is not None
        # What was shown or hidden just now counts already: by itself Qt would lay it out later.
        layout.activate()
        edges = self._outer.contentsMargins()
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        sides = edges.left() + edges.right() + bar + ROUNDING
        wanted = self.fontMetrics().averageCharWidth() * self._letters
        wide = max(wanted, self._body.minimumSizeHint().width(), self._buttons.sizeHint().width())
        width = min(wide, round(widest) - sides)
        below = self._buttons.sizeHint().height() + self._outer.spacing()
        if self._foot is not None and not self._foot.isHidden():
            below += self._foot.heightForWidth(width) + self._outer.spacing()
        tall = self._body.heightForWidth(width)
        # -1 comes from a body of which no text wraps: its height is the same at any width.
        tall = self._body.sizeHint().height() if tall < 0 else tall
        tall = max(tall, self.fontMetrics().lineSpacing() * self._least)
        return QSize(width + sides, edges.top() + tall + below + edges.bottom() + ROUNDING)

    def run(self) -> bool:
        """Show it until it is answered; whether it was accepted. Its fields may be read right after."""
        accepted = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return accepted

    @override
    def open(self) -> None:
        """Show it and return at once."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        super().open()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()  # the style sheet of the window that it stands over is known only now

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Another size of text was chosen: the dialog takes the room that it asks for now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            # Only once all that it holds has the new size, too.
            QTimer.singleShot(0, self, self._fit_looks)

    def _fit_looks(self) -> None:
        self.fit()
        self._scroll.keep_keys_in_sight()

    def _stay_on_screen(self) -> None:
        """A dialog that grew may reach over the edge: move it up and to the left."""
        screen, frame = self.screen().availableGeometry(), self.frameGeometry()
        over = QPoint(
            min(0, screen.right() - frame.right()), min(0, screen.bottom() - frame.bottom())
        )
        if not over.isNull():
            self.move(self.pos() + over)
