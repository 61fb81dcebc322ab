"""A roster, typed, pasted or from a file: what is understood of it, said before it is taken over."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import Roster, RosterQuestion, Unread, with_rest_free
from heartplanner.core.roster.source import Source, TextSource
from heartplanner.core.roster.source_text import text_of
from heartplanner.core.words.english import counted, span
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

LETTERS, LINES = 84, 30
LONGEST_TEXT = 200_000
"""Characters that are shown."""
HINT = (
    "One day on a line, such as: 8/2 9a-9p, Aug 3: off, 2025-08-04 admin, Tue 8/5 noon-midnight."
    " Edit the text and it updates."
)


class RosterDialog(ScrollDialog):
    """`roster` is what was understood, once it is accepted: of the source, or of its changed text."""

    def __init__(self, source: Source, start: date, today: date, parent: QWidget) -> None:
        super().__init__(parent, "From a roster", LETTERS, LINES)
        self._source = source
        self._question = RosterQuestion(start, today)
        text = text_of(source)[:LONGEST_TEXT]
        self._text, self._unread = QPlainTextEdit(text), QPlainTextEdit()
        self._shown = self._text.toPlainText()
        self._text.setAccessibleName("The roster")
        self._text.setTabChangesFocus(True)
        self._unread.setAccessibleName("Lines that were not understood")
        self._unread.setReadOnly(True)
        self._unread.setTabChangesFocus(True)
        self._summary, self._unread_title = label("what"), label("", "Not understood:")
        self._free = QCheckBox("Days between the first and the last that are not listed are free")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._take = buttons.addButton("Mark these days", QDialogButtonBox.ButtonRole.AcceptRole)
        self._take.setObjectName("primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 4, 0)
        column.addWidget(label("", HINT))
        column.addWidget(self._text, 3)
        for widget in (self._summary, self._free, self._unread_title):
            column.addWidget(widget)
        column.addWidget(self._unread, 2)
        self._text.textChanged.connect(self._show)
        self._text.setFocus()
        self._show()
        self.lay_out(body, buttons)

    def roster(self) -> Roster:
        roster = self._read()
        return with_rest_free(roster) if self._free.isChecked() else roster

    def _read(self) -> Roster:
        text = self._text.toPlainText()
        source = self._source if text == self._shown else TextSource(text)
        return read_roster(source, self._question)

    def _show(self) -> None:
        roster = self._read()
        days = {reading.date for reading in roster.readings}
        dates = f", {span(min(days), max(days))}" if days else ""
        self._summary.setText(f"{counted(len(days), 'day')} understood{dates}.")
        self._take.setEnabled(bool(days))
        # Before anything is pasted there is nothing that could not be understood.
        unread = roster.unread if self._text.toPlainText().strip() else ()
        self._unread.setPlainText("\n".join(map(_unread_line, unread)))
        for widget in (self._unread, self._unread_title):
            widget.setVisible(bool(unread))


def _unread_line(unread: Unread) -> str:
    """Line 4, lunch: it has no date."""
    words = unread.text.strip().rstrip(":")
    return f"Line {unread.line}{f', {words}' if words else ''}: {unread.why}"
