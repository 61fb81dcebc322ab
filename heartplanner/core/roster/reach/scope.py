"""How far a line with a date reaches: its own day, all from it on, all up to it, or its whole list.

A line that is not understood is about its own day alone where each word beside the date is known to be of
one day: a name, hours, leave, something that takes place. By any other word it may be about more days.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence, Set
from datetime import date, timedelta
from enum import Enum, auto

from heartplanner.core.roster.harmless.announcements import MADE, MONTH, WEEKDAY, pattern
from heartplanner.core.roster.harmless.given_names import GIVEN_NAMES
from heartplanner.core.roster.harmless.guard import low_words
from heartplanner.core.roster.harmless.harmless import CLAUSE, SENTENCE, WHEN_TIME, is_harmless
from heartplanner.core.roster.harmless.spoken import without_hello
from heartplanner.core.roster.harmless.titles import (
    ORGANIZATION,
    PERSON,
    TITLE_WORDS,
    is_title,
)
from heartplanner.core.roster.harmless.workplace import TOPICS
from heartplanner.core.roster.language.doubts import is_change_word, is_doubtful_word
from heartplanner.core.roster.language.tokens import plain
from heartplanner.core.roster.language.undated import LENGTH
from heartplanner.core.roster.language.vocabulary import (
    HARMLESS,
    LABEL_WORDS,
    MONTH_NUMBERS,
    WEEKDAY_NUMBERS,
    words_of,
)

DATE = pattern(
    rf"""(?:\b{WEEKDAY}\b[.,]?\s*)?
    (?:\b\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}
    | \b\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?(?!\d|:\d|\s?[ap]m?\b) | \b\d{{1,2}}-\d{{1,2}}-\d{{2,4}}
    | \b\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}}|\d\d)?
    | \b{MONTH}\b\.?\s*\d{{1,2}}(?:st|nd|rd|th)?(?!\d|:\d)(?:,?\s+20\d\d)?
    | \b\d{{1,2}}(?:st|nd|rd|th)?\.?[\s-](?:of\s)?{MONTH}\b\.?(?:,?[\s-](?:20)?\d\d(?!\d))?)"""
)
AT = "\u00b6"
"""Stands for a date in a line."""
RANGE = re.compile(rf"{AT}\s*(?:-|to|thru|through|until|till)\s*(?:{AT}|\d{{1,2}})(?:,?\s+20\d\d)?")
FROM = re.compile(
    rf"(?:\b(?:from|as of|since|starting|beginning|after)|>=)\s*{AT}"
    rf"|{AT}\s*(?:on\s*(?:[:,.]|$)|on I\b|onwards?|\+|ff\b|forward|and (?:on|after|later|beyond)\b)",
    re.IGNORECASE,
)
UNTIL = re.compile(rf"^\W*(?:until|till|before|up to|<=?)\s*{AT}", re.IGNORECASE)
CONTRARY = re.compile(
    r"\b(?:back|return\w*|until|till|before|through|thru|valid|good|holds?|stands?|first|except\w*"
    r"|only|apart"
    r"|not|no|versions?|posted|draft|final|see|sent|mail|week\w*|between|everything|rest|all"
    r"|others?(?! team))\b",
    re.IGNORECASE,
)
"""Beside these it is not certain on which side of the date the days are that a line is about."""
BEYOND = words_of(
    "from until till through thru after before since effective back return returns "
    "returning returned week weeks month wknd weekend weekends following next "
    "previous between only except apart everything all both every each rest remaining "
    "other others draft final version pulled dead void quit quits last first contract "
    "transfer transferred transferring ends ending begins beginning starting restarts "
    "rotation holds hold stands correction block ff onward onwards forward valid "
    "resigned resign retire retiring moved then when pattern rota roster schedule "
    "list these those them none nothing expires expired supersedes superseded "
    "replaces replaced second third"
)
"""Words by which a line with a date may be about more than its day, wherever they stand."""
OF_A_DAY = (
    words_of(
        "a an the is are was be been being has have had gets got get i i'm i'll i've you "
        "you're he she we they my your our his her their mine yours it it's me him at in "
        "to for with w by and or of on off am pm a.m p.m noon midnight mid midday hours "
        "hour hrs hr min mins minutes h o'clock take takes taking took cover covers "
        "covering covered work works working worked swap swaps swapped trade trades "
        "traded gave give gives giving given cut low call volume nvm never mind about fyi "
        "now double coming come comes start starts early late leave leaves leaving end "
        "out room via zoom online please note reminder sorry thanks subject re fwd fw "
        "maybe not no yes so but will can could would may do does did instead also ot w/o "
        "disregard ignore scratch cancel canceled cancelled dropped drop changed change "
        "one day shift today tomorrow afternoon morning tonight doctor dr dentist "
        "appointment appt wedding birthday party dinner lunch breakfast brunch game "
        "practice interview court jury school family kids baby concert graduation recital "
        "meeting meetings training class course workshop conference huddle briefing "
        "holiday christmas thanksgiving eve xmas observed easter new year's pay payday "
        "paycheck due deadline mom dad wife husband son daughter sister brother friend "
        "friends closed open opens close bidding bids bring dish"
    )
    | LABEL_WORDS
    | HARMLESS
    | TOPICS
    | {*WEEKDAY_NUMBERS}
    | {*MONTH_NUMBERS}
) - BEYOND
"""Words that say of a date what is on that day, and nothing of another."""
LEAVE = words_of(
    "vacation vacations vac pto leave sick fmla lwop absent annual personal holiday holidays"
)
AROUND_LEAVE = words_of(
    "from to until till through thru on off since starting i i'm am is my approved "
    "and the for taking"
)
STARTING = words_of("starting beginning begins starts from through thru")
PERIOD_WORDS = TITLE_WORDS | {*WEEKDAY_NUMBERS} | {"to", "through", "thru", "until"}
"""Of these words alone, beside its dates, a line names the dates of the whole roster."""
OF_LIST = (HARMLESS | ORGANIZATION | {*MONTH_NUMBERS}) | words_of(
    "days schedule schedules roster rota shifts calendar hours list dates period week weeks month squad"
    " crew group"
)
"""A title has one of these, beside its dates: "in Bali" is none."""
STATED = re.compile(
    rf"{AT}\W*(?:off|days?|eves?|evenings?|nights?|admin|shifts?|free)\b", re.IGNORECASE
)
"""A row that says first what its day is."""
STAMP = re.compile(
    rf"\W*(?:last\s)?(?:{MADE}|dated)\b",
    re.IGNORECASE,
)
STAMPED = pattern(
    rf"""\W*(?:(?:last|report|list|document|file)\s)*(?:{MADE}|modified|edited|saved|generated)\b(?:\W|{AT}|\d|\b(?:on|at|by|am|pm|a|p|m|et|est|edt)\b
    |\b(?-i:[A-Z])\w*)*"""
)
"""When a list was made, and by whom."""
DUE = pattern(
    rf"""(?:\w+\s){{0,3}}(?:requests?|bids?|timesheets?|timecards?|forms?)\s(?:for\s[\w{AT}\s-]+\s)?
    (?:are|is)\sdue\b[^;:]*"""
)
"""By when something is asked for."""
STALE = timedelta(days=180)
"""A list that was posted so long before its days is of another year."""
COUNTED = pattern(
    r"\b(?:\d+|two|three|four|five|six|seven|ten)\s(?:more\s)?(?:days|weeks|shifts|nights|months)\b|&"
)
FEW = 2
"""Unknown words of a row of the list that say what its own day is."""


class Reach(Enum):
    """The days that a line may be about. NONE: those that it leaves alone; OWN: those that it names."""

    NONE = auto()
    OWN = auto()
    FROM = auto()
    UNTIL = auto()
    LIST = auto()


def is_period(text: str) -> bool:
    """Whether a line names the dates of the whole roster, beside the words of a title alone."""
    ranges = [said for said in _sentences(text) if RANGE.search(said)]
    return bool(ranges) and all(map(_is_period, ranges))


def reach_of(text: str, *, changes: bool) -> Reach:
    """How far a line with a date reaches that is not understood; `changes`: as in a RosterQuestion."""
    if is_harmless(text, changes=changes):
        return Reach.NONE
    reaches = {_reach(said, changes=changes) for said in _sentences(text)}
    beyond = reaches - {Reach.NONE, Reach.OWN}
    if len(beyond) > 1:
        return Reach.LIST
    return beyond.pop() if beyond else Reach.OWN if Reach.OWN in reaches else Reach.NONE


def _is_period(said: str) -> bool:
    rest = RANGE.sub(" ", said).strip(" -,:;()")
    if any(map(str.isdigit, rest)) or AT in rest:
        return AT not in rest and _is_title(rest)
    return PERIOD_WORDS.issuperset(low_words(rest)) or _is_title(rest)


def _is_title(text: str) -> bool:
    words = {word.removesuffix("'s") for word in low_words(text)}
    return is_title(text) and GIVEN_NAMES.isdisjoint(words) and not OF_LIST.isdisjoint(words)


def _reach(said: str, *, changes: bool) -> Reach:
    """How far a sentence reaches, with a sign in the place of each date."""
    words = low_words(said.replace(AT, " "))
    if _leaves_alone(said, words, changes=changes):
        return Reach.NONE
    if AT in said and (FROM.search(said) or UNTIL.search(said)):
        rest = UNTIL.sub(" ", FROM.sub(" ", said))
        if CONTRARY.search(rest) or AT in rest:
            return Reach.LIST
        return Reach.FROM if FROM.search(said) else Reach.UNTIL
    if not BEYOND.isdisjoint(words) or COUNTED.search(LENGTH.sub(" ", said)):
        return Reach.LIST
    # A row of a week or of a month that stands above it says what its own day is.
    row = AT not in said or said.lstrip(" \t-*\u2022").startswith(AT) or WHEN_TIME.search(said)
    strange = _strange(said)
    few = len(strange) <= FEW or WHEN_TIME.search(said) is not None or STATED.search(said)
    return Reach.OWN if not strange or (row and few) else Reach.LIST


def is_onward(text: str) -> bool:
    """Whether a line with one date says "from then on", or "until then"."""
    said = DATE.sub(AT, plain(text)).strip()
    return said.count(AT) == 1 and (FROM.search(said) or UNTIL.search(said)) is not None


def is_dated_title(text: str) -> bool:
    """Whether a line is a title with one date from which its list is: "HEART rotation effective 2/15"."""
    said = DATE.sub(AT, plain(text)).strip(" .:,")
    words = low_words(said.replace(AT, " "))
    named = not {*words}.isdisjoint(OF_LIST | {"rotation"})
    whole = (TITLE_WORDS | OF_LIST | STARTING | {"rotation", "effective"}).issuperset(words)
    return said.count(AT) == 1 and named and whole and not any(map(str.isdigit, said))


def is_stale(text: str, named: Set[date], read: Collection[date]) -> bool:
    """Whether a line says that the list was posted half a year before its days."""
    stamped = bool(named and read) and STAMP.match(text) is not None
    return stamped and min(read) - max(named) > STALE


def _sentences(text: str) -> list[str]:
    """The sentences of a line, with a sign in the place of each date."""
    said = SENTENCE.split(DATE.sub(AT, without_hello(plain(text))).strip())
    return [clause for sentence in said for clause in CLAUSE.split(sentence)]


def _leaves_alone(said: str, words: Sequence[str], *, changes: bool) -> bool:
    if STAMPED.fullmatch(said) or DUE.fullmatch(said) or (RANGE.search(said) and _is_period(said)):
        return True
    if is_harmless(said.replace(AT, "Tuesday"), changes=changes):
        return True
    told = {*words} - STARTING
    titled = bool(told) and told < {*words} and PERIOD_WORDS.issuperset(told)
    if titled and not any(map(str.isdigit, said)):
        return True
    on_leave = not (changes or LEAVE.isdisjoint(words)) and CONTRARY.search(said) is None
    return on_leave and (LEAVE | AROUND_LEAVE | OF_A_DAY).issuperset(words)


def _strange(said: str) -> list[str]:
    """The words beside the dates of a line that are not known to be of one day."""
    strange: list[str] = []
    spoken = re.findall(r"(?<!\d)\b[^\W\d_]+(?:['.][^\W\d_]+)*", said)
    for place, word in enumerate(spoken):
        lower = word.lower().removesuffix("'s")
        named = lower in GIVEN_NAMES or (
            PERSON.fullmatch(word.removesuffix("'s")) is not None
            and (place > 0 or len(spoken) == 1)
            and not is_doubtful_word(word)
        )
        known = lower in OF_A_DAY or word.lower() in OF_A_DAY or is_change_word(lower) or named
        strange += [] if known or (len(word) == 1 and word.isupper()) else [lower]
    return strange
