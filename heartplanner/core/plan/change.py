"""The changes to single days: what one date, or a few, have in place of what the rotation gives.

Each kind is a frozen value of its own class. To add one, add its class here and to `ChangeDetail`; the type
checker then names every `match` that does not know it yet.
"""

import datetime as dt
from datetime import date, time
from enum import StrEnum
from typing import NamedTuple

from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.leave import LeaveKind
from heartplanner.typed import distinct


class AbsenceKind(StrEnum):
    """Why worked days are not worked."""

    LEAVE = "leave"
    SICK = "sick"
    CALLED_OFF = "called-off"


@distinct
class Absence(NamedTuple):
    """An absence empties the worked days from `first` to `last`, both included; free days stay free.

    `taken_from`: the balance that leave is taken from where it is not vacation.
    """

    kind: AbsenceKind
    first: date
    last: date
    taken_from: LeaveKind | None = None

    @property
    def balance(self) -> LeaveKind | None:
        """The balance that its hours are taken from; None of what the employer called off."""
        match self.kind:
            case AbsenceKind.LEAVE:
                return self.taken_from or LeaveKind.VACATION
            case AbsenceKind.SICK:
                return LeaveKind.SICK
            case AbsenceKind.CALLED_OFF:
                return None


@distinct
class Extra(NamedTuple):
    """A block added to a day: a whole shift of a band, or any hours (band None)."""

    date: dt.date
    band: Band | None
    hours: Hours


@distinct
class Swap(NamedTuple):
    """One shift given, one taken; either may stand alone. Band None: the one assigned on that day.

    `settled`: nobody owes anybody anything for it any more, whatever its hours are.
    """

    give: date | None
    take: date | None
    band: Band | None = None
    colleague: str = ""
    settled: bool = False


@distinct
class MovedAdmin(NamedTuple):
    """The admin block of `date` worked on `to`, at `start` (None: at its own time of day)."""

    date: dt.date
    to: dt.date
    start: time | None = None


@distinct
class OtherHours(NamedTuple):
    """Another start and end for the day's shift, or for its extra shift where it has no other."""

    date: dt.date
    hours: Hours


@distinct
class Training(NamedTuple):
    """A training block added to a day."""

    date: dt.date
    hours: Hours


@distinct
class Note(NamedTuple):
    """Words on a day; nothing else changes."""

    date: dt.date
    text: str


ChangeDetail = Absence | Extra | Swap | MovedAdmin | OtherHours | Training | Note


@distinct
class Change(NamedTuple):
    """What one date (or a few) has in place of what the rotation gives; `id` names it to the user."""

    id: int
    what: ChangeDetail


@distinct
class PendingSwap(NamedTuple):
    """A swap that is in the book and not in the calendar; `id` is one of the numbers of changes.

    It is only asked yet; or `overtaken`: it was agreed, and a new rotation left no room for it.
    """

    id: int
    swap: Swap
    overtaken: bool = False


def dates_of(what: ChangeDetail) -> tuple[tuple[date, date], ...]:
    """The spans of dates, both ends included, that a change touches."""
    match what:
        case Absence(_, first, last):
            return ((first, last),)
        # Given and taken are two spans and not one: the days between them stay as they are.
        case Swap(give, take):
            return tuple((day, day) for day in (give, take) if day is not None)
        case MovedAdmin(day, to):
            return ((day, day), (to, to))
        case Extra(day) | OtherHours(day) | Training(day) | Note(day):
            return ((day, day),)
