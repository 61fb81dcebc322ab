"""Questions that name colleagues: are Lee and I both off, does Lee work, who can take my shift."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from heartplanner.core.ask.asked_days import DatePhrase, one_day
from heartplanner.core.ask.calendars import has_calendar
from heartplanner.core.ask.days.day_phrases import read_days
from heartplanner.core.ask.days.part_phrases import read_part
from heartplanner.core.ask.days.range_phrases import read_range
from heartplanner.core.ask.days.single_days import MONTH_WORDS, NEAR, WEEKDAY_WORDS, span_of
from heartplanner.core.ask.not_understood import NotUnderstoodError
from heartplanner.core.ask.question import BothOff, Context, IsFree, TheirDays, WhoCould
from heartplanner.core.plan.model import Plan

NO_NAMES = frozenset({
    "all", "and", "any", "both", "free", "her", "his", "home", "me", "my", "next", "off", "our", "the",
    "their", "together", "we", "work", "you", *MONTH_WORDS, *NEAR, *WEEKDAY_WORDS,
})  # fmt: skip
"""First words of a calendar's name that stand for no one."""
PEOPLE_WORDS = frozenset({
    "ask", "both", "cover", "does", "else", "has", "might", "shift", "swap", "together", "too", "who",
    "whom", "works",
})  # fmt: skip
"""Words that such a question has; a refusal names the others."""
SOON = 28
"""Days within which one asks when a colleague works or is off next."""
TAIL = r"(?P<tail>(?: .+)?)"
WE = re.compile(
    r"(?:when )?(?:are|will) we (?:be )?(?:both |all )?(?:off|free)(?: together)?(?P<tail>(?: .+)?)"
    r"|(?:when )?(?:do|will) we (?:both |all )?have (?:a day |days |time )?off(?P<days>(?: .+)?)"
)
WHO = re.compile(
    r"(?:who(?: else)? (?:can|could|might|will) (?:take|cover(?: for)?(?: me)?|swap|do|work)(?: my)?"
    r"|whom? (?:can|could|do|should) i (?:ask|swap with)(?: to (?:take|cover|swap)(?: my)?)?)"
    r"(?: shift)?(?: (?:for|with) me)?(?: (?:on|for|in))? (?P<day>.+?)(?: shift)?(?: (?:for|with) me)?"
    r"|is (?:anybody|anyone|somebody|someone) (?:free|able) to (?:take|cover)(?: my)?(?: shift)?"
    r"(?: on)? (?P<date>.+?)(?: shift)?"
    r"|swap my (?P<mine>.+?) shift"
)


WHO_WORKS = re.compile(
    r"who(?: else)? (?:is (?:off|free|working)|works)(?: (?:on|in|over))? (?P<day>.+)"
)
"""What is known of everybody for a day: one's own days, and those of the colleagues whose card one has."""


def read_people(text: str, context: Context) -> BothOff | TheirDays | WhoCould | IsFree | None:
    """What a question in small letters asks of colleagues; None where it is another question."""
    if who := WHO.fullmatch(text):
        return WhoCould(_one_day(who["day"] or who["date"] or who["mine"], context))
    colleagues = spoken_names(context.plan)
    names = colleagues | calendar_names(context.plan)
    if not names:
        return None
    who_is = _any_of(names)
    traded = re.fullmatch(
        r"(?:can|could) i (?:swap|trade)(?: my)? (?P<day>.+?)(?: shift)?"
        rf" with (?P<name>{_any_of(colleagues)})",
        text,
    )
    if traded and colleagues:
        return WhoCould(_one_day(traded["day"], context), names[traded["name"]])
    able = re.fullmatch(
        rf"(?:can|could|will|would|might) (?P<name>{_any_of(colleagues)}) "
        r"(?:(?:take|cover|work|do) my (?P<of>.+) shift|(?:(?:take|cover|work|do) my shift"
        r"|cover(?: for)? me|cover|(?:work|fill in) for me|swap with me)(?: (?:on|for|in))? (?P<day>.+))",
        text,
    )
    if able and colleagues:
        return WhoCould(_one_day(able["day"] or able["of"], context), names[able["name"]])
    return (
        _together(text, context, who_is)
        or _we(text, context, names)
        or _both_off(text, context, names, who_is)
        or _theirs(text, context, names, who_is)
    )


def _together(text: str, context: Context, who_is: str) -> IsFree | None:
    """Do Lee and I work on Jan 8: what oneself does, beside which stands what each colleague does."""
    we = rf"(?:both )?(?:(?:{who_is}) (?:and|&) (?:i|me)|(?:i|me) (?:and|&) (?:{who_is}))"
    form = re.fullmatch(
        rf"(?:do {we} (?:both )?work|are {we} (?:both )?working)(?: together)?(?: on)? (?P<day>.+)",
        text,
    )
    who = WHO_WORKS.fullmatch(text)
    form = form or who
    return IsFree(_one_day(form["day"], context), who=who is not None) if form else None


def _we(text: str, context: Context, names: Mapping[str, str]) -> BothOff | None:
    """When are we both free: with the only one who is known, or else it is to be said with whom."""
    form = WE.fullmatch(text)
    if form is None:
        return None
    known = tuple(dict.fromkeys(names.values()))
    if len(known) > 1:
        one = min(names.values(), key=str.casefold)
        raise NotUnderstoodError(f"Say with whom, such as: when are {one} and I both off.")
    return BothOff(known, read_range(form["tail"] or form["days"] or "", context))


def _any_of(names: Iterable[str]) -> str:
    """A pattern of these names."""
    # The longest first: "Lee Ann" is not Lee. A name has its place, so May is no month there.
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def _one_day(named: str, context: Context) -> DatePhrase:
    reading = read_days(named, context)
    if reading.taken.length > 1:
        raise NotUnderstoodError("Ask for the shift of one day.")
    return reading


def _both_off(text: str, context: Context, names: Mapping[str, str], who_is: str) -> BothOff | None:
    """When are Lee and I both off in December, when are Sam, Lee and I.

    `who_is`: a pattern of all names.
    """
    some = rf"(?:{who_is})(?:(?: and| &)? (?:{who_is}))*"
    we = rf"(?:both |all )?(?:(?P<first>{some}) (?:and|&) (?:i|me)|(?:i|me) (?:and|&) (?P<last>{some}))"
    for form in (
        rf"(?:(?:when )?(?:are|will|can|could) )?{we} (?:be )?(?:both |all )?(?:off|free)"
        rf"(?: together)?{TAIL}",
        rf"(?:when )?(?:do|will) {we} (?:both |all )?have (?:a day |days |time )?off(?: together)?{TAIL}",
        rf"(?:(?:the |my )?next |the |which |what )?(?P<kind>days?|weekends?) (?:that |are )?{we}"
        rf" (?:are |both |all )*(?:have )?(?:both |all )?(?:off|free)(?: together)?{TAIL}",
        rf"(?:(?:common |shared )?days? off|time off|free days?|off(?: together)?)"
        rf" with (?P<with>{some}){TAIL}",
        rf"(?:(?:a|any|my next|the next|next) )?(?:free )?(?P<kind>weekend|day)s?(?: off| free)?"
        rf" with (?P<all>{some}){TAIL}",
    ):
        if match := re.fullmatch(form, text):
            (said,) = filter(
                None, (v for k, v in match.groupdict().items() if k not in ("tail", "kind"))
            )
            found = re.findall(rf"\b(?:{who_is})\b", said)
            asked = tuple(dict.fromkeys(names[name] for name in found))
            weekends = "weekend" in (match.groupdict().get("kind") or "")
            return BothOff(asked, read_range(match["tail"], context), weekends)
    return None


def _theirs(text: str, context: Context, names: Mapping[str, str], who_is: str) -> TheirDays | None:
    """Does Lee work on Dec 12, is Lee off next Friday evening, when is Lee off in December."""
    state = "(?:off|free|working|home)"
    if match := re.fullmatch(
        rf"when (?:is|will) (?P<name>{who_is}) (?:be )?(?:next {state}|{state} next)"
        rf"|(?P<of>{who_is})'s next (?:free day|day off)",
        text,
    ):
        return TheirDays(names[match["name"] or match["of"]], _soon(context), next_off=True)
    if upcoming := _their_next(text, context, names):
        return upcoming
    if match := re.fullmatch(
        rf"when (?:does (?P<does>{who_is}) work|is (?P<is>{who_is}) {state}){TAIL}", text
    ):
        within = read_range(match["tail"], context)
        return TheirDays(names[match["does"] or match["is"]], DatePhrase(within))
    if several := _of_several(text, context):
        return several
    for form in (
        rf"(?:did|was) (?P<name>{who_is}) (?:work|off|free|working)(?: (?:on|in|over|at))? (?P<day>.+)",
        rf"does (?P<name>{who_is}) (?:have to )?work(?: (?:on|in|over|at))? (?P<day>.+)",
        rf"(?:is|will) (?P<name>{who_is}) (?:be )?{state}(?: (?:on|in|over|at))? (?P<day>.+)",
        rf"does (?P<name>{who_is}) have (?P<day>.+) off",
        rf"what does (?P<name>{who_is}) (?:have|work)(?: (?:on|in|over|at))? (?P<day>.+)",
        rf"what is (?P<name>{who_is}) (?:doing|working)(?: (?:on|in|over|at))? (?P<day>.+)",
    ):
        if match := re.fullmatch(form, text):
            return TheirDays(names[match["name"]], read_part(match["day"], context))
    return None


def _of_several(text: str, context: Context) -> TheirDays | None:
    """Is Dana or Marcus off on May 27: each of those who are named, as their cards have it."""
    names = spoken_names(context.plan)
    who_is = _any_of(names)
    some = rf"(?:{who_is})(?:(?: and| or) (?:{who_is}))+"
    form = re.fullmatch(
        rf"(?:is|are|will) (?P<names>{some}) (?:be )?(?:both |all )?(?:off|free|working)"
        rf"(?: (?:on|in|over|at))? (?P<day>.+)"
        rf"|(?:do|does) (?P<do>{some}) (?:both |all )?work(?: (?:on|in|over|at))? (?P<when>.+)",
        text,
    )
    if form is None or not names:
        return None
    found = re.findall(rf"\b(?:{who_is})\b", form["names"] or form["do"])
    first, *more = dict.fromkeys(names[name] for name in found)
    reading = read_part(form["day"] or form["when"], context)
    return TheirDays(first, reading, more=tuple(more))


def _their_next(text: str, context: Context, names: Mapping[str, str]) -> TheirDays | None:
    """When is Lee's next break, Lee's next shift: a card tells both, and another calendar neither."""
    spoken = spoken_names(context.plan)
    who_is = _any_of(spoken)
    theirs = (
        rf"(?:when is |how (?:many days|long)(?: is it)? (?:until|till|to) )?(?P<name>{who_is})'s"
        r" (?:next )?break"
    )
    if spoken and (match := re.fullmatch(theirs, text)):
        return TheirDays(names[match["name"]], one_day(context.today), next_break=True)
    shift = (
        rf"(?:when is )?(?P<name>{who_is})'s next (?:shift|day of work|work ?day)"
        rf"|when does (?P<does>{who_is}) (?:next work|work next|work again)"
    )
    if spoken and (match := re.fullmatch(shift, text)):
        return TheirDays(names[match["name"] or match["does"]], _soon(context), next_work=True)
    return None


def _soon(context: Context) -> DatePhrase:
    return span_of(max(context.today, context.plan.start), SOON)


def spoken_names(plan: Plan) -> dict[str, str]:
    """The colleagues' names as a question in small letters has them, without commas."""
    return {_spoken(colleague.name): colleague.name for colleague in plan.colleagues}


def calendar_names(plan: Plan) -> dict[str, str]:
    """The same of the other calendars that are shown; a colleague of the name goes before.

    "Sam work" is Sam too, where the first word is that of one calendar alone, and no word of a question.
    """
    names = [calendar.name for calendar in plan.calendars if has_calendar(plan, calendar.name)]
    spoken = {_spoken(name): name for name in names}
    others = [word for name in spoken_names(plan) for word in name.split()[:1]]
    words = [*others, *(name.split()[0] for name in spoken)]
    shorter = {said.split()[0]: name for said, name in spoken.items() if " " in said}
    return spoken | {
        word: name
        for word, name in shorter.items()
        if words.count(word) == 1 and word not in NO_NAMES
    }


def hidden_calendar(text: str, plan: Plan) -> str:
    """The hidden calendar that a question in small letters names; "" without one."""
    hidden = (one.name for one in plan.calendars if not one.shown)
    words = f" {text} "
    return next((name for name in hidden if f" {_spoken(name)} " in words), "")


def _spoken(name: str) -> str:
    return " ".join(name.lower().replace(",", " ").split())
