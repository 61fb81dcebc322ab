"""Whether a text may be a roster at all: it names dates."""

from __future__ import annotations

from heartplanner.core.roster.language.grammar import parsed
from heartplanner.core.roster.language.items import DateItem, MonthItem, WeekdayItem

LINES, LETTERS = 300, 200
"""How much of a text is looked at: a roster names a date soon."""
DATES = (DateItem, MonthItem, WeekdayItem)


def has_dates(text: str) -> bool:
    """Whether a line names a date, or a month or weekday beside which a number may be one."""
    lines = (line[:LETTERS] for line in text.splitlines()[:LINES] if any(map(str.isdigit, line)))
    return any(
        isinstance(item, DATES) for line in lines for reading in parsed(line) for item in reading
    )
