"""What a month's sheet of paper says: the screen's words, with a code letter for each block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from heartplanner.core.cells.cells import Cell, WeekCell, Wording, cell, week_cell
from heartplanner.core.cells.day_marks import CellNote, NoteKind
from heartplanner.core.cells.event_notes import with_events
from heartplanner.core.events.entry_occurrences import entry_occurrences
from heartplanner.core.events.occurrence import NO_EVENTS, EventIndex
from heartplanner.core.explain.break_text import free_dates
from heartplanner.core.explain.pay_text import payday_notes
from heartplanner.core.plan.milestones import milestones
from heartplanner.core.plan.model import Milestone, Plan, each_date
from heartplanner.core.schedule.breaks import Break, breaks, next_break
from heartplanner.core.schedule.cycle import assigned_hours
from heartplanner.core.schedule.days import SATURDAY, Day
from heartplanner.core.schedule.holidays import holidays
from heartplanner.core.schedule.holidays import words as holiday_words
from heartplanner.core.schedule.ranges.month import Month, month_rows
from heartplanner.core.schedule.ranges.rows import CalendarRow, week_title
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import total
from heartplanner.core.sheets.paper_block import PaperBlock, paper_block
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import (
    MONTHS,
    WEEKDAYS,
    counted,
    full_date,
    hours,
    listed,
    span_brief,
    span_days,
)
from heartplanner.typed import distinct

MARGIN = timedelta(days=7)
"""More days than a sheet shows beside whole months."""
PROGRAM = "Heart Planner"
EXAMPLE_NOT_CONFIRMED = "example rotation, not confirmed yet"


class SheetOptions(NamedTuple):
    """What a person chooses of a sheet's words. `events`: of other calendars, those for paper alone."""

    today: date
    display: DisplayFormat = DEFAULT_FORMAT
    name: str = ""
    events: EventIndex = NO_EVENTS


class PaperDay(NamedTuple):
    """A day on paper.

    `caption`: what stands beside the number, each as far as it fits (the rest among the notes);
    `band`: the words of the break's band, as on screen, but named anew in each row; `lasting`: what the
    cell says without public holidays and other calendars, for these make no printed sheet old.
    """

    cell: Cell
    blocks: tuple[PaperBlock, ...]
    caption: tuple[Wording, ...]
    band: Wording
    outside: bool
    lasting: str


class PaperRow(NamedTuple):
    """A week of the sheet."""

    days: tuple[PaperDay, ...]
    week: WeekCell


class SmallMonth(NamedTuple):
    """A neighboring month in small: each of its weeks' days, None where there is none.

    `worked`: the days around on which something is worked.
    """

    title: str
    weekdays: tuple[str, ...]
    rows: tuple[tuple[date | None, ...], ...]
    worked: frozenset[date]


@distinct
class MonthSheet(NamedTuple):
    """All the words of a month's sheet."""

    title: str
    name: str
    weekdays: tuple[str, ...]
    week_title: str
    rows: tuple[PaperRow, ...]
    sums: tuple[str, ...]
    neighbors: tuple[SmallMonth, ...]
    footer: str
    display: DisplayFormat


def month_sheet(
    schedule: Schedule, month: Month, public: Mapping[date, str], options: SheetOptions
) -> MonthSheet:
    """The sheet of a month; `public`: the names of public holidays, at least of its own days."""
    plan = schedule.plan
    # A sheet shows whole weeks, so the days around the month are needed too.
    rows = month_rows(schedule, month, options.display)
    around = schedule.days(month.plus(-1).first - MARGIN, month.plus(1).last + MARGIN)
    lasting = day_notes_of(plan, {}, around, options.display)
    day_notes = day_notes_of(plan, public, around, options.display)
    beside = options.events.days(around[0].date, around[-1].date)
    day_notes = with_events(day_notes, beside, options.display, spelled=True)
    weekdays = tuple(WEEKDAYS[day.date.weekday()] for day in rows[0].days)
    return MonthSheet(
        title=month.title,
        name=options.name,
        weekdays=weekdays,
        week_title=week_title(rows),
        rows=tuple(_row(row, month, day_notes, lasting, options.display) for row in rows),
        sums=tuple(_sums(schedule, month, around)),
        neighbors=tuple(_neighbors(month, around, options.display)),
        footer=footer(plan, options.today),
        display=options.display,
    )


def day_notes_of(
    plan: Plan,
    public: Mapping[date, str],
    around: Sequence[Day],
    display: DisplayFormat = DEFAULT_FORMAT,
) -> dict[date, list[CellNote]]:
    """Holidays, milestones, paydays and appointments of these days, in words that do not age."""
    by_day: dict[date, list[CellNote]] = {}
    first, last = around[0].date, around[-1].date
    for date_, name in holidays(plan, public, first, last).items():
        text = holiday_words(name, around[(date_ - first).days])
        by_day[date_] = [CellNote(NoteKind.HOLIDAY, text)]
    for milestone in milestones(plan, first, last):
        duty = CellNote(NoteKind.REMINDER, _duty(milestone))
        by_day.setdefault(milestone.date, []).append(duty)
    for date_, payday in payday_notes(plan, first, last, on_paper=True).items():
        by_day.setdefault(date_, []).append(CellNote(NoteKind.PAYDAY, payday))
    chosen = [entry for entry in plan.entries if entry.on_paper]
    appointments = EventIndex(entry_occurrences(chosen, first, last), first, last)
    return with_events(by_day, appointments.days(first, last), display)


def _duty(milestone: Milestone) -> str:
    """Not "15 days left", which is true on one day only."""
    return f"{milestone.title}: {'done' if milestone.done else 'due'}"


def _row(
    row: CalendarRow,
    month: Month,
    day_notes: Mapping[date, Sequence[CellNote]],
    lasting: Mapping[date, Sequence[CellNote]],
    display: DisplayFormat,
) -> PaperRow:
    notes = [(day_notes.get(day.date, ()), lasting.get(day.date, ())) for day in row.days]
    shown = [
        paper_day(day, month, *notes[index], display, leads=index == 0)
        for index, day in enumerate(row.days)
    ]
    return PaperRow(tuple(shown), week_cell(row))


def paper_day(
    day: Day,
    month: Month,
    day_notes: Sequence[CellNote],
    lasting: Sequence[CellNote],
    display: DisplayFormat,
    *,
    leads: bool,
) -> PaperDay:
    """A day's words; `lasting`: its notes that make a sheet old; `leads`: it is the first of its row."""
    shown = cell(day, display, day_notes)
    outside = not month.holds(day.date)
    usual = assigned_hours(day.at.assignment) if day.at else None
    caption: list[Wording] = []
    # A neighbor's month is named once where its days begin, and again where a row begins with them.
    if outside and (leads or day.date.day == 1):
        name = MONTHS[day.date.month - 1]
        caption.append((name, name[:3]))
    if day.guess:
        caption.append(("?",))
    return PaperDay(
        cell=shown,
        blocks=tuple(paper_block(block, usual, display) for block in day.blocks),
        caption=tuple(caption),
        band=_band(day, leads=leads),
        outside=outside,
        lasting=shown.name if lasting == day_notes else cell(day, display, lasting).name,
    )


def _band(day: Day, *, leads: bool) -> Wording:
    if day.in_break is None:
        return ()
    count = f"day {day.in_break.day} of {day.in_break.of}"
    if leads or day.in_break.day == 1:
        return (f"Break, {count}", f"Break, {count.removeprefix('day ')}")
    return (count, count.removeprefix("day "))


def _sums(schedule: Schedule, month: Month, around: Sequence[Day]) -> Iterator[str]:
    """The month's sums, its working weekends, and the breaks that touch it; the next one if none does."""
    sums = total([day for day in around if month.holds(day.date)])
    yield f"{counted(sums.shifts, 'shift')}, {hours(sums.minutes)} this month."
    yield _weekends(around, month)
    plan = schedule.plan
    own = breaks(plan, month.first, month.last)
    coming = None if own else next_break(plan, max(month.first, plan.start))
    if own:
        named = listed([_break_span(schedule, each, month) for each in own])
        yield f"{'Break' if len(own) == 1 else 'Breaks'}: {named}."
    elif coming:
        yield f"Next break: {_break_span(schedule, coming, month)}."
    else:
        yield "No break ahead."


def _break_span(schedule: Schedule, built_in: Break, month: Month) -> str:
    # The year stands only where it is not the sheet's own.
    year = "" if built_in.last.year == month.year else f", {built_in.last.year}"
    return f"{free_dates(schedule, built_in, span_days)}{year}"


def _weekends(around: Sequence[Day], month: Month) -> str:
    """Working weekends: 6-7 and 20; one that begins or ends in a neighboring month with both names.

    A day of it that is free after all, by leave or a swap, is not named.
    """
    weekends = []
    for day, following in pairwise(around):
        if day.date.weekday() != SATURDAY or day.weekend != "on":
            continue
        worked = [each.date for each in (day, following) if each.blocks]
        # A weekend that the month's end cuts is named with both months, since 31-1 says nothing.
        if worked and all(map(month.holds, worked)):
            weekends.append("-".join(str(each.day) for each in worked))
        elif any(map(month.holds, worked)):
            weekends.append(span_brief(worked[0], worked[-1]))
    return f"Working weekends: {listed(weekends)}." if weekends else "No working weekend."


def _neighbors(month: Month, around: Sequence[Day], display: DisplayFormat) -> Iterator[SmallMonth]:
    sunday_first = display.sunday_first
    worked = frozenset(day.date for day in around if day.blocks)
    names = [name[0] for name in WEEKDAYS]
    for neighbor in (month.plus(-1), month.plus(1)):
        if neighbor == month:  # before the first year of plans, or after the last
            continue
        # Monday is 0 in Python; with Sunday first every month begins one column later.
        blank = (neighbor.first.weekday() + sunday_first) % 7
        dates = [*[None] * blank, *each_date(neighbor.first, neighbor.last)]
        dates += [None] * (-len(dates) % 7)
        yield SmallMonth(
            title=neighbor.title,
            weekdays=tuple([*names[-1:], *names[:-1]] if sunday_first else names),
            rows=tuple(tuple(dates[n : n + 7]) for n in range(0, len(dates), 7)),
            worked=worked,
        )


def footer(plan: Plan, today: date) -> str:
    """When it was printed, and of which version: as many as there were edits of what is worked."""
    parts: Iterable[str] = (
        f"Printed {full_date(today)}",
        f"version {plan.version} of your schedule",
        PROGRAM,
        *([EXAMPLE_NOT_CONFIRMED] if plan.example else []),
    )
    return " - ".join(parts)
