"""What a roster leaves open as a whole, asked above what was read of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from heartplanner.core.explain.rosters.review_text import order_wording
from heartplanner.core.plan.model import LAST_DATE
from heartplanner.core.roster.roster import DateOrder, OrderTaken, Roster, RosterQuestion
from heartplanner.core.words.english import month_day
from heartplanner.ui.fields.plain_fields import ChoiceField, add_row
from heartplanner.ui.widgets.elided_label import ElidedLabel

NO_ANSWER = ""
CHOOSE = "Choose..."
WAYS = {DateOrder.MONTH_FIRST: "Month first", DateOrder.DAY_FIRST: "Day first"}


class RosterQuestions(QWidget):
    """Hidden while there is nothing to ask. `answered`: the RosterQuestion with which to read again."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._asked = RosterQuestion(date.min, date.min)
        self._first = date.min
        self._taken: OrderTaken | None = None
        self._order, self._person, self._year = (ChoiceField(()) for _ in range(3))
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._how = ElidedLabel("muted")
        add_row(self._form, "The month or the day first?", self._order)
        self._form.addRow(self._how)
        add_row(self._form, "Whose days?", self._person)
        add_row(self._form, "It states no year; its first day is in", self._year)
        self._order.activated.connect(self._answer_order)
        self._person.activated.connect(self._answer_person)
        self._year.activated.connect(self._answer_year)
        self.hide()

    def ask(self, roster: Roster, asked: RosterQuestion) -> None:
        """Ask what a roster leaves open that was read by a question; it shows what is answered already."""
        self._asked, doubts = asked, roster.doubts
        # How it took the dates by itself is told by the roster only until one says otherwise.
        self._taken = roster.order if asked.order is None else self._taken
        order = self._orders(roster)
        answer = asked.order or (self._taken.order if self._taken else NO_ANSWER)
        self._offer(self._order, order, answer)
        shows = self._taken is not None and asked.order is None
        self._how.set_wording(*(order_wording(self._taken) if self._taken and shows else ()))
        self._form.setRowVisible(self._how, shows)
        people = [(person, person) for person in doubts.people]
        self._offer(self._person, people, asked.name)
        years: list[tuple[str, str]] = []
        days = [reading.date for reading in roster.readings]
        days = days or sorted(day for line in roster.unread for day in line.dates)
        if doubts.year is not None and days:
            self._first = days[0]
            last = min(doubts.year + 1, LAST_DATE.year)
            around = range(max(doubts.year - 1, asked.start.year), last + 1)
            years = [(str(year), str(year)) for year in around]
        self._offer(self._year, years if len(years) > 1 else (), str(doubts.year))
        self.setVisible(bool(order or people or len(years) > 1))

    def _orders(self, roster: Roster) -> list[tuple[str, str]]:
        """The orders of day and month between which one may choose; none where it makes no difference."""
        if days := roster.doubts.order:
            return [
                (str(way), f"{WAYS[way]}: {month_day(day)}")
                for way, day in zip(DateOrder, days, strict=True)
            ]
        return [(str(way), WAYS[way]) for way in DateOrder] if self._taken else []

    def _offer(self, field: ChoiceField, options: Sequence[tuple[str, str]], answer: str) -> None:
        """The answers of a question; it is asked only where there are some."""
        field.clear()
        if answer not in dict(options):
            field.addItem(CHOOSE, NO_ANSWER)
        for value, words in options:
            field.addItem(words, value)
        field.put(answer)
        self._form.setRowVisible(field, bool(options))

    def _answer_order(self) -> None:
        if value := self._order.value():
            self.answered.emit(self._asked._replace(order=DateOrder(value)))

    def _answer_person(self) -> None:
        if value := self._person.value():
            self.answered.emit(self._asked._replace(name=value))

    def _answer_year(self) -> None:
        """Dates without a year are near a day, so that day moves to the year that is meant."""
        near = self._first.replace(year=int(self._year.value()), day=min(self._first.day, 28))
        self.answered.emit(self._asked._replace(today=near))
