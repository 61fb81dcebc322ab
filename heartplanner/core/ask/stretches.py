"""The longest time off that some hours of leave make inside this rotation.

Exact: a window over the days in a row is widened at its end, and narrowed at its beginning as long as it
costs more leave than there is. As no day costs less than nothing, it is the longest one that ends there.
Where the balance of vacation is known, a window for which some would be missing, on its days or later,
costs too much in the same way: so does whatever holds it, since more leave never leaves more of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import accumulate
from typing import NamedTuple

from heartplanner.core.ask.appointments import with_appointments
from heartplanner.core.ask.asked_days import AskedDays, DatePhrase
from heartplanner.core.ask.free import free_why, leave_option
from heartplanner.core.ask.question import Answer, Option, Stretch
from heartplanner.core.events.occurrence import NO_EVENTS, EventIndex
from heartplanner.core.leave.balances import LeaveBook, account_of
from heartplanner.core.plan.leave import LeaveKind
from heartplanner.core.plan.model import each_date
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import counted, hours, span

STEP = 4 * 60
"""Minutes of leave between two lines of what less of it would do."""


class Window(NamedTuple):
    """Days in a row, by their places in a range, `end` not included, and the minutes worked on them."""

    begin: int
    end: int
    minutes: int

    @property
    def length(self) -> int:
        return self.end - self.begin


def stretches(
    schedule: Schedule,
    asked: Stretch,
    display: DisplayFormat = DEFAULT_FORMAT,
    events: EventIndex = NO_EVENTS,
) -> Answer:
    """Every longest time off for so much leave, the cheapest first; facts: what less leave would do.

    Its days are counted whatever else takes place on them: that is named.
    """
    within = asked.within
    days = schedule.days(within.first, within.last)
    worked = [day.minutes for day in days]
    furthest = _furthest(schedule, worked, asked)
    longest = _longest(worked, asked, asked.minutes, furthest)
    options = [
        with_appointments(schedule.plan, _option(days[window.begin : window.end]), display, events)
        for window in longest
    ]
    ranked = sorted(options, key=lambda option: (option.minutes, option.first))
    about = _about(asked, found=bool(ranked))
    if not ranked:
        return Answer(DatePhrase(within), f"{about}: no time off is possible.", (), ())
    best = ranked[0]
    # Held down by the balance, the answer says so: it would pass for all that so many hours can do.
    without = _longest(worked, asked, asked.minutes, [len(worked)] * len(worked))
    used = max(option.minutes for option in ranked)
    limit = (
        f"; your vacation reaches for {hours(used)} of these {hours(asked.minutes)}"
        if without[0].length > best.days
        else ""
    )
    ways = f", {len(ranked)} ways" if len(ranked) > 1 else ""
    sentence = f"{about}: {counted(best.days, 'day')} off{ways}{limit}."
    return Answer(
        DatePhrase(within),
        sentence,
        tuple(_steps(worked, asked, furthest, best.days)),
        tuple(ranked),
    )


def _steps(
    worked: Sequence[int], asked: Stretch, furthest: Sequence[int], most: int
) -> Iterator[str]:
    """16 h: 8 days off; 32 h: 10 - each number of hours that makes it longer, up to `most` days."""
    known = 0
    for minutes in range(0, asked.minutes + 1, STEP):
        longest = _longest(worked, asked, minutes, furthest)
        length = longest[0].length if longest else 0
        if length > known:
            yield f"{hours(minutes)}: {counted(length, 'day')} off."
            known = length
            if known == most:
                return


def _furthest(schedule: Schedule, worked: Sequence[int], asked: Stretch) -> list[int]:
    """For each day of the range, how far a window may reach that begins there, as its `end`."""
    days, first = len(worked), asked.within.first
    account = account_of(schedule.plan, LeaveKind.VACATION)
    if account is None or asked.within.last <= account.on:
        return [days] * days
    book = LeaveBook(schedule, account, asked.within.last)
    sums = [0, *accumulate(worked)]
    furthest, end = [], 0
    for begin in range(days):
        end = max(end, begin)
        # What costs more than was asked for is no window anyway, so its leave need not be looked at.
        while end < days and sums[end + 1] - sums[begin] <= asked.minutes:
            span = first + timedelta(begin), first + timedelta(end)
            if worked[end] and not book.allows(*span):
                break
            end += 1
        furthest.append(end)
    return furthest


def _about(asked: Stretch, *, found: bool) -> str:
    leave = f"{hours(asked.minutes)} of leave" if asked.minutes or not found else "Without leave"
    return f"{leave}, {span(*asked.within[:2])}"


def _longest(
    worked: Sequence[int], asked: Stretch, minutes: int, furthest: Sequence[int]
) -> list[Window]:
    """The longest windows that cost at most so much, hold all that is held and nothing that is barred.

    `worked`: the minutes of each day of the range; `furthest`: the end that a window may have which begins
    on each of them.
    """
    first = asked.within.first
    # A window must begin at or before the first day that is held, and end after the last one.
    latest = min(((one.first - first).days for one in asked.held), default=len(worked))
    earliest = max(((one.last - first).days + 1 for one in asked.held), default=0)
    barred = {(day - first).days for one in asked.barred for day in each_date(one.first, one.last)}
    best: list[Window] = []
    begin = cost = 0
    for end, on_day in enumerate(worked, 1):
        cost += on_day
        if end - 1 in barred:
            begin, cost = end, 0
        while begin < end and (cost > minutes or end > furthest[begin]):
            cost -= worked[begin]
            begin += 1
        longest = best[0].length if best else 1
        if 0 <= begin <= latest and end >= earliest and end - begin >= longest:
            window = Window(begin, end, cost)
            best = [*(best if window.length == longest else []), window]
    return best


def _option(days: Sequence[Day]) -> Option:
    wish = AskedDays(days[0].date, days[-1].date)
    taken = [day for day in days if day.blocks]
    if taken:
        return leave_option(wish, taken)
    return Option(wish.first, wish.last, 0, free_why(days))
