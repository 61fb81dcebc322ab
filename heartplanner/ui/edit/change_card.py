"""Entering a change beside the calendar: its fields, and what it does, before it is saved."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heartplanner.core.words.english import span, weekday_date
from heartplanner.typed import override
from heartplanner.ui.edit.effects_list import EffectsList
from heartplanner.ui.edit.forms.change_form import ChangeForm
from heartplanner.ui.edit.forms.change_outcome import FormKind, Outcome
from heartplanner.ui.edit.forms.form_heading import form_heading
from heartplanner.ui.edit.unsaved import contents
from heartplanner.ui.fields.typed_field import TypedField
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.announce import announce
from heartplanner.ui.widgets.cards import Card
from heartplanner.ui.widgets.item_views import ENTER
from heartplanner.ui.widgets.scroll_areas import FieldScroll

TYPING = "Press Enter to see what this changes."
LEAST_FIELDS = 96
TALLEST = 44
"""Its height in lines of text, at most: on a large screen its buttons stay near its fields."""
WITH_MODIFIER = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class ChangeCard(Card):
    """A form for one kind of entry, which begins with the days of `span` and follows the calendar.

    `saved` hands on what comes of it; `left`: Cancel, or Escape wherever the keys are. `leading`: while the
    form has the calendar go where a date was typed.
    """

    saved = Signal(object)
    left = Signal()

    def __init__(self, kind: FormKind, session: Session, span: tuple[date, date]) -> None:
        super().__init__("")
        self.kind, self._session = kind, session
        self._outcome = Outcome()
        self.leading = False
        self._selection, self._base = session.selection, session.schedule
        self._told = ""
        self._effects = EffectsList()
        form = ChangeForm(session, span, self._changed, self._lead)
        self._form = form
        self._save, self._cancel = QPushButton("Save"), QPushButton("Cancel")
        with form.quiet():
            self._working_out = kind.begin(form)
        self._build()
        self._fields: Sequence[TypedField[object]] = self.findChildren(TypedField)
        for field in self._fields:
            field.textEdited.connect(self._await)
            field.entered.connect(partial(self._enter, field))
        self._work_out()
        self._opened_with = contents(self)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.activated.connect(self.left)
        self.setAccessibleName(kind.title)
        self.set_looks()

    @property
    def ready(self) -> bool:
        """Whether Enter saves: there is something to save, and it is what somebody asked for."""
        return self._outcome.after is not None and self._form.ready

    @property
    def holds_entry(self) -> bool:
        """Whether something would be lost with the form: a change it shows, or what somebody entered."""
        return self._outcome.after is not None or contents(self) != self._opened_with

    def take_typed(self) -> Outcome:
        """Take over what is typed; what comes of all fields then, and nothing where one is wrong."""
        typed = [field for field in self._fields if field.isEnabled() and field.typed]
        return self._outcome if all(field.apply() for field in typed) else Outcome()

    def begin(self) -> None:
        """Show in the calendar what the form begins with, and put the keys into the form."""
        first, last = self._form.first, self._form.last
        days = weekday_date(first) if first == last else span(first, last)
        self._present(f"{self.kind.title}, {days}. ")
        self.resume()

    def resume(self) -> None:
        """Put the keys into the field that one begins with."""
        start = self._form.start_at
        if isinstance(start, TypedField):
            start.select()
        elif start is not None:
            start.setFocus()

    def follow(self) -> None:
        """The calendar has other days chosen, or the plan is another: the form goes along."""
        if self.leading:
            return
        if self._session.selection != self._selection:
            self._selection = self._session.selection
            self._form.ready = True
            self._form.take_chosen(*self._session.span)
        elif self._session.schedule is not self._base:
            self._show()

    def save(self) -> None:
        """Save what was said; what is typed and not taken over yet is said first."""
        if self.take_typed().after:
            self.saved.emit(self._outcome)

    def end(self) -> None:
        """Let go of what is half typed, and free the form."""
        for field in self._fields:
            field.blockSignals(True)  # nobody is to hear of it any more
            field.revert()
        self.hide()
        self.deleteLater()

    def set_looks(self) -> None:
        """Take on colors and size of text."""
        self._effects.set_looks(self._session.theme, self._session.scale)
        self.ensurePolished()  # else the lines are those of another font
        self.setMaximumHeight(TALLEST * self.fontMetrics().lineSpacing())

    def _build(self) -> None:
        inner = QWidget()
        inner.setObjectName("scrolled")
        self._content = column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(8)
        column.addLayout(self._form.rows)
        column.addWidget(self._effects)
        column.addStretch()
        area = FieldScroll()
        area.setWidget(inner)
        area.setMinimumHeight(LEAST_FIELDS)
        self._area = area
        self.add(form_heading(self.kind.title))
        self.add(area, 1)
        self._foot = self._buttons()
        self.add(self._foot)

    def _buttons(self) -> QWidget:
        self._save.setObjectName("primary")
        self._save.clicked.connect(self.save)
        self._cancel.clicked.connect(self.left)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button, stretch in ((self._save, 2), (self._cancel, 1)):
            button.setAutoDefault(True)  # Enter presses the one that the keys are on
            row.addWidget(button, stretch)
        return holder

    def _changed(self) -> None:
        """Somebody changed a field."""
        self._form.ready = True
        self._show()

    def _show(self) -> None:
        """Say what the change does and show it; or why it cannot be, and then it cannot be saved."""
        self._work_out()
        self._present()

    def _present(self, opening: str = "") -> None:
        """Let the calendar show what comes of it, and a screen reader say it."""
        self._session.show_draft(self._outcome.draft)
        QTimer.singleShot(0, self, self._put_warnings)
        self._tell(self._outcome.text, opening)

    def _work_out(self) -> None:
        """Find out what comes of the fields as they are, and say it in the form."""
        self._base = self._session.schedule
        right = all(field.right for field in self._fields if field.isEnabled())
        moment = self._session.store.moment()
        self._outcome = self._working_out(self._base, moment) if right else Outcome()
        self._effects.show_outcome(self._outcome)
        self._save.setEnabled(self._outcome.after is not None)

    def _tell(self, text: str, opening: str) -> None:
        """Let a screen reader say what is other than what it said before."""
        if text != self._told and self.isVisible():
            announce(self, opening + text)
        self._told = text

    def _put_warnings(self) -> None:
        """What asks for care stands first of what follows; where that is scrolled to, above the buttons.

        There it is not overlooked, however little room there is.
        """
        warnings = self._effects.warnings
        width = self._area.viewport().width()
        wanted = self._content.totalHeightForWidth(width)
        inside = self._effects.isAncestorOf(warnings)
        if not inside and not warnings.isHidden():
            wanted += warnings.heightForWidth(width) + self._column.spacing()
        fits = wanted <= self._foot.y() - self._area.y()
        if fits and not inside:
            self._effects.take_warnings()
        elif inside and not fits:
            self._column.insertWidget(self._column.indexOf(self._foot), warnings)
        # Neither do they push the field away that has the keys, nor does what is said below a field.
        for layout in (self._column, self._content):
            layout.activate()
        self._area.keep_keys_in_sight()

    def _await(self) -> None:
        """While one types: what would come of it, which Enter or a click on Save takes over."""
        wrong = any(field.isEnabled() and not field.right for field in self._fields)
        outcome = Outcome() if wrong else self._suppose()
        # What was wrong before one typed, and still is, no Enter mends: the day has no shift.
        refused = bool(outcome.wrong) and outcome.wrong == self._outcome.wrong
        if outcome.after is None and not refused:
            self._effects.show_hint("" if wrong else TYPING)
        else:
            self._effects.show_outcome(outcome)
        self._session.show_draft(outcome.draft)
        QTimer.singleShot(0, self, self._put_warnings)
        self._save.setEnabled(not wrong and not refused)

    def _suppose(self) -> Outcome:
        """What comes of the fields with what is typed in them."""
        with ExitStack() as stack:
            for field in self._fields:
                stack.enter_context(field.supposed())
            return self._working_out(self._session.schedule, self._session.store.moment())

    def _enter(self, field: QWidget) -> None:
        """Enter took over what was typed: after the last field it saves too.

        What comes of it, warnings too, was said while one typed.
        """
        last = [each for each in self._form.fields if each.isEnabled()][-1]
        if field is last and self.ready:
            self.save()

    def _lead(self, day: date) -> None:
        """A date was typed: the calendar goes there."""
        spans = self._outcome.spans
        first, last = next((each for each in spans if each[0] <= day <= each[1]), (day, day))
        self.leading = True
        self._session.choose(first)
        if last != first:
            self._session.choose(last, extend=True)
        self._selection = self._session.selection
        self.leading = False

    @override
    def sizeHint(self) -> QSize:
        """As little as it needs: its fields scroll, and it takes the room that there is."""
        return self.minimumSizeHint()

    @override
    def hasHeightForWidth(self) -> bool:
        return False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._put_warnings)

    @override
    def event(self, event: QEvent) -> bool:
        """The window's keys of one letter, and those that turn its pages, are typed into the form here."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not event.modifiers() & WITH_MODIFIER
            and event.key() != Qt.Key.Key_Escape
            and not Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) not in ENTER:
            event.accept()  # what no field of the form wants is nobody else's
        elif self.ready:
            self.save()
        elif self._outcome.after is not None:
            self._save.setFocus()  # nobody asked for it yet: the next Enter does
        else:
            announce(self, self._told)
