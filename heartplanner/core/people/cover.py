"""Who could take a shift of one's own, and whose shift one could work in exchange.

A colleague is asked for a shift by what their cards and the swaps with oneself say: their leave and their
swaps with others are not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from heartplanner.core.edits.edits import MOST_CHANGES, with_change
from heartplanner.core.explain.changes.change_effects import REST_LOOK
from heartplanner.core.people.colleague_schedule import colleague_schedule, is_own_time, taking
from heartplanner.core.people.keeping import differing, keeps_rest, near_plan
from heartplanner.core.plan.change import ChangeDetail, Extra, Swap, dates_of
from heartplanner.core.plan.hours import HOURS_BAND, Hours
from heartplanner.core.plan.model import EXAMPLE_MADE, Colleague, PlanError
from heartplanner.core.schedule.blocks import Block, Kind
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.rest import LONG_RUN, SHORT_REST, rests
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import weeks
from heartplanner.core.schedule.work_weeks import WorkWeek, work_week
from heartplanner.core.words.english import long_date


class Cover(NamedTuple):
    """A colleague who could take a shift.

    `minutes`: what their work week would come to; `in_a_row`: how many worked days in a row the day would
    be one of; `weekend`: it would make a free weekend of theirs a working one.
    """

    name: str
    minutes: int
    in_a_row: int
    weekend: bool

    @property
    def costs(self) -> tuple[int, int]:
        """How much it would cost them: a free weekend, or more worked days in a row than are advised."""
        tiring = self.in_a_row > LONG_RUN
        return self.weekend + tiring, self.minutes


class Exchange(NamedTuple):
    """A colleague with whom a shift could be swapped: my swap, which keeps both people's rules and rest.

    `after`: my schedule with it, with the changes near it alone.
    """

    name: str
    swap: Swap
    after: Schedule


def shift_to_give(schedule: Schedule, day: date) -> Block:
    """The shift to be given away on a day. Raises PlanError where there is none, or more than one."""
    (worked,) = schedule.days(day, day)
    shifts = [block for block in worked.blocks if block.kind is Kind.SHIFT]
    if len(shifts) != 1:
        raise PlanError(
            f"you have {'no' if not shifts else 'more than one'} shift on {long_date(day)}"
        )
    return shifts[0]


def covers(schedule: Schedule, day: date) -> list[Cover]:
    """The colleagues who could take the day's shift, those first whom it costs the least.

    They are off that day, not in their break, and have eleven hours of rest before and after it. It is an
    extra shift to them, so that their week may have more than 40 hours. Raises PlanError where there is no
    shift to give.
    """
    shift = shift_to_give(schedule, day)
    able = [
        cover
        for one in schedule.plan.colleagues
        if (cover := cover_of(one.name, colleague_schedule(schedule, one), day, shift.hours))
    ]
    return sorted(able, key=lambda cover: cover.costs)


def cover_of(name: str, theirs: Schedule, day: date, hours: Hours) -> Cover | None:
    """The colleague of this name and schedule, if they could take a shift of these hours on the day."""
    (before,) = theirs.days(day, day)
    # Who is in the break, on leave or sick is not asked to work: only a plain day off can be given.
    if not is_own_time(before):
        return None
    after = _changed(theirs, Extra(day, HOURS_BAND.get(hours), hours))
    if after is None:
        return None
    around = after.days(day - REST_LOOK, day + REST_LOOK)
    beside = [rest for rest in rests(around) if day in (rest.after, rest.before)]
    if any(rest.minutes < SHORT_REST for rest in beside):
        return None
    (week,), now = weeks(after, day, day), around[REST_LOOK.days]
    minutes = week.totals.credited_minutes
    weekend = now.weekend == "on" and before.weekend == "off"
    return Cover(name, minutes, _in_a_row(around), weekend)


def _in_a_row(around: Sequence[Day]) -> int:
    """How many worked days in a row the middle one of these is one of."""
    middle = len(around) // 2
    sides = (reversed(around[:middle]), around[middle + 1 :])
    return 1 + sum(sum(1 for _ in takewhile(lambda day: day.blocks, side)) for side in sides)


class Halves(NamedTuple):
    """A swap of two people: the schedule of each without it, and with their half of it."""

    name: str
    swap: Swap
    mine: Schedule
    theirs: tuple[Schedule, Schedule]


def exchanges(schedule: Schedule, day: date, today: date) -> list[Exchange]:
    """The swaps with a colleague that free the day, by date and name.

    A swap gives the day's one shift for a shift of theirs, from today on, on a day off of mine in the same
    work week: in another week the hours of two would differ. Both keep their rules and their rest. A shift
    whose hours no swap can state is in none. Raises PlanError where there is no shift to give.
    """
    shift = shift_to_give(schedule, day)
    week = work_week(schedule.plan, day)
    (given,) = schedule.days(day, day)
    # A swap frees no day on which other work stays, and a full plan takes no swap.
    if len(given.blocks) > 1 or len(schedule.plan.changes) >= MOST_CHANGES:
        return []
    if not schedule.plan.colleagues:
        return []
    days = schedule.days(max(week.first, today), week.last)
    mine = [other.date for other in days if is_own_time(other)]
    # Only the changes near it are replayed with each swap that is tried, however many there are.
    near = Schedule(near_plan(schedule.plan, *week))
    rested = [
        halves
        for colleague in schedule.plan.colleagues
        for halves in _rested(near, _theirs(schedule, colleague, week), (day, shift.hours), mine)
    ]
    # The rules around a week cost far more than all before, so they are looked up last.
    known = differing(schedule, week.first, week.last) if rested else set()
    able = [
        Exchange(halves.name, halves.swap, halves.mine)
        for halves in rested
        if differing(halves.mine, week.first, week.last) <= known
        and _keeps_rules(*halves.theirs, week)
    ]
    return sorted(able, key=lambda one: (one.swap.take or day, one.name.casefold()))


def _keeps_rules(before: Schedule, after: Schedule, week: WorkWeek) -> bool:
    now = differing(after, week.first, week.last)
    return not now or now <= differing(before, week.first, week.last)


def _theirs(mine: Schedule, colleague: Colleague, week: WorkWeek) -> tuple[str, Schedule]:
    """A colleague's name, and their schedule with the changes near a week alone."""
    plan = colleague_schedule(mine, colleague).plan
    return colleague.name, Schedule(near_plan(plan, *week))


def _rested(
    mine: Schedule,
    colleague: tuple[str, Schedule],
    given: tuple[date, Hours],
    free: Sequence[date],
) -> Iterator[Halves]:
    """The swaps of a shift for one of this colleague's on one of these free days that keep both rested."""
    (name, schedule), (day, hours) = colleague, given
    if not free or not is_own_time(schedule.days(day, day)[0]):
        return
    shifts = {worked.date: worked.blocks for worked in schedule.days(free[0], free[-1])}
    for other in free:
        if [block.kind for block in shifts[other]] != [Kind.SHIFT]:
            continue
        swap = taking(mine.plan, other, shifts[other][0].hours)
        # The same swap from the other side: what I give is what they take.
        back = taking(schedule.plan, day, hours)
        if swap and back:
            swap = swap._replace(give=day, colleague=name)
            my_half = _after(mine, swap)
            their_half = _after(schedule, back._replace(give=other))
            if my_half and their_half:
                yield Halves(name, swap, my_half, (schedule, their_half))


def _after(schedule: Schedule, swap: Swap) -> Schedule | None:
    """The schedule with one's half of a swap; None where it does not fit, or asks for care."""
    after = _changed(schedule, swap)
    return after if after and keeps_rest(schedule, after, dates_of(swap)) else None


def _changed(schedule: Schedule, what: ChangeDetail) -> Schedule | None:
    """The schedule with a change; None where it does not fit, or where no more changes are held."""
    try:
        return with_change(schedule.plan, what, EXAMPLE_MADE)
    except PlanError:
        return None
