"""Works by a rotation, and asks what to do where a change that one entered does not fit it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from heartplanner.core.edits.edits import remove_change
from heartplanner.core.explain.changes.refused_text import (
    REFUSED,
    REMOVE,
    later_start,
    later_words,
    refused_words,
)
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.changes import ChangeError
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.ui.widgets.message_boxes import chosen

UseEdit = Callable[[Plan, datetime, date | None], Plan]
"""Works by a rotation from a date on, or, where that is None, from its search's start on."""


class RotationUse(NamedTuple):
    """A rotation to work by. `first`: from when on, as chosen.

    `begins`: the Monday of the first day that was marked, where the search begins earlier.
    """

    edit: UseEdit
    first: date | None
    begins: date | None


def worked_by(
    parent: QWidget, use: RotationUse, plan: Plan, at: datetime, display: DisplayFormat
) -> Plan | None:
    """The plan worked by a rotation; None where a person gave that up. Raises PlanError."""
    first = use.first
    while True:
        try:
            return use.edit(plan, at, first)
        except ChangeError as error:
            later = later_start(error, use.begins)
            text, way = refused_words(error, display), later_words(later)
            answer = chosen(parent, REFUSED, text, (way, REMOVE))
            if not answer:
                return None
            if answer == way:
                first = later
            else:
                plan = remove_change(plan, error.change.id, at)
