"""Lines without a date that may be about days all the same: "Tuesday is Lee's", "the 15th", "all of these".

Such a line is not understood, so the days that it may be about are left open whatever its words are: those
that it names, or all days of its list where it names none. What is plainly beside the days: harmless.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from datetime import date

from heartplanner.core.roster.language.doubts import SPOKEN
from heartplanner.core.roster.language.tokens import plain
from heartplanner.core.roster.language.vocabulary import WEEKDAY_NUMBERS
from heartplanner.core.words.english import WEEKDAYS

LENGTH = re.compile(r"\b\d+(?:\.\d+)?\s*-?\s*(?:hours?|hrs?)\b", re.IGNORECASE)
OF_OTHERS = re.compile(
    r"\b(?:after all|at all|all day|all set|all good|everything else|subject to change)\b",
    re.IGNORECASE,
)
"""Words that are about none of the days that are stated."""
SPANISH = (
    ("lunes",),
    ("martes",),
    ("mi\u00e9rcoles", "miercoles"),
    ("jueves",),
    ("viernes",),
    ("s\u00e1bado", "sabado"),
    ("domingo",),
)
"""Some of those who write rosters write them in Spanish."""
LETTERS = {
    "M": (0,),
    "T": (1,),
    "W": (2,),
    "Th": (3,),
    "TH": (3,),
    "R": (3,),
    "F": (4,),
    "S": (5, 6),
    "U": (6,),
}
"""Weekdays in capitals alone: "R is off"."""
WEEKDAY_WORDS = [
    {word for word, number in WEEKDAY_NUMBERS.items() if number == day and len(word) > 2}
    | {f"{WEEKDAYS[day].lower()}s", *SPANISH[day]}
    for day in range(7)
]
"""The words for each weekday, Monday first."""
WEEKEND = (5, 6)
RANGE = re.compile(r"([a-z]{3,9})\.?\s*(?:-|\u2013|to|thru|through|until|till)\s*([a-z]{3,9})\b")
UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
# The stems of tenth to nineteenth, as they are spelled: "twelf" and "th".
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
    "nineteen",
)
TEENS_TH = tuple(f"{stem}th" for stem in TEENS)
ORDINALS = {
    **{word: number for number, word in enumerate(UNITS, 1)},
    **{word: number for number, word in enumerate(TEENS_TH, 10)},
    **{f"twenty-{word}": number for number, word in enumerate(UNITS, 21)},
    "twentieth": 20,
    "thirtieth": 30,
    "thirty-first": 31,
}
ORDINAL = re.compile(rf"\b(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b")
OF_OTHER_THINGS = re.compile(
    rf"\b(?:{'|'.join((*UNITS, *TEENS_TH))})\s+"
    r"(?!(?:one|two|three|four|five|six|seven|lines?|rows?|shifts?|days?|entry|item|and|or|is|was|are|of|to|at|on|off|in|for|by|goes|has|only|works?|week\w*|half"
    r"|starts?|ends?|begins?|should|will|may)\b)[a-z]"
    rf"|\b(?:{'|'.join(day.lower() for day in WEEKDAYS)})'s\s+"
    r"(?!(?:shift|start|day|hours|one|off|noon)s?\b)[a-z]"
    r"|\b(?:approved|denied)\s*:|\b(?:approved|denied)\b.*\b(?:approved|denied)\b"
)
"""The second platoon, Wednesday's meeting, what is approved and what denied: none tells a row of a list."""
TIME = re.compile(
    r"\b\d{1,2}(?::?\d\d)?\s*[ap](?:\.?m\b|\b)|\b\d{1,2}:\d\d\b|\b\d{1,4}\s*(?:-|to)\s*\d{1,4}\b|\b\d+\s*min\w*",
    re.IGNORECASE,
)
NUMBER = re.compile(r"(?<![\w:.$+])(\d{1,2})(?:st|nd|rd|th)?(?![\w:.%]*\w|\s*[ap]\.?m)")
"""A day of the month without its month: the 15th, on 15, "15 is a mistake"."""
ONWARD = re.compile(
    r"\bon\s*[:.,!]*\s*(?!\s*[a-z\d])|\bon(?:ward)?s?\s*[:,]|\b(?:onwards?|forward|hereafter|thereafter)\b"
    r"|\b(?:from|after|since|as of|starting|beginning|effective)\s"
)
"""Words by which what begins on a day holds for all days after it."""
COUNTED = re.compile(r"\bfirst\s+(?:(one|two|three|four|five|six|seven|\d)\b)?")
COUNTS = {
    word: number
    for number, word in enumerate(["one", "two", "three", "four", "five", "six", "seven"], 1)
}
WHOLE = re.compile(
    r"\b(?:everything|all|every|each|both|these|those|them"
    r"|last(?! (?:year|month|week|night|call|name)\b)|rest|remaining|others?|next one"
    r"|only|before|until|till|half(?! (?:a )?(?:day|shift))|odd|even|mid|middle"
    r"|(?:day|one)s?\s+(?:after|before)"
    r"|following|previous|back|returning|apart|except\w*|quit|by mistake"
    r"|none|nothing|hold off|replaces|lines?|rows?|of (?:the )?\d+(?:st|nd|rd|th))\b"
    r"|\bthru (?!mon|tue|wed|thu|fri|sat|sun)"
    r"|(?<!mon |tue |wed |thu |fri |sat |sun )(?<!day )\b(?:thru|through) "
)
"""Words by which the days that are named are not those, or not all, that are meant."""
DISREGARD = re.compile(r"\b(?:disregard|ignore|never\s*mind|above)\b", re.IGNORECASE)
"""Words of a line that is about all that stands above it."""
KINDS = {
    "D": re.compile(r"\bday\s*shifts?\b|\bd\s+shifts?\b"),
    "E": re.compile(r"\beve(?:ning)?s?\b|\bnoon\s+(?:shifts?|starts?|ones?)\b|\be\s+shifts?\b"),
    "S": re.compile(r"\b(?:over)?nights?\b"),
    "A": re.compile(r"\badmin\w*\b"),
}
"""Words for shifts of one kind."""
OTHER_KINDS = re.compile(r"\b(?:now|days|off|free|rest|work\w*)\b")


def days_meant(text: str, letters: Mapping[date, Set[str]]) -> set[date]:
    """Those of some days that a line without a date may mean; `letters`: what each of them is read as.

    By weekday, number, place or kind of shift; all of them where it names none.
    """
    every = sorted(letters)
    # The 9 of 9 am and the 12 of 12 hours are no days of the month.
    spoken = TIME.sub(" ", LENGTH.sub(" ", OF_OTHERS.sub(" ", plain(text))))
    lower = spoken.lower()
    if WHOLE.search(lower) or OF_OTHER_THINGS.search(lower):
        return {*every}
    weekdays, numbers = {*_weekdays(lower), *_lettered(spoken)}, {*_numbers(lower)}
    places = {number for number in _ordinals(lower) if 0 < number <= len(every)}
    meant = {day for day in every if day.weekday() in weekdays or day.day in numbers}
    # "From the 15th on" opens more than the day that it names.
    if ONWARD.search(lower) and (meant or weekdays):
        return {day for day in every if day >= min(meant, default=day)}
    meant.update(every[place - 1] for place in places)
    if (first := COUNTED.search(lower)) is not None:
        meant.update(every[: COUNTS.get(first[1] or "one") or int(first[1])])
    # A weekday that no day of the list has is about none of them; a number may be misread.
    if meant or (weekdays and not numbers):
        return meant
    kinds = {kind for kind, words in KINDS.items() if words.search(lower)}
    if kinds and not numbers and not OTHER_KINDS.search(lower):
        # No day may have been read as that kind because it was read wrongly: then any may be meant.
        return {day for day in every if kinds & letters[day]} or {*every}
    return {*every}


def _weekdays(lower: str) -> Iterator[int]:
    for first, last in RANGE.findall(lower):
        if first in WEEKDAY_NUMBERS and last in WEEKDAY_NUMBERS:
            begin, end = WEEKDAY_NUMBERS[first], WEEKDAY_NUMBERS[last]
            yield from ((begin + n) % 7 for n in range((end - begin) % 7 + 1))
    words = {*SPOKEN.findall(lower)}
    yield from (day for day, spelled in enumerate(WEEKDAY_WORDS) if words & spelled)
    if words & {"weekend", "weekends"}:
        yield from WEEKEND


def _lettered(text: str) -> Iterator[int]:
    """Weekdays that are one capital letter, or two."""
    for word in re.findall(r"(?<![\w'/])[A-Z][hH]?(?![\w'/])", text):
        yield from LETTERS.get(word, ())


def _numbers(lower: str) -> Iterator[int]:
    yield from map(int, NUMBER.findall(lower))
    yield from (ORDINALS[word] for word in ORDINAL.findall(lower))


def _ordinals(lower: str) -> Iterator[int]:
    """The places that a line names: the second, the 2nd."""
    yield from map(int, re.findall(r"\b(\d)(?:st|nd|rd|th)\b", lower))
    yield from (ORDINALS[word] for word in ORDINAL.findall(lower))
