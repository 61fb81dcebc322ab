"""The grammar of questions: what may stand around the days that a question names."""

from __future__ import annotations

import re

from heartplanner.core.ask.colleagues.people_phrases import (
    PEOPLE_WORDS,
    calendar_names,
    hidden_calendar,
    read_people,
    spoken_names,
)
from heartplanner.core.ask.colleagues.swap_phrases import TO_SWAPS, read_swaps
from heartplanner.core.ask.days.count_words import COUNT, COUNTS
from heartplanner.core.ask.days.day_phrases import read_days
from heartplanner.core.ask.days.month_phrases import ORDINALS
from heartplanner.core.ask.days.part_phrases import read_part
from heartplanner.core.ask.days.range_phrases import read_range
from heartplanner.core.ask.days.season_phrases import BEGINS
from heartplanner.core.ask.days.single_days import MONTH_WORDS, NEAR, WEEKDAY_WORDS
from heartplanner.core.ask.event_times import TO_CALENDARS, read_event
from heartplanner.core.ask.leave_phrases import WORDS as LEAVE_WORDS
from heartplanner.core.ask.leave_phrases import read_leave
from heartplanner.core.ask.question import AskedDays, Context, IsFree, Question, Stretch, Tense
from heartplanner.core.ask.refused.examples import examples
from heartplanner.core.ask.refused.not_understood import NotUnderstoodError, Place
from heartplanner.core.ask.wish_phrases import read_wish
from heartplanner.core.ask.work.work_phrases import TO_COLLEAGUES, TO_HOURS, read_work
from heartplanner.core.ask.work.work_phrases import WORDS as WORK_WORDS
from heartplanner.core.plan.model import Plan
from heartplanner.core.words.english import listed, long_date

MOST_HOURS = 1000
MOST_QUOTED = 60
"""Letters of what is not understood that a refusal says again."""
EVENTS = "wedding|party|appointment|funeral|concert|dinner|game|meeting|birthday|trip|flight|date"
WEEKDAY_NAMES = "|".join(WEEKDAY_WORDS)
"""Of "free Friday" it is not plain whether it asks about this one or for any: it is refused."""
ASKS_FREE = re.compile(
    r"(?:(?:am|was) i (?:free|off|working|home|on)|will i be (?:free|off|working|home|on)"
    r"|(?:do|did|will) i (?:have to )?work|(?:(?:do|did|will) i have )?(?:a|any) shifts?"
    r"|(?:do|did|will) i have (?:any )?(?:work|shifts?)|any work"
    rf"|is it free|free(?! (?:{WEEKDAY_NAMES})$)|off|work|working|what about|how about"
    r"|i (?:need|want)(?: to (?:be|have))? (?:off|free)"
    rf"|(?:(?:a|my) )?(?:{EVENTS})|i have (?:a|an|my) (?:{EVENTS})|there is (?:a|an) (?:{EVENTS}))"
    rf"(?: (?:on|in(?! {COUNT.replace('?P<count>', '?:')} (?:day|week)s?\b)|over|at|for))? "
)
IN_PAST = re.compile(r"\b(?:did|was|were|worked)\b")
"""What is over is asked with such a word."""
ASKS_COST = re.compile(r" and (?:what would it cost|how much leave(?: would it (?:cost|take))?)$")
SHORT = {
    "when's": "when is",
    "whens": "when is",
    "what's": "what is",
    "whats": "what is",
    "who's": "who is",
    "whos": "who is",
    "hrs": "hours",
    "i'm": "i am",
}
"""Words that are written short, as they are read."""
ASKS_AFTER = re.compile(r"(?:[:;]| -) (?:am i )?(?:free|off)$")
A_DATE = re.compile(
    rf"(?<![-\w])(?:{'|'.join(MONTH_WORDS)})\.? \d{{1,2}}(?:st|nd|rd|th)?(?: \d{{4}})?(?![\w/]| ?-)",
    re.ASCII,
)
DAYS_OFF = re.compile(r"(?:is|do i have|can i (?:have|get|take)) (?P<body>.+) (?:free|off)")
STRETCH = re.compile(
    r"(?:stretch|best use of|how far (?:do|would)|what can i do with"
    r"|(?:what is )?(?:(?:the|my) )?longest (?:time off|stretch)(?: off)? (?:for|with|by|from|on))"
    r"(?: my time off(?: with| by| for)?)? (?P<hours>\d{1,4}(?:\.\d)?) ?(?:h|hrs?|hours?)"
    r"(?: of (?:leave|vacation|pto))?(?: go)?(?P<tail>(?: .+)?)"
)
LONGEST = re.compile(r"(?:what is )?(?:(?:the|my) )?longest time off\b.*")
LIMIT = re.compile(r" (?P<how>with|including|without|excluding|not) ")
KNOWN = frozenset({
    "am", "i", "free", "off", "on", "in", "over", "at", "for", "is", "it", "be", "there", "will",
    "home", "do", "have", "to", "work", "working", "what", "how", "about", "a", "an", "any", "my",
    "one", "another", "the", "next", "first", "this", "coming", "of", "when", "can", "could",
    "get", "take", "find", "me", "want", "need", "would", "like", "are", "show", "day", "days",
    "daytime", "during", "week", "weeks", "weekend", "weekends", "month", "months", "year", "row",
    "straight", "together", "evening", "evenings", "night", "nights",
    "morning", "mornings", "afternoon", "afternoons", "tonight", "per", "every",
    "each", "stretch", "best", "use", "far", "with", "time", "h", "hr", "hrs", "hours", "hour",
    "leave", "go", "including", "without", "excluding", "not", "before", "after", "by", "from",
    "through", "thru", "between", "and", "within", "break",
    "least", "long", "three-day", "3-day", "was", "were",
    "pm", "noon", "midnight", "until", "till", "ago", "now",
    *BEGINS, *ORDINALS, *COUNTS, *LEAVE_WORDS, *TO_CALENDARS, *TO_SWAPS, *WORK_WORDS, *NEAR,
    *WEEKDAY_WORDS, *MONTH_WORDS, *EVENTS.split("|"),
})  # fmt: skip
"""Words that some question has; a refusal names the others."""


def read_question(text: str, context: Context) -> Question:
    """What a question asks. Raises NotUnderstoodError, which names the words."""
    plain = " ".join(text.lower().replace("\u2019", "'").replace(",", " ").split())
    plain = re.sub(r"\u2013|\u2014", "-", plain).rstrip(" ?.!")
    plain = " ".join(SHORT.get(word, word) for word in plain.split())
    if IN_PAST.search(plain):
        context = context._replace(tense=Tense.PAST)
    try:
        question = (
            read_swaps(plain, context)
            or read_people(plain, context)
            or read_work(plain, context)
            or read_event(plain, context)
            or _stretch(plain, context)
            or read_leave(plain, context)
            or read_wish(plain, context)
            or _free(plain, context)
        )
    except NotUnderstoodError as error:
        if str(error):
            offers = examples(context.plan)
            raise NotUnderstoodError(str(error), offers, _place(plain, context.plan)) from None
        question = None
    if question is None:
        raise NotUnderstoodError(
            _unknown(plain, context), _offers(plain, context), _place(plain, context.plan)
        )
    return question


def _place(text: str, plan: Plan) -> Place | None:
    """Where in the program stands what these words ask, if one of them says so."""
    words = set(text.split())
    shown = any(f" {name} " in f" {text} " for name in calendar_names(plan))
    if words & TO_CALENDARS or shown or hidden_calendar(text, plan):
        return Place.CALENDARS
    if words & TO_SWAPS:
        return Place.SWAPS
    if words & TO_HOURS:
        return Place.HOURS
    return Place.COLLEAGUES if words & TO_COLLEAGUES else None


def _offers(text: str, context: Context) -> tuple[str, ...]:
    """Questions to ask instead: first the only date that the text names, since Enter asks the first."""
    usual, found = examples(context.plan), A_DATE.findall(text)
    # A number beside it may be another day, or belong to a range: then it is not the only one.
    if len(found) != 1 or re.search(r"\d", text.replace(found[0], "")):
        return usual
    try:
        taken = read_days(found[0], context).taken
    except NotUnderstoodError:
        return usual
    return (long_date(taken.first), *usual) if taken.length == 1 else usual


def _unknown(text: str, context: Context) -> str:
    """Which words are not known; the whole phrase where each of them is."""
    if not text:
        return "There is no question."
    if hidden := hidden_calendar(text, context.plan):
        return f"{hidden} is hidden, so nothing is said of it."
    names = " ".join([*context.holidays.values(), *context.named.values()]).lower()
    named = {*names.split(), *names.replace("'", "").split()}
    if people := spoken_names(context.plan) | calendar_names(context.plan):
        named |= PEOPLE_WORDS.union(*(name.split() for name in people))
    words = [word for word in re.findall(r"[^\s]+", text) if re.search(r"\w", word)]
    strange = [word for word in words if not re.search(r"\d", word) and word not in KNOWN | named]
    if strange:
        return f"Not understood: {listed([_quoted(word) for word in dict.fromkeys(strange)])}."
    return f"Not understood as a whole: {_quoted(text)}."


def _quoted(text: str) -> str:
    return f'"{text}"' if len(text) <= MOST_QUOTED else f'"{text[:MOST_QUOTED]}..."'


def _free(text: str, context: Context) -> Question | None:
    """Am I free next Friday evening, Oct 17, is Thanksgiving free, and what would it cost."""
    text = ASKS_AFTER.sub("", ASKS_COST.sub("", text))  # the answer says the cost of its own accord
    asks = ASKS_FREE.match(text)
    body = text[asks.end() :] if asks else text
    if asks is None and (form := DAYS_OFF.fullmatch(text)):
        body = form["body"]
    elif asks is None:
        body = re.sub(r" (?:free|off)$", "", body)
    return IsFree(read_part(body, context))


def _stretch(text: str, context: Context) -> Stretch | None:
    """Stretch 32 hours of leave in December with Christmas without Dec 31."""
    form = STRETCH.fullmatch(text)
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
