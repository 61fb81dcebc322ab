"""Seasons as one names them: by whole months, as meteorology counts them (spring is March to May)."""

from __future__ import annotations

import re
from datetime import date

from heartplanner.core.ask.asked_days import AskedDays, DatePhrase
from heartplanner.core.ask.days.month_phrases import check_year
from heartplanner.core.ask.days.which_year import of_years, which
from heartplanner.core.ask.not_understood import NotUnderstoodError
from heartplanner.core.ask.question import Context
from heartplanner.core.schedule.totals import month_ends

BEGINS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
"""The month in which each begins; it has three."""
SEASON = re.compile(
    rf"(?:(?P<which>the|this|next) )?(?P<name>{'|'.join(BEGINS)})(?:(?: of)? (?P<year>\d{{4}}))?",
    re.ASCII,
)
SCHOOL_BREAK = re.compile(r"(?:.+ )?(?P<name>(?:spring|summer|fall|autumn|winter) break)(?: .+)?")


def read_season(text: str, context: Context) -> DatePhrase | None:
    """A season: the one that is under way, or else the coming one; one just over is a second reading.

    "Next summer" is the coming one, and where that is still to begin, the one after it is the second
    reading. "Winter 2026" begins in December 2026; the one that ends in that year is the second reading.
    Raises NotUnderstoodError for a school's break, of which no rule is known.
    """
    if held := SCHOOL_BREAK.fullmatch(text):
        raise NotUnderstoodError(f"Each school sets its own {held['name']}: ask with its dates.")
    form = SEASON.fullmatch(text)
    if form is None:
        return None
    begin, today = BEGINS[form["name"]], context.today
    if form["year"]:
        year = int(form["year"])
        check_year(year)
        crosses = begin == BEGINS["winter"]
        return DatePhrase(_season(year, begin), _season(year - 1, begin) if crosses else None)
    if form["which"] == "next":
        year = today.year + (date(today.year, begin, 1) <= today)
        under_way = _season(year - 1, begin).last >= today
        return DatePhrase(_season(year, begin), None if under_way else _season(year + 1, begin))
    return which(of_years(context, 1, lambda year: _season(year, begin)), context)


def _season(year: int, begin: int) -> AskedDays:
    """The three months from the one in which it begins."""
    end = begin + 2
    last = month_ends(year + (end > 12), (end - 1) % 12 + 1)[1]
    return AskedDays(date(year, begin, 1), last)
