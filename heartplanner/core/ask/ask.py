"""The one door for questions: a text, or what it would come to, and the answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from heartplanner.core.ask.asked_days import Part
from heartplanner.core.ask.calendars import calendar_days, has_calendar
from heartplanner.core.ask.colleagues.asked_swaps import with_asked_swaps
from heartplanner.core.ask.colleagues.colleague_days import NOT_KNOWN, their_days, who_is_known
from heartplanner.core.ask.colleagues.people import both_off, who_could
from heartplanner.core.ask.colleagues.swap_answers import swaps_answer
from heartplanner.core.ask.days.holiday_phrases import holiday_range
from heartplanner.core.ask.event_times import event_times
from heartplanner.core.ask.free import is_free
from heartplanner.core.ask.free_windows import MOST, lower, when_free
from heartplanner.core.ask.leave.leave_answers import enough_leave, leave_left, with_what_is_left
from heartplanner.core.ask.leave.leave_taken import leave_taken
from heartplanner.core.ask.not_understood import Place
from heartplanner.core.ask.phrases import again, read_question
from heartplanner.core.ask.question import (
    Answer,
    BothOff,
    Context,
    EnoughLeave,
    HoursAsked,
    IsFree,
    IsPayday,
    LeaveLeft,
    LeaveTaken,
    Question,
    Stretch,
    SwapsAsked,
    TheirDays,
    Wanted,
    WeekdaysWorked,
    WhenEvent,
    WhenLast,
    WhenNext,
    WhoCould,
)
from heartplanner.core.ask.stretches import stretches
from heartplanner.core.ask.work.pay_answers import is_payday
from heartplanner.core.ask.work.weekday_days import weekdays_worked
from heartplanner.core.ask.work.work_answers import hours_worked, when_last, when_next
from heartplanner.core.explain.day_text import unsure
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.holidays import holidays
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat


def context_of(
    plan: Plan, today: date, public: Mapping[date, str], now: datetime | None = None
) -> Context:
    """What a question is read against. `public`: the public holidays of `holiday_range`, or more."""
    return Context(plan, today, holidays(plan, public, *holiday_range(today)), now)


def ask(
    schedule: Schedule, text: str, context: Context, display: DisplayFormat = DEFAULT_FORMAT
) -> Answer:
    """Answer a question as one types it. Raises NotUnderstoodError."""
    question = read_question(text, context)
    told = answer(schedule, question, context, display)
    if other := told.reading.other:
        told = told._replace(again=again(text, question, other, context))
    more = len(told.options) - MOST
    if isinstance(question, BothOff) and more > 0:  # there may be a hundred, and all of one kind
        facts = (*told.facts, f"The first {MOST} are listed, and {more} more come later.")
        return told._replace(options=told.options[:MOST], facts=facts)
    return told


def answer(
    schedule: Schedule,
    question: Question,
    context: Context,
    display: DisplayFormat = DEFAULT_FORMAT,
) -> Answer:
    """Answer a question that is understood; what is not sure of the rotation is the first of the facts."""
    told = _answer(schedule, question, context, display)
    return with_asked_swaps(told, question, context)


def _answer(
    schedule: Schedule, question: Question, context: Context, display: DisplayFormat
) -> Answer:
    match question:
        case IsFree() as asked:
            told = _of_days(schedule, asked, context, display)
        case Wanted() as wanted:
            told = _of_wish(schedule, wanted, context, display)
        case Stretch() as asked:
            told = stretches(schedule, asked, display, context.events)
        case EnoughLeave() | LeaveLeft() | LeaveTaken() as asked:
            return _of_leave(schedule, asked, context)
        case WhenNext() | WhenLast() | WeekdaysWorked() | IsPayday() as asked:
            told = _of_work(schedule, asked, context, display)
        case HoursAsked() as asked:
            told = hours_worked(schedule, asked, context)
        case TheirDays() | SwapsAsked() | WhenEvent() as asked:
            return _known_for_sure(schedule, asked, context, display)
        case BothOff() | WhoCould() as asked:
            told = _with_colleagues(schedule, asked, context, display)
    told = _with_other(told, question)
    told = told._replace(options=with_what_is_left(schedule, told.options))
    # Of days that are named it is said how many are not confirmed; of a sample no day is anybody's.
    named = isinstance(question, IsFree) and not context.plan.example
    doubt = "" if named else unsure(context.plan, context.today)
    return told._replace(facts=(doubt, *told.facts)) if doubt else told


def _of_leave(
    schedule: Schedule, asked: EnoughLeave | LeaveLeft | LeaveTaken, context: Context
) -> Answer:
    match asked:
        case EnoughLeave():
            return enough_leave(schedule, asked)
        case LeaveLeft():
            return leave_left(schedule, asked)
        case LeaveTaken():
            return leave_taken(schedule, asked, context)


def _of_days(schedule: Schedule, asked: IsFree, context: Context, display: DisplayFormat) -> Answer:
    """What the days are; something to come that one names can be entered as an appointment."""
    told = is_free(schedule, asked.reading, context, display)
    if asked.who:  # whoever asks who works wants no leave
        facts = (who_is_known(context.plan), *told.facts, NOT_KNOWN)
        return told._replace(facts=facts, options=())
    to_come = asked.reading.taken.last >= context.today
    return told._replace(place=Place.ENTRY) if asked.event and to_come else told


def _of_wish(
    schedule: Schedule, wanted: Wanted, context: Context, display: DisplayFormat
) -> Answer:
    """When it is free; of an evening that was called a night also when the night after it is."""
    told = when_free(schedule, wanted, display, context.events, context.today)
    if not wanted.or_night:
        return told
    night = when_free(
        schedule, wanted._replace(part=Part.NIGHT), display, context.events, context.today
    )
    return told._replace(facts=(*told.facts, f"If you mean the night: {lower(night.sentence)}"))


def _with_other(told: Answer, question: Question) -> Answer:
    """The answer to a question that looks in a range, with the range's second reading."""
    if not isinstance(question, Wanted | Stretch | BothOff | WhenNext) or question.other is None:
        return told
    other = question.other._replace(part=told.reading.taken.part)
    return told._replace(reading=told.reading._replace(other=other))


def _known_for_sure(
    schedule: Schedule,
    asked: TheirDays | SwapsAsked | WhenEvent,
    context: Context,
    display: DisplayFormat,
) -> Answer:
    """What no doubt about one's own rotation touches."""
    if isinstance(asked, WhenEvent):
        return event_times(asked, context, display)
    if isinstance(asked, SwapsAsked):
        return swaps_answer(schedule, asked, context)
    if has_calendar(schedule.plan, asked.name):
        return calendar_days(asked, context.events, display)
    return their_days(schedule, asked, context, display)


def _of_work(
    schedule: Schedule,
    asked: WhenNext | WhenLast | WeekdaysWorked | IsPayday,
    context: Context,
    display: DisplayFormat,
) -> Answer:
    match asked:
        case WhenNext():
            return when_next(schedule, asked, context, display)
        case WhenLast():
            return when_last(schedule, asked, context, display)
        case WeekdaysWorked():
            return weekdays_worked(schedule, asked, context)
        case IsPayday():
            return is_payday(asked, context)


def _with_colleagues(
    schedule: Schedule, asked: BothOff | WhoCould, context: Context, display: DisplayFormat
) -> Answer:
    if isinstance(asked, BothOff):
        return both_off(schedule, asked, context.events)
    return who_could(schedule, asked, context, display)
