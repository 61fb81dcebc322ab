"""Exported again after an edit: a calendar program updates what changed, and leaves the rest alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ics_text import Properties, by_uid, day_of, starts
from strategies import edited, plans, spots

from heartplanner.core.edits import edits
from heartplanner.core.plan.change import (
    Absence,
    AbsenceKind,
    ChangeDetail,
    Extra,
    MovedAdmin,
    Note,
    OtherHours,
    Swap,
)
from heartplanner.core.plan.hours import BAND_HOURS, Band, Hours
from heartplanner.core.plan.model import Assignment, Plan, Rotation
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar import ical
from tests.examples import tries

FIRST, LAST = date(2025, 7, 28), date(2025, 10, 31)
NOW = datetime(2025, 9, 1, 12, 30, 5, tzinfo=UTC)
STAMP = "20250901T123005Z"
LATER = datetime(2025, 9, 2, 7, 0, 0, tzinfo=UTC)
FRESH = ("0", "20250728T000000Z")
REVISED = ("SEQUENCE", "DTSTAMP", "LAST-MODIFIED")

TUESDAY, SATURDAY = date(2025, 8, 5), date(2025, 8, 9)
TUESDAYS = "example-20250805-shift@heartplanner"

Events = dict[str, Properties]


def exported(plan: Plan) -> Events:
    return by_uid(ical.calendar(Schedule(plan), FIRST, LAST))


def revision(event: Properties) -> tuple[str, str]:
    return event["SEQUENCE"], event["DTSTAMP"]


def facts(event: Properties) -> Properties:
    """All that an event says, but for when it was said."""
    return {name: value for name, value in event.items() if name not in REVISED}


def added(plan: Plan, what: ChangeDetail, at: datetime = NOW) -> Plan:
    return edits.add_change(plan, what, at)


def expect_revised(before: Events, after: Events, uids: set[str]) -> None:
    """Just these events of the first calendar are there with a higher SEQUENCE and a later stamp."""
    for uid in before.keys() & after.keys():
        if uid in uids:
            assert int(after[uid]["SEQUENCE"]) > int(before[uid]["SEQUENCE"])
            assert after[uid]["DTSTAMP"] > before[uid]["DTSTAMP"]
        else:
            assert after[uid] == before[uid]


def test_events_of_a_new_plan_have_its_beginning_as_their_stamp(example: Plan) -> None:
    assert {revision(event) for event in exported(example).values()} == {FRESH}


def test_leave_takes_its_shift_and_nothing_else(example: Plan) -> None:
    before = exported(example)
    after = exported(added(example, Absence(AbsenceKind.LEAVE, TUESDAY, TUESDAY)))
    assert before.keys() - after.keys() == {TUESDAYS}
    assert after.keys() - before.keys() == {"example-20250805-leave@heartplanner"}
    assert after["example-20250805-leave@heartplanner"]["DTSTAMP"] == STAMP
    expect_revised(before, after, set())


def test_leave_taken_back_brings_the_shift_again_as_a_newer_one(example: Plan) -> None:
    before = exported(example)
    plan = added(example, Absence(AbsenceKind.LEAVE, TUESDAY, TUESDAY))
    after = exported(edits.remove_change(plan, 1, LATER))
    assert before.keys() == after.keys()
    assert facts(before[TUESDAYS]) == facts(after[TUESDAYS])
    expect_revised(before, after, {TUESDAYS})


def test_other_hours_are_the_same_event_changed(example: Plan) -> None:
    before = exported(example)
    after = exported(added(example, OtherHours(TUESDAY, Hours(time(10), time(18)))))
    assert before.keys() == after.keys()
    assert after[TUESDAYS]["DTEND;TZID=America/New_York"] == "20250805T180000"
    assert after[TUESDAYS]["DTSTAMP"] == STAMP
    expect_revised(before, after, {TUESDAYS})


def test_swap_of_both_sides_moves_the_event_and_its_return_moves_it_back(example: Plan) -> None:
    plans_ = [example, added(example, Swap(TUESDAY, SATURDAY))]
    plans_.append(edits.remove_change(plans_[1], 1, LATER))
    before, moved, back = (exported(plan) for plan in plans_)
    assert before.keys() == moved.keys() == back.keys()
    assert [starts(each[TUESDAYS]) for each in (before, moved, back)] == [
        TUESDAY,
        SATURDAY,
        TUESDAY,
    ]
    expect_revised(before, moved, {TUESDAYS})
    expect_revised(moved, back, {TUESDAYS})


def test_shift_given_and_taken_back_is_newer_than_what_is_on_the_phone(example: Plan) -> None:
    plan = edits.remove_change(added(example, Swap(TUESDAY, None)), 1, LATER)
    expect_revised(exported(example), exported(plan), {TUESDAYS})


def test_new_assignment_revises_the_days_from_its_date_on(example: Plan) -> None:
    before = exported(example)
    evening = edits.continued(example, date(2025, 9, 22))._replace(band=Band.EVENING)
    after = exported(edits.assign(example, evening, NOW))
    assert before.keys() == after.keys()
    from_then_on = {uid for uid, event in before.items() if starts(event) >= date(2025, 9, 22)}
    expect_revised(before, after, from_then_on)


def test_extra_shift_in_a_break_splits_it_and_its_removal_heals_it(example: Plan) -> None:
    whole = "example-20250829-break@heartplanner"
    plan = added(example, Extra(date(2025, 8, 31), Band.DAY, BAND_HOURS[Band.DAY]))
    before, split, healed = map(exported, (example, plan, edits.remove_change(plan, 1, LATER)))
    assert split.keys() - before.keys() == {
        "example-20250901-break@heartplanner",
        "example-20250831-extra-1@heartplanner",
    }
    expect_revised(before, split, {whole})
    assert before.keys() == healed.keys()
    expect_revised(split, healed, {whole})


def test_note_changes_no_event_but_those_of_its_day(example: Plan) -> None:
    before, after = exported(example), exported(added(example, Note(TUESDAY, "x")))
    assert {uid: facts(event) for uid, event in before.items()} == {
        uid: facts(event) for uid, event in after.items()
    }
    for uid in before.keys() - {TUESDAYS}:
        assert after[uid] == before[uid]


def test_clock_set_back_sets_no_stamp_back_and_a_later_edit_has_a_later_one(example: Plan) -> None:
    plan = added(example, OtherHours(TUESDAY, Hours(time(10), time(18))), LATER)
    after = exported(added(plan, OtherHours(TUESDAY, Hours(time(10), time(19))), NOW))
    assert after[TUESDAYS]["DTSTAMP"] == "20250902T070001Z"
    expect_revised(exported(example), after, {TUESDAYS})


def test_work_in_a_break_that_grows_longer_is_revised(example: Plan) -> None:
    """Its description counts the days of the break: September 4, once admin, is now free."""
    plan = added(example, Extra(date(2025, 8, 31), Band.DAY, BAND_HOURS[Band.DAY]))
    longer = Rotation.parse("-SSAS-- -SSAS-- ---ASSS ASSAS-- SSSA--- ----SSS")
    after = exported(edits.assign(plan, Assignment(date(2025, 9, 4), longer, 6), LATER))
    uid = "example-20250831-extra-1@heartplanner"
    before = exported(plan)
    assert "six-day break" in before[uid]["DESCRIPTION"]
    assert "seven-day break" in after[uid]["DESCRIPTION"]
    assert int(after[uid]["SEQUENCE"]) > int(before[uid]["SEQUENCE"])


def test_admin_time_moved_to_an_earlier_day_is_revised_with_the_day_it_comes_from(
    example: Plan,
) -> None:
    plan = added(example, MovedAdmin(date(2025, 8, 7), date(2025, 8, 4)))
    later = edits.continued(plan, date(2025, 8, 7))._replace(admin_start=time(13))
    uid = "example-20250807-admin@heartplanner"
    before, after = exported(plan)[uid], exported(edits.assign(plan, later, LATER))[uid]
    assert before["DTSTART;TZID=America/New_York"] == "20250804T090000"
    assert after["DTSTART;TZID=America/New_York"] == "20250804T130000"
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])


def touched(plan: Plan, edit: Plan) -> list[tuple[date, date]]:
    news = edit.history[len(plan.history) :]
    return [(each.first, each.last or date.max) for each in news]


@settings(max_examples=tries(15, 25))
@given(plans(most=4), st.data())
def test_no_event_says_something_new_under_an_old_revision(plan: Plan, data: st.DataObject) -> None:
    edit = data.draw(edited(plan, data.draw(spots(plan))))
    assume(edit is not plan)
    first, last = plan.start, plan.start + timedelta(days=120)
    before, after = (by_uid(ical.calendar(Schedule(each), first, last)) for each in (plan, edit))
    for uid in before.keys() & after.keys():
        old, new = before[uid], after[uid]
        assert new["DTSTAMP"] >= old["DTSTAMP"]
        assert int(new["SEQUENCE"]) >= int(old["SEQUENCE"])
        if facts(new) != facts(old):
            assert int(new["SEQUENCE"]) > int(old["SEQUENCE"])


@settings(max_examples=tries(15, 25))
@given(plans(most=4), st.data())
def test_work_on_days_that_an_edit_does_not_touch_stays_as_it_was(
    plan: Plan, data: st.DataObject
) -> None:
    edit = data.draw(edited(plan, data.draw(spots(plan))))
    spans = touched(plan, edit)
    first, last = plan.start, plan.start + timedelta(days=90)
    before, after = (by_uid(ical.calendar(Schedule(each), first, last)) for each in (plan, edit))
    for uid, event in before.items():
        slot = day_of(uid.removeprefix(f"{plan.id}-"))
        hit = any(low <= day <= high for low, high in spans for day in (slot, starts(event)))
        if not hit and "TZID" in "".join(event):
            assert after[uid] == event
