"""Holidays: the public ones as the responder edited them. None is a day off by itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.days import Day


def holidays(plan: Plan, public: Mapping[date, str], first: date, last: date) -> dict[date, str]:
    """The names of the holidays from first to last, both included, in the order of their dates."""
    # One's own come later and win; an empty name takes a public holiday away.
    names = {**public, **{own.date: own.name for own in plan.holidays}}
    return {day: names[day] for day in sorted(names) if names[day] and first <= day <= last}


def words(name: str, day: Day) -> str:
    """Labor Day, working or Labor Day, off; before the start date Labor Day alone."""
    if day.at is None:
        return name
    return f"{name}, {'working' if day.blocks else 'off'}"


def note_wording(note: str) -> tuple[str, ...]:
    """A note of a day said ever shorter: Labor Day, working; Labor Day; Labor.

    A holiday gives up its last word; a note of one's own only what stands after a comma.
    """
    name, _, rest = note.partition(",")
    if rest.strip() not in ("working", "off"):
        return (note, name)
    first = "Day after" if name.startswith("Day After ") else name.removesuffix(" Day")
    return (note, name, first.removesuffix(" (observed)"))
