"""A rotation that was found, as six small weeks; days that are not confirmed yet are dashed."""

from __future__ import annotations

from datetime import date

from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.weeks.weeks_table import TOTAL, WeeksTable

ROW_HEIGHT = 26


class LikelyBoard(WeeksTable):
    """The six weeks to read; each day has one letter, so its rows are low however narrow they are."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__(theme, today, small=True)
        self.setColumnHidden(TOTAL, True)
        self.setAccessibleName("The six weeks of this schedule")

    @override
    def _fit(self) -> None:
        super()._fit()
        # A narrow table gives its rows the height of number and letter; here there is no number.
        self.verticalHeader().setDefaultSectionSize(round(ROW_HEIGHT * self._delegate.scale))
        self.updateGeometry()
