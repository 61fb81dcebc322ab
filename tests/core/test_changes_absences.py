"""Each kind of absence has its name and its words wherever a day or a change is told."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from heartplanner.core.ask.ask import ask
from heartplanner.core.ask.question import Context
from heartplanner.core.calendar.export_options import CalendarPart, ExportOptions
from heartplanner.core.cells.day_marks import AwayKind, away_kind
from heartplanner.core.compare.comparison import compare
from heartplanner.core.compare.comparison_text import roster_line, take_over_title
from heartplanner.core.compare.take_over import take_over
from heartplanner.core.compare.ways import ways
from heartplanner.core.edits.edits import add_change
from heartplanner.core.edits.example import example_plan
from heartplanner.core.explain.changes.change_titles import change_title
from heartplanner.core.explain.hours_text import taken_off_text
from heartplanner.core.explain.reasons import why
from heartplanner.core.explain.rosters.line_kinds import line_kinds
from heartplanner.core.finder.repair.differences import DayAnswer, differences
from heartplanner.core.finder.repair.repair_text import answer_text
from heartplanner.core.finder.repair.repair_use import use_repaired
from heartplanner.core.finder.roster_use import roster_outcome
from heartplanner.core.hours.book import hours_book
from heartplanner.core.hours.book_text import figure_lines, sentence
from heartplanner.core.hours.units import HoursSpan
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.plan.model import EXAMPLE_ROTATION, Mark, Search
from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import DayReading, Roster, RosterQuestion
from heartplanner.core.roster.source import TextSource
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DEFAULT_FORMAT
from heartplanner.files.calendar import ical, readback
from heartplanner.files.calendar.receipt import receipt
from heartplanner.files.json_fields import Fields
from heartplanner.files.plan.change_json import what_in, what_out

SHIFT_DAY = date(2025, 9, 16)
AT = datetime(2025, 9, 1, tzinfo=UTC)


def name_of(kind: AbsenceKind) -> str:
    return kind.value.replace("-", " ")


def absent(kind: AbsenceKind) -> Schedule:
    """The example, with a day shift on which one is absent."""
    return Schedule(add_change(example_plan(), Absence(kind, SHIFT_DAY, SHIFT_DAY), AT))


def roster_of(kind: AbsenceKind) -> Roster:
    """A roster that says of the day no more than the kind's name."""
    question = RosterQuestion(example_plan().start, SHIFT_DAY, changes=True)
    return read_roster(TextSource(f"Sep 16 2025 {name_of(kind)}\nSep 17 2025 9a-9p"), question)


@pytest.mark.parametrize("kind", AbsenceKind)
def test_an_absence_is_told_by_its_name(kind: AbsenceKind) -> None:
    name = name_of(kind)
    plan = add_change(example_plan(), Absence(kind, SHIFT_DAY, SHIFT_DAY), AT)
    (day,) = Schedule(plan).days(SHIFT_DAY, SHIFT_DAY)
    assert day.off == name
    assert away_kind(day) == AwayKind(name)
    assert taken_off_text([day]) == f"12 h {name}"
    assert change_title(plan.changes[0]) == f"{name}, September 16, 2025"
    planned, _, reason = why(day).partition(", on this Tuesday. ")
    assert planned == "Week 2 of 6. The rotation has a day shift, 9 am-9 pm"
    assert reason.endswith(".")


@pytest.mark.parametrize("kind", AbsenceKind)
def test_plan_file_keeps_an_absence(kind: AbsenceKind) -> None:
    what = Absence(kind, SHIFT_DAY, SHIFT_DAY)
    assert what_in(Fields(what_out(what), "")) == what


@pytest.mark.parametrize("kind", AbsenceKind)
def test_book_of_hours_has_its_time_off(kind: AbsenceKind) -> None:
    book = hours_book(absent(kind), HoursSpan(SHIFT_DAY, SHIFT_DAY), None, {}, AT)
    name = name_of(kind)
    (line,) = (one for one in figure_lines(book.total) if one.title == name.capitalize())
    assert (line.amounts[2], line.note) == ("12 h", "Tue, Sep 16")
    assert sentence(book.total, "The day").endswith(f"12 h {name}.")


@pytest.mark.parametrize("kind", AbsenceKind)
def test_answer_says_why_one_is_off(kind: AbsenceKind) -> None:
    schedule = absent(kind)
    context = Context(schedule.plan, SHIFT_DAY, {})
    one = ask(schedule, "Am I free on September 16, 2025?", context)
    two = ask(schedule, "Am I free September 15-16, 2025?", context)
    state = one.sentence.removeprefix("Tuesday, September 16, 2025: ")
    assert name_of(kind) in state
    assert two.sentence.endswith(f": you are free on both days, and {state[:-1]} on some of them.")


@pytest.mark.parametrize("kind", AbsenceKind)
def test_roster_that_says_so_is_understood(kind: AbsenceKind) -> None:
    roster = roster_of(kind)
    assert roster.unread == ()
    assert roster.readings[0].change is kind
    said = dict(line_kinds(None, DEFAULT_FORMAT, changes=True))
    assert name_of(kind) in said[kind].lower()


def test_what_a_line_may_be_stands_in_one_order_on_every_line() -> None:
    unread = [value for value, _ in line_kinds(None, DEFAULT_FORMAT, changes=False)]
    shift = DayReading(date(2025, 8, 9), "D")
    read = [value for value, _ in line_kinds(shift, DEFAULT_FORMAT, changes=False)]
    assert unread[1:] == read
    assert read.index("leave") < read.index("D")


@pytest.mark.parametrize("kind", AbsenceKind)
def test_difference_is_taken_over_as_it(kind: AbsenceKind) -> None:
    schedule = Schedule(example_plan())
    comparison = compare(schedule, roster_of(kind))
    (differing,) = comparison.differences
    assert roster_line(differing) == name_of(kind)
    first = ways(schedule, comparison)[SHIFT_DAY][0]
    assert take_over_title(first, SHIFT_DAY) == name_of(kind).capitalize()
    after = take_over(schedule.plan, [first], AT)
    assert [change.what for change in after.plan.changes] == [Absence(kind, SHIFT_DAY, SHIFT_DAY)]


@pytest.mark.parametrize("kind", AbsenceKind)
def test_day_that_differs_from_a_rotation_is_kept_as_it(kind: AbsenceKind) -> None:
    plan = example_plan()
    search = Search(plan.start, (Mark(SHIFT_DAY, "-"),))
    (difference,) = differences(search, EXAMPLE_ROTATION)
    answer = DayAnswer(kind)
    assert answer in difference.answers
    assert answer_text(difference, answer) == f"Keep as {name_of(kind)}"
    used = use_repaired(plan, search, EXAMPLE_ROTATION, {SHIFT_DAY: answer}, AT)
    assert [change.what for change in used.changes] == [Absence(kind, SHIFT_DAY, SHIFT_DAY)]


@pytest.mark.parametrize("kind", AbsenceKind)
def test_line_of_a_roster_is_told_as_it(kind: AbsenceKind) -> None:
    reading = DayReading(SHIFT_DAY, "", None, None, "", change=kind)
    outcome = roster_outcome(example_plan(), Roster((reading,), ()), replaces=True)
    assert [told.answer for told in outcome.told] == [DayAnswer(kind)]


@pytest.mark.parametrize("part", [CalendarPart.LEAVE, CalendarPart.SHIFTS])
@pytest.mark.parametrize("kind", AbsenceKind)
def test_calendar_with_it_is_as_the_schedule(kind: AbsenceKind, part: CalendarPart) -> None:
    schedule, options = absent(kind), ExportOptions(parts=frozenset({part}))
    days = (SHIFT_DAY, SHIFT_DAY)
    data = ical.calendar(schedule, *days, options)
    found = receipt(Path("x.ics"), readback.read(data), schedule, days, options)
    assert found.whole_days == (1 if part is CalendarPart.LEAVE else 0)
    assert (f"SUMMARY:{name_of(kind).capitalize()}\r\n".encode() in data) == bool(found.whole_days)
