"""Which of one's free days, worked in place of a shift, make a wish free and keep the rules and the rest.

Each candidate is tried: the swap is entered, and what the rules and the rest say afterwards is held
against what they said before. Only the changes near it are replayed for that, so a try takes the same
work however many changes the rest of the schedule has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from heartplanner.core.ask.asked_days import AskedDays
from heartplanner.core.ask.question import Option
from heartplanner.core.ask.taken import taken_of
from heartplanner.core.edits.edits import MOST_CHANGES, with_change
from heartplanner.core.people.colleague_schedule import is_own_time
from heartplanner.core.people.keeping import differing, near_plan
from heartplanner.core.plan.change import Swap, dates_of
from heartplanner.core.plan.model import PlanError
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.rest import Care, cares
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.work_weeks import WorkWeek, work_week
from heartplanner.core.words.english import weekday_date


def swaps(
    schedule: Schedule, wish: AskedDays, taken: Sequence[Day], today: date
) -> Iterator[Option]:
    """The swaps for free days of the same work week that keep the rules and the rest, by their dates.

    `taken`: the days that stand against the wish. In another week the shift would change the hours of
    two, so none of those keeps the rules.
    """
    day = taken[0]
    if len(taken) > 1 or len(day.blocks) > 1 or day.blocks[0].kind is not Kind.SHIFT:
        return
    if len(schedule.plan.changes) >= MOST_CHANGES:
        return
    week = work_week(schedule.plan, day.date)
    own_time = [
        other.date
        for other in schedule.days(max(week.first, today), week.last)
        if is_own_time(other) and not wish.first <= other.date <= wish.last
    ]
    if not own_time:
        return
    tries = _Tries(schedule, wish, week)
    for other in own_time:
        swap = Swap(day.date, other)
        tried = tries.effects(swap)
        if tried is not None:
            why = "; ".join([f"Swap: work {weekday_date(other)} instead", *tried])
            yield Option(wish.first, wish.last, 0, why, swap)


class _Tries:
    """Tries swaps within one work week. What is so without a swap is looked at once for all of them."""

    def __init__(self, schedule: Schedule, wish: AskedDays, week: WorkWeek) -> None:
        self._plan = near_plan(schedule.plan, *week)
        self._wish, self._week = wish, week
        self._differing = differing(schedule, *week)
        self._cares = cares(schedule, week.first, week.last)

    def effects(self, swap: Swap) -> list[str] | None:
        """What the swap newly asks to look after, and nobody is warned of; None where it does not do.

        It does where the wish is free with it, and nothing new differs or asks for care.
        """
        try:
            after = with_change(self._plan, swap, self._plan.history[-1].at)
        except PlanError:  # the day holds something that no swap goes with
            return None
        if taken_of(after, self._wish) or not differing(after, *self._week) <= self._differing:
            return None
        new = set(cares(after, self._week.first, self._week.last)) - set(self._cares)
        touching = [care for care in new if _touches(care, swap)]
        if any(not care.quiet for care in touching):
            return None
        return sorted({care.kind for care in touching})


def _touches(care: Care, swap: Swap) -> bool:
    return any(care.first <= last and care.last >= first for first, last in dates_of(swap))
