"""What is remembered of a target: its names, its damage, and what happens where it cannot be written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from heartplanner.core.calendar.export_options import DEFAULT_OPTIONS, FAMILY_OPTIONS, ExportOptions
from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar import ledger
from heartplanner.files.calendar.export import Export, prepare
from heartplanner.files.disk import FileError

SPAN = date(2025, 7, 28), date(2025, 9, 7)
DAY = date(2025, 7, 28)
LEAVE = Absence(AbsenceKind.LEAVE, date(2025, 8, 5), date(2025, 8, 5))


def handing(plan: Plan, folder: Path, target: str = "my phone") -> Export:
    return prepare(
        Schedule(plan), folder / "plan.json", SPAN, ledger.load(folder / "plan.json", target)
    )


def test_blanks_and_hyphens_name_one_target(example: Plan, tmp_path: Path) -> None:
    handing(example, tmp_path, "my-phone").whole(tmp_path / "a.ics", DAY)
    for name in ("my phone", "my-phone"):
        assert (
            handing(example, tmp_path, name)
            .changes_text(DAY)
            .startswith("is up to date: nothing changed since")
        )
    file = tmp_path / "plan.json.handed" / "my-phone.json"
    file.write_text(file.read_text().replace('"my phone"', '"my-phone"'))  # as an earlier version
    assert ledger.load(tmp_path / "plan.json", "my phone").day == DAY


def test_the_family_gets_a_home_copy_until_something_else_is_chosen(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    assert ledger.load(file, "family").options == FAMILY_OPTIONS
    assert ledger.load(file, "my phone").options == DEFAULT_OPTIONS
    ledger.save_options(file, "family", DEFAULT_OPTIONS)
    assert ledger.load(file, "family").options == DEFAULT_OPTIONS


def test_a_file_counts_even_if_it_cannot_be_remembered(example: Plan, tmp_path: Path) -> None:
    (tmp_path / "plan.json.handed").write_text("in the way")
    for update in (False, True):
        path = tmp_path / f"{update}.ics"
        it = handing(example, tmp_path)
        done = (it.update if update else it.whole)(path, DAY)
        assert path.read_bytes().count(b"BEGIN:VEVENT") == done.written == 25
        (note,) = done.notes
        assert note.startswith(
            f"{path} is saved, but the program cannot remember what my phone has: "
        )
        assert "nothing was changed" not in note


def test_an_update_of_nothing_writes_no_file(example: Plan, tmp_path: Path) -> None:
    handing(example, tmp_path).whole(tmp_path / "a.ics", DAY)
    done = handing(example, tmp_path).update(tmp_path / "u.ics", DAY)
    assert (done.written, done.changes_text) == (
        0,
        "is up to date: nothing changed since today",
    )
    assert not (tmp_path / "u.ics").exists()
    plan = add_change(example, LEAVE, example.history[0].at)
    done = handing(plan, tmp_path).update(tmp_path / "u.ics", DAY)
    assert (done.written, done.receipt) == (2, "Checked: 2 events, each is as in your schedule.")


@pytest.mark.parametrize("damage", ["{", "[]", "x" * 2000])
def test_a_damaged_memory_says_what_to_do_and_can_be_set_aside(
    example: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    monkeypatch.setattr(ledger, "LIMIT", 1000)
    plan_file = tmp_path / "plan.json"
    ledger.save_options(plan_file, "my phone", ExportOptions())
    file = tmp_path / "plan.json.handed" / "my-phone.json"
    file.write_text(damage)
    with pytest.raises(
        ledger.DamagedLedgerError, match="delete this file; the next calendar file then"
    ):
        handing(example, tmp_path)
    aside = ledger.set_aside(plan_file, "my phone")
    assert (aside.name, aside.read_text()) == ("my-phone.json.damaged", damage)
    assert handing(example, tmp_path).changes_text(DAY) == (
        "has no file yet; the calendar has 25 events"
    )


def test_what_could_not_be_read_again_is_not_written(
    example: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handing(example, tmp_path).whole(tmp_path / "a.ics", DAY)
    file = tmp_path / "plan.json.handed" / "my-phone.json"
    before, handed = file.read_bytes(), ledger.load(tmp_path / "plan.json", "my phone")
    for name, most in (("LIMIT", len(before) - 1), ("MOST_EVENTS", 24)):
        monkeypatch.undo()
        monkeypatch.setattr(ledger, name, most)
        with pytest.raises(FileError, match="too large; export fewer months"):
            ledger.save(tmp_path / "plan.json", handed)
        assert file.read_bytes() == before
