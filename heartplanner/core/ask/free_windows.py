"""When could I? Windows of free time within a range, those that cost the least leave first."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate, groupby

from heartplanner.core.ask.appointments import (
    LONG_WEEKEND,
    NAMED,
    appointments,
    appointments_text,
    barred_days,
    left_out,
    with_appointments,
)
from heartplanner.core.ask.asked_days import AskedDays, DatePhrase, part_text
from heartplanner.core.ask.calendars import busy_calendars, known_days
from heartplanner.core.ask.free import ABSENT, free_why, leave_option, work_beside
from heartplanner.core.ask.question import Answer, Option, Wanted
from heartplanner.core.ask.taken import days_around, taken_days
from heartplanner.core.events.occurrence import NO_EVENTS, EventIndex
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.days import SATURDAY, Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import (
    WEEKDAYS,
    counted,
    hours,
    listed,
    number,
    sentence_case,
    span,
    span_brief,
    weekday_date,
)

MOST = 12
"""How many options an answer gives."""
MORE = f"The first {MOST} ways are listed, with leave or without; there are more."
MOST_IN_HEADLINE = 6
"""So many windows without leave the sentence names; of more one less, and how many more there are."""
FREE = {False: "without leave", True: "without more leave"}
"""What free days cost on which one is absent already, and what others cost."""


def when_free(
    schedule: Schedule,
    wanted: Wanted,
    display: DisplayFormat = DEFAULT_FORMAT,
    events: EventIndex = NO_EVENTS,
    today: date | None = None,
) -> Answer:
    """The windows of this kind, best first: least leave, then the longest, then the earliest.

    Of single days the earliest comes first: whoever asks for the next day off wants no long break.
    `today`: the next one is said to be today, and the one after it named.
    """
    within = wanted.within
    around = days_around(schedule, within.first, within.last)
    within_part = within._replace(part=wanted.part)
    barred = barred_days(schedule.plan, within_part, events, single=wanted.is_single)
    windows = [
        window
        for window in _windows(around, wanted, barred, display)
        if not (wanted.without_leave and window.minutes)
    ]
    ranked = _ranked(windows, wanted)
    best = tuple(ranked[:MOST])
    if not wanted.is_single:  # else they are all barred already
        best = tuple(with_appointments(schedule.plan, one, display, events) for one in best)
    named, more = _headline(ranked, wanted)
    beside = "" if wanted.is_single else _beside(schedule.plan, named, events, display)
    result = f"{_result(named, more, around)}{_days_off(wanted, ranked)}"
    if wanted.soonest and named and today and named[0].first <= today:
        result = _with_this(result, ranked, wanted)
    sentence = f"{wish_text(wanted, display)}: {result}{beside}."
    facts = (
        *known_days(events, busy_calendars(schedule.plan), within),
        *left_out(schedule.plan, around, wanted, barred, events, display),
        f"{counted(sum(not one.minutes for one in windows), 'way')} without leave.",
        *([MORE] if len(windows) > MOST else []),
    )
    return Answer(DatePhrase(within_part), sentence, facts, best)


def _ranked(windows: Sequence[Option], wanted: Wanted) -> list[Option]:
    def rank(window: Option) -> tuple[int, int, date]:
        longest_first = -window.days if wanted.days > 1 else 0
        return window.minutes, longest_first, window.first

    return sorted(windows, key=rank)


def _headline(ranked: Sequence[Option], wanted: Wanted) -> tuple[Sequence[Option], int]:
    """The windows that the sentence names, and how many without leave there are beside them.

    All without leave, or the first few of them; where one is wanted, or each takes leave, the best one.
    """
    free = [one for one in ranked if not one.minutes]
    if not wanted.every or not free:
        return ranked[:1], 0
    if len(free) <= MOST_IN_HEADLINE:
        return free, 0
    return free[: MOST_IN_HEADLINE - 1], len(free) - MOST_IN_HEADLINE + 1


def _with_this(result: str, ranked: Sequence[Option], wanted: Wanted) -> str:
    """The next one, said to be that of today, and the one without leave that comes after it."""
    now = "today" if wanted.weekday is None else "this one"
    later = next((one for one in ranked if not one.minutes and one.first > ranked[0].last), None)
    return f"{now}, {result}{f'; then {_dates(later)}' if later else ''}"


def _dates(one: Option) -> str:
    return weekday_date(one.first) if one.days == 1 else span_brief(one.first, one.last)


def _days_off(wanted: Wanted, windows: Sequence[Option]) -> str:
    """How many days of a range are off, for whoever asks how many there are."""
    if not wanted.every or wanted.days > 1 or wanted.is_single:
        return ""
    free = sum(one.days for one in windows if not one.minutes)
    return f", {counted(free, 'day')} in all" if free else ""


def wish_text(wanted: Wanted, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """Four days in a row, October 1-31, 2026."""
    if wanted.a_week is not None:
        several = "" if wanted.a_week == 1 else "s"
        kind = f"{number(wanted.a_week)} free {wanted.part or 'day'}{several} a week"
    elif wanted.weekday is not None:
        part = f" {part_text(wanted.part, display)}" if wanted.part else ""
        weekend = {2: "free weekend", LONG_WEEKEND: "long weekend"}
        kind = weekend.get(wanted.days, f"free {WEEKDAYS[wanted.weekday]}{part}")
    elif wanted.part:
        kind = f"free {part_text(wanted.part, display)}"
    else:
        kind = f"{number(wanted.days)} days in a row" if wanted.days > 1 else "free day"
    kind += " without leave" if wanted.without_leave else ""
    if wanted.soonest:
        return f"Next {kind}"
    return sentence_case(f"{kind}, {span(wanted.within.first, wanted.within.last)}")


def _result(named: Sequence[Option], more: int, around: Sequence[Day]) -> str:
    """Oct 10-15, without leave; Feb 1, Feb 8 and Feb 15, without leave; Jan 4, for 4 h of leave."""
    if not named:
        return "there is none"
    first = named[0]
    off = any(
        day.off in ABSENT for day in around for one in named if one.first <= day.date <= one.last
    )
    dates = [span_brief(one.first, one.last) for one in named]
    if len(named) == 1 and first.days == 1:
        dates = [_dates(first)]
    cost = f"for {hours(first.minutes)} of leave" if first.minutes else FREE[off]
    return f"{listed([*dates, *([f'{more} more'] if more else [])])}, {cost}"


def _beside(plan: Plan, named: Sequence[Option], events: EventIndex, display: DisplayFormat) -> str:
    """What one has on the days that are named, where it is little: the options say all of it."""
    spans = [AskedDays(one.first, one.last) for one in named]
    found = [one for days in spans for one in appointments(plan, days, events)]
    if len(found) > NAMED or (found and len(spans) > 1):
        return f"; {counted(len(found), 'event')} then"
    return f"; {appointments_text(found, spans[0], display)}" if found else ""


def _windows(
    around: Sequence[Day], wanted: Wanted, barred: Collection[date], display: DisplayFormat
) -> Iterator[Option]:
    """Every window without a barred day. `around`: the days of the range, and one on either side."""
    if wanted.a_week is not None:
        yield from _free_weeks(around, wanted, wanted.a_week, barred)
    elif wanted.weekday is None and wanted.part is None:
        for days in _unbarred(around[1:-1], barred):
            # Without leave a whole run is told, however long; for leave just as many days as are wanted.
            yield from _runs(days, wanted.days)
            yield from _paid(days, wanted.days)
    else:
        begins = {wanted.weekday}
        if wanted.days == LONG_WEEKEND:
            begins.add(SATURDAY)
        for n in range(1, len(around) - wanted.days):
            days = around[n : n + wanted.days]
            fits = wanted.weekday is None or days[0].date.weekday() in begins
            if fits and not any(day.date in barred for day in days):
                yield _window(around[n - 1 : n + wanted.days + 1], wanted, display)


def _unbarred(days: Sequence[Day], barred: Collection[date]) -> Iterator[Sequence[Day]]:
    """The days in as many runs as barred days leave."""
    for is_barred, run in groupby(days, key=lambda day: day.date in barred):
        if not is_barred:
            yield list(run)


def _window(around: Sequence[Day], wanted: Wanted, display: DisplayFormat) -> Option:
    days = around[1:-1]
    wish = AskedDays(days[0].date, days[-1].date, wanted.part)
    taken = taken_days(around, wanted.part)
    if taken:
        return leave_option(wish, taken)
    beside = work_beside(days[0], wanted.part, display) if wanted.part else ""
    why = f"{free_why(days)}; {beside}" if beside else free_why(days)
    return Option(wish.first, wish.last, 0, why)


def _runs(days: Sequence[Day], least: int) -> Iterator[Option]:
    """The runs of free days, whole, that have so many."""
    begin = 0
    # One step past the end, which closes the last run as a worked day would.
    for n in range(len(days) + 1):
        if n == len(days) or days[n].blocks:
            if n - begin >= least:
                run = days[begin:n]
                why = f"{counted(n - begin, 'day')}: {lower(free_why(run))}"
                yield Option(run[0].date, run[-1].date, 0, why)
            begin = n + 1


def _paid(days: Sequence[Day], length: int) -> Iterator[Option]:
    """The windows of just this length that take leave."""
    # Running sums, so that the leave of each window is one difference and no sum of its own.
    sums = [0, *accumulate(day.minutes for day in days)]
    cheap = sorted(
        (sums[n + length] - sums[n], n)
        for n in range(len(days) - length + 1)
        if sums[n + length] > sums[n]
    )
    # Only the best are worded: each has to say what is worked on its days.
    for _, n in cheap[:MOST]:
        window = days[n : n + length]
        taken = [day for day in window if day.blocks]
        yield leave_option(AskedDays(window[0].date, window[-1].date), taken)


def _free_weeks(
    around: Sequence[Day], wanted: Wanted, count: int, barred: Collection[date]
) -> Iterator[Option]:
    """The weeks, Monday to Sunday and whole within the range, that have so many free days or parts."""
    for n in range(1, len(around) - 7):
        # Weeks begin on Monday here, as those of the rotation do, whatever day the calendar shows first.
        if around[n].date.weekday():
            continue
        free = [
            around[at].date
            for at in range(n, n + 7)
            if around[at].date not in barred
            and not taken_days(around[at - 1 : at + 2], wanted.part)
        ]
        if len(free) >= count:
            last = around[n].date + timedelta(6)
            names = [f"{day:%a} {day.day}" for day in free]
            yield Option(around[n].date, last, 0, f"Free: {listed(names)}")


def lower(text: str) -> str:
    """A sentence as it goes on behind a colon."""
    return text[:1].lower() + text[1:]
