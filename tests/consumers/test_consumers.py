"""Programs of others that come with the tests; `python -m tests.consumers` asks every one there is."""

from __future__ import annotations

import re
from pathlib import Path

import clock_changes
import pytest
import scenario
from asking import Difference, SkippedError, consumer, difference
from examples import cases

SHIFT = ("HEART 9-9", "2025-07-29T13:00:00Z", "2025-07-30T01:00:00Z", False)
OTHER = ("HEART admin", "2025-07-31T13:00:00Z", "2025-07-31T17:00:00Z", False)
RIGHT = Difference([], [], [], 0, 0)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> scenario.Files:
    return scenario.write(tmp_path_factory.mktemp("handed"))


def after(
    name: str, paths: list[Path], plan: list[scenario.Shown], zone: str = "America/New_York"
) -> Difference:
    try:
        return difference(consumer(name).shows(paths, zone), plan)
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


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("nights") / "nights.ics"
    clock_changes.write(path)
    return path


def test_the_plan_has_both_nights_of_each_year_as_the_almanac_does(nights: Path) -> None:
    planned = clock_changes.planned()
    assert scenario.as_shown(planned) == clock_changes.by_hand()
    assert {each.start.year for each in planned} == set(range(2025, 2036))
    data = nights.read_bytes()
    # Over a change, or at an hour that comes twice or not at all: in UTC. All others by Durham's clock.
    for name in (b"DTSTART", b"DTEND"):
        assert len(re.findall(rb"\n%b:\d{8}T\d{6}Z\r" % name, data)) == 66
        assert data.count(b"\n%b;TZID=America/New_York:" % name) == 110


@pytest.mark.parametrize("zone", clock_changes.ZONES)
@pytest.mark.parametrize("name", cases(["vobject", "recurring_ical_events"], ["icalendar", "khal"]))
def test_on_both_nights_a_program_shows_the_moments_of_the_plan(
    nights: Path, name: str, zone: str
) -> None:
    assert after(name, [nights], clock_changes.by_hand(), zone) == RIGHT


def test_what_differs_is_told() -> None:
    moved = (OTHER[0], "2025-08-01", "2025-08-02", False)
    off = (f"Canceled: {OTHER[0]}", *OTHER[1:3], True)
    assert difference([SHIFT, OTHER], [OTHER, SHIFT]).text == "right"
    assert difference([SHIFT, SHIFT, moved, off], [SHIFT, OTHER]) == Difference(
        [SHIFT], [OTHER], [moved], 1, 1
    )
    assert difference([off], [SHIFT]).text == (
        "wrong, 1 missing (such as HEART 9-9 2025-07-29T13:00:00Z 2025-07-30T01:00:00Z),"
        " 1 as cancelled (1 marked)"
    )
