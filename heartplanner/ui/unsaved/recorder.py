"""Keeps what is typed and not saved in a private file, so that little is lost however the program ends."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import Shiboken

from heartplanner.files import disk, unsaved_forms
from heartplanner.files.disk import FileError
from heartplanner.files.unsaved_forms import UnsavedForm
from heartplanner.ui.edit.change_card import ChangeCard
from heartplanner.ui.fields.named_form import form_around, form_name
from heartplanner.ui.session import Session
from heartplanner.ui.unsaved.form_fields import FormField
from heartplanner.ui.unsaved.open_form import OpenForm

REST, PACE = 300, 1000
"""Milliseconds without a key after which is written, and those between two writes while one types on."""
REFUSED = "What you type is not kept until you save it: {}."


class FormRecorder(QObject):
    """Follows the keys from form to form, in all windows of the program.

    `waiting`: what an earlier run left; it stays in the file until it is discarded, or in its form again.
    """

    refused = Signal(str)
    """The disk takes nothing: why, in a sentence, and only once for as long as that is so."""
    taken = Signal()
    """The disk takes what is typed again."""
    unplaced = Signal(object)
    """An UnsavedForm that could not be put back into its form; it is waiting again."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.waiting: list[UnsavedForm] = []
        self._open: list[OpenForm] = []
        self._not_saved: list[UnsavedForm] = []
        session.store.save_failed.connect(lambda _: self._keep_refused())
        session.store.saved.connect(lambda _: self._forget_refused())
        self._wanted: UnsavedForm | None = None
        self._written: tuple[UnsavedForm, ...] = ()
        self._is_refused = self._is_paused = self._is_closed = False
        self._rest, self._pace = (
            QTimer(self, singleShot=True, interval=interval) for interval in (REST, PACE)
        )
        for timer in (self._rest, self._pace):
            timer.timeout.connect(self.write)

    def load(self) -> None:
        """Take what an earlier run left. Raises FileError."""
        self._written = unsaved_forms.load(self._session.store.path)
        self.waiting = list(self._written)

    def follow(self, app: QApplication) -> None:
        """Keep what is typed from now on."""
        app.focusChanged.connect(self._move)
        self.reach(app.focusWidget())

    def put_back(self, form: UnsavedForm) -> None:
        """Fill this form as soon as it is opened."""
        self.waiting.remove(form)
        if self._wanted is not None:  # it was never opened
            self.waiting.append(self._wanted)
        self._wanted = form

    def keep_waiting(self, form: UnsavedForm) -> None:
        """Take back a form that cannot be opened, or not be filled with all of it."""
        self._wanted = None
        self.waiting.insert(0, form)
        self.unplaced.emit(form)

    def discard(self, form: UnsavedForm) -> None:
        self.waiting.remove(form)
        self.write()

    def write(self) -> None:
        """Write what is not saved now, if that is other than what was written."""
        if self._is_closed or self._is_paused:
            return
        self._rest.stop()
        self._pace.stop()
        now = filter(None, (opened.unsaved(self._days_of(opened.form)) for opened in self._open))
        wanted = [self._wanted] if self._wanted else []
        forms = (*now, *self._not_saved, *wanted, *self.waiting)
        if forms == self._written:
            return
        try:
            unsaved_forms.save(self._session.store.path, forms)
        except FileError as error:
            self._refuse(error)
        else:
            self._written = forms
            if self._is_refused:
                self._is_refused = False
                self.taken.emit()

    def pause(self) -> None:
        """Write, and let that be until somebody types: forms that are gone now, nobody left on purpose."""
        self.write()
        self._is_paused = True

    def resume(self) -> None:
        self._is_paused = False

    def close(self, *, left: bool) -> None:
        """The program ends: write for the last time. `left`: whatever is open is left on purpose."""
        if left:
            self._open.clear()
        self.write()
        # Forms that go with their windows from now on are not left by anybody.
        self._is_closed = True

    def _days_of(self, form: QWidget) -> tuple[date, date] | None:
        is_about_days = Shiboken.isValid(form) and isinstance(form, ChangeCard)
        return self._session.span if is_about_days else None

    def _refuse(self, error: FileError) -> None:
        if not self._is_refused:
            self._is_refused = True
            self.refused.emit(REFUSED.format(disk.cause(error)))

    def _move(self, _from: QWidget | None, to: QWidget | None) -> None:
        self.reach(to)

    def reach(self, widget: QWidget | None) -> None:
        """The keys came to a widget: the form around it is looked at before anything is typed."""
        form = form_around(widget)
        if form is None or self._is_closed:
            return
        opened = next((one for one in self._open if one.form is form), None)
        if opened is None:
            opened = OpenForm(form)
            self._open.insert(0, opened)
            form.destroyed.connect(partial(self._leave, opened))
        for field in opened.new_fields():
            self._watch(opened, field)
        if self._wanted and self._wanted.form == form_name(form):
            # Once it is open: whoever opens it may still fill it.
            QTimer.singleShot(0, form, partial(self._fill, opened))

    def _watch(self, opened: OpenForm, field: FormField) -> None:
        match field:
            case QLineEdit():
                field.textChanged.connect(lambda _: self._await())
                field.textEdited.connect(lambda _: self._type(opened, field))
            case QPlainTextEdit():
                field.textChanged.connect(lambda: self._type(opened, field))
            case QComboBox():
                field.currentIndexChanged.connect(lambda _: self._await())
            case QAbstractButton():
                field.toggled.connect(lambda _: self._await())

    def _type(self, opened: OpenForm, field: FormField) -> None:
        if field.hasFocus():
            opened.typed_in = field
            self.resume()
        self._await()

    def _await(self) -> None:
        """Something in a form is other than before: write it once the keys rest, or once it is time."""
        if self._is_closed:
            return
        self._rest.start()
        if not self._pace.isActive():
            self._pace.start()

    def _fill(self, opened: OpenForm) -> None:
        wanted = self._wanted
        if wanted is None or not Shiboken.isValid(opened.form):
            return
        self._wanted = None
        # What somebody typed there meanwhile is not written over.
        if opened.unsaved(None):
            self.keep_waiting(wanted)
        elif not opened.fill(wanted):
            if isinstance(opened.form, ChangeCard):
                # It would be about these days all the same, and one Enter would save that.
                opened.form.left.emit()
            self.keep_waiting(wanted)
        self.write()

    def _keep_refused(self) -> None:
        """The schedule cannot be saved: a form that goes now is not saved by that."""
        for opened in self._open:
            opened.refused = opened.unsaved(self._days_of(opened.form))

    def _forget_refused(self) -> None:
        self._not_saved.clear()
        for opened in self._open:
            opened.refused = None
        self.write()

    def _leave(self, opened: OpenForm, *_form: object) -> None:
        """A form is gone: what stood in it was saved, left on purpose, or refused by the disk."""
        if not (self._is_closed or self._is_paused) and Shiboken.isValid(self):
            self._open.remove(opened)
            if opened.refused:
                self._not_saved.insert(0, opened.refused)
            self.write()
