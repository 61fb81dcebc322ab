"""The book of swaps: its lines, what is owed, and what a new rotation leaves of it."""

from __future__ import annotations

import contextlib
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartplanner.core.calendar.events import events
from heartplanner.core.calendar.export_options import FAMILY_OPTIONS, ExportOptions
from heartplanner.core.edits.colleagues import add_colleague
from heartplanner.core.edits.edits import add_change, assign, new_plan
from heartplanner.core.edits.swaps import agree_swap, ask_swap, remove_swap, settle_swap
from heartplanner.core.explain.pending_text import overtaken_text, pending_notes, pending_sentences
from heartplanner.core.people.cover_text import card_text
from heartplanner.core.people.swap_book import FITS_AGAIN, OVER, SwapState, swap_book
from heartplanner.core.people.swap_text import book_row, open_text, owed_lines, swap_line
from heartplanner.core.plan.change import (
    Absence,
    AbsenceKind,
    Change,
    OtherHours,
    PendingSwap,
    Swap,
)
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import Assignment, Plan, PlanError, Rotation
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.plan.change_json import what_out
from tests import reference
from tests.strategies import assignments, edited, plans, spots, starts, swaps, whats

AT = datetime(2030, 1, 1, tzinfo=UTC)
TODAY = date(2025, 9, 10)
FRIDAY, SATURDAY, NEXT_FRIDAY = date(2025, 9, 12), date(2025, 9, 13), date(2025, 9, 19)
"""A shift, a free day, and a shift of the example."""
FREE = Rotation.parse("-" * 42)
EVERY_SATURDAY = Rotation.parse(
    "-SSAS-- -SSAS-- ---ASSS -SSAS-- SSSA--- ---ASSS".replace("S--", "SS-")
)


def states(plan: Plan, today: date = TODAY) -> dict[int, SwapState]:
    return {one.id: one.state for one in swap_book(Schedule(plan), today).swaps}


def owed(plan: Plan, today: date = TODAY) -> list[tuple[str, int]]:
    return [tuple(one) for one in swap_book(Schedule(plan), today).owed]


def lines(plan: Plan, today: date = TODAY) -> list[str]:
    return [swap_line(one, today) for one in swap_book(Schedule(plan), today).swaps]


def test_an_asked_swap_changes_no_day_and_becomes_one_change(example: Plan) -> None:
    asked = ask_swap(example, Swap(FRIDAY, SATURDAY, None, "Lee"), AT)
    first, last = date(2025, 9, 1), date(2025, 9, 30)
    assert Schedule(asked).days(first, last) == Schedule(example).days(first, last)
    assert (asked.history, asked.changes) == (example.history, ())
    assert lines(asked) == [
        "Lee: you give Fri, Sep 12 (12 h) and you take Sat, Sep 13 (12 h); only asked yet"
    ]
    agreed = agree_swap(asked, 1, AT).plan
    assert agreed == add_change(example, Swap(FRIDAY, SATURDAY, None, "Lee"), AT)
    assert states(agreed) == {1: SwapState.AGREED}
    assert states(agreed, FRIDAY) == states(agreed, SATURDAY) == {1: SwapState.AGREED}
    assert states(agreed, date(2025, 9, 14)) == {1: SwapState.DONE}
    assert owed(asked) == owed(agreed) == []


def test_numbers_are_those_of_the_changes_and_stay(example: Plan) -> None:
    plan = ask_swap(example, Swap(FRIDAY, None, None, "Lee"), AT)
    plan = add_change(plan, Absence(AbsenceKind.LEAVE, NEXT_FRIDAY, NEXT_FRIDAY), AT)
    plan = ask_swap(plan, Swap(None, SATURDAY, None, "Kim"), AT)
    assert [change.id for change in plan.changes] == [2]
    assert [one.id for one in plan.pending] == [1, 3]
    plan = agree_swap(plan, 1, AT).plan
    assert [change.id for change in plan.changes] == [2, 1]
    assert add_change(plan, Swap(NEXT_FRIDAY - timedelta(3), None), AT).changes[-1].id == 4
    assert remove_swap(remove_swap(plan, 3, AT), 1, AT).changes == plan.changes[:1]


def test_what_is_owed_is_the_hours_of_the_shifts_themselves(example: Plan) -> None:
    """A shift shortened to 9 am-1 pm is given, a whole one and one of the evening is taken."""
    plan = add_change(example, OtherHours(FRIDAY, Hours(time(9), time(13))), AT)
    plan = add_change(plan, Swap(FRIDAY, None, None, "Lee"), AT)
    assert owed(plan) == [("Lee", -240)]
    plan = add_change(plan, Swap(None, SATURDAY, Band.EVENING, "lee "), AT)
    assert owed(plan) == [("lee", 480)]  # as it was entered last
    plan = add_change(plan, OtherHours(SATURDAY, Hours(time(12), time(1))), AT)
    assert [one.minutes for one in swap_book(Schedule(plan), TODAY).owed] == [480]
    plan = add_change(plan, Swap(NEXT_FRIDAY, None, None, "Kim"), AT)
    book = swap_book(Schedule(plan), TODAY)
    assert (book.owed_to_me, book.owed_by_me) == (480, 720)
    assert owed_lines(book) == [
        "You owe Kim 12 h.",
        "Lee owes you 8 h.",
        "In all you are owed 8 h and owe 12 h.",
    ]
    settled = settle_swap(plan, 4 + 1, settled=True)
    assert "Kim" not in dict(owed(settled))
    assert states(settled)[5] is SwapState.DONE
    assert settle_swap(settled, 5, settled=False) == plan
    assert settled.history == plan.history


def test_a_card_gives_the_spelling(example: Plan) -> None:
    plan = add_colleague(example, "Lee Ann", Assignment(example.start, confirmed=True), AT)
    plan = ask_swap(plan, Swap(FRIDAY, None, None, " LEE  ann"), AT)
    assert plan.pending[0].swap.colleague == "Lee Ann"
    plan = add_change(plan, Swap(NEXT_FRIDAY, None, None, "lee ann"), AT)
    assert owed(plan) == [("Lee Ann", -720)]


def test_what_cannot_be_is_refused(example: Plan) -> None:
    with pytest.raises(PlanError, match="Saturday, September 13, 2025 has no shift"):
        ask_swap(example, Swap(SATURDAY, None), AT)
    plan = ask_swap(example, Swap(FRIDAY, None), AT)
    with pytest.raises(PlanError, match="nothing to settle: agree it first"):
        settle_swap(plan, 1)
    for edit in (agree_swap, remove_swap):
        with pytest.raises(PlanError, match="there is no swap 2"):
            edit(plan, 2, AT)
    leave = add_change(plan, Absence(AbsenceKind.LEAVE, FRIDAY, FRIDAY), AT)
    with pytest.raises(
        PlanError, match="does not fit your days: Friday, September 12, 2025 has no shift"
    ):
        agree_swap(leave, 1, AT)
    with pytest.raises(PlanError, match="there is no swap 2"):
        settle_swap(leave, 2)
    with pytest.raises(PlanError, match="swap 1 is agreed already"):
        agree_swap(agree_swap(plan, 1, AT).plan, 1, AT)


def test_a_new_rotation_sets_aside_the_half_that_it_overtakes(example: Plan) -> None:
    plan = add_change(example, Swap(NEXT_FRIDAY, SATURDAY, None, "Lee"), AT)
    free = assign(plan, Assignment(date(2025, 9, 15), FREE), AT)
    assert free.changes == (Change(1, Swap(None, SATURDAY, None, "Lee")),)
    assert free.pending == (PendingSwap(2, Swap(NEXT_FRIDAY, None, None, "Lee"), overtaken=True),)
    assert states(free) == {2: SwapState.OVERTAKEN, 1: SwapState.AGREED}
    assert owed(free) == [("Lee", 720)]
    (day,) = Schedule(free).days(SATURDAY, SATURDAY)
    assert [block.kind for block in day.blocks] == [Kind.SHIFT]
    assert overtaken_text(plan, free) == (
        "The new rotation overtakes what you swapped on Fri, Sep 19: look at your swaps."
    )
    assert overtaken_text(free, free) == ""
    book = swap_book(Schedule(free), TODAY)
    assert [one.look for one in book.swaps] == [
        "you have no shift to give on Friday, September 19, 2025 now",
        "",
    ]
    assert open_text(book) == "One swap is open."
    back = assign(free, Assignment(date(2025, 9, 15), example.assignments[0].rotation, 2), AT)
    assert [one.look for one in swap_book(Schedule(back), TODAY).swaps] == [FITS_AGAIN, ""]
    again = agree_swap(back, 2, AT).plan
    assert states(again) == {1: SwapState.AGREED, 2: SwapState.AGREED}
    assert owed(again) == []


def test_the_day_taken_may_be_an_own_shift_now(example: Plan) -> None:
    plan = add_change(example, Swap(FRIDAY, SATURDAY, None, "Lee"), AT)
    worked = assign(plan, Assignment(date(2025, 9, 8), EVERY_SATURDAY), AT)
    assert worked.changes == (Change(1, Swap(FRIDAY, None, None, "Lee")),)
    (line, _) = swap_book(Schedule(worked), TODAY).swaps
    assert line.look == "on Saturday, September 13, 2025 there is your own shift now"
    assert owed(worked) == [("Lee", -720)]
    saturday = Rotation(f"-----S-{'-' * 35}")
    both = assign(plan, Assignment(date(2025, 9, 8), saturday), AT)
    assert (both.changes, [one.id for one in both.pending]) == ((), [1])
    assert both.pending[0].swap == Swap(FRIDAY, SATURDAY, None, "Lee")


def test_what_was_settled_says_so_when_it_is_overtaken(example: Plan) -> None:
    plan = add_change(example, Swap(None, SATURDAY, None, "Kim"), AT)
    worked = assign(
        settle_swap(plan, 1), Assignment(date(2025, 9, 8), Rotation(f"-----S-{'-' * 35}")), AT
    )
    (line,) = swap_book(Schedule(worked), TODAY).swaps
    assert swap_line(line, TODAY).startswith(
        "Kim: you take Sat, Sep 13 (12 h); not in your calendar any more, settled; needs a look"
    )
    assert owed(worked) == []
    settled_again = agree_swap(assign(worked, Assignment(date(2025, 9, 8), FREE), AT), 1, AT).plan
    assert states(settled_again) == {1: SwapState.DONE}


def test_the_halves_of_an_overtaken_swap_stand_together(example: Plan) -> None:
    plan = add_change(example, Swap(NEXT_FRIDAY, date(2025, 9, 14), None, "Lee"), AT)
    plan = add_change(plan, Swap(None, SATURDAY, None, "Kim"), AT)
    free = assign(plan, Assignment(date(2025, 9, 15), FREE), AT)
    names = [(one.name, one.state) for one in swap_book(Schedule(free), TODAY).swaps]
    assert names == [
        ("Lee", SwapState.OVERTAKEN),
        ("Lee", SwapState.AGREED),
        ("Kim", SwapState.AGREED),
    ]


def test_an_asked_swap_says_when_it_needs_a_look(example: Plan) -> None:
    plan = ask_swap(example, Swap(FRIDAY, None, None, "Lee"), AT)
    assert swap_book(Schedule(plan), FRIDAY).swaps[0].look == ""
    assert swap_book(Schedule(plan), SATURDAY).swaps[0].look == OVER
    (row,) = [book_row(one, SATURDAY) for one in swap_book(Schedule(plan), SATURDAY).swaps]
    assert row.cells == ("Lee", "Fri, Sep 12 (12 h)", "", "Only asked yet", "")
    assert row.note == f"Needs a look: {OVER}."


def test_the_calendar_says_quietly_whom_one_asked(example: Plan) -> None:
    plan = ask_swap(example, Swap(FRIDAY, SATURDAY, None, "Lee"), AT)
    assert pending_notes(plan, FRIDAY, SATURDAY) == {
        FRIDAY: ["asked: Lee"],
        SATURDAY: ["asked: Lee"],
    }
    assert pending_notes(plan, date(2025, 9, 14), NEXT_FRIDAY) == {}
    assert pending_sentences(plan, FRIDAY) == [
        "You asked Lee to take this shift, in exchange for one on Sat, Sep 13; it is not agreed yet"
    ]
    nobody = ask_swap(example, Swap(FRIDAY, None), AT)
    assert pending_notes(nobody, FRIDAY, FRIDAY) == {FRIDAY: ["asked: a colleague"]}


def test_a_card_says_whether_a_colleague_could(example: Plan) -> None:
    other = Assignment(example.start, cycle_week=3, confirmed=True)
    plan = add_colleague(example, "Lee", other, AT)
    schedule = Schedule(plan)
    # In week 3 + 6 = week 3 of Lee's cycle Friday, September 12 is worked; Tuesday the 9th is free.
    assert card_text(schedule, Swap(FRIDAY, None, None, "lee")) == (
        "By the card, Lee works on Fri, Sep 12 (day shift, 9 am-9 pm).",
        False,
    )
    assert card_text(schedule, Swap(date(2025, 9, 9), SATURDAY, None, "Lee")) == (
        "By the card, Lee could take Tue, Sep 9 and has a shift to give on Sat, Sep 13, 9 am-9 pm.",
        True,
    )
    assert card_text(schedule, Swap(FRIDAY, None, None, "Kim")) == ("", True)


def test_nothing_of_the_book_is_in_a_copy_for_others(example: Plan) -> None:
    plan = ask_swap(example, Swap(FRIDAY, None, None, "Secretname"), AT)
    first, last = date(2025, 9, 1), date(2025, 9, 30)
    for options in (ExportOptions(), FAMILY_OPTIONS):
        with_it = events(Schedule(plan), first, last, options)
        assert with_it == events(Schedule(example), first, last, options)
    agreed = settle_swap(add_change(example, Swap(FRIDAY, None, None, "Secretname"), AT), 1)
    assert "Secretname" not in repr(events(Schedule(agreed), first, last, FAMILY_OPTIONS))


def as_data(plan: Plan, changes: int) -> reference.Data:
    """A plan with so many of its changes, as the reference takes it."""
    return {
        "start": plan.start,
        "assignments": [
            {
                "from": one.start,
                "rotation": one.rotation.letters,
                "week": one.cycle_week,
                "band": "-".join(f"{clock:%H:%M}" for clock in one.shift_hours)
                if one.shift_hours
                else str(one.band),
                "admin": f"{one.admin_start:%H:%M}",
            }
            for one in plan.assignments
        ],
        "changes": [_dated(what_out(change.what)) for change in plan.changes[:changes]],
    }


def _dated(change: reference.Data) -> reference.Data:
    keys = ("first", "last", "give", "take", "date", "to")
    days = {key: date.fromisoformat(change[key]) for key in keys if key in change}
    # To the reference one calls off a single day; of shifts any absence leaves the same.
    kind = "leave" if "first" in days else change["kind"]
    return {**change, **days, "kind": kind}


def shift_minutes(plan: reference.Data, swap: Swap) -> int:
    """Minutes of shifts on the days of a swap, by the reference."""
    return sum(
        block["minutes"]
        for day in {swap.give, swap.take} - {None}
        for worked in reference.days(plan, day, day)
        for block in worked["blocks"]
        if block["kind"] == "shift"
    )


@given(st.data())
def test_hours_agree_with_another_replay(data: st.DataObject) -> None:
    """What a swap makes of the shifts on its days, by the slow and obvious way, is what is owed for it."""
    first = data.draw(starts().flatmap(assignments))
    plan = new_plan("example", first._replace(admin_minutes=240), AT)
    spot = data.draw(spots(plan))
    for _ in range(6):
        with contextlib.suppress(PlanError):
            plan = add_change(plan, data.draw(swaps(plan, spot) | whats(plan, spot)), AT)
    booked = {one.id: one for one in swap_book(Schedule(plan), TODAY).swaps}
    for number, change in enumerate(plan.changes):
        if isinstance(change.what, Swap):
            before, after = (
                shift_minutes(as_data(plan, end), change.what) for end in (number, number + 1)
            )
            one = booked[change.id]
            assert (one.taken or 0) - (one.given or 0) == after - before
            assert (one.given is None) == (change.what.give is None)
            assert (one.taken is None) == (change.what.take is None)


@given(st.data())
def test_an_asked_swap_needs_a_look_where_it_cannot_be_agreed(data: st.DataObject) -> None:
    """What the book says of it by looking at the days is what agreeing it comes to."""
    plan = data.draw(plans(3))
    spot = data.draw(spots(plan))
    with contextlib.suppress(PlanError):
        plan = ask_swap(plan, data.draw(swaps(plan, spot)), AT)
    for _ in range(3):
        plan = data.draw(edited(plan, spot))
    for one in swap_book(Schedule(plan), date.min).open:
        looks = one.look not in ("", FITS_AGAIN)
        try:
            agree_swap(plan, one.id, AT)
        except PlanError:
            assert looks
        else:
            assert not looks
