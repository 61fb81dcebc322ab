"""The board of the finder: of each day what was marked, what follows, and how likely a shift is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from heartplanner.core.cells.cells import Tone, WeekCell
from heartplanner.core.finder.certainty import percent, question
from heartplanner.core.finder.counting.counts import RotationCounts
from heartplanner.core.finder.counting.marks import cycle_day
from heartplanner.core.finder.repair.repair import Repair
from heartplanner.core.finder.search import Findings
from heartplanner.core.plan.change import Note, dates_of
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import (
    ADMIN,
    CYCLE_DAYS,
    CYCLE_WEEKS,
    FREE,
    LETTER_BANDS,
    Mark,
    Plan,
    Search,
    monday,
)
from heartplanner.core.schedule.cycle import ONE_CYCLE
from heartplanner.core.words.english import brief_day, full_date, long_date, span
from heartplanner.typed import distinct

WORDS = {
    "S": "Shift",
    ADMIN: "Admin",
    FREE: "Free",
    "D": "Day",
    "E": "Evening",
    "W": "Worked",
    "N": "No shift",
}
"""The words of a cell for each mark."""
STEPS = {"": "S", "S": ADMIN, ADMIN: FREE, FREE: ""}
"""The mark that a click puts in place of another: shift, admin, free, none; any other becomes a shift."""
NO_TOTAL = WeekCell("", "", "", "")


class Standing(StrEnum):
    """How a day stands: it was marked, it follows, it is open, or it contradicts others."""

    MARKED = "you marked it"
    CERTAIN = "follows for certain"
    OPEN = "open"
    WRONG = "conflicts with another day"
    DIFFERS = "differs from the rotation that fits most days"


class FinderCell(NamedTuple):
    """A day of the cycle. `shift` and `admin`: the shares of the rotations left that have these, 0 to 1."""

    day: int
    date: date
    number: str
    words: str
    standing: Standing
    tone: Tone | None
    shift: float
    admin: float
    ask: bool
    name: str


@distinct
class FinderRow(NamedTuple):
    """A week of the board; `letters` and `total` are empty: it has neither."""

    title: str
    cells: tuple[FinderCell, ...]
    letters: tuple[str, ...]
    total: WeekCell


def question_on(plan: Plan, day: date, today: date) -> str:
    """The question of a day; whether one normally works where there is leave, a swap or another change."""
    # A note changes no work.
    whats = (change.what for change in plan.changes if not isinstance(change.what, Note))
    changed = any(first <= day <= last for what in whats for first, last in dates_of(what))
    return question(day, today, changed=changed)


def shown_cycle(search: Search, today: date) -> int:
    """The cycle, from 0, in which today lies; the first before it."""
    return max(0, (today - monday(search.start)) // ONE_CYCLE)


def turned_cycle(search: Search, cycle: int, new: Iterable[Mark]) -> int:
    """The cycle on show, from 0; that of the first of the new marks where none of them is on its dates."""
    # As long as one of the new marks is on show the board does not turn away from it.
    ordered = sorted(new)
    if not ordered or any(
        mark.date == mark_date(search, cycle, cycle_day(search.start, mark.date))
        for mark in ordered
    ):
        return cycle
    return shown_cycle(search, ordered[0].date)


def elsewhere(search: Search, cycle: int) -> str:
    """That marks were made on other dates than those on show; "" where all of them are on these."""
    days = [mark.date for mark in search.marks]
    first, last = (board_date(search, cycle, day) for day in (1, CYCLE_DAYS))
    if not days or (first <= min(days) and max(days) <= last):
        return ""
    return f"You marked days of {span(min(days), max(days))}. The same six weeks repeat on these dates."


def board_date(search: Search, cycle: int, day: int) -> date:
    """The date of a day of the cycle, 1 to 42, in a cycle from 0."""
    return monday(search.start) + cycle * ONE_CYCLE + timedelta(days=day - 1)


def mark_date(search: Search, cycle: int, day: int) -> date:
    """The date under which a mark of a day is kept: that on the board, or a cycle later."""
    shown = board_date(search, cycle, day)
    # Week 1 begins on a Monday, so some of its days may lie before the start date, where nothing is known.
    return shown if shown >= search.start else shown + ONE_CYCLE


def mark_at(search: Search, day: int) -> str:
    """The letter last marked on a day of the cycle, 1 to 42; nothing if none is."""
    letters = [m.letter for m in search.marks if cycle_day(search.start, m.date) == day]
    return letters[-1] if letters else ""


def stepped(letter: str) -> str:
    """The mark that a click puts in place of this one."""
    return STEPS.get(letter, "S")


def dragged_marks(search: Search, cycle: int, first: int, days: Iterable[int]) -> list[Mark]:
    """What a drag from the day `first` over `days`, 1 to 42, marks: all like the first.

    A first day that was not marked becomes a shift, and the drag passes over what is marked already: it
    says of open days what they are, and takes back nothing.
    """
    letter = mark_at(search, first)
    if not letter:
        days = [day for day in days if not mark_at(search, day)]
    letter = letter or stepped("")
    return [Mark(mark_date(search, cycle, day), letter) for day in sorted(days)]


def finder_rows(
    results: Findings, cycle: int, shift: Tone, repair: Repair | None = None
) -> list[FinderRow]:
    """The board of a cycle, from 0.

    `shift`: the tone of the assigned hours; `repair`: where no rotation fits all marks.
    """
    search, left, conflict = results
    marks = {cycle_day(search.start, mark.date): mark for mark in search.marks}
    against = [mark.date for mark in (conflict.marks if conflict else ())]
    ask, wrong = left.ask_next, Standing.WRONG
    if repair:
        left, ask, wrong = repair.left, repair.ask_next, Standing.DIFFERS
        against = list(repair.first.differs)
    days_against = {cycle_day(search.start, day) for day in against}
    cells = []
    for day in range(1, CYCLE_DAYS + 1):
        mark = marks.get(day)
        standing = wrong if day in days_against else Standing.MARKED if mark else None
        when, letter = board_date(search, cycle, day), mark.letter if mark else left.letter(day)
        tone = _tone(letter, shift)
        cell = _cell(left, when, day, letter, standing=standing, tone=tone, ask=day == ask)
        if mark and mark.date != mark_date(search, cycle, day):
            # The same day of the six weeks, but marked on another date: that is not to seem this one.
            cell = cell._replace(name=f"{cell.name}, on {full_date(mark.date)}")
        cells.append(cell)
    return [_row(week, cells[week * 7 : week * 7 + 7]) for week in range(CYCLE_WEEKS)]


def _row(week: int, cells: Sequence[FinderCell]) -> FinderRow:
    title = f"Week {week + 1}\n{brief_day(cells[0].date)}"
    return FinderRow(title, tuple(cells), ("",) * 7, NO_TOTAL)


def _cell(  # noqa: PLR0913  (a day's facts, each by itself)
    left: RotationCounts,
    when: date,
    day: int,
    letter: str,
    *,
    standing: Standing | None,
    tone: Tone | None,
    ask: bool,
) -> FinderCell:
    """A day's cell; `letter`: what is marked or follows, if anything; `standing` None: not marked."""
    counts = left.days[day - 1]
    words = WORDS.get(letter) or (percent(counts.shift, left.total) if left.total else "")
    standing = standing or (Standing.CERTAIN if letter else Standing.OPEN)
    spoken = (
        f"a shift in {words} of the rotations that fit" if not letter and words else words.lower()
    )
    parts = [f"{long_date(when)}: {spoken}", standing, "next question" if ask else ""]
    return FinderCell(
        day=day,
        date=when,
        number=str(when.day),
        words=words,
        standing=standing,
        tone=tone,
        shift=counts.shift / left.total if left.total else 0,
        admin=counts.admin / left.total if left.total else 0,
        ask=ask,
        name=", ".join(filter(None, parts)),
    )


def _tone(letter: str, shift: Tone) -> Tone | None:
    """The tone of a day that is known; None where it is free or open."""
    if letter == ADMIN:
        return Tone.ADMIN
    if letter == "W":
        return Tone.OTHER
    if letter in LETTER_BANDS:
        return Tone.DAY if LETTER_BANDS[letter] is Band.DAY else Tone.EVENING
    return shift if letter == "S" else None
