"""Headings: the month whose days follow, the week whose weekdays follow, and names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from heartplanner.core.roster.dates.date_refs import OnDates
from heartplanner.core.roster.dates.dating import HeadingMonth
from heartplanner.core.roster.harmless.harmless import is_harmless
from heartplanner.core.roster.harmless.titles import (
    KNOWN_PLACES,
    NO_NAMES,
    ORGANIZATION,
    PERSON,
    REPLY,
    NamedPerson,
    is_initialed,
    named_person,
)
from heartplanner.core.roster.language.doubts import SPOKEN, is_doubtful_word
from heartplanner.core.roster.language.grammar import parsed
from heartplanner.core.roster.language.items import (
    DateItem,
    HarmlessItem,
    Item,
    MarkItem,
    MonthItem,
    UnknownItem,
    WeekdayItem,
)
from heartplanner.core.roster.language.mode import Mode
from heartplanner.core.roster.language.vocabulary import (
    COLUMNS,
    HARMLESS,
    HEADING,
    Column,
)
from heartplanner.core.roster.source import LONGEST_LINE, RosterRow

WEEK_HEADING = re.compile(
    r"\W*(?:(?:hey|hi|hello)\b[^,!\d]{0,20}[,!]\s*)?(?:(?:(?:pay\s+)?(?:week|wk)\b\.?(?:\s*#?\d{1,2}(?![\d/.-]|\s*(?:-|to\b)))?"
    r"|(?P<period>pay\s+period|period|dates?)\b)\s*[:,(]?\s*"
    r"(?P<kind>of|beginning|starting|commencing|from|ending|ends)?|w/c|(?P<ending>w/e))\b\W*",
    re.IGNORECASE,
)


WITH_ROLE = re.compile(
    r"(?P<name>[A-Z][\w'.-]* [A-Z][\w'. -]*?)\s*(?:\s[-\u2013]\s|\()(?P<role>[^)]*)\)?"
)
"""A whole name and a role beside it."""
ENDING = ("ending", "ends", "w/e")
"""The kinds of headings that name a week by its last day."""


class HeadingWeek(NamedTuple):
    """The week of a heading: the seven days from a noted date, up to it, or a range."""

    dates: OnDates
    ending: bool = False


class WeekHeading(NamedTuple):
    """A week's heading: its date or dates, whether the week ends with them, and what else the line says."""

    date: DateItem
    ending: bool
    rest: tuple[Item, ...]

    @property
    def names_days(self) -> bool:
        """Whether it names weekdays, and nothing else."""
        return all(isinstance(item, MarkItem | WeekdayItem) for item in self.rest)


def week_heading(text: str, mode: Mode) -> WeekHeading | None:
    """The heading "Week of 12/7", alone or with more after it."""
    match = WEEK_HEADING.match(text)
    parses = parsed(text[match.end() :], mode) if match else []
    dates = [item for item in parses[0] if isinstance(item, DateItem)] if len(parses) == 1 else []
    if not match or len(dates) != 1 or len(dates[0].spans) != 1:
        return None
    # "Pay period 8/4" may be the day of pay; only a range surely is the period.
    if match["period"] and dates[0].spans[0][1] is None:
        return None
    rest = tuple(item for item in parses[0] if not isinstance(item, DateItem))
    return WeekHeading(dates[0], heading_kind(match) in ENDING, rest)


def heading_kind(heading: re.Match[str]) -> str:
    """How a week's heading names it: "of", "ending" and the like; nothing where it does not say."""
    return (heading["kind"] or heading["ending"] or "").lower()


def month_heading(items: Sequence[Item]) -> HeadingMonth | None:
    """The month of a line that is a heading: one month, and words of a title."""
    months = [item for item in items if isinstance(item, MonthItem)]
    others = [item for item in items if not isinstance(item, MonthItem | MarkItem | HarmlessItem)]
    titled = all(
        isinstance(item, UnknownItem) and (item.text.lower() in HEADING or is_name_word(item.text))
        for item in others
    )
    return HeadingMonth(months[0].number, months[0].year) if len(months) == 1 and titled else None


def month_of(text: str, mode: Mode) -> HeadingMonth | None:
    """The month that a heading such as a sheet's name states."""
    return month_heading(parsed(text, mode)[0]) if 0 < len(text) <= LONGEST_LINE else None


def heads(row: RosterRow, mode: Mode) -> bool:
    """Whether a row is the heading of a month or of a week."""
    text = row.said.strip()
    week = week_heading(text, mode) if 0 < len(text) <= LONGEST_LINE else None
    return (week or month_of(text, mode)) is not None


def is_titled(items: Sequence[Item]) -> bool:
    """Whether items are the words of a heading and nothing else."""
    words = [item.text.lower() for item in items if isinstance(item, UnknownItem)]
    return bool(words) and len(words) == len(items) and HEADING.issuperset(words)


def is_name_word(word: str) -> bool:
    """Whether a word may stand in a heading or a name: a capital, and nothing on which a day could turn."""
    return word[0].isupper() and word.replace("'", "").isalpha() and not is_doubtful_word(word)


def heading_name(text: str) -> str:
    """The name of a line that is one, without "Employee:" before it and the marks of a table after it."""
    head, mark, rest = text.replace("|", ",").partition(":" if ":" in text.strip(" :,") else ",")
    labelled = mark and COLUMNS.get(head.strip().lower()) is Column.PERSON
    named = (rest if labelled and rest.strip(" :,") else text).strip(" :,;|")
    match = WITH_ROLE.fullmatch(named)
    words = {word.lower() for word in SPOKEN.findall(match["role"])} if match else set[str]()
    # "Kim Lee - EMT" is Kim Lee's.
    return match["name"] if match and words and words <= HARMLESS | KNOWN_PLACES else named


def owner_of(text: str, mode: Mode) -> NamedPerson | None:
    """Whose days stand below a line that is a name or says one; None where it is no such line."""
    title = heading_name(text)
    if is_initialed(text.strip(" :")):
        return NamedPerson(text.strip(" :"), sure=True)
    alone = bool(title) and is_name(parsed(title, mode)[0]) and not REPLY.match(text)
    named = named_person(title, mode.harmless)
    return named or (NamedPerson(title, sure=is_harmless(text)) if alone else None)


def is_name(items: Sequence[Item]) -> bool:
    """Whether a line is one to three words that may be a person's name."""
    named = [item for item in items if not isinstance(item, MarkItem)]
    words = [
        item.text
        for item in named
        if isinstance(item, UnknownItem) or (isinstance(item, HarmlessItem) and item.own)
    ]
    others = len(named) - len(words)
    own = any(isinstance(item, HarmlessItem) for item in named)
    noun = len(words) == 1 and not own and PERSON.fullmatch(words[0]) is None
    joined = any(word.lower() in ("of", "the", "end") for word in words)
    joined = joined or not NO_NAMES.isdisjoint(word.lower() for word in words)
    joined = joined or all(word.lower() in ORGANIZATION for word in words)
    return not (others or noun or joined) and 1 <= len(words) <= 3 and all(map(is_name_word, words))
