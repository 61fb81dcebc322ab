"""Where weekends and break may lie in a rotation, each a chain of six weeks that begins after the break."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from heartplanner.core.finder.marks import BREAK_LENGTHS, DAY, EVENING, Known
from heartplanner.core.finder.week_patterns import WEEK_DAYS, Pattern, days_of, patterns
from heartplanner.core.plan.model import ADMIN, CYCLE_DAYS, CYCLE_WEEKS, FREE, Options
from heartplanner.core.rules.rotation_rules import WEEKEND_EVERY


class Place(NamedTuple):
    """Where the worked weekends and the break of a rotation lie.

    `phase`: the first week with a worked weekend, 0 to 2; `first`: the break's first day, 0 to 41;
    `length`: its days, or 0. None for the rule that is not insisted on.
    """

    phase: int | None
    first: int | None
    length: int

    @property
    def end(self) -> int:
        """The day after the break, 0 to 41."""
        return ((self.first or 0) + self.length) % CYCLE_DAYS

    @property
    def begin(self) -> int:
        """The first week of the chain, 0 to 5: that of the break's end, or one after a free weekend."""
        if self.first is None and self.phase is not None:
            return self.phase + 2
        return self.end // WEEK_DAYS


class Link(NamedTuple):
    """One week of a chain: `on` its weekend, `rest` its days in the break, `edge` those beside it."""

    week: int
    on: bool | None
    rest: int
    edge: int


class Chain(NamedTuple):
    """The six weeks from the one on in which the break ends."""

    place: Place
    links: tuple[Link, ...]


@lru_cache(maxsize=16)
def chains(options: Options) -> tuple[Chain, ...]:
    """The chains of all places for which there are any rotations."""
    found = (Chain(place, tuple(_links(place))) for place in _places(options))
    return tuple(each for each in found if all(shaped(options, link) for link in each.links))


def _places(options: Options) -> Iterator[Place]:
    phases = tuple(range(WEEKEND_EVERY)) if "P6" in options.rules else (None,)
    if "P7" not in options.rules:
        yield from (Place(phase, None, 0) for phase in phases)
        return
    yield from (
        Place(*each) for each in product(phases, range(CYCLE_DAYS), BREAK_LENGTHS[options.breaks])
    )


def _links(place: Place) -> Iterator[Link]:
    rest = edge = 0
    if place.first is not None:
        rest = sum(1 << (place.first + n) % CYCLE_DAYS for n in range(place.length))
        edge = 1 << place.end | 1 << (place.first - 1) % CYCLE_DAYS
    for n in range(CYCLE_WEEKS):
        week = (place.begin + n) % CYCLE_WEEKS
        on = None if place.phase is None else week % WEEKEND_EVERY == place.phase
        yield Link(week, on, _of_week(rest, week), _of_week(edge, week))


def _of_week(days: int, week: int) -> int:
    return days >> week * WEEK_DAYS & (1 << WEEK_DAYS) - 1


@lru_cache(maxsize=4096)
def shaped(options: Options, link: Link) -> tuple[Pattern, ...]:
    """The weeks that the rules allow at this link, whatever is known."""
    return tuple(
        each
        for each in patterns(options, link.on)
        if not link.rest & ~each.free and not link.edge & each.free
    )


def left(options: Options, link: Link, known: Known) -> list[Pattern]:
    """The weeks that the rules and what is known allow at this link."""
    return left_in_week(options, link, week_of(known, link))


def week_of(known: Known, link: Link) -> Known:
    """What is known of the seven days of a link's week."""
    return known[link.week * WEEK_DAYS : (link.week + 1) * WEEK_DAYS]


def left_in_week(options: Options, link: Link, days: Known) -> list[Pattern]:
    """The same, by what is known of the week alone."""
    shifts = days_of(days, DAY) | days_of(days, EVENING)
    admins, free = days_of(days, ADMIN), days_of(days, FREE)
    return [
        each
        for each in shaped(options, link)
        if not each.shifts & ~shifts and not each.admins & ~admins and not each.free & ~free
    ]
