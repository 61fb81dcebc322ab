"""Everything the window can do, in one table: its words, its keys, its icon, its menu."""

from __future__ import annotations

from typing import NamedTuple


class Spec(NamedTuple):
    """One action: `id` is the window's name for it; `menu` where it stands ("-" before: after a line)."""

    id: str
    text: str
    keys: tuple[str, ...]
    menu: str
    icon: str = ""
    checkable: bool = False


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
    Spec("quit", "&Quit", ("Ctrl+Q",), "-&Plan"),
    Spec("undo", "&Undo", ("Ctrl+Z",), "&Edit", "undo"),
    Spec("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "&Edit", "redo"),
    Spec("find", "&Find in the list...", ("Ctrl+F",), "-&Edit", "find"),
    Spec("milestones", "&Milestones...", ("Ctrl+M",), "-&Edit", "milestone"),
    Spec("holidays", "&Holidays...", ("Ctrl+H",), "&Edit"),
    Spec("preferences", "&Preferences...", ("Ctrl+,",), "-&Edit"),
    Spec("leave", "&Leave...", ("L",), "&Day", "leave"),
    Spec("sick", "&Sick...", ("K",), "&Day", "sick"),
    Spec("called-off", "&Called off...", ("O",), "&Day", "called-off"),
    Spec("swap", "S&wap...", ("S",), "-&Day", "swap"),
    Spec("extra", "&Extra shift...", ("E",), "&Day", "extra"),
    Spec("hours", "Other &hours...", ("H",), "&Day", "hours"),
    Spec("admin", "Move &admin...", ("A",), "&Day", "admin"),
    Spec("training", "&Training...", ("R",), "&Day", "training"),
    Spec("note", "&Note...", ("N",), "&Day", "note"),
    Spec("remove", "Take &back a change...", ("Del",), "-&Day", "remove"),
    Spec("month", "&Month", ("Ctrl+1",), "&View", "month", checkable=True),
    Spec("year", "&Year", ("Ctrl+2",), "&View", "year", checkable=True),
    Spec("cycle", "&Cycle", ("Ctrl+3",), "&View", "cycle", checkable=True),
    Spec("list", "&List", ("Ctrl+4",), "&View", "list", checkable=True),
    Spec("finder", "Find my &rotation", ("Ctrl+5",), "&View", "finder", checkable=True),
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

VIEWS = ("month", "year", "cycle", "list", "finder")
HEADER_VIEWS = VIEWS[:4]
"""The views that the header has buttons for."""
DAY_BUTTONS = ("leave", "swap", "hours", "note")
"""What the panel of the selected day offers at once; the rest stands under More."""


def spec(action_id: str) -> Spec:
    return next(each for each in ACTIONS if each.id == action_id)


def plain(text: str) -> str:
    """An action's words without the mark of its menu key."""
    return text.replace("&", "")
