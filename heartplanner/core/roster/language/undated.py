"""Lines without a date that may be about days all the same: "Tuesday is Lee's", "the 15th", "all of these".

Such a line is not understood, so the days that it may be about are left open whatever its words are. Only
what is plainly beside the days is let by: a title, a total, a greeting, a meeting, a day of pay or issue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from heartplanner.core.roster.language.doubts import SPOKEN, alters, is_aside, is_doubtful
from heartplanner.core.roster.language.vocabulary import (
    COLUMNS,
    HARMLESS,
    HEADING,
    LABELS,
    MONTH_NUMBERS,
    OWN_HEADING,
    WEEKDAY_NUMBERS,
)
from heartplanner.core.words.english import WEEKDAYS


def _words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


GREETING = frozenset({"is", "are", "below", "attached", "hi", "hello", "dear", "all", "everyone"})
LABEL_WORDS = frozenset(word for phrase in LABELS for word in phrase if len(word) > 1)
TITLE_WORDS = (HEADING | OWN_HEADING | {*MONTH_NUMBERS} | GREETING) - (LABEL_WORDS - {"shifts"})
"""Of these words alone a line is a title, such as "Here is your schedule for November:"."""
TITLE_TALK = _words_of(
    "a an and any as at attached been can check coming confirm copy current eastern edt est et everybody"
    " hours required soon"
    " find final follow following follows has have heres hour in it know let list ll local new next note"
    " out please posted print questions re ready review s see sent shift thank thanks there time times"
    " this these to through thru today two three four five six updated up ve version weeks will with"
)
"""Words of a sentence that hands a list over, and changes nothing of it."""
LABEL_TALK = _words_of("day days evening evenings eve night nights admin regular")
"""Those that name a kind of day, which a title may do: "Evening shift"."""
COLUMN_WORDS = frozenset(word for heading in COLUMNS for word in heading.split() if word != "out")
UNLIKE = re.compile(
    r"last|past|prior|former|earlier|wrong|mistaken?|nobody|someone|others?|another|else|alternat\w+"
)
"""Words of a title that make its list another one than it seems."""
SOMEBODYS = re.compile(
    r"\b(?!(?:here|it|that|what|let|there|today|week|month|year)\b)[^\W\d_]+['\u2019]s\b", re.I
)
FOR_INFORMATION = re.compile(r"\b(?:info(?:rmation)?|fyi|reference|know|see)\b", re.IGNORECASE)
"""Somebody's list that is handed over to be known is hardly one's own."""
OF_LIST = re.compile(
    r"shifts?|schedules?|hours|times|these|those|all|every(thing)?|both|roster|rota|dates"
)
"""Words of a line that may be about a whole list of days."""
OF_SEVERAL = re.compile(
    r"shifts|schedules?|hours|times|these|those|all|everything|both|roster|rota"
)
"""Those of a line directly below a day that is not a note on that day alone."""
LENGTH = re.compile(r"\b\d+(?:\.\d+)?\s*-?\s*(?:hours?|hrs?)\b", re.IGNORECASE)
TOTAL = re.compile(r"(?:sub)?totals?|sum", re.IGNORECASE)
TIME = re.compile(
    r"\b(?:noon|midnight|midday|mid)\b|\b\d{1,2}(?::?\d\d)?\s*[ap](?:\.?m\b|\b)|\d:\d\d"
    r"|\b\d{1,4}\s*(?:-|to)\s*\d{1,4}\b",
    re.IGNORECASE,
)
HELLO = re.compile(
    r"\W*(?:hi|hello|hey|dear|thanks|thank you|good (?:morning|afternoon|evening))\b[^,!:.\d]{0,30}[,!]",
    re.IGNORECASE,
)
WISH = re.compile(
    r"\W*(?:happy|enjoy|(?:hope you )?have an? (?:good|great|nice|safe|lovely|restful|wonderful))\b"
    r"[^.,;:\d]{0,30}\W*",
    re.IGNORECASE,
)
OF_OTHERS = re.compile(
    r"\b(?:after all|at all|all day|all set|all good|everything else|subject to change)\b",
    re.IGNORECASE,
)
"""Words that are about none of the days that are stated."""
WEEK_WORDS = _words_of(
    "weeks ending ends beginning begin begins starting start starts commencing run runs through to"
)
"""Words beside weekdays that only say which days a week has."""
BIDDING = re.compile(
    r"^\W*(?:(?:next|the|our|shift|annual|vacation)\s+)*(?:bids?|bidding|sign-?ups?|picks?)\s+"
    r"(?:period\s+|window\s+)?(?:will\s+)?(?:opens?|closes?|begins?|starts?|ends?|is due|are due)"
    r"\b[^.;:\d]*[.!]?\s*$",
    re.IGNORECASE,
)
"""When shifts to come may be asked for, which says nothing of those that are given."""
REQUEST = re.compile(
    r"\W*(?:please\s+)?(?:call|text|e-?mail|contact|let (?:me|us) know|remember|bring|check|confirm|review"
    r"|see|wear|clock|submit|reply|respond|rsvp)\b(?!.*\b(?:is|are|was|were)\b)",
    re.IGNORECASE,
)
"""What the reader of a roster is asked to do."""
BY_DAY = re.compile(r"\bby\s+(?:next\s+|this\s+)?(?:mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.!?;])\s+|,\s+(?=(?:please|let|call|text|e-?mail)\b)", re.IGNORECASE)

WEEKDAY_WORDS = [
    {word for word, number in WEEKDAY_NUMBERS.items() if number == day and len(word) > 2}
    | {f"{WEEKDAYS[day].lower()}s"}
    for day in range(7)
]
"""The words for each weekday, Monday first."""
WEEKEND = (5, 6)
RANGE = re.compile(r"([a-z]{3,9})\.?\s*(?:-|\u2013|to|thru|through|until|till)\s*([a-z]{3,9})\b")
UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
TEENS = (
    "ten",
    "eleven",
    "twelf",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
)
ORDINALS = {
    **{word: number for number, word in enumerate(UNITS, 1)},
    **{f"{word}th": number for number, word in enumerate((*TEENS, "nineteen"), 10)},
    **{f"twenty-{word}": number for number, word in enumerate(UNITS, 21)},
    "twentieth": 20,
    "thirtieth": 30,
    "thirty-first": 31,
}
ORDINAL = re.compile(rf"\b(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b")
NUMBER = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)\b|\b(?:the|on)\s+(\d{1,2})\b(?![\d:/.%]|\s*[ap]\.?m|\s*-)"
    r"|\b(\d{1,2})\s+(?:is|was)\b"
)
"""A day of the month without its month: the 15th, on 15, "15 is a mistake"."""
ONWARD = re.compile(
    r"\bon\s*[:.,!]*\s*(?!\s*[a-z\d])|\bon(?:ward)?s?\s*[:,]|\b(?:onwards?|forward|hereafter|thereafter)\b"
    r"|\bfrom\s+(?:the\s+)?\w+\s+on\b|\b(?:starting|beginning|effective)\s"
)
"""Words by which what begins on a day holds for all days after it."""
COUNTED = re.compile(r"\bfirst\s+(?:(one|two|three|four|five|six|seven|\d)\b)?")
COUNTS = {
    word: number
    for number, word in enumerate(["one", "two", "three", "four", "five", "six", "seven"], 1)
}
WHOLE = re.compile(
    r"\b(?:everything|all|every|each|both|these|those|them"
    r"|last(?! (?:year|month|week|night|call|name)\b)|rest|remaining|others?|next one)\b"
)


def is_beside_days(text: str, *, changes: bool) -> bool:
    """Whether a line without a date says nothing of any day of the list, although it may name some.

    `changes`: leave is asked for, too.
    """
    words = _words(text)
    only_days = all(word in WEEKDAY_NUMBERS or word in TITLE_WORDS | WEEK_WORDS for word in words)
    asked = bool(BY_DAY.search(text)) and _is_request(text)
    silent = only_days or asked or _is_total(text) or bool(WISH.fullmatch(text))
    silent = silent or BIDDING.search(text) is not None
    return silent or is_aside(text, changes=changes)


def days_meant(text: str, days: Iterable[date]) -> set[date]:
    """Those of some days that a line without a date may mean: by weekday, by number, by place, or all."""
    every = sorted(days)
    low = text.lower()
    weekdays, numbers = {*_weekdays(low)}, {*_numbers(low)}
    meant = {day for day in every if day.weekday() in weekdays or day.day in numbers}
    if meant and ONWARD.search(low):
        return {day for day in every if day >= min(meant)}
    if (first := COUNTED.search(low)) is not None:
        meant.update(every[: COUNTS.get(first[1] or "one") or int(first[1])])
    whole = any(
        WHOLE.search(sentence.lower()) and not (_is_title(sentence) or _is_request(sentence))
        for sentence in _sentences(text)
    )
    return {*every} if whole else meant


def is_about_list(text: str, *, of_several: bool = False) -> bool:
    """Whether a line without a date may say of the days around it that they are not what they seem.

    `of_several`: only where it cannot be a note on one of them.
    """
    if _is_total(text) or WISH.fullmatch(text) or BIDDING.search(text):
        return False
    if ONWARD.search(text.lower()) and {*_weekdays(text.lower()), *_numbers(text.lower())}:
        return False
    # "No shift on Tuesday" is about that day alone.
    named = bool({*_weekdays(text.lower()), *_numbers(text.lower())})
    about = OF_SEVERAL if of_several or named else OF_LIST
    return any(
        any(map(about.fullmatch, _words(LENGTH.sub("", sentence))))
        and not (_is_title(sentence) or _is_request(sentence))
        for sentence in _sentences(text)
    )


def is_of_bidding(text: str) -> bool:
    """Whether a line only says when one may ask for shifts to come."""
    return BIDDING.search(text) is not None


def is_silent(text: str) -> bool:
    """Whether a line without a date is only a title, a total or a wish."""
    titled = _is_title(HELLO.sub("", text)) and LABEL_TALK.isdisjoint(_words(text))
    return titled or _is_total(text) or bool(WISH.fullmatch(text) or BIDDING.search(text))


def _sentences(text: str) -> Sequence[str]:
    """The sentences of a line without its greeting."""
    return SENTENCE.split(OF_OTHERS.sub("", HELLO.sub("", text)))


def _is_request(sentence: str) -> bool:
    """Whether a sentence only asks something of its reader."""
    asks = REQUEST.match(sentence) is not None and TIME.search(sentence) is None
    return asks and not alters(sentence, changes=False)


def _is_title(text: str) -> bool:
    """Whether a sentence has the words of a title alone, and names in capitals."""
    if SOMEBODYS.search(text) and FOR_INFORMATION.search(text):
        return False
    return TIME.search(text) is None and all(map(_may_entitle, SPOKEN.findall(text)))


def _may_entitle(word: str) -> bool:
    low = word.lower()
    if UNLIKE.fullmatch(low):
        return False
    known = (
        low in TITLE_WORDS | TITLE_TALK | LABEL_TALK | COLUMN_WORDS | HARMLESS
        or low in WEEKDAY_NUMBERS
    )
    named = len(word) > 1 and word[0].isupper() and low not in LABEL_WORDS
    return known or (named and not is_doubtful(word))


def _is_total(text: str) -> bool:
    """Whether a line sums up hours."""
    return any(map(TOTAL.fullmatch, SPOKEN.findall(text))) and TIME.search(text) is None


def _words(text: str) -> Sequence[str]:
    return [word.lower() for word in SPOKEN.findall(text)]


def _weekdays(low: str) -> Iterator[int]:
    for first, last in RANGE.findall(low):
        if first in WEEKDAY_NUMBERS and last in WEEKDAY_NUMBERS:
            begin, end = WEEKDAY_NUMBERS[first], WEEKDAY_NUMBERS[last]
            yield from ((begin + n) % 7 for n in range((end - begin) % 7 + 1))
    words = {*SPOKEN.findall(low)}
    yield from (day for day, spelled in enumerate(WEEKDAY_WORDS) if words & spelled)
    if words & {"weekend", "weekends"}:
        yield from WEEKEND


def _numbers(low: str) -> Iterator[int]:
    yield from (int(next(filter(None, groups))) for groups in NUMBER.findall(low))
    yield from (ORDINALS[word] for word in ORDINAL.findall(low))
