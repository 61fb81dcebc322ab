"""A time of day, typed in any of the usual ways: 11pm, 9:30a, noon."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta

from PySide6.QtCore import QSize

from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import clock
from heartplanner.core.words.typed_times import read_time
from heartplanner.typed import override
from heartplanner.ui.fields.typed_field import TypedField

LONGEST = time(22, 30)
"""In hours and minutes of two figures each: no time takes more room."""
STEP = timedelta(minutes=15)
ANY_DAY = datetime(2025, 7, 28)  # noqa: DTZ001  (the time of day alone is used)


class TimeField(TypedField[time]):
    """A time of day, in whole minutes.

    On a 12-hour clock an hour without am or pm is the one nearer to the value that is there: "11" is
    11 pm where a shift ends at 9 pm. `spell` says a time below the field while one types.
    """

    def __init__(
        self, moment: time, display: DisplayFormat, changed: Callable[[], None] | None = None
    ) -> None:
        super().__init__(moment, changed, clock(moment, display))
        self._display = display
        self.spell: Callable[[time], str] = lambda value: clock(value, display)
        self.revert()

    @override
    def minimumSizeHint(self) -> QSize:
        """Room for any time: a "7 pm" of which the 7 is cut is another time."""
        hint, metrics = super().minimumSizeHint(), self.fontMetrics()
        # Qt's own hint is its widest letter, and what is around the text.
        around = hint.width() - metrics.maxWidth()
        words = metrics.horizontalAdvance(self._written(LONGEST))
        return QSize(max(hint.width(), around + words), hint.height())

    @override
    def _read(self, text: str) -> time:
        return read_time(text, None if self._display.hours24 else self._value)

    @override
    def _written(self, value: time) -> str:
        return clock(value, self._display)

    @override
    def _words(self, value: time) -> str:
        return self.spell(value)

    @override
    def _stepped(self, value: time, steps: int) -> time:
        return (datetime.combine(ANY_DAY, value) + steps * STEP).time()
