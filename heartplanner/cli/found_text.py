"""On the command line: what follows for the six weeks from the rotations that are left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from heartplanner.core.finder.certainty import break_words, percent, weekend_words
from heartplanner.core.finder.counting.counts import RotationCounts
from heartplanner.core.finder.counting.marks import date_of
from heartplanner.core.plan.model import CYCLE_WEEKS, Search, monday
from heartplanner.core.words.english import brief_day


def weeks_lines(left: RotationCounts, search: Search) -> Iterator[str]:
    """Break and weekends, and the six weeks with what is certain and how likely a shift is else."""
    dated = partial(date_of, search.start)
    yield from filter(None, (break_words(left, dated), weekend_words(left, dated)))
    yield ""
    yield "              Mon  Tue  Wed  Thu  Fri  Sat  Sun"
    for week in range(CYCLE_WEEKS):
        cells = "".join(f"{_cell(left, week * 7 + day):>5}" for day in range(1, 8))
        yield f"{week + 1}  {brief_day(monday(search.start) + timedelta(weeks=week)):<8}{cells}"
    yield "S shift, A admin, - free: certain. Numbers: how many of those that fit have a shift, in percent."
    yield ""


def _cell(left: RotationCounts, day: int) -> str:
    return left.letter(day) or percent(left.days[day - 1].shift, left.total).removesuffix("%")
