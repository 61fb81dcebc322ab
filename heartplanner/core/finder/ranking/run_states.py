"""Runs of shifts, worked days and free days: what a day's letters make of those before, and their flaws."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from heartplanner.core.plan.model import FREE
from heartplanner.core.schedule.breaks import BREAK_DAYS
from heartplanner.core.schedule.rest import LONG_RUN

LONG_SHIFT_RUN = 3
# Flaws are bits of an integer, so that any set of them is avoided by one comparison.
FLAWS = SHIFT_RUN, WORK_RUN, LONE_WORK = 1, 2, 4
SECOND_BREAK = 8
"""This is no flaw but against P7: it is always avoided."""


class RunState(NamedTuple):
    """How many shifts, worked days and free days in a row the days so far end with.

    Each is counted only as far as it matters, so that there are few states.
    """

    shifts: int
    worked: int
    free: int


RESTED = RunState(0, 0, 2)
"""After days off: a break, or a free weekend."""


class RunTransition(NamedTuple):
    """What some days make of a state: the state after them, their flaws, the lone free days they end."""

    state: RunState
    flaws: int
    lone_free: int


@lru_cache(maxsize=1)
def run_states() -> tuple[RunState, ...]:
    """All states in which a rotation without a break may be."""
    worked = (
        RunState(shifts, days, 0)
        for days in range(1, LONG_RUN + 2)
        for shifts in range(min(days, LONG_SHIFT_RUN + 1) + 1)
    )
    return (RESTED, RunState(0, 0, 1), *worked)


# The same few patterns follow on the same few states in every subproblem, so each is worked out once.
@lru_cache(maxsize=1 << 17)
def transition(state: RunState, letters: str, rest: int, has_break: bool) -> RunTransition:
    """A state and some days after it; the days of the set `rest` are in the break."""
    shifts, worked, free = state
    flaws = lone_free = 0
    for day, letter in enumerate(letters):
        if letter == FREE:
            flaws |= LONE_WORK * (worked == 1)
            most = BREAK_DAYS if has_break else RESTED.free
            # The break itself counts as two days off: more would be taken for a second break.
            free = RESTED.free if rest >> day & 1 else min(free + 1, most)
            flaws |= SECOND_BREAK * (free == BREAK_DAYS)
            shifts = worked = 0
        else:
            lone_free += free == 1
            shifts = min(shifts + 1, LONG_SHIFT_RUN + 1) if letter == "S" else 0
            worked, free = min(worked + 1, LONG_RUN + 1), 0
            flaws |= SHIFT_RUN * (shifts > LONG_SHIFT_RUN) | WORK_RUN * (worked > LONG_RUN)
    return RunTransition(RunState(shifts, worked, free), flaws, lone_free)
