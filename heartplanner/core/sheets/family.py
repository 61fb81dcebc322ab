"""What a family's sheet says: when one is home, in English or Spanish; no places, notes or names."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from heartplanner.core.calendar.home_times import HomeTime, home_parts, home_times
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.ranges.month import Month, month_rows
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.sheets.month import PROGRAM, SheetOptions
from heartplanner.core.words import english, spanish
from heartplanner.core.words.display_format import DisplayFormat, Language
from heartplanner.typed import distinct

TITLES = {Language.ENGLISH: "When I am home", Language.SPANISH: "Cuándo estoy en casa"}


UNCONFIRMED = "?"
"""It follows what a day says that is not confirmed; the footer explains it."""


class FamilyDay(NamedTuple):
    """A day: its number, when one is home then in two parts ("" before the start date), what it is."""

    date: date
    number: str
    lead: str
    main: str
    home: HomeTime | None
    outside: bool


@distinct
class FamilySheet(NamedTuple):
    """All the words of a month's sheet for the family."""

    title: str
    month: str
    weekdays: tuple[str, ...]
    rows: tuple[tuple[FamilyDay, ...], ...]
    footer: str


def family_sheet(schedule: Schedule, month: Month, options: SheetOptions) -> FamilySheet:
    """The sheet of a month; it has nothing of the plan but when one is home."""
    language = options.display.language
    rows = month_rows(schedule, month, options.display)
    at_home = home_times(schedule, rows[0].days[0].date, rows[-1].days[-1].date)
    spoken = spanish.WEEKDAYS if language is Language.SPANISH else english.WEEKDAYS
    titled = spanish.month_title if language is Language.SPANISH else english.month_title
    unconfirmed = any(home.unconfirmed for home in at_home.values())
    return FamilySheet(
        title=TITLES[language],
        month=titled(month.year, month.number),
        weekdays=tuple(spoken[day.date.weekday()].capitalize() for day in rows[0].days),
        rows=tuple(
            tuple(_day(day.date, at_home.get(day.date), month, options.display) for day in row.days)
            for row in rows
        ),
        footer=_footer(schedule.plan, language, options.today, unconfirmed=unconfirmed),
    )


def _day(day: date, home: HomeTime | None, month: Month, display: DisplayFormat) -> FamilyDay:
    lead, main = home_parts(home, display) if home else ("", "")
    if home and home.unconfirmed:
        main += UNCONFIRMED
    return FamilyDay(day, str(day.day), lead, main, home, not month.holds(day))


def _footer(plan: Plan, language: Language, today: date, *, unconfirmed: bool) -> str:
    """When it was printed, of which version, and what of it is not confirmed yet."""
    spoken = language is Language.SPANISH
    parts = [
        f"Impreso el {spanish.full_date(today)}"
        if spoken
        else f"Printed {english.full_date(today)}",
        f"{'versión' if spoken else 'version'} {plan.version}",
        PROGRAM,
    ]
    if plan.example:
        parts.append("días sin confirmar" if spoken else "days not confirmed yet")
    if unconfirmed:
        parts.append(f"{UNCONFIRMED} {'sin confirmar' if spoken else 'not confirmed yet'}")
    return " - ".join(parts)
