"""The .deb, made of the bundle: what it needs is found with dpkg-shlibdeps, which asks the files."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bundle_facts import SUMMARY
from icons import SIZES
from license_texts import installed_parts

PACKAGE = "heartplanner"
HERE = Path(__file__).parent / "linux"
MAINTAINER = "The Heart Planner maintainers <maintainers@users.noreply.github.com>"
LESS_NEEDED = {"libcupsprintersupport.so": "Recommends", "libqgtk3.so": "Suggests"}
"""Plugins that are left out without harm where their libraries are missing: printers, and GNOME's look."""
RECOMMENDED = ["ca-certificates", "hicolor-icon-theme", "xdg-utils"]
NEEDED = ["fonts-dejavu-core | fonts-liberation2 | fonts-noto-core | fonts-cantarell", "tzdata"]
DESCRIPTION = """\
 Says on which days a responder of Durham's HEART crisis teams works: three
 12-hour shifts a week, four admin hours, one weekend in three and the break
 every six weeks. It finds the rotation from a few known days or a roster,
 takes in leave, swaps and extra shifts, prints sheets and puts the calendar
 on a phone. It works offline and keeps everything on one's own machine."""
OVERRIDES = """\
# This is the start that PyInstaller brings; with the position fixed it is what its makers build and test.
heartplanner: hardening-no-pie [usr/lib/heartplanner/heartplanner]
# Debian's own Python has it in itself.
heartplanner: embedded-library expat [usr/lib/heartplanner/_internal/libpython*]
# One is data alone; the others are Python's, which need only the Python that loads them.
heartplanner: shared-library-lacks-prerequisites [usr/lib/heartplanner/*]
"""


def make_package(bundle: Path, icons: Path, version: str, target: Path) -> Path:
    """Write the .deb of a bundle into the folder `target`, and return where it is."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "root")
        place = root / "usr/lib" / PACKAGE
        shutil.copytree(bundle, place, symlinks=True)
        _fill_shared(root / "usr/share", icons, version)
        link = root / "usr/bin" / PACKAGE
        link.parent.mkdir(parents=True)
        link.symlink_to(f"../lib/{PACKAGE}/{PACKAGE}")
        _set_modes(root)
        _write_control(root, place, version)
        architecture = _run("dpkg", "--print-architecture").strip()
        package = target / f"{PACKAGE}_{version}_{architecture}.deb"
        _run(
            "dpkg-deb",
            "--root-owner-group",
            "-Zxz",
            "-b",
            str(root),
            str(package),
        )
    return package


def _fill_shared(share: Path, icons: Path, version: str) -> None:
    """Menu entry, kinds of files, AppStream data, icons, manual page, license."""
    places = {
        "heartplanner.desktop": "applications",
        "heartplanner.xml": "mime/packages",
        "io.github.heartplanner.heartplanner.metainfo.xml": "metainfo",
    }
    for name, place in places.items():
        (share / place).mkdir(parents=True)
        shutil.copy(HERE / name, share / place)
    for size in SIZES:
        folder = share / f"icons/hicolor/{size}x{size}/apps"
        folder.mkdir(parents=True)
        shutil.copy(icons / f"{size}.png", folder / f"{PACKAGE}.png")
    scalable = share / "icons/hicolor/scalable/apps"
    scalable.mkdir(parents=True)
    shutil.copy(HERE.parents[1] / "icons/heartplanner.svg", scalable / f"{PACKAGE}.svg")
    _compress(share / "man/man1/heartplanner.1.gz", (HERE / "heartplanner.1").read_text())
    when = datetime.fromtimestamp(_moment(), UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
    _compress(
        share / f"doc/{PACKAGE}/changelog.gz",
        f"{PACKAGE} ({version}) unstable; urgency=medium\n\n"
        f"  * Version {version}. What is new stands in README.md of its source.\n\n"
        f" -- {MAINTAINER}  {when}\n",
    )
    (share / f"doc/{PACKAGE}/copyright").write_text(_copyright(), encoding="utf-8")
    overrides = share / "lintian/overrides" / PACKAGE
    overrides.parent.mkdir(parents=True)
    overrides.write_text(OVERRIDES)


def _copyright() -> str:
    """Debian's machine-readable form (DEP 5): the program, its font, Python, Qt, and each package."""
    mit = "\n".join(
        f" {line}" if line else " ."
        for line in (HERE.parents[2] / "LICENSE").read_text().splitlines()
    )
    place = f"usr/lib/{PACKAGE}/_internal"
    stanzas = [
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: Heart Planner\nSource: https://heartplanner.example",
        f"Files: *\nCopyright: The Heart Planner maintainers\nLicense: MIT\n{mit}",
        f"Files: {place}/heartplanner/resources/fonts/*\nCopyright: The Inter Project Authors\n"
        f"License: OFL-1.1\n The text is in /{place}/heartplanner/resources/fonts/OFL.txt",
        f"Files: {place}/libpython* {place}/python3* {place}/base_library.zip\n"
        "Copyright: Python Software Foundation\n"
        f"License: PSF-2.0\n The text is in /{place}/licenses/Python.txt",
        f"Files: {place}/PySide6/Qt/lib/libicu*\nCopyright: Unicode, Inc.\n"
        f"License: MIT-ICU\n The text is in /{place}/licenses/ICU.txt",
    ]
    for part in installed_parts():
        # Most lie in the program's archive, so the pattern names their own data and license.
        name = part.package.replace("-", "_")
        pattern = f"{place}/{name.removesuffix('_Essentials')}* {place}/licenses/{part.package}*"
        text = (
            "/usr/share/common-licenses/LGPL-3" if "LGPL" in part.license else f"/{place}/licenses"
        )
        stanzas.append(
            f"Files: {pattern}\nCopyright: its authors, named in /{place}/licenses\n"
            f"License: {_debian_name(part.license)}-{part.package}\n {part.license}; the text is in {text}"
        )
    return "\n\n".join(stanzas) + "\n"


def _debian_name(license_expression: str) -> str:
    return re.sub(r" (OR|AND) ", lambda word: f"-{word[1].lower()}-", license_expression)


def _write_control(root: Path, place: Path, version: str) -> None:
    fields = {
        "Package": PACKAGE,
        "Version": version,
        "Section": "misc",
        "Priority": "optional",
        "Architecture": _run("dpkg", "--print-architecture").strip(),
        "Maintainer": MAINTAINER,
        "Installed-Size": str(_size(root) // 1024),
        **_relations(place),
        "Homepage": "https://heartplanner.example",
        "Description": SUMMARY.removeprefix("The "),
    }
    control = root / "DEBIAN/control"
    control.parent.mkdir()
    text = "".join(f"{name}: {value}\n" for name, value in fields.items())
    control.write_text(text + DESCRIPTION + "\n")
    sums = _run("sh", "-c", f"cd {root} && find usr -type f -print0 | sort -z | xargs -0 md5sum")
    (root / "DEBIAN/md5sums").write_text(sums)


def _relations(place: Path) -> dict[str, str]:
    """Depends, Recommends and Suggests: the packages whose libraries the bundle's files are linked with."""
    programs = [path for path in place.rglob("*") if path.is_file() and _is_elf(path)]
    libraries = sorted({path.parent for path in programs})
    found: dict[str, list[str]] = {"Depends": [], "Recommends": [], "Suggests": []}
    for kind in found:
        files = [path for path in programs if LESS_NEEDED.get(path.name, "Depends") == kind]
        found[kind] = _packages(files, libraries)
    found["Depends"] = sorted([*found["Depends"], *NEEDED])
    known = {one.partition(" ")[0] for one in found["Depends"]}
    for kind in ("Recommends", "Suggests"):
        found[kind] = [one for one in found[kind] if one.partition(" ")[0] not in known]
    found["Recommends"] = sorted([*found["Recommends"], *RECOMMENDED])
    return {kind: ", ".join(packages) for kind, packages in found.items()}


def _packages(files: list[Path], libraries: list[Path]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        control = Path(folder, "debian/control")
        control.parent.mkdir()
        control.write_text(f"Source: {PACKAGE}\n\nPackage: {PACKAGE}\nArchitecture: any\n")
        said = subprocess.run(
            [
                "dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0",
                *(f"-l{library}" for library in libraries), *(f"-e{file}" for file in files),
            ],
            cwd=folder, check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip
    return sorted(said.strip().partition("=")[2].split(", "))


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _set_modes(root: Path) -> None:
    for path in root.rglob("*"):
        if path.is_symlink():
            continue
        program = path.is_dir() or path == root / "usr/lib" / PACKAGE / PACKAGE
        path.chmod(0o755 if program else 0o644)


def _size(root: Path) -> int:
    return sum(
        path.stat().st_size for path in root.rglob("*") if path.is_file() and not path.is_symlink()
    )


def _compress(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _moment() -> int:
    """Seconds since 1970 of the state that is built, so that the same state gives the same package."""
    return int(os.environ.get("SOURCE_DATE_EPOCH", "0"))


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
