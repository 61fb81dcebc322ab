"""Hand-over after hand-over, with ranges and options that change: the rules of identities and revisions."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import edited, plans, spots

from heartplanner.core.calendar.delivery import (
    DeliveredState,
    after_update,
    after_whole,
    calendar_diff,
    update_events,
)
from heartplanner.core.calendar.delivery_text import change_lines, delivered_text
from heartplanner.core.calendar.event import Event
from heartplanner.core.calendar.events import events
from heartplanner.core.calendar.export_options import CalendarPart, ExportOptions, Privacy
from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Absence, AbsenceKind, Extra, OtherHours
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import Language
from tests.examples import tries

FIRST = date(2025, 7, 28)
DAY = timedelta(days=1)
NOW = datetime(2025, 8, 1, tzinfo=UTC)
SHIFT = date(2025, 8, 5)
BUSY = ExportOptions(privacy=Privacy.BUSY)

Step = tuple[Plan, int, int, ExportOptions, bool]
"""A plan, the first and the last day counted from its start, the options, and whether by update."""


@st.composite
def stories(draw: st.DrawFn) -> list[Step]:
    plan = draw(plans(most=3))
    spot = draw(spots(plan))
    options = st.sampled_from([ExportOptions(), ExportOptions(), ExportOptions(word="Work"), BUSY])
    found = []
    for _ in range(draw(st.integers(2, 6))):
        for _ in range(draw(st.integers(0, 2))):
            plan = draw(edited(plan, spot))
        first = draw(st.integers(0, 20))
        last = first + draw(st.sampled_from([10, 30, 45, 60]))
        found.append((plan, first, last, draw(options), draw(st.booleans())))
    return found


def said(event: Event) -> tuple[object, ...]:
    return event.title, event.description, event.start, event.end, event.alarm, event.canceled


class Phone:
    """What a target has been told of each UID, and which it was told to take away or lost when emptied."""

    def __init__(self) -> None:
        self.last: dict[str, Event] = {}
        self.shown: set[str] = set()
        self.dead: set[str] = set()

    def take(self, written: tuple[Event, ...], *, emptied: bool) -> None:
        assert len({each.uid for each in written}) == len(written)
        if emptied:
            self.dead |= self.shown - {each.uid for each in written}
            self.shown = set()
        for event in written:
            before = self.last.get(event.uid)
            assert event.uid not in self.dead
            if before and said(before) != said(event):
                assert event.sequence > before.sequence
                assert event.changed > before.changed
            elif before:
                assert event == before
            self.last[event.uid] = event
            (self.dead if event.canceled else self.shown).add(event.uid)
        self.shown -= self.dead


@given(stories())
@settings(max_examples=tries(24, 40))
def test_no_name_is_used_again_and_what_is_new_has_a_higher_sequence(story: list[Step]) -> None:
    handed, phone = DeliveredState("my phone"), Phone()
    for plan, first, last, options, by_update in story:
        span = plan.start + first * DAY, plan.start + last * DAY
        handed = handed._replace(options=options)
        done = calendar_diff(handed, events(Schedule(plan), *span, options), *span)
        if by_update:
            phone.take(update_events(done), emptied=False)
            handed = after_update(handed, done, FIRST)
        else:
            phone.take(done.now, emptied=True)
            handed = after_whole(handed, done, FIRST)
        assert phone.shown == {each.uid for each in handed.events}
        again = calendar_diff(handed, events(Schedule(plan), *span, options), *span)
        assert (again.any, again.cut, again.now) == (False, (), done.now)


def hand(handed: DeliveredState, plan: Plan, first: date, last: date) -> tuple[DeliveredState, str]:
    """A whole hand-over, and what is told of it."""
    done = calendar_diff(handed, events(Schedule(plan), first, last, handed.options), first, last)
    return after_whole(handed, done, first), delivered_text(handed, done, first)


def test_what_was_beyond_a_shorter_range_comes_back_under_a_new_name(example: Plan) -> None:
    handed, _ = hand(DeliveredState("my phone"), example, FIRST, FIRST + 60 * DAY)
    before = {each.uid for each in handed.events}
    handed, words = hand(handed, example, FIRST, FIRST + 20 * DAY)
    assert words.startswith("gets no changes since")
    handed, _ = hand(handed, example, FIRST, FIRST + 60 * DAY)
    fresh = [each for each in handed.events if each.day > FIRST + 20 * DAY]
    assert fresh
    assert not before & {each.uid for each in fresh}


@pytest.mark.parametrize("options", [ExportOptions(), BUSY])
def test_a_range_that_moves_on_day_by_day_moves_nothing(
    example: Plan, options: ExportOptions
) -> None:
    """August 29 to September 3 is a break: first one end of a range lies in it, and then the other."""
    handed = DeliveredState("family", options=options)
    sent: dict[str, Event] = {}
    for n in range(16):
        first, last = date(2025, 8, 26) + n * DAY, date(2025, 10, 5) + n * DAY
        done = calendar_diff(handed, events(Schedule(example), first, last, options), first, last)
        assert (done.moved, done.changed, done.removed, done.cut) == ((), (), (), ())
        assert n == 0 or {each.day for each in done.new} <= {last}
        for each in done.now:
            assert sent.setdefault(each.uid, each) == each
        handed = after_whole(handed, done, first)
    break_ = [each for each in handed.events if each.title.startswith("Break")]
    assert [(each.start, each.end) for each in break_] == [(date(2025, 10, 10), date(2025, 10, 16))]


def test_a_break_that_an_earlier_version_cut_is_sent_whole_and_is_no_change(example: Plan) -> None:
    first, last = date(2025, 8, 4), date(2025, 8, 31)
    handed = DeliveredState("family", options=BUSY)
    handed = after_whole(
        handed,
        calendar_diff(handed, events(Schedule(example), first, last, BUSY), first, last),
        first,
    )
    cut = [
        each._replace(end=min(each.end, date(2025, 9, 1))) if each.all_day else each
        for each in handed.events
    ]
    handed = handed._replace(events=tuple(cut))
    done = calendar_diff(handed, events(Schedule(example), first, last, BUSY), first, last)
    assert (done.moved, done.changed, done.removed) == ((), (), ())
    assert [(each.start, each.end) for each in done.cut] == [(date(2025, 8, 29), date(2025, 9, 4))]
    assert done.cut[0].sequence == cut[-1].sequence + 1


def test_a_break_that_is_cut_short_by_work_is_no_edge(example: Plan) -> None:
    handed, _ = hand(DeliveredState("family", options=BUSY), example, FIRST, FIRST + 60 * DAY)
    work = Extra(date(2025, 9, 3), None, Hours(time(9), time(12)))
    _, words = hand(handed, add_change(example, work, NOW), FIRST, FIRST + 60 * DAY)
    assert words == "gets 2 changes, made today"


@pytest.mark.parametrize(
    ("options", "title"),
    [
        (BUSY, "Canceled: Busy"),
        (ExportOptions(privacy=Privacy.HOME), "Canceled: Home"),
        (BUSY._replace(language=Language.SPANISH), "Cancelado: En el trabajo"),
    ],
)
def test_a_copy_for_others_after_a_full_one_takes_it_away_without_a_word(
    example: Plan, options: ExportOptions, title: str
) -> None:
    plan = add_change(example, Absence(AbsenceKind.SICK, SHIFT, SHIFT), NOW)
    span = FIRST, FIRST + 40 * DAY
    handed, _ = hand(DeliveredState("x"), plan, *span)
    handed = handed._replace(options=options)
    done = calendar_diff(handed, events(Schedule(plan), *span, options), *span)
    assert len(done.removed) == len(handed.events)
    assert {(each.title, each.description) for each in done.removed} == {(title, "")}
    assert all(each.description == "" for each in update_events(done))
    shown = title.partition(": ")[2]
    lines = change_lines(done)
    assert lines
    assert not any("HEART" in line or "Sick" in line for line in lines)
    assert all(shown in line or line.endswith(" added") for line in lines)


def test_an_event_of_ones_own_is_canceled_by_its_name(example: Plan) -> None:
    handed, _ = hand(DeliveredState("x"), example, FIRST, FIRST + 40 * DAY)
    plan = add_change(example, Absence(AbsenceKind.LEAVE, SHIFT, SHIFT), NOW)
    done = calendar_diff(
        handed, events(Schedule(plan), FIRST, FIRST + 40 * DAY), FIRST, FIRST + 40 * DAY
    )
    assert [each.title for each in done.removed] == ["Canceled: HEART 9-9"]


def test_other_hours_say_from_which(example: Plan) -> None:
    handed, _ = hand(DeliveredState("x"), example, FIRST, FIRST + 40 * DAY)
    plan = add_change(example, OtherHours(SHIFT, Hours(time(10), time(22))), NOW)
    done = calendar_diff(
        handed, events(Schedule(plan), FIRST, FIRST + 40 * DAY), FIRST, FIRST + 40 * DAY
    )
    assert change_lines(done) == ["Tuesday, August 5, 2025: HEART 10 am-10 pm, was 9 am-9 pm"]


def test_before_the_first_hand_over_nothing_is_listed(example: Plan) -> None:
    parts = ExportOptions(frozenset(CalendarPart))
    done = calendar_diff(
        DeliveredState("x"), events(Schedule(example), FIRST, FIRST + 9 * DAY, parts), FIRST, FIRST
    )
    assert (done.first, change_lines(done)) == (True, [])
