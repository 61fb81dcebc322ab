"""The checks beside the tests: format, lint, types, the direction of imports, the layout."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from heartplanner.core.edits.example import example_plan
from heartplanner.files.plan import planfile

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "heartplanner"
SHIPPED_FONT = (
    "fonts/HeartPlannerSans-Regular.ttf", "fonts/HeartPlannerSans-Bold.ttf", "fonts/OFL.txt",
)  # fmt: skip
SHIPPED_PAGES = ("manual.md", "reference.md", "pictures/window-light.png")


def run(*command: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command], cwd=cwd, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "command",
    [
        ("-m", "ruff", "format", "--check", "."),
        ("-m", "ruff", "check", "."),
        ("-m", "mypy"),
        # Each with its own cache: one that knows another system's types is thrown away.
        ("-m", "mypy", "--platform", "win32", "--cache-dir", ".mypy_cache/win32", "heartplanner"),
        ("-m", "mypy", "--platform", "darwin", "--cache-dir", ".mypy_cache/darwin", "heartplanner"),
        ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"),
        ("-m", "vulture"),
        ("-m", "bandit", "-q", "-r", "heartplanner", "-c", "pyproject.toml"),
    ],
    ids=[
        "format",
        "lint",
        "types",
        "types-windows",
        "types-macos",
        "imports",
        "dead-code",
        "weaknesses",
    ],
)
def test_check_finds_nothing(command: tuple[str, ...]) -> None:
    done = run(*command)
    assert done.returncode == 0, done.stdout + done.stderr


def test_qt_makes_a_window(qt_missing: str) -> None:
    if qt_missing:
        pytest.skip(qt_missing)
    code = (
        "from PySide6.QtWidgets import QApplication, QWidget;"
        "application = QApplication(['x', '-platform', 'offscreen']); window = QWidget(); window.show();"
        "print(window.isVisible())"
    )
    assert run("-c", code).stdout == "True\n"


SLOW = {
    "PySide6", "calendar", "dataclasses", "dateutil", "decimal", "fractions", "hashlib", "holidays",
    "icalendar", "inspect", "platformdirs", "recurring_ical_events", "typing_extensions", "zoneinfo",
}  # fmt: skip
"""Libraries that take long to load beside what a command does."""


@pytest.mark.parametrize(
    ("command", "most", "slow"),
    [
        (("--help",), 15, set()),
        (("show", "--month", "2025-08", "--format", "json"), 100, {"platformdirs", "zoneinfo"}),
        (("show", "--plan", "{plan}"), 100, {"platformdirs", "zoneinfo"}),
        (("check", "--plan", "{plan}"), 100, {"zoneinfo"}),
        (("find", "--plan", "{plan}", "--known", "2025-09-09=S"), 128, {"zoneinfo"}),
        (
            ("ask", "--plan", "{plan}", "is Oct 17 free"),
            190,
            {"decimal", "fractions", "platformdirs", "zoneinfo"},
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_a_command_loads_what_it_needs(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
    most: int,
    slow: set[str],
) -> None:
    """`most`: modules of ours, a few more than there are; `slow`: libraries that it cannot do without."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    plan = tmp_path / "plan.json"
    plan.write_bytes(planfile.dump(example_plan()))
    code = (
        "import sys; from heartplanner.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('loaded', *sys.modules, file=sys.stderr)"
    )
    words = [word.format(plan=plan) for word in command]
    run("-c", code, *words)  # the holidays of a year are worked out once, and kept from then on
    done = run("-c", code, *words)
    loaded = done.stderr.splitlines()[-1].split()
    assert loaded[0] == "loaded", done.stderr
    assert SLOW & {*loaded} == slow
    assert sum(name.split(".")[0] == "heartplanner" for name in loaded) <= most


PURE = {
    "__future__", "bisect", "collections", "csv", "dataclasses", "datetime", "enum",
    "fractions", "functools", "hashlib", "heapq", "io", "itertools", "math", "re", "textwrap", "typing",
    "unicodedata", "zoneinfo",
}  # fmt: skip
"""All that the core may import beside itself: none of it asks the disk, the network or the clock."""
WORLDLY_CALLS = {"open", "print", "input", "__import__", "now", "today", "utcnow", "import_module"}


def test_the_core_knows_nothing_of_the_world() -> None:
    imported, called = set(), set()
    for path in (PACKAGE / "core").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            match node:
                case ast.Import(names):
                    imported |= {name.name.split(".")[0] for name in names}
                case ast.ImportFrom(str(module)):
                    imported.add(module.split(".")[0])
                case ast.Call(ast.Name(name)) | ast.Call(ast.Attribute(attr=name)):
                    called.add(name)
                case _:
                    pass
    assert imported - {"heartplanner"} == PURE
    assert called & WORLDLY_CALLS == set()


def test_no_module_is_too_long() -> None:
    long = {
        p.name: n for p in PACKAGE.rglob("*.py") if (n := len(p.read_text().splitlines())) > 300
    }
    assert long == {}


def test_no_function_is_too_long() -> None:
    functions = [
        (f"{path.name}:{node.name}", (node.end_lineno or 0) - node.lineno + 1)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef)
    ]
    assert [each for each in functions if each[1] > 40] == []


ACROSS_MODULES = {
    "checks", "manual", "reference", "user_texts",  # the repository, its pages, a second program
    "packaging", "supply",  # what is installed
    "growth", "laws",  # what holds of the core as a whole
    "fuzz",  # whatever reads what others wrote
    "announced", "care", "click_counts", "dialogs", "habits", "nothing_moves", "on_x11", "page_turn",
    "keys", "system_wishes",
}  # fmt: skip
"""What tests are called that are of no one module."""


def test_a_test_file_has_the_name_of_its_module() -> None:
    modules = tuple(path.stem for path in PACKAGE.rglob("*.py"))
    names = {
        path.stem.removeprefix("test_")
        for path in (ROOT / "tests").rglob("test_*.py")
        if "consumers" not in path.parts
    }
    nameless = {
        name
        for name in names
        if not any(name == module or name.startswith(f"{module}_") for module in modules)
    }
    assert nameless <= ACROSS_MODULES, nameless - ACROSS_MODULES


def test_wheel_holds_the_resources_and_finds_them(tmp_path: Path) -> None:
    built = run("-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path))
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    names = ["icons/heartplanner.svg", *SHIPPED_FONT, *SHIPPED_PAGES]
    code = (
        "import sys; from heartplanner.files import folders;"
        "print(*map(folders.resource, sys.argv[1:]), sep='\\n')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *names],
        cwd=tmp_path / "installed",
        env={**os.environ, "PYTHONPATH": str(tmp_path / "installed")},
        capture_output=True,
        text=True,
        check=True,
    )
    for name, found in zip(names, map(Path, done.stdout.splitlines()), strict=True):
        assert found.is_relative_to(tmp_path)
        assert found.read_bytes() == (ROOT / "resources" / name).read_bytes()
