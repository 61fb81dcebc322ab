"""Questions for days of a kind: working weekends, admin days, holidays, breaks; the next, the last."""

from __future__ import annotations

import re

from heartplanner.core.ask.asked_days import AskedDays, DatePhrase
from heartplanner.core.ask.days.day_phrases import read_days
from heartplanner.core.ask.days.range_phrases import read_range, read_span, read_whole
from heartplanner.core.ask.not_understood import NotUnderstoodError
from heartplanner.core.ask.question import Coming, Context, IsPayday, Tense, WhenLast, WhenNext
from heartplanner.core.ask.work.kind_days import COUNTED_WHOLE

TAIL = (
    r"(?P<tail>(?: (?:in|on|over|during|this|next|last|between|from|before|after|by|since|until|till"
    r"|for(?= the rest)|the rest)\b"
    r".+)?)"
)
"""The range in which days are looked for begins with such a word."""
NEXT = r"(?:(?:when|what|which) (?:is|are) )?(?:my |the )?next "
HOW_LONG = r"how (?:many (?:days|weeks)|long)(?: is it)? (?:until|till|to) (?:my |the )?(?:next )?"
I_WORK = (
    r"(?:(?:do|did|will) i (?:have to |need to )?work|am i (?:working|on)|was i (?:working|on))"
)
THAT_I_WORK = r"(?:that )?i (?:have to |need to |must )?work(?:ed)?"
I_AM_OFF = (
    r"(?:(?:am|was) i (?:off|free)|will i be (?:off|free)|(?:do|did|will) i have (?:off|free))"
)
WHICH = r"(?:which|what|how many)"
SOME_TIME = r"(?P<tail> (?:in|over|during|this|next|between|before) .+)"
MIDDLE = r"(?P<tail> (?:in|this|next|over|during) .+?)"
NEXT_OF = (
    (
        Coming.WORKING_WEEKEND,
        rf"{NEXT}(?:working weekend|weekend {THAT_I_WORK}|weekend (?:at|of) work)"
        rf"|(?:which|what) weekend {I_WORK} next|when (?:do|will) i work my next weekend",
    ),
    (
        Coming.ADMIN,
        rf"{NEXT}admin(?: (?:day|block|time|shift))?|when (?:is|are) my admin(?: (?:day|time))?(?: next)?"
        r"|when (?:do|will) i (?:next )?have admin(?: time)?(?: next)?",
    ),
    (Coming.HOLIDAY_WORKED, rf"{NEXT}holiday {THAT_I_WORK}|{NEXT}working holiday"),
    (Coming.HOLIDAY_OFF, rf"{NEXT}holiday (?:off|free|{I_AM_OFF})"),
    (Coming.BREAK, rf"{HOW_LONG}break"),
    (Coming.PAYDAY, rf"{HOW_LONG}payday"),
    (Coming.SHIFT, rf"{HOW_LONG}shift"),
)
ALL_OF = (
    (Coming.WORKING_WEEKEND, rf"{WHICH} (?:working )?weekends {I_WORK}{TAIL}"),
    (Coming.WORKING_WEEKEND, rf"{WHICH} working weekends (?:do i have|are there){TAIL}"),
    (Coming.WORKING_WEEKEND, rf"(?:my )?(?:working weekends|weekends {THAT_I_WORK}){TAIL}"),
    (Coming.WORKING_WEEKEND, rf"{I_WORK} (?:any )?weekends{TAIL}"),
    (Coming.WORKING_WEEKEND, rf"{WHICH} weekends have i worked{TAIL}"),
    (Coming.WORKING_WEEKEND, rf"(?:which|what) weekends?{MIDDLE} {I_WORK}"),
    (Coming.WORKING_WEEKEND, rf"(?:which|what) weekend (?:{I_WORK}|{THAT_I_WORK}){SOME_TIME}"),
    (Coming.FREE_WEEKEND, rf"(?:which|what) weekends?{MIDDLE} {I_AM_OFF}"),
    (Coming.FREE_WEEKEND, rf"(?:which|what) weekend {I_AM_OFF}{SOME_TIME}"),
    (Coming.FREE_WEEKEND, rf"{WHICH} weekends (?:do|will|am) i not (?:work|working){TAIL}"),
    (Coming.FREE_WEEKEND, rf"{WHICH} (?:free )?weekends {I_AM_OFF}{TAIL}"),
    (
        Coming.FREE_WEEKEND,
        rf"{WHICH} weekends (?:are |do i have )?(?:off|free)(?: do i have)?{TAIL}",
    ),
    (Coming.FREE_WEEKEND, rf"{WHICH} free weekends (?:do i have|are there){TAIL}"),
    (
        Coming.ADMIN,
        rf"{WHICH} (?:days )?(?:are |am i )?(?:my )?(?:on )?admin(?: days| blocks)?{TAIL}",
    ),
    (Coming.ADMIN, rf"{WHICH} admin (?:days|blocks|hours)(?: (?:do|did|will) i have)?{TAIL}"),
    (Coming.ADMIN, rf"(?:when (?:is|are) )?(?:my )?admin(?: days?| time| blocks)?{TAIL}"),
    (Coming.ADMIN, rf"(?:when )?(?:do|did|will) i have (?:any )?admin(?: days?| time)?{TAIL}"),
    (Coming.ADMIN, r"(?:(?:do|did|will) i have )?admin(?P<tail> .+)"),
    (Coming.HOLIDAY_WORKED, rf"{WHICH} holidays {I_WORK}{TAIL}"),
    (Coming.HOLIDAY_WORKED, rf"(?:which|what) holidays?{MIDDLE} {I_WORK}"),
    (Coming.HOLIDAY_OFF, rf"(?:which|what) holidays?{MIDDLE} {I_AM_OFF}"),
    (Coming.HOLIDAY_WORKED, rf"{I_WORK} (?:on )?(?:a|any) holidays?{TAIL}"),
    (
        Coming.HOLIDAY_WORKED,
        rf"(?:my )?(?:working holidays|holidays worked|holidays {THAT_I_WORK}){TAIL}",
    ),
    (Coming.HOLIDAY_OFF, rf"{WHICH} holidays {I_AM_OFF}{TAIL}"),
    (Coming.HOLIDAY_OFF, rf"(?:{WHICH} |my )?holidays (?:are |do i have )?(?:off|free){TAIL}"),
    (Coming.BREAK, rf"(?:when|how long) (?:is|are) (?:my |the )?breaks?{TAIL}"),
    (
        Coming.BREAK,
        rf"(?:(?:which|what|how many) )?(?:my )?breaks(?: (?:do|will) i (?:have|get)| are there)?"
        rf"(?: left)?{TAIL}",
    ),
    (Coming.BREAK, rf"(?:do|will) i have (?:a|any|my) breaks?{SOME_TIME}"),
)
LAST = (
    (Coming.SHIFT, r"(?:when was )?(?:my |the )?last shift(?: (?:that )?i worked)?"),
    (
        Coming.WORK,
        r"when did i (?:last work|work last)|(?:when was )?(?:my |the )?last day (?:that )?i worked"
        r"|(?:when was )?(?:my |the )?last (?:work ?day|time (?:that )?i worked)",
    ),
    (
        Coming.PAYDAY,
        r"(?:when (?:was|is) )?(?:my |the )?last pay ?day|when was i (?:last paid|paid last)",
    ),
    (Coming.PAYDAY, r"when did i (?:last get paid|get paid last)"),
    (Coming.BREAK, r"(?:when was )?(?:my |the )?last break"),
    (
        Coming.WORKING_WEEKEND,
        r"when did i (?:last work|work) (?:a|the|my) (?:last )?weekend(?: last)?"
        r"|(?:when was )?(?:my |the )?last (?:working weekend|weekend (?:that )?i worked)",
    ),
    (
        Coming.HOLIDAY_WORKED,
        r"when did i (?:last work|work) (?:a|on a|the|my) (?:last )?holiday(?: last)?"
        r"|(?:when was )?(?:my |the )?last holiday (?:that )?i worked",
    ),
)
PAYDAY_ON = (
    re.compile(r"(?:is|was) (?P<day>.+?) (?:a |my )?pay ?day"),
    re.compile(r"(?:is|was) (?:it )?pay ?day (?:on )?(?P<day>.+)"),
    re.compile(r"(?:do|did|will) i get paid (?:on )?(?P<day>.+)"),
)
A_HOLIDAY = re.compile(r"(?:is|was) (?P<day>.+?) (?:a )?holiday")
SINCE = re.compile(r"since (?P<day>.+)")
OPEN_ENDED = re.compile(r"(?:before|after|by|until|till)\b|(?:in|within|over) the next ")
"""Such a range has one end that is named, and begins or ends today."""
ALONE = (Coming.ADMIN, Coming.BREAK)
"""Of these no range is no question: the words may be about anything."""


def read_kind(text: str, context: Context) -> WhenNext | WhenLast | IsPayday | None:
    """Which weekends do I work in January, next admin day, last payday. None for another question."""
    for what, pattern in NEXT_OF:
        if re.fullmatch(pattern, text):
            return WhenNext(what)
    for what, pattern in LAST:
        if re.fullmatch(pattern, text):
            return WhenLast(what)
    for what, pattern in ALL_OF:
        form = re.fullmatch(pattern, text)
        if form and (form["tail"] or what not in ALONE):
            return WhenNext(what, within_of(form["tail"].strip(), what, context))
    if form := A_HOLIDAY.fullmatch(text):
        return WhenNext(Coming.HOLIDAY_WORKED, _one_day(form["day"], context).taken)
    for ask in PAYDAY_ON:
        if form := ask.fullmatch(text):
            return IsPayday(_one_day(form["day"], context))
    return None


def _one_day(named: str, context: Context) -> DatePhrase:
    reading = read_days(named, context)
    if reading.taken.length > 1:
        raise NotUnderstoodError("Ask for one day.")
    return reading


def within_of(tail: str, what: Coming, context: Context) -> AskedDays:
    """The range that is named: of what was worked until today, and else from today on.

    Of weekends and holidays it is the whole of a year, month or season that is under way: whoever counts
    those of this year counts them all.
    """
    today, start = context.today, context.plan.start
    if since := SINCE.fullmatch(tail):
        return _since(since, context)
    if context.tense is not Tense.PAST and not re.match(r"(?:(?:in|on|over) )?last ", tail):
        ahead = read_range(tail, context)
        if what not in COUNTED_WHOLE or not tail or OPEN_ENDED.match(tail):
            return ahead
        first = read_whole(tail, context).first
        return AskedDays(max(first, start), ahead.last) if first <= today else ahead
    if not tail:
        raise NotUnderstoodError("Say of which time, such as: this year.")
    first, last = read_whole(tail, context._replace(tense=Tense.PAST))[:2]
    if last < start or first > today:
        raise NotUnderstoodError(f'"{tail}" has no days that are over.')
    return AskedDays(max(first, start), min(last, today))


def _since(form: re.Match[str], context: Context) -> AskedDays:
    """From the first of the days that are named until today."""
    begun = read_span(form["day"], context._replace(tense=Tense.PAST)).first
    if begun > context.today:
        raise NotUnderstoodError(f'"{form[0]}" is still to come.')
    return AskedDays(max(begun, context.plan.start), context.today)
