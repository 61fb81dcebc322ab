"""Lines with a date that may be about more than its day: all those days are left open."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.review import Review, without_lines
from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.core.roster.source import TextSource

QUESTION = RosterQuestion(date(2025, 7, 28), date(2026, 11, 28))
FIVE = "Fri 12/4 9a-9p\nSat 12/5 9a-9p\nSun 12/6 9a-9p\nMon 12/14 12p-12a\nTue 12/15 12p-12a\n"
ALL = "4 D, 5 D, 6 D, 14 E, 15 E"


def read(text: str) -> Roster:
    return read_roster(TextSource(text), QUESTION)


def days(roster: Roster) -> str:
    """14 D, 16 -: what is read of December."""
    return ", ".join(f"{each.date.day} {each.letter}" for each in roster.readings)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        # From a day on, although it is no day of the roster.
        ("From Dec 12 on I'm on the other team's rota.", "4 D, 5 D, 6 D"),
        ("Void after 12/10", "4 D, 5 D, 6 D"),
        ("12/15+ off", "4 D, 5 D, 6 D, 14 E"),
        ("12/15 on: 10a-10p", "4 D, 5 D, 6 D, 14 E"),
        (">= 12/14 off", "4 D, 5 D, 6 D"),
        ("Until 12/10 you report at 10am", "14 E, 15 E"),
        # On which side of the day they are is not certain.
        ("I quit as of Dec 10.", "4 D, 5 D, 6 D"),
        ("Back to work 12/16", ""),
        ("Returning 12/20", ""),
        ("12/5 transfer to Team 4", ""),
        ("Last day 12/5", ""),
        ("(valid through 12/5)", ""),
        ("effective 12/10", ""),
        ("12/10 rotation restarts", ""),
        ("12/4 through the weekend: out", ""),
        ("12/14 & the two following: Kim", ""),
        ("Everything except 12/14 was called off", ""),
        ("only Sat 12/5 still stands", ""),
        ("draft v2 - final comes Tue 12/1", ""),
        ("Not final before 12/1!", ""),
        ("11/26: new version sent, this one is dead", ""),
        ("Correction from HR 11/27: the second block (14/15) is days.", ""),
        ("Surgery 12/3, out six weeks.", ""),
        ("Posted: November 20, 2025", ""),
        ("Back Wednesday", ""),
        ("in bed w/ flu since Thu", ""),
        # Of one day, in known words.
        ("Kim has 12/5 now", "4 D, 6 D, 14 E, 15 E"),
        ("12/5 dentist at 3", "4 D, 6 D, 14 E, 15 E"),
        # Beside the days.
        ("Posted 11/27/2026 by Dana", ALL),
        ("Team meeting Tue 12/15 at 10:00 AM", ALL),
        ("Time off requests for 1/3 - 1/30 are due 12/14", ALL),
        ("PTO from 12/8 to 12/10", ALL),
    ],
)
def test_a_line_with_a_date_leaves_all_days_open_that_it_may_be_about(line: str, left: str) -> None:
    assert days(read(f"{FIVE}\n{line}\n")) == left


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("12/4-12/15 Kim", ""),
        ("Kim: 12/4 - 12/15", ""),
        ("Draft 12/1-12/19", ""),
        ("Old 12/1-12/19", ""),
        ("12/1-12/19 Bali!!", ""),
        ("Kim's roster 12/4/2026 - 12/15/2026", ""),
        ("Hours 12/1-12/19: 10a-10p", ""),
        ("Pay period 12/1 - 12/19", ALL),
        ("Here is your schedule for Dec 1 - Dec 19:", ALL),
        ("Hey, new weeks Dec 1-19:", ALL),
        ("HEART Team 3 schedule, Dec 1 - Dec 19", ALL),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_range_over_the_roster_is_set_aside_for_words_of_a_title_alone(
    line: str, left: str, above: bool
) -> None:
    assert days(read(f"{line}\n{FIVE}" if above else f"{FIVE}\n{line}\n")) == left


def test_the_day_of_the_month_that_a_note_names_is_the_one_left_open() -> None:
    text = "Dec 1 - day\nDec 2 - day\nDec 3 - day\nYou can come in at 10 on the 2nd."
    assert days(read(text)) == "1 D, 3 D"
    assert days(read(f"{FIVE}\nsat = ray")) == "4 D, 6 D, 14 E, 15 E"


def test_the_year_of_a_months_heading_is_that_of_the_dates_below() -> None:
    for heading in ("December 2025", "Schedule: December 2025", "Dec. 2025 roster"):
        roster = read(f"{heading}\n12/14 9a-9p\n1/15 9a-9p")
        assert [each.date for each in roster.readings] == [date(2025, 12, 14), date(2026, 1, 15)]
    # By the weekdays they are of another year.
    contradicted = read(f"December 2025\n{FIVE}")
    assert days(contradicted) == ""
    assert contradicted.unread[0].why == "Thursday, December 4, 2025 is no Friday"


def test_all_lines_are_named_for_which_a_day_is_held_and_none_that_is_dropped() -> None:
    text = f"Hi Sam,\nhere are your days unless I say so:\n{FIVE}\nfoo bar baz quux zot"
    roster = read(text)
    held = [line for line in roster.unread if line.held]
    assert {line.by for line in held} == {(2, 9)}
    why = "lines 2 and 9 may change December 4, 2026: drop those lines if they do not"
    assert held[0].why == why
    left = without_lines(roster, {2})
    whys = [line.why for line in left.unread if line.held]
    assert whys[0] == "line 9 may change December 4, 2026: drop that line if it does not"
    assert days(without_lines(roster, {2, 9})) == ALL
    dropped = next(line for line in roster.unread if line.line == 2)
    rows = Review(roster).corrected(dropped, None).rows
    assert {row.by for row in rows if row.by} == {(9,)}


def test_a_line_about_days_after_all_of_the_list_leaves_it_as_it_is() -> None:
    assert days(read(f"{FIVE}\nFrom Dec 20 on I'm on the other team's rota.")) == ALL


@pytest.mark.parametrize(
    "line",
    [
        "This was sent in error. Correct one will follow.",
        "Sent by mistake.",
        "Updated roster will follow",
        "More to come",
        "\U0001f44e",
        "Printed 11/28/2025",
        "Apart from Wed I'm on vacation",
    ],
)
def test_what_says_that_the_list_does_not_hold_leaves_all_of_it_open(line: str) -> None:
    assert days(read(f"{line}\n\n{FIVE}")) == ""
    assert days(read(f"{FIVE}\n{line}\n")) == ""


@pytest.mark.parametrize(
    "line",
    [
        "hope you got some sleep!",
        "hope you got some sleep! Here are your days as you asked:",
        "Hope this helps!",
        "as promised, your schedule:",
        "Here are your days, you asked",
        "Hope you are well, here is your list",
        "\U0001f44d",
    ],
)
def test_what_is_said_around_a_list_leaves_it_as_it_is(line: str) -> None:
    assert days(read(f"{line}\n\n{FIVE}")) == ALL
    assert days(read(f"{FIVE}\n{line}\n")) == ALL


def test_a_given_name_ends_a_letter() -> None:
    assert days(read(f"Hi Sam,\n{FIVE}Call me if anything looks off. Thanks for all!\nDana")) == ALL
    assert days(read(f"{FIVE}\nDana")) == ""


def test_a_text_without_a_date_is_read_in_part() -> None:
    roster = read("tue kim maybe\n" * 400)
    assert roster.unread[-1].why == "only 300 lines are read"
