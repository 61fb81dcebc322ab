"""The exact counts of the rotations that are left, against a reference that writes them all out."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import pytest
from examples import tries
from hypothesis import assume, given
from hypothesis import strategies as st
from rotation_reference import free_runs, keeps, rotations

from heartplanner.core.finder.counting.counts import (
    RotationCounts,
    by_first_day,
    count_rotations,
    possible,
)
from heartplanner.core.finder.counting.marks import (
    ANY_LETTERS,
    AllowedLetters,
    allowed_letters,
    date_of,
    read_marks,
)
from heartplanner.core.finder.ranking.ranking import ranked_rotations
from heartplanner.core.plan.model import (
    CYCLE_DAYS,
    EXAMPLE_ROTATION,
    FINDER_RULES,
    MARK_MEANINGS,
    BreakDays,
    Options,
)

START = date(2025, 7, 28)
GOLDEN = Path(__file__).parents[1] / "golden"
LENGTHS = {BreakDays.SIX: {6}, BreakDays.SEVEN: {7}, BreakDays.EITHER: {6, 7}}
FLEXIBLE = Options(flexible=True)
ENUMERABLE = tries(1000, 4000)
"""As many rotations as the reference writes out in a blink."""

TOTALS = [
    (Options(breaks=BreakDays.SIX), 7_526_400),
    (Options(), 7_526_400),
    (Options(breaks=BreakDays.SEVEN), 0),
    (FLEXIBLE._replace(breaks=BreakDays.SIX), 136_243_200),
    (FLEXIBLE._replace(breaks=BreakDays.SEVEN), 17_164_800),
    (FLEXIBLE, 153_408_000),
]
# domain.md: by the work week's first day, Monday to Sunday.
BY_FIRST_DAY = [
    (Options(breaks=BreakDays.SIX), [7_526_400, 7_526_400, 0, 0, 7_526_400, 7_526_400, 0]),
    (
        FLEXIBLE._replace(breaks=BreakDays.SIX),
        [
            136_243_200,
            81_561_600,
            14_400_000,
            14_400_000,
            81_561_600,
            136_243_200,
            158_760_000,
        ],
    ),
    (
        FLEXIBLE._replace(breaks=BreakDays.SEVEN),
        [17_164_800, 17_164_800, 5_760_000, 5_760_000, 17_164_800, 17_164_800, 0],
    ),
]


def said(letters: str) -> AllowedLetters:
    return allowed_letters(read_marks(letters, START), START)


@pytest.mark.parametrize(("options", "total"), TOTALS)
def test_counts_are_those_of_the_domain(options: Options, total: int) -> None:
    assert count_rotations(ANY_LETTERS, options).total == total


@pytest.mark.parametrize(("options", "totals"), BY_FIRST_DAY)
def test_counts_by_the_first_day_of_the_work_week_are_those_of_the_domain(
    options: Options, totals: list[int]
) -> None:
    each = [count_rotations(ANY_LETTERS, options._replace(work_week=n)) for n in range(7)]
    assert [counts.total for counts in each] == totals
    whole = count_rotations(ANY_LETTERS, options._replace(work_week=None))
    assert whole.total == sum(totals)
    for day, counts in enumerate(whole.days):
        assert counts == tuple(map(sum, zip(*(one.days[day] for one in each), strict=True)))


def test_five_days_leave_as_many_as_the_domain_says() -> None:
    assert count_rotations(said("SSSA-"), Options()).total == 496_640


def test_ten_days_leave_9600_and_the_break_is_certain() -> None:
    left = count_rotations(
        allowed_letters(
            [*read_marks("-SSAS---S", START), *read_marks("S", date(2025, 8, 16))], START
        ),
        Options(),
    )
    assert left.total == 9_600
    assert left.breaks == {(33, 6): 9_600}
    assert left.phases == {3: 9_600}
    assert left.ask_next is not None
    assert date_of(START, left.ask_next) == date(2025, 8, 11)
    # The shares of finder.png, by hand: two of three, one in five, three of five, three of four.
    per_mille = [round(day.shift * 1000 / left.total) for day in left.days]
    assert per_mille[9:12] == [667] * 3
    assert per_mille[14:19] == [200] * 5
    assert per_mille[21:26] == [600] * 5
    assert per_mille[28:32] == [750] * 4
    assert per_mille[38:40] == [500] * 2


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("weekly6", Options(breaks=BreakDays.SIX)),
        ("flexible6", FLEXIBLE._replace(breaks=BreakDays.SIX)),
        ("flexible7", FLEXIBLE._replace(breaks=BreakDays.SEVEN)),
    ],
)
def test_every_day_counts_as_in_the_list_of_all_rotations(name: str, options: Options) -> None:
    lines = (GOLDEN / f"rotations-{name}.txt").read_text().split("\n")
    counted = [tuple(map(int, line.split())) for line in lines if line and line[0].isdigit()]
    left = count_rotations(ANY_LETTERS, options)
    assert counted == [(day, *counts) for day, counts in enumerate(left.days, 1)]


def test_nothing_known_ranks_the_example_first() -> None:
    assert next(ranked_rotations(ANY_LETTERS, Options())) == EXAMPLE_ROTATION


def drawn(left: AllowedLetters, options: Options, rng: random.Random) -> str:
    """One of all rotations, each as likely as any other, by drawing one day after another."""
    for day in range(CYCLE_DAYS):
        counts = count_rotations(left, options).days[day]
        (letter,) = rng.choices("SA-", weights=counts)
        left = (*left[:day], MARK_MEANINGS[letter], *left[day + 1 :])
    return "".join("S" if each == "DE" else each for each in left)


@st.composite
def questions(draw: st.DrawFn) -> tuple[str, dict[int, str], Options]:
    """A rotation, so many marks that are true of it that few others are left, and the options."""
    rules = draw(
        st.sampled_from([FINDER_RULES, FINDER_RULES, FINDER_RULES[:2], ("P3", "P7"), ("P6",), ()])
    )
    options = Options(
        draw(st.booleans()),
        draw(st.sampled_from(BreakDays)),
        frozenset(rules),
        draw(st.just(0) | st.integers(0, 6)),
    )
    assume(possible(ANY_LETTERS, options))
    true = drawn(ANY_LETTERS, options, random.Random(draw(st.integers(0, 10**9))))
    marks: dict[int, str] = {}
    most = draw(st.sampled_from([1, 40, ENUMERABLE]))
    for day in draw(st.permutations(range(1, CYCLE_DAYS + 1))):
        if count_rotations(as_known(marks), options).total <= most:
            break
        letter = true[day - 1]
        marks[day] = draw(
            st.sampled_from(
                [w for w, may in MARK_MEANINGS.items() if letter.replace("S", "D") in may]
                + [letter]
            )
        )
    assume(count_rotations(as_known(marks), options).total <= ENUMERABLE)
    return true, marks, options


def as_known(marks: dict[int, str]) -> AllowedLetters:
    return tuple(
        MARK_MEANINGS[marks[day]] if day in marks else "DEA-" for day in range(1, CYCLE_DAYS + 1)
    )


def rank(rotation: str, options: Options) -> tuple[object, ...]:
    """What a rotation is ranked by, read off its letters turned so that no run is cut."""
    worked = ["-" if letter == "-" else "W" for letter in rotation]
    runs = {
        "shifts": _longest(rotation.replace("A", "-"), "S"),
        "worked": _longest("".join(worked), "W"),
    }
    doubled = "".join(worked) * 3
    middle = range(CYCLE_DAYS, 2 * CYCLE_DAYS)
    lone_work = any(doubled[n - 1 : n + 2] == "-W-" for n in middle)
    lone_free = sum(doubled[n - 1 : n + 2] == "W-W" for n in middle)
    weekdays = {n % 7 for n, letter in enumerate(rotation) if letter == "A"}
    early = 0
    if "P7" in options.rules:
        length = max(free_runs(rotation))
        begins = next(
            n
            for n in range(CYCLE_DAYS)
            if doubled[n : n + length] == "-" * length and doubled[n + CYCLE_DAYS - 1] == "W"
        )
        early = -((begins + length - 1) % CYCLE_DAYS)
    return (
        runs["shifts"] > 3,
        runs["worked"] > 4,
        lone_work,
        lone_free,
        len(weekdays),
        early,
        rotation,
    )


def _longest(letters: str, letter: str) -> int:
    return (
        max(map(len, (letters * 2).replace("-", " ").split()), default=0)
        if letter in letters
        else 0
    )


def reference(marks: dict[int, str], options: Options) -> list[str]:
    """Every rotation, as the reference writes them out; several times where it fits several work weeks."""
    firsts = range(7) if options.work_week is None else [options.work_week]
    admin, breaks = "flexible" if options.flexible else "weekly", LENGTHS[options.breaks]
    return [
        rotation
        for first in firsts
        for rotation in rotations(marks, admin, frozenset(breaks), options.rules, first)
    ]


def day_counts(rotations: list[str]) -> list[tuple[int, ...]]:
    """How many of the rotations have a shift, admin and nothing, for each day of the cycle."""
    return [tuple(map(letters.count, "SA-")) for letters in zip(*rotations, strict=True)]


@given(questions())
def test_all_counts_are_those_of_the_reference(
    question: tuple[str, dict[int, str], Options],
) -> None:
    true, marks, options = question
    every = reference(marks, options)
    left = count_rotations(as_known(marks), options)
    assert true in every
    assert left.total == len(every)
    assert [tuple(day) for day in left.days] == day_counts(every)
    assert left.certain == tuple(
        day for day in range(1, CYCLE_DAYS + 1) if len({each[day - 1] for each in every}) == 1
    )
    assert sum(left.breaks.values()) == (len(every) if "P7" in options.rules else 0)
    for (first, length), count in left.breaks.items():
        assert count == sum(_has_break(each, first - 1, length) for each in every)
    for phase, count in left.phases.items():
        assert count == sum(each[phase * 7 - 2] == "S" for each in every)


def _has_break(rotation: str, first: int, length: int) -> bool:
    turned = rotation[first:] + rotation[:first]
    return turned[:length] == "-" * length and "-" not in (turned[length], turned[-1])


@given(questions())
def test_rotations_come_by_rank_and_each_once(
    question: tuple[str, dict[int, str], Options],
) -> None:
    _, marks, options = question
    every = reference(marks, options)
    expected = sorted(every, key=lambda each: rank(each, options))[:4]
    found = [
        each.letters.replace("D", "S").replace("E", "S")
        for each in islice(ranked_rotations(as_known(marks), options), 4)
    ]
    assert found == expected
    assert all(
        keeps(
            each,
            marks,
            "flexible" if options.flexible else "weekly",
            frozenset(LENGTHS[options.breaks]),
            options.rules,
            options.work_week or 0,
        )
        for each in found
    )


@given(questions())
def test_with_any_work_week_all_that_fit_some_week_are_counted_and_ranked(
    question: tuple[str, dict[int, str], Options],
) -> None:
    true, marks, options = question
    options = options._replace(work_week=None)
    counts = [count_rotations(as_known(marks), one).total for one in by_first_day(options)]
    assume(sum(counts) <= 4 * ENUMERABLE)
    every = reference(marks, options)
    left = count_rotations(as_known(marks), options)
    assert true in every
    assert left.total == len(every)
    assert [tuple(day) for day in left.days] == day_counts(every)
    assert left.known == (len(set(every)) == 1) == (left.ask_next is None)
    expected = sorted(set(every), key=lambda each: rank(each, options))[:4]
    found = islice(ranked_rotations(as_known(marks), options), 4)
    assert [each.letters.replace("D", "S").replace("E", "S") for each in found] == expected


def test_the_question_asked_leaves_the_fewest() -> None:
    left = count_rotations(said("SSSA-"), Options())
    expected = [sum(n * n for n in day) for day in left.days]
    assert left.ask_next == expected.index(min(expected)) + 1
    assert count_rotations(said(EXAMPLE_ROTATION.letters), Options()).ask_next is None


@given(st.integers(0, 10**9), st.booleans())
def test_asking_leads_to_the_true_rotation_and_never_away(seed: int, flexible: bool) -> None:
    options = Options(flexible)
    true = drawn(ANY_LETTERS, options, random.Random(seed))
    left, asked = ANY_LETTERS, set[int]()
    answer: RotationCounts = count_rotations(left, options)
    while (day := answer.ask_next) is not None:
        assert day not in asked
        asked.add(day)
        left = (*left[: day - 1], MARK_MEANINGS[true[day - 1]], *left[day:])
        fewer = count_rotations(left, options)
        assert 0 < fewer.total < answer.total
        answer = fewer
    assert next(ranked_rotations(left, options)).letters == true


def test_a_band_that_is_known_stays_in_the_rotation() -> None:
    marks = [*read_marks("-DE", START), *read_marks("W", START + timedelta(days=43))]
    assert next(ranked_rotations(allowed_letters(marks, START), Options())).text.startswith(
        "-DEAS--"
    )
