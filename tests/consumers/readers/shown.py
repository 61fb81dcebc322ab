"""How every reader here tells what its program shows: one line of JSON an event, times in UTC."""

from __future__ import annotations

import importlib
import json
import os
import shutil
import sys
from datetime import UTC, date, datetime
from types import ModuleType
from typing import NoReturn
from zoneinfo import ZoneInfo

ZONE = ZoneInfo(os.environ["TZ"])
"""Where the one who looks at the calendar is."""
SKIPPED = 77


def say(title: str, start: date, end: date, *, canceled: bool = False) -> None:
    """One event: aware moments, or dates of an all-day event whose `end` is the day after its last."""
    print(json.dumps([title, _plain(start), _plain(end), canceled]))


def _plain(moment: date) -> str:
    if not isinstance(moment, datetime):
        return moment.isoformat()
    if moment.tzinfo is None:
        return f"{moment:%Y-%m-%dT%H:%M:%S} of no zone"
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def skip(reason: str) -> NoReturn:
    """End as a reader whose program is not on this machine."""
    print(reason, file=sys.stderr)
    sys.exit(SKIPPED)


def module(name: str, package: str) -> ModuleType:
    """A library, or the end of a reader that needs it."""
    try:
        return importlib.import_module(name)
    except ImportError:
        skip(f"pip install {package}")


def program(name: str, package: str) -> str:
    """The path of a program, or the end of a reader that needs it."""
    return shutil.which(name) or skip(f"apt-get install {package}")
