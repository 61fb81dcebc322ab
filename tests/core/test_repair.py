"""The rotations nearest to marks that none fits, against rotations that the reference writes out."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import combinations

import pytest
from examples import tries
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from rotation_reference import MEANING

from heartplanner.core.finder.counting.counts import count_rotations, possible
from heartplanner.core.finder.counting.marks import ANY_LETTERS, allowed_letters
from heartplanner.core.finder.repair import nearest
from heartplanner.core.finder.repair.distances import day_distances
from heartplanner.core.finder.repair.repair import Repair, repair
from heartplanner.core.plan.model import (
    CYCLE_DAYS,
    EXAMPLE_ROTATION,
    MARK_MEANINGS,
    Mark,
    Options,
    Rotation,
    Search,
)
from tests.core.test_counts import START, day_counts, drawn, questions, rank, reference
from tests.counting import Calls

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


@settings(max_examples=tries(10, 30))
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
    assert [tuple(day) for day in found.left.days] == day_counts(nearest)
    assert sum(found.left.breaks.values()) == (len(nearest) if "P7" in options.rules else 0)
    first = sorted(nearest, key=lambda each: rank(each, options))[:12]
    assert [plain(each.rotation) for each in found.shown] == first
    assert [list(each.differs) for each in found.shown] == [
        sorted(against(each, marks)) for each in first
    ]


@settings(max_examples=6)
@example(8, 6, False)  # the two nearest have breaks on other dates
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
    first = sorted(nearest, key=lambda each: rank(each, options))[:12]
    assert [plain(each.rotation) for each in found.shown] == first


def as_marked(known: dict[int, str]) -> tuple[str, ...]:
    return tuple(MARK_MEANINGS.get(known.get(day, ""), "DEA-") for day in range(1, CYCLE_DAYS + 1))


def reference_left(known: dict[int, str], without: tuple[int, ...], options: Options) -> list[str]:
    left = {day: letter for day, letter in known.items() if day not in without}
    # To write out nothing takes long, so the count says first whether there is anything to write.
    return reference(left, options) if count_rotations(as_marked(left), options).total else []


@settings(max_examples=tries(20, 30))
@given(
    st.integers(0, 10**9), st.sampled_from([28, 42, 70]), st.integers(1, 6), st.booleans(),
    st.sampled_from([None, *range(7)]),
)  # fmt: skip
def test_changed_days_are_named_and_the_true_rotation_is_never_farther(
    seed: int, length: int, changed: int, flexible: bool, first_day: int | None
) -> None:
    rng, options = random.Random(seed), Options(flexible, work_week=first_day)
    assume(count_rotations(ANY_LETTERS, options).total)
    true = drawn(ANY_LETTERS, options._replace(work_week=first_day or 0), rng)
    letters = [true[day % CYCLE_DAYS] for day in range(length)]
    for day in rng.sample(range(length), changed):
        letters[day] = rng.choice([letter for letter in "SA-" if letter != letters[day]])
    marks = [Mark(START + timedelta(day), letter) for day, letter in enumerate(letters)]
    found = repair(Search(START, tuple(marks), options), 3)
    allowed = allowed_letters(marks, START)
    assert (found is None) == possible(allowed, options)
    if found is None:
        return
    assert found.marked == length
    # A marked day is not asked about: its answer is known.
    assert found.ask_next is None or length < found.ask_next <= CYCLE_DAYS
    assert 0 < found.differing <= changed
    assert 0 < found.alike <= found.left.total
    for rotation, differs in found.shown:
        assert list(differs) == against(rotation.letters, marks)
        assert len(differs) == found.differing
    if (
        found.differing == changed
    ):  # the true one is among the nearest, so each day of it is possible
        for counts, letter in zip(found.left.days, true, strict=True):
            assert counts["SA-".index(letter)]


def test_as_many_dates_as_one_likes_cost_the_same_work(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = Calls(monkeypatch, "pattern_distances", nearest)
    letters = EXAMPLE_ROTATION.letters.replace("A", "-", 1) * 40
    marks = [Mark(START + timedelta(day), letter) for day, letter in enumerate(letters)]

    def work(weeks: int) -> int:
        distances = day_distances(marks[: weeks * 7], START)
        return looked_at.during(lambda: nearest.nearest_rotations(distances, Options()))

    # The weeks' places in the chains, each looked at once: those of six breaks, each with six weeks.
    assert work(240) == work(4) <= 36


def marked(letters: str) -> list[Mark]:
    return [Mark(START + timedelta(day), letter) for day, letter in enumerate(letters)]


def test_a_second_break_is_no_rotation_though_it_agrees_with_every_mark() -> None:
    # Its weeks and weekends keep the rules. Some week must lose its free days, and of a week with three
    # shifts and admin two days change at once.
    twice = "SSSA--- ---ASSS -SSAS-- SSSA--- ---ASSS -SSAS--".replace(" ", "")
    assert repaired(marked(twice), Options()).differing == 2


def test_moved_admin_and_days_that_differ_are_not_taken_for_each_other() -> None:
    letters = "-SS-S---SSSS-----AS-SASSAS--SSSA---A---SS-"
    found = repaired(marked(letters), Options(flexible=True))
    assert (found.differing, found.left.total, len(found.shown)) == (4, 3, 3)
    assert [len(differs) for _, differs in found.shown] == [4, 4, 4]
    assert (
        found.ask_next is None
    )  # of every day on which the three are not alike the marks say what it is


def test_with_any_work_week_what_is_nearest_by_some_work_week_is_found() -> None:
    # By weeks from Saturday: SSSA--- ---ASSS --SSAS- SSS---A --SSAS- --SSAS-.
    true = Rotation.parse("SSAS-SS SA----- -ASSS-- SSAS-SS S---A-- SSAS---")
    letters = f"{true.letters[:9]}S{true.letters[10:]}"  # a day of the break is read as a shift
    marks = [Mark(START + timedelta(day), letter) for day, letter in enumerate(letters)]
    for work_week in (5, None):
        found = repaired(marks, Options(work_week=work_week))
        assert found.first.rotation == true
        assert found.first.differs == (START + timedelta(9),)
        assert found.left.total == 1
    assert repaired(marks, Options()).differing > 1


def test_a_marked_day_is_never_asked_about() -> None:
    # The week of August 4 is marked with two shifts. One nearest rotation has the third on that Monday, the
    # other on the Tuesday; both days are marked free, so their answers are known.
    letters = "-SSAS----SAS-----ASSS-SSAS--SSSA----S-ASSS"
    marks = [Mark(START + timedelta(days=n), letter) for n, letter in enumerate(letters)]
    found = repaired(marks, Options())
    unlike = {day for day in range(1, CYCLE_DAYS + 1) if not found.left.letter(day)}
    assert unlike == {8, 9}
    assert found.ask_next is None
    # Without their marks they are open, and then one of them is asked about.
    open_ = repaired(
        [mark for mark in marks if mark.date.day not in (4, 5) or mark.date.month > 8], Options()
    )
    assert open_.ask_next in unlike
