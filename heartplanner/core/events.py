"""The plan's days as calendar events: one for each block, each break and each day of absence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple

from heartplanner.core.blocks import Block, Kind, slot_date
from heartplanner.core.changes import Off
from heartplanner.core.plan import Plan, each_date
from heartplanner.core.schedule import Day, days
from heartplanner.core.stretches import ONE_DAY, Break, breaks
from heartplanner.core.why import GUESS, why
from heartplanner.core.words import brief_span, span

ABSENCES = {Off.LEAVE: "Leave", Off.SICK: "Sick", Off.CALLED_OFF: "Called off"}
DOMAIN = "heartplanner"


class Event(NamedTuple):
    """One event as a phone shows it.

    `start` and `end` are aware moments, or dates of an all-day event whose `end` is the day after its
    last. `changed`: when its facts last changed (UTC); `sequence` rises when they do.
    """

    uid: str
    title: str
    description: str
    start: datetime | date
    end: datetime | date
    all_day: bool
    sequence: int
    changed: datetime
    cancelled: bool = False

    @property
    def day(self) -> date:
        """The date on which it begins."""
        return self.start.date() if isinstance(self.start, datetime) else self.start


def events(plan: Plan, first: date, last: date) -> list[Event]:
    """The events of first..last, in the order of their dates; no private text is in them.

    They show just the days asked for: a break that lies over an edge is cut there, under its own UID.
    """
    built_in = breaks(plan, first, last)
    ends = [first, last, *(each.first for each in built_in), *(each.last for each in built_in)]
    around = {day.date: day for day in days(plan, min(ends), max(ends))} if first <= last else {}
    covered = [around[day] for day in each_date(first, last)]
    found = [_block_event(plan, day, block) for day in covered for block in day.blocks]
    found += [_absence_event(plan, day) for day in covered if day.off in ABSENCES]
    for each in built_in:
        for run in _free_runs([around[day] for day in each_date(each.first, each.last)]):
            if run[0] <= last and run[-1] >= first:
                shown = max(first, run[0]), min(last, run[-1])
                guess = any(around[day].guess for day in run)
                found.append(_break_event(plan, each, run, shown, guess=guess))
    return sorted(found, key=lambda event: (_begins(event), event.uid))


def _begins(event: Event) -> tuple[date, bool, datetime | date]:
    start = event.start
    return (start.date(), True, start) if isinstance(start, datetime) else (start, False, start)


def _block_event(plan: Plan, day: Day, block: Block) -> Event:
    slot = slot_date(block)
    facts = [(day.date, day.date), (slot, slot)]
    if day.in_break:  # its length is told too, and depends on the days around it
        begins = day.date - (day.in_break.day - 1) * ONE_DAY
        facts.append((begins - ONE_DAY, begins + day.in_break.of * ONE_DAY))
    sequence, changed = _revised(plan, *facts)
    return Event(
        uid=f"{plan.id}-{block.slot}@{DOMAIN}",
        title=guessed(block_event_title(block), day.guess),
        description=why(day, private=False),
        start=block.start,
        end=block.end,
        all_day=False,
        sequence=sequence,
        changed=changed,
    )


def block_event_title(block: Block) -> str:
    """HEART 9-9, HEART noon-midnight, HEART admin: enough on a phone's month."""
    spelled = brief_span(block.start, block.end)
    match block.kind:
        case Kind.SHIFT:
            return f"HEART {spelled}"
        case Kind.ADMIN:
            return "HEART admin"
        case Kind.EXTRA:
            return f"HEART extra {spelled}"
        case Kind.TRAINING:
            return "HEART training"


def guessed(title: str, guess: bool) -> str:
    """A title that says so where the responder is not sure yet."""
    return f"{title} (a guess)" if guess else title


def _absence_event(plan: Plan, day: Day) -> Event:
    assert day.off is not None
    name = f"{day.date:%Y%m%d}-{day.off.replace(' ', '-')}"
    return _all_day(plan, name, ABSENCES[day.off], why(day, private=False), (day.date, day.date))


def _free_runs(days_of_break: Sequence[Day]) -> list[list[date]]:
    """The stretches of a break that are really free: one, unless some day of it is worked."""
    runs = groupby(days_of_break, key=lambda day: day.off == Off.BREAK)
    return [[day.date for day in run] for free, run in runs if free]


def _break_event(
    plan: Plan, whole: Break, run: list[date], shown: tuple[date, date], *, guess: bool
) -> Event:
    places = [(day - whole.first).days + 1 for day in (run[0], run[-1])]
    stretch = f"day {places[0]}" if places[0] == places[1] else f"days {places[0]} to {places[1]}"
    dates = span(whole.first, whole.last)
    complete = run == each_date(whole.first, whole.last)
    title = f"Break, {whole.length} days" if complete else f"Break, {stretch} of {whole.length}"
    return _all_day(
        plan,
        f"{run[0]:%Y%m%d}-break",
        guessed(title, guess),
        f"Your break, {dates}, built into the rotation: {stretch} of {whole.length}."
        + (f" {GUESS}" if guess else ""),
        shown,
        # A neighbour that changes can make the break longer or shorter.
        (whole.first - ONE_DAY, whole.last + ONE_DAY),
    )


def _all_day(
    plan: Plan,
    name: str,
    title: str,
    text: str,
    shown: tuple[date, date],
    facts: tuple[date, date] | None = None,
) -> Event:
    sequence, changed = _revised(plan, facts or shown)
    return Event(
        uid=f"{plan.id}-{name}@{DOMAIN}",
        title=title,
        description=text,
        start=shown[0],
        end=shown[1] + ONE_DAY,
        all_day=True,
        sequence=sequence,
        changed=changed,
    )


def _revised(plan: Plan, *facts: tuple[date, date]) -> tuple[int, datetime]:
    """Which edit of the plan last touched the days that an event depends on, and when (UTC).

    The edit's place in the history only ever rises, also when a change is taken back: a SEQUENCE.
    """
    for index in range(len(plan.history) - 1, -1, -1):
        each = plan.history[index]
        for low, high in facts:
            if each.first <= high and (each.last is None or each.last >= low):
                return index, each.at
    raise AssertionError("the history of a plan begins with its start date")
