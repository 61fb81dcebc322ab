"""A comparison in words: what the roster says of a day, what differs, and what it is taken over as."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from heartplanner.core.compare.choice import TakeOverChoice
from heartplanner.core.compare.comparison import (
    NO_SHIFT,
    WORKED,
    ComparedDay,
    Comparison,
    usual_block,
)
from heartplanner.core.compare.take_over import TakeOver, TakeOverKind
from heartplanner.core.explain.changes.change_titles import change_name
from heartplanner.core.explain.reasons import block_line, day_line
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.plan.hours import HOURS_BAND, Hours
from heartplanner.core.plan.model import ADMIN, FREE, LETTER_BANDS
from heartplanner.core.roster.holding import holding, waiting_words
from heartplanner.core.roster.roster import DayReading, Roster
from heartplanner.core.schedule.blocks import Block, Kind, block, slot
from heartplanner.core.schedule.changes import ABSENT_AS
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import (
    counted,
    listed,
    listed_first,
    month_day,
    sentence_case,
    weekday,
    weekday_date,
)

SILENT_SHOWN = 6
NO_WAY = "its hours are not stated"
NO_ADMIN = "admin that is gone from no other day: move your admin day yourself"
"""Why a difference cannot be taken over."""
TITLES = {
    **{TakeOverKind(kind): off.capitalize() for kind, off in ABSENT_AS.items()},
    TakeOverKind.GIVEN: "Given away",
    TakeOverKind.EXTRA: "Extra shift",
    TakeOverKind.TAKEN: "Taken from someone",
    TakeOverKind.SWAP: "Swapped",
    TakeOverKind.HOURS: "Other hours that day",
    TakeOverKind.ADMIN: "Moved admin",
    TakeOverKind.ADMIN_SWAP: "Moved admin",
    TakeOverKind.TRAINING: "Training",
    TakeOverKind.AS_READ: "As the roster has it",
}

MOST_KINDS = 3
BUTTON = {
    **{TakeOverKind(kind): off for kind, off in ABSENT_AS.items()},
    TakeOverKind.GIVEN: "given away",
    TakeOverKind.EXTRA: "extra",
    TakeOverKind.TAKEN: "taken",
    TakeOverKind.HOURS: "with other hours",
    TakeOverKind.ADMIN: "with moved admin",
    TakeOverKind.ADMIN_SWAP: "with moved admin",
    TakeOverKind.TRAINING: "training",
    TakeOverKind.TAKEN_BACK: "back as it was",
    TakeOverKind.AS_READ: "as read",
}
"""What days become, beside how many of them do."""


def summary(comparison: Comparison) -> str:
    """25 days are the same. 4 differ. The roster says nothing of 2 days. 1 line was not understood."""
    same, differ, silent = (
        len(days) for days in (comparison.same, comparison.differences, comparison.silent)
    )
    is_ = "is" if same == 1 else "are"
    compared = (
        f"{counted(same, 'day')} {is_} the same." if same or differ else "No day was compared."
    )
    parts = [compared]
    parts += [f"{differ} differ{'s' if differ == 1 else ''}."] if differ else []
    parts += [f"The roster says nothing of {counted(silent, 'day')}."] if silent else []
    holds = holding(Roster((), comparison.unread))
    unread = sum(not line.aside for line in comparison.unread) - (len(holds.held) if holds else 0)
    was = _was(unread)
    days = len(comparison.open_days)
    about = f", so {counted(days, 'day')} {_was(days)} not compared" if days else ""
    parts += [f"{sentence_case(waiting_words(holds))}."] if holds else []
    parts += [f"{counted(unread, 'line')} {was} not understood{about}."] if unread else []
    return " ".join(parts)


def _was(count: int) -> str:
    return "was" if count == 1 else "were"


def silent_words(comparison: Comparison) -> str:
    """The roster says nothing of Sat, Oct 11. Its lines of Mon, Oct 13 were not understood. They stay."""
    silent, unclear = comparison.silent, comparison.open_days
    said = [f"The roster says nothing of {_some(silent)}."] if silent else []
    said += [f"Its lines about {_some(unclear)} were not understood."] if unclear else []
    return f"{' '.join(said)} These days stay as they are."


def _some(days: Sequence[date]) -> str:
    """The first of some days, and how many more there are."""
    return listed_first([weekday_date(day) for day in days], SILENT_SHOWN)


def roster_line(compared: ComparedDay, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """What the roster says of a day: Day shift 9-9; day off; sick."""
    return ", ".join(_reading_line(compared, reading, display) for reading in compared.readings)


def _reading_line(compared: ComparedDay, reading: DayReading, display: DisplayFormat) -> str:
    told = told_block(compared, reading)
    # Before the letter, which of leave says no more than that one is free.
    if isinstance(reading.change, AbsenceKind):
        return str(ABSENT_AS[reading.change])
    if reading.letter in (FREE, NO_SHIFT, WORKED) and told is None:
        return {FREE: "day off", NO_SHIFT: "no shift", WORKED: "work, without hours"}[
            reading.letter
        ]
    if told is None:
        return "Admin" if reading.letter == ADMIN else "Shift"
    return block_line(told, display)


def told_block(compared: ComparedDay, reading: DayReading) -> Block | None:
    """The block that a reading tells of; None where it names no hours."""
    if reading.start is None or reading.end is None:
        return usual_block(compared.day, reading) if reading.letter in LETTER_BANDS else None
    hours = Hours(reading.start.time(), reading.end.time())
    # W, hours that are neither a shift's nor an admin block's, is taken for a shift: one works.
    kind = Kind.ADMIN if reading.letter == ADMIN else Kind.SHIFT
    if isinstance(reading.change, Kind):
        kind = reading.change
    return block(kind, HOURS_BAND.get(hours), compared.date, hours, slot(compared.date, kind))


def take_over_title(way: TakeOver, day: date) -> str:
    """What a difference is taken over as, on one of its days."""
    other = next((weekday_date(date_) for date_ in way.dates if date_ != day), "")
    if way.kind is TakeOverKind.TAKEN_BACK:
        names = dict.fromkeys(map(change_name, way.taken_back))
        return sentence_case(f"{listed(list(names))} taken back")
    title = TITLES[way.kind]
    if way.kind is TakeOverKind.ADMIN_SWAP:
        return _admin_swap_title(way.dates, day)
    if (
        any(isinstance(change, Absence) for change in way.changes)
        and day == way.dates[-1]
        and other
    ):
        return f"{title}, from {other}, in place of the shift"
    return f"{title}, {'to' if day == way.dates[0] else 'from'} {other}" if other else title


def _admin_swap_title(dates: Sequence[date], day: date) -> str:
    """Admin time moves from the first date to the second, whose shift is swapped to the third."""
    _, to, swapped = map(weekday_date, dates)
    match dates.index(day):
        case 0:
            return f"Admin to {to}, with a swap"
        case 1:
            return f"Shift to {swapped}, admin here"
        case _:
            return f"Swapped, from {to}"


def no_way(compared: ComparedDay) -> str:
    """Why a difference cannot be taken over."""
    readings = compared.left[1]
    admin = any(reading.letter == ADMIN for reading in readings)
    return NO_ADMIN if admin else NO_WAY


def swap_words(way: TakeOver) -> str:
    """What looks like a swap, in a sentence."""
    given, taken = (f"{weekday(day)}, {month_day(day)}" for day in way.dates)
    return f"The roster has your shift of {given}, on {taken} instead."


def taken_over_words(chosen: TakeOverChoice) -> str:
    """What was taken over, for the list of steps and the message: 1 swap and 2 other changes."""
    swaps = sum(way.kind is TakeOverKind.SWAP for way in chosen.taken_over)
    others = len(chosen.taken_over) - swaps
    if not swaps:
        return f"{counted(others, 'change')} from a roster"
    rest = f" and {counted(others, 'other change')}" if others else ""
    return f"{counted(swaps, 'swap')}{rest} from a roster"


def take_words(chosen: TakeOverChoice) -> str:
    """What the button does: Take over 3 days: 2 given away, 1 taken; Take over the swap."""
    kinds = Counter(way.kind for way in chosen.taken_over)
    swaps = kinds[TakeOverKind.SWAP]
    if swaps and swaps == kinds.total():
        return "Take over the swap" if swaps == 1 else f"Take over {swaps} swaps"
    days = f"Take over {counted(len(chosen.taken), 'day')}"
    said = [
        counted(count, "swap") if kind is TakeOverKind.SWAP else f"{count} {BUTTON[kind]}"
        for kind, count in kinds.items()
    ]
    # So many kinds are named in one breath.
    return f"{days}: {', '.join(said)}" if 0 < len(said) <= MOST_KINDS else days


def row_name(compared: ComparedDay, way: TakeOver | None, *, taken: bool) -> str:
    """A difference as a screen reader says it."""
    said = f"{weekday_date(compared.date)}: your schedule {day_line(compared.day)};"
    title = take_over_title(way, compared.date) if way else no_way(compared)
    state = "is taken over as" if taken else "stays as it is; it looks like"
    return f"{said} the roster {roster_line(compared)}; {state if way else ''} {title}".strip()
