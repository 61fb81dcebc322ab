"""What is chosen for each day on which a roster differs from a rotation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from heartplanner.core.finder.repair.differences import (
    ABSENCES,
    DayAnswer,
    Difference,
    nearest_pairs,
)
from heartplanner.core.finder.repair.repair_use import Answers
from heartplanner.core.plan.model import FREE

TOGETHER = (DayAnswer.MOVED, DayAnswer.SWAP)
"""Said of one of two days that belong together, they are said of the other too."""


def likeliest_answers(
    differing: Mapping[date, Difference], before: Answers
) -> dict[date, DayAnswer]:
    """An answer for each day that differs: that of before where it still can be, else the likeliest."""
    kept = {
        day: answer
        for day, difference in differing.items()
        if (answer := before.get(day)) in difference.answers
    }
    chosen = {day: difference.answers[0] for day, difference in differing.items()}
    for day, answer in kept.items():
        if answer is not None:
            chosen = with_answer(chosen, differing, day, answer)
    return chosen


def with_answer(
    answers: Answers, differing: Mapping[date, Difference], day: date, answer: DayAnswer
) -> dict[date, DayAnswer]:
    """With another answer for a day. Admin that moved, and a swap, are of two days that go together."""
    after = {**answers, day: answer}
    partner = differing[day].partner
    if partner in differing:
        assert partner is not None
        if answer in TOGETHER:
            after[partner] = answer
        elif after.get(partner) in TOGETHER:
            others = differing[partner].answers
            after[partner] = next(other for other in others if other not in TOGETHER)
    return after


def unsaid(
    differing: Mapping[date, Difference], answers: Answers, told: Collection[date]
) -> tuple[date, ...]:
    """The days that would cost leave, sick or called-off time by an answer that no person gave.

    `told`: the days of which a person said what they were.
    """
    return tuple(
        day for day in differing if answers.get(day) in (None, *ABSENCES) and day not in told
    )


def change_counts(said: Sequence[tuple[Difference, DayAnswer]]) -> dict[DayAnswer, int]:
    """How many changes of each kind answers make: none of a misread day, one of two that go together."""
    counts: Counter[DayAnswer] = Counter(
        answer for _, answer in said if answer is not DayAnswer.MISREAD
    )
    swaps = [difference for difference, answer in said if answer is DayAnswer.SWAP]
    taken = [swap.date for swap in swaps if swap.letter == FREE]
    given = [swap.date for swap in swaps if swap.letter != FREE]
    counts[DayAnswer.SWAP] -= len(nearest_pairs(given, taken))
    counts[DayAnswer.MOVED] -= counts[DayAnswer.MOVED] // 2
    return {answer: counts[answer] for answer in DayAnswer if counts[answer]}
