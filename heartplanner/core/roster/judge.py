"""Judges the entries of a roster: which become readings, and why the others do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date

from heartplanner.core.plan.model import ONE_DAY
from heartplanner.core.roster.agreement import (
    DatedMeaning,
    blocks_of,
    contradicted_lists,
    reading_of,
    shown,
)
from heartplanner.core.roster.dates.date_refs import InWeek, OnDates
from heartplanner.core.roster.dates.dating import SettledDates
from heartplanner.core.roster.entries import Problem, RosterDraft, RosterEntry
from heartplanner.core.roster.language.clocks import crosses_midnight
from heartplanner.core.roster.language.item_checks import (
    RosterContext,
    has_hours,
    is_bracketed,
    is_by_24_hours,
    lone_letters,
)
from heartplanner.core.roster.language.items import Form, HoursItem
from heartplanner.core.roster.language.meaning import Meaning, meaning_of
from heartplanner.core.roster.people import chosen_entries
from heartplanner.core.roster.reach.asides import (
    Lines,
    altered_days,
    judged_aside,
)
from heartplanner.core.roster.reach.event_days import altered_by_events
from heartplanner.core.roster.reach.kind_hours import OTHER_HOURS, open_other_hours
from heartplanner.core.roster.reach.stated_days import StatedDays, stated_days, title_period
from heartplanner.core.roster.roster import (
    DateOrder,
    DayReading,
    Remedy,
    Roster,
    RosterDoubts,
    RosterQuestion,
    Unread,
    UnreadError,
    held_why,
)
from heartplanner.core.roster.shapes.legend import Legend
from heartplanner.core.words.english import full_date, listed

OVER_MIDNIGHT = "it may be one shift over midnight, or a shift on each day: write one day on a line"


class Judge:
    """Turns a draft into a roster, once all of its lines are known."""

    def __init__(self, draft: RosterDraft, legend: Legend, question: RosterQuestion) -> None:
        self._draft = draft
        self._question = question
        sure = [entry for entry in draft.entries if not entry.headings]
        letters = frozenset(letter for entry in sure for letter in lone_letters(entry.items))
        by_24 = any(is_by_24_hours(entry.items) for entry in sure)
        bare = any(is_bracketed(entry.items) is False for entry in sure)
        hours = question.shift_hours
        self._context = RosterContext(legend, letters, hours, question.changes, by_24, bare)
        # Dates are settled by the lines that make sense: a page number in another one proves nothing.
        understood = filter(self._is_understood, sure)
        self._settled: SettledDates = draft.dates.settled(question, draft.doubtful(understood))
        self._unread: list[Unread] = []
        self._failed: list[RosterEntry] = []
        self._named: dict[Unread, StatedDays] = {}

    def roster(self) -> Roster:
        """The readings and the unread lines."""
        chosen = chosen_entries(self._draft, self._question.name)
        for problem in (*self._draft.problems, *chosen.problems):
            if chosen.may_be_of(problem):
                self._add_unread(problem, problem.why, problem.remedy)
        said = self._whole_lines(chosen.entries)
        readings = sorted(self._agreed(self._without_renamed(said)), key=lambda each: each.date)
        told = {
            reading.date: {reading.line}
            for reading in (*readings, *(line.held for line in self._unread if line.held))
            if reading.line
        }
        read = {reading.line for reading in readings}
        unread = [
            line if line.held or line.line in read else self._aside(line, told)
            for line in self._unread
        ]
        unread = sorted(dict.fromkeys(unread), key=lambda line: line.line)
        order = self._settled.taken if self._question.order is None and readings else None
        doubts = self._doubts(readings, chosen.people)
        period = title_period(self._named, {each.date for each in readings}, self._question.start)
        return Roster(tuple(readings), tuple(unread), doubts, order, period)

    def _aside(self, line: Unread, told: Mapping[date, Set[int]]) -> Unread:
        # The line numbers of several sheets tell no order: no line is known to stand near another.
        told = told if self._draft.one_text else dict.fromkeys(told, frozenset())
        named, changes = self._named[line], self._question.changes
        return judged_aside(line, named, told, changes=changes, note=line.line in self._draft.notes)

    def _doubts(self, readings: Sequence[DayReading], people: tuple[str, ...]) -> RosterDoubts:
        days = [reading.date for reading in readings]
        # Where every weekday contradicts its date, no line is read, and the year is in doubt all the same.
        days = days or sorted(day for line in self._unread for day in line.dates)
        year = days[0].year if days and self._settled.is_without_year else None
        return RosterDoubts(self._settled.undecided, people, year)

    def _whole_lines(self, entries: Sequence[RosterEntry]) -> list[DatedMeaning]:
        """What is said of each day; a line with several is understood in all of them or in none."""
        said: list[DatedMeaning] = []
        failed: dict[int, UnreadError] = {}
        for entry in entries:
            try:
                said += self._judge(entry)
            except UnreadError as error:
                self._failed.append(entry)
                self._add_unread(entry, str(error), error.remedy)
                if entry.shared:
                    failed[entry.line] = error
        # A line that is understood in part may be wrong in the rest: none of its days is sure.
        for stated in said:
            if stated.entry.shared and (failure := failed.get(stated.entry.line)):
                self._add_unread(stated.entry, str(failure), failure.remedy)
        return [
            stated for stated in said if not (stated.entry.shared and stated.entry.line in failed)
        ]

    def _is_understood(self, entry: RosterEntry) -> bool:
        """Whether what an entry says is understood, whatever its dates are."""
        try:
            meaning_of(entry.items, self._context, dash=entry.dash)
        except UnreadError:
            return False
        return True

    def _add_unread(
        self,
        line: RosterEntry | Problem,
        why: str,
        remedy: Remedy | None = None,
        held: DayReading | None = None,
        by: tuple[int, ...] = (),
    ) -> None:
        named = stated_days(line.date_refs, self._settled)
        days = tuple(sorted(named.single | named.in_ranges))
        since = line.since if isinstance(line, Problem) else None
        text = shown(line.text)
        unread = Unread(line.line, text, why, days, remedy, since=since, held=held, by=by)
        self._unread.append(unread)
        self._named[unread] = named

    def _judge(self, entry: RosterEntry) -> Iterable[DatedMeaning]:
        """What an entry says of each of its days. Raises UnreadError."""
        places = {place for ref in entry.date_refs for place in ref.places}
        if places & self._draft.out_of_order:
            raise UnreadError("its number is lower than the one above: write its month")
        for ref in entry.date_refs:
            if isinstance(ref, InWeek):
                ref.check_listed(self._draft.listed.get(ref.dates.first, ()), self._settled)
        days = entry.days(self._settled)
        meaning = meaning_of(entry.items, self._context, dash=entry.dash)
        self._check_bare(entry, meaning)
        days = self._of_shift(entry, days, meaning)
        if days[0] < (start := self._question.start):
            self._add_unread(entry, f"{full_date(days[0])} is before the start, {full_date(start)}")
        return [DatedMeaning(day, meaning, entry) for day in days if day >= start]

    def _check_bare(self, entry: RosterEntry, meaning: Meaning) -> None:
        """Numbers such as the 12 of "8/2, 12" could be hours; after a day-first date they are no days."""
        lengths = {12, 4} if meaning.begin is not None else set()
        if lengths & {*entry.bare}:
            raise UnreadError("a number in it may be a day or hours: write one day on a line")
        numeric = (
            self._settled.dated[ref.places[0]].raw.form is Form.NUMERIC for ref in entry.date_refs
        )
        if entry.bare and self._settled.order is not DateOrder.MONTH_FIRST and any(numeric):
            raise UnreadError("it is not clear which month its days have")

    def _of_shift(self, entry: RosterEntry, days: list[date], meaning: Meaning) -> list[date]:
        """Two dates and a shift over midnight: a start and an end if a program wrote them, else unclear."""
        if len(days) != 2 or meaning.begin is None or meaning.end is None:
            return days
        if days[1] - days[0] > ONE_DAY or not crosses_midnight(meaning.begin, meaning.end):
            return days
        date_refs = [ref for ref in entry.date_refs if isinstance(ref, OnDates)]
        hours = [item for item in entry.items if isinstance(item, HoursItem)]
        full = all(item.begin.full and item.end.full for item in hours)
        if any(ref.last is not None for ref in date_refs):
            if date_refs[0].full and hours and full:
                return days[:1]
            raise UnreadError(OVER_MIDNIGHT)
        # Two dates and two times may be the columns of an export, or a list of two days.
        if full and any(self._settled.dated[ref.first].raw.year for ref in date_refs):
            raise UnreadError(OVER_MIDNIGHT)
        return days

    def _without_renamed(self, said: Sequence[DatedMeaning]) -> list[DatedMeaning]:
        """Without labels of a band that has other hours elsewhere in the roster."""
        sure = (stated for stated in said if not stated.entry.headings)
        renamed = {letter for stated in sure for letter in stated.meaning.renamed}
        renamed |= self._draft.renamed
        kept = []
        for stated in said:
            if stated.meaning.begin is None and stated.meaning.letter in renamed:
                self._add_unread(stated.entry, "elsewhere in the roster this shift has other hours")
            else:
                kept.append(stated)
        return kept

    def _agreed(self, said: Sequence[DatedMeaning]) -> list[DayReading]:
        """One reading for each day of which all lines say the same."""
        # Several lines may tell of a day, so it is judged once all of them are known.
        by_date: dict[date, list[DatedMeaning]] = {}
        for stated in said:
            by_date.setdefault(stated.date, []).append(stated)
        by_date = {day: self._without_headed(group) for day, group in by_date.items()}
        left_open = self._left_open(by_date)
        by_date = self._without_wide(by_date)
        readings = []
        for day, group in by_date.items():
            lines = {stated.entry.line for stated in group}
            blocks = blocks_of(group, changes=self._question.changes, by_lines=self._draft.by_lines)
            if not blocks:
                where = "lines" if len(lines) > 1 else "line"
                numbers = listed([str(line) for line in sorted(lines)])
                why = f"{where} {numbers} say different things of {full_date(day)}"
                for stated in group:
                    self._add_unread(stated.entry, why)
            # "No shift on 8/2, see Sam" is not understood, yet it may take back what another line says.
            elif by := {line for stated in group for line in stated.entry.headings} | left_open.get(
                day, set()
            ):
                for block in blocks:
                    self._hold(reading_of(day, block), block, by)
            else:
                readings += [reading_of(day, block) for block in blocks]
        return readings

    def _without_wide(
        self, by_date: Mapping[date, list[DatedMeaning]]
    ) -> dict[date, list[DatedMeaning]]:
        """What is said of each day but by lists alone that other lines contradict elsewhere."""
        changes, by_lines = self._question.changes, self._draft.by_lines
        wide = contradicted_lists(by_date, changes=changes, by_lines=by_lines)
        for entry, day in wide.items():
            self._add_unread(entry, f"other lines say otherwise of {full_date(day)}")
        return {
            day: group
            for day, group in by_date.items()
            if not all(said.entry in wide for said in group)
        }

    def _without_headed(self, group: list[DatedMeaning]) -> list[DatedMeaning]:
        """What is said of a day without what a heading may take back, where other lines tell of it too."""
        sure = [stated for stated in group if not stated.entry.headings]
        for stated in group if sure else ():
            if stated.entry.headings:
                self._add_unread(stated.entry, self._draft.headings[stated.entry.headings[0]])
        return sure or group

    def _left_open(self, by_date: Mapping[date, Sequence[DatedMeaning]]) -> dict[date, set[int]]:
        """The days that lines which are not understood leave open, with those lines."""
        draft, named, changes = self._draft, self._named, self._question.changes
        meanings = {day: [said.meaning for said in group] for day, group in by_date.items()}
        read = {day: {said.entry.line for said in group} for day, group in by_date.items()}
        if not draft.by_lines:
            return altered_by_events(read, named, draft.unusable, changes=changes)
        letters = {day: {each.letter for each in said} for day, said in meanings.items()}
        lines = Lines(
            read,
            letters,
            draft.tabled,
            draft.bound,
            sorted(draft.breaks),
            {entry.line for entry in self._failed if has_hours(entry.items)} & draft.tabled,
            {
                line: stated_days(date_refs, self._settled).single
                for line, date_refs in draft.overruling.items()
            },
            draft.one_text,
        )
        altered = altered_days(lines, named, changes=changes)
        listed = {line.line for line in self._unread}
        for line in open_other_hours(altered, draft.kind_hours, meanings, listed):
            self._add_unread(Problem(line, draft.kind_hours[line].text, ""), OTHER_HOURS)
        return altered

    def _hold(self, reading: DayReading, block: Sequence[DatedMeaning], by: set[int]) -> None:
        """List a day that is read once the lines are dropped that may change it."""
        lines = sorted(by)
        for stated in block:
            headings = [self._draft.headings[line] for line in stated.entry.headings]
            why = held_why(reading.date, lines)
            why = headings[0] if headings and len(lines) == 1 else why
            self._add_unread(stated.entry, why, held=reading, by=tuple(lines))
