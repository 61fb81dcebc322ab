"""The days that a roster leaves out, read as free, but for those that an unread line may be about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from heartplanner.core.plan.model import FREE, each_date
from heartplanner.core.roster.language.undated import days_meant, is_silent
from heartplanner.core.roster.roster import Reading, Roster, Unread, covered_days


class _DatedLine(NamedTuple):
    """A line and the days that it names."""

    line: int
    days: tuple[date, ...]


def with_rest_free(roster: Roster) -> Roster:
    """With every day that it covers read as free that no line names or may be about."""
    covered = covered_days(roster)
    if covered is None:
        return roster
    between = each_date(*covered)
    named = {reading.date for reading in roster.readings}
    named.update(day for unread in roster.unread for day in unread.dates)
    named.update(_open_days(roster, between))
    free = [Reading(day, FREE) for day in between if day not in named]
    return roster._replace(readings=tuple(sorted([*roster.readings, *free], key=_by_date)))


def _open_days(roster: Roster, between: Sequence[date]) -> Iterator[date]:
    """The days that lines without a date may be about, and those from an unread series on."""
    read = (_DatedLine(each.line, (each.date,)) for each in roster.readings if each.line)
    unread = (_DatedLine(each.line, each.dates) for each in roster.unread if each.dates)
    dated = [*read, *unread]
    for line in roster.unread:
        if (since := line.since) is not None:
            yield from (day for day in between if day >= since)
        elif not (line.dates or line.aside or is_silent(line.text)):
            yield from days_meant(line.text, between)
            yield from _around(line, dated, between)


def _around(line: Unread, dated: Sequence[_DatedLine], between: Sequence[date]) -> list[date]:
    """The days from the dated line above to the one below: a line between others may be about those.

    Above all dated lines it may be about what the roster covers before them, and below all after them.
    """
    above = max((each.line for each in dated if each.line < line.line), default=None)
    below = min((each.line for each in dated if each.line > line.line), default=None)
    days = [day for each in dated if each.line in (above, below) for day in each.days]
    days += between[:1] if above is None else []
    days += between[-1:] if below is None else []
    return each_date(min(days), max(days))


def _by_date(reading: Reading) -> date:
    return reading.date
