"""What several lines say of one day: whether they agree, and the readings that they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from heartplanner.core.roster.dates.date_refs import has_range
from heartplanner.core.roster.entries import RosterEntry
from heartplanner.core.roster.language.clocks import DAY_MINUTES, crosses_midnight
from heartplanner.core.roster.language.meaning import Meaning
from heartplanner.core.roster.roster import DayReading
from heartplanner.core.schedule.blocks import ZONE

LONGEST_TEXT = 200
"""Characters of a line that are repeated."""


class DatedMeaning(NamedTuple):
    """What one entry says of one day."""

    date: date
    meaning: Meaning
    entry: RosterEntry


def blocks_of(
    group: Sequence[DatedMeaning], *, changes: bool, by_lines: bool
) -> list[list[DatedMeaning]]:
    """What is said of a day by the blocks that it has; none where lines contradict each other."""
    if not _differ(group):
        return [[*group]]
    if not changes:
        return []
    # Two lines that say the same are one block, and not two.
    blocks: dict[Meaning, list[DatedMeaning]] = {}
    for stated in sorted(group, key=lambda stated: stated.meaning.begin or 0):
        blocks.setdefault(stated.meaning, []).append(stated)
    # A second line of the same kind corrects the first as likely as it adds to it; events stand alone.
    kinds = {(block.letter, block.change) for block in blocks}
    clear = not by_lines or len(kinds) == len(blocks)
    return [*blocks.values()] if clear and _follow(list(blocks)) else []


def _differ(group: Sequence[DatedMeaning]) -> bool:
    """Whether lines contradict each other: other letters, or other hours."""
    letters = {(stated.meaning.letter, stated.meaning.change) for stated in group}
    # A label alone leaves the hours open, so it contradicts no line that states them.
    hours = {stated.meaning[1:3] for stated in group} - {(None, None)}
    return len(letters) > 1 or len(hours) > 1


def _follow(blocks: Sequence[Meaning]) -> bool:
    """Whether blocks in the order of their beginnings have hours, of which none overlap."""
    ends = 0
    for begin, end in ((block.begin, block.end) for block in blocks):
        if begin is None or end is None or begin < ends:
            return False
        ends = end + DAY_MINUTES if crosses_midnight(begin, end) else end
    return True


def shown(text: str) -> str:
    """A line's text as it is repeated."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]}..."


def reading_of(day: date, group: Sequence[DatedMeaning]) -> DayReading:
    """The reading of lines that agree: of the first that states hours, else of the first."""
    best = next((stated for stated in group if stated.meaning.begin is not None), group[0])
    begin, end = best.meaning.begin, best.meaning.end
    line, text = best.entry.line, shown(best.entry.text)
    if begin is None or end is None:
        return DayReading(day, best.meaning.letter, None, None, line, text, best.meaning.change)
    later = DAY_MINUTES if crosses_midnight(begin, end) else 0
    midnight = datetime.combine(day, time())
    start, stop = (
        (midnight + timedelta(minutes=minutes)).replace(tzinfo=ZONE)
        for minutes in (begin, end + later)
    )
    return DayReading(day, best.meaning.letter, start, stop, line, text, best.meaning.change)


def contradicted_lists(
    by_date: Mapping[date, Sequence[DatedMeaning]], *, changes: bool, by_lines: bool
) -> dict[RosterEntry, date]:
    """The entries of several dates that other lines contradict, each with such a day of it.

    Hours that hold for one day of a list and not for another are likely to be none of its days'. An event
    of several days is no such list: it stands beside others.
    """
    wide: dict[RosterEntry, date] = {}
    for day, group in by_date.items():
        entries = [said.entry for said in group if not said.entry.headings]
        lists = [
            entry
            for entry in entries
            if has_range(entry.date_refs) or (by_lines and len(entry.date_refs) > 1)
        ]
        if 0 < len(lists) < len(group) and not blocks_of(group, changes=changes, by_lines=by_lines):
            wide.update((entry, day) for entry in lists)
    return wide
