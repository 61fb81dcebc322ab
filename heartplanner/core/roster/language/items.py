"""What a line says, piece by piece: dates, hours, lengths, weekdays, labels, and what is not known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from heartplanner.core.roster.language.vocabulary import Label


class Form(Enum):
    """How a date is spelled. Only NUMERIC leaves open which number is the month."""

    CERTAIN = auto()
    NUMERIC = auto()
    DAY = auto()


class RawDate(NamedTuple):
    """A date as it is spelled. `first` and `second`: month and day; as they stand, where NUMERIC.

    DAY: the day alone, of the month of a heading. `year` None: not stated.
    """

    form: Form
    first: int
    second: int
    year: int | None = None


class Clock(NamedTuple):
    """A time of day as spelled: the minutes that it may mean.

    `full`: with minutes, as exports write; `by_24_hours`: such as 21:00, which
    no clock of 12 hours shows.
    """

    minutes: tuple[int, ...]
    full: bool = False
    by_24_hours: bool = False


@dataclass(frozen=True, slots=True)
class DateItem:
    """Dates of which the same is said: single ones and ranges (last None: single).

    `bare`: day numbers without a month of their own, as in "8/4, 5", which could be something else;
    `weekday`: the one before the last date of a range.
    """

    spans: tuple[tuple[RawDate, RawDate | None], ...]
    bare: tuple[int, ...] = ()
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class HoursItem:
    """A start and an end."""

    begin: Clock
    end: Clock


@dataclass(frozen=True, slots=True)
class SpanItem:
    """A start and an end, each with its date."""

    first: RawDate
    begin: Clock
    last: RawDate
    end: Clock


@dataclass(frozen=True, slots=True)
class TimeItem:
    """A time without a second one."""

    clock: Clock


@dataclass(frozen=True, slots=True)
class LengthItem:
    """A number of hours. `sure`: with its unit; else a number that can only be one."""

    minutes: float
    sure: bool = True


@dataclass(frozen=True, slots=True)
class WeekdayItem:
    """A weekday, Monday 0."""

    number: int


@dataclass(frozen=True, slots=True)
class MonthItem:
    """A month that is no part of a date, with its year if that is stated."""

    number: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class LabelItem:
    """A known word or phrase; `text` as it stands."""

    label: Label
    text: str


@dataclass(frozen=True, slots=True)
class HarmlessItem:
    """A word that says nothing of the day; `own`: the name of the one whose roster it is."""

    text: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class NextDayItem:
    """Words such as +1: the end is on the day after."""


@dataclass(frozen=True, slots=True)
class UnknownItem:
    """What is not known."""

    text: str


@dataclass(frozen=True, slots=True)
class MarkItem:
    """Punctuation between the others."""

    text: str


Item = (
    DateItem
    | HoursItem
    | SpanItem
    | TimeItem
    | LengthItem
    | WeekdayItem
    | MonthItem
    | LabelItem
    | HarmlessItem
    | NextDayItem
    | UnknownItem
    | MarkItem
)


def weekdays_of(items: Iterable[Item]) -> tuple[int, ...]:
    """The weekdays among items, Monday 0, in their order."""
    return tuple(item.number for item in items if isinstance(item, WeekdayItem))


def without_weekdays(items: Iterable[Item]) -> tuple[Item, ...]:
    """All items but the weekdays."""
    return tuple(item for item in items if not isinstance(item, WeekdayItem))
