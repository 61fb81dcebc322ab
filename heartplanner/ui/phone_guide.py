"""After the calendar file is saved: the few steps that put it on a phone, for each kind of it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from heartplanner.files.folders import resource
from heartplanner.ui.ask import plain
from heartplanner.ui.cards import label
from heartplanner.ui.fields import ChoiceField

SIZE = (600, 460)


def steps() -> dict[str, str]:
    """The steps for each kind of phone or program, by its name."""
    text = resource("phones.txt").read_text(encoding="utf-8")
    parts = (part.partition("\n") for part in text.strip().split("\n\n"))
    return {name: words for name, _, words in parts}


class PhoneGuide(QDialog):
    """`said`: what was saved."""

    def __init__(self, said: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Calendar saved")
        self.resize(*SIZE)
        self._steps = steps()
        self._phone = ChoiceField([(name, name) for name in self._steps], self._show)
        self._phone.setAccessibleName("Where it goes")
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName("What to do")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        plain(buttons.buttons())
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for each in (label("", said), label("", "Where does it go?"), self._phone):
            column.addWidget(each)
        column.addWidget(self._text, 1)
        column.addWidget(buttons)
        self._phone.setFocus()
        self._show()

    def _show(self) -> None:
        self._text.setPlainText(self._steps[self._phone.value()])
