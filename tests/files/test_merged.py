"""Merged cells: every day that one covers is read or listed."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.files.roster.roster_file import source_of
from heartplanner.files.roster.workbooks.merged import MergedCell, spread

START = date(2025, 7, 28)


def read(data: bytes) -> Roster:
    return read_roster(source_of(data, "roster", START, START), RosterQuestion(START, START))


def told(roster: Roster) -> str:
    """2 D, 3 -: the day of the month and its letter."""
    return ", ".join(f"{each.date.day} {each.letter}" for each in roster.readings)


def listed(roster: Roster) -> list[tuple[int, str]]:
    """The days of the month that are listed, with why."""
    return [(day.day, each.why) for each in roster.unread for day in each.dates]


def page(*rows: str) -> bytes:
    return f"<html><table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table></html>".encode()


def workbook(rows: list[list[str]], merged: str) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.active.merge_cells(merged)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


HEAD = "<td></td><td>8/14</td><td>8/15</td><td>8/16</td>"
WHY = "its cell is merged with the one before it"
DATES = ["", "8/14", "8/15", "8/16"]


@pytest.mark.parametrize(
    "data",
    [
        page(HEAD, "<td>Me</td><td colspan=2>9a-9p</td><td>off</td>"),
        workbook([DATES, ["Me", "9a-9p", "", "off"]], "B2:C2"),
    ],
)
def test_of_hours_over_several_days_the_later_days_are_listed(data: bytes) -> None:
    roster = read(data)
    assert (told(roster), listed(roster)) == ("14 D, 16 -", [(15, WHY)])


@pytest.mark.parametrize(
    "data",
    [
        page(HEAD, "<td>Me</td><td>9a-9p</td><td colspan=2>off</td>"),
        workbook([DATES, ["Me", "9a-9p", "off", ""]], "C2:D2"),
    ],
)
def test_a_word_over_several_days_is_said_of_each(data: bytes) -> None:
    roster = read(data)
    assert (told(roster), listed(roster)) == ("14 D, 15 -, 16 -", [])


@pytest.mark.parametrize(
    "data",
    [
        page(
            "<td>Date</td><td>Shift</td>",
            "<td rowspan=2>8/14</td><td>9a-9p</td>",
            "<td>12p-12a</td>",
            "<td>8/15</td><td>off</td>",
        ),
        workbook([["Date", "Shift"], ["8/14", "9a-9p"], ["", "12p-12a"], ["8/15", "off"]], "A2:A3"),
    ],
)
def test_a_date_over_two_rows_is_the_date_of_both(data: bytes) -> None:
    roster = read(data)
    why = "lines 2 and 3 say different things of August 14, 2025"
    assert (told(roster), listed(roster)) == ("15 -", [(14, why), (14, why)])


def test_a_title_stays_where_it_is_and_nothing_is_written_beyond_the_table() -> None:
    rows = [["August 2025", "", ""], ["a", "b", ""], ["c"]]
    merged = [MergedCell(0, 0, 0, 2), MergedCell(1, 1, 4000, 16_000)]
    spread(rows, merged)
    assert rows == [["August 2025", "", ""], ["a", "b", "b"], ["c", "b", "b"]]
