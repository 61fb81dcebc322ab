"""What differs between two plans is said, and only that."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartplanner.core.edits import edits
from heartplanner.core.edits.calendars import add_calendar, change_calendar
from heartplanner.core.explain.plan_diff import plan_differences
from heartplanner.core.plan.change import Absence, AbsenceKind, Note, OtherHours, Training
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import Assignment, Plan, Rotation
from heartplanner.core.plan.other_calendars import OtherCalendar
from heartplanner.core.plan.own_entry import NOT_STAMPED
from heartplanner.core.schedule.cycle import assigned_hours
from tests.strategies import edited, plans

NOW = datetime(2025, 7, 28, 9, tzinfo=UTC)
LATER = datetime(2025, 9, 1, 9, tzinfo=UTC)
LEAVE = Absence(AbsenceKind.LEAVE, date(2025, 10, 6), date(2025, 10, 10))
TUESDAY = date(2025, 8, 5)
DUE = date(2025, 9, 26)


def leave(plan: Plan) -> Plan:
    return edits.add_change(plan, LEAVE, NOW)


def evening(plan: Plan) -> Plan:
    return edits.assign(plan, plan.assignments[0]._replace(band=Band.EVENING), NOW)


def nights(plan: Plan) -> Plan:
    own = plan.assignments[0]._replace(shift_hours=Hours(time(19), time(7)))
    return edits.assign(plan, own, NOW)


def winter(plan: Plan) -> Plan:
    rotation = Rotation.parse("SSS-A--" * 6)
    assignment = Assignment(date(2026, 1, 5), rotation, 3, Band.EVENING, time(13, 30), 240, True)
    return edits.assign(plan, assignment, NOW)


CASES: list[tuple[Callable[[Plan], Plan], str, str]] = [
    # the edit, what it adds, and what taking it back says
    (leave, "Added: leave, October 6-10, 2025.", "Removed: leave, October 6-10, 2025."),
    (
        evening,
        "From July 28, 2025: shifts noon-midnight, not 9 am-9 pm.",
        "From July 28, 2025: shifts 9 am-9 pm, not noon-midnight.",
    ),
    (
        nights,
        "From July 28, 2025: shifts 7 pm-7 am, not 9 am-9 pm.",
        "From July 28, 2025: shifts 9 am-9 pm, not 7 pm-7 am.",
    ),
    (
        winter,
        "Added: rotation from January 5, 2026: rotation SSS-A-- SSS-A-- SSS-A-- SSS-A-- SSS-A--"
        " SSS-A--; cycle week 3; shifts noon-midnight; admin 1:30 pm-5:30 pm; confirmed.",
        "Removed: rotation from January 5, 2026.",
    ),
    (
        lambda plan: edits.confirm(plan, NOW),
        "From July 28, 2025: confirmed, not an example.",
        "From July 28, 2025: an example, not confirmed.",
    ),
    (
        lambda plan: edits.add_milestone(plan, TUESDAY, "CPR card", NOW),
        "Added: reminder date CPR card, Tuesday, August 5, 2025.",
        "Removed: reminder date CPR card, Tuesday, August 5, 2025.",
    ),
    (
        lambda plan: edits.finish_milestone(plan, 1, True, NOW),
        "Done: Driver's license, Friday, September 26, 2025.",
        "No longer done: Driver's license, Friday, September 26, 2025.",
    ),
    (
        lambda plan: edits.add_holiday(plan, TUESDAY, "My birthday", NOW),
        "Added: holiday My birthday, Tuesday, August 5, 2025.",
        "Removed: holiday My birthday, Tuesday, August 5, 2025.",
    ),
    (
        lambda plan: edits.remove_holiday(plan, date(2025, 9, 1), NOW),
        "Added: no holiday, Monday, September 1, 2025.",
        "Removed: no holiday, Monday, September 1, 2025.",
    ),
    (
        lambda plan: add_calendar(plan, OtherCalendar("Sam", "/home/ana/sam.ics"), NOW),
        "Added: calendar Sam.",
        "Removed: calendar Sam.",
    ),
    (
        lambda plan: plan._replace(
            assignments=(plan.assignments[0]._replace(start=date(2025, 8, 4)),)
        ),
        "Start date: Monday, August 4, 2025, not Monday, July 28, 2025.",
        "Start date: Monday, July 28, 2025, not Monday, August 4, 2025.",
    ),
]


@pytest.mark.parametrize(("edit", "added", "removed"), CASES)
def test_an_edit_and_its_way_back(
    example: Plan, edit: Callable[[Plan], Plan], added: str, removed: str
) -> None:
    assert plan_differences(example, edit(example)) == [added]
    assert plan_differences(edit(example), example) == [removed]


def test_nothing_differs_but_when_it_was_stated(example: Plan) -> None:
    again = edits.remove_change(leave(example), 1, LATER)
    assert again != example
    assert plan_differences(example, again) == ["No difference."]


def test_more_than_one_thing_comes_in_order(example: Plan) -> None:
    plan = edits.add_milestone(leave(evening(example)), DUE, "Uniform", NOW)
    assert [line.split()[0] for line in plan_differences(example, plan)] == [
        "From",
        "Added:",
        "Added:",
    ]


def test_the_same_note_twice_is_one_more(example: Plan) -> None:
    once = edits.add_change(example, Note(TUESDAY, "cake"), NOW)
    twice = edits.add_change(once, Note(TUESDAY, "cake"), NOW)
    assert plan_differences(once, twice) == ["Added: note, Tuesday, August 5, 2025: cake."]


def test_the_same_milestone_twice_is_one_more(example: Plan) -> None:
    title = example.milestones[0].title
    twice = edits.add_milestone(example, DUE, title, NOW)
    assert plan_differences(example, twice) == [
        f"Added: reminder date {title}, Friday, September 26, 2025."
    ]


def test_a_calendar_that_is_only_shown_otherwise_is_the_same_one(example: Plan) -> None:
    one = add_calendar(example, OtherCalendar("Sam", "/home/ana/sam.ics"), NOW)
    two = change_calendar(one, "Sam", one.calendars[0]._replace(on_paper=True), NOW)
    assert plan_differences(one, two) == ["Calendar Sam is set up differently."]


def test_as_many_other_days_that_are_not_confirmed_are_said(example: Plan) -> None:
    one, two = (
        edits.assign(example, example.assignments[0]._replace(guesses=guesses), NOW)
        for guesses in ((3, 4), (4, 5))
    )
    assert plan_differences(one, two) == ["From July 28, 2025: other days are not confirmed yet."]


def test_kinds_with_the_same_facts_differ(example: Plan) -> None:
    hours = Hours(time(22), time(23))
    one = edits.add_change(example, OtherHours(TUESDAY, hours), NOW)
    two = edits.add_change(example, Training(TUESDAY, hours), NOW)
    assert plan_differences(one, two) == [
        "Removed: changed hours, Tuesday, August 5, 2025, 10 pm-11 pm.",
        "Added: training, Tuesday, August 5, 2025, 10 pm-11 pm.",
    ]


def test_another_order_of_changes_is_said(example: Plan) -> None:
    notes = [Note(TUESDAY, "a"), Note(TUESDAY, "b")]
    one, two = example, example
    for note in notes:
        one = edits.add_change(one, note, NOW)
    for note in reversed(notes):
        two = edits.add_change(two, note, NOW)
    assert plan_differences(one, two) == ["The changes apply in another order."]


def test_another_plan_is_said_to_be_one(example: Plan) -> None:
    assert plan_differences(example, example._replace(id="other")) == [
        "It is another schedule, with events of its own on a phone."
    ]


def facts(plan: Plan) -> Plan:
    """All of a plan but its history, its numbers, and the order of what has none.

    Usual hours are the same hours, whether as those of a band or as one's own.
    """
    entries = (one._replace(id=0, stamp=NOT_STAMPED) for one in plan.entries)
    return plan._replace(
        history=(),
        assignments=tuple(
            one._replace(band=Band.DAY, shift_hours=assigned_hours(one)) for one in plan.assignments
        ),
        changes=tuple(change._replace(id=0) for change in plan.changes),
        milestones=tuple(sorted(one._replace(id=0) for one in plan.milestones)),
        entries=tuple(sorted(entries, key=repr)),
        pending=tuple(sorted((one._replace(id=0) for one in plan.pending), key=repr)),
        search=plan.search and plan.search._replace(marks=tuple(sorted(plan.search.marks))),
    )


@given(st.data())
def test_no_difference_is_said_just_where_there_is_none(data: st.DataObject) -> None:
    one = data.draw(plans())
    two = data.draw(plans() | edited(one, one.start))
    assert plan_differences(one, one) == ["No difference."]
    assert (plan_differences(one, two) == ["No difference."]) == (facts(one) == facts(two))
