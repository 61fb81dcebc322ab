"""Holidays: the public ones as the responder edited them. None is a day off by itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.days import Day

WORKING, OBSERVED = ", working", " (observed)"
SHORT_NAMES = {
    "New Year's Day": ("New Year's", "New Year"),
    "Martin Luther King Jr. Day": ("M. L. King Day", "MLK Day"),
    "Washington's Birthday": ("Presidents' Day", "Pres. Day"),
    "Good Friday": ("Good Fri.",),
    "Memorial Day": ("Memorial",),
    "Juneteenth National Independence Day": ("Juneteenth",),
    "Independence Day": ("July 4th", "July 4"),
    "Labor Day": ("Labor",),
    "Veterans Day": ("Veterans",),
    "Thanksgiving Day": ("Thanksgiving", "Thanksg."),
    "Day After Thanksgiving": ("After Thanksg.", "Day after"),
    "Christmas Eve": ("Xmas Eve",),
    "Christmas Day": ("Christmas", "Xmas"),
    "Day After Christmas": ("After Xmas", "Day after"),
}
"""How each public holiday of North Carolina is called where its name has no room, ever shorter."""


def holidays(plan: Plan, public: Mapping[date, str], first: date, last: date) -> dict[date, str]:
    """The names of the holidays from first to last, both included, in the order of their dates."""
    # One's own come later and win; an empty name takes a public holiday away.
    names = {**public, **{own.date: own.name for own in plan.holidays}}
    return {day: names[day] for day in sorted(names) if names[day] and first <= day <= last}


def words(name: str, day: Day) -> str:
    """Labor Day, working; on a day off, and before the start date, Labor Day alone.

    A day off is one by the rotation, by leave or by a swap, and never by its holiday.
    """
    return f"{name}, working" if day.blocks else name


def wording(note: str) -> tuple[str, ...]:
    """A holiday said ever shorter: Veterans Day, working; Veterans Day; Veterans."""
    name = note.removesuffix(WORKING)
    # Two names on one date: the one that is kept on that day stands last.
    kept = name.split("; ")[-1]
    plain = kept.removesuffix(OBSERVED)
    short = SHORT_NAMES.get(plain, (plain.removesuffix(" Day"),))
    moved = tuple(f"{text} obs." for text in short) if plain != kept else ()
    shorter = (name, kept, *moved, *short)
    return (note, *(text for text in dict.fromkeys(shorter) if len(text) < len(note)))
