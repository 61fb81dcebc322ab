"""What is said of swaps that are in no calendar: on their days, and where a new rotation overtook them."""

from __future__ import annotations

from datetime import date

from heartplanner.core.plan.change import PendingSwap, dates_of
from heartplanner.core.plan.model import Plan
from heartplanner.core.words.english import listed, weekday_date

NAMELESS = "a colleague"


def overtaken_text(before: Plan, after: Plan) -> str:
    """What is to be said where an edit left no room for swaps; empty where there was room for each."""
    known = {one.id for one in before.pending}
    overtaken = [one for one in after.pending if one.overtaken and one.id not in known]
    if not overtaken:
        return ""
    dates = [weekday_date(day) for one in overtaken for day, _ in dates_of(one.swap)]
    return f"The new rotation overtakes what you swapped on {listed(dates)}: look at your swaps."


def pending_notes(plan: Plan, first: date, last: date) -> dict[date, list[str]]:
    """What a day's cell says of swaps that are in no calendar: asked: Lee."""
    notes: dict[date, list[str]] = {}
    for one in plan.pending:
        for day in _days(one):
            if first <= day <= last:
                notes.setdefault(day, []).append(_note(one))
    return notes


def _note(pending: PendingSwap) -> str:
    who = pending.swap.colleague or NAMELESS
    return f"look at swap: {who}" if pending.overtaken else f"asked: {who}"


def pending_sentences(plan: Plan, day: date) -> list[str]:
    """The same in sentences without their full stops, for whoever looks at one day."""
    return [_sentence(one, day) for one in plan.pending if day in _days(one)]


def _sentence(pending: PendingSwap, day: date) -> str:
    who, swap = pending.swap.colleague or NAMELESS, pending.swap
    gives = day == swap.give
    if pending.overtaken:
        half = f"give {who} your shift" if gives else f"take {who}'s shift"
        return f"You had agreed to {half}; a new rotation overtook that: look at your swaps"
    half = "to take this shift" if gives else "for a shift on this day"
    other = swap.take if gives else swap.give
    whose = "one" if gives else "yours"
    back = f", in exchange for {whose} on {weekday_date(other)}" if other and other != day else ""
    return f"You asked {who} {half}{back}; it is not agreed yet"


def _days(pending: PendingSwap) -> set[date]:
    return {day for day, _ in dates_of(pending.swap)}
