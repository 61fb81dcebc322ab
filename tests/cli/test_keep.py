"""The command `keep`, and that every command brings the kept files up to date once its work is done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from heartplanner.cli.argument_parser import COMMANDS
from heartplanner.document import earlier, held

Run = Callable[..., tuple[int, str, str]]
SHIFT = b"DTSTART;TZID=America/New_York:21000102T090000"
"""Of the example: a Saturday of week 6, with shifts from Friday to Sunday."""


@pytest.fixture
def plan(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "p.json"
    assert run("new", path, "--start", "2099-12-28", "--cycle-week", "6")[0] == 0
    return path


@pytest.fixture
def file(plan: Path) -> Path:
    folder = plan.with_name("shared")
    folder.mkdir()
    return folder / "HEART.ics"


def test_it_is_written_at_once_and_after_each_change(run: Run, plan: Path, file: Path) -> None:
    status, out, err = run("keep", file, "--plan", plan, "--months", 1)
    assert (status, err) == (0, "")
    assert out == (
        f"{file}: December 28, 2099 - January 27, 2100\n"
        "Checked: every shift is as in the example rotation (14 shifts, 40 h in 4 of 4 weeks), which you"
        " have not confirmed yet.\n"
        "From now on it is written again after each change, and when a new day begins.\n"
    )
    assert SHIFT in file.read_bytes()
    assert run("change", "add", "leave", "2100-01-02", "--plan", plan)[2] == ""
    assert SHIFT not in file.read_bytes()
    assert run("restore", earlier(plan, held(plan))[0].stamp, "--plan", plan)[2] == ""
    assert SHIFT in file.read_bytes()


@pytest.mark.parametrize("name", ["-", "HEART", "HEART.txt"])
def test_a_name_by_which_no_phone_knows_it_is_refused(run: Run, plan: Path, name: str) -> None:
    status, _, err = run("keep", plan.with_name(name), "--plan", plan)
    assert status == 1
    assert "the name is to end in .ics: by that phones know a calendar file" in err
    assert not plan.with_name(name).exists()


def test_what_was_chosen_for_it_stays_until_one_says_otherwise(
    run: Run, plan: Path, file: Path
) -> None:
    keep = ("keep", file, "--plan", plan)
    run(*keep, "--months", 1, "--alarm", 45)
    assert run(*keep)[1] == f"{file} is kept up to date already, and nothing has changed.\n"
    assert run(*keep, "--name", "Ana")[0] == 0
    assert b"TRIGGER:-PT45M" in file.read_bytes()
    assert b"\r\nNAME:Ana\r\n" in file.read_bytes()
    assert run(*keep, "--private", "home", "--alarm", "none")[0] == 0
    assert b"SUMMARY:HEART" not in file.read_bytes()


def test_a_new_one_begins_with_what_was_chosen_for_the_phone(
    run: Run, plan: Path, file: Path
) -> None:
    """As an account does; what the phone gets later on does not change it any more."""
    phone = ("export", "--for", "my-phone", "-o", plan.with_name("phone.ics"), "--plan", plan)
    run(*phone, "--months", 1, "--titles", "Work")
    assert run("keep", file, "--plan", plan)[0] == 0
    assert b"SUMMARY:Work 9-9" in file.read_bytes()
    run(*phone, "--titles", "Days")
    assert run("keep", file, "--plan", plan, "--alarm", 30)[0] == 0
    assert b"SUMMARY:Work 9-9" in file.read_bytes()


def test_a_folder_that_is_away_is_said_once_a_command_and_made_up_for_by_the_next(
    run: Run, plan: Path, file: Path
) -> None:
    run("keep", file, "--plan", plan, "--months", 1)
    away = file.parent.rename(plan.with_name("away"))
    said = (
        f"A kept calendar file is not up to date: {file}: its folder is not there: connect its drive, or"
        " make the folder. It is tried again with your next change, and when the program next starts.\n"
    )
    status, out, err = run("change", "add", "leave", "2100-01-02", "--plan", plan)
    assert (status, err) == (0, said)
    assert out.startswith("Added change 1")
    assert run("keep", "--list", "--plan", plan) == (0, f"{file}\n", said)
    away.rename(file.parent)
    assert run("show", "--plan", plan)[2] == ""
    assert SHIFT not in file.read_bytes()


def test_one_that_could_not_be_written_at_first_is_not_kept(
    run: Run, plan: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from heartplanner.files.calendar import ical
    from heartplanner.files.disk import FileError

    def full(path: Path, *_: object, **__: object) -> None:
        raise FileError(f"{path}: not saved: No space left on device; nothing was changed")

    monkeypatch.setattr(ical, "write", full)
    status, _, err = run("keep", file, "--plan", plan, "--months", 1)
    assert (status, err) == (
        1, f"heartplanner: {file}: not saved: No space left on device; nothing was changed\n",
    )  # fmt: skip
    assert "No calendar file is kept up to date" in run("keep", "--list", "--plan", plan)[1]


def test_another_calendar_is_replaced_only_if_one_says_so(run: Run, plan: Path, file: Path) -> None:
    other = (
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    file.write_bytes(other)
    status, out, err = run("keep", file, "--plan", plan, "--months", 1)
    assert (status, out) == (1, "")
    assert err == (
        f"heartplanner: {file}: another calendar has this name, which was not made from your schedule;"
        " choose another name, or replace it: heartplanner keep FILE --replace\n"
    )
    assert file.read_bytes() == other
    assert run("keep", file, "--plan", plan, "--months", 1, "--replace")[0] == 0
    assert SHIFT in file.read_bytes()


def test_stopped_it_stays_as_it_is(run: Run, plan: Path, file: Path) -> None:
    run("keep", file, "--plan", plan, "--months", 1)
    before = file.read_bytes()
    stopped = run("keep", "--stop", file, "--plan", plan)
    assert stopped == (0, f"{file} is kept up to date no longer. It stays as it is.\n", "")
    run("change", "add", "leave", "2100-01-02", "--plan", plan)
    assert file.read_bytes() == before
    status, _, err = run("keep", "--stop", file, "--plan", plan)
    assert (status, err) == (
        1,
        f"heartplanner: {file}: this file is not kept up to date; heartplanner keep --list shows those"
        " that are\n",
    )


def test_the_example_becomes_ones_own(run: Run, own_folder: Path) -> None:
    status, out, err = run("keep", own_folder / "HEART.ics", "--months", 1)
    assert (status, out.count("\n")) == (0, 3)
    assert "This is now your own schedule" in err
    assert run("keep", "--list")[1] == f"{own_folder / 'HEART.ics'}\n"


@pytest.mark.parametrize(
    "arguments", [(), ("a.ics", "--list"), ("a.ics", "--stop", "a.ics"), ("--replace",)]
)
def test_what_goes_together(run: Run, plan: Path, arguments: tuple[str, ...]) -> None:
    status, _, err = run("keep", *arguments, "--plan", plan)
    assert status == 2
    assert "keep takes FILE.ics, or --list, or --stop FILE.ics" in err


def test_a_command_that_has_nothing_to_do_with_it_says_nothing_of_it(
    run: Run, plan: Path, file: Path
) -> None:
    """Where a plan cannot be read, or a home is not known, that is said where it matters."""
    run("keep", file, "--plan", plan, "--months", 1)
    plan.write_bytes(b"{")
    status, _, err = run("show", "--plan", plan)
    assert (status, err.count("\n")) == (1, 1)
    assert "keep" in COMMANDS
