"""Some mutants of each format, and every find, through the readers: `python -m tests.fuzz` tries more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.examples import tries
from tests.fuzz import command_lines, counted
from tests.fuzz.counted import Find
from tests.fuzz.mutants import mutants
from tests.fuzz.readers import READERS, Reader

EVERY_READER = pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)


@EVERY_READER
def test_every_find_is_read_or_refused_in_one_line(reader: Reader, tmp_path: Path) -> None:
    for file in reader.finds():
        reader.read(file.read_bytes(), tmp_path)


@EVERY_READER
def test_mutants_are_read_or_refused_in_one_line(reader: Reader, tmp_path: Path) -> None:
    for data in mutants(reader.seeds(), tries(40, 1_000), seed=16):
        reader.read(data, tmp_path)


@pytest.mark.parametrize(
    "reader",
    [one for one in READERS if one.name in command_lines.COMMANDS],
    ids=lambda one: one.name,
)
def test_mutants_by_the_command_line_give_a_result_or_one_line(reader: Reader) -> None:
    finds: list[Find] = []
    command_lines.run(reader.name, mutants(reader.seeds(), tries(2, 50), seed=17), finds)
    assert finds == []


def test_a_run_that_is_interrupted_says_what_it_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_data: bytes, _folder: Path) -> None:
        raise ZeroDivisionError

    def files() -> Iterator[bytes]:
        yield b"one"
        raise KeyboardInterrupt

    monkeypatch.setattr(counted, "list_zones_once", lambda: None)
    finds: list[Find] = []
    assert counted.run(Reader("any", refuse, ()), files(), finds).mutants == 1
    assert [find.data for find in finds] == [b"one"]
