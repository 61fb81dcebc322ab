"""Where things are: the user's data folder, and the resources that come with the program."""

from __future__ import annotations

from pathlib import Path

from heartplanner.files.disk import FileError, reason

PLAN_NAME = "plan.json"


def own_plan() -> Path:
    """The responder's own plan, in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("heartplanner", appauthor=False) / PLAN_NAME


def settings_file() -> Path:
    """Where the window keeps a person's habits, apart from the plan."""
    from platformdirs import user_config_path

    return user_config_path("heartplanner", appauthor=False) / "window.ini"


def cache() -> Path:
    """Where things lie that can be made anew."""
    from platformdirs import user_cache_path

    return user_cache_path("heartplanner", appauthor=False)


def log_file() -> Path:
    """Where the program's own errors are logged."""
    from platformdirs import user_log_path

    return user_log_path("heartplanner", appauthor=False) / "errors.log"


def resource(name: str) -> Path:
    """A shipped file, such as "icons/app.svg": inside the package once installed, else in the checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "resources" / name
    return inside if inside.exists() else package.parent / "resources" / name


def make_parent(path: Path) -> None:
    """Make the folders in which a file is to lie, private to the user. Raises FileError."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(f"{path.parent}: this folder cannot be made: {reason(error)}") from None
