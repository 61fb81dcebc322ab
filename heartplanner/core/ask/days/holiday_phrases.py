"""Holidays as one names them in a question: Thanksgiving week, Christmas 2027, Labor Day weekend."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from heartplanner.core.ask.asked_days import AskedDays, DatePhrase
from heartplanner.core.ask.days.which_year import NamedDays, which
from heartplanner.core.ask.question import Context, Tense
from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE, ONE_DAY, monday
from heartplanner.core.schedule.days import SUNDAY

OTHER_NAMES = {
    "xmas": "christmas",
    "xmas eve": "christmas eve",
    "mlk": "martin luther king jr",
    "martin luther king": "martin luther king jr",
    "presidents": "washingtons birthday",
    "juneteenth": "juneteenth national independence",
    "fourth of july": "independence",
    "4th of july": "independence",
    "july 4th": "independence",
    "easter": "easter sunday",
    "st patricks": "saint patricks",
    "black friday": "day after thanksgiving",
}
"""What holidays are called besides their names in the lists."""
EVES = {"christmas eve": 24, "new years eve": 31}
"""Days of December that people name like holidays, whether or not the list has them."""
OF_ANY_WEEKDAY = ("christmas", "christmas eve", "new years", "new years eve")
"""Their weekend is Saturday and Sunday: only the holidays that are a Monday or a Thursday each year make it
longer to everybody."""
YEARS_AHEAD = 3
"""For how many years after this one holidays are known by their names."""


def holiday_range(today: date) -> tuple[date, date]:
    """The first and the last date of the years whose holidays a question may name, or count hours of."""
    # In January the last pay period, and what is worked on its holidays, is of the year before.
    return date(max(today.year - 1, FIRST_DATE.year), 1, 1), date(
        min(today.year + YEARS_AHEAD, LAST_DATE.year), 12, 31
    )


def read_holiday(text: str, context: Context) -> DatePhrase | None:
    """Thanksgiving, Christmas 2027, Labor Day weekend, Thanksgiving week."""
    named = holidays_named(text, context)
    reading = which(named, context)
    if reading is None or reading.other or " weekend" not in text:
        return reading
    # Friday, December 25 to Sunday is the Christmas weekend to some.
    longer = holidays_named(text, context, longer=True)
    other = longer.spans[named.spans.index(reading.taken)]
    return reading._replace(other=other if other != reading.taken else None)


def holidays_named(text: str, context: Context, *, longer: bool = False) -> NamedDays:
    """The days, weekends or weeks that a holiday's name may mean, of each year for which they are known.

    `longer`: of each weekend its longest reading.
    """
    form = re.fullmatch(
        r"(?P<name>.+?)(?: (?P<unit>week|weekend))?(?: (?P<year>\d{4}))?", text, re.ASCII
    )
    if form is None:
        return NamedDays(())
    asked = _plain_name(form["name"])
    asked = OTHER_NAMES.get(asked, asked)
    dates = sorted(_dates_of(asked, context)) if asked else []
    year = int(form["year"]) if form["year"] else None
    spans = [
        _span_of(day, form["unit"], asked, context, longer=longer)
        for day in dates
        if year in (None, day.year)
    ]
    known = tuple(span for span in spans if span)
    # A holiday of one's own that is over and of which no other year is known is none to come.
    over = (
        year is None
        and context.tense is Tense.COMING
        and all(s.last < context.today for s in known)
    )
    return NamedDays(() if over else known)


def holiday_words(context: Context) -> frozenset[str]:
    """The first words of all that a holiday can be called."""
    named = (*context.holidays.values(), *context.named.values())
    names = (*map(_plain_name, named), *OTHER_NAMES, *EVES)
    return frozenset(word for name in names for word in name.split()[:1])


def _span_of(
    day: date, unit: str | None, name: str, context: Context, *, longer: bool
) -> AskedDays | None:
    """The holiday itself, its week or its weekend."""
    match unit:
        case None:
            return AskedDays(day, day)
        case "week":
            return AskedDays(monday(day), monday(day) + 6 * ONE_DAY)
        case _:
            weekend = _weekend_with(day)
            if weekend and name in OF_ANY_WEEKDAY and not longer:
                saturday = (
                    day + timedelta(SUNDAY - 1 - day.weekday()) if day.weekday() else weekend.first
                )
                return AskedDays(saturday, saturday + ONE_DAY)
            return weekend and _with_observed(weekend, name, context)


def _dates_of(name: str, context: Context) -> Iterator[date]:
    """The dates of the holidays, of other days and of eves of a plain name."""
    for known in (context.holidays, context.named):
        yield from (day for day, named in known.items() if _plain_name(named) == name)
    if name in EVES:
        yield from (
            date(year, 12, EVES[name]) for year in range(FIRST_DATE.year, LAST_DATE.year + 1)
        )


def _with_observed(weekend: AskedDays, name: str, context: Context) -> AskedDays:
    """A weekend with the Friday or Monday on which its holiday is observed."""
    first, last = weekend.first - ONE_DAY, weekend.last + ONE_DAY
    observed = {
        day
        for day in (first, last)
        if _plain_name(context.holidays.get(day, "")) == f"{name} day observed"
    }
    return AskedDays(
        first if first in observed else weekend.first, last if last in observed else weekend.last
    )


def _weekend_with(day: date) -> AskedDays | None:
    """The weekend that a holiday makes longer; a Tuesday or Wednesday touches none."""
    number = day.weekday()
    if number in (1, 2):
        return None
    if number == 0:
        return AskedDays(day - 2 * ONE_DAY, day)
    sunday = day + timedelta(SUNDAY - number)
    return AskedDays(min(day, sunday - ONE_DAY), sunday)


def _plain_name(name: str) -> str:
    """A holiday's name without marks: new years for New Year's Day, and for my New Year's."""
    letters = re.sub(r"[^a-z0-9 ]", "", name.lower()).removeprefix("the ").removeprefix("my ")
    return letters.removesuffix(" day").strip()
