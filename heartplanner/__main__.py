"""`python -m heartplanner` and the `heartplanner` command: the command line, or the window."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

INTERRUPTED = 130
"""The exit status after Ctrl+C, as shells have it: 128 and the number of the signal."""


def open_window(plan: Path | None, theme: str) -> int:
    """The window; Qt is imported only here, where one is asked for."""
    from heartplanner.app import run

    return run(plan, theme)


def main() -> int:
    """The program. Returns its exit status."""
    try:
        # Loaded here, so that Ctrl+C leaves no traceback while the program loads either.
        from heartplanner.cli.main import main as command_line

        return command_line(sys.argv[1:], open_window)
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
