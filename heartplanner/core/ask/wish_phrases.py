"""The grammar of wishes: when something of a kind is free within a range."""

from __future__ import annotations

import re

from heartplanner.core.ask.appointments import LONG_WEEKEND
from heartplanner.core.ask.asked_days import AskedDays, Part
from heartplanner.core.ask.days.count_words import COUNT, count_of
from heartplanner.core.ask.days.range_phrases import read_range
from heartplanner.core.ask.days.single_days import WEEKDAY_WORDS
from heartplanner.core.ask.not_understood import NotUnderstoodError
from heartplanner.core.ask.question import Context, Wanted
from heartplanner.core.schedule.days import SATURDAY
from heartplanner.core.words.english import WEEKDAYS

MOST_DAYS = 60
WITHOUT = re.compile(
    r" without (?:(?:any|taking|using|taking any|using any) )?(?:leave|vacation|pto)(?= |$)"
)
"""Only what takes no leave; "without leave" of a stretch would be one of its limits."""
FIRST_OFF = re.compile(
    rf"^(?:when is )?(?:the |my )?(?P<which>first|next) (?P<day>{'|'.join(WEEKDAY_WORDS)})"
    r" (?:that )?i am (?:off|free)(?P<tail> (?:in|before|after|this|next|between|until) .+)$"
)
LEAST = re.compile(r" (?:for|with|using) the (?:least|fewest) (?:hours of )?(?:leave|hours|cost)$")
AM_I_OFF = re.compile(
    r"when am i (?:next )?(?:off|free|not working)(?: (?P<when>next|(?:in|this|next|before|after) .+))"
)
LONG = re.compile(
    r"(?:(?:a|any|first|my next|the next|next) )?(?:free )?(?:long|(?:three|3)[- ]day) weekend"
    r"(?: off| free)?(?P<tail>(?: .+)?)"
)
GO_AWAY = re.compile(
    r"(?:when )?(?:can|could) i (?:go away|get away|travel) (?:for|on) "
    r"(?P<what>.+?(?:day|week|weekend)s?)(?P<tail>(?: (?:in|before|after|this|next|between|until) .+)?)"
)
"""When one could go away, one must be off."""
ASKS_WHEN = re.compile(
    r"(?:when (?:do|can|could|will) i (?:have|get|take|be) |when is |when are |find(?: me)? "
    r"|i (?:want|need|would like) |is there |are there |do i have |can i (?:have|get|take) "
    r"|show me |list )?"
)
WHICH = r"(?P<which>a|an|any|one|another|my next|the next|next|my first|the first|first)"
WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAY_WORDS)})"
WEEKDAY_PLURAL = rf"(?P<weekday>{'|'.join(f'{name.lower()}s' for name in WEEKDAYS)})"
PART = "evening|night|morning|afternoon"
UNIT = rf"(?P<unit>{PART}|day|weekend)s?"
PLURAL = re.compile(rf"(?:{PART}|day|weekend)s\b")
"""Whoever asks for free Mondays wants them all."""
TAIL = r"(?P<tail>(?: .+)?)"
IN_A_ROW = re.compile(
    rf"{COUNT} (?P<week>weeks?|days?) (?:(?:off|free) in a row"
    rf"|in a row(?: off| free| (?:with no|without) work)?|straight|off|free|together){TAIL}"
)
SINGLE = re.compile(
    rf"{WHICH} (?:(?P<free>free) )?(?:{UNIT}|{WEEKDAY}(?: (?P<part>{PART}))?)"
    rf"(?P<off> off| free)?{TAIL}"
)
BARE_SINGLE = re.compile(
    rf"{UNIT}(?P<off> off| free)"
    r"(?P<tail> (?:(?:in|within|between|before|after|during) .+|(?:this|next) (?:week|month|year)))"
)
"""The same without an article; "day off Friday" may be about that Friday."""
FREE_ONES = re.compile(rf"free (?:(?P<unit>{PART}|day|weekend)s?|{WEEKDAY_PLURAL}){TAIL}")
FREE_PART = re.compile(
    rf"free {WEEKDAY} (?P<part>{PART})(?P<unit>)s?(?P<tail> (?:in|before|after|between|until) .+)"
)
"""A free Friday night in June, without its article."""
WHICH_ONES = re.compile(
    rf"(?:which|what) (?:(?P<unit>{PART}|day)s|{WEEKDAY_PLURAL}) (?:am i|do i have|are) (?:off|free){TAIL}"
)
OFF_ONES = re.compile(
    rf"(?:my |how many )?(?:(?P<unit>{PART}|day|weekend)s|{WEEKDAY_PLURAL}) (?:off|free)"
    r"(?: (?:do|will) i (?:have|get)| are there)?(?P<tail> .+)"
    r"|how many (?P<days>day)s (?:am i|will i be) (?:off|free)(?P<when> .+)"
)
ARE_FREE = re.compile(
    rf"are (?:my )?(?:(?P<unit>{PART}|day|weekend)s|{WEEKDAY_PLURAL})"
    r"(?: (?:off|free)(?P<tail> (?:in|before|after|this|next|between|until) .+)"
    r"|(?P<middle> (?:in|this|next|between) .+?) (?:off|free))"
)
A_WEEK = re.compile(
    rf"{COUNT} (?:free )?(?P<unit>{PART}|day)s?(?: off| free)? (?:a|per|every|each) week{TAIL}"
)


def read_wish(text: str, context: Context) -> Wanted | None:
    """Four days in a row in October, a free Saturday evening, two evenings a week."""
    if off := AM_I_OFF.fullmatch(text):
        if off["when"] == "next":
            return Wanted(read_range("", context), soonest=True)
        return Wanted(read_range(off["when"], context), every=True)
    text = FIRST_OFF.sub(r"first \g<day> off\g<tail>", text)
    if away := GO_AWAY.fullmatch(text):
        what = re.sub(r"^(?:an? )?(?=(?:long )?weekend)", "a ", away["what"])
        return read_wish(f"{what} off{away['tail']}", context)
    text = text.removesuffix(" when")
    asks = ASKS_WHEN.match(text)
    body = LEAST.sub("", text[asks.end() :] if asks else text)  # what takes the least stands first
    body = re.sub(r"(?<=weekend) after this one$", " after this weekend", body)
    body = re.sub(r"\b(?:full|whole) (?=weekends?\b)", "", body)
    if form := WITHOUT.search(body):
        wanted = read_wish(body[: form.start()] + body[form.end() :], context)
        return wanted and wanted._replace(without_leave=True)
    if form := LONG.fullmatch(body):
        return Wanted(read_range(form["tail"], context), LONG_WEEKEND, SATURDAY - 1)
    if form := A_WEEK.fullmatch(body):
        count = count_of(form["count"])
        if not 1 <= count <= 7:
            raise NotUnderstoodError("A week has one to seven days.")
        within = read_range(form["tail"], context)
        part, or_night = _unit_part(form["unit"]), form["unit"] == "night"
        return Wanted(within, part=part, a_week=count, or_night=or_night)
    if form := IN_A_ROW.fullmatch(body):
        days = count_of(form["count"]) * (7 if form["week"].startswith("week") else 1)
        if not 1 <= days <= MOST_DAYS:
            raise NotUnderstoodError(f"Ask for 1 to {MOST_DAYS} days in a row.")
        return Wanted(read_range(form["tail"], context), days)
    return _single(body, context)


def _single(body: str, context: Context) -> Wanted | None:
    """A free Saturday, weekends off in May: one day, part or weekend of a kind."""
    forms = (SINGLE, FREE_ONES, FREE_PART, WHICH_ONES, OFF_ONES, ARE_FREE, BARE_SINGLE)
    form = next((match for one in forms if (match := one.fullmatch(body))), None)
    if form is None:
        return None
    named = form.groupdict()
    named["tail"] = named["tail"] or named.get("middle") or named.get("when")
    named["unit"] = named["unit"] or named.get("days")
    later = re.match(r" (?:after|before|in) ", named["tail"] or "")
    if named.get("which") == "next" and not (named["free"] or later or named["unit"] == "day"):
        return None  # "next Friday off" asks about that Friday
    if form.re is SINGLE and not (named["free"] or named["off"]):
        return None
    wanted = _one_kind(named, read_range(named["tail"] or "", context))
    wanted = wanted._replace(or_night="night" in (named["unit"], named.get("part")))
    soonest = (named.get("which") or "").endswith("next") and not named["tail"]
    return wanted._replace(
        soonest=soonest, every=named.get("which") == "any" or PLURAL.search(body) is not None
    )


def _one_kind(named: dict[str, str | None], within: AskedDays) -> Wanted:
    if named["unit"] == "weekend":
        return Wanted(within, 2, 5)
    weekday = WEEKDAY_WORDS[name] if (name := named.get("weekday")) else None
    part = _unit_part(named.get("part") or named["unit"] or "day")
    return Wanted(within, weekday=weekday, part=part)


def _unit_part(unit: str) -> Part | None:
    """The part of the day that is named: of a night the evening, as for "Friday night"."""
    if unit == "night":
        return Part.EVENING
    return None if unit == "day" else Part(unit)
