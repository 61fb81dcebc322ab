"""Lines of a roster that tell of no day: greetings, an e-mail's head, the dates of the whole roster."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from typing import NamedTuple

from heartplanner.core.roster.harmless.harmless import is_harmless, says_rest_free
from heartplanner.core.roster.harmless.titles import (
    YEAR,
    may_name_owner,
    named_person,
    names_other_month,
)
from heartplanner.core.roster.language.doubts import (
    SPOKEN,
    doubtful_word,
    leaves_days_alone,
    may_change_days,
    speaks_of_kinds,
    without_kinds,
)
from heartplanner.core.roster.language.tokens import plain
from heartplanner.core.roster.language.undated import WEEKDAY_WORDS, days_meant
from heartplanner.core.roster.reach.scope import (
    Reach,
    is_dated_title,
    is_period,
    is_stale,
    reach_of,
)
from heartplanner.core.roster.reach.stated_days import StatedDays
from heartplanner.core.roster.reach.totals import agrees, is_total
from heartplanner.core.roster.roster import Unread

REPLACED = re.compile(
    r"\W*(?:replaced|superseded|rescinded|recalled|retracted|revoked|voided)\b", re.I
)
"""The first word of a line with the date on which a whole list was taken back."""
REVOKED = re.compile(r"\b(?:disregard|ignore|never\s*mind|void)\b", re.IGNORECASE)
"""What a line with a date that no day has may say of a whole list."""
MAIL_HEAD = re.compile(r"(from|to|cc|bcc|sent|subject|date|reply-to):", re.IGNORECASE)
ARROW = re.compile(r"[-=]+>|\u2192|\u21d2|\u27a1")
"""It moves a shift from one day to another."""
ORDINAL_NUMBER = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b", re.IGNORECASE)
CLOSED = re.compile(r"(?<=[^\W\d][.!?;])\s+")
"""The end of a sentence; the "5." of "the 5. is off" is none."""
TOLD_WITHIN = 2
"""How many days within a range other lines tell of, until the range is that of the whole roster."""
MAIL = "it is part of the e-mail around the roster, and says nothing of a day"
A_TOTAL = "it sums up the rows above, and says nothing of a day"
A_PLACE = "it stands between names as a station or a unit does, and says nothing of a day"
REST = "it says that all days are free which the roster does not name"
PERIOD = "it names the dates of the whole roster, and says nothing of a single day"


def judged_aside(
    line: Unread, named: StatedDays, told: Mapping[date, Set[int]], *, changes: bool, note: bool
) -> Unread:
    """A line that was not understood, as one that tells of no day where it does not; `told`: days read.

    `note`: it stands directly below a day, so that a word such as "lunch" may be about that one.

    A range within which other lines tell of days is that of the roster: it leaves none of its days open.
    """
    period = len(named.in_ranges & told.keys()) >= TOLD_WITHIN and is_period(line.text)
    if period and not named.single:
        return line._replace(why=PERIOD, dates=(), aside=True)
    if period:
        return line._replace(dates=tuple(sorted(named.single)))
    rest = says_rest_free(line.text)
    aside = not line.dates and (rest or not (note and doubtful_word(line.text)))
    aside = aside and tells_of_no_day(line, told, changes=changes)
    why = REST if rest else MAIL if MAIL_HEAD.match(line.text) else line.why
    return line._replace(aside=aside, why=why if aside else line.why)


class Lines(NamedTuple):
    """Which lines of a roster are about what.

    `read`: the lines by which each day is read; `letters`: what each day is read as; `tabled`: the rows of
    tables; `bound`: those that are about the day directly above; `breaks`: those with which a list begins.
    """

    read: Mapping[date, Set[int]]
    letters: Mapping[date, Set[str]]
    tabled: Set[int]
    bound: Set[int]
    breaks: Sequence[int]
    timed: Set[int]
    """The rows of tables that state hours."""
    overruling: Mapping[int, Set[date]]
    """Rows that may change the days of others above them, and these days."""
    one_text: bool = True
    """Whether its lines are those of one text: the numbers of several sheets tell no order."""

    @property
    def in_order(self) -> Mapping[date, Set[int]]:
        """The lines by which each day is read; none where their numbers tell no order."""
        return self.read if self.one_text else dict.fromkeys(self.read, frozenset())

    def is_bound(self, note: Unread) -> bool:
        """Whether a line is about the day directly above it alone; below all days it may be about each."""
        below = all(n < note.line for numbers in self.in_order.values() for n in numbers)
        return note.line in self.bound and not (below and speaks_of_kinds(note.text))

    def listed_with(self, line: int) -> dict[date, Set[str]]:
        """The days of the list in which a line stands, but those that it tells of itself."""
        place = bisect_right(self.breaks, line)
        others = {day: lines for day, lines in self.read.items() if line not in lines}
        near = [
            day
            for day, lines in others.items()
            if place in {bisect_right(self.breaks, n) for n in lines}
        ]
        return {day: self.letters[day] for day in near or others}


def altered_days(
    lines: Lines, named: Mapping[Unread, StatedDays], *, changes: bool
) -> dict[date, set[int]]:
    """The days that a line which is not understood may take back or change, each with those lines.

    `named`: the lines that are not understood, with the days that they name; `changes`: as in a
    RosterQuestion.
    """
    altered: dict[date, set[int]] = defaultdict(set)
    for unread in _wrong_totals(lines, named):
        for day in lines.listed_with(unread.line):
            altered[day].add(unread.line)
    for unread, days in named.items():
        if _heads_list(unread, days, lines):
            continue
        for day in _altered_by(unread, days, lines, changes=changes):
            altered[day].add(unread.line)
    return altered


def _wrong_totals(lines: Lines, named: Mapping[Unread, StatedDays]) -> Iterator[Unread]:
    """The lines with a total that is not that of the days above it, up to the total before."""
    totals = [line for line in named if line.line not in lines.tabled and is_total(line.text)]
    before = 0
    for total in sorted(totals, key=lambda line: line.line) if lines.one_text else ():
        above = [
            lines.letters[day]
            for day, numbers in lines.read.items()
            if any(before < n < total.line for n in numbers)
        ]
        open_days = any(
            days.has_date and line.line not in lines.read for line, days in named.items()
        )
        every = list(lines.letters.values())
        if not any(
            agrees(total.text, days, open_days=open_days) for days in (above or every, every)
        ):
            yield total
        before = total.line


def _altered_by(unread: Unread, days: StatedDays, lines: Lines, *, changes: bool) -> Iterator[date]:
    """The days of the roster that one line may change."""
    own = unread.line not in lines.tabled
    reach = reach_of(unread.text, changes=changes) if own and days.has_date else None
    if reach:
        yield from _reached(unread, days, lines, reach)
    # A day that a sentence names by itself may be another's now, in whatever words it says so.
    alone = reach is Reach.NONE and ARROW.search(unread.text) is None
    if own and not (alone or leaves_days_alone(unread.text, changes=changes)):
        yield from (day for day in days.by_date if unread.line not in lines.read.get(day, ()))
    yield from lines.overruling.get(unread.line, ())
    # Rows of one day whose hours are understood only in part may be the parts of one shift.
    if unread.line in lines.timed and not leaves_days_alone(unread.text, changes=changes):
        yield from (day for day in unread.dates if unread.line not in lines.read.get(day, ()))
    if may_change_days(unread.text, changes=changes):
        words = {word.lower() for word in SPOKEN.findall(unread.text)}
        # "Correction: Thursday starts at noon" names no date, and may be about each Thursday; so may
        # "posted 11/27, Thursday changed since".
        dated = {day.weekday() for day in unread.dates}
        yield from unread.dates
        yield from (
            day
            for day in lines.read
            if day.weekday() not in dated and words & WEEKDAY_WORDS[day.weekday()]
        )
    # Beside one day, "15th now Jo" is about another.
    if unread.dates:
        numbers = {*map(int, ORDINAL_NUMBER.findall(unread.text))}
        yield from (day for day in lines.read if day.day in numbers and day not in unread.dates)
    revoked = REVOKED.search(unread.text) and reach not in (Reach.FROM, Reach.UNTIL)
    if (revoked or REPLACED.match(unread.text)) and lines.read.keys().isdisjoint(unread.dates):
        yield from lines.read
    undated = own and not unread.dates and unread.why != MAIL and not lines.is_bound(unread)
    if undated and not tells_of_no_day(unread, lines.in_order, changes=changes):
        letters = lines.listed_with(unread.line)
        meant = _days_meant(unread.text, letters, changes=changes)
        # "2/29 9a-9p" is about a day of its own, although not a clear one.
        some = not days.has_date or len(meant) < len(letters)
        if some or may_change_days(unread.text, changes=changes):
            yield from meant


def _heads_list(unread: Unread, days: StatedDays, lines: Lines) -> bool:
    """Whether a line is the title of the list below it, with its first day: "Rotation effective 2/15"."""
    first = bool(lines.read) and days.single == {min(lines.read)} and not days.in_ranges
    above = first and all(unread.line < min(told) for told in lines.in_order.values() if told)
    return above and lines.one_text and is_dated_title(unread.text)


def _days_meant(text: str, letters: Mapping[date, Set[str]], *, changes: bool) -> Set[date]:
    """The days that the sentences of a line may mean, each by itself: "Jo has Monday. Bin the rest"."""
    told = [said for said in CLOSED.split(plain(text)) if not is_harmless(said, changes=changes)]
    told = told or [text]
    # The 10 of "starts at 10" may be a day's number, or an hour of all shifts.
    told += [without_kinds(said) for said in told if speaks_of_kinds(said)]
    return {day for said in told for day in days_meant(said, letters)}


def _reached(unread: Unread, days: StatedDays, lines: Lines, reach: Reach) -> Iterable[date]:
    """The days of its list that a line with a date may be about beyond those that it names.

    `reach`: how far its words reach.
    """
    if unread.why in (MAIL, A_TOTAL, A_PLACE):
        return ()
    named = days.single | days.in_ranges
    if days.in_ranges and is_period(unread.text):
        reach = Reach.NONE
    if lines.one_text and is_stale(unread.text, named, lines.read.keys()):
        reach = Reach.LIST
    if reach is Reach.NONE:
        return ()
    if reach is Reach.OWN:
        return days.in_ranges & lines.read.keys()
    listed = lines.listed_with(unread.line)
    if not named or reach is Reach.LIST:
        return listed
    first, last = min(named), max(named)
    return [day for day in listed if (day >= first if reach is Reach.FROM else day <= last)]


def tells_of_no_day(line: Unread, read: Mapping[date, Set[int]], *, changes: bool) -> bool:
    """Whether a line without a date is known to change no day; a title of another year may well."""
    if line.why in (MAIL, A_TOTAL, A_PLACE):
        return True
    named = named_person(line.text)
    if named and not named.sure:
        return False
    # Above all days a name may be one's own; below them it may say whose they are.
    if may_name_owner(line.text) and any(n < line.line for lines in read.values() for n in lines):
        return False
    if names_other_month(line.text, {day.month for day in read}):
        return False
    if is_harmless(line.text, changes=changes):
        return True
    years = {*map(int, YEAR.findall(line.text))}
    listed = not years.isdisjoint(day.year for day in read)
    return listed and is_harmless(YEAR.sub(" ", line.text), changes=changes)
