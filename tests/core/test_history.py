"""The history of a plan: it goes on whatever a person goes back to, and stays bounded."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heartplanner.core.calendar.event import Event
from heartplanner.core.calendar.events import events
from heartplanner.core.edits import edits, history
from heartplanner.core.edits.first_answers import with_start, with_work_week
from heartplanner.core.edits.history import different_days, facts, restored, returned
from heartplanner.core.edits.own_entries import add_entry, remove_entry, replace_entry
from heartplanner.core.edits.swaps import settle_swap
from heartplanner.core.plan.change import Absence, AbsenceKind, Note, OtherHours, Swap
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import Plan
from heartplanner.core.plan.own_entry import OwnEntry
from heartplanner.core.schedule.schedule import Schedule
from tests.examples import tries
from tests.strategies import edited, plans, spots

NOW = datetime(2025, 8, 1, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
TUESDAY, WEDNESDAY = date(2025, 8, 5), date(2025, 8, 6)
LEAVE = Absence(AbsenceKind.LEAVE, TUESDAY, WEDNESDAY)


def day(number: int) -> date:
    return date(2025, 8, number)


def shift(plan: Plan, of: date) -> Event:
    """The event of the shift of this date, which the rotation has there."""
    found = events(Schedule(plan), of - timedelta(30), of + timedelta(30))
    (event,) = (one for one in found if one.uid == f"example-{of:%Y%m%d}-shift@heartplanner")
    return event


def test_hours_taken_back_are_newer_than_the_hours(example: Plan) -> None:
    late = edits.add_change(example, OtherHours(TUESDAY, Hours(time(9), time(22))), NOW)
    back = returned(late, example, NOW + MINUTE)
    again = returned(back, late, NOW + 2 * MINUTE)
    stamps = [
        (one.sequence, one.changed) for one in (shift(p, TUESDAY) for p in (late, back, again))
    ]
    assert stamps == [(1, NOW), (2, NOW + MINUTE), (3, NOW + 2 * MINUTE)]
    assert facts(back) == facts(example)
    assert facts(again) == facts(late)
    # The day after was never stated anew.
    assert shift(again, WEDNESDAY) == shift(example, WEDNESDAY)


def test_what_an_edit_made_is_no_other_plan_than_it_was(example: Plan) -> None:
    after = edits.add_change(example, LEAVE, NOW)
    assert returned(example, after, NOW + MINUTE) is after


def test_just_the_days_that_differ_are_stated_anew(example: Plan) -> None:
    plan = edits.add_change(example, LEAVE, NOW)
    plan = edits.add_change(plan, Swap(day(19), day(23), colleague="Lee"), NOW)
    plan = edits.add_change(plan, Note(day(12), "x"), NOW)
    assert different_days(example, plan) == [
        (day(5), day(6)),
        (day(19), day(19)),
        (day(23), day(23)),
    ]
    assert different_days(plan, settle_swap(plan, 2)) == []
    assert different_days(example, with_work_week(example, 3, NOW)) == []
    later = edits.assign(example, edits.continued(example, date(2025, 9, 22)), NOW)
    assert different_days(later, example) == [(date(2025, 9, 22), None)]
    assert different_days(example, with_start(example, date(2025, 7, 21), NOW)) == [
        (date(2025, 7, 21), None)
    ]


def test_changes_in_another_order_differ_on_their_days(example: Plan) -> None:
    hours = OtherHours(TUESDAY, Hours(time(9), time(22)))
    plan = edits.add_change(edits.add_change(example, hours, NOW), LEAVE, NOW)
    turned = plan._replace(changes=plan.changes[::-1])
    assert different_days(plan, turned) == [(day(5), day(6))]


def test_a_start_that_is_taken_back_leaves_a_history_that_begins_early_enough(
    example: Plan,
) -> None:
    later = with_start(example, date(2025, 8, 4), NOW)
    earlier = with_start(later, date(2025, 7, 14), NOW)
    assert returned(earlier, later, NOW).history[0].first == date(2025, 7, 14)


def test_a_plan_of_a_file_that_knows_nothing_of_the_last_edits_is_newer_on_all_days(
    example: Plan,
) -> None:
    here = edits.add_change(edits.add_change(example, LEAVE, NOW), Swap(day(19), None), NOW)
    there = edits.add_change(example, Swap(None, day(23)), NOW + MINUTE)
    taken = returned(here, there, NOW)
    assert facts(taken) == facts(there)
    assert taken.history[-1] == (NOW + MINUTE + timedelta(seconds=1), date(2025, 7, 28), None, 3)


def test_another_schedule_is_as_it_was(example: Plan) -> None:
    other = edits.add_change(example, LEAVE, NOW)._replace(id="other")
    assert returned(example, other, NOW) is other


def test_an_entry_goes_on_counting_and_one_that_was_removed_is_a_new_one(example: Plan) -> None:
    first = add_entry(example, OwnEntry(0, "Dentist", TUESDAY, TUESDAY), NOW)
    second = replace_entry(first, first.entries[0]._replace(title="Doctor"), NOW + MINUTE)
    (back,) = restored(second, first, NOW + 2 * MINUTE).entries
    assert (back.title, back.stamp) == ("Dentist", (NOW, NOW + 2 * MINUTE, 2))
    gone = remove_entry(second, 1, NOW)
    (undone,) = returned(gone, second, NOW + 3 * MINUTE).entries
    assert undone == second.entries[0]
    (made,) = restored(gone, first, NOW + 3 * MINUTE).entries
    assert made.stamp == (NOW + 3 * MINUTE, NOW + 3 * MINUTE, 0)


def test_a_reminder_date_of_a_number_that_was_used_is_newer(example: Plan) -> None:
    plan = edits.add_milestone(example, TUESDAY, "CPR card", NOW)
    gone = edits.remove_milestone(plan, 2, NOW)
    other = edits.add_milestone(gone, TUESDAY, "First aid", NOW)
    assert other.milestones[-1].id == 2
    assert other.version > plan.version
    assert different_days(other, plan) == [(TUESDAY, TUESDAY)]
    undone = returned(plan, example, NOW)
    assert undone.history[-1][1:3] == (TUESDAY, TUESDAY)


@given(plans(most=6), st.data())
@settings(max_examples=tries(12, 60))
def test_a_short_history_gives_the_same_events(plan: Plan, data: st.DataObject) -> None:
    """What is left out of a history that is too long tells nothing: each event keeps its stamps."""
    span = plan.start, plan.start + timedelta(90)
    for _ in range(4):
        plan = data.draw(edited(plan, data.draw(spots(plan))))
    short = plan._replace(history=history.without_restated(plan.history))
    assert events(Schedule(short), *span) == events(Schedule(plan), *span)


def test_a_history_is_bounded_and_its_numbers_go_on(
    example: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "MOST_KEPT", 6)
    plan = example
    for number in range(40):
        of = day(5) if number % 2 else day(6)
        plan = plan._replace(history=history.history_after(plan, NOW + number * MINUTE, [(of, of)]))
    # The first two, and the last of each of the two days.
    assert [one.number for one in plan.history[:2]] == [0, 1]
    assert len(plan.history) <= 6
    assert [(one.number, one.first) for one in plan.history[-2:]] == [(39, day(6)), (40, day(5))]
    for number in range(20):  # each on a day of its own: the oldest are stated as one
        of = date(2025, 10, 1) + timedelta(2 * number)
        plan = plan._replace(history=history.history_after(plan, NOW + timedelta(1), [(of, of)]))
    assert len(plan.history) == 6
    assert plan.history[2][1:] == (day(5), date(2025, 11, 2), 57)
    assert plan.version == 61
