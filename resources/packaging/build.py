"""Builds what one installs by opening it, from the locked versions, into the folder dist.

    python resources/packaging/build.py

On every system it makes the bundle, dist/heartplanner, on Linux a .deb of it (where dpkg-dev is installed),
on macOS an app, and on Windows what the installer is made of. dist/SHA256SUMS has the checksums. It needs
Python 3.11 or later with its shared library; on Linux also binutils, gcc, and icupkg of icu-devtools.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BUILD, DIST = ROOT / "build", ROOT / "dist"
ENVIRONMENT = BUILD / "venv"


def main() -> None:
    """Make an environment of the locked versions, and build in it."""
    if os.environ.get("HEARTPLANNER_BUILD") == str(BUILD):
        build()
        return
    venv.create(ENVIRONMENT, with_pip=True, clear=True, symlinks=os.name != "nt")
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    for lock in ("lock.txt", "lock-bundle.txt"):
        install = ["-m", "pip", "install", "-q", "--require-hashes", "-r", str(ROOT / ".ci" / lock)]
        subprocess.run([python, *install], check=True)
    stated = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()
    environment = {
        "SOURCE_DATE_EPOCH": stated or "0",
        "PYTHONHASHSEED": "0",
        **os.environ,
        "HEARTPLANNER_BUILD": str(BUILD),
    }
    subprocess.run([python, str(Path(__file__).resolve())], check=True, env=environment)


def build() -> None:
    """The bundle, trimmed, and the package of this system."""
    sys.path[:0] = [str(ROOT)]
    from bundle_facts import windows_version
    from icons import draw_icons
    from license_texts import write_licenses
    from trim import make_small

    from heartplanner import __version__

    draw_icons(ROOT / "resources/icons/heartplanner.svg", BUILD / "icons")
    write_licenses(BUILD / "licenses")
    (BUILD / "version.txt").write_text(windows_version(__version__), encoding="utf-8")
    bundle = DIST / "heartplanner"
    shutil.rmtree(bundle, ignore_errors=True)
    options = ("--noconfirm", "--clean", "--log-level", "WARN", "--workpath", str(BUILD / "work"))
    command = ["PyInstaller", *options, "--distpath", str(DIST), str(HERE / "heartplanner.spec")]
    subprocess.run([sys.executable, "-m", *command], check=True)
    made: list[Path] = []
    if sys.platform.startswith("linux"):
        make_small(bundle)
        made.append(_archive(bundle, __version__))
        if shutil.which("dpkg-shlibdeps"):
            from linux_package import make_package

            made.append(make_package(bundle, BUILD / "icons", __version__, DIST))
    write_sums(made)
    size = sum(path.stat().st_size for path in bundle.rglob("*") if path.is_file())
    print(f"{bundle}: {size / 1e6:.1f} MB")
    for path in made:
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


def _archive(bundle: Path, version: str) -> Path:
    """The bundle for a Linux without .deb, packed."""
    path = DIST / f"heartplanner-{version}-linux.tar.xz"
    command = [
        "tar",
        "--sort=name",
        "--owner=0",
        "--group=0",
        "--mtime=@0",
        "-C",
        str(bundle.parent),
    ]
    subprocess.run([*command, "-cJf", str(path), bundle.name], check=True)
    return path


def write_sums(files: list[Path]) -> None:
    """Write the checksums as sha256sum reads them."""
    lines = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)
    (DIST / "SHA256SUMS").write_text("".join(lines))


if __name__ == "__main__":
    main()
