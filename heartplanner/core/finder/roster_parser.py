"""The dates and hours in a line of a roster, as people write them.

What is not known word for word is not read: a day that is read wrongly is worse than one that is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise, product
from typing import NamedTuple

from heartplanner.core.finder.marks import MEANINGS
from heartplanner.core.plan.hours import BAND_HOURS
from heartplanner.core.plan.model import ADMIN, FREE, LAST_DATE, LETTER_BANDS, each_date
from heartplanner.core.rules.rotation_rules import ADMIN_MINUTES, SHIFT_MINUTES
from heartplanner.core.words.english import MONTHS, WEEKDAYS, long_date

BAND_LETTERS = {band: letter for letter, band in LETTER_BANDS.items()}
DAY_MINUTES = 24 * 60
LONGEST_RANGE = timedelta(days=42)
LONGEST_LINE = 300

NAMES = "|".join(month[:3] for month in MONTHS)
DATE = re.compile(
    rf"""(?<![\d/:.]) (?:
    (?P<y1>\d{{4}}) - (?P<m1>\d\d) - (?P<d1>\d\d)                              # 2025-08-02
    | (?P<m2>\d{{1,2}}) / (?P<d2>\d{{1,2}}) (?: / (?P<y2>\d{{4}}|\d\d) )?      # 8/2, 8/2/25
    | \b(?P<n3>{NAMES}) [a-z]*\.? \s+ (?P<d3>\d{{1,2}}) (?:st|nd|rd|th)?\b     # Aug 2, August 2nd
      (?: ,?\s+ (?P<y3>(?:19|20|21)\d\d) \b )?
    | (?P<d4>\d{{1,2}}) (?:st|nd|rd|th)? \s+ (?P<n4>{NAMES}) [a-z]*\b\.?       # 2 August 2025
      (?: ,?\s+ (?P<y4>(?:19|20|21)\d\d) \b )?
    ) (?![\d/])""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b\.?", re.IGNORECASE)
TO = r"\s* (?: - | \u2013 | \u2014 | \.\. | \b(?:to|through|thru|until|till)\b ) \s*"
BETWEEN = re.compile(TO, re.VERBOSE | re.IGNORECASE)
APART = re.compile(r"[\s,;&]*(?:\band\b)?[\s,;&]*", re.IGNORECASE)
"""What may stand between two dates of which the same is said."""
TIME = r"""(?:
    (?P<hour{0}>\d{{1,2}}) (?: [:.]? (?P<minute{0}>\d\d) )?
      (?: \s* (?P<half{0}>[ap]) (?: \.?m\b\.? | \b ) )?
    | (?P<word{0}>noon|midnight)
    )"""
TIMES = re.compile(
    rf"(?<![\d.]) {TIME.format(1)} {TO} {TIME.format(2)} (?!\d)",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
"""9a-9p, 9 am to 9 pm, 0900-2100, noon - midnight."""

CHANGES = re.compile(
    r"\b(leave|vacation|pto|sick|swap\w*|traded?|overtime|ot|extra|training|class|called|guess)\b"
)
"""Words of what is a change to one day, and says nothing of the rotation."""
PHRASES = {
    "day off": FREE,
    "days off": FREE,
    "no shift": "N",
    "break 6 days": FREE,
    "break 7 days": FREE,
    "admin time": ADMIN,
}
WORDS = {
    **dict.fromkeys(("off", "free", "break", "rdo", "x", "-", "--"), FREE),
    **dict.fromkeys(("admin", "administrative", "adm", "a"), ADMIN),
    **dict.fromkeys(("day", "days", "d"), "D"),
    **dict.fromkeys(("evening", "evenings", "eve", "e"), "E"),
    **dict.fromkeys(("shift", "s"), "S"),
    **dict.fromkeys(("work", "works", "working", "on", "w"), "W"),
    "n": "N",
}
SAYS_NOTHING = {"heart", "team", "crisis", "unit"}


class UnreadError(ValueError):
    """Why a line is not understood."""


class Line(NamedTuple):
    """The dates in a line, and what stands beside them."""

    dates: tuple[date, ...]
    words: str


def read_line(text: str, near: date) -> Line:
    """The dates of a line, ranges in full; a date without a year is the one nearest to `near`.

    Raises UnreadError.
    """
    if len(text) > LONGEST_LINE:
        raise UnreadError("too long a line")
    matches = list(DATE.finditer(text))
    days = [_date(match, near) for match in matches]
    found = set(days)
    gaps = [WEEKDAY.sub("", text[one.end() : two.start()]) for one, two in pairwise(matches)]
    for (first, last), gap in zip(pairwise(days), gaps, strict=True):
        if BETWEEN.fullmatch(gap):
            if not first < last <= first + LONGEST_RANGE:
                raise UnreadError("its dates are no range of up to six weeks")
            found.update(each_date(first, last))
        elif not APART.fullmatch(gap):
            raise UnreadError("several dates with words between them: write one day on a line")
    if len(days) == 1:
        _check_weekday(text, days[0])
    ends = (text[: matches[0].start()], text[matches[-1].end() :]) if matches else (text, "")
    return Line(tuple(sorted(found)), WEEKDAY.sub("", " ".join(ends)).strip(" \t,;:|()"))


def dates_in(text: str, near: date) -> list[date]:
    """The dates named in a line, whatever else it says; none that are no dates of the calendar."""
    found = []
    for match in DATE.finditer(text[:LONGEST_LINE]):
        try:
            found.append(_date(match, near))
        except UnreadError:
            continue
    return found


def _date(match: re.Match[str], near: date) -> date:
    def part(*names: str) -> str:
        return next((match[name] for name in names if match[name]), "")

    name, year = part("n3", "n4").title(), part("y1", "y2", "y3", "y4")
    month = NAMES.split("|").index(name) + 1 if name else int(part("m1", "m2"))
    day = int(part("d1", "d2", "d3", "d4"))
    given = int(year) + 2000 * (len(year) == 2) if year else _nearest(near, month)
    try:
        found = date(given, month, day)
    except ValueError:
        raise UnreadError(f"{match[0]} is no date of the calendar") from None
    if found > LAST_DATE:
        raise UnreadError(f"past the year {LAST_DATE.year}")
    return found


def _nearest(near: date, month: int) -> int:
    """The year whose month of this number is nearest."""
    if not 1 <= month <= 12:
        return near.year
    middles = {year: date(year, month, 15) for year in range(near.year - 1, near.year + 2)}
    return min(middles, key=lambda year: abs(middles[year] - near))


def _check_weekday(text: str, day: date) -> None:
    for match in WEEKDAY.finditer(text):
        if match[1].title() != WEEKDAYS[day.weekday()][:3]:
            raise UnreadError(f"the date is a {long_date(day)}")


def read_letter(text: str) -> str:
    """What the words beside a date say of it, one of known.MEANINGS. Raises UnreadError."""
    if change := CHANGES.search(text.lower()):
        raise UnreadError(f"{change[0]!a} says nothing of the rotation")
    letters: list[str] = []
    times = list(TIMES.finditer(text))
    letters += [_of_times(each) for each in times]
    text = TIMES.sub(" ", text)
    letters += _letters(re.sub(r"[.,;:|()]+", " ", text.lower()))
    if not letters:
        raise UnreadError("it has no hours")
    may_be = [each for each in "DEA-" if all(each in MEANINGS[letter] for letter in letters)]
    found = next((letter for letter, may in MEANINGS.items() if list(may) == may_be), "")
    if not found:
        raise UnreadError("it says two things")
    return found


def _letters(words: str) -> Iterator[str]:
    """The letters that words stand for. Raises UnreadError at the first that is not known."""
    text = f" {' '.join(words.split())} "
    for phrase, letter in PHRASES.items():
        if f" {phrase} " in text:
            text = text.replace(f" {phrase} ", " ")
            yield letter
    for word in text.split():
        if word in WORDS:
            yield WORDS[word]
        elif word not in SAYS_NOTHING:
            raise UnreadError(f"{word!a} is not known")


def _of_times(match: re.Match[str]) -> str:
    """D or E for the hours of a band, S for other twelve hours, A for four. Raises UnreadError."""
    spans = list(product(_meanings(match, 1), _meanings(match, 2)))
    for band, hours in BAND_HOURS.items():
        if tuple(clock.hour * 60 + clock.minute for clock in hours) in spans:
            return BAND_LETTERS[band]
    lengths = {(end - begin) % DAY_MINUTES for begin, end in spans}
    if not lengths & {SHIFT_MINUTES, ADMIN_MINUTES}:
        raise UnreadError("neither twelve hours nor four")
    return "S" if SHIFT_MINUTES in lengths else ADMIN


def _meanings(match: re.Match[str], which: int) -> Iterator[int]:
    """What a time may mean, in minutes of the day: in the morning, or after noon too."""
    word, half = match[f"word{which}"], (match[f"half{which}"] or "").lower()
    if word:
        yield 12 * 60 if word.lower() == "noon" else 0
        return
    hour, minute = int(match[f"hour{which}"]), int(match[f"minute{which}"] or 0)
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
        raise UnreadError("no time of the day")
    if half or (1 <= hour <= 12 and not match[f"minute{which}"]):
        for name, before in (("a", 0), ("p", 12)):
            if half in ("", name):
                yield (hour % 12 + before) * 60 + minute
    else:
        yield hour % 24 * 60 + minute
