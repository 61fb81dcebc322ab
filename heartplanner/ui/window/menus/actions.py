"""Everything the window can do, in one table: its words, its keys, its icon, its menu.

What an action does stands in `commands.py`.
"""

from __future__ import annotations

from typing import NamedTuple

from heartplanner.ui.edit.forms.change_kinds import CHANGE_KINDS, ChangeKind
from heartplanner.ui.view_list import VIEWS, ViewSpec


class Spec(NamedTuple):
    """One action: `id` is the window's name for it; `menu` where it stands ("-" before: after a line)."""

    id: str
    text: str
    keys: tuple[str, ...]
    menu: str
    icon: str = ""
    checkable: bool = False


def _change(kind: ChangeKind) -> Spec:
    return Spec(kind.id, kind.text, (kind.key,), f"{'-' * kind.line}&Day", kind.id)


def _view(view: ViewSpec) -> Spec:
    return Spec(view.id, view.text, (view.key,), "&View", view.id, checkable=True)


MENUS = ("&File", "&Edit", "&Day", "&View", "&Help")

ACTIONS = (
    Spec("phone", "Put it on my p&hone", ("Ctrl+S", "Ctrl+E"), "&File", "export"),
    Spec("wifi", "S&end it by Wi-Fi...", ("Ctrl+Shift+P",), "&File", "wifi"),
    Spec("contents", "Ca&lendar options...", ("Ctrl+Shift+G",), "&File"),
    Spec("changed", "&What your phone doesn't have yet...", ("Ctrl+Shift+E",), "&File"),
    Spec("publish", "S&ync with iCloud or another account", ("Ctrl+Shift+K",), "&File"),
    Spec("print", "Pr&int...", ("Ctrl+P",), "-&File", "print"),
    Spec("open", "&Open a schedule...", ("Ctrl+O",), "-&File", "open"),
    Spec("copy", "Save a &copy...", ("Ctrl+Shift+S",), "&File", "copy"),
    Spec("restore", "&Restore an earlier copy...", ("Ctrl+Shift+R",), "&File", "restore"),
    Spec("new-rotation", "&New rotation", ("Ctrl+N",), "-&File"),
    Spec("rotation-roster", "My rotation &from a roster...", ("Ctrl+Shift+N",), "&File"),
    Spec("confirm", "&This is my rotation", ("Ctrl+Return",), "&File"),
    Spec("check-roster", "Chec&k a roster...", ("Ctrl+Shift+C",), "&File"),
    Spec("people", "Collea&gues...", ("Ctrl+L",), "&File"),
    Spec("calendars", "Other c&alendars...", ("Ctrl+Shift+O",), "&File"),
    Spec("first-steps", "First &steps...", ("Ctrl+Shift+F",), "&File"),
    Spec("preferences", "&Preferences...", ("Ctrl+,",), "-&File"),
    Spec("quit", "&Quit", ("Ctrl+Q",), "-&File"),
    Spec("undo", "&Undo", ("Ctrl+Z",), "&Edit", "undo"),
    Spec("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "&Edit", "redo"),
    Spec("ask", "&Ask the calendar", ("Ctrl+K",), "-&Edit"),
    Spec("find", "&Find in the list...", ("Ctrl+F",), "-&Edit", "find"),
    Spec("milestones", "Reminder &dates...", ("Ctrl+M",), "-&Edit", "milestone"),
    Spec("holidays", "&Holidays...", ("Ctrl+H",), "&Edit"),
    *map(_change, CHANGE_KINDS),
    Spec("appointment", "A&ppointment...", ("P",), "-&Day", "appointment"),
    Spec("change-appointment", "&Change an appointment...", ("Shift+P",), "&Day"),
    Spec("remove", "Take &back a change", ("Del",), "-&Day", "remove"),
    *map(_view, VIEWS),
    Spec("hours-book", "&Hours...", ("Ctrl+Shift+H",), "-&View"),
    Spec("swaps-book", "S&waps...", ("Ctrl+Shift+W",), "&View"),
    Spec("previous", "&Earlier", ("PgUp", "Left"), "-&View", "previous"),
    Spec("today", "&Today", ("Home", "T"), "&View", "today"),
    Spec("next", "L&ater", ("PgDown", "Right"), "&View", "next"),
    Spec("go-to", "&Go to a date...", ("Ctrl+G",), "&View"),
    Spec("zoom-in", "Larger te&xt", ("Ctrl++", "Ctrl+="), "-&View", "zoom-in"),
    Spec("zoom-out", "&Smaller text", ("Ctrl+-",), "&View", "zoom-out"),
    Spec("zoom-reset", "&Normal size", ("Ctrl+0",), "&View"),
    Spec("theme", "Light or &dark...", ("Ctrl+Shift+L",), "&View"),
    Spec("panel", "Side &panel", ("F9",), "-&View", checkable=True),
    Spec("help", "&Help", ("F1",), "&Help", "help"),
    Spec("releases", "Is there a newer &version?", ("Ctrl+Shift+V",), "&Help"),
    Spec("about", "&About Heart Planner", ("Shift+F1",), "&Help"),
)
