"""The rotation that a person is writing: what it changes, from when on, and how its weeks are numbered."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import NamedTuple

from heartplanner.core.edits.edits import continued
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import (
    CYCLE_DAYS,
    CYCLE_WEEKS,
    LAST_DATE,
    ONE_DAY,
    Assignment,
    Plan,
    Rotation,
    monday,
    week_begin,
)
from heartplanner.core.schedule.cycle import assignment_at, place
from heartplanner.core.words.english import weekday_date

OTHER_SHEET = 7
"""From so many other days on a rotation is not the old one with corrections, but another one."""


class Draft(NamedTuple):
    """An assignment that a person is entering: `base`, one of the plan, with what they changed of it.

    `cycle_week` None: the date keeps the cycle week that the base gives it.
    """

    base: Assignment
    start: date
    rotation: Rotation
    band: Band
    admin_start: time
    cycle_week: int | None = None
    shift_hours: Hours | None = None
    work_week: int = 0
    entered: frozenset[int] = frozenset()
    """The days of the cycle, 0 to 41, that the person entered, be it with the letter that they had."""
    turned: int | None = None
    """By how many weeks a new rotation's rows were turned against the base's; None: it is no new one."""

    @property
    def assignment(self) -> Assignment:
        return self.base._replace(
            start=self.start,
            rotation=self.rotation,
            cycle_week=self.cycle_week or place(self.base, self.start)[1],
            band=self.band,
            shift_hours=self.shift_hours,
            admin_start=self.admin_start,
            work_week=self.work_week,
            confirmed=True,
            guesses=self._guesses(),
        )

    def _guesses(self) -> tuple[int, ...]:
        """Days that are not confirmed stay so, but for those that the person entered just now."""
        base = _turned(self.base, self.turned or 0)
        was, now = base.rotation.letters, self.rotation.letters
        return tuple(
            day
            for day in base.guesses
            if was[day - 1] == now[day - 1] and day - 1 not in self.entered
        )


def opened(plan: Plan, base: Assignment, today: date) -> Draft:
    """A draft that changes nothing yet, from the date that one would most likely choose."""
    start = _first_choice(plan, base, today)
    return Draft(
        base,
        start,
        base.rotation,
        base.band,
        base.admin_start,
        shift_hours=base.shift_hours,
        work_week=base.work_week,
    )


def begun(plan: Plan, start: date, today: date) -> Draft:
    """A draft of a new rotation from a date on: its week 1 is that date's, and each day is still as it was.

    Whoever copies a sheet that begins on that date then writes its first week in the first row.
    """
    base = in_force(plan, start)
    weeks = place(base, start)[1] - 1
    draft = opened(plan, base, today)
    letters = _turned(base, weeks).rotation
    return draft._replace(start=start, rotation=letters, cycle_week=1, turned=weeks)


def _turned(assignment: Assignment, weeks: int) -> Assignment:
    """The assignment with its rows begun so many weeks later, along with the days not confirmed."""
    letters, days = assignment.rotation.letters, 7 * weeks
    guesses = sorted((guess - 1 - days) % CYCLE_DAYS + 1 for guess in assignment.guesses)
    turned = Rotation(letters[days:] + letters[:days])
    return assignment._replace(rotation=turned, guesses=tuple(guesses))


def _from_week_one(assignment: Assignment) -> Assignment:
    """The same days, written from the week of their first day on."""
    return _turned(assignment, assignment.cycle_week - 1)._replace(cycle_week=1)


def continuing(plan: Plan, before: Draft, draft: Draft, today: date) -> Draft:
    """The draft, or where it is another first day alone, one of the rotation in force on that day.

    The rotation of `before` may have ended by then: it must not come back without having been chosen. A new
    rotation of which no day is entered yet is turned to the week of the other date.
    """
    if before.turned is not None and draft == before._replace(start=draft.start):
        was, now = begun(plan, before.start, today), begun(plan, draft.start, today)
        if before == was:
            return now
        if not before.entered and before.rotation == was.rotation and before.cycle_week == 1:
            return draft._replace(base=now.base, rotation=now.rotation, turned=now.turned)
        return draft
    untouched = before == opened(plan, before.base, today)._replace(start=before.start)
    base = in_force(plan, draft.start)
    if not untouched or draft != before._replace(start=draft.start) or base == draft.base:
        return draft
    return opened(plan, base, today)._replace(start=draft.start)


def in_force(plan: Plan, today: date) -> Assignment:
    """The assignment in force on `today`, or the first while the start date is still to come."""
    return assignment_at(plan, today) or plan.assignments[0]


def differs(plan: Plan, draft: Draft) -> bool:
    """Whether the draft differs from the assignment in force on its date."""
    # A date before the start cannot be used: it differs, so that the window says why.
    if draft.start < plan.start:
        return True
    current = continued(plan, draft.start)._replace(confirmed=True)
    # The same days may be written from another of their six weeks on.
    return _from_week_one(current) != _from_week_one(draft.assignment)


def week_one_lines(draft: Draft) -> list[str]:
    """Where one wrote other six weeks, that their week 1 begins later than they do, if nobody chose so.

    The first day keeps its place in the old cycle, which a new sheet may know nothing of.
    """
    letters = zip(draft.rotation.letters, draft.base.rotation.letters, strict=True)
    week = draft.assignment.cycle_week
    if draft.cycle_week or week == 1 or sum(new != old for new, old in letters) < OTHER_SHEET:
        return []
    first = monday(draft.start) + timedelta(weeks=CYCLE_WEEKS - week + 1)
    return [
        f"Week 1 of these letters begins on {weekday_date(first)}. If it begins on"
        f" {weekday_date(draft.start)}, choose week 1 above."
    ]


def shown_day(plan: Plan, draft: Draft, today: date) -> date:
    """A day of the cycle that the board is dated by: today's, or that of the draft's first day."""
    return max(today, shown_from(plan, draft, today))


def shown_from(plan: Plan, draft: Draft, today: date) -> date:
    """The first day that the board is of: that of the draft, or of its base where it is the same."""
    # A changed draft is shown from its own date on, since before it the old rotation is in force. So is a
    # date that was chosen: the days that one will click on are those from then on.
    chosen = draft.start != _first_choice(plan, draft.base, today)
    new = chosen or draft.turned is not None
    return draft.start if new or differs(plan, draft) else draft.base.start


def _first_choice(plan: Plan, base: Assignment, today: date) -> date:
    """The first day of the next work week, or a day before it where the base does not last so long."""
    # A rotation most likely changes with a week, and never for days that are past.
    next_week = week_begin(today, base.work_week) + timedelta(days=7)
    for wanted in (next_week, today + ONE_DAY, today):
        day = min(max(wanted, base.start), LAST_DATE)
        if assignment_at(plan, day) == base:
            return day
    return base.start
