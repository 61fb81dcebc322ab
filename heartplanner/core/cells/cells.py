"""What the cell of a day says: the same words on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from heartplanner.core.cells.day_marks import AwayKind, BlockMark, away_kind, block_mark
from heartplanner.core.explain.reasons import GUESS_NOTE, block_title, day_line, planned_line
from heartplanner.core.plan.model import CYCLE_WEEKS, Band, MovedAdmin, Note, OtherHours, Swap
from heartplanner.core.schedule.blocks import Block, Kind
from heartplanner.core.schedule.changes import Off
from heartplanner.core.schedule.days import SATURDAY, Day
from heartplanner.core.schedule.totals import Week
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import (
    MONTHS,
    brief_span,
    clock,
    clock_span,
    hours,
    long_date,
    month_day,
    tight_span,
)

DAY_MINUTES = 24 * 60


Wording = tuple[str, ...]
"""The same said ever shorter: a narrow cell takes the first that fits."""


class Tone(StrEnum):
    """What a chip's colour tells; its text tells it too."""

    DAY = "day"
    EVENING = "evening"
    ADMIN = "admin"
    OTHER = "other"


class Chip(NamedTuple):
    """A worked block as a cell shows it; `begin` and `end`: where in the day's 24 hours, 0 to 1.

    `mark`: what is special about it, None where it is as the rotation has it.
    """

    tone: Tone
    title: Wording
    detail: Wording
    begin: float
    end: float
    mark: BlockMark | None = None


class Gone(NamedTuple):
    """What a day was to be and is not: its new name, and what the rotation had; `kind` gives its frame."""

    title: Wording
    detail: Wording
    kind: AwayKind = AwayKind.GIVEN


class BreakBand(NamedTuple):
    """A day's piece of the break's band: its words, and whether the band begins or ends here.

    `day` of `of`: its place in the break.
    """

    text: Wording
    begins: bool
    ends: bool
    day: int = 1
    of: int = 1


class Cell(NamedTuple):
    """A day's cell. `name` is the whole of it in words, for a screen reader."""

    date: date
    number: str
    caption: Wording
    chips: tuple[Chip, ...]
    gone: Gone | None
    break_band: BreakBand | None
    on_weekend: bool
    worked_weekend: bool
    guess: bool
    notes: tuple[str, ...]
    name: str


def cell(day: Day, display: DisplayFormat = DEFAULT_FORMAT, occasions: Sequence[str] = ()) -> Cell:
    """The cell of a day; `occasions` are its holiday and milestones in words."""
    notes = (*_break_note(day), *occasions, *_notes(day, display))
    return Cell(
        date=day.date,
        number=str(day.date.day),
        caption=_caption(day),
        chips=tuple(
            chip(block, display)._replace(mark=block_mark(day, block)) for block in day.blocks
        ),
        gone=_gone(day),
        break_band=_break_band(day),
        on_weekend=day.date.weekday() >= SATURDAY,
        worked_weekend=day.weekend == "on",
        guess=day.guess,
        notes=notes,
        name=", ".join([_name(day, display), *([GUESS_NOTE] if day.guess else []), *notes]),
    )


def chip(block: Block, display: DisplayFormat = DEFAULT_FORMAT) -> Chip:
    """A block in a cell's few words: its hours loud, its kind under them; admin the other way round."""
    begin = block.start.hour * 60 + block.start.minute
    end = block.end.hour * 60 + block.end.minute
    end = end if block.end.date() == block.start.date() else DAY_MINUTES
    spelled = _wide(clock_span(block.start, block.end, display))
    tight = tight_span(block.start, block.end, display)
    name = block_title(block)
    if block.kind in (Kind.ADMIN, Kind.TRAINING):
        title: Wording = (name,)
        detail: Wording = (spelled, tight, clock(block.start, display))
    else:
        title = (_wide(brief_span(block.start, block.end, display)), tight)
        detail = (name, name.removesuffix(" shift"))
    return Chip(tone(block), title, detail, begin / DAY_MINUTES, end / DAY_MINUTES)


class WeekCell(NamedTuple):
    """A week's hours, its place in the cycle, and what was planned if that is not what is worked."""

    hours: str
    place: str
    planned: str
    name: str


def week_cell(week: Week) -> WeekCell:
    """The cell at the end of a week's row."""
    at = week.days[-1].at
    if at is None:
        return WeekCell("", "", "", "Before your start date")
    worked, planned = hours(week.totals.minutes), hours(week.totals.planned_minutes)
    place = f"week {at.week} of {CYCLE_WEEKS}"
    other = f"{planned} planned" if worked != planned else ""
    words = ", ".join(part for part in (worked, other, place) if part)
    return WeekCell(worked, place, other, f"Week of {month_day(week.first)}: {words}")


def _wide(hours_text: str) -> str:
    """Hours with the dash of print: 9 – 9."""
    return hours_text.replace("-", " – ")


def tone(block: Block) -> Tone:
    """What a block's colour tells."""
    if block.kind is Kind.ADMIN:
        return Tone.ADMIN
    match block.band:
        case Band.DAY:
            return Tone.DAY
        case Band.EVENING:
            return Tone.EVENING
        case None:
            return Tone.OTHER


def _caption(day: Day) -> Wording:
    """What stands beside the number: a month's name on its first, the worked weekend, a doubt."""
    words = _caption_words(day)
    if not day.guess:
        return words
    return (f"{words[0]}, {GUESS_NOTE}", f"{words[-1]} ?") if words[0] else (GUESS_NOTE, "?")


def _caption_words(day: Day) -> Wording:
    month = MONTHS[day.date.month - 1][:3] if day.date.day == 1 else ""
    if day.date.weekday() == SATURDAY and day.weekend == "on":
        return (f"{month}, weekend on", f"{month}, on", month) if month else ("weekend on", "on")
    return (month,)


def _gone(day: Day) -> Gone | None:
    """Shown on a day whose planned work is not worked at all."""
    absent = day.off in (Off.LEAVE, Off.SICK, Off.CALLED_OFF)
    if day.blocks or (day.planned is None and not absent):
        return None
    if absent or day.planned is None:
        title: Wording = (str(day.off).capitalize(),)
    elif day.planned.kind is Kind.ADMIN:
        title = ("Admin moved", "Moved")
    else:
        title = ("Given away", "Given")
    was = f"was {planned_line(day)}"
    brief = was.removesuffix(" shift")
    return Gone(title, (was, brief, brief.removeprefix("was ")), away_kind(day))


def _break_note(day: Day) -> Iterator[str]:
    """The place in the break of a day that is worked after all, whose cell has no room for the band."""
    if day.blocks and day.in_break:
        yield f"break, day {day.in_break.day} of {day.in_break.of}"


def _notes(day: Day, display: DisplayFormat) -> Iterator[str]:
    """What changes say on a day beside its blocks, and what the rotation had in their place."""
    for change in day.changes:
        match change.what:
            case Swap(_, take, _, colleague) if take == day.date:
                yield f"swap with {colleague}" if colleague else "swap"
            case OtherHours() if day.planned and day.planned.kind is Kind.SHIFT:
                spelled = brief_span(day.planned.start, day.planned.end, display)
                yield f"was {_wide(spelled)}"
            case MovedAdmin(start, to) if to == day.date != start:
                yield f"admin of {month_day(start)}"
            case Note(_, text):
                yield text
            case _:
                pass


def _break_band(day: Day) -> BreakBand | None:
    place = day.in_break
    if place is None:
        return None
    count = f"{place.day} of {place.of}"
    text: Wording = (f"day {count}", count)
    if place.day == 1 or day.date.weekday() == 0:
        text = (f"Break, day {count}", f"Break, {count}", count)
    return BreakBand(text, place.day == 1, place.day == place.of, place.day, place.of)


def _name(day: Day, display: DisplayFormat) -> str:
    words = [day_line(day, display)]
    if day.planned and not day.blocks:
        words.append(f"planned: {planned_line(day)}")
    if day.weekend == "on":
        words.append("weekend on")
    return f"{long_date(day.date)}: {', '.join(words)}"
