"""How much the tests try: by default what every change is checked with, or with LONG=1 much more."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")
LONG = os.environ.get("LONG") in ("1", "all")
WHOLE = os.environ.get("LONG") == "all"
"""Whether also what takes tens of minutes is tried."""


def tries(number: int, in_a_long_run: int) -> int:
    """So many examples, or with LONG=1 so many as in a long run."""
    return in_a_long_run if LONG else number


def cases(always: Iterable[T], in_a_long_run: Iterable[T]) -> list[T]:
    """The cases at which things break first; with LONG=1 those between them too."""
    return [*always, *(in_a_long_run if LONG else ())]
