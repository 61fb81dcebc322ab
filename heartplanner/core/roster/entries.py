"""A dated line before it is judged: which days it is about, and the items that tell what they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise, product

from heartplanner.core.roster.dates.date_refs import DateRef, OnDates, StartEnd
from heartplanner.core.roster.dates.dating import LONGEST_RANGE, Dates, HeadingMonth, SettledDates
from heartplanner.core.roster.language.items import DateItem, Form, Item, RawDate, SpanItem
from heartplanner.core.roster.reach.kind_hours import KindHours
from heartplanner.core.roster.roster import Remedy, UnreadError
from heartplanner.core.words.english import WEEKDAYS, long_date

OLDER = "it stands in an older message, below the days of a newer one"


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """What one line, or one cell, says of some days.

    `weekdays` stand beside the dates; `bare`: day numbers that could be something else; `dash`: a dash
    follows the date; `person`: whose it is, if that is told; `shared`: its line tells of other days too;
    `headings`: the lines of those headings above it that may take it back; `team`: the one beside it.
    """

    line: int
    text: str
    date_refs: tuple[DateRef, ...]
    items: tuple[Item, ...]
    weekdays: tuple[int, ...] = ()
    bare: tuple[int, ...] = ()
    dash: bool = False
    person: str = ""
    shared: bool = False
    headings: tuple[int, ...] = ()
    team: str = ""

    def days(self, settled: SettledDates) -> list[date]:
        """Its dates, in order. Raises UnreadError, also where a weekday does not belong to them."""
        days = sorted({day for ref in self.date_refs for day in ref.days(settled)})
        if any(two - one > LONGEST_RANGE for one, two in pairwise(days)):
            raise UnreadError("its days lie more than six weeks apart: write one day on a line")
        of_days = [day.weekday() for day in days]
        for number in self.weekdays:
            if number not in of_days:
                raise UnreadError(f"{long_date(days[0])} is no {WEEKDAYS[number]}")
        # "Mon, Wed 8/4-8/8" is about two days of the five; "Mon 8/4 - Fri 8/8" about all.
        if self.weekdays and {*self.weekdays} not in ({*of_days}, {of_days[0], of_days[-1]}):
            raise UnreadError("it is not clear which of its days its weekdays mean")
        return days


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that is not understood, whatever its dates turn out to be.

    `person`: whose it is, if told; `since`: as in an Unread.
    """

    line: int
    text: str
    why: str
    date_refs: tuple[DateRef, ...] = ()
    remedy: Remedy | None = None
    person: str = ""
    since: date | None = None


@dataclass(slots=True)
class RosterDraft:
    """All that the lines of a roster say, before its dates are settled."""

    dates: Dates = field(default_factory=Dates)
    entries: list[RosterEntry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    sections: list[tuple[str, Problem]] = field(default_factory=list)
    """Names of those whose days may follow, and their lines, which are not understood if they are not."""
    headings: dict[int, str] = field(default_factory=dict)
    """The lines of headings that may take back the days below them, with why these are listed."""
    forwarded_to: str = ""
    """The one to whom a message was sent that was then handed on."""
    stamped: int = 0
    """How many of the dates, the first ones, are those of the mail itself."""
    quoted: int = 0
    """The line below days with which an older message begins, or 0."""
    receiver: str = ""
    """The one to whom the message was sent."""
    addressed: set[str] = field(default_factory=set)
    """Names of those for whom a list is said to be: the days may be theirs, or one's own."""
    spoken_to: set[int] = field(default_factory=set)
    """The lines that speak to somebody by name, below whom the days may be that one's alone."""
    out_of_order: set[int] = field(default_factory=set)
    """The places of days whose number is lower than one above them: they may be of the next month."""
    _numbered: tuple[HeadingMonth, int, bool] | None = None
    """The month above, the number of its last day, and whether numbers fell below it."""
    renamed: set[str] = field(default_factory=set)
    """Letters that a line without a date gives other hours than those of their band."""
    kind_hours: dict[int, KindHours] = field(default_factory=dict)
    """The lines that give all shifts of a kind such hours, by their numbers."""
    tabled: set[int] = field(default_factory=set)
    """The lines that are rows of a table: what one says is of its own row, and takes back no other."""
    bound: set[int] = field(default_factory=set)
    notes: set[int] = field(default_factory=set)
    breaks: list[int] = field(default_factory=list)
    """Lines without a date: about one day alone, directly below a day, and with which a list begins."""
    overruling: dict[int, tuple[DateRef, ...]] = field(default_factory=dict)
    """Rows that may change what rows above them say, with the dates of these."""
    listed: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    """The weekdays under the heading of each week, in their order, by the place of the week's date."""
    one_text: bool = True
    by_lines: bool = True
    """Whether lines are numbered through, and may be about others; an event is about its own days."""
    owner_heading: tuple[int, str] | None = None
    """The line of a heading such as "Lee's schedule" above all days, and that heading."""
    unusable: set[int] = field(default_factory=set)
    """The lines of events that may be shifts all the same, so that none other of their days is read."""

    def noted(
        self,
        item: DateItem | SpanItem,
        weekday: int | None = None,
        month: HeadingMonth | None = None,
    ) -> list[DateRef]:
        """An item's dates, noted; `weekday`: the one beside a lone date; `month`: that of a heading."""

        # A day's number alone is a date of the month above it, and as sure as if that stood beside it.
        def add(raw: RawDate, beside: int | None = None) -> int:
            if raw.form is not Form.DAY or not month:
                return self.dates.add(raw, beside)
            place = self.dates.add(month.day(raw.second), beside)
            # A weekday beside it proves the month, or has it refused.
            if self._is_out_of_order(raw.second, month) and weekday is None:
                self.out_of_order.add(place)
                later.append(OnDates(self.dates.add(month.after().day(raw.second))))
            return place

        later: list[DateRef] = []
        if isinstance(item, SpanItem):
            times = tuple(product(item.begin.minutes, item.end.minutes))
            return [StartEnd(add(item.first, weekday), add(item.last), times)]
        lone, date_refs = len(item.spans) == 1 and item.spans[0][1] is None, list[DateRef]()
        for first, last in item.spans:
            begin, end = add(first, weekday if lone else None), add(last) if last else None
            if end is not None:
                self.dates.ranges.append((begin, end))
            date_refs.append(OnDates(begin, end, full=bool(first.year and last and last.year)))
        return [*date_refs, *later]

    def _is_out_of_order(self, number: int, month: HeadingMonth) -> bool:
        """Whether a day's number, or one before it, is lower than the one above under the same heading."""
        heading, last, fell = self._numbered or (month, 0, False)
        if heading is not month:
            last, fell = 0, False
        fell = fell or number < last
        self._numbered = (month, number, fell)
        return fell

    def doubtful(self, understood: Iterable[RosterEntry]) -> frozenset[int]:
        """The places of the dates of all lines but these."""
        kept = {place for entry in understood for ref in entry.date_refs for place in ref.places}
        said: tuple[RosterEntry | Problem, ...] = (*self.entries, *self.problems)
        named = {place for line in said for ref in line.date_refs for place in ref.places}
        return frozenset(named - kept)

    def refuse(
        self, line: int, text: str, why: str, date_refs: tuple[DateRef, ...] = (), person: str = ""
    ) -> None:
        self.problems.append(Problem(line, text, why, date_refs, person=person))

    def begin_person(self, name: str, sure: bool, heading: Problem) -> None:
        """Take a heading with a name; unless it is `sure`, the days below may be one's own as well."""
        self.sections.append((name, heading))
        self.addressed |= set() if sure else {name}

    def overrule(self, line: int, date_refs: Iterable[DateRef]) -> None:
        """Let a line leave these dates open, whatever other lines say of them."""
        self.overruling[line] = (*self.overruling.get(line, ()), *date_refs)

    def refuse_from(self, first: int, why: str) -> None:
        """Take back all entries from this one on."""
        self.entries, refused = self.entries[:first], self.entries[first:]
        for entry in refused:
            self.refuse(entry.line, entry.text, why, entry.date_refs)

    def doubt_from(self, first: int, line: int, why: str) -> None:
        """Let all entries from this one on depend on a heading; `why`: what is said of them for it."""
        self.headings[line] = why
        for place, entry in enumerate(self.entries[first:], first):
            self.entries[place] = replace(entry, headings=(*entry.headings, line))

    def doubt_quoted(self) -> None:
        """Let the days of an older message, quoted below others, depend on its first line."""
        if not (self.quoted and any(entry.line < self.quoted for entry in self.entries)):
            return
        self.headings[self.quoted] = OLDER
        for place, entry in enumerate(self.entries):
            if entry.line > self.quoted:
                self.entries[place] = replace(entry, headings=(*entry.headings, self.quoted))

    def doubt_last(self, above: int, line: int, why: str) -> None:
        """Let the last entries, those of the line `above`, depend on one below them, as on a heading."""
        first = len(self.entries)
        while first and self.entries[first - 1].line == above:
            first -= 1
        self.doubt_from(first, line, why)
