"""A roster that no rotation fits, on the command line: told, as JSON, and taken over day by day."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from heartplanner.core.plan.model import EXAMPLE_ROTATION
from heartplanner.files.plan import planfile

Run = Callable[..., tuple[int, str, str]]
AUGUST = "S-- -SSASS- ---ASS- -SSAS-- SSSA-S-".replace(" ", "")
"""August 2025 as in the example rotation, but for the 9th, the 17th and the 30th."""
WORDS = {"S": "shift", "A": "admin", "-": "off"}
TODAY = ("--today", "2025-09-01")
LIKELY = ("2025-08-09=extra", "2025-08-17=leave", "2025-08-30=extra")


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "august.txt"
    lines = [f"8/{day}/2025 {WORDS[letter]}" for day, letter in enumerate(AUGUST, 1)]
    lines[8] = "8/9/2025 10a-10p"
    path.write_text("\n".join(lines))
    return path


def test_the_days_that_differ_are_named(run: Run, roster: Path) -> None:
    status, out, err = run("find", "--roster", roster, *TODAY)
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[:7] == [
        "Rotations that fit: 0 of 7,526,400.",
        "28 of 31 days fit in 24 rotations; August 9, 17 and 30 differ.",
        "  Sat, Aug 9: a shift, but free in the rotation",
        "  Sun, Aug 17: free, but a shift in the rotation",
        "  Sat, Aug 30: a shift, but free in the rotation",
        "Your break: August 29 - September 3, six days.",
        "Working weekends: August 16-17 and September 6-7.",
    ]
    rows = [" ".join(line.split()) for line in lines]
    assert {"1 Jul 28 50 50 50 50 S - -", "6 Sep 1 - - - 50 50 S S"} <= set(rows)
    asked = rows.index("Next question: Monday, July 28, 2025: did you work?")
    assert lines[asked + 1 : asked + 8] == [
        f"A likely one: {EXAMPLE_ROTATION.text}",
        "Another: -ASSS-- -SSAS-- ---ASSS -SSAS-- SSSA--- ---ASSS",
        "Another: -SASS-- -SSAS-- ---ASSS -SSAS-- SSSA--- ---ASSS",
        "Another: -SSAS-- -SSAS-- ---ASSS -SSAS-- SSSA--- ---SASS",
        "To use it, say what each of these days was, such as:",
        f"  --use --differs {' '.join(LIKELY)}",
        "Saturday, August 9 is worked and Sunday, August 10 is free: a weekend is worked or free as a"
        " whole.",
    ]


def test_the_days_that_differ_in_json(run: Run, roster: Path) -> None:
    status, out, _ = run("find", "--roster", roster, *TODAY, "--format", "json")
    assert status == 0
    answer = json.loads(out)
    assert (answer["count"], answer["rotation"]) == (0, None)
    more = answer["repair"].pop("more")
    days = ["2025-08-09", "2025-08-17", "2025-08-30"]
    assert answer["repair"] == {"differs": days, "count": 24, "rotation": EXAMPLE_ROTATION.text}
    assert len(more) == 11
    assert all(other["differs"] == days for other in more)
    assert len({EXAMPLE_ROTATION.text, *(other["rotation"] for other in more)}) == 12


def test_another_rotation_with_other_days_names_them(run: Run, tmp_path: Path) -> None:
    roster = tmp_path / "week.txt"
    # Three shifts and admin are a week's, so of a week with four shifts and admin one day differs.
    letters = "SSSAS--" + EXAMPLE_ROTATION.letters[7:]
    lines = [f"2025-{7 + (27 + n) // 31:02}-{(27 + n) % 31 + 1:02}" for n in range(42)]
    lines = [f"{day} {WORDS[letter]}" for day, letter in zip(lines, letters, strict=True)]
    roster.write_text("\n".join(lines[:35]))
    _, out, _ = run("find", "--roster", roster, *TODAY)
    assert "34 of 35 days fit in " in out
    assert "; in the most likely one, July 28 differs." in out
    assert "(July 29 differs)" in out


def test_a_roster_that_fits_needs_no_repair(run: Run, roster: Path) -> None:
    argv = ("--roster", roster, *TODAY, "--format", "json", "--differs", *LIKELY)
    status, out, _ = run("find", *argv)
    answer = json.loads(out)
    assert (status, answer["repair"], answer["count"]) == (0, None, 24)
    assert answer["rotation"] == EXAMPLE_ROTATION.text
    assert len(answer["read"]) == 31


def test_each_day_is_taken_over_as_what_it_was(run: Run, roster: Path, tmp_path: Path) -> None:
    plan = tmp_path / "p.json"
    assert run("new", plan)[0] == 0
    argv = ("find", "--plan", plan, "--roster", roster, *TODAY, "--use")
    status, out, err = run(*argv)
    assert (status, out) == (1, "")
    assert err.splitlines()[-1].endswith(
        "August 9, 17 and 30 differ. Say what each of these days was,"
        f" such as --differs {' '.join(LIKELY)}"
    )
    assert not planfile.load(plan).plan.changes
    assert run(*argv, "--differs", *LIKELY[:2], "2025-08-30=misread")[0] == 0
    saved = planfile.load(plan).plan
    assert saved.assignments[0].rotation == EXAMPLE_ROTATION
    assert [type(change.what).__name__ for change in saved.changes] == ["Extra", "Absence"]
    _, out, _ = run("show", "--plan", plan, "--month", "2025-08")
    rows = [" ".join(line.split()) for line in out.splitlines()]
    assert any(row.startswith("Sat Aug 9 Extra shift 10 am-10 pm") for row in rows)
    assert any(row.startswith("Sun Aug 17 leave") for row in rows)
    assert any(row.startswith("Sat Aug 30 break") for row in rows)
    assert json.loads(run("find", "--plan", plan, "--format", "json")[1])["count"] == 24


@pytest.mark.parametrize(
    ("answers", "status", "said"),
    [
        (["2025-08-09"], 2, "expected DATE=WHAT, where WHAT is one of leave, sick, called-off"),
        (["2025-08-09=party"], 2, "expected DATE=WHAT"),
        (["2025-10-01=leave"], 1, "nothing is known of Wednesday, October 1, 2025"),
        (["2025-08-09=extra", "2025-08-09=swap"], 1, "is extra or swap: say one of them"),
        (["2025-08-09=leave", *LIKELY[1:]], 1, "cannot be leave: it may be extra, swap, misread"),
        ([*LIKELY, "2025-08-05=leave"], 1, "August 5, 2025 does not differ"),
    ],
)
def test_an_answer_that_cannot_be_is_one_line(
    run: Run, roster: Path, tmp_path: Path, answers: list[str], status: int, said: str
) -> None:
    plan = tmp_path / "p.json"
    assert run("new", plan)[0] == 0
    argv = ("find", "--plan", plan, "--roster", roster, *TODAY, "--use", "--differs", *answers)
    got, out, err = run(*argv)
    assert (got, out, len(err.splitlines())) == (status, "", 1)
    assert said in err
    assert not planfile.load(plan).plan.changes


def test_nothing_is_said_to_fit_where_no_day_does(run: Run, tmp_path: Path) -> None:
    roster = tmp_path / "saturday.txt"
    roster.write_text("8/2/2025 admin\n")
    _, out, _ = run("find", "--roster", roster, *TODAY)
    assert "differ" not in out
    assert "admin is worked from Monday to Friday" in out
    answer = json.loads(run("find", "--roster", roster, *TODAY, "--format", "json")[1])
    assert answer["repair"]["differs"] == ["2025-08-02"]
    assert answer["repair"]["count"] == 7_526_400
