"""The days compared as two strips of letters: the plan's above the roster's."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from heartplanner.core.cells.cells import Tone, tone
from heartplanner.core.compare.comparison import ComparedDay, Comparison, usual_block
from heartplanner.core.compare.comparison_text import told_block
from heartplanner.core.plan.model import FREE
from heartplanner.core.schedule.blocks import Block, Kind
from heartplanner.core.schedule.days import Day


class StripCell(NamedTuple):
    """A letter on its color; "" where nothing is worked."""

    letter: str = ""
    tone: Tone | None = None
    in_break: bool = False


class StripDay(NamedTuple):
    """One date of both strips; `roster` None: it says nothing of it, or nothing that is understood."""

    date: date
    plan: StripCell
    roster: StripCell | None
    differs: bool
    unread: bool = False


def strip(comparison: Comparison, rest: list[Day]) -> list[StripDay]:
    """The days compared and, of those between them, the `rest`, in order."""
    differing = {compared.date for compared in comparison.differences}
    days = [
        StripDay(
            compared.date,
            _plan_cell(compared.day),
            _told_cell(compared),
            compared.date in differing,
        )
        for compared in comparison.days
    ]
    silent = {*comparison.silent}
    days += [
        StripDay(day.date, _plan_cell(day), None, differs=False, unread=day.date not in silent)
        for day in rest
    ]
    return sorted(days, key=lambda day: day.date)


def _plan_cell(day: Day) -> StripCell:
    if day.blocks:
        return _block_cell(day.blocks[0])
    return StripCell(in_break=day.in_break is not None)


def _told_cell(compared: ComparedDay) -> StripCell:
    reading = compared.readings[0]
    told = told_block(compared, reading) or usual_block(compared.day, reading)
    if told is not None:
        return _block_cell(told)
    return StripCell("" if reading.letter == FREE else reading.letter)


def _block_cell(block: Block) -> StripCell:
    # A roster knows a shift by its hours, extra or not: so does the row above it, or the two would differ.
    shift = block._replace(kind=Kind.SHIFT) if block.kind.is_shift else block
    return StripCell(shift.letter, tone(block))
