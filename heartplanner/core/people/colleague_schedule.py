"""What is known of a colleague's days: their cards, with the swaps that they and oneself have agreed.

Each half of a swap is a change of theirs, in the order in which the swaps were entered: they work the shift
that one gave them, in its hours, and not the one that one took. A swap that is only asked changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from heartplanner.core.edits.colleagues import same_name, schedule_of
from heartplanner.core.plan.change import Change, ChangeDetail, Extra, Swap
from heartplanner.core.plan.hours import HOURS_BAND, Hours
from heartplanner.core.plan.model import Colleague, Plan
from heartplanner.core.schedule.changes import ChangeError, DayOffKind, SwappedShifts
from heartplanner.core.schedule.cycle import assigned_hours, assignment_at
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule


def colleague_schedule(mine: Schedule, colleague: Colleague) -> Schedule:
    """A colleague's days by their cards and by the agreed swaps of one's own schedule with them.

    A half that does not fit their card is left out: they have no shift to give then, or work already.
    """
    plan = schedule_of(colleague).plan
    swaps = [
        (change.id, change.what.colleague)
        for change in mine.plan.changes
        if isinstance(change.what, Swap)
    ]
    # Few names stand in many swaps, and to tell whether two are the same takes a while.
    spelled = {name for name in {name for _, name in swaps} if same_name(name, colleague.name)}
    halves = [
        half
        for number, name in swaps
        if name in spelled
        for half in _their_halves(plan, mine.swapped(number))
    ]
    changes = tuple(Change(number, half) for number, half in enumerate(halves, 1))
    while True:
        try:
            return Schedule(plan._replace(changes=changes))
        except ChangeError as error:
            changes = tuple(change for change in changes if change.id != error.change.id)


def _their_halves(plan: Plan, shifts: SwappedShifts) -> Iterator[ChangeDetail]:
    """What a swap makes of a colleague's days: `plan` is theirs."""
    if shifts.taken:
        yield Swap(shifts.taken.start.date(), None)
    if shifts.given:
        day, hours = shifts.given.start.date(), shifts.given.hours
        # A swap states no hours but those of a band and one's own usual ones.
        extra = Extra(day, None, hours)
        yield taking(plan, day, hours) or extra


def taking(plan: Plan, day: date, hours: Hours) -> Swap | None:
    """The half of a swap by which one takes a shift of these hours; None where no swap can state them."""
    assignment = assignment_at(plan, day)
    if assignment and assigned_hours(assignment) == hours:
        return Swap(None, day)
    band = HOURS_BAND.get(hours)
    return Swap(None, day, band) if band else None


def gave_away(day: Day) -> bool:
    """Whether the shift of a day was given away in a swap, so that nobody is to be asked to work then."""
    return any(
        isinstance(change.what, Swap) and change.what.give == day.date for change in day.changes
    )


def is_own_time(day: Day) -> bool:
    """Whether a day is known to be off, and not by the break, leave, sickness or a swap."""
    return day.at is not None and day.off is DayOffKind.DAY_OFF and not gave_away(day)
