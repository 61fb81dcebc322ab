"""What a question comes to once it is understood, and what answers it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import NamedTuple

from heartplanner.core.ask.asked_days import AskedDays, DatePhrase, Part
from heartplanner.core.ask.not_understood import Place
from heartplanner.core.events.occurrence import NO_EVENTS, EventIndex
from heartplanner.core.hours.figures import Figure
from heartplanner.core.hours.units import Unit
from heartplanner.core.plan.change import Absence, Swap
from heartplanner.core.plan.leave import LeaveKind
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.blocks import local
from heartplanner.typed import distinct


class Tense(StrEnum):
    """Which year is meant where none is said: what comes, what is over, or the nearer of the two."""

    COMING = "coming"
    PAST = "past"
    EITHER = "either"


class Context(NamedTuple):
    """What phrases are read against. `holidays`: the names by their dates, one's own included.

    `named`: the same of days that are no holidays here, such as Easter Sunday.
    `now`: the moment (aware) that parts hours so far from hours to come; None for the beginning of today.
    `events`: what other calendars have. `tense`: which year is meant where none is said.
    `second`: ranges are read as their second reading has them, where there is one.
    """

    plan: Plan
    today: date
    holidays: Mapping[date, str]
    now: datetime | None = None
    events: EventIndex = NO_EVENTS
    named: Mapping[date, str] = {}
    tense: Tense = Tense.COMING
    second: bool = False

    @property
    def moment(self) -> datetime:
        return self.now or local(self.today, time(0))


@distinct
class IsFree(NamedTuple):
    """Whether these days are free; `event`: for something that one names, such as a wedding.

    `who`: it asks of everybody who works or is off then.
    """

    reading: DatePhrase
    event: bool = False
    who: bool = False


@distinct
class Wanted(NamedTuple):
    """When something is free within a range.

    `days`: so many in a row, from this `weekday` on where one is named (0 Monday to 6 Sunday); `part`: only
    this part of a day; `a_week`: so many single days or parts within one week, Monday to Sunday;
    `without_leave`: only what takes none; `soonest`: the next one, whenever it is; `every`: all there are,
    not one of them; `or_night`: of an evening called a night. `other`, here and below: the range's second
    reading.
    """

    within: AskedDays
    days: int = 1
    weekday: int | None = None
    part: Part | None = None
    a_week: int | None = None
    without_leave: bool = False
    soonest: bool = False
    every: bool = False
    or_night: bool = False
    other: AskedDays | None = None

    @property
    def is_single(self) -> bool:
        """Whether single days or parts of a kind are wanted, and no days in a row."""
        return self.days == 1 and (self.part is not None or self.weekday is not None)


@distinct
class Stretch(NamedTuple):
    """The longest time off for `minutes` of leave within a range.

    `held` are spans that it must hold whole, `barred` those of which it may hold no day.
    """

    within: AskedDays
    minutes: int
    held: tuple[AskedDays, ...] = ()
    barred: tuple[AskedDays, ...] = ()
    other: AskedDays | None = None


@distinct
class EnoughLeave(NamedTuple):
    """Whether there is leave of a kind for these days; `whole`: for all of a month that is named."""

    reading: DatePhrase
    kind: LeaveKind
    whole: bool = False


@distinct
class LeaveLeft(NamedTuple):
    """How much leave is left at the end of these days; kind None: of each that is known."""

    reading: DatePhrase
    kind: LeaveKind | None


@distinct
class BothOff(NamedTuple):
    """When these colleagues and oneself are all off within a range; `weekends`: on which whole weekends."""

    names: tuple[str, ...]
    within: AskedDays
    weekends: bool = False
    other: AskedDays | None = None


@distinct
class TheirDays(NamedTuple):
    """Whether this colleague works on these days; `next_off`: when they are off next, within these days.

    `next_work`: when they work next within them; `next_break`: when their next break is from the first on.
    `more`: others of whom the same is asked.
    """

    name: str
    reading: DatePhrase
    next_off: bool = False
    next_break: bool = False
    next_work: bool = False
    more: tuple[str, ...] = ()


@distinct
class WhoCould(NamedTuple):
    """Which colleagues could take the shift of a day; `name`: whether this one could."""

    reading: DatePhrase
    name: str | None = None


class Coming(StrEnum):
    """What one asks the next of, the last one, or all within a range."""

    SHIFT = "shift"
    WORK = "work"
    BREAK = "break"
    PAYDAY = "payday"
    ADMIN = "admin"
    WORKING_WEEKEND = "working weekend"
    FREE_WEEKEND = "free weekend"
    HOLIDAY_WORKED = "holiday worked"
    HOLIDAY_OFF = "holiday off"


@distinct
class WhenNext(NamedTuple):
    """When the next of this kind comes; `within`: all of them within these days, and how many.

    `after`: the first one after this day.
    """

    what: Coming
    within: AskedDays | None = None
    other: AskedDays | None = None
    after: date | None = None


@distinct
class WhenLast(NamedTuple):
    """When the last shift, break or payday was; `before`: the last shift before this day."""

    what: Coming
    before: date | None = None


@distinct
class WeekdaysWorked(NamedTuple):
    """Which days of this `weekday`, 0 to 6, are worked within a range; `soonest`: the next."""

    within: AskedDays
    weekday: int
    soonest: bool = False


@distinct
class LeaveTaken(NamedTuple):
    """What leave is taken on these days, of one kind; kind None: of all kinds."""

    within: AskedDays
    kind: LeaveKind | None


@distinct
class IsPayday(NamedTuple):
    """Whether one is paid on this day."""

    reading: DatePhrase


@distinct
class HoursAsked(NamedTuple):
    """What is worked on these days.

    `figure`: what was asked for; `unit`: what the days are one of, if any; `other`: their second reading.
    """

    days: AskedDays
    unit: Unit | None
    figure: Figure
    other: AskedDays | None = None


@distinct
class WhenEvent(NamedTuple):
    """When something comes, or when within some days, by words of its title in small letters."""

    words: str
    within: AskedDays | None = None


@distinct
class SwapsAsked(NamedTuple):
    """What is owed for swaps, by and to this colleague or in all; or, with `open`, which swaps are open.

    `given`: whether this colleague has the shift of this day.
    """

    name: str | None = None
    open: bool = False
    given: date | None = None


Question = (
    IsFree
    | Wanted
    | Stretch
    | EnoughLeave
    | LeaveLeft
    | BothOff
    | TheirDays
    | WhoCould
    | WhenNext
    | WhenLast
    | WeekdaysWorked
    | LeaveTaken
    | IsPayday
    | HoursAsked
    | SwapsAsked
    | WhenEvent
)


class Option(NamedTuple):
    """Days that answer a question, both included, what they cost in leave, and why they are an answer.

    `change`: what would make them free; None where they are free already.
    """

    first: date
    last: date
    minutes: int
    why: str
    change: Absence | Swap | None = None

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


class Answer(NamedTuple):
    """The answer as one sentence, the facts that it stands on, and the ways to go on, best first.

    `place`: where the program has more of it. `again`: the same question with the days of the second
    reading in it; empty where these days alone are one.
    """

    reading: DatePhrase
    sentence: str
    facts: tuple[str, ...]
    options: tuple[Option, ...]
    place: Place | None = None
    again: str = ""
