"""For the tests of paper: what is wrong with a page, and plans full of every kind of change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from heartplanner.core.edits import edits
from heartplanner.core.edits.example import example_plan
from heartplanner.core.plan.change import (
    Absence,
    AbsenceKind,
    Extra,
    MovedAdmin,
    Note,
    OtherHours,
    Swap,
    Training,
)
from heartplanner.core.plan.hours import BAND_HOURS, Band, Hours
from heartplanner.core.plan.model import Assignment, Plan
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.sheets.month import MonthSheet, SheetOptions, month_sheet
from heartplanner.pages.page import SIZES, Box, Page

TEN_MM = 28.35
AT = datetime(2025, 7, 28, 12, tzinfo=UTC)
TODAY = date(2025, 7, 28)
SEPTEMBER = Month(2025, 9)
LONG = "Radio training at the station, bring the green folder and ask for Captain Ortiz"
HOLIDAYS = {date(2025, 9, 1): "Labor Day", date(2026, 12, 25): "Christmas Day"}


def sept(day: int) -> date:
    return date(2025, 9, day)


CHANGES = (
    Absence(AbsenceKind.LEAVE, sept(16), sept(17)),
    Swap(sept(9), sept(22), Band.EVENING, "Lee"),
    OtherHours(sept(10), Hours(time(10), time(18))),
    MovedAdmin(sept(11), sept(15)),
    Training(sept(11), Hours(time(14), time(17, 30))),
    Extra(sept(20), Band.DAY, BAND_HOURS[Band.DAY]),
    Extra(sept(2), Band.EVENING, BAND_HOURS[Band.EVENING]),
    Training(sept(18), Hours(time(13), time(15))),
    Note(sept(18), LONG),
    Absence(AbsenceKind.SICK, sept(19), sept(19)),
    Note(sept(19), "Doctor at 10:30, 2301 Erwin Road, bring the card"),
    Note(sept(13), "Ana's birthday: cake, candles, twelve guests in the park by the lake"),
    Absence(AbsenceKind.CALLED_OFF, sept(30), sept(30)),
    Note(sept(27), "Ask Sam to water the plants"),
    Note(sept(1), "Grill with neighbours"),
    Extra(sept(23), None, Hours(time(18), time(22, 15))),
    Training(sept(27), Hours(time(7), time(8, 45))),
)


def full_plan() -> Plan:
    """The example with every kind of change in September 2025."""
    plan = example_plan()
    for what in CHANGES:
        plan = edits.add_change(plan, what, AT)
    return plan


def evening_plan() -> Plan:
    """Evenings, of which three days of the cycle are a guess."""
    assignment = Assignment(TODAY, band=Band.EVENING, confirmed=True, guesses=(10, 11, 12))
    return edits.new_plan("evening", assignment, AT)


def sheet_of(plan: Plan, month: Month, **wishes: object) -> MonthSheet:
    return month_sheet(Schedule(plan), month, HOLIDAYS, SheetOptions(TODAY, **wishes))


def said(page: Page) -> str:
    """All of a page's text without blanks: a line may break anywhere."""
    return squeezed("".join(word.text for word in page.words))


def squeezed(text: str) -> str:
    return "".join(text.split())


def faults(page: Page) -> Iterator[str]:
    """Texts that leave their room or the printable page, or lie on another."""
    body = Box(0, 0, *SIZES[page.paper]).inset(TEN_MM)
    words = sorted(page.words, key=lambda word: word.box.y)
    for index, word in enumerate(words):
        if not word.room.holds(word.box):
            yield f"{word.text} leaves its cell"
        if not body.holds(word.box):
            yield f"{word.text} leaves the page"
        for other in words[index + 1 :]:
            if other.box.y >= word.box.bottom:
                break
            if meet(word.box, other.box):
                yield f"{word.text} lies on {other.text}"


def meet(one: Box, other: Box, slack: float = 0.01) -> bool:
    """Whether two boxes cover some of each other, by more than `slack` points."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > slack and down > slack
