"""A date as a person types it into a field: month first, as is usual in Durham."""

from __future__ import annotations

from datetime import date

from heartplanner.core.roster.dating import Dates
from heartplanner.core.roster.language.grammar import ways
from heartplanner.core.roster.language.items import DateItem, MarkItem, WeekdayItem
from heartplanner.core.roster.roster import DateOrder, RosterQuestion, UnreadError

LONGEST = 60


def typed_date(text: str, near: date) -> date | None:
    """The one date of a text, None if it is not one; without a year it is the nearest to `near`.

    A weekday beside it is passed over: it is the old one while its date is being changed.
    """
    found = ways(text) if len(text) <= LONGEST else []
    if len(found) != 1:
        return None
    said = [item for item in found[0] if not isinstance(item, MarkItem | WeekdayItem)]
    if len(said) != 1 or not isinstance(said[0], DateItem):
        return None
    (first, last), *more = said[0].spans
    if last is not None or more:
        return None
    dates = Dates()
    place = dates.add(first)
    try:
        return dates.settled(RosterQuestion(date.min, near, DateOrder.MONTH_FIRST)).day(place)
    except UnreadError:
        return None
