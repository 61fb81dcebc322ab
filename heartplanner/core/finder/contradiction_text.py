"""What a person said of a day that the rotation which fits best contradicts, in words."""

from __future__ import annotations

from collections.abc import Sequence

from heartplanner.core.finder.conflict import IS
from heartplanner.core.finder.told_change import ADDED, ToldChange
from heartplanner.core.plan.change import AbsenceKind
from heartplanner.core.roster.roster import DayChange, SwapSide
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.words.english import counted, listed, weekday_date

YOU_SAID: dict[DayChange, str] = {
    AbsenceKind.LEAVE: "you were on leave",
    AbsenceKind.SICK: "you were sick",
    AbsenceKind.CALLED_OFF: "your work was called off",
    SwapSide.GIVEN: "you gave this shift away in a swap",
    SwapSide.TAKEN: "you took this shift in a swap",
    Kind.EXTRA: "this was an extra shift",
}
SHOWN = 2
"""Days of which all is said; the others are named."""


def contradiction_text(told: ToldChange) -> str:
    """What was said of a day, what that needs, what the schedule has there, and what becomes of it."""
    needs = "is free" if told.change in ADDED else "has work"
    if told.change is SwapSide.GIVEN:
        needs = "has a shift"
    has = IS[told.difference.letter][0]
    return (
        f"{weekday_date(told.difference.date)}: you said that {_said(told)}. Then your rotation {needs}"
        f" that day, but in the schedule that fits best the day is {has}. Your change cannot be entered:"
        f" the day stays {has}, not confirmed yet in every cycle, and what you said is kept as its note."
    )


def contradictions_text(contradicting: Sequence[ToldChange]) -> str:
    """The days that contradict what was said of them, the first in full; "" where none does."""
    texts = [contradiction_text(told) for told in contradicting[:SHOWN]]
    more = [weekday_date(told.difference.date) for told in contradicting[SHOWN:]]
    rest = [f"It is the same on {listed(more)}."] if more else []
    return " ".join([*texts, *rest])


def contradictions_title(contradicting: Sequence[ToldChange]) -> str:
    """The question that is asked before a schedule is used that contradicts what was said."""
    days = counted(len(contradicting), "day")
    differ = "contradicts" if len(contradicting) == 1 else "contradict"
    return f"Use this schedule, though {days} {differ} what you said?"


def contradiction_note(told: ToldChange) -> str:
    """What stands on the day: From a roster: you took this shift in a swap with Kim. Not in ..."""
    has = IS[told.difference.letter][0]
    return (
        f"From your roster: {_said(told)}. Your rotation has the day as {has}: ask which is right."
    )


def _said(told: ToldChange) -> str:
    colleague = told.difference.colleague
    return YOU_SAID[told.change] + (f" with {colleague}" if colleague else "")
