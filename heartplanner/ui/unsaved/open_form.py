"""A form that the keys came to: what in it was typed since, and is not saved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from heartplanner.files.unsaved_forms import MOST_FIELDS, Entered, FieldKind, UnsavedForm
from heartplanner.ui.fields.named_form import form_name, form_title, may_hold
from heartplanner.ui.fields.typed_field import TypedField
from heartplanner.ui.unsaved.form_fields import Fields, FormField, entered, fields_of, fill


class OpenForm:
    """`typed_in`: the field that a person typed into last; `refused`: what it held when saving failed."""

    def __init__(self, form: QWidget) -> None:
        self.form = form
        self.typed_in: FormField | None = None
        self.refused: UnsavedForm | None = None
        self._fields: Fields = {}
        self._before: dict[str, Entered] = {}
        self._opened_with: set[str] = set()

    def new_fields(self) -> list[FormField]:
        """The fields that were made since it was looked at last: what stands in them was not typed."""
        known = set(self._fields.values())
        self._fields = fields_of(self.form)
        new = {name: field for name, field in self._fields.items() if field not in known}
        self._before |= {name: entered(name, field) for name, field in new.items()}
        self._opened_with = self._opened_with or set(new)
        return list(new.values())

    def unsaved(self, days: tuple[date, date] | None) -> UnsavedForm | None:
        """What would be lost with it now; None where nothing is typed. `days`: those that it is about."""
        if not Shiboken.isValid(self.form) or not may_hold(self.form):
            return None
        there = {name: field for name, field in self._fields.items() if Shiboken.isValid(field)}
        now = [entered(name, field) for name, field in there.items()]
        other = tuple(one for one in now if one != self._before.get(one.name))
        typed = [one for one in other if one.text and self._is_typed(one, there[one.name])]
        if not typed:
            return None
        last = [one for one in typed if there[one.name] is self.typed_in] or typed
        name = last[-1].name
        return UnsavedForm(
            form_name(self.form), form_title(self.form), days, name, self._kept(now, name)
        )

    def fill(self, wanted: UnsavedForm) -> bool:
        """Enter what was not saved once more; where not all of it can stand there, nothing of it does."""
        self.typed_in = self._fields.get(wanted.typed_in)
        before = [entered(name, field) for name, field in self._fields.items()]
        if fill(self._fields, wanted.fields, wanted.typed_in):
            return True
        fill(self._fields, before, "")
        self.typed_in = None
        return False

    def _kept(self, now: Sequence[Entered], typed_in: str) -> tuple[Entered, ...]:
        """What is to stand in the form again, at most so much as is kept.

        It is all that the form opened with: by the day and the days chosen it may open with something else
        the next time. What came into it later comes again with what brought it, unless somebody changed it.
        """
        other = [one for one in now if one != self._before.get(one.name)]
        same = [one for one in now if one not in other and one.name in self._opened_with]
        # What was typed last counts most, then what else was changed.
        first = sorted([*other, *same], key=lambda one: (one.name != typed_in, one in same))
        kept = set(first[:MOST_FIELDS])
        return tuple(one for one in now if one in kept)

    def _is_typed(self, one: Entered, field: FormField) -> bool:
        """Whether a person typed it: dates and hours also follow the calendar and one another."""
        if one.kind is not FieldKind.TEXT:
            return False
        return field is self.typed_in or not isinstance(field, TypedField)
