"""What colleagues do on a day, a line each, and whom a swap of it can be with."""

from __future__ import annotations

from datetime import date

from heartplanner.core.edits.colleagues import same_name
from heartplanner.core.explain.reasons import NOT_CONFIRMED, block_title
from heartplanner.core.people.colleague_schedule import colleague_schedule, taking
from heartplanner.core.people.cover import covers
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import Colleague, PlanError
from heartplanner.core.schedule.blocks import Block, Kind
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import clock_span, listed


def colleague_lines(schedule: Schedule, day: date, display: DisplayFormat) -> list[str]:
    """Lee: day shift, 9 am-9 pm. Nothing is said of whose card begins later."""
    lines = []
    for colleague in schedule.plan.colleagues:
        theirs = day_of(schedule, colleague, day)
        if theirs.at is not None:
            lines.append(f"{colleague.name}: {state_text(theirs, display)}")
    return lines


def swap_names(schedule: Schedule, give: date | None, take: date | None) -> list[str]:
    """The colleagues with whom a swap can be, those first who are likelier.

    They could take the shift of `give`, and work a shift on `take`; of the two only what there is counts.
    """
    names = [colleague.name for colleague in schedule.plan.colleagues]
    if not names or (give is None and take is None):
        return []
    if give is not None:
        try:
            names = [cover.name for cover in covers(schedule, give)]
        except PlanError:  # no shift to give
            return []
    if take is None:
        return names
    at_work = {
        colleague.name
        for colleague in schedule.plan.colleagues
        if colleague.name in names
        and any(block.kind is Kind.SHIFT for block in day_of(schedule, colleague, take).blocks)
    }
    return [name for name in names if name in at_work]


def their_shift(schedule: Schedule, name: str, day: date) -> Block | None:
    """The shift that the colleague of this name has on a day; None without one, and where nobody knows."""
    for colleague in schedule.plan.colleagues:
        if same_name(colleague.name, name):
            blocks = day_of(schedule, colleague, day).blocks
            return next((block for block in blocks if block.kind is Kind.SHIFT), None)
    return None


def taken_band(schedule: Schedule, name: str, day: date) -> Band | None:
    """The band to state where one takes this colleague's shift of a day.

    None where it is one's own on that day, or nobody knows: no such name, no shift, hours of no band.
    """
    shift = their_shift(schedule, name, day)
    half = taking(schedule.plan, day, shift.hours) if shift else None
    return half.band if half else None


def day_of(schedule: Schedule, colleague: Colleague, day: date) -> Day:
    """A colleague's day; `schedule`: one's own, with the swaps."""
    return colleague_schedule(schedule, colleague).days(day, day)[0]


def state_text(day: Day, display: DisplayFormat) -> str:
    """Day shift, 9 am-9 pm, in small letters; break; day off."""
    doubt = f", {NOT_CONFIRMED}" if day.guess else ""
    if not day.blocks:
        return f"{'break' if day.in_break else 'day off'}{doubt}"
    blocks = [
        f"{block_title(block).lower()}, {clock_span(block.start, block.end, display)}"
        for block in day.blocks
    ]
    return f"{listed(blocks)}{doubt}"
