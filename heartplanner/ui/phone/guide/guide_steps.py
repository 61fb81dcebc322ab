"""The guides of phones and programs: read from the texts that come with the program, and shown as steps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from heartplanner.files.folders import resource
from heartplanner.style.icons import icon
from heartplanner.style.theme import Theme
from heartplanner.ui.widgets.cards import label

DRAWING = 40
CALENDAR = "HEART"
"""What the calendar is called in the steps; its own name is put there."""
EMPTY = "step-bin"


class GuideStep(NamedTuple):
    """One thing to do: its drawing, by the name of its icon, and its words."""

    drawing: str
    words: str


def steps(calendar: str = CALENDAR, *, again: bool = False) -> dict[str, list[GuideStep]]:
    """The steps for a saved file, by the name of the phone or program. `calendar`: what it is called there.

    `again`: with the one that empties an earlier calendar first.
    """
    by_phone = _guides("phones.txt", calendar)
    if again:
        for guide in by_phone.values():
            # Sorting is stable: emptying comes first, and the other steps keep their order.
            guide.sort(key=lambda step: step.drawing != EMPTY)
    return by_phone


def subscribe_steps(calendar: str = CALENDAR) -> dict[str, list[GuideStep]]:
    """The steps that subscribe to the link of a file that is kept up to date, by phone or program."""
    return _guides("subscribe.txt", calendar)


def _guides(name: str, calendar: str) -> dict[str, list[GuideStep]]:
    """A text of guides: parts between empty lines, each a name and its steps; # begins a step's source."""
    guides: dict[str, list[GuideStep]] = {}
    for part in resource(name).read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in part.splitlines() if line and not line.startswith("#")]
        if lines:
            guides[lines[0]] = [_step(line.replace(CALENDAR, calendar)) for line in lines[1:]]
    return guides


def _step(line: str) -> GuideStep:
    drawing, _, words = line.partition(" ")
    return GuideStep(f"step-{drawing}", words)


class GuideSteps(QWidget):
    """The steps of one guide under each other, each with its drawing."""

    def __init__(self, guide: Sequence[GuideStep], theme: Theme) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(12)
        for row, step in enumerate(guide):
            drawing = QLabel()
            drawing.setPixmap(icon(step.drawing, theme, DRAWING).pixmap(DRAWING, DRAWING))
            grid.addWidget(drawing, row, 0)
            grid.addWidget(label("", step.words), row, 1)
