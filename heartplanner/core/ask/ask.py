"""The one door for questions: a text, or what it would come to, and the answer."""

from __future__ import annotations

from heartplanner.core.ask.free import is_free
from heartplanner.core.ask.phrases import read_question
from heartplanner.core.ask.question import Answer, Context, IsFree, Question, Stretch, Wanted
from heartplanner.core.ask.stretches import stretches
from heartplanner.core.ask.windows import when_free
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
