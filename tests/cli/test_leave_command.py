"""The command leave, what changes say of it, and questions about it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
SET = (
    "leave",
    "set",
    "vacation",
    "40",
    "--on",
    "2025-09-21",
    "--accrues",
    "4.62",
    "--per",
    "period",
)


@pytest.fixture
def known(run: Run) -> Run:
    """40 h of vacation on September 21, 2025, 4.62 h more each pay period."""
    run("confirm")
    run("pay", "set", "2025-09-08", "14")
    assert run(*SET, "--cap", "240")[1] == (
        "Vacation: 40 h on September 21, 2025; 4.62 h accrue each pay period, up to 240 h.\n"
    )
    return run


def test_nothing_is_assumed(run: Run) -> None:
    assert run("leave", "list")[1].startswith("No leave balances are known.")
    status, out, err = run("leave", "balance")
    assert (status, out) == (1, "")
    assert "no leave balances are known" in err
    _, out, _ = run("change", "add", "leave", "2025-10-06..2025-10-10")
    assert "Left on" not in out


def test_a_balance_is_listed_until_it_is_removed(known: Run) -> None:
    known("change", "add", "leave", "2025-10-06..2025-10-10")
    assert known("leave", "list", "--today", "2025-10-01")[1].splitlines() == [
        "Vacation: 40 h on September 21, 2025; 4.62 h accrue each pay period, up to 240 h.",
        "  40 h on October 1, 2025, 40 h planned, 4.62 h left on October 10, 2025.",
    ]
    value = json.loads(known("leave", "list", "--today", "2025-10-01", "--format", "json")[1])
    (line,) = value["leave"]
    assert (line["kind"], line["known_on"], line["per"]) == ("vacation", "2025-09-21", "period")
    assert line["today"] == {"hours": 40.0, "exact": "40"}
    assert (line["on"], line["left"]["exact"], line["short_on"]) == ("2025-10-10", "4.62", None)
    assert known("leave", "remove", "vacation")[1] == "Removed: the balance of vacation.\n"
    assert known("leave", "list")[1].startswith("No leave balances")


def test_a_balance_on_a_day_to_come(known: Run) -> None:
    """Seven periods end from October 5 to December 28: 32.34 h."""
    known("leave", "set", "sick", "0", "--on", "2025-09-30", "--accrues", "10/3", "--per", "month")
    assert known("leave", "balance", "--on", "2025-12-30")[1].splitlines() == [
        "Vacation: 72.34 h left on December 30, 2025 (32.34 h accrued).",
        "Sick leave: 6 h 40 min left on December 30, 2025 (6 h 40 min accrued).",
    ]
    asked = ("leave", "balance", "sick", "--on", "2025-10-31", "--format", "json")
    (found,) = json.loads(known(*asked)[1])["balances"]
    assert found["left"] == {"hours": 3.33, "exact": "10/3"}


def test_what_is_rounded_says_so_and_is_rounded_down(known: Run) -> None:
    known("leave", "set", "comp", "20/7", "--on", "2025-09-21")
    out = known("leave", "balance", "comp", "--on", "2025-09-21")[1]
    assert out == "Comp time: about 2.85 h left on September 21, 2025.\n"


def test_a_change_says_what_is_left_or_missing(known: Run) -> None:
    _, out, _ = known("change", "add", "leave", "2025-10-06..2025-10-10")
    assert "  Left on October 10, 2025: 4.62 h of vacation." in out
    _, out, _ = known("change", "add", "leave", "2025-11-17")
    assert "  Left on November 17, 2025: 6.48 h of vacation." in out
    _, out, _ = known("change", "add", "leave", "2025-11-18")
    assert "  Take care: 5.52 h of vacation are missing from November 18, 2025 on." in out
    assert "Left on" not in out
    known("leave", "set", "comp", "12", "--on", "2025-09-21")
    _, out, _ = known("change", "add", "leave", "2025-11-19", "--from", "comp")
    assert out.startswith("Added change 4: comp time, November 19, 2025\n")
    assert "  Left on November 19, 2025: 0 h of comp time." in out


def test_questions_about_leave(known: Run) -> None:
    """Of 40 h and 4.62 h a period, 40 h are taken in October; November 17 and 18 are shifts."""

    def ask(*words: str) -> list[str]:
        return known("ask", *words, "--today", "2025-10-01")[1].splitlines()

    known("change", "add", "leave", "2025-10-06..2025-10-10")
    assert ask("do I have enough leave for Nov 17?")[0] == (
        "Monday, November 17, 2025: yes, it takes 12 h of vacation, and 6.48 h are left on"
        " November 17, 2025."
    )
    assert ask("do I have enough leave for Nov 17-18")[0] == (
        "November 17-18, 2025: no, it takes 24 h of vacation, and 5.52 h are missing from"
        " November 18, 2025 on."
    )
    later = ask("do I have enough leave for Nov 17-23")[0]
    assert "are missing by November " in later
    assert later.endswith(", the first of them on November 18, 2025.")
    assert ask("enough leave for October")[0] == (
        "October 1-31, 2025: yes, it takes 40 h of vacation, and 9.24 h are left on October 31, 2025."
    )
    assert (
        ask("leave left on Dec 31")[0] == "Wednesday, December 31, 2025: 32.34 h of vacation left."
    )
    assert ask("enough leave for Oct 11")[0].endswith(
        "nothing is worked then, so it takes no leave."
    )
    assert "not known yet" in ask("how much sick leave do I have left")[0]
    known("change", "add", "leave", "2025-12-09")
    assert ask("enough leave for Nov 17")[0] == (
        "Monday, November 17, 2025: yes, it takes 12 h of vacation; but with what you planned for"
        " later, 0.9 h of vacation are missing from December 9, 2025 on."
    )


def test_leave_that_is_left_says_what_is_planned(known: Run) -> None:
    """Of 40 h 12 h are planned for November 17, and 4 periods of 4.62 h end before: 18.48 h."""

    def ask(*words: str) -> list[str]:
        return known("ask", *words)[1].splitlines()

    question = ("how much vacation do I have left", "--today", "2025-09-21")
    assert ask(*question)[0] == "Sunday, September 21, 2025: 40 h of vacation left."
    known("change", "add", "leave", "2025-11-17")
    told = ask(*question)
    assert told[0] == (
        "Sunday, September 21, 2025: 40 h of vacation; 12 h of it are planned (Nov 17),"
        " and 18.48 h accrue until then: 46.48 h left to plan."
    )
    listed = known("leave", "list", "--today", "2025-09-21")[1]
    assert "40 h on September 21, 2025, 12 h planned, 46.48 h left on November 17" in listed
    known("leave", "set", "vacation", "40", "--on", "2025-09-21")
    assert ask(*question)[0].endswith("12 h of it are planned (Nov 17): 28 h left to plan.")
    known("leave", "set", "comp", "6", "--on", "2025-09-21")
    known("change", "add", "leave", "2025-11-18", "--from", "comp")
    assert ask("leave left", "--today", "2025-09-21")[0] == (
        "Sunday, September 21, 2025: 40 h of vacation and 6 h of comp time;"
        " 12 h of the vacation are planned (Nov 17): 28 h left to plan;"
        " 12 h of the comp time are planned (Nov 18):"
        " 6 h of comp time are missing from November 18, 2025 on."
    )
    assert ask("vacation left on Nov 17, 2025")[0] == (
        "Monday, November 17, 2025: 28 h of vacation left."
    )


def test_options_say_what_is_left_of_leave(known: Run) -> None:
    known("change", "add", "leave", "2025-10-06..2025-10-10")
    out = known("ask", "Nov 17", "--today", "2025-10-01")[1]
    assert "Leave for 1 shift, 12 h; 6.48 h left." in out
    out = known("free", "--days", "4", "--from", "2025-11-13", "--to", "2025-11-16")[1]
    assert "16 h; 2.14 h of vacation are missing from November 14, 2025 on." in out


def test_no_calendar_file_changes(known: Run, own_folder: Path) -> None:
    """Neither one's own nor a copy for the family, to the byte."""
    files = [own_folder / name for name in ("a.ics", "b.ics", "c.ics", "d.ics")]
    days = ("--from", "2025-08-01", "--to", "2025-10-31")
    known("export", *days, "-o", str(files[0]))
    known("export", *days, "--private", "home", "-o", str(files[1]))
    known("leave", "set", "comp", "77", "--on", "2025-09-21")
    known("export", *days, "-o", str(files[2]))
    known("export", *days, "--private", "home", "-o", str(files[3]))
    before_own, before_family, own, family = (file.read_bytes() for file in files)
    assert (own, family) == (before_own, before_family)
    assert b"comp" not in own


@pytest.mark.parametrize(
    ("argv", "status", "said"),
    [
        (("set", "vacation", "lots"), 2, "expected hours such as 80, 4.62 or 1/30"),
        (("set", "vacation", "40", "--accrues", "4"), 2, "--accrues and --per together"),
        (SET[1:], 1, "your pay periods are not known yet"),
        (("set", "unpaid", "40"), 2, "invalid choice"),
        (("set", "vacation", "40", "--cap", "-1"), 1, "a cap is 0 to"),
        (("remove", "comp"), 1, "no balance of comp is known"),
        (("balance", "comp"), 1, "no balance of comp is known"),
    ],
)
def test_what_cannot_be_is_one_line(
    run: Run, argv: tuple[str, ...], status: int, said: str
) -> None:
    run("confirm")
    result = run("leave", *argv)
    assert result[:2] == (status, "")
    assert said in result[2]
    assert len(result[2].splitlines()) == 1
