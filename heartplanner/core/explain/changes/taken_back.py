"""What becomes of the days of a change that is taken back: said before it is, and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from heartplanner.core.explain.reasons import day_line
from heartplanner.core.plan.change import ChangeDetail, dates_of
from heartplanner.core.plan.model import each_date
from heartplanner.core.schedule.changes import ABSENT_AS
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import counted, hours, weekday_date

DAYS_SHOWN = 3
"""How many days are named one by one: more are counted."""


def restored_days(
    before: Schedule, after: Schedule, detail: ChangeDetail, display: DisplayFormat
) -> list[str]:
    """Each day that is another one without the change, and the leave that follows, as sentences.

    `before` and `after` are the schedules with and without it.
    """
    dates = sorted({day for span in dates_of(detail) for day in each_date(*span)})
    was = [before.days(day, day)[0] for day in dates]
    now = [after.days(day, day)[0] for day in dates]
    others = [
        f"{weekday_date(later.date)} becomes {_within(day_line(later, display))}."
        for earlier, later in zip(was, now, strict=True)
        if day_line(earlier, display) != day_line(later, display)
    ]
    more = len(others) - DAYS_SHOWN
    counts = [f"{counted(more, 'more day')} change too."] if more > 1 else []
    named = others[:DAYS_SHOWN] if counts else others
    return [*named, *counts, *_time_off(was, now)]


def _within(line: str) -> str:
    """A day's line within a sentence."""
    return line[:1].lower() + line[1:]


def _time_off(was: Iterable[Day], now: Iterable[Day]) -> Iterator[str]:
    """12 h more leave: what is spent of it, or is there again."""
    earlier, later = _minutes_off(was), _minutes_off(now)
    for kind, minutes in later.items():
        other = minutes - earlier[kind]
        if other:
            yield f"That is {hours(abs(other))} {'more' if other > 0 else 'less'} {kind}."


def _minutes_off(over: Iterable[Day]) -> dict[str, int]:
    minutes = {str(kind): 0 for kind in ABSENT_AS.values()}
    for day in over:
        for off in day.taken_off:
            minutes[str(off.kind)] += off.block.minutes
    return minutes
