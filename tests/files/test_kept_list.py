"""The list of kept files reads back, damage in it is one line, and two programs lose no entry of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from heartplanner.files.calendar import kept_list
from heartplanner.files.calendar.kept_list import KeptFile, load, update
from heartplanner.files.disk import FileError

ONE = KeptFile(Path("/shared/HEART.ics"), "kept 1", "made", "holds")
TWO = KeptFile(Path("/shared/année.ics"), "kept 2")


def test_it_reads_back(tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    assert load(plan) == ()
    assert update(plan, lambda known: (*known, ONE, TWO)) == (ONE, TWO)
    assert load(plan) == (ONE, TWO)
    assert (tmp_path / "plan.json.kept").stat().st_mode & 0o777 == 0o600


def test_a_list_that_is_as_it_was_is_not_written(tmp_path: Path) -> None:
    update(tmp_path / "plan.json", lambda known: known)
    assert list(tmp_path.iterdir()) == []


def test_an_entry_that_another_program_adds_meanwhile_is_kept(tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"

    def add(known: tuple[KeptFile, ...]) -> tuple[KeptFile, ...]:
        if not load(plan):
            update(plan, lambda _: (TWO,))
        return (*known, ONE)

    assert update(plan, add) == (TWO, ONE)
    assert load(plan) == (TWO, ONE)


def test_there_is_a_last_one(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="100 calendar files are kept up to date already"):
        update(tmp_path / "plan.json", lambda _: (ONE,) * (kept_list.MOST + 1))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"version": 1', '"version": 2', "expected heartplanner-kept, version 1"),
        ("/shared/HEART", "shared/HEART", "files[0].path: expected a path from the root on"),
        ('"holds": ""', '"holds": 1', "files[1].holds: expected text"),
        ('"files"', '"more": 1, "files"', "more: unknown key"),
    ],
)
def test_damage_is_one_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    plan = tmp_path / "plan.json"
    update(plan, lambda known: (*known, ONE, TWO))
    path = tmp_path / "plan.json.kept"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(FileError) as error:
        load(plan)
    assert str(error.value).startswith(f"{path}: {said}")
    assert "\n" not in str(error.value)
