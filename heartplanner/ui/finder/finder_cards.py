"""The cards beside the finder's board: how many are left, what to ask, what is certain, what to use."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QPushButton, QWidget

from heartplanner.core.cells.dated_weeks import DatedWeeks
from heartplanner.core.finder.repair.repair_text import differ_text
from heartplanner.core.finder.resolutions import Resolution
from heartplanner.core.plan.model import CYCLE_DAYS, FINDER_RULES, BreakDays, Options, Rotation
from heartplanner.core.rules.posting_rules import TITLES
from heartplanner.core.words.english import counted
from heartplanner.style.theme import Theme
from heartplanner.ui.fields.plain_fields import ChoiceField, add_row
from heartplanner.ui.fields.work_week_field import FROM, WorkWeekField
from heartplanner.ui.weeks.rotation_picture import RotationPicture
from heartplanner.ui.widgets.cards import Card, keep_place, keep_room, label
from heartplanner.ui.widgets.flow_layout import flow

ANSWERS = (("Shift", "S"), ("Admin", "A"), ("Free", "-"))
ADMIN = (("weekly", "one block each week"), ("flexible", "may move between weeks"))
BREAKS = (
    (str(BreakDays.EITHER), "six or seven days"),
    (str(BreakDays.SIX), "six days"),
    (str(BreakDays.SEVEN), "seven days"),
)


class CountCard(Card):
    """How many rotations are left, and of how many."""

    def __init__(self) -> None:
        super().__init__("Rotations that still fit")
        self._count, self._of, self._way = label("count"), label(), label("muted")
        # Its room stays while it is empty: the buttons below it are not to move with the first answer.
        keep_place(self._way)
        for widget in (self._count, self._of, self._way):
            self.add(widget)

    def show_counts(self, count: int, of: str, way: Sequence[int]) -> None:
        """`way`: how many there were before, a mark at a time; steps that changed nothing are left out."""
        steps = [left for left, _ in groupby(way)]
        self._count.setText(f"{count:,}" if count else "None")
        self._of.setText(of)
        several = len(steps) > 1
        words = " → ".join(f"{left:,}" if left else "none" for left in steps)
        self._way.setText(words if several else "→")  # the sign may be of a taller font
        # A longer history takes a second line.
        keep_room(self._of, 2)
        keep_room(self._way, 2)
        self._way.setVisible(several)


class QuestionCard(Card):
    """The day to ask about next, with its answers. `answered`: a letter."""

    answered = Signal(str)

    def __init__(self) -> None:
        super().__init__("Next question")
        self._question = label("what")
        buttons = []
        for words, letter in ANSWERS:
            button = QPushButton(words)
            button.clicked.connect(partial(self._answer, letter))
            buttons.append(button)
        self._buttons = buttons
        self.add(self._question)
        self.add(flow(buttons))

    def ask(self, question: str) -> None:
        """Ask a question; nothing is asked where there is none."""
        self.setVisible(bool(question))
        self._question.setText(question)
        # A longer weekday may take a second line: the buttons below are not to move for it.
        keep_room(self._question, 2)
        for button in self._buttons:
            button.setAccessibleName(f"{question} {button.text()}")

    @property
    def has_keys(self) -> bool:
        """Whether the keys are on one of the answers."""
        return any(button.hasFocus() for button in self._buttons)

    def _answer(self, letter: str, _checked: bool = False) -> None:
        self.answered.emit(letter)


class FindingsCard(Card):
    """What follows from the marks; or why they cannot all be true, with a button for each way out.

    `resolved`: the Resolution that was chosen; `nearest_wanted`: what fits most marks is to be used.
    """

    resolved = Signal(object)
    nearest_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("What follows")
        self._text = label()
        self._ways: QWidget | None = None
        self.add(self._text)

    def show_facts(self, facts: Sequence[str]) -> None:
        self._show("What follows", "\n".join(filter(None, facts)), ())

    def show_conflict(self, text: str, ways: Sequence[Resolution], nearest: str = "") -> None:
        """`nearest`: what the button says that uses what fits most marks, if there is one."""
        buttons = [self._button(way) for way in ways]
        if nearest:
            button = QPushButton(nearest)
            button.clicked.connect(self.nearest_wanted)
            buttons.insert(0, button)
        self._show("These cannot all be true", text, buttons)

    def _show(self, heading: str, text: str, ways: Sequence[QPushButton]) -> None:
        self.set_heading(heading)
        self._text.setText(text)
        if self._ways:
            # The button that was just pressed is among them, so they go after its click is done.
            self._ways.hide()
            self._ways.deleteLater()
        self._ways = flow(ways) if ways else None
        if self._ways:
            self.add(self._ways)

    def _button(self, way: Resolution) -> QPushButton:
        button = QPushButton(way.label)
        button.clicked.connect(lambda _: self.resolved.emit(way))
        return button


class OptionsCard(Card):
    """The rules that the rotation follows. `changed`: the Options."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__("Rules to follow")
        self._admin = ChoiceField(ADMIN, self._tell)
        self._breaks = ChoiceField(BREAKS, self._tell)
        self._work_week = WorkWeekField(self._tell, "any day")
        self._rules = {rule: QCheckBox(TITLES[rule]) for rule in FINDER_RULES}
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in (
            ("Admin", self._admin),
            ("Break", self._breaks),
            (FROM, self._work_week),
        ):
            add_row(form, words, field)
        holder = QWidget()
        holder.setLayout(form)
        self.add(holder)
        for box in self._rules.values():
            box.toggled.connect(self._tell)
            self.add(box)

    def show_options(self, options: Options) -> None:
        """Show them; nothing is told."""
        fields = (self._admin, self._breaks, self._work_week, *self._rules.values())
        for entry_field in fields:
            entry_field.blockSignals(True)
        self._admin.put("flexible" if options.flexible else "weekly")
        self._breaks.put(str(options.breaks))
        self._work_week.put_day(options.work_week)
        for rule, box in self._rules.items():
            box.setChecked(rule in options.rules)
        for entry_field in fields:
            entry_field.blockSignals(False)

    def _tell(self, *_: object) -> None:
        self.changed.emit(
            Options(
                self._admin.value() == "flexible",
                BreakDays(self._breaks.value()),
                frozenset(rule for rule in FINDER_RULES if self._rules[rule].isChecked()),
                self._work_week.day(),
            )
        )


class UseCard(Card):
    """One of the rotations left, drawn as days, to be used or passed over for the next."""

    used = Signal()
    other_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("A likely schedule")
        self._weeks = RotationPicture(theme)
        self._note = label("muted", "Dashed days are not confirmed yet.")
        self._differs = label("warning")
        self._use, self._other = QPushButton("Use this rotation"), QPushButton("Another one")
        self._use.setObjectName("primary")
        self._use.clicked.connect(self.used)
        self._other.clicked.connect(self.other_wanted)
        # The buttons come before the picture: else they lie below the edge of a usual window, and who
        # scrolls to them no longer sees the calendar.
        for widget in (self._differs, flow([self._use, self._other]), self._weeks, self._note):
            self.add(widget)

    def set_looks(self, theme: Theme, scale: float) -> None:
        self._weeks.set_looks(theme, scale)

    @property
    def main_button(self) -> QPushButton:
        """The one that uses the rotation on show."""
        return self._use

    def show_counting(self) -> None:
        """Until the likeliest is found: nothing can be used yet."""
        self.set_heading("A likely schedule")
        self._weeks.show_counting()
        self._note.hide()
        self._use.setEnabled(False)
        self._other.hide()

    def show_rotation(
        self, rotation: Rotation | None, dates: DatedWeeks, *, only: bool, first: bool
    ) -> None:
        """None: there is none left, or none but those shown."""
        self.set_heading(
            "Your schedule" if only else "A likely schedule" if first else "Another that fits"
        )
        self._weeks.show_rotation(rotation, dates)
        self._note.setVisible(rotation is not None and len(dates.sure) < CYCLE_DAYS)
        self._use.setEnabled(rotation is not None)
        self._other.setVisible(not only and rotation is not None)

    def show_differing(self, days: Sequence[date], of: int, *, asks: bool) -> None:
        """The dates, of so many, on which the rotation on show is other than marked.

        What they were is asked first; `asks`: from when on it is used is asked, too.
        """
        self._differs.setVisible(bool(days))
        self._use.setText("Use this rotation..." if days or asks else "Use this rotation")
        if days:
            self.set_heading(f"Fits {of - len(days)} of {counted(of, 'day')}")
            self._differs.setText(f"{differ_text(days)}.")
