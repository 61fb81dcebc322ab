"""The lines of a roster in their order: headings, dated lines, and lines that belong to the one above.

A month's heading gives the numbers below it their month, a week's heading gives weekdays their dates.
A date alone waits for the line below it. A line may change the one above: then neither is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from heartplanner.core.roster.dates.date_refs import DateRef, InWeek, OnDates, has_range
from heartplanner.core.roster.dates.dating import HeadingMonth
from heartplanner.core.roster.entries import Problem, RosterDraft
from heartplanner.core.roster.harmless.harmless import is_harmless
from heartplanner.core.roster.harmless.titles import NamedPerson, named_person, possessor_of
from heartplanner.core.roster.language.grammar import parsed
from heartplanner.core.roster.language.items import (
    DateItem,
    HarmlessItem,
    Item,
    MarkItem,
    SpanItem,
    WeekdayItem,
    weekdays_of,
)
from heartplanner.core.roster.language.meaning import NO_HOURS
from heartplanner.core.roster.language.mode import Mode
from heartplanner.core.roster.language.undated import DISREGARD
from heartplanner.core.roster.language.vocabulary import TABLE_FILL
from heartplanner.core.roster.shapes.cards import with_length
from heartplanner.core.roster.shapes.headings import (
    HeadingWeek,
    is_titled,
    month_heading,
    month_of,
    owner_of,
    week_heading,
)
from heartplanner.core.roster.shapes.notes import (
    is_about_one,
    is_closing,
    may_change,
    names_other_day,
    says_of_day,
)
from heartplanner.core.roster.shapes.sections import Sections, is_heading, is_own_heading
from heartplanner.core.roster.shapes.segments import (
    Segment,
    WaitingDate,
    date_segments,
    entry_of,
    week_dates,
    weekday_segments,
)
from heartplanner.core.roster.shapes.several_dates import why_unclear, with_free_dashes
from heartplanner.core.roster.source import LONGEST_LINE, RosterRow
from heartplanner.core.roster.teams import team_of_heading

NO_DATE = "it has no date"
SEVERAL = "several dates with words between them: write one day on a line"
TWO_WAYS = "it can be read in two ways: write one day on a line"
OPEN_DIRECTION = "its hours may be those on the line above or below: write one day on a line"
CHANGED = "the line below it may change what it says"


class LineReader:
    """Reads rows one after the other into a draft."""

    def __init__(self, draft: RosterDraft, mode: Mode) -> None:
        self.draft = draft
        self.month: HeadingMonth | None = None
        self.week: HeadingWeek | None = None
        self.person = ""
        self._mode = mode
        self._waiting: WaitingDate | None = None
        self._above: int | None = None
        """The line of the last entry, if it is directly above."""
        self._open = False
        """Whether hours or words stood above a date, so that all of them may be meant for dates below."""
        self._alone = False
        """Whether a date without hours is directly above."""
        self._sections = Sections(draft)
        self._team = ""

    def read(self, row: RosterRow) -> None:
        """Read a line. A blank one ends what waits for more."""
        text = row.said.strip()
        if not row.filled or TABLE_FILL.fullmatch(text):
            self.end_entry()
            self._sections.blank()
        elif row.is_too_long or len(text) > LONGEST_LINE:
            self.end_entry()
            self.draft.refuse(row.line, text, "it is too long a line")
        elif not self._is_week_heading(row, text):
            self._read_items(row, text)

    def end_entry(self) -> None:
        """Nothing more belongs to what was read last."""
        waiting, self._waiting, self._above = self._waiting, None, None
        if waiting and waiting.dash:
            self._enter(waiting.row, waiting.segment, waiting.date_refs, dash=True)
            self._above = None
        elif waiting:
            self.draft.refuse(waiting.row.line, waiting.row.text, NO_HOURS, waiting.date_refs)

    def begin(self, name: str) -> None:
        """Begin a text or a sheet; `name`: the sheet's, which may be a month."""
        self.month = month_of(name, self._mode)
        self.draft.dates.head(self.month)
        self.person = self.draft.forwarded_to
        self._sections = Sections(self.draft, name)

    def close(self) -> None:
        """End a text or a sheet."""
        self.end_entry()
        self._sections.close()

    def _read_items(self, row: RosterRow, text: str) -> None:
        mode = self._mode.under_month() if self.month else self._mode
        said = with_free_dashes(text, mode)
        parses = parsed(said, mode)
        if len(parses) > 1:
            self.end_entry()
            date_refs = tuple(ref for items in parses for ref in self._named(items))
            self.draft.refuse(row.line, text, TWO_WAYS, date_refs)
            return
        segments = date_segments(parses[0])
        if segments is not None and (why := why_unclear(said, parses[0], DateItem)):
            self.end_entry()
            self.draft.refuse(row.line, row.text, why, tuple(self._named(parses[0])))
        elif segments is not None:
            if named := possessor_of(row.said):
                self._begin_person(row, named)
            # Two dates in a row without hours: those that follow may be of either, or of both.
            self._alone = self._waiting is not None and not self._heads_week()
            self.end_entry()
            self._read_dated(row, segments)
        elif not self._is_month_heading(row, parses[0]):
            self._read_undated(row, parses[0])

    def _read_dated(self, row: RosterRow, segments: Sequence[Segment]) -> None:
        if len(segments) == 1:
            segment = segments[0]
            date_refs = self._date_refs(segment)
            # A period only heads a roster: "Schedule for 8/3/2025 - 8/30/2025".
            if is_titled(segment.content) and has_range(date_refs):
                return
            if not segment.says_something:
                self._wait(row, segment, date_refs)
            else:
                self._enter(row, segment, date_refs)
            return
        named = [self._date_refs(segment) for segment in segments]
        # "9a-9p 8/4, off 8/5" could be read either way round, so only lines with the date first are cut.
        if not all(segment.says_something and segment.dated_first for segment in segments):
            every = tuple(ref for date_refs in named for ref in date_refs)
            self.draft.refuse(row.line, row.text, SEVERAL, every)
            return
        for segment, date_refs in zip(segments, named, strict=True):
            self._enter(row, segment, date_refs, shared=True)

    def _wait(self, row: RosterRow, segment: Segment, date_refs: tuple[DateRef, ...]) -> None:
        """A date alone: its hours may follow; a range of dates may head the weekdays of a week."""
        first = date_refs[0]
        if len(date_refs) == 1 and isinstance(first, OnDates) and first.last is not None:
            # It waits all the same: "8/4 - 8/6" may have its hours below, or head the lines below.
            self.week = HeadingWeek(first)
        self._waiting = WaitingDate(row, segment, date_refs, segment.dash)

    def _read_undated(self, row: RosterRow, items: Sequence[Item]) -> None:
        if self.week and any(isinstance(item, WeekdayItem) for item in items):
            in_week = weekday_segments(items)
            if in_week and all(segment.says_something for segment in in_week):
                self._waiting = None if self._heads_week() else self._waiting
                self.end_entry()
                self._read_week(row, in_week, self.week)
                return
        if self._waiting and row.said.rstrip().endswith(":"):
            self.end_entry()  # what ends with a colon heads the lines below it
        if self._waiting:
            waiting, self._waiting = self._waiting, None
            both = waiting.segment._replace(
                items=(*waiting.segment.items, *items),
                weekdays=(*waiting.segment.weekdays, *weekdays_of(items)),
            )
            # Both lines are named as one: a person must see both to correct it.
            joined = row._replace(line=waiting.row.line, text=f"{waiting.row.text} / {row.text}")
            if len(waiting.date_refs) > 1 or has_range(waiting.date_refs):
                why = "the hours of several dates stand on another line: write one day on a line"
                self.draft.refuse(joined.line, joined.text, why, waiting.date_refs)
            elif self._open or self._alone:
                self.draft.refuse(joined.line, joined.text, OPEN_DIRECTION, waiting.date_refs)
            else:
                self._enter(joined, both, waiting.date_refs)
            return
        self._read_stray(row, items)

    def _read_stray(self, row: RosterRow, items: Sequence[Item]) -> None:
        """A line without a date that nothing waits for."""
        if self._above is not None and (card := with_length(self.draft.entries[-1], items)):
            self.draft.entries[-1] = card
            return
        below, closing = self._above is not None, is_closing(row.said)
        says = says_of_day(items) and not closing
        # "Disregard." stands for all that is above it as likely as for the last day.
        others = closing or names_other_day(row.said) or DISREGARD.search(row.said)
        taken = below and not others and (says or may_change(row.said, items))
        if taken and self._above is not None:
            self.draft.doubt_last(self._above, row.line, CHANGED)
        if is_about_one(row.said, items, taken=taken, below=below):
            self.draft.bound.add(row.line)
        self.draft.notes |= {row.line} if below else set()
        # "PENDING" between two days may head the one below.
        self._sections.add(row, items, below=below and not (taken and row.said.isupper()))
        self._team = team_of_heading(row.said) or self._team
        self._open, self._above = self._open or (says and not is_heading(row.said, items)), None
        self.person = "" if is_own_heading(row.said) else self.person
        if named := owner_of(row.said, self._mode):
            self._begin_person(row, named)
        else:
            self.draft.refuse(row.line, row.text, NO_DATE)

    def _begin_person(self, row: RosterRow, named: NamedPerson) -> None:
        self.person = named.name
        self.draft.begin_person(*named, Problem(row.line, row.text, NO_DATE))

    def _read_week(self, row: RosterRow, segments: Sequence[Segment], week: HeadingWeek) -> None:
        dated = week_dates(segments, week.dates, ending=week.ending)
        self.draft.listed[week.dates.first] += [n for each in segments for n in each.weekdays]
        items = [item for each in segments for item in each.items]
        if why := why_unclear(row.said, items, WeekdayItem):
            every = tuple(ref for _, date_refs in dated for ref in date_refs)
            self.draft.refuse(row.line, row.text, why, every)
            return
        for segment, date_refs in dated:
            self._enter(row, segment._replace(weekdays=()), date_refs, shared=len(dated) > 1)

    def _heads_week(self) -> bool:
        return bool(self._waiting and has_range(self._waiting.date_refs))

    def _enter(
        self,
        row: RosterRow,
        segment: Segment,
        date_refs: tuple[DateRef, ...],
        *,
        dash: bool = False,
        shared: bool = False,
    ) -> None:
        entry = entry_of(row, segment, date_refs, dash=dash, person=self.person)
        self.draft.entries.append(replace(entry, shared=shared, team=self._team))
        self._above = row.line

    def _named(self, items: Sequence[Item]) -> list[DateRef]:
        dates = [item for item in items if isinstance(item, DateItem | SpanItem)]
        return [ref for item in dates for ref in self.draft.noted(item, month=self.month)]

    def _date_refs(self, segment: Segment) -> tuple[DateRef, ...]:
        """The dates of a segment, noted; a lone one with its weekday as its proof."""
        single = segment.weekdays[0] if len(set(segment.weekdays)) == 1 else None
        return tuple(
            ref for item in segment.dates for ref in self.draft.noted(item, single, self.month)
        )

    def _is_week_heading(self, row: RosterRow, text: str) -> bool:
        """Take the heading of a week, with the days of the week that may stand on its line."""
        if (heading := week_heading(text, self._mode)) is None:
            return False
        self._sections.divide(below=self._above is not None)
        self.end_entry()
        noted = self.draft.noted(heading.date, month=self.month)[0]
        self.week = HeadingWeek(noted, heading.ending) if isinstance(noted, OnDates) else None
        in_week = weekday_segments(heading.rest)
        if self.week and in_week and all(segment.says_something for segment in in_week):
            self._read_week(row, in_week, self.week)
        elif any(not isinstance(item, MarkItem | HarmlessItem) for item in heading.rest):
            self.draft.bound.add(row.line)
            if self.week:
                self.draft.listed[self.week.dates.first] += weekdays_of(heading.rest)
                if not (heading.names_days or is_harmless(text)):
                    # It is about that week alone: "Week of 12/14: PTO".
                    days = tuple(InWeek(number, *self.week) for number in range(7))
                    self.draft.overrule(row.line, days)
            self.draft.refuse(row.line, text, "a week's heading, with words that are not known")
        return True

    def _is_month_heading(self, row: RosterRow, items: Sequence[Item]) -> bool:
        if (month := month_heading(items)) is None:
            return False
        self._sections.divide(below=self._above is not None)
        self.end_entry()
        if named := named_person(row.said):
            self._begin_person(row, named)
        self.month, self.week = month, None
        self.draft.dates.head(month)
        return True
