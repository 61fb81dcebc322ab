"""The hours of a shift: those that the employer assigns, and any other start and end."""

from datetime import date, time
from enum import StrEnum
from typing import NamedTuple

from heartplanner.typed import distinct


class Band(StrEnum):
    """The assigned shift hours (P5)."""

    DAY = "day"
    EVENING = "evening"


@distinct
class Hours(NamedTuple):
    """A start and an end on the wall clock; an end at or before the start is on the next day."""

    start: time
    end: time


class RosterHours(NamedTuple):
    """The hours of a roster whose days are marked: of its shifts and its admin blocks, from `start` on.

    None: the roster has no such hours, or not the same for all.
    """

    start: date
    shift: Hours | None = None
    admin: Hours | None = None


# The end of noon-midnight is 00:00 of the next day, as in every calendar file.
BAND_HOURS = {Band.DAY: Hours(time(9), time(21)), Band.EVENING: Hours(time(12), time(0))}
"""9 am-9 pm and noon-midnight (P5)."""
NIGHT_HOURS = Hours(time(19), time(7))
"""What fields for hours of one's own show until others are typed."""
HOURS_BAND = {hours: band for band, hours in BAND_HOURS.items()}
"""The band of each of the two; hours of one's own have none."""
