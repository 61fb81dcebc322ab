"""What the picture of a rotation shows and says; expected days by hand."""

from __future__ import annotations

from heartplanner.core.cells.dated_weeks import break_days, spoken_weeks
from heartplanner.core.plan.model import EXAMPLE_ROTATION, Rotation

TITLES = ("Jul 28", "Aug 4", "Aug 11", "Aug 18", "Aug 25", "Sep 1")


def test_the_breaks_days_also_over_the_end_of_the_cycle() -> None:
    assert break_days(EXAMPLE_ROTATION) == frozenset(range(33, 39))
    over = Rotation.parse("---ASSS -SSAS-- -SSAS-- ---ASSS -SSAS-- SSSA---")
    assert break_days(over) == {40, 41, 42, 1, 2, 3}
    assert break_days(Rotation.parse("------- " * 6)) == frozenset()


def test_the_weeks_are_said_in_words_and_not_in_letters() -> None:
    said = spoken_weeks(EXAMPLE_ROTATION, TITLES)
    assert said.startswith(
        "Jul 28: shift Tuesday, Wednesday and Friday; admin Thursday. Aug 4: shift Tuesday,"
    )
    assert (
        "Aug 25: shift Monday, Tuesday and Wednesday; admin Thursday; break Friday, Saturday and"
        " Sunday. Sep 1: break Monday, Tuesday and Wednesday; admin Thursday; shift Friday," in said
    )
