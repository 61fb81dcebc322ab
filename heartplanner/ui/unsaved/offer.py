"""Offers back, at the start, what was typed and not saved when the program ended."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from heartplanner.core.words.english import long_date, span
from heartplanner.core.words.plain_text import plain_text
from heartplanner.files.disk import FileError
from heartplanner.files.unsaved_forms import UnsavedForm
from heartplanner.ui.edit.change_entry import ChangeEntry
from heartplanner.ui.messages.message_bar import MessageBar
from heartplanner.ui.unsaved.recorder import FormRecorder

LONGEST = 100
"""Characters of what was typed that are said: whoever goes on reads all of it in its field."""
BY_NAME = {"note": "a note", "appointment": "an appointment"}
FORM_OPEN = "Save or cancel the form that is open first. What you were typing is still kept."
NOT_PLACED = "What you were typing does not fit into its form as that is now: {}"
KEPT_AGAIN = "What you type is kept again."
GO_ON, DISCARD, COPY = "Go on", "Discard", "Copy the text"


class UnsavedOffer(QObject):
    """Says it in the message bar, one after the other; nothing is entered before somebody wants to go on.

    `open_form` opens a form that is to be filled; whether it could.
    """

    def __init__(
        self,
        recorder: FormRecorder,
        bar: MessageBar,
        entry: ChangeEntry,
        open_form: Callable[[UnsavedForm], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._recorder, self._bar, self._entry = recorder, bar, entry
        self._open_form = open_form
        self._said, self._trouble, self._refused, self._put_off = "", "", "", False
        recorder.refused.connect(self._say_refused)
        recorder.taken.connect(self._say_taken)
        recorder.unplaced.connect(self._say_unplaced)
        bar.free.connect(self.look)
        bar.closed.connect(self._close)

    def begin(self) -> None:
        """Offer what an earlier run left; or say why that cannot be read."""
        try:
            self._recorder.load()
        except FileError as error:
            self._trouble = f"What you were typing cannot be brought back: {error}."
        self.look()

    def look(self) -> None:
        """Say what is wrong, or offer what is waiting, where nothing else is said."""
        # What the bar says may be that the schedule itself is not saved, with what can be done about it.
        if self._bar.text():
            return
        if self._trouble:
            said, self._trouble = self._trouble, ""
            self._bar.say(said)
        elif self._recorder.waiting and not self._put_off:
            form = self._recorder.waiting[0]
            self._said = offer_text(form)
            self._bar.say(
                self._said,
                (GO_ON, lambda: self._go_on(form)),
                (DISCARD, lambda: self._recorder.discard(form)),
            )

    def _go_on(self, form: UnsavedForm) -> None:
        card = self._entry.card
        if form.days and card is not None and card.holds_entry:
            self._bar.say(FORM_OPEN)  # once that is closed, this is offered again
            return
        self._recorder.put_back(form)
        if not self._open_form(form):
            self._recorder.keep_waiting(form)

    def _say_refused(self, why: str) -> None:
        self._trouble = self._refused = why
        self.look()

    def _say_taken(self) -> None:
        """What was said to be wrong is so no more; what nobody was told of yet is not said at all."""
        if self._trouble == self._refused:
            self._trouble = ""
        elif self._bar.text() in ("", self._refused):
            self._bar.say(KEPT_AGAIN)

    def _say_unplaced(self, form: UnsavedForm) -> None:
        """It is neither thrown away nor put where it does not belong."""
        self._said = NOT_PLACED.format(quoted(form.text))
        self._bar.say(
            self._said,
            (COPY, lambda: self._copy(form)),
            (DISCARD, lambda: self._recorder.discard(form)),
        )

    def _copy(self, form: UnsavedForm) -> None:
        QGuiApplication.clipboard().setText(form.text)
        self._recorder.discard(form)

    def _close(self, text: str) -> None:
        """Closed without an answer: it is offered at the next start."""
        if text == self._said:
            self._put_off = True


def offer_text(form: UnsavedForm) -> str:
    """What was typed where, in a sentence: You were typing a note for Friday, December 4, 2026: "..."."""
    what = BY_NAME.get(form.form, f"under {form.title}")
    days = ""
    if form.days:
        first, last = form.days
        days = f" for {long_date(first) if first == last else span(first, last)}"
    return f"You were typing {what}{days}: {quoted(form.text)}"


def quoted(text: str) -> str:
    """What was typed, in one line; the beginning of what is long."""
    line = plain_text(text)
    return f'"{line}"' if len(line) <= LONGEST else f'"{line[:LONGEST].rstrip()}..."'
