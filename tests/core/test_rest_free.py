"""Days that a roster leaves out: free, but for those that a line may tell which was not understood."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.rest_free import with_rest_free
from heartplanner.core.roster.review import Correction, with_free_rest
from heartplanner.core.roster.roster import RosterQuestion
from heartplanner.core.roster.source import EventSource, RosterEvent, TextSource

QUESTION = RosterQuestion(date(2025, 7, 28), date(2026, 11, 28))


def freed(text: str) -> list[int]:
    """The days of December that are read as free since no line names them."""
    roster = with_rest_free(read_roster(TextSource(text), QUESTION))
    return [each.date.day for each in roster.readings if each.line is None]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12/14,D\n,E\n12/16,D", []),
        ("Mon,12/14,D\nTue,,E\nWed,12/16,D\nFri,12/18,D", []),
        ("Dec 14 9a-9p\n\nYou also work Tuesday evening.\n\nDec 16 9a-9p\nDec 18 off", []),
        ("Dec 14 9a-9p\nDec 18 9a-9p\n\nThen Wed 9a-9p", []),
        ("Dec 14 9a-9p\nDec 18 9a-9p\n\nplus OT on the 16th", []),
        ("Dec 14 9a-9p\nDec 18 9a-9p\n\nLee covers all the others", []),
        ("Dec 14 9a-9p\nDec 18 9a-9p\n\nmore to come", []),
        ("Page 1 of 2\nDec 14 9a-9p\nDec 18 9a-9p", []),
        ("Dec 14 9a-9p\n...\nDec 18 9a-9p", []),
        ("12/14 9a-9p\n\n12/1\u0431 9a-9p\n\n12/18 9a-9p", []),
        ("Partial list\nDec 14 9a-9p\nDec 18 9a-9p", []),
        ("Dec 14 9a-9p\n\nTotal: 12 hours\n\nDec 16 9a-9p", [15]),
        ("Dec 14 9a-9p\n\nWeek 2\n\nDec 16 9a-9p", [15]),
    ],
)
def test_no_day_is_freed_that_an_unread_line_may_be_about(text: str, days: list[int]) -> None:
    assert freed(text) == days


def test_from_the_first_day_of_an_unread_series_on_no_day_is_freed() -> None:
    events = (
        RosterEvent(3, "Off", date(2026, 12, 14), date(2026, 12, 14)),
        RosterEvent(9, "Shift", date(2026, 12, 16), date(2026, 12, 16), refused="?", series=True),
        RosterEvent(15, "Off", date(2026, 12, 18), date(2026, 12, 18)),
    )
    roster = with_rest_free(read_roster(EventSource(events), QUESTION))
    assert [each.date.day for each in roster.readings] == [14, 15, 18]


def test_an_event_without_a_day_may_be_on_any() -> None:
    events = (
        RosterEvent(3, "Off", date(2026, 12, 14), date(2026, 12, 14)),
        RosterEvent(9, "Shift", refused="its start cannot be read"),
        RosterEvent(15, "Off", date(2026, 12, 18), date(2026, 12, 18)),
    )
    roster = with_rest_free(read_roster(EventSource(events), QUESTION))
    assert [each.date.day for each in roster.readings] == [14, 18]


def test_a_line_without_a_date_that_is_dropped_keeps_no_day_open() -> None:
    text = "Dec 14 9a-9p\n\nalso Tuesday\n\nDec 16 9a-9p"
    roster = read_roster(TextSource(text), QUESTION)
    assert with_free_rest(roster, ()).readings == roster.readings
    (line,) = roster.unread
    free = with_free_rest(roster, (Correction(line, None),))
    assert [each.date.day for each in free.readings] == [14, 15, 16]
