"""The sheets of paper that there are, and what each of them says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from heartplanner.core.schedule.month import Month
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.sheets.cycle import CYCLES, ONE_CYCLE, CycleCard, cycle_card
from heartplanner.core.sheets.family import FamilySheet, family_sheet
from heartplanner.core.sheets.month import MARGIN, MonthSheet, Wishes, month_sheet
from heartplanner.core.sheets.year import YearSheet, year_sheet
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat, Language

Sheet = MonthSheet | YearSheet | CycleCard | FamilySheet


class Sort(StrEnum):
    """The kinds of sheets."""

    MONTH = "month"
    YEAR = "year"
    CYCLE = "cycle"
    FAMILY = "family"


PAPERS = ("letter", "a4")


class Style(NamedTuple):
    """How a sheet was printed, so that it can be printed alike again. `paper`: one of PAPERS."""

    paper: str = "letter"
    light: bool = False
    display: DisplayFormat = DEFAULT_FORMAT
    name: str = ""


PLAIN = Style()


def wishes(style: Style, today: date) -> Wishes:
    """What a style asks of a sheet's words."""
    return Wishes(today, style.display, style.name)


class Leaf(NamedTuple):
    """One sheet: a month, a year, the card of the cycles, or a month for the family, by its first day."""

    sort: Sort
    first: date
    language: Language = Language.ENGLISH

    @property
    def last(self) -> date:
        """The last day that it tells of."""
        match self.sort:
            case Sort.MONTH | Sort.FAMILY:
                return Month.of(self.first).last
            case Sort.YEAR:
                return date(self.first.year, 12, 31)
            case Sort.CYCLE:
                return self.first + CYCLES * ONE_CYCLE - timedelta(days=1)

    @property
    def title(self) -> str:
        """August 2025, the year 2025, the six weeks, August 2025 for the family."""
        month = Month.of(self.first).title
        match self.sort:
            case Sort.MONTH:
                return month
            case Sort.YEAR:
                return f"the year {self.first.year}"
            case Sort.CYCLE:
                return "the six weeks"
            case Sort.FAMILY:
                spanish = " in Spanish" if self.language is Language.SPANISH else ""
                return f"{month} for the family{spanish}"


def sheet_of(schedule: Schedule, leaf: Leaf, public: Mapping[date, str], wishes: Wishes) -> Sheet:
    """What a leaf says now; `public`: the names of public holidays, of a month's days and around."""
    match leaf.sort:
        case Sort.MONTH:
            return month_sheet(schedule, Month.of(leaf.first), public, wishes)
        case Sort.YEAR:
            return year_sheet(schedule, leaf.first.year, wishes)
        case Sort.CYCLE:
            return cycle_card(schedule, wishes)
        case Sort.FAMILY:
            spoken = replace(wishes.display, language=leaf.language)
            family = wishes._replace(display=spoken)
            return family_sheet(schedule, Month.of(leaf.first), family)


def holidays_needed(leaves: list[Leaf]) -> tuple[date, date] | None:
    """From when to when holidays are named on these sheets; None if on none of them."""
    months = [leaf for leaf in leaves if leaf.sort is Sort.MONTH]
    if not months:
        return None
    first, last = min(leaf.first for leaf in months), max(leaf.last for leaf in months)
    return first - MARGIN, last + MARGIN
