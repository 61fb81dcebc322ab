"""Where a person's own files lie on each system, with the names of the system put in."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import platformdirs
import pytest
from platformdirs import windows
from platformdirs.macos import MacOS
from platformdirs.windows import Windows

from heartplanner.files import folders

PLACES = {
    "macos": (
        "Library/Application Support/heartplanner/plan.json",
        "Library/Application Support/heartplanner/window.ini",
        "Library/Caches/heartplanner",
        "Library/Logs/heartplanner/errors.log",
    ),
    "windows": (
        "Local/heartplanner/plan.json",
        "Local/heartplanner/window.ini",
        "Local/heartplanner/Cache",
        "Local/heartplanner/Logs/errors.log",
    ),
}


@pytest.mark.parametrize("system", sorted(PLACES))
def test_own_files_lie_where_the_system_has_them(
    system: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(windows, "get_win_folder", lambda _: str(tmp_path / "Local"))
    monkeypatch.setattr(platformdirs, "PlatformDirs", {"macos": MacOS, "windows": Windows}[system])
    found = (
        folders.own_plan(),
        folders.settings_file(),
        folders.cache(),
        folders.log_file(),
    )
    # Windows' own separator is part of a name on other systems.
    places = [str(path).replace("\\", "/").removeprefix(f"{tmp_path}/") for path in found]
    assert tuple(places) == PLACES[system]


@pytest.mark.parametrize(
    ("name", "is_plan"),
    [
        ("plan.json", True),
        ("my-schedule.heartplanner", True),
        ("MINE.HEARTPLANNER", True),
        ("roster.ics", False),
        ("heartplanner", False),
        (".json", False),
    ],
)
def test_a_plan_is_known_by_how_its_name_ends(name: str, is_plan: bool) -> None:
    assert folders.is_plan_name(Path(PurePosixPath("/some/where", name))) is is_plan
