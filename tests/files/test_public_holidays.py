"""Public holidays come from the library once, then from what was kept; damage there does no harm."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from heartplanner.files import public_holidays

YEAR_2025 = {
    date(2025, 1, 1): "New Year's Day",
    date(2025, 1, 20): "Martin Luther King Jr. Day",
    date(2025, 2, 17): "Washington's Birthday",
    date(2025, 4, 18): "Good Friday",
    date(2025, 5, 26): "Memorial Day",
    date(2025, 6, 19): "Juneteenth National Independence Day",
    date(2025, 7, 4): "Independence Day",
    date(2025, 9, 1): "Labor Day",
    date(2025, 11, 11): "Veterans Day",
    date(2025, 11, 27): "Thanksgiving Day",
    date(2025, 11, 28): "Day After Thanksgiving",
    date(2025, 12, 24): "Christmas Eve",
    date(2025, 12, 25): "Christmas Day",
    date(2025, 12, 26): "Day After Christmas",
}


@pytest.fixture
def kept(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the list is kept, in a home without one."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(own_folder / "cache"))
    path = public_holidays.kept_list()
    assert path is not None
    assert not path.exists()
    return path


@pytest.fixture
def no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that must not be asked."""
    monkeypatch.setitem(sys.modules, "holidays", None)


def test_names_of_a_year(kept: Path) -> None:
    found = public_holidays.names(2025)
    assert list(found.items()) == list(YEAR_2025.items())
    assert kept.is_file()


def test_between_holds_just_the_days_asked_for(kept: Path) -> None:
    assert kept.parent
    found = public_holidays.between(date(2025, 12, 25), date(2026, 1, 1))
    assert list(found) == [date(2025, 12, 25), date(2025, 12, 26), date(2026, 1, 1)]
    assert public_holidays.between(date(2025, 8, 1), date(2025, 8, 31)) == {}
    assert public_holidays.between(date(2025, 9, 2), date(2025, 9, 1)) == {}


def test_days_that_people_name_are_kept_apart_from_holidays(
    kept: Path, request: pytest.FixtureRequest
) -> None:
    named = public_holidays.between(date(2026, 4, 1), date(2026, 6, 30), public_holidays.NAMED)
    wanted = {date(2026, 4, 5): "Easter Sunday", date(2026, 5, 10): "Mother's Day"}
    assert wanted.items() <= named.items()
    assert not kept.exists()
    assert date(2026, 4, 5) not in public_holidays.names(2026)
    request.getfixturevalue("no_library")
    assert public_holidays.between(min(named), max(named), public_holidays.NAMED) == named


def test_an_observed_day_of_another_year_is_in_its_own(kept: Path) -> None:
    assert kept.parent
    assert public_holidays.names(2027)[date(2027, 12, 31)] == "New Year's Day (observed)"
    assert min(public_holidays.names(2028)) == date(2028, 1, 1)


def test_all_the_years_that_a_plan_may_name_are_kept(kept: Path) -> None:
    found = public_holidays.between(date(1950, 1, 1), date(2200, 12, 31))
    assert {day.year for day in found} == set(range(1950, 2101))  # the library ends there
    assert kept.stat().st_size < public_holidays.LIMIT


def test_second_time_the_library_is_not_asked(kept: Path, request: pytest.FixtureRequest) -> None:
    public_holidays.names(2026)
    public_holidays.names(2025)
    before = kept.read_bytes()
    request.getfixturevalue("no_library")
    assert public_holidays.names(2025) == YEAR_2025
    assert len(public_holidays.between(date(2025, 7, 1), date(2026, 6, 30))) == 14
    assert kept.read_bytes() == before
    with pytest.raises(ImportError):
        public_holidays.names(2027)


def test_what_is_kept_is_named_by_the_library_s_version(kept: Path) -> None:
    from importlib.metadata import version

    assert kept.name == f"holidays-{version('holidays')}.json"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        "\x00",
        '{"2025": []}',
        '{"2025": {"2025-01-01": 1}}',
        '{"2025": {"2025-01-01": ""}}',
        '{"2025": {"2026-01-01": "of another year"}}',
        '{"2025": {"2025-02-30": "no date"}}',
        '{"2025": {"2025-01-01": "a\\u001b[2Jb"}}',
        '{"year": {}}',
        "[" * 100_000,
        "x" * 1_000_001,
    ],
)
def test_damage_is_mended(kept: Path, text: str) -> None:
    kept.parent.mkdir(parents=True)
    kept.write_text(text)
    assert public_holidays.names(2025) == YEAR_2025
    assert json.loads(kept.read_text())["2025"]["2025-09-01"] == "Labor Day"


def test_a_place_that_cannot_be_written_does_no_harm(kept: Path, own_folder: Path) -> None:
    (own_folder / "cache").write_text("a file in the folder's place")
    assert public_holidays.names(2025) == YEAR_2025
    assert not kept.is_file()


def test_a_library_of_unknown_version_is_asked_each_time(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [])
    assert public_holidays.names(2025) == YEAR_2025
    assert not kept.exists()


def test_the_library_is_loaded_only_where_a_year_is_missing(kept: Path) -> None:
    code = (
        "import sys; from heartplanner.cli.main import main;"
        "main(sys.argv[1:], None); sys.exit('holidays' in sys.modules)"
    )

    def loads(*command: str) -> bool:
        done = subprocess.run(
            [sys.executable, "-c", code, *command], capture_output=True, check=False
        )
        return done.returncode == 1

    shown = ("show", "--month", "2025-09")
    assert not loads(*shown, "--format", "json")
    assert not loads("check")
    assert not kept.exists()
    assert loads(*shown)
    assert not loads(*shown)
    assert not loads("holiday", "list", "--year", "2025")
