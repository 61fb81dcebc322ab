"""What was read of a roster: dated letters, each with its line, and the lines that were not understood."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import Enum, StrEnum, auto
from typing import NamedTuple

from heartplanner.core.plan.change import AbsenceKind
from heartplanner.core.plan.hours import BAND_HOURS, Hours
from heartplanner.core.plan.model import LETTER_BANDS, Mark
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.words.english import full_date, listed


class SwapSide(StrEnum):
    """Which side of a swap a day is: its shift was given to a colleague, or taken from one."""

    GIVEN = "given"
    TAKEN = "taken"


DayChange = AbsenceKind | Kind | SwapSide
"""What a day may be that tells nothing of the rotation: an absence, training, an extra shift, a swap."""

NOTHING = "there is nothing in it"
"""Why a source is unread that holds no lines."""
ENOUGH_SHIFTS = 3
"""Shifts that state the same hours of one's own, until these are taken for the assigned ones."""


class Remedy(Enum):
    """What a person can tell of the whole roster, so that a line is understood."""

    ORDER = auto()
    NAME = auto()


class UnreadError(ValueError):
    """Why a line is not understood, in a few words for the user. `remedy`: what would make it plain."""

    def __init__(self, why: str, remedy: Remedy | None = None) -> None:
        super().__init__(why)
        self.remedy = remedy


class DateOrder(StrEnum):
    """How 8/2 is meant."""

    MONTH_FIRST = "mdy"
    DAY_FIRST = "dmy"


class RosterQuestion(NamedTuple):
    """What is asked of a roster.

    `start`: days before it cannot be used; `today`: a date without a year is one near it; `order`: None
    where the roster itself is to decide; `name`: whose days of a roster of several people; `shift_hours`:
    the person's own, which are a shift whatever their length; `changes`: whether the days themselves are
    asked for, with leave, training, hours of any length and several blocks a day, and not only what tells
    of the rotation.
    """

    start: date
    today: date
    order: DateOrder | None = None
    name: str = ""
    shift_hours: Hours | None = None
    changes: bool = False


class DayReading(NamedTuple):
    """One date, what it is (a letter of MARK_MEANINGS), the hours if any are stated, and its line.

    `line` counts from 1; it is None for a day that is free because the roster does not name it. `text`:
    what the line says. `change`: what the day is that tells nothing of the rotation; its letter is then
    FREE or W. `colleague`: the other side of a swap, "" where nobody named one.
    """

    date: date
    letter: str
    start: datetime | None = None
    end: datetime | None = None
    line: int | None = None
    text: str = ""
    change: DayChange | None = None
    colleague: str = ""


class Unread(NamedTuple):
    """A line that was not understood, and why. `dates`: days of which it says something, if not what.

    `aside`: it tells of no day at all, such as a greeting, or the first and last date of the whole roster.
    `since`: it may be about any day from that one on, such as a series that is not read. `held`: what the
    line says, where only the lines `by` leave it open: it is read once these are dropped.
    `names`: the change that it is by its own words, where it only says nothing of the rotation.
    """

    line: int
    text: str
    why: str
    dates: tuple[date, ...] = ()
    remedy: Remedy | None = None
    aside: bool = False
    since: date | None = None
    held: DayReading | None = None
    by: tuple[int, ...] = ()
    names: DayReading | None = None


def held_why(day: date, lines: Sequence[int]) -> str:
    """Why a day is held: the lines that may change it, and what to do if they do not."""
    if len(lines) == 1:
        return f"line {lines[0]} may change {full_date(day)}: drop that line if it does not"
    numbers = listed([str(line) for line in lines])
    return f"lines {numbers} may change {full_date(day)}: drop those lines if they do not"


class RosterDoubts(NamedTuple):
    """What a roster leaves open as a whole, so that a person may be asked.

    `order`: a date of it with the month first, and the same with the day first, where its order cannot be
    told; `people`: whose days it has, where it names several; `year`: that of its first day, where it
    neither states one nor has weekdays that prove it.
    """

    order: tuple[date, date] | None = None
    people: tuple[str, ...] = ()
    year: int | None = None


class OrderTaken(NamedTuple):
    """How dates in digits were taken where the roster itself decided it: one of them, its day, and why."""

    order: DateOrder
    example: str
    day: date
    why: str


class Roster(NamedTuple):
    """Readings in the order of their dates; unread lines in their own order.

    A date has one reading at most; where a RosterQuestion asks for `changes`, one for each of its blocks.

    `doubts` stay what they are when a RosterQuestion answers them. `order`: None where no date depends on
    it, and where it is sure: asked for, or the usual one, with a date that has no other. `period`: the
    first and the last day that its title names, where all its days lie between them.
    """

    readings: tuple[DayReading, ...] = ()
    unread: tuple[Unread, ...] = ()
    doubts: RosterDoubts = RosterDoubts()
    order: OrderTaken | None = None
    period: tuple[date, date] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the source has nothing in it."""
        return not self.readings and [line.why for line in self.unread] == [NOTHING]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The readings as marks of a search; leave and swaps say nothing of the rotation."""
        return tuple(
            Mark(reading.date, reading.letter) for reading in self.readings if not reading.change
        )


def covered_days(roster: Roster) -> tuple[date, date] | None:
    """The first and the last day that a roster covers, named or left out; None where it names none."""
    if not roster.readings:
        return None
    first, last = roster.readings[0].date, roster.readings[-1].date
    begin, end = roster.period or (first, last)
    return min(first, begin), max(last, end)


def only_hours(roster: Roster) -> Hours | None:
    """The hours of its shifts, where they are the same for all: a band's, or others that are stated."""
    shifts = [reading for reading in roster.readings if reading.letter in "SDE"]
    hours = {_stated_hours(reading) for reading in shifts}
    if len(hours) != 1:
        return None
    # A shift or two of odd hours may be days that were changed; a week of them is what one works.
    banded = all(reading.letter in LETTER_BANDS for reading in shifts)
    return hours.pop() if banded or len(shifts) >= ENOUGH_SHIFTS else None


def _stated_hours(reading: DayReading) -> Hours | None:
    """A shift's hours; None where it says of none."""
    if reading.letter in LETTER_BANDS:
        return BAND_HOURS[LETTER_BANDS[reading.letter]]
    if reading.start is None or reading.end is None:
        return None
    return Hours(reading.start.time(), reading.end.time())


def only_admin_hours(roster: Roster) -> Hours | None:
    """The hours of its admin days, where several state them and all the same."""
    days = [reading for reading in roster.readings if reading.letter == "A"]
    hours = {_stated_hours(reading) for reading in days}
    return hours.pop() if len(hours) == 1 and len(days) > 1 else None


def without_band(roster: Roster) -> Roster:
    """With shifts of the hours that are assigned, whatever band they state."""
    plain = (
        reading._replace(letter="S") if reading.letter in "DE" else reading
        for reading in roster.readings
    )
    return roster._replace(readings=tuple(plain))
