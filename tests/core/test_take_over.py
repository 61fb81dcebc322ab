"""What a difference is taken over as, and what a person chooses of that."""

from __future__ import annotations

from datetime import date, time

import pytest

from heartplanner.core.compare.choice import first_choice, next_choice
from heartplanner.core.compare.comparison import compare
from heartplanner.core.compare.comparison_text import swap_words, take_over_title
from heartplanner.core.compare.rotation_change import with_changed_rotation
from heartplanner.core.compare.take_over import TakeOverKind, WaysByDate, likeliest, take_over
from heartplanner.core.compare.ways import ways
from heartplanner.core.edits.edits import add_change
from heartplanner.core.edits.example import example_plan
from heartplanner.core.explain.changes.change_titles import change_title
from heartplanner.core.plan.change import (
    Absence,
    AbsenceKind,
    ChangeDetail,
    Extra,
    MovedAdmin,
    Note,
    Swap,
    Training,
)
from heartplanner.core.plan.hours import BAND_HOURS, Band, Hours
from heartplanner.core.plan.model import Mark, Plan, PlanError
from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.review import corrected_reading
from heartplanner.core.roster.roster import DayChange, Roster, RosterQuestion, SwapSide, Unread
from heartplanner.core.roster.source import TextSource
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.schedule.schedule import Schedule

TODAY = date(2025, 10, 1)
PLAN = example_plan()
AT = PLAN.history[0].at


def october(day: int) -> date:
    return date(2025, 10, day)


def read(text: str, *, changes: bool = True) -> Roster:
    return read_roster(TextSource(text), RosterQuestion(PLAN.start, TODAY, changes=changes))


def offered(text: str, plan: Plan = PLAN) -> WaysByDate:
    schedule = Schedule(plan)
    return ways(schedule, compare(schedule, read(text)))


def kinds(text: str, plan: Plan = PLAN, day: int = 1) -> str:
    return ", ".join(way.kind for way in offered(text, plan)[october(day)])


def entered(text: str, plan: Plan = PLAN) -> list[str]:
    """The changes that taking all over leaves in the plan, as a list calls them."""
    after = take_over(plan, likeliest(offered(text, plan)).values(), AT).plan
    return [change_title(change).split(", ")[0] for change in after.changes]


def with_changes(*details: ChangeDetail) -> Plan:
    plan = PLAN
    for detail in details:
        plan = add_change(plan, detail, AT)
    return plan


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oct 1 off", "called-off, leave, sick, given"),
        ("Oct 1 vacation", "leave, called-off, sick, given"),
        ("Oct 1 sick", "sick, called-off, leave, given"),
        ("Oct 1 called off", "called-off, leave, sick, given"),
        ("Oct 1 no shift", "called-off, leave, sick, given"),
        ("Oct 1 noon-midnight", "hours"),
        ("Oct 1 10a-8p", "hours"),
        ("Oct 1 9a-9p\nOct 1 9p-10p training", "training"),
    ],
)
def test_a_day_that_is_worked(text: str, expected: str) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oct 4 9a-9p", "extra, taken"),
        ("Oct 4 evening", "extra, taken"),
        ("Oct 4 OT 9a-9p", "extra, taken"),
        ("Oct 4 2p-7p", "extra"),
        ("Oct 4 9a-5p training", "training"),
    ],
)
def test_a_day_that_is_free(text: str, expected: str) -> None:
    assert kinds(text, day=4) == expected


def test_a_day_of_which_no_hours_are_known_cannot_be_taken_over() -> None:
    assert offered("Oct 4 working") == {}


def test_what_one_added_oneself_is_taken_back() -> None:
    extra = Extra(october(4), Band.DAY, BAND_HOURS[Band.DAY])
    training = Training(october(1), Hours(time(21), time(22)))
    plan = with_changes(extra, training, Note(october(1), "cake"))
    assert kinds("Oct 4 off", plan, 4) == "taken-back, called-off, leave, sick"
    assert kinds("Oct 1 9-9", plan, 1) == "taken-back"
    assert entered("Oct 4 off\nOct 1 9-9", plan) == ["note"]


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (Absence(AbsenceKind.LEAVE, october(1), october(1)), "10/1/2025 9a-9p"),
        # Other hours than the leave's own, and half of a swap whose other day the roster does not name.
        (Absence(AbsenceKind.LEAVE, october(1), october(1)), "10/1/2025 12p-12a"),
        (Swap(october(1), october(4), Band.DAY), "10/1/2025 9a-9p"),
        (Swap(october(1), october(4), Band.DAY), "10/4/2025 off"),
    ],
)
def test_a_day_that_one_changed_is_taken_over_only_if_one_says_so(
    change: ChangeDetail, text: str
) -> None:
    schedule = Schedule(with_changes(change))
    comparison = compare(schedule, read(f"{text}\n10/3/2025 off"))
    found = ways(schedule, comparison)
    choice = first_choice(found, comparison.own)
    (day,) = comparison.own
    assert choice.taken == {other for other in found if other != day}
    assert choice.taken  # the 3rd differs too, and nobody changed it
    assert day in choice.with_taken(day, on=True).taken


def test_admin_time_that_moved() -> None:
    text = "Oct 2 off\nOct 3 9-9\nOct 4 1p-5p admin"
    found = offered(text)
    assert found[october(2)][0] == found[october(4)][0]
    assert found[october(2)][0].changes == (MovedAdmin(october(2), october(4), time(13)),)
    assert take_over_title(found[october(2)][0], october(2)) == "Moved admin, to Sat, Oct 4"
    assert take_over_title(found[october(2)][0], october(4)) == "Moved admin, from Thu, Oct 2"
    assert entered(text) == ["admin of Thursday"]
    assert kinds("Oct 2 1p-5p", day=2) == "admin"


def test_a_shift_that_is_gone_and_one_that_is_new_may_be_a_swap() -> None:
    text = "Oct 1 off\nOct 4 noon-midnight"
    assert kinds(text, day=1) == "given, called-off, leave, sick, swap"
    assert kinds(text, day=4) == "taken, extra, swap"
    swap = offered(text)[october(4)][-1]
    assert swap.changes == (Swap(october(1), october(4), Band.EVENING),)
    assert swap_words(swap) == (
        "The roster has your shift of Wednesday, October 1, on Saturday, October 4 instead."
    )
    # It says itself what it is.
    assert kinds("Oct 1 sick\nOct 4 9-9", day=1) == "sick, called-off, leave, given"
    # Nobody swaps over a season.
    assert "swap" not in kinds("Oct 1 off\nDec 6 9-9")


@pytest.mark.parametrize(
    ("day", "hours", "change", "first"),
    [
        (1, None, SwapSide.GIVEN, "given"),
        (4, BAND_HOURS[Band.DAY], SwapSide.TAKEN, "taken"),
        (4, BAND_HOURS[Band.DAY], Kind.EXTRA, "extra"),
    ],
)
def test_what_a_person_says_of_a_line_comes_first(
    day: int, hours: Hours | None, change: DayChange, first: str
) -> None:
    line = Unread(1, "swap with Lee", "")
    letter = "D" if hours else "-"
    reading = corrected_reading(line, october(day), letter, hours, change)
    schedule = Schedule(PLAN)
    assert (
        next(iter(ways(schedule, compare(schedule, Roster((reading,)))).values()))[0].kind == first
    )


@pytest.mark.parametrize(
    ("second", "given", "paired", "likeliest"),
    [
        ("swap w/ Kim", "Kim", {"Kim"}, ["swap"]),
        ("swap", "Kim", {"Kim"}, ["given", "taken"]),
        ("swap w/ Lee", "Kim", set(), ["given", "taken"]),  # two swaps, with two colleagues
    ],
)
def test_the_colleague_of_a_line_is_the_swaps_too(
    second: str, given: str, paired: set[str], likeliest: list[str]
) -> None:
    lines = Unread(1, "Oct 1 off swap w/ Kim", ""), Unread(2, f"Oct 4 9a-9p {second}", "")
    gone = corrected_reading(lines[0], october(1), "-", None, SwapSide.GIVEN)
    new = corrected_reading(lines[1], october(4), "D", BAND_HOURS[Band.DAY], SwapSide.TAKEN)
    schedule = Schedule(PLAN)
    half = first_choice(ways(schedule, compare(schedule, Roster((gone,)))))
    found = ways(schedule, compare(schedule, Roster((gone, new))))
    # One line is answered after the other: what the first was by itself is no choice against a swap.
    assert [way.kind for way in next_choice(half, found).taken_over] == likeliest

    def colleagues(kind: TakeOverKind) -> list[str]:
        swaps = [way.changes[0] for way in found[october(1)] if way.kind is kind]
        return [swap.colleague for swap in swaps if isinstance(swap, Swap)]

    assert colleagues(TakeOverKind.GIVEN) == [given]
    assert set(colleagues(TakeOverKind.SWAP)) == paired


def test_a_swap_that_could_be_either_of_two_is_asked_about() -> None:
    days = ((1, SwapSide.GIVEN), (4, SwapSide.TAKEN), (12, SwapSide.TAKEN))
    readings = [
        corrected_reading(
            Unread(day, "swap w/ Kim", ""),
            october(day),
            "-" if side is SwapSide.GIVEN else "D",
            None if side is SwapSide.GIVEN else BAND_HOURS[Band.DAY],
            side,
        )
        for day, side in days
    ]
    schedule = Schedule(PLAN)
    found = ways(schedule, compare(schedule, Roster(tuple(readings))))
    assert found[october(1)][0].kind is TakeOverKind.GIVEN


def test_the_nearest_days_are_paired() -> None:
    found = offered("Oct 1 off\nOct 3 off\nOct 4 9-9\nOct 12 9-9")
    assert [way.dates for way in found[october(3)] if way.kind is TakeOverKind.SWAP] == [
        (october(3), october(4))
    ]
    assert [way.dates for way in found[october(1)] if way.kind is TakeOverKind.SWAP] == [
        (october(1), october(12))
    ]


def test_a_day_that_is_other_altogether_is_taken_over_as_it_is() -> None:
    assert entered("Oct 1 9a-5p training") == ["swap", "training"]
    training = with_changes(Training(october(2), Hours(time(14), time(16))))
    assert entered("Oct 2 3p-5p training", training) == ["training", "called off", "training"]


def test_choosing_half_of_a_pair_chooses_the_other() -> None:
    first = first_choice(offered("Oct 1 off\nOct 4 9-9\nOct 7 off"))
    assert [way.kind for way in first.taken_over] == ["given", "taken", "called-off"]
    swapped = first.with_way(october(4), TakeOverKind.SWAP)
    assert [way.kind for way in swapped.taken_over] == ["swap", "called-off"]
    assert swapped.with_taken(october(1), on=False).taken == {october(7)}
    apart = swapped.with_way(october(1), TakeOverKind.CALLED_OFF)
    assert [way.kind for way in apart.taken_over] == ["called-off", "taken", "called-off"]
    assert first.with_taken(october(1), on=False).taken == {october(4), october(7)}


def test_a_rotation_that_changed_is_looked_for() -> None:
    roster = read("Oct 1 9-9\nOct 6 off\nOct 7 9-9\nOct 8 admin", changes=False)
    after = with_changed_rotation(PLAN, roster, october(6), AT)
    assert after.assignments == PLAN.assignments
    assert after.search is not None
    assert after.search.start == october(6)
    assert after.search.marks == (
        Mark(october(6), "-"),
        Mark(october(7), "S"),
        Mark(october(8), "A"),
    )


def test_a_roster_without_days_of_a_rotation_marks_nothing() -> None:
    roster = read("Oct 1 9-9\nOct 6 vacation", changes=False)
    with pytest.raises(PlanError, match="no day of a rotation from October 6, 2025 on"):
        with_changed_rotation(PLAN, roster, october(6), AT)


@pytest.mark.parametrize(("new", "paired"), [("Oct 26", True), ("Oct 27", False)])
def test_a_shift_and_its_swap_lie_four_weeks_apart_at_most(new: str, *, paired: bool) -> None:
    on_28 = offered(f"Sep 28 off\n{new} 9a-9p")[date(2025, 9, 28)]
    assert (TakeOverKind.SWAP in [way.kind for way in on_28]) == paired
