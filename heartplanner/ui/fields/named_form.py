"""Which form a field stands in: forms have a name by which they can be opened again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

Field = TypeVar("Field", bound=QWidget)
FORM, TITLE, HOLDS, LEFT_OUT = "form", "form_title", "form_holds", "form_left_out"
"""The properties of a form's widget."""


def name_form(
    form: QWidget, name: str, title: str = "", holds: Callable[[], bool] | None = None
) -> None:
    """Let what is typed in this widget be kept until it is saved.

    `name` is what opens it again, an action of the menus or a kind of change; `title` what a person reads
    above it, if that is not the title of its window. `holds`: whether something in it is not saved; where
    it is not given, other words are enough.
    """
    for key, value in ((FORM, name), (TITLE, title or form.windowTitle()), (HOLDS, holds)):
        form.setProperty(key, value)


def left_out(field: Field) -> Field:
    """Let this be no field of the form that it stands in: it only chooses what the form shows."""
    field.setProperty(LEFT_OUT, True)
    return field


def is_left_out(field: QWidget) -> bool:
    return bool(field.property(LEFT_OUT))


def form_name(form: QWidget) -> str:
    """The name of a form; "" of a widget that is none."""
    return str(form.property(FORM) or "")


def form_title(form: QWidget) -> str:
    return str(form.property(TITLE))


def may_hold(form: QWidget) -> bool:
    """Whether something in a form may be not saved, as far as the form itself can tell."""
    holds = form.property(HOLDS)
    return holds is None or bool(holds())


def form_around(widget: QWidget | None) -> QWidget | None:
    """The innermost form that a widget stands in, or is; None outside of forms."""
    while widget is not None and not form_name(widget):
        # A dialog's own parent is the window that it stands over, which is no part of it.
        widget = None if widget.isWindow() else widget.parentWidget()
    return widget
