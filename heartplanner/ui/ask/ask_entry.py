"""What is asked while one types, and what becomes of the answer."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from heartplanner.core.ask.ask import answer, ask
from heartplanner.core.ask.question import (
    Answer,
    Context,
    DateReading,
    IsFree,
    NotUnderstoodError,
    Option,
    Understood,
)
from heartplanner.core.plan.change import Absence, ChangeDetail, Swap
from heartplanner.core.plan.model import LAST_DATE
from heartplanner.core.schedule.holidays import holidays
from heartplanner.ui.ask.answer_card import AnswerCard
from heartplanner.ui.ask.ask_field import AskField
from heartplanner.ui.edit.change_entry import ChangeEntry
from heartplanner.ui.session import Session
from heartplanner.ui.view_list import View, view_spec


class AskEntry(QObject):
    """Answers at each key. `closed`: the question is gone, and the keys go back to the calendar."""

    shown = Signal()
    closed = Signal()

    def __init__(self, session: Session, entry: ChangeEntry) -> None:
        super().__init__(session)
        self._session, self._entry = session, entry
        self.field, self.card = AskField(), AnswerCard()
        self.card.hide()
        self.field.textEdited.connect(self._answer)
        self.field.left.connect(self.leave)
        self.field.entered.connect(self.card.begin)
        self.card.left.connect(self.leave)
        self.card.chosen.connect(self._show_days)
        self.card.wanted.connect(self._enter)
        self.card.other_wanted.connect(self._take_other)
        session.store.plan_changed.connect(lambda _: self._again())
        entry.opened.connect(lambda _: self._clear())

    @property
    def open(self) -> bool:
        """Whether there is a question, and so an answer."""
        return bool(self.field.text().strip())

    def leave(self) -> None:
        """Take question and answer away."""
        self._clear()
        self.closed.emit()

    def _clear(self) -> None:
        self.field.clear()
        self._session.show_pins(None)

    def _again(self) -> None:
        if self.open:
            self._answer()

    def _answer(self) -> None:
        session = self._session
        if not self.open:
            self._clear()
            self.shown.emit()
            return
        if self._entry.card is not None:
            self._entry.leave()
        if not view_spec(session.view).panel:
            session.show_view(View.MONTH)
        try:
            self._show(ask(session.schedule, self.field.text(), self._context(), session.display))
        except NotUnderstoodError as error:
            self.card.show_refusal(str(error))
            session.show_pins({})
        self.shown.emit()

    def _show(self, told: Answer) -> None:
        self.card.show_answer(told)
        pins: dict[date, tuple[str, ...]] = {}
        for number, option in enumerate(told.options, 1):
            pins.setdefault(option.first, (str(number),))
        days = told.options[0] if told.options else told.reading.taken
        self._choose(days.first, days.last)
        self._session.show_pins(pins)

    def _context(self) -> Context:
        """With the names of the holidays of this year and the two after it."""
        session = self._session
        today = session.today
        year = min(today.year + 1, LAST_DATE.year - 1)
        if session.day_notes.missing(year):
            session.day_notes.load(year)
        first, last = today.replace(month=1, day=1), today.replace(year=year + 1, month=12, day=31)
        named = holidays(session.plan, session.day_notes.public, first, last)
        return Context(session.plan, today, named)

    def _show_days(self, option: Option) -> None:
        """Show the days of an answer in the month."""
        self._session.show_view(View.MONTH)
        self._choose(option.first, option.last)
        self.card.keep_keys()
        self.shown.emit()

    def _choose(self, first: date, last: date) -> None:
        self._session.choose(last)
        self._session.choose(first, extend=True)

    def _enter(self, change: ChangeDetail) -> None:
        """Open the form of a change, with its days in it."""
        session = self._session
        match change:
            case Absence(_, first, last):
                self._entry.begin("leave", (first, last))
            case Swap(give, take) if give and take:
                session.choose(give)
                self._entry.begin("swap", (give, give))
                session.choose(take)
            case _:
                raise AssertionError(change)

    def _take_other(self, reading: Understood) -> None:
        """Answer the second reading in place of the first."""
        session = self._session
        question = IsFree(DateReading(reading))
        self._show(answer(session.schedule, question, self._context(), session.display))
        self.shown.emit()
