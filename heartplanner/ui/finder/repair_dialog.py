"""Before a rotation is used: from when on, and what was so on each day whose mark differs from it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QWidget

from heartplanner.core.finder.repair.differences import DayAnswer, Difference
from heartplanner.core.finder.repair.repair_text import answer_text, difference_text
from heartplanner.core.plan.model import Plan
from heartplanner.core.words.english import counted
from heartplanner.ui.fields.plain_fields import ChoiceField, add_row
from heartplanner.ui.review.since_row import SinceRow
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

LETTERS = 104
INTRO = (
    "On these days the rotation differs from what you marked. Say what each of them was: a change"
    " is kept on its day, and a wrong mark is dropped."
)


class RepairDialog(ScrollDialog):
    """`answers` is what was said of each date, once it is accepted, and `first` from when on it is used."""

    def __init__(self, differences: Sequence[Difference], parent: QWidget) -> None:
        super().__init__(
            parent, "Days that differ" if differences else "Use this rotation", LETTERS
        )
        self._fields: dict[date, ChoiceField] = {}
        body = QWidget()
        form = QFormLayout(body)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._since = SinceRow()
        if differences:
            form.addRow(label("", INTRO))
        for difference in differences:
            offered = [
                (str(answer), answer_text(difference, answer)) for answer in difference.answers
            ]
            field = ChoiceField(offered, self._name_use)
            self._fields[difference.date] = field
            add_row(form, difference_text(difference), field)
        form.addRow(self._since)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._use = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._use.setObjectName("primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._name_use()
        self.lay_out(body, buttons)

    def offer_since(self, plan: Plan, first: date | None, start: date) -> None:
        """Ask from when on the rotation is used, as SinceRow does."""
        self._since.offer(plan, first, start)
        self.fit()

    @property
    def first(self) -> date | None:
        """From which date on it is used; None: from the search's start on."""
        return self._since.first

    def answers(self) -> dict[date, DayAnswer]:
        return {day: DayAnswer(field.value()) for day, field in self._fields.items()}

    def _name_use(self) -> None:
        """The button says how many days become changes."""
        changed = sum(answer is not DayAnswer.MISREAD for answer in self.answers().values())
        changes = f" and enter {counted(changed, 'change')}" if changed else ""
        self._use.setText(f"Use this rotation{changes}")
