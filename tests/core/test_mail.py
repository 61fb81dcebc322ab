"""An e-mail around a roster: its head and its end tell of no day, and nothing else is taken for them."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.core.roster.source import TextSource

START, TODAY = date(2025, 7, 28), date(2025, 8, 1)

MAIL = """\
From: Dana Lee <dana2@example.org>
To: team
Date: Fri, 1 Aug 2025 09:00:00 -0400
Subject: Your schedule for August

Hi all,

here is the schedule for August:
8/4 9a-9p
8/5 admin 9a-1p

Thanks,
Dana
Sent from my iPhone

On Fri, Aug 1, 2025 at 9:00 AM Sam Roe wrote:
"""


@pytest.fixture(params=[False, True], ids=["for the rotation", "for the days"])
def changes(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def read(text: str, *, changes: bool = False) -> Roster:
    return read_roster(TextSource(text), RosterQuestion(START, TODAY, changes=changes))


def told(roster: Roster) -> list[str]:
    return [f"{reading.date:%-m/%-d} {reading.letter}" for reading in roster.readings]


def test_a_mail_leaves_its_days_alone(changes: bool) -> None:
    roster = read(MAIL, changes=changes)
    assert told(roster) == ["8/4 D", "8/5 A"]
    assert [line.line for line in roster.unread] == [1, 2, 3, 6, 8, 12, 13, 14, 16]
    assert all(line.aside and not line.dates for line in roster.unread)


@pytest.mark.parametrize(
    "greeting", ["Hi,", "Hi Dana,", "Dear all:", "Good evening", "Hello team!"]
)
def test_a_greeting_right_above_the_days_is_nobodys_name(greeting: str, changes: bool) -> None:
    roster = read(f"{greeting}\n8/4 9a-9p\n8/5 9a-9p\nThanks\n8/6 off", changes=changes)
    assert told(roster) == ["8/4 D", "8/5 D", "8/6 -"]
    assert [(line.line, line.aside) for line in roster.unread] == [(1, True), (4, True)]


@pytest.mark.parametrize("line", ["Hi Sam's days:", "Hi Sam,", "Dana", "Thanks Sam"])
def test_what_is_more_than_a_greeting_is_looked_at(line: str) -> None:
    """Below days a name may begin another's."""
    assert "8/5 D" not in told(read(f"8/4 9a-9p\n\n{line}\n8/5 9a-9p"))


def test_two_people_who_are_greeted_are_two_people() -> None:
    assert told(read("Hi Dana,\n8/4 9a-9p\nHi Sam,\n8/5 9a-9p")) == []


@pytest.mark.parametrize(
    "to", ["Hi {}, here's your schedule", "@{} your shifts:", "{} - your shifts:"]
)
def test_a_line_that_speaks_to_another_below_days_heads_that_ones(to: str) -> None:
    assert told(read(f"{to.format('Dana')}\n8/4 9a-9p\n\n{to.format('Sam')}\n8/5 9a-9p")) == []
    assert told(read(f"{to.format('Dana')}\n8/4 9a-9p\n\n{to.format('Dana')}")) == ["8/4 D"]
    assert told(read(f"8/4 9a-9p\n\n{to.format('Dana')}\n8/5 9a-9p")) == ["8/4 D"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sam,\n\n8/4 9a-9p\n8/5 off", ["8/4 D", "8/5 -"]),
        ("Sam Okafor,\nHere is your schedule:\n8/4 9a-9p", ["8/4 D"]),
        ("Sam,\n8/4 9a-9p\n\nLee,\n8/5 9a-9p", []),
        ("8/4 9a-9p\n\nLee,\n8/5 9a-9p", []),
        ("Cancelled,\n8/4 9a-9p", []),
    ],
)
def test_a_name_alone_above_one_list_is_its_readers(text: str, expected: list[str]) -> None:
    assert told(read(text)) == expected


def test_a_subject_that_calls_a_day_off_is_listed_with_its_day() -> None:
    head = "From: Dana Lee\nDate: Fri, 1 Aug 2025 09:00:00 -0400\nSubject: Canceled: 8/4"
    roster = read(f"{head}\n\n8/4 9a-9p\n8/5 9a-9p")
    assert told(roster) == ["8/5 D"]
    assert not any(line.aside for line in roster.unread if "Canceled" in line.text)


@pytest.mark.parametrize(
    "text",
    [
        "Date: 8/4/2025\nFrom: 9:00 am\nTo: 9:00 pm",
        "From: 9:00 am\nTo: 9:00 pm\nDate: 8/4/2025\nSubject: HEART shift",
        "Date: 8/4/2025 9a-9p",
        "Subject: HEART shift\nDate: 8/4/2025 9a-9p",
    ],
)
def test_a_shift_that_looks_like_a_head_is_no_aside(text: str) -> None:
    roster = read(text)
    dated = [line for line in roster.unread if "8/4" in line.text]
    assert roster.readings or dated
    assert not any(line.aside and "8/4" in line.text for line in roster.unread)


@pytest.mark.parametrize("line", ["Hours for August", "8/4 thanks", "See you at work", "if needed"])
def test_what_may_be_about_a_day_is_no_small_talk(line: str) -> None:
    unread = read(f"8/6 9a-9p\n\n{line}").unread
    assert [one.aside for one in unread if one.text == line] in ([], [False])


def test_who_wrote_a_chat_tells_of_no_day_where_all_is_of_one() -> None:
    one = "Dana 9:14 AM\n12/14 9a-9p\nDana 9:20 AM\n12/16 12p-12a"
    assert [each.date.day for each in read(one).readings] == [14, 16]
    assert read(one.replace("Dana 9:20", "Jo 9:20")).readings == ()


NEXT_YEAR = date(2026, 11, 28)
SENT = [
    "From: D <d@x.org>\nSent: Tuesday, December 2, 2025 9:00 AM\nSubject: schedule",
    "From: D <d@x.org>\nDate: Tue, 2 Dec 2025 09:00:00 -0500\nSubject: schedule",
    "On Tue, Dec 2, 2025 at 9:14 AM Dana wrote:",
]


@pytest.mark.parametrize("head", SENT)
def test_when_a_mail_was_sent_tells_the_year_of_its_days(head: str) -> None:
    question = RosterQuestion(START, NEXT_YEAR)
    for days in ("12/14 9a-9p\n1/2 9a-9p", "12-14 9a-9p\n1-2 9a-9p"):
        roster = read_roster(TextSource(f"{head}\n\n{days}"), question)
        assert [each.date for each in roster.readings] == [date(2025, 12, 14), date(2026, 1, 2)]
        # What is quoted below the days is another message.
        below = read_roster(TextSource(f"{days}\n\n{head}\n"), question)
        assert [each.date for each in below.readings] == [date(2026, 12, 14), date(2027, 1, 2)]


@pytest.mark.parametrize("mark", ["-----Original Message-----\nFrom: Dana", SENT[0], SENT[2]])
def test_an_older_message_below_new_days_does_not_hold_by_itself(mark: str) -> None:
    roster = read(f"8/4 9a-9p\n\n{mark}\n\n8/5 off\n8/6 9a-9p")
    assert told(roster) == ["8/4 D"]
    held = [line for line in roster.unread if line.held]
    assert [(line.text, line.by) for line in held] == [("8/5 off", (3,)), ("8/6 9a-9p", (3,))]
    assert told(read(f"Hi,\n\n{mark}\n\n8/6 9a-9p")) == ["8/6 D"]


def test_days_quoted_below_new_ones_are_not_read() -> None:
    assert told(read("8/4 9a-9p\n\n> 8/5 9a-9p\n> 8/6 off")) == ["8/4 D"]
    assert told(read("> 8/5 9a-9p\n> 8/6 off")) == ["8/5 D", "8/6 -"]
