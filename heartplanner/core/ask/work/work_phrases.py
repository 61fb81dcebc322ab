"""Questions about one's own work: when do I work next, when is payday, how many hours last week."""

from __future__ import annotations

import re
from datetime import timedelta

from heartplanner.core.ask.asked_days import AskedDays, DatePhrase, Part
from heartplanner.core.ask.days.day_phrases import read_days
from heartplanner.core.ask.days.part_phrases import read_part
from heartplanner.core.ask.days.range_phrases import read_range, read_span
from heartplanner.core.ask.days.time_phrases import LATER
from heartplanner.core.ask.not_understood import NotUnderstoodError
from heartplanner.core.ask.question import (
    Coming,
    Context,
    HoursAsked,
    IsFree,
    IsPayday,
    WhenLast,
    WhenNext,
)
from heartplanner.core.ask.work.hours_phrases import read_hours
from heartplanner.core.ask.work.kind_phrases import read_kind
from heartplanner.core.ask.work.pay_phrases import read_pay
from heartplanner.core.people.keeping import near_plan
from heartplanner.core.plan.model import LAST_DATE, ONE_DAY
from heartplanner.core.schedule.schedule import Schedule

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
    Coming.SHIFT: re.compile(rf"{MY_NEXT}(?:work ?)?shift"),
    Coming.WORK: re.compile(
        rf"{MY_NEXT}(?:work ?day|day of work|day i (?:have to )?work|time (?:that )?i (?:have to )?work)"
        r"|when (?:do|will|am) i (?:next )?(?:have to )?"
        r"(?:work|working|back|back at work|on|go in|come in|be in)(?: next| again)"
        r"|when (?:do|will) i (?:have to )?(?:go|be) back(?: to| at)? work"
        r"|when do i next (?:have to )?work"
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
    r"(?:when (?:is|are) |how many )?(?:my |the )?pay ?days?(?: are there| do i (?:have|get))?"
    r" (?P<within>(?:in|before|by|until|till|this|next) .+)"
)
"""The paydays of a range."""
TIMES = re.compile(
    r"(?:(?:what time|when) (?:do|will|am|must) i (?:have to )?"
    r"(?:start|begin|finish|end|done|get off|get done|go in|come in|be in|be there|be at)(?: work)?"
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


OWN_BREAK = re.compile(
    r"when (?:is|does|will) (?P<one>my (?:next )?break|the break after next) (?:end|over|start|begin)"
    r"|(?:when is (?:the )?|what is the )(?:last|first) day of (?P<of>my (?:next )?break)"
    r"|how (?:long|many days) is (?P<long>my (?:next )?break)|when is (?P<far>(?:the|my) break after next)"
)
"""What a break's days say: when it begins and ends, and how long it is."""
WHICH_DAYS = re.compile(
    r"(?:which|what) days (?:do|did|will|am|was) i (?:have to )?(?:work|working|worked)"
    r"(?: (?:on|in|during|over))? (?P<days>.+)"
)
UNTIL_TIME = re.compile(
    rf"am i (?:working|on|off|done) (?:until|till|past|at) {LATER}(?! ?[ap]m)(?: on)? (?P<after>.+)"
    rf"|am i (?:working|on|off|done) (?:on )?(?P<before>.+?) (?:until|till|past|at) {LATER}"
)
"""An hour without am or pm stands in it: the answer has all hours of the day."""
AFTER = re.compile(
    r"(?:when is )?(?:my |the )?(?:first|next) shift after (?P<shift>.+)"
    r"|(?:when is )?(?:my |the )?(?:first|next) (?:day of work|work ?day) after (?P<what>.+)"
    r"|(?:when is )?(?:my |the )?first day back (?:(?:at|to) work )?after (?P<back>.+)"
    r"|when (?:do|will) i (?:next )?work (?:next |again )?after (?P<days>.+)"
    r"|when (?:am|do|will) i (?:be |go )?back (?:(?:at|to|on) work )?after (?P<away>.+)"
)
LAST_BEFORE = re.compile(r"(?:(?:when|what) is )?(?:my |the )?last shift before (?P<what>.+)")
OFF_NOW = re.compile(
    r"(?:since when|how long) (?:have i been|am i|will i be) (?:off|free)(?: now| for| still)?"
)
MOST_OFF = timedelta(days=90)
"""How far on either side of today one looks for the end of one's days off."""


def read_work(
    text: str, context: Context
) -> WhenNext | WhenLast | IsPayday | HoursAsked | IsFree | None:
    """What a question in small letters asks of one's own work; None where it is another question."""
    for what, form in NEXT.items():
        if form.fullmatch(text):
            return WhenNext(what)
    if own := _own_days(text, context):
        return own
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
    return read_kind(text, context) or read_pay(text, context) or read_hours(text, context)


def _own_days(text: str, context: Context) -> IsFree | WhenNext | WhenLast | None:
    """My break's end, the days that I work in a week, the first shift after some days, my days off now."""
    if form := OWN_BREAK.fullmatch(text):
        return IsFree(read_days(next(filter(None, form.groups())), context))
    if form := WHICH_DAYS.fullmatch(text):
        return IsFree(read_days(form["days"], context))
    if form := UNTIL_TIME.fullmatch(text):
        return IsFree(read_days(form["after"] or form["before"], context))
    if form := AFTER.fullmatch(text):
        named = read_span(next(filter(None, form.groups())), context)
        what = Coming.SHIFT if form["shift"] else Coming.WORK
        return WhenNext(what, after=named.last)
    if form := LAST_BEFORE.fullmatch(text):
        return WhenLast(Coming.SHIFT, read_span(form["what"], context).first)
    return IsFree(_off_now(context)) if OFF_NOW.fullmatch(text) else None


def _off_now(context: Context) -> DatePhrase:
    """The days off in a row of which today is one. Raises NotUnderstoodError where it is none."""
    today, start = context.today, context.plan.start
    first, last = max(today - MOST_OFF, start), min(today + MOST_OFF, LAST_DATE)
    days = Schedule(near_plan(context.plan, first, last)).days(first, last)
    worked = [day.date for day in days if day.blocks]
    if today in worked or today < start:
        raise NotUnderstoodError("You are not off today.")
    before = [day + ONE_DAY for day in worked if day < today]
    after = [day - ONE_DAY for day in worked if day > today]
    if not after or (not before and first > start):
        raise NotUnderstoodError(f"You are off for more than {MOST_OFF.days} days: ask with dates.")
    return DatePhrase(AskedDays(max(before, default=start), min(after)))
