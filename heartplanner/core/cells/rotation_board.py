"""The board of a rotation: what a person does to its cells, and the facts shown beside them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from heartplanner.core.cells.cells import Cell, Tone, WeekCell, cell
from heartplanner.core.explain.hours_text import parts_hours
from heartplanner.core.plan.model import (
    ADMIN,
    FREE,
    ONE_DAY,
    Assignment,
    Plan,
    Rotation,
    monday,
)
from heartplanner.core.rules.rotation_rules import WEEK_MINUTES
from heartplanner.core.schedule.cycle import ONE_CYCLE, place
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.ranges.rows import CalendarRow, calendar_rows, week_title
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import Week
from heartplanner.core.words.english import brief_day, hours, month_day, print_dash, weekday
from heartplanner.typed import distinct

LETTERS = {
    "S": "shift",
    ADMIN: "admin",
    FREE: "day off",
    "D": "day shift",
    "E": "evening shift",
}
"""The meaning of each letter of a rotation."""
BOARD_TITLES = {Tone.DAY: ("Day",), Tone.EVENING: ("Evening", "Eve"), Tone.ADMIN: ("Admin",)}
"""What a chip on the board says, where it has no room for its hours; any other is a shift."""
STEPS = {"S": ADMIN, "D": ADMIN, "E": ADMIN, ADMIN: FREE, FREE: "S"}
HOURS = "Hours"


def put(rotation: Rotation, index: int, letter: str) -> Rotation:
    """The rotation with this letter on the day `index`, 0 to 41."""
    letters = rotation.letters
    return Rotation(letters[:index] + letter + letters[index + 1 :])


def stepped(letter: str) -> str:
    """What a click makes of a letter: shift, admin, free, and round again."""
    return STEPS[letter]


def moved(rotation: Rotation, from_: int, to: int) -> Rotation:
    """The rotation with two of its days exchanged."""
    taken, replaced = rotation.letters[from_], rotation.letters[to]
    return put(put(rotation, from_, replaced), to, taken)


@distinct
class BoardRow(NamedTuple):
    """A week on a board; `letters` stand for its cells where there is little room.

    `total_title`: what the totals of the board are of.
    """

    title: str
    cells: tuple[Cell, ...]
    letters: tuple[str, ...]
    total: WeekCell
    total_title: str = HOURS


def board(assignment: Assignment, day: date) -> list[BoardRow]:
    """The six weeks of the rotation by themselves, on the dates of the cycle that holds `day`."""
    plan, first = alone(assignment, day)
    whole = calendar_rows(Schedule(plan), first, first + ONE_CYCLE - ONE_DAY)
    title = _total_title(whole)
    return [_rotation_row(n, row)._replace(total_title=title) for n, row in enumerate(whole, 1)]


def alone(assignment: Assignment, day: date) -> tuple[Plan, date]:
    """A plan of nothing but this rotation, and the Monday of week 1 of the cycle that holds `day`."""
    # The plan begins a cycle earlier, so that a break over the start of the cycle is seen whole.
    first = monday(day) - timedelta(weeks=place(assignment, day)[1] - 1)
    return Plan("board", (assignment._replace(start=first - ONE_CYCLE, cycle_week=1),)), first


def _rotation_row(week_number: int, row: CalendarRow) -> BoardRow:
    letters = tuple(day.at.letter if day.at else FREE for day in row.days)
    cells = tuple(
        _rotation_cell(week_number, day, letter)
        for day, letter in zip(row.days, letters, strict=True)
    )
    title = f"Week {week_number}\n{brief_day(row.first)}"
    return BoardRow(title, cells, letters, _total(f"Week {week_number}", row))


def _rotation_cell(week_number: int, day: Day, letter: str) -> Cell:
    """A day's cell that says the rotation's letter."""
    plain = cell(day)
    words, band = LETTERS[letter], plain.break_band
    if day.in_break and band:
        count = f"{day.in_break.day} of {day.in_break.of}"
        words = f"{words}, day {count} of the break"
        # As in the month, the word stands once a row.
        named = day.in_break.day == 1 or day.date.weekday() == 0
        band = band._replace(text=(f"Break, day {count}", "Break") if named else (count,))
    return plain._replace(
        # A free day has no chip that could bear the question mark.
        caption=("?" if day.guess and not day.blocks else "",) if letter == FREE else (letter,),
        chips=tuple(
            chip._replace(title=(*BOARD_TITLES.get(chip.tone, ("Shift",)), letter))
            for chip in plain.chips
        ),
        break_band=band,
        name=f"Week {week_number}, {weekday(day.date)}, {month_day(day.date)}: {words}",
    )


def rows(over: Sequence[CalendarRow]) -> tuple[BoardRow, ...]:
    """The rows of real days."""
    return tuple(
        BoardRow(
            brief_day(row.first),
            tuple(cell(day) for day in row.days),
            tuple("".join(block.letter for block in day.blocks) for day in row.days),
            _total(f"Week of {month_day(row.weeks[0].first)}", row),
            _total_title(over),
        )
        for row in over
    )


def _total_title(over: Sequence[CalendarRow]) -> str:
    return HOURS if all(row.same_days for row in over) else print_dash(week_title(over))


def _total(name: str, row: CalendarRow) -> WeekCell:
    worked = parts_hours(row.weeks)
    odd = "" if any(week.cut for week in row.weeks) else _odd(row.weeks[0])
    return WeekCell(worked, odd, "", ", ".join(filter(None, (f"{name}: {worked}", odd))))


def _odd(week: Week) -> str:
    # Over and under are what a person looks for while they draw: the 40 hours are the rule (P2).
    over = week.totals.credited_minutes - WEEK_MINUTES
    return f"{hours(abs(over))} {'over' if over > 0 else 'under'}" if over else ""
