"""Before a rotation is used: from when on, and what was so on each day whose mark differs from it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QWidget

from heartplanner.core.finder.repair.day_answers import (
    change_counts,
    likeliest_answers,
    unsaid,
    with_answer,
)
from heartplanner.core.finder.repair.differences import DayAnswer, Difference
from heartplanner.core.finder.repair.repair_text import (
    CHOOSE,
    answer_text,
    changes_text,
    difference_text,
)
from heartplanner.core.finder.repair.repair_use import Answers
from heartplanner.core.plan.model import Plan, Rotation, Search
from heartplanner.ui.fields.plain_fields import ChoiceField, add_row
from heartplanner.ui.review.since_row import SinceRow
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

LETTERS = 104
NOT_SAID = ""
INTRO = (
    "On these days the rotation differs from what you marked. Say what each of them was: a change"
    " is kept on its day, and a wrong mark is dropped."
)


class RepairDialog(ScrollDialog):
    """`answers` is what was said of each date, once it is accepted, and `first` from when on it is used.

    A day that would cost leave is chosen by the person: it is not ready to be accepted before that.
    """

    def __init__(
        self, differences: Sequence[Difference], parent: QWidget, said: Answers | None = None
    ) -> None:
        """`said`: what is known of some days; None: what is likeliest, as far as it costs no leave."""
        super().__init__(
            parent, "Days that differ" if differences else "Use this rotation", LETTERS
        )
        self._fields: dict[date, ChoiceField] = {}
        self._differing = {difference.date: difference for difference in differences}
        self._told: Sequence[tuple[Difference, DayAnswer]] = ()
        self._answers = dict(said) if said is not None else self._likeliest()
        body = QWidget()
        form = QFormLayout(body)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._since = SinceRow()
        self._hours = label()
        self._hours.hide()
        if differences:
            form.addRow(label("", INTRO))
        for difference in differences:
            offered = [
                (str(answer), answer_text(difference, answer)) for answer in difference.answers
            ]
            field = self._field(difference.date, offered)
            self._fields[difference.date] = field
            add_row(form, difference_text(difference), field)
        form.addRow(self._since)
        form.addRow(self._hours)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._use = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._use.setObjectName("primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._name_use()
        self.lay_out(body, buttons)

    def offer_since(
        self, plan: Plan, first: date | None, search: Search, rotation: Rotation
    ) -> None:
        """Ask from when on the rotation is used, as SinceRow does."""
        self._since.offer(plan, first, search, rotation)
        self.fit()

    def tell_hours(self, words: str) -> None:
        """Say which hours come with the rotation; "" where none do."""
        self._hours.setText(words)
        self._hours.setVisible(bool(words))
        self.fit()

    @property
    def first(self) -> date | None:
        """From which date on it is used; None: from the search's start on."""
        return self._since.first

    def answers(self) -> dict[date, DayAnswer]:
        return dict(self._answers)

    def add_told(self, told: Sequence[tuple[Difference, DayAnswer]]) -> None:
        """Days of which it is known what changes on them: the button names these changes too."""
        self._told = told
        self._name_use()

    def _likeliest(self) -> dict[date, DayAnswer]:
        likeliest = likeliest_answers(self._differing, {})
        asked = unsaid(self._differing, likeliest, ())
        return {day: answer for day, answer in likeliest.items() if day not in asked}

    def _field(self, day: date, offered: Sequence[tuple[str, str]]) -> ChoiceField:
        answer = self._answers.get(day)
        if answer is None:
            offered = [(NOT_SAID, CHOOSE), *offered]
        field = ChoiceField(offered, lambda: self._take(day))
        field.blockSignals(True)
        field.put(answer or NOT_SAID)
        field.blockSignals(False)
        return field

    def _take(self, day: date) -> None:
        """A day was answered; the other half of a pair follows."""
        value = self._fields[day].value()
        if value == NOT_SAID:
            self._answers.pop(day, None)
        else:
            before = self._answers
            self._answers = with_answer(before, self._differing, day, DayAnswer(value))
            for other, answer in self._answers.items():
                if other != day and before.get(other) != answer:
                    self._fields[other].put(answer)
        self._name_use()

    def _name_use(self) -> None:
        """The button names the changes; it waits until each day is said."""
        said = [(self._differing[day], answer) for day, answer in self._answers.items()]
        named = changes_text(change_counts([*said, *self._told]))
        self._use.setText(f"Use this rotation and enter {named}" if named else "Use this rotation")
        self._use.setEnabled(len(self._answers) == len(self._differing))
