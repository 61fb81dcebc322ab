"""How the window closes: what is entered and not saved is asked about first, its place is remembered."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from heartplanner.ui.edit.change_entry import ChangeEntry
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.message_boxes import chosen
from heartplanner.ui.window.menus.commands import UserActions
from heartplanner.ui.window.views import Views

SAVE, DISCARD, GO_ON = "Save", "Discard", "Go on editing"
USE = "Use this rotation"
FORM_TITLE = "Save this before you close?"
ROTATION_TITLE = "Use the new rotation before you close?"
ROTATION_TEXT = "The rotation that you are writing under Cycle is not in your calendar yet."


def keep_place(window: QWidget, session: Session) -> None:
    """Remember where the window stands and what it shows, for the next start."""
    session.settings.keep(session.habits)
    session.settings.keep_place(window.saveGeometry())
    session.keep_shown()


def may_close(actions: UserActions, views: Views) -> bool:
    """Whether nothing would be lost, or the person wants to close all the same."""
    return (
        _form_may_go(actions.parent, actions.days.entry)
        and _rotation_may_go(actions.parent, views)
        and actions.plans.may_close()
    )


def _form_may_go(parent: QWidget, entry: ChangeEntry) -> bool:
    """Ask about the form that is open, if a change is entered in it."""
    card = entry.card
    if card is None or not card.holds_entry:
        return True
    from heartplanner.ui.edit.unsaved import unsaved_text

    outcome = card.take_typed()
    verbs = [SAVE, DISCARD] if outcome.after else [DISCARD]
    text = unsaved_text(card.kind.title, outcome)
    answer = chosen(parent, FORM_TITLE, text, verbs, GO_ON)
    if answer == SAVE:
        card.save()
    return answer == DISCARD or entry.card is None


def _rotation_may_go(parent: QWidget, views: Views) -> bool:
    """Ask about a rotation that is being written."""
    cycle = views.cycle
    if cycle is None or not cycle.unsaved:
        return True
    verbs = [USE, DISCARD] if cycle.usable else [DISCARD]
    answer = chosen(parent, ROTATION_TITLE, ROTATION_TEXT, verbs, GO_ON)
    if answer == USE:
        cycle.use()
    return answer == DISCARD or not cycle.unsaved
