"""Changes of the plan that the roster does not have any more: leave that was withdrawn, a swap undone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby

from heartplanner.core.compare.comparison import ComparedDay, Comparison
from heartplanner.core.compare.take_over import TakeOver, TakeOverKind, Trial
from heartplanner.core.plan.change import Absence, AbsenceKind, Change, Note, dates_of
from heartplanner.core.plan.model import each_date
from heartplanner.core.schedule.schedule import Schedule

LONGEST = timedelta(days=92)
"""Absences longer than this are no days that an employer would give back one by one."""


def withdrawn(schedule: Schedule, comparison: Comparison, trial: Trial) -> Iterator[TakeOver]:
    """What is settled by taking a change of the plan back, each date by one change at most.

    Leave of several days is taken back on the days on which the roster has work, and stays on the others.
    """
    differences = {compared.date: compared for compared in comparison.differences}
    settled: set[date] = set()
    for change, dates in _dates_by_change(differences).items():
        if not settled.isdisjoint(dates):
            continue
        way = TakeOver(TakeOverKind.TAKEN_BACK, tuple(dates), (), (change,))
        if isinstance(change.what, Absence):
            fitting = tuple(day for day in dates if trial.settles(way._replace(dates=(day,))))
            kept = tuple(_kept(schedule, change, change.what, fitting))
            way = way._replace(dates=fitting, changes=kept)
        if way.dates and trial.settles(way) and trial.touches_only(way):
            settled.update(way.dates)
            yield way


def _dates_by_change(differences: Mapping[date, ComparedDay]) -> dict[Change, list[date]]:
    """The dates that differ, by the changes on them; words on a day change nothing of its work."""
    dates: dict[Change, list[date]] = {}
    for day, compared in differences.items():
        if any(isinstance(reading.change, AbsenceKind) for reading in compared.readings):
            continue  # the roster says itself why the day is free
        for change in compared.day.changes:
            spans = dates_of(change.what)
            short = all(last - first <= LONGEST for first, last in spans)
            if short and not isinstance(change.what, Note):
                dates.setdefault(change, []).append(day)
    return dates


def _kept(
    schedule: Schedule, change: Change, absence: Absence, back: tuple[date, ...]
) -> Iterator[Absence]:
    """What stays of an absence whose days `back` are worked again."""
    days = dict(
        zip(
            each_date(absence.first, absence.last),
            schedule.days(absence.first, absence.last),
            strict=True,
        )
    )
    for is_back, run in groupby(days, key=lambda day: day in back):
        span = list(run)
        if not is_back and any(change in days[day].changes for day in span):
            yield absence._replace(first=span[0], last=span[-1])
