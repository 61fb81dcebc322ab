"""The smaller dialogs: going to a date, preferences, help, about."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from heartplanner import __version__
from heartplanner.files.folders import resource
from heartplanner.style.theme import SETS
from heartplanner.ui.edit.list_dialogs import edit_holidays, edit_milestones
from heartplanner.ui.settings import SCALES, THEMES
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.date_field import NO_DATE, DateField
from heartplanner.ui.widgets.fields import ChoiceField
from heartplanner.ui.widgets.message_boxes import plain, say

if TYPE_CHECKING:
    from heartplanner.ui.window.main_window import MainWindow

HELP_SIZE = (640, 560)
CLOCKS = (("system", "As the system does"), ("12", "9 am, noon"), ("24", "9:00, 12:00"))
WEEKS = (("monday", "Monday"), ("sunday", "Sunday"))


def open_dialog(name: str, window: MainWindow) -> None:
    """Open a dialog by the id of its action."""
    opens: dict[str, Callable[[MainWindow], None]] = {
        "go-to": go_to,
        "preferences": prefer,
        "milestones": edit_milestones,
        "holidays": edit_holidays,
        "publish": keep_in_step,
        "help": show_help,
        "about": show_about,
    }
    opens[name](window)


def go_to(window: MainWindow) -> None:
    """Ask for a date and show it."""
    dialog, form, buttons = _form(window, "Go to a date")
    field, wrong = DateField(window.chosen.current, _nothing), label("", NO_DATE)
    field.setAccessibleName("Date")
    form.addRow("Date", field)
    form.addRow(wrong)
    wrong.hide()
    buttons.accepted.disconnect()
    buttons.accepted.connect(lambda: dialog.accept() if field.right else wrong.show())
    field.select()
    if dialog.exec() == QDialog.DialogCode.Accepted:
        window.go_to(field.value())


def prefer(window: MainWindow) -> None:
    """Habits, each of them seen at once; Cancel brings back those from before."""
    before = window.habits
    dialog, form, _ = _form(window, "Preferences")
    theme = ChoiceField([(each, each.title()) for each in THEMES], _nothing)
    colours = ChoiceField([(each, each) for each in SETS], _nothing)
    clock = ChoiceField(CLOCKS, _nothing)
    week = ChoiceField(WEEKS, _nothing)
    scale = ChoiceField([(str(each), f"{round(each * 100)} %") for each in SCALES], _nothing)
    theme.put(before.theme)
    colours.put(before.colours)
    clock.put({True: "24", False: "12", None: "system"}[before.hours24])
    week.put("sunday" if before.sunday_first else "monday")
    scale.put(str(before.scale))

    def show() -> None:
        window.set_habits(
            window.habits._replace(
                theme=theme.value(),
                colours=colours.value(),
                hours24={"24": True, "12": False}.get(clock.value()),
                sunday_first=week.value() == "sunday",
                scale=float(scale.value()),
            )
        )

    rows = (("Theme", theme), ("Colours of the bands", colours), ("Clock", clock))
    for words, field in (*rows, ("The week begins on", week), ("Size of text", scale)):
        form.addRow(words, field)
        field.currentIndexChanged.connect(show)
    theme.setFocus()
    if dialog.exec() != QDialog.DialogCode.Accepted:
        window.set_habits(before)


def keep_in_step(window: MainWindow) -> None:
    """A calendar on a server; loaded only here, with what it needs."""
    from heartplanner.ui.phone.publish_dialog import open_publish_dialog

    open_publish_dialog(window)


def show_help(window: MainWindow) -> None:
    """The short help, which needs no network."""
    dialog = QDialog(window)
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


def show_about(window: MainWindow) -> None:
    say(
        window,
        "About Heart Planner",
        f"Heart Planner {__version__}\n\nThe shift calendar of a responder of Durham's HEART crisis"
        " teams, calculated from the rules. Not a product of the City of Durham.\n\n"
        "MIT licence. It is made with"
        f" Qt {qVersion()} and PySide6 (LGPL 3), icalendar and segno (BSD), platformdirs,"
        " holidays, ifaddr, keyring and calamine (MIT) and caldav (Apache 2).",
    )


def _form(parent: QWidget, title: str) -> tuple[QDialog, QFormLayout, QDialogButtonBox]:
    """A dialog with a form and the usual two buttons."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    form = QFormLayout()
    standard = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
    plain(buttons.buttons())
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addLayout(form)
    column.addWidget(buttons)
    return dialog, form, buttons


def _nothing() -> None:
    pass
