"""The form that is open beside the calendar, if one is: it is opened, saved, or taken away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from heartplanner.ui.edit.forms.change_kinds import change_kind
from heartplanner.ui.fields.named_form import name_form
from heartplanner.ui.session import Session
from heartplanner.ui.view_list import View, view_spec

if TYPE_CHECKING:
    from heartplanner.ui.edit.change_card import ChangeCard
    from heartplanner.ui.edit.forms.change_outcome import FormKind, Outcome


class ChangeEntry(QObject):
    """Opens forms and saves what is entered in them; whoever shows them follows its signals."""

    opened = Signal(object)
    """The ChangeCard to show; it takes the keys once it is begun."""
    resumed = Signal()
    """The form that is open was asked for again."""
    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._chosen = session.selection
        self.card: ChangeCard | None = None
        session.shown_changed.connect(self._follow)
        session.store.plan_changed.connect(lambda _: self._follow())
        session.looks_changed.connect(self._take_looks)

    def begin(self, kind_id: str, span: tuple[date, date]) -> None:
        """Open the form of this kind of change on the days; one of another kind gives way to it."""
        # Forms are loaded when one is first wanted: the first picture is not to wait for them.
        from heartplanner.ui.edit.forms.change_outcome import form_of

        self.open(form_of(change_kind(kind_id)), span)

    def open(self, kind: FormKind, span: tuple[date, date]) -> None:
        """Open a form on the days, in place of another one; the one that is open is resumed."""
        from heartplanner.ui.edit.change_card import ChangeCard

        session = self._session
        if not view_spec(session.view).days:
            session.show_view(View.MONTH)
        if self.card is not None and self.card.kind.id == kind.id:  # a key pressed twice
            self.resumed.emit()
            self.card.resume()
            return
        start = session.plan.start
        first, last = (max(day, start) for day in span)
        self._chosen = session.selection
        card = ChangeCard(kind, session, (first, last))
        name_form(card, kind.id, kind.title)
        self._take_away()
        self.card = card
        card.saved.connect(self._save)
        card.left.connect(self.leave)
        self.opened.emit(card)
        card.begin()

    def take_enter(self) -> bool:
        """Enter in the calendar saves what is ready, or leads to the form; whether one is open."""
        if self.card is None:
            return False
        if self.card.ready:
            self.card.save()
        else:
            self.card.resume()
        return True

    def leave(self) -> None:
        """Take the form away: nothing was changed."""
        if self._take_away():
            self._session.show_draft(None)
            self._choose_again()
            self.closed.emit()

    def _save(self, outcome: Outcome) -> None:
        self._take_away()
        assert outcome.after is not None  # only then it can be saved
        self._session.store.change(outcome.name, outcome.after)
        self._session.show_draft(None)
        self.closed.emit()

    def _take_away(self) -> bool:
        """Free the open form; whether there was one."""
        card, self.card = self.card, None
        if card is not None:
            card.end()
        return card is not None

    def _choose_again(self) -> None:
        """Choose the days that a person chose, where a date that was typed led to others."""
        if self._session.selection != self._chosen:
            first, last, current = self._chosen
            self._session.choose(last if current == first else first)
            if first != last:
                self._session.choose(current, extend=True)

    def _follow(self) -> None:
        if self.card is not None:
            if not self.card.leading:
                self._chosen = self._session.selection
            self.card.follow()

    def _take_looks(self) -> None:
        if self.card is not None:
            self.card.set_looks()
