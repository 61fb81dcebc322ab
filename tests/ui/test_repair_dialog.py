"""Days that differ from the rotation, in the window: named, asked about, and kept as what they were."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from heartplanner.core.edits.history import facts
from heartplanner.core.finder.counting.marks import read_marks
from heartplanner.core.finder.search import search_of, with_search
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.plan.model import EXAMPLE_ROTATION, Search
from heartplanner.ui.fields.plain_fields import ChoiceField
from heartplanner.ui.finder.finder_cards import FindingsCard, QuestionCard, UseCard
from heartplanner.ui.finder.finder_table import FinderTable
from heartplanner.ui.review.repair_dialog import RepairDialog
from heartplanner.ui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("one_window")

AUGUST = "S-- -SSASS- ---ASS- -SSAS-- SSSA-S-".replace(" ", "")
"""August 2025 as in the example rotation, but for the 9th, the 17th and the 30th."""
SEVENTEENTH = date(2025, 8, 17)


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    """A window in which these days of August are marked."""
    window = open_window()
    window.session.show_view("finder")
    store = window.session.store
    search = Search(store.plan.start, tuple(read_marks(AUGUST, date(2025, 8, 1))))
    store.change("August", with_search(store.plan, search, store.moment()))
    window.session.turn(-1)
    return window


def texts(window: MainWindow, card: type[FindingsCard | UseCard | QuestionCard]) -> list[str]:
    labels = window.findChildren(card)[0].findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]


def use_button(window: MainWindow) -> QPushButton:
    buttons = window.findChildren(UseCard)[0].findChildren(QPushButton)
    return next(button for button in buttons if button.text().startswith("Use"))


def names(window: MainWindow, *days: int) -> list[str]:
    model = window.findChildren(FinderTable)[0].model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(*divmod(day - 1, 7)).data(role) for day in days]


def in_dialog(act: Callable[[RepairDialog], None]) -> None:
    def wait() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, RepairDialog):
            QTimer.singleShot(2000, dialog, dialog.reject)
            act(dialog)
        else:
            QTimer.singleShot(10, wait)

    QTimer.singleShot(10, wait)


def test_what_fits_most_days_is_shown_and_asked_on(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: "Fits 28 of 31 days" in texts(window, UseCard))
    assert "August 9, 17 and 30 differ." in texts(window, UseCard)
    conflict = "\n".join(texts(window, FindingsCard))
    assert "28 of 31 days fit in 24 rotations; August 9, 17 and 30 differ." in conflict
    assert "a weekend is worked or free as a whole" in conflict
    assert "Monday, July 28: did you work?" in texts(window, QuestionCard)
    assert names(window, 1, 5, 13, 33) == [
        "Monday, July 28, 2025: a shift in 50% of the rotations that fit, open, next question",
        "Friday, August 1, 2025: shift, you marked it",
        "Saturday, August 9, 2025: shift, differs from the rotation that fits most days",
        "Friday, August 29, 2025: free, you marked it",
    ]
    # July 28 free leaves three days for two shifts and admin: three ways in place of twelve.
    window.findChildren(QuestionCard)[0].answered.emit("-")
    qtbot.waitUntil(
        lambda: "29 of 32 days fit in 6 rotations" in "\n".join(texts(window, FindingsCard))
    )


def test_each_day_is_asked_about_before_the_rotation_is_used(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.waitUntil(lambda: use_button(window).text() == "Use this rotation...")
    said: list[str] = []

    def choose(dialog: RepairDialog) -> None:
        buttons = dialog.findChildren(QDialogButtonBox)[0]
        said.extend(button.text() for button in buttons.buttons())
        fields = [field for field in dialog.findChildren(ChoiceField) if not field.isHidden()]
        fields = [field for field in fields if field.count()]
        said.extend(field.currentText() for field in fields)
        fields[1].put("leave")
        said.extend(button.text() for button in buttons.buttons())
        fields[0].put("misread")
        fields[2].put("misread")
        said.extend(button.text() for button in buttons.buttons())
        dialog.accept()

    in_dialog(choose)
    before = window.session.store.plan
    use_button(window).click()
    buttons, likely = {said[0], said[1], *said[5:]}, said[2:5]
    assert buttons == {
        "Cancel",
        "Use this rotation and enter 2 extra shifts",
        "Use this rotation and enter 1 day of leave and 2 extra shifts",
        "Use this rotation and enter 1 day of leave",
    }
    assert likely == ["Keep as extra shift", "Choose what it was", "Keep as extra shift"]
    plan = window.session.store.plan
    assert plan.assignments[0].rotation == EXAMPLE_ROTATION
    leave = Absence(AbsenceKind.LEAVE, SEVENTEENTH, SEVENTEENTH)
    assert [change.what for change in plan.changes] == [leave]
    assert len(search_of(plan).marks) == 28
    assert window.session.habits.view == "month"
    window.session.store.undo()
    assert facts(window.session.store.plan) == facts(before)


def test_nothing_is_used_where_the_question_is_not_answered(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.waitUntil(lambda: use_button(window).isEnabled())
    before = window.session.store.plan
    in_dialog(RepairDialog.reject)
    use_button(window).click()
    assert window.session.store.plan == before
