"""Tries a bundle on the system that it was made for: commands, a child of its own, paper, the window.

    python resources/packaging/smoke.py PROGRAM [WINDOW_PROGRAM]

The second is the program without a console, where there is one. Everything is done in a home of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROSTER = "\r\n".join(
    (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//smoke//EN", "BEGIN:VEVENT", "UID:1@smoke",
        "DTSTAMP:20260101T000000Z", "DTSTART:20261203T140000Z", "DTEND:20261204T020000Z",
        "SUMMARY:Day shift", "END:VEVENT", "END:VCALENDAR", "",
    )
)  # fmt: skip
PATIENCE = 60
"""Seconds for the window to open or to close."""


def main(program: str, window: str) -> None:
    with tempfile.TemporaryDirectory() as home:
        places = ("HOME", *(f"XDG_{kind}_HOME" for kind in ("DATA", "CACHE", "CONFIG", "STATE")))
        environment = {**os.environ, **dict.fromkeys(places, home)}
        _try_commands(program, Path(home), environment)
        _try_window(window, environment)
    print("The bundle works.")


def _try_commands(program: str, home: Path, environment: dict[str, str]) -> None:
    def run(*words: str, status: int = 0) -> str:
        done = subprocess.run(
            [program, *words], env=environment, capture_output=True, check=False, encoding="utf-8"
        )
        if done.returncode != status:
            raise SystemExit(f"{words}: exit status {done.returncode}: {done.stderr}")
        return done.stdout

    assert "heartplanner" in run("--version").lower()
    run("export", "-o", str(home / "calendar.ics"))
    assert (home / "calendar.ics").read_bytes().count(b"BEGIN:VEVENT") > 100
    run("print", "--month", "2026-12", "-o", str(home / "month.pdf"))
    assert (home / "month.pdf").read_bytes().startswith(b"%PDF-")
    roster = home / "roster.ics"
    roster.write_bytes(ROSTER.encode())
    # Read in a child, which the bundle starts of itself; status 1: the roster differs from the schedule.
    assert "Dec" in run("compare", str(roster), status=1)


def _try_window(window: str, environment: dict[str, str]) -> None:
    """Open the window, and close it as a person does."""
    with subprocess.Popen([window], env=environment) as running:
        time.sleep(5)  # the first start of a new program is looked at by Windows and macOS
        until = time.monotonic() + PATIENCE
        while running.poll() is None and time.monotonic() < until:
            _close(running.pid)
            time.sleep(1)
        if running.poll() is None:
            running.kill()
            raise SystemExit("the window was not closed")
        if running.returncode:
            raise SystemExit(f"the window ended with status {running.returncode}")


def _close(process: int) -> None:
    match sys.platform:
        case "win32":
            command = ["taskkill", "/PID", str(process)]
        case "darwin":
            command = ["osascript", "-e", 'quit app "Heart Planner"']
        case _:
            command = ["wmctrl", "-c", "Heart Planner"]  # it asks the window manager
    subprocess.run(command, check=False, capture_output=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[-1])
