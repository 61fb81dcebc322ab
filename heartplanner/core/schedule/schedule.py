"""What follows from a plan: its days, each with what is worked and what it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from heartplanner.core.plan.change import Change
from heartplanner.core.plan.model import ONE_DAY, Plan, each_date
from heartplanner.core.schedule.breaks import breaks
from heartplanner.core.schedule.changes import (
    ChangedDay,
    DayOffKind,
    SwappedShifts,
    TakenOff,
    changed_days,
)
from heartplanner.core.schedule.cycle import NOT_WORKED, letters, planned_block, position
from heartplanner.core.schedule.days import SATURDAY, SUNDAY, BreakDay, Day, Weekend


class Schedule:
    """A plan with what follows from it as a whole. It is made once for a plan and handed on.

    The changes of a plan all apply one after another before any of its days is known; so that is done
    here, once, and the days are then given for as long as anybody asks. Functions that need days take a
    Schedule; those that need no more than what the responder stated take a Plan.

    Raises ChangeError (a PlanError) where a change does not fit what the earlier ones left.
    """

    __slots__ = ("_changed", "_swapped", "plan")

    def __init__(self, plan: Plan) -> None:
        self.plan: Final = plan
        changed = changed_days(plan)
        self._changed: Final = changed.days
        self._swapped: Final = changed.swapped

    def days(self, first: date, last: date) -> list[Day]:
        """The days from first to last, both included; none if last is before first."""
        if last < first:
            return []
        # With the neighbours' letters: a weekend has two days, of which a range may hold one.
        # Letters are read for the whole range at once, and each day takes its own three.
        planned = letters(self.plan, first - ONE_DAY, last + ONE_DAY)
        in_break = {
            day: BreakDay(number, run.length)
            for run in breaks(self.plan, first, last)
            for number, day in enumerate(each_date(run.first, run.last), 1)
        }
        return [
            self._day(day, planned[number : number + 3], in_break.get(day))
            for number, day in enumerate(each_date(first, last))
        ]

    def changes_on(self, day: date) -> Sequence[Change]:
        """The changes of one day, in their order, without the rest of it."""
        state = self._changed.get(day)
        return state.changes if state else ()

    def swapped(self, change_id: int) -> SwappedShifts:
        """The shifts of the swap that is the change of this number."""
        return self._swapped[change_id]

    def _day(self, day: date, planned: str, in_break: BreakDay | None) -> Day:
        """`planned`: the letters of the day before, the day and the day after."""
        at = position(self.plan, day)
        if at is None:
            return Day(day, None, None, (), None, None, None, ())
        block = planned_block(at.assignment, at.letter, day)
        state = self._changed.get(day) or ChangedDay(block)
        first_off = [TakenOff.by(state.planned_off, block)] if state.planned_off and block else []
        # An absence wins over the break: a day of it that was worked by swap can be taken off again.
        off = None
        if not state.blocks:
            off = state.absent or (DayOffKind.BREAK if in_break else DayOffKind.DAY_OFF)
        return Day(
            date=day,
            at=at,
            planned=block,
            blocks=tuple(state.blocks),
            off=off,
            in_break=in_break,
            weekend=self._weekend(day, planned),
            changes=tuple(state.changes),
            taken_off=(*first_off, *state.taken_off),
        )

    def _weekend(self, day: date, planned: str) -> Weekend | None:
        """Whether anything is worked on the day's Saturday or Sunday; None on other days."""
        if day.weekday() < SATURDAY:
            return None
        other_day, letter = (day + ONE_DAY, planned[2])
        if day.weekday() == SUNDAY:
            other_day, letter = (day - ONE_DAY, planned[0])
        # Both days or none: one worked day makes the whole weekend a working one.
        worked = self._worked(day, planned[1]) or self._worked(other_day, letter)
        return "on" if worked else "off"

    def _worked(self, day: date, planned: str) -> bool:
        state = self._changed.get(day)
        return bool(state.blocks) if state else planned not in NOT_WORKED
