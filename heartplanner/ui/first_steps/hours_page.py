"""The second step: which of the two shift hours, both, or other ones."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup

from heartplanner.core.cells.cells import Wording
from heartplanner.core.edits.first_answers import (
    UsualHours,
    usual_hours,
    with_both_hours,
    with_usual_hours,
)
from heartplanner.core.plan.hours import BAND_HOURS, NIGHT_HOURS, Band, Hours
from heartplanner.core.schedule.cycle import assigned_hours
from heartplanner.core.words.english import clock_span
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.fields.hours_field import HoursField
from heartplanner.ui.first_steps.answers import StepAnswers
from heartplanner.ui.first_steps.step_page import StepPage
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.choice_card import ChoiceCard

HINT = "These are your usual shift hours. Admin hours stay as they are."
WORDS = {
    UsualHours.DAY: "All your shifts are day shifts.",
    UsualHours.EVENING: "All your shifts are evening shifts.",
    UsualHours.BOTH: "Some shifts are day shifts, some evening shifts. You mark which in the next step.",
    UsualHours.OTHER: "All your shifts have other hours, such as a night shift. Type them here.",
}
SHORT = {UsualHours.DAY: "day", UsualHours.EVENING: "evening", UsualHours.BOTH: "both"}
ONE_DAY_OTHER = "If a single day has other hours, enter them on that day with Day, Other hours."


class HoursPage(StepPage):
    """A choice is an answer at once; so is a time that is typed."""

    def __init__(self, session: Session, answers: StepAnswers) -> None:
        super().__init__("Which hours do you work?", HINT)
        self._session, self._answers = session, answers
        self._group = QButtonGroup(self)
        self._own = HoursField(NIGHT_HOURS, session.display, self._take_own)
        self._cards = {
            hours: ChoiceCard(
                "", words, session.theme, self._own if hours is UsualHours.OTHER else None
            )
            for hours, words in WORDS.items()
        }
        for number, card in enumerate(self._cards.values()):
            self._group.addButton(card.button, number)
        self._group.idClicked.connect(self._take)
        self._refused = label("loud")
        self.put(*self._cards.values(), self._refused, label("muted", ONE_DAY_OTHER))
        self._refused.hide()

    @property
    @override
    def answer(self) -> Wording:
        hours = self._now
        spelled = self._spelled(hours)
        return spelled, SHORT.get(hours, spelled)

    @override
    def open(self) -> None:
        self.refresh()
        self._cards[self._now].button.setFocus()

    @override
    def refresh(self) -> None:
        now = self._now
        if now is UsualHours.OTHER:
            self._own.put(assigned_hours(self._session.plan.assignments[0]))
        for hours, card in self._cards.items():
            card.show_words(self._title(hours), WORDS[hours])
            card.button.setChecked(hours is now)

    @override
    def set_looks(self, theme: Theme, _scale: float) -> None:
        for card in self._cards.values():
            card.set_theme(theme)

    @property
    def _now(self) -> UsualHours:
        return usual_hours(self._session.plan.assignments[0])

    def _take(self, number: int) -> None:
        match list(WORDS)[number]:
            case UsualHours.BOTH:
                refused = self._answers.give("usual hours, both", with_both_hours)
                self._show_refused(refused)
            case UsualHours.OTHER:
                self._own.setFocus()
                self._take_hours(self._own.value())
            case UsualHours.DAY | UsualHours.EVENING as band:
                self._take_hours(BAND_HOURS[Band(band)])

    def _take_own(self) -> None:
        """A time was typed: that chooses the card, too."""
        self._cards[UsualHours.OTHER].button.setChecked(True)
        if not self._own.wrong:
            self._take_hours(self._own.value())

    def _take_hours(self, hours: Hours) -> None:
        spelled = clock_span(*hours, self._session.display)
        refused = self._answers.give(
            f"usual hours, {spelled}", lambda plan, at: with_usual_hours(plan, hours, at)
        )
        self._show_refused(refused)

    def _show_refused(self, refused: str) -> None:
        self._refused.setText(refused)
        self._refused.setVisible(bool(refused))
        if not refused:
            self.refresh()

    def _title(self, hours: UsualHours) -> str:
        return "Other hours" if hours is UsualHours.OTHER else self._spelled(hours).capitalize()

    def _spelled(self, hours: UsualHours) -> str:
        match hours:
            case UsualHours.BOTH:
                return "both"
            case UsualHours.OTHER:
                own = assigned_hours(self._session.plan.assignments[0])
                return clock_span(*own, self._session.display)
            case UsualHours.DAY | UsualHours.EVENING:
                return clock_span(*BAND_HOURS[Band(hours)], self._session.display)
