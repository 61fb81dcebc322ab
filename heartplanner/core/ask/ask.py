"""The one door for questions: a text, or what it would come to, and the answer."""

from __future__ import annotations

from heartplanner.core.ask.free import is_free
from heartplanner.core.ask.people import both_off, their_days, who_could
from heartplanner.core.ask.phrases import read_question
from heartplanner.core.ask.question import (
    Answer,
    BothOff,
    Context,
    IsFree,
    Question,
    Stretch,
    TheirDays,
    Wanted,
    WhoCould,
)
from heartplanner.core.ask.stretches import stretches
from heartplanner.core.ask.windows import MOST, when_free
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat


def ask(
    schedule: Schedule, text: str, context: Context, display: DisplayFormat = DEFAULT_FORMAT
) -> Answer:
    """Answer a question as one types it. Raises NotUnderstoodError."""
    return answer(schedule, read_question(text, context), context, display)


def answer(
    schedule: Schedule,
    question: Question,
    context: Context,
    display: DisplayFormat = DEFAULT_FORMAT,
) -> Answer:
    """Answer a question that is understood."""
    match question:
        case IsFree(reading):
            return is_free(schedule, reading, context, display)
        case Wanted() as wanted:
            return when_free(schedule, wanted)
        case Stretch() as asked:
            return stretches(schedule, asked)
        case BothOff() as asked:
            found = both_off(schedule, asked)
            return found._replace(options=found.options[:MOST])
        case TheirDays() as asked:
            return their_days(schedule, asked, display)
        case WhoCould() as asked:
            return who_could(schedule, asked, context, display)
