"""Closing the window with something entered: it is asked about, and kept where one says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heartplanner.core.plan.change import Absence, AbsenceKind, Swap
from heartplanner.ui.cycle.cycle_cards import FieldsCard
from heartplanner.ui.fields.time_field import TimeField
from heartplanner.ui.view_list import View
from heartplanner.ui.widgets.message_boxes import QuestionBox
from heartplanner.ui.window.main_window import MainWindow
from tests.ui.forms import field, form, is_open, opened

Open = Callable[..., MainWindow]
TUESDAY, MONDAY = date(2025, 9, 9), date(2025, 9, 15)


class Answers:
    """What is asked, with the verbs; the next answer is the one of this text, "" for the refusal."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[tuple[str, list[str]]] = []
        self.next = ""

        def run(box: QuestionBox) -> bool:
            self.asked.append((box.text(), [button.text() for button in box.buttons.buttons()]))
            box.verb = self.next
            return bool(self.next)

        monkeypatch.setattr(QuestionBox, "run", run)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    return Answers(monkeypatch)


def changes(window: MainWindow) -> list[object]:
    return [change.what for change in window.session.plan.changes]


def test_a_swap_on_the_screen_is_asked_about_and_kept(open_window: Open, answers: Answers) -> None:
    window = open_window()
    opened(window, "swap", TUESDAY)
    window.session.choose(MONDAY)
    assert not window.close()
    text, verbs = answers.asked[0]
    assert text.startswith("This is not saved yet: swap, ")
    assert verbs == ["Save", "Discard", "Go on editing"]
    assert is_open(window)
    answers.next = "Save"
    assert window.close()
    assert changes(window) == [Swap(TUESDAY, MONDAY)]


def test_leave_that_was_only_opened_on_a_shift_is_asked_about_with_ctrl_q(
    open_window: Open, answers: Answers
) -> None:
    window = open_window()
    opened(window, "leave", TUESDAY)
    QTest.keyClick(form(window), Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert window.isVisible()
    assert [verbs for _, verbs in answers.asked] == [["Save", "Discard", "Go on editing"]]
    answers.next = "Save"
    window.close()
    assert changes(window) == [Absence(AbsenceKind.LEAVE, TUESDAY, TUESDAY)]


def test_what_is_half_typed_is_asked_about_and_discarded_only_if_one_says_so(
    open_window: Open, answers: Answers, qtbot: QtBot
) -> None:
    window = open_window()
    card = opened(window, "ended-at", TUESDAY)
    qtbot.keyClicks(field(card, "Ended at", TimeField), "10:30")
    assert not window.close()
    qtbot.keyClicks(field(card, "Ended at", TimeField), "x")
    assert not window.close()
    assert [verbs for _, verbs in answers.asked] == [
        ["Save", "Discard", "Go on editing"],
        ["Discard", "Go on editing"],
    ]
    answers.next = "Discard"
    assert window.close()
    assert changes(window) == []


def test_a_rotation_being_written_is_asked_about(open_window: Open, answers: Answers) -> None:
    window = open_window()
    window.session.show_view(View.CYCLE)
    window.findChildren(FieldsCard)[0].week.put("1")
    assert not window.close()
    assert answers.asked[0][1] == ["Use this rotation", "Discard", "Go on editing"]
    answers.next = "Use this rotation"
    assert window.close()
    assert len(window.session.plan.assignments) == 2


def test_nothing_is_asked_where_nothing_was_entered(open_window: Open, answers: Answers) -> None:
    window = open_window()
    opened(window, "ended-at", TUESDAY)
    assert window.close()
    assert answers.asked == []
