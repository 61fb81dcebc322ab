"""The words of a month's sheet."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from heartplanner.core.cells.day_marks import CellNote, NoteKind
from heartplanner.core.edits import edits
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.plan.hours import BAND_HOURS, Band, Hours
from heartplanner.core.plan.model import Assignment, Plan
from heartplanner.core.schedule.blocks import Kind, block
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.sheets.month import MonthSheet, SheetOptions, month_sheet
from heartplanner.core.sheets.paper_block import paper_block
from heartplanner.core.words.display_format import DisplayFormat

AT = datetime(2025, 8, 1, tzinfo=UTC)
TODAY = date(2025, 8, 30)
DAY = date(2025, 9, 9)


def sheet(plan: Plan, year: int, month: int, sunday_first: bool = False) -> MonthSheet:
    public = {date(2025, 9, 1): "Labor Day", date(2025, 11, 11): "Veterans Day"}
    return month_sheet(
        Schedule(plan),
        Month(year, month),
        public,
        SheetOptions(TODAY, DisplayFormat(sunday_first=sunday_first)),
    )


@pytest.mark.parametrize(
    ("kind", "band", "hours", "letter", "short", "long"),
    [
        (Kind.SHIFT, Band.DAY, BAND_HOURS[Band.DAY], "D", "9a-9p", "9-21"),
        (Kind.SHIFT, Band.EVENING, BAND_HOURS[Band.EVENING], "E", "noon-midnight", "12-24"),
        (Kind.ADMIN, None, Hours(time(9), time(13)), "A", "9a-1p", "9-13"),
        (Kind.TRAINING, None, Hours(time(14), time(16, 30)), "T", "2p-4:30p", "14-16:30"),
        (Kind.EXTRA, Band.DAY, BAND_HOURS[Band.DAY], "X", "9a-9p", "9-21"),
        (Kind.EXTRA, None, Hours(time(14), time(22)), "X", "2p-10p", "14-22"),
        (Kind.SHIFT, None, Hours(time(7), time(19)), "S", "7a-7p", "7-19"),
    ],
)
def test_a_block_has_a_letter_and_its_hours(
    kind: Kind, band: Band | None, hours: Hours, letter: str, short: str, long: str
) -> None:
    made = block(kind, band, DAY, hours, "slot")
    assert (paper_block(made).letter, paper_block(made).hours[0]) == (letter, short)
    assert paper_block(made, display=DisplayFormat(hours24=True)).hours == (long,)


def test_hours_over_midnight_say_so_in_words_and_shorter() -> None:
    night = block(Kind.SHIFT, None, DAY, Hours(time(19), time(7)), "slot")
    made = paper_block(night)
    assert made.hours == ("7p-7a next day", "7p-7a +1", "7p-7a +1")
    assert made.meaning == "Shift, 7 pm-7 am the next day"
    in_24 = paper_block(night, display=DisplayFormat(hours24=True))
    assert in_24.hours == ("19-7 next day", "19-7 +1")
    assert in_24.meaning == "Shift, 19:00-07:00 the next day"


def test_noon_to_midnight_stands_on_one_day(example: Plan) -> None:
    plan = edits.assign(example, example.assignments[0]._replace(band=Band.EVENING), AT)
    days = [day for row in sheet(plan, 2025, 9).rows for day in row.days]
    assert sum(len(day.blocks) for day in days if not day.outside) == 13 + 4
    assert {len(day.blocks) for day in days} == {0, 1}


def test_all_breaks_that_touch_the_month_are_named(example: Plan) -> None:
    """A rotation that begins in its week 5 has a break in that week, from Friday on."""
    sooner = Assignment(date(2026, 1, 12), cycle_week=5)
    two = sheet(edits.assign(example, sooner, AT), 2026, 1).sums[2]
    assert two == "Breaks: January 2-7 and January 16-21."


def test_sums_weekends_and_the_next_break(example: Plan) -> None:
    assert sheet(example, 2025, 9).sums == (
        "13 shifts, 172 h this month.",
        "Working weekends: 6-7 and 27-28.",
        "Break: August 29 - September 3.",
    )
    assert sheet(example, 2026, 11).sums[2] == "Next break: December 4-9."
    assert sheet(example, 2025, 8).sums[2] == "Break: August 29 - September 3."
    assert sheet(example, 2030, 12).sums[1] == "Working weekends: Nov 30 - Dec 1 and 21-22."
    assert sheet(example, 2025, 12).sums[2] == "Next break: January 2-7, 2026."
    away = edits.add_change(
        example, Absence(AbsenceKind.LEAVE, date(2025, 8, 16), date(2025, 8, 17)), AT
    )
    assert sheet(away, 2025, 8).sums[1] == "No working weekend."
    sunday = edits.add_change(
        example, Absence(AbsenceKind.LEAVE, date(2025, 9, 28), date(2025, 9, 28)), AT
    )
    assert sheet(sunday, 2025, 9).sums[1] == "Working weekends: 6-7 and 27."


def test_the_footer_says_when_and_which_version(example: Plan) -> None:
    said = "Printed August 30, 2025 - version 1 of your schedule - Heart Planner"
    assert sheet(example, 2025, 9).footer == f"{said} - example rotation, not confirmed yet"
    confirmed = edits.confirm(example, AT)
    assert sheet(confirmed, 2025, 9).footer.startswith("Printed August 30, 2025 - version ")
    assert "example" not in sheet(confirmed, 2025, 9).footer


def test_holidays_and_milestones_in_words_that_do_not_age(example: Plan) -> None:
    notes = {
        day.cell.date: [(note.kind, note.text) for note in day.cell.notes]
        for row in sheet(example, 2025, 9).rows
        for day in row.days
    }
    assert notes[date(2025, 9, 1)] == [("holiday", "Labor Day")]  # a day of the break
    license_due = ("reminder date", "Driver's license: due")
    assert notes[date(2025, 9, 26)] == [license_due]
    november = {day.cell.date: day for row in sheet(example, 2025, 11).rows for day in row.days}
    assert november[date(2025, 11, 11)].cell.notes == (
        CellNote(NoteKind.HOLIDAY, "Veterans Day, working"),
    )


def test_the_break_is_named_anew_in_each_row(example: Plan) -> None:
    monday = [day.band[0] for day in sheet(example, 2025, 9).rows[0].days if day.band]
    assert monday == ["Break, day 4 of 6", "day 5 of 6", "day 6 of 6"]
    sunday = [day.band[0] for day in sheet(example, 2025, 9, True).rows[0].days if day.band]
    assert sunday == ["Break, day 3 of 6", "day 4 of 6", "day 5 of 6", "day 6 of 6"]


def test_the_small_months_are_the_neighbors_with_their_worked_days(example: Plan) -> None:
    august, october = sheet(example, 2025, 9).neighbors
    assert (august.title, october.title) == ("August 2025", "October 2025")
    assert august.rows[0] == (None, None, None, None, *(date(2025, 8, n) for n in (1, 2, 3)))
    assert date(2025, 8, 5) in august.worked
    assert date(2025, 8, 4) not in august.worked
    sunday = sheet(example, 2025, 9, True).neighbors[0]
    assert sunday.weekdays == ("S", "M", "T", "W", "T", "F", "S")
    assert sunday.rows[0] == (*[None] * 5, date(2025, 8, 1), date(2025, 8, 2))
    assert sunday.rows[-1][0] == date(2025, 8, 31)
