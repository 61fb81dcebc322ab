"""Days that are counted from another: in 10 days, two weeks from Friday, three days before Christmas."""

from __future__ import annotations

import re
from datetime import timedelta

from heartplanner.core.ask.asked_days import DatePhrase, one_day
from heartplanner.core.ask.days.count_words import COUNT, count_of
from heartplanner.core.ask.days.single_days import (
    WEEK,
    later,
    read_single_or_holiday,
    span_of,
    with_other,
)
from heartplanner.core.ask.not_understood import NotUnderstoodError
from heartplanner.core.ask.question import Context
from heartplanner.core.plan.model import ONE_DAY, monday

MOST_AHEAD = 366
"""Days, or weeks of them, that one may count."""
AHEAD = re.compile(rf"in {COUNT} (?P<unit>day|week)s?(?: time)?")
NEXT = re.compile(rf"(?:the )?next (?!a )(?!an ){COUNT} (?P<unit>day|week)s?")
BESIDE = re.compile(
    rf"{COUNT} (?P<unit>day|week)s? (?P<side>from|after|before|ago)(?: (?P<day>.+))?"
)
NOW = ("now", "today")


def read_counted(text: str, context: Context) -> DatePhrase | None:
    """In 10 days; two weeks from Friday; three days ago.

    "In two weeks" is the day, and the whole week in which it lies is its second reading. The next three
    days begin today, and tomorrow in their second reading.
    """
    if form := AHEAD.fullmatch(text):
        return _ahead(form, context)
    if form := NEXT.fullmatch(text):
        days = _length(form).days
        # To some the day that goes on is none of them.
        return with_other(context.today, context.today + ONE_DAY, days)
    form = BESIDE.fullmatch(text)
    if form is None or (form["side"] == "ago") != (form["day"] is None):
        return None
    length = _length(form)
    if form["side"] == "ago" or (form["side"] == "from" and form["day"] in NOW):
        return one_day(context.today + (-length if form["side"] == "ago" else length))
    reading = read_single_or_holiday(form["day"], context)
    if reading is None or reading.taken.length > 1:
        return None
    before = form["side"] == "before"
    moved = -length if before else length
    taken = later(reading.taken, moved)
    if reading.other:
        return DatePhrase(taken, later(reading.other, moved))
    if form["side"] == "from":
        return DatePhrase(taken)
    # "Three days before Christmas" is a day, and to some the days that lead to it.
    begin = taken.first if before else reading.taken.last + ONE_DAY
    beside = span_of(begin, length.days).taken
    return DatePhrase(taken, beside if beside != taken else None)


def _ahead(form: re.Match[str], context: Context) -> DatePhrase:
    day = context.today + _length(form)
    week = span_of(monday(day), WEEK.days).taken if form["unit"] == "week" else None
    return one_day(day)._replace(other=week)


def _length(form: re.Match[str]) -> timedelta:
    count = count_of(form["count"])
    if not 1 <= count <= MOST_AHEAD:
        raise NotUnderstoodError(f"Count 1 to {MOST_AHEAD} days or weeks.")
    return timedelta(count * (WEEK.days if form["unit"] == "week" else 1))
