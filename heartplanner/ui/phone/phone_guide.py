"""After the calendar file is saved: the few steps that put it on a phone, for each kind of it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from heartplanner.files.folders import resource
from heartplanner.style.icons import icon
from heartplanner.style.theme import Theme
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.fields import ChoiceField
from heartplanner.ui.widgets.message_boxes import plain

SIZE = (620, 560)
DRAWING = 40
CALENDAR = "HEART"
"""What the calendar is called in the steps; its own name is put there."""


EMPTY = "step-bin"


class GuideStep(NamedTuple):
    """One thing to do: its drawing, by the name of its icon, and its words."""

    drawing: str
    words: str


def steps(calendar: str = CALENDAR, *, again: bool = False) -> dict[str, list[GuideStep]]:
    """The steps for each kind of phone or program, by its name. `calendar`: what it is called there.

    `again`: with the one that empties an earlier calendar first.
    """
    text = resource("phones.txt").read_text(encoding="utf-8").replace(CALENDAR, calendar)
    parts = (part.splitlines() for part in text.strip().split("\n\n"))
    found = {name: [_step(line) for line in lines] for name, *lines in parts}
    if again:
        for each in found.values():
            each.sort(key=lambda step: step.drawing != EMPTY)
    return found


def _step(line: str) -> GuideStep:
    drawing, _, words = line.partition(" ")
    return GuideStep(f"step-{drawing}", words)


class PhoneGuide(QDialog):
    """`said`: what was saved; `calendar`: the calendar's name.

    `again`: the phone has an earlier one, so that emptying it comes first.
    """

    print_wanted = Signal(str, list)
    """A title and lines, each after the name of its drawing."""

    def __init__(
        self, said: str, calendar: str, theme: Theme, parent: QWidget, *, again: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Calendar saved")
        self.resize(*SIZE)
        self._theme = theme
        self._steps = steps(calendar, again=again)
        self._phone = ChoiceField([(name, name) for name in self._steps], self._show)
        self._phone.setAccessibleName("Where it goes")
        self._room = QScrollArea()
        self._room.setWidgetResizable(True)
        self._room.setAccessibleName("What to do")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        on_paper = buttons.addButton("Print...", QDialogButtonBox.ButtonRole.ActionRole)
        on_paper.clicked.connect(self._print)
        plain(buttons.buttons())
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for each in (label("", said), label("heading", "Where does it go?"), self._phone):
            column.addWidget(each)
        column.addWidget(self._room, 1)
        column.addWidget(buttons)
        self._phone.setFocus()
        self._show()

    def _print(self) -> None:
        phone = self._phone.value()
        self.print_wanted.emit(f"The calendar on {phone}", [tuple(s) for s in self._steps[phone]])

    def _show(self) -> None:
        page = QWidget()
        page.setObjectName("scrolled")
        grid = QGridLayout(page)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(12)
        found = self._steps[self._phone.value()]
        for row, step in enumerate(found):
            drawing = QLabel()
            drawing.setPixmap(icon(step.drawing, self._theme, DRAWING).pixmap(DRAWING, DRAWING))
            grid.addWidget(drawing, row, 0)
            grid.addWidget(label("", step.words), row, 1)
        grid.setRowStretch(len(found), 1)
        self._room.setWidget(page)
