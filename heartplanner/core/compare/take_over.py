"""Taking differences over: what each is taken over as, doing it, and trying whether it would do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from heartplanner.core.compare.comparison import ComparedDay
from heartplanner.core.edits.edits import remove_change, with_changes
from heartplanner.core.plan.change import Change, ChangeDetail, Note, dates_of
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.schedule.schedule import Schedule


class TakeOverKind(StrEnum):
    """What a difference is taken over as."""

    LEAVE = "leave"
    SICK = "sick"
    CALLED_OFF = "called-off"
    GIVEN = "given"
    EXTRA = "extra"
    TAKEN = "taken"
    SWAP = "swap"
    HOURS = "hours"
    ADMIN = "admin"
    ADMIN_SWAP = "admin-swap"
    TRAINING = "training"
    TAKEN_BACK = "taken-back"
    AS_READ = "as-read"


class TakeOver(NamedTuple):
    """One way to take differences over: the changes to make, and those of the plan to take back.

    `dates`: the days that it settles, two where something moves from one to the other, three where admin
    time moves to the day of a shift that is swapped, and any number where a change is taken back.
    """

    kind: TakeOverKind
    dates: tuple[date, ...]
    changes: tuple[ChangeDetail, ...]
    taken_back: tuple[Change, ...] = ()


WaysByDate = dict[date, tuple[TakeOver, ...]]
"""By date what a difference can be taken over as, the likeliest first; dates without any are left out."""


def take_over(plan: Plan, chosen: Iterable[TakeOver], at: datetime) -> Schedule:
    """The schedule with all these changes, each once. Raises PlanError if they do not go together."""
    distinct = tuple(dict.fromkeys(chosen))
    for change in (change for way in distinct for change in way.taken_back):
        plan = remove_change(plan, change.id, at)
    return with_changes(plan, [change for way in distinct for change in way.changes], at)


def likeliest(ways_by_date: WaysByDate) -> dict[date, TakeOver]:
    """The first way of each date."""
    return {day: fitting[0] for day, fitting in ways_by_date.items()}


class Trial:
    """Tries ways on a plan. Only the changes on which their dates depend are looked at each time."""

    def __init__(self, plan: Plan, differences: Mapping[date, ComparedDay]) -> None:
        self._plan = plan
        self._differences = differences
        self._about: dict[tuple[date, ...], Plan] = {}

    def settles(self, way: TakeOver) -> bool:
        """Whether its days are the same as the roster's once it is done."""
        try:
            after = take_over(self._plan_about(way), [way], self._plan.history[-1].at)
        except PlanError:
            return False
        days = [(after.days(day, day)[0], self._differences[day]) for day in way.dates]
        return all(ComparedDay(day, compared.readings).is_same for day, compared in days)

    def touches_only(self, way: TakeOver) -> bool:
        """Whether a way that settles its days leaves the work of all others that its changes name."""
        before = self._plan_about(way)
        after = take_over(before, [way], self._plan.history[-1].at)
        spans = [span for change in way.taken_back for span in dates_of(change.what)]
        return all(
            then.blocks == now.blocks
            for first, last in spans
            for then, now in zip(
                Schedule(before).days(first, last), after.days(first, last), strict=True
            )
            if then.date not in way.dates
        )

    def _plan_about(self, way: TakeOver) -> Plan:
        # Dozens of ways are tried, and a plan may have thousands of changes elsewhere.
        if way.dates not in self._about:
            self._about[way.dates] = _about(self._plan, way.dates)
        return self._about[way.dates]


def _about(plan: Plan, dates: Sequence[date]) -> Plan:
    """The plan with no other changes than those on which the work of these dates depends."""
    spans = [(day, day) for day in dates]
    kept: set[int] = set()
    rest = [change for change in plan.changes if not isinstance(change.what, Note)]
    while touching := [change for change in rest if _touches(change, spans)]:
        kept |= {change.id for change in touching}
        rest = [change for change in rest if change.id not in kept]
        # A swap ties two dates together, leave all of its days.
        spans = [span for change in touching for span in dates_of(change.what)]
    return plan._replace(changes=tuple(change for change in plan.changes if change.id in kept))


def _touches(change: Change, spans: Sequence[tuple[date, date]]) -> bool:
    return any(
        first <= end and begin <= last
        for first, last in dates_of(change.what)
        for begin, end in spans
    )
