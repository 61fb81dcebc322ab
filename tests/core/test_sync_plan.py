"""Whatever a plan becomes and whatever is done on the server: one run brings the calendar into step."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from examples import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import edited, plans, spots

from heartplanner.core.calendar.delivery import DeliveredState, base
from heartplanner.core.calendar.event import Event, touches
from heartplanner.core.calendar.events import events
from heartplanner.core.calendar.sync_plan import (
    SyncPlan,
    is_plan_event,
    plan_sync,
    with_server_events,
)
from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Absence, AbsenceKind, Swap
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule

NOW = datetime(2025, 8, 1, tzinfo=UTC)
SPAN = (date(2025, 8, 4), date(2025, 8, 17))


class Calendar:
    """A server's calendar, and what is remembered of it."""

    def __init__(self) -> None:
        self.has: dict[str, Event] = {}
        self.remembered = DeliveredState("")
        self.dead: set[str] = set()

    def plan_sync(self, plan: Plan, first: date, last: date) -> SyncPlan:
        known = with_server_events(self.remembered, list(self.has.values()))
        written = self.remembered.events
        return plan_sync(Schedule(plan), known, first, last, written=written)

    def run(self, plan: Plan, first: date, last: date) -> SyncPlan:
        known = with_server_events(self.remembered, list(self.has.values()))
        done = self.plan_sync(plan, first, last)
        if self.remembered.events:  # what one file wrote alone is never newer than that file
            assert done.newer == ()
        for event in done.remove:
            del self.has[event.uid]
        for event in done.change:
            assert event.sequence > self.has[event.uid].sequence
            self.has[event.uid] = event
        for event in done.add:
            assert event.uid not in self.has
            self.has[event.uid] = event
        gone = tuple(e for e in (*done.remove, *known.gone) if e.uid not in self.has)
        self.remembered = DeliveredState("", first, tuple(self.has.values()), gone)
        return done


def content(event: Event) -> tuple[object, ...]:
    return base(event.uid), event.title, event.description, event.start, event.end


def wanted(plan: Plan, first: date, last: date) -> set[tuple[object, ...]]:
    """What the plan says of these days, with breaks that lie over an edge whole."""
    wide = timedelta(days=60)
    found = events(Schedule(plan), first - wide, last + wide)
    return {content(event) for event in found if touches(event, first, last)}


@given(st.data())
@settings(max_examples=tries(20, 40))
def test_one_run_brings_the_calendar_into_step(data: st.DataObject) -> None:
    plan = data.draw(plans(most=4))
    spot = data.draw(spots(plan))
    calendar = Calendar()
    first = plan.start
    for _ in range(data.draw(st.integers(1, 4))):
        first += timedelta(days=data.draw(st.integers(0, 20)))
        last = first + timedelta(days=data.draw(st.integers(0, 60)))
        before = dict(calendar.has)
        calendar.run(plan, first, last)
        for uid, event in before.items():
            moved_in = content(calendar.has.get(uid, event)) != content(event)
            if not touches(event, first, last) and moved_in:
                assert touches(calendar.has[uid], first, last)
        now = {content(event) for event in calendar.has.values() if touches(event, first, last)}
        assert now == wanted(plan, first, last)
        assert len({base(uid) for uid in calendar.has}) == len(calendar.has)
        assert calendar.plan_sync(plan, first, last).total == 0
        for uid in data.draw(
            st.lists(st.sampled_from(sorted(calendar.has) or ["none"]), max_size=3)
        ):
            calendar.has.pop(uid, None)
        if data.draw(st.booleans()):
            calendar.remembered = DeliveredState("")
        plan = data.draw(edited(plan, spot))


def test_what_was_deleted_there_comes_back_as_another_generation(example: Plan) -> None:
    calendar = Calendar()
    calendar.run(example, *SPAN)
    uid = next(iter(calendar.has))
    del calendar.has[uid]
    done = calendar.run(example, *SPAN)
    assert [event.uid for event in done.add] == [uid.replace("@", "-g2@")]


def test_a_shift_that_moves_into_the_days_asked_for_keeps_its_identity(example: Plan) -> None:
    calendar = Calendar()
    calendar.run(example, *SPAN)
    plan = add_change(example, Swap(date(2025, 8, 5), date(2025, 8, 18)), NOW)
    done = calendar.run(plan, date(2025, 8, 12), date(2025, 8, 18))
    assert [event.uid for event in done.change] == ["example-20250805-shift@heartplanner"]
    assert (done.add, done.remove) == ((), ())


def test_two_of_one_identity_become_one(example: Plan) -> None:
    calendar = Calendar()
    calendar.run(example, *SPAN)
    uid, event = next(iter(calendar.has.items()))
    second = event._replace(uid=uid.replace("@", "-g10@"))
    calendar.has[second.uid] = second
    assert [each.uid for each in calendar.run(example, *SPAN).remove] == [uid]
    assert calendar.run(example, *SPAN).total == 0


def test_the_words(example: Plan) -> None:
    calendar = Calendar()
    assert calendar.plan_sync(example, *SPAN).text("here") == "Will add 8 here."
    assert calendar.run(example, *SPAN).done("here") == "Added 8 here."
    assert calendar.plan_sync(example, *SPAN).text("here") == (
        "Nothing to do here: 8 events, the same as in your schedule."
    )
    leave = Absence(AbsenceKind.LEAVE, date(2025, 8, 5), date(2025, 8, 5))
    found = calendar.plan_sync(add_change(example, leave, NOW), *SPAN)
    assert found.text("here") == "Will add 1, remove 1 here; 7 stay as they are."
    assert found.done("here") == "Added 1, removed 1 here; 7 stay as they are."


def test_a_fifth_is_not_many_and_more_is(example: Plan) -> None:
    event = events(Schedule(example), *SPAN)[0]
    ten = SyncPlan((), (), (event,) * 2, (event,) * 8)
    assert not ten.many
    more = SyncPlan((), (), (event,) * 3, (event,) * 8)
    assert more.many
    assert more.share == "3 of 11 events"
    assert not SyncPlan((), (), (), ()).many
    new = SyncPlan((event,) * 90, (), (event,) * 3, (event,) * 98)
    assert new.many


def test_whose_events_they_are(example: Plan) -> None:
    assert is_plan_event(example, "example-20250805-shift@heartplanner")
    assert is_plan_event(example, "example-20250805-shift-g2@heartplanner")
    assert not is_plan_event(example, "examples-20250805-shift@heartplanner")
    assert not is_plan_event(example, "example-20250805-shift@elsewhere")
    assert not is_plan_event(example, "other-20250805-shift@heartplanner")


def test_the_shifts_of_the_first_and_the_last_day_are_in_the_range(example: Plan) -> None:
    tuesday, friday = date(2025, 9, 9), date(2025, 9, 12)
    week = events(Schedule(example), date(2025, 9, 8), date(2025, 9, 14))
    inside = [event.day for event in week if not event.all_day and touches(event, tuesday, friday)]
    assert inside == [date(2025, 9, day) for day in (9, 10, 11, 12)]


def by_another_computer(calendar: Calendar, plan: Plan) -> Calendar:
    """The same calendar as a copy of the plan left it that is synced elsewhere."""
    other = Calendar()
    other.has = dict(calendar.has)
    other.run(plan, *SPAN)
    seen = Calendar()
    seen.has, seen.remembered = other.has, calendar.remembered
    return seen


def later(hours: int) -> datetime:
    return NOW + timedelta(hours=hours)


LEAVE = Absence(AbsenceKind.LEAVE, date(2025, 8, 5), date(2025, 8, 5))
SWAP = Swap(date(2025, 8, 6), date(2025, 8, 11))


def test_what_another_computer_put_there_later_is_named_before_it_is_undone(example: Plan) -> None:
    calendar = Calendar()
    calendar.run(example, *SPAN)
    there = by_another_computer(calendar, add_change(example, LEAVE, later(1)))
    done = there.plan_sync(example, *SPAN)
    assert [event.title for event in done.newer] == ["Leave"]
    assert done.newer_days == "Tue, Aug 5"
    # An edit of another day makes this plan no newer on that day.
    mine = add_change(example, SWAP, later(2))
    assert there.plan_sync(mine, *SPAN).newer_days == "Tue, Aug 5"
    # One of the same day does; so does the other computer's plan itself.
    mine = add_change(example, Absence(AbsenceKind.SICK, LEAVE.first, LEAVE.last), later(2))
    assert there.plan_sync(mine, *SPAN).newer == ()
    assert there.plan_sync(add_change(example, LEAVE, later(1)), *SPAN).newer == ()


def test_a_moved_shift_is_newer_on_both_of_its_days(example: Plan) -> None:
    calendar = Calendar()
    calendar.run(example, *SPAN)
    there = by_another_computer(calendar, add_change(example, SWAP, later(1)))
    assert there.plan_sync(example, *SPAN).newer_days == "Mon, Aug 11"
    # Also for one who never synced here, and remembers nothing.
    there.remembered = DeliveredState("")
    assert there.plan_sync(example, *SPAN).newer_days == "Mon, Aug 11"


def test_an_older_copy_of_a_plan_that_wrote_there_itself_asks_nothing(example: Plan) -> None:
    calendar = Calendar()
    calendar.run(add_change(example, LEAVE, later(1)), *SPAN)
    done = calendar.plan_sync(example, *SPAN)
    assert (len(done.remove), done.newer) == (1, ())


def test_a_server_that_stamps_each_event_itself_is_not_newer(example: Plan) -> None:
    calendar = Calendar()
    calendar.run(example, *SPAN)
    for uid, event in calendar.has.items():
        calendar.has[uid] = event._replace(changed=later(1), sequence=event.sequence + 7)
    mine = add_change(example, SWAP, NOW)
    done = calendar.plan_sync(mine, *SPAN)
    assert (len(done.change), done.newer) == (1, ())


def test_what_a_person_changed_on_a_phone_is_named(example: Plan) -> None:
    calendar = Calendar()
    calendar.run(example, *SPAN)
    for day in (5, 6, 8, 15, 16, 17):
        uid = f"example-202508{day:02}-shift@heartplanner"
        event = calendar.has[uid]
        calendar.has[uid] = event._replace(title="Beach", changed=later(1))
    done = calendar.plan_sync(example, *SPAN)
    assert len(done.newer) == 6
    assert done.newer_days == (
        "Tue, Aug 5; Wed, Aug 6; Fri, Aug 8; Fri, Aug 15; Sat, Aug 16 and 1 more"
    )
    # An edit that left the stamp alone counts by its number; one that left both is put right.
    uid = "example-20250805-shift@heartplanner"
    known = next(event for event in calendar.remembered.events if event.uid == uid)
    calendar.has = {uid: known._replace(title="Beach", sequence=known.sequence + 1)}
    assert [event.uid for event in calendar.plan_sync(example, *SPAN).newer] == [uid]
    calendar.has = {uid: known._replace(title="Beach")}
    assert calendar.plan_sync(example, *SPAN).newer == ()
