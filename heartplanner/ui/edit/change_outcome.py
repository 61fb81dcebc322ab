"""What comes of a change as a form has it: the schedule with it, what follows, or what is amiss."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from heartplanner.core.edits.edits import with_change
from heartplanner.core.explain.change_effects import Effect, Severity, effects
from heartplanner.core.plan.change import ChangeDetail, MovedAdmin, Swap, dates_of
from heartplanner.core.plan.model import PlanError, each_date
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import sentence_case
from heartplanner.ui.edit.change_form import ChangeForm, IncompleteError
from heartplanner.ui.edit.change_kinds import Make
from heartplanner.ui.session import ChangeDraft

ASKED = ("only asked", "asked")
NOT_SAVED = ("not saved", "unsaved", "new")


class Outcome(NamedTuple):
    """A change and the schedule with it, where there is one.

    `effects`: its consequences, warnings first; `missing`: what is still to be entered; `wrong`: why it
    cannot be. `asked`: it is only asked yet, and the calendar is to stay as it is.
    """

    what: ChangeDetail | None = None
    after: Schedule | None = None
    effects: Sequence[Effect] = ()
    missing: str = ""
    wrong: str = ""
    asked: bool = False

    @property
    def text(self) -> str:
        """All of it in sentences, for a screen reader."""
        texts = [*(effect.text for effect in self.effects), self.missing]
        texts += [f"{self.wrong}."] if self.wrong else []
        return " ".join(map(sentence_case, filter(None, texts)))

    @property
    def draft(self) -> ChangeDraft:
        """What the calendar shows of it."""
        if self.what is None or self.after is None:
            return ChangeDraft()
        if self.asked:
            return ChangeDraft(None, dict.fromkeys(_marks(self.what, self.after), ASKED))
        return ChangeDraft(self.after, _marks(self.what, self.after))


def work_out(form: ChangeForm, make: Make, moment: datetime) -> Outcome:
    """What comes of the change that `make` gives of the form's fields now. `moment`: that of the edit."""
    base = form.schedule
    try:
        what = make()
        after = with_change(base.plan, what, moment)
    except IncompleteError as error:
        return Outcome(missing=str(error))
    except PlanError as error:
        return Outcome(wrong=str(error))
    facts = [Effect(Severity.INFO, fact) for fact in form.facts(what)]
    return Outcome(what, after, [*facts, *effects(base, after, what)], asked=form.asked())


def _marks(what: ChangeDetail, after: Schedule) -> Mapping[date, tuple[str, ...]]:
    """The days that a change is on, each with what the calendar says on it."""
    match what:
        case Swap(give, take) if give != take:
            named = {give: ("give",), take: ("take",)}
            return {day: words for day, words in named.items() if day is not None}
        case MovedAdmin(day, to) if day != to:
            return {day: ("moved",), to: NOT_SAVED}
        case _:  # an absence is one of the days that it empties, not of the free ones between
            change = after.plan.changes[-1]
            days = (day for first, last in dates_of(what) for day in each_date(first, last))
            return {day: NOT_SAVED for day in days if change in after.changes_on(day)}
