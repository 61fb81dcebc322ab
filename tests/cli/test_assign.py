"""The option --shift-hours of `new` and `assign`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


def no_window(plan: Path | None, theme: str) -> int:
    raise AssertionError(f"a window was asked for: {plan}, {theme}")


@pytest.fixture
def file(run: Run, own_folder: Path) -> Path:
    path = own_folder / "night.json"
    status, out, _ = run("new", path, "--shift-hours", "19:00-07:00")
    assert status == 0
    assert "shifts 7 pm-7 am" in out
    return path


def hours(path: Path) -> list[tuple[str, object]]:
    """The band and the hours of each assignment, as the file has them."""
    plan = json.loads(path.read_text(encoding="utf-8"))
    return [(each["band"], each.get("shift_hours")) for each in plan["assignments"]]


def test_own_hours_are_kept_until_others_are_stated(run: Run, file: Path) -> None:
    own = {"start": "19:00", "end": "07:00"}
    assert hours(file) == [("day", own)]
    run("assign", "--plan", file, "--from", "2025-09-01", "--cycle-week", "3")
    run("assign", "--plan", file, "--from", "2025-10-06", "--band", "evening")
    run("assign", "--plan", file, "--from", "2025-11-03", "--shift-hours", "9:00-21:00")
    assert hours(file) == [("day", own), ("day", own), ("evening", None), ("day", None)]


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--shift-hours", "19:00-19:00"], "a shift cannot begin and end at 7 pm"),
        (["--shift-hours", "19:00"], "expected a start and an end such as 19:00-07:00"),
        (["--shift-hours", "7-19"], "expected a time such as 09:00"),
        (["--shift-hours", "19:00-07:00", "--band", "day"], "give one of them"),
    ],
)
def test_hours_that_cannot_be_are_refused_in_one_line(
    run: Run, own_folder: Path, options: list[str], why: str
) -> None:
    status, out, err = run("new", own_folder / "other.json", *options)
    assert status
    assert (out, len(err.splitlines())) == ("", 1)
    assert why in err
    assert not (own_folder / "other.json").exists()


def test_a_night_is_a_block_without_a_band(run: Run, file: Path) -> None:
    span = ("--from", "2025-07-29", "--to", "2025-07-29")
    _, out, _ = run("show", "--plan", file, *span, "--format", "json")
    (day,) = json.loads(out)["days"]
    assert day["blocks"] == [
        {
            "kind": "shift",
            "band": None,
            "start": "2025-07-29T19:00:00-04:00",
            "end": "2025-07-30T07:00:00-04:00",
            "minutes": 720,
        }
    ]
    assert "it ends on Wednesday" in day["why"]
