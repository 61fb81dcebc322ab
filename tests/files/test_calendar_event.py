"""What stands beside an event's title and times and calls it off."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.files.roster.roster_file import source_of

START, TODAY = date(2025, 7, 28), date(2025, 8, 1)


def read(events: str, name: str = "") -> Roster:
    text = f"BEGIN:VCALENDAR\n{name}\n{events}\nEND:VCALENDAR\n"
    source = source_of(text.encode(), "roster.ics", START, TODAY)
    return read_roster(source, RosterQuestion(START, TODAY))


def event(more: str) -> str:
    times = "DTSTART:20250813T130000Z\nDTEND:20250814T010000Z"
    return f"BEGIN:VEVENT\nUID:2\n{times}\nSUMMARY:Shift\n{more}\nEND:VEVENT"


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (
            "ATTENDEE;PARTSTAT=DECLINED:mailto:me@example.org",
            "someone who is invited has declined it",
        ),
        ("DESCRIPTION:CANCELLED - do not come", "its description says 'CANCELLED'"),
        ("CATEGORIES:Work,Vacation", "its category is 'Vacation'"),
        ("X-MICROSOFT-CDO-BUSYSTATUS:OOF", "the event is marked as out of office"),
    ],
)
def test_an_event_that_is_called_off_beside_its_title_is_listed(more: str, why: str) -> None:
    roster = read(event(more))
    assert roster.readings == ()
    assert [(line.why, line.dates) for line in roster.unread] == [(why, (date(2025, 8, 13),))]


@pytest.mark.parametrize(
    "more",
    [
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.org",
        "DESCRIPTION:To cancel\\, call the desk",
        "CATEGORIES:Work",
        "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
    ],
)
def test_an_event_that_is_not_called_off_is_read(more: str) -> None:
    assert [reading.letter for reading in read(event(more)).readings] == ["D"]


def test_a_calendar_of_open_shifts_is_listed() -> None:
    roster = read(event(""), "X-WR-CALNAME:Open shifts")
    assert roster.readings == ()
    assert roster.unread[0].why == "the calendar is named 'Open shifts'"
    assert len(read(event(""), "X-WR-CALNAME:My shifts").readings) == 1
