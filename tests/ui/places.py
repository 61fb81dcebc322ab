"""Where things stand in the window, for real clicks on them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect

from heartplanner.ui.year.year_table import DaysModel, YearTable


def rect_of(month: YearTable, day: date) -> QRect:
    """A day's place in the viewport of its month in the year."""
    days = month.model()
    assert isinstance(days, DaysModel)
    return month.visualRect(days.index_of(day))
