"""What a change is called: with its days, as in a list, and without them."""

from __future__ import annotations

from heartplanner.core.plan.change import (
    Absence,
    Change,
    Extra,
    MovedAdmin,
    Note,
    OtherHours,
    Swap,
    Training,
)
from heartplanner.core.plan.hours import BAND_HOURS
from heartplanner.core.plan.leave import LEAVE_NAMES
from heartplanner.core.schedule.changes import ABSENT_AS
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import clock, clock_span, long_date, span


def change_title(change: Change, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """What a change is called in a list: "leave, October 6-10, 2025"."""
    match change.what:
        case Absence(kind, first, last, taken):
            name = LEAVE_NAMES[taken] if taken else ABSENT_AS[kind]
            return f"{name}, {span(first, last)}"
        case Extra(day, band, hours):
            shift = f"{band} shift" if band else "shift"
            return f"extra {shift}, {long_date(day)}, {clock_span(*hours, display)}"
        case Swap() as swap:
            return _swap_title(swap, display)
        case MovedAdmin(day, to, start):
            start_text = f" at {clock(start, display)}" if start else ""
            return f"admin of {long_date(day)} moved to {long_date(to)}{start_text}"
        case OtherHours(day, hours):
            return f"changed hours, {long_date(day)}, {clock_span(*hours, display)}"
        case Training(day, hours):
            return f"training, {long_date(day)}, {clock_span(*hours, display)}"
        case Note(day, text):
            return f"note, {long_date(day)}: {text}"


def change_name(change: Change) -> str:
    """What a change is called without its days: extra shift."""
    match change.what:
        case Absence(kind):
            return str(ABSENT_AS[kind])
        case Extra():
            return "extra shift"
        case Swap():
            return "swap"
        case MovedAdmin():
            return "moved admin"
        case OtherHours():
            return "other hours"
        case Training():
            return "training"
        case Note():
            return "note"


def _swap_title(swap: Swap, display: DisplayFormat) -> str:
    given = f"give {long_date(swap.give)}" if swap.give else ""
    taken = f"take {long_date(swap.take)}" if swap.take else ""
    if swap.take and swap.band:
        taken += f", {clock_span(*BAND_HOURS[swap.band], display)}"
    who = f" (with {swap.colleague})" if swap.colleague else ""
    settled = ", settled" if swap.settled else ""
    return f"swap, you {' and '.join(part for part in (given, taken) if part)}{who}{settled}"
