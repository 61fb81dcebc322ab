"""The rotations nearest to marks that none fits, against rotations that the reference writes out."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta
from itertools import combinations

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rotation_reference import MEANING

from heartplanner.core.finder.counts import count_rotations
from heartplanner.core.finder.marks import allowed_letters
from heartplanner.core.finder.repair import Repair, repair
from heartplanner.core.plan.model import (
    CYCLE_DAYS,
    MARK_MEANINGS,
    Mark,
    Options,
    Rotation,
    Search,
)
from tests.core.test_counts import START, drawn, questions, rank, reference

CYCLE = timedelta(days=CYCLE_DAYS)
REPEATS = 5
"""On so many dates a day of the cycle is marked that no nearest rotation may contradict."""


def against(rotation: str, marks: list[Mark]) -> list[date]:
    """The dates on which a rotation of S, A and - is other than marked."""
    return [
        mark.date
        for mark in marks
        if rotation[(mark.date - START).days % CYCLE_DAYS] not in MEANING[mark.letter]
    ]


def repaired(marks: list[Mark], options: Options, shown: int = 12) -> Repair:
    found = repair(Search(START, tuple(marks), options), shown)
    assert found
    return found


def plain(rotation: Rotation) -> str:
    return rotation.letters.replace("D", "S").replace("E", "S")


@given(questions(), st.data())
def test_the_nearest_rotations_are_those_of_the_reference(
    question: tuple[str, dict[int, str], Options], data: st.DataObject
) -> None:
    _, known, options = question
    # What is known is marked in several cycles: to contradict it costs more than all else together.
    sure = [
        Mark(START + timedelta(day - 1) + n * CYCLE, letter)
        for day, letter in known.items()
        for n in range(REPEATS)
    ]
    doubtful = data.draw(
        st.dictionaries(st.integers(0, 2 * CYCLE_DAYS - 1), st.sampled_from("SA-WN"), min_size=1)
    )
    marks = sure + [
        Mark(START + REPEATS * CYCLE + timedelta(n), letter) for n, letter in doubtful.items()
    ]
    every = reference(known, options)
    least = min(len(against(each, marks)) for each in every)
    assume(0 < least < REPEATS)
    nearest = [each for each in every if len(against(each, marks)) == least]
    found = repaired(marks, options)
    assert (found.differing, found.left.total) == (least, len(nearest))
    assert [tuple(day) for day in found.left.days] == [
        tuple(Counter(each[day] for each in nearest)[letter] for letter in "SA-")
        for day in range(CYCLE_DAYS)
    ]
    assert sum(found.left.breaks.values()) == (len(nearest) if "P7" in options.rules else 0)
    first = sorted(nearest, key=lambda each: rank(each, options))[:12]
    assert [plain(each.rotation) for each in found.shown] == first
    assert [list(each.differs) for each in found.shown] == [
        sorted(against(each, marks)) for each in first
    ]


@settings(max_examples=8)
@given(st.integers(0, 10**9), st.sampled_from([4, 5, 6]), st.booleans())
def test_they_are_those_that_are_left_without_as_few_of_the_marks(
    seed: int, weeks: int, flexible: bool
) -> None:
    options, rng = Options(flexible), random.Random(seed)
    true = drawn(allowed_letters((), START), options, rng)
    letters = list(true[: weeks * 7])
    for day in rng.sample(range(len(letters)), 2):
        letters[day] = rng.choice([each for each in "SA-" if each != letters[day]])
    known = dict(enumerate(letters, 1))
    assume(count_rotations(as_marked(known), options).total == 0)
    for removed in (1, 2):
        nearest = {
            each
            for some in combinations(known, removed)
            for each in reference_left(known, some, options)
        }
        if nearest:
            break
    assert nearest
    assume(len(nearest) < 4000)
    marks = [Mark(START + timedelta(day - 1), letter) for day, letter in known.items()]
    found = repaired(marks, options)
    assert (found.differing, found.left.total) == (removed, len(nearest))
    assert {plain(each.rotation) for each in found.shown} <= nearest


def as_marked(known: dict[int, str]) -> tuple[str, ...]:
    return tuple(MARK_MEANINGS.get(known.get(day, ""), "DEA-") for day in range(1, CYCLE_DAYS + 1))


def reference_left(known: dict[int, str], without: tuple[int, ...], options: Options) -> list[str]:
    left = {day: letter for day, letter in known.items() if day not in without}
    # To write out nothing takes long, so the count says first whether there is anything to write.
    return reference(left, options) if count_rotations(as_marked(left), options).total else []
