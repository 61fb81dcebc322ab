"""The book of hours: which days, a table of their figures, the plot of weeks, and what asks for care."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heartplanner.core.hours.book import HoursBook, hours_book
from heartplanner.core.hours.book_text import as_of, book_title, payday_text, sentence
from heartplanner.core.hours.care import all_cares, care_lines
from heartplanner.core.hours.plot import week_bars
from heartplanner.core.hours.units import HoursSpan, hours_spans
from heartplanner.core.schedule.holidays import holidays
from heartplanner.core.schedule.ranges.default_range import first_day
from heartplanner.files import public_holidays
from heartplanner.ui.fields.date_field import DateField
from heartplanner.ui.fields.plain_fields import ChoiceField, add_row
from heartplanner.ui.hours.hours_plot import HoursPlot
from heartplanner.ui.hours.hours_range import PAID, HoursRange, Shown, choices, opening
from heartplanner.ui.hours.hours_table import HoursTable
from heartplanner.ui.hours.leave_card import LeaveCard
from heartplanner.ui.hours.leave_dialog import edit_leave
from heartplanner.ui.hours.pay_dialog import edit_pay
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.announce import announce
from heartplanner.ui.widgets.cards import Card, label
from heartplanner.ui.widgets.flow_layout import flow
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

LETTERS = 92
BY_FIRST_DAY = "On weekends and holidays a shift counts whole, by the day on which it begins."
NO_CARE = "Nothing asks for care in these days."
BACKWARDS = "The last day is before the first one."
MOST_DAYS = 3653
TOO_LONG = "These are more than ten years. Choose fewer days."


class ShownHours(NamedTuple):
    """The book on show, and the holidays of its days."""

    book: HoursBook
    holidays: dict[date, str]


class HoursDialog(ScrollDialog):
    """Shows hours; what is to be done with those on show is told by the signals."""

    print_wanted = Signal()
    pdf_wanted = Signal()
    csv_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget, *, can_print: bool) -> None:
        super().__init__(parent, "Hours", LETTERS)
        self._session = session
        days = session.selection
        selected = HoursSpan(days.first, days.last)
        self._range = opening(session.plan, session.view, session.month, session.today, selected)
        shown, first, last = self._range
        self._choice = ChoiceField(choices(session.plan))
        self._choice.put(shown)
        self._back = self._turner("Earlier", -1)
        self._on = self._turner("Later", 1)
        self._from = DateField(first, session.today, self._take_dates)
        self._to = DateField(last, session.today, self._take_dates)
        self._dates = self._date_row()
        self._title, self._sentence = label("what"), label()
        self._beside, self._error = label("muted"), label("warning")
        self._table = HoursTable("Hours")
        self._plot = HoursPlot(session.theme, session.scale)
        self._cares = label()
        self._leave = LeaveCard()
        self._leave.edit_wanted.connect(self._edit_leave)
        self._body = QWidget()
        self._choice.currentIndexChanged.connect(self._choose)
        self._build(can_print=can_print)
        self._refresh()

    def _build(self, *, can_print: bool) -> None:
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(8)
        title, pay = QLabel("Show"), QPushButton("Pay periods...")
        title.setBuddy(self._choice)
        pay.clicked.connect(self._edit_pay)
        self._year, care = Card("", self._plot), Card("Take care", self._cares)
        for widget in (
            flow([title, self._choice, self._back, self._on, pay]),
            self._dates,
            self._error,
            self._title,
            self._sentence,
            self._beside,
            self._table,
            label("muted", BY_FIRST_DAY),
            self._leave,
            self._year,
            care,
        ):
            column.addWidget(widget)
        column.addStretch()
        pay.setAutoDefault(False)
        self.lay_out(self._body, self._button_row(can_print=can_print))

    def _button_row(self, *, can_print: bool) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole.ActionRole
        if can_print:
            buttons.addButton("Print...", role).clicked.connect(self.print_wanted)
        buttons.addButton("Save as PDF...", role).clicked.connect(self.pdf_wanted)
        buttons.addButton("Save as CSV...", role).clicked.connect(self.csv_wanted)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        return buttons

    def _turner(self, words: str, steps: int) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._turn(steps))
        return button

    def _date_row(self) -> QWidget:
        """The first and the last day, each after its label; only where other dates are chosen."""
        holder = QWidget()
        form = QFormLayout(holder)
        form.setContentsMargins(0, 0, 0, 0)
        add_row(form, "From", self._from)
        add_row(form, "To", self._to)
        return holder

    @property
    def shown(self) -> ShownHours:
        """The book of what is chosen, as of now."""
        session, plan = self._session, self._session.plan
        asked, unit = self._range.stretch(plan), self._range.unit
        whole = hours_spans(plan, unit, *asked) if unit else [asked]
        first, last = whole[0].first, whole[-1].last
        # Before the start date nothing is worked, on holidays neither; all years are read at once.
        first = max(first, plan.start)
        public = public_holidays.between(first, last) if first <= last else {}
        names = holidays(plan, public, first, last)
        return ShownHours(hours_book(session.schedule, asked, unit, names, session.now()), names)

    @property
    def prints_leave(self) -> bool:
        """Whether the sheet is to say what is left of leave."""
        return self._leave.on_paper

    def _choose(self) -> None:
        shown = Shown(self._choice.value())
        if shown is Shown.DATES:
            # One begins with the days that were on show.
            first, last = self._range.stretch(self._session.plan)
            self._range = HoursRange(shown, first, last)
            self._put_dates()
        else:
            self._range = self._range._replace(shown=shown, day=self._near_today())
        self._refresh()

    def _near_today(self) -> date:
        """Today where it is on show, else the first day that is."""
        first, last = self._range.stretch(self._session.plan)
        today = first_day(self._session.plan, self._session.today)
        return today if first <= today <= last else max(first, self._session.plan.start)

    def _put_dates(self) -> None:
        """Show the dates in their fields, which tell of what a person types alone."""
        for field, day in ((self._from, self._range.day), (self._to, self._range.last)):
            field.blockSignals(True)
            field.put(day)
            field.blockSignals(False)

    def _take_dates(self) -> None:
        first, last = self._from.value(), self._to.value()
        long = TOO_LONG if (last - first).days >= MOST_DAYS else ""
        wrong = BACKWARDS if last < first else long
        self._error.setText(wrong)
        self._error.setVisible(bool(wrong))
        if not wrong:
            self._range = HoursRange(Shown.DATES, first, last)
            self._refresh()

    def _turn(self, steps: int) -> None:
        self._range = self._range.moved(self._session.plan, steps)
        if self._range.shown is Shown.DATES:
            self._put_dates()
        self._refresh()

    def _edit_pay(self) -> None:
        edit_pay(self._session, self)
        self._renew_choices()

    def _renew_choices(self) -> None:
        """Offer what can be seen with the pay periods as they are now."""
        known = self._session.plan.pay is not None
        shown = self._range.shown if known or self._range.shown not in PAID else Shown.WEEK
        self._choice.blockSignals(True)
        self._choice.clear()
        for value, words in choices(self._session.plan):
            self._choice.addItem(words, value)
        self._choice.put(shown)
        self._choice.blockSignals(False)
        self._range = self._range._replace(shown=shown)
        self._refresh()

    def _edit_leave(self) -> None:
        edit_leave(self._session, self)
        self._renew_choices()  # its form leads to pay periods too

    def _refresh(self) -> None:
        """Show the hours of what is chosen."""
        session, plan = self._session, self._session.plan
        book = self.shown.book
        total, title = book.total, book_title(book)
        self._dates.setVisible(self._range.shown is Shown.DATES)
        self._error.setVisible(bool(self._error.text()))
        self._back.setEnabled(self._range.may_move(plan, -1))
        self._on.setEnabled(self._range.may_move(plan, 1))
        self._title.setText(title)
        self._sentence.setText(sentence(total, "Together"))
        beside = (payday_text(total), as_of(book.now, session.display))
        self._beside.setText("\n".join(filter(None, beside)))
        self._table.show_book(book)
        self._leave.show_leave(session)
        self._show_plot()
        cares = all_cares(session.schedule, total.first, total.last)
        self._cares.setText("\n".join(care_lines(cares)) or NO_CARE)
        if self.isVisible():
            self.fit()
            announce(self, f"{title}. {self._sentence.text()}")

    def _show_plot(self) -> None:
        """The weeks of the year in which what is chosen begins."""
        first = max(self._range.stretch(self._session.plan).first, self._session.plan.start)
        self._year.set_heading(f"Hours a work week, {first.year}")
        days = date(first.year, 1, 1), date(first.year, 12, 31)
        self._plot.show_bars(week_bars(self._session.schedule, *days, self._session.now()))
