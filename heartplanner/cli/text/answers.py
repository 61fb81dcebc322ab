"""What the commands ask, free, people and stretch share: an answer as text or JSON."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from datetime import time
from typing import Any

from heartplanner.cli.answer_options import today_of
from heartplanner.cli.command import Output, Request
from heartplanner.cli.read_calendars import events_of
from heartplanner.core.ask import ask
from heartplanner.core.ask.asked_days import AskedDays, DayPart
from heartplanner.core.ask.days.holiday_phrases import holiday_range
from heartplanner.core.ask.free import title
from heartplanner.core.ask.not_understood import NotUnderstoodError, Place
from heartplanner.core.ask.question import Answer, Context, Option
from heartplanner.core.events.read_calendar import reach
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import clock_span, counted, hours, span_brief, weekday_date
from heartplanner.files import public_holidays

COMMANDS = {
    Place.HOURS: "heartplanner hours, heartplanner pay and heartplanner leave have your hours, pay periods"
    " and leave.",
    Place.LEAVE: "You can say what you have with heartplanner leave set.",
    Place.PAY: "You can say when you are paid with heartplanner pay set.",
    Place.COLLEAGUES: "heartplanner people has those whose card you have.",
    Place.CALENDARS: "heartplanner calendars conflicts lists what falls into your work.",
    Place.CALENDAR_NAMES: "heartplanner calendars list has their names.",
    Place.ENTRY: "heartplanner entry add enters it as an appointment.",
    Place.SWAPS: "heartplanner swaps has each swap and what is owed.",
}
"""The command that has what an answer does not say."""


def context_of(plan: Plan, request: Request) -> Context:
    """What a question is read against; a date that stands in for today begins with its midnight."""
    today = today_of(request)
    now = None if request.arguments.today else request.clock.astimezone(ZONE)
    known = ask.context_of(plan, today, public_holidays.between(*holiday_range(today)), now)
    named = public_holidays.between(*holiday_range(today), public_holidays.NAMED)
    return known._replace(events=events_of(plan.calendars, *reach(today)), named=named)


def answered(arguments: Namespace, answer: Answer) -> Output:
    if arguments.format == "json":
        return Output(json.dumps(answer_json(answer), indent=1).splitlines())
    return Output(answer_lines(answer))


def refusal(error: NotUnderstoodError) -> str:
    """Why a question is not answered, with the command that has what it asks."""
    return error.text(COMMANDS[error.place] if error.place else "")


def refused(text: str) -> Output:
    """The JSON of a question that is not understood."""
    value: dict[str, Any] = {"understood": None, "answer": text, "facts": [], "options": []}
    return Output(json.dumps(value, indent=1).splitlines(), 1)


def answer_lines(answer: Answer) -> Iterator[str]:
    """The sentence, what it stands on, and the ways to go on, a line each."""
    yield answer.sentence
    yield from (f"  {fact}" for fact in answer.facts)
    if answer.reading.other:
        yield f"  It could mean {title(answer.reading.other)} too."
    for number, option in enumerate(answer.options, 1):
        yield f"{number:3}  {option_text(option)}"
    if answer.place:
        yield f"  {COMMANDS[answer.place]}"


def option_text(option: Option) -> str:
    """Oct 24-27, 4 days, 12 h of leave: leave for 1 shift, 12 h."""
    first, last = option.first, option.last
    dates = weekday_date(first) if first == last else span_brief(first, last)
    leave = f"{hours(option.minutes)} of leave" if option.minutes else "no leave"
    return f"{dates} {last.year}, {counted(option.days, 'day')}, {leave}: {option.why}."


def answer_json(answer: Answer) -> dict[str, Any]:
    return {
        "understood": _understood_json(answer.reading.taken),
        "other": _understood_json(answer.reading.other) if answer.reading.other else None,
        "answer": answer.sentence,
        "facts": list(answer.facts),
        "options": [_option_json(option) for option in answer.options],
    }


def _understood_json(understood: AskedDays) -> dict[str, Any]:
    first, last, part = understood
    return {"first": first.isoformat(), "last": last.isoformat(), "part": _part_json(part)}


def _part_json(part: DayPart | None) -> str | None:
    """Evening, 20:00, or 10:00-16:00; midnight as an end is 24:00."""
    if isinstance(part, Hours):
        return clock_span(*part, DisplayFormat(hours24=True))
    return f"{part:%H:%M}" if isinstance(part, time) else part


def _option_json(option: Option) -> dict[str, Any]:
    minutes = option.minutes
    return {
        "first": option.first.isoformat(),
        "last": option.last.isoformat(),
        "days": option.days,
        "hours": minutes // 60 if minutes % 60 == 0 else minutes / 60,
        "why": option.why,
    }
