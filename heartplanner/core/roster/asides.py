"""Lines of a roster that tell of no day: greetings, an e-mail's head, the dates of the whole roster."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from datetime import date
from typing import NamedTuple

from heartplanner.core.roster.dating import Calendar
from heartplanner.core.roster.entries import OnDates, When
from heartplanner.core.roster.language.doubts import alters, is_beside, is_doubtful, modifies
from heartplanner.core.roster.language.undated import (
    LABEL_WORDS,
    TITLE_WORDS,
    WEEKDAY_WORDS,
    days_meant,
    is_about_list,
    is_beside_days,
)
from heartplanner.core.roster.language.vocabulary import MONTH_NUMBERS, WEEKDAY_NUMBERS
from heartplanner.core.roster.roster import Unread

WORD = re.compile(r"[^\W\d_]+")
MAIL_HEAD = re.compile(r"(from|to|cc|bcc|sent|subject|date|reply-to):", re.IGNORECASE)
PERIOD_WORDS = TITLE_WORDS | {*WEEKDAY_NUMBERS} | {"to", "through", "thru", "until"}
"""Of these words alone, beside its dates, a line names the dates of the whole roster."""
TOLD_WITHIN = 2
"""How many days within a range other lines tell of, until the range is that of the whole roster."""
MAIL = "it is part of the e-mail around the roster, and says nothing of a day"
A_TOTAL = "it sums up the rows above, and says nothing of a day"
PERIOD = "it names the dates of the whole roster, and says nothing of a single day"


class Named(NamedTuple):
    """The days that a line names one by one, and those from the first to the last of its ranges.

    `dated`: those of the first that it names by a date of its own, and not by a weekday of the week above.
    """

    single: frozenset[date]
    between: frozenset[date]
    dated: frozenset[date]


def named_days(whens: Iterable[When], calendar: Calendar) -> Named:
    """The days that a line names."""
    single: set[date] = set()
    between: set[date] = set()
    dated: set[date] = set()
    for when in whens:
        is_range = isinstance(when, OnDates) and when.last is not None
        (between if is_range else single).update(when.named(calendar))
        if isinstance(when, OnDates) and not is_range:
            dated.update(when.named(calendar))
    return Named(frozenset(single), frozenset(between), frozenset(dated))


def judged_aside(line: Unread, named: Named, told: Set[date]) -> Unread:
    """A line that was not understood, as one that tells of no day where it does not; `told`: days read.

    A range within which other lines tell of days is that of the roster: it leaves none of its days open.
    """
    period = len(named.between & told) >= TOLD_WITHIN and not speaks_of_change(line.text)
    if period and not named.single:
        return line._replace(why=PERIOD, dates=(), aside=True)
    if period:
        return line._replace(dates=tuple(sorted(named.single)))
    talk = line.why in (MAIL, A_TOTAL) or _is_small_talk(line.text)
    return line._replace(aside=not line.dates and talk)


def title_period(
    named: Mapping[Unread, Named], told: Set[date], start: date
) -> tuple[date, date] | None:
    """The first and the last day that the roster's title names; None where it names none.

    Only a title of plain words counts, with all the days that are read (`told`) between its dates:
    "requests for Nov 30 - Dec 27 are due" says nothing of the days between. No day before `start` is in it.
    """
    for line, days in named.items():
        words = {word.lower() for word in WORD.findall(line.text)}
        if not days.between or days.single or not PERIOD_WORDS.issuperset(words):
            continue
        first, last = min(days.between), max(days.between)
        if told and first <= min(told) and max(told) <= last:
            return max(first, start), last
    return None


def altered_days(
    lines_of: Mapping[date, Set[int]],
    named: Mapping[Unread, Named],
    tabled: Set[int],
    *,
    changes: bool,
) -> dict[date, int]:
    """The days that a line which is not understood may take back or change, each with that line.

    `lines_of`: the lines by which each day is read; `named`: the lines that are not understood, with the
    days that they name; `tabled`: the lines of tables; `changes`: as in a RosterQuestion.
    """
    altered: dict[date, int] = {}
    for unread, days in named.items():
        # A day that a sentence names by itself may be another's now, in whatever words it says so.
        if unread.line not in tabled and not is_beside(unread.text, changes=changes):
            open_days = (day for day in days.dated if unread.line not in lines_of.get(day, ()))
            altered |= dict.fromkeys(open_days, unread.line)
        if alters(unread.text, changes=changes):
            words = {word.lower() for word in WORD.findall(unread.text)}
            # "Correction: Thursday starts at noon" names no date, and may be about each Thursday.
            of_weekday = [day for day in lines_of if words & WEEKDAY_WORDS[day.weekday()]]
            altered |= dict.fromkeys(unread.dates or of_weekday, unread.line)
        undated = not unread.dates and unread.why != MAIL and unread.line not in tabled
        if undated and not is_beside_days(unread.text, changes=changes):
            others = (day for day in lines_of if unread.line not in lines_of[day])
            altered |= dict.fromkeys(days_meant(unread.text, others), unread.line)
    return altered


def altered_by_events(
    lines_of: Mapping[date, Set[int]],
    named: Mapping[Unread, Named],
    unusable: Set[int],
    *,
    changes: bool,
) -> dict[date, int]:
    """The days on which an event stands that may be a shift too, or take one back, each with its line.

    `unusable`: the lines of events that may be shifts; the rest as in altered_days.
    """
    altered: dict[date, int] = {}
    for unread, days in named.items():
        if unread.line in unusable or alters(unread.text, changes=changes):
            others = (day for day in days.single if unread.line not in lines_of.get(day, ()))
            altered |= dict.fromkeys(others, unread.line)
    return altered


def speaks_of_change(text: str) -> bool:
    """Whether a line may tell of leave, of a swap, or that another line does not hold."""
    return any(map(modifies, WORD.findall(text)))


def _is_small_talk(text: str) -> bool:
    """Whether nothing in a line without a date could be about a day."""
    if MAIL_HEAD.match(text):
        return True
    words = [word.lower() for word in WORD.findall(text)]
    # A letter alone, such as "E", is what a day is, though its date is not on its line.
    if is_about_list(text) or all(len(word) == 1 for word in words):
        return False
    if TITLE_WORDS.issuperset(words):
        return bool(words) and not any(map(str.isdigit, text))
    of_days = (
        word in LABEL_WORDS or word in MONTH_NUMBERS or word in WEEKDAY_NUMBERS or is_doubtful(word)
        for word in words
    )
    return bool(words) and not any(map(str.isdigit, text)) and not any(of_days)
