"""A form that the keys came to: what in it was typed since, and is not saved."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from heartplanner.files.unsaved_forms import Entered, FieldKind, UnsavedForm
from heartplanner.ui.fields.typed_field import TypedField
from heartplanner.ui.unsaved.form_fields import Fields, FormField, entered, fields_of, fill
from heartplanner.ui.widgets.named_form import form_name, form_title, may_hold


class OpenForm:
    """`typed_in`: the field that a person typed into last."""

    def __init__(self, form: QWidget) -> None:
        self.form = form
        self.typed_in: FormField | None = None
        self._fields: Fields = {}
        self._before: dict[str, Entered] = {}

    def new_fields(self) -> list[FormField]:
        """The fields that were made since it was looked at last: what stands in them was not typed."""
        known = set(self._fields.values())
        self._fields = fields_of(self.form)
        new = {name: field for name, field in self._fields.items() if field not in known}
        self._before |= {name: entered(name, field) for name, field in new.items()}
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
        return UnsavedForm(form_name(self.form), form_title(self.form), days, last[-1].name, other)

    def fill(self, wanted: UnsavedForm) -> bool:
        """Enter what was not saved once more; whether each text has a field."""
        self.typed_in = self._fields.get(wanted.typed_in)
        return not fill(self._fields, wanted.fields, wanted.typed_in)

    def _is_typed(self, one: Entered, field: FormField) -> bool:
        """Whether a person typed it: dates and hours also follow the calendar and one another."""
        if one.kind is not FieldKind.TEXT:
            return False
        return field is self.typed_in or not isinstance(field, TypedField)
