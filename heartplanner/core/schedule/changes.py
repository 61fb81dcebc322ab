"""What the changes make of the rotation's days.

The changes are replayed as a log: each applies, in the order in which it was entered, to what the earlier
ones left. A change that does not fit there (a swap of a shift that leave has taken off) is an error, which
names the change.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, time, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple, Self

from heartplanner.core.plan.change import (
    Absence,
    AbsenceKind,
    Change,
    Extra,
    MovedAdmin,
    Note,
    OtherHours,
    Swap,
    Training,
    dates_of,
)
from heartplanner.core.plan.hours import BAND_HOURS, HOURS_BAND
from heartplanner.core.plan.leave import LeaveKind
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.schedule.blocks import Block, Kind, block, slot
from heartplanner.core.schedule.cycle import (
    NOT_WORKED,
    admin_hours,
    assigned_hours,
    assignment_at,
    length_of,
    letters,
    planned_block,
    position,
)
from heartplanner.core.words.english import clock_span, long_date, span


class ChangeError(PlanError):
    """A change that does not fit what the earlier ones left."""

    def __init__(self, change: Change, reason: str) -> None:
        super().__init__(f"change {change.id}: {reason}")
        self.change = change
        self.reason = reason


class BuiltOnError(PlanError):
    """A change cannot be taken back, for a later one builds on it."""

    def __init__(self, later: Change) -> None:
        super().__init__(f"change {later.id} builds on it: take back {later.id} first")
        self.later = later


class DayOffKind(StrEnum):
    """What kind of day without work it is."""

    DAY_OFF = "day off"
    BREAK = "break"
    LEAVE = "leave"
    SICK = "sick"
    CALLED_OFF = "called off"


ABSENT_AS = {kind: DayOffKind(kind.replace("-", " ")) for kind in AbsenceKind}
"""What a day is called that such an absence has emptied."""
NAMES = {Kind.SHIFT: "shift", Kind.EXTRA: "extra shift", Kind.ADMIN: "admin block"}
"""What the blocks are called that a change can take from a day."""
ABSENCES = frozenset(ABSENT_AS.values())
"""The days off that an absence makes; the rotation makes the others."""


class TakenOff(NamedTuple):
    """A block that is not worked because of an absence, the kind of that absence, and the balance it takes.

    `balance`: None of what the employer called off.
    """

    kind: DayOffKind
    block: Block
    balance: LeaveKind | None = None

    @classmethod
    def by(cls, absence: Absence, block: Block) -> Self:
        """The block as this absence took it off."""
        return cls(ABSENT_AS[absence.kind], block, absence.balance)


class SwappedShifts(NamedTuple):
    """The shift that a swap gave, as it was until then, and the one that it brought, where it has them."""

    given: Block | None
    taken: Block | None


class ChangedDay:
    """One date after its changes.

    `blocks` are in the order of their starts. `absent` is the absence that emptied the day last.
    `planned_off` is the absence that took the rotation's block, where no change came before it;
    `taken_off` are the other blocks that absences took.
    """

    __slots__ = ("absent", "blocks", "changes", "planned_off", "taken_off")

    def __init__(self, planned: Block | None = None) -> None:
        self.blocks = [planned] if planned else []
        self.absent: DayOffKind | None = None
        self.planned_off: Absence | None = None
        self.taken_off: list[TakenOff] = []
        self.changes: list[Change] = []


class Changed(NamedTuple):
    """The dates that changes touch, as they leave them, and the shifts of each swap by its number."""

    days: dict[date, ChangedDay]
    swapped: dict[int, SwappedShifts]


def changed_days(plan: Plan) -> Changed:
    """What the changes of a plan make of its days.

    Raises ChangeError, which names the change, if one does not fit what the earlier ones left.
    """
    log = _ChangeLog(plan)
    for change in plan.changes:
        try:
            log.apply(change)
        except PlanError as error:
            raise ChangeError(change, str(error)) from None
    return Changed(log.days, log.swapped)


def before_start(plan: Plan, day: date) -> PlanError:
    """The refusal of a date on which the plan has not begun."""
    return PlanError(f"{long_date(day)} is before the start date, {long_date(plan.start)}")


class _ChangeLog:
    """The days as the changes so far leave them."""

    def __init__(self, plan: Plan) -> None:
        self.days: dict[date, ChangedDay] = {}
        self.swapped: dict[int, SwappedShifts] = {}
        self._plan = plan
        # An absence may cover a year whose days were all taken off before. So that it need not look at
        # each of them, a 1 stands here for each day from the start date on that is worked by now.
        # It reaches to the last date that a change names: nothing after it is ever looked at.
        last = max(
            (end for change in plan.changes for _, end in dates_of(change.what)), default=plan.start
        )
        planned = letters(plan, plan.start, last)
        self._worked = bytearray(letter not in NOT_WORKED for letter in planned)

    def apply(self, change: Change) -> None:
        """Apply a change to its days. Raises PlanError if it does not fit."""
        self._list_on_its_days(change)
        match change.what:
            case Absence() as absence:
                self._empty(change, absence)
            case Extra(day, band, hours):
                name = slot(day, Kind.EXTRA, change.id)
                self._add(day, block(Kind.EXTRA, band, day, hours, name))
            case Swap() as swap:
                self._swap(swap, change.id)
            case MovedAdmin(day, to, start):
                self._move_admin(day, to, start)
            case OtherHours(day, hours):
                shift = self._take_out(day, self._shift_kind(day))
                self._add(day, block(shift.kind, shift.band, day, hours, shift.slot))
            case Training(day, hours):
                name = slot(day, Kind.TRAINING, change.id)
                self._add(day, block(Kind.TRAINING, None, day, hours, name))
            case Note():
                pass

    def _list_on_its_days(self, change: Change) -> None:
        """Add the change to those of its days. An absence is added later, on the days that it empties."""
        for day, _ in dates_of(change.what):
            if day < self._plan.start:
                raise before_start(self._plan, day)
            if not isinstance(change.what, Absence):
                changes = self._day(day).changes
                if not changes or changes[-1] is not change:  # a swap may give and take on one day
                    changes.append(change)

    def _day(self, day: date) -> ChangedDay:
        if day not in self.days:
            at = position(self._plan, day)
            assert at is not None, "dates before the start date are refused"
            self.days[day] = ChangedDay(planned_block(at.assignment, at.letter, day))
        return self.days[day]

    def _empty(self, change: Change, absence: Absence) -> None:
        """An absence is a change of the worked days that it covers, not of the free ones between."""
        worked = list(self._worked_days(absence.first, absence.last))
        if not worked:
            days = span(absence.first, absence.last)
            raise PlanError(f"nothing is worked on {days}, so there is nothing to take off")
        for day in worked:
            emptied = self.days.get(day)
            if emptied is None:
                # The rotation's block is not made here: a year of leave would take three times as long.
                emptied = self.days[day] = ChangedDay()
                emptied.planned_off = absence
            # What changes had put there is remembered one by one: the schedule can no longer work it out.
            emptied.taken_off += [TakenOff.by(absence, block) for block in emptied.blocks]
            emptied.blocks.clear()
            emptied.absent = ABSENT_AS[absence.kind]
            emptied.changes.append(change)
            self._mark_worked(day, emptied)

    def _worked_days(self, first: date, last: date) -> Iterator[date]:
        start, end = self._plan.start, self._place(last) + 1
        offset = self._worked.find(1, self._place(first), end)
        while offset >= 0:
            yield start + timedelta(offset)
            offset = self._worked.find(1, offset + 1, end)

    def _place(self, day: date) -> int:
        return (day - self._plan.start).days

    def _mark_worked(self, day: date, changed: ChangedDay) -> None:
        """Keep `_worked` true for a day whose blocks have changed."""
        self._worked[self._place(day)] = bool(changed.blocks)

    def _swap(self, swap: Swap, change: int) -> None:
        """Take out the shift given and add the one taken."""
        # Both halves share the slot of the given shift: a phone then moves one event, and no alarm is lost.
        given = taken = None
        if swap.give is not None:
            given = self._take_out(swap.give, Kind.SHIFT)
        if swap.take is not None:
            assigned = assignment_at(self._plan, swap.take)
            assert assigned is not None, "dates before the start date are refused"
            hours = BAND_HOURS[swap.band] if swap.band else assigned_hours(assigned)
            # A shift that is only taken has no slot to share: it is named after the change that brought it.
            name = given.slot if given else slot(swap.take, Kind.SHIFT, change)
            taken = block(Kind.SHIFT, HOURS_BAND.get(hours), swap.take, hours, name)
            self._add(swap.take, taken)
        self.swapped[change] = SwappedShifts(given, taken)

    def _move_admin(self, day: date, to: date, start: time | None) -> None:
        admin = self._take_out(day, Kind.ADMIN)
        # A moved block keeps its length, also where its start is another.
        hours = admin.hours if start is None else admin_hours(start, length_of(admin.hours))
        self._add(to, block(Kind.ADMIN, None, to, hours, admin.slot))

    def _shift_kind(self, day: date) -> Kind:
        """Whose hours change on a day: those of its shift, of its extra shift where it has no other."""
        kinds = {block.kind for block in self._day(day).blocks}
        return Kind.EXTRA if Kind.EXTRA in kinds and Kind.SHIFT not in kinds else Kind.SHIFT

    def _take_out(self, day: date, kind: Kind) -> Block:
        """The one block of this kind, removed from its day."""
        changed = self._day(day)
        indices = [index for index, block in enumerate(changed.blocks) if block.kind is kind]
        name = NAMES[kind]
        if not indices:
            raise PlanError(f"{long_date(day)} has no {name}")
        if len(indices) > 1:
            raise PlanError(
                f"{long_date(day)} has more than one {name}: take back a change of it first"
            )
        taken = changed.blocks.pop(indices[0])
        # Whoever gives their work away is off by the swap now, whatever emptied the day before.
        changed.absent = None
        self._mark_worked(day, changed)
        return taken

    def _add(self, day: date, new: Block) -> None:
        if new.minutes <= 0:
            raise PlanError(f"the clocks change on {long_date(day)}: these hours have no length")
        changed = self._day(day)
        # Blocks never overlap, so only the neighbors of the place where it goes can be in its way.
        place = bisect_right(changed.blocks, new.start, key=lambda block: block.start)
        before, after = changed.blocks[max(0, place - 1) : place], changed.blocks[place : place + 1]
        for earlier, later in pairwise([*before, new, *after]):
            if later.start < earlier.end:
                raise PlanError(
                    f"on {long_date(day)} {clock_span(earlier.start, earlier.end)}"
                    f" and {clock_span(later.start, later.end)} overlap"
                )
        changed.blocks.insert(place, new)
        self._mark_worked(day, changed)
