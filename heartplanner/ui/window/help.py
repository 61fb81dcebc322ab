"""The help, and what the program is and is made with."""

from __future__ import annotations

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from heartplanner import __version__
from heartplanner.files.folders import resource
from heartplanner.ui.widgets.message_boxes import say
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

LETTERS, LINES = 92, 32


def show_help(parent: QWidget) -> None:
    """The short help, which needs no network."""
    dialog = ScrollDialog(parent, "Help", LETTERS, LINES)
    text = QPlainTextEdit(resource("help.txt").read_text(encoding="utf-8"))
    text.setReadOnly(True)
    text.setAccessibleName("Help")
    text.setTabChangesFocus(True)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(text)
    dialog.lay_out(body, buttons)
    dialog.run()


def show_about(parent: QWidget) -> None:
    say(
        parent,
        "About Heart Planner",
        f"Heart Planner {__version__}\n\nThe shift calendar of a responder of Durham's HEART crisis"
        " teams, calculated from the rules. Not a product of the City of Durham.\n\n"
        "MIT licence. It is made with"
        f" Qt {qVersion()} and PySide6 (LGPL 3), icalendar and segno (BSD), platformdirs,"
        " holidays, ifaddr, keyring and truststore (MIT).",
    )
