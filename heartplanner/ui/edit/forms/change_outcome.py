"""What a form is for, and what comes of it: the schedule with it, what follows, or what is amiss."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import NamedTuple

from heartplanner.core.edits.edits import with_change
from heartplanner.core.edits.swaps import ask_swap
from heartplanner.core.explain.changes.change_effects import Effect, effects
from heartplanner.core.explain.changes.change_titles import change_title
from heartplanner.core.plan.change import ChangeDetail, MovedAdmin, Swap, dates_of
from heartplanner.core.plan.model import PlanError, each_date
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import sentence_case
from heartplanner.ui.edit.forms.change_fields import CHANGE_FIELDS, Make
from heartplanner.ui.edit.forms.change_form import ChangeForm, IncompleteError
from heartplanner.ui.edit.forms.change_kinds import ChangeKind
from heartplanner.ui.session import ChangeDraft

ASKED = ("only asked", "asked")
NOT_SAVED = ("not saved", "unsaved", "new")


class Outcome(NamedTuple):
    """The schedule with what is entered, where there is one.

    `effects`: its consequences, warnings first; `missing`: what is still to be entered; `wrong`: why it
    cannot be. `name`: what undo calls it; `spans`: the days that it is about; `marks`: those on which the
    calendar shows it, each with what it says there.
    """

    after: Schedule | None = None
    effects: Sequence[Effect] = ()
    missing: str = ""
    wrong: str = ""
    name: str = ""
    spans: Sequence[tuple[date, date]] = ()
    marks: Mapping[date, tuple[str, ...]] = {}

    @property
    def text(self) -> str:
        """All of it in sentences, for a screen reader."""
        texts = [*(effect.text for effect in self.effects), self.missing]
        texts += [f"{self.wrong}."] if self.wrong else []
        return " ".join(map(sentence_case, filter(None, texts)))

    @property
    def draft(self) -> ChangeDraft:
        """What the calendar shows of it."""
        return ChangeDraft() if self.after is None else ChangeDraft(self.after, self.marks)


WorkOut = Callable[[Schedule, datetime], Outcome]
"""What comes of the fields as they are now, on a schedule; the moment is that of the edit."""


class FormKind(NamedTuple):
    """What a form is for. `begin` adds its fields, and gives what works out what comes of them."""

    id: str
    title: str
    begin: Callable[[ChangeForm], WorkOut]


def form_of(kind: ChangeKind) -> FormKind:
    """The form of a kind of change."""

    def begin(form: ChangeForm) -> WorkOut:
        return partial(work_out, form, CHANGE_FIELDS[kind.id](form))

    return FormKind(kind.id, kind.title, begin)


def work_out(form: ChangeForm, make: Make, base: Schedule, moment: datetime) -> Outcome:
    """What comes of the change that `make` gives now, on this schedule. `moment`: that of the edit."""
    try:
        what = make()
        after = with_change(base.plan, what, moment)
    except IncompleteError as error:
        return Outcome(missing=str(error))
    except PlanError as error:
        return Outcome(wrong=str(error))
    outcome = Outcome(
        after,
        [*form.facts(what), *effects(base, after, what)],
        name=change_title(after.plan.changes[-1], form.display),
        spans=dates_of(what),
        marks=_marks(what, after),
    )
    if isinstance(what, Swap) and form.asked():
        return _only_asked(outcome, Schedule(ask_swap(base.plan, what, moment)))
    return outcome


def _only_asked(agreed: Outcome, asked: Schedule) -> Outcome:
    """A swap that would have this outcome, while the calendar stays as it is."""
    marks = dict.fromkeys(agreed.marks, ASKED)
    return agreed._replace(after=asked, name=f"{agreed.name}, only asked", marks=marks)


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
