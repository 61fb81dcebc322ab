"""What HEART's schedule rules ask of a rotation; each check names the weeks in which its rule differs."""

from __future__ import annotations

import re

from heartplanner.core.plan.hours import BAND_HOURS
from heartplanner.core.plan.model import ADMIN, CYCLE_WEEKS, FREE, SHIFTS, Assignment
from heartplanner.core.schedule.breaks import BREAK_DAYS
from heartplanner.core.schedule.cycle import assigned_band, assigned_hours, length_of, letter_hours
from heartplanner.core.words.english import clock_span, counted, hours, listed

WEEK_MINUTES = 40 * 60
SHIFT_MINUTES = 12 * 60
ADMIN_MINUTES = 4 * 60
WEEK_SHIFTS = 3
WEEKEND_EVERY = 3
BREAK_LENGTHS = (BREAK_DAYS, BREAK_DAYS + 1)
MOST_ADMIN = 2
"""Admin blocks in a week, where admin is flexible."""
MOST_ODD_WEEKS = 2
"""Weeks with other than one admin block, where admin is flexible."""


def shift_faults(assignment: Assignment) -> list[str]:
    """P3: three shifts in every week, of 12 hours each; another length is said once."""
    faults = []
    length = length_of(assigned_hours(assignment))
    if "S" in assignment.rotation.letters and length != SHIFT_MINUTES:
        faults.append(f"a shift has {hours(length)}")
    return faults + [
        f"week {number} has {counted(count, 'shift')}"
        for number, count in enumerate(_shifts(assignment), 1)
        if count != WEEK_SHIFTS
    ]


def admin_faults(assignment: Assignment) -> list[str]:
    """P4: four admin hours a week, or flexible: six blocks a cycle, as a seven-day break needs."""
    faults = []
    if assignment.admin_minutes != ADMIN_MINUTES:
        faults.append(f"an admin block has {hours(assignment.admin_minutes)}")
    # A seven-day break needs an admin block moved to another week, so six in a cycle may be spread
    # over the weeks, within limits (domain: at most two a week, at most two weeks with other than one).
    counts = _admins(assignment)
    if not _flexible(counts):
        faults += [
            f"week {number} has {counted(count, 'admin block')}"
            for number, count in enumerate(counts, 1)
            if count != 1
        ]
    return faults


def hours_faults(assignment: Assignment) -> list[str]:
    """P2: 40 hours in every week; only a flexible admin block may move four of them to another."""
    # With the right shifts and admin, only flexible admin makes weeks of 36 and 44 hours, as P7 needs.
    if not shift_faults(assignment) and not admin_faults(assignment):
        return []
    lengths = {letter: length_of(letter_hours(assignment, letter)) for letter in SHIFTS}
    lengths |= {ADMIN: assignment.admin_minutes, FREE: 0}
    minutes = [sum(lengths[letter] for letter in week) for week in _work_weeks(assignment)]
    return [
        f"week {number} has {hours(worked)}"
        for number, worked in enumerate(minutes, 1)
        if worked != WEEK_MINUTES
    ]


def band_faults(assignment: Assignment) -> list[str]:
    """P5: the assigned hours are one of the two of the job posting."""
    if assigned_band(assignment) is not None:
        return []
    posted = listed([clock_span(*band_hours) for band_hours in BAND_HOURS.values()])
    return [
        f"your shifts are {clock_span(*assigned_hours(assignment))}; the job posting has {posted}"
    ]


def weekend_faults(assignment: Assignment) -> list[str]:
    """P6: two weekends of the six worked, three weeks apart, each worked or free as a whole."""
    weekends = [week[5:] for week in assignment.rotation.weeks]
    faults = [
        f"only one day of week {number}'s weekend is worked"
        for number, days in enumerate(weekends, 1)
        if (days[0] == FREE) != (days[1] == FREE)
    ]
    # In a cycle of six weeks two weekends three apart are every third one for ever.
    on = [number for number, days in enumerate(weekends, 1) if days != FREE * 2]
    if len(on) != CYCLE_WEEKS // WEEKEND_EVERY:
        faults.append(f"{counted(len(on), 'weekend')} of six worked")
    elif on[1] - on[0] != WEEKEND_EVERY:
        faults.append(f"the worked weekends are those of weeks {on[0]} and {on[1]}")
    return faults


def break_faults(assignment: Assignment) -> list[str]:
    """P7: one run of six or seven free days in the cycle, over its end too, and no longer one."""
    letters = assignment.rotation.letters
    # Where nothing is ever worked there is no break, but a rotation without an end to its free days.
    worked = re.search(f"[^{FREE}]", letters)
    if worked is None:
        return ["no day is worked"]
    # The cycle is read from its first worked day on, so that no break lies over the end of the text.
    turned = letters[worked.start() :] + letters[: worked.start()]
    lengths = [len(run) for run in re.findall(f"{FREE}{{{BREAK_DAYS},}}", turned)]
    if not lengths:
        return ["it has no run of six free days"]
    if len(lengths) > 1:
        return [f"it has {len(lengths)} breaks"]
    return [] if lengths[0] in BREAK_LENGTHS else [f"its break has {lengths[0]} days"]


def _shifts(assignment: Assignment) -> list[int]:
    return [sum(letter in SHIFTS for letter in week) for week in _work_weeks(assignment)]


def _admins(assignment: Assignment) -> list[int]:
    return [week.count(ADMIN) for week in _work_weeks(assignment)]


def _work_weeks(assignment: Assignment) -> tuple[str, ...]:
    return assignment.rotation.work_weeks(assignment.work_week)


def _flexible(counts: list[int]) -> bool:
    """Six blocks a cycle, at most two weeks with other than one: so none has more than two."""
    odd_weeks = sum(count != 1 for count in counts)
    return sum(counts) == CYCLE_WEEKS and odd_weeks <= MOST_ODD_WEEKS
