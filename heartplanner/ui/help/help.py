"""The help: the manual and the reference, with their headings and a field to find words."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from heartplanner.ui.help.help_page import MANUAL, HelpPage
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.scroll_dialog import SHARE, plain

LETTERS, CONTENTS_LETTERS = 128, 37
"""How many letters wide the dialog and its list of headings are."""
CONTENTS_SHARE = 0.3
"""How much of the screen's width the list may take at most, and the field below it."""
LINES = 45
DEEPEST = 3
"""The depth of headings that the list still shows."""
INDENT = "    "
ANCHOR = Qt.ItemDataRole.UserRole


def show_help(parent: QWidget) -> None:
    """The manual, which needs no network."""
    HelpDialog(parent).exec()


class HelpDialog(QDialog):
    """The manual and the reference, with their headings at the left and a field to find words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Help")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.page = HelpPage(self)
        self.page.setAccessibleName("Help")
        self.contents = QListWidget()
        self.contents.setAccessibleName("Contents")
        self.contents.setWordWrap(True)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.currentItemChanged.connect(self._go_to)
        self.words = QLineEdit()
        self.words.setPlaceholderText("Find in this page")
        self.words.setAccessibleName("Find in this page")
        self.words.returnPressed.connect(self._find_words)
        self.outcome = label("muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button in buttons.buttons():
            # Return in the field is to find, not to press Close.
            button.setProperty("autoDefault", False)
        plain(buttons.buttons())
        buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.words.setFocus)
        self._lay_out(buttons)
        self.page.page_changed.connect(self._list_headings)
        self.page.heading_reached.connect(self._show_heading)
        self.page.show_page(MANUAL)
        self.page.setFocus()

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        pages = QHBoxLayout()
        pages.addWidget(self.contents)
        pages.addWidget(self.page, 1)
        below = QHBoxLayout()
        for widget in (self.words, self.outcome):
            below.addWidget(widget)
        below.addStretch()
        below.addWidget(buttons)
        column = QVBoxLayout(self)
        column.addLayout(pages, 1)
        column.addLayout(below)
        self.ensurePolished()
        letter = self.fontMetrics().averageCharWidth()
        room = self.screen().availableSize().width()
        width = min(letter * CONTENTS_LETTERS, round(room * CONTENTS_SHARE))
        self.contents.setFixedWidth(width)
        self.words.setFixedWidth(width)
        wanted = QSize(letter * LETTERS, self.fontMetrics().lineSpacing() * LINES)
        self.resize(wanted.boundedTo(self.screen().availableSize() * SHARE))

    def _list_headings(self) -> None:
        # Blocked: to fill a list marks lines of it, and a marked line turns the page.
        with QSignalBlocker(self.contents):
            self.contents.clear()
            for heading in self.page.headings:
                if heading.depth <= DEEPEST:
                    text = f"{INDENT * max(heading.depth - 2, 0)}{heading.text}"
                    item = QListWidgetItem(text, self.contents)
                    item.setData(ANCHOR, heading.anchor)

    def _show_heading(self, anchor: str) -> None:
        """Mark in the list where a link led."""
        for row in range(self.contents.count()):
            if self.contents.item(row).data(ANCHOR) == anchor:
                with QSignalBlocker(self.contents):
                    self.contents.setCurrentRow(row)

    def _go_to(self, item: QListWidgetItem | None) -> None:
        if item:
            self.page.go_to(item.data(ANCHOR))

    def _find_words(self) -> None:
        wanted = self.words.text().strip()
        missing = bool(wanted) and not self.page.find_next(wanted)
        self.outcome.setText("Not on this page." if missing else "")
