"""What is chosen for each day on which a roster differs from a rotation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from heartplanner.core.finder.repair.differences import DayAnswer, Difference, nearest_pairs
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
        elif after[partner] in TOGETHER:
            others = differing[partner].answers
            after[partner] = next(other for other in others if other not in TOGETHER)
    return after


def change_count(said: Sequence[tuple[Difference, DayAnswer]]) -> int:
    """How many changes answers make: none where a day was misread, one of two that go together."""
    moved = sum(answer is DayAnswer.MOVED for _, answer in said)
    misread = sum(answer is DayAnswer.MISREAD for _, answer in said)
    swaps = [difference for difference, answer in said if answer is DayAnswer.SWAP]
    taken = [swap.date for swap in swaps if swap.letter == FREE]
    given = [swap.date for swap in swaps if swap.letter != FREE]
    return len(said) - misread - moved // 2 - len(nearest_pairs(given, taken))
