"""Questions that name colleagues: when both are off, whether one works, who could take a shift."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from heartplanner.core.ask.appointments import with_appointments
from heartplanner.core.ask.asked_days import AskedDays, DatePhrase
from heartplanner.core.ask.calendars import has_calendar, known_days
from heartplanner.core.ask.colleagues.colleague_days import NOT_KNOWN, unknown_before
from heartplanner.core.ask.question import Answer, BothOff, Context, Option, WhoCould
from heartplanner.core.ask.taken import taken_of
from heartplanner.core.edits.colleagues import colleague_of
from heartplanner.core.events.free_days import busy_days
from heartplanner.core.events.occurrence import NO_EVENTS, EventIndex
from heartplanner.core.people.colleague_schedule import colleague_schedule
from heartplanner.core.people.cover import Cover, covers, exchanges, shift_to_give
from heartplanner.core.people.cover_text import why_not
from heartplanner.core.people.days_off import DaysOff, common_days_off, weekends_of
from heartplanner.core.plan.change import Absence, Swap
from heartplanner.core.plan.model import PlanError
from heartplanner.core.schedule.rest import LONG_RUN
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import (
    clock_span,
    hours,
    listed,
    long_date,
    number,
    sentence_case,
    span,
    span_brief,
    weekday_date,
)

WHO_COULD = (
    "Whoever takes it must be off that day, not in a break, and have eleven hours of rest before and"
    " after."
)
NAMED_RUNS = 3
"""Runs of days off in common that a sentence names."""
FULL_WEEK = 40 * 60
"""Minutes past which a week has overtime."""


def both_off(schedule: Schedule, asked: BothOff, events: EventIndex = NO_EVENTS) -> Answer:
    """All runs of days on which all of them are off, by date.

    Who is known by a calendar is off where no busy event of it is. Raises PlanError for an unknown name.
    """
    calendars = [name for name in asked.names if has_calendar(schedule.plan, name)]
    names = [name for name in asked.names if name not in calendars]
    colleagues = [colleague_of(schedule.plan, name) for name in names]
    first, last = asked.within.first, asked.within.last
    theirs = [colleague_schedule(schedule, colleague) for colleague in colleagues]
    barred = busy_days(events, calendars, first, last) if calendars else frozenset()
    # Whoever asks wants the nearest days; how long they are is seen in the list.
    runs = sorted(common_days_off([schedule, *theirs], first, last, barred))
    runs = weekends_of(runs) if asked.weekends else runs
    every = "both" if len(asked.names) == 1 else "all"
    never = f"you are never {every} off"
    said = f"you are {every} off on {_nearest_text(runs)}" if runs else never
    if dim := [name for name in calendars if events.why_unknown(name)]:
        said = f"what {listed(dim)} {'has' if len(dim) == 1 else 'have'} is not known"
    why = f"{every.capitalize()} off"
    options = [
        with_appointments(schedule.plan, Option(run.first, run.last, 0, why)) for run in runs
    ]
    people = listed([*(colleague.name for colleague in colleagues), *calendars, "you"])
    unknown = [
        line
        for colleague, their in zip(colleagues, theirs, strict=True)
        for line in unknown_before(colleague.name, their, first)
    ]
    unknown += [NOT_KNOWN] * bool(colleagues) + known_days(events, calendars, asked.within)
    sentence = f"{people}, {span(first, last)}: {said}."
    return Answer(DatePhrase(asked.within), sentence, tuple(unknown), tuple(options))


def _nearest_text(runs: Sequence[DaysOff]) -> str:
    """Oct 4-5, Oct 10-15, Oct 20 and later, 11 days in all."""
    named = [span_brief(run.first, run.last) for run in runs[:NAMED_RUNS]]
    if len(runs) == 1:
        return named[0]
    more = ["later"] * (len(runs) > NAMED_RUNS)
    return f"{listed([*named, *more])}, {sum(run.length for run in runs)} days in all"


def who_could(
    schedule: Schedule, asked: WhoCould, context: Context, display: DisplayFormat = DEFAULT_FORMAT
) -> Answer:
    """Who could take a day's shift: swaps that free it, then the shift alone and what it costs them."""
    day = asked.reading.taken.first
    try:
        shift = shift_to_give(schedule, day)
    except PlanError as error:
        return Answer(asked.reading, f"{sentence_case(str(error))}.", (), ())
    when = f"{long_date(day)}, {clock_span(shift.start, shift.end, display)}"
    if day < context.today:
        return Answer(asked.reading, f"{when}: that shift is over.", (), ())
    able = [cover for cover in covers(schedule, day) if asked.name in (None, cover.name)]
    swaps = swap_options(schedule, asked.reading.taken, day, context.today)
    swaps = [one for one in swaps if asked.name is None or _with(one.change, asked.name)]
    options = (*swaps, *_given(day, able))
    facts = [NOT_KNOWN] if schedule.plan.colleagues else []
    said = _who_said(schedule, asked, {cover.name for cover in able}, swaps)
    if facts and not options:
        facts.insert(0, WHO_COULD)
    if facts and not able:
        facts[-1:-1] = _why_nobody(schedule, asked, display)
    return Answer(asked.reading, f"{when}: {said}.", tuple(facts), options)


def _who_said(
    schedule: Schedule, asked: WhoCould, able: Collection[str], swaps: Sequence[Option]
) -> str:
    """Who of the colleagues could take a shift as it is, and who only if they need not work another one."""
    if not schedule.plan.colleagues:
        return "you have no colleague's card yet"
    taking = [one.change for one in swaps if isinstance(one.change, Swap)]
    only = sorted({swap.colleague for swap in taking} - set(able), key=str.casefold)
    if able:
        said = f"{listed(sorted(able, key=str.casefold))} could take your shift"
        return f"{said}; only in a swap: {listed(only)}" if only else said
    if only:
        instead = {weekday_date(swap.take) for swap in taking if swap.take}
        aside = f": you work {instead.pop()} instead" if len(instead) == 1 else ""
        return f"{listed(only)} could take your shift only in a swap{aside}"
    if asked.name:
        return f"{asked.name} could not take your shift"
    return "nobody whose card you have could take your shift"


def _why_nobody(schedule: Schedule, asked: WhoCould, display: DisplayFormat) -> Iterator[str]:
    """Why each of the colleagues who were asked about could not take the shift, as far as is known."""
    day, plan = asked.reading.taken.first, schedule.plan
    for colleague in (colleague_of(plan, asked.name),) if asked.name else plan.colleagues:
        theirs = colleague_schedule(schedule, colleague)
        yield from unknown_before(colleague.name, theirs, day)
        if reason := why_not(colleague.name, theirs.days(day, day)[0], display):
            yield reason


def _with(change: Absence | Swap | None, name: str) -> bool:
    return isinstance(change, Swap) and change.colleague == name


def swap_options(schedule: Schedule, wish: AskedDays, day: date, today: date) -> list[Option]:
    """The swaps with a colleague that give away a day's one shift, so that the wish is free."""
    try:
        able = exchanges(schedule, day, today)
    except PlanError:  # no shift, or several
        return []
    return [
        Option(wish.first, wish.last, 0, _swap_why(one.name, one.swap), one.swap)
        for one in able
        if not taken_of(one.after, wish)
    ]


def _given(day: date, able: list[Cover]) -> Iterator[Option]:
    """The shift alone given to each of those who could take it, with what that costs them."""
    for cover in able:
        costs = []
        if cover.minutes > FULL_WEEK:
            costs.append(f"{hours(cover.minutes)} that week")
        if cover.in_a_row > LONG_RUN:
            costs.append(f"{number(cover.in_a_row)} days in a row")
        if cover.weekend:
            costs.append("on a free weekend")
        aside = f", who then works {listed(costs)}" if costs else ""
        change = Swap(day, None, None, cover.name)
        yield Option(day, day, 0, f"Give it to {cover.name}{aside}", change)


def _swap_why(name: str, swap: Swap) -> str:
    assert swap.take is not None, "an exchange takes a shift"
    return f"Swap with {name}: work {weekday_date(swap.take)} instead"
