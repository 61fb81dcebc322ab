"""Where Qt loads, its tests run offscreen; where it does not, they are skipped with the reason."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from heartplanner.core.edits.example import example_plan
from heartplanner.core.plan.model import Plan
from tests.examples import tries

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Where Python is told to keep no bytecode, each worker and each process that the tests start would compile
# the program and the tests anew: to list the tests takes three times as long then.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

try:
    import PySide6.QtWidgets  # noqa: F401  (whether it loads is the question)
except ImportError as error:
    QT_MISSING = (
        f"the window is not tested, Qt does not load ({error}); README.md names the packages"
    )
    collect_ignore = ["ui"]
else:
    QT_MISSING = ""
    collect_ignore: list[str] = []
    pytest_plugins = ["pytestqt.plugin"]


def pytest_configure() -> None:
    """Set what is tried; a machine that is to prove the window must be able to show one."""
    # Loaded here, since its bytecode is to be kept too: pytest compiles it anew for each worker else.
    from hypothesis import settings

    profile = settings(deadline=None, derandomize=True, max_examples=tries(12, 60))
    settings.register_profile("default", profile)
    settings.load_profile("default")
    if QT_MISSING and os.environ.get("CI"):
        raise pytest.UsageError(QT_MISSING)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Fail the tests of the window on any Qt warning."""
    for item in items:
        if "ui" in item.path.parent.parts:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture
def qt_missing() -> str:
    """Why the tests of the window are left out; empty where they are not."""
    return QT_MISSING


@pytest.fixture
def example() -> Plan:
    return example_plan()


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without a plan of one's own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for kind in ("DATA", "CACHE", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    return tmp_path


@pytest.fixture
def run(
    own_folder: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Run a command line in a home without a plan: its status, what it prints, and what it says beside."""
    from heartplanner.cli.main import main

    assert own_folder.is_dir()

    def run_it(*argv: object) -> tuple[int, str, str]:
        try:
            status = main([str(each) for each in argv], no_window)
        except SystemExit as stop:  # argparse ends the program by itself
            status = int(str(stop.code or 0))
        said = capsys.readouterr()
        return status, said.out, said.err

    return run_it


def no_window(plan: Path | None, theme: str) -> int:
    """Opens the window where a command is expected to do without."""
    raise AssertionError(f"a window was asked for: {plan}, {theme}")
