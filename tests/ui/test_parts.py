"""Every part that is installed with the program is named with its license, as the part itself states it."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata, requires, version
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pytestqt.qtbot import QtBot

from heartplanner.ui.help.about import AboutDialog
from heartplanner.ui.help.parts import PARTS, part_lines

LOCK = Path(__file__).parents[2] / ".ci" / "lock.txt"
STATED = {part.package: part.license for part in PARTS}
CLASSIFIED = {
    "MIT License": ("MIT",),
    "BSD License": ("BSD-2-Clause", "BSD-3-Clause"),
    "Apache Software License": ("Apache-2.0",),
    "GNU Lesser General Public License v3 or later (LGPLv3+)": ("LGPL-3.0-or-later",),
}


def required() -> set[str]:
    """What the program needs here, and what that needs, with what reads PDFs and keeps passwords."""
    needed: set[str] = set()
    open_ones = [("heartplanner", {"", "keyring", "pdf"})]
    while open_ones:
        package, extras = open_ones.pop()
        for one in map(Requirement, requires(package) or ()):
            if one.marker and not any(one.marker.evaluate({"extra": extra}) for extra in extras):
                continue
            if canonicalize_name(one.name) not in needed:
                needed.add(canonicalize_name(one.name))
                open_ones.append((one.name, {"", *one.extras}))
    return needed


def test_all_that_is_needed_is_named_and_all_that_is_named_is_in_the_lock() -> None:
    named = {canonicalize_name(part.package) for part in PARTS}
    locked = set(re.findall(r"^([\w.-]+)==", LOCK.read_text(), re.MULTILINE))
    assert required() <= named <= locked


def test_licenses_are_as_each_part_states_its_own() -> None:
    compared = 0
    for package, stated in STATED.items():
        try:
            said = metadata(package)
        except PackageNotFoundError:
            continue  # of another system or Python
        compared += 1
        license_ = said.get("License-Expression") or said.get("License") or ""
        classes = [one.rpartition(" :: ")[2] for one in said.get_all("Classifier", [])]
        classified = [CLASSIFIED[one] for one in classes if one in CLASSIFIED]
        assert license_ == stated or (
            classified and all(set(stated.split(" OR ")) & {*names} for names in classified)
        ), (package, license_, classes)
    assert compared > 20


def test_about_has_each_part_with_the_version_that_is_installed(qtbot: QtBot) -> None:
    dialog = AboutDialog(None)
    qtbot.addWidget(dialog)
    lines = dialog.parts.toPlainText().splitlines()
    assert lines == part_lines()
    assert f"icalendar {version('icalendar')}: BSD-2-Clause" in lines
    assert lines[-1] == "Inter, the font of the sheets: OFL-1.1"
