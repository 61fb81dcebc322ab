"""A day in one sentence, for a screen reader: it says what the day's cell or row shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from heartplanner.core.explain.reasons import (
    BEFORE_START,
    NOT_CONFIRMED,
    WORKING_WEEKEND,
    block_title,
    day_line,
    given_to,
)
from heartplanner.core.plan.change import MovedAdmin, Note, OtherHours, Swap
from heartplanner.core.schedule.blocks import Block, Kind
from heartplanner.core.schedule.days import Day
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import clock_span, long_date, month_day

LONGEST_NAME = 119
"""Characters of a row in a list: a screen reader says it at once, and nobody hears more to its end."""


def spoken_name(
    day: Day, display: DisplayFormat, day_notes: Sequence[str] = (), today: date | None = None
) -> str:
    """Tuesday, August 5, 2025, today: given to Lee; it was a day shift, 9 am-9 pm.

    `day_notes` are the day's holiday and reminder dates in words.
    """
    now = ", today" if day.date == today else ""
    parts = [_state(day, display), *_beside(day), *day_notes, *_changes(day, display)]
    return f"{long_date(day.date)}{now}: {', '.join(parts)}."


def _beside(day: Day) -> Iterator[str]:
    if day.weekend == "on":
        yield WORKING_WEEKEND
    if day.blocks and day.in_break:
        yield f"break, day {day.in_break.day} of {day.in_break.of}"


def _changes(day: Day, display: DisplayFormat) -> Iterator[str]:
    """What changes say of a day beside its blocks, each in a few words."""
    for change in day.changes:
        match change.what:
            case Swap(_, take, _, colleague) if take == day.date:
                yield f"swap with {colleague}" if colleague else "swap"
            case OtherHours() if day.planned and day.planned.kind is Kind.SHIFT:
                yield f"changed from {clock_span(day.planned.start, day.planned.end, display)}"
            case MovedAdmin(start, to) if to == day.date != start:
                yield f"admin moved from {month_day(start)}"
            case Note(_, text):
                yield text
            case _:
                pass


def _state(day: Day, display: DisplayFormat) -> str:
    """What is worked, or why nothing is and what the rotation had in its place."""
    if day.at is None:
        return BEFORE_START
    if day.blocks:
        return " and ".join(_worked(day, display))
    doubt = f", {NOT_CONFIRMED}" if day.guess else ""
    if day.planned is None:
        return f"{day_line(day, display)}{doubt}"
    # What the rotation had is said only where nothing is worked: else the blocks say it all.
    name = _block(day.planned, display)
    was = f"it was {_article(name) if day.planned.kind.is_shift else ''}{name}"
    return f"{_gone(day)}; {was}"


def _worked(day: Day, display: DisplayFormat) -> Iterator[str]:
    for block in day.blocks:
        doubt = f", {NOT_CONFIRMED}" if day.is_guess(block) else ""
        yield f"{_block(block, display)}{doubt}"


def _gone(day: Day) -> str:
    """What became of work that the rotation has on a day on which nothing is worked."""
    if day.taken_off:
        return str(day.off)
    for change in day.changes:
        if isinstance(change.what, MovedAdmin) and change.what.date == day.date:
            return f"admin moved to {long_date(change.what.to)}"
    return given_to(day)


def _block(block: Block, display: DisplayFormat) -> str:
    name = block_title(block).lower()
    ends = " the next day" if block.ends_next_day else ""
    return f"{name}, {clock_span(block.start, block.end, display)}{ends}"


def _article(name: str) -> str:
    return "an " if name[0] == "e" else "a "
