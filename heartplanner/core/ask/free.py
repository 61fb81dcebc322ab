"""Is it free? What the days are, what being free would cost, which swaps do it, what is free nearby."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta

from heartplanner.core.ask.appointments import appointments, appointments_text, for_information
from heartplanner.core.ask.asked_days import (
    MIDNIGHT,
    AskedDays,
    DatePhrase,
    DayPart,
    hours_of,
    title,
)
from heartplanner.core.ask.calendars import busy_calendars, known_days
from heartplanner.core.ask.colleagues.colleague_days import colleague_facts
from heartplanner.core.ask.colleagues.people import swap_options
from heartplanner.core.ask.colleagues.swaps import swaps
from heartplanner.core.ask.question import Answer, Context, Option
from heartplanner.core.ask.taken import days_around, taken_days
from heartplanner.core.events.occurrence import Occurrence
from heartplanner.core.explain.changes.change_effects import worked_text
from heartplanner.core.explain.reasons import absence_words, why, work_words
from heartplanner.core.plan.change import Absence, AbsenceKind, Swap
from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE, Plan, each_date
from heartplanner.core.schedule.blocks import local
from heartplanner.core.schedule.changes import ABSENT_AS
from heartplanner.core.schedule.days import SATURDAY, Day
from heartplanner.core.schedule.holidays import words as holiday_words
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import (
    clock,
    clock_span,
    counted,
    in_past,
    listed,
    number,
    weekday_date,
)

NEAR_WEEKS = 13
"""How many weeks before and after one looks for the same days free."""
NEAREST = 3
MOST_NAMED, NAMED = 5, 3
"""So many appointments the sentence names; of more only the first ones, and a fact has the others."""
LISTED_DAYS = 14
"""Of a longer span only the sums are said."""
ABSENT = {off: absence_words(kind).state for kind, off in ABSENT_AS.items()}


def is_free(
    schedule: Schedule,
    reading: DatePhrase,
    context: Context,
    display: DisplayFormat = DEFAULT_FORMAT,
) -> Answer:
    """What these days are, and the ways to be free then: leave, swaps, the nearest free days like them."""
    wish = reading.taken
    around = days_around(schedule, wish.first, wish.last)
    taken = taken_days(around, wish.part)
    own = appointments(schedule.plan, wish, context.events)
    over = wish.last < context.today
    state = _state(around, wish, taken, display)
    state = _with_own(in_past(state) if over else state, own, wish, display)
    busy = busy_calendars(schedule.plan)
    if dim := [name for name in busy if context.events.why_unknown(name)]:
        state = state.replace("you are free", "you are off work", 1)
        state += f"; what {listed(dim)} {'has' if len(dim) == 1 else 'have'} is not known"
    sentence = f"{title(wish, display)}: {state}."
    ways: list[Option] = []
    if taken and taken[0].date >= context.today:
        ways = [
            leave_option(wish, taken),
            *_partners(schedule, wish, taken, context.today),
            *swaps(schedule, wish, taken, context.today),
        ]
        ways = [_with_taken_day(schedule.plan, way, context, display) for way in ways]
    near = _nearest(schedule, wish, context) if (taken or own) and not over else []
    facts = [
        *known_days(context.events, busy, wish),
        *_facts(around, wish, context, display),
        *colleague_facts(schedule, wish, display, taken=bool(taken), over=over),
    ]
    if len(own) > MOST_NAMED:
        facts.append(f"Also then: {appointments_text(own[NAMED:], wish, display)}.")
    if named := appointments_text(for_information(context.events, wish), wish, display):
        facts.append(f"For information: {named}.")
    return Answer(reading, sentence, tuple(facts), (*ways, *near))


def _with_own(
    state: str, own: Sequence[Occurrence], wish: AskedDays, display: DisplayFormat
) -> str:
    """The state of the days, and the appointments that one has then."""
    if not own:
        return state
    verb = "but you have" if state.startswith(("you are free", "you were free")) else "and you have"
    # What is in another's calendar takes the time too, though it is not oneself who has it.
    if own[0].source:
        verb = verb.replace("you have", "there is")
        state = state.replace("you are free", "you are off work", 1)
    if len(own) <= MOST_NAMED:
        return f"{state}, {verb} {appointments_text(own, wish, display)}"
    named = ", ".join(appointments_text([one], wish, display) for one in own[:NAMED])
    return f"{state}, {verb} {named} and {number(len(own) - NAMED)} more"


def leave_option(wish: AskedDays, taken: Sequence[Day]) -> Option:
    """Leave on the taken days: the whole of them, for leave is not taken by the hour."""
    change = Absence(AbsenceKind.LEAVE, taken[0].date, taken[-1].date)
    minutes = sum(day.minutes for day in taken)
    return Option(wish.first, wish.last, minutes, f"Leave for {worked_text(taken)}", change)


def _state(
    around: Sequence[Day], wish: AskedDays, taken: Sequence[Day], display: DisplayFormat
) -> str:
    days = around[1:-1]
    if any(day.at is None for day in days):
        return (
            "some of it is before your start date"
            if days[-1].at
            else "it is before your start date"
        )
    if wish.length > 1:
        return _state_of_several(days, wish, taken)
    if taken:
        return f"you {_work(taken, display)}"
    return _state_of_free_day(
        around[0],
        days[0],
        display,
        in_part=wish.part is not None,
        at_midnight=wish.part == MIDNIGHT,
    )


def _state_of_several(days: Sequence[Day], wish: AskedDays, taken: Sequence[Day]) -> str:
    """You work on 2 of 5 days: 16 h ...; or you are free on all 5, and on leave on some of them."""
    noun = str(wish.part or "day")
    if taken:
        both = len(taken) == wish.length == 2
        on = "both days" if both else f"{len(taken)} of {counted(wish.length, noun)}"
        return f"you work on {on}: {worked_text(taken)}"
    absent = {ABSENT[day.off] for day in days if day.off in ABSENT}
    aside = f", and {listed(sorted(absent))} on some of them" if absent else ""
    every = "both" if wish.length == 2 else f"all {wish.length}"
    return f"you are free on {every} {noun}s{aside}"


def _state_of_free_day(
    before: Day, day: Day, display: DisplayFormat, *, in_part: bool, at_midnight: bool
) -> str:
    """You are free, with what ends on the day or is worked beside the part that is asked about."""
    free = _free_day(day) if not day.blocks else "you are free then"
    late = [block for block in before.blocks if block.ends_next_day]
    if at_midnight:  # a shift that ends just then is the one that is asked about
        late = [block for block in before.blocks if block.end >= local(day.date, MIDNIGHT)]
    if late:
        ends = clock(late[-1].end, display)
        ended = f"{free}; the shift of {weekday_date(before.date)} ends at {ends}"
        if not at_midnight or not day.blocks:
            return ended
        return f"{ended}; on {weekday_date(day.date)} you {_work([day], display)}"
    return f"{free}; you {_work([day], display)}" if day.blocks and in_part else free


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
            f"{work_words(block.kind).clause} {clock_span(block.start, block.end, display)}"
            + (f" on {weekday_date(day.date)}" if several else "")
            for day in taken
            for block in day.blocks
        ]
    )


def _facts(
    around: Sequence[Day], wish: AskedDays, context: Context, display: DisplayFormat
) -> Iterator[str]:
    """What is so on the days: the reasons of one, the work of several; holidays; what is not confirmed."""
    days = around[1:-1]
    if wish.length == 1:
        yield why(days[0], display=display)
    elif wish.length <= LISTED_DAYS:
        for day in days:
            what = f"you {_work([day], display)}" if day.blocks else _free_day(day)
            what = in_past(what) if day.date < context.today else what
            yield f"{weekday_date(day.date)}: {what if day.at else 'before your start date'}."
    # A holiday on the Friday or Monday beside a weekend is of it to some.
    weekend = wish.length == 2 and wish.first.weekday() == SATURDAY
    for day in around if weekend else days:
        beside = not wish.first <= day.date <= wish.last
        if beside and day.date < context.today:
            continue
        if name := context.holidays.get(day.date):
            yield f"{weekday_date(day.date)}: {holiday_words(name, day)}."
    unsure = sum(day.guess for day in days)
    if unsure and wish.length > 1:
        yield f"{counted(unsure, 'day')} of them not confirmed yet."


def _partners(
    schedule: Schedule, wish: AskedDays, taken: Sequence[Day], today: date
) -> list[Option]:
    """The swaps with a colleague that free the one day that is taken."""
    if len(taken) > 1 or not schedule.plan.colleagues:
        return []
    return swap_options(schedule, wish, taken[0].date, today)


def _with_taken_day(plan: Plan, way: Option, context: Context, display: DisplayFormat) -> Option:
    """A swap with the appointments that one has on the day that one takes."""
    if not isinstance(way.change, Swap) or way.change.take is None:
        return way
    day = AskedDays(way.change.take, way.change.take)
    beside = appointments(plan, day, context.events)
    if not beside:
        return way
    return way._replace(why=f"{way.why}; {appointments_text(beside, day, display)} then")


def _nearest(schedule: Schedule, wish: AskedDays, context: Context) -> list[Option]:
    """The nearest spans that are free whole weeks before or after, those to come alone.

    Those on which one has what takes time are none, and nothing is said of them: nobody asked about them.
    """
    reach = timedelta(weeks=NEAR_WEEKS)
    first = max(wish.first - reach, schedule.plan.start, context.today, FIRST_DATE)
    last = min(wish.last + reach, LAST_DATE)
    known = {day.date: day for day in days_around(schedule, first, last)}
    options: list[Option] = []
    for weeks in sorted(range(-NEAR_WEEKS, NEAR_WEEKS + 1), key=lambda n: (abs(n), n)):
        one, two = wish.first + timedelta(weeks=weeks), wish.last + timedelta(weeks=weeks)
        if one < first or two > last or not weeks or len(options) == NEAREST:
            continue
        around = [known[day] for day in each_date(one - timedelta(1), two + timedelta(1))]
        if taken_days(around, wish.part):
            continue
        days = AskedDays(one, two, wish.part)
        if not appointments(schedule.plan, days, context.events):
            options.append(Option(one, two, 0, free_why(around[1:-1])))
    return options


def free_why(days: Sequence[Day]) -> str:
    """Why these free days are free: in your break; on leave; free."""
    if all(day.in_break for day in days):
        return "In your break"
    absent = [kind for kind in ABSENT if any(day.off is kind for day in days)]
    return f"Free, {listed([f'with {kind}' for kind in absent])}" if absent else "Free"


def work_beside(day: Day, part: DayPart, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """You work until 9 pm: what is worked on a day whose part is free; empty where nothing is."""
    if not day.blocks:
        return ""
    begins = part if isinstance(part, time) else hours_of(part).start
    last = day.blocks[-1]
    if last.end <= local(day.date, begins):
        return f"you work until {clock(last.end, display)}"
    return f"you {_work([day], display)}"
