"""Giving an answer to the plan: what is answered in one step is one edit, however often it is changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from heartplanner.core.edits.history import facts, returned
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.words.english import whole_sentence
from heartplanner.store import Store

AnswerEdit = Callable[[Plan, datetime], Plan]


class StepAnswers:
    """Each answer of a step takes the place of the one before, so that one undo takes the step back."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._base = store.plan
        self._answered: Plan | None = None

    def begin(self) -> None:
        """Another step is open: its answers are an edit of their own."""
        self._base, self._answered = self._store.plan, None

    @property
    def base(self) -> Plan:
        """The plan without the answer of the step that is open."""
        return self._base if self._still_given() else self._store.plan

    def give(self, name: str, edit: AnswerEdit) -> str:
        """Make an answer's edit, called `name` in the menu. Returns why it cannot be; "" if it is made."""
        amends, base = self._still_given(), self.base
        try:
            # From the plan before the step: answers of one step are either-or, not one after the other.
            after = edit(base, self._store.moment())
        except PlanError as error:
            return whole_sentence(str(error))
        if amends:
            # The store takes this very plan then: its history goes on from the answer that it replaces.
            after = returned(self._store.plan, after, self._store.moment())
        # Before the store is told: it tells of the new plan before it returns.
        self._base, self._answered = base, after
        if amends:
            self._store.amend(name, after)
        else:
            self._store.change(name, after)
        # An answer that leaves the plan as it was before the step is no edit that could be amended.
        self._answered = self._store.plan if facts(self._store.plan) != facts(base) else None
        return ""

    def _still_given(self) -> bool:
        """Whether the plan is the one that the last answer made: an undo may have changed it."""
        return self._answered is not None and self._store.plan is self._answered
