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


def test_changed_on_all_its_days_and_on_one(run: Run) -> None:
    def told(line: str) -> list[str]:
        return run("entry", *line.split())[1].splitlines()

    told("add Therapy 2099-12-01 --start 17:00 --end 17:45 --every 2")
    # Another beginning keeps the length, and what is not named stays.
    assert told("change 1 --start 10:00 --skip 2099-12-15 --phone") == [
        "Changed appointment 1: Therapy, every second Tuesday from December 1, 2099, 10 am-10:45 am;"
        " not on December 15, 2099; on the phone",
        "  It is during your work on 18 days within a year: Dec 1, Dec 29, Jan 12, Feb 9, Feb 23,"
        " Mar 23 and 12 more.",
    ]
    series = (
        "Changed appointment 1: Therapy, every 2 weeks on Tuesday and Wednesday from December 1, 2099"
        " until December 30, 2099, 10 am-10:45 am; not on December 15, 2099{}; on the phone"
    )
    assert told("change 1 --on tue,wed --until 2099-12-30")[0] == series.format("")
    alone = told("change 1 --only 2099-12-16 --date 2099-12-18 --all-day")
    assert [line for line in alone if line[0] != " "] == [
        series.format(" and December 16, 2099"),
        "Added appointment 2: Therapy, Friday, December 18, 2099; on the phone",
    ]
    assert told("change 1 --once --not-on-phone --name Talk --end 11:00")[0] == (
        "Changed appointment 1: Talk, Tuesday, December 1, 2099, 10 am-11 am"
    )


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ((), "say what to change, such as --start 18:00"),
        (("--phone", "--not-on-phone"), "not allowed with argument --phone"),
        (("--only", "2099-12-01", "--every", "2"), "--only is about one day"),
        (("--only", "2099-12-02", "--start", "09:00"), "'Dinner' is not on Wednesday, December 2"),
        (("--on", "tue"), "it does not repeat: --on, --until and --no-end go with --every"),
        (("--every", "1", "--once"), "not allowed with"),
        (("--all-day", "--end", "09:00"), "--end does not go with --all-day"),
        (("--end", "09:00"), "it has no time: --end goes with --start"),
        (("--name", "Dinner"), "it is so already: nothing was changed"),
        (("--name", " "), "an appointment has a name"),
        (("--skip", "2099-12-01"), "no day of it would be left: remove it instead"),
    ],
)
def test_a_change_that_cannot_be_is_one_line(
    run: Run, arguments: tuple[str, ...], why: str
) -> None:
    run("entry", "add", "Dinner", "2099-12-01")
    status, out, err = run("entry", "change", "1", *arguments)
    assert (status > 0, out) == (True, "")
    assert why in err
    assert err.count("\n") == 1
    assert "Dinner, Tuesday, December 1, 2099" in run("entry", "list")[1]


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
