"""A roster under review: what was read of it, and what a person corrected or dropped before it is used."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date, datetime, time
from enum import Enum, auto
from typing import NamedTuple

from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import ONE_DAY
from heartplanner.core.roster.language.doubts import has_modifier
from heartplanner.core.roster.rest_free import with_rest_free
from heartplanner.core.roster.roster import DayChange, DayReading, Roster, Unread, held_why
from heartplanner.core.schedule.blocks import ZONE

RosterLine = DayReading | Unread
"""What a roster says of one day, or a line of it that was not understood."""


class RowState(Enum):
    """What becomes of a line. OVERRULED: a corrected one tells of the same day; ASIDE: of no day."""

    READ = auto()
    CORRECTED = auto()
    UNREAD = auto()
    DROPPED = auto()
    OVERRULED = auto()
    ASIDE = auto()


USED = (RowState.READ, RowState.CORRECTED)


class Correction(NamedTuple):
    """A line as it was read, and what it is to be instead; None: it is dropped."""

    of: RosterLine
    to: DayReading | None


class ReviewRow(NamedTuple):
    """A line under review. `reading`: what it says now, None where that is nothing.

    `by`: the lines that still leave it open, as in an Unread, where it is held for them.
    """

    of: RosterLine
    reading: DayReading | None
    state: RowState
    by: tuple[int, ...] = ()

    @property
    def line(self) -> int | None:
        return self.of.line

    @property
    def text(self) -> str:
        return self.of.text


class Review(NamedTuple):
    """A roster and the corrections to it, the last one last.

    They hold for the same line in the same roster when it is read again by another answer. `changes`: as in
    the RosterQuestion by which it was read: a date may then have several blocks of work.
    """

    roster: Roster
    corrections: tuple[Correction, ...] = ()
    changes: bool = False

    @property
    def rows(self) -> tuple[ReviewRow, ...]:
        """The lines that are not understood, then the days in their order."""
        lines: tuple[RosterLine, ...] = (*self.roster.unread, *self.roster.readings)
        standing = self.standing
        gone = {said.of.line for said in standing if said.to is None and said.of.line}
        # What is dropped may have been all that left another line open.
        rows = [_freed(_row(line, standing, changes=self.changes), gone) for line in lines]
        return tuple(sorted(rows, key=_place))

    @property
    def standing(self) -> tuple[Correction, ...]:
        """The corrections that hold: one of a line that is read otherwise by another answer is void."""
        known: set[RosterLine] = {*self.roster.unread, *self.roster.readings}
        return tuple(correction for correction in self.corrections if correction.of in known)

    @property
    def used(self) -> Roster:
        """What is used of it: of a date one reading, or several of hours that do not overlap."""
        rows = self.rows
        readings = [row.reading for row in rows if row.reading and row.state in USED]
        unread = [row.of for row in rows if row.state is RowState.UNREAD]
        return self.roster._replace(
            readings=tuple(sorted(readings, key=_begin)),
            unread=tuple(line for line in unread if isinstance(line, Unread)),
        )

    def corrected(self, of: RosterLine, to: DayReading | None) -> Review:
        """With a line that says something else; `to` None: it is dropped."""
        as_read = self.restored(of)
        # What says just what was read is no correction: the line is as it was.
        if of == to:
            return as_read
        return self._replace(corrections=(*as_read.corrections, Correction(of, to)))

    def restored(self, of: RosterLine) -> Review:
        """With a line as it was read."""
        kept = tuple(correction for correction in self.corrections if correction.of != of)
        return self._replace(corrections=kept)


def _row(line: RosterLine, standing: Sequence[Correction], *, changes: bool) -> ReviewRow:
    own = next((n for n, correction in enumerate(standing) if correction.of == line), None)
    if own is not None:
        reading = standing[own].to
        state = RowState.CORRECTED if reading else RowState.DROPPED
    elif isinstance(line, DayReading):
        reading, state = line, RowState.READ
    else:
        settled = any(_settles(said, line, changes=changes) for said in standing)
        unread = RowState.OVERRULED if settled else RowState.UNREAD
        reading, state = None, RowState.ASIDE if line.aside else unread
    # What was said last of a day holds: a correction overrules those before it, and all that was read.
    later = standing if own is None else standing[own + 1 :]
    if reading and any(
        said.to and said.to.date == reading.date and not (changes and _apart(said.to, reading))
        for said in later
    ):
        state = RowState.OVERRULED
    return ReviewRow(line, reading, state)


def _freed(row: ReviewRow, gone: Set[int]) -> ReviewRow:
    """A line as it is read once those are dropped (`gone`) that left it open."""
    if not isinstance(row.of, Unread) or row.state is not RowState.UNREAD:
        return row
    held = row.of.held
    if held is None:
        return row
    if not gone >= {*row.of.by}:
        return row._replace(by=tuple(line for line in row.of.by if line not in gone))
    return row._replace(reading=held, state=RowState.READ)


def without_lines(roster: Roster, lines: Set[int]) -> Roster:
    """A roster without some lines, by their numbers: what they alone left open is read."""
    # What stands beside the days of a row has its line: dropped is what leaves them open.
    kept = [
        line
        for line in roster.unread
        if line.line not in lines or (line.line in line.by and lines >= {*line.by})
    ]
    freed = [line.held for line in kept if line.held and lines >= {*line.by}]
    readings = [each for each in roster.readings if each.line not in lines]
    told = {each.date for each in readings}
    # A date has one reading: the first of those that are freed, as if only it had been read.
    freed = list({each.date: each for each in reversed(freed) if each.date not in told}.values())
    unread = tuple(
        _still_held(line, lines) for line in kept if not (line.held and lines >= {*line.by})
    )
    return roster._replace(readings=tuple(sorted([*readings, *freed], key=_begin)), unread=unread)


def _still_held(line: Unread, gone: Set[int]) -> Unread:
    """A line that names those alone for which it is still held, once others are dropped (`gone`)."""
    left = tuple(number for number in line.by if number not in gone)
    if line.held is None or left == line.by:
        return line
    return line._replace(why=held_why(line.held.date, left), by=left)


def same_day(one: Unread, other: Unread) -> bool:
    """Whether two lines that are not understood are about one day, and no other."""
    return one != other and len(one.dates) == 1 and one.dates == other.dates


def _settles(said: Correction, line: Unread, *, changes: bool) -> bool:
    """Whether what was said of another line of the same day settles this one, too."""
    if said.to is None or not isinstance(said.of, Unread) or not same_day(said.of, line):
        return False
    # Where a date may have several blocks of work, this line may be about another of them.
    return said.to.date == line.dates[0] and not (changes and said.to.start)


def _apart(one: DayReading, other: DayReading) -> bool:
    """Whether two readings of a day are work at hours that do not overlap, so that both may hold."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.end <= other.start or other.end <= one.start


def _begin(reading: DayReading) -> datetime:
    """When a reading begins, for the order of a day's blocks."""
    return reading.start or datetime.combine(reading.date, time(), ZONE)


def with_free_rest(read: Roster, corrections: tuple[Correction, ...]) -> Roster:
    """A roster as it was read, and its days free that no line names.

    A day of a line that is not understood stays open, until one drops that line; unless it speaks of leave
    or a swap: such a day is dropped with its line, and is not free for that.
    """
    review = Review(read, corrections)
    named = {reading.date for reading in read.readings}
    open_lines: list[Unread] = []
    for row in review.rows:
        if row.state is RowState.CORRECTED and row.reading:
            named.add(row.reading.date)
        dropped = row.state is RowState.DROPPED and not has_modifier(row.text)
        if isinstance(row.of, Unread) and row.state is not RowState.CORRECTED and not dropped:
            open_lines.append(row.of)
    whole = with_rest_free(review.used._replace(unread=tuple(open_lines)))
    free = [
        reading for reading in whole.readings if reading.line is None and reading.date not in named
    ]
    readings = sorted([*read.readings, *free], key=lambda reading: reading.date)
    return read._replace(readings=tuple(readings))


def carried(review: Review, roster: Roster) -> Review:
    """The review of the same source that was read by another question, with the same corrections.

    A line is the same where number, text and days are, whatever it was understood as.
    """
    all_lines: tuple[RosterLine, ...] = (*roster.unread, *roster.readings)
    lines = {_identity(line): line for line in all_lines}
    other = Review(roster)
    for of, to in review.corrections:
        if line := lines.get(_identity(of)):
            other = other.corrected(line, to)
    return other


def _identity(line: RosterLine) -> tuple[int | None, str, tuple[date, ...]]:
    return line.line, line.text, (line.date,) if isinstance(line, DayReading) else line.dates


def _place(row: ReviewRow) -> tuple[int, date, int]:
    """A line keeps its place while it is corrected: nothing moves under the pointer."""
    if isinstance(row.of, Unread):
        return 2 if row.of.aside else 0, date.min, row.of.line
    return 1, row.of.date, row.of.line or 0


def corrected_reading(
    of: RosterLine, day: date, letter: str, hours: Hours | None, change: DayChange | None = None
) -> DayReading:
    """What a person says that a line means: on this day this letter, with these hours if any.

    `change`: what the day is, where it says nothing of the rotation.
    """
    if hours is None:
        return DayReading(day, letter, None, None, of.line, of.text, change)
    start, end = (datetime.combine(day, moment, ZONE) for moment in hours)
    if hours.end <= hours.start:
        # An end that is not after the start is on the next day, as everywhere.
        end = datetime.combine(day + ONE_DAY, hours.end, ZONE)
    return DayReading(day, letter, start, end, of.line, of.text, change)
