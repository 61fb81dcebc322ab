"""With which first day of the work week rotations fit: the counts, in words, and the way to each."""

from __future__ import annotations

from collections.abc import Sequence

from heartplanner.core.finder.counting.counts import by_first_day, count_rotations, possible
from heartplanner.core.finder.counting.marks import allowed_letters
from heartplanner.core.plan.model import MARK_MEANINGS, Options, Rotation, Search
from heartplanner.core.words.english import WEEKDAYS, listed


def counts_by_work_week(search: Search) -> tuple[int, ...]:
    """How many rotations fit if the work week begins on Monday, on Tuesday, and so on to Sunday."""
    allowed = allowed_letters(search.marks, search.start)
    return tuple(count_rotations(allowed, fixed).total for fixed in by_first_day(search.options))


def work_week_text(search: Search, counts: Sequence[int]) -> str:
    """None fits a week from Monday; 1,240 fit if your work week begins on Saturday.

    Where any may be: how many fit from each day. Empty where the work week asked for has some that fit, and
    where none has any. `counts`: those by work week, Monday first.
    """
    asked = search.options.work_week
    fitting = [(WEEKDAYS[day], count) for day, count in enumerate(counts) if count]
    if not fitting:
        return ""
    if asked is None:
        days = listed([f"{count:,} on {name}" for name, count in fitting])
        more = " One that fits several of these days counts for each." if len(fitting) > 1 else ""
        return f"By the day on which your work week begins: {days}.{more}"
    if counts[asked]:
        return ""
    ways = [
        f"{count:,} {'fits' if count == 1 else 'fit'} if it begins on {name}"
        for name, count in fitting
    ]
    return f"None fits if your work week begins on {WEEKDAYS[asked]}; {listed(ways)}."


def fitting_work_week(options: Options, rotation: Rotation, current: int) -> int:
    """The work week by which a rotation that was found is worked, 0 Monday to 6 Sunday.

    It is the one asked for. Where any may be, it is the current one if the rotation fits it, else the first
    from Monday on that it fits.
    """
    if options.work_week is not None:
        return options.work_week
    letters = tuple(MARK_MEANINGS[letter] for letter in rotation.letters)
    # The current one first: nothing that need not change does.
    tried = (options._replace(work_week=first) for first in (current, *range(7)))
    fitting = (fixed.work_week for fixed in tried if possible(letters, fixed))
    return next((first for first in fitting if first is not None), current)
