"""What a person may say that a line of a roster is, and the reading that this makes of it."""

from __future__ import annotations

from datetime import date

from heartplanner.core.explain.rosters.review_text import CHANGES, KINDS, reading_words
from heartplanner.core.plan.hours import BAND_HOURS, Band, Hours
from heartplanner.core.plan.model import ADMIN, FREE, LETTER_BANDS
from heartplanner.core.roster.review import RosterLine, corrected_reading
from heartplanner.core.roster.roster import DayChange, DayReading, SwapSide
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import clock_span, print_dash

OWN_HOURS = "own"
FREE_IN_ROTATION, DAY_OFF = "Free in your rotation", "Day off"
BY_NAME: dict[str, DayChange] = {str(change): change for change in CHANGES}
"""The changes that a line may be, by their values."""
ADDED = (str(SwapSide.TAKEN), str(Kind.EXTRA), str(Kind.TRAINING))
"""These are worked, so their hours are asked."""
TIMED = (OWN_HOURS, *ADDED)
SWAPS = (str(SwapSide.GIVEN), str(SwapSide.TAKEN))
"""These have another side, whose name is asked."""


def line_kinds(
    reading: DayReading | None, display: DisplayFormat, *, changes: bool
) -> list[tuple[str, str]]:
    """What a line may be, each by its value and in words; `reading`: what it was read as.

    `changes`: the days themselves are asked for, as in a RosterQuestion, and not only the rotation.
    """
    kinds = {
        "D": f"Day shift, {_span(Band.DAY, display)}",
        "E": f"Evening shift, {_span(Band.EVENING, display)}",
        OWN_HOURS: "Shift of other hours",
        ADMIN: KINDS[ADMIN],
        FREE: DAY_OFF if changes else FREE_IN_ROTATION,
    }
    # Training is no change of the days from which a rotation is found.
    named = {
        name: change for name, change in BY_NAME.items() if changes or change is not Kind.TRAINING
    }
    of_change = {name: CHANGES[change] for name, change in named.items()}
    # In one order, whatever the line says: what one chose on one line stands there on the next too.
    kinds = {**of_change, **kinds}
    # Nothing is chosen for what was not understood: that would be a guess.
    first = {} if reading else {"": "Choose..."}
    kind = kind_of(reading)
    other = {} if kind in (*kinds, "") or reading is None else {kind: reading_words(reading)}
    return [*first.items(), *other.items(), *kinds.items()]


def kind_of(reading: DayReading | None) -> str:
    """The value of what a line was read as; "" where that is nothing."""
    if reading is None:
        return ""
    if reading.change:
        return str(reading.change)
    return OWN_HOURS if reading.letter == "S" and reading.start else reading.letter


def said_reading(
    of: RosterLine,
    day: date,
    kind: str,
    hours: Hours | None,
    *,
    changes: bool,
    colleague: str = "",
) -> DayReading:
    """What a line is once a person said so; `hours`: those of a kind in TIMED; `colleague`: of a swap.

    It is the line as it was read where that says the same.
    """
    if kind in LETTER_BANDS:
        hours = BAND_HOURS[LETTER_BANDS[kind]]
    elif kind == ADMIN:
        # Moved to another date, admin time keeps the hours that the line states.
        hours = _admin_hours(of) or hours
    said = corrected_reading(
        of, day, _letter(kind, hours, changes=changes), hours, BY_NAME.get(kind)
    )
    if kind in SWAPS:
        said = said._replace(colleague=colleague)
    if kind not in TIMED and isinstance(of, DayReading) and _say_the_same(of, said):
        return of
    return said


def _letter(kind: str, hours: Hours | None, *, changes: bool) -> str:
    """The letter of a day of this kind, as in a DayReading."""
    change = BY_NAME.get(kind)
    if change is not None and hours is None:
        return FREE
    # Of a rotation a change says nothing; where days are compared, its shift is one like any other.
    if change is not None and (change is Kind.TRAINING or not changes):
        return "W"
    # The hours of a band are a shift of that band, whichever way they were stated.
    return _letter_of(hours) if change is not None or kind == OWN_HOURS else kind


def _admin_hours(of: RosterLine) -> Hours | None:
    """The hours of the admin time that a line was read as."""
    if isinstance(of, DayReading) and of.letter == ADMIN and of.start and of.end:
        return Hours(of.start.time(), of.end.time())
    return None


def _say_the_same(read: DayReading, said: DayReading) -> bool:
    """Whether both are the same day, letter and change, whatever hours the line states."""
    same_day = (read.date, read.letter) == (said.date, said.letter)
    return same_day and (read.change, read.colleague) == (said.change, said.colleague)


def _letter_of(hours: Hours | None) -> str:
    return next((letter for letter, band in LETTER_BANDS.items() if BAND_HOURS[band] == hours), "S")


def _span(band: Band, display: DisplayFormat) -> str:
    return print_dash(clock_span(*BAND_HOURS[band], display))
