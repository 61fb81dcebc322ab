"""The rows of the review as they are shown: what was read, and how it stands to the rotation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from heartplanner.core.explain.rosters.review_text import (
    differs_words,
    row_date,
    row_name,
    row_note,
    told_words,
)
from heartplanner.core.finder.contradiction_text import contradiction_text
from heartplanner.core.finder.repair.differences import DayAnswer, Difference
from heartplanner.core.finder.repair.repair_text import entered_text
from heartplanner.core.finder.roster_use import RosterOutcome
from heartplanner.core.finder.told_change import ToldChange
from heartplanner.core.roster.holding import holding, holding_of_review
from heartplanner.core.roster.review import (
    USED,
    Review,
    ReviewRow,
    RosterLine,
    RowState,
    same_day,
)
from heartplanner.core.roster.roster import DayReading, Unread
from heartplanner.core.words.display_format import DisplayFormat

ASKED = (RowState.UNREAD, RowState.CORRECTED, RowState.DROPPED)
FITS = "Fits"
MARKED_BEFORE = "You marked this day before"


class RowStanding(Enum):
    """How a row is to be looked at: UNCLEAR is not understood, QUIET is not used.

    WAITS: it is read once a line is dropped that holds back many.
    """

    PLAIN = auto()
    FITS = auto()
    DIFFERS = auto()
    UNCLEAR = auto()
    QUIET = auto()
    WAITS = auto()


class ShownRow(NamedTuple):
    """A row, what stands at its end, and how it stands.

    `name`: all of it as it is spoken; `of_roster`: it is a line of this roster, and no day that was marked
    before and differs; `beside`: the other lines not understood that are about the same day; `contradicts`:
    how the rotation contradicts what a person said of the day, "" where it does not; `asks`: what the day
    was is not said yet; `day`: its date, with the year where that is not this one; `holds`: many others
    wait for it.
    """

    row: ReviewRow
    note: str
    standing: RowStanding
    name: str
    difference: Difference | None = None
    of_roster: bool = True
    beside: tuple[Unread, ...] = ()
    contradicts: str = ""
    asks: bool = False
    day: str = ""
    holds: bool = False

    @property
    def waits(self) -> bool:
        """Whether it is read once other lines are dropped."""
        return isinstance(self.row.of, Unread) and self.row.of.held is not None


class DayChoices(NamedTuple):
    """What is chosen of the days that differ, and of which of them nothing is said yet.

    `answers`: what each was; `asked`: the days that would cost leave, of which a person said nothing;
    `minutes`: how long the rotation has one work on each.
    """

    answers: Mapping[date, DayAnswer] = {}
    asked: tuple[date, ...] = ()
    minutes: Mapping[date, int] = {}

    def note(self, difference: Difference) -> str:
        """What becomes of a day that differs."""
        day = difference.date
        answer = self.answers.get(day)
        if answer is None:
            return differs_words(difference)
        entered = entered_text(difference, answer, self.minutes.get(day, 0))
        return differs_words(difference, entered, asks=day in self.asked)


class Filter(Enum):
    """Which rows are shown."""

    ALL = auto()
    DIFFERING = auto()
    UNCLEAR = auto()

    def passes(self, shown: ShownRow) -> bool:
        """Whether a row is shown. One that was answered stays among those not understood, to be taken back.

        Lines that need no answer any more, since another line gave it, leave them.
        """
        match self:
            case Filter.ALL:
                return True
            case Filter.DIFFERING:
                return shown.standing is RowStanding.DIFFERS
            case Filter.UNCLEAR:
                unread = isinstance(shown.row.of, Unread) and not shown.row.of.aside
                asked = unread and shown.standing is not RowStanding.WAITS
                return asked and shown.row.state in ASKED


class RowWords(NamedTuple):
    """How rows are worded: the clock, the year that goes without saying, and what is chosen of days."""

    display: DisplayFormat
    this_year: int
    choices: DayChoices

    def of(self, row: ReviewRow, note: str) -> tuple[str, str]:
        """All of a row as it is spoken, and its date."""
        return row_name(row, note, self.display, self.this_year), row_date(row, self.this_year)


def shown_rows(
    review: Review,
    outcome: RosterOutcome | None,
    display: DisplayFormat,
    this_year: int,
    choices: DayChoices,
) -> tuple[ShownRow, ...]:
    """All rows of a review; after them days that were marked before, where they differ.

    First stand the lines for which many others wait: one answer settles all of these. `outcome` None: it is
    not worked out yet.
    """
    holds = holding(review.roster)
    first = {*holds.lines} if holds else set[RosterLine]()
    words = RowWords(display, this_year, choices)
    differing = outcome.differing if outcome else {}
    fits = outcome is not None and outcome.rotation is not None
    offered = outcome.told if outcome and outcome.offers_rotation else ()
    changes = {told.difference.date: told for told in offered}
    rows = [
        _shown_change(row, changes, words)
        if row.reading and row.reading.change and row.state in USED
        else _shown(row, differing, words, fits=fits)
        for row in sorted(review.rows, key=lambda row: row.of not in first)
    ]
    rows = [shown._replace(beside=_beside(shown, review.used.unread)) for shown in rows]
    told = {shown.row.reading.date for shown in rows if shown.row.reading}
    before = [differing[day] for day in sorted(differing.keys() - told)]
    return (*waiting(rows, review), *(_marked_before(difference, words) for difference in before))


def waiting(rows: Sequence[ShownRow], review: Review) -> tuple[ShownRow, ...]:
    """The rows of a review; those that wait for lines that hold back many are not to be answered."""
    holds = holding_of_review(review)
    if holds is None:
        return tuple(rows)
    held = {*holds.held}
    return tuple(
        shown._replace(standing=RowStanding.WAITS)
        if shown.standing is RowStanding.UNCLEAR and shown.row.of in held
        # It is about many days: what one of them was is no answer to it.
        else shown._replace(beside=(), holds=True)
        if shown.row.of in holds.lines
        else shown
        for shown in rows
    )


def _beside(shown: ShownRow, unread: Sequence[Unread]) -> tuple[Unread, ...]:
    of = shown.row.of
    return tuple(line for line in unread if same_day(of, line)) if isinstance(of, Unread) else ()


def _marked_before(difference: Difference, words: RowWords) -> ShownRow:
    reading = DayReading(difference.date, difference.marked, text=MARKED_BEFORE)
    row = ReviewRow(reading, reading, RowState.READ)
    shown = _shown(row, {difference.date: difference}, words, fits=True)
    return shown._replace(of_roster=False)


def _shown_change(row: ReviewRow, changes: Mapping[date, ToldChange], words: RowWords) -> ShownRow:
    """A day that was said to be leave, half of a swap or the like."""
    told = changes.get(row.reading.date) if row.reading else None
    note = told_words(told)
    standing = (
        RowStanding.FITS
        if told and told.fits
        else RowStanding.DIFFERS
        if told
        else RowStanding.PLAIN
    )
    contradicts = contradiction_text(told) if told and not told.fits else ""
    name, day = words.of(row, note)
    return ShownRow(row, note, standing, name, contradicts=contradicts, day=day)


def _shown(
    row: ReviewRow, differing: Mapping[date, Difference], words: RowWords, *, fits: bool
) -> ShownRow:
    note, standing = row_note(row), RowStanding.PLAIN
    difference = None
    if row.state is RowState.UNREAD:
        standing = RowStanding.UNCLEAR
    elif row.reading is None or row.state not in USED:
        standing = RowStanding.QUIET
    elif difference := differing.get(row.reading.date):
        note, standing = words.choices.note(difference), RowStanding.DIFFERS
    elif fits:
        note, standing = f"{FITS}, {note[:1].lower()}{note[1:]}" if note else FITS, RowStanding.FITS
    name, day = words.of(row, note)
    asks = difference is not None and difference.date in words.choices.asked
    return ShownRow(row, note, standing, name, difference, asks=asks, day=day)


def counts(rows: Sequence[ShownRow]) -> dict[Filter, int]:
    """How many rows each filter is about, of those that differ their days.

    A line that was corrected or dropped is understood by now.
    """
    differing = (shown.row.reading for shown in rows if Filter.DIFFERING.passes(shown))
    return {
        Filter.ALL: len(rows),
        Filter.DIFFERING: len({reading.date for reading in differing if reading}),
        Filter.UNCLEAR: sum(shown.standing is RowStanding.UNCLEAR for shown in rows),
    }
