"""The command `entry`: added with what it runs into, listed, left out on a day, removed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(run: Run, own_folder: Path) -> Run:
    """Run a command on a plan of one's own."""
    plan = own_folder / "me.json"
    assert run("new", plan)[0] == 0
    run("confirm", "--plan", plan)
    return lambda *argv: run(*argv, "--plan", plan)


def test_from_adding_to_removing(run: Run) -> None:
    status, out, _ = run(
        "entry", "add", "Dinner", "2025-09-09", "--start", "17:00", "--every", "2", "--phone",
        "--until", "2025-10-07",
    )  # fmt: skip
    added, *conflicts = out.splitlines()
    assert status == 0
    assert added == (
        "Added appointment 1: Dinner, every second Tuesday from September 9, 2025 until October 7, 2025,"
        " 5 pm-6 pm; on the phone"
    )
    # They are over by now: what cannot be helped is not listed.
    assert conflicts == []
    assert run("entry", "skip", "1", "2025-09-23")[1] == (
        "Appointment 1: Dinner, every second Tuesday from September 9, 2025 until October 7, 2025,"
        " 5 pm-6 pm; not on September 23, 2025; on the phone\n"
    )
    shown = run("show", "--month", "2025-09")[1]
    assert [line[:12].strip() for line in shown.splitlines() if "Dinner" in line] == ["Tue Sep  9"]
    assert "  Tue Sep  9   Day shift 9-9                Dinner, 5 pm-6 pm" in shown
    assert "not on" not in run("entry", "skip", "1", "2025-09-23", "--back")[1]
    assert run("entry", "remove", "1")[1].startswith("Removed appointment 1: Dinner, every second")
    assert run("entry", "list")[1] == "No appointment yet: heartplanner entry add NAME DATE\n"


def test_the_list_as_json(run: Run) -> None:
    run("entry", "add", "Trip  to\u00a0the sea", "2099-12-16..2099-12-18", "--paper")
    (trip,) = json.loads(run("entry", "list", "--format", "json")[1])
    conflicts = trip.pop("conflicts")
    assert trip == {
        "id": 1,
        "title": "Trip to the sea",
        "first": "2099-12-16",
        "last": "2099-12-18",
        "on_phone": False,
        "on_paper": True,
        "text": "Trip to the sea, December 16-18, 2099; on paper",
        "next": "2099-12-16",
    }
    days = json.loads(
        run("show", "--from", "2099-12-16", "--to", "2099-12-18", "--format", "json")[1]
    )["days"]
    worked = [day["date"] for day in days if day["blocks"]]
    assert [conflict["date"] for conflict in conflicts] == worked != []


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("X", "2025-09-09", "--end", "18:00"), "--end goes with --start"),
        (("X", "2025-09-09", "--on", "tue"), "--on and --until go with --every"),
        (("X", "2025-09-09", "--every", "2", "--on", "tuesday"), "'tuesday' is none of mon, tue"),
        (("X", "2025-09-09", "--every", "0"), "a whole number from 1 to 52"),
        (("", "2025-09-09"), "an appointment has a name"),
        (("X", "2025-09-10..2025-09-09"), "2025-09-09 is before 2025-09-10"),
        (("X", "2025-09-09..2025-09-10", "--every", "1"), "several days in a row does not repeat"),
        (("X", "2025-09-09", "--skip", "2025-09-09"), "no day of it would be left"),
    ],
)
def test_what_cannot_be_is_one_line(run: Run, arguments: tuple[str, ...], why: str) -> None:
    status, out, err = run("entry", "add", *arguments)
    assert (status > 0, out) == (True, "")
    assert why in err
    assert err.count("\n") == 1
