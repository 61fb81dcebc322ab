"""The fields of a form, whatever form it is: read as texts, and filled again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from heartplanner.files.unsaved_forms import Entered, FieldKind, field_name, printable
from heartplanner.ui.fields.named_form import form_around, is_left_out
from heartplanner.ui.fields.typed_field import TypedField

FormField = QLineEdit | QPlainTextEdit | QComboBox | QAbstractButton
ON = "on"
Fields = Mapping[str, FormField]
"""A form's fields by their names, in the order in which the form was made."""


def fields_of(form: QWidget) -> Fields:
    """What one types into, chooses from or ticks in a form; of passwords nothing is kept."""
    labels = {label.buddy(): label.text() for label in form.findChildren(QLabel)}
    named: dict[str, FormField] = {}
    for field in _all_fields(form):
        named[_unused(field_name(_words(field, labels)), named)] = field
    return named


def entered(name: str, field: FormField) -> Entered:
    """What stands in a field."""
    match field:
        case QComboBox():
            return Entered(FieldKind.CHOICE, name, printable(field.currentText()))
        case QAbstractButton():
            return Entered(FieldKind.TICK, name, ON if field.isChecked() else "")
        case QPlainTextEdit():
            return Entered(FieldKind.TEXT, name, printable(field.toPlainText()))
        case QLineEdit():
            return Entered(FieldKind.TEXT, name, printable(field.text()))


def fill(fields: Fields, wanted: Iterable[Entered], typed_in: str) -> bool:
    """Enter all of it again; whether all of it stands there then.

    What was typed last, in the field of the name `typed_in`, is left as half typed as it was: no value is
    taken over of it, and the keys are put behind it.
    """
    wanted = list(wanted)
    # A field that follows another one may be changed with that: the second time it stays as it was.
    for _ in range(2):
        _put_all(fields, wanted, typed_in)
    _put_keys_behind(fields.get(typed_in))
    return all(_stands(fields.get(one.name), one) for one in wanted)


def _put_all(fields: Fields, wanted: Iterable[Entered], typed_in: str) -> None:
    # Choices and ticks first, which other fields follow; among texts those that are dates and hours.
    for one in sorted(wanted, key=lambda one: _turn(one, fields, typed_in)):
        field = fields.get(one.name)
        if field is not None and not _stands(field, one):
            _put(field, one, taken_over=one.name != typed_in)


def _stands(field: FormField | None, wanted: Entered) -> bool:
    """Whether a field says this; there may be no such field any more."""
    if field is None:
        return False
    text = entered(wanted.name, field).text
    return text == wanted.text or (isinstance(field, TypedField) and field.says(wanted.text))


def _all_fields(form: QWidget) -> Iterator[FormField]:
    # A dialog that stands over a form's is a child of it, and a form of its own or none.
    for widget in (one for one in form.findChildren(QWidget) if form_around(one) is form):
        match widget:
            case QLineEdit() if widget.echoMode() == QLineEdit.EchoMode.Normal:
                yield from () if widget.isReadOnly() else (widget,)
            case QPlainTextEdit():
                yield from () if widget.isReadOnly() else (widget,)
            case QComboBox() if not is_left_out(widget):
                yield widget
            case QAbstractButton() if widget.isCheckable():
                yield widget


def _words(field: FormField, labels: Mapping[QWidget, str]) -> str:
    """What a person reads beside a field, or else on it."""
    parent = field.parentWidget()
    # The line that one types a number into is a part of the field that has the label.
    labelled = parent if isinstance(parent, QAbstractSpinBox) else field
    written = field.text() if isinstance(field, QAbstractButton) else ""
    words = labels.get(labelled) or labelled.accessibleName() or written
    return words.replace("&", "") or type(labelled).__name__


def _unused(name: str, named: Mapping[str, object]) -> str:
    """A name that no field has yet: the second "Name" is "Name 2"."""
    number = 1
    while (numbered := name if number == 1 else f"{name} {number}") in named:
        number += 1
    return numbered


def _turn(one: Entered, fields: Fields, typed_in: str) -> int:
    if one.kind is not FieldKind.TEXT:
        return 0
    if one.name == typed_in:
        return 3
    return 1 if isinstance(fields.get(one.name), TypedField) else 2


def _put(field: FormField, wanted: Entered, *, taken_over: bool) -> None:
    match field:
        case QComboBox():
            if (place := field.findText(wanted.text)) >= 0:
                field.setCurrentIndex(place)
        case QAbstractButton():
            field.setChecked(wanted.text == ON)
        case QPlainTextEdit():
            field.setPlainText(wanted.text)
        case QLineEdit():
            _type(field, wanted.text, taken_over=taken_over)


def _put_keys_behind(field: FormField | None) -> None:
    """Let one go on with what stands in a field."""
    if isinstance(field, QLineEdit | QPlainTextEdit):
        field.setFocus()
    if isinstance(field, QLineEdit):
        field.end(False)
    elif isinstance(field, QPlainTextEdit):
        field.moveCursor(QTextCursor.MoveOperation.End)


def _type(line: QLineEdit, text: str, *, taken_over: bool) -> None:
    """Let a line have a text as if it were typed there."""
    line.setText(text)
    parent = line.parentWidget()
    if isinstance(parent, QAbstractSpinBox):
        parent.interpretText()
        return
    line.textEdited.emit(text)
    if taken_over and isinstance(line, TypedField):
        line.apply()
