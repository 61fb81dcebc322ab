"""How many examples the tests try: enough for the faults that were planted, or with LONG=1 many more."""

from __future__ import annotations

import os

LONG = os.environ.get("LONG") == "1"


def tries(number: int, in_a_long_run: int) -> int:
    """So many examples, or with LONG=1 so many as in a long run."""
    return in_a_long_run if LONG else number
