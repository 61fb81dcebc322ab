"""Worked stretches of time with a start and an end in Durham (P10).

Wall-clock hours are what people agree on, so they are kept. Real minutes are counted over UTC: Python
subtracts two moments of one time zone without the change of the clocks between them.
"""

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import ADMIN, BAND_LETTERS
from heartplanner.typed import distinct

ZONE = ZoneInfo("America/New_York")
MINUTE = timedelta(minutes=1)


class Kind(StrEnum):
    """What a block is worked as."""

    SHIFT = "shift"
    ADMIN = "admin"
    EXTRA = "extra"
    TRAINING = "training"

    @property
    def is_shift(self) -> bool:
        """Whether it counts as a shift: the rotation's, or an extra one."""
        match self:
            case Kind.SHIFT | Kind.EXTRA:
                return True
            case Kind.ADMIN | Kind.TRAINING:
                return False

    @property
    def is_added(self) -> bool:
        """Whether only a change adds it: the rotation has none."""
        match self:
            case Kind.EXTRA | Kind.TRAINING:
                return True
            case Kind.SHIFT | Kind.ADMIN:
                return False


@distinct
class Block(NamedTuple):
    """One worked stretch. `slot` names it for ever, also when a swap moves it: the base of its UID.

    `hours` are its hours on the clock, from which `start` and `end` differ where the clock changes.
    """

    kind: Kind
    band: Band | None
    start: datetime
    end: datetime
    slot: str
    hours: Hours

    @property
    def letter(self) -> str:
        """The one letter of such a block, on screen and on paper: X for any extra shift."""
        match self.kind:
            case Kind.SHIFT:
                return BAND_LETTERS[self.band]
            case Kind.ADMIN:
                return ADMIN
            case Kind.EXTRA:
                return "X"
            case Kind.TRAINING:
                return "T"

    @property
    def ends_next_day(self) -> bool:
        """Whether it goes on after the midnight that ends its day; one that ends just then does not."""
        return self.end.date() > self.start.date() and self.end.time() > time(0)

    @property
    def minutes(self) -> int:
        """Real elapsed minutes, over a clock change too."""
        start, end = self.start, self.end
        # Moments of one zone are subtracted as their clocks say: right but where the clock changes.
        if start.utcoffset() != end.utcoffset():
            start, end = start.astimezone(UTC), end.astimezone(UTC)
        return (end - start) // MINUTE


def local(day: date, clock: time) -> datetime:
    """The aware moment of a wall-clock time in Durham.

    A time that the change to summer time skips is the moment that the old offset gives; one that
    comes twice is the first (RFC 5545, 3.3.5).
    """
    # There and back through UTC gives a skipped time the moment that RFC 5545 asks for.
    moment = datetime.combine(day, clock, ZONE)
    if clock.hour == 2:  # the only hour that is ever skipped
        moment = moment.astimezone(UTC).astimezone(ZONE)
    return moment


def block(kind: Kind, band: Band | None, day: date, hours: Hours, slot: str) -> Block:
    """The block of these hours that begins on `day`."""
    # An end that is not after the start can only be meant for the next day: shifts end at midnight.
    last = day + timedelta(days=1) if hours.end <= hours.start else day
    return Block(kind, band, local(day, hours.start), local(last, hours.end), slot, hours)


def slot(day: date, kind: Kind, change: int | None = None) -> str:
    """The lasting name of a block: its first date and kind, and the change that added it, if one did."""
    # Neither hours nor band are part of it: with other hours it stays the same event on a phone.
    name = f"{day.isoformat().replace('-', '')}-{kind.value}"
    return name if change is None else f"{name}-{change}"


def slot_date(block: Block) -> date:
    """The date on which a block's slot was first planned or added."""
    return date.fromisoformat(f"{block.slot[:4]}-{block.slot[4:6]}-{block.slot[6:8]}")
