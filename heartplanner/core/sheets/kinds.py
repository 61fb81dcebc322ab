"""The sheets of paper that there are, and what each of them says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from heartplanner.core.events.occurrence import NO_EVENTS, EventIndex
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.cycle import ONE_CYCLE
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.sheets.cycle import (
    CYCLES,
    CycleCard,
    cycle_card,
    cycle_start,
    rotations_from,
)
from heartplanner.core.sheets.family import FamilySheet, family_sheet
from heartplanner.core.sheets.month import MARGIN, MonthSheet, SheetOptions, month_sheet
from heartplanner.core.sheets.year import YearSheet, year_sheet
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat, Language

PaperSheet = MonthSheet | YearSheet | CycleCard | FamilySheet


class SheetKind(StrEnum):
    """The kinds of sheets."""

    MONTH = "month"
    YEAR = "year"
    CYCLE = "cycle"
    FAMILY = "family"


PAPERS = ("letter", "a4")


class PrintStyle(NamedTuple):
    """How a sheet was printed, so that it can be printed alike again. `paper`: one of PAPERS."""

    paper: str = "letter"
    light: bool = False
    display: DisplayFormat = DEFAULT_FORMAT
    name: str = ""


DEFAULT_STYLE = PrintStyle()


def sheet_options(style: PrintStyle, today: date, events: EventIndex = NO_EVENTS) -> SheetOptions:
    """What a style asks of a sheet's words. `events`: what it has of other calendars."""
    return SheetOptions(today, style.display, style.name, events)


class SheetRef(NamedTuple):
    """One sheet: a month, a year, the card of the cycles, or a month for the family, by its first day."""

    kind: SheetKind
    first: date
    language: Language = Language.ENGLISH

    @property
    def last(self) -> date:
        """The last day that it tells of."""
        match self.kind:
            case SheetKind.MONTH | SheetKind.FAMILY:
                return Month.of(self.first).last
            case SheetKind.YEAR:
                return date(self.first.year, 12, 31)
            case SheetKind.CYCLE:
                return self.first + CYCLES * ONE_CYCLE - timedelta(days=1)

    @property
    def title(self) -> str:
        """August 2025, the year 2025, the six-week card, August 2025 for the family."""
        month = Month.of(self.first).title
        match self.kind:
            case SheetKind.MONTH:
                return month
            case SheetKind.YEAR:
                return f"the year {self.first.year}"
            case SheetKind.CYCLE:
                return "the six-week card"
            case SheetKind.FAMILY:
                spanish = " in Spanish" if self.language is Language.SPANISH else ""
                return f"{month} for the family{spanish}"


def sheet_of(
    schedule: Schedule, ref: SheetRef, public: Mapping[date, str], options: SheetOptions
) -> PaperSheet:
    """What a ref says now; `public`: the names of public holidays, of a month's days and around."""
    match ref.kind:
        case SheetKind.MONTH:
            return month_sheet(schedule, Month.of(ref.first), public, options)
        case SheetKind.YEAR:
            return year_sheet(schedule, ref.first.year, options._replace(events=NO_EVENTS))
        case SheetKind.CYCLE:
            # The card of a cycle that has begun is that of the rotation in force today.
            return cycle_card(schedule, options, max(options.today, ref.first))
        case SheetKind.FAMILY:
            spoken = options.display._replace(language=ref.language)
            family = options._replace(display=spoken)
            return family_sheet(schedule, Month.of(ref.first), family)


def card_refs(plan: Plan, today: date) -> dict[date, SheetRef]:
    """The six-week cards there are, of the rotation in force today and of each later one, by its start."""
    current, *later = rotations_from(plan, today)
    cards = {current.start: SheetRef(SheetKind.CYCLE, cycle_start(plan, today))}
    # A card of later days is known by the first day of its rotation, which no other rotation holds.
    cards.update({each.start: SheetRef(SheetKind.CYCLE, each.start) for each in later})
    return cards


def holidays_needed(refs: list[SheetRef]) -> tuple[date, date] | None:
    """From when to when holidays are named on these sheets; None if on none of them."""
    months = [ref for ref in refs if ref.kind is SheetKind.MONTH]
    if not months:
        return None
    # A month's sheet names holidays also on the days of its neighbors.
    first, last = min(ref.first for ref in months), max(ref.last for ref in months)
    return first - MARGIN, last + MARGIN
