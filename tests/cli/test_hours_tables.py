"""The command hours, as text, JSON and CSV, and its sheet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest

Run = Callable[..., tuple[int, str, str]]
THURSDAY = ("--today", "2025-09-11")


@pytest.fixture
def run(run: Run) -> Run:
    """Run a command on a plan with leave, an extra shift and a late end; pay periods are known."""
    run("confirm")
    run("pay", "set", "2025-09-08", "14", "--lag", "5")
    run("change", "add", "leave", "2025-09-19")
    run("change", "add", "extra", "2025-09-13", "--band", "day")
    run("change", "add", "hours", "2025-09-10", "--start", "09:00", "--end", "22:30")
    return run


def test_this_pay_period_is_shown_where_nothing_is_asked(run: Run) -> None:
    status, out, _ = run("hours", *THURSDAY)
    assert status == 0
    assert out.splitlines() == [
        "Pay period September 8-21, 2025: 25.5 h worked so far, 56 h to come;"
        " 12 h leave and 13.5 h overtime.",
        "Payday: Friday, September 26, 2025.",
        "So far: what ended before Thursday, September 11, 2025.",
        "",
        "                                    So far     To come    Together",
        "Shifts                                24 h        36 h        60 h",
        "Admin                                  0 h         8 h         8 h",
        "Extra shifts                           0 h        12 h        12 h   Sat, Sep 13",
        "Shifts, beyond usual hours           1.5 h         0 h       1.5 h   Wed, Sep 10",
        "Worked                              25.5 h        56 h      81.5 h",
        "Leave                                  0 h        12 h        12 h   Fri, Sep 19",
        "Worked and time off                 25.5 h        68 h      93.5 h",
        "Overtime over 40 h a week              0 h      13.5 h      13.5 h   Fri, Sep 12; Sat, Sep 13",
        "Rotation without your changes         24 h        56 h        80 h",
        "Worked 10 pm-6 am                    0.5 h         0 h       0.5 h",
        "Worked on weekends                     0 h        12 h        12 h",
        "Number of shifts                         2           4           6",
        "Working weekends                         0           1           1",
        "",
        "Take care: 10.5 h of rest: Wednesday, September 10, 2025 to Thursday",
        "Take care: five worked days in a row: September 9-13, 2025",
        "Take care: no free weekend for over two weeks: September 1-19, 2025",
        "Fewer than two days off after three or more 12-hour shifts in a row:"
        " Sunday, September 7, 2025",
    ]


def test_a_line_a_week(run: Run) -> None:
    _, out, _ = run(
        "hours", "--by", "week", "--from", "2025-09-10", "--to", "2025-09-15", *THURSDAY
    )
    lines = out.splitlines()
    assert lines[0].startswith(
        "Work weeks, September 8-21, 2025: 25.5 h worked so far, 56 h to come;"
    )
    assert lines[1:7] == [
        "Payday: Friday, September 26, 2025.",
        "So far: what ended before Thursday, September 11, 2025.",
        "",
        "                                    So far     To come    Time off    Overtime    Rotation",
        "Sep 8-14, 2025                      25.5 h        28 h         0 h      13.5 h        40 h",
        "Sep 15-21, 2025                        0 h        28 h        12 h         0 h        40 h",
    ]


def test_json_has_the_same_facts_as_the_text(run: Run) -> None:
    asked = ("hours", "--by", "month", "--from", "2025-08-01", "--to", "2025-09-30", *THURSDAY)
    text = run(*asked)[1].splitlines()
    value = json.loads(run(*asked, "--format", "json")[1])
    assert value["answer"] == text[0]
    assert (value["from"], value["to"], value["by"]) == ("2025-08-01", "2025-09-30", "month")
    assert value["now"] == "2025-09-11T00:00:00-04:00"
    assert value["example"] is False
    assert [(each["from"], each["to"]) for each in value["sums"]] == [
        ("2025-08-01", "2025-08-31"),
        ("2025-09-01", "2025-09-30"),
    ]
    for part in ("so_far", "to_come"):
        for figure, amount in value["total"][part].items():
            assert amount == sum(each[part][figure] for each in value["sums"])
    worked = [value["total"][part]["worked"] / 60 for part in ("so_far", "to_come")]
    assert f"{worked[0]:g} h worked so far, {worked[1]:g} h to come" in value["answer"]
    assert value["total"]["dates"]["extra"] == ["2025-09-13"]
    assert value["total"]["payday"] is None
    assert {care["kind"] for care in value["care"]} >= {"no free weekend for over two weeks"}


def test_csv_is_a_table(run: Run) -> None:
    _, out, _ = run("hours", "--by", "year", *THURSDAY, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    worked = next(row for row in rows if row["Figure"] == "Worked")
    assert (worked["From"], worked["To"], worked["Payday"]) == ("2025-01-01", "2025-12-31", "")
    assert int(worked["So far, minutes"]) + int(worked["To come, minutes"]) == int(
        worked["Together, minutes"]
    )


@pytest.mark.parametrize(
    ("argv", "status", "said"),
    [
        (("--from", "2025-09-10", "--to", "2025-09-01"), 2, "is before --from"),
        (
            ("--by", "cycle", "--from", "2024-01-01", "--to", "2024-02-01"),
            1,
            "before your start date",
        ),
        (("--by", "fortnight"), 2, "invalid choice"),
        (("--today", "soon"), 2, "expected a date"),
    ],
)
def test_what_cannot_be_is_one_line(
    run: Run, argv: tuple[str, ...], status: int, said: str
) -> None:
    assert run("hours", *argv)[0] == status
    _, out, err = run("hours", *argv)
    assert out == ""
    assert said in err
    assert len(err.splitlines()) == 1


def test_without_pay_periods_the_work_week_is_shown_and_periods_are_refused(run: Run) -> None:
    run("pay", "remove")
    assert run("hours", *THURSDAY)[1].startswith("Work week September 8-14, 2025: ")
    status, _, err = run("hours", "--by", "period")
    assert status == 1
    assert "heartplanner pay set" in err


def test_before_the_start_date_the_first_period_is_shown(run: Run) -> None:
    out = run("hours", "--today", "2025-07-01")[1]
    assert out.startswith("Pay period July 28 - August 10, 2025: 80 h to come")
