"""The command `export`: what it says, what it remembers, and whose plan it then is."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, time, tzinfo
from pathlib import Path
from typing import Any

import icalendar
import pytest

from heartplanner.cli import main as program
from heartplanner.core.calendar.export_options import FAMILY_OPTIONS, ExportOptions
from heartplanner.document import earlier, held
from heartplanner.files.calendar import export as exports
from heartplanner.files.calendar import file_size, ledger

Run = Callable[..., tuple[int, list[str], list[str]]]
RANGE = ("--from", "2025-07-28", "--to", "2025-09-07")


@pytest.fixture
def run(run: Callable[..., tuple[int, str, str]], own_folder: Path) -> Run:
    """Run a command line in a home without a plan: status, and the lines of output and errors."""
    assert not list(own_folder.iterdir())

    def run_it(*argv: object) -> tuple[int, list[str], list[str]]:
        status, out, err = run(*argv)
        return status, out.splitlines(), err.splitlines()

    return run_it


@pytest.fixture
def plan(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "p.json"
    assert run("new", path)[0] == 0
    return path


def export(run: Run, plan: Path, *more: object) -> tuple[int, list[str], list[str]]:
    path = plan.with_name("out.ics")
    return run("export", "--plan", plan, *RANGE, "-o", path, *more)


def titles(plan: Path) -> set[str]:
    calendar = icalendar.Calendar.from_ical(plan.with_name("out.ics").read_bytes())
    return {str(each["SUMMARY"]) for each in calendar.walk("VEVENT")}


def test_one_hand_over_after_another(run: Run, plan: Path) -> None:
    path = plan.with_name("out.ics")
    before = run("export", "--plan", plan, *RANGE, "--for", "my-phone", "--changes")
    assert before[1] == ["my-phone has no file yet; the calendar has 25 events"]
    _, out, _ = export(run, plan, "--for", "my-phone")
    assert out[0] == f"{path}: July 28 - September 7, 2025"
    assert out[2] == "my-phone has had no file yet: this is the first."
    path.unlink()
    status, out, err = export(run, plan, "--for", "my phone", "--update")
    assert (status, err) == (0, [])
    assert len(out) == 1
    assert re.fullmatch(
        r"my phone is up to date: nothing changed since .*; no file was written\.", out[0]
    )
    assert not path.exists()
    run("change", "add", "swap", "--give", "2025-08-06", "--take", "2025-08-11", "--plan", plan)
    _, out, _ = run("export", "--plan", plan, *RANGE, "--for", "my-phone", "--changes")
    assert out[1:] == ["  Monday, August 11, 2025: HEART 9-9, moved from August 6"]
    _, out, _ = export(run, plan, "--for", "my-phone", "--update")
    assert out[:2] == [
        f"{path}: 1 event, July 28 - September 7, 2025",
        "Checked: 1 event, each is as in your schedule.",
    ]


@pytest.mark.parametrize(
    ("options", "counts"),
    [
        (["-o", "out.ics"], (0, 1, 1)),
        (["-o", "out.ics", "--for", "my-phone"], (1, 1, 1)),
        (["-o", "out.ics", "--for", "my-phone", "--update"], (1, 1, 2)),  # the calendar, the update
        (["--for", "my-phone", "--changes"], (1, 1, 0)),
        (["-o", "out.ics", "--for", "family"], (1, 1, 1)),
        (["-o", "-"], (0, 1, 1)),
    ],
)
def test_each_thing_is_read_and_computed_once(
    run: Run,
    plan: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    counts: tuple[int, int, int],
) -> None:
    """The memory of the target, the events, and each file that is made, which is parsed once."""
    monkeypatch.chdir(plan.parent)
    assert export(run, plan, "--for", "my-phone")[0] == 0
    run("change", "add", "swap", "--give", "2025-08-06", "--take", "2025-08-11", "--plan", plan)
    calls = [
        counted(monkeypatch, ledger, "load"),
        counted(monkeypatch, exports, "events"),
        counted(monkeypatch, icalendar.Calendar, "from_ical"),
    ]
    assert run("export", "--plan", plan, *RANGE, *options)[0] == 0
    assert tuple(map(len, calls)) == counts


def counted(patch: pytest.MonkeyPatch, place: Any, name: str) -> list[str]:
    """An entry for each call from now on."""
    real, calls = getattr(place, name), []

    def call(*args: Any, **options: Any) -> Any:
        calls.append(name)
        return real(*args, **options)

    patch.setattr(place, name, call)
    return calls


def test_the_family_gets_a_home_copy_unless_told_otherwise(run: Run, plan: Path) -> None:
    assert export(run, plan, "--for", "family")[0] == 0
    assert "Home after 9 pm" in titles(plan)
    assert ledger.load(plan, "family").options == FAMILY_OPTIONS
    assert export(run, plan, "--for", "family", "--private", "no")[0] == 0
    assert "HEART 9-9" in titles(plan)
    assert export(run, plan, "--for", "family")[0] == 0
    assert "HEART 9-9" in titles(plan)


def test_a_color_can_be_taken_back(run: Run, plan: Path) -> None:
    for color, lines in (("teal", 1), ("none", 0)):
        assert export(run, plan, "--for", "x", "--colour", color)[0] == 0
        data = plan.with_name("out.ics").read_bytes()
        assert data.count(b"\nCOLOR:teal") == data.count(b"X-APPLE-CALENDAR-COLOR") == lines
    assert ledger.load(plan, "x").options == ExportOptions()


def test_no_calendar_has_a_blank_name(run: Run, plan: Path) -> None:
    for options in (("--name", "   "), ("--titles", ""), ("--titles", " ", "--name", "")):
        assert export(run, plan, *options)[0] == 0
        assert b"\nNAME:HEART\r" in plan.with_name("out.ics").read_bytes()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--for", ""], "--for takes a name"),
        (["--private", "x"], "x (choose from no, busy, home)"),
        (["--language", "fr"], "fr (choose from en, es)"),
    ],
)
def test_wrong_use_is_one_plain_line(run: Run, plan: Path, options: list[str], said: str) -> None:
    status, out, err = export(run, plan, *options)
    assert (status, out, len(err)) == (2, [], 1)
    assert said in err[0].replace("'", "")  # some versions of Python quote each choice
    assert "<" not in err[0]


def test_a_memory_that_cannot_be_written_is_a_note(run: Run, plan: Path) -> None:
    plan.with_name("p.json.handed").write_text("in the way")
    status, out, err = export(run, plan, "--for", "my-phone")
    assert status == 0
    assert out[1].startswith("Checked: every shift is as in the example rotation (18 shifts")
    assert len(err) == 1
    assert "is saved, but the program cannot remember what my-phone has: " in err[0]


def ident(path: Path) -> str:
    return str(json.loads(path.read_text())["id"])


def own(folder: Path) -> list[Path]:
    return list(folder.rglob("plan.json"))


def test_the_first_hand_over_that_is_remembered_makes_the_plan_one_s_own(
    run: Run, own_folder: Path
) -> None:
    path = own_folder / "out.ics"
    assert run("export", "-o", path, *RANGE)[0] == 0
    assert b"UID:example-20250729" in path.read_bytes()
    assert run("export", "--for", "x", "--changes", *RANGE)[0] == 0
    assert run("export", "--for", "x", *RANGE)[0] == 2
    assert own(own_folder) == []
    status, _, err = run("export", "-o", path, "--for", "x", *RANGE)
    (plan,) = own(own_folder)
    assert (status, err[1:]) == (0, [f"This is now your own schedule: {plan}"])
    assert re.fullmatch(r"[0-9a-f]{16}", ident(plan))
    assert f"UID:{ident(plan)}-20250729".encode() in path.read_bytes()
    assert b"example" not in path.read_bytes()
    assert len(run("export", "-o", path, "--for", "x", *RANGE)[2]) == 0


def test_a_plan_that_is_saved_for_the_first_time_has_an_id_of_its_own(
    run: Run, own_folder: Path
) -> None:
    found = set()
    for _ in range(2):
        assert run("confirm")[0] == 0
        (plan,) = own(own_folder)
        found.add(ident(plan))
        assert run("milestone", "add", "2025-09-01", "CPR")[0] == 0
        assert ident(plan) in found
        plan.unlink()
        shutil.rmtree(f"{plan}.versions")  # else its copies are told of, and nothing is begun
    assert len(found) == 2
    assert "example" not in found


def test_a_plan_file_that_has_the_example_s_id_keeps_it(run: Run, plan: Path) -> None:
    plan.write_text(plan.read_text().replace(ident(plan), "example"))
    assert run("confirm", "--plan", plan)[0] == 0
    assert ident(plan) == "example"
    plan.unlink()
    assert run("restore", earlier(plan, held(plan))[0].stamp, "--plan", plan)[0] == 0
    assert ident(plan) == "example"


def test_a_file_begins_with_the_month_before_this_one_unless_told(
    run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = plan.with_name("out.ics")

    def days(moment: datetime, *options: object) -> str:
        class Now(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> datetime:
                return moment.astimezone(tz)

        monkeypatch.setattr(program, "datetime", Now)
        return run("export", "--plan", plan, "-o", path, *options)[1][0].removeprefix(f"{path}: ")

    thursday, august = datetime(2026, 1, 15, 17, tzinfo=UTC), datetime(2025, 8, 20, 17, tzinfo=UTC)
    assert days(thursday) == "December 1, 2025 - January 14, 2027"
    assert days(thursday, "--months", 3) == "December 1, 2025 - April 14, 2026"
    assert days(thursday, "--to", "2026-02-01") == "December 1, 2025 - February 1, 2026"
    assert days(thursday, "--from", "2026-01-15") == "January 15, 2026 - January 14, 2027"
    assert days(august) == "July 28, 2025 - August 19, 2026"  # never before the start date


def test_a_plain_file_says_who_sees_other_options(run: Run, plan: Path) -> None:
    said = "A phone that has an earlier file sees other titles, alarms or texts only in a file made with"
    assert export(run, plan)[2] == []
    assert export(run, plan, "--name", "Work", "--color", "teal")[2] == []
    assert export(run, plan, "--titles", "Work")[2] == [f"{said} --for TARGET."]
    assert export(run, plan, "--titles", "Work", "--for", "x")[2] == []
    assert export(run, plan, "--titles", "Job", "--for", "x")[2] == []
    ours = ledger.load(plan, "x").events
    assert {event.sequence for event in ours if not event.all_day} == {1}


def test_alarms_by_kind_are_remembered(run: Run, plan: Path) -> None:
    assert export(run, plan, "--for", "x", "--alarm", "20:00", "--admin-alarm", "15")[0] == 0
    kept = ledger.load(plan, "x").options
    assert (kept.alarm, kept.admin_alarm) == (time(20), 15)
    assert export(run, plan, "--for", "x", "--alarm", "none", "--titles", "Work")[0] == 0
    kept = ledger.load(plan, "x").options
    assert (kept.alarm, kept.admin_alarm) == (None, 15)
    status, _, err = export(run, plan, "--alarm", "9:00")
    assert (status, err) == (
        1,
        ["heartplanner: an alarm of the evening before is at noon or later"],
    )


def test_a_file_that_is_too_large_is_named(
    run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """tests/files/test_file_size.py has one that is: to make it takes seconds."""
    monkeypatch.setattr(file_size, "MOST_BYTES", 10_000)
    monkeypatch.setattr(file_size, "FEW", 20)
    _, _, err = export(run, plan, "--for", "x")
    assert len(err) == 1
    assert "Google takes no file over 1 MB" in err[0]


def test_a_copy_of_whole_days_names_no_time_zone(run: Run, plan: Path) -> None:
    assert export(run, plan, "--private", "home")[0] == 0
    data = plan.with_name("out.ics").read_bytes()
    assert b"VTIMEZONE" not in data
    assert b"America/New_York" not in data
    assert data.count(b"BEGIN:VEVENT") == 42


def test_another_programs_calendar_is_replaced_only_where_one_says_so(run: Run, plan: Path) -> None:
    path = plan.with_name("out.ics")
    theirs = "BEGIN:VCALENDAR\r\nPRODID:-//Else//EN\r\nEND:VCALENDAR\r\n"
    path.write_text(theirs, newline="")
    for more in ((), ("--for", "me"), ("--for", "me", "--update")):
        status, _, (said,) = export(run, plan, *more)
        assert (status, path.read_bytes()) == (1, theirs.encode())
        assert "another program made; choose another name, or add --replace" in said
    assert export(run, plan, "--replace")[0] == 0
    assert export(run, plan)[0] == 0  # our own is renewed
    assert path.read_bytes() != theirs.encode()
