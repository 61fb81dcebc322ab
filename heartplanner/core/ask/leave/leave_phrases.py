"""Questions about leave: is there enough for some days, and how much is left on one."""

from __future__ import annotations

import re

from heartplanner.core.ask.asked_days import AskedDays, DatePhrase, one_day
from heartplanner.core.ask.days.day_phrases import read_days
from heartplanner.core.ask.question import Context, EnoughLeave, LeaveLeft
from heartplanner.core.plan.leave import LeaveKind
from heartplanner.core.schedule.totals import month_ends

KINDS = {
    "vacation": LeaveKind.VACATION,
    "pto": LeaveKind.VACATION,
    "sick": LeaveKind.SICK,
    "holiday": LeaveKind.HOLIDAY,
    "comp": LeaveKind.COMP,
}
KIND = (
    r"(?:(?P<named>vacation|sick|holiday|comp)(?: (?:leave|time|days|hours))?|(?P<pto>pto)|leave"
    r"|(?:hours|days) of leave|leave (?:hours|days|time))"
)
ENOUGH = re.compile(
    rf"(?:(?:do|will|would) i have |is there |will there be )?enough {KIND}(?: left)?"
    r" (?:(?:to take|to be|to get|for) (?P<days>.+?)(?: off)?|(?:on|in|over) (?P<on>.+))"
)
AFFORD = re.compile(
    r"can i afford (?:to take off (?P<off>.+)|(?:to (?:take|have|get|be) )?(?P<days>.+?) off)"
)
IF_TAKEN = re.compile(
    r"(?:if i take|taking) (?:off )?(?P<days>.+?)(?: off)? how (?:many|much)"
    r"(?: (?:hours|leave|vacation|pto))+"
    r"(?: (?:do i need|is that|will i need|would it (?:be|take|cost)))?"
)
NEEDED = re.compile(
    rf"(?:how (?:much|many) )?(?!(?:sick|holiday|comp) for ){KIND}"
    r"(?: (?:do|will|would) i need| (?:is |are )?needed| (?:will|would|does) (?:it|that) (?:take|cost))?"
    r" (?:to take|to be|to get|for) (?P<days>.+?)(?: off)?"
)
COSTS = re.compile(
    r"how (?:many|much) (?:hours|leave|vacation|pto)(?: of (?:leave|vacation))?"
    r" (?:does|would|will) it (?:cost|take) to (?:take|have|get|be) (?:off (?P<off>.+)|(?P<days>.+?) off)"
)
TAKES = re.compile(
    rf"how (?:much|many) {KIND} (?:would|will|does|do) (?P<days>(?!i |it |that ).+) (?:take|cost|need)"
)
LEFT_AT = re.compile(
    rf"(?:what|how much) will my {KIND}(?: balance)? be (?:at )?(?P<how>on|by|after|in) (?P<days>.+)"
)
LEFT = re.compile(
    rf"(?:how (?:much|many) |what (?:is )?)?(?:of my |my )?{KIND}"
    r"(?:(?: (?:(?:do|will|would) i (?:still )?have|have i(?: still)?(?: got)?))?(?: is| will be)?"
    r" left(?: over)?| balance| (?:do|will|would) i (?:still )?have| have i got)"
    r"(?: (?:at|by) the end of (?:the|this) (?P<end>month|year)"
    r"| (?P<how>on|by|after|at the end of|in(?! \w+ (?:day|week)s?$)) (?P<days>.+)"
    r"| (?P<ahead>in \w+ (?:day|week)s?))?"
)
WHOLE = re.compile(r"\b(?:all of|whole)\b|\boff\b")
"""Whoever wants a month off, or all of it, asks of more than what is planned in it."""
WORDS = frozenset(
    {"enough", "left", "vacation", "sick", "comp", "pto", "holiday", "balance", "much", "needed"}
)
"""The words of these questions that no other has."""


def read_leave(text: str, context: Context) -> EnoughLeave | LeaveLeft | None:
    """Do I have enough leave for August 3-7; leave left on Dec 31. None where it is no such question."""
    read = _read(text, context)
    if isinstance(read, EnoughLeave):
        return read._replace(whole=WHOLE.search(text) is not None)
    return read


def _read(text: str, context: Context) -> EnoughLeave | LeaveLeft | None:
    if form := ENOUGH.fullmatch(text):
        named = form["days"] or form["on"]
        return EnoughLeave(read_days(named, context), _kind(form) or LeaveKind.VACATION)
    if form := COSTS.fullmatch(text):
        return EnoughLeave(read_days(form["off"] or form["days"], context), LeaveKind.VACATION)
    if form := NEEDED.fullmatch(text) or TAKES.fullmatch(text):
        return EnoughLeave(read_days(form["days"], context), _kind(form) or LeaveKind.VACATION)
    if form := AFFORD.fullmatch(text) or IF_TAKEN.fullmatch(text):
        named = next(filter(None, form.groups()))
        return EnoughLeave(read_days(named, context), LeaveKind.VACATION)
    if form := LEFT_AT.fullmatch(text):
        return LeaveLeft(read_days(form["days"], context), _kind(form))
    form = LEFT.fullmatch(text)
    if form is None:
        return None
    if form["end"]:
        return LeaveLeft(_end_of(form["end"], context), _kind(form))
    if named := form["days"] or form["ahead"]:
        days = read_days(named, context)
        several = form["how"] == "by" and days.taken.length > 1
        return LeaveLeft(_begun(days.taken) if several else days, _kind(form))
    return LeaveLeft(one_day(context.today), _kind(form))


def _end_of(unit: str, context: Context) -> DatePhrase:
    """The last day of this month or year."""
    last = month_ends(context.today.year, 12 if unit == "year" else context.today.month)[1]
    return one_day(last)


def _begun(days: AskedDays) -> DatePhrase:
    """By October: once it begins; by its end is the second reading."""
    return DatePhrase(AskedDays(days.first, days.first), AskedDays(days.last, days.last))


def _kind(form: re.Match[str]) -> LeaveKind | None:
    """The kind that is named; None for leave as such."""
    word = form["named"] or form["pto"]
    return KINDS[word] if word else None
