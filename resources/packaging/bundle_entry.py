"""Where the bundle begins: as `python -m heartplanner`, and as `python -m MODULE` for its own children.

Files that others wrote are read in a process of their own, which is started as `sys.executable -m MODULE`.
In a bundle that executable is this program and no Python, so it does what Python would.
"""

from __future__ import annotations

import runpy
import sys


def main() -> int:
    """A child's module where one is named, else the program. Returns the exit status."""
    if sys.argv[1:2] == ["-m"]:
        module = sys.argv[2]
        del sys.argv[1:3]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        return 0
    from heartplanner.__main__ import main as program

    return program()


if __name__ == "__main__":
    sys.exit(main())
