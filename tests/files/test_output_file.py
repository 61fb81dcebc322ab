"""A file made from the plan takes the place of its own kind only."""

from __future__ import annotations

from pathlib import Path

import pytest

from heartplanner.files.calendar.output_file import PDF, write
from heartplanner.files.disk import FileError

NEW = b"%PDF-1.4"


@pytest.mark.parametrize(
    "name",
    [
        "p.json.versions/2026-01-01T000000Z.json",
        "p.json.versions",
        "p.json.handed",
        "p.json.wall",
        "link.versions",
        "other.json.versions/x.pdf",
    ],
)
def test_what_lies_beside_a_plan_is_no_place_for_it(tmp_path: Path, name: str) -> None:
    for plan in ("p.json", "other.json"):
        (tmp_path / plan).write_bytes(b"{}")
        (tmp_path / f"{plan}.versions").mkdir()
    (tmp_path / "link.versions").symlink_to(tmp_path / "p.json.versions" / "x.pdf")
    with pytest.raises(FileError, match="what belongs to a schedule file is kept there"):
        write(tmp_path / name, NEW, PDF, plan_file=tmp_path / "p.json")
    assert list((tmp_path / "p.json.versions").iterdir()) == []


@pytest.mark.parametrize("name", ["a.versions", ".wall", "p.json.pdf"])
def test_a_name_that_only_looks_like_it_is_free(tmp_path: Path, name: str) -> None:
    (tmp_path / "p.json").write_bytes(b"{}")
    write(tmp_path / name, NEW, PDF, plan_file=tmp_path / "p.json")
    assert (tmp_path / name).read_bytes() == NEW


def test_a_name_that_cannot_be_looked_at_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_file", refuse)
    with pytest.raises(FileError, match=r"a\.pdf: cannot be read: Permission denied$"):
        write(tmp_path / "a.pdf", NEW, PDF, plan_file=tmp_path / "p.json")
