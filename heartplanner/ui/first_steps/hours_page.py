"""The second step: which of the two shift hours, or both."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup

from heartplanner.core.cells.cells import Wording
from heartplanner.core.edits.first_answers import UsualHours, usual_hours, with_usual_hours
from heartplanner.core.plan.hours import BAND_HOURS, Band
from heartplanner.core.words.english import clock_span
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.first_steps.answers import Answers
from heartplanner.ui.first_steps.choice_card import ChoiceCard
from heartplanner.ui.first_steps.step_page import StepPage
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.cards import label

HINT = "These are your usual shift hours. Admin hours stay as they are."
WORDS = {
    UsualHours.DAY: "All your shifts are day shifts.",
    UsualHours.EVENING: "All your shifts are evening shifts.",
    UsualHours.BOTH: "Some shifts are day shifts, some evening shifts. You mark which in the next step.",
}
SHORT = {UsualHours.DAY: "day", UsualHours.EVENING: "evening", UsualHours.BOTH: "both"}
OTHER = (
    "Other hours? Choose the closest. On each day that differs you can then enter your own with Day,"
    " Other hours."
)


class HoursPage(StepPage):
    """A choice is an answer at once."""

    def __init__(self, session: Session, answers: Answers) -> None:
        super().__init__("Which hours do you work?", HINT)
        self._session, self._answers = session, answers
        self._group = QButtonGroup(self)
        self._cards = {
            hours: ChoiceCard("", words, session.theme) for hours, words in WORDS.items()
        }
        for number, card in enumerate(self._cards.values()):
            self._group.addButton(card.button, number)
        self._group.idClicked.connect(self._take)
        self._refused = label("loud")
        self.put(*self._cards.values(), self._refused, label("muted", OTHER))
        self._refused.hide()

    @property
    @override
    def answer(self) -> Wording:
        hours = usual_hours(self._session.plan.assignments[0])
        return self._spelled(hours), SHORT[hours]

    @override
    def open(self) -> None:
        self.refresh()
        self._cards[usual_hours(self._session.plan.assignments[0])].button.setFocus()

    @override
    def refresh(self) -> None:
        now = usual_hours(self._session.plan.assignments[0])
        for hours, card in self._cards.items():
            card.show_words(self._spelled(hours).capitalize(), WORDS[hours])
            card.button.setChecked(hours is now)

    @override
    def set_looks(self, theme: Theme, _scale: float) -> None:
        for card in self._cards.values():
            card.set_theme(theme)

    def _take(self, number: int) -> None:
        hours = list(WORDS)[number]
        refused = self._answers.give(
            f"usual hours, {self._spelled(hours)}",
            lambda plan, at: with_usual_hours(plan, hours, at),
        )
        self._refused.setText(refused)
        self._refused.setVisible(bool(refused))
        self.refresh()

    def _spelled(self, hours: UsualHours) -> str:
        if hours is UsualHours.BOTH:
            return "both"
        return clock_span(*BAND_HOURS[Band(hours)], self._session.display)
