"""Programs of others that come with the tests; `python tests/consumers` asks every one there is."""

from __future__ import annotations

from pathlib import Path

import pytest
import scenario
from asking import Difference, SkippedError, consumer, difference

SHIFT = ("HEART 9-9", "2025-07-29T13:00:00Z", "2025-07-30T01:00:00Z", False)
OTHER = ("HEART admin", "2025-07-31T13:00:00Z", "2025-07-31T17:00:00Z", False)
RIGHT = Difference([], [], [], 0, 0)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> scenario.Files:
    return scenario.write(tmp_path_factory.mktemp("handed"))


def after(name: str, paths: list[Path], plan: list[scenario.Shown]) -> Difference:
    try:
        return difference(consumer(name).shows(paths), plan)
    except SkippedError as reason:
        pytest.skip(f"{name} is not asked: {reason}")


def test_the_story_has_what_calendars_stumble_over(files: scenario.Files) -> None:
    for event in (
        ("HEART 9-9", "2025-11-02T14:00:00Z", "2025-11-03T02:00:00Z", False),
        ("HEART noon-midnight", "2026-03-08T16:00:00Z", "2026-03-09T04:00:00Z", False),
        ("HEART extra 9 pm-5 am", "2025-11-02T01:00:00Z", "2025-11-02T10:00:00Z", False),
        ("HEART extra midnight-6 am", "2026-03-08T05:00:00Z", "2026-03-08T10:00:00Z", False),
    ):
        assert event in files.last
    assert b"-g2@" in files.updates[-1].read_bytes()
    assert files.updates[-1].read_bytes().count(b"STATUS:CANCELLED") > 0


def test_a_whole_file_is_the_plan(files: scenario.Files) -> None:
    assert after("vobject", files.wholes[-1:], files.last) == RIGHT


def test_khal_takes_updates_and_marks_what_is_canceled(files: scenario.Files) -> None:
    canceled = sum(path.read_bytes().count(b"STATUS:CANCELLED") for path in files.updates)
    found = after("khal", files.updates, files.last)
    assert found == RIGHT._replace(off=canceled, marked=canceled)


def test_what_differs_is_told() -> None:
    moved = (OTHER[0], "2025-08-01", "2025-08-02", False)
    off = (f"Cancelled: {OTHER[0]}", *OTHER[1:3], True)
    assert difference([SHIFT, OTHER], [OTHER, SHIFT]).text == "right"
    assert difference([SHIFT, SHIFT, moved, off], [SHIFT, OTHER]) == Difference(
        [SHIFT], [OTHER], [moved], 1, 1
    )
    assert difference([off], [SHIFT]).text == (
        "wrong, 1 missing (such as HEART 9-9 2025-07-29T13:00:00Z 2025-07-30T01:00:00Z),"
        " 1 as cancelled (1 marked)"
    )
