"""The third step: which days, by a roster, by marks, as the sample has them, or typed."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from heartplanner.core.cells.cells import Wording
from heartplanner.core.cells.dated_weeks import line_one_words, weeks_around
from heartplanner.core.edits.first_answers import (
    UsualHours,
    mixed,
    usual_hours,
    with_both_hours,
    with_first_confirmed,
    with_other_shift,
    with_rotation,
    with_sample_days,
)
from heartplanner.core.plan.model import (
    EXAMPLE_ROTATION,
    Plan,
    PlanError,
    Rotation,
)
from heartplanner.core.schedule.cycle import plain_letters
from heartplanner.core.words.english import whole_sentence
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.fields.rotation_field import RotationField
from heartplanner.ui.first_steps.answers import AnswerEdit, StepAnswers
from heartplanner.ui.first_steps.shift_board import ShiftBoard
from heartplanner.ui.first_steps.step_page import StepPage
from heartplanner.ui.roster.roster_zone import RosterZone
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.cards import column, keep_place, keep_room, label
from heartplanner.ui.widgets.choice_card import ChoiceCard

EDIT_NAME, SAMPLE_NAME = "your days", "days like the sample"
SAMPLE = (
    "Like the sample",
    "Three shifts and four admin hours a week, a six-day break. Your own days may differ.",
)
OWN = "The days you have now", "These six weeks repeat, as you entered them."
MARK_EVENINGS = "Click each shift that is an evening shift (or press E on it)."
WRITE_EVENINGS = "You work both: write D for a day shift and E for an evening shift."


class DaysSource(Enum):
    """How a person tells their days."""

    ROSTER = auto()
    MARK = auto()
    TYPE = auto()
    SAMPLE = auto()


ONWARD = {DaysSource.ROSTER: "Choose a file...", DaysSource.MARK: "Mark my days"}
USE = "Use these days"
CHOOSE = "Choose first how you tell your days."


class DaysPage(StepPage):
    """`roster_wanted`: "file", or "text" for what was copied; `marking_wanted`: the finder is to open."""

    roster_wanted = Signal(str)
    marking_wanted = Signal()

    def __init__(self, session: Session, answers: StepAnswers) -> None:
        super().__init__("Which days do you work?")
        self._session, self._answers = session, answers
        self._both = False
        self._was: DaysSource | None = None
        theme = session.theme
        self._zone = RosterZone(theme)
        self._zone.roster_wanted.connect(self.roster_wanted)
        self._board = ShiftBoard(theme, session.today)
        self._evenings = label("loud", MARK_EVENINGS)
        self._weeks_shown = column(self._evenings, self._board)
        self._field = RotationField()
        # Above the letters, and its room stays while it is empty: under them it was below the edge, and the
        # letters are not to move while one types.
        self._wrong = label("loud")
        keep_place(self._wrong)
        self._line_one = label("muted")
        self._typing = column(self._line_one, self._wrong, self._field)
        self._cards = {
            DaysSource.ROSTER: self._card(
                "Drop or paste my roster",
                "A calendar file, a spreadsheet, an e-mail or other text.",
                self._zone,
            ),
            DaysSource.MARK: self._card(
                "Mark a few days", "The days that you are sure of; about ten are enough."
            ),
            DaysSource.TYPE: self._card(
                "Type it", "Six weeks of seven letters: S shift, A admin, - free.", self._typing
            ),
            # The last: it is the tallest, and the other answers are to be seen without scrolling.
            DaysSource.SAMPLE: self._card(*SAMPLE, self._weeks_shown),
        }
        self._connect()

    def _connect(self) -> None:
        self._group = QButtonGroup(self)
        for way, card in self._cards.items():
            self._group.addButton(card.button, way.value)
        self.put(*self._cards.values())
        self._group.idClicked.connect(self._choose)
        self._board.day_stepped.connect(self._turn_shift)
        self._board.letter_put.connect(self._put_shift)
        self._field.textChanged.connect(self._follow_typed)

    @property
    @override
    def onward(self) -> str:
        return ONWARD.get(self._way, USE) if self._way else USE

    @property
    @override
    def reason(self) -> str:
        match self._way:
            case None:
                return CHOOSE
            case DaysSource.ROSTER | DaysSource.MARK:
                return ""
            case DaysSource.SAMPLE:
                letters = self._session.plan.assignments[0].rotation
                return MARK_EVENINGS if self._both and not mixed(letters) else ""
            case DaysSource.TYPE:
                return self._typed_wrong()

    @property
    @override
    def answer(self) -> Wording:
        if not self._told:
            return "not said yet", "open"
        if _like_example(self._session.plan):
            return "like the sample", "sample"
        return ("your roster", "roster") if self._way is DaysSource.ROSTER else ("your own", "own")

    @override
    def open(self) -> None:
        self._both = usual_hours(self._session.plan.assignments[0]) is UsualHours.BOTH
        # Nothing is chosen before a person chose: one who only goes on must not get the sample's days.
        self._check(DaysSource.SAMPLE if self._told else None)
        self._was = self._way
        self.refresh()
        chosen = self._cards[self._way or DaysSource.ROSTER]
        chosen.button.setFocus()
        if self._way:
            self.reached.emit(chosen)

    @override
    def refresh(self) -> None:
        base = self._answers.base
        self._cards[DaysSource.SAMPLE].show_words(*(SAMPLE if _sample_on_show(base) else OWN))
        shown = base if self._way is DaysSource.TYPE else self._session.plan
        self._board.show_rows(weeks_around(shown, self._session.today))
        self._line_one.setText(line_one_words(base, self._session.today))
        self._evenings.setVisible(self._both)
        self._board.setAccessibleDescription(MARK_EVENINGS if self._both else "")
        self._typing.setVisible(self._way is DaysSource.TYPE)
        self._weeks_shown.setVisible(self._way is not DaysSource.TYPE)
        self._say()

    @override
    def go_on(self) -> bool:
        match self._way:
            case None:
                return False
            case DaysSource.ROSTER:
                self.roster_wanted.emit("file")
                return False
            case DaysSource.MARK:
                self.marking_wanted.emit()
                return False
            case DaysSource.SAMPLE:
                return self._confirm()
            case DaysSource.TYPE:
                return self._take_typed() and self._confirm()

    def ask_evenings(self) -> None:
        """Both hours were chosen and the rotation that was found does not tell them apart: ask here."""
        self._give(with_both_hours)
        self.open()

    @override
    def set_looks(self, theme: Theme, scale: float) -> None:
        for card in self._cards.values():
            card.set_theme(theme)
        self._zone.set_theme(theme)
        self._board.set_theme(theme)
        self._board.set_scale(scale)

    @property
    def _way(self) -> DaysSource | None:
        chosen = self._group.checkedId()
        return DaysSource(chosen) if chosen >= 0 else None

    @property
    def _told(self) -> bool:
        """Whether the days on show are an answer already."""
        return self._session.plan.assignments[0].confirmed

    def _check(self, way: DaysSource | None) -> None:
        # A button of an exclusive group cannot be unchecked.
        self._group.setExclusive(False)
        for source, card in self._cards.items():
            card.button.setChecked(source is way)
        self._group.setExclusive(True)

    def _card(self, title: str, words: str, body: QWidget | None = None) -> ChoiceCard:
        return ChoiceCard(title, words, self._session.theme, body)

    def _choose(self) -> None:
        """Show what was chosen; letters that were typed are taken back where they are not wanted."""
        if self._was is DaysSource.TYPE is not self._way:
            self._give(lambda plan, _: plan)
        self._was = self._way
        if self._way is DaysSource.TYPE:
            self._field.show_rotation(self._session.plan.assignments[0].rotation)
        self.refresh()
        if self._way is DaysSource.TYPE:
            self._field.setFocus()
            self.reached.emit(self._typing)
        elif self._way:
            self.reached.emit(self._cards[self._way])

    def _take_typed(self) -> bool:
        """Work by the typed letters, if they are a rotation: the calendar shows them while one types."""
        if self._way is not DaysSource.TYPE or self._typed_wrong():
            return False
        rotation = Rotation.parse(self._field.toPlainText())
        if rotation == self._session.plan.assignments[0].rotation:
            return True
        return self._give(lambda plan, at: with_rotation(plan, rotation, at))

    def _confirm(self) -> bool:
        """The days on show are the person's own; those of the sample are not confirmed day by day."""
        plan = self._session.plan
        name = SAMPLE_NAME if _like_example(plan) else EDIT_NAME
        sample = self._way is DaysSource.SAMPLE and not self._told
        edit = with_sample_days if sample else with_first_confirmed
        return self._give(lambda _, at: edit(plan, at), name)

    def _typed_wrong(self) -> str:
        try:
            rotation = Rotation.parse(self._field.toPlainText())
        except PlanError as error:
            return whole_sentence(str(error))
        return WRITE_EVENINGS if self._both and not mixed(rotation) else ""

    def _follow_typed(self) -> None:
        """Each whole rotation takes the place of the one before, as one edit; half of one changes none."""
        self._say()
        self._take_typed()

    def _say(self) -> None:
        """What is wrong with the letters, and what the button that goes on does."""
        wrong = self._typed_wrong() if self._way is DaysSource.TYPE else ""
        keep_room(self._wrong, 2)
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self.turned.emit()

    def _turn_shift(self, day: int) -> None:
        """Make a day shift an evening shift, or back; nothing where there is none."""
        letters = self._session.plan.assignments[0].rotation.letters
        if self._both and letters[day] in "DE":
            self._check(DaysSource.SAMPLE)
            self._was = DaysSource.SAMPLE
            self._give(lambda _, at: with_other_shift(self._session.plan, day, at))

    def _put_shift(self, day: int, letter: str) -> None:
        if letter and self._session.plan.assignments[0].rotation.letters[day] != letter:
            self._turn_shift(day)

    def _give(self, edit: AnswerEdit, name: str = EDIT_NAME) -> bool:
        refused = self._answers.give(name, edit)
        if refused:
            self._wrong.setText(refused)
            self._wrong.show()
        return not refused


def _sample_on_show(plan: Plan) -> bool:
    """Whether the days are the sample's, and nobody said of each of them that it is right."""
    first = plan.assignments[0]
    return _like_example(plan) and (not first.confirmed or bool(first.guesses))


def _like_example(plan: Plan) -> bool:
    return plain_letters(plan.assignments[0].rotation) == EXAMPLE_ROTATION.letters
