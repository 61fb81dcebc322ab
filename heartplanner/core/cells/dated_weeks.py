"""What the picture of a rotation says beside its letters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from heartplanner.core.cells.cells import Tone, usual_tone
from heartplanner.core.cells.finder_board import board_date
from heartplanner.core.cells.rotation_board import BoardRow, rows
from heartplanner.core.cells.rotation_draft import in_force
from heartplanner.core.finder.counting.marks import first_marked
from heartplanner.core.finder.roster_hours import with_hours
from heartplanner.core.plan.model import (
    ADMIN,
    CYCLE_DAYS,
    CYCLE_WEEKS,
    FREE,
    Assignment,
    Plan,
    Rotation,
    Search,
    monday,
)
from heartplanner.core.schedule.breaks import RUN
from heartplanner.core.schedule.cycle import place
from heartplanner.core.schedule.ranges.default_range import first_day
from heartplanner.core.schedule.ranges.rows import calendar_rows
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import WEEKDAYS, brief_day, listed, long_date

SPOKEN = {ADMIN: "admin", FREE: "break", "D": "day shift", "E": "evening shift"}
"""How a letter is said; a shift of the usual hours is just a shift."""


class DatedWeeks(NamedTuple):
    """The titles of six weeks, the days of the cycle that are certain, and the tone of a shift."""

    titles: Sequence[str]
    sure: frozenset[int]
    shift: Tone


def dated_weeks(plan: Plan, search: Search, cycle: int, sure: frozenset[int]) -> DatedWeeks:
    """The weeks of a cycle, from 0; `sure`: its days, 1 to 42, that are certain."""
    days = range(1, CYCLE_DAYS + 1)
    return DatedWeeks(
        [brief_day(board_date(search, cycle, day)) for day in days[::7]],
        sure,
        search_tone(plan, search),
    )


def search_tone(plan: Plan, search: Search) -> Tone:
    """The color of the shifts that a search's rotation has once it is used.

    They have the hours that its roster stated, else those assigned on the first day that is marked.
    """
    hours = search.hours
    since = hours.start if hours else monday(first_marked(search))
    assignment = in_force(plan, max(since, search.start))
    return usual_tone(with_hours(assignment, hours) if hours else assignment)


def card_weeks(card: Assignment) -> DatedWeeks:
    """The weeks of a rotation card, whose week 1 is that of its first date."""
    first = monday(card.start)
    titles = [brief_day(first + timedelta(weeks=week)) for week in range(CYCLE_WEEKS)]
    sure = frozenset(range(1, CYCLE_DAYS + 1)) - {*card.guesses}
    return DatedWeeks(titles, sure, usual_tone(card))


def weeks_around(plan: Plan, today: date) -> tuple[BoardRow, ...]:
    """The six weeks of the first rotation around today, without single days' changes."""
    first = week_one(plan, today)
    last = first + timedelta(weeks=CYCLE_WEEKS, days=-1)
    return rows(calendar_rows(Schedule(plan._replace(changes=())), first, last))


def week_one(plan: Plan, today: date) -> date:
    """The Monday of week 1 of the first rotation, in its cycle around today."""
    several = len(plan.assignments) > 1
    day = plan.start if several else first_day(plan, today)
    return monday(day) - timedelta(weeks=place(plan.assignments[0], day)[1] - 1)


def line_one_words(plan: Plan, today: date) -> str:
    """Which week the first of six typed lines is: the first of all, and that of the cycle around today."""
    first = week_one(plan, plan.start)
    now = week_one(plan, today)
    again = f", and again the week from {long_date(now)}" if now != first else ""
    return f"Line 1 is the week from {long_date(first)}{again}. Each line begins with Monday."


def break_days(rotation: Rotation) -> frozenset[int]:
    """The days of the cycle, 1 to 42, that lie in its break, which may go on over the cycle's end."""
    # Twice round, so that a run over the end is found whole; where nothing is worked there is no break.
    runs = RUN.finditer(rotation.letters * 2)
    places = (place for run in runs for place in range(*run.span()))
    if not rotation.letters.strip(FREE):
        return frozenset()
    return frozenset(place % CYCLE_DAYS + 1 for place in places)


def spoken_weeks(rotation: Rotation, titles: Sequence[str]) -> str:
    """Six weeks in words, for a screen reader: Jul 28: shifts Tuesday and Wednesday; admin Thursday."""
    resting = break_days(rotation)
    lines = []
    for week, title in enumerate(titles):
        days = range(week * 7, week * 7 + 7)
        kinds: dict[str, list[str]] = {}
        for day, name in zip(days, WEEKDAYS, strict=True):
            letter = rotation.letters[day]
            if letter != FREE or day + 1 in resting:
                kinds.setdefault(SPOKEN.get(letter, "shift"), []).append(name)
        said = "; ".join(f"{kind} {listed(names)}" for kind, names in kinds.items())
        lines.append(f"{title}: {said or 'free'}.")
    return " ".join(lines)
