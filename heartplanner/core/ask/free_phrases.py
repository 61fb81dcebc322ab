"""The grammar of "is it free": what may stand around the days that such a question names."""

from __future__ import annotations

import re

from heartplanner.core.ask.asked_days import MEALS, DatePhrase
from heartplanner.core.ask.days.count_words import COUNT
from heartplanner.core.ask.days.part_phrases import part_of, read_part
from heartplanner.core.ask.days.single_days import WEEKDAY_WORDS
from heartplanner.core.ask.days.time_phrases import CLOCK, LATER
from heartplanner.core.ask.not_understood import NotUnderstoodError
from heartplanner.core.ask.question import Context, IsFree

EVENTS = (
    "wedding|party|appointment|funeral|concert|court date|game|meeting|birthday|trip|flight|date"
    "|dentist|doctor|therapy|haircut|interview|movie|recital"
)
MEAL = re.compile(
    r"(?:(?:am i |will i be )?(?:free|off) for "
    r"|can i (?:go (?:out )?(?:to|for) |do |have |make(?: it to)? )|i have |there is |is there time for )?"
    r"(?:(?:a|an|my|the) )?"
    rf"(?P<meal>{'|'.join(MEALS)}) (?:(?:thing|plans|party) )?(?:(?:on|for) )?(?P<day>.+)"
)
CLOCK_BY = rf"(?:by|before) (?:{CLOCK}|{LATER})"
WAY_HOME_BY = re.compile(rf"(?:am|will|can) i (?:be )?home (?:.+ )?{CLOCK_BY}(?: .+)?")
WAY_HOME = "How long your way home takes is not known: ask at what time you are done on that day."
DONE_BY = re.compile(
    rf"(?:am i|will i be) (?:off|done|out|finished)(?: (?P<before>(?!by ).+?))? by (?P<at>{CLOCK}|{LATER})"
    r"(?: (?:on )?(?P<after>.+))?"
)
"""Whether one is free at that time: an hour alone is one after noon."""
MOST_DAYS = 27
"""Days of the longest time for which one has a wedding or a trip: a whole month is when it will be."""
ONE_DAY_ALONE = "Say on which day it is, or ask for a free weekend or a day off in that time."
EVENT = re.compile(rf"\b(?:{EVENTS})\b(?!.*\b(?:off|free|work)\b)")
WEEKDAY_NAMES = "|".join(WEEKDAY_WORDS)
"""Of "free Friday" it is not plain whether it asks about this one or for any: it is refused."""
THEIR = r"(?:sister|brother|mom|mother|dad|father|friend|cousin|son|daughter|kid|niece|nephew)'?s"
ASKS_FREE = re.compile(
    r"(?:(?:am|was|will) i (?:be )?(?:on (?:leave|vacation|pto)|(?:on|in) (?:my |a )?break)"
    r"|(?:am|was) i (?:free|off|working|home|on)"
    r"|will i be (?:free|off|working|home|on)"
    r"|can i go out|(?:do|did|will) i (?:have to )?(?:work|go (?:in )?to work|go in)"
    r"|(?:(?:do|did|will) i have )?(?:a|any) shifts?|shift"
    r"|(?:do|did|will) i have (?:any )?(?:work|shifts?)|any work"
    rf"|is it free|free(?! (?:{WEEKDAY_NAMES})$)|off|work|working|what about|how about"
    r"|i (?:need|want)(?: to (?:be|have))? (?:off|free)"
    rf"|can i (?:go (?:out )?to|make(?: it to)?|attend|do|have) (?:(?:a|an|my|the) )?(?:{EVENTS})"
    rf"|(?:(?:a|my|the) )?(?:{THEIR} )?(?:{EVENTS})(?: is)?"
    rf"|i have (?:a|an|my) (?:{EVENTS})|there is (?:a|an) (?:{EVENTS}))"
    r"(?: both days(?: of)?)?"
    rf"(?: (?:on|in(?! {COUNT.replace('?P<count>', '?:')} (?:day|week)s?\b)|over|at|for))? "
)
ASKS_COST = re.compile(
    r" and (?:what would it cost|how (?:much leave|many hours)(?: (?:is (?:that|it)|would (?:it|that)"
    r" (?:be|cost|take)))?)$"
)
ASKS_AFTER = re.compile(r"(?:(?:[:;]| -) (?:am i )?| am i )(?:free|off|working|on)$")
DAYS_OFF = re.compile(
    r"(?:is|do i have|can i (?:have|get|take)|what (?:can|could) i swap to (?:have|get)) (?P<body>.+)"
    r" (?:free|off|open|all (?:free|off|mine)|(?:in|during) (?:my|the|a) break"
    r"|(?:on )?a (?:work ?day|day off))"
)
UNTIL = re.compile(
    rf"is (?P<day>.+?) (?:free|off|open) (?P<times>(?:until|till|before|after|from) (?:{CLOCK}|{LATER}))"
)
"""The hours may stand behind what is asked."""
FOR = re.compile(
    rf"is (?P<day>.+?) (?:free|open|ok|good) for (?:(?:a|an|my|the) )?(?:{THEIR} )?(?:birthday )?"
    rf"(?:(?P<meal>{'|'.join(MEALS)})|(?:{EVENTS}|church))"
)
"""What a day is wanted for; a meal has its time."""
TAKE_OFF = re.compile(r"can i take off (?P<days>.+)")
ENDS_FREE = re.compile(r" (?:(?:free|off|working|work)(?: or not)?|ok|okay)$")
"""Behind the days it says again what is asked."""


def read_free(text: str, context: Context) -> IsFree:
    """Am I free next Friday evening, Oct 17, is Thanksgiving free, and what would it cost."""
    if WAY_HOME_BY.fullmatch(text):
        raise NotUnderstoodError(WAY_HOME)
    if by := DONE_BY.fullmatch(text):
        return _done_by(by, context)
    if (until := UNTIL.fullmatch(text)) and not re.match(r"is (?:it|that)\b", text):
        return IsFree(read_part(f"{until['day']} {until['times']}", context))
    meal = FOR.fullmatch(text) or MEAL.fullmatch(text)
    if meal and (read := _at_meal(meal, context)):
        return IsFree(read, event=True)
    text = ASKS_AFTER.sub("", ASKS_COST.sub("", text))  # the answer says the cost of its own accord
    asks = ASKS_FREE.match(text)
    body = re.sub(r" (?:ok|okay)$", "", text[asks.end() :]) if asks else text
    if asks is None and (form := DAYS_OFF.fullmatch(text)):
        body = form["body"]
    elif asks is None and (form := TAKE_OFF.fullmatch(text)):
        body = form["days"]
    elif asks is None:
        body = ENDS_FREE.sub("", body)
    reading = read_part(body, context)
    event = EVENT.search(text[: len(text) - len(body)]) is not None
    if event and reading.taken.length > MOST_DAYS:
        raise NotUnderstoodError(ONE_DAY_ALONE)
    return IsFree(reading, event)


def _at_meal(form: re.Match[str], context: Context) -> DatePhrase | None:
    """Lunch on Friday: at the time that it has, or else at that which is named beside it."""
    reading = read_part(form["day"], context)
    if reading.taken.part is not None or form["meal"] is None:
        return reading
    return part_of(reading, MEALS[form["meal"]])


def _done_by(form: re.Match[str], context: Context) -> IsFree:
    day, at = form["before"] or form["after"] or "today", form["at"]
    if not re.fullmatch(CLOCK, at):
        at = f"{at} pm"
    return IsFree(read_part(f"{day.removeprefix('on ')} at {at}", context))
