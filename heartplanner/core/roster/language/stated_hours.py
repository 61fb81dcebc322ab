"""The one start and end that the items of a line state."""

from __future__ import annotations

from collections.abc import Sequence

from heartplanner.core.plan.hours import Hours
from heartplanner.core.roster.language.clocks import DAY_MINUTES, Shift, literal, shift_of
from heartplanner.core.roster.language.items import (
    Clock,
    HoursItem,
    Item,
    LengthItem,
    SpanItem,
    TimeItem,
)
from heartplanner.core.roster.roster import UnreadError


def stated_hours(items: Sequence[Item]) -> HoursItem | None:
    """The one start and end that are stated, if any. Raises UnreadError."""
    # The same hours are often said twice, as in "Day shift 9-9, 9:00 am - 9:00 pm".
    stated = {item for item in items if isinstance(item, HoursItem)}
    stated |= {HoursItem(item.begin, item.end) for item in items if isinstance(item, SpanItem)}
    times = [item.clock for item in items if isinstance(item, TimeItem)]
    lengths = [item for item in items if isinstance(item, LengthItem) and item.sure]
    if len(times) == 2:
        stated.add(HoursItem(times[0], times[1]))
    elif len(times) == 1 and len(lengths) == 1 and not stated:
        later = (int(minutes + lengths[0].minutes) % DAY_MINUTES for minutes in times[0].minutes)
        stated.add(HoursItem(times[0], Clock(tuple(later))))
    elif times:
        raise UnreadError(
            "it has a start and no end" if len(times) == 1 else "it has several hours"
        )
    # "9-9" may mean 9 am to 9 am; beside "9:00 am - 9:00 pm" it means just that, and is no other hours.
    clear = {one for one in stated if not any(_is_clearer(other, one) for other in stated)}
    if len({_meant(hours) for hours in clear}) > 1:
        raise UnreadError("it has several hours")
    return next(iter(clear), None)


def _is_clearer(one: HoursItem, other: HoursItem) -> bool:
    """Whether hours are among those that others may mean: 9:00 am - 9:00 pm, and "9-9"."""
    return (
        one != other
        and {*one.begin.minutes} <= {*other.begin.minutes}
        and {*one.end.minutes} <= {*other.end.minutes}
        and (one.begin.minutes, one.end.minutes) != (other.begin.minutes, other.end.minutes)
    )


def _meant(hours: HoursItem) -> Shift | HoursItem:
    """By what two hours are compared: 9 am-9 pm and 9:00-21:00 are the same."""
    try:
        return shift_of(hours)
    except UnreadError:
        return HoursItem(Clock(hours.begin.minutes), Clock(hours.end.minutes))


def is_midnight_to_midnight(item: Item) -> bool:
    """Whether an item is how programs write whole days, from 00:00 of one to 00:00 or 23:59 of another."""
    return (
        isinstance(item, SpanItem)
        and item.begin.minutes == (0,)
        and item.end.minutes in ((0,), (DAY_MINUTES - 1,))
    )


def check_clock(hours: HoursItem, own: Hours | None, *, any_length: bool) -> None:
    """Where a roster counts the hours to 24, 9:00 to 9:00 is no day shift. Raises UnreadError."""
    exact = literal(hours)
    if not (hours.begin.full and hours.end.full) or exact == hours:
        return
    try:
        same = shift_of(exact, own, any_length=any_length) == shift_of(
            hours, own, any_length=any_length
        )
    except UnreadError:
        same = False
    if not same:
        raise UnreadError("its times are on a clock of 12 hours, and others in the roster are not")
