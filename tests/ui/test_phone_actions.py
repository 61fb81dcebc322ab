"""The window hands the calendar over: what goes into it, to whom, and what has changed since."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from forms import foot
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QListWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from heartplanner.core.calendar.export_options import CalendarPart, ExportOptions, Privacy
from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.words.display_format import Language
from heartplanner.files.calendar import export, ledger
from heartplanner.pages.layout.text_pages import text_pages
from heartplanner.pages.page import Paper
from heartplanner.ui.messages import stale_reminder
from heartplanner.ui.panel.phone_status import PhoneStatus
from heartplanner.ui.phone.changes_dialog import ChangesDialog
from heartplanner.ui.phone.export_options_dialog import ExportOptionsDialog
from heartplanner.ui.phone.guide.guide_steps import steps
from heartplanner.ui.phone.guide.phone_guide import PhoneGuide
from heartplanner.ui.phone.phone_text import PAST_DAYS
from heartplanner.ui.phone_state import PhoneState
from heartplanner.ui.view_list import View
from heartplanner.ui.widgets.message_boxes import MessageBox
from heartplanner.ui.window.main_window import MainWindow
from tests.ui.paper_plans import faults

pytestmark = pytest.mark.usefixtures("one_window")

Open = Callable[..., MainWindow]
BEHIND = "Your phone is out of date: 1 change"
OPEN_IT = "HEART.ics is saved; open it on your phone"


@pytest.fixture
def short_calendar(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is handed over ends with September: a whole year says no more of what these tests ask."""
    monkeypatch.setattr(export, "last_day", lambda *_: date(2025, 9, 30))


def only(window: MainWindow, kind: type[QDialog]) -> QWidget:
    (found,) = window.findChildren(kind)
    return found


def press(dialog: QWidget, words: str) -> None:
    (button,) = [b for b in dialog.findChildren(QAbstractButton) if b.text() == words]
    button.click()


def choose(window: MainWindow) -> ExportOptionsDialog:
    window.user_actions.phone.choose()
    dialog = only(window, ExportOptionsDialog)
    assert isinstance(dialog, ExportOptionsDialog)
    return dialog


def preview(dialog: ExportOptionsDialog) -> list[str]:
    return dialog._preview.text().splitlines()


def test_what_is_chosen_is_kept_for_the_phone(open_window: Open, own_folder: Path) -> None:
    window = open_window()
    dialog = choose(window)
    assert dialog.value() == ExportOptions()
    assert preview(dialog)[0] == "Thu Sep 11, 9 am–1 pm: HEART admin"
    dialog._word.setText("Work")
    dialog._alarm.put("60")
    dialog._parts[CalendarPart.ADMIN].setChecked(False)
    dialog._color.put("teal")
    dialog._months.put("3")
    assert preview(dialog)[0] == "Fri Sep 12, 9 am–9 pm: Work 9–9"
    press(dialog, "Save options")
    kept = ledger.load(own_folder / "plan.json", "my phone")
    assert kept.day is None
    assert kept.options == ExportOptions(
        frozenset({CalendarPart.SHIFTS, CalendarPart.BREAK, CalendarPart.LEAVE}),
        "Work",
        60,
        color="teal",
        months=3,
    )
    export = window.user_actions.phone.exports.export()
    assert export.options == kept.options
    assert export.span == (date(2025, 8, 1), date(2025, 12, 10))
    # August 1, five weeks of three shifts, September 9, 10 and 12, twelve weeks, December 9 and 10
    assert (
        Path(window.user_actions.phone.files.write_for_drag()).read_text().count("SUMMARY:Work 9-9")
        == 1 + 15 + 3 + 36 + 2
    )


def test_cancel_keeps_nothing(open_window: Open, own_folder: Path) -> None:
    window = open_window()
    dialog = choose(window)
    dialog._word.setText("Work")
    dialog.reject()
    assert not (own_folder / "plan.json.handed").exists()


def test_the_family_gets_a_copy_that_says_when_one_is_home(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    window = open_window()
    dialog = choose(window)
    dialog._target.put("family")
    assert dialog.value().privacy is Privacy.HOME
    dialog._language.put(Language.SPANISH)
    assert preview(dialog)[0] == "Thu Sep 11: En casa desde la 1 pm"
    asked = []

    def where(_: QWidget, __: str, suggested: str, *___: object) -> tuple[str, str]:
        asked.append(Path(suggested).name)
        return str(own_folder / "copy.ics"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", where)
    press(dialog, "Save the file...")
    assert asked == ["En casa.ics"]
    guide = only(window, PhoneGuide)
    said = [label.text() for label in guide.findChildren(QLabel)]
    assert "Your family has had no file yet: this is the first." in said[0]
    assert any("name it En casa." in text for text in said)
    assert "En casa desde la 1 pm" in (own_folder / "copy.ics").read_text()


def test_only_what_counts_can_be_chosen(open_window: Open) -> None:
    dialog = choose(open_window())
    assert not dialog._language.isEnabled()
    dialog._privacy.put(Privacy.BUSY)
    assert dialog._language.isEnabled()
    assert not dialog._word.isEnabled()
    assert not dialog._parts[CalendarPart.LEAVE].isEnabled()
    assert dialog._parts[CalendarPart.DAYS_OFF].isEnabled()
    dialog._privacy.put(Privacy.HOME)
    assert not dialog._alarm.isEnabled()
    assert not any(box.isEnabled() for box in dialog._parts.values())


def test_a_calendar_of_nothing_is_refused(open_window: Open, own_folder: Path) -> None:
    window = open_window()
    dialog = choose(window)
    for box in dialog._parts.values():
        box.setChecked(False)
    assert preview(dialog) == ["Nothing."]
    press(dialog, "Save options")
    assert "choose at least one" in only_box(dialog)
    assert dialog.isVisible()
    assert not (own_folder / "plan.json.handed").exists()


def only_box(parent: QWidget) -> str:
    (box,) = parent.findChildren(MessageBox)
    return box.text()


def test_a_number_from_the_command_line_can_be_kept(open_window: Open, own_folder: Path) -> None:
    file = own_folder / "plan.json"
    handed = ledger.load(file, "my phone")
    ledger.save(file, handed._replace(options=ExportOptions(alarm=95, months=5)))
    dialog = choose(open_window())
    assert dialog._alarm.currentText() == "95 minutes before"
    assert dialog.value() == ExportOptions(alarm=95, months=5)


@pytest.mark.usefixtures("short_calendar")
def test_what_changed_is_listed_and_can_be_saved(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    window = open_window()
    path = own_folder / "HEART.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.user_actions.phone.files.save()
    window.user_actions.phone.changed()
    assert only_box(window) == (
        "The last file for your phone is up to date: nothing changed since today."
        f" HEART.ics is saved; open it on your phone. {PAST_DAYS}"
    )
    leave = Absence(AbsenceKind.LEAVE, date(2025, 9, 16), date(2025, 9, 17))
    window.session.store.change(
        "leave",
        add_change(window.session.store.plan, leave, window.session.store.plan.history[0].at),
    )
    window.user_actions.phone.changed()
    dialog = only(window, ChangesDialog)
    (entries,) = dialog.findChildren(QListWidget)
    assert [entries.item(n).text() for n in range(entries.count())] == [
        "Tuesday, September 16, 2025: Leave in place of HEART 9-9",
        "Wednesday, September 17, 2025: Leave in place of HEART 9-9",
    ]
    said = {each.text() for each in dialog.findChildren(QLabel)}
    assert "Your phone is out of date: 2 changes, made today." in said
    path = own_folder / "update.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    press(dialog, "Save only these changes...")
    assert path.read_text().count("BEGIN:VEVENT") == 4


@pytest.mark.usefixtures("short_calendar")
def test_the_second_time_emptying_comes_first(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    window = open_window()
    path = own_folder / "HEART.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    firsts = []
    for _ in range(2):
        window.user_actions.phone.files.save()
        guide = window.findChildren(PhoneGuide)[-1]
        assert isinstance(guide, PhoneGuide)
        firsts.append([found[0].drawing for found in guide._steps.values()])
    assert "step-bin" not in firsts[0]
    assert set(firsts[1]) == {"step-bin"}


def test_a_plan_that_was_changed_elsewhere_is_not_handed_over(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    window = open_window()
    window.session.store.save()
    plan = own_folder / "plan.json"
    other = json.loads(plan.read_text())
    other["assignments"][0]["confirmed"] = True
    plan.write_text(json.dumps(other))
    path = own_folder / "HEART.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    for run in (
        window.user_actions.phone.files.save,
        window.user_actions.phone.send_by_wifi,
        window.user_actions.phone.changed,
    ):
        run()
    boxes = window.findChildren(MessageBox)
    assert len(boxes) == 3
    assert all("another program changed your schedule" in box.text() for box in boxes)
    assert not path.exists()
    assert "Another program changed your schedule file" in window.message_bar.text()


@pytest.mark.usefixtures("short_calendar")
def test_after_a_change_one_is_reminded_of_the_phone(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    monkeypatch.setattr(stale_reminder, "AFTER", 20)
    window = open_window()
    path = own_folder / "HEART.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.user_actions.phone.files.save()
    leave = Absence(AbsenceKind.LEAVE, date(2025, 9, 16), date(2025, 9, 16))
    now = window.session.store.plan.history[0].at
    window.session.store.change("leave", add_change(window.session.store.plan, leave, now))
    (status,) = window.findChildren(PhoneStatus)
    qtbot.waitUntil(lambda: status.accessibleName() == BEHIND)
    assert status.toolTip() == "Your phone doesn't have 1 change yet."
    assert window.message_bar.text() == ""  # it is said in one place
    window.session.show_view(View.FINDER)
    qtbot.waitUntil(lambda: window.message_bar.text() == status.toolTip())
    window.session.show_view(View.MONTH)
    qtbot.waitUntil(lambda: window.message_bar.text() == "")
    window.session.store.undo()
    qtbot.waitUntil(lambda: status.accessibleName() == OPEN_IT)
    window.user_actions.phone.files.arrived()
    assert foot(window) == "Noted: the calendar that you saved is on your phone."
    qtbot.waitUntil(lambda: status.accessibleName() == "Your phone's copy is up to date")
    assert "Days that are over stay on your phone" in status.toolTip()
    window.session.store.redo()
    assert status.text() == "Checking your phone's calendar..."
    qtbot.waitUntil(lambda: status.accessibleName() == BEHIND)
    window.session.store.undo()
    qtbot.waitUntil(lambda: status.text() == "Your phone's copy is up to date")
    window.message_bar.say("Not saved: the disk is full.")
    window.session.store.redo()
    qtbot.wait(100)
    assert window.message_bar.text() == "Not saved: the disk is full."


@pytest.mark.usefixtures("short_calendar")
def test_a_saved_file_is_on_no_phone_until_that_is_said(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    window = open_window()
    path, asked = own_folder / "HEART.ics", []

    def where(_: QWidget, title: str, *__: object) -> tuple[str, str]:
        asked.append(title)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", where)
    window.user_actions.phone.files.save()
    assert asked == ["Save the calendar file for your phone"]
    guide = only(window, PhoneGuide)
    said = "\n".join(each.text() for each in guide.findChildren(QLabel))
    assert said.startswith(f"{OPEN_IT}.")
    assert "up to date" not in said
    (status,) = window.findChildren(PhoneStatus)
    qtbot.waitUntil(lambda: status.accessibleName() == OPEN_IT)
    qtbot.keyClick(guide, Qt.Key.Key_Return)  # read or not: that the phone has it was not said
    assert not guide.isVisible()
    assert window.user_actions.phone.state().waiting == "HEART.ics"
    asked.clear()
    status.click()  # the steps once more, and no second file
    again = window.findChildren(PhoneGuide)[-1]
    assert isinstance(again, PhoneGuide)
    assert asked == []
    press(again, "It is on my phone")
    assert window.user_actions.phone.state().waiting == ""
    qtbot.waitUntil(lambda: status.accessibleName() == "Your phone's copy is up to date")


@pytest.mark.usefixtures("short_calendar")
def test_what_the_wifi_or_the_account_brought_is_not_asked_for(
    open_window: Open, own_folder: Path
) -> None:
    window = open_window()
    phone, settings = window.user_actions.phone, window.session.settings
    settings.keep_waiting(own_folder / "plan.json", own_folder / "HEART.ics")
    phone._remember(phone.exports.export())
    assert phone.state() == PhoneState(delivered=True)
    settings.keep_waiting(own_folder / "other.json", own_folder / "HEART.ics")
    assert phone.state().waiting == ""  # another schedule's file


def test_the_line_on_the_phone_is_never_cut(open_window: Open) -> None:
    window = open_window()
    (status,) = window.findChildren(PhoneStatus)
    for state in (
        PhoneState(),
        PhoneState(delivered=True),
        PhoneState(delivered=True, waiting="HEART.ics"),
        PhoneState(delivered=True, changed="Your phone doesn't have 2 changes yet."),
    ):
        for scale in (1.0, 1.3, 1.5, 2.0):
            window.session.set_habits(window.session.habits._replace(scale=scale))
            status.show_state(window.session.theme, state)
            words = status.fontMetrics().horizontalAdvance(status.text())
            assert words + status.iconSize().width() + 24 * scale <= status.width(), status.text()


@pytest.mark.usefixtures("short_calendar")
def test_confirming_makes_the_titles_on_the_phone_old(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    window = open_window()
    store, phone = window.session.store, window.user_actions.phone
    first = store.plan.assignments[0]._replace(confirmed=True, guesses=(2, 3, 4))
    store.change("guesses", store.plan._replace(assignments=(first,)))
    path = str(own_folder / "HEART.ics")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
    phone.files.save()
    assert phone.state().changed == ""
    monkeypatch.setattr("heartplanner.ui.edit.day_actions.agreed", lambda *_: True)
    window.user_actions.days.confirm()
    said = phone.state().changed
    assert said.startswith("Your phone doesn't know yet which days are confirmed: ")
    leave = Absence(AbsenceKind.LEAVE, date(2025, 9, 16), date(2025, 9, 16))
    store.change("leave", add_change(store.plan, leave, store.moment()))
    assert phone.state().changed == "Your phone doesn't have 1 change yet."
    phone.changed()
    dialog = only(window, ChangesDialog)
    (entries,) = dialog.findChildren(QListWidget)
    lines = [entries.item(n).text() for n in range(entries.count())]
    assert lines[0] == "Tuesday, September 16, 2025: Leave in place of HEART 9-9"
    assert len(lines) == 2
    assert lines[1].endswith("their days and hours stay.")
    said = {each.text() for each in dialog.findChildren(QLabel)}
    assert "Your phone is out of date: 1 change, made today." in said


def test_steps_and_changes_can_be_printed(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    window = open_window()
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(own_folder / "HEART.ics"), "")
    )
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    window.user_actions.phone.files.save()
    path = own_folder / "steps.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    press(only(window, PhoneGuide), "Print...")
    assert path.read_bytes().count(b"/Type /Page\n") == 1
    leave = Absence(AbsenceKind.LEAVE, date(2025, 9, 16), date(2026, 8, 17))
    now = window.session.store.plan.history[0].at
    window.session.store.change("leave", add_change(window.session.store.plan, leave, now))
    window.user_actions.phone.changed()
    path = own_folder / "changes.pdf"
    press(only(window, ChangesDialog), "Print...")
    assert path.read_bytes().count(b"/Type /Page\n") == 10


def test_a_leaflet_has_all_of_its_lines_within_its_pages(qapp: QApplication) -> None:
    assert qapp
    lines = [("step-new" if n % 3 else "", f"{n} " + "word " * (n % 40)) for n in range(80)]
    pages = text_pages("What to do", lines, Paper.A4)
    text = [word.text for page in pages for word in page.words]
    assert sum(each == "What to do" for each in text) == len(pages) > 1
    joined = "".join("".join(text).split())
    assert all("".join(words.split()) in joined for _, words in lines)
    assert not [fault for page in pages for fault in faults(page)]


def test_each_phone_has_steps_with_drawings(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    guide = PhoneGuide("Saved.", Path("HEART.ics"), "HEART", window.session.theme, window)
    qtbot.addWidget(guide)
    guide.show()
    for n, (_, found) in enumerate(steps().items()):
        guide._phone.setCurrentIndex(n)
        labels = guide._page.findChildren(QLabel)
        assert [each.text() for each in labels if each.text()] == [step.words for step in found]
        drawings = [each.pixmap().toImage() for each in labels if not each.text()]
        assert len(drawings) == len(found)
        assert all(
            any(image.pixelColor(x, y).alpha() for x in range(40) for y in range(40))
            for image in drawings
        )
        assert all(each.textFormat() == Qt.TextFormat.PlainText for each in labels if each.text())
