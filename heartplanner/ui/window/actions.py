"""Everything the window can do, in one table: its words, its keys, its icon, its menu.

What an action does stands in `commands.py`.
"""

from __future__ import annotations

from typing import NamedTuple

from heartplanner.ui.edit.change_kinds import CHANGE_KINDS, ChangeKind
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


MENUS = ("&Plan", "&Edit", "&Day", "&View", "&Help")

ACTIONS = (
    Spec("phone", "&Put it on my phone...", ("Ctrl+S", "Ctrl+E"), "&Plan", "export"),
    Spec("wifi", "S&end it by Wi-Fi...", ("Ctrl+Shift+P",), "&Plan", "wifi"),
    Spec("contents", "What &goes into it...", ("Ctrl+Shift+G",), "&Plan"),
    Spec("changed", "&What changed on the phone...", ("Ctrl+Shift+E",), "&Plan"),
    Spec("publish", "&Keep a calendar in step...", ("Ctrl+Shift+K",), "&Plan"),
    Spec("print", "P&rint...", ("Ctrl+P",), "-&Plan", "print"),
    Spec("open", "&Open a plan...", ("Ctrl+O",), "-&Plan", "open"),
    Spec("copy", "Save a &copy...", ("Ctrl+Shift+S",), "&Plan", "copy"),
    Spec("restore", "&Restore an earlier version...", ("Ctrl+Shift+R",), "&Plan", "restore"),
    Spec("confirm", "&This is my rotation", ("Ctrl+Return",), "-&Plan"),
    Spec("first-steps", "First &steps...", ("Ctrl+Shift+F",), "&Plan"),
    Spec("quit", "&Quit", ("Ctrl+Q",), "-&Plan"),
    Spec("undo", "&Undo", ("Ctrl+Z",), "&Edit", "undo"),
    Spec("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "&Edit", "redo"),
    Spec("find", "&Find in the list...", ("Ctrl+F",), "-&Edit", "find"),
    Spec("milestones", "&Milestones...", ("Ctrl+M",), "-&Edit", "milestone"),
    Spec("holidays", "&Holidays...", ("Ctrl+H",), "&Edit"),
    Spec("preferences", "&Preferences...", ("Ctrl+,",), "-&Edit"),
    *map(_change, CHANGE_KINDS),
    Spec("remove", "Take &back a change...", ("Del",), "-&Day", "remove"),
    *map(_view, VIEWS),
    Spec("previous", "&Previous", ("Left", "PgUp"), "-&View", "previous"),
    Spec("today", "&Today", ("Home", "T"), "&View", "today"),
    Spec("next", "&Next", ("Right", "PgDown"), "&View", "next"),
    Spec("go-to", "&Go to a date...", ("Ctrl+G",), "&View"),
    Spec("zoom-in", "Larger te&xt", ("Ctrl++", "Ctrl+="), "-&View", "zoom-in"),
    Spec("zoom-out", "S&maller text", ("Ctrl+-",), "&View", "zoom-out"),
    Spec("zoom-reset", "Text as it &was", ("Ctrl+0",), "&View"),
    Spec("help", "&Help", ("F1",), "&Help", "help"),
    Spec("about", "&About Heart Planner", ("Shift+F1",), "&Help"),
)
