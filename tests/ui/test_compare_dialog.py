"""Checking a roster in the window: what differs, what is chosen of it, and what becomes of the schedule."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from conftest import Open
from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from heartplanner.core.explain.changes.change_titles import change_title
from heartplanner.core.plan.model import Mark
from heartplanner.ui.compare.compare_dialog import CompareDialog
from heartplanner.ui.compare.comparison_cards import EffectsCard, RotationChangeCard, SwapCard
from heartplanner.ui.compare.difference_table import DifferenceTable
from heartplanner.ui.fields.date_field import DateField
from heartplanner.ui.fields.plain_fields import ChoiceField
from heartplanner.ui.review.reading_card import ReadingCard
from heartplanner.ui.review.review_list import ReviewList
from heartplanner.ui.roster.roster_input import RosterText
from heartplanner.ui.view_list import View
from heartplanner.ui.widgets.warnings import Warnings
from heartplanner.ui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("one_window")

OCTOBER = "Oct 1 off\nOct 2 9a-1p\nOct 4 9a-9p\nOct 7 noon-midnight\nOct 8 swap"
ALL_THREE = "Take over 3 days: 1 given away, 1 taken, 1 with other hours"
FIRST, WAY, PATIENCE = 0, 3, 20_000


class Hands:
    """A person at the dialog."""

    def __init__(self, qtbot: QtBot, dialog: CompareDialog) -> None:
        self.qtbot, self.dialog = qtbot, dialog
        self.table = dialog.findChildren(DifferenceTable)[0]

    def wait(self) -> None:
        self.qtbot.waitUntil(self.table.isVisible, timeout=PATIENCE)

    def press(self, words: str) -> None:
        buttons = self.dialog.findChildren(QPushButton)
        next(button for button in buttons if button.text() == words and button.isVisible()).click()

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.qtbot.keyClick(self.table, key, modifier)

    def untick(self, *rows: int) -> None:
        """Take the days of these rows out of what is taken over."""
        for row in rows:
            self.table.setCurrentCell(row, FIRST)
            self.key(Qt.Key.Key_Space)

    @property
    def said(self) -> str:
        labels = self.dialog.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    @property
    def rows(self) -> list[str]:
        """What a screen reader says of each row."""
        model, role = self.table.model(), Qt.ItemDataRole.AccessibleTextRole
        indexes = (model.index(row, FIRST, QModelIndex()) for row in range(model.rowCount()))
        return [str(index.data(role)) for index in indexes]

    @property
    def ways(self) -> list[str]:
        """What a screen reader says of the cells behind the fields."""
        model, role = self.table.model(), Qt.ItemDataRole.AccessibleTextRole
        return [
            str(model.index(row, WAY, QModelIndex()).data(role)) for row in range(model.rowCount())
        ]

    def show_only(self, words: str) -> None:
        tabs = self.dialog.findChildren(QRadioButton)
        next(tab for tab in tabs if tab.text().startswith(words)).click()

    def say(self, value: str, line: int, day: date | None = None) -> None:
        """Say what a line is, among those that are shown, and of which day, if that is another."""
        lines = self.dialog.findChildren(ReviewList)[0]
        numbers = [shown.row.line for shown in lines._rows.rows]
        lines.setCurrentIndex(lines.model().index(numbers.index(line), 0))
        (card,) = self.dialog.findChildren(ReadingCard)
        card._kind.put(value)
        if day is not None:
            card._date.put(day)
        self.press("Use this reading")

    @property
    def buttons(self) -> list[str]:
        buttons = self.dialog.findChildren(QPushButton)
        return [button.text() for button in buttons if button.isVisible()]

    @property
    def names(self) -> list[str]:
        """What a screen reader says of the lines that are shown."""
        lines = self.dialog.findChildren(ReviewList)[0]
        return [shown.name for shown in lines._rows.rows]


Check = Callable[[Callable[[Hands], None], str], None]


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window()


@pytest.fixture
def check(qtbot: QtBot, window: MainWindow) -> Check:
    """Check a roster, with what a person does in the dialog; at the end it is closed in any case."""

    def check_it(act: Callable[[Hands], None], text: str) -> None:
        done: list[bool] = []

        def begin() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, CompareDialog)
            try:
                dialog.take(RosterText(text))
                act(Hands(qtbot, dialog))
                done.append(True)
            finally:
                if dialog.isVisible():
                    dialog.done(CompareDialog.DialogCode.Rejected)  # without a question

        QTimer.singleShot(0, begin)
        window.user_actions.rosters.check()
        assert done

    return check_it


def changes(window: MainWindow) -> list[str]:
    return [change_title(change) for change in window.session.plan.changes]


def test_what_differs_is_said(check: Check) -> None:
    def look(hands: Hands) -> None:
        hands.wait()
        assert "1 day is the same. 3 differ. The roster says nothing of 3 days." in hands.said
        assert "1 line was not understood" in hands.said
        assert hands.rows == [
            "Wed, Oct 1: your schedule Day shift 9-9; the roster day off; is taken over as Given away",
            "Sat, Oct 4: your schedule day off; the roster Day shift 9-9;"
            " is taken over as Taken from someone",
            "Tue, Oct 7: your schedule Day shift 9-9; the roster Evening shift noon-midnight;"
            " is taken over as Other hours that day",
        ]
        assert hands.ways == [
            "Take over as Given away",
            "Take over as Taken from someone",
            "Take over as Other hours that day",
        ]
        assert {"Another roster", ALL_THREE, "Cancel"} <= {*hands.buttons}

    check(look, OCTOBER)


def test_all_is_taken_over_in_one_step(window: MainWindow, check: Check) -> None:
    def take(hands: Hands) -> None:
        hands.wait()
        hands.press(ALL_THREE)

    check(take, OCTOBER)
    # What was done is said, although another month is on show.
    assert window._status.text() == "Saved: 3 changes from a roster"
    assert changes(window) == [
        "swap, you give Wednesday, October 1, 2025",
        "swap, you take Saturday, October 4, 2025",
        "changed hours, Tuesday, October 7, 2025, noon-midnight",
    ]
    window.session.store.undo()
    assert changes(window) == []


def test_what_follows_is_said_before_it_is_taken_over(check: Check) -> None:
    def look(hands: Hands) -> None:
        hands.wait()
        (card,) = hands.dialog.findChildren(EffectsCard)
        # Evening until midnight, and at 9 the next day shift.
        assert "9 h of rest" in card.warning
        hands.table.setCurrentCell(2, FIRST)
        hands.key(Qt.Key.Key_Space)
        assert card.warning == ""
        assert "Take over 2 days: 1 given away, 1 taken" in hands.buttons

    check(look, OCTOBER)


def test_the_keys_do_it_all(window: MainWindow, check: Check) -> None:
    def act(hands: Hands) -> None:
        hands.wait()
        assert hands.dialog.focusWidget() is hands.table
        hands.key(Qt.Key.Key_Down)
        hands.key(Qt.Key.Key_Space)
        hands.key(Qt.Key.Key_Up)
        hands.key(Qt.Key.Key_Return)
        field = hands.dialog.focusWidget()
        assert isinstance(field, ChoiceField)
        assert field.view().isVisible()
        field.hidePopup()
        field.put("leave")
        field.activated.emit(field.currentIndex())
        assert hands.dialog.focusWidget() is hands.table
        assert "stays as it is; it looks like Taken from someone" in hands.rows[1]
        hands.press("Take over 2 days: 1 leave, 1 with other hours")

    check(act, OCTOBER)
    assert changes(window)[0] == "leave, October 1, 2025"


def test_two_days_become_one_swap(window: MainWindow, check: Check) -> None:
    def act(hands: Hands) -> None:
        hands.wait()
        (card,) = hands.dialog.findChildren(SwapCard)
        assert card.isVisible()
        tall = card.height()
        hands.press("Count them as one swap")
        hands.press("Count them as two changes")
        assert hands.rows[0].endswith("is taken over as Given away")
        hands.press("Count them as one swap")
        QApplication.processEvents()
        assert card.height() == tall  # nothing below it moves
        said = [each.text() for each in card.findChildren(QLabel) if each.isVisible()]
        assert "Both days count as one swap. It is saved when you take it over." in said
        assert hands.rows[0].endswith("is taken over as Swapped, to Sat, Oct 4")
        hands.press("Take over 3 days: 1 swap, 1 with other hours")

    check(act, OCTOBER)
    assert window.session.store.undo_name == "1 swap and 1 other change from a roster"
    assert window.session.month.first == date(2025, 10, 1)
    assert changes(window)[0] == (
        "swap, you give Wednesday, October 1, 2025 and take Saturday, October 4, 2025"
    )


def test_a_rotation_that_changed_leads_to_the_finder(window: MainWindow, check: Check) -> None:
    def act(hands: Hands) -> None:
        hands.wait()
        (card,) = hands.dialog.findChildren(RotationChangeCard)
        (field,) = card.findChildren(DateField)
        assert field.value() == date(2025, 10, 1)
        field.put(date(2025, 10, 2))
        hands.press("Find my new rotation")

    check(act, OCTOBER)
    search = window.session.plan.search
    assert search is not None
    assert search.start == date(2025, 10, 2)
    assert search.marks == (
        Mark(date(2025, 10, 2), "A"),
        Mark(date(2025, 10, 4), "D"),
        Mark(date(2025, 10, 7), "E"),
    )
    assert window.session.view is View.FINDER
    assert window._status.text() == "Saved: looking for a new rotation"
    window.session.store.undo()
    assert window.session.plan.search is None


def test_a_roster_of_the_schedule_itself_has_nothing_to_take_over(check: Check) -> None:
    def look(hands: Hands) -> None:
        hands.qtbot.waitUntil(lambda: "2 days are the same." in hands.said, timeout=PATIENCE)
        assert not hands.table.isVisible()
        assert "Close" in hands.buttons
        assert not any(words.startswith("Take over") for words in hands.buttons)

    check(look, "Oct 1 9-9\nOct 2 admin")


def test_days_that_no_line_names_may_be_free(check: Check) -> None:
    def look(hands: Hands) -> None:
        hands.wait()
        hands.dialog._rest_free.click()
        assert [row.split(":")[0] for row in hands.rows] == [
            "Thu, Oct 2",
            "Fri, Oct 3",
            "Sat, Oct 4",
        ]

    check(look, "Oct 1 9-9\nOct 4 9-9\nOct 6 9-9")


def test_another_roster_follows(check: Check) -> None:
    def act(hands: Hands) -> None:
        hands.wait()
        hands.press("Another roster")
        assert not hands.table.isVisible()
        assert ALL_THREE not in hands.buttons

    check(act, OCTOBER)


def test_a_line_that_is_not_understood_is_corrected(window: MainWindow, check: Check) -> None:
    def act(hands: Hands) -> None:
        hands.wait()
        hands.table.setCurrentCell(1, FIRST)
        hands.key(Qt.Key.Key_Space)
        hands.show_only("To answer 1")
        assert not hands.table.isVisible()
        hands.say("given", 5)
        assert "1 day is the same. 4 differ." in hands.said
        hands.show_only("Differ 4")
        # What was chosen before stays as it was.
        assert "stays as it is; it looks like" in hands.rows[1]
        assert hands.rows[3].endswith("the roster day off; is taken over as Given away")
        hands.press("Take over 3 days: 2 given away, 1 with other hours")

    check(act, OCTOBER)
    assert changes(window) == [
        "swap, you give Wednesday, October 1, 2025",
        "changed hours, Tuesday, October 7, 2025, noon-midnight",
        "swap, you give Wednesday, October 8, 2025",
    ]


def test_a_line_is_dropped_and_taken_back(check: Check) -> None:
    def act(hands: Hands) -> None:
        hands.wait()
        hands.show_only("All 5")
        lines = hands.dialog.findChildren(ReviewList)[0]
        lines.setFocus()
        names = [shown.name for shown in lines._rows.rows]
        assert names[1] == "Wed, Oct 1: Free. Day shift 9–9. Line 1: Oct 1 off"
        assert names[2] == "Thu, Oct 2: Admin, 9 am–1 pm. Same. Line 2: Oct 2 9a-1p"
        lines.setCurrentIndex(lines.model().index(0, 0))
        hands.qtbot.keyClick(lines, Qt.Key.Key_Delete)  # the line that is not understood
        hands.qtbot.keyClick(lines, Qt.Key.Key_Delete)  # the first that differs
        assert "1 day is the same. 2 differ." in hands.said
        lines.setCurrentIndex(lines.model().index(1, 0))
        hands.press("As it was read")
        assert "1 day is the same. 3 differ." in hands.said

    check(act, OCTOBER)


def test_what_was_corrected_holds_for_a_rotation_that_changed(
    window: MainWindow, check: Check
) -> None:
    def act(hands: Hands) -> None:
        hands.wait()
        hands.show_only("To answer 1")
        hands.say("D", 5)
        hands.show_only("Differ")
        hands.press("Find my new rotation")

    check(act, OCTOBER)
    search = window.session.plan.search
    assert search is not None
    assert Mark(date(2025, 10, 8), "D") in search.marks


def test_no_line_and_no_kind_moves_what_is_pressed(check: Check) -> None:
    def look(hands: Hands) -> None:
        hands.wait()
        hands.show_only("All 5")
        lines = hands.dialog.findChildren(ReviewList)[0]
        (card,) = hands.dialog.findChildren(ReadingCard)
        places = set()
        for row in range(lines.model().rowCount()):
            lines.setCurrentIndex(lines.model().index(row, 0))
            for choice in range(card._kind.count()):
                card._kind.setCurrentIndex(choice)
                QApplication.processEvents()
                places.add(
                    (card._kind.mapTo(card, QPoint()).y(), card._use.mapTo(card, QPoint()).y())
                )
        assert len(places) == 1, places

    check(look, OCTOBER)


def test_escape_leaves_a_field_and_asks_before_corrections_are_lost(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        "heartplanner.ui.review.roster_dialog.agreed", lambda *said: asked.append(said[2])
    )

    def act(hands: Hands) -> None:
        hands.wait()
        (card,) = hands.dialog.findChildren(RotationChangeCard)
        (field,) = card.findChildren(DateField)
        hands.dialog.activateWindow()
        field.setFocus()
        hands.qtbot.keyClick(field, Qt.Key.Key_Escape)
        assert hands.dialog.isVisible()
        assert hands.dialog.focusWidget() is hands.table
        hands.show_only("To answer 1")
        hands.say("leave", 5)
        hands.dialog.reject()
        assert hands.dialog.isVisible()
        assert asked == ["What you said of 1 line is not kept if you close the roster now."]

    check(act, OCTOBER)


def test_words_that_were_typed_are_not_closed_away(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        "heartplanner.ui.review.roster_dialog.agreed", lambda *said: asked.append(said[2])
    )

    def act(hands: Hands) -> None:
        hands.wait()
        hands.press("Another roster")
        hands.dialog._intake.field.setPlainText("Oct 1 off")
        hands.dialog.reject()
        assert asked == ["What you typed is not kept if you close the roster now."]

    check(act, OCTOBER)


def test_a_line_that_another_overrules_neither_fits_nor_differs(check: Check) -> None:
    def act(hands: Hands) -> None:
        hands.wait()
        hands.show_only("All 5")
        hands.say("D", 5, date(2025, 10, 1))
        (overruled,) = (name for name in hands.names if "Line 1:" in name)
        assert overruled == (
            "Wed, Oct 1: Free. Not used: you said otherwise on another line. Line 1: Oct 1 off"
        )
        assert "2 days are the same. 2 differ." in hands.said

    check(act, OCTOBER)


def test_days_that_are_not_ticked_are_offered_as_no_swap(check: Check) -> None:
    def act(hands: Hands) -> None:
        hands.wait()
        (card,) = hands.dialog.findChildren(SwapCard)
        assert card.isVisible()
        hands.untick(0)
        assert not card.isVisible()
        hands.untick(0)  # ticked again
        assert card.isVisible()

    check(act, OCTOBER)


def test_the_first_day_that_was_taken_over_is_on_show(window: MainWindow, check: Check) -> None:
    def act(hands: Hands) -> None:
        hands.wait()
        hands.press("Take over 2 days: 2 called off")

    check(act, "Oct 1 off\nNov 12 off")
    assert window.session.month.first == date(2025, 10, 1)
    assert len(changes(window)) == 2


def test_another_roster_begins_with_all_days_ticked(check: Check) -> None:
    def act(hands: Hands) -> None:
        hands.wait()
        hands.untick(0)
        assert "Take over 2 days: 1 taken, 1 with other hours" in hands.buttons
        hands.press("Another roster")
        hands.dialog.take(RosterText(OCTOBER))
        hands.wait()
        assert ALL_THREE in hands.buttons

    check(act, OCTOBER)


def test_nothing_is_taken_over_where_nothing_is_ticked(check: Check) -> None:
    def act(hands: Hands) -> None:
        hands.wait()
        (button,) = (
            each for each in hands.dialog.findChildren(QPushButton) if each.text() == ALL_THREE
        )
        hands.untick(0, 1, 2)
        assert not button.isEnabled()
        hands.untick(2)  # ticked again
        assert button.isEnabled()

    check(act, OCTOBER)


def test_a_date_that_is_none_leads_to_no_finder(window: MainWindow, check: Check) -> None:
    def act(hands: Hands) -> None:
        hands.wait()
        (card,) = hands.dialog.findChildren(RotationChangeCard)
        (field,) = card.findChildren(DateField)
        field.setFocus()
        field.selectAll()
        hands.qtbot.keyClicks(field, "Feb 30")
        hands.press("Find my new rotation")
        assert hands.dialog.isVisible()
        assert hands.dialog.decided is None

    check(act, OCTOBER)
    assert window.session.plan.search is None


def test_a_narrow_dialog_warns_above_the_table(check: Check) -> None:
    def look(hands: Hands) -> None:
        hands.wait()
        holder = hands.table.parentWidget()
        assert holder is not None
        (above,) = holder.findChildren(Warnings)
        hands.dialog.resize(1200, 700)
        hands.qtbot.waitUntil(lambda: not above.isVisible(), timeout=PATIENCE)
        hands.dialog.resize(760, 700)
        hands.qtbot.waitUntil(above.isVisible, timeout=PATIENCE)
        assert "9 h of rest" in above.texts()
        assert (
            above.mapTo(hands.dialog, QPoint()).y() < hands.table.mapTo(hands.dialog, QPoint()).y()
        )

    check(look, OCTOBER)


def test_space_with_another_key_ticks_nothing(check: Check) -> None:
    def act(hands: Hands) -> None:
        hands.wait()
        hands.table.setCurrentCell(0, 1)
        hands.key(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
        assert ALL_THREE in hands.buttons
        hands.key(Qt.Key.Key_Space)
        assert "Take over 2 days: 1 taken, 1 with other hours" in hands.buttons

    check(act, OCTOBER)


def test_a_line_that_may_be_about_any_day_is_answered_first(check: Check) -> None:
    text = "Oct 1, 2025 off\nOct 2 zebra\nOct 3 off\n\nNever mind zebra the above\n"

    def act(hands: Hands) -> None:
        hands.qtbot.waitUntil(lambda: bool(hands.names), timeout=PATIENCE)
        take = next(b for b in hands.dialog.findChildren(QPushButton) if "Take over" in b.text())
        assert not take.isEnabled()
        assert "Never mind zebra" in hands.names[0]
        hands.show_only("Differ")  # the days that it leaves open are not compared
        assert hands.rows == []

    check(act, text)


def test_after_the_last_answer_what_differs_comes_to_the_front(check: Check) -> None:
    text = "Boss, my zebra!\n" + OCTOBER.removesuffix("\nOct 8 swap")

    def act(hands: Hands) -> None:
        hands.qtbot.waitUntil(lambda: bool(hands.names), timeout=PATIENCE)
        assert not any(name.startswith("Take over 3") for name in hands.buttons)
        assert hands.said.count('4 lines of days wait for line 1: "Boss, my zebra!"') == 1
        hands.press("Drop line 1")
        assert hands.table.isVisible()
        assert len(hands.rows) == 3
        assert ALL_THREE in hands.buttons
        (card,) = hands.dialog.findChildren(EffectsCard)
        assert card.isVisible()
        assert "9 h of rest" in card.warning
        hands.show_only("All")  # from here, too, the days can be taken over
        assert card.isVisible()

    check(act, text)
