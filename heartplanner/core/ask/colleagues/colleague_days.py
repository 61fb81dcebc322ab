"""What a colleague does on some days, as their card has it: off, working, and when next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from heartplanner.core.ask.asked_days import AskedDays, DatePhrase, brief_title
from heartplanner.core.ask.question import Answer, Context, TheirDays
from heartplanner.core.ask.taken import days_around, off_days, taken_days
from heartplanner.core.edits.colleagues import colleague_of
from heartplanner.core.explain.reasons import doubt
from heartplanner.core.people.colleague_schedule import colleague_schedule
from heartplanner.core.people.days_off import common_days_off, is_off
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.breaks import next_break
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import (
    clock_span,
    counted,
    full_date,
    in_past,
    listed,
    span,
    span_brief,
    weekday_date,
)

NOT_KNOWN = "Colleagues' leave and their swaps with others are not known here: ask them."
LISTED_DAYS = 14
"""Of a longer span only the sum is said."""
LISTED_RUNS = 24
"""So many runs of days off are named: those of a quarter."""


def their_days(
    schedule: Schedule,
    asked: TheirDays,
    context: Context,
    display: DisplayFormat = DEFAULT_FORMAT,
) -> Answer:
    """Whether a colleague works on some days, or in a part of one; each of several for themselves."""
    told = _days_of(schedule, asked, context, display)
    over = asked.reading.taken.last < context.today
    told = told._replace(sentence=in_past(told.sentence)) if over else told
    if not asked.more:
        return told
    others = [
        their_days(schedule, asked._replace(name=name, more=()), context, display)
        for name in asked.more
    ]
    about, *_ = told.sentence.partition(": ")
    said = "; ".join(one.sentence.partition(": ")[2].rstrip(".") for one in (told, *others))
    facts = dict.fromkeys(fact for one in (told, *others) for fact in one.facts)
    return told._replace(sentence=f"{about}: {said}.", facts=tuple(facts))


def _days_of(
    schedule: Schedule,
    asked: TheirDays,
    context: Context,
    display: DisplayFormat,
) -> Answer:
    colleague, wish = colleague_of(schedule.plan, asked.name), asked.reading.taken
    theirs = colleague_schedule(schedule, colleague)
    if asked.next_break:
        return _their_break(colleague.name, theirs, asked.reading)
    around = days_around(theirs, wish.first, wish.last)
    days, taken = around[1:-1], taken_days(around, wish.part)
    name = colleague.name
    facts = [*unknown_before(name, theirs, wish.first), NOT_KNOWN]
    if days[-1].at is None:
        said = f"that is before {name}'s card begins"
    elif wish.length == 1 and not taken and days[0].blocks:
        said = _off_then(name, days[0], display)
    elif wish.length == 1:
        said = f"{name} {_works(taken, wish.first, display) if taken else _off(days[0])}"
    else:
        every = "both" if wish.length == 2 else f"all {wish.length}"
        said = f"{name} works on {len(taken)} of {wish.length} days"
        said = said if taken else f"{name} is off on {every} days"
        next_off = next((day for day in days if is_off(day)), None)
        if asked.next_off and next_off:
            said = f"{name} is off next on {weekday_date(next_off.date)}{doubt(next_off)}"
        if asked.next_work and (shift := _next_shift(days, context)):
            said = f"{name}'s next shift is on {weekday_date(shift.date)}, {_spans(shift, display)}"
        if wish.length <= LISTED_DAYS:
            facts[:0] = [
                f"{weekday_date(day.date)}: {name} {_works([day], day.date, display)}."
                for day in taken
            ]
        off = sorted(common_days_off([theirs], wish.first, wish.last), key=lambda run: run.first)
        if 0 < len(off) <= LISTED_RUNS:
            named = listed([span_brief(run.first, run.last) for run in off])
            facts.insert(0, f"{name} is off: {named}.")
    return Answer(asked.reading, f"{brief_title(wish, display)}: {said}.", tuple(facts), ())


def _next_shift(days: Sequence[Day], context: Context) -> Day | None:
    """The first of the days with a shift that has not begun yet."""
    for day in days:
        if any(block.kind.is_shift and block.start >= context.moment for block in day.blocks):
            return day
    return None


def _their_break(name: str, theirs: Schedule, reading: DatePhrase) -> Answer:
    first = max(reading.taken.first, theirs.plan.start)
    run = next_break(theirs.plan, first)
    if run is None:
        return Answer(reading, f"{name}'s rotation has no break to come.", (), ())
    days = AskedDays(run.first, run.last)
    said = f"{name}'s next break: {span(run.first, run.last)}."
    return Answer(DatePhrase(days), said, (NOT_KNOWN,), ())


def colleague_facts(
    schedule: Schedule,
    wish: AskedDays,
    display: DisplayFormat = DEFAULT_FORMAT,
    *,
    taken: bool,
    over: bool = False,
) -> Iterator[str]:
    """What each colleague does on the days that one asks about. `taken`: whether one works then oneself.

    `over`: the days are past, and so is what is said of them.
    """
    told = _colleague_facts(schedule, wish, display, taken=taken)
    return map(in_past, told) if over else told


def _colleague_facts(
    schedule: Schedule, wish: AskedDays, display: DisplayFormat, *, taken: bool
) -> Iterator[str]:
    for colleague in schedule.plan.colleagues:
        around = days_around(colleague_schedule(schedule, colleague), wish.first, wish.last)
        days, theirs = around[1:-1], taken_days(around, wish.part)
        if any(day.at is None for day in days):
            continue
        name, too = colleague.name, " too" if taken == bool(theirs) else ""
        if wish.length > 1:
            off = off_days(around, wish.part)
            listed_off = f": {listed([weekday_date(day.date) for day in off])}" if off else ""
            few = listed_off if len(off) <= LISTED_DAYS else ""
            units = counted(wish.length, str(wish.part or "day"))
            yield f"{name} is off on {len(off)} of {units}{few}."
        elif theirs:
            yield f"{name} works{too}, {_spans(theirs[-1], display)}."
        elif days[0].blocks:  # in another part of the day than the one that is asked about
            yield f"{_off_then(name, days[0], display, too)}."
        else:
            yield f"{name} {_off(days[0], too)}."


def who_is_known(plan: Plan) -> str:
    """Of whom an answer to "who works" speaks: nobody else is known here."""
    names = listed(["you", *(colleague.name for colleague in plan.colleagues)])
    return f"Known here: {names}. You have no card of anybody else, so their days are not known."


def unknown_before(name: str, theirs: Schedule, first: date) -> Iterator[str]:
    if theirs.plan.start > first:
        yield f"{name}'s card begins on {full_date(theirs.plan.start)}: nothing is known before."


def _works(taken: list[Day], asked: date, display: DisplayFormat) -> str:
    """Works 9 am-9 pm; on Fri, Oct 16 where the work begins on another day than the one asked about."""
    spans = [
        _spans(day, display) + (f" on {weekday_date(day.date)}" if day.date != asked else "")
        for day in taken
    ]
    return f"works {listed(spans)}"


def _off_then(name: str, day: Day, display: DisplayFormat, too: str = "") -> str:
    """What is said of a day that is worked in another part than the one that is asked about."""
    return f"{name} is off then{too}; that day {name} works {_spans(day, display)}"


def _off(day: Day, too: str = "") -> str:
    return f"is off{too}{doubt(day)}"


def _spans(day: Day, display: DisplayFormat) -> str:
    spans = [clock_span(block.start, block.end, display) for block in day.blocks]
    return f"{listed(spans)}{doubt(day)}"
