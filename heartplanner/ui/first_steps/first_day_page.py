"""The first step: the start date, typed or chosen, what it was understood as, and the work week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from heartplanner.core.cells.cells import Wording
from heartplanner.core.edits.first_answers import with_start, with_work_week
from heartplanner.core.words.english import WEEKDAYS, brief_day, counted, full_date, long_date
from heartplanner.core.words.typed_dates import EXAMPLES, TypedDateError, other_year, read_date
from heartplanner.typed import override
from heartplanner.ui.fields.date_field import DateField
from heartplanner.ui.fields.work_week_field import WorkWeekField
from heartplanner.ui.first_steps.answers import StepAnswers
from heartplanner.ui.first_steps.step_page import StepPage, show_around
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.cards import keep_place, label
from heartplanner.ui.widgets.flow_layout import flow

HINT = "The calendar shows your answer when you press Enter or Next."
OFFERED = (
    "July 28, 2025 is the start date in HEART's job posting. If you started on another day, type it,"
    " such as 1/5/2026 or Jan 5, 2026."
)


WORK_WEEK = "Your work week begins on"
WORK_WEEK_MEANS = "Your 40 hours are counted from this day. If you do not know it, leave Monday."


class StartDateField(DateField):
    """A first day: most often it is past, so a date without a year is the one nearest to today.

    `other`: the other year that the date may have meant that was taken over last.
    """

    def __init__(self, day: date, today: date, changed: Callable[[], None]) -> None:
        self.other: int | None = None
        super().__init__(day, today, changed)

    @override
    def _read_day(self, text: str) -> date:
        return read_date(text, self._today, nearest=True)

    @override
    def apply(self) -> bool:
        if self.typed:
            self.other = self._other_year()
        return super().apply()

    @override
    def _words(self, value: date) -> str:
        other = other_words(self._other_year())
        return f"{long_date(value)}. {other}" if other else long_date(value)

    def _other_year(self) -> int | None:
        try:
            return other_year(self.text(), self._today)
        except TypedDateError:
            return None


class FirstDayPage(StepPage):
    """A date that can be read is the start date; what cannot be is said, and nothing changes."""

    def __init__(self, session: Session, answers: StepAnswers) -> None:
        super().__init__("When did you start?", HINT)
        self._session, self._answers = session, answers
        self._refused = ""
        self._field = StartDateField(session.plan.start, session.today, self._take)
        self._field.setAccessibleName("Your first day")
        name = label("muted", "Your first day")
        name.setBuddy(self._field)
        self._field.textEdited.connect(self._say)
        self._understood = label("what")
        self._length = label()
        # What is hidden while one types keeps its room: nothing below may move with each key.
        for line in (self._field.feedback, self._understood, self._length):
            keep_place(line)
        self._work_week = WorkWeekField(self._take_work_week)
        begins = label("muted", WORK_WEEK)
        begins.setWordWrap(False)
        begins.setBuddy(self._work_week)
        self.put(
            name,
            self._field,
            self._field.feedback,
            self._understood,
            self._length,
            label("muted", OFFERED),
            flow([begins, self._work_week]),
            label("muted", WORK_WEEK_MEANS),
        )

    @property
    @override
    def reason(self) -> str:
        return self._refused if self._field.right else EXAMPLES

    @property
    @override
    def answer(self) -> Wording:
        start = self._session.plan.start
        return f"{brief_day(start)}, {start.year}", f"{start.month}/{start.day}/{start:%y}"

    @override
    def open(self) -> None:
        self._refused = ""
        self.refresh()
        self._field.select()

    @override
    def refresh(self) -> None:
        start = self._session.plan.start
        # What is being typed stays as it is; only a date that came from elsewhere is written.
        if self._field.right and not self._refused and self._field.value() != start:
            self._field.blockSignals(True)
            self._field.put(start)
            self._field.blockSignals(False)
        self._work_week.blockSignals(True)
        self._work_week.put_day(self._session.plan.assignments[0].work_week)
        self._work_week.blockSignals(False)
        self._say()

    @override
    def go_on(self) -> bool:
        return self._field.apply() and not self._refused

    def _take(self) -> None:
        self._refused = ""
        if self._field.right and self._field.value() != self._session.plan.start:
            start = self._field.value()
            self._refused = self._give(f"first day, {full_date(start)}", start)
            if not self._refused:
                show_around(self._session, start)
        self._say()

    def _take_work_week(self) -> None:
        name = f"work week from {WEEKDAYS[self._work_week.day() or 0]}"
        self._refused = self._give(name, self._session.plan.start)
        self._say()

    def _give(self, name: str, start: date) -> str:
        """Give both answers of the step, which are one edit; returns why they cannot be, or nothing."""
        first = self._work_week.day() or 0
        return self._answers.give(
            name, lambda plan, at: with_work_week(with_start(plan, start, at), first, at)
        )

    def _say(self) -> None:
        """What the date was understood as, or why it cannot be; the field says that while one types."""
        day, typing = self._field.value(), self._field.typed
        self._field.feedback.setVisible(typing)
        self._understood.setText(self._refused or long_date(day))
        self._understood.setHidden(typing)
        other = other_words(self._field.other)
        self._length.setText(f"{_away(day, self._session.today)} {other}".rstrip())
        self._length.setHidden(typing or bool(self._refused))
        self.turned.emit()


def other_words(year: int | None) -> str:
    """What to do where another year is meant than the one that was taken."""
    return f"For {year}, type the year too." if year else ""


def _away(day: date, today: date) -> str:
    """How far a start date is from today, so that a slip of a year is seen."""
    days = (today - day).days
    if days == 0:
        return "That is today."
    if days < 0:
        return f"That is {counted(-days, 'day')} from now."
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    if months < 2:
        return f"That was {counted(days, 'day')} ago."
    return f"That was {counted(months, 'month')} ago."
