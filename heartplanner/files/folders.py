"""Where things are: the user's data folder, and the resources that come with the program."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from heartplanner.files import disk
from heartplanner.files.disk import FileError, reason

PACKAGE = Path(__file__).resolve().parents[1]
PLAN_NAME = "plan.json"
PLAN_SUFFIXES = (".heartplanner", ".json")
"""How a plan's file may end. By the first the system knows whose it is, and a double click opens it."""
# The names are older than the words that the code has for these things; they stay, since files lie there.
VERSIONS, DELIVERED, PRINTED, KEPT = ".versions", ".handed", ".wall", ".kept"
"""Endings of what lies beside a plan: earlier versions, what targets have, which sheets were printed,
and which calendar files are kept up to date."""


def own_plan() -> Path:
    """The responder's own plan, in the user's data folder. Raises FileError, as all of these do."""
    return _user_folder("data") / PLAN_NAME


def settings_file() -> Path:
    """Where the window keeps a person's habits, apart from the plan."""
    return _user_folder("config") / "window.ini"


def cache() -> Path:
    """Where things lie that can be made anew."""
    return _user_folder("cache")


def log_file() -> Path:
    """Where the program's own errors are logged."""
    return _user_folder("log") / "errors.log"


def state() -> Path:
    """Where a program keeps what it was in the middle of."""
    return _user_folder("state")


def _user_folder(kind: str) -> Path:
    import platformdirs

    try:
        folder: Path = getattr(platformdirs, f"user_{kind}_path")("heartplanner", appauthor=False)
    except RuntimeError:
        raise FileError(
            "your home folder is not known; name the schedule file with --plan FILE"
        ) from None
    return folder


def is_plan_name(path: Path) -> bool:
    """Whether a file is a plan by its name."""
    return path.suffix.lower() in PLAN_SUFFIXES


def beside(plan_file: Path, ending: str) -> Path:
    """What lies beside a plan, behind its file's own name; a link is followed to the file itself."""
    real = Path(os.path.realpath(plan_file))
    return real.with_name(real.name + ending)


def is_beside_a_plan(path: Path) -> bool:
    """Whether a path is what lies beside a plan, or in it; links are followed. Raises FileError."""
    real = Path(os.path.realpath(path))
    # The plan itself must lie there: a folder that is only called like this is anybody's.
    return any(
        place.name.endswith(ending)
        and disk.is_file(place.with_name(place.name.removesuffix(ending)))
        for place in (real, *real.parents)
        for ending in (VERSIONS, DELIVERED, PRINTED, KEPT)
        if place.name != ending
    )


def resource(name: str) -> Path:
    """A shipped file, such as "icons/app.svg": inside the package once installed, else in the checkout."""
    inside = PACKAGE / "resources" / name
    return inside if inside.exists() else PACKAGE.parent / "resources" / name


def make_private(path: Path) -> None:
    """Let only its owner read a file that others write into; it is made, empty, if it is not there.

    Where that cannot be done, whoever writes the file will say so or do without it.
    """
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=disk.PRIVATE)
        # One that is there already, from an earlier version of the program.
        path.chmod(disk.PRIVATE)


def make_parent(path: Path) -> None:
    """Make the folders in which a file is to lie, private to the user. Raises FileError."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError:
        raise FileError(f"{path.parent}: this is a file and no folder; choose another") from None
    except OSError as error:
        raise FileError(f"{path.parent}: this folder cannot be made: {reason(error)}") from None
