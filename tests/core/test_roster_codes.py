"""Legends that are not understood, arrows, and words that say nothing of a day or take it back."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.core.roster.source import TextSource

START, TODAY = date(2025, 7, 28), date(2025, 8, 1)


def read(text: str) -> Roster:
    return read_roster(TextSource(text), RosterQuestion(START, TODAY))


def letters(roster: Roster) -> dict[int, str]:
    return {reading.date.day: reading.letter for reading in roster.readings}


@pytest.mark.parametrize(
    ("legend", "expected"),
    [
        ("D 0700-1900", {14: "E", 15: "D"}),
        ("E - 1900-0700", {13: "D", 15: "D"}),
        ("D (7a-7p), E (7p-7a)", {15: "D"}),
        ("D means 7a-7p", {14: "E", 15: "D"}),
        ("Days are 7a-7p.", {14: "E"}),
        ("Code (D=7a-7p)", {14: "E", 15: "D"}),
        ("Code|Hours\nD|12p-12a\nE|9a-9p", {15: "D"}),
        ("D 9a-9p\nE 12p-12a", {13: "D", 14: "E", 15: "D"}),
    ],
)
def test_a_line_that_gives_a_letter_other_hours_puts_it_in_doubt(
    legend: str, expected: dict[int, str]
) -> None:
    # Hours that a day states are read whatever the letter means elsewhere, but not beside "days".
    days = "8/13 D\n8/14 E\n8/15 9a-9p"
    assert letters(read(f"{legend}\n\n{days}")) == expected
    assert letters(read(f"{days}\n\n{legend}")) == expected


@pytest.mark.parametrize(
    ("text", "expected", "whys"),
    [
        ("8/13 N/A\n8/14 w", {14: "W"}, {"'N/A' is not known"}),
        ("8/4 -> 8/6 9a-9p", {}, {"'->' is not known"}),
        ("> 8/4 9a-9p", {4: "D"}, set()),
        ("8/4 9a-9p Cancelled\n8/5 9a-9p Scheduled", {5: "D"}, {"it says 'Cancelled'"}),
        ("8/4 9a-9p HEART CRT\n8/5 admin", {4: "D", 5: "A"}, set()),
        ("8/4 off scheduled", {}, {"it is not clear what 'scheduled off' means"}),
    ],
)
def test_words_and_signs_beside_a_day(text: str, expected: dict[int, str], whys: set[str]) -> None:
    roster = read(text)
    assert letters(roster) == expected
    assert {line.why for line in roster.unread} == whys


@pytest.mark.parametrize("head", ["M\tT\tW\tTh\tF\tSa\tSu", "Mo\tT\tW\tR\tF\tS\tU"])
def test_weekdays_that_are_headed_by_their_letters(head: str) -> None:
    roster = read(f"Week of\t{head}\n8/4\t9a-9p\toff\toff\tadmin\toff\t12p-12a\t12p-12a")
    assert letters(roster) == {4: "D", 5: "-", 6: "-", 7: "A", 8: "-", 9: "E", 10: "E"}


@pytest.mark.parametrize(("note", "read_days"), [("Pay day", 7), ("Fri canceled", 0)])
def test_a_note_beside_a_week_is_listed(note: str, read_days: int) -> None:
    head = "Week of\tM\tT\tW\tTh\tF\tSa\tSu\tHrs\tNotes"
    roster = read(f"{head}\n8/4\t9a-9p\toff\toff\tadmin\t9a-9p\toff\toff\t28\t{note}")
    assert len(roster.readings) == read_days
    assert (2, note) in [(line.line, line.text) for line in roster.unread]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Key: Day = 8a-8p, Eve = 1p-1a\n8/4 D\n8/5 E\n8/6 9a-9p", {6: "D"}),
        ("8/4 Day\n8/5 E\nD = 8a-8p", {5: "E"}),
        ("8/4 D\n8/5 E\nDays = 8a-8p", {5: "E"}),
        ("8/4 D\n8/5 E\nDay = Kim", {5: "E"}),
        ("8/4 D\n8/5 Eve\nDay = 9a-9p, E = noon-midnight", {4: "D", 5: "E"}),
    ],
)
def test_a_legend_leaves_other_spellings_of_its_shift_open(
    text: str, expected: dict[int, str]
) -> None:
    assert letters(read(text)) == expected
