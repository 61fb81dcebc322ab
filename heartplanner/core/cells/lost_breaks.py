"""What a new rotation takes from the breaks that a responder counts on, in words.

A break that comes sooner in place of one that goes is no loss; one that is cut short, or that comes later,
is one that people have made plans for.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from heartplanner.core.plan.model import FREE, ONE_DAY, Plan, monday
from heartplanner.core.schedule.breaks import Break, breaks, next_break
from heartplanner.core.schedule.cycle import ONE_CYCLE, letters
from heartplanner.core.words.english import counted, number, span


def lost_breaks(plan: Plan, then: Plan, start: date) -> dict[Break, str]:
    """The breaks of `plan` that are shorter, later or gone in `then`, each with a sentence on it.

    `then` is the plan with a rotation that begins at `start`; its first six weeks are looked at.
    """
    last = monday(start) + ONE_CYCLE - ONE_DAY
    old, new = breaks(plan, start, last), breaks(then, start, last)
    following = next_break(then, start)
    lost = {}
    for run in old:
        stays = next((one for one in new if one.first <= run.last and one.last >= run.first), None)
        if stays:
            if stays.length < run.length or stays.first > run.first:
                lost[run] = f"Your break of {_span(run)} becomes {_span(stays)}, {_days(stays)}."
        elif run.first < start or following is None or following.first > run.first:
            lost[run] = " ".join(_gone(then, run, following))
    return lost


def _gone(then: Plan, run: Break, following: Break | None) -> Iterator[str]:
    """What is left of a break that is none any more, and when the next one comes."""
    free = _longest_free(then, run)
    if free is None:
        yield f"Your break of {_span(run)} is gone: you work in it."
    else:
        yield f"Your break of {_span(run)} becomes {_days(free)}: {_span(free)}."
    yield (
        f"Your next break is then {_span(following)}." if following else "No break comes after it."
    )


def _longest_free(then: Plan, run: Break) -> Break | None:
    """The longest run of days that stay free in a break."""
    day, longest = run.first, None
    for letter, group in groupby(letters(then, run.first, run.last)):
        length = len([*group])
        if letter == FREE and (longest is None or length > longest.length):
            longest = Break(day, day + timedelta(days=length - 1))
        day += timedelta(days=length)
    return longest


def _days(run: Break) -> str:
    return f"{number(run.length)} days" if run.length > 1 else counted(run.length, "day")


def _span(run: Break) -> str:
    return span(run.first, run.last)
