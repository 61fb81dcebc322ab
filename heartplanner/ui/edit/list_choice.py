"""Choosing one of a list, with what is to be known of it said below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

LETTERS, LINES = 68, 22


class ListChoice(ScrollDialog):
    """`about` gives what is said of an entry, by its number.

    The button can be pressed once an entry is marked, and so once it is said what that means. Enter and
    Escape leave all as it is.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        options: Sequence[str],
        verb: str,
        about: Callable[[int], str],
    ) -> None:
        super().__init__(parent, title, LETTERS, LINES)
        self._about = about
        self._list = QListWidget()
        self._list.setAccessibleName(title)
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.addItems(list(options))
        self._about_line = label()
        self._about_line.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._accept = QPushButton(verb)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list, 1)
        column.addWidget(self._about_line)
        self._list.currentRowChanged.connect(self._show)
        self.lay_out(body, self._make_buttons())
        self._list.setFocus()

    def _make_buttons(self) -> QDialogButtonBox:
        """Cancel is the default: Enter chooses nothing by mistake."""
        buttons = QDialogButtonBox()
        buttons.addButton(self._accept, QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setEnabled(False)
        self._accept.setAutoDefault(False)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel).setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def chosen(self) -> int:
        """The number of the entry that is marked; -1 if none is."""
        return self._list.currentRow()

    def _show(self, row: int) -> None:
        self._about_line.setText(self._about(row) if row >= 0 else "")
        self._accept.setEnabled(row >= 0)
        self.fit()


def choose(
    parent: QWidget,
    title: str,
    options: Sequence[str],
    verb: str,
    about: Callable[[int], str] = lambda _: "",
) -> int | None:
    """Ask for one of these; its number, or None."""
    dialog = ListChoice(parent, title, options, verb, about)
    return dialog.chosen() if dialog.run() else None
