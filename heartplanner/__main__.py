"""`python -m heartplanner` and the `heartplanner` command: the command line, or the window."""

from __future__ import annotations

import sys
from pathlib import Path

from heartplanner.cli.main import main as command_line


def open_window(plan: Path | None, theme: str) -> int:
    """The window; Qt is imported only here, where one is asked for."""
    from heartplanner.app import run

    return run(plan, theme)


def main() -> int:
    """The program. Returns its exit status."""
    return command_line(sys.argv[1:], open_window)


if __name__ == "__main__":
    sys.exit(main())
