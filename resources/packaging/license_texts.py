"""The licenses of all that is in a bundle: a notice that lists the parts, and the text of each license."""

from __future__ import annotations

import shutil
import sys
import sysconfig
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path

from heartplanner.ui.help.parts import PARTS, LicensedPart

ROOT = Path(__file__).resolve().parents[2]
TEXTS = Path(__file__).parent / "licenses"
PYTHON_LICENSE = "PSF-2.0"
LEGAL = ("license", "licence", "copying", "notice", "authors", "copyright")
NOTICE = """\
Heart Planner is free software under the MIT license (LICENSE). It is distributed with the parts below, each
under its own license, whose text lies in this folder.

Qt and its Python bindings, recurring-ical-events and x-wr-timezone are used under the GNU Lesser General
Public License, version 3 (LGPL-3.0.txt, with the GPL-3.0.txt that it builds on). You may replace each of
them: they lie in the program's folder as files of their own, in PySide6, shiboken6, recurring_ical_events
and x_wr_timezone; put a version of the same interface in their place. Nothing in this program's license
forbids changing it for your own use or looking into it to do so. Their sources:

    https://download.qt.io/official_releases/QtForPython/
    https://download.qt.io/official_releases/qt/
    https://pypi.org/project/recurring-ical-events/
    https://pypi.org/project/x-wr-timezone/

Qt contains parts of others, listed with their licenses at https://doc.qt.io/qt-6/licenses-used-in-qt.html
"""


def installed_parts() -> list[LicensedPart]:
    """The parts that are installed here, which are those that go into the bundle."""
    return [part for part in PARTS if _is_installed(part.package)]


def write_licenses(folder: Path) -> None:
    """Write NOTICE.txt and the licenses' texts. Raises LookupError for a part without a text."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lines = [NOTICE, f"Python {sys.version.split()[0]}: {PYTHON_LICENSE}"]
    lines += [
        f"{part.package} {version(part.package)}: {part.license}" for part in installed_parts()
    ]
    if sys.platform.startswith("linux"):
        lines.append("ICU, with Qt: MIT (ICU.txt)")
    lines.append("Inter, the font of the sheets: OFL-1.1 (heartplanner/resources/fonts/OFL.txt)")
    (folder / "NOTICE.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    shutil.copy(ROOT / "LICENSE", folder)
    for text in TEXTS.iterdir():
        shutil.copy(text, folder)
    shutil.copy(_python_license(), folder / "Python.txt")
    for part in installed_parts():
        _copy_texts(part, folder)


def _copy_texts(part: LicensedPart, folder: Path) -> None:
    files = [
        Path(str(file.locate()))
        for file in distribution(part.package).files or ()
        if ".dist-info" in str(file) and file.name.lower().startswith(LEGAL)
    ]
    # Qt's wheels bring no text: it is the LGPL's, which lies beside.
    if not files and not part.license.startswith(("LGPL", "GPL")):
        raise LookupError(f"{part.package} brings no text of its license")
    for file in files:
        shutil.copy(file, folder / f"{part.package}-{file.name}")


def _python_license() -> Path:
    places = (
        Path(sysconfig.get_path("stdlib"), "LICENSE.txt"),
        Path(sys.base_prefix, "LICENSE.txt"),
        Path(f"/usr/share/doc/python3.{sys.version_info.minor}/copyright"),
    )
    return next(place for place in places if place.is_file())


def _is_installed(package: str) -> bool:
    try:
        version(package)
    except PackageNotFoundError:
        return False
    return True
