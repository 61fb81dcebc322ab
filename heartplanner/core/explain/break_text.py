"""A break as one can plan by it: its days that are really free, and those that one works after all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import groupby

from heartplanner.core.plan.model import each_date
from heartplanner.core.schedule.breaks import Break
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import listed, span_brief


def free_runs(schedule: Schedule, built_in: Break) -> list[Break]:
    """The runs of days in a break on which nothing is worked: all of it, or what is left."""
    worked = _worked(schedule, built_in)
    days = each_date(built_in.first, built_in.last)
    runs = [list(run) for busy, run in groupby(days, lambda day: day in worked) if not busy]
    return [Break(run[0], run[-1]) for run in runs]


def free_dates(
    schedule: Schedule, built_in: Break, dates: Callable[[date, date], str] = span_brief
) -> str:
    """Dec 12-16: the free days of a break; none where all of it is worked."""
    runs = free_runs(schedule, built_in)
    return listed([dates(run.first, run.last) for run in runs]) or "none"


def worked_days(schedule: Schedule, built_in: Break) -> str:
    """You work on Dec 11, day 1: the days of a break that are worked; empty where none is."""
    named = [
        f"{span_brief(day, day)}, day {(day - built_in.first).days + 1}"
        for day in _worked(schedule, built_in)
    ]
    return f"you work on {'; '.join(named)}" if named else ""


def break_text(
    schedule: Schedule, built_in: Break, dates: Callable[[date, date], str] = span_brief
) -> str:
    """Dec 12-16 (you work on Dec 11, day 1): the free days of a break, and why it has no more of them."""
    worked = worked_days(schedule, built_in)
    aside = f" ({worked})" if worked else ""
    return f"{free_dates(schedule, built_in, dates)}{aside}"


def _worked(schedule: Schedule, built_in: Break) -> list[date]:
    """The days of a break that are worked."""
    # The rotation leaves all of it free, so without a change no day has to be worked out.
    if not any(map(schedule.changes_on, each_date(built_in.first, built_in.last))):
        return []
    return [day.date for day in schedule.days(built_in.first, built_in.last) if day.blocks]
