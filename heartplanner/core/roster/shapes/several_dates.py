"""Lines with several dates, or weekdays: whether what is said of one is surely said of no other.

"12/7 D, 12/8 -, 12/9 E" has a free day in its middle. "8/2, 8/3 off" gives one word to two dates, and so
might "12/7 D 12/8 12/9 E", where the second date has lost its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from heartplanner.core.roster.language.grammar import parsed
from heartplanner.core.roster.language.items import (
    DateItem,
    Item,
    MarkItem,
    SpanItem,
    WeekdayItem,
)
from heartplanner.core.roster.language.mode import Mode
from heartplanner.core.roster.language.tokens import DASHES
from heartplanner.core.roster.reach.scope import is_onward

UNCLEAR_DATES = "it is not clear which of its dates each shift is of: write one day on a line"
ONWARD = "it may be about more than the day that it names: write one day on a line"
BARE = re.compile(rf"(?P<date>.*\w\.?)\s*:?\s*[{DASHES}]{{1,2}}\s*", re.DOTALL)
"""A date, and a dash alone after it."""
BARE_WITHIN = re.compile(
    rf"\w\.?\s*:?\s*[{DASHES}]{{1,2}}(?:\s*[|;\u2022\u00b7,./]|\s+and\b|\t|\s\s|$)"
)
MARKED = (
    r"\s*\|\s*",
    r"\s*;\s*",
    r"\s*[\u2022\u00b7]\s*",
    r"\s*,\s*",
    r"\s+/\s+",
    r"\s+and\s+",
    r"\.\s+",
)
"""Signs that end what is said of one date."""
BLANK = (r"\s*\t\s*", r"\s{2,}")
"""Blanks do so too, in a row of several: in one alone the dash may be that of a range."""
LEAST_BLANK = 3
JOINED = {(), (",",), ("&",), ("/",), (";",), (",", "&"), ("|",)}
"""What stands between dates of which the same is said."""
RANGE = ("-",)
WIDE_RANGE = re.compile(rf"\S ?[{DASHES}](?:\s\s|\t)")
SPACED_RANGE = re.compile(rf"\s[{DASHES}]\s")


def with_free_dashes(text: str, mode: Mode) -> str:
    """A line of several dates, with "off" for each dash that stands alone in the place of a shift.

    It is the same text where a dash may be anything else.
    """
    if BARE_WITHIN.search(text) is None:
        return text
    for cut in (*MARKED, *BLANK):
        pieces = re.split(f"({cut})", text, flags=re.IGNORECASE)
        said = pieces[::2]
        if len(said) >= (LEAST_BLANK if cut in BLANK else 2) and _are_days(said, mode):
            # At the line's end it may begin a range, unless another one shows what dashes are here.
            last = 0 if any(map(BARE.fullmatch, said[:-1])) else 1
            pieces[: len(pieces) - last : 2] = [
                f"{bare['date']} off" if (bare := BARE.fullmatch(piece)) else piece
                for piece in said[: len(said) - last]
            ]
            return "".join(pieces)
    return text


def _are_days(pieces: Sequence[str], mode: Mode) -> bool:
    """Whether each piece is one date and what is said of it, a dash alone or more, and one says more."""
    bare = [BARE.fullmatch(piece) for piece in pieces]
    if not any(bare) or all(bare):
        return False
    kinds = {
        _kind(match["date"] if match else piece, mode, alone=match is not None)
        for piece, match in zip(pieces, bare, strict=True)
    }
    return len(kinds) == 1 and None not in kinds


def _kind(text: str, mode: Mode, *, alone: bool) -> type[DateItem | WeekdayItem] | None:
    """Whether a text begins with one date, or else with one weekday; `alone`: and has nothing else."""
    parses = parsed(text, mode)
    items = [item for item in parses[0] if not isinstance(item, MarkItem)]
    dates = [item for item in items if isinstance(item, DateItem | SpanItem)]
    weekdays = [item for item in items if isinstance(item, WeekdayItem)]
    if len(parses) > 1 or len(weekdays) > 1 or len(dates) > 1 or not (dates or weekdays):
        return None
    named = len(dates) + len(weekdays)
    whole = (len(items) == named) is alone
    first = all(isinstance(item, DateItem | WeekdayItem) for item in items[:named])
    if not (whole and first):
        return None
    if not dates:
        return WeekdayItem
    spans = [span for item in dates if isinstance(item, DateItem) for span in item.spans]
    return DateItem if len(spans) == 1 and spans[0][1] is None else None


def why_unclear(text: str, items: Sequence[Item], kind: type[DateItem | WeekdayItem]) -> str:
    """Why what a line with days says is surely of none of them, or ""; `kind`: what names its days."""
    if _are_unclear(text, items, kind):
        return UNCLEAR_DATES
    return ONWARD if is_onward(text) else ""


def _are_unclear(text: str, items: Sequence[Item], kind: type[DateItem | WeekdayItem]) -> bool:
    """Whether a shift may be of one date of its line only, though it stands behind several.

    Dates are surely taken together where a comma or the like joins them, and another sign parts them from
    the next shift.
    """
    joins, cuts = [*_between(items, kind, joined=True)], [*_between(items, kind, joined=False)]
    ranged = any(_is_range(item) for item in items) or (kind is WeekdayItem and RANGE in joins)
    if ranged and kind is DateItem and WIDE_RANGE.search(text):
        return True
    spaced = ranged and SPACED_RANGE.search(text) is not None
    if spaced and not {(), RANGE}.isdisjoint(cuts):
        return True
    if kind is WeekdayItem:
        joins = [marks for marks in joins if marks != RANGE]
    return not (JOINED.issuperset(joins) and {*joins}.isdisjoint(cuts))


def _is_range(item: Item) -> bool:
    return isinstance(item, DateItem) and any(last is not None for _, last in item.spans)


def _between(
    items: Sequence[Item], kind: type[DateItem | WeekdayItem], *, joined: bool
) -> Iterator[tuple[str, ...]]:
    """The signs between each day and the next, or else between what is said of one and the next day.

    `joined`: the former. Brackets around a weekday beside a date are none of them.
    """
    days = DateItem | SpanItem if kind is DateItem else WeekdayItem
    marks: list[str] = []
    says, begun, bracketed = False, False, False
    for item in items:
        if isinstance(item, days):
            if begun and says is not joined:
                yield tuple(mark for mark in marks if not (bracketed and mark in "()"))
            says, begun, bracketed, marks = isinstance(item, SpanItem), True, False, []
        elif isinstance(item, MarkItem):
            marks.append(item.text)
        elif isinstance(item, WeekdayItem):
            bracketed = True
        else:
            says, bracketed, marks = True, False, []
