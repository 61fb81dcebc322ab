"""The list's days, and the search through what is said of them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from heartplanner.core.edits import edits
from heartplanner.core.explain.agenda import Entry, entries, search, year_line
from heartplanner.core.plan.change import Absence, AbsenceKind, ChangeDetail, Note, Swap
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DisplayFormat

NOW = datetime(2025, 9, 1, tzinfo=UTC)
FIRST, LAST = date(2025, 9, 8), date(2025, 10, 19)
"""The second cycle, whole."""


def changed(plan: Plan, *changes: ChangeDetail) -> Plan:
    for what in changes:
        plan = edits.add_change(plan, what, NOW)
    return plan


@pytest.fixture
def plan(example: Plan) -> Plan:
    return changed(
        example,
        Swap(date(2025, 9, 9), date(2025, 9, 22), Band.EVENING, "Lee"),
        Absence(AbsenceKind.LEAVE, date(2025, 10, 6), date(2025, 10, 9)),
        Note(date(2025, 9, 24), "Dentist at three"),
    )


def found(plan: Plan, text: str) -> list[str]:
    return [f"{each.date:%m-%d}" for each in search(entries(Schedule(plan), FIRST, LAST), text)]


def on(plan: Plan, day: date) -> Entry:
    (entry,) = entries(Schedule(plan), day, day)
    return entry


def test_every_day_is_there_once_and_in_order(plan: Plan) -> None:
    dates = [each.date for each in entries(Schedule(plan), FIRST, LAST)]
    assert len(dates) == 42
    assert (dates[0], dates[-1]) == (FIRST, LAST)
    assert dates == sorted(set(dates))


def test_a_part_of_a_week_is_that_part_under_the_whole_weeks_heading(plan: Plan) -> None:
    shown = entries(Schedule(plan), date(2025, 9, 13), date(2025, 9, 15))
    assert [each.week for each in shown] == [
        "Week of September 8, 2025 - cycle 2, week 1 of 6 - 28 h (40 h planned)",
        "Week of September 8, 2025 - cycle 2, week 1 of 6 - 28 h (40 h planned)",
        "Week of September 15, 2025 - cycle 2, week 2 of 6 - 40 h",
    ]


def test_none_if_the_last_day_is_before_the_first(plan: Plan) -> None:
    assert entries(Schedule(plan), LAST, FIRST) == []


def test_a_day_says_what_it_is_what_changed_it_and_why(plan: Plan) -> None:
    entry = on(plan, date(2025, 9, 22))
    assert entry.what == "Evening shift noon-midnight"
    assert entry.changes == (
        "swap, you give Tuesday, September 9, 2025 and take Monday, September 22, 2025,"
        " noon-midnight (with Lee)",
    )
    assert entry.why == (
        "Week 3 of 6. The rotation leaves this Monday free."
        " You took this shift from Lee, for yours on September 9."
    )
    assert entry.name == (
        "Monday, September 22, 2025: evening shift, noon-midnight, swap with Lee."
    )


def test_a_note_stands_by_itself_and_not_among_the_reasons(plan: Plan) -> None:
    entry = on(plan, date(2025, 9, 24))
    assert (entry.notes, entry.changes) == (("Dentist at three",), ())
    assert "Dentist" not in entry.why
    assert entry.name.count("Dentist at three") == 1


def test_notes_are_told_and_found(plan: Plan) -> None:
    day = date(2025, 9, 26)
    shown = entries(Schedule(plan), FIRST, LAST, day_notes={day: ["License: 15 days left"]})
    (entry,) = search(shown, "license")
    assert (entry.date, entry.notes) == (day, ("License: 15 days left",))


def test_the_clock_can_have_24_hours(plan: Plan) -> None:
    (entry,) = entries(
        Schedule(plan), date(2025, 9, 10), date(2025, 9, 10), DisplayFormat(hours24=True)
    )
    assert entry.what == "Day shift 9-21"
    assert "9:00-21:00" in entry.why


def test_before_the_start_date(example: Plan) -> None:
    shown = entries(Schedule(example), date(2025, 7, 26), date(2025, 7, 28))
    assert [each.week for each in shown] == [
        "Week of July 21, 2025 - before your start date",
        "Week of July 21, 2025 - before your start date",
        "Week of July 28, 2025 - cycle 1, week 1 of 6 - 40 h",
    ]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("working weekend", ["09-27", "09-28", "10-18", "10-19"]),
        ("  WORKING  Weekend september ", ["09-27", "09-28"]),
        ("free weekend", ["09-13", "09-14", "09-20", "09-21", "10-04", "10-05", "10-11", "10-12"]),
        ("leave", ["10-06", "10-07", "10-08", "10-09"]),
        ("lee", ["09-09", "09-22"]),
        ("lee noon", ["09-09", "09-22"]),
        ("lee evening", ["09-22"]),
        ("evening lee", ["09-22"]),
        ("break", ["10-10", "10-11", "10-12", "10-13", "10-14", "10-15"]),
        ("dentist", ["09-24"]),
        ("note", ["09-24"]),
        ("2025-09-1", [f"09-{n}" for n in range(10, 20)]),
        ("admin october", ["10-02", "10-09", "10-16"]),
        ("working weekend leave", []),
        ("nobody", []),
    ],
)
def test_search(plan: Plan, text: str, dates: list[str]) -> None:
    assert found(plan, text) == dates


@pytest.mark.parametrize("text", ["", "  ", "2025"])
def test_what_every_day_has_finds_them_all(plan: Plan, text: str) -> None:
    assert len(found(plan, text)) == 42


def test_a_break_day_worked_after_all_is_found_as_both(example: Plan) -> None:
    plan = changed(example, Swap(None, date(2025, 10, 13), Band.DAY))
    assert "10-13" in found(plan, "break shift")
    assert "10-12" not in found(plan, "break shift")


def test_a_name_is_no_pattern(plan: Plan) -> None:
    assert found(plan, ".*") == []


def test_a_years_sums(plan: Plan) -> None:
    """A cycle of 18 shifts and 240 h, less the 40 h of its fifth week, which is on leave."""
    over = Schedule(plan).days(FIRST, LAST)
    assert (
        year_line(plan, over)
        == "2025: 15 shifts, 200 h, 2 working weekends, 1 break, 4 days of leave"
    )


def test_a_year_that_the_plan_begins_in_says_so(example: Plan) -> None:
    year = Schedule(example).days(date(2025, 1, 1), date(2025, 8, 31))
    assert year_line(example, year) == (
        "2025, from July 28 on: 15 shifts, 200 h, 1 working weekend, 1 break, 0 days of leave"
    )


def test_a_year_before_the_plan_has_no_sums(example: Plan) -> None:
    year = Schedule(example).days(date(2024, 1, 1), date(2024, 12, 31))
    assert year_line(example, year) == "2024: before your start date, July 28, 2025"


def test_a_row_is_spoken_in_one_breath_and_found_by_its_end(plan: Plan) -> None:
    words = "bring the green folder, " * 20 + "and the blue lamp"
    noted = changed(plan, Note(date(2025, 9, 25), words))
    (entry,) = search(entries(Schedule(noted), FIRST, LAST, today=date(2025, 9, 25)), "blue lamp")
    assert entry.name.startswith("Thursday, September 25, 2025, today: admin, 9 am-1 pm, bring the")
    assert len(entry.name) < 120
    assert entry.name.endswith(" ...")
