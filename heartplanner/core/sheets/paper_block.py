"""A worked block on paper: its code letter, what that means, and its hours."""

from __future__ import annotations

from typing import NamedTuple

from heartplanner.core.cells.cells import Tone, Wording, tone
from heartplanner.core.plan.hours import BAND_HOURS, Hours
from heartplanner.core.schedule.blocks import Block, Kind
from heartplanner.core.schedule.cycle import next_day
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import brief_span, clock_span, tight_span

NEXT_DAY = "+1"
"""It follows hours that end on the next day; the legend says so."""


class PaperBlock(NamedTuple):
    """A worked block on paper: its code letter, its tone, its hours ever shorter.

    `meaning`: what the letter stands for, in words.
    """

    letter: str
    tone: Tone
    hours: Wording
    meaning: str = ""


def paper_block(
    block: Block, usual: Hours | None = None, display: DisplayFormat = DEFAULT_FORMAT
) -> PaperBlock:
    """A block's few words on paper: D 9a-9p, E noon-midnight, S 7p-7a next day.

    `usual`: the hours that are assigned on its day, which a shift of one's own hours is known by.
    """
    if display.hours24:
        wording: Wording = (brief_span(block.start, block.end, display),)
    else:
        spelled = clock_span(block.start, block.end).replace(" am", "a").replace(" pm", "p")
        wording = (spelled, tight_span(block.start, block.end))
    if block.ends_next_day:
        # The legend explains +1, which stands where there is no room for words.
        wording = (f"{wording[0]} next day", *(f"{words} {NEXT_DAY}" for words in wording))
    return PaperBlock(
        block.letter,
        tone(block),
        wording,
        _code_name(block, usual or block.hours, display),
    )


def _code_name(block: Block, usual: Hours, display: DisplayFormat) -> str:
    """What a letter means: Day, 9 am-9 pm; Shift, 7 pm-7 am. `usual`: the hours of one's own."""
    match block.kind:
        case Kind.ADMIN:
            return "Admin"
        case Kind.TRAINING:
            return "Training"
        case Kind.EXTRA:
            return f"Extra {block.band} shift" if block.band else "Extra shift"
        case Kind.SHIFT if block.band:
            return f"{block.band.capitalize()}, {clock_span(*BAND_HOURS[block.band], display)}"
        case Kind.SHIFT:
            ends = " the next day" if next_day(usual) else ""
            return f"Shift, {clock_span(*usual, display)}{ends}"
