"""Lines that hold back many others: they are asked about once."""

from __future__ import annotations

from datetime import date

from heartplanner.core.roster.holding import drop_words, holding, holding_of_review, holding_words
from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.review import Review, without_lines
from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.core.roster.source import TextSource

DAYS = "8/1/2025 9a-9p\n8/4/2025 9a-9p\n8/5/2025 noon-midnight"


def read(text: str) -> Roster:
    return read_roster(TextSource(text), RosterQuestion(date(2025, 7, 28), date(2025, 8, 1)))


def test_one_line_is_named_with_how_many_wait_for_it() -> None:
    roster = read(f"My zebra, boss!\n{DAYS}")
    held = holding(roster)
    assert held is not None
    assert (held.numbers, len(held.held)) == ((1,), 3)
    assert holding_words(held) == (
        '3 lines of days wait for line 1: "My zebra, boss!". If it changes none of them, drop it: all 3 are'
        " then read. If it does, write each day on a line of its own."
    )
    assert drop_words(held) == "Drop line 1"
    assert len(without_lines(roster, {1}).readings) == 3


def test_several_lines_are_dropped_at_once() -> None:
    roster = read(f"My zebra, boss!\n{DAYS}\n\nZebras are mine, boss!")
    held = holding(roster)
    assert held is not None
    assert drop_words(held) == "Drop lines 1 and 6"
    review = Review(roster)
    first, second = held.lines
    left = holding_of_review(review.corrected(first, None))
    assert left is not None
    assert left.numbers == (6,)
    assert holding_of_review(review.corrected(first, None).corrected(second, None)) is None


def test_a_line_about_one_day_and_few_that_wait_are_not_asked_about_before_all() -> None:
    assert holding(read(f"{DAYS}\n8/4 boss zebra")) is None
    assert holding(read("My zebra, boss!\n8/1/2025 9a-9p\n8/4/2025 9a-9p")) is None
    assert holding(read(DAYS)) is None


def test_that_all_other_days_are_free_changes_none_that_is_named() -> None:
    roster = read(
        f"Hi, here is what I worked the last weeks:\n{DAYS}\nEverything else off. Thanks!"
    )
    assert len(roster.readings) == 3
    assert [line.aside for line in roster.unread] == [True, True]
    heading = read("Everything else off:\n8/1/2025 9a-9p\n8/4/2025 9a-9p")
    assert heading.readings == ()


def test_a_closing_line_with_a_weekday_that_holds_all_days_is_asked_about_too() -> None:
    closing = "Please tell me by Friday if anything looks wrong, I am at my desk until 5 pm."
    days = "Fri 8/1/2025 9a-9p\nMon 8/4/2025 9a-9p\nTue 8/5/2025 noon-midnight\nWed 8/6/2025 off"
    roster = read(f"Hi,\n\n{days}\n\n{closing}")
    dated = read(f"8/2/2025 boss zebra from now on\n{days}")
    for one, line in ((roster, 8), (dated, 1)):
        held = holding(one)
        assert held is not None
        assert held.numbers == (line,)
        assert len(without_lines(one, {line}).readings) == 4


def test_a_title_with_the_first_day_of_its_list_holds_none() -> None:
    title = "HEART rotation effective August 1 2025"
    assert len(read(f"{title}\n{DAYS}").readings) == 3
    assert len(read(f"{DAYS}\n{title}").readings) < 3
    assert len(read(f"{title.replace('1 ', '4 ')}\n{DAYS}").readings) < 3
    assert len(read(f"{title}, tentative\n{DAYS}").readings) < 3
