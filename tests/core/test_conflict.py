"""The smallest contradiction among marks, and the sentence that names its rule."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rotation_reference import rotations

from heartplanner.core.finder.conflict import find_conflict
from heartplanner.core.finder.counting.counts import possible
from heartplanner.core.finder.counting.marks import allowed_letters
from heartplanner.core.finder.resolutions import resolutions
from heartplanner.core.plan.model import MARK_MEANINGS, BreakDays, Mark, Options, Search

START = date(2025, 7, 28)


def marks(text: str) -> list[Mark]:
    """07-28=S 08-02=-: marks of 2025."""
    return [Mark(date.fromisoformat(f"2025-{each[:5]}"), each[6:]) for each in text.split()]


CASES = [
    (
        "07-29=S 08-02=S 08-09=S 08-11=-",
        "08-02=S 08-09=S",
        "Saturday, August 2 and Saturday, August 9 are both worked: one weekend in three is worked.",
    ),
    (
        "08-02=S 08-03=N",
        "08-02=S 08-03=N",
        "Saturday, August 2 is worked and Sunday, August 3 is without a shift:"
        " a weekend is worked or free as a whole.",
    ),
    ("08-09=A 07-28=S", "08-09=A", "Saturday, August 9 is admin: admin is worked from Monday to Friday."),
    (
        "07-28=A 07-30=A",
        "07-28=A 07-30=A",
        "Monday, July 28 and Wednesday, July 30 are both admin: a week has one admin block.",
    ),
    (
        "07-28=S 07-29=S 07-30=S 07-31=A 08-01=S",
        "07-28=S 07-29=S 07-30=S 08-01=S",
        "Monday, July 28, Tuesday, July 29, Wednesday, July 30 and Friday, August 1 are all shifts:"
        " a week has three shifts.",
    ),
    (
        "07-28=S 09-08=-",
        "07-28=S 09-08=-",
        "Monday, July 28 is a shift and Monday, September 8 is free,"
        " yet they are one day of the cycle: Monday of week 1.",
    ),
    (
        "07-29=D 09-09=E",
        "07-29=D 09-09=E",
        "Tuesday, July 29 is a day shift and Tuesday, September 9 is an evening shift,"
        " yet they are one day of the cycle: Tuesday of week 1.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("given_", "expected", "text"), CASES)
def test_conflict_is_named_with_its_rule(given_: str, expected: str, text: str) -> None:
    found = find_conflict(marks(given_), START, Options())
    assert found is not None
    assert list(found.marks) == marks(expected)
    assert found.text == text


def test_a_year_is_named_where_there_are_two() -> None:
    found = find_conflict([Mark(START, "S"), Mark(date(2026, 4, 6), "-")], START, Options())
    assert found is not None
    assert found.text.startswith(
        "Monday, July 28, 2025 is a shift and Monday, April 6, 2026 is free"
    )


def test_no_break_is_left() -> None:
    # No week has a worked Friday and no worked Thursday: a break of six days begins on a Friday.
    every_friday = [Mark(START + timedelta(days=4 + 7 * n), "W") for n in range(6)]
    found = find_conflict(every_friday, START, Options())
    assert found is not None
    assert found.text.endswith("a break of six or seven days comes once in six weeks.")


def test_rules_that_no_rotation_keeps_are_named_without_any_mark() -> None:
    found = find_conflict([Mark(START, "S")], START, Options(breaks=BreakDays.SEVEN))
    assert found is not None
    assert found.marks == ()
    assert "a week has one admin block" in found.text
    assert "a break of seven days comes once in six weeks" in found.text


def test_what_fits_is_no_conflict() -> None:
    assert find_conflict([], START, Options()) is None
    assert find_conflict(marks("07-29=S 07-30=W 07-31=A 08-01=N"), START, Options()) is None


@pytest.mark.parametrize(
    ("given_", "rules"),
    [
        ("08-02=S 08-09=S", ("P6",)),
        ("07-28=A 07-30=A", ("P4",)),
        ("07-28=S 07-29=S 07-30=S 08-01=S", ("P3",)),
        ("08-01=W 08-08=W 08-15=W 08-22=W 08-29=W 09-05=W", ("P7",)),
        ("08-09=A", ()),
        ("07-28=S 09-08=-", ()),
    ],
)
def test_one_rule_is_named_where_a_rule_is_broken(given_: str, rules: tuple[str, ...]) -> None:
    conflict = find_conflict(marks(given_), START, Options())
    assert conflict is not None
    assert conflict.rules == rules


def test_a_week_has_limits_without_its_rules_too() -> None:
    six = marks("07-28=S 07-29=S 07-30=S 07-31=S 08-01=S 08-02=S")
    conflict = find_conflict(six, START, Options(rules=frozenset()))
    assert conflict is not None
    assert conflict.rules == ()
    assert conflict.text.endswith("a week has at most five shifts and two admin blocks.")


def test_each_way_out_of_a_conflict_is_offered() -> None:
    search = Search(START, tuple(marks("07-29=S 08-02=S 08-09=S 09-13=S")))
    conflict = find_conflict(search.marks, START, search.options)
    assert conflict is not None
    ways = resolutions(search, conflict)
    assert [way.label for way in ways] == [
        "Unmark Sat, Aug 2",
        "Unmark Sat, Aug 9",
        'Drop "one weekend in three"',
    ]
    # September 13 is August 2 a cycle later: what is said twice is unmarked twice.
    assert ways[0].search.marks == tuple(marks("07-29=S 08-09=S"))
    assert ways[2].search.options.rules == {"P3", "P4", "P7"}
    assert ways[2].search.marks == search.marks


def test_of_two_marks_on_one_day_of_the_cycle_either_can_go() -> None:
    search = Search(START, tuple(marks("07-28=S 09-08=-")))
    conflict = find_conflict(search.marks, START, search.options)
    assert conflict is not None
    ways = resolutions(search, conflict)
    assert [way.search.marks for way in ways] == [
        tuple(marks("09-08=-")),
        tuple(marks("07-28=S")),
    ]


def test_rules_that_no_rotation_keeps_can_be_changed() -> None:
    search = Search(START, (), Options(breaks=BreakDays.SEVEN))
    conflict = find_conflict((), START, search.options)
    assert conflict is not None
    ways = {way.label: way.search.options for way in resolutions(search, conflict)}
    assert ways["Let admin move between weeks"] == search.options._replace(flexible=True)
    assert ways['Drop "the six-to-seven-day break"'].rules == {"P3", "P4", "P6"}
    for options in ways.values():
        assert find_conflict((), START, options) is None


def as_days(some: Sequence[Mark]) -> dict[int, str] | None:
    """The marks by day of the cycle as the reference wants them; None if two of a day disagree."""
    may_be = allowed_letters(some, START)
    letters = {"".join(sorted(may)): letter for letter, may in MARK_MEANINGS.items()}
    found = {
        n: letters.get("".join(sorted(may))) for n, may in enumerate(may_be, 1) if may != "DEA-"
    }
    return None if None in found.values() else {n: str(letter) for n, letter in found.items()}


def can_be(some: Sequence[Mark], options: Options) -> bool:
    """By the reference: whether there is any rotation at all."""
    days = as_days(some)
    lengths = frozenset({6, 7} if options.flexible else {6})
    admin = "flexible" if options.flexible else "weekly"
    return days is not None and next(rotations(days, admin, lengths), None) is not None


MARKS = st.builds(
    Mark,
    st.integers(0, 83).map(lambda n: START + timedelta(days=n)),
    st.sampled_from("SSA--WNDE"),
)


@given(st.lists(MARKS, min_size=2, max_size=14), st.booleans())
def test_conflict_is_true_and_no_smaller_one_exists(some: list[Mark], flexible: bool) -> None:
    options = Options(flexible)
    found = find_conflict(some, START, options)
    assume(found is not None)
    assert found is not None
    assert set(found.marks) <= set(some)
    assert not can_be(found.marks, options)
    for mark in found.marks:
        assert can_be([each for each in found.marks if each != mark], options)
    search = Search(START, tuple(some), options)
    for way in resolutions(search, found):
        kept = [mark for mark in way.search.marks if mark in found.marks]
        assert find_conflict(kept, START, way.search.options) is None
    for smaller in combinations(dict.fromkeys(some), len(found.marks) - 1):
        assert possible(allowed_letters(smaller, START), options)


def test_two_marks_of_one_date_are_two_ways_with_two_names() -> None:
    search = Search(START, tuple(marks("08-02=S 08-02=-")))
    conflict = find_conflict(search.marks, START, search.options)
    assert conflict is not None
    labels = {way.label: way.search.marks for way in resolutions(search, conflict)}
    assert labels == {
        "Unmark Sat, Aug 2 as -": tuple(marks("08-02=S")),
        "Unmark Sat, Aug 2 as S": tuple(marks("08-02=-")),
    }
