"""The range that a question looks in: in October, before Dec 15, in the next two weeks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from heartplanner.core.ask.asked_days import AskedDays
from heartplanner.core.ask.days.count_words import COUNT, count_of
from heartplanner.core.ask.days.day_phrases import read_days
from heartplanner.core.ask.days.month_phrases import year_days
from heartplanner.core.ask.not_understood import NotUnderstoodError
from heartplanner.core.ask.question import Context
from heartplanner.core.schedule.ranges.default_range import last_day

MOST_MONTHS = 24
"""How far ahead one range reaches that is counted from today."""

YEAR = re.compile(r"(?:(?:in|of) )?(?P<year>\d{4}|(?:last|this|next) year)", re.ASCII)
IN = re.compile(r"^(?:in|during|over|on|for) ")


def read_range(tail: str, context: Context) -> AskedDays:
    """The range that stands at a question's end, from today on; without one, twelve months."""
    text, today = tail.strip(), context.today
    start = max(today, context.plan.start)
    if not text:
        return AskedDays(start, last_day(start))
    word, _, named = text.partition(" ")
    ahead = re.fullmatch(
        rf"(?:in|within|over) the next {COUNT} (?P<unit>days?|weeks?|months?)", text
    )
    if ahead:
        return AskedDays(start, _ahead(start, count_of(ahead["count"]), ahead["unit"]))
    if word == "before" and named:
        first, last = start, read_span(named, context).first - timedelta(1)
    elif word in ("until", "till") and named:
        first, last = start, _until(named, context)
    elif word == "by" and named:
        first, last = start, read_span(named, context).last
    elif word == "after" and named:
        first = read_span(named, context).last + timedelta(1)
        last = last_day(first)
    else:
        first, last = read_whole(text, context)[:2]
    first = max(first, start)
    if last < first:
        raise NotUnderstoodError(f'"{text}" is over.')
    return AskedDays(first, last)


def read_whole(text: str, context: Context) -> AskedDays:
    """The year or the days that are named, with "in" or without it, whether they are over or to come."""
    if year := YEAR.fullmatch(text):
        return _named_year(year, context)
    return read_span(IN.sub("", text), context)


def read_span(text: str, context: Context) -> AskedDays:
    """The days of a phrase in that of its readings which the context asks for."""
    reading = read_days(text, context)
    return reading.other if context.second and reading.other else reading.taken


def _until(named: str, context: Context) -> date:
    reading = read_days(named, context)
    ends = until_ends([one for one in reading if one])
    return ends[-1] if context.second else ends[0]


def until_ends(readings: Sequence[AskedDays]) -> list[date]:
    """The last days that "until" may mean, of these readings of the days behind it; at most two.

    Until Christmas has that day too, and to some it ends before. Until the weekend, my break or February is
    before they begin, and to some it has them too.
    """
    ends = [one.first - timedelta(one.length > 1) for one in readings]
    if len(ends) > 1:
        return ends
    (only,) = readings
    return [*ends, only.last if only.length > 1 else only.first - timedelta(1)]


def _named_year(form: re.Match[str], context: Context) -> AskedDays:
    away = {"last year": -1, "this year": 0, "next year": 1}.get(form["year"])
    return year_days(int(form["year"]) if away is None else context.today.year + away)


def _ahead(start: date, count: int, unit: str) -> date:
    if not 1 <= count <= 366:
        raise NotUnderstoodError("Ask for 1 to 366 days, weeks or months.")
    if unit.startswith("month"):
        return last_day(start, min(count, MOST_MONTHS))
    return start + timedelta(count * (7 if unit.startswith("week") else 1) - 1)
