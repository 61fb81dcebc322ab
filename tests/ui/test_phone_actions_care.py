"""The window hands the calendar over with care: nothing chosen is lost, nothing remembered in the way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from operator import attrgetter
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QDialog,
    QFileDialog,
    QLabel,
    QListWidget,
    QScrollArea,
    QWidget,
)

from heartplanner import app
from heartplanner.core.calendar.export_options import FAMILY_OPTIONS, ExportOptions, Privacy
from heartplanner.files.calendar import export, ledger
from heartplanner.files.plan import planfile
from heartplanner.ui.phone.changes_dialog import ChangesDialog
from heartplanner.ui.phone.export_options_dialog import ExportOptionsDialog
from heartplanner.ui.phone.guide.phone_guide import PhoneGuide
from heartplanner.ui.widgets.message_boxes import MessageBox, QuestionBox, ask_path
from heartplanner.ui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("one_window")

Open = Callable[..., MainWindow]
Patch = pytest.MonkeyPatch


@pytest.fixture
def short_calendar(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is handed over ends with September: a whole year says no more of what these tests ask."""
    monkeypatch.setattr(export, "last_day", lambda *_: date(2025, 9, 30))


def choose(window: MainWindow) -> ExportOptionsDialog:
    window.user_actions.phone.choose()
    (dialog,) = window.findChildren(ExportOptionsDialog)
    return dialog


def press(dialog: QWidget, words: str) -> None:
    (button,) = [b for b in dialog.findChildren(QAbstractButton) if b.text() == words]
    button.click()


def save_to(patch: Patch, path: Path) -> None:
    patch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def answer(patch: Patch, *, yes: bool) -> list[str]:
    """Answer questions so; what is asked is listed."""
    asked: list[str] = []
    patch.setattr(QuestionBox, "exec", lambda box: asked.append(box.text()) or ANSWERS[yes])
    return asked


ANSWERS = {True: QDialog.DialogCode.Accepted, False: QDialog.DialogCode.Rejected}


def boxes(parent: QWidget) -> list[str]:
    return [box.text() for box in parent.findChildren(MessageBox) if box.isVisible()]


def test_what_was_chosen_for_each_is_kept_while_one_looks_at_the_other(
    open_window: Open, own_folder: Path
) -> None:
    dialog = choose(open_window())
    dialog._word.setText("Work")
    dialog._target.put("family")
    dialog._privacy.put(Privacy.BUSY)
    dialog._target.put("my phone")
    assert dialog._word.text() == "Work"
    dialog._target.put("family")
    assert dialog.value().privacy is Privacy.BUSY
    press(dialog, "Save options")
    file = own_folder / "plan.json"
    assert ledger.load(file, "my phone").options == ExportOptions(word="Work")
    assert ledger.load(file, "family").options == FAMILY_OPTIONS._replace(privacy=Privacy.BUSY)


def test_everything_for_the_family_stays_everything(open_window: Open, own_folder: Path) -> None:
    window = open_window()
    dialog = choose(window)
    dialog._target.put("family")
    assert dialog.value() == FAMILY_OPTIONS
    dialog._privacy.put(Privacy.NO)
    press(dialog, "Save options")
    assert window.user_actions.phone.exports.export("family").options == ExportOptions()
    assert not (own_folder / "plan.json.handed" / "my-phone.json").exists()


def test_what_cannot_be_is_shown_for_whom_it_was_chosen(
    open_window: Open, own_folder: Path
) -> None:
    dialog = choose(open_window())
    for box in dialog._parts.values():
        box.setChecked(False)
    dialog._target.put("family")
    dialog._name.setText("Ours")
    press(dialog, "Save options")
    assert dialog.isVisible()
    assert dialog._target.value() == "my phone"
    assert "choose at least one" in boxes(dialog)[0]
    assert not (own_folder / "plan.json.handed").exists()


def damaged(folder: Path, target: str) -> Path:
    file = folder / "plan.json.handed" / f"{target}.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text("{")
    return file


@pytest.mark.parametrize("does", ["files.save", "send_by_wifi", "choose", "changed"])
@pytest.mark.parametrize("yes", [True, False])
def test_a_damaged_memory_is_set_aside_with_one_question(
    open_window: Open, own_folder: Path, monkeypatch: Patch, does: str, yes: bool
) -> None:
    window = open_window()
    file = damaged(own_folder, "my-phone")
    save_to(monkeypatch, own_folder / "HEART.ics")
    asked = answer(monkeypatch, yes=yes)
    attrgetter(does)(window.user_actions.phone)()
    assert len(asked) == 1
    assert "my-phone.json: line 1" in asked[0]
    assert "Set this file aside?" in asked[0]
    shown = [each for each in window.findChildren(QDialog) if each.isVisible()]
    assert len(shown) == yes
    assert file.with_name("my-phone.json.damaged").exists() == yes
    if not yes:
        assert file.read_text() == "{"
    for each in shown:
        each.close()


@pytest.mark.parametrize("yes", [True, False])
def test_choosing_for_one_whose_memory_is_damaged(
    open_window: Open, own_folder: Path, monkeypatch: Patch, yes: bool
) -> None:
    dialog = choose(open_window())
    dialog._word.setText("Work")
    damaged(own_folder, "family")
    asked = answer(monkeypatch, yes=yes)
    dialog._target.put("family")
    assert len(asked) == 1
    assert dialog._target.value() == ("family" if yes else "my phone")
    assert dialog._word.text() == ("HEART" if yes else "Work")
    dialog.reject()


@pytest.mark.usefixtures("short_calendar")
def test_a_file_that_cannot_be_remembered_is_saved_all_the_same(
    open_window: Open, own_folder: Path, monkeypatch: Patch
) -> None:
    window = open_window()
    (own_folder / "plan.json.handed").write_text("in the way")
    monkeypatch.setattr(ledger, "load", lambda _, target: ledger.DeliveredState(target))
    save_to(monkeypatch, own_folder / "HEART.ics")
    window.user_actions.phone.files.save()
    (guide,) = window.findChildren(PhoneGuide)
    assert guide.isVisible()
    assert (own_folder / "HEART.ics").exists()
    said = [each.text() for each in guide.findChildren(QLabel)]
    assert any("the program cannot remember what my phone has" in each for each in said)


@pytest.mark.usefixtures("short_calendar")
def test_the_first_hand_over_saves_the_plan_under_an_id_of_its_own(
    open_window: Open, own_folder: Path, monkeypatch: Patch
) -> None:
    path = own_folder / "plan.json"
    one, two = app._example(path), app._example(path)
    assert one.plan.id != two.plan.id
    assert not one.in_file
    window = open_window()
    save_to(monkeypatch, own_folder / "HEART.ics")
    window.user_actions.phone.changed()
    assert not path.exists()
    window.user_actions.phone.files.save()
    assert planfile.load(path).plan == window.session.store.plan


def test_before_the_first_hand_over_there_is_no_list(open_window: Open) -> None:
    window = open_window()
    window.user_actions.phone.changed()
    assert not window.findChildren(ChangesDialog)
    (said,) = boxes(window)
    assert said.startswith("Your phone has no file yet; the calendar has 2")


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("HEART", "HEART.ics"),
        ("HEART.ics", "HEART.ics"),
        ("HEART.ICS", "HEART.ICS"),
        ("HEART 11.24.2026", "HEART 11.24.2026.ics"),
        ("HEART.txt", "HEART.txt.ics"),
    ],
)
def test_a_name_gets_the_suffix_that_it_lacks(
    open_window: Open, own_folder: Path, monkeypatch: Patch, typed: str, saved: str
) -> None:
    window = open_window()
    save_to(monkeypatch, own_folder / typed)
    (own_folder / "HEART.txt").write_text("mine")
    asked = answer(monkeypatch, yes=False)
    path = ask_path(window, "Save", "x.ics", "*.ics", ".ics")
    assert (path, asked) == (own_folder / saved, [])
    (own_folder / saved).write_text("there")
    path = ask_path(window, "Save", "x.ics", "*.ics", ".ics")
    assert path is None
    assert asked == [f"There is already a file {saved}. Replace it with the new one?"]


@pytest.mark.usefixtures("short_calendar")
def test_its_own_older_file_is_replaced_without_a_question(
    open_window: Open, own_folder: Path, monkeypatch: Patch
) -> None:
    """The system's dialog asked with "No" as its answer: who pressed Return had saved nothing."""
    window = open_window()
    path = own_folder / "HEART.ics"
    save_to(monkeypatch, path)
    asked = answer(monkeypatch, yes=False)
    assert window.user_actions.phone.files.save()
    first = path.read_bytes()
    path.write_bytes(first.replace(b"SUMMARY", b"DESCRIPTION", 1))
    assert window.user_actions.phone.files.save()
    assert (path.read_bytes(), asked) == (first, [])


def test_a_calendar_of_another_program_is_asked_for(
    open_window: Open, own_folder: Path, monkeypatch: Patch
) -> None:
    window = open_window()
    path = own_folder / "HEART.ics"
    path.write_text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//EN\r\nEND:VCALENDAR\r\n")
    save_to(monkeypatch, path)
    asked = answer(monkeypatch, yes=False)
    assert not window.user_actions.phone.files.save()
    assert asked == ["There is already a file HEART.ics. Replace it with the new one?"]
    assert "Other" in path.read_text()


SMALL = QSize(1024, 640)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_choices_fit_a_small_screen_with_large_text(
    open_window: Open, monkeypatch: Patch, scale: float
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: SMALL)
    window = open_window()
    window.session.set_habits(window.session.habits._replace(scale=scale))
    dialog = choose(window)
    assert dialog.width() <= SMALL.width()
    assert dialog.height() <= SMALL.height()
    for button in dialog.findChildren(QAbstractButton):
        if button.text() in ("Save options", "Cancel", "Save the file..."):
            at = button.mapTo(dialog, button.rect().bottomRight())
            assert dialog.rect().contains(at)
    for box in dialog.findChildren(QCheckBox):
        assert box.width() >= box.sizeHint().width()
    (area,) = dialog.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0


def test_a_list_of_changes_has_no_line_that_is_cut(open_window: Open, monkeypatch: Patch) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: SMALL)
    window = open_window()
    window.session.set_habits(window.session.habits._replace(scale=2.0))
    lines = [
        "Wednesday, September 30, 2026: HEART noon-midnight (not confirmed yet), moved from September 29"
    ]
    dialog = ChangesDialog("Your phone: 1 moved.", lines, window)
    dialog.show()
    (entries,) = dialog.findChildren(QListWidget)
    assert entries.horizontalScrollBar().maximum() == 0
    line = entries.fontMetrics().lineSpacing()
    assert entries.visualItemRect(entries.item(0)).height() >= 2 * line
    assert entries.viewport().height() > 3 * line
    assert dialog.height() <= SMALL.height()
