"""Each kind of block has its words, its letter and its place wherever a day's work is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from heartplanner.core.ask.ask import ask
from heartplanner.core.ask.question import Context
from heartplanner.core.calendar.events import events, part_of
from heartplanner.core.calendar.export_options import ExportOptions
from heartplanner.core.cells.cells import cell
from heartplanner.core.cells.day_marks import BlockMark, block_mark
from heartplanner.core.compare.comparison import compare
from heartplanner.core.compare.take_over import TakeOverKind, take_over
from heartplanner.core.compare.ways import ways
from heartplanner.core.edits.edits import add_change
from heartplanner.core.edits.example import example_plan
from heartplanner.core.explain.reasons import block_line, block_title, why, work_words
from heartplanner.core.explain.spoken import spoken_name
from heartplanner.core.hours.book import hours_book
from heartplanner.core.hours.figures import Figure, worked_as
from heartplanner.core.hours.units import HoursSpan
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import RosterQuestion
from heartplanner.core.roster.source import TextSource
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.sheets.paper_block import paper_block
from heartplanner.core.words.display_format import DEFAULT_FORMAT
from heartplanner.core.words.english import hours
from heartplanner.files.calendar import ical, readback
from heartplanner.files.calendar.receipt import receipt
from tests.block_kinds import AT, FREE_DAY, with_block


def test_each_kind_has_a_letter_of_its_own() -> None:
    blocks = [with_block(kind)[1] for kind in Kind]
    assert len({block.letter for block in blocks}) == len(Kind)
    for block in blocks:
        paper = paper_block(block)
        assert (paper.letter, bool(paper.meaning)) == (block.letter, True)


@pytest.mark.parametrize("kind", Kind)
def test_a_block_is_told_by_its_name(kind: Kind) -> None:
    schedule, block = with_block(kind)
    (day,) = schedule.days(FREE_DAY, FREE_DAY)
    name = block_title(block)
    assert block_line(block).startswith(name)
    assert len(cell(day).chips) == 1
    assert name.lower() in spoken_name(day, DEFAULT_FORMAT)
    if block.ends_next_day:
        noun = work_words(kind).noun
        assert f"The clocks go back during this {noun}: it has {hours(block.minutes)}." in why(day)
    clause = work_words(kind).clause
    answer = ask(schedule, "Am I free on November 1, 2025?", Context(schedule.plan, FREE_DAY, {}))
    assert f"you {clause} " in answer.sentence
    unit = work_words(kind).unit
    assert answer.options[0].why == f"Leave for 1 {unit}, {hours(block.minutes)}"


@pytest.mark.parametrize("kind", Kind)
def test_a_block_that_leave_takes_off_is_told_in_its_cell(kind: Kind) -> None:
    schedule, block = with_block(kind)
    leave = Absence(AbsenceKind.LEAVE, FREE_DAY, FREE_DAY)
    (day,) = Schedule(add_change(schedule.plan, leave, AT)).days(FREE_DAY, FREE_DAY)
    gone = cell(day).gone
    assert gone is not None
    assert (gone.title[0], gone.detail[0]) == ("Leave", f"was {block_title(block).lower()}")


@pytest.mark.parametrize("kind", Kind)
def test_a_block_is_part_of_the_hours_worked(kind: Kind) -> None:
    schedule, block = with_block(kind)
    book = hours_book(schedule, HoursSpan(FREE_DAY, FREE_DAY), None, {}, AT)
    assert book.total.row(worked_as(kind)).together == block.minutes
    assert book.total.row(Figure.WORKED).together == block.minutes


@pytest.mark.parametrize("kind", Kind)
def test_a_calendar_with_it_is_as_the_schedule(kind: Kind) -> None:
    schedule, block = with_block(kind)
    days = (FREE_DAY, FREE_DAY)
    (event,) = events(schedule, *days)
    assert (event.start, event.end) == (block.start, block.end)
    options = ExportOptions(parts=frozenset({part_of(block)}))
    found = receipt(
        Path("x.ics"),
        readback.read(ical.calendar(schedule, *days, options)),
        schedule,
        days,
        options,
    )
    # One block, which is counted as what it is.
    assert found.shifts + found.admin + found.training == 1
    assert "1 " in found.text


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind.is_added])
def test_what_only_a_change_adds_is_marked_and_goes_by_taking_that_back(kind: Kind) -> None:
    schedule, block = with_block(kind)
    (day,) = schedule.days(FREE_DAY, FREE_DAY)
    assert block_mark(day, block) is BlockMark.ADDED
    roster = read_roster(
        TextSource("Nov 1 2025 off\nNov 3 2025 off"),
        RosterQuestion(example_plan().start, FREE_DAY, changes=True),
    )
    offered = ways(schedule, compare(schedule, roster))[FREE_DAY]
    (back,) = (way for way in offered if way.kind is TakeOverKind.TAKEN_BACK)
    assert take_over(schedule.plan, [back], AT).plan.changes == ()
