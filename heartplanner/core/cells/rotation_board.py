"""The board of a rotation: what a person does to its cells, and the facts shown beside them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import NamedTuple

from heartplanner.core.cells.cells import Cell, Tone, WeekCell, cell
from heartplanner.core.edits.edits import continued
from heartplanner.core.explain.hours_text import parts_hours
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import (
    ADMIN,
    CYCLE_WEEKS,
    FREE,
    LAST_DATE,
    ONE_DAY,
    Assignment,
    Plan,
    Rotation,
    monday,
    week_begin,
)
from heartplanner.core.rules.rotation_rules import WEEK_MINUTES
from heartplanner.core.schedule.cycle import ONE_CYCLE, assignment_at, place
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.ranges.rows import CalendarRow, calendar_rows, week_title
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import Week
from heartplanner.core.words.english import (
    brief_day,
    hours,
    month_day,
    print_dash,
    weekday,
    weekday_date,
)
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
OTHER_SHEET = 7
"""From so many other days on a rotation is not the old one with corrections, but another one."""


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
        was, now = self.base.rotation.letters, self.rotation.letters
        return tuple(
            day
            for day in self.base.guesses
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


def continuing(plan: Plan, before: Draft, draft: Draft, today: date) -> Draft:
    """The draft, or where it is another first day alone, one of the rotation in force on that day.

    The rotation of `before` may have ended by then: it must not come back without having been chosen.
    """
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
    return continued(plan, draft.start)._replace(confirmed=True) != draft.assignment


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
    return draft.start if chosen or differs(plan, draft) else draft.base.start


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


def _first_choice(plan: Plan, base: Assignment, today: date) -> date:
    """The first day of the next work week, or a day before it where the base does not last so long."""
    # A rotation most likely changes with a week, and never for days that are past.
    next_week = week_begin(today, base.work_week) + timedelta(days=7)
    for wanted in (next_week, today + ONE_DAY, today):
        day = min(max(wanted, base.start), LAST_DATE)
        if assignment_at(plan, day) == base:
            return day
    return base.start


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
