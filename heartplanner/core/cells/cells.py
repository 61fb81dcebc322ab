"""What the cell of a day says: the same words on screen and on paper.

Room is not known here. So each text is a list of wordings, the longest first, of which the first that
fits is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from heartplanner.core.cells.day_marks import (
    AwayKind,
    BlockMark,
    CellNote,
    NoteKind,
    away_kind,
    block_mark,
)
from heartplanner.core.explain.hours_text import parts_hours, week_hours
from heartplanner.core.explain.reasons import (
    NOT_CONFIRMED,
    block_title,
    given_to,
    planned_line,
)
from heartplanner.core.explain.spoken import spoken_name
from heartplanner.core.plan.change import MovedAdmin, Note, OtherHours, Swap
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import CYCLE_WEEKS, Assignment
from heartplanner.core.schedule.blocks import Block, Kind
from heartplanner.core.schedule.changes import ABSENCES
from heartplanner.core.schedule.cycle import assigned_band
from heartplanner.core.schedule.days import SATURDAY, Day
from heartplanner.core.schedule.ranges.rows import CalendarRow
from heartplanner.core.schedule.totals import Week
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import (
    MONTHS,
    brief_span,
    clock_span,
    hours,
    listed,
    month_day,
    print_dash,
    sentence_case,
    tight_span,
)

DAY_MINUTES = 24 * 60

Wording = tuple[str, ...]
"""The same said ever shorter: a narrow cell takes the first that fits."""


class Tone(StrEnum):
    """What a chip's color tells; its text tells it too."""

    DAY = "day"
    EVENING = "evening"
    OWN = "own"
    """Shifts of the responder's own hours."""
    ADMIN = "admin"
    OTHER = "other"


class Chip(NamedTuple):
    """A worked block as a cell shows it: its kind over its hours.

    `begin` and `end` say where it lies in the day's 24 hours, from 0 to 1. `mark` is what is special
    about it, None where it is as the rotation has it. `goes_on`: it ends on the next day.
    """

    tone: Tone
    title: Wording
    detail: Wording
    begin: float
    end: float
    mark: BlockMark | None = None
    goes_on: bool = False


class Gone(NamedTuple):
    """What a day was to be and is not: its new name, and what the rotation had; `kind` gives its frame."""

    title: Wording
    detail: Wording
    kind: AwayKind = AwayKind.GIVEN


class BreakBand(NamedTuple):
    """A day's part of the bar over a break: its words, and whether the bar begins or ends here.

    `day` of `of`: its place in the break.
    """

    text: Wording
    begins: bool
    ends: bool
    day: int = 1
    of: int = 1


class Cell(NamedTuple):
    """A day's cell. `name` says the whole of it in one sentence, for a screen reader."""

    date: date
    number: str
    caption: Wording
    chips: tuple[Chip, ...]
    gone: Gone | None
    break_band: BreakBand | None
    on_weekend: bool
    worked_weekend: bool
    guess: bool
    notes: tuple[CellNote, ...]
    name: str


def cell(
    day: Day,
    display: DisplayFormat = DEFAULT_FORMAT,
    day_notes: Sequence[CellNote] = (),
    today: date | None = None,
) -> Cell:
    """The cell of a day; `day_notes` are its holiday and reminder dates.

    `today` is only named in the spoken sentence, so paper, which stays true for longer, gives none.
    """
    notes = (*_break_note(day), *day_notes, *_notes(day, display))
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
        name=spoken_name(day, display, [note.in_full for note in day_notes], today),
    )


def chip(block: Block, display: DisplayFormat = DEFAULT_FORMAT) -> Chip:
    """A block in a cell's few words: its kind, and under it its hours."""
    # Where in the day a block lies is drawn as a bar, so that an evening is seen before it is read.
    begin = block.start.hour * 60 + block.start.minute
    end = block.end.hour * 60 + block.end.minute
    # A chip is drawn on the day on which its block begins: what lies after midnight is cut.
    end = end if block.end.date() == block.start.date() else DAY_MINUTES
    name = block_title(block)
    brief = name.removesuffix(" shift")
    # One label for one shift everywhere: its kind over its hours. Small cells drop the word "shift".
    title: Wording = (name,) if name == brief else (name, brief)
    detail: Wording = (
        print_dash(clock_span(block.start, block.end, display)),
        print_dash(tight_span(block.start, block.end, display)),
    )
    return Chip(
        tone(block),
        title,
        detail,
        begin / DAY_MINUTES,
        end / DAY_MINUTES,
        goes_on=block.ends_next_day,
    )


class WeekCell(NamedTuple):
    """A week's hours, its place in the cycle, and a remark: how much is leave, or what was planned."""

    hours: str
    place: str
    remark: str
    name: str


def week_cell(row: CalendarRow) -> WeekCell:
    """The cell at the end of a row: its work week, or the parts of several where the work week changes."""
    begun = [week for week in row.weeks if week.at]
    if not begun:
        return WeekCell("", "", "", "Before your start date")
    cells = [_one_week(week) for week in begun]
    if len(cells) == 1:
        return cells[0]
    name = "; ".join(part.name for part in cells)
    if len(cells) > 2:
        worked = hours(sum(week.totals.credited_minutes for week in begun))
        return WeekCell(worked, cells[-1].place, f"{len(cells)} part weeks", name)
    days = " and ".join(str(len(week.days)) for week in begun)
    return WeekCell(parts_hours(begun), cells[-1].place, f"{days} days", name)


def _one_week(week: Week) -> WeekCell:
    assert week.at is not None
    credited, remark = week_hours(week)
    place = f"week {week.at.week} of {CYCLE_WEEKS}"
    words = ", ".join(filter(None, (credited, remark, place)))
    return WeekCell(credited, place, remark, f"Week of {month_day(week.first)}: {words}")


def usual_tone(assignment: Assignment) -> Tone:
    """The color of the shifts that an assignment has."""
    match assigned_band(assignment):
        case Band.DAY:
            return Tone.DAY
        case Band.EVENING:
            return Tone.EVENING
        case None:
            return Tone.OWN


def tone(block: Block) -> Tone:
    """The color of a block, by its kind and band."""
    if block.kind is Kind.ADMIN:
        return Tone.ADMIN
    # Hours of one's own have no band, and so the color of neither.
    if block.kind is Kind.SHIFT and block.band is None:
        return Tone.OWN
    match block.band:
        case Band.DAY:
            return Tone.DAY
        case Band.EVENING:
            return Tone.EVENING
        case None:
            return Tone.OTHER


def _caption(day: Day) -> Wording:
    """What stands beside the number: a month's name on its first, a doubt."""
    month = MONTHS[day.date.month - 1][:3] if day.date.day == 1 else ""
    if not day.guess:
        return (month,)
    # A block has a question mark of its own, so that where there is room for no more one is enough.
    mark = "" if day.blocks else "?"
    if not month:
        return (NOT_CONFIRMED, "not confirmed", mark)
    return (f"{month}, {NOT_CONFIRMED}", f"{month} {mark}".strip())


def _gone(day: Day) -> Gone | None:
    """Shown on a day whose planned work is not worked at all."""
    absent = day.off in ABSENCES
    if day.blocks or (day.planned is None and not absent):
        return None
    if absent or day.planned is None:
        title: Wording = (str(day.off).capitalize(),)
    elif day.planned.kind is Kind.ADMIN:
        title = ("Admin moved", "Moved")
    else:
        given = sentence_case(given_to(day))
        title = (given, given.replace("Given to", "To", 1), "Given away", "Given")
    # What the rotation had stays readable: a person who swaps wants to see what they gave. Of a day that it
    # leaves free an absence took what was added.
    added = listed([block_title(off.block).lower() for off in day.taken_off])
    was = f"was {planned_line(day) if day.planned else added}"
    brief = was.removesuffix(" shift")
    return Gone(title, (was, brief, brief.removeprefix("was ")), away_kind(day))


def _break_note(day: Day) -> Iterator[CellNote]:
    """The place in its break of a day that is worked after all: its cell has no room for the bar."""
    if day.blocks and day.in_break:
        text = f"break, day {day.in_break.day} of {day.in_break.of}"
        yield CellNote(NoteKind.BREAK, text)


def _notes(day: Day, display: DisplayFormat) -> Iterator[CellNote]:
    """What changes say on a day beside its blocks, and what the rotation had in their place."""
    for change in day.changes:
        match change.what:
            case Swap(_, take, _, colleague) if take == day.date:
                yield CellNote(NoteKind.SWAP, f"swap with {colleague}" if colleague else "swap")
            case OtherHours() if day.planned and day.planned.kind is Kind.SHIFT:
                spelled = brief_span(day.planned.start, day.planned.end, display)
                yield CellNote(NoteKind.HOURS, f"was {print_dash(spelled)}")
            case MovedAdmin(start, to) if to == day.date != start:
                yield CellNote(NoteKind.MOVED, f"admin of {month_day(start)}")
            case Note(_, text):
                yield CellNote(NoteKind.NOTE, text)
            case _:
                pass


def _break_band(day: Day) -> BreakBand | None:
    place = day.in_break
    if place is None:
        return None
    count = f"{place.day} of {place.of}"
    text: Wording = (f"day {count}", count)
    # The word stands once a row, where the eye begins: on the break's first day, and on Mondays.
    if place.day == 1 or day.date.weekday() == 0:
        text = (f"Break, day {count}", f"Break, {count}", count)
    return BreakBand(text, place.day == 1, place.day == place.of, place.day, place.of)
