"""The book of hours as CSV: every figure, exact minutes, and nothing that a spreadsheet runs."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, time
from fractions import Fraction

import pytest

from heartplanner.core.edits.edits import add_change
from heartplanner.core.edits.example import example_plan
from heartplanner.core.edits.leave import with_leave
from heartplanner.core.edits.pay import with_pay
from heartplanner.core.hours.book import hours_book
from heartplanner.core.hours.book_table import HEADINGS, csv_text, safe_cell
from heartplanner.core.hours.figures import COUNTS, Figure
from heartplanner.core.hours.units import HoursSpan, Unit
from heartplanner.core.plan.change import Training
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.leave import Accrual, LeaveAccount, LeaveKind, Per
from heartplanner.core.plan.pay import PaySchedule
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.schedule import Schedule

AT = datetime(2025, 7, 28, tzinfo=UTC)
NOW = datetime(2025, 9, 12, tzinfo=ZONE)


def test_a_table_of_two_pay_periods() -> None:
    plan = with_pay(example_plan(), PaySchedule(date(2025, 9, 8), 14, 5), AT)
    training = Training(date(2025, 9, 15), Hours(time(9), time(9, 20)))
    schedule = Schedule(add_change(plan, training, AT))
    asked = HoursSpan(date(2025, 9, 8), date(2025, 9, 22))
    book = hours_book(schedule, asked, Unit.PERIOD, {}, NOW)
    rows = list(csv.reader(io.StringIO(csv_text(schedule, book))))
    assert tuple(rows[0]) == HEADINGS
    assert len(rows) == 1 + 2 * len(Figure)
    assert all(len(row) == len(HEADINGS) for row in rows)
    period = ["2025-09-08", "2025-09-21", "2025-09-26"]
    assert rows[1] == [*period, "Shifts", "24.00", "48.00", "72.00", "1440", "2880", "4320"]
    # 20 minutes are a third of an hour: only the minutes are exact.
    assert [*period, "Training", "0.00", "0.33", "0.33", "0", "20", "20"] in rows
    assert [*period, "Number of shifts", "2", "4", "6", "", "", ""] in rows
    assert rows[1 + len(Figure)][:3] == ["2025-09-22", "2025-10-05", "2025-10-10"]
    minutes = [row for row in book.sums[0].rows if row.figure not in COUNTS]
    assert [int(row[9]) for row in rows[1 : 1 + len(minutes)]] == [row.together for row in minutes]


def test_what_is_left_of_known_leave_stands_below_the_figures() -> None:
    """4.62 h on September 21 and on October 5; the balance is known from the first of them on."""
    plan = with_pay(example_plan(), PaySchedule(date(2025, 9, 8), 14, 5), AT)
    accrual = Accrual(Fraction("4.62"), Per.PERIOD)
    known = LeaveAccount(LeaveKind.VACATION, date(2025, 9, 14), Fraction(40), accrual)
    schedule = Schedule(with_leave(plan, known, AT))
    asked = HoursSpan(date(2025, 8, 25), date(2025, 9, 22))
    book = hours_book(schedule, asked, Unit.PERIOD, {}, NOW)
    rows = list(csv.reader(io.StringIO(csv_text(schedule, book))))
    left = [(row[1], row[6]) for row in rows if row[3] == "Vacation, left at the end"]
    assert left == [("2025-09-21", "44.62"), ("2025-10-05", "49.24")]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "  =1"])
def test_a_formula_becomes_text(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Shifts", "12.00", "2025-09-08", "a=b"])
def test_other_cells_stay(text: str) -> None:
    assert safe_cell(text) == text
