"""What the program is, and what it is made with."""

from __future__ import annotations

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QWidget

from heartplanner import __version__
from heartplanner.ui.help.parts import part_lines
from heartplanner.ui.widgets.cards import column, label
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

LETTERS, LINES, PAD = 84, 12, 20


class AboutDialog(ScrollDialog):
    """The program's own license, and a list of its parts that can be read and copied with the keys."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, "About Heart Planner", LETTERS)
        self.parts = QPlainTextEdit("\n".join(part_lines()), readOnly=True, tabChangesFocus=True)
        self.parts.setAccessibleName("Parts and their licenses")
        self.parts.setFixedHeight(LINES * self.fontMetrics().lineSpacing() + PAD)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        body = column(
            label(
                "",
                f"Heart Planner {__version__}\n\nThe shift calendar of a responder of Durham's HEART crisis"
                " teams, calculated from the rules. Not a product of the City of Durham.\n\nMIT license.",
            ),
            label(
                "",
                f"It is made with Qt {qVersion()} and the parts below, each under its own license. Qt and"
                " calamine contain further parts, whose licenses their makers list.",
            ),
            self.parts,
        )
        self.lay_out(body, buttons)


def show_about(parent: QWidget) -> None:
    """Show it without holding up the program."""
    AboutDialog(parent).open()
