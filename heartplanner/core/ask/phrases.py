"""The grammar of questions: what may stand around the days that a question names."""

from __future__ import annotations

import re

from heartplanner.core.ask.asked_days import AskedDays, phrase
from heartplanner.core.ask.colleagues.people_phrases import read_people
from heartplanner.core.ask.colleagues.swap_phrases import read_swaps
from heartplanner.core.ask.days.day_phrases import read_days
from heartplanner.core.ask.days.range_phrases import read_range
from heartplanner.core.ask.event_times import read_event
from heartplanner.core.ask.free_phrases import read_free
from heartplanner.core.ask.leave.leave_phrases import read_leave
from heartplanner.core.ask.leave.leave_taken import read_leave_taken
from heartplanner.core.ask.not_understood import NotUnderstoodError
from heartplanner.core.ask.question import (
    BothOff,
    Context,
    HoursAsked,
    IsFree,
    LeaveTaken,
    Question,
    Stretch,
    SwapsAsked,
    Tense,
    TheirDays,
    Wanted,
    WeekdaysWorked,
    WhenEvent,
    WhenLast,
    WhenNext,
)
from heartplanner.core.ask.refused.nearby import nearby
from heartplanner.core.ask.refused.unknown import place_of, unknown_text
from heartplanner.core.ask.wish_phrases import WITHOUT, read_wish
from heartplanner.core.ask.work.weekday_days import read_weekdays
from heartplanner.core.ask.work.work_phrases import read_work

MOST_HOURS = 1000
ANY_CHANCE = re.compile(r"^any chance (?:that )?i am ")
GOING_TO = re.compile(
    r"\b(?:am|is|are) (?P<who>i|[a-z]+(?: and i)?) (?:going to|gonna) (?=be|have|get|work\b)"
)
"""Am I going to work on Friday; said of an appointment it stays as it is."""
IN_PAST = re.compile(r"\b(?:did|was|were|worked)\b")
"""What is over is asked with such a word."""
SHORT = {
    "when's": "when is",
    "whens": "when is",
    "what's": "what is",
    "whats": "what is",
    "who's": "who is",
    "whos": "who is",
    "hrs": "hours",
    "til": "until",
    "'til": "until",
    "i'm": "i am",
    "nye": "new years eve",
    "gotta": "have to",
}
"""Words that are written short, as they are read."""
STRETCH = re.compile(
    r"(?:stretch|use|best use of|how far (?:do|would|will|can|could)|what can i do with"
    r"|(?:what is )?(?:(?:the|my) )?(?:longest|most) (?:time off|stretch)(?: off)? (?:for|with|by|from|on))"
    r"(?: my time off(?: with| by| for)?)? (?P<hours>\d{1,4}(?:\.\d)?) ?(?:h|hrs?|hours?)"
    r"(?: of (?:leave|vacation|pto))?(?: go| get me)?(?P<tail>(?: .+)?)"
)
MOST_OFF = re.compile(
    r"(?:(?:what is )?(?:(?:the|my) )?(?:longest|most) (?:time off|days off|vacation|stretch)(?: off)?"
    r"(?: (?:that )?i (?:can|could) (?:get|have|take))?"
    r"|(?:what is )?(?:the )?longest (?:that )?i (?:can|could) be off"
    r"|how many days off (?:can|could|would|do) i (?:get|have|take))(?P<where> (?:in|between|over) .+?)?"
    r" (?:for|with|by|from|on|using) (?P<hours>\d{1,4}(?:\.\d)?) ?(?:h|hrs?|hours?)"
    r"(?: (?:of )?(?:leave|vacation|pto))?(?P<tail>(?: .+)?)"
)
LONGEST_FREE = re.compile(
    r"(?:what is )?(?:(?:the|my) )?longest (?:stretch|run|streak) (?:off|of days off|of free days|free)"
    r"(?P<tail>(?: .+)?)"
    r"|how many days (?:off )?(?:do|will) i (?:get|have) (?:off )?in a row(?P<row>(?: .+)?)"
)
"""Without a word of leave: what is free of its own."""
LONGEST = re.compile(r"(?:what is )?(?:(?:the|my) )?longest time off\b.*")
LIMIT = re.compile(r" (?P<how>with|including|without|excluding|not) ")


def read_question(text: str, context: Context) -> Question:
    """What a question asks, with its second reading. Raises NotUnderstoodError, which names the words."""
    plain = _plain(text)
    context = _in_tense(plain, context)
    try:
        question = _understood(plain, context)
    except NotUnderstoodError as error:
        raise _refusal(plain, str(error), context) from None
    if not isinstance(question, Wanted | Stretch | BothOff | WhenNext | IsFree | TheirDays):
        return question
    try:
        second = _understood(plain, context._replace(second=True))
    except NotUnderstoodError:  # all of it is over
        return question
    days = days_of(second)
    if days is None or type(second) is not type(question) or days == days_of(question):
        return question
    if isinstance(question, IsFree | TheirDays):
        return question._replace(reading=question.reading._replace(other=days))
    return question._replace(other=days)


def days_of(question: Question) -> AskedDays | None:
    """The days that a question is about, or looks in; None where it names none."""
    match question:
        case Wanted(within) | Stretch(within) | WeekdaysWorked(within) | LeaveTaken(within):
            return within
        case BothOff() | WhenNext():
            return question.within
        case HoursAsked(days):
            return days
        case WhenLast() | WhenEvent() | SwapsAsked():
            return None
        case _:
            return question.reading.taken


def again(text: str, question: Question, other: AskedDays, context: Context) -> str:
    """The same question with its second reading's days behind it; empty where these alone ask it."""
    if isinstance(question, IsFree):
        return ""
    words = text.strip(" ?.!").split()
    for kept in range(len(words) - 1, 0, -1):
        if words[kept - 1].lower() == "the":  # which belongs to the days
            continue
        asked = " ".join([*words[:kept], phrase(other)])
        try:
            plain = _plain(asked)
            read = _understood(plain, _in_tense(plain, context))
        except NotUnderstoodError:
            continue
        days = days_of(read)
        if type(read) is type(question) and days and days[:2] == other[:2]:
            return asked
    return ""


def _plain(text: str) -> str:
    """A question in small letters, without what makes no difference."""
    plain = " ".join(text.lower().replace("\u2019", "'").replace(",", " ").split())
    plain = re.sub(r"\u2013|\u2014", "-", plain).rstrip(" ?.!")
    plain = " ".join(SHORT.get(word, word) for word in plain.split())
    plain = GOING_TO.sub(r"will \g<who> ", plain)
    return ANY_CHANCE.sub("am i ", plain)


def _in_tense(plain: str, context: Context) -> Context:
    return context._replace(tense=Tense.PAST) if IN_PAST.search(plain) else context


def _understood(plain: str, context: Context) -> Question:
    """What a plain question asks. Raises NotUnderstoodError, which says no more than what is wrong."""
    return (
        read_swaps(plain, context)
        or read_people(plain, context)
        or read_weekdays(plain, context)
        or read_work(plain, context)
        or read_event(plain, context)
        or _stretch(plain, context)
        or read_leave_taken(plain, context)
        or read_leave(plain, context)
        or read_wish(plain, context)
        or read_free(plain, context)
    )


def _refusal(plain: str, said: str, context: Context) -> NotUnderstoodError:
    """What is wrong with a question, or the words that are not understood, and what can be asked."""
    offers = nearby(plain, context, with_days=not said)
    return NotUnderstoodError(
        said or unknown_text(plain, context), offers, place_of(plain, context.plan)
    )


def _stretch(text: str, context: Context) -> Stretch | None:
    """Stretch 32 hours of leave in December with Christmas without Dec 31."""
    form = STRETCH.fullmatch(text)
    if most := None if form else MOST_OFF.fullmatch(text):
        where = most["where"] or ""
        return _stretch(f"stretch {most['hours']} hours{where}{most['tail']}", context)
    if free := LONGEST_FREE.fullmatch(WITHOUT.sub("", text)):
        return Stretch(read_range(free["tail"] or free["row"] or "", context), 0)
    if form is None and LONGEST.fullmatch(text):
        raise NotUnderstoodError("Say for how many hours of leave, such as: for 24 hours.")
    if form is None:
        return None
    minutes = round(float(form["hours"]) * 60)
    if not 0 <= minutes <= MOST_HOURS * 60:
        raise NotUnderstoodError(f"Ask for up to {MOST_HOURS} hours of leave.")
    within, *limits = LIMIT.split(form["tail"])
    held: list[AskedDays] = []
    barred: list[AskedDays] = []
    for how, named in zip(limits[::2], limits[1::2], strict=True):
        kept = held if how in ("with", "including") else barred
        kept.append(read_days(named, context).taken)
    return Stretch(read_range(within, context), minutes, tuple(held), tuple(barred))
