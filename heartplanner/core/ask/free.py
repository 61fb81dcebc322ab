"""Is it free? What the days are, what being free would cost, which swaps do it, what is free nearby."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from heartplanner.core.ask.people import colleague_facts, swap_options
from heartplanner.core.ask.question import Answer, Context, DateReading, Option, Part, Understood
from heartplanner.core.ask.taken import PART_HOURS, days_around, taken_days, taken_of
from heartplanner.core.edits.edits import with_change
from heartplanner.core.explain.change_effects import worked_text
from heartplanner.core.explain.reasons import why
from heartplanner.core.people.keeping import differing, keeps_rest
from heartplanner.core.plan.change import Absence, AbsenceKind, Swap, dates_of
from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE, PlanError, each_date
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.schedule.changes import DayOffKind
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.holidays import words as holiday_words
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.work_weeks import work_week
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import (
    clock,
    clock_span,
    counted,
    listed,
    long_date,
    number,
    span,
    weekday_date,
)

NEAR_WEEKS = 13
"""How many weeks before and after one looks for the same days free."""
NEAREST = 3
LISTED_DAYS = 14
"""Of a longer span only the sums are said."""
ABSENT = {
    DayOffKind.LEAVE: "you are on leave",
    DayOffKind.SICK: "you are sick",
    DayOffKind.CALLED_OFF: "you are called off",
}
NAMES = {Kind.ADMIN: "have admin time", Kind.TRAINING: "have training"}


def is_free(
    schedule: Schedule,
    reading: DateReading,
    context: Context,
    display: DisplayFormat = DEFAULT_FORMAT,
) -> Answer:
    """What these days are, and the ways to be free then: leave, swaps, the nearest free days like them."""
    wish = reading.taken
    around = days_around(schedule, wish.first, wish.last)
    taken = taken_days(around, wish.part)
    sentence = f"{title(wish)}: {_state(around, wish, taken, display)}."
    ways: list[Option] = []
    if taken and taken[0].date >= context.today:
        ways = [
            leave_option(wish, taken),
            *_partners(schedule, wish, taken, context.today),
            *_swaps(schedule, wish, taken, context.today),
        ]
    near = _nearest(schedule, wish, context.today) if taken else []
    facts = [
        *_facts(around, wish, context, display),
        *colleague_facts(schedule, wish, display),
    ]
    return Answer(reading, sentence, tuple(facts), (*ways, *near))


def title(wish: Understood) -> str:
    """Saturday, October 17, 2026; its evening; October 6-10, 2026."""
    if wish.length > 1:
        return span(wish.first, wish.last)
    part = f", {part_text(wish.part)}" if wish.part else ""
    return f"{long_date(wish.first)}{part}"


def part_text(part: Part, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """Evening (5 pm-10 pm)."""
    return f"{part} ({clock_span(*PART_HOURS[part], display)})"


def leave_option(wish: Understood, taken: Sequence[Day]) -> Option:
    """Leave on the taken days: the whole of them, for leave is not taken by the hour."""
    change = Absence(AbsenceKind.LEAVE, taken[0].date, taken[-1].date)
    minutes = sum(day.minutes for day in taken)
    return Option(wish.first, wish.last, minutes, f"Leave for {worked_text(taken)}", change)


def _state(
    around: Sequence[Day], wish: Understood, taken: Sequence[Day], display: DisplayFormat
) -> str:
    days = around[1:-1]
    if any(day.at is None for day in days):
        return (
            "some of it is before your start date"
            if days[-1].at
            else "it is before your start date"
        )
    if wish.length > 1:
        if taken:
            return f"you work on {len(taken)} of {wish.length} days: {worked_text(taken)}"
        absent = {text for day in days if day.off in ABSENT for text in (ABSENT[day.off],)}
        aside = f", and {listed(sorted(absent))} on some of them" if absent else ""
        return f"you are free on all {wish.length} days{aside}"
    day = days[0]
    if taken:
        return f"you {_work(taken, display)}"
    late = [block for block in around[0].blocks if block.ends_next_day]
    free = _free_day(day) if not day.blocks else "you are free then"
    if late:
        free += (
            f"; the shift of {weekday_date(around[0].date)} ends at {clock(late[-1].end, display)}"
        )
    elif day.blocks and wish.part:
        free += f"; you {_work([day], display)}"
    return free


def _free_day(day: Day) -> str:
    if day.off in ABSENT:
        return ABSENT[day.off]
    if day.in_break:
        return (
            f"you are free, on day {day.in_break.day} of your {number(day.in_break.of)}-day break"
        )
    return "you are free"


def _work(taken: Sequence[Day], display: DisplayFormat) -> str:
    """Work 9 am-9 pm; work noon-midnight on Fri, Oct 16 where it is not of one day."""
    several = len(taken) > 1
    return listed(
        [
            f"{NAMES.get(block.kind, 'work')} {clock_span(block.start, block.end, display)}"
            + (f" on {weekday_date(day.date)}" if several else "")
            for day in taken
            for block in day.blocks
        ]
    )


def _facts(
    around: Sequence[Day], wish: Understood, context: Context, display: DisplayFormat
) -> Iterator[str]:
    """What is so on the days: the reasons of one, the work of several; holidays; what is not confirmed."""
    days = around[1:-1]
    if wish.length == 1:
        yield why(days[0], display=display)
    elif wish.length <= LISTED_DAYS:
        for day in days:
            what = f"you {_work([day], display)}" if day.blocks else _free_day(day)
            yield f"{weekday_date(day.date)}: {what if day.at else 'before your start date'}."
    for day in days:
        if name := context.holidays.get(day.date):
            yield f"{weekday_date(day.date)}: {holiday_words(name, day)}."
    unsure = sum(day.guess for day in days)
    if unsure and wish.length > 1:
        yield f"{counted(unsure, 'day')} of them not confirmed yet."


def _partners(
    schedule: Schedule, wish: Understood, taken: Sequence[Day], today: date
) -> list[Option]:
    """The swaps with a colleague that free the one day that is taken."""
    return swap_options(schedule, wish, taken[0].date, today) if len(taken) == 1 else []


def _swaps(
    schedule: Schedule, wish: Understood, taken: Sequence[Day], today: date
) -> Iterator[Option]:
    """The free days of the same work week that, worked in place of the shift, keep the rules and the rest.

    In another week the shift would change the hours of two, so none of those keeps the rules.
    """
    day = taken[0]
    if len(taken) > 1 or len(day.blocks) > 1 or day.blocks[0].kind is not Kind.SHIFT:
        return
    week = work_week(schedule.plan, day.date)
    known = differing(schedule, week.first, week.last)
    for other in schedule.days(max(week.first, today), week.last):
        own_time = not other.blocks and other.off is DayOffKind.DAY_OFF
        if not own_time or wish.first <= other.date <= wish.last:
            continue
        swap = Swap(day.date, other.date)
        after = _swapped(schedule, swap, wish)
        if after and differing(after, week.first, week.last) <= known:
            text = f"Swap: work {weekday_date(other.date)} instead"
            yield Option(wish.first, wish.last, 0, text, swap)


def _swapped(schedule: Schedule, swap: Swap, wish: Understood) -> Schedule | None:
    """The schedule with the swap, where the wish is then free and nothing new asks for care."""
    plan = schedule.plan
    try:
        after = with_change(plan, swap, plan.history[-1].at)
    except PlanError:  # a schedule that holds no more changes
        return None
    if taken_of(after, wish):
        return None
    return after if keeps_rest(schedule, after, dates_of(swap)) else None


def _nearest(schedule: Schedule, wish: Understood, today: date) -> list[Option]:
    """The nearest spans that are free whole weeks before or after, those to come alone."""
    reach = timedelta(weeks=NEAR_WEEKS)
    first = max(wish.first - reach, schedule.plan.start, today, FIRST_DATE)
    last = min(wish.last + reach, LAST_DATE)
    known = {day.date: day for day in days_around(schedule, first, last)}
    options = []
    for weeks in sorted(range(-NEAR_WEEKS, NEAR_WEEKS + 1), key=lambda n: (abs(n), n)):
        one, two = wish.first + timedelta(weeks=weeks), wish.last + timedelta(weeks=weeks)
        if one < first or two > last or not weeks:
            continue
        around = [known[day] for day in each_date(one - timedelta(1), two + timedelta(1))]
        if not taken_days(around, wish.part):
            options.append(Option(one, two, 0, free_why(around[1:-1])))
    return options[:NEAREST]


def free_why(days: Sequence[Day]) -> str:
    """Why these free days are free: in your break; on leave; free."""
    if all(day.in_break for day in days):
        return "In your break"
    absent = [kind for kind in ABSENT if any(day.off is kind for day in days)]
    return f"Free, {listed([f'with {kind}' for kind in absent])}" if absent else "Free"
