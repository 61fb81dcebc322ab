"""The choice of the balance that leave is taken from, in the form of leave."""

from __future__ import annotations

from collections.abc import Callable

from heartplanner.core.edits.leave import NOT_VACATION
from heartplanner.core.plan.leave import LEAVE_NAMES, LeaveKind
from heartplanner.core.words.english import sentence_case
from heartplanner.ui.edit.forms.change_form import ChangeForm


def taken_from_choice(form: ChangeForm) -> Callable[[], LeaveKind | None]:
    """The choice of a balance, where there is another one than vacation; None is vacation."""
    others = [one.kind for one in form.schedule.plan.leave if one.kind in NOT_VACATION]
    if not others:
        return lambda: None
    named = [(str(kind), sentence_case(LEAVE_NAMES[kind])) for kind in others]
    choice = form.choice(
        "Taken from", [("", sentence_case(LEAVE_NAMES[LeaveKind.VACATION])), *named]
    )
    return lambda: LeaveKind(choice.value()) if choice.value() else None
