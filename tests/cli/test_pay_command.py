"""The command pay: pay periods are set, listed, shown and forgotten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


def test_nothing_is_assumed(run: Run) -> None:
    _, out, _ = run("pay", "list")
    assert out.startswith("No pay periods are known.")
    status, _, err = run("pay", "remove")
    assert status == 1
    assert "nothing to remove" in err


def test_what_is_set_is_listed_and_shown_until_it_is_removed(run: Run) -> None:
    _, out, _ = run("pay", "set", "2025-09-08", "14", "--lag", "5", "--show", "calendar")
    said = "14 days from September 8, 2025, payday 5 days after each; paydays are in the calendar"
    assert out == f"Pay periods: {said}.\n"
    lines = run("pay", "list", "--today", "2025-09-10")[1].splitlines()
    assert lines[:4] == [
        f"Pay periods: {said}.",
        "This one: September 8-21, 2025.",
        "Friday, September 12, 2025    for August 25 - September 7, 2025",
        "Friday, September 26, 2025    for September 8-21, 2025",
    ]
    assert len(lines) == 2 + 26
    shown = run("show", "--from", "2025-09-26", "--to", "2025-09-26")[1]
    assert "Fri Sep 26   Day shift 9-9                Payday; due: Driver's license" in shown
    assert run("pay", "remove")[1] == "Removed: pay periods and paydays.\n"
    assert "Payday" not in run("show", "--from", "2025-09-26", "--to", "2025-09-26")[1]


def test_paydays_are_shown_only_where_that_is_wished(run: Run) -> None:
    run("pay", "set", "2025-09-08", "14", "--lag", "5")
    assert "Payday" not in run("show", "--month", "2025-09")[1]


def test_no_calendar_file_changes(run: Run, own_folder: Path) -> None:
    """Neither one's own nor a copy for the family, to the byte."""
    run("confirm")
    files = [own_folder / name for name in ("a.ics", "b.ics", "c.ics", "d.ics")]
    days = ("--from", "2025-08-01", "--to", "2025-10-31")
    run("export", *days, "-o", str(files[0]))
    run("export", *days, "--private", "home", "-o", str(files[1]))
    run("pay", "set", "2025-09-08", "14", "--lag", "5", "--show", "paper")
    run("export", *days, "-o", str(files[2]))
    run("export", *days, "--private", "home", "-o", str(files[3]))
    before_own, before_family, own, family = (file.read_bytes() for file in files)
    assert (own, family) == (before_own, before_family)


@pytest.mark.parametrize(
    ("argv", "status", "said"),
    [
        (("set", "2025-09-08", "6"), 2, "a whole number from 7 to 42"),
        (("set", "2025-09-08", "14", "--lag", "61"), 2, "a whole number from 0 to 60"),
        (("set", "9/8", "14"), 2, "expected a date such as 2025-07-28"),
        (
            ("set", "2025-09-08", "14", "--show", "paper"),
            1,
            "paydays can be shown once it is known",
        ),
        (("set", "2025-09-08"), 2, "required"),
    ],
)
def test_what_cannot_be_is_one_line(
    run: Run, argv: tuple[str, ...], status: int, said: str
) -> None:
    run("confirm")
    result = run("pay", *argv)
    assert result[:2] == (status, "")
    assert said in result[2]
    assert len(result[2].splitlines()) == 1
