"""A line cut into what it says of one date, or of one weekday, after the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from heartplanner.core.roster.dates.date_refs import DateRef, InWeek, OnDates
from heartplanner.core.roster.entries import RosterEntry
from heartplanner.core.roster.language.grammar import parsed
from heartplanner.core.roster.language.items import (
    DateItem,
    Item,
    MarkItem,
    SpanItem,
    WeekdayItem,
)
from heartplanner.core.roster.language.mode import Mode
from heartplanner.core.roster.source import LONGEST_LINE, RosterRow


class Segment(NamedTuple):
    """Items that belong together, and the dates or weekdays among them."""

    items: tuple[Item, ...]
    dates: tuple[DateItem | SpanItem, ...] = ()
    weekdays: tuple[int, ...] = ()

    @property
    def content(self) -> tuple[Item, ...]:
        """What is neither a date nor a weekday nor a mark. A start and end with dates count."""
        return tuple(
            item for item in self.items if not isinstance(item, DateItem | WeekdayItem | MarkItem)
        )

    @property
    def says_something(self) -> bool:
        return bool(self.content)

    @property
    def dated_first(self) -> bool:
        """Whether the date stands before what is said of it."""
        first = next(
            (n for n, item in enumerate(self.items) if isinstance(item, DateItem | SpanItem)), 0
        )
        return all(isinstance(item, WeekdayItem | MarkItem) for item in self.items[:first])

    @property
    def dash(self) -> bool:
        """Whether a dash, and nothing else, follows the date; one before it is a bullet."""
        last = max(
            (n for n, item in enumerate(self.items) if isinstance(item, DateItem)), default=0
        )
        after = [item for item in self.items[last + 1 :] if not isinstance(item, WeekdayItem)]
        marks = {item.text for item in after if isinstance(item, MarkItem)}
        return not self.content and "-" in marks and marks <= set("-:|,")


class WaitingDate(NamedTuple):
    """A date that waits for its hours on the next line."""

    row: RosterRow
    segment: Segment
    date_refs: tuple[DateRef, ...]
    dash: bool


def date_segments(items: Sequence[Item]) -> list[Segment] | None:
    """One segment for each group of dates with only marks and weekdays between; None without dates."""
    starts = _group_starts(items)
    if not starts:
        return None
    cuts = [0, *starts[1:], len(items)]
    return [_segment(items[begin:end]) for begin, end in pairwise(cuts)]


def is_dated(text: str, mode: Mode) -> bool:
    """Whether a text has a date of its own."""
    short = 0 < len(text) <= LONGEST_LINE
    return short and date_segments(parsed(text, mode)[0]) is not None


def _group_starts(items: Sequence[Item]) -> list[int]:
    """Where groups of dates begin. A weekday before a date belongs to it if the line begins with one."""
    starts: list[int] = []
    said = [item for item in items if not isinstance(item, MarkItem)]
    leading = isinstance(said[0], WeekdayItem) if said else False
    in_group = False
    for place, item in enumerate(items):
        if isinstance(item, DateItem | SpanItem):
            if not in_group:
                # In "Mon 8/4 D, Tue 8/5 off" the weekday stands before its date; in "8/4 Mon D, 8/5 Tue" it
                # does not. The first item of the line tells which of the two the whole line is.
                starts.append(_with_weekday(items, place) if starts and leading else place)
            in_group = True
        elif not isinstance(item, MarkItem | WeekdayItem):
            in_group = False
    return starts


def _with_weekday(items: Sequence[Item], place: int) -> int:
    while place and isinstance(items[place - 1], WeekdayItem | MarkItem):
        place -= 1
    return place


def _segment(items: Sequence[Item]) -> Segment:
    dates = tuple(item for item in items if isinstance(item, DateItem | SpanItem))
    beside = [item.number for item in items if isinstance(item, WeekdayItem)]
    ends = [
        item.weekday for item in dates if isinstance(item, DateItem) and item.weekday is not None
    ]
    return Segment(tuple(items), dates, (*beside, *ends))


def weekday_segments(items: Sequence[Item]) -> list[Segment] | None:
    """One segment for each group of weekdays; None unless the line is weekdays, each with what follows it.

    Two weekdays with a dash between are all days from the one to the other.
    """
    items = list(items)
    while items and isinstance(items[0], MarkItem):
        items.pop(0)
    if not items or not isinstance(items[0], WeekdayItem):
        return _trailing(items)
    groups: list[list[Item]] = []
    for place, item in enumerate(items):
        before = items[:place]
        while before and isinstance(before[-1], MarkItem):
            before.pop()
        if isinstance(item, WeekdayItem) and not (before and isinstance(before[-1], WeekdayItem)):
            groups.append([])
        groups[-1].append(item)
    return [_week_segment(group) for group in groups]


def week_dates(
    segments: Sequence[Segment], first: OnDates, *, ending: bool
) -> list[tuple[Segment, tuple[DateRef, ...]]]:
    """Each segment of weekdays with its dates in the week of a heading."""
    return [
        (segment, tuple(InWeek(number, first, ending) for number in segment.weekdays))
        for segment in segments
    ]


def _trailing(items: Sequence[Item]) -> list[Segment] | None:
    """A line with one weekday after what is said of it: "Off: Sun"."""
    weekdays = [item for item in items if isinstance(item, WeekdayItem)]
    return [_week_segment(items)] if len(weekdays) == 1 else None


def _week_segment(group: Sequence[Item]) -> Segment:
    numbers: list[int] = []
    dashed = False
    for item in group:
        if isinstance(item, WeekdayItem):
            # Over Sunday too: "Fri - Mon" is four days.
            begin = numbers[-1] + 1 if dashed and numbers else item.number
            length = (item.number - begin) % 7 + 1
            numbers += [(begin + n) % 7 for n in range(length)]
        dashed = isinstance(item, MarkItem) and item.text == "-"
    return Segment(tuple(group), (), tuple(numbers))


def entry_of(
    row: RosterRow, segment: Segment, date_refs: tuple[DateRef, ...], *, dash: bool, person: str
) -> RosterEntry:
    """What a row says of the dates of one of its segments; `dash`: one follows the date alone."""
    items = tuple(item for item in segment.items if not isinstance(item, DateItem | WeekdayItem))
    bare = tuple(number for item in segment.dates for number in getattr(item, "bare", ()))
    return RosterEntry(
        row.line,
        row.text,
        date_refs,
        items,
        segment.weekdays,
        bare,
        dash=dash or segment.dash,
        person=person,
    )
