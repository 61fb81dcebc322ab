"""The memory of what was printed reads back, and damage in it is one line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.sheets.kinds import SheetKind, SheetRef
from heartplanner.core.sheets.printed import PrintedSheet, printed_sheet
from heartplanner.core.words.display_format import Language
from heartplanner.files import disk, printed_sheets
from heartplanner.files.disk import FileError

DAY = date(2025, 8, 1)
LEAVES = [
    SheetRef(SheetKind.MONTH, DAY),
    SheetRef(SheetKind.YEAR, date(2026, 1, 1)),
    SheetRef(SheetKind.CYCLE, date(2025, 7, 28)),
    SheetRef(SheetKind.FAMILY, DAY, Language.SPANISH),
]


def hang(example: Plan, folder: Path) -> tuple[PrintedSheet, ...]:
    printed = tuple(printed_sheet(Schedule(example), ref, DAY) for ref in LEAVES)
    assert printed_sheets.save(folder / "plan.json", printed) == []
    return printed


def test_it_reads_back(example: Plan, tmp_path: Path) -> None:
    assert printed_sheets.load(tmp_path / "plan.json") == ()
    printed = hang(example, tmp_path)
    assert printed_sheets.load(tmp_path / "plan.json") == printed
    assert (tmp_path / "plan.json.wall").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"version": 1', '"version": 2', "expected heartplanner-wall, version 1"),
        ('"sheet": "year"', '"sheet": "week"', "printed[1].sheet: expected month or year"),
        ('"first": "2026-01-01"', '"first": "2026-02-30"', "printed[1].first"),
        ('"language": "es"', '"language": "fr"', "printed[3].language: expected en or es"),
        ('"plan_version": 1', '"plan_version": -1', "printed[0].plan_version"),
    ],
)
def test_damage_is_one_line(example: Plan, tmp_path: Path, old: str, new: str, said: str) -> None:
    hang(example, tmp_path)
    file = tmp_path / "plan.json.wall"
    file.write_text(file.read_text().replace(old, new, 1))
    with pytest.raises(FileError) as caught:
        printed_sheets.load(tmp_path / "plan.json")
    assert said in str(caught.value)
    assert "no sheet then counts as printed" in str(caught.value)


def test_a_list_that_cannot_be_read_now_is_not_begun_again(
    example: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = hang(example, tmp_path)

    def refuse(path: Path, _limit: int) -> bytes:
        raise FileError(f"{path}: cannot be read: Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "read", refuse)
        (note,) = printed_sheets.remember(tmp_path / "plan.json", printed[:1])
    assert note.startswith("It is printed, but the program cannot remember that: ")
    assert printed_sheets.load(tmp_path / "plan.json") == printed
