"""The help, and what the program is and is made with."""

from __future__ import annotations

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from heartplanner import __version__
from heartplanner.files.folders import resource
from heartplanner.ui.widgets.message_boxes import plain, say

HELP_SIZE = (640, 560)


def show_help(parent: QWidget) -> None:
    """The short help, which needs no network."""
    dialog = QDialog(parent)
    dialog.setWindowTitle("Help")
    dialog.resize(*HELP_SIZE)
    text = QPlainTextEdit(resource("help.txt").read_text(encoding="utf-8"))
    text.setReadOnly(True)
    text.setAccessibleName("Help")
    text.setTabChangesFocus(True)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    plain(buttons.buttons())
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(text)
    column.addWidget(buttons)
    dialog.exec()


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
