"""What is chosen for each day on which a roster differs from a rotation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from heartplanner.core.finder.repair.differences import DayAnswer, Difference
from heartplanner.core.finder.repair.repair_use import Answers


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
    """With another answer for a day. Admin that moved did so on two days, which go together."""
    after = {**answers, day: answer}
    partner = differing[day].partner
    if partner in differing:
        assert partner is not None
        if answer is DayAnswer.MOVED:
            after[partner] = answer
        elif after[partner] is DayAnswer.MOVED:
            others = differing[partner].answers
            after[partner] = next(other for other in others if other is not DayAnswer.MOVED)
    return after


def change_count(answers: Answers) -> int:
    """How many changes the answers make: none where a day was misread, one of two that go together."""
    moved = sum(answer is DayAnswer.MOVED for answer in answers.values())
    misread = sum(answer is DayAnswer.MISREAD for answer in answers.values())
    return len(answers) - misread - moved // 2
