"""What the responder states, as frozen values: a plan with its assignments, milestones and holidays.

The kinds of change to single days stand in `change.py`, the assigned hours in `hours.py`. A value is
`distinct` (typed.py) where values of several classes meet, in a union or as keys of one table. One that
only meets its like is a plain NamedTuple.
"""

import datetime as dt
import re
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple, Self, TypeVar

from heartplanner.core.plan.change import Change, PendingSwap
from heartplanner.core.plan.hours import Band, Hours, RosterHours
from heartplanner.core.plan.leave import LeaveAccount
from heartplanner.core.plan.other_calendars import OtherCalendar
from heartplanner.core.plan.own_entry import OwnEntry
from heartplanner.core.plan.pay import PaySchedule
from heartplanner.typed import distinct

Value = TypeVar("Value")
CYCLE_WEEKS, CYCLE_DAYS = 6, 42
ONE_DAY = timedelta(days=1)
DateSpan = tuple[date, date]
"""The first and the last day of a span, both included."""
# Wide enough for a working life on either side, and within what every library and phone can hold.
FIRST_DATE = date(1950, 1, 1)
LAST_DATE = date(2200, 12, 31)
"""The years that a plan or a question may name; past them dates are typing errors."""


class PlanError(ValueError):
    """What cannot be, as one sentence for the user."""


FREE, ADMIN = "-", "A"
SHIFTS = "SDE"
LETTER_BANDS = {"D": Band.DAY, "E": Band.EVENING}
BAND_LETTERS = {Band.DAY: "D", Band.EVENING: "E", None: "S"}
"""The letter of a rotation that stands for a shift of such hours; S for any hours."""


WEEK_STARTS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""The weekdays on which a work week may begin, 0 Monday to 6 Sunday, as files and commands name them."""


class Rotation(NamedTuple):
    """Six weeks of seven letters, Monday first: S shift, A admin, - free, D and E by band."""

    letters: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read 42 letters, with or without spaces, `.` for `-` too; PlanError says which week is wrong."""
        # People write free days as dots, and weeks on lines of their own: both are read as they stand.
        weeks = text.replace(".", FREE).split()
        for number, week in enumerate(weeks, 1):
            # Not after upper(), which makes an S of letters that only resemble one.
            if wrong := re.search(r"[^SADEsade-]", week):
                raise PlanError(f"week {number} has {wrong[0]!a}, expected only S, A, D, E and -")
        if len(weeks) > 1:
            for number, week in enumerate(weeks, 1):
                if len(week) != 7:
                    raise PlanError(f"week {number} has {len(week)} letters, expected 7")
            if len(weeks) != CYCLE_WEEKS:
                raise PlanError(f"{len(weeks)} weeks, expected {CYCLE_WEEKS}")
        # A rotation in one piece has no week to blame: its whole length is what can be said.
        letters = "".join(weeks).upper()
        if len(letters) != CYCLE_DAYS:
            raise PlanError(f"{len(letters)} letters, expected {CYCLE_DAYS}: six weeks of seven")
        return cls(letters)

    @property
    def weeks(self) -> tuple[str, ...]:
        return tuple(self.letters[n : n + 7] for n in range(0, CYCLE_DAYS, 7))

    def work_weeks(self, first_weekday: int) -> tuple[str, ...]:
        """The letters of six work weeks that begin on this weekday, 0 Monday to 6 Sunday.

        Each stands where the row of letters does in which most of its days are.
        """
        weeks = work_weeks_of(tuple(self.letters), first_weekday)
        return tuple("".join(week) for week in weeks)

    @property
    def text(self) -> str:
        """Six words of seven letters."""
        return " ".join(self.weeks)


def work_weeks_of(days: tuple[Value, ...], first_weekday: int) -> tuple[tuple[Value, ...], ...]:
    """What is said of the 42 days of a rotation, Monday first, by work weeks, in the order of its rows."""
    begin = first_weekday if first_weekday <= 3 else first_weekday - 7
    turned = days[begin:] + days[:begin]
    return tuple(turned[n : n + 7] for n in range(0, CYCLE_DAYS, 7))


EXAMPLE_ROTATION = Rotation.parse("-SSAS-- -SSAS-- ---ASSS -SSAS-- SSSA--- ---ASSS")
"""The simplest rotation that keeps HEART's schedule rules; an example, never the employer's word."""
EXAMPLE_MADE = datetime(2025, 7, 28, tzinfo=UTC)
"""When the example counts as made: a fixed moment, so that its calendar has the same bytes everywhere."""


class Assignment(NamedTuple):
    """From `start` on: this rotation, entered at this cycle week, in this band, with this admin block.

    `confirmed`: the rotation is the responder's own, no example; `guesses`: those of its 42 days, by
    their numbers from 1 in their order, of which they are not sure yet; `work_week`: the weekday on which
    the week begins that hours, shifts and admin are counted by, 0 Monday to 6 Sunday; `shift_hours`: the
    hours of the letter S where they are the responder's own, None where they are those of the band.
    """

    start: date
    rotation: Rotation = EXAMPLE_ROTATION
    cycle_week: int = 1
    band: Band = Band.DAY
    admin_start: time = time(9)
    admin_minutes: int = 240
    confirmed: bool = False
    guesses: tuple[int, ...] = ()
    work_week: int = 0
    shift_hours: Hours | None = None


@distinct
class Milestone(NamedTuple):
    """A dated duty that is no work time, such as P8; `id` names it to the user."""

    id: int
    date: dt.date
    title: str
    done: bool = False


@distinct
class OwnHoliday(NamedTuple):
    """What a date is to the responder: a holiday of this name, or with no name none at all."""

    date: dt.date
    name: str


MARK_MEANINGS = {
    "S": "DE",
    "D": "D",
    "E": "E",
    ADMIN: ADMIN,
    FREE: FREE,
    "W": f"DE{ADMIN}",
    "N": f"{ADMIN}{FREE}",
}
"""The letters that a day may have, by what it is marked as: W worked, N without a shift."""


@distinct
class Mark(NamedTuple):
    """One thing known of one's rotation: on this date it is this, one of MARK_MEANINGS."""

    date: dt.date
    letter: str


class BreakDays(StrEnum):
    """How long the break may be (P7)."""

    SIX = "6"
    SEVEN = "7"
    EITHER = "any"


FINDER_RULES = ("P3", "P4", "P6", "P7")
"""The rules that a rotation by itself keeps or breaks; P2 follows from P3 and P4."""


class Options(NamedTuple):
    """What a rotation that is looked for is held to.

    `flexible`: six admin blocks a cycle, at most two in a week, at most two weeks with other than
    one; else one each week (P4). `rules`: those insisted on; without P3 a week has up to five shifts,
    without P4 up to two admin blocks. `work_week`: the weekday on which the weeks begin that P3 and P4
    speak of, 0 Monday to 6 Sunday; None: any of them.
    """

    flexible: bool = False
    breaks: BreakDays = BreakDays.EITHER
    rules: frozenset[str] = frozenset(FINDER_RULES)
    work_week: int | None = 0


class Search(NamedTuple):
    """The search for one's rotation. Week 1 is the Monday-Sunday week of `start`; marks in their order.

    `hours`: those that come with the rotation once it is used, None: those that are assigned stay.
    """

    start: dt.date
    marks: tuple[Mark, ...] = ()
    options: Options = Options()
    hours: RosterHours | None = None


def unmarked_search(first: Assignment) -> Search:
    """The search of a plan that begins with this assignment, as long as nothing is marked."""
    return Search(first.start, options=Options(work_week=first.work_week))


@distinct
class Colleague(NamedTuple):
    """Somebody whose rotation is known from their cards; `assignments` are in the order of their dates.

    Each card is one assignment. What a colleague swaps, or is on leave for, is in no card.
    """

    name: str
    assignments: tuple[Assignment, ...]


class Revision(NamedTuple):
    """When (UTC) the facts of the days `first` to `last` were stated anew; last None: from there on.

    `number` counts them from 0: a calendar's SEQUENCE. It only ever rises, and keeps its value where
    older revisions are left out.
    """

    at: datetime
    first: date
    last: date | None
    number: int


class Plan(NamedTuple):
    """All that one responder has entered.

    `assignments` are in the order of their dates, the first at the start date; `changes` in the order
    in which they were made, which is the order in which they apply; `history` grows with every
    edit of what is worked. `milestones` are in the order in which they were made; `holidays`, one a
    date and in their order, are what differs from the public ones; `search` is None until a day of
    the rotation is marked, `pay` until pay periods are stated; `leave` has the balances that are stated,
    one a kind and in the order of the kinds; `colleagues` and `calendars` are by name; `entries` are own
    ones, in the order in which they were made; `pending` are the swaps that are no changes yet, or none any
    more, in that order too.
    """

    id: str
    assignments: tuple[Assignment, ...]
    changes: tuple[Change, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    holidays: tuple[OwnHoliday, ...] = ()
    history: tuple[Revision, ...] = ()
    search: Search | None = None
    pay: PaySchedule | None = None
    leave: tuple[LeaveAccount, ...] = ()
    colleagues: tuple[Colleague, ...] = ()
    calendars: tuple[OtherCalendar, ...] = ()
    entries: tuple[OwnEntry, ...] = ()
    pending: tuple[PendingSwap, ...] = ()

    @property
    def next_id(self) -> int:
        """The number of the next change or pending swap: a swap keeps its own when it becomes a change."""
        numbered = [
            *(change.id for change in self.changes),
            *(pending.id for pending in self.pending),
        ]
        return max(numbered, default=0) + 1

    @property
    def start(self) -> date:
        return self.assignments[0].start

    @property
    def version(self) -> int:
        """How often something worked was stated, from 1: the version that printed sheets name."""
        return self.history[-1].number + 1

    @property
    def example(self) -> bool:
        """Whether some rotation in it is still the unconfirmed example."""
        return any(not assignment.confirmed for assignment in self.assignments)


def each_date(first: date, last: date) -> list[date]:
    """Every date from first to last, both included; none if last is before first."""
    # Ordinals are half the time of adding a day at each step, and whole years are asked for.
    return list(map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1)))


def monday(day: date) -> date:
    """The Monday of the day's Monday-Sunday week: the letters of a rotation are written by such weeks."""
    return week_begin(day, 0)


def week_begin(day: date, first_weekday: int) -> date:
    """The first day of the day's week, where weeks begin on this weekday, 0 Monday to 6 Sunday."""
    return day - timedelta((day.weekday() - first_weekday) % 7)
