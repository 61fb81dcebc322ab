"""What comes next, and what is worked: the answers are those of At a glance and of the book of hours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from heartplanner.core.ask.asked_days import AskedDays, DatePhrase, one_day
from heartplanner.core.ask.days.holiday_phrases import holiday_range
from heartplanner.core.ask.not_understood import Place
from heartplanner.core.ask.question import Answer, Coming, Context, HoursAsked, WhenLast, WhenNext
from heartplanner.core.ask.work.kind_answers import last_of_kind, listed_kind, next_of_kind
from heartplanner.core.ask.work.next_work import (
    last_shift,
    last_work,
    next_shift,
    next_work,
    work_after,
)
from heartplanner.core.ask.work.pay_answers import last_payday, next_payday, paydays
from heartplanner.core.explain.upcoming import NEXT_BREAK, upcoming
from heartplanner.core.hours.book import HoursRow, HoursSum, hours_sums
from heartplanner.core.hours.book_text import (
    TITLES,
    figure_lines,
    payday_text,
    sentence,
    stretch_title,
)
from heartplanner.core.hours.figures import Figure
from heartplanner.core.hours.units import HoursSpan
from heartplanner.core.leave.balances import LeaveBook
from heartplanner.core.leave.leave_text import balance_text
from heartplanner.core.plan.model import ONE_DAY
from heartplanner.core.schedule.breaks import next_break
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import counted, hours, sentence_case, span

NOT_LOOKED_UP = "not looked up for these years here"


def when_next(
    schedule: Schedule,
    asked: WhenNext,
    context: Context,
    display: DisplayFormat = DEFAULT_FORMAT,
) -> Answer:
    """The next shift, break or payday, and how far away it is; or all of a kind within a range."""
    if asked.what is Coming.PAYDAY:
        return paydays(asked.within, context) if asked.within else next_payday(context)
    if asked.within:
        return listed_kind(schedule, asked.what, asked.within, context, display)
    if asked.after:
        return work_after(schedule, asked.what, asked.after, context, display)
    if asked.what is Coming.SHIFT:
        return next_shift(schedule, context, display)
    if asked.what is Coming.WORK:
        return next_work(schedule, context, display)
    if asked.what is Coming.BREAK:
        return _break(schedule, context, display)
    return next_of_kind(schedule, asked.what, context, display)


def _break(schedule: Schedule, context: Context, display: DisplayFormat) -> Answer:
    fact = next(
        one for one in upcoming(schedule, context.moment, display) if one.about == NEXT_BREAK
    )
    distance = f", {fact.distance}" if fact.distance else ""
    told = Answer(one_day(context.today), f"{fact.about}: {fact.answer}{distance}.", (), ())
    run = next_break(schedule.plan, max(context.today, schedule.plan.start))
    return (
        told if run is None else told._replace(reading=DatePhrase(AskedDays(run.first, run.last)))
    )


def when_last(
    schedule: Schedule,
    asked: WhenLast,
    context: Context,
    display: DisplayFormat = DEFAULT_FORMAT,
) -> Answer:
    """The last shift, break or payday, and how long ago that is."""
    if asked.what is Coming.PAYDAY:
        return last_payday(context)
    if asked.what is Coming.SHIFT:
        return last_shift(schedule, context, display, asked.before)
    if asked.what is Coming.WORK:
        return last_work(schedule, context, display)
    return last_of_kind(schedule, asked, context)


def hours_worked(schedule: Schedule, asked: HoursAsked, context: Context) -> Answer:
    """What is worked on these days, so far and to come; the facts are the lines of the book of hours."""
    first, last = asked.days.first, asked.days.last
    holidays = context.holidays
    (summed,) = hours_sums(schedule, [HoursSpan(first, last)], holidays, context.moment)
    title = stretch_title(summed, asked.unit)
    known = _knows_holidays(schedule, asked.days, context)
    facts = [
        f"{line.title}: {line.amounts[2]}" + (f" ({line.note})" if line.note else "")
        for line in figure_lines(summed)
        if known or line.title != TITLES[Figure.HOLIDAY]
    ]
    facts += [] if known else [f"{TITLES[Figure.HOLIDAY]}: {NOT_LOOKED_UP}"]
    if asked.figure is Figure.CREDITED:
        facts += _leave_lines(schedule, first, last)
    facts = [f"{fact}." for fact in (payday_text(summed), *facts) if fact]
    if asked.other:
        facts.append(_other_said(schedule, asked.other, asked, context))
    text = _told(summed, title, asked.figure)
    if asked.figure is Figure.HOLIDAY and not known:
        text = f"{title}: {TITLES[Figure.HOLIDAY].lower()} is {NOT_LOOKED_UP}."
    return Answer(DatePhrase(asked.days, asked.other), text, tuple(facts), (), Place.HOURS)


def _other_said(schedule: Schedule, other: AskedDays, asked: HoursAsked, context: Context) -> str:
    """What it comes to if the second reading is meant."""
    spans = [HoursSpan(other.first, other.last)]
    (summed,) = hours_sums(schedule, spans, context.holidays, context.moment)
    return f"If you mean {_told(summed, span(*spans[0]), asked.figure)}"


def _leave_lines(schedule: Schedule, first: date, last: date) -> Iterator[str]:
    """Each balance of leave that is known at the end of a pay period, with what it brought and took."""
    for account in schedule.plan.leave:
        if account.on <= last:
            begin = max(first - ONE_DAY, account.on)
            found = LeaveBook(schedule, account, last).outlook(last, begin)
            yield sentence_case(balance_text(found))


def _knows_holidays(schedule: Schedule, days: AskedDays, context: Context) -> bool:
    """Whether the context has the holidays of all these days that can have any work."""
    first, last = holiday_range(context.today)
    return first <= max(days.first, schedule.plan.start) and days.last <= last


def _told(summed: HoursSum, title: str, figure: Figure) -> str:
    row = summed.row(figure)
    match figure:
        case Figure.SHIFT_COUNT:
            said = _so_far(row, lambda amount: counted(amount, "shift"), "no shifts")
        case Figure.OVERTIME:
            said = _so_far(row, lambda amount: f"{hours(amount)} of overtime", "no overtime")
        case Figure.HOLIDAY:
            said = _so_far(row, lambda amount: f"{hours(amount)} on holidays", "none on holidays")
        case _:
            return sentence(summed, title)
    return f"{title}: {said}."


def _so_far(row: HoursRow, words: Callable[[int], str], none: str) -> str:
    """12 shifts so far, 3 shifts to come."""
    parts = [(row.so_far, "so far"), (row.to_come, "to come")]
    return ", ".join(f"{words(amount)} {when}" for amount, when in parts if amount) or none
