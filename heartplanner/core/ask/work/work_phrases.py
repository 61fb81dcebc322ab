"""Questions about one's own work: when do I work next, when is payday, how many hours last week."""

from __future__ import annotations

import re

from heartplanner.core.ask.days.day_phrases import read_days
from heartplanner.core.ask.days.part_phrases import read_part
from heartplanner.core.ask.days.range_phrases import read_range
from heartplanner.core.ask.question import (
    Coming,
    Context,
    DatePhrase,
    HoursAsked,
    IsFree,
    IsPayday,
    Part,
    WhenLast,
    WhenNext,
)
from heartplanner.core.ask.work.hours_phrases import read_hours
from heartplanner.core.ask.work.kind_phrases import read_kind
from heartplanner.core.ask.work.pay_phrases import read_pay

WORDS = frozenset({
    "admin", "breaks", "far", "since", "look",
    "again", "been", "begin", "check", "did", "doing", "done", "finish", "get", "holiday",
    "holidays", "hours", "last",
    "current", "many", "off", "overtime", "paid", "pay", "paycheck", "payday", "period", "say", "see",
    "shift", "shifts", "should", "start", "stub", "worked", "nights", "evenings", "mornings",
    "afternoons",
})  # fmt: skip
"""The words that such questions have; a refusal names the others."""
TO_HOURS = frozenset({
    "accrue", "accrued", "balance", "balances", "check", "hours", "ot", "overtime", "paid", "pay",
    "paycheck", "payday", "period", "shifts", "stub", "timesheet", "worked",
})  # fmt: skip
"""Words of what the book of hours has, whatever is asked of it."""
TO_COLLEAGUES = frozenset(
    {"both", "colleague", "colleagues", "coworker", "coworkers", "partner", "we", "who", "whom"}
)
MY_NEXT = r"(?:(?:when|what) (?:is|are) )?(?:my |the )?next "
NEXT = {
    Coming.SHIFT: re.compile(
        rf"{MY_NEXT}(?:work ?)?shift|{MY_NEXT}(?:work ?day|day of work)"
        r"|when (?:do|will|am) i (?:next )?(?:work|working|back|back at work|on)(?: next| again)"
        r"|when (?:do|will) i (?:have to )?(?:go|be) back(?: to| at)? work|when do i next work"
    ),
    Coming.BREAK: re.compile(
        r"(?:when (?:is|does|will) )(?:my |the )?(?:next )?(?:(?:six|seven)[- ]day )?break"
        r"(?: (?:start|begin|be))?|(?:my |the )?next (?:six|seven)[- ]day break"
    ),
    Coming.PAYDAY: re.compile(
        r"(?:when (?:is|are) )?(?:my |the )?(?:next )?(?:pay ?day|pay ?check|(?<=next )check)(?: date)?"
        r"|when (?:do|will|am|are) (?:i|we) (?:next )?(?:get(?:ting)? |be )?paid(?: next| again)?"
    ),
}
PAYDAYS = re.compile(
    r"(?:when (?:is|are) )?(?:my |the )?pay ?days? (?P<within>(?:in|before|by) .+)"
)
"""The paydays of a range."""
TIMES = re.compile(
    r"(?:(?:what time|when) (?:do|will|am|must) i (?:have to )?"
    r"(?:start|begin|finish|end|done|get off|get done|go in|come in)(?: work)?"
    r"|what time (?:am|do|will) i (?:be )?(?:off|work|on)"
    r"|what (?:am i (?:doing|working)|do i work|hours do i work|shift do i (?:have|work)"
    r"|shift am i (?:on|working)|(?:shift |hours )?did i work(?! for))"
    r"|when (?:do|did|will) i work(?! my next weekend$)|when am i working"
    r"|am i (?:on )?(?:days or nights|nights or days|day or night|days or evenings)"
    r"|(?:is there |is |do i have )?anything (?:on|planned|going on)(?: for)?)"
    r"(?: on)? (?P<days>.+)"
)
LOOKS = re.compile(r"(?:what|how) (?:is|does|do|will) (?P<days>.+?) look(?: like)?")
DAYS_WORKED = re.compile(
    r"how many days (?:do|will) i (?:have to )?work"
    r" (?P<within>(?:before|by|until|till|after|in|this|next) .+)"
)
NIGHTS = re.compile(
    r"(?:am i working|do i work|will i work|am i on) (?P<part>morning|afternoon|evening|night)s"
    r"(?: (?:in|on|over|during))? (?P<days>.+)"
)


def read_work(
    text: str, context: Context
) -> WhenNext | WhenLast | IsPayday | HoursAsked | IsFree | None:
    """What a question in small letters asks of one's own work; None where it is another question."""
    for what, form in NEXT.items():
        if form.fullmatch(text):
            return WhenNext(what)
    if paydays := PAYDAYS.fullmatch(text):
        return WhenNext(Coming.PAYDAY, read_range(paydays["within"], context))
    if times := TIMES.fullmatch(text):
        return IsFree(read_part(times["days"].removeprefix("on "), context))
    if looks := LOOKS.fullmatch(text):
        return IsFree(read_part(looks["days"], context))
    if worked := DAYS_WORKED.fullmatch(text):
        return IsFree(DatePhrase(read_range(worked["within"], context)))
    if nights := NIGHTS.fullmatch(text):
        taken = read_days(nights["days"], context).taken
        return IsFree(DatePhrase(taken._replace(part=Part(nights["part"]))))
    if kind := read_kind(text, context):
        return kind
    if paid := read_pay(text, context):
        return paid
    return read_hours(text, context)
