"""The two ends of a range of days, chosen by clicks in the calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from heartplanner.core.plan.model import ONE_DAY
from heartplanner.core.schedule.cycle import ONE_CYCLE
from heartplanner.ui.edit.forms.change_form import ChangeForm, put
from heartplanner.ui.fields.date_field import DateField


class RangeClicks:
    """Adds From and To to a form: one click is the first day, the next one the last, the third begins anew.

    The day on which the form is opened is the first click. Several days chosen at once, with Shift or by a
    drag, are both ends. A day beside the last one moves that end, so that arrow keys go on with a range.
    A click in a field says which end the next one is. The end that was not chosen gives way, so that the
    first day is never after the last. `moved` is told after each of them.
    """

    def __init__(
        self,
        form: ChangeForm,
        ends: tuple[date, date],
        moved: Callable[[], None] = lambda: None,
    ) -> None:
        self._moved = moved
        self._end_next = ends[0] == ends[1]
        self.first: DateField = form.end_day("From", ends[0], self._keep_first)
        self.last: DateField = form.end_day("To", ends[1], self._keep_last)
        self.first.clicked.connect(lambda: self._expect(end=False))
        self.last.clicked.connect(lambda: self._expect(end=True))
        form.follow = self._follow

    def _expect(self, *, end: bool) -> None:
        self._end_next = end

    def _follow(self, one: date, two: date) -> None:
        if one != two:
            self._put(one, two, end_next=False)
        elif self._is_last(two):
            self._put(self.first.value(), two, end_next=False)
        else:
            self._put(one, two, end_next=True)

    def _is_last(self, day: date) -> bool:
        """Whether a day that was clicked is the last of the range, and not the first of another."""
        first, last = self.first.value(), self.last.value()
        if not self._end_next:
            return first <= day and last - ONE_DAY <= day <= last + ONE_DAY
        # Nobody's second click is months away: in the year a click there is another day.
        return first < day <= first + ONE_CYCLE

    def _put(self, first: date, last: date, *, end_next: bool) -> None:
        self._end_next = end_next
        put(self.first, first)
        put(self.last, last)
        self._moved()

    def _keep_first(self) -> None:
        self._end_next = True
        self.last.put(max(self.first.value(), self.last.value()))
        self._moved()

    def _keep_last(self) -> None:
        self._end_next = False
        self.first.put(min(self.first.value(), self.last.value()))
        self._moved()
