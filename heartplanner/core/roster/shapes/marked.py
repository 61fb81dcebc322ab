"""Dated lines with a mark by which they may not hold: an open task, what a diff takes away, a quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from heartplanner.core.roster.entries import RosterDraft
from heartplanner.core.roster.harmless.harmless import is_harmless
from heartplanner.core.roster.language.grammar import parsed
from heartplanner.core.roster.language.items import DateItem, SpanItem
from heartplanner.core.roster.language.mode import Mode
from heartplanner.core.roster.source import LONGEST_LINE, RosterRow

MARK = re.compile(r"\s*(?://|;|#|~|\+)")
"""Before a line: what begins a comment, a stroke, and what a diff adds."""
BOX = re.compile(r"\[[^\]\d]?\]|[\u2610-\u2612]")
"""A box to tick, wherever it stands."""
STAR = re.compile(r"\s*\*\s+")
LEAST_BULLETS = 2
QUOTED = re.compile(r"\s*>")
"""What a mail program writes before each line of the message that is answered."""
ADDED = re.compile(r"\s*\+[^\d+]*\d")
TAKEN = re.compile(r"\s*[-\u2212]")
"""A dash before a line is a bullet, unless others have a plus sign there."""
OLDER = "it is quoted from an older message, below the days of a newer one"
WHY = "the mark beside it may call it off"


def without_marked(rows: Sequence[RosterRow], draft: RosterDraft, mode: Mode) -> list[RosterRow]:
    """The rows without the dated ones that have such a mark, which are listed in the draft."""
    differs = any(ADDED.match(_first(row)) for row in rows)
    kept: list[RosterRow] = []
    newer = False
    for row in rows:
        first = _first(row)
        marked = MARK.match(first) or BOX.search(row.text) or (differs and TAKEN.match(first))
        quoted = QUOTED.match(row.text) is not None and newer
        dates = _dates(row, mode) if marked or quoted else []
        if dates:
            date_refs = tuple(ref for item in dates for ref in draft.noted(item))
            draft.refuse(row.line, row.text, WHY if marked else OLDER, date_refs)
        else:
            kept.append(row)
            newer = newer or (any(map(str.isdigit, row.text)) and not QUOTED.match(row.text))
    return kept


def without_bullets(rows: Sequence[RosterRow], mode: Mode) -> Sequence[RosterRow]:
    """The rows without the star before them, where it is a bullet: all dated ones have it, and no other.

    A star before some of them, or anywhere else, may stand for a note, and "* on call" may explain it.
    """
    starred = {row.line for row in rows if STAR.match(row.said)}
    if not starred or any("*" in STAR.sub("", row.said, count=1) for row in rows):
        return rows
    dated = {row.line for row in rows if _dates(row, mode)}
    if len(dated) < LEAST_BULLETS or not starred >= dated:
        return rows
    others = (row.said for row in rows if row.line in starred - dated)
    if not all(is_harmless(STAR.sub("", said)) for said in others):
        return rows
    return [_without_star(row) if row.line in starred else row for row in rows]


def _without_star(row: RosterRow) -> RosterRow:
    first, *others = row.filled
    first = first._replace(text=STAR.sub("", first.text, count=1))
    return row._replace(said=STAR.sub("", row.said, count=1), cells=(first, *others))


def _first(row: RosterRow) -> str:
    """The first cell of a row: what separates the cells of a table is no mark."""
    return row.cells[0].text if row.cells else row.said


def _dates(row: RosterRow, mode: Mode) -> list[DateItem | SpanItem]:
    if len(row.said) > LONGEST_LINE:
        return []
    return [item for item in parsed(row.said, mode)[0] if isinstance(item, DateItem | SpanItem)]
