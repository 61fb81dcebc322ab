"""The grammar of questions: what may stand around the days that a question names."""

from __future__ import annotations

import re

from heartplanner.core.ask.colleagues.people_phrases import (
    PEOPLE_WORDS,
    hidden_calendar,
    read_people,
    spoken_names,
)
from heartplanner.core.ask.colleagues.swap_phrases import TO_SWAPS, read_swaps
from heartplanner.core.ask.days.count_words import COUNT, COUNTS, count_of
from heartplanner.core.ask.days.day_phrases import read_days
from heartplanner.core.ask.days.month_phrases import ORDINALS
from heartplanner.core.ask.days.part_phrases import read_part
from heartplanner.core.ask.days.range_phrases import read_range
from heartplanner.core.ask.days.season_phrases import BEGINS
from heartplanner.core.ask.days.single_days import MONTH_WORDS, NEAR, WEEKDAY_WORDS
from heartplanner.core.ask.event_times import TO_CALENDARS, read_event
from heartplanner.core.ask.examples import examples
from heartplanner.core.ask.free_windows import LONG_WEEKEND
from heartplanner.core.ask.leave_phrases import WORDS as LEAVE_WORDS
from heartplanner.core.ask.leave_phrases import read_leave
from heartplanner.core.ask.question import (
    AskedDays,
    Context,
    IsFree,
    NotUnderstoodError,
    Part,
    Place,
    Question,
    Stretch,
    Wanted,
)
from heartplanner.core.ask.work.work_phrases import TO_COLLEAGUES, TO_HOURS, read_work
from heartplanner.core.ask.work.work_phrases import WORDS as WORK_WORDS
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.days import SATURDAY
from heartplanner.core.words.english import WEEKDAYS, listed, long_date

MOST_DAYS = 60
MOST_HOURS = 1000
MOST_QUOTED = 60
"""Letters of what is not understood that a refusal says again."""
EVENTS = "wedding|party|appointment|funeral|concert|dinner|game|meeting|birthday|trip|flight|date"
ASKS_FREE = re.compile(
    r"(?:am i (?:free|off|working|home)|will i be (?:free|off|working|home)|do i (?:have to )?work"
    r"|is it free|free(?= (?:on|after|before|until|from|between|at) )|what about|how about"
    r"|i (?:need|want)(?: to (?:be|have))? (?:off|free)"
    rf"|(?:(?:a|my) )?(?:{EVENTS})|i have (?:a|an|my) (?:{EVENTS})|there is (?:a|an) (?:{EVENTS}))"
    rf"(?: (?:on|in(?! {COUNT.replace('?P<count>', '?:')} (?:day|week)s?\b)|over|at|for))? "
)
ASKS_COST = re.compile(r" and (?:what would it cost|how much leave(?: would it (?:cost|take))?)$")
LEAST = re.compile(r" (?:for|with|using) the (?:least|fewest) (?:hours of )?(?:leave|hours|cost)$")
AM_I_OFF = re.compile(
    r"when am i (?:next )?(?:off|free)(?: (?P<when>next|(?:in|this|next|before|after) .+))"
)
LONG = re.compile(
    r"(?:(?:a|any|my next|the next|next) )?(?:free )?long weekend(?: off| free)?(?P<tail>(?: .+)?)"
)
SHORT = {
    "when's": "when is",
    "what's": "what is",
    "whats": "what is",
    "who's": "who is",
    "i'm": "i am",
}
"""Words that are written short, as they are read."""
ASKS_AFTER = re.compile(r"(?:[:;]| -) (?:am i )?(?:free|off)$")
A_DATE = re.compile(
    rf"(?<![-\w])(?:{'|'.join(MONTH_WORDS)})\.? \d{{1,2}}(?:st|nd|rd|th)?(?: \d{{4}})?(?![\w/]| ?-)",
    re.ASCII,
)
DAYS_OFF = re.compile(r"(?:is|do i have|can i (?:have|get|take)) (?P<body>.+) (?:free|off)")
ASKS_WHEN = re.compile(
    r"(?:when (?:do|can|could|will) i (?:have|get|take|be) |when is |when are |find(?: me)? "
    r"|i (?:want|need|would like) |is there |are there |do i have |can i (?:have|get|take) |show me )?"
)
WHICH = r"(?P<which>a|an|any|one|another|my next|the next|next|my first|the first)"
WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAY_WORDS)})"
WEEKDAY_PLURAL = rf"(?P<weekday>{'|'.join(f'{name.lower()}s' for name in WEEKDAYS)})"
PART = "evening|night|morning|afternoon"
UNIT = rf"(?P<unit>{PART}|day|weekend)s?"
TAIL = r"(?P<tail>(?: .+)?)"
IN_A_ROW = re.compile(
    rf"{COUNT} (?P<week>weeks?|days?) (?:(?:off|free) in a row|in a row(?: off| free)?|straight|off"
    rf"|free|together){TAIL}"
)
SINGLE = re.compile(
    rf"{WHICH} (?:(?P<free>free) )?(?:{UNIT}|{WEEKDAY}(?: (?P<part>{PART}))?)"
    rf"(?P<off> off| free)?{TAIL}"
)
FREE_ONES = re.compile(rf"free (?:(?P<unit>{PART}|day|weekend)s?|{WEEKDAY_PLURAL}){TAIL}")
OFF_ONES = re.compile(
    rf"(?:my )?(?:(?P<unit>{PART}|day|weekend)s|{WEEKDAY_PLURAL}) (?:off|free)(?P<tail> .+)"
)
A_WEEK = re.compile(
    rf"{COUNT} (?:free )?(?P<unit>{PART}|day)s?(?: off| free)? (?:a|per|every|each) week{TAIL}"
)
STRETCH = re.compile(
    r"(?:stretch|best use of|how far (?:do|would)|what can i do with)"
    r"(?: my time off(?: with| by| for)?)? (?P<hours>\d{1,4}(?:\.\d)?) ?(?:h|hrs?|hours?)"
    rf"(?: of (?:leave|vacation|pto))?(?: go)?{TAIL}"
)
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
    "least", "long", "pm", "noon", "midnight", "until", "till", "ago", "now",
    *BEGINS, *ORDINALS, *COUNTS, *LEAVE_WORDS, *TO_CALENDARS, *TO_SWAPS, *WORK_WORDS, *NEAR,
    *WEEKDAY_WORDS, *MONTH_WORDS, *EVENTS.split("|"),
})  # fmt: skip
"""Words that some question has; a refusal names the others."""


def read_question(text: str, context: Context) -> Question:
    """What a question asks. Raises NotUnderstoodError, which names the words."""
    plain = " ".join(text.lower().replace("\u2019", "'").replace(",", " ").split())
    plain = re.sub(r"\u2013|\u2014", "-", plain).rstrip(" ?.!")
    plain = " ".join(SHORT.get(word, word) for word in plain.split())
    try:
        question = (
            read_swaps(plain, context)
            or read_people(plain, context)
            or read_work(plain, context)
            or read_event(plain, context)
            or _stretch(plain, context)
            or read_leave(plain, context)
            or _wanted(plain, context)
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
    if words & TO_CALENDARS or hidden_calendar(text, plan):
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
    if people := spoken_names(context.plan):
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


def _wanted(text: str, context: Context) -> Wanted | None:
    """Four days in a row in October, a free Saturday evening, two evenings a week."""
    if off := AM_I_OFF.fullmatch(text):
        return Wanted(read_range("" if off["when"] == "next" else off["when"], context))
    asks = ASKS_WHEN.match(text)
    body = LEAST.sub("", text[asks.end() :] if asks else text)  # what takes the least stands first
    if form := LONG.fullmatch(body):
        return Wanted(read_range(form["tail"], context), LONG_WEEKEND, SATURDAY - 1)
    if form := A_WEEK.fullmatch(body):
        count = count_of(form["count"])
        if not 1 <= count <= 7:
            raise NotUnderstoodError("A week has one to seven days.")
        within = read_range(form["tail"], context)
        return Wanted(within, part=_unit_part(form["unit"]), a_week=count)
    if form := IN_A_ROW.fullmatch(body):
        days = count_of(form["count"]) * (7 if form["week"].startswith("week") else 1)
        if not 1 <= days <= MOST_DAYS:
            raise NotUnderstoodError(f"Ask for 1 to {MOST_DAYS} days in a row.")
        return Wanted(read_range(form["tail"], context), days)
    form = SINGLE.fullmatch(body) or FREE_ONES.fullmatch(body) or OFF_ONES.fullmatch(body)
    if form is None:
        return None
    named = form.groupdict()
    if named.get("which") == "next" and not named["free"] and named["unit"] != "day":
        return None  # "next Friday off" asks about that Friday
    if form.re is SINGLE and not (named["free"] or named["off"]):
        return None
    return _one_kind(named, read_range(named["tail"], context))


def _one_kind(named: dict[str, str | None], within: AskedDays) -> Wanted:
    if named["unit"] == "weekend":
        return Wanted(within, 2, 5)
    weekday = WEEKDAY_WORDS[named["weekday"]] if named["weekday"] else None
    part = _unit_part(named.get("part") or named["unit"] or "day")
    return Wanted(within, weekday=weekday, part=part)


def _unit_part(unit: str) -> Part | None:
    return None if unit == "day" else Part(unit)


def _stretch(text: str, context: Context) -> Stretch | None:
    """Stretch 32 hours of leave in December with Christmas without Dec 31."""
    form = STRETCH.fullmatch(text)
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
