"""What a person chooses of the differences: which are taken over, and each as what."""

from __future__ import annotations

from collections.abc import Mapping, Set
from datetime import date
from typing import NamedTuple

from heartplanner.core.compare.take_over import TakeOver, TakeOverKind, WaysByDate, likeliest


class TakeOverChoice(NamedTuple):
    """The ways there are, the one chosen for each date, and the dates that are taken over.

    A way that settles several dates is chosen for all of them, or for none.
    """

    ways: WaysByDate
    chosen: Mapping[date, TakeOver]
    taken: frozenset[date]

    @property
    def taken_over(self) -> tuple[TakeOver, ...]:
        """What is taken over, each once, in the order of the dates."""
        return tuple(dict.fromkeys(self.chosen[day] for day in sorted(self.taken)))

    def with_way(self, day: date, kind: TakeOverKind) -> TakeOverChoice:
        """With a date taken over as another kind of change."""
        way = next(way for way in self.ways[day] if way.kind is kind)
        chosen = {**self.chosen, **dict.fromkeys(way.dates, way)}
        # Half of a swap cannot stay: what went with these dates becomes what it is without them.
        left = {date_ for settled in way.dates for date_ in self.chosen[settled].dates}
        left -= {*way.dates}
        for other in sorted(left):
            without = _within(self.ways[other], left)
            chosen.update(dict.fromkeys(without.dates, without))
        return self._replace(chosen=chosen).with_taken(day, on=True)

    def with_taken(self, day: date, *, on: bool) -> TakeOverChoice:
        """With a date, and any other that goes with it, taken over or left as it is."""
        dates = frozenset(self.chosen[day].dates)
        return self._replace(taken=self.taken | dates if on else self.taken - dates)


def first_choice(ways: WaysByDate, own: Set[date] = frozenset()) -> TakeOverChoice:
    """All is taken over, as what it looks like, but for the person's `own` days: those that they changed.

    A roster often does not know of leave or a swap yet: what somebody entered goes if they say so.
    """
    chosen = likeliest(ways)
    taken = [day for day, way in chosen.items() if own.isdisjoint(way.dates)]
    return TakeOverChoice(ways, chosen, frozenset(taken))


def without_taken(choice: TakeOverChoice) -> TakeOverChoice:
    """The same with no date taken over: a line that is not understood may be about any of them."""
    return choice._replace(taken=frozenset())


def next_choice(
    before: TakeOverChoice, ways: WaysByDate, own: Set[date] = frozenset()
) -> TakeOverChoice:
    """The first choice among other ways, but with what was chosen before where that is still offered.

    What was the likeliest gives way to what is likelier now: two halves of a swap become one.
    """
    choice = first_choice(ways, own)
    for way in dict.fromkeys(before.chosen.values()):
        was_likeliest = all(before.ways[day][0] == way for day in way.dates)
        if not was_likeliest and all(way in ways.get(day, ()) for day in way.dates):
            choice = choice.with_way(way.dates[0], way.kind)
    for day in sorted((before.chosen.keys() - before.taken) & ways.keys()):
        choice = choice.with_taken(day, on=False)
    return choice


def _within(ways: tuple[TakeOver, ...], dates: Set[date]) -> TakeOver:
    """The likeliest way that settles none but these dates."""
    return next((way for way in ways if dates >= {*way.dates}), ways[0])
