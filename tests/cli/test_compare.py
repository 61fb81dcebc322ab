"""The command `compare`: text, JSON, exit status, and taking over what differs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from heartplanner.cli.commands.rosters.compare import _check_settled
from heartplanner.cli.text.roster_text import unread_lines
from heartplanner.core.compare.comparison import compare
from heartplanner.core.plan.change import Absence, AbsenceKind, Swap
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.roster.roster import Roster, Unread
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import earlier, held
from heartplanner.files.plan import planfile

Run = Callable[..., tuple[int, str, str]]
OCTOBER = """\
Oct 1, 2025 9a-9p
Oct 2 off
Oct 3 9a-9p
Oct 4 9a-1p admin
Oct 6 sick
Oct 7 noon-midnight
Oct 8 swap
"""
# The example has: Wednesday a day shift, Thursday admin, Friday a day shift, then the weekend free;
# from Monday, October 6: day, day, day, admin.


@pytest.fixture
def run(run: Run, tmp_path: Path) -> Run:
    """Run a command line on a plan of one's own beside a roster."""
    (tmp_path / "roster.txt").write_text(OCTOBER)
    assert run("new", tmp_path / "plan.json")[0] == 0
    return run


@pytest.fixture
def compared(run: Run, tmp_path: Path) -> Run:
    """Compare that roster with that plan."""

    def run_it(*options: object, roster: str = "roster.txt") -> tuple[int, str, str]:
        files = tmp_path / roster, "--plan", tmp_path / "plan.json"
        return run("compare", *files, "--today", "2025-10-01", *options)

    return run_it


def read_json(out: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(out)
    return answer


def schedule_of(folder: Path) -> Schedule:
    return planfile.load(folder / "plan.json").schedule


def test_what_differs_as_text(compared: Run) -> None:
    status, out, err = compared()
    assert status == 1
    lines = out.splitlines()
    assert lines[0] == (
        "2 days are the same. 4 differ. The roster says nothing of 1 day. 1 line was not understood,"
        " so 1 day was not compared."
    )
    assert [re.split("  +", line.strip()) for line in lines[2:7]] == [
        ["Your schedule", "The roster", "It looks like"],
        ["Thu Oct", "2", "Admin 9 am-1 pm", "day off (line 2)", "Moved admin, to Sat, Oct 4"],
        ["Sat Oct", "4", "day off", "Admin 9 am-1 pm (line 4)", "Moved admin, from Thu, Oct 2"],
        ["Mon Oct", "6", "Day shift 9-9", "sick (line 5)", "Sick"],
        [
            "Tue Oct", "7", "Day shift 9-9", "Evening shift noon-midnight (line 6)",
            "Other hours that day",
        ],
    ]  # fmt: skip
    assert lines[8:] == [
        "To take 4 days over into your schedule, add --take.",
        "If your rotation changed: heartplanner find --roster ROSTER --start 2025-10-02",
    ]
    assert "line 7: Oct 8 swap: 'swap' does not say which shift you gave and which you took" in err
    assert "correct them and compare the roster again" in err


def test_what_differs_as_json(compared: Run) -> None:
    status, out, _ = compared("--format", "json")
    answer = read_json(out)
    assert (status, list(answer), answer["same"]) == (
        1,
        ["same", "differences", "unread", "order"],
        2,
    )
    days = answer["differences"]
    assert [(day["date"], day["line"]) for day in days] == [
        ("2025-10-02", 2),
        ("2025-10-04", 4),
        ("2025-10-06", 5),
        ("2025-10-07", 6),
    ]
    assert (days[1]["plan"], days[2]["roster"]) == (
        [],
        [{"letter": "-", "start": None, "end": None, "change": "sick"}],
    )
    assert days[3] == {
        "date": "2025-10-07",
        "plan": [
            {
                "kind": "shift",
                "band": "day",
                "start": "2025-10-07T09:00:00-04:00",
                "end": "2025-10-07T21:00:00-04:00",
                "minutes": 720,
            }
        ],
        "roster": [
            {
                "letter": "E",
                "start": "2025-10-07T12:00:00-04:00",
                "end": "2025-10-08T00:00:00-04:00",
                "change": None,
            }
        ],
        "line": 6,
    }
    assert [(line["line"], line["text"]) for line in answer["unread"]] == [(7, "Oct 8 swap")]


def test_nothing_differs(compared: Run) -> None:
    status, out, _ = compared("--from", "2025-10-03", "--to", "2025-10-03", "--format", "json")
    assert (status, read_json(out)["same"], read_json(out)["differences"]) == (0, 1, [])


def test_all_is_taken_over_as_one_edit(compared: Run, run: Run, tmp_path: Path) -> None:
    status, _, err = compared("--take")
    assert status == 0
    assert "taken over: Monday, October 6, 2025: Sick" in err
    assert compared()[0] == 0
    assert len(schedule_of(tmp_path).plan.changes) == 3  # admin moved, sick, other hours
    plan = "--plan", tmp_path / "plan.json"
    stamp = earlier(plan[1], held(plan[1]))[0].stamp
    assert err.endswith(f"To undo this: heartplanner restore {stamp} --plan {plan[1]}\n")
    assert run("restore", stamp, *plan)[0] == 0
    assert schedule_of(tmp_path).plan.changes == ()


def test_where_only_ones_own_changes_differ_nothing_is_taken_over_and_nothing_to_undo(
    run: Run, tmp_path: Path
) -> None:
    plan, roster = tmp_path / "plan.json", tmp_path / "worked.txt"
    assert run("change", "add", "--plan", plan, "leave", "2025-10-01")[0] == 0
    roster.write_text("Oct 1, 2025 9a-9p\nOct 3, 2025 9a-9p")
    before = plan.read_bytes()
    status, out, err = run("compare", roster, "--plan", plan, "--take")
    assert (status, plan.read_bytes()) == (1, before)
    assert "undo" not in err
    assert "only where you name it: --take 2025-10-01" in out
    assert run("compare", roster, "--plan", plan, "--take", "2025-10-01")[0] == 0


def test_some_days_are_taken_over_as_it_is_said(compared: Run, tmp_path: Path) -> None:
    status, _, _ = compared("--take", "2025-10-02=called-off", "2025-10-06")
    assert status == 1
    called_off, sick = (change.what for change in schedule_of(tmp_path).plan.changes)
    assert isinstance(called_off, Absence)
    assert called_off.kind is AbsenceKind.CALLED_OFF
    assert isinstance(sick, Absence)
    assert sick.kind is AbsenceKind.SICK


def test_two_days_are_taken_over_as_one_swap(compared: Run, tmp_path: Path) -> None:
    (tmp_path / "swap.txt").write_text("Oct 1, 2025 off\nOct 4 9a-9p\n")
    assert compared("--take", "2025-10-01=swap", roster="swap.txt")[0] == 0
    (change,) = schedule_of(tmp_path).plan.changes
    assert isinstance(change.what, Swap)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--take", "2025-10-01"], "Wednesday, October 1, 2025 does not differ"),
        (
            ["--take", "2025-10-06=hours"],
            "cannot be taken over as hours: it can be: sick, called-off",
        ),
        (["--take", "2025-10-06=gone"], "'gone': expected one of leave, sick"),
        (
            ["--from", "2025-10-03", "--to", "2025-10-01"],
            "--to 2025-10-01 is before --from 2025-10-03",
        ),
    ],
)
def test_what_cannot_be(compared: Run, options: list[str], why: str) -> None:
    status, out, err = compared(*options)
    assert (status, out) == (2, "")
    assert why in err


def test_a_roster_that_cannot_be_compared(compared: Run, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("see you soon\n")
    for roster, why in (
        ("none.txt", "No such file"),
        ("words.txt", "no day of it could be compared"),
    ):
        status, out, err = compared(roster=roster)
        assert (status, out) == (2, "")
        assert why in err
    assert run_status(compared, "--plan", tmp_path / "missing.json") == 2


def run_status(compared: Run, *options: object) -> int:
    return compared(*options)[0]


def test_the_help_names_the_options_of_reading(run: Run) -> None:
    status, out, _ = run("compare", "--help")
    assert status == 0
    for option in ("--from", "--to", "--dates", "--name", "--today", "--rest-free", "--take"):
        assert f"  {option}" in out


def test_a_day_of_another_year_than_todays_states_it(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    _, same, _ = run("compare", tmp_path / "roster.txt", "--plan", plan, "--today", "2025-10-01")
    _, other, _ = run("compare", tmp_path / "roster.txt", "--plan", plan, "--today", "2026-02-01")
    days = [line for line in other.splitlines() if line.startswith("  ") and "Oct" in line]
    assert len(days) == 4
    assert all(re.match(r".{,20}\bOct +\d+, 2025  ", line) for line in days)
    assert ", 2025 " not in same


def test_what_is_no_roster_has_one_line_of_bounded_length(compared: Run, tmp_path: Path) -> None:
    (tmp_path / "digits.txt").write_text("1" * 100_000)
    status, out, err = compared(roster="digits.txt")
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert err.endswith("no day of it could be compared: line 1: it is too long a line\n")


def test_of_hundreds_of_unread_lines_the_first_are_numbered(compared: Run, tmp_path: Path) -> None:
    many = "Oct 1, 2025 ???\n" * 300
    (tmp_path / "many.txt").write_text(many)
    assert "line 1 and 299 more: " in compared(roster="many.txt")[2]
    (tmp_path / "many.txt").write_text(f"{many}Oct 2, 2025 noon\n")
    status, _, err = compared(roster="many.txt")
    assert status == 2
    assert len(err) < 1000
    assert "11, 12 and 288 more (Oct 1): " in err


def test_nothing_is_taken_over_while_a_line_may_be_about_any_day(
    compared: Run, tmp_path: Path
) -> None:
    (tmp_path / "open.txt").write_text(f"{OCTOBER}\nNever mind zebra the above\n")
    plan = (tmp_path / "plan.json").read_bytes()
    status, _, err = compared("--take", roster="open.txt")
    assert status == 2
    assert err.splitlines()[-1].endswith(
        "line 9 may change October 1, 2025: drop that line if it does not (--drop 9)"
    )
    assert (tmp_path / "plan.json").read_bytes() == plan
    assert compared("--take", "--drop", "9", roster="open.txt")[0] == 0
    assert (tmp_path / "plan.json").read_bytes() != plan


def test_days_below_a_heading_come_back_with_its_line(compared: Run, tmp_path: Path) -> None:
    (tmp_path / "open.txt").write_text(f"Cancelled:\n{OCTOBER}\n")
    assert compared("--take", roster="open.txt")[0] == 2
    assert compared("--take", "--drop", "1", roster="open.txt")[0] == 0


def test_a_line_that_names_no_day_is_settled_first(example: Plan) -> None:
    """Most such lines withhold the days that they may be about; this one is about nobody knows which."""
    open_line, greeting = Unread(9, "zebra", "it has no date"), Unread(1, "Hi", "", aside=True)
    compared_days = compare(Schedule(example), Roster(unread=(greeting, open_line)))
    with pytest.raises(PlanError, match=r"line 9 \('zebra'\) may be about any day; say --drop 9"):
        _check_settled(compared_days)


def test_of_thousands_of_lines_only_some_are_told_one_by_one() -> None:
    lines = tuple(Unread(n, "zebra " * 100, f"reason {n}") for n in range(300))
    told = list(unread_lines(Roster(unread=lines)))
    assert len(told) == 42
    assert max(map(len, told)) == 403
    assert told[-2] == "not understood: 260 more lines"
