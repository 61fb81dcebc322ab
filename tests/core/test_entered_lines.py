"""Lines that are left out, and whose change is in the calendar already, are no loss."""

from __future__ import annotations

from datetime import date, datetime

from heartplanner.core.edits.edits import add_change, new_plan
from heartplanner.core.explain.rosters.entered_lines import not_entered
from heartplanner.core.plan.change import Absence, AbsenceKind, Swap
from heartplanner.core.plan.model import Assignment
from heartplanner.core.roster.named_changes import with_named_changes
from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import RosterQuestion
from heartplanner.core.roster.source import TextSource
from heartplanner.core.schedule.blocks import ZONE

START, NOW = date(2025, 7, 28), datetime(2025, 9, 1, 12, tzinfo=ZONE)
FIFTH, NINTH, FIFTEENTH = (date(2025, 8, day) for day in (5, 9, 15))
MAIL = """8/4/2025 off
8/5/2025 Off (swap with Dana)
8/9/2025 9am-9pm (swap with Dana)
8/15/2025 Vacation
8/16/2025 9a-9p"""


def left(mail: str, swap: Swap, kind: AbsenceKind = AbsenceKind.LEAVE) -> list[int]:
    """The numbers of the lines that are still to be answered, once these two changes are entered."""
    plan = new_plan("p", Assignment(START, confirmed=True), NOW)
    for what in (swap, Absence(kind, FIFTEENTH, FIFTEENTH)):
        plan = add_change(plan, what, NOW)
    source, question = TextSource(mail), RosterQuestion(START, NOW.date())
    roster = with_named_changes(read_roster(source, question), source, question)
    assert [line.line for line in roster.unread] == [2, 3, 4]
    return [line.line for line in not_entered(plan, roster.unread)]


def test_what_is_entered_the_same_is_not_left_out() -> None:
    dana = Swap(FIFTH, NINTH, colleague="Dana")
    assert left(MAIL, dana) == []


def test_what_is_entered_otherwise_is() -> None:
    dana = Swap(FIFTH, NINTH, colleague="Dana")
    assert left(MAIL, dana._replace(colleague="Lee")) == [2, 3]
    assert left(MAIL, dana, AbsenceKind.SICK) == [4]
    assert left(MAIL.replace("9am-9pm", "10am-9pm"), dana) == [3]
    assert left(MAIL.replace("9am-9pm", "10am-25:99"), dana) == [3]
    assert left(MAIL.replace("9am-9pm", "Off"), dana) == [3]
    assert left(MAIL.replace("/5/2025 Off", "/5/2025 9am-9pm"), dana) == [2]
    assert left(MAIL.replace("with Dana", "again"), dana) == [2, 3]
