"""Days of a roster that a person says are leave, a swap or an extra shift, beside a rotation."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from heartplanner.core.finder.counting.marks import cycle_day
from heartplanner.core.finder.repair.differences import ABSENCES, DayAnswer, Difference
from heartplanner.core.finder.search import counts_of
from heartplanner.core.plan.hours import BAND_HOURS, Hours
from heartplanner.core.plan.model import FREE, LETTER_BANDS, SHIFTS, Mark, Rotation, Search
from heartplanner.core.roster.roster import DayChange, DayReading, Roster, SwapSide
from heartplanner.core.schedule.blocks import Kind

ANSWER_TO: dict[DayChange, DayAnswer] = {
    **{kind: answer for answer, kind in ABSENCES.items()},
    SwapSide.GIVEN: DayAnswer.SWAP,
    SwapSide.TAKEN: DayAnswer.SWAP,
    Kind.EXTRA: DayAnswer.EXTRA,
}
"""What each change that a person names is to a rotation."""
ADDED = (SwapSide.TAKEN, Kind.EXTRA)
NEEDED: dict[DayChange | None, str] = {
    **dict.fromkeys(ABSENCES.values(), "W"),
    SwapSide.GIVEN: "S",
    SwapSide.TAKEN: FREE,
    Kind.EXTRA: FREE,
}
"""What the rotation has on a day for it to be that change, as a mark says it."""


class ToldChange(NamedTuple):
    """A day that says nothing of the rotation, since a person said what it is.

    `fits`: whether it can become that change; only what the rotation has on a day can be taken off it, and
    only a free day has room for another shift. `change`: what the person said.
    """

    difference: Difference
    answer: DayAnswer
    fits: bool
    change: DayChange


def with_told(roster: Roster, search: Search) -> Search:
    """With what a person's words of single days mean for the rotation, as far as a rotation fits them.

    Who took a shift is free that day in the rotation; who gave one away, or was absent, works then.
    """
    needed = [
        Mark(reading.date, NEEDED[reading.change])
        for reading in roster.readings
        if reading.change in NEEDED and reading.date >= search.start
    ]
    together = search._replace(marks=(*search.marks, *needed))
    if not needed or counts_of(together).total:
        return together
    # Not all of them fit: those that contradict what is before them are left out, and told.
    for mark in needed:
        after = search._replace(marks=(*search.marks, mark))
        search = after if counts_of(after).total else search
    return search


def told_changes(roster: Roster, search: Search, rotation: Rotation) -> tuple[ToldChange, ...]:
    """The readings that are changes, beside a rotation."""
    hours = stated_hours(roster)
    return tuple(
        _told_change(reading, reading.change, hours.get(reading.date), letter)
        for reading in roster.readings
        if reading.change in ANSWER_TO and reading.date >= search.start
        for letter in rotation.letters[cycle_day(search.start, reading.date) - 1]
    )


def _told_change(
    reading: DayReading, change: DayChange | None, hours: Hours | None, letter: str
) -> ToldChange:
    """What a reading changes on a day on which the rotation has this letter."""
    assert change is not None, "only changes are told"
    bands = (band for band in LETTER_BANDS if BAND_HOURS[LETTER_BANDS[band]] == hours)
    marked = next(bands, "S") if change in ADDED else FREE
    # A shift is added to a free day alone. Taken off is what is there; a swap gives away shifts, and no
    # admin.
    if change in ADDED:
        fits = letter == FREE
    else:
        fits = letter in SHIFTS or (letter != FREE and change is not SwapSide.GIVEN)
    answer = ANSWER_TO[change]
    difference = Difference(reading.date, letter, marked, hours, None, (answer,), reading.colleague)
    return ToldChange(difference, answer, fits, change)


def stated_hours(roster: Roster) -> dict[date, Hours]:
    """The hours that a roster states for its days."""
    return {
        reading.date: Hours(reading.start.time(), reading.end.time())
        for reading in roster.readings
        if reading.start is not None and reading.end is not None
    }
