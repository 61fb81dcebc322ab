"""Rosters read for their days: leave, training, hours of any length, several blocks a day."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import DayReading, Roster, RosterQuestion
from heartplanner.core.roster.source import TextSource

START = date(2025, 7, 28)


def read(text: str, *, changes: bool = True) -> Roster:
    return read_roster(TextSource(text), RosterQuestion(START, START, changes=changes))


def told(reading: DayReading) -> str:
    """8/2 leave; 8/2 W 09:00-17:00 training."""
    hours = f"{reading.start:%H:%M}-{reading.end:%H:%M}" if reading.start and reading.end else ""
    letter = reading.letter if hours or not reading.change else ""
    words = (f"{reading.date:%-m/%-d}", letter, hours, reading.change or "")
    return " ".join(filter(None, words))


READ = [
    ("8/2 vacation", "8/2 leave"),
    ("8/2 9a-9p vacation", "8/2 leave"),
    ("8/2 PTO 12 hrs", "8/2 leave"),
    ("8/2 annual leave", "8/2 leave"),
    ("8/2-8/4 on vacation", "8/2 leave, 8/3 leave, 8/4 leave"),
    ("V = vacation\n8/2 V", "8/2 leave"),
    ("8/2 off, sick", "8/2 sick"),
    ("8/2 sick leave", "8/2 sick"),
    ("8/2 called off", "8/2 called-off"),
    ("8/2 9a-5p training", "8/2 W 09:00-17:00 training"),
    ("8/2 training 9-5", "8/2 W 09:00-17:00 training"),
    ("8/2 OT 9a-9p", "8/2 W 09:00-21:00 extra"),
    ("8/2 extra day shift", "8/2 W 09:00-21:00 extra"),
    ("8/2 HEART extra 3 pm-7 pm", "8/2 W 15:00-19:00 extra"),
    ("8/2 9a-5p", "8/2 W 09:00-17:00"),
    ("8/2 9a-5p, 8 hrs", "8/2 W 09:00-17:00"),
    ("8/2 day 10a-8p", "8/2 W 10:00-20:00"),
    ("8/2 admin 9a-2p", "8/2 A 09:00-14:00"),
    ("8/2 shift 9a-1p", "8/2 S 09:00-13:00"),
    ("8/2 9-9 (not confirmed yet)", "8/2 D 09:00-21:00"),
    ("8/2 9a-9p\n8/2 9p-10p training", "8/2 D 09:00-21:00, 8/2 W 21:00-22:00 training"),
    ("8/4 9a-1p admin\n8/4 2p-6p extra", "8/4 A 09:00-13:00, 8/4 W 14:00-18:00 extra"),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_days_are_read(text: str, expected: str) -> None:
    roster = read(text)
    assert ", ".join(map(told, roster.readings)) == expected
    assert roster.unread == ()


UNREAD = [
    ("8/2 sick 9a-1p", "it may be about a part of the day"),
    ("8/2 vacation 8 hrs", "8 hours do not fit what else it says"),
    ("8/2 training", "its hours are not stated"),
    ("8/2 extra", "its hours are not stated"),
    ("8/2 9-5", "its hours may be meant in several ways: write them with am and pm"),
    ("8/2 training and sick", "it says two things"),
    ("8/2 leave early", "'early' is not known"),
    ("8/2 Team leave", "it is not clear what 'Team leave' means"),
    ("8/2 9a-9p swap", "'swap' does not say which shift you gave and which you took"),
    ("8/2 off (swap with Dana)", "'swap' does not say which shift you gave and which you took"),
    ("8/2 holiday", "it is not clear what 'holiday' means for your day"),
    ("8/2 9a-9p\n8/2 vacation", "lines 1 and 2 say different things of August 2, 2025"),
    ("8/2 9a-9p\n8/2 8p-10p training", "lines 1 and 2 say different things of August 2, 2025"),
    # The second line may correct the first.
    ("8/4 9a-1p admin\n8/4 2p-6p admin", "lines 1 and 2 say different things of August 4, 2025"),
]


@pytest.mark.parametrize(("text", "why"), UNREAD)
def test_what_is_unclear_is_listed(text: str, why: str) -> None:
    roster = read(text)
    assert roster.readings == ()
    assert {line.why for line in roster.unread} == {why}


@pytest.mark.parametrize("text", [text for text, expected in READ if expected.count(" ") == 1])
def test_they_say_nothing_of_the_rotation(text: str) -> None:
    assert read(text, changes=False).readings == ()
