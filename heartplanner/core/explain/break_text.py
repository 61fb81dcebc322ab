"""A break as one can plan by it: its days that are really free, and those that one works after all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import groupby

from heartplanner.core.schedule.breaks import Break
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import listed, span_brief, span_days


def free_runs(schedule: Schedule, built_in: Break) -> list[Break]:
    """The runs of days in a break on which nothing is worked: all of it, or what is left."""
    days = schedule.days(built_in.first, built_in.last)
    runs = [list(run) for worked, run in groupby(days, lambda day: bool(day.blocks)) if not worked]
    return [Break(run[0].date, run[-1].date) for run in runs]


def free_dates(
    schedule: Schedule, built_in: Break, dates: Callable[[date, date], str] = span_brief
) -> str:
    """Dec 12-16: the free days of a break; none where all of it is worked."""
    runs = free_runs(schedule, built_in)
    return listed([dates(run.first, run.last) for run in runs]) or "none"


def worked_days(schedule: Schedule, built_in: Break, *, brief: bool = True) -> str:
    """You work on Dec 11, day 1: the days of a break that are worked; empty where none is."""
    dates = span_brief if brief else span_days
    worked = [day for day in schedule.days(built_in.first, built_in.last) if day.blocks]
    named = [
        f"{dates(day.date, day.date)}, day {(day.date - built_in.first).days + 1}" for day in worked
    ]
    return f"you work on {'; '.join(named)}" if named else ""


def break_text(
    schedule: Schedule, built_in: Break, dates: Callable[[date, date], str] = span_brief
) -> str:
    """Dec 12-16 (you work on Dec 11, day 1): the free days of a break, and why it has no more of them."""
    worked = worked_days(schedule, built_in)
    aside = f" ({worked})" if worked else ""
    return f"{free_dates(schedule, built_in, dates)}{aside}"
