"""What the commands print: text for people, JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from heartplanner.core.edits.example import EXAMPLE
from heartplanner.core.events.entry_occurrences import entry_occurrences
from heartplanner.core.events.event_text import event_line
from heartplanner.core.events.occurrence import EventIndex
from heartplanner.core.explain.changes.change_titles import change_title
from heartplanner.core.explain.hours_text import cycle_place, shift_count, week_hours
from heartplanner.core.explain.pay_text import payday_notes
from heartplanner.core.explain.pending_text import pending_notes
from heartplanner.core.explain.reasons import (
    FREE_WEEKEND,
    NOT_CONFIRMED,
    WORKING_WEEKEND,
    day_line,
    why,
)
from heartplanner.core.hours.care import care_lines
from heartplanner.core.plan.change import Change
from heartplanner.core.plan.milestones import milestones
from heartplanner.core.plan.model import CYCLE_DAYS, Assignment, Milestone, Plan
from heartplanner.core.schedule.blocks import Block
from heartplanner.core.schedule.cycle import admin_hours, assigned_hours
from heartplanner.core.schedule.days import SATURDAY, Day
from heartplanner.core.schedule.holidays import holidays
from heartplanner.core.schedule.holidays import words as holiday_words
from heartplanner.core.schedule.rest import cares
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import Week, total, weeks
from heartplanner.core.words.english import (
    WEEKDAYS,
    clock_span,
    full_date,
    hours,
    long_date,
    short_day,
    span,
)
from heartplanner.files.plan.change_json import what_out

if TYPE_CHECKING:
    from heartplanner.core.rules.posting_rules import Verdict


def assignment_line(assignment: Assignment) -> str:
    """From Monday, July 28, 2025: -SSAS-- ..., cycle week 1, 9 am-9 pm, admin 9 am-1 pm."""
    own = assigned_hours(assignment)
    admin = admin_hours(assignment.admin_start, assignment.admin_minutes)
    kind = "" if assignment.confirmed else " (the example rotation)"
    first = assignment.work_week
    week = f", work week from {WEEKDAYS[first]}" if first else ""
    return (
        f"from {long_date(assignment.start)}: rotation {assignment.rotation.text}{kind},"
        f" cycle week {assignment.cycle_week}, shifts {clock_span(*own)},"
        f" admin {clock_span(admin.start, admin.end)}{week}"
    )


def _range_line(days: Sequence[Day], first: date, last: date) -> str:
    """What the days of a range hold: 156 shifts, 2080 h, July 28, 2025 - July 26, 2026."""
    sums = total(days)
    return f"{shift_count(sums)}, {hours(sums.minutes)}, {span(first, last)}"


def unsure_lines(plan: Plan) -> Iterator[str]:
    """What of the plan is not sure yet: an example, a guess."""
    if plan.example:
        yield EXAMPLE
    for assignment in plan.assignments:
        if assignment.guesses:
            yield (
                f"From {full_date(assignment.start)} on, {len(assignment.guesses)} of the {CYCLE_DAYS} days"
                " of the rotation are not confirmed yet: heartplanner find shows which to ask about."
            )


def show_lines(
    schedule: Schedule, first: date, last: date, public: Mapping[date, str]
) -> Iterator[str]:
    """The calendar as text: a line a day, by weeks, each with its hours as a whole."""
    plan = schedule.plan
    named = holidays(plan, public, first, last)
    duties = milestones(plan, first, last)
    paydays = payday_notes(plan, first, last)
    pending = pending_notes(plan, first, last)
    entries = entry_occurrences(plan.entries, first, last)
    appointments = EventIndex(entries, first, last).days(first, last)
    yield from unsure_lines(plan)
    days: list[Day] = []
    for week in weeks(schedule, first, last):
        shown = [day for day in week.days if first <= day.date <= last]
        days += shown
        yield ""
        yield _week_heading(week)
        for day in shown:
            holiday, payday = named.get(day.date), paydays.get(day.date)
            beside = [holiday_words(holiday, day) if holiday else "", payday or ""]
            beside += pending.get(day.date, [])
            beside += [event_line(one, day.date) for one in appointments.get(day.date, ())]
            yield _day_text(day, [*filter(None, beside)], duties)
    yield ""
    yield from care_lines(cares(schedule, first, last))
    yield f"{_range_line(days, first, last)}."


def _week_heading(week: Week) -> str:
    place = cycle_place(week) or "before the start"
    credited, remark = week_hours(week)
    aside = f" ({remark})" if remark else ""
    return f"Week of {full_date(week.first):<20} {place:<28}{credited:>10}{aside}"


def _day_text(day: Day, beside: Sequence[str], duties: Sequence[Milestone]) -> str:
    """`beside`: what the date is for all that is worked on it: a holiday, a payday, a swap asked."""
    notes = [*beside, *(_duty(duty) for duty in duties if duty.date == day.date)]
    notes += [change_title(change) for change in day.changes]
    if day.guess:
        notes.insert(0, NOT_CONFIRMED)
    if day.date.weekday() == SATURDAY and day.weekend:
        notes.insert(0, WORKING_WEEKEND if day.weekend == "on" else FREE_WEEKEND)
    if day.blocks and day.in_break:
        notes.insert(0, f"break, day {day.in_break.day} of {day.in_break.of}")
    line = f"  {short_day(day.date)}   {day_line(day):<28}"
    return f"{line} {'; '.join(notes)}".rstrip()


def _duty(milestone: Milestone) -> str:
    return f"{'done' if milestone.done else 'due'}: {milestone.title}"


def check_lines(
    schedule: Schedule, verdicts: Sequence[Verdict], first: date, last: date
) -> Iterator[str]:
    """The rules as text, and what asks for care beside them."""
    yield from unsure_lines(schedule.plan)
    for verdict in sorted(verdicts, key=lambda verdict: verdict.holds):  # what differs comes first
        yield verdict.text
    yield from care_lines(cares(schedule, first, last))


def show_json(schedule: Schedule, first: date, last: date) -> dict[str, Any]:
    """The object that `show --format json` prints."""
    return {
        "from": first.isoformat(),
        "to": last.isoformat(),
        "example": schedule.plan.example,
        "days": [_day_json(day) for day in schedule.days(first, last)],
    }


def _day_json(day: Day) -> dict[str, Any]:
    return {
        "date": day.date.isoformat(),
        "cycle": day.at and day.at.cycle,
        "week": day.at and day.at.week,
        "planned": day.at and day.at.letter,
        "blocks": [block_json(block) for block in day.blocks],
        "off": day.off,
        "break": day.in_break and {"day": day.in_break.day, "of": day.in_break.of},
        "weekend": day.weekend,
        "changes": [_change_json(change) for change in day.changes],
        "why": why(day),
    }


def block_json(block: Block) -> dict[str, Any]:
    """A block as `show` and `compare` print it."""
    return {
        "kind": block.kind,
        "band": block.band,
        "start": block.start.isoformat(),
        "end": block.end.isoformat(),
        "minutes": block.minutes,
    }


def _change_json(change: Change) -> dict[str, Any]:
    return {"id": change.id, "kind": what_out(change.what)["kind"], "text": change_title(change)}


def verdict_json(verdict: Verdict) -> dict[str, Any]:
    """One object of the list that `check --format json` prints."""
    where = [day.isoformat() for day in verdict.where]
    return {"rule": verdict.rule, "holds": verdict.holds, "where": where, "text": verdict.text}
