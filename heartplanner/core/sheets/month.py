"""What a month's sheet of paper says: the screen's words, with a code letter for each block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from heartplanner.core.cells.cells import Cell, Tone, WeekCell, Wording, cell, tone, week_cell
from heartplanner.core.plan.hours import BAND_HOURS, Band
from heartplanner.core.plan.milestones import milestones
from heartplanner.core.plan.model import Milestone, Plan, each_date
from heartplanner.core.schedule.blocks import Block, Kind
from heartplanner.core.schedule.breaks import next_break
from heartplanner.core.schedule.days import SATURDAY, Day
from heartplanner.core.schedule.holidays import holidays
from heartplanner.core.schedule.holidays import words as holiday_words
from heartplanner.core.schedule.month import Month, Row, month_rows
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import total
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import (
    MONTHS,
    WEEKDAYS,
    brief_span,
    clock_span,
    counted,
    full_date,
    hours,
    listed,
    span_brief,
    span_days,
    tight_span,
)
from heartplanner.typed import distinct

MARGIN = timedelta(days=7)
"""More days than a sheet shows beside whole months."""
LETTERS = {
    (Kind.SHIFT, Band.DAY): "D",
    (Kind.SHIFT, Band.EVENING): "E",
    (Kind.ADMIN, None): "A",
    (Kind.TRAINING, None): "T",
}
EXTRA_LETTER = "X"
PROGRAM = "Heart Planner"


class Wishes(NamedTuple):
    """What a person chooses of a sheet's words."""

    today: date
    display: DisplayFormat = DEFAULT_FORMAT
    name: str = ""


class Printed(NamedTuple):
    """A worked block on paper: its code letter, its tone, its hours ever shorter."""

    letter: str
    tone: Tone
    hours: Wording


class PaperDay(NamedTuple):
    """A day on paper.

    `caption`: what stands beside the number, each as far as it fits (the rest among the notes);
    `band`: the words of the break's band, as on screen, but named anew in each row.
    """

    cell: Cell
    blocks: tuple[Printed, ...]
    caption: tuple[Wording, ...]
    band: Wording
    outside: bool


class PaperRow(NamedTuple):
    """A week of the sheet."""

    days: tuple[PaperDay, ...]
    week: WeekCell


class Small(NamedTuple):
    """A neighbouring month in small: each of its weeks' days, None where there is none.

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
    neighbours: tuple[Small, ...]
    footer: str
    display: DisplayFormat


def month_sheet(
    schedule: Schedule, month: Month, public: Mapping[date, str], wishes: Wishes
) -> MonthSheet:
    """The sheet of a month; `public`: the names of public holidays, at least of its own days."""
    plan = schedule.plan
    rows = month_rows(schedule, month, wishes.display)
    around = schedule.days(month.plus(-1).first - MARGIN, month.plus(1).last + MARGIN)
    day_notes = day_notes_of(plan, public, around)
    weekdays = tuple(WEEKDAYS[day.date.weekday()] for day in rows[0].days)
    return MonthSheet(
        title=month.title,
        name=wishes.name,
        weekdays=weekdays,
        week_title="Mon-Sun" if wishes.display.sunday_first else "Week",
        rows=tuple(_row(row, month, day_notes, wishes.display) for row in rows),
        sums=tuple(_sums(plan, month, around)),
        neighbours=tuple(_neighbours(month, around, wishes.display)),
        footer=footer(plan, wishes.today),
        display=wishes.display,
    )


def day_notes_of(
    plan: Plan, public: Mapping[date, str], around: Sequence[Day]
) -> dict[date, list[str]]:
    """Holidays and milestones of these days, in words that do not age."""
    found: dict[date, list[str]] = {}
    first, last = around[0].date, around[-1].date
    for date_, name in holidays(plan, public, first, last).items():
        found[date_] = [holiday_words(name, around[(date_ - first).days])]
    for each in milestones(plan, first, last):
        found.setdefault(each.date, []).append(_duty(each))
    return found


def _duty(milestone: Milestone) -> str:
    """Not "15 days left", which is true on one day only."""
    return f"{milestone.title}: {'done' if milestone.done else 'due'}"


def printed(block: Block, display: DisplayFormat = DEFAULT_FORMAT) -> Printed:
    """A block's few words on paper: D 9a-9p, E noon-midnight."""
    letter = LETTERS.get((block.kind, block.band), EXTRA_LETTER)
    if display.hours24:
        wording: Wording = (brief_span(block.start, block.end, display),)
    else:
        spelled = clock_span(block.start, block.end).replace(" am", "a").replace(" pm", "p")
        wording = (spelled, tight_span(block.start, block.end))
    return Printed(letter, tone(block), wording)


def _row(
    row: Row, month: Month, day_notes: Mapping[date, Sequence[str]], display: DisplayFormat
) -> PaperRow:
    shown = [
        paper_day(day, month, day_notes.get(day.date, ()), display, leads=index == 0)
        for index, day in enumerate(row.days)
    ]
    return PaperRow(tuple(shown), week_cell(row.week))


def paper_day(
    day: Day, month: Month, day_notes: Sequence[str], display: DisplayFormat, *, leads: bool
) -> PaperDay:
    """A day's words; `leads`: it is the first of its row."""
    outside = not month.holds(day.date)
    caption: list[Wording] = []
    if outside and (leads or day.date.day == 1):
        name = MONTHS[day.date.month - 1]
        caption.append((name, name[:3]))
    if day.guess:
        caption.append(("a guess", "?"))
    return PaperDay(
        cell=cell(day, display, day_notes),
        blocks=tuple(printed(block, display) for block in day.blocks),
        caption=tuple(caption),
        band=_band(day, leads=leads),
        outside=outside,
    )


def _band(day: Day, *, leads: bool) -> Wording:
    if day.in_break is None:
        return ()
    count = f"day {day.in_break.day} of {day.in_break.of}"
    if leads or day.in_break.day == 1:
        return (f"Break, {count}", f"Break, {count.removeprefix('day ')}")
    return (count, count.removeprefix("day "))


def _sums(plan: Plan, month: Month, around: Sequence[Day]) -> Iterator[str]:
    """The month's sums, its weekends on, and the first break that begins in it or after it."""
    sums = total([day for day in around if month.holds(day.date)])
    yield f"{counted(sums.shifts, 'shift')}, {hours(sums.minutes)} this month."
    yield _weekends(around, month)
    coming = next_break(plan, max(month.first, plan.start))
    if coming is None:
        yield "No break to come."
        return
    first, last = coming.first, coming.last
    year = "" if last.year == month.year else f", {last.year}"
    yield f"Next break: {span_days(first, last)}{year}."


def _weekends(around: Sequence[Day], month: Month) -> str:
    """Weekends on: 6-7 and 27-28; one that begins or ends in a neighbouring month with both names."""
    found = []
    for day in around:
        if day.date.weekday() != SATURDAY or day.weekend != "on":
            continue
        sunday = day.date + timedelta(days=1)
        inside = month.holds(day.date) and month.holds(sunday)
        if inside:
            found.append(f"{day.date.day}-{sunday.day}")
        elif month.holds(day.date) or month.holds(sunday):
            found.append(span_brief(day.date, sunday))
    return f"Weekends on: {listed(found)}." if found else "No weekend on."


def _neighbours(month: Month, around: Sequence[Day], display: DisplayFormat) -> Iterator[Small]:
    sunday_first = display.sunday_first
    worked = frozenset(day.date for day in around if day.blocks)
    names = [name[0] for name in WEEKDAYS]
    for other in (month.plus(-1), month.plus(1)):
        if other == month:  # before the first year of plans, or after the last
            continue
        blank = (other.first.weekday() + sunday_first) % 7
        dates = [*[None] * blank, *each_date(other.first, other.last)]
        dates += [None] * (-len(dates) % 7)
        yield Small(
            title=other.title,
            weekdays=tuple([*names[-1:], *names[:-1]] if sunday_first else names),
            rows=tuple(tuple(dates[n : n + 7]) for n in range(0, len(dates), 7)),
            worked=worked,
        )


def footer(plan: Plan, today: date) -> str:
    """When it was printed, and of which version: as many as there were edits of what is worked."""
    parts: Iterable[str] = (
        f"Printed {full_date(today)}",
        f"version {len(plan.history)}",
        PROGRAM,
        *(["an example rotation, not yet your own"] if plan.example else []),
    )
    return " - ".join(parts)


def code_name(letter: str, display: DisplayFormat) -> str:
    """What a letter other than that of an extra shift means: Day, 9 am-9 pm."""
    names = {"A": "Admin", "T": "Training"}
    for kind, band in ((Kind.SHIFT, Band.DAY), (Kind.SHIFT, Band.EVENING)):
        begin, end = BAND_HOURS[band]
        names[LETTERS[kind, band]] = f"{band.capitalize()}, {clock_span(begin, end, display)}"
    return names[letter]
