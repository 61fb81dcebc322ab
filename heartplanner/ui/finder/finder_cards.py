"""The cards beside the finder's board: how many are left, what to ask, what is certain, what to use."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QPushButton, QWidget

from heartplanner.core.cells.dated_weeks import DatedWeeks
from heartplanner.core.plan.model import FINDER_RULES, BreakDays, Options, Rotation
from heartplanner.style.theme import Theme
from heartplanner.ui.finder.rotation_picture import RotationPicture
from heartplanner.ui.widgets.cards import Card, label
from heartplanner.ui.widgets.fields import ChoiceField, add_row
from heartplanner.ui.widgets.flow_layout import flow

ANSWERS = (("Shift", "S"), ("Admin", "A"), ("Free", "-"))
ADMIN = (("weekly", "one block each week"), ("flexible", "may move between weeks"))
BREAKS = (
    (str(BreakDays.EITHER), "six or seven days"),
    (str(BreakDays.SIX), "six days"),
    (str(BreakDays.SEVEN), "seven days"),
)
RULES = {
    "P3": "Three shifts a week",
    "P4": "Admin as above",
    "P6": "One weekend in three",
    "P7": "A break every six weeks",
}


class CountCard(Card):
    """How many rotations are left, and of how many."""

    def __init__(self) -> None:
        super().__init__("Rotations that still fit")
        self._count, self._of, self._way = label("count"), label(), label("muted")
        for each in (self._count, self._of, self._way):
            self.add(each)

    def show_counts(self, count: int, of: str, way: Sequence[int]) -> None:
        """`way`: how many there were before, one mark after another."""
        self._count.setText(f"{count:,}")
        self._of.setText(of)
        self._way.setText(" → ".join(f"{each:,}" for each in way))
        self._way.setVisible(len(way) > 1)


class QuestionCard(Card):
    """The day to ask about next, with its answers. `answered`: a letter."""

    answered = Signal(str)

    def __init__(self) -> None:
        super().__init__("Best question now")
        self._question = label("what")
        buttons = []
        for words, letter in ANSWERS:
            button = QPushButton(words)
            button.clicked.connect(partial(self._answer, letter))
            buttons.append(button)
        self._buttons = buttons
        self.add(self._question)
        self.add(flow(buttons))

    def ask(self, day: str) -> None:
        """Ask about a day; with no day there is no question."""
        self.setVisible(bool(day))
        self._question.setText(f"{day}: do you work?")
        for button in self._buttons:
            button.setAccessibleName(f"{day}: {button.text()}")

    def _answer(self, letter: str, _checked: bool = False) -> None:
        self.answered.emit(letter)


class OptionsCard(Card):
    """What the rotation is held to. `changed`: the Options."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__("What it is held to")
        self._admin = ChoiceField(ADMIN, self._tell)
        self._breaks = ChoiceField(BREAKS, self._tell)
        self._rules = {rule: QCheckBox(words) for rule, words in RULES.items()}
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in (("Admin", self._admin), ("Break", self._breaks)):
            add_row(form, words, field)
        holder = QWidget()
        holder.setLayout(form)
        self.add(holder)
        for box in self._rules.values():
            box.toggled.connect(self._tell)
            self.add(box)

    def show_options(self, options: Options) -> None:
        """Show them; nothing is told."""
        fields = (self._admin, self._breaks, *self._rules.values())
        for each in fields:
            each.blockSignals(True)
        self._admin.put("flexible" if options.flexible else "weekly")
        self._breaks.put(str(options.breaks))
        for rule, box in self._rules.items():
            box.setChecked(rule in options.rules)
        for each in fields:
            each.blockSignals(False)

    def _tell(self, *_: object) -> None:
        self.changed.emit(
            Options(
                self._admin.value() == "flexible",
                BreakDays(self._breaks.value()),
                frozenset(rule for rule in FINDER_RULES if self._rules[rule].isChecked()),
            )
        )


class UseCard(Card):
    """One of the rotations left, to be used, or passed over for the next."""

    used = Signal()
    other_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("A likely schedule")
        self._weeks = RotationPicture(theme)
        self._use, self._other = QPushButton("Use this rotation"), QPushButton("Another one")
        self._use.setObjectName("primary")
        self._use.clicked.connect(self.used)
        self._other.clicked.connect(self.other_wanted)
        self.add(self._weeks)
        self.add(flow([self._use, self._other]))

    def set_looks(self, theme: Theme, scale: float) -> None:
        self._weeks.set_looks(theme, scale)

    def show_rotation(
        self, rotation: Rotation | None, dates: DatedWeeks, *, only: bool, first: bool
    ) -> None:
        """None: there is none left, or none but those shown."""
        self.set_heading(
            "It is this one" if only else "A likely schedule" if first else "Another one"
        )
        self._weeks.setText("\n".join(rotation.weeks) if rotation else "None is left.")
        weeks = rotation.weeks if rotation else ()
        self._weeks.show_weeks(weeks, dates.titles, dates.sure, dates.shift)
        self._weeks.setAccessibleName(rotation.text if rotation else "None is left")
        self._use.setEnabled(rotation is not None)
        self._other.setVisible(not only and rotation is not None)
