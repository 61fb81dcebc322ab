"""What follows from a change: what asks for care first, in a field that stands out, then the rest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from heartplanner.core.explain.changes.change_effects import Severity
from heartplanner.core.words.english import sentence_case
from heartplanner.style.theme import Theme
from heartplanner.ui.edit.forms.change_outcome import Outcome
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.warnings import Warnings

BULLET = "•"


class EffectsList(QWidget):
    """The consequences of a change under a heading; or one plain line in their place.

    `warnings` may be shown elsewhere, where there is no room for all of the list.
    """

    def __init__(self) -> None:
        super().__init__()
        self.warnings = Warnings()
        self._heading = label("heading", "What follows")
        self._hint = label("muted")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._facts: list[tuple[QLabel, QLabel]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        for each in (self._heading, self.warnings, self._hint):
            self._column.addWidget(each)
        self._column.addLayout(self._grid)
        # All of it is announced: a screen reader that reads a form which comes on show passes over what is
        # the label of something, and else would say it twice.
        for said in self.findChildren(QLabel):
            said.setBuddy(self)

    def take_warnings(self) -> None:
        """Put what asks for care first, where it stood before somebody took it elsewhere."""
        self._column.insertWidget(1, self.warnings)

    def set_looks(self, theme: Theme, scale: float) -> None:
        self.warnings.set_looks(theme, scale)

    def show_outcome(self, outcome: Outcome) -> None:
        """Say what follows from a change, what is missing, or why it cannot be."""
        by_severity: dict[Severity, list[str]] = {severity: [] for severity in Severity}
        for effect in outcome.effects:
            by_severity[effect.severity].append(effect.text)
        warnings = by_severity[Severity.WARNING] + [f"{outcome.wrong}."] * bool(outcome.wrong)
        self._show(warnings, by_severity[Severity.INFO], outcome.missing)

    def show_hint(self, text: str) -> None:
        """Say this one line in its place."""
        self._show([], [], text)

    def _show(self, warnings: Sequence[str], facts: Sequence[str], hint: str) -> None:
        self._heading.setVisible(bool(facts))
        self.warnings.say(warnings)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        for number in range(len(self._facts), len(facts)):
            self._facts.append((label("muted", BULLET), label()))
            self._facts[-1][0].setAlignment(Qt.AlignmentFlag.AlignTop)
            for column, each in enumerate(self._facts[-1]):
                self._grid.addWidget(each, number, column)
                each.setBuddy(self)
        for number, row in enumerate(self._facts):
            for each in row:
                each.setVisible(number < len(facts))
            row[1].setText(sentence_case(facts[number]) if number < len(facts) else "")
