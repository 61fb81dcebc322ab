"""On the command line: what follows for the six weeks from the rotations that are left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from heartplanner.cli.text.show_text import assignment_line
from heartplanner.core.finder.certainty import break_words, percent, question, weekend_words
from heartplanner.core.finder.counting.counts import RotationCounts
from heartplanner.core.finder.counting.marks import date_of, first_marked
from heartplanner.core.plan.model import CYCLE_DAYS, CYCLE_WEEKS, Plan, Search, monday
from heartplanner.core.words.english import brief_day

CYCLE = timedelta(days=CYCLE_DAYS)


def weeks_lines(left: RotationCounts, search: Search) -> Iterator[str]:
    """Break and weekends, and the six weeks with what is certain and how likely a shift is else."""
    shown = shown_start(search)
    dated = partial(date_of, shown)
    yield from filter(None, (break_words(left, dated), weekend_words(left, dated)))
    yield ""
    yield "              Mon  Tue  Wed  Thu  Fri  Sat  Sun"
    for week in range(CYCLE_WEEKS):
        cells = "".join(f"{_cell(left, week * 7 + day):>5}" for day in range(1, 8))
        yield f"{week + 1}  {brief_day(monday(shown) + timedelta(weeks=week)):<8}{cells}"
    yield "S shift, A admin, - free: certain. Numbers: how many of those that fit have a shift, in percent."
    yield ""


def shown_start(search: Search) -> date:
    """The start, or the Monday of the later cycle in which the first day that is known lies.

    Of a roster of December its own weeks are told, and not those of the year in which one began.
    """
    begins = monday(search.start)
    cycles = (first_marked(search) - begins) // CYCLE
    return begins + cycles * CYCLE if cycles > 0 else search.start


def question_line(left: RotationCounts, search: Search, today: date) -> Iterator[str]:
    """What one would best find out next."""
    if left.ask_next:
        yield asked_line(date_of(shown_start(search), left.ask_next), today)


def asked_line(day: date, today: date) -> str:
    return f"Next question: {question(day, today)}"


def _cell(left: RotationCounts, day: int) -> str:
    return left.letter(day) or percent(left.days[day - 1].shift, left.total).removesuffix("%")


def used_lines(before: Plan, plan: Plan, first: date) -> Iterator[str]:
    """The rotation that is used from `first` on, and where its hours change later."""
    for used in plan.assignments:
        if used.start == first or used not in before.assignments:
            unsure = len(used.guesses)
            open_ = f"; {unsure} of its {CYCLE_DAYS} days not confirmed yet" if unsure else ""
            yield f"{assignment_line(used)}{open_}"
