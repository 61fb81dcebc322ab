"""The commands ask, free and stretch, as text and JSON."""

from __future__ import annotations

import json
from collections.abc import Callable

from heartplanner.cli.text.answers import COMMANDS
from heartplanner.core.ask.not_understood import Place

Run = Callable[..., tuple[int, str, str]]


def test_a_question_is_answered_as_text(run: Run) -> None:
    status, out, _ = run("ask", "Oct 17", "--today", "2025-09-10")
    assert status == 0
    assert out.splitlines() == [
        "Friday, October 17, 2025: you work 9 am-9 pm.",
        "  This is a sample rotation until you enter or confirm your own.",
        "  Week 6 of 6. The rotation has a day shift, 9 am-9 pm, on this Friday.",
        "  1  Fri, Oct 17 2025, 1 day, 12 h of leave: Leave for 1 shift, 12 h.",
        "  2  Fri, Oct 10 2025, 1 day, no leave: In your break.",
        "  3  Fri, Nov 21 2025, 1 day, no leave: In your break.",
        "  4  Fri, Jan 2 2026, 1 day, no leave: In your break.",
    ]


def test_an_answer_as_json(run: Run) -> None:
    _, out, _ = run(
        "ask", "August 27 - September 5, 2025", "--today", "2025-08-01", "--format", "json"
    )
    value = json.loads(out)
    assert value["understood"] == {"first": "2025-08-27", "last": "2025-09-05", "part": None}
    assert value["other"] is None
    assert value["answer"].endswith("2 shifts and 2 admin blocks, 32 h.")
    assert value["options"][0] == {
        "first": "2025-08-27",
        "last": "2025-09-05",
        "days": 10,
        "hours": 32,
        "why": "Leave for 2 shifts and 2 admin blocks, 32 h",
    }


def test_two_readings_are_both_told(run: Run) -> None:
    _, out, _ = run("ask", "next Friday evening", "--today", "2025-09-10")
    assert out.startswith("Friday, September 19, 2025, evening")
    assert "It could mean Friday, September 12, 2025, evening (5 pm-10 pm) too." in out
    _, out, _ = run("ask", "next", "Friday", "--today", "2025-09-10", "--format", "json")
    assert json.loads(out)["other"]["first"] == "2025-09-12"


def test_hours_of_a_day_are_told_as_they_were_understood(run: Run) -> None:
    _, out, _ = run("ask", "am I free after 6 on Oct 17", "--today", "2025-09-10")
    assert out.startswith("Friday, October 17, 2025, 6 pm-midnight: you work 9 am-9 pm.")
    assert "It could mean Friday, October 17, 2025, 6 am-midnight too." in out
    _, out, _ = run("ask", "Oct 17 before noon", "--today", "2025-09-10", "--format", "json")
    assert json.loads(out)["understood"]["part"] == "00:00-12:00"


def test_a_holiday_is_known_by_its_name(run: Run) -> None:
    _, out, _ = run("ask", "Thanksgiving week", "--today", "2025-09-10", "--format", "json")
    assert json.loads(out)["understood"]["first"] == "2025-11-24"


def test_what_is_not_understood_ends_with_one_line(run: Run) -> None:
    status, out, err = run("ask", "lunch with Lee")
    assert (status, out) == (1, "")
    assert 'Not understood: "lee".' in err.splitlines()[-1]
    status, out, _ = run("ask", "lunch with Lee", "--format", "json")
    value = json.loads(out)
    assert (status, value["understood"], value["options"]) == (1, None, [])


def test_free_gives_the_windows_of_a_range(run: Run) -> None:
    may = ("--from", "2026-05-01", "--to", "2026-05-31", "--format", "json")
    _, out, _ = run("free", "--weekend", *may)
    options = json.loads(out)["options"]
    assert [(one["first"], one["hours"]) for one in options] == [
        ("2026-05-02", 0), ("2026-05-09", 0), ("2026-05-23", 0), ("2026-05-30", 0), ("2026-05-16", 24)
    ]  # fmt: skip
    _, out, _ = run("free", "--days", "6", *may)
    assert json.loads(out)["options"][0]["first"] == "2026-05-08"
    _, out, _ = run("free", "--evening", *may)
    assert json.loads(out)["understood"]["part"] == "evening"
    assert run("free", "--evening", "--weekend")[0] == 2


def test_stretch_gives_every_longest_time_off(run: Run) -> None:
    asked = ("stretch", "--hours", "32", "--from", "2025-08-11", "--to", "2025-12-31")
    _, out, _ = run(*asked, "--with", "2025-09-04..2025-09-05", "--format", "json")
    options = json.loads(out)["options"]
    assert {(one["first"], one["last"]) for one in options} == {
        ("2025-08-27", "2025-09-05"),
        ("2025-08-28", "2025-09-06"),
    }
    _, out, _ = run(*asked, "--without", "2025-09-04", "--format", "json")
    assert all(
        not one["first"] <= "2025-09-04" <= one["last"] for one in json.loads(out)["options"]
    )
    assert run("stretch", "--hours", "many")[0] == 2


def test_hours_that_are_not_whole(run: Run) -> None:
    _, out, _ = run("stretch", "--hours", "7.5", "--format", "json", "--today", "2025-09-10")
    assert json.loads(out)["options"][0]["hours"] == 4


def test_the_command_line_leads_to_commands_and_not_to_menus(run: Run) -> None:
    told = "\n".join(
        "".join(run("ask", question, "--today", "2025-09-10")[1:])
        for question in (
            "how many hours Dec 1-7",
            "enough vacation for Dec 18",
            "when is payday",
            "how much is my next paycheck",
            "who owes me hours",
        )
    )
    assert "View >" not in told
    assert "File >" not in told
    assert told.count("heartplanner hours, heartplanner pay and heartplanner leave have your") == 2
    assert "You can say what you have with heartplanner leave set." in told
    assert "You can say when you are paid with heartplanner pay set." in told
    assert set(COMMANDS) == set(Place)
