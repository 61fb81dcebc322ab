"""Reads a roster from standard input in a process of its own, held to little memory and time.

    python -m heartplanner.files.roster.child START TODAY < roster

It prints one JSON object: `text`, `tables`, `events`, or `refused`, a reason in words for the user.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from datetime import date
from typing import Any

from heartplanner.files.roster.kinds import RefusedError, RosterFileKind, decoded, kind_of

MEMORY = 1 << 30
SECONDS = 5
"""Of the processor's time, not on the clock: a busy computer takes nothing away."""
LOOK = 0.1


def main() -> None:
    hold(SECONDS)
    start, today = (date.fromisoformat(argument) for argument in sys.argv[1:3])
    try:
        answer = read(sys.stdin.buffer.read(), start, today)
    except RefusedError as error:
        answer = {"refused": str(error)}
    except MemoryError:
        answer = {"refused": "it takes more memory than a roster needs"}
    print(json.dumps(answer))  # noqa: T201  (its answer)


def hold(seconds: float, memory: int = MEMORY) -> None:
    """Little memory and time; where the system does not see to it, a thread looks after the time."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
    else:
        threading.Thread(target=_end_after, args=(seconds,), daemon=True).start()


def _end_after(seconds: float) -> None:
    while time.process_time() < seconds:
        time.sleep(LOOK)
    os._exit(1)


def read(data: bytes, start: date, today: date) -> dict[str, Any]:
    """What the bytes hold. Each kind's library is loaded only for it."""
    kind = kind_of(data)
    match kind:
        case RosterFileKind.CALENDAR:
            from heartplanner.files.roster.calendars.calendar_events import read_calendar

            return {"events": read_calendar(data, start, today)}
        case RosterFileKind.WORKBOOK:
            from heartplanner.files.roster.workbooks.unseen import unseen_marks
            from heartplanner.files.roster.workbooks.workbook import read_workbook

            return {"tables": read_workbook(data), "unseen": unseen_marks(data)}
        case RosterFileKind.PAGE:
            from heartplanner.files.roster.web_page import read_page

            return read_page(decoded(data))
        case RosterFileKind.PDF:
            from heartplanner.files.roster.pdf import read_pdf

            return {"text": read_pdf(data)}
        case RosterFileKind.TEXT:
            return {"text": decoded(data)}


if __name__ == "__main__":
    main()
