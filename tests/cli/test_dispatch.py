"""Milestones, holidays, confirming and restoring on the command line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

import pytest

from heartplanner.cli import main as program
from heartplanner.cli.dispatch import TRIES
from heartplanner.core.edits.history import facts
from heartplanner.core.plan.model import OwnHoliday
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files import folders
from heartplanner.files.plan import planfile, versions

Run = Callable[..., tuple[int, str, str]]
LICENSE = "Driver's license"
DAY = date(2025, 10, 6)


class Clock:
    """Stands in for datetime in cli/main.py: the moments that a test says it is."""

    moment = datetime(2025, 9, 11, 12, 30, tzinfo=UTC)

    @classmethod
    def now(cls, zone: object) -> datetime:
        assert zone is UTC
        return cls.moment


@pytest.fixture
def run(run: Run, own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line on September 11, 2025, in a home without a plan: status, output, errors."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(own_folder / "cache"))
    monkeypatch.setattr(program, "datetime", Clock)
    return run


@pytest.fixture
def plan(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "p.json"
    assert run("new", path)[0] == 0
    return path


def done(run: Run, *argv: object) -> str:
    """The output of a command that works and complains of nothing."""
    status, out, err = run(*argv)
    assert (status, err) == (0, "")
    return out


def test_confirming_ends_the_example(run: Run, plan: Path) -> None:
    assert "example" in done(run, "show", "--plan", plan)
    assert done(run, "confirm", "--plan", plan).startswith("Confirmed: from Monday, July 28, 2025:")
    assert "example" not in done(run, "show", "--plan", plan)
    before = plan.read_bytes()
    assert done(run, "confirm", "--plan", plan) == "Your rotation was confirmed already.\n"
    assert plan.read_bytes() == before


def test_confirming_without_a_plan_makes_the_example_one_s_own(run: Run, own_folder: Path) -> None:
    assert run("confirm")[0] == 0
    (path,) = own_folder.rglob("plan.json")
    assert json.loads(path.read_text())["assignments"][0]["confirmed"] is True


def test_milestones_are_added_listed_finished_and_removed(run: Run, plan: Path) -> None:
    assert done(run, "milestone", "add", "--plan", plan, "2025-09-01", "CPR card") == (
        "Added reminder date 2, Monday, September 1, 2025: CPR card: was due\n"
    )
    assert done(run, "milestone", "--plan", plan, "list").splitlines() == [
        "   2  Monday, September 1, 2025     CPR card: was due",
        f"   1  Friday, September 26, 2025    {LICENSE}: 15 days left",
    ]
    assert done(run, "milestone", "done", "1", "--plan", plan) == f"{LICENSE}: done\n"
    assert done(run, "milestone", "done", "1", "--not-yet", "--plan", plan).endswith(
        "15 days left\n"
    )
    assert "Removed reminder date 2" in done(run, "milestone", "remove", "2", "--plan", plan)
    assert "Removed reminder date 1" in done(run, "milestone", "remove", "1", "--plan", plan)
    assert done(run, "milestone", "list", "--plan", plan) == "No reminder dates.\n"


def test_holidays_of_a_year_say_whether_one_works(run: Run, plan: Path) -> None:
    lines = done(run, "holiday", "list", "--plan", plan).splitlines()
    assert len(lines) == 14
    assert lines[0] == "Wednesday, January 1, 2025    New Year's Day"
    assert lines[7:9] == [
        "Monday, September 1, 2025     Labor Day, off",
        "Tuesday, November 11, 2025    Veterans Day, working",
    ]
    next_year = done(run, "holiday", "list", "--year", "2026", "--plan", plan)
    assert "Friday, July 3, 2026          Independence Day (observed), " in next_year


def test_holidays_are_added_and_removed(run: Run, plan: Path) -> None:
    assert done(run, "holiday", "add", "2025-10-31", "Halloween", "--plan", plan) == (
        "Added: Friday, October 31, 2025      Halloween, working\n"
    )
    assert done(run, "holiday", "remove", "2025-09-01", "--plan", plan) == (
        "Removed: Monday, September 1, 2025, Labor Day: your shifts stay as they are\n"
    )
    lines = done(run, "holiday", "list", "--plan", plan).splitlines()
    assert lines[7:9] == [
        "Monday, September 1, 2025     not a holiday for you (Labor Day)",
        "Friday, October 31, 2025      Halloween, working",
    ]
    shown = done(run, "show", "--month", "2025-09", "--plan", plan)
    assert "Labor Day" not in shown


def test_a_month_names_its_holidays_and_milestones(run: Run, plan: Path) -> None:
    shown = done(run, "show", "--month", "2025-09", "--plan", plan)
    assert "  Mon Sep  1   break, day 4 of 6            Labor Day\n" in shown
    assert f"  Fri Sep 26   Day shift 9-9                due: {LICENSE}\n" in shown
    done(run, "milestone", "done", "1", "--plan", plan)
    assert f" done: {LICENSE}\n" in done(run, "show", "--month", "2025-09", "--plan", plan)
    november = done(run, "show", "--month", "2025-11", "--plan", plan)
    assert "  Tue Nov 11   Day shift 9-9                Veterans Day, working\n" in november


def newest(plan: Path) -> str:
    """The stamp of the newest version."""
    return versions.versions(plan)[0].stamp


def test_earlier_versions_are_listed_and_restored(run: Run, plan: Path) -> None:
    first = plan.read_bytes()
    Clock.moment = datetime(2025, 9, 11, 12, 30, tzinfo=UTC)
    done(run, "change", "add", "leave", "2025-10-06..2025-10-10", "--plan", plan)
    done(run, "milestone", "done", "1", "--plan", plan)
    third = plan.read_bytes()
    moment = "saved Thursday, September 11, 2025, 8:30 am"
    assert done(run, "restore", "--list", "--plan", plan).splitlines() == [
        f"Earlier copies of {plan}, newest first:",
        f"2025-09-11T123000Z-2  {moment}",
        "    Its last change:",
        "      Added: leave, October 6-10, 2025.",
        "    If you restore it:",
        f"      No longer done: {LICENSE}, Friday, September 26, 2025.",
        f"2025-09-11T123000Z  {moment}",
        "    Its last change:",
        "      The oldest copy that is kept.",
        "    If you restore it:",
        "      Removed: leave, October 6-10, 2025.",
        f"      No longer done: {LICENSE}, Friday, September 26, 2025.",
    ]
    assert done(run, "restore", "2025-09-11T123000Z", "--plan", plan).splitlines() == [
        f"Restored the copy of Thursday, September 11, 2025, 8:30 am as {plan}.",
        "Removed: leave, October 6-10, 2025.",
        f"No longer done: {LICENSE}, Friday, September 26, 2025.",
    ]
    assert facts(planfile.load(plan).plan) == facts(planfile.parse(first))
    kept = plan.with_name("p.json.versions")
    assert (kept / "2025-09-11T123000Z-3.json").read_bytes() == third
    done(run, "restore", "2025-09-11T123000Z-3", "--plan", plan)
    assert facts(planfile.load(plan).plan) == facts(planfile.parse(third))


def test_a_damaged_or_lost_plan_is_restored_as_it_was_last_and_the_damage_kept(
    run: Run, plan: Path
) -> None:
    done(run, "confirm", "--plan", plan)
    before = plan.read_bytes()
    plan.write_text("{broken")
    status, _, err = run("show", "--plan", plan)
    assert status == 1
    # Without --plan it would be the copies of one's own schedule.
    assert f"Restore an earlier copy (heartplanner restore --list --plan {plan})." in err
    assert "There is no present schedule" in done(run, "restore", "--list", "--plan", plan)
    done(run, "restore", newest(plan), "--plan", plan)
    assert plan.read_bytes() == before
    kept = plan.with_name("p.json.versions")
    (damaged,) = [each for each in kept.iterdir() if each.read_text() == "{broken"]
    listed = done(run, "restore", "--list", "--plan", plan).splitlines()
    assert listed[-1] == f"This copy cannot be read and is left out: {damaged}"
    assert damaged.stem not in [line.split(" ")[0] for line in listed]
    status, _, err = run("restore", damaged.stem, "--plan", plan)
    assert (status, len(err.splitlines())) == (1, 1)
    assert "this earlier copy is damaged; choose another one. Details: line 1, column 2" in err
    assert plan.read_bytes() == before
    plan.unlink()
    done(run, "restore", newest(plan), "--plan", plan)
    assert plan.read_bytes() == before


def test_a_plan_replaced_by_force_is_a_version(run: Run, plan: Path) -> None:
    before = plan.read_bytes()
    done(run, "new", plan, "--force")
    assert "It is another schedule" in done(run, "restore", "--list", "--plan", plan)
    done(run, "restore", versions.versions(plan)[1].stamp, "--plan", plan)
    assert plan.read_bytes() == before


def test_a_version_that_cannot_be_kept_does_not_keep_a_plan_from_being_saved(
    run: Run, plan: Path
) -> None:
    kept = plan.with_name("p.json.versions")
    shutil.rmtree(kept)
    kept.write_text("in the way")
    status, out, err = run("confirm", "--plan", plan)
    assert (status, len(err.splitlines())) == (0, 1)
    assert "Confirmed" in out
    assert err.startswith("no earlier copy is kept: ")
    assert json.loads(plan.read_text())["assignments"][0]["confirmed"] is True


@pytest.mark.parametrize(
    ("argv", "status", "said"),
    [
        (["restore", "--list"], 1, "there is no earlier copy yet"),
        (["restore", "1"], 1, "there is no earlier copy yet"),
        (["restore"], 2, "required"),
        (["restore", "1", "--list"], 2, "not allowed with"),
        (["milestone"], 2, "required"),
        (["milestone", "done", "9"], 1, "there is no reminder date 9"),
        (["milestone", "remove", "9"], 1, "there is no reminder date 9"),
        (["milestone", "add", "2025-09-31", "x"], 2, "no date of the calendar"),
        (["milestone", "add", "2025-09-30", ""], 1, "has a title"),
        (["holiday", "add", "2025-09-30", " "], 1, "has a name"),
        (["holiday", "remove", "2025-09-30"], 1, "Tuesday, September 30, 2025 is not a holiday"),
        (["holiday", "list", "--year", "25"], 2, "expected a year such as 2025"),
        (["holiday", "list", "--year", "2300"], 2, "not in the years 1950 to 2200"),
        (["show", "--plan", "x" * 300], 1, "there is no such schedule file"),
        (["x" * 300], 1, "there is no such schedule file"),
    ],
)
def test_what_cannot_be_is_one_line(run: Run, argv: list[str], status: int, said: str) -> None:
    got, out, err = run(*argv)
    lines = [
        line for line in err.splitlines() if not line.startswith("No schedule of your own yet")
    ]
    assert (got, out, len(lines)) == (status, "", 1), err
    assert said in lines[0]


@pytest.mark.parametrize("how", ["removed", "a folder"])
def test_a_schedule_that_is_gone_names_its_copies(run: Run, plan: Path, how: str) -> None:
    done(run, "change", "add", "note", "2025-09-11", "x", "--plan", plan)
    plan.unlink()
    if how == "a folder":
        plan.mkdir()
    names = (
        f"there is no such schedule file any more; heartplanner restore --list --plan {plan} shows"
    )
    for command in (("show", "--plan", plan), (plan,)):
        status, out, err = run(*command)
        assert (status, out, err.count("\n")) == (1, "", 1)
        assert names in err
    assert newest(plan) in done(run, "restore", "--list", "--plan", plan)
    if how == "a folder":
        assert (
            "move it away, then restore the copy" in run("restore", newest(plan), "--plan", plan)[2]
        )
        plan.rmdir()
    done(run, "restore", newest(plan), "--plan", plan)
    assert "x" in done(run, "change", "list", "--plan", plan)


@pytest.mark.parametrize("wanted", ["1", "2025-09-11T123000Z-7"])
def test_a_version_is_named_by_its_stamp_alone(run: Run, plan: Path, wanted: str) -> None:
    """A number of the list would be another copy's as soon as something is saved."""
    done(run, "confirm", "--plan", plan)
    before = plan.read_bytes()
    status, _, err = run("restore", wanted, "--plan", plan)
    assert status == 1
    assert f"there is no copy {wanted}; heartplanner restore --list --plan {plan} shows them" in err
    assert plan.read_bytes() == before


def test_advice_for_ones_own_plan_needs_no_path(run: Run) -> None:
    assert run("confirm")[0] == 0
    own = folders.own_plan()
    own.write_text("{broken")
    assert "(heartplanner restore --list)." in run("show")[2]
    assert f"Earlier copies of {own}, newest first:" in done(run, "restore", "--list")


def test_a_second_writer_costs_no_second_try(
    run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = planfile.dump(planfile.load(plan).plan._replace(holidays=(OwnHoliday(DAY, "Ours"),)))
    readable, saved = planfile.readable, iter((other, other + b" "))

    def between(path: Path, schedule: Schedule) -> bytes:
        # Twice another program saves the plan while the command is at work.
        if data := next(saved, None):
            path.write_bytes(data)
        return readable(path, schedule)

    monkeypatch.setattr(planfile, "readable", between)
    done(run, "change", "add", "leave", DAY.isoformat(), "--plan", plan)
    monkeypatch.undo()
    loaded = planfile.load(plan).plan
    assert ([own.name for own in loaded.holidays], len(loaded.changes)) == (["Ours"], 1)


def test_a_second_writer_that_never_rests_is_said(
    run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readable, writes, other = planfile.readable, count(), plan.read_bytes()

    def between(path: Path, schedule: Schedule) -> bytes:
        path.write_bytes(other + b" " * (next(writes) + 1))
        return readable(path, schedule)

    monkeypatch.setattr(planfile, "readable", between)
    status, _, err = run("change", "add", "leave", DAY.isoformat(), "--plan", plan)
    assert (status, next(writes)) == (1, TRIES)
    assert "changed by another program" in err
