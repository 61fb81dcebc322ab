"""What is asked while one types, and what becomes of the answer."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from heartplanner.core.ask.ask import ask, context_of
from heartplanner.core.ask.asked_days import AskedDays
from heartplanner.core.ask.days.holiday_phrases import holiday_range
from heartplanner.core.ask.not_understood import NotUnderstoodError, Place
from heartplanner.core.ask.question import Answer, Context, Option
from heartplanner.core.plan.change import Absence, Swap
from heartplanner.files import public_holidays
from heartplanner.ui.ask.answer_card import AnswerCard
from heartplanner.ui.ask.answer_rows import AnswerRow, answer_rows, example_rows, pins, place_row
from heartplanner.ui.ask.ask_field import AskField
from heartplanner.ui.edit.change_entry import ChangeEntry
from heartplanner.ui.fields.name_field import NameField
from heartplanner.ui.fields.plain_fields import ChoiceField
from heartplanner.ui.session import Session
from heartplanner.ui.view_list import View, view_spec

PLACE_ACTIONS = {
    **dict.fromkeys((Place.CALENDARS, Place.CALENDAR_NAMES), "calendars"),
    Place.ENTRY: "appointment",
    **dict.fromkeys((Place.HOURS, Place.LEAVE, Place.PAY), "hours-book"),
    Place.COLLEAGUES: "people",
    Place.SWAPS: "swaps-book",
}
"""The action that opens each place where there is more than an answer says."""


class AskEntry(QObject):
    """Answers at each key, and leads on from an answer; nothing else in the window moves until then.

    `closed`: the question is gone, and the keys go back to where they were. `action_wanted`: the action
    that opens the place where there is more, by its name.
    """

    closed = Signal()
    action_wanted = Signal(str)

    def __init__(self, session: Session, entry: ChangeEntry, field: AskField) -> None:
        super().__init__(session)
        self._session, self._entry = session, entry
        self.field, self.card = field, AnswerCard(session.theme, session.scale)
        self.card.hide()
        self._answer: Answer | None = None
        self._named: dict[date, str] = {}
        self._named_until: date | None = None
        self._leading = False
        self._follow_keys()
        session.day_picked.connect(self._follow_calendar)
        session.store.plan_changed.connect(lambda _: self._ask_again())
        session.day_changed.connect(self._ask_again)
        session.looks_changed.connect(self._take_looks)
        for gone in (entry.opened, entry.resumed):
            gone.connect(lambda *_: self._clear())
        self._take_looks()

    def leave(self) -> None:
        """Take question and answer away; a form that was open before has the keys again."""
        self._clear()
        if self._entry.card is not None:
            self._entry.card.resume()
        else:
            self.closed.emit()

    def _follow_keys(self) -> None:
        field, card = self.field, self.card
        field.textEdited.connect(self._ask)
        field.left.connect(self.leave)
        field.stepped.connect(card.step_in)
        field.entered.connect(self._show_first)
        card.left.connect(self.leave)
        card.back.connect(field.go_on)
        card.typed.connect(self._type)
        card.all_wanted.connect(field.begin)
        card.taken.connect(self._take)
        card.wanted.connect(self._enter)

    def _take_looks(self) -> None:
        theme, scale = self._session.theme, self._session.scale
        self.card.set_looks(theme, scale)
        self._ask_again()

    def begin(self) -> None:
        """The keys come to the field: an answer that gave way to a day comes back."""
        self._load_holidays()
        if self._session.pins is None and self.field.text().strip():
            self._ask()

    def _follow_calendar(self) -> None:
        """A day was chosen in the calendar: one with a number is an answer, to any other it gives way."""
        session = self._session
        if self._leading or session.pins is None:
            return
        numbers = session.pins.get(session.selection.current)
        if numbers and session.selection.first == session.selection.last:
            self.card.mark(int(numbers[-1]))
        else:
            self._answer = None
            self.card.forget()
            session.show_pins(None)

    def _load_holidays(self) -> None:
        """The names of the years that can be asked about, before the first key and not at it."""
        notes = self._session.day_notes
        first, last = holiday_range(self._session.today)
        if self._named_until != last:
            self._named = public_holidays.between(first, last, public_holidays.NAMED)
            self._named_until = last
        known = notes.known
        for year in range(first.year + 1, last.year + 1, 2):  # each with the years before and after
            if any(notes.missing(near) for near in (year - 1, year, min(year + 1, last.year))):
                notes.load(year)
        if notes.known != known:
            self._session.shown_changed.emit()

    def _clear(self) -> None:
        self.field.clear()
        self._answer = None
        self.card.forget()
        self._session.show_pins(None)

    def _ask_again(self) -> None:
        if self._session.pins is not None:
            self._ask()

    def _ask(self) -> None:
        """Answer what stands in the field."""
        session, text = self._session, self.field.text()
        if not text.strip():
            self._clear()
            return
        if not view_spec(session.view).panel:
            # A view that takes the whole window has no place for an answer.
            session.show_view(View.MONTH)
            self.field.setFocus()
        try:
            self._show(ask(session.schedule, text, self._context(), session.display))
        except NotUnderstoodError as error:
            self._answer = None
            places = [place_row(error.place)] if error.place else []
            self.card.show_refusal(error.reason, [*places, *example_rows(error.examples)])
            session.show_pins({})

    def _type(self, letters: str) -> None:
        """Letters while the keys are on a row: more of the question, or after a refusal a new one."""
        if self._answer is None:
            self.field.begin()
            self.field.insert(letters)
        else:
            self.field.go_on(letters)
        self._ask()

    def _show(self, told: Answer) -> None:
        session = self._session
        self._answer = told
        rows = list(answer_rows(session.schedule, told, session.today, session.display))
        self.card.show_answer(told.sentence, told.facts, rows)
        session.show_pins(pins(told.options))

    def _context(self) -> Context:
        session = self._session
        known = context_of(session.plan, session.today, session.day_notes.public, session.now())
        return known._replace(events=session.day_notes.events, named=self._named)

    def _show_first(self) -> None:
        """Show the best option, or where there is none the days that were asked about."""
        asked = self._answer.reading.taken if self._answer else None
        row = self.card.first_option
        if row and not (asked and _is_elsewhere(row, asked)):
            self.card.go_to(row)
            self._take(row)
        elif asked is not None:
            self._show_days(asked.first, asked.last)
            if asked.first == asked.last:  # of one day the next key is meant for it
                self._session.keys_wanted.emit()
            else:
                self.field.setFocus()
        else:
            self.card.step_in()

    def _take(self, row: AnswerRow) -> None:
        """A row was chosen: its days are shown, or it is asked."""
        match row.offer:
            case Option() as option:
                self._show_days(option.first, option.last)
                self.card.keep_keys(row)
            case Place() as place:
                self._show_asked(place)
                self.action_wanted.emit(PLACE_ACTIONS[place])
            case str() as question:
                self.field.setText(question)
                self._ask()
                self.field.go_on()

    def _show_asked(self, place: Place) -> None:
        """The book of hours and a new appointment open with the days that were asked about."""
        asked = self._answer.reading.taken if self._answer else None
        several = asked is not None and asked.length > 1
        if asked and (place is Place.ENTRY or (place is Place.HOURS and several)):
            self._show_days(asked.first, asked.last)

    def _show_days(self, first: date, last: date) -> None:
        """Show days in the month."""
        self._leading = True
        self._session.show_view(View.MONTH)
        self._session.choose(last)
        self._session.choose(first, extend=True)
        self._leading = False

    def _enter(self, option: Option) -> None:
        """Open the form of the option's change, with its days in it."""
        session = self._session
        match option.change:
            case Absence(kind, first, last, taken_from):
                self._show_days(first, last)
                self._entry.begin(str(kind), (first, last))
                if taken_from and self._entry.card:
                    for choice in self._entry.card.findChildren(ChoiceField):
                        choice.put(taken_from)
            case Swap(give, take, _, colleague) if give:
                self._show_days(give, give)
                self._entry.begin("swap", (give, give))
                if take:
                    session.choose(take)
                if self._entry.card:
                    for field in self._entry.card.findChildren(NameField):
                        field.setText(colleague)
            case _:
                raise AssertionError(option)


def _is_elsewhere(row: AnswerRow, asked: AskedDays) -> bool:
    """Whether a row is of free days near those that were asked about, which are no answer to them."""
    option = row.offer
    return (
        isinstance(option, Option)
        and option.change is None
        and not (option.first <= asked.last and asked.first <= option.last)
    )
