"""The grammar of "is it free": what may stand around the days that such a question names."""

from __future__ import annotations

import re

from heartplanner.core.ask.days.count_words import COUNT
from heartplanner.core.ask.days.part_phrases import read_part
from heartplanner.core.ask.days.single_days import WEEKDAY_WORDS
from heartplanner.core.ask.question import Context, IsFree

EVENTS = (
    "wedding|party|appointment|funeral|concert|dinner|game|meeting|birthday|trip|flight|date|dentist|doctor"
    "|therapy|haircut|interview|movie|recital"
)
WEEKDAY_NAMES = "|".join(WEEKDAY_WORDS)
"""Of "free Friday" it is not plain whether it asks about this one or for any: it is refused."""
ASKS_FREE = re.compile(
    r"(?:(?:am|was) i on (?:leave|vacation|pto)|(?:am|was) i (?:free|off|working|home|on)"
    r"|will i be (?:free|off|working|home|on)"
    r"|(?:do|did|will) i (?:have to )?work|(?:(?:do|did|will) i have )?(?:a|any) shifts?"
    r"|(?:do|did|will) i have (?:any )?(?:work|shifts?)|any work"
    rf"|is it free|free(?! (?:{WEEKDAY_NAMES})$)|off|work|working|what about|how about"
    r"|i (?:need|want)(?: to (?:be|have))? (?:off|free)"
    rf"|can i (?:go (?:out )?to|make(?: it to)?|attend|do|have) (?:(?:a|an|my|the) )?(?:{EVENTS})"
    rf"|(?:(?:a|my) )?(?:{EVENTS})|i have (?:a|an|my) (?:{EVENTS})|there is (?:a|an) (?:{EVENTS}))"
    rf"(?: (?:on|in(?! {COUNT.replace('?P<count>', '?:')} (?:day|week)s?\b)|over|at|for))? "
)
ASKS_COST = re.compile(r" and (?:what would it cost|how much leave(?: would it (?:cost|take))?)$")
ASKS_AFTER = re.compile(r"(?:[:;]| -) (?:am i )?(?:free|off)$")
DAYS_OFF = re.compile(
    r"(?:is|do i have|can i (?:have|get|take)) (?P<body>.+)"
    r" (?:free|off|open|(?:on )?a (?:work ?day|day off))"
)
ENDS_FREE = re.compile(r" (?:(?:free|off|working|work)(?: or not)?|ok|okay)$")
"""Behind the days it says again what is asked."""


def read_free(text: str, context: Context) -> IsFree:
    """Am I free next Friday evening, Oct 17, is Thanksgiving free, and what would it cost."""
    text = ASKS_AFTER.sub("", ASKS_COST.sub("", text))  # the answer says the cost of its own accord
    asks = ASKS_FREE.match(text)
    body = re.sub(r" (?:ok|okay)$", "", text[asks.end() :]) if asks else text
    if asks is None and (form := DAYS_OFF.fullmatch(text)):
        body = form["body"]
    elif asks is None:
        body = ENDS_FREE.sub("", body)
    return IsFree(read_part(body, context))
