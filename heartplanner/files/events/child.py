"""Reads the files of one calendar from standard input in a process held to little memory and time.

    python -m heartplanner.files.events.child FIRST LAST SIZE... < files one after the other

It prints a JSON list with an object for each file: `name`, `events` and `unread`, or `refused`, which
says why it is not read.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Any

from heartplanner.files.events.event_reader import read_events
from heartplanner.files.roster.child import SECONDS, hold
from heartplanner.files.roster.kinds import RefusedError

MEMORY = 500_000_000


def main() -> None:
    hold(SECONDS, MEMORY)
    first, last = (date.fromisoformat(argument) for argument in sys.argv[1:3])
    sizes = [int(argument) for argument in sys.argv[3:]]
    answers = [_answer(sys.stdin.buffer.read(size), first, last) for size in sizes]
    print(json.dumps(answers))  # noqa: T201  (its answer)


def _answer(data: bytes, first: date, last: date) -> dict[str, Any]:
    try:
        return read_events(data, first, last)
    except RefusedError as error:
        return {"refused": str(error)}
    except MemoryError:
        return {"refused": "it takes more memory than a calendar needs"}


if __name__ == "__main__":
    main()
