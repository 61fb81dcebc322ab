"""The text of a file with a rotation card, in whatever encoding it was saved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from heartplanner.core.people.card import RotationCard, card_text, read_card
from heartplanner.core.plan.model import Assignment
from heartplanner.files.card_file import LIMIT, card_text_in, read_card_file
from heartplanner.files.disk import FileError

OWN = Assignment(date(2025, 7, 28), confirmed=True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_card_is_read_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "card.txt"
    path.write_bytes(f"Hier:\r\n{card_text(OWN, 'Zoë')}\r\n".encode(encoding))
    assert read_card(read_card_file(path)) == RotationCard("Zoë", OWN)


def test_what_is_no_text_is_some_text_without_a_card() -> None:
    assert len(card_text_in(bytes(range(256)), "x")) == 256


def test_a_huge_file_is_refused_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "film.mkv"
    path.write_bytes(b"x" * (LIMIT + 1))
    with pytest.raises(FileError, match=r"film\.mkv: larger than 1 MB"):
        read_card_file(path)
    with pytest.raises(FileError, match="standard input: it is too large"):
        card_text_in(b"x" * (LIMIT + 1), "standard input")
    with pytest.raises(FileError, match="cannot be read"):
        read_card_file(tmp_path / "none.txt")
